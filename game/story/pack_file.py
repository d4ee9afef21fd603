"""What stands in a pack.yaml: who the pack is, and what it needs."""

from typing import Annotated, Literal

from pydantic import Field

from game.story.reading.bind import Model
from game.story.reading.scalars import Key, Words

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
VERSION = r"^(>=|<=|==|<|>)?\d+(\.\d+){0,2}(,(>=|<=|==|<|>)\d+(\.\d+){0,2})*$"


class PackFile(Model):
    """A pack: a folder of scenario files with what they need."""

    format: Literal[1]
    """Version of the format."""
    id: Key
    """Id of the pack; its scenarios begin with it."""
    name: Words
    """Name for people."""
    version: Annotated[str, Field(pattern=r"^\d+(\.\d+){0,2}$")]
    """Version of the pack, in quotes."""
    game: Annotated[str, Field(pattern=VERSION)]
    """Versions of the game it works with, such as `>=0.1,<2`."""
    languages: Annotated[list[Language], Field(min_length=1)]
    """Languages its texts are in, the source language first."""
    licence: Annotated[str, Field(min_length=1)]
    """Under which it may be passed on."""
    about: Words | None = None
    """What it is, in a few lines."""
    needs: list[Key] = []
    """Packs without which it can't be played."""
    after: list[Key] = []
    """Packs that come before it, if they are there."""
    before: list[Key] = []
    """Packs that come after it, if they are there."""
    clashes: list[Key] = []
    """Packs it can't be played with."""

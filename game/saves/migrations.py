"""Old saves in new games: for every format a function that makes the next one of it.

A change that only adds columns, components' fields or rules' numbers needs none: what a save lacks has its default.
Whatever else changes (a meaning, a name, a unit, something taken away) raises `FORMAT` by one and adds a function here:

    @migration(1)
    def _cells_have_beds(old: Contents) -> Contents:
        arrays = dict(old.arrays)
        arrays["people.Identity.npy"] = ...
        return replace(old, arrays=arrays)

It is pure: it returns new data and leaves the old alone. One save of every format is kept in `tests/saves/data`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from numpy.typing import NDArray

from game.saves.errors import PartError
from game.saves.meta import FORMAT


@dataclass(frozen=True, slots=True)
class Contents:
    """A save as it is in its file: plain data and arrays, before they mean anything."""

    meta: dict[str, Any]
    state: dict[str, Any]
    arrays: dict[str, NDArray[Any]]


Migration = Callable[[Contents], Contents]
MIGRATIONS: dict[int, Migration] = {}
"""By the format they begin with."""


def migration(begins: int) -> Callable[[Migration], Migration]:
    """Register the way from a format to the next."""

    def register(step: Migration) -> Migration:
        if begins in MIGRATIONS:
            raise ValueError(f"two migrations begin with format {begins}")
        MIGRATIONS[begins] = step
        return step

    return register


def format_of(raw: Any, part: str, newest: int = FORMAT) -> int:
    """Return the number of a file's format, if this game can read it."""
    number = raw.get("format") if isinstance(raw, dict) else None
    if type(number) is not int or number < 1:
        raise PartError(part, "says no format")
    if number > newest:
        by = str(raw.get("game", "?"))[:20]
        raise PartError(part, f"format {number} of game {by}; this game reads up to {newest}", "newer")
    return number


def bring_up(contents: Contents, newest: int = FORMAT) -> Contents:
    """Return a save in the newest format."""
    for number in range(format_of(contents.meta, "meta.json", newest), newest):
        if number not in MIGRATIONS:
            raise PartError("meta.json", f"there is no way on from format {number}", "older")
        contents = MIGRATIONS[number](contents)
        contents = replace(contents, meta=contents.meta | {"format": number + 1})
    return contents

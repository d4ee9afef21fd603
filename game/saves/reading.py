"""From the bytes of a save to plain data and arrays: nothing here means anything yet."""

from typing import Any

from pydantic_core import from_json

from game.saves import container, npy
from game.saves.container import Content
from game.saves.errors import PartError
from game.saves.migrations import Contents, format_of
from game.saves.picture import sound_picture
from game.story.reading.source import first_forbidden

MOST_VALUES = 600_000
LONGEST_TEXT = 20_000


def contents_of(data: bytes) -> Contents:
    """Return what is in a save, after all that can be checked without knowing what it is about."""
    members = container.unpack(data, Content.SAVE)
    raw_meta = json_of(members, "meta.json")
    format_of(raw_meta, "meta.json")
    picture = members.pop("picture.png", None)
    if picture is not None and not sound_picture(picture):
        raise PartError("picture.png", "is no picture of at most 1024 pixels a side")
    raw_state = json_of(members, "state.json")
    arrays = {name: npy.decode(member, name) for name, member in members.items() if name.endswith(".npy")}
    return Contents(raw_meta, raw_state, arrays)


def json_of(members: dict[str, bytes], name: str) -> dict[str, Any]:
    """Return a member's plain data: no NaN, no lone surrogates, no nests without end."""
    if name not in members:
        raise PartError(name, "is missing")
    try:
        raw = from_json(members[name], allow_inf_nan=False)
    except ValueError as fault:
        raise PartError(name, f"can't be read: {fault}"[:160]) from None
    if not isinstance(raw, dict):
        raise PartError(name, "is not what it should be")
    _look_through(raw, name)
    return raw


def _look_through(raw: Any, part: str) -> None:
    """Go through plain data: not too much of it, no text that a font or a terminal stumbles over."""
    left, seen = [raw], 0
    while left:
        value = left.pop()
        seen += 1
        if seen > MOST_VALUES:
            raise PartError(part, f"more than {MOST_VALUES} values")
        if isinstance(value, dict):
            left.extend(value)
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)
        elif isinstance(value, str) and (len(value) > LONGEST_TEXT or first_forbidden(value) >= 0):
            raise PartError(part, "a text is too long or holds characters that are not allowed")

"""What stands in a prison.yaml: the palette, the rooms, the drawing, and who guards what."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from game.sim.house.furniture import FURNITURE
from game.sim.house.plan import ACTIVITIES, ROLES, ROOM_KINDS, DoorKind, Floor, Wall
from game.story.names import RoomName, WingName
from game.story.reading.bind import Model
from game.story.reading.scalars import Hour, Key, Name, OneOf, Words

WALLS = {wall.name.lower(): wall for wall in Wall if wall}
DOORS = {door.name.lower(): door for door in DoorKind}
FLOORS = {floor.name.lower(): floor for floor in Floor}
WING_KINDS = ("rehabilitation", "general", "protective", "solitary", "death_row", "medical", "service")
SPOT_KINDS = sorted({spot.kind for thing in FURNITURE.values() for spot in thing.spots})


class KeyName(Name):
    """A class of keys."""

    what = "class of keys"
    __slots__ = ()


class RegimeName(Name):
    """A regime of this prison."""

    what = "regime"
    __slots__ = ()


RoleName = Annotated[str, OneOf("role", ROLES)]


class WallEntry(Model):
    """A character that stands for a wall."""

    wall: Annotated[str, OneOf("wall", WALLS)]
    """What it is built of."""


class DoorEntry(Model):
    """A character that stands for a door."""

    door: Annotated[str, OneOf("door", DOORS)]
    """How it looks; an `opening` has no leaf and needs no key."""
    key: KeyName | None = None
    """Class of keys that opens it when locked."""
    locked: bool = False
    """Whether it is locked at the start."""


class ThingEntry(Model):
    """A character that stands for a piece of furniture: its top left tile."""

    thing: Annotated[str, OneOf("furniture", FURNITURE)]
    """Kind of furniture."""
    floor: Annotated[str, OneOf("floor", FLOORS)] | None = None
    """Floor under all of it, where it is not the room's."""


class FloorEntry(Model):
    """A character that stands for floor other than the room's."""

    floor: Annotated[str, OneOf("floor", FLOORS)]
    """What one walks on there."""


def palette_entry(value: Any) -> str | None:
    """Tell what a palette entry is about: the key that says so."""
    if not isinstance(value, dict) or not value:
        return None
    for word in ("wall", "door", "thing", "floor"):
        if word in value:
            return f"<{word}>"
    return str(next(iter(value)))


PaletteEntry = Annotated[
    Annotated[WallEntry, Tag("<wall>")]
    | Annotated[DoorEntry, Tag("<door>")]
    | Annotated[ThingEntry, Tag("<thing>")]
    | Annotated[FloorEntry, Tag("<floor>")],
    Discriminator(palette_entry),
]


def _one_character(text: str) -> str:
    if len(text) != 1 or text in " .":
        raise PydanticCustomError("character", "should be one character, and neither a blank nor '.'")
    return text


Character = Annotated[str, AfterValidator(_one_character)]


class RoomEntry(Model):
    """A room, named by a marker on its floor; with `each`, as many rooms as there are marks."""

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_{}]{0,39}$")]
    """Name in files; `{n}` is the number of the mark, `{nn}` with two digits."""
    name: Words
    """Name for people; may have `{n}`."""
    kind: Annotated[str, OneOf("kind of room", ROOM_KINDS)]
    """What it is for."""
    capacity: Annotated[int, Field(ge=0, le=2000)] = 0
    """Beds for cells; people who fit, for others."""
    wing: WingName | None = None
    """The wing it belongs to."""
    each: bool = False
    """The marker may repeat: one room for each mark, numbered in reading order."""
    camera: bool = False
    """What happens here is seen in the control room."""
    outdoors: bool | None = None
    """Under the sky; by default yards and the outside are."""
    floor: Annotated[str, OneOf("floor", FLOORS)] | None = None
    """What one walks on, where it is not the kind's."""


class WingEntry(Model):
    """Part of the prison with a regime of its own."""

    name: Words
    """Name for people."""
    kind: Annotated[str, OneOf("kind of wing", WING_KINDS)]
    """What it is for."""
    regime: RegimeName
    """Its hours at the start."""


class PostEntry(Model):
    """A place of duty."""

    name: Words
    """Name for people."""
    role: RoleName
    """Who serves there."""
    rooms: Annotated[list[RoomName], Field(min_length=1, max_length=40)]
    """One room to stand in; several make a round."""
    spot: Annotated[str, OneOf("kind of spot", SPOT_KINDS)] | None = None
    """Kind of spot taken in the first room; without it, a standing place."""
    staff: Annotated[list[Annotated[int, Field(ge=0, le=99)]], Field(min_length=3, max_length=3)]
    """People on it by day, evening and night."""
    wing: WingName | None = None
    """The wing whose doors it minds."""
    minutes: Annotated[int, Field(ge=1, le=600)] = 10
    """Minutes in each room of a round."""


class RegimeEntry(Model):
    """What a wing does, hour by hour."""

    name: Words
    """Name for people."""
    hours: Annotated[dict[Hour, Annotated[str, OneOf("activity", ACTIVITIES)]], Field(min_length=1)]
    """Activities by the hour they begin; each goes on until the next."""


class PrisonFile(Model):
    """A prison: plan, wings, rooms, doors, posts, regimes."""

    format: Literal[1]
    """Version of the format."""
    prison: Key
    """Id of the prison."""
    name: Words
    """Name for people."""
    keys: Annotated[list[Key], Field(max_length=16)]
    """Classes of keys."""
    keyrings: dict[RoleName, list[KeyName]]
    """Which keys a role carries."""
    palette: dict[Character, PaletteEntry]
    """What each character of the plan stands for."""
    wings: dict[Key, WingEntry]
    """The wings by id."""
    rooms: dict[Character, RoomEntry]
    """The rooms by the marker that stands on their floor."""
    plan: str
    """The drawing, a character a tile, as a block of text (`|2`)."""
    posts: dict[Key, PostEntry]
    """Places of duty by id."""
    regimes: dict[Key, RegimeEntry]
    """Regimes by id."""

"""The plan of a prison: walls, floors, rooms, doors, furniture, posts, regimes. Made once, shared by all forks.

Tiles are numbered row by row: `tile = y * width + x`. The last column and the last row are never walkable,
so that adding or subtracting a step never wraps. Room, wing, door and post ids are their index in the tuples
below; index 0 of each is a nobody ("outside", "no wing" …), so that 0 always means none.
"""

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from game.sim.house.furniture import Facing, Pose


class Wall(IntEnum):
    """What fills a tile up to the ceiling."""

    NONE = 0
    CONCRETE = 1
    BRICK = 2
    LIGHT = 3
    GLASS = 4
    FENCE = 5
    BARS = 6


OPAQUE_WALLS = (Wall.CONCRETE, Wall.BRICK, Wall.LIGHT)


class Floor(IntEnum):
    """What one walks on; a room's kind names its floor unless the palette says otherwise."""

    OUTSIDE = 0
    CONCRETE = 1
    CELL = 2
    POD = 3
    LINO = 4
    OFFICE = 5
    ASPHALT = 6
    CLINIC = 7
    CANTEEN = 8
    WOOD = 9
    GRASS = 10
    GYM = 11
    DIRT = 12


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """A room: the flood-filled floor around its marker."""

    id: int
    key: str
    """Name in files, such as `pod_03`, unique in the plan."""
    name: str
    """Name for people, in the plan's language."""
    kind: str
    """One of ROOM_KINDS."""
    wing: int
    capacity: int
    """Beds for cells; people who fit, for others."""
    tiles: tuple[int, ...]
    outdoors: bool = False
    camera: bool = False


@dataclass(frozen=True, slots=True)
class WingPlan:
    """Part of the prison that has its own regime and can be locked on its own."""

    id: int
    key: str
    name: str
    kind: str
    """`rehabilitation`, `general`, `protective`, `solitary`, `death_row`, `medical` or `service`."""
    regime: str


class DoorKind(IntEnum):
    """How a door looks; `OPENING` has no leaf and can't be locked."""

    OPENING = 0
    STEEL = 1
    GLASS = 2
    BARS = 3
    GATE = 4


@dataclass(frozen=True, slots=True)
class DoorPlan:
    """A door: one tile between two rooms, or between a room and the outside."""

    id: int
    tile: int
    rooms: tuple[int, int]
    kind: DoorKind
    key: str
    """Class of keys that opens it when locked; empty for an opening."""
    locked: bool
    """Its state at the start."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of furniture, at its top left tile."""

    kind: str
    tile: int
    room: int


@dataclass(frozen=True, slots=True)
class SpotPlan:
    """A place for one person. Spots of a kind in a room are reserved in the order of their ids."""

    id: int
    tile: int
    room: int
    kind: str
    pose: Pose
    facing: Facing
    piece: int
    """Index into `pieces`, -1 for a standing place."""
    order: int = 0
    """Place in a queue, 0 at the counter; 0 for other spots."""


@dataclass(frozen=True, slots=True)
class PostPlan:
    """A place of duty for staff."""

    id: int
    key: str
    name: str
    role: str
    """`officer`, `medic`, `chaplain`, `teacher`, `cook` …: one of ROLES."""
    rooms: tuple[int, ...]
    """One room to stand in; several make a round, walked in this order."""
    spot: str
    """Kind of spot taken there, such as `console`; empty: a standing place."""
    staff: tuple[int, int, int]
    """People on it by shift: day, evening, night."""
    wing: int
    """The wing whose doors it minds; 0: none."""
    minutes_per_room: int = 10


@dataclass(frozen=True, slots=True)
class RegimePlan:
    """What a wing does hour by hour."""

    key: str
    name: str
    hours: tuple[str, ...]
    """24 names of ACTIVITIES, from midnight on."""


ROOM_KINDS: dict[str, Floor] = {
    "outside": Floor.OUTSIDE,
    "cell": Floor.CELL,
    "pod": Floor.POD,
    "commons": Floor.LINO,
    "corridor": Floor.CONCRETE,
    "canteen": Floor.CANTEEN,
    "kitchen": Floor.CANTEEN,
    "showers": Floor.CLINIC,
    "gym": Floor.GYM,
    "yard": Floor.GRASS,
    "workshop": Floor.CONCRETE,
    "laundry": Floor.CLINIC,
    "library": Floor.WOOD,
    "classroom": Floor.LINO,
    "chapel": Floor.WOOD,
    "infirmary": Floor.CLINIC,
    "theatre": Floor.CLINIC,
    "intake": Floor.LINO,
    "visiting": Floor.LINO,
    "control": Floor.OFFICE,
    "office": Floor.OFFICE,
    "staff": Floor.OFFICE,
    "gatehouse": Floor.CONCRETE,
    "execution": Floor.CLINIC,
    "storage": Floor.CONCRETE,
}
"""Kinds of rooms with the floor each has by default."""

CELL_KINDS = ("cell", "pod")
ACTIVITIES = ("sleep", "count", "meal", "work", "free", "yard", "locked")
"""What a regime can name for an hour. `locked`: in the cell, doors shut. `sleep` locks, too."""
ROLES = ("inmate", "officer", "medic", "chaplain", "teacher", "cook", "clerk", "visitor")


def _no_bytes() -> NDArray[np.uint8]:
    return np.zeros((1, 1), np.uint8)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class PrisonPlan:
    """A whole prison as it was built. Arrays are (height, width), one value a tile."""

    key: str
    name: str
    width: int
    height: int
    """Rows of tiles, of all blocks together."""
    rooms: tuple[RoomPlan, ...]
    wings: tuple[WingPlan, ...]
    doors: tuple[DoorPlan, ...]
    pieces: tuple[Piece, ...]
    spots: tuple[SpotPlan, ...]
    posts: tuple[PostPlan, ...]
    regimes: tuple[RegimePlan, ...]
    keys: tuple[str, ...]
    """Classes of keys; the bit of class i is 1 << i."""
    keyrings: dict[str, tuple[str, ...]]
    """Which classes of keys a role carries."""
    blocks: int = 1
    """A large prison is several equal blocks, one below the other, with no way between them."""
    wall: NDArray[np.uint8] = field(default_factory=_no_bytes)
    floor: NDArray[np.uint8] = field(default_factory=_no_bytes)
    room_at: NDArray[np.int16] = field(default_factory=lambda: np.zeros((1, 1), np.int16))
    """Room id of each floor tile, of a door tile: the first of its rooms; 0 elsewhere."""
    door_at: NDArray[np.int16] = field(default_factory=lambda: np.zeros((1, 1), np.int16))
    """Door id of each door tile; 0 elsewhere."""
    walk: NDArray[np.uint8] = field(default_factory=_no_bytes)
    """0 blocked, 1 open to all who have the keys, 2 a seat: entered only by who reserved the spot there."""

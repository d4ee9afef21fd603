"""What stands in rooms, and the spots it offers: where one person lies, sits, works or waits, and in which pose."""

from dataclasses import dataclass
from enum import IntEnum


class Facing(IntEnum):
    """Where a person looks; also the order of sprite rows."""

    SOUTH = 0
    NORTH = 1
    EAST = 2
    WEST = 3


class Pose(IntEnum):
    """How a person holds himself; the picture follows it."""

    STAND = 0
    WALK = 1
    SIT = 2
    LIE = 3
    EAT = 4
    WORK = 5
    TRAIN = 6
    READ = 7
    PRAY = 8
    PHONE = 9
    WASH = 10
    TALK = 11
    CUFFED = 12
    HURT = 13
    FIGHT = 14


@dataclass(frozen=True, slots=True)
class SpotShape:
    """A spot of a piece of furniture, `dx`, `dy` tiles from the piece's top left tile."""

    dx: int
    dy: int
    kind: str
    pose: Pose
    facing: Facing


@dataclass(frozen=True, slots=True)
class Furniture:
    """A kind of furniture: its footprint in tiles as rows of text, and its spots.

    In `footprint`, `#` is solid, `o` a seat (entered only by who reserved the spot there),
    `.` is floor that others may cross.
    """

    footprint: tuple[str, ...]
    spots: tuple[SpotShape, ...] = ()

    @property
    def width(self) -> int:
        """Tiles from west to east."""
        return len(self.footprint[0])

    @property
    def height(self) -> int:
        """Tiles from north to south."""
        return len(self.footprint)


S, N, E, W = Facing.SOUTH, Facing.NORTH, Facing.EAST, Facing.WEST


def _row(y: int, xs: range, kind: str, pose: Pose, facing: Facing) -> tuple[SpotShape, ...]:
    return tuple(SpotShape(x, y, kind, pose, facing) for x in xs)


def _one(kind: str, pose: Pose, facing: Facing) -> tuple[SpotShape, ...]:
    return (SpotShape(0, 0, kind, pose, facing),)


FURNITURE: dict[str, Furniture] = {
    "bunk": Furniture(("o", "#"), _one("bed", Pose.LIE, S)),
    "toilet": Furniture(("o",), _one("toilet", Pose.SIT, S)),
    "sink": Furniture(("#",)),
    "desk": Furniture(("#", "o"), (SpotShape(0, 1, "chair", Pose.SIT, N),)),
    "chair": Furniture(("o",), _one("chair", Pose.SIT, S)),
    "table": Furniture(
        ("ooo", "###", "ooo"), _row(0, range(3), "seat", Pose.SIT, S) + _row(2, range(3), "seat", Pose.SIT, N)
    ),
    "round": Furniture(
        (".o.", "o#o", ".o."),
        (
            SpotShape(1, 0, "game", Pose.SIT, S),
            SpotShape(0, 1, "game", Pose.SIT, E),
            SpotShape(2, 1, "game", Pose.SIT, W),
            SpotShape(1, 2, "game", Pose.SIT, N),
        ),
    ),
    "console": Furniture(("####", "####", "oooo"), _row(2, range(4), "console", Pose.WORK, N)),
    "monitors": Furniture(("###", "ooo"), _row(1, range(3), "console", Pose.WORK, N)),
    "counter": Furniture(("ooo", "###"), _row(0, range(3), "work", Pose.WORK, S)),
    "hatch": Furniture(("o",), _one("serve", Pose.STAND, N)),
    "queue": Furniture(("o",), _one("queue", Pose.STAND, N)),
    "tv": Furniture(("##",)),
    "sofa": Furniture(("oo",), _row(0, range(2), "sofa", Pose.SIT, N)),
    "pool": Furniture(
        (".##.", "o##o", ".##."),
        (SpotShape(0, 1, "game", Pose.STAND, E), SpotShape(3, 1, "game", Pose.STAND, W)),
    ),
    "weights": Furniture(("o", "#"), _one("train", Pose.TRAIN, S)),
    "bench": Furniture(("oo",), _row(0, range(2), "bench", Pose.SIT, S)),
    "booth": Furniture(
        ("o", "#", "o"),
        (SpotShape(0, 0, "visitor", Pose.SIT, S), SpotShape(0, 2, "visit", Pose.SIT, N)),
    ),
    "medbed": Furniture(("o", "#"), _one("sickbed", Pose.LIE, S)),
    "theatre": Furniture(("o", "#"), _one("operate", Pose.LIE, S)),
    "gurney": Furniture(("o", "#"), _one("gurney", Pose.LIE, S)),
    "shelf": Furniture(("#",)),
    "locker": Furniture(("#",)),
    "plant": Furniture(("#",)),
    "phone": Furniture(("o",), _one("phone", Pose.PHONE, N)),
    "shower": Furniture(("o",), _one("shower", Pose.WASH, S)),
    "stove": Furniture(("##", "oo"), _row(1, range(2), "work", Pose.WORK, N)),
    "workbench": Furniture(("##", "oo"), _row(1, range(2), "work", Pose.WORK, N)),
    "washer": Furniture(("##", "oo"), _row(1, range(2), "work", Pose.WORK, N)),
    "reading": Furniture(
        ("ooo", "###", "ooo"),
        _row(0, range(3), "read", Pose.READ, S) + _row(2, range(3), "read", Pose.READ, N),
    ),
    "pew": Furniture(("ooo",), _row(0, range(3), "pew", Pose.PRAY, N)),
    "altar": Furniture(("##",)),
    "lectern": Furniture(("o",), _one("lectern", Pose.STAND, S)),
    "board": Furniture(("##",)),
    "office": Furniture(("##", "o."), (SpotShape(0, 1, "office", Pose.WORK, N),)),
    "tree": Furniture(("#",)),
    "mast": Furniture(("#",)),
    "hoop": Furniture(("#",)),
    "detector": Furniture((".",)),
    "entrance": Furniture((".",), _one("entrance", Pose.STAND, N)),
}
"""Every kind a plan may name in its palette. `entrance` marks where people come in and leave."""

"""What can happen, and what an event looks like when it is read."""

from dataclasses import dataclass
from enum import IntEnum


class Kind(IntEnum):
    """Kinds of events. The numbers are kept in saves: new kinds go to the end."""

    WorldBegan = 0
    DayBegan = 1
    ShiftBegan = 2
    Ordered = 3
    Arrived = 4
    Left = 5
    CellAssigned = 6
    Posted = 7
    DoorLocked = 8
    DoorUnlocked = 9
    WingLocked = 10
    WingUnlocked = 11
    RegimeSet = 12
    Sent = 13
    EyeSet = 14
    EyeCleared = 15
    Quarrelled = 16
    Asked = 17
    Decided = 18
    Said = 19
    BeatFired = 20
    BeatMissed = 21
    ObjectiveKept = 22
    ObjectiveFailed = 23
    Ended = 24
    KnownBefore = 25
    """A scenario fact: two people knew each other before."""
    TraitNoted = 26
    """A root: somebody is by nature so."""
    Hungered = 27
    """A meal hour went by without a meal."""
    Refused = 28
    """Somebody did not do what he was ordered to."""


class Role(IntEnum):
    """How a cause made its event: the deed itself, why it was done, with what, and what let it happen."""

    DEED = 0
    MOTIVE = 1
    MEANS = 2
    OPPORTUNITY = 3


@dataclass(frozen=True, slots=True)
class Cause:
    """One edge of the chronicle: what made an event happen, and how much of it (0 to 1)."""

    event: int
    weight: float = 1.0
    role: Role = Role.MOTIVE


@dataclass(frozen=True, slots=True)
class Event:
    """A view of one row of the chronicle. `who`, `whom` are people, `place` a room, 0 where there is none."""

    id: int
    tick: int
    kind: Kind
    who: int = 0
    whom: int = 0
    place: int = 0
    item: int = 0
    amount: float = 0.0
    detail: int = 0
    """A further number, by kind: a door, a command's code, a text, a wing."""

"""What people do with a place: which need it meets, in which rooms, on which kind of spot, and for how long."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.sim.house.plan import ACTIVITIES, CELL_KINDS
from game.sim.people import NEEDS


@dataclass(frozen=True, slots=True)
class Use:
    """One thing to do. `relief` is what an hour of it takes off each need, 0 to 1."""

    key: str
    rooms: tuple[str, ...]
    spots: tuple[str, ...]
    """Kinds of spots, best first."""
    relief: dict[str, float]
    minutes: int
    """How long one stays, about."""
    where: str = "any"
    """`own`: the own cell; `job`: the workplace; `any`: whichever of `rooms` is open to his wing."""
    draw: float = 0.0
    """How much it draws beyond need, 0 to 1."""
    needs: tuple[str, ...] = field(default=())
    """The needs that make one choose it."""


USES: tuple[Use, ...] = (
    Use("wait", (), (), {}, 10),
    Use("sleep", CELL_KINDS, ("bed",), {"fatigue": 0.18, "safety": 0.01}, 480, "own"),
    Use("rest", CELL_KINDS, ("chair", "bed"), {"fatigue": 0.04, "safety": 0.05, "recreation": 0.05}, 90, "own", 0.0,
        ("fatigue", "safety")),
    Use("count", CELL_KINDS, ("stand", "chair", "bed"), {}, 60, "own"),
    Use("queue", ("canteen",), ("queue",), {}, 5),
    Use("eat", ("canteen",), ("seat",), {"hunger": 2.0, "company": 0.2}, 22),
    Use("eat_in", CELL_KINDS, ("chair", "bed"), {"hunger": 1.6}, 25, "own"),
    Use("talk", ("commons", "yard"), ("seat", "bench", "stand", "sofa"), {"company": 0.5, "recreation": 0.1}, 70,
        "any", 0.1, ("company",)),
    Use("play", ("commons", "yard"), ("game", "sofa"), {"recreation": 0.5, "company": 0.3}, 80,
        "any", 0.1, ("recreation", "company")),
    Use("train", ("gym", "yard"), ("train",), {"recreation": 0.5, "purpose": 0.1}, 60, "any", -0.1, ("recreation",)),
    Use("read", ("library", "classroom"), ("read", "seat"), {"purpose": 0.4, "recreation": 0.2}, 100,
        "any", -0.1, ("purpose",)),
    Use("pray", ("chapel",), ("pew",), {"purpose": 0.5, "safety": 0.1}, 40, "any", -0.2, ("purpose", "safety")),
    Use("wash", ("showers",), ("shower",), {"hygiene": 4.0}, 15, "any", -0.1, ("hygiene",)),
    Use("phone", ("commons", "corridor", "visiting"), ("phone",), {"family": 1.5}, 12, "any", -0.1, ("family",)),
    Use("work", (), ("work", "office", "read", "stand"), {"purpose": 0.25}, 200, "job", 0.9),
    Use("stroll", ("commons", "yard"), ("stand", "bench"), {"recreation": 0.2, "company": 0.1}, 40, "any", -0.1),
    Use("duty", (), (), {"purpose": 0.1}, 60),
    Use("arrive", (), (), {}, 30),
    Use("leave", (), ("entrance",), {}, 60),
    Use("sent", (), ("chair", "bed", "seat", "bench", "stand"), {}, 45),
    Use("fight", (), (), {}, 10),
    Use("watch", (), (), {}, 10),
    Use("respond", (), (), {}, 10),
    Use("lie_sick", ("infirmary",), ("sickbed",), {"fatigue": 0.1, "safety": 0.06, "hunger": 0.3}, 480),
    Use("visit", ("visiting",), ("visit",), {"family": 1.2, "company": 0.4}, 50),
    Use("come_visiting", ("visiting",), ("visitor",), {}, 50),
    Use("speak", (), ("chair", "office", "seat", "bench", "pew", "stand"), {"company": 0.4, "safety": 0.2}, 30),
    Use("search", (), ("stand",), {}, 15),
    Use("withdraw", CELL_KINDS, ("bed", "chair"), {"fatigue": 0.04}, 45, "own"),
    Use("fetch", (), (), {}, 15),
    Use("listen", ("visiting",), ("stand", "chair", "visit"), {}, 50),
)  # fmt: skip
"""All uses; a person's `Doing.use` is an index into this tuple: new ones go to the end."""

INDEX = {use.key: i for i, use in enumerate(USES)}

ALLOWED: dict[str, tuple[str, ...]] = {
    "sleep": ("sleep",),
    "count": ("count",),
    "meal": ("queue", "rest"),
    "work": ("work", "read", "rest", "wash", "pray"),
    "free": ("talk", "play", "train", "read", "pray", "wash", "phone", "rest", "stroll"),
    "yard": ("talk", "play", "train", "stroll", "phone"),
    "locked": ("rest",),
}
"""What an inmate may do in each activity of a regime."""

CHOSEN = tuple(
    i for i, use in enumerate(USES) if use.key == "eat_in" or any(use.key in a for a in ALLOWED.values())
)
"""What an inmate ever turns to of his own choice; the rest is ordered, or happens to him."""

LOCKING = ("sleep", "count", "locked")
"""Activities in which the cell doors are shut."""


def relief_per_minute() -> NDArray[np.float64]:
    """Return what a minute of each use takes off each need: (uses, needs)."""
    table = np.zeros((len(USES), len(NEEDS)))
    for i, use in enumerate(USES):
        for need, per_hour in use.relief.items():
            table[i, NEEDS.index(need)] = per_hour / 60
    return table


def allowed_uses() -> NDArray[np.bool_]:
    """Return which use is allowed in which activity: (activities, uses)."""
    table = np.zeros((len(ACTIVITIES), len(USES)), bool)
    for i, activity in enumerate(ACTIVITIES):
        for use in ALLOWED[activity]:
            table[i, INDEX[use]] = True
    return table

"""Thoughts: what happened stays on people's minds for a while, named, with its cause, and weighs or lifts."""

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.columns import Column, Columns
from game.sim.engine.hazard import Floats
from game.sim.house.ground import Ints

if TYPE_CHECKING:
    from game.sim.world import World

COURSE = np.dtype(
    [
        ("person", "<i4"),
        ("tick", "<i8"),
        ("mood", "<f8"),
        ("stress", "<f8"),
        ("noted_mood", "<f8"),
        ("noted_stress", "<f8"),
        ("noted_at", "<i8"),
    ]
)
"""How somebody was on a day: truly, and as staff had last judged him by then (`noted_at` −1: never)."""
HIGHEST_PILE = 2.0
"""A thought that comes again adds up, but to no more than so many times its strength."""


class Thoughts(Columns):
    """What weighs on somebody's mind, or lifts it: a row a thought (`minds.py`)."""

    strength = Column("f8")
    """Points of mood, now: below 0 it weighs, above it lifts."""
    fade = Column("f8")
    """Points an hour by which it fades."""


class ThoughtEnds(Columns):
    """Whose thought it is, of which kind, about whom, from what."""

    person = Column("i8")
    thought = Column("i8")
    """Index in THOUGHTS."""
    whom = Column("i8")
    """Whom it is about; 0: nobody."""
    because = Column("i8")
    since = Column("i8")
    known = Column("i8")
    """One of `Told`: how the office knows of it."""


class Told(IntEnum):
    """How the office knows of somebody's thought."""

    NO = 0
    GUESSED = 1
    """What made it is known; that it weighs on him is inferred."""
    SAID = 2
    """He said so himself, or somebody close to him did."""


@dataclass(frozen=True, slots=True)
class Thought:
    """A kind of thought: `strength` in points of mood (−1 to 1), gone after so many hours."""

    key: str
    strength: float
    hours: float
    shows: bool = False
    """Whether those around can see it on him."""


THOUGHTS: tuple[Thought, ...] = (
    # what others do to him
    Thought("quarrelled", -0.10, 30, True),
    Thought("insulted", -0.12, 48),
    Thought("threatened", -0.18, 72),
    Thought("struck", -0.30, 120, True),
    Thought("saw_violence", -0.08, 36),
    Thought("robbed", -0.20, 96),
    Thought("betrayed", -0.30, 240),
    Thought("mocked", -0.14, 48),
    Thought("favour_done", 0.14, 72),
    Thought("protected", 0.18, 120),
    Thought("gift", 0.12, 48),
    Thought("backed_up", 0.16, 96),
    Thought("friend_hurt", -0.22, 144),
    Thought("friend_died", -0.45, 720),
    Thought("enemy_hurt", 0.08, 48),
    # what he did himself
    Thought("struck_somebody", -0.04, 24),
    Thought("got_even", 0.12, 72),
    Thought("gave_in", -0.14, 72),
    Thought("stood_up", 0.12, 72),
    # what he lacks or suffers
    Thought("went_hungry", -0.10, 18),
    Thought("in_debt", -0.06, 60),
    Thought("craving", -0.25, 12, True),
    Thought("high", 0.35, 5, True),
    Thought("in_pain", -0.25, 24, True),
    Thought("afraid_of_cellmate", -0.14, 24),
    Thought("crowded", -0.06, 12),
    Thought("first_days", -0.20, 192, True),
    # the world outside
    Thought("visit", 0.28, 96),
    Thought("visit_denied", -0.30, 120),
    Thought("letter_good", 0.16, 60),
    Thought("letter_bad", -0.24, 120, True),
    Thought("no_news", -0.10, 72),
    # the office
    Thought("heard", 0.18, 72),
    Thought("refused", -0.16, 72),
    Thought("searched", -0.12, 48),
    Thought("locked_down", -0.10, 14, True),
    Thought("moved", -0.08, 48),
    Thought("kept_apart", -0.10, 48),
    Thought("mediated", 0.12, 72),
    Thought("consoled", 0.20, 72),
    Thought("treated", 0.12, 48),
)  # fmt: skip
"""All kinds; `ThoughtEnds.thought` is an index: new ones go to the end. Strengths and hours are ours."""

THOUGHT = {thought.key: i for i, thought in enumerate(THOUGHTS)}


def think(world: "World", person: int, key: str, because: int, whom: int = 0, scale: float = 1.0) -> int:
    """Put a thought on somebody's mind, or renew it when he has it already about the same person; return its id."""
    if person not in world.people:
        return 0
    kind = THOUGHTS[THOUGHT[key]]
    row = _held(world, person, THOUGHT[key], whom)
    id = int(world.thoughts.ids[row]) if row >= 0 else int(world.thoughts.add()[0])
    ends, thought = world.one(id, ThoughtEnds), world.one(id, Thoughts)
    ends.person, ends.thought, ends.whom, ends.because, ends.since = (
        person,
        THOUGHT[key],
        whom,
        because,
        world.tick,
    )
    ends.known = Told.NO
    limit = abs(kind.strength) * HIGHEST_PILE
    strength = thought.strength + kind.strength * scale
    thought.strength = min(limit, max(-limit, strength))
    thought.fade = abs(thought.strength) / kind.hours
    return id


def think_all(
    world: "World",
    people: Ints,
    key: str,
    because: Ints | int,
    whom: Ints | int = 0,
    scale: Floats | float = 1.0,
) -> None:
    """Put what lasts on many minds at once; whoever has it already has it afresh, and no more strongly than before.

    No two entries may have the same person and `whom`.
    """
    kind, n = THOUGHT[key], len(people)
    if not n:
        return
    whom = np.broadcast_to(np.asarray(whom, np.int64), n)
    because = np.broadcast_to(np.asarray(because, np.int64), n)
    span = world.people.next_id
    keys = people * span + whom
    held = world.everyone(ThoughtEnds)
    mine = held.thought == kind
    lacks = ~np.isin(keys, (held.person * span + held.whom)[mine])
    _begin_all(world, people[lacks], kind, whom[lacks], because[lacks])
    ends = world.everyone(ThoughtEnds)
    rows = (ends.thought == kind).nonzero()[0]
    there = (ends.person * span + ends.whom)[rows]
    order = np.argsort(there, kind="stable")
    rows = rows[order[np.searchsorted(there[order], keys)]]
    thoughts = world.everyone(Thoughts)
    thoughts.strength[rows] = THOUGHTS[kind].strength * np.asarray(scale, np.float64)
    thoughts.fade[rows] = abs(thoughts.strength[rows]) / THOUGHTS[kind].hours


def _begin_all(world: "World", people: Ints, kind: int, whom: Ints, because: Ints) -> None:
    if not len(people):
        return
    world.thoughts.add(len(people))
    ends, new = world.everyone(ThoughtEnds), slice(world.thoughts.n - len(people), world.thoughts.n)
    ends.person[new], ends.thought[new], ends.whom[new] = people, kind, whom
    ends.because[new], ends.since[new], ends.known[new] = because, world.tick, int(Told.NO)


def _held(world: "World", person: int, thought: int, whom: int) -> int:
    ends = world.everyone(ThoughtEnds)
    rows = ((ends.person == person) & (ends.thought == thought) & (ends.whom == whom)).nonzero()[0]
    return int(rows[0]) if rows.size else -1


def thoughts_of(world: "World", person: int) -> Ints:
    """Return the rows of what is on somebody's mind, in the order in which it came."""
    rows: Ints = (world.everyone(ThoughtEnds).person == person).nonzero()[0]
    return rows


def forget(world: "World", person: int, key: str, whom: int = 0) -> None:
    """Let a thought go at once: what it was about is settled. `whom` 0: about whomever."""
    ends = world.everyone(ThoughtEnds)
    rows = (ends.person == person) & (ends.thought == THOUGHT[key])
    if whom:
        rows &= ends.whom == whom
    gone = world.thoughts.ids[rows].tolist()
    if gone:
        world.thoughts.retire(gone)

"""What people hold of one another: directed ties, found by their ends, made when something first happens.

A tie remembers: each change is a row of `World.reasons`, with the event that made it.
"""

from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.columns import Column, Columns
from game.sim.house.ground import Ints

if TYPE_CHECKING:
    from game.sim.world import World

FEELINGS = ("regard", "hate", "fear", "respect", "trust", "debt")
REASON = np.dtype(
    [("who", "<i4"), ("whom", "<i4"), ("event", "<i8"), *((feeling, "<f8") for feeling in FEELINGS)]
)
"""One change of a tie: between whom, by which event, and by how much."""
MOST_DEBT_PACKS = 1000.0


class Ties(Columns):
    """What one person holds of another, directed; rows only where something happened.

    Regard runs from −1 to 1, the others from 0 to 1, but for debt: what `who` owes `whom`, in packs of cigarettes.
    """

    regard = Column("f8")
    hate = Column("f8")
    fear = Column("f8")
    respect = Column("f8")
    trust = Column("f8")
    debt = Column("f8")


class TieRoots(Columns):
    """The event that last raised each feeling (for regard: that last moved it), so that deeds can cite it."""

    regard = Column("i8")
    hate = Column("i8")
    fear = Column("i8")
    respect = Column("i8")
    trust = Column("i8")
    debt = Column("i8")


class TieEnds(Columns):
    """Between whom a tie is, and the last event that shaped it."""

    who = Column("i8")
    whom = Column("i8")
    because = Column("i8")


def tie_index_of(world: "World") -> dict[tuple[int, int], int]:
    """Return the ids of all ties by their ends."""
    index = world.tie_index
    if len(index) != world.ties.n:
        ends = world.everyone(TieEnds)
        index.clear()
        index.update(
            zip(zip(ends.who.tolist(), ends.whom.tolist(), strict=True), world.ties.ids.tolist(), strict=True)
        )
    return index


def tie_between(world: "World", who: int, whom: int) -> int:
    """Return the id of the tie from one person to another, 0 when nothing ever happened."""
    return tie_index_of(world).get((who, whom), 0)


def shift_tie(
    world: "World",
    who: int,
    whom: int,
    because: int,
    *,
    regard: float = 0.0,
    hate: float = 0.0,
    fear: float = 0.0,
    respect: float = 0.0,
    trust: float = 0.0,
    debt: float = 0.0,
) -> int:
    """Change a tie, making it when there is none; return its id. Values stay within the bounds of `Ties`."""
    tie = tie_between(world, who, whom) or _begin(world, who, whom)
    shifts = (regard, hate, fear, respect, trust, debt)
    row = int(world.ties.row_of[tie])
    held, roots = world.everyone(Ties).block, world.everyone(TieRoots).block
    for place, (feeling, shift) in enumerate(zip(FEELINGS, shifts, strict=True)):
        if shift:
            low = -1.0 if feeling == "regard" else 0.0
            high = MOST_DEBT_PACKS if feeling == "debt" else 1.0
            held[place, row] = min(high, max(low, float(held[place, row]) + shift))
            if because and (shift > 0 or feeling == "regard"):
                roots[place, row] = because
    if because:
        world.everyone(TieEnds).because[row] = because
        world.reasons.append(who, whom, because, *shifts)
    return tie


def _begin(world: "World", who: int, whom: int) -> int:
    tie = int(world.ties.add()[0])
    ends = world.one(tie, TieEnds)
    ends.who, ends.whom = who, whom
    world.tie_index[who, whom] = tie
    return tie


def feeling(world: "World", who: int, whom: int, name: str) -> float:
    """Return one feeling of one person towards another, 0 when nothing ever happened."""
    tie = tie_between(world, who, whom)
    return float(getattr(world.one(tie, Ties), name)) if tie else 0.0


def root_of(world: "World", who: int, whom: int, name: str) -> int:
    """Return the event that last raised a feeling of one person towards another, 0 for none."""
    tie = tie_between(world, who, whom)
    return int(getattr(world.one(tie, TieRoots), name)) if tie else 0


def ties_of(world: "World", who: int) -> Ints:
    """Return the rows of all ties that start at a person."""
    rows: Ints = (world.everyone(TieEnds).who == who).nonzero()[0]
    return rows


def ties_to(world: "World", whom: int) -> Ints:
    """Return the rows of all ties that lead to a person."""
    rows: Ints = (world.everyone(TieEnds).whom == whom).nonzero()[0]
    return rows

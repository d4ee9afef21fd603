"""What people hold of one another: directed ties, found by their ends, made when something first happens."""

from typing import TYPE_CHECKING

from game.sim.ground import Ints
from game.sim.people import TieEnds, Ties

if TYPE_CHECKING:
    from game.sim.world import World


def tie_between(world: "World", who: int, whom: int) -> int:
    """Return the id of the tie from one person to another, 0 when nothing ever happened."""
    index = world.tie_index
    if len(index) != world.ties.n:
        ends = world.everyone(TieEnds)
        index.clear()
        index.update(
            zip(zip(ends.who.tolist(), ends.whom.tolist(), strict=True), world.ties.ids.tolist(), strict=True)
        )
    return index.get((who, whom), 0)


def shift_tie(world: "World", who: int, whom: int, regard: float, hate: float, because: int) -> int:
    """Change a tie, making it when there is none; return its id. Values stay within −1…1 and 0…1."""
    tie = tie_between(world, who, whom)
    if not tie:
        tie = int(world.ties.add()[0])
        ends = world.one(tie, TieEnds)
        ends.who, ends.whom = who, whom
        world.tie_index[who, whom] = tie
    held = world.one(tie, Ties)
    held.regard = min(1.0, max(-1.0, held.regard + regard))
    held.hate = min(1.0, max(0.0, held.hate + hate))
    if because:
        world.one(tie, TieEnds).because = because
    return tie


def ties_of(world: "World", who: int) -> Ints:
    """Return the rows of all ties that start at a person."""
    rows: Ints = (world.everyone(TieEnds).who == who).nonzero()[0]
    return rows

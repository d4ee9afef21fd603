"""What all deals have in common: a hazard for many meetings, and what happens in the one that hits."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from game.sim.deals.meetings import Floats, Meetings
from game.sim.engine.hazard import Hazard
from game.sim.events import Cause, Kind, Role
from game.sim.house.ground import Ints
from game.sim.house.occasions import occasions
from game.sim.minds.ties import feeling, root_of
from game.sim.people import Place, Roots, Temper

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World

CALLED_BACK, BEHOLDEN = 0.5, 0.2
"""Share of a demand that goes back to a favour: one that is owed for, and one done for nothing (ours)."""
_FAVOURS = (Kind.FavourDone, Kind.Gifted, Kind.Lent)


class Deal:
    """One kind of thing that a man may do to another whom he meets."""

    highest_factor: ClassVar[float] = 16.0
    """Bound of all factors together: chances above it are cut, so that most meetings need no closer look."""

    def rate(self, world: "World") -> float:
        """How often an hour an average man does it to another whom he stands with."""
        raise NotImplementedError

    def before_staff(self, world: "World") -> float:
        """Factor on it with staff in the room; 1: who looks on makes no difference."""
        return 1.0

    def hazard(self, meetings: Meetings, base: Floats) -> Hazard:
        """Set up the chance of each meeting, with all its named factors."""
        raise NotImplementedError

    def happen(self, world: "World", who: int, whom: int, because: list[Cause], dice: "Dice") -> None:
        """Let it be done, with what the other answers and what is left behind."""
        raise NotImplementedError


def draw(world: "World", deal: Deal, a: Ints, b: Ints, hours: float, dice: "Dice") -> None:
    """Draw for pairs (rows) whether one does it to the other within so many hours; let those who hit do it.

    Draw first, look after: only pairs whose draw lies under the highest possible chance are looked at.
    """
    base = deal.rate(world) * hours
    drawn = dice.uniforms(len(a))
    near = (drawn < base * deal.highest_factor).nonzero()[0]
    if not near.size:
        return
    meetings = Meetings(world, a[near], b[near])
    hazard = deal.hazard(meetings, np.full(len(near), base))
    busy: dict[int, bool] = {}
    for hit in hazard.hits_of(drawn[near]).tolist():
        who, whom = meetings.pair(hit)
        if who not in busy and whom not in busy:
            busy |= {who: True, whom: True}
            because = [*hazard.causes(hit), *occasions(world, who, whom, deal.before_staff(world))]
            deal.happen(world, who, whom, because, dice)


def note(
    world: "World",
    kind: Kind,
    who: int,
    whom: int,
    because: Iterable[Cause],
    amount: float = 0.0,
    detail: int = 0,
) -> int:
    """Write down a deed where it is done, each cause once, the weightiest of it."""
    weighed: dict[int, Cause] = {}
    for cause in because:
        held = weighed.get(cause.event)
        if cause.event and (held is None or held.weight < cause.weight):
            weighed[cause.event] = cause
    place = int(world.ground.room_at[world.one(who, Place).tile])
    return world.emit(
        kind, who=who, whom=whom, place=place, amount=amount, detail=detail, because=weighed.values()
    )


def nature(world: "World", who: int, trait: str, share: float = 1.0) -> Cause:
    """Return a man's nature as a cause: the more of a trait he has, the more; `share` is what it counts for here."""
    return Cause(
        int(getattr(world.one(who, Roots), trait)), share * float(getattr(world.one(who, Temper), trait))
    )


def earlier_favour(world: "World", who: int, whom: int, packs: float) -> list[Cause]:
    """Return what one has done for another of whom he now wants so many packs: what is owed for it weighs more."""
    owed, root = feeling(world, whom, who, "debt"), root_of(world, whom, who, "debt")
    if owed and root:
        return [Cause(root, CALLED_BACK * min(1.0, owed / max(packs, owed, 0.25)), Role.MOTIVE)]
    root = root_of(world, whom, who, "regard")
    kind = world.chronicle.event(root).kind if root else None
    return [Cause(root, BEHOLDEN, Role.OPPORTUNITY)] if kind in _FAVOURS else []

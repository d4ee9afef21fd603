"""Pacts: who stands under whose protection, and for how much a week."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.codec import component

if TYPE_CHECKING:
    from game.sim.world import World

FIRST_TRIBUTE_DAYS = 2
"""When the first tribute is due."""
TRIBUTE_DAYS = 7
"""Days between tributes."""


@component
@dataclass(slots=True)
class Pact:
    """A man under another's protection; the entity's space is `pact`, its id the ward's."""

    protector: int
    ward: int
    packs: float
    """Tribute a week."""
    made: int
    """The event it began with; what follows from it cites it."""
    due: int
    """Tick of the next tribute."""
    unpaid: int = 0
    """Tributes in a row that were not paid in full."""


def protect(world: "World", protector: int, ward: int, packs: float, because: int) -> Pact:
    """Put a man under another's protection, in place of whoever protected him before."""
    due = world.tick + FIRST_TRIBUTE_DAYS * MINUTES_PER_DAY
    pact = Pact(protector, ward, packs, because, due)
    world.attach("pact", ward, pact)
    return pact


def abandon(world: "World", ward: int) -> None:
    """End a protection."""
    world.detach("pact", ward)


def protector_of(world: "World", person: int) -> int:
    """Return who protects a person, 0 for nobody."""
    pact = world.component("pact", person, Pact)
    return pact.protector if pact else 0


def wards_of(world: "World", person: int) -> list[int]:
    """Return whom a person protects."""
    return [ward for ward, pact in world.each(Pact) if pact.protector == person]

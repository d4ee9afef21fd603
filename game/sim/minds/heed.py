"""How far what happened has been taken in, and word that is still going round."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.sim.engine.codec import component

if TYPE_CHECKING:
    from game.sim.world import World


@component
@dataclass(slots=True)
class Heedful:
    """How far minds have followed what happens; there is one, in the space `minds`."""

    events: int = 0
    """The last event that was taken to heart."""
    learned: int = 0
    """How many of the office's facts have been weighed for what they say of a man's temper."""


@component
@dataclass(slots=True)
class News:
    """Word of a wound or a death on its way to those who care; the entity's space is `news`, its id the event."""

    until: int
    """Tick after which nobody talks of it any more."""
    named: bool
    """Whether somebody who talks of it knows who did it."""
    waiting: list[int] = field(default_factory=list)
    """Who would care, and has not heard."""


def heedful(world: "World") -> Heedful:
    """Return how far minds have followed; from the beginning, if they never did."""
    held = world.component("minds", 1, Heedful)
    if held is None:
        held = Heedful()
        world.attach("minds", 1, held)
    return held

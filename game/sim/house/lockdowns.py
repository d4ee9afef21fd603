"""Lockdowns: since when and why a wing is locked down, and what it has cost so far."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.engine.codec import component
from game.sim.house.ground import Ints
from game.sim.people import INMATE, Identity, NotedWhen, Status
from game.sim.states import Mind, NotedMind

if TYPE_CHECKING:
    from game.sim.world import World

NOBODY_JUDGED = -1.0
"""Stress of a wing that no staff have judged."""


@component
@dataclass(slots=True)
class Lockdown:
    """A lockdown that is in force; the entity's space is `lockdown`, its id the wing's."""

    wing: int
    since: int
    because: int
    """Event `WingLocked`."""
    stress: float
    """Mean stress of the wing's men as it began, 0 to 1."""
    judged: float
    """The same as staff had judged it; NOBODY_JUDGED: not at all."""
    missed_work_hours: float = 0.0
    """Hours of work that its men would have done since."""


def begin_lockdown(world: "World", wing: int, because: int) -> None:
    """Write down that a wing is locked down from now on."""
    stress, judged = mean_stress(world, wing), judged_stress(world, wing)
    world.attach("lockdown", wing, Lockdown(wing, world.tick, because, stress, judged))


def end_lockdown(world: "World", wing: int) -> None:
    """Close the book on a wing's lockdown."""
    if world.component("lockdown", wing, Lockdown) is not None:
        world.detach("lockdown", wing)


def men_of(world: "World", wing: int) -> Ints:
    """Return the rows of the men who live in a wing and are here."""
    identity = world.everyone(Identity)
    lives = (identity.wing == wing) & (identity.role == INMATE) & (identity.status == Status.PRESENT)
    rows: Ints = lives.nonzero()[0]
    return rows


def mean_stress(world: "World", wing: int) -> float:
    """Return the mean stress of a wing's men, 0 to 1."""
    stress = world.everyone(Mind).stress[men_of(world, wing)]
    return float(stress.mean()) if stress.size else 0.0


def judged_stress(world: "World", wing: int) -> float:
    """Return the mean stress of a wing's men as staff judge it, NOBODY_JUDGED where they don't."""
    rows = men_of(world, wing)
    rows = rows[world.everyone(NotedWhen).tick[rows] >= 0]
    return float(world.everyone(NotedMind).stress[rows].mean()) if rows.size else NOBODY_JUDGED

"""The state of wings: what hour it is for them, who lives there, whether they are locked down."""

from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.calendar import hour_of
from game.sim.office import Wing
from game.sim.people import INMATE, Doing, Identity

if TYPE_CHECKING:
    from game.sim.world import World

STAGGER_MINUTES = 5
"""People don't all move on the stroke of the hour: they set out within so many minutes."""


def refresh(world: "World", wing: Wing, because: int = 0) -> bool:
    """Let a wing do what its regime, or a lockdown, says for now; True if that is something else than before."""
    activity = "locked" if wing.locked_down else wing.hours[hour_of(world.tick)]
    if activity == wing.activity:
        return False
    wing.activity, wing.since = activity, world.tick
    wing.because = because
    stir(world, wing.id, because)
    return True


def stir(world: "World", wing: int, because: int = 0) -> None:
    """Make a wing's inmates think again about what they do, within a few minutes."""
    identity, doing = world.everyone(Identity), world.everyone(Doing)
    rows = ((identity.wing == wing) & (identity.role == INMATE)).nonzero()[0]
    delay = world.dice("stir").belows(STAGGER_MINUTES, len(rows))
    doing.until[rows] = np.minimum(doing.until[rows], world.tick + delay)
    if because:
        doing.because[rows] = because

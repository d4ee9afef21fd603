"""What the map is asked to show: a moment of the game, and what to draw attention to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.sim.views import Scene


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A moment of the game, as drawn."""

    scene: Scene
    minute: float
    """Of the day, 0 to 1439: sets the light."""
    fraction: float
    """0..1: how far the scene's last tick is shown."""
    doors_locked: NDArray[np.bool_]
    """A flag for every door id."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What the picture draws attention to: people and rooms by id."""

    selected: int = 0
    hovered: int = 0
    names: Mapping[int, str] = field(default_factory=dict)
    """Labels of people; shown for the selected, the hovered and the `known`."""
    known: Collection[int] = ()
    alarms: Sequence[int] = ()
    """Rooms where an alarm sounds."""


NO_FOCUS = Focus()

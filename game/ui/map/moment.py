"""What the map is asked to show: a moment of the game, and what to draw attention to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from pygame import Rect

from game.sim.views import Scene
from game.ui.map.veil import Veil


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
    lamps: tuple[float, ...] = ()
    """How far the lamps of each wing burn, 0..1, by wing id; all of them where it is left out."""
    rain: float = 0.0
    """0..1: how hard it rains."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What the picture draws attention to: people and rooms by id."""

    selected: int = 0
    hovered: int = 0
    names: Mapping[int, str] = field(default_factory=dict)
    """Labels of people; shown for the selected, the hovered, the `known` and the `fighting`."""
    known: Collection[int] = ()
    fighting: Collection[int] = ()
    """People known to be fighting; they are named, too."""
    alarms: Sequence[int] = ()
    """Rooms where an alarm sounds."""
    covers: Sequence[Rect] = ()
    """What lies over the picture on the screen: names that would be cut by it are left out."""
    veil: Veil | None = None
    """What an overlay shows."""


NO_FOCUS = Focus()

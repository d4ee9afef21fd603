"""Which wing each point of the light map belongs to, so that a wing's lamps go out with its hours."""

from collections.abc import Sequence

import numpy as np

from game.sim.house.plan import PrisonPlan
from game.ui.map.lamps import LP, Field

SPREAD = 2
"""Tiles by which a wing reaches into the walls around it."""


class WingMap:
    """Wings by pixel."""

    def __init__(self, plan: PrisonPlan) -> None:
        wing_of = np.array([room.wing for room in plan.rooms], np.int64)
        tiles = wing_of[plan.room_at.astype(np.int64)]
        for _ in range(SPREAD):
            for axis, step in ((0, 1), (0, -1), (1, 1), (1, -1)):
                tiles = np.where(tiles == 0, np.where(plan.room_at > 0, 0, np.roll(tiles, step, axis)), tiles)
        self.count = len(plan.wings)
        self.at = np.repeat(np.repeat(tiles.T, LP, axis=0), LP, axis=1).reshape(-1)
        self._burning: tuple[tuple[float, ...], Field] | None = None

    def burning(self, wings: Sequence[float]) -> Field | None:
        """How far lamps burn at each pixel, 0..1; None where all do."""
        if not wings or all(share == 1.0 for share in wings):
            return None
        key = tuple(wings)
        if self._burning is None or self._burning[0] != key:
            table = np.ones(self.count, np.float32)
            table[: len(key)] = key[: self.count]
            self._burning = key, table[self.at]
        return self._burning[1]

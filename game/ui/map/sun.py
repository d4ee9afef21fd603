"""Where the sun stands: how long shadows are by the minute, to which side they fall, and where walls keep it off.

The sun goes from the east over the south to the west, as an hour's clock has it; shadows fall away from it: long to
the west in the morning, short to the north at noon, long to the east in the evening.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.sim.house.plan import Wall
from game.ui.map.ground import Ground
from game.ui.map.lamps import LP, Field

RISES, SETS = 360, 1200
"""Minutes of the day."""
NOON_HEIGHT = math.radians(62)
"""How high it stands at noon: late spring at 40° north."""
STEP = 10
"""Minutes after which shadows are looked at again."""
LONGEST = 2.1
"""A shadow's length for a height of 1, at most."""
FLATTENED = 0.8
"""What is left of lengths from north to south, as the ground is seen aslant."""
CLEAR_HEIGHT = math.radians(14)
"""How high it has to stand for shadows to be as dark as they get."""
LEVELS = 6
"""Steps of a shadow's darkness."""
DIM = (0.50, 0.44, 0.32)
"""What a full shadow takes from each colour of the daylight (shares): it is blue from the sky."""
HEIGHTS = {
    Wall.CONCRETE: (1.25, 1.0),
    Wall.BRICK: (1.25, 1.0),
    Wall.LIGHT: (1.25, 1.0),
    Wall.GLASS: (1.0, 0.25),
    Wall.FENCE: (1.0, 0.3),
    Wall.BARS: (1.0, 0.3),
}
"""By kind of wall: its height in tiles, and which share of the light it stops."""


class Sun(NamedTuple):
    """The shadow of what is 1 high: how far its end lies to the east and to the south, and how dark it is, 0..1."""

    east: float
    south: float
    strength: float


NIGHT = Sun(0.0, 0.0, 0.0)


def sun_at(minute: float, clouds: float = 0.0) -> Sun:
    """The sun at a minute of the day; `clouds` 0..1 hide it."""
    step = minute // STEP * STEP
    if not RISES < step < SETS:
        return NIGHT
    turn = (step - RISES) / (SETS - RISES) * math.pi
    height = math.asin(math.sin(turn) * math.sin(NOON_HEIGHT))
    strength = min(1.0, height / CLEAR_HEIGHT) * max(0.0, 1.0 - 2.5 * clouds)
    long = min(LONGEST, 1 / math.tan(height))
    level = round(strength * LEVELS) / LEVELS
    return Sun(-math.cos(turn) * long, -math.sin(turn) * long * FLATTENED, level) if level else NIGHT


class WallShade:
    """Which share of the sun walls keep off, by pixel of the light map."""

    def __init__(self, ground: Ground, outside: NDArray[np.bool_]) -> None:
        self._sky = np.repeat(np.repeat((outside & ~ground.solid).T, LP, axis=0), LP, axis=1)
        self._walls = [
            (height, np.float32(share), np.repeat(np.repeat(mask.T, LP, axis=0), LP, axis=1))
            for height, share, mask in _masks(ground)
        ]
        self._of: tuple[float, float] | None = None
        self.field: Field = np.zeros(self._sky.shape, np.float32)

    def cast(self, sun: Sun) -> Field | None:
        """The shade by pixel, 0..1, in one row; None where there is no sun."""
        if not sun.strength:
            return None
        if self._of != (sun.east, sun.south):
            self._of = sun.east, sun.south
            self._cast(sun)
        return self.field.reshape(-1)

    def at(self, columns: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether points of the light map lie in the shade of a wall."""
        found: NDArray[np.bool_] = self.field[columns, rows] > 0.5
        return found

    def _cast(self, sun: Sun) -> None:
        """Lay every wall's outline along its shadow."""
        self.field.fill(0)
        for height, share, mask in self._walls:
            dx, dy = sun.east * height * LP, sun.south * height * LP
            count = max(1, math.ceil(max(abs(dx), abs(dy))))
            shade = np.zeros_like(mask)
            for step in range(1, count + 1):
                _lay(shade, mask, round(dx * step / count), round(dy * step / count))
            np.maximum(self.field, shade * share, out=self.field)
        self.field *= self._sky
        _soften(self.field)


def _masks(ground: Ground) -> list[tuple[float, float, NDArray[np.bool_]]]:
    """The tiles of walls of one height."""
    kinds: dict[tuple[float, float], list[int]] = {}
    for wall, of in HEIGHTS.items():
        kinds.setdefault(of, []).append(int(wall))
    found = [(*of, np.isin(ground.wall, walls)) for of, walls in kinds.items()]
    return [(height, share, mask) for height, share, mask in found if mask.any()]


def _lay(shade: NDArray[np.bool_], mask: NDArray[np.bool_], dx: int, dy: int) -> None:
    """Add `mask`, moved by some pixels."""
    width, height = mask.shape
    to = slice(max(0, dx), width + min(0, dx)), slice(max(0, dy), height + min(0, dy))
    of = slice(max(0, -dx), width + min(0, -dx)), slice(max(0, -dy), height + min(0, -dy))
    shade[to] |= mask[of]


def _soften(field: Field) -> None:
    """A little blur, in place."""
    field[1:-1] = (field[:-2] + 2 * field[1:-1] + field[2:]) / 4
    field[:, 1:-1] = (field[:, :-2] + 2 * field[:, 1:-1] + field[:, 2:]) / 4

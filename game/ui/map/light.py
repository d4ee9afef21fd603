"""Light over the prison, multiplied over the picture: by the hour, by lamp, and red where an alarm sounds."""

import math
import time
from collections.abc import Hashable, Iterator, Sequence

import numpy as np
import pygame

from game.ui.map.daylight import ALARM, BURNING, DAY, INDOORS, NIGHT, OUTDOORS, by_minute
from game.ui.map.ground import Ground
from game.ui.map.lamps import LAYERS, LP, Field, lamps_of, lit_layers
from game.ui.map.light_chunks import coarse_chunk, smooth_chunk
from game.ui.map.masks import beside, pool, soft_mask, within_walls
from game.ui.map.sun import DIM, Sun, WallShade, sun_at
from game.ui.map.terrain import SIDE
from game.ui.map.veil import Veil, Woven
from game.ui.map.window import Window
from game.ui.map.wings import WingMap

STEP = 3
"""Minutes after which light is looked at again."""
SHADE_STEP = 20
"""Minutes after which the shade of walls is looked at again."""
FRESH_SECONDS = 0.003
"""Time of a frame for making chunks of light anew, once all have been made."""
MOST_WAITS = 4
"""Busy frames in a row in which the next light is not summed up."""
REST = 6
"""Frames between two changes of light that are no leap."""
LEAP = 16
"""Change of colour (of 255) from which all light is made anew at once."""
ALARM_TAKES, ALARM_GIVES = (0.0, 0.40, 0.36), (153, 5, 13)
"""What an alarm takes from each colour (a share) and adds to it (of 255) where it is brightest."""
KEPT_BYTES = 64 << 20
"""How much of the light is kept ready for drawing."""
PULSES = 8
"""Steps of the red of an alarm."""
OVERCAST = (0.46, 0.40, 0.30)
"""What thick clouds take from each colour of the daylight (shares): rain is dark and a little blue."""
OUTSIDE = 1
"""The layer of what lies under the sky, among all that are summed up."""
WING_LAMPS = (2 + LAYERS.index("cells"), 2 + LAYERS.index("rooms"))
"""Layers, among all that are summed up, that a wing's hours put out."""


class Light:
    """The light map, `LP` pixels a tile, and the pieces of it in the sizes they are drawn."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        plan = ground.plan
        outside = np.ones((plan.height, plan.width), np.bool_)
        for room in plan.rooms[1:]:
            if not room.outdoors and room.kind != "outside":
                outside[np.unravel_index(np.array(room.tiles, int), outside.shape)] = False
        outside &= ~within_walls(outside, ground.upright)
        self.shade = WallShade(ground, outside)
        self.outside = soft_mask(outside, 1)
        self.layers: dict[str, Field] = lit_layers(ground, lamps_of(plan))
        self.columns, self.rows = -(-plan.width // SIDE), -(-plan.height // SIDE)
        self.map = pygame.Surface((plan.width * LP, plan.height * LP))
        self._coming = self.map.copy()
        """The next light map, while it is summed up."""
        self._summing: Iterator[None] | None = None
        self.version = 0
        self._key: tuple[object, ...] = ()
        self._alarm_rooms: tuple[int, ...] = ()
        self._alarm_field: Field | None = None
        self._chunks: dict[tuple[int, int, int], tuple[int, pygame.Surface]] = {}
        self._planes = self._stack()
        self._sum, self._work = np.empty_like(self._planes[0, 0]), np.empty_like(self._planes[0, 0])
        self._wait = self._waited = 0
        self._indoors = float(DAY[0])
        self._sun: Sun | None = None
        self._sunlight: list[Field] | None = None
        self._woven: Woven | None = None
        self._veil_key: Hashable = None
        self.wings = WingMap(plan)

    def _stack(self) -> Field:
        """Per colour, what is indoors, what is outdoors and what each layer lights: (3, 2 + layers, pixels)."""
        outside = self.outside[:, :, 0].reshape(-1)
        planes = [
            [1 - outside, outside, *(layer[:, :, c].reshape(-1) for layer in self.layers.values())]
            for c in range(3)
        ]
        return np.ascontiguousarray(np.array(planes, np.float32))

    def set_time(
        self,
        minute: float,
        alarms: Sequence[int] = (),
        pulse: float = 1.0,
        veil: Veil | None = None,
        wings: Sequence[float] = (),
        clouds: float = 0.0,
        seconds: float = math.inf,
    ) -> None:
        """Be the light of a minute of the day, or begin to be: what takes longer than `seconds` follows in later calls.

        Of the rest one step is taken in each call; with no seconds at all, only when it waited for `MOST_WAITS` calls.

        `alarms` are rooms, `pulse` 0..1 the beat of their red; `veil` lies over all; `wings` says how far the lamps
        of each wing burn, by id, all of them if left out; `clouds` 0..1 darken the yard.
        """
        until = time.perf_counter() + seconds
        step = minute // STEP * STEP
        outdoors = by_minute(OUTDOORS, step)
        values = (
            tuple(round(v) for v in by_minute(INDOORS, step)),
            tuple(round(v * (1 - clouds * dim)) for v, dim in zip(outdoors, OVERCAST, strict=True)),
            tuple(round(by_minute(BURNING[name], step)[0], 2) for name in LAYERS),
        )
        beat = round(pulse * PULSES) if alarms else 0
        veil_key = veil.key if veil else None
        sun = sun_at(minute // SHADE_STEP * SHADE_STEP, clouds)
        key = (*values, tuple(alarms), beat, veil_key, tuple(wings), sun)
        self._wait -= 1
        leaps = key != self._key and self._leaps(key)
        if leaps or (key != self._key and self._wait <= 0):
            self._key, self._wait, self._indoors = key, REST, values[0][0]
            self._summing = self._compose(*values, tuple(alarms), beat / PULSES, tuple(wings), veil, sun)
        if seconds > 0 or self._waited >= MOST_WAITS:
            self._go_on(until)
        else:
            self._waited += 1

    def _go_on(self, until: float) -> None:
        """Sum up step after step while there is time, one at least; then let the new light be seen."""
        self._waited = 0
        while self._summing is not None:
            if next(self._summing, self) is self:
                self._summing = None
                self.map, self._coming = self._coming, self.map
                self.version += 1
            if time.perf_counter() > until:
                return

    def _sun_by_pixel(self, sun: Sun) -> list[Field] | None:
        """Which share of each colour of the daylight is left where walls keep the sun off; None without sun."""
        shade = self.shade.cast(sun)
        if shade is None:
            return None
        return [1 - shade * np.float32(share * sun.strength) for share in DIM]

    def _leaps(self, key: tuple[object, ...]) -> bool:
        """Whether the new light is so different that all of it has to change at once."""
        if len(self._key) != len(key) or self._key[3] != key[3] or self._key[6] != key[6]:
            return True
        if _name(self._key[5]) != _name(key[5]):
            return True
        before, after = np.array(self._key[1], float), np.array(key[1], float)
        return bool(np.abs(before - after).max() > LEAP)

    def _compose(
        self,
        indoors: tuple[float, ...],
        outdoors: tuple[float, ...],
        burning: tuple[float, ...],
        alarms: tuple[int, ...],
        beat: float,
        wings: tuple[float, ...],
        veil: Veil | None,
        sun: Sun,
    ) -> Iterator[None]:
        """Sum up the layers, a colour at a time; what is long to prepare comes before, by itself."""
        veil_key = veil.key if veil else None
        if veil_key != self._veil_key:
            self._veil_key, self._woven = veil_key, Woven(veil) if veil else None
            yield
        if sun != self._sun:
            self._sun, self._sunlight = sun, self._sun_by_pixel(sun)
            yield
        inside, beyond = np.array(indoors, np.float32), np.array(outdoors, np.float32)
        if alarms:
            inside, beyond = (
                np.minimum(light, np.array(ALARM, np.float32) * 1.25) for light in (inside, beyond)
            )
        lamps = np.array(burning, np.float32) * (140 if alarms else 255)
        red = None
        if alarms:
            red = self._red(alarms) * np.float32(0.5 + 0.5 * beat)
            yield
        burn = self.wings.burning(wings)
        for colour in range(3):
            self._mix(colour, [inside[colour], beyond[colour], *lamps], burn)
            if red is not None:
                self._sum *= 1 - red * np.float32(ALARM_TAKES[colour])
                self._sum += red * np.float32(ALARM_GIVES[colour])
            if self._woven is not None:
                self._sum *= self._woven.keeps
                self._sum += self._woven.adds(colour)
            np.minimum(self._sum, np.float32(255), out=self._sum)
            pygame.surfarray.pixels3d(self._coming)[:, :, colour] = self._sum.reshape(self.map.get_size())
            if colour < 2:
                yield

    def _mix(self, colour: int, shares: list[np.float32], burn: Field | None) -> None:
        """Sum up the layers of a colour. Plain sums: a matrix product would wake threads and wait for them."""
        self._sum.fill(0)
        for index, (plane, share) in enumerate(zip(self._planes[colour], shares, strict=True)):
            if share:
                np.multiply(plane, share, out=self._work)
                if self._sunlight is not None and index == OUTSIDE:
                    np.multiply(self._work, self._sunlight[colour], out=self._work)
                if burn is not None and index in WING_LAMPS:
                    np.multiply(self._work, burn, out=self._work)
                np.add(self._sum, self._work, out=self._sum)

    def _red(self, alarms: tuple[int, ...]) -> Field:
        """Where the light of an alarm falls, 0..1 by pixel."""
        if alarms != self._alarm_rooms or self._alarm_field is None:
            tiles = np.isin(self.ground.plan.room_at, alarms)
            near = soft_mask(tiles | beside(tiles), 10)
            self._alarm_rooms, self._alarm_field = alarms, (near * pool(tiles)).reshape(-1)
        return self._alarm_field

    def darkness(self) -> float:
        """0 by day, 1 at night, out of doors."""
        return min(1.0, max(0.0, (DAY[0] - self._indoors) / (DAY[0] - NIGHT[0])))

    def at_tile(self, x: int, y: int) -> tuple[int, int, int]:
        """The light in the middle of a tile."""
        colour = self.map.get_at((x * LP + LP // 2, y * LP + LP // 2))
        return colour.r, colour.g, colour.b

    def draw(self, surface: pygame.Surface, window: Window, seconds: float = FRESH_SECONDS) -> None:
        """Multiply the light over what was drawn; chunks that `seconds` don't suffice for stay as they were."""
        blits, until = [], time.perf_counter() + seconds
        for cx, cy, x, y in window.chunks(SIDE, self.columns, self.rows):
            key = (cx, cy, window.tile)
            version, chunk = self._chunks.get(key, (-1, None))
            if version != self.version and time.perf_counter() < until:
                chunk = smooth_chunk(self.map, cx, cy, window.tile)
                self._chunks[key] = (self.version, chunk)
            blits.append((chunk or self._stand_in(cx, cy, window.tile), (x, y)))
        if len(self._chunks) * (SIDE * window.tile) ** 2 * 4 > KEPT_BYTES:
            seen = {(cx, cy, window.tile) for cx, cy, *_ in window.chunks(SIDE, self.columns, self.rows)}
            self._chunks = {key: kept for key, kept in self._chunks.items() if key in seen}
        surface.fblits(blits, pygame.BLEND_RGB_MULT)

    def _stand_in(self, cx: int, cy: int, tile: int) -> pygame.Surface:
        """A chunk made quickly, for a frame or two: the light map itself, coarsely enlarged."""
        chunk = coarse_chunk(self.map, cx, cy, tile)
        self._chunks[cx, cy, tile] = (-1, chunk)
        return chunk


def _name(veil_key: Hashable) -> Hashable:
    """What a veil shows, without how it stands just now; None without one."""
    return veil_key[0] if isinstance(veil_key, tuple) else veil_key

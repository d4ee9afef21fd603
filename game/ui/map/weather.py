"""Weather over the yard: when it rains follows from seed and day alone; the prison itself knows nothing of it."""

import math
import random

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.map.ground import Ground
from game.ui.map.window import Window

RAINY_DAYS = 0.55
SHORTEST, LONGEST = 90, 420
"""Minutes a shower takes."""
FADE_MINUTES = 25
SHEET = 256
"""Side of the picture of rain, in pixels."""
DROPS, SPLASHES = 90, 26
FALL, DRIFT = 620.0, 190.0
"""Pixels a second that rain falls, and is blown aside."""
STREAK = (76, 84, 96)
SPLASH = (60, 68, 78)
FRAMES = 3
MINUTES_PER_DAY = 1440


def rain_at(seed: int, tick: int) -> float:
    """How hard it rains at a tick, 0..1."""
    return max(_shower(seed, tick // MINUTES_PER_DAY - back, tick) for back in (0, 1))


def _shower(seed: int, day: int, tick: int) -> float:
    """The rain of one day's shower, which may last past midnight."""
    dice = random.Random(f"rain {seed} {day}")
    if dice.random() >= RAINY_DAYS:
        return 0.0
    begin = day * MINUTES_PER_DAY + dice.randrange(MINUTES_PER_DAY)
    end, hard = begin + dice.randrange(SHORTEST, LONGEST), 0.45 + 0.55 * dice.random()
    if not begin <= tick < end:
        return 0.0
    return hard * min(1.0, (tick - begin + 1) / FADE_MINUTES, (end - tick) / FADE_MINUTES)


def open_air(ground: Ground) -> list[pygame.Rect]:
    """Rectangles of tiles under the sky, merged along rows and then down columns."""
    sky = ground.plan.room_at == 0
    for room in ground.plan.rooms[1:]:
        if room.outdoors or room.kind == "outside":
            sky |= ground.plan.room_at == room.id
    sky &= ~ground.solid
    indoors = (ground.plan.room_at == 0) & ground.upright & (ground.wall == 0)
    return _merged(sky & ~indoors)


def _merged(sky: NDArray[np.bool_]) -> list[pygame.Rect]:
    found: list[pygame.Rect] = []
    growing: dict[tuple[int, int], pygame.Rect] = {}
    for y, row in enumerate(sky):
        edges = np.flatnonzero(np.diff(np.concatenate(([False], row, [False])).astype(np.int8))).reshape(
            -1, 2
        )
        runs = {(int(left), int(right)) for left, right in edges}
        for run in [run for run in growing if run not in runs]:
            found.append(growing.pop(run))
        for left, right in runs:
            rect = growing.setdefault((left, right), pygame.Rect(left, y, right - left, 0))
            rect.height += 1
    return found + list(growing.values())


class Weather:
    """Draws rain where the sky is open."""

    def __init__(self, ground: Ground) -> None:
        self.areas = open_air(ground)
        self._sheets: dict[tuple[int, int], pygame.Surface] = {}

    def draw(self, surface: pygame.Surface, window: Window, rain: float, seconds: float) -> None:
        """Add falling rain; `rain` 0..1, `seconds` of real time move it."""
        level = round(rain * 4)
        if not level:
            return
        frame = int(seconds * 9) % FRAMES
        sheet = self._sheet(level, frame)
        x = round(-window.left - seconds * DRIFT) % SHEET
        y = round(-window.top + seconds * FALL) % SHEET
        before = surface.get_clip()
        for area in self.areas:
            seen = pygame.Rect(
                area.x * window.tile - window.left,
                area.y * window.tile - window.top,
                area.w * window.tile,
                area.h * window.tile,
            ).clip(before)
            if seen.w and seen.h:
                surface.set_clip(seen)
                surface.fblits(_tiled(sheet, seen, x, y), pygame.BLEND_RGB_ADD)
        surface.set_clip(before)

    def _sheet(self, level: int, frame: int) -> pygame.Surface:
        """A picture of rain on black that meets itself at its edges."""
        if (level, frame) not in self._sheets:
            self._sheets[level, frame] = _paint(level / 4, frame)
        return self._sheets[level, frame]


def _tiled(
    sheet: pygame.Surface, seen: pygame.Rect, x: int, y: int
) -> list[tuple[pygame.Surface, tuple[int, int]]]:
    left = seen.left - (seen.left - x) % SHEET
    top = seen.top - (seen.top - y) % SHEET
    return [
        (sheet, (column, row))
        for row in range(top, seen.bottom, SHEET)
        for column in range(left, seen.right, SHEET)
    ]


def _paint(rain: float, frame: int) -> pygame.Surface:
    dice, sheet = random.Random(7), pygame.Surface((SHEET, SHEET))
    for _ in range(round(DROPS * rain)):
        x, y, long = dice.randrange(SHEET), dice.randrange(SHEET), dice.randrange(12, 26)
        shade = dice.uniform(0.55, 1.0)
        colour = tuple(round(part * shade) for part in STREAK)
        for dx in (0, -SHEET):
            for dy in (0, -SHEET):
                start = (x + dx, y + dy)
                pygame.draw.aaline(sheet, colour, start, (start[0] - long * 0.3, start[1] + long))
    for number in range(round(SPLASHES * rain)):
        x, y = dice.randrange(6, SHEET - 6), dice.randrange(6, SHEET - 6)
        if (number + frame) % FRAMES == 0:
            wide = 3 + number % 2
            pygame.draw.arc(sheet, SPLASH, (x - wide, y - 2, 2 * wide, 5), 0, math.tau)
    return sheet.convert() if pygame.display.get_surface() else sheet

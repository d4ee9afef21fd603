"""Shadows of people and of what stands under the sky: by day away from the sun, at night away from the nearest mast.

A shadow's picture is made once for each stand of the sun and each size, and kept; all that are in view are laid
together first, the darkest winning, so that a crowd's shadows run into one another instead of adding up.
"""

import math
import time

import numpy as np
import pygame
from numpy.typing import NDArray

from game.sim.house.furniture import Pose
from game.ui.kit.bounded import Bounded
from game.ui.map.crowd import Posture
from game.ui.map.daylight import BURNING, by_minute
from game.ui.map.ground import Ground
from game.ui.map.lamps import LP
from game.ui.map.silhouettes import BOXES, FORMS, Patch, paint_contact, paint_shadow
from game.ui.map.sun import LEVELS, NIGHT, STEP, Sun, WallShade, sun_at
from game.ui.map.window import Window

FEET = {"tree": (16.0, 27.0), "mast": (16.0, 27.0), "hoop": (16.0, 27.0)}
"""Where things touch the ground, in pixels from their tile's corner."""
LAMP_REACH, LAMP_HEIGHT = 9.0, 2.6
"""Of a mast, in tiles."""
LAMP_STRENGTH = 0.75
"""How dark shadows of lamps are, beside those of the sun."""
TURNS = 16
"""Directions in which lamps throw shadows."""
KEPT_BYTES = 32 << 20
REACH = 200
"""Pixels of zoom 1 that a shadow reaches at most."""

Blit = tuple[pygame.Surface, tuple[int, int]]
Bools = NDArray[np.bool_]


class Shadows:
    """Draws the shadows of a prison."""

    def __init__(self, ground: Ground, sky: list[pygame.Rect], shade: WallShade) -> None:
        plan = ground.plan
        self.areas, self.shade, self.width = sky, shade, plan.width
        open_air = np.zeros((plan.height, plan.width), np.bool_)
        for area in sky:
            open_air[area.top : area.bottom, area.left : area.right] = True
        self.open_air: Bools = open_air
        self._patches: Bounded[Patch] = Bounded(KEPT_BYTES, _bytes)
        self._latest: dict[tuple[str, int], Patch] = {}
        self._painted, self._until = False, math.inf
        self._sheet = pygame.Surface((1, 1))
        pieces = [(piece, *divmod(piece.tile, plan.width)) for piece in plan.pieces]
        outside = [(piece.kind, x, y) for piece, y, x in pieces if open_air[y, x]]
        self._things = [
            (x * 32 + FEET.get(kind, (0, 0))[0], y * 32 + FEET.get(kind, (0, 0))[1], kind)
            for kind, x, y in outside
            if kind in FORMS or kind in BOXES
        ]
        spots = [(x + (16 if kind in BOXES else 0), y) for x, y, kind in self._things]
        self._spots = tuple(np.array(spots, float).reshape(-1, 2).T)
        masts = [(x + 0.5, y + 0.9) for kind, x, y in outside if kind == "mast"]
        self._masts = np.array(masts, float).reshape(-1, 2)

    def draw(
        self,
        canvas: pygame.Surface,
        window: Window,
        posture: Posture,
        rows: list[int],
        minute: float,
        clouds: float,
        until: float = math.inf,
    ) -> None:
        """Darken the ground; `rows` of the posture are in view. New pictures wait when the clock is past `until`."""
        self._painted, self._until = False, until
        near = np.array(rows, np.int64)
        near = near[posture.pose[near] != Pose.LIE]
        sun, lamps = sun_at(minute, clouds), by_minute(BURNING["yard"], minute // STEP * STEP)[0]
        x, y, seated = posture.x[near], posture.y[near], posture.seated[near]
        seated = seated | (posture.pose[near] == Pose.SIT)
        outside = self._under_sky(x, y)
        lit = outside & ~self._shaded(x, y) if sun.strength else np.zeros_like(outside)
        self._contacts(canvas, window, x[~lit & ~seated], y[~lit & ~seated])
        if sun.strength:
            blits = self._cast(window, x[lit], y[lit], seated[lit], sun) + self._still(window, sun)
        else:
            blits = self._by_lamps(window, x[outside], y[outside], seated[outside], lamps)
        if blits:
            self._lay(canvas, window, blits)

    def _under_sky(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> Bools:
        height, width = self.open_air.shape
        rows, columns = (y // 32).astype(np.int64), (x // 32).astype(np.int64)
        found: Bools = self.open_air[np.clip(rows, 0, height - 1), np.clip(columns, 0, width - 1)]
        return found

    def _shaded(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> Bools:
        """Who stands in the shade of a wall, and throws none."""
        width, height = self.shade.field.shape
        columns, rows = (x * LP / 32).astype(np.int64), (y * LP / 32).astype(np.int64)
        return self.shade.at(np.clip(columns, 0, width - 1), np.clip(rows, 0, height - 1))

    def _contacts(
        self, canvas: pygame.Surface, window: Window, x: NDArray[np.float64], y: NDArray[np.float64]
    ) -> None:
        """A soft shadow right under people."""
        patch = self._patches.get(("contact", window.tile), lambda: paint_contact(window.tile))
        canvas.fblits(_placed(patch, window, x, y), pygame.BLEND_RGB_MULT)

    def _cast(
        self, window: Window, x: NDArray[np.float64], y: NDArray[np.float64], seated: Bools, sun: Sun
    ) -> list[Blit]:
        """The shadows that people throw in the sun."""
        standing = _placed(self._patch("person", sun, window.tile), window, x[~seated], y[~seated])
        return standing + _placed(self._patch("sitting", sun, window.tile), window, x[seated], y[seated])

    def _still(self, window: Window, sun: Sun) -> list[Blit]:
        """The shadows of what stands still."""
        found, scale, reach = [], window.scale, REACH * window.scale
        shaded = self._shaded(*self._spots)
        for row, (x, y, kind) in enumerate(self._things):
            left, top = x * scale - window.left, y * scale - window.top
            near = -reach < left < window.width + reach and -reach < top < window.height + reach
            patch = self._patch(kind, sun, window.tile) if near and not shaded[row] else None
            if patch is not None:
                found.append((patch.picture, (round(left) - patch.x, round(top) - patch.y)))
        return found

    def _by_lamps(
        self, window: Window, x: NDArray[np.float64], y: NDArray[np.float64], seated: Bools, burning: float
    ) -> list[Blit]:
        """The faint shadows that masts throw at night."""
        if not len(self._masts) or not len(x) or burning < 0.2:
            return []
        dx, dy = x[:, None] / 32 - self._masts[:, 0], y[:, None] / 32 - self._masts[:, 1]
        apart = np.hypot(dx, dy)
        nearest, found = apart.argmin(1), []
        for row, mast in enumerate(nearest.tolist()):
            sun = _from_lamp(float(dx[row, mast]), float(dy[row, mast]), float(apart[row, mast]), burning)
            kind = "sitting" if seated[row] else "person"
            patch = self._ready_patch(kind, sun, window.tile) if sun.strength else None
            if patch is not None:
                at = round(float(x[row]) * window.scale), round(float(y[row]) * window.scale)
                found.append((patch.picture, (at[0] - window.left - patch.x, at[1] - window.top - patch.y)))
        return found

    def _patch(self, kind: str, sun: Sun, tile: int) -> Patch | None:
        """A shadow's picture; while the sun moves on, the one before until there is time for it; at first, none."""
        patch = self._ready_patch(kind, sun, tile) or self._latest.get((kind, tile))
        if patch is not None:
            self._latest[kind, tile] = patch
        return patch

    def _ready_patch(self, kind: str, sun: Sun, tile: int) -> Patch | None:
        """A shadow's picture, if it is there, or there is time to make it; one is made in any frame."""
        if (kind, sun, tile) not in self._patches:
            if self._painted and time.perf_counter() > self._until:
                return None
            self._painted = True
        return self._patches.get((kind, sun, tile), lambda: paint_shadow(kind, sun, tile))

    def _lay(self, canvas: pygame.Surface, window: Window, blits: list[Blit]) -> None:
        """Lay shadows together, and darken with them what lies under the sky."""
        if self._sheet.get_width() < window.width or self._sheet.get_height() < window.height:
            size = max(self._sheet.get_width(), window.width), max(self._sheet.get_height(), window.height)
            self._sheet = pygame.Surface(size, 0, canvas)
        touched = pygame.Rect(blits[0][1], blits[0][0].get_size())
        touched.unionall_ip([pygame.Rect(at, picture.get_size()) for picture, at in blits])
        seen = [self._on_screen(area, window).clip(touched) for area in self.areas]
        seen = [area.clip(canvas.get_rect()) for area in seen]
        seen = [area for area in seen if area.w and area.h]
        if seen:
            self._sheet.fill((255, 255, 255), touched.clip(canvas.get_rect()))
            self._sheet.fblits(blits, pygame.BLEND_RGB_MIN)
            for area in seen:
                canvas.blit(self._sheet, area, area, pygame.BLEND_RGB_MULT)

    @staticmethod
    def _on_screen(area: pygame.Rect, window: Window) -> pygame.Rect:
        tile = window.tile
        return pygame.Rect(
            area.x * tile - window.left, area.y * tile - window.top, area.w * tile, area.h * tile
        )


def _from_lamp(dx: float, dy: float, apart: float, burning: float) -> Sun:
    """The shadow of who stands so far from a lamp, in tiles, in one of a few directions and lengths."""
    strength = LAMP_STRENGTH * burning * max(0.0, 1 - apart / LAMP_REACH)
    level = round(strength * LEVELS) / LEVELS
    if not level or apart < 0.4:
        return NIGHT
    turn = round(math.atan2(dy, dx) / math.tau * TURNS) * math.tau / TURNS
    long = round(min(1.6, apart / LAMP_HEIGHT) * 3) / 3
    return Sun(math.cos(turn) * long, math.sin(turn) * long, level)


def _bytes(patch: Patch) -> int:
    return patch.picture.get_width() * patch.picture.get_height() * 4


def _placed(
    patch: Patch | None, window: Window, x: NDArray[np.float64], y: NDArray[np.float64]
) -> list[Blit]:
    """A picture at everyone's feet."""
    if patch is None:
        return []
    left = (np.rint(x * window.scale) - (window.left + patch.x)).astype(np.int64).tolist()
    top = (np.rint(y * window.scale) - (window.top + patch.y)).astype(np.int64).tolist()
    return [(patch.picture, at) for at in zip(left, top, strict=True)]

"""A canvas much larger than its picture: shapes are drawn coarse and big, then smoothed down to clean edges."""

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import pygame

from game.ui.art.palette import INK, Colour

MASTER = 2
"""Pictures are kept at twice their size on screen at zoom 1, so that zoom 2 is crisp."""

Point: TypeAlias = tuple[float, float]


def shrink(surface: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The surface at another size, edges clean: colours are weighed by their opacity."""
    small = pygame.transform.smoothscale(surface.premul_alpha(), size)
    alpha = pygame.surfarray.pixels_alpha(small)
    colours = pygame.surfarray.pixels3d(small)
    weight = np.maximum(alpha, 1).astype(np.uint16)[:, :, None]
    np.minimum(colours * np.uint16(255) // weight, 255, out=colours, casting="unsafe")
    return small


def fade(size: tuple[int, int], top: Colour, bottom: Colour) -> pygame.Surface:
    """A surface that runs from one colour at its top to another at its bottom."""
    width, height = max(1, size[0]), max(1, size[1])
    ends = np.array([(*top, 255)[:4], (*bottom, 255)[:4]], np.float32)
    share = np.linspace(0.0, 1.0, height, dtype=np.float32)[:, None]
    column = (ends[0] * (1 - share) + ends[1] * share).astype(np.uint8)
    rows = np.ascontiguousarray(np.broadcast_to(column[:, None, :], (height, width, 4)))
    return pygame.image.frombuffer(rows.tobytes(), (width, height), "RGBA")


class Canvas:
    """Draws in pixels of zoom 1 from an origin that can be moved and scaled.

    While `ink` is set, every opaque shape is drawn larger by `grow` and in that colour: so the same
    painter first lays an outline, then the picture over it.
    """

    def __init__(self, width: float, height: float, scale: int = 8, origin: Point = (0.0, 0.0)) -> None:
        self.width, self.height, self.scale = width, height, scale
        self.surface = pygame.Surface((round(width * scale), round(height * scale)), pygame.SRCALPHA)
        self.unit = float(scale)
        self.left, self.top = origin[0] * scale, origin[1] * scale
        self.ink: Colour | None = None
        self.grow = 0.0

    @contextmanager
    def at(self, x: float, y: float, zoom: float = 1.0) -> Iterator[None]:
        """Draw around another origin, at another size, for a while."""
        before = self.left, self.top, self.unit
        self.left, self.top = self.left + x * self.unit, self.top + y * self.unit
        self.unit *= zoom
        try:
            yield
        finally:
            self.left, self.top, self.unit = before

    def outlined(self, paint: Callable[[], None], width: float = 0.75, ink: Colour = INK) -> None:
        """Paint twice: first everything larger and in ink, then as it is."""
        self.ink, self.grow = ink, width * self.scale
        paint()
        self.ink, self.grow = None, 0.0
        paint()

    def _stroke(self, colour: Colour) -> tuple[Colour, bool]:
        """The colour to use, and whether it lets through what is under it."""
        if self.ink is not None:
            return self.ink, False
        return colour, len(colour) == 4 and colour[3] < 255

    def _skips(self, colour: Colour) -> bool:
        return self.ink is not None and len(colour) == 4 and colour[3] < 255

    def _box(self, x: float, y: float, width: float, height: float) -> pygame.Rect:
        left, top = self.left + x * self.unit - self.grow, self.top + y * self.unit - self.grow
        right, bottom = left + width * self.unit + 2 * self.grow, top + height * self.unit + 2 * self.grow
        box = pygame.Rect(round(left), round(top), 0, 0)
        box.size = max(1, round(right) - box.left), max(1, round(bottom) - box.top)
        return box

    def rect(self, x: float, y: float, w: float, h: float, colour: Colour, radius: float = 0.0) -> None:
        """A box, its corners rounded by `radius`."""
        if self._skips(colour) or w <= 0 or h <= 0:
            return
        colour, through = self._stroke(colour)
        box, corner = self._box(x, y, w, h), round(radius * self.unit + self.grow)
        if through:
            glaze = pygame.Surface(box.size, pygame.SRCALPHA)
            pygame.draw.rect(glaze, colour, glaze.get_rect(), border_radius=corner)
            self.surface.blit(glaze, box)
        else:
            pygame.draw.rect(self.surface, colour, box, border_radius=corner)

    def oval(self, cx: float, cy: float, rx: float, ry: float, colour: Colour) -> None:
        """An oval around a centre."""
        if self._skips(colour):
            return
        colour, through = self._stroke(colour)
        box = self._box(cx - rx, cy - ry, 2 * rx, 2 * ry)
        if through:
            glaze = pygame.Surface(box.size, pygame.SRCALPHA)
            pygame.draw.ellipse(glaze, colour, glaze.get_rect())
            self.surface.blit(glaze, box)
        else:
            pygame.draw.ellipse(self.surface, colour, box)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A filled polygon."""
        if self._skips(colour):
            return
        colour, through = self._stroke(colour)
        spots = [(self.left + x * self.unit, self.top + y * self.unit) for x, y in points]
        if through:
            glaze, (left, top) = self._glaze(spots, 0.0)
            pygame.draw.polygon(glaze, colour, [(x - left, y - top) for x, y in spots])
            self.surface.blit(glaze, (left, top))
            return
        pygame.draw.polygon(self.surface, colour, spots)
        if self.grow:
            for a, b in zip(spots, [*spots[1:], spots[0]], strict=True):
                self._bar(self.surface, a, b, colour, self.grow)

    def line(self, a: Point, b: Point, colour: Colour, width: float = 1.0) -> None:
        """A line with round ends."""
        self.path((a, b), colour, width)

    @staticmethod
    def _glaze(spots: Sequence[Point], margin: float) -> tuple[pygame.Surface, tuple[int, int]]:
        """An empty surface that holds the spots, and where its corner is."""
        left, top = min(x for x, _ in spots) - margin, min(y for _, y in spots) - margin
        right, bottom = max(x for x, _ in spots) + margin, max(y for _, y in spots) + margin
        corner = math.floor(left) - 1, math.floor(top) - 1
        size = math.ceil(right) - corner[0] + 2, math.ceil(bottom) - corner[1] + 2
        return pygame.Surface(size, pygame.SRCALPHA), corner

    def path(self, points: Sequence[Point], colour: Colour, width: float = 1.0) -> None:
        """Lines from point to point, with round ends and joints."""
        if self._skips(colour):
            return
        colour, through = self._stroke(colour)
        spots = [(self.left + x * self.unit, self.top + y * self.unit) for x, y in points]
        half = width * self.unit / 2 + self.grow
        if not through:
            for a, b in pairwise(spots):
                self._bar(self.surface, a, b, colour, half)
            return
        glaze, (left, top) = self._glaze(spots, half)
        for a, b in pairwise([(x - left, y - top) for x, y in spots]):
            self._bar(glaze, a, b, colour, half)
        self.surface.blit(glaze, (left, top))

    @staticmethod
    def _bar(surface: pygame.Surface, a: Point, b: Point, colour: Colour, half: float) -> None:
        length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
        nx, ny = -(b[1] - a[1]) / length * half, (b[0] - a[0]) / length * half
        corners = [
            (a[0] + nx, a[1] + ny),
            (b[0] + nx, b[1] + ny),
            (b[0] - nx, b[1] - ny),
            (a[0] - nx, a[1] - ny),
        ]
        pygame.draw.polygon(surface, colour, corners)
        pygame.draw.circle(surface, colour, a, half)
        pygame.draw.circle(surface, colour, b, half)

    def fade(self, x: float, y: float, w: float, h: float, top: Colour, bottom: Colour) -> None:
        """A box that runs from one colour to another."""
        if self.ink is None:
            box = self._box(x, y, w, h)
            self.surface.blit(fade(box.size, top, bottom), box)

    def tone(self, x: float, y: float, w: float, h: float, top: int, bottom: int) -> None:
        """Darken what has been drawn in a box, from one brightness (0..255) to another."""
        if self.ink is None:
            box = self._box(x, y, w, h)
            veil = fade(box.size, (top, top, top), (bottom, bottom, bottom))
            self.surface.blit(veil, box, special_flags=pygame.BLEND_RGB_MULT)

    def picture(self, zoom: float = MASTER) -> pygame.Surface:
        """What was drawn, at `zoom` times the logical size."""
        return shrink(self.surface, (round(self.width * zoom), round(self.height * zoom)))

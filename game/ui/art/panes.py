"""Upright things one sees through: glass, bars and fences. People stand before them or behind them."""

from collections.abc import Callable

import pygame

from game.sim.house.plan import Wall
from game.ui.art.canvas import Canvas
from game.ui.art.palette import clear, darker, lighter, rgb

TILE = 32
RISE = 10
"""Pixels by which a pane rises above its own tile."""

ALUMINIUM = rgb("C3CED2")
ALUMINIUM_SHADE = rgb("6F7E86")
GLASS = rgb("93D5DB")
IRON = rgb("525B63")
IRON_LIT = rgb("AEB8BF")
WIRE = rgb("B9C0C5")
POST = rgb("838C92")


def _glass_across(canvas: Canvas, left: float, right: float) -> None:
    """A pane from west to east, in a frame of aluminium."""
    width, top, foot = right - left, -4.0, TILE - 3.0
    canvas.rect(left, TILE - 2, width, 3, (0, 0, 0, 60))
    canvas.fade(left, top, width, foot - top, clear(rgb("DDF6F8"), 0.26), clear(GLASS, 0.15))
    for x, thick, light in ((5, 3.2, 74), (10.5, 1.3, 46), (24, 1.8, 40)):
        if left <= x - 4 and x + 13 <= right + 8:
            canvas.shape(
                [(x, foot), (x + thick, foot), (x + thick + 9, top), (x + 9, top)], (255, 255, 255, light)
            )
    canvas.rect(left, top - 2.4, width, 3.0, ALUMINIUM)
    canvas.rect(left, top + 0.5, width, 0.7, ALUMINIUM_SHADE)
    canvas.rect(left, foot, width, 2.6, ALUMINIUM_SHADE)
    canvas.rect(left, foot, width, 0.8, ALUMINIUM)
    for x in (left, right - 1.4):
        canvas.rect(x, top - 1, 1.4, foot - top + 2, clear(ALUMINIUM_SHADE, 0.8))


def _glass_along(canvas: Canvas, top: float, foot: float) -> None:
    """A pane from north to south, seen on its upper edge."""
    mid = TILE / 2
    canvas.fade(mid + 2, top, 4, foot - top, (0, 0, 0, 10), (0, 0, 0, 34))
    canvas.rect(mid - 2.4, top, 4.8, foot - top, clear(GLASS, 0.62))
    canvas.rect(mid - 2.6, top, 1.2, foot - top, ALUMINIUM)
    canvas.rect(mid + 1.4, top, 1.2, foot - top, ALUMINIUM_SHADE)
    canvas.rect(mid - 0.5, top, 0.8, foot - top, (255, 255, 255, 110))


def _bars_across(canvas: Canvas, left: float, right: float) -> None:
    top, foot = -7.0, TILE - 2.0
    canvas.rect(left, foot, right - left, 3, (0, 0, 0, 70))
    steps = max(1, round((right - left) / 5.33))
    for step in range(steps):
        x = left + (step + 0.5) * (right - left) / steps
        canvas.rect(x - 1, top, 2.0, foot - top, IRON, 0.8)
        canvas.rect(x - 1, top, 0.8, foot - top, IRON_LIT, 0.3)
    for y, thick in ((top - 1.4, 3.0), (TILE / 2, 1.8), (foot - 1.6, 2.6)):
        canvas.rect(left, y, right - left, thick, darker(IRON, 0.35))
        canvas.rect(left, y, right - left, 0.9, lighter(IRON, 0.3))


def _bars_along(canvas: Canvas, top: float, foot: float) -> None:
    mid = TILE / 2
    canvas.rect(mid + 1.8, top, 4, foot - top, (0, 0, 0, 50))
    canvas.rect(mid - 2, top, 4, foot - top, darker(IRON, 0.3))
    canvas.rect(mid - 2, top, 1.1, foot - top, IRON_LIT)
    y = top + 2
    while y < foot - 1:
        canvas.oval(mid, y, 1.5, 1.5, IRON_LIT)
        canvas.oval(mid + 0.3, y + 0.3, 1.0, 1.0, IRON)
        y += 5.33


def _fence_across(canvas: Canvas, left: float, right: float) -> None:
    top, foot = -8.0, TILE - 2.0
    mesh = clear(rgb("C8CED2"), 0.46)
    canvas.rect(left, foot, right - left, 2.4, (0, 0, 0, 60))
    for step in range(-8, 9):
        x = step * 4.0
        for a, b in (((x, foot), (x + 36, top)), ((x + 36, foot), (x, top))):
            canvas.line(a, b, mesh, 0.55)
    canvas.rect(left, top - 0.8, right - left, 1.5, WIRE)
    canvas.rect(left, foot - 1, right - left, 1.3, POST)
    canvas.rect(TILE / 2 - 1.2, top - 3, 2.4, foot - top + 3, POST, 0.8)
    canvas.rect(TILE / 2 - 1.2, top - 3, 0.9, foot - top + 3, lighter(POST, 0.35), 0.4)
    for step in range(6):
        x = 3 + step * 5.3
        for dx in (-1.6, 1.6):
            canvas.line((x - 2.4, top - 3.2 + dx), (x + 2.4, top - 3.2 - dx), (216, 220, 224), 0.6)


def _fence_along(canvas: Canvas, top: float, foot: float) -> None:
    mid = TILE / 2
    canvas.rect(mid + 1.4, top, 3.4, foot - top, (0, 0, 0, 46))
    canvas.rect(mid - 0.9, top, 1.8, foot - top, POST)
    canvas.rect(mid - 0.9, top, 0.7, foot - top, lighter(POST, 0.4))
    y = top
    while y < foot - 3:
        canvas.line((mid - 2.2, y), (mid + 2.2, y + 3.4), (216, 220, 224), 0.6)
        canvas.line((mid + 2.2, y), (mid - 2.2, y + 3.4), (216, 220, 224), 0.6)
        y += 4.6
    canvas.oval(mid, TILE / 2 - 6, 1.8, 1.4, lighter(POST, 0.4))


Across = Callable[[Canvas, float, float], None]
PAINTERS: dict[Wall, tuple[Across, Across]] = {
    Wall.GLASS: (_glass_across, _glass_along),
    Wall.BARS: (_bars_across, _bars_along),
    Wall.FENCE: (_fence_across, _fence_along),
}


def paint_pane(wall: Wall, n: bool, e: bool, s: bool, w: bool) -> pygame.Surface:
    """A tile of a see-through wall that goes on to the given sides; `RISE` pixels higher than a tile."""
    canvas = Canvas(TILE, TILE + RISE, origin=(0, RISE))
    across, along = PAINTERS[wall]
    mid = TILE / 2
    flat = e or w or not (n or s)
    if n:
        along(canvas, 0, TILE - 4 if flat else mid)
    if s:
        along(canvas, TILE - 4 if flat else mid - 2, TILE)
    if flat:
        across(canvas, 0 if w or not e else mid - 1.4, TILE if e or not w else mid + 1.4)
    return canvas.picture()

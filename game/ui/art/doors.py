"""Doors: a leaf that slides or swings into the wall, and a lamp that says whether it is locked."""

from collections.abc import Callable

import pygame

from game.sim.house.plan import DoorKind
from game.ui.art.canvas import Canvas
from game.ui.art.palette import LED_LOCKED, LED_OPEN, WIRE_DARK, Colour, clear, darker, lighter, rgb
from game.ui.art.panes import ALUMINIUM, ALUMINIUM_SHADE, GLASS, IRON, IRON_LIT

TILE = 32
RISE = 10
STEPS = 4
"""A door is drawn from 0 (shut) to `STEPS` (wide open)."""

FRAME = rgb("2B3138")
LEAF = rgb("808B94")


def _steel(canvas: Canvas, left: float, width: float) -> None:
    """A steel leaf with a window and a handle, 28 high from y=2."""
    top, height = 0.0, 30.0
    canvas.rect(left, top, width, height, darker(LEAF, 0.45))
    canvas.fade(left + 0.8, top + 0.8, width - 1.6, height - 1.6, lighter(LEAF, 0.16), darker(LEAF, 0.14))
    canvas.rect(left + 0.8, top + 17, width - 1.6, 0.8, darker(LEAF, 0.3))
    if width > 16:
        canvas.rect(left + 6, top + 4, width - 12, 8, darker(LEAF, 0.55), 1)
        canvas.rect(left + 7, top + 5, width - 14, 6, rgb("2E4652"), 0.6)
        canvas.rect(left + 7.6, top + 5.6, 5, 1.2, (255, 255, 255, 80))
        canvas.rect(left + 4, top + 22, width - 8, 4.4, darker(LEAF, 0.2), 0.6)
    if width > 8:
        canvas.rect(left + width - 4.2, top + 14, 2.2, 6, rgb("D9DCDF"), 0.8)


def _glass(canvas: Canvas, left: float, width: float) -> None:
    top, height = -3.0, 32.0
    canvas.fade(left, top, width, height, clear(rgb("E2F8FA"), 0.36), clear(GLASS, 0.24))
    if width > 14:
        canvas.shape([(left + 5, 29), (left + 8, 29), (left + 17, -3), (left + 14, -3)], (255, 255, 255, 86))
    for x in (left, left + width - 1.8):
        canvas.rect(x, top, 1.8, height, ALUMINIUM)
    canvas.rect(left, top, width, 1.8, ALUMINIUM)
    canvas.rect(left, top + height - 2.4, width, 2.4, ALUMINIUM_SHADE)
    if width > 10:
        canvas.rect(left + width - 5, 11, 1.6, 9, darker(ALUMINIUM_SHADE, 0.3), 0.8)


def _bars(canvas: Canvas, left: float, width: float) -> None:
    top, foot = -5.0, 30.0
    count = max(1, round(width / 4.8))
    for step in range(count):
        x = left + (step + 0.5) * width / count
        canvas.rect(x - 1, top, 2, foot - top, IRON, 0.8)
        canvas.rect(x - 1, top, 0.8, foot - top, IRON_LIT)
    for y in (top, 13.0, foot - 2):
        canvas.rect(left, y, width, 2.4, darker(IRON, 0.3))
        canvas.rect(left, y, width, 0.9, lighter(IRON, 0.34))
    if width > 14:
        canvas.rect(left + width - 6.5, 11.5, 5, 6, darker(IRON, 0.2), 0.8)
        canvas.oval(left + width - 4, 14.5, 1, 1, rgb("14181C"))


def _gate(canvas: Canvas, left: float, width: float) -> None:
    top, foot = -4.0, 30.0
    mesh = clear(rgb("C4CACE"), 0.55)
    for step in range(int(width // 4) + 1):
        x = left + step * 4
        canvas.line((x, foot), (min(x + 12, left + width), top), mesh, 0.6)
        canvas.line((x, top), (min(x + 12, left + width), foot), mesh, 0.6)
    for x in (left, left + width - 2.2):
        canvas.rect(x, top, 2.2, foot - top, WIRE_DARK, 0.8)
    for y in (top, 12.0, foot - 2):
        canvas.rect(left, y, width, 2, WIRE_DARK)
        canvas.rect(left, y, width, 0.8, lighter(WIRE_DARK, 0.4))


LEAVES: dict[DoorKind, tuple[Callable[[Canvas, float, float], None], Colour]] = {
    DoorKind.STEEL: (_steel, FRAME),
    DoorKind.GLASS: (_glass, ALUMINIUM_SHADE),
    DoorKind.BARS: (_bars, darker(IRON, 0.3)),
    DoorKind.GATE: (_gate, darker(WIRE_DARK, 0.2)),
}


def _lamp(canvas: Canvas, x: float, y: float, locked: bool) -> None:
    colour = LED_LOCKED if locked else LED_OPEN
    canvas.rect(x - 0.9, y - 0.9, 6.2, 4.0, rgb("14171B"), 1.2)
    canvas.oval(x + 2.2, y + 1.1, 3.4, 2.6, clear(colour, 0.32))
    canvas.rect(x, y, 4.4, 2.2, colour, 1)


def _across(canvas: Canvas, kind: DoorKind, step: int, locked: bool) -> None:
    """A door in a wall that runs from west to east: one looks at its leaf."""
    paint, frame = LEAVES[kind]
    high = -5.0 if kind != DoorKind.STEEL else -2.0
    width = 26 * (1 - step / STEPS * 0.86)
    canvas.rect(0, TILE - 2.6, TILE, 2.6, clear(darker(frame, 0.4), 0.75))
    paint(canvas, 3, width)
    canvas.rect(0, high, 3.2, TILE - high - 1, frame)
    canvas.rect(0, high, 0.9, TILE - high - 1, lighter(frame, 0.3))
    canvas.rect(TILE - 3.2, high, 3.2, TILE - high - 1, frame)
    canvas.rect(TILE - 3.2, high, 0.9, TILE - high - 1, lighter(frame, 0.22))
    canvas.rect(0, high - 2.2, TILE, 3.4, frame)
    canvas.rect(0, high - 2.2, TILE, 0.9, lighter(frame, 0.34))
    _lamp(canvas, TILE / 2 - 2.2, high - 1.8, locked)


def _along(canvas: Canvas, kind: DoorKind, step: int, locked: bool) -> None:
    """A door in a wall that runs from north to south: one looks at its upper edge."""
    _, frame = LEAVES[kind]
    mid, length = TILE / 2, 26 * (1 - step / STEPS * 0.86)
    edge = {DoorKind.STEEL: LEAF, DoorKind.GLASS: GLASS, DoorKind.BARS: IRON_LIT, DoorKind.GATE: WIRE_DARK}[
        kind
    ]
    canvas.rect(mid - 4, 0, 8, TILE, clear(darker(frame, 0.4), 0.5))
    canvas.rect(mid + 2.6, 1, 4, length + 4, (0, 0, 0, 46))
    canvas.rect(mid - 2.8, 0, 5.6, 3 + length, darker(edge, 0.4), 0.8)
    canvas.rect(mid - 2.0, 0.6, 3.6, 2 + length, edge, 0.6)
    canvas.rect(mid - 2.0, 0.6, 1.2, 2 + length, lighter(edge, 0.34), 0.4)
    if kind != DoorKind.GLASS:
        canvas.rect(mid - 2.8, 3 + length, 5.6, 5, darker(edge, 0.55), 0.6)
    for y in (-3.0, TILE - 4.0):
        canvas.rect(mid - 5, y, 10, 4.4, frame, 0.8)
        canvas.rect(mid - 5, y, 10, 0.9, lighter(frame, 0.34), 0.4)
    _lamp(canvas, mid - 2.2, -2.0, locked)


def paint_door(kind: DoorKind, across: bool, step: int, locked: bool) -> pygame.Surface:
    """A door `step` of `STEPS` open, in a wall that runs across (west to east) or along.

    The picture is `RISE` pixels higher than a tile. An opening has no leaf, only a worn threshold.
    """
    canvas = Canvas(TILE, TILE + RISE, origin=(0, RISE))
    if kind == DoorKind.OPENING:
        if across:
            canvas.rect(0, TILE - 2, TILE, 1.6, (20, 24, 28, 110))
        else:
            canvas.rect(TILE / 2 - 0.8, 0, 1.6, TILE, (20, 24, 28, 90))
    elif across:
        _across(canvas, kind, step, locked)
    else:
        _along(canvas, kind, step, locked)
    return canvas.picture()

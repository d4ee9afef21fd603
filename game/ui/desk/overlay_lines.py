"""Lines between people over the map: where they begin and end, how strong they look, and how they are drawn."""

from typing import NamedTuple

from pygame import Rect, Surface, Vector2, gfxdraw

from game.ui.kit import Ui

Point = tuple[float, float]
CHEST, BODY = 18.0, 12.0
"""Pixels of zoom 1: how high over somebody's feet his middle is, and half of his width."""
GAP = 20
"""Pixels that a line leaves free before a body."""
THIN, THICK = 1.5, 5.0
"""Widths of the weakest line and the strongest."""
FAINT, FULL = 90, 235
"""Opacity (of 255) of the weakest line and the strongest; of all others while the mouse is on one."""
STRONG_POINTS = 70.0
"""Points from which a line is as strong as it gets."""
MOST_DASHES = 400
HEAD_LONG, HEAD_WIDE = 12, 7
"""Of an arrow: its length and half of its width."""
STEP = 6
"""Pixels by which a plate is moved back along its line until it is free."""


class Stroke(NamedTuple):
    """How a line looks."""

    colour: tuple[int, int, int]
    opacity: int
    width: float
    """Pixels at scale 1."""
    pattern: tuple[int, ...]
    """Pixels drawn and left out, in turns; empty: an unbroken line."""


def strength_of(points: float) -> float:
    """How strong a line looks, 0..1."""
    return max(0.0, min(1.0, points / STRONG_POINTS))


def stroke_of(colour: tuple[int, int, int], points: float, pattern: tuple[int, ...], dimmed: bool) -> Stroke:
    """The look of a line of so many points; `dimmed` while the mouse is on another."""
    share = strength_of(points)
    opacity = FAINT // 2 if dimmed else round(FAINT + (FULL - FAINT) * share)
    return Stroke(colour, opacity, THIN + (THICK - THIN) * share, pattern)


def between(start: Point, end: Point, before: float, after: float) -> tuple[Vector2, Vector2] | None:
    """What is left of a way when so much is left free at its ends; None for nothing."""
    way = Vector2(end) - Vector2(start)
    far = way.length()
    if far <= before + after:
        return None
    along = way / far
    return Vector2(start) + along * before, Vector2(end) - along * after


def past(start: Point, end: Point, plates: list[Rect]) -> float:
    """How far along a way the last of some plates reaches; 0 if it meets none."""
    met = [plate.clipline(start, end) for plate in plates]
    return max((Vector2(start).distance_to(found[1]) for found in met if found), default=0.0)


def way_out(start: Point, end: Point, size: tuple[int, int], within: Rect, taken: list[Rect]) -> Rect | None:
    """A free place for a plate, as far along a line as it stays in view; None where there is none."""
    inner = within.inflate(-size[0], -size[1])
    clipped = inner.clipline(start, end)
    if not clipped:
        return None
    first, last = Vector2(clipped[0]), Vector2(clipped[1])
    steps = max(1, int((last - first).length() / STEP))
    for step in range(steps + 1):
        plate = Rect((0, 0), size)
        x, y = last.lerp(first, step / steps)
        plate.center = round(x), round(y)
        if plate.collidelist(taken) < 0:
            return plate
    return None


def draw_line(ui: Ui, start: Vector2, end: Vector2, stroke: Stroke) -> None:
    """A line between two points of the screen in its pattern."""
    far = (end - start).length()
    if not far:
        return
    along, at = (end - start) / far, 0.0
    for number in range(MOST_DASHES):
        step = ui.px(stroke.pattern[number % len(stroke.pattern)]) if stroke.pattern else far
        if number % 2 == 0:
            _bar(ui.surface, start + along * at, start + along * min(far, at + step), along, ui, stroke)
        at += step
        if at >= far:
            return


def _bar(surface: Surface, start: Vector2, end: Vector2, along: Vector2, ui: Ui, stroke: Stroke) -> None:
    """A piece of a line, which lets through what is under it."""
    aside = Vector2(-along.y, along.x) * (stroke.width * ui.scale / 2)
    _fill(surface, [start + aside, end + aside, end - aside, start - aside], stroke)


def draw_head(ui: Ui, tip: Vector2, along: Vector2, stroke: Stroke) -> None:
    """The head of an arrow that points `along`."""
    long, wide = ui.px(HEAD_LONG), ui.px(HEAD_WIDE) * (0.7 + 0.3 * stroke.width / THICK)
    back, aside = tip - along * long, Vector2(-along.y, along.x) * wide
    _fill(ui.surface, [tip, back + aside, back - aside], stroke)


def _fill(surface: Surface, points: list[Vector2], stroke: Stroke) -> None:
    spots = [(round(x), round(y)) for x, y in points]
    gfxdraw.filled_polygon(surface, spots, (*stroke.colour, stroke.opacity))

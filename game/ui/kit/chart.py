"""A chart of lines, with a soft area under them, that tells its values under the mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import pygame
from pygame import Rect, Surface

from game.ui.kit.theme import Colour, Rgb
from game.ui.kit.ui import Ui

OVERSIZE = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A named row of values, oldest first."""

    name: str
    values: tuple[float, ...]
    colour: Colour = "accent"
    filled: bool = False


def chart(
    ui: Ui,
    name: str,
    area: Rect,
    lines: Sequence[Line],
    top: float,
    labels: Sequence[tuple[float, str]] = (),
    steps: int = 4,
    band: tuple[float, float, Colour] | None = None,
) -> int | None:
    """Draw `lines` from 0 to `top`, with `labels` (share of the width, text) below.

    Returns the index of the value under the mouse.
    """
    plot = plot_of(ui, area)
    if band:
        _band(ui, plot, top, band)
    _axes(ui, plot, top, labels, steps)
    inks = tuple((line.values, ui.rgb(line.colour), line.filled) for line in lines)
    picture = ui.pictures.get(("chart", plot.size, inks, top), lambda: _plot(plot.size, inks, top))
    ui.surface.blit(picture, plot.topleft)
    ui.spot(f"{name}.plot", plot)
    return _reading(ui, f"{name}.plot", plot, lines, top)


def plot_of(ui: Ui, area: Rect) -> Rect:
    """Where the lines of a chart in `area` are drawn: what its numbers and labels leave."""
    left, below = ui.px(30), ui.px(18)
    return Rect(area.x + left, area.y + ui.px(6), area.w - left - ui.px(6), area.h - below - ui.px(6))


def _band(ui: Ui, plot: Rect, top: float, band: tuple[float, float, Colour]) -> None:
    low, high, colour = band
    y0, y1 = plot.bottom - plot.h * high / top, plot.bottom - plot.h * low / top
    ui.box(Rect(plot.x, round(y0), plot.w, round(y1 - y0)), colour, 0, alpha=24)


def _axes(ui: Ui, plot: Rect, top: float, labels: Sequence[tuple[float, str]], steps: int) -> None:
    for step in range(steps + 1):
        y = plot.bottom - plot.h * step // steps
        ui.across(plot.x, y, plot.w)
        number = Rect(plot.x - ui.px(40), y - ui.px(9), ui.px(34), ui.px(18))
        ui.label(number, f"{top * step / steps:.0f}", "dim", "small_number", 11, "right")
    for share, text in labels:
        x = plot.x + round(plot.w * share)
        at = Rect(x - ui.px(20), plot.bottom + ui.px(2), ui.px(40), ui.px(16))
        ui.label(at, text, "dim", "small_number", 11, "centre")


def _plot(size: tuple[int, int], inks: Sequence[tuple[tuple[float, ...], Rgb, bool]], top: float) -> Surface:
    width, height = size[0] * OVERSIZE, size[1] * OVERSIZE
    large = Surface((width, height), pygame.SRCALPHA)
    for values, colour, filled in inks:
        points = _points(values, width, height, top)
        if filled and len(points) > 1:
            large.blit(_shade(points, (width, height), colour), (0, 0))
    for values, colour, _ in inks:
        points = _points(values, width, height, top)
        for one, other in pairwise(points):
            pygame.draw.line(large, colour, one, other, 2 * OVERSIZE)
            pygame.draw.circle(large, colour, other, OVERSIZE - 0.5)
    return pygame.transform.smoothscale(large, size)


def _points(values: Sequence[float], width: int, height: int, top: float) -> list[tuple[float, float]]:
    step = width / max(1, len(values) - 1)
    return [(i * step, height * (1 - min(top, max(0.0, v)) / top)) for i, v in enumerate(values)]


def _shade(points: list[tuple[float, float]], size: tuple[int, int], colour: Rgb) -> Surface:
    shade = Surface(size, pygame.SRCALPHA)
    foot = [(points[-1][0], float(size[1])), (points[0][0], float(size[1]))]
    pygame.draw.polygon(shade, colour, points + foot)
    ramp = Surface((1, 2), pygame.SRCALPHA)
    ramp.set_at((0, 0), (255, 255, 255, 110))
    ramp.set_at((0, 1), (255, 255, 255, 6))
    shade.blit(pygame.transform.smoothscale(ramp, size), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    return shade


def _reading(ui: Ui, name: str, plot: Rect, lines: Sequence[Line], top: float) -> int | None:
    count = max((len(line.values) for line in lines), default=0)
    if ui.hot != name or count < 2:
        return None
    index = round((ui.inputs.mouse[0] - plot.x) / max(1, plot.w) * (count - 1))
    index = max(0, min(count - 1, index))
    x = plot.x + plot.w * index // (count - 1)
    ui.down(x, plot.y, plot.h, "edge")
    for line in lines:
        y = plot.bottom - round(plot.h * min(top, line.values[index]) / top)
        ui.dot((x, y), 3, line.colour)
    return index

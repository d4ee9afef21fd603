"""Marks on a chart's line: what happened at a moment; the mouse reads them and a click asks for more."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.ui.kit.chart import Line, plot_of
from game.ui.kit.theme import Colour
from game.ui.kit.ui import Ui

REACH = 8
"""How near to a mark the mouse reads it, in pixels; marks nearer to one another than that are one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened: what it is called, when (share of the width), how it looks."""

    id: int
    share: float
    colour: Colour = "warn"
    grave: bool = False


def chart_marks(
    ui: Ui, name: str, area: Rect, line: Line, top: float, marks: Sequence[Mark]
) -> tuple[int, bool]:
    """Draw marks on a line of the chart in `area`, a diamond for the grave and a dot for the others.

    Returns the id of the mark under the mouse (0: none), and whether it was clicked.
    """
    plot, read, clicked = plot_of(ui, area), 0, False
    for mark in apart(marks, ui.px(REACH) / max(1, plot.w)):
        x, y = _place(plot, line.values, top, mark.share)
        near = Rect(0, 0, 2 * ui.px(REACH), 2 * ui.px(REACH))
        near.center = (x, y)
        hot, hit = ui.hit(f"{name}.mark.{mark.id}", near, REACH)
        _draw(ui, (x, y), mark, plot.bottom, hot)
        if hot:
            read, clicked = mark.id, hit
    return read, clicked


def apart(marks: Sequence[Mark], gap: float) -> list[Mark]:
    """Of marks nearer than `gap` to one another only the gravest, of equals the later."""
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (not m.grave, -m.share)):
        if all(abs(mark.share - other.share) >= gap for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda m: m.share)


def _place(plot: Rect, values: Sequence[float], top: float, share: float) -> tuple[int, int]:
    at = share * (len(values) - 1)
    low = min(int(at), len(values) - 2)
    value = values[low] + (values[low + 1] - values[low]) * (at - low)
    return plot.x + round(plot.w * share), plot.bottom - round(plot.h * min(top, max(0.0, value)) / top)


def _draw(ui: Ui, at: tuple[int, int], mark: Mark, foot: int, hot: bool) -> None:
    x, y = at
    size = ui.px(6 if hot else 5)
    ui.box(Rect(x, y, max(1, ui.px(1)), foot - y), mark.colour, 0, alpha=110)
    if not mark.grave:
        ui.dot(at, 5 if hot else 4, "panel")
        ui.dot(at, 4 if hot else 3, mark.colour)
        return
    for reach, colour in ((size + ui.px(1), "panel"), (size, mark.colour)):
        corners = [(x - reach, y), (x, y - reach), (x + reach, y), (x, y + reach)]
        pygame.draw.polygon(ui.surface, ui.rgb(colour), corners)

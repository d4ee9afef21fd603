"""A list of rows of which one may be chosen; only rows in view are drawn."""

from collections.abc import Callable

import pygame
from pygame import Rect

from game.ui.kit.layout import Area
from game.ui.kit.scroll import scroll_area
from game.ui.kit.ui import Ui

ROW = 36


def listing(
    ui: Ui,
    name: str,
    area: Area,
    count: int,
    draw_row: Callable[[int, Area, bool], None],
    chosen: int = -1,
    row: float = ROW,
    closed: Callable[[int], str] | None = None,
) -> int | None:
    """Draw rows, `row` pixels high at scale 1; returns the one that was clicked.

    `draw_row(index, area, hot)` fills one; `closed(index)` says why one can't be chosen, empty when it can.
    Rows have the ids `name.row.i`; the arrow keys go through them, Home and End to the first and the last.
    """
    height, clicked = ui.px(row), [-1]
    _leap(ui, name, count, height)

    def rows(whole: Area) -> None:
        first = max(0, (area.y - whole.y) // height)
        for index in range(first, min(count, first + area.h // height + 2)):
            at = Area(whole.x, whole.y + index * height, whole.w, height)
            why = closed(index) if closed else ""
            if _row(ui, f"{name}.row.{index}", at, index == chosen, why):
                clicked[0] = index
            draw_row(index, at.inset(ui.px(10), 0), ui.hot == f"{name}.row.{index}")

    scroll_area(ui, name, area, count * height, rows)
    return clicked[0] if clicked[0] >= 0 else None


def _row(ui: Ui, name: str, at: Area, chosen: bool, why: str) -> bool:
    """The ground of a row; returns whether it was chosen."""
    hot, hit = ui.hit(name, at)
    if hot and why:
        ui.explain(why, at)
    if (hot and not why) or chosen:
        ui.box(at, "hover" if hot and not chosen else "raised", 5)
    if chosen:
        ui.box(Rect(at.x, at.y + ui.px(8), ui.px(3), at.h - ui.px(16)), "accent", 2)
    if hit:
        ui.sounds.append("refuse" if why else "click")
    return hit and not why


def _leap(ui: Ui, name: str, count: int, height: int) -> None:
    """Home and End while a row has the focus."""
    if not (ui.focus or "").startswith(f"{name}.row.") or not count:
        return
    for key, goal in ((pygame.K_HOME, 0), (pygame.K_END, count - 1)):
        if ui.inputs.key(key):
            ui.focus, ui.by_keys = f"{name}.row.{goal}", True
            ui.scrolls[name] = goal * height

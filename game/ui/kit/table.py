"""A sortable table with many rows, of which only those in view are drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pygame import Rect

from game.ui.kit.layout import Area
from game.ui.kit.scroll import GUTTER, scroll_area
from game.ui.kit.ui import Ui

HEAD = 26
ROW = 32


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what heads it, and the share of the width it takes."""

    title: str
    share: float
    align: str = "left"


@dataclass(slots=True)
class Order:
    """By which column a table is sorted, and whether downwards."""

    column: int = 0
    down: bool = False


def table(
    ui: Ui,
    name: str,
    area: Area,
    columns: Sequence[Column],
    order: Order,
    count: int,
    draw_row: Callable[[int, list[Rect], bool], None],
    chosen: int = -1,
) -> int | None:
    """Draw head and rows; `draw_row(index, cells, hot)` fills a row. Returns the row that was clicked."""
    left = Area(area)
    overflowing = count * ui.px(ROW) > area.h - ui.px(HEAD + 2)
    if overflowing:
        area = Area(area.x, area.y, area.w - ui.px(GUTTER), area.h)
    _head(ui, name, area.cut_top(ui.px(HEAD)), columns, order)
    left.cut_top(ui.px(HEAD), ui.px(2))
    height, clicked = ui.px(ROW), [-1]

    def rows(whole: Area) -> None:
        first = max(0, (left.y - whole.y) // height)
        last = min(count, first + left.h // height + 2)
        for index in range(first, last):
            row = Rect(whole.x, whole.y + index * height, whole.w, height)
            hot, hit = ui.hit(f"{name}.row.{index}", row)
            if hot or index == chosen:
                ui.box(row, "hover" if hot else "raised", 4)
            draw_row(index, cells(row, columns, ui.px(8)), hot)
            if hit:
                clicked[0] = index

    scroll_area(ui, f"{name}.rows", left, count * height, rows)
    return clicked[0] if clicked[0] >= 0 else None


def cells(row: Rect, columns: Sequence[Column], pad: int) -> list[Rect]:
    """The rectangles of a row's cells."""
    total, x, found = sum(column.share for column in columns), float(row.x), []
    for column in columns:
        width = row.w * column.share / total
        found.append(Rect(round(x) + pad, row.y, round(width) - 2 * pad, row.h))
        x += width
    return found


def _head(ui: Ui, name: str, area: Area, columns: Sequence[Column], order: Order) -> None:
    for index, (cell, column) in enumerate(zip(cells(area, columns, ui.px(8)), columns, strict=True)):
        hot, hit = ui.hit(f"{name}.head.{index}", cell.inflate(ui.px(8), 0))
        if hit:
            order.down = not order.down if order.column == index else False
            order.column = index
        ink = "accent" if order.column == index else ("text" if hot else "dim")
        width = ui.caps(cell, column.title, ink, 10.5, column.align)
        if order.column == index and column.align == "left":
            arrow = Rect(cell.x + width + ui.px(2), cell.y, ui.px(14), cell.h)
            ui.icon("chevron-down" if order.down else "chevron-up", arrow, 13, "accent")
    ui.across(area.x, area.bottom, area.w)

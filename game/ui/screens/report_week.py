"""The end report's figures: what happened on each day, in all, and how much of it the office knew of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.kit import Area
from game.ui.screens.report_causes import Chains, Figure

if TYPE_CHECKING:
    from game.ui.screens.report import Report

NAME_SHARE = 0.27
"""Share of the width for the names of figures."""
HEAD, ROW, NUMBER = 30, 44, 15
"""Height of the heading, of a figure's line, and of the number over a bar."""
ALL, KNOWN = 56, 104
"""Width of the columns with the whole, and with what is known of it."""


def draw_week(page: Report, whole: Area, chains: Chains) -> None:
    """The figures of the week: a line each, a bar a day, the whole, and how many of them the office knew of."""
    ui, figures = page.ui, chains.figures()
    days = len(figures[0].by_day) if figures else 1
    _head(page, whole.cut_top(ui.px(HEAD)), days)
    for figure in figures:
        line = whole.cut_top(ui.px(ROW))
        ui.across(line.x, line.y, line.w)
        _line(page, line, figure)


def _columns(page: Report, line: Area, days: int) -> tuple[Area, list[Area], Area, Area]:
    """The places of a name, of each day, of the whole, and of what is known."""
    ui = page.ui
    known, whole = line.cut_right(ui.px(KNOWN)), line.cut_right(ui.px(ALL))
    name = line.cut_left(round(line.w * NAME_SHARE))
    return name, line.columns(days, ui.px(4)), whole, known


def _head(page: Report, line: Area, days: int) -> None:
    ui, words = page.ui, page.words
    name, cells, whole, known = _columns(page, line, days)
    ui.brief(name, words("week.scale"), "muted", "body", 12)
    for day, cell in enumerate(cells, 1):
        ui.brief(cell, words("ui.day", n=day), "muted", "body", 12, "centre", str(day))
    ui.label(whole, words("week.all"), "muted", "body", 12, "right")
    ui.label(known, words("week.known"), "muted", "body", 12, "right")


def _line(page: Report, line: Area, figure: Figure) -> None:
    ui = page.ui
    name, cells, whole, known = _columns(page, line, len(figure.by_day))
    ui.brief(name, page.words(f"week.{figure.key}"), "text", "body", 14)
    most = max(*figure.by_day, 1)
    for cell, count in zip(cells, figure.by_day, strict=True):
        _bar(page, cell, count, most)
    ui.label(whole, str(figure.total), "text", "number", 17, "right")
    ui.label(known, str(figure.known) if figure.total else "–", "muted", "number", 15, "right")


def _bar(page: Report, cell: Area, count: int, most: int) -> None:
    """A day's bar with its number above it; a dot where nothing was."""
    ui = page.ui
    if not count:
        ui.label(cell, "·", "muted", "small_number", 12, "centre")
        return
    room = cell.inset(0, ui.px(5))
    high = max(2, round((room.h - ui.px(NUMBER)) * count / most))
    bar = Rect(cell.centerx - cell.w // 4, room.bottom - high, cell.w // 2, high)
    ui.box(bar, "link", 2)
    number = Rect(cell.x, bar.y - ui.px(NUMBER), cell.w, ui.px(NUMBER))
    ui.label(number, str(count), "text", "small_number", 12, "centre")

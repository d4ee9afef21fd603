"""The end report's figures: what happened on each day, in all, and how much of it the office knew of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.kit import Area
from game.ui.screens.report_causes import Chains

if TYPE_CHECKING:
    from game.ui.screens.report import Report

NAME_SHARE = 0.3
"""Share of the width for the names of figures."""


def draw_week(page: Report, whole: Area, chains: Chains) -> None:
    """The figures of the week: a line each, a bar a day, the whole, and how many of them the office knew of."""
    ui, words = page.ui, page.words
    figures = chains.figures()
    days = len(figures[0].by_day) if figures else 1
    head = whole.cut_top(ui.px(20), ui.px(4))
    known = head.cut_right(ui.px(96))
    ui.label(known, words("week.known"), "dim", "body", 12, "right")
    ui.label(head.cut_right(ui.px(60)), words("week.all"), "dim", "body", 12, "right")
    head.cut_left(round(whole.w * NAME_SHARE))
    for day, cell in enumerate(head.columns(days, ui.px(4)), 1):
        ui.label(cell, str(day), "dim", "small_number", 12, "centre")
    for figure in figures:
        line = whole.cut_top(ui.px(34), ui.px(2))
        ui.across(line.x, line.y, line.w)
        shown = f"{figure.known}" if figure.total else "–"
        ui.label(line.cut_right(ui.px(96)), shown, "muted", "number", 15, "right")
        ui.label(line.cut_right(ui.px(60)), str(figure.total), "text", "number", 17, "right")
        ui.brief(line.cut_left(round(whole.w * NAME_SHARE)), words(f"week.{figure.key}"), "text", "body", 14)
        most = max(*figure.by_day, 1)
        for cell, count in zip(line.columns(days, ui.px(4)), figure.by_day, strict=True):
            _bar(page, cell, count / most, count)


def _bar(page: Report, cell: Area, share: float, count: int) -> None:
    ui = page.ui
    high = round((cell.h - ui.px(16)) * share)
    if count:
        ui.box(
            Rect(cell.x + cell.w // 4, cell.bottom - ui.px(2) - high, cell.w // 2, max(2, high)), "link", 2
        )
    at = Rect(cell.x, cell.bottom - ui.px(2) - high - ui.px(14), cell.w, ui.px(14))
    ui.label(at, str(count) if count else "·", "text" if count else "dim", "small_number", 12, "centre")

"""The end report's key events: the ending first, what touches the story's people, the others folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.kit import Area, rich, rich_height, scroll_measured
from game.ui.screens.report_causes import FAR

if TYPE_CHECKING:
    from game.sim.minds.knowledge import Fact
    from game.ui.screens.report import Report
    from game.ui.screens.report_chain import ChainView

LEFT, TOP, GAP = 38, 8, 4
"""Pixels of a card before its words and above them, and between two cards."""
FOLD = 34
"""Height of the line below which the other men's events lie."""


def draw_keys(page: Report, area: Area, view: ChainView) -> None:
    """Draw the list; what is clicked is followed."""
    ui = page.ui
    ui.caps(area.cut_top(ui.px(18), ui.px(6)), page.words("chain.keys"))
    far, shown = view.chains.far, view.shown()

    def measure(width: int) -> int:
        cards = sum(_height(page, fact, width) + ui.px(GAP) for fact in shown)
        return cards + (ui.px(FOLD + GAP) if far else 0)

    def cards(whole: Area) -> None:
        for number, fact in enumerate(shown):
            if far and number == len(view.chains.near):
                _fold(page, whole.cut_top(ui.px(FOLD), ui.px(GAP)), view)
            _key(page, whole.cut_top(_height(page, fact, whole.w), ui.px(GAP)), fact, view)
        if far and view.folded:
            _fold(page, whole.cut_top(ui.px(FOLD), ui.px(GAP)), view)

    scroll_measured(ui, "report.keys", area, measure, cards)


def _room(page: Report, width: int) -> int:
    """Pixels for a card's words."""
    return width - page.ui.px(LEFT + 10)


def _height(page: Report, fact: Fact, width: int) -> int:
    ui = page.ui
    return rich_height(ui, page.sentence(fact), _room(page, width), 13) + ui.px(16 + 2 * TOP)


def _key(page: Report, card: Area, fact: Fact, view: ChainView) -> None:
    ui, chosen = page.ui, view.event == fact.event
    hot, hit = ui.hit(f"report.key.{fact.event}", card)
    ui.box(card, "hover" if hot else "raised" if chosen else "card", 6, "accent" if chosen else "line")
    icon, tone = page.narrator.sign(fact.kind)
    ui.icon(icon, Rect(card.x + ui.px(6), card.y + ui.px(TOP), ui.px(26), ui.px(22)), 17, tone)
    inner = Area(card.x + ui.px(LEFT), card.y + ui.px(TOP), _room(page, card.w), card.h)
    if view.chains.steps(fact.event) < FAR:
        mark = Rect(card.right - ui.px(24), card.y + ui.px(TOP - 1), ui.px(18), ui.px(18))
        ui.icon("stamp", mark, 14, "accent")
        if hot:
            ui.explain(page.words("chain.has_own"), card)
    ui.label(inner.cut_top(ui.px(16)), page.when(fact), "muted", "body", 12)
    rich(ui, f"report.key.{fact.event}.text", inner, page.sentence(fact), 13)
    if hit:
        view.open(fact.event)


def _fold(page: Report, line: Area, view: ChainView) -> None:
    """The line that opens what happened to the other men, and closes it."""
    ui, words = page.ui, page.words
    hot, hit = ui.hit("report.keys.fold", line)
    if hot:
        ui.box(line, "raised", 6)
    icon = "chevron-right" if view.folded else "chevron-down"
    ui.icon(icon, Rect(line.x + ui.px(6), line.y, ui.px(26), line.h), 16, "muted")
    text = words("chain.more", n=len(view.chains.far)) if view.folded else words("chain.less")
    at = Rect(line.x + ui.px(LEFT), line.y, _room(page, line.w), line.h)
    ui.label(at, text, "text" if hot else "muted", "body", 13)
    if hit:
        view.folded = not view.folded

"""The end report's side: how the warden did, whether it was documented so, and the ends there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.sim.views import OutcomeView
from game.ui.kit import Area, plain_text

if TYPE_CHECKING:
    from game.story.scenario import Scenario
    from game.ui.screens.report import Report


def draw_ends(page: Report, whole: Area, outcome: OutcomeView) -> None:
    """Grade and canon, two things apart; below, the end that was reached among those that are still unknown."""
    ui, words = page.ui, page.words
    canon = words("ui.outcome.canon" if outcome.canon else "ui.outcome.other")
    branch = "book-open" if outcome.canon else "git-branch"
    grade = words.named("grade", outcome.grade)
    _card(page, whole, "grade", "scale", "accent", words("ui.outcome.grade"), grade)
    _card(page, whole, "canon", branch, "violet", words("screens.report.course"), canon)
    scenario = page.playing.game.scenario
    if scenario is None:
        return
    whole.cut_top(ui.px(8))
    ui.caps(whole.cut_top(ui.px(18), ui.px(6)), words("screens.report.ends"))
    for key in scenario.file.outcomes:
        _end(page, whole.cut_top(ui.px(36), ui.px(4)), scenario, str(key), key == outcome.key)


def _card(page: Report, whole: Area, name: str, icon: str, colour: str, caps: str, text: str) -> None:
    ui = page.ui
    card = whole.cut_top(ui.px(54), ui.px(8))
    ui.box(card, "card", 6, "line")
    ui.spot(f"report.{name}", card)
    ui.icon(icon, Rect(card.x, card.y, ui.px(50), card.h), 22, colour)
    line = Area(card.x + ui.px(50), card.y + ui.px(8), card.w - ui.px(60), card.h)
    ui.caps(line.cut_top(ui.px(14), ui.px(2)), caps)
    ui.brief(line.cut_top(ui.px(22)), text, "text", "strong", 15)


def _end(page: Report, card: Area, scenario: Scenario, key: str, reached: bool) -> None:
    """One of the ends: its title if it was reached, else that it is not known yet."""
    ui, words = page.ui, page.words
    hot, _ = ui.hit(f"report.end.{key}", card)
    ui.box(card, "raised" if reached else "card", 6, "accent" if reached else "line")
    icon, colour = ("flag", "accent") if reached else ("circle-question-mark", "muted")
    ui.icon(icon, Rect(card.x, card.y, ui.px(40), card.h), 18, colour)
    title = words("screens.report.end_hidden")
    if reached:
        title = plain_text(scenario.texts.get(scenario.file.outcomes[key].title.key, words.lang))
    line = Rect(card.x + ui.px(42), card.y, card.w - ui.px(50), card.h)
    ui.brief(line, title, "text" if reached else "muted", "strong", 14)
    if hot and not reached:
        ui.explain(words("screens.report.end_unknown"), card)

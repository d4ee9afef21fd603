"""The end report's comparison: what the office knew and what was true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.ui.kit import Area, meter
from game.ui.screens.report_reading import Belief, Count, Course

if TYPE_CHECKING:
    from game.ui.screens.report import Report


def draw_truth(page: Report, whole: Area, course: Course) -> None:
    """How much of each kind the office learned of, how well it judged the men, and what it never heard."""
    ui, words = page.ui, page.words
    ui.caps(whole.cut_top(ui.px(18), ui.px(8)), words("screens.report.truth"))
    page.say(whole, "report.truth_note", words("screens.report.truth_note"), 12.5, "muted", 12)
    for count in course.counts:
        _count(page, whole, count)
    if course.beliefs:
        _wellbeing(page, whole, course.beliefs)
    if course.unseen:
        ui.caps(whole.cut_top(ui.px(24), ui.px(6)), words("screens.report.unseen"))
    for fact in course.unseen:
        icon, colour = page.narrator.sign(fact.kind)
        when = f"[c=dim]{words.day(fact.tick)}, {words.time(fact.tick)}[/c]"
        text = f"{when}  {page.sentence(fact)}"
        page.sign(whole, f"report.unseen.{fact.event}", icon, colour, text, 13)


def _count(page: Report, whole: Area, count: Count) -> None:
    ui, words = page.ui, page.words
    line = whole.cut_top(ui.px(20), ui.px(2))
    shown = words("screens.report.known", n=count.known, all=count.all)
    right = line.cut_right(ui.width(shown, "small_number", 14) + ui.px(4), ui.px(8))
    ui.label(right, shown, "text", "small_number", 14, "right")
    ui.label(line, words.named("screens.report.kind", count.kind), "text", "body", 14)
    meter(ui, whole.cut_top(ui.px(6), ui.px(12)), count.known / max(1, count.all), "link")


def _wellbeing(page: Report, whole: Area, beliefs: Sequence[Belief]) -> None:
    """What the office takes the men's well-being for, and how it is: the line across the meter."""
    ui, words = page.ui, page.words
    ui.caps(whole.cut_top(ui.px(24), ui.px(6)), words("screens.report.wellbeing"))
    for belief in beliefs:
        line = whole.cut_top(ui.px(20), ui.px(2))
        shown = words("screens.report.believed", n=round(belief.believed), true=round(belief.true))
        right = line.cut_right(ui.width(shown, "body", 13) + ui.px(4), ui.px(8))
        ui.label(right, shown, "muted", "body", 13, "right")
        ui.label(line, page.narrator.desk.short_name(belief.person), "text", "body", 14)
        bar = whole.cut_top(ui.px(6), ui.px(12))
        meter(ui, bar, belief.believed / 100, "link", mark=belief.true / 100)

"""The kinds of events that the window treats in a way of their own are kinds that the prison knows."""

from collections.abc import Collection

import pytest

from game.sim.events import Kind
from game.ui.desk import alerts, attention, brief, daily, fights, telling, weights, why_tree
from game.ui.screens import playing, report_causes, report_followed, report_reading
from game.ui.stops import GROUPS

NAMED: dict[str, Collection[str]] = {
    "alerts without a reason": alerts.NO_REASON,
    "ends of a hurry": attention.TELLING,
    "scenes with a small picture": attention.SCENES,
    "alarms of their own": attention.OWN_ALARMS,
    "lines of the briefing": brief.TOLD,
    "reports without a reason": daily.UNREASONED,
    "blows of a fight": fights.TOLD,
    "filter: orders": telling.ORDERS,
    "filter: story": telling.STORY,
    "filter: people": telling.PEOPLE,
    "days": telling.DAYS,
    "quiet": telling.QUIET,
    "severity": weights.SEVERITY,
    "weight for those known": weights.NEAR_KINDS,
    "decisions": why_tree.DECISIONS,
    "own orders": why_tree.ORDERS,
    "matters of course": why_tree.MATTERS_OF_COURSE,
    "settings": why_tree.SETTINGS,
    "favours": why_tree.FAVOURS,
    "news": playing.POINTED_OUT,
    "turns of the report": report_followed.TURNS,
    "untold in the report": report_followed.UNTOLD,
    "compared in the report": report_reading.COMPARED,
    "figures of the report": [kind for kinds in report_causes.FIGURES.values() for kind in kinds],
    "rules of stopping": [kind for _, kinds in GROUPS.values() for kind in kinds],
}


@pytest.mark.parametrize("use", NAMED)
def test_a_kind_that_the_window_names_can_happen(use: str) -> None:
    kinds = set(Kind.__members__)
    assert NAMED[use], use
    assert not set(NAMED[use]) - kinds

"""Incidents on a chart: what men did to one another, set on its line at that moment; a click asks why."""

from typing import TYPE_CHECKING

from game.ui.desk.context import Context
from game.ui.desk.history import Course
from game.ui.desk.telling import recent
from game.ui.kit import Area, Line, Mark, chart_marks

if TYPE_CHECKING:
    from game.sim.minds.knowledge import Fact

GRAVE = frozenset(("Died", "Assaulted"))
LESSER = frozenset(("Quarrelled", "Threatened", "Snapped"))


def draw_incidents(context: Context, area: Area, name: str, line: Line, top: float, course: Course) -> int:
    """Draw what is known to have happened during a course; returns the event under the mouse (0: none)."""
    first, last = course[0][0], course[-1][0]
    marks = [
        Mark(fact.event, (fact.tick - first) / (last - first), "danger" if grave else "warn", grave)
        for fact, grave in ((fact, fact.kind in GRAVE) for fact in _known(context))
        if first <= fact.tick <= last
    ]
    event, clicked = chart_marks(context.ui, name, area, line, top, marks)
    if clicked:
        context.follow_link(f"e{event}")
    return event


def _known(context: Context) -> "list[Fact]":
    """What is known of blows, threats and quarrels."""
    learned = context.desk.learned_count()
    return context.keep(
        "incidents", learned, lambda: [fact for fact in recent(context) if fact.kind in GRAVE | LESSER]
    )

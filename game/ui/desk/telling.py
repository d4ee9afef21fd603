"""Which lines the feed tells: twelve a day by weight, the rest folded together by kind."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.ui.desk.attention import LINES
from game.ui.desk.context import Context

if TYPE_CHECKING:
    from game.sim.minds.knowledge import Fact

ORDERS = frozenset(
    (
        *("Ordered", "CellAssigned", "Posted", "DoorLocked", "DoorUnlocked", "WingLocked", "WingUnlocked"),
        *("RegimeSet", "Sent", "EyeSet", "EyeCleared"),
    )
)
STORY = frozenset(("Said", "Asked", "Decided", "ObjectiveKept", "ObjectiveFailed", "Ended"))
PEOPLE = frozenset(("Arrived", "Left", "Released", "Died", "Killed", "Escaped"))
DAYS = frozenset(("DayBegan", "ShiftBegan", "WorldBegan", "BeatFired", "BeatMissed"))
FILTERS = ("all", "quarrels", "story", "orders", "people")
"""Names of the filters. `quarrels` holds whatever the others don't: what men do to one another."""
QUIET = frozenset(("ShiftBegan", "BeatFired", "BeatMissed", "WorldBegan", "Ordered", "DayBegan"))
"""Kinds the unfiltered feed leaves out: they only repeat what another line says."""
LIMIT = 400
ORDERINGS = ("weight", "time")
FADING_MINUTES = 240
"""Within so many minutes of the same day, news lose half of their weight."""


def group_of(kind: str) -> str:
    """The filter a kind belongs to; empty for the mere course of days."""
    if kind in DAYS:
        return ""
    for name, kinds in (("story", STORY), ("orders", ORDERS), ("people", PEOPLE)):
        if kind in kinds:
            return name
    return "quarrels"


def once(facts: "Iterable[Fact]") -> "list[Fact]":
    """Each event once, as it comes first: who learns more of one later learns it again."""
    told: dict[int, Fact] = {}
    for fact in facts:
        told.setdefault(fact.event, fact)
    return list(told.values())


def unsettled(facts: "list[Fact]") -> "list[Fact]":
    """The same without the questions that are decided by now: the decision tells what was asked."""
    decided = {fact.detail for fact in facts if fact.kind == "Decided"}
    return [fact for fact in facts if fact.kind != "Asked" or fact.detail not in decided]


class Line(NamedTuple):
    """A line of the feed: a fact, or (without one) the fold of a day's lesser facts of a group, or a day's head."""

    fact: "Fact | None"
    day: int
    group: str = ""
    number: int = 0
    open: bool = False


def facts(context: Context) -> "list[Fact]":
    """The facts of the filter, newest first."""
    wanted = FILTERS[context.state.feed_filter]
    found = unsettled(once(reversed(context.desk.feed(limit=LIMIT))))
    if wanted == "all":
        return [fact for fact in found if fact.kind not in QUIET]
    return [fact for fact in found if group_of(fact.kind) == wanted]


def lines(context: Context) -> list[Line]:
    """What the feed shows, from the top, day by day. Filtered, it shows all; unfiltered, it tells and folds."""
    found = facts(context)
    days: dict[int, list[Fact]] = {}
    for fact in found:
        days.setdefault(fact.tick // MINUTES_PER_DAY, []).append(fact)
    told: list[Line] = []
    for day, of_day in sorted(days.items(), reverse=True):
        told.append(Line(None, day))
        told += (
            [Line(fact, day) for fact in of_day] if context.state.feed_filter else _day(context, day, of_day)
        )
    return told


def _day(context: Context, day: int, of_day: "list[Fact]") -> list[Line]:
    attention, last = context.session.attention, max(fact.tick for fact in of_day)

    def weight(fact: "Fact") -> float:
        fading: float = 0.5 ** ((last - fact.tick) / FADING_MINUTES)
        return attention.score(fact) * fading

    weighed = sorted(of_day, key=lambda fact: (-weight(fact), -fact.tick, -fact.event))
    top, rest = weighed[:LINES], weighed[LINES:]
    if context.state.feed_order == "time":
        top.sort(key=lambda fact: (-fact.tick, -fact.event))
    told = [Line(fact, day) for fact in top]
    for group in FILTERS[1:]:
        folded = [fact for fact in rest if group_of(fact.kind) == group]
        if folded:
            is_open = (day, group) in context.state.unfolded
            told.append(Line(None, day, group, len(folded), is_open))
            told += [Line(fact, day) for fact in _by_time(folded)] if is_open else []
    return told


def _by_time(found: "Iterable[Fact]") -> "list[Fact]":
    return sorted(found, key=lambda fact: (-fact.tick, -fact.event))

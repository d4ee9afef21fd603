"""Which lines the feed tells: twelve a day by weight, the rest folded together by kind."""

from collections.abc import Collection, Iterable
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
PEOPLE = frozenset(("Arrived", "Left", "Died"))
DAYS = frozenset(("DayBegan", "ShiftBegan", "WorldBegan", "BeatFired", "BeatMissed"))
FILTERS = ("all", "quarrels", "story", "orders", "people")
"""Names of the filters. `quarrels` holds whatever the others don't: what men do to one another."""
QUIET = frozenset(("ShiftBegan", "BeatFired", "BeatMissed", "WorldBegan", "Ordered", "DayBegan"))
"""Kinds the unfiltered feed leaves out: they only repeat what another line says."""
OWN = ORDERS | {"Decided", "RequestAnswered", "Heard", "Referred", "Mediated", "Separated", "Protected"}
"""What the office did, or what came of its orders at once: never folded where the newest is told first."""
SEVERAL = frozenset(("Told",))
"""Kinds that come several at a time."""
LIMIT, LONG = 400, 6000
"""How many of the last things learned are looked through: for what is told by weight, and for a chosen filter."""
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
    """Each event once, as it comes first: who learns more of one later learns it again.

    Who tells several things in an hour makes one line: its words are the same for each of them.
    """
    told: dict[tuple[int | str, ...], Fact] = {}
    for fact in facts:
        several = fact.kind in SEVERAL
        told.setdefault((fact.kind, fact.who, fact.whom, fact.tick // 60) if several else (fact.event,), fact)
    return list(told.values())


def recent(context: Context) -> "list[Fact]":
    """What was learned lately, newest first, each event once."""
    return context.remember("recent", None, lambda: once(reversed(context.desk.feed(limit=LIMIT))))


def _long_ago(context: Context) -> "list[Fact]":
    """The same much further back: some kinds come once a week."""
    return context.remember("long ago", None, lambda: once(reversed(context.desk.feed(limit=LONG))))


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
    found = unsettled(recent(context) if wanted == "all" else _long_ago(context))
    if wanted == "all":
        return [fact for fact in found if fact.kind not in QUIET]
    done = {fact.event for fact in found if fact.kind in OWN and fact.kind != "Ordered"}
    return [fact for fact in found if group_of(fact.kind) == wanted and not _is_told_next(fact, done)]


def _is_told_next(fact: "Fact", done: Collection[int]) -> bool:
    """Whether an order's own line can go, as the event right after it tells what was done."""
    return fact.kind == "Ordered" and fact.event + 1 in done


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
    if context.state.feed_order == "time":
        return _by_newest(context, day, of_day)
    attention, last = context.session.attention, max(fact.tick for fact in of_day)

    def weight(fact: "Fact") -> float:
        fading: float = 0.5 ** ((last - fact.tick) / FADING_MINUTES)
        return attention.score(fact) * fading

    weighed = sorted(of_day, key=lambda fact: (-weight(fact), -fact.tick, -fact.event))
    top, rest = weighed[:LINES], weighed[LINES:]
    told = [Line(fact, day) for fact in _by_time(top)]
    for group in FILTERS[1:]:
        folded = [fact for fact in rest if group_of(fact.kind) == group]
        if folded:
            is_open = (day, group) in context.state.unfolded
            told.append(Line(None, day, group, len(folded), is_open))
            told += [Line(fact, day) for fact in _by_time(folded)] if is_open else []
    return told


def _by_newest(context: Context, day: int, of_day: "list[Fact]") -> list[Line]:
    """All that touches a face, the story or the office's own orders, however much; of strangers what fits, the rest
    folded into one line. So nothing near goes away while one looks.
    """
    faces = set(context.session.faces)
    near = [fact for fact in of_day if is_near(fact, faces)]
    far = _by_time(fact for fact in of_day if not is_near(fact, faces))
    room = max(0, LINES - len(near))
    told = [Line(fact, day) for fact in _by_time([*near, *far[:room]])]
    if far[room:]:
        is_open = (day, "others") in context.state.unfolded
        told.append(Line(None, day, "others", len(far) - room, is_open))
        told += [Line(fact, day) for fact in far[room:]] if is_open else []
    return told


def is_near(fact: "Fact", faces: "Collection[int]") -> bool:
    """Whether something touches a face, is of the story, or the office's own doing."""
    own = fact.kind in STORY or fact.kind in OWN or fact.source == "eye"
    return own or fact.who in faces or fact.whom in faces


def reported(context: Context, since: int, most: int, strangers: int) -> "list[Fact]":
    """What a report tells of, in the order it happened: what is near first, and few of the strangers' affairs.

    Orders and what was asked tell nothing that the office doesn't know; its decisions do.
    """
    attention, faces = context.session.attention, set(context.session.faces)
    found = [
        fact
        for fact in unsettled(recent(context))
        if fact.tick >= since and fact.kind not in QUIET and group_of(fact.kind) not in ("", "orders")
    ]
    found.sort(key=lambda fact: -attention.score(fact))
    near = [fact for fact in found if is_near(fact, faces)][:most]
    far = [fact for fact in found if not is_near(fact, faces)][: min(strangers, most - len(near))]
    return sorted([*near, *far], key=lambda fact: (fact.tick, fact.event))


def _by_time(found: "Iterable[Fact]") -> "list[Fact]":
    return sorted(found, key=lambda fact: (-fact.tick, -fact.event))

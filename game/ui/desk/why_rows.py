"""The lines of an answer to "why?": events with what led to them, and numbers with what they are made of."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from game.sim.desk.reasons import Reason
from game.sim.minds.knowledge import Fact
from game.sim.views import Tree
from game.ui.desk.asking import reasons_of
from game.ui.desk.context import Context
from game.ui.desk.moods import mood_level, signed
from game.ui.desk.state import Question
from game.ui.desk.why_tree import (
    NATURE,
    SETTINGS,
    Node,
    as_cause,
    causes_told,
    has_causes,
    nodes,
    own_kind,
)
from game.ui.kit.theme import Colour
from game.ui.words import Words

__all__ = ["Row", "event_rows", "has_causes", "nodes", "number_rows", "own_kind", "told", "weight_text"]

DEPTH, BELOW = 6, 3
"""Steps of an event's causes that are shown at once, and below a number's reason; a click on the last goes on."""
PERSONAL = frozenset(("mood", "stress", "tie", "trait"))
"""Questions about what is in a man: he could be asked himself."""
REASON_SIGNS: dict[str, tuple[str, Colour]] = {
    "composure": ("anchor", "link"), "thought": ("brain", "violet"), "need": ("heart-pulse", "warn"),
    "inertia": ("timer", "muted"), "low_mood": ("trending-down", "danger"), "fair_mood": ("trending-up", "good"),
    "burden": ("weight", "danger"), "time": ("clock", "muted"), "doing": ("person-standing", "link"),
    "missed_meal": ("utensils-crossed", "warn"), "judged": ("eye", "link"), "intake": ("file-text", "link"),
    "post": ("shield", "warn"), "lack": ("heart-pulse", "warn"), "mood": ("cloud-rain", "violet"),
    "stress": ("weight", "danger"), "unrest": ("zap", "danger"), "unknown": ("circle-question-mark", "dim"),
}  # fmt: skip
"""By key of a reason: its icon and colour."""


class Row(NamedTuple):
    """A line of the card."""

    depth: int
    last: tuple[bool, ...]
    icon: str
    colour: Colour
    text: str
    role: str
    """Of an event: deed, motive, means or opportunity."""
    weight: float
    """Of an event 0 to 1, of a reason in the number's own points."""
    known: bool
    own: str = ""
    """`order` or `decision`: the office's own doing."""
    event: int = 0
    """Where a click leads on; 0: nowhere."""
    ask: int = 0
    """Of what is unknown: whom the office could hear or watch to learn of it; 0: nobody."""


def event_rows(context: Context, event: int) -> list[Row]:
    """What led to an event."""
    return _each_asked_once([_event_row(context, node) for node in nodes(context.desk.why(event, DEPTH))])


def number_rows(context: Context, question: Question) -> list[Row]:
    """What makes a number, each reason with what led to it."""
    rows: list[Row] = []
    reasons = reasons_of(context, question)
    ask = question.who if question.kind in PERSONAL and can_be_asked(context, question.who) else 0
    deeds = [reason for reason in reasons if reason.key == "deed"] if question.kind == "tension" else []
    for reason in reasons:
        if reason in deeds:
            continue  # told under what they are part of
        rows.append(_reason_row(context, reason)._replace(ask=0 if reason.known else ask))
        if reason.key == "unrest":
            rows += _parts(context, reason, deeds)
        elif reason.event:
            tree = context.desk.why(reason.event, BELOW)
            rows += _under(context, causes_told(tree)[0] if reason.key == "deed" else (tree,))
    return _each_asked_once(rows)


def _under(context: Context, trees: Sequence[Tree]) -> list[Row]:
    """Events with what led to them, a step in."""
    rows = []
    for index, tree in enumerate(trees):
        closes = index == len(trees) - 1
        rows += [
            _event_row(context, at._replace(depth=at.depth + 1, last=(closes, *at.last)))
            for at in nodes(tree)
        ]
    return rows


def _parts(context: Context, whole: Reason, deeds: list[Reason]) -> list[Row]:
    """The events that a reason sums up, each with its share of it."""
    trees = tuple(
        replace(context.desk.why(deed.event, BELOW), weight=deed.weight / (whole.weight or 1.0))
        for deed in deeds
    )
    return _under(context, trees)


def _each_asked_once(rows: list[Row]) -> list[Row]:
    """Offer to ask somebody in one line only, the first in which he might know more."""
    asked: set[int] = set()
    found = []
    for row in rows:
        found.append(row._replace(ask=0) if row.ask in asked else row)
        asked.add(row.ask)
    return found


def _event_row(context: Context, node: Node) -> Row:
    tree, fact = node.tree, node.tree.fact
    if fact is None:
        text = f"[c=dim]{context.words('why.unknown_n', n=node.unknown)}[/c]"
        ask = _who_might_know(context, node.above)
        sign: tuple[str, Colour] = REASON_SIGNS["unknown"]
        return Row(node.depth, node.last, *sign, text, tree.role, 0.0, False, "", 0, ask)
    icon, colour = context.narrator.sign(fact.kind)
    leads = tree.event if node.depth and has_causes(context, tree.event) else 0
    text = told(context, fact, tree.role, node.above)
    role = tree.role if node.depth else ""
    return Row(node.depth, node.last, icon, colour, text, role, tree.weight, True, own_kind(fact), leads)


def _who_might_know(context: Context, fact: Fact | None) -> int:
    """Who could tell more of a deed: the man who did it, else the one it was done to."""
    people = (fact.who, fact.whom) if fact is not None else ()
    return next((id for id in people if can_be_asked(context, id)), 0)


def can_be_asked(context: Context, person: int) -> bool:
    """Whether somebody is an inmate who is here."""
    return bool(person and context.desk.is_here(person) and context.desk.role(person) == "inmate")


def told(context: Context, fact: Fact, role: str = "deed", above: Fact | None = None) -> str:
    """An event with when it was; as a cause of the one above it, what it meant for that."""
    words, text = context.words, as_cause(context, fact, role, above)
    if above is not None and (fact.kind in SETTINGS or fact.kind == NATURE):
        return text
    when = words.moment(fact.tick, context.desk.tick) if fact.tick else words("why.before")
    return f"[c=dim]{when}[/c]  {text}"


def _reason_row(context: Context, reason: Reason) -> Row:
    icon, colour = REASON_SIGNS.get(reason.key, ("circle-dot", "muted"))
    leads = reason.event if reason.event and has_causes(context, reason.event) else 0
    fact = context.desk.fact(reason.event) if reason.event else None
    if reason.key == "deed" and fact is not None:
        icon, colour = context.narrator.sign(fact.kind)
        return Row(0, (), icon, colour, told(context, fact), "", reason.weight, True, own_kind(fact), leads)
    text = _reason_text(context, reason)
    if not reason.known:
        text = f"[c=dim]{text}[/c]"
    return Row(0, (), icon, colour, text, "", reason.weight, reason.known, "", leads)


def _reason_text(context: Context, reason: Reason) -> str:
    """A reason in words, with links in it."""
    words, tell, args = context.words, context.narrator, reason.args
    if reason.key == "thought":
        return thought_text(context, str(args["thought"]), int(args["whom"]))
    if reason.key in ("low_mood", "fair_mood"):
        return words(f"why.mood_behind.{mood_level(float(args['mood']))}")
    if reason.key in ("need", "time"):
        return words(f"why.{reason.key}", need=words.named("need", str(args["need"])))
    if reason.key == "doing":
        return words("why.doing", use=words.named("use", str(args["use"])))
    if reason.key == "post":
        return words("why.post", post=tell.post_name(int(args["post"])))
    if reason.key == "judged":
        age = words("ui.dossier.needs_age", time=words.length(int(args["minutes"])))
        return f"{words('why.judged', who=tell.person(int(args['who'])))} · [c=muted]{age}[/c]"
    return words(f"why.{reason.key}")


def thought_text(context: Context, key: str, whom: int) -> str:
    """A thought in words."""
    if whom:
        return context.words(f"thought.{key}.about", whom=context.narrator.person(whom))
    return context.words(f"thought.{key}.plain")


def weight_text(words: Words, row: Row, number: bool) -> str:
    """How much a line weighs: a share of a tree, or points of a number."""
    return signed(row.weight) if number and not row.depth else words.percent(row.weight)

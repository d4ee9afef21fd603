"""The lines of an answer to "why?": events with what led to them, and numbers with what they are made of."""

from dataclasses import replace
from typing import NamedTuple

from game.sim.desk.reasons import Reason
from game.sim.minds.knowledge import Fact
from game.sim.views import Tree
from game.ui.desk.asking import reasons_of
from game.ui.desk.context import Context
from game.ui.desk.moods import signed
from game.ui.desk.state import Question
from game.ui.kit.theme import Colour

DEPTH, BELOW = 6, 3
"""Steps of an event's causes that are shown at once, and below a number's reason; a click on the last goes on."""
DECISIONS = frozenset(("Decided",))
ORDERS = frozenset(
    (
        *("Ordered", "CellAssigned", "Posted", "DoorLocked", "DoorUnlocked", "WingLocked", "WingUnlocked"),
        *("RegimeSet", "Sent", "EyeSet", "EyeCleared", "Separated", "Protected", "Referred", "VisitAllowed"),
        *("VisitDenied", "VisitWatched"),
    )
)
"""Kinds that are the office's own doing."""
FROM_OUTSIDE = frozenset(("Arrived", "Asked", "Said"))
"""Kinds that courts and the story bring about: of them nobody asks who kept what back."""
REASON_SIGNS: dict[str, tuple[str, Colour]] = {
    "composure": ("anchor", "link"), "thought": ("brain", "violet"), "need": ("heart-pulse", "warn"),
    "inertia": ("timer", "muted"), "low_mood": ("trending-down", "danger"), "fair_mood": ("trending-up", "good"),
    "burden": ("weight", "danger"), "time": ("clock", "muted"), "doing": ("person-standing", "link"),
    "missed_meal": ("utensils-crossed", "warn"), "judged": ("eye", "link"), "intake": ("file-text", "link"),
    "post": ("shield", "warn"), "lack": ("heart-pulse", "warn"), "mood": ("cloud-rain", "violet"),
    "stress": ("weight", "danger"), "unrest": ("zap", "danger"), "unknown": ("circle-question-mark", "dim"),
}  # fmt: skip
"""By key of a reason: its icon and colour."""


class Node(NamedTuple):
    """An event in a tree, and where it stands in it."""

    tree: Tree
    depth: int
    last: tuple[bool, ...]
    """For each step in: whether that branch is the last of its kind, so that its line ends there."""


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


def has_causes(context: Context, event: int) -> bool:
    """Whether there is anything to tell, even if it is only that something is unknown."""
    tree = context.desk.why(event, depth=1)
    return any(child.fact is not None or not _from_outside(tree) for child in tree.children)


def _from_outside(tree: Tree) -> bool:
    return tree.fact is not None and tree.fact.kind in FROM_OUTSIDE


def nodes(tree: Tree) -> list[Node]:
    """The tree line by line, from the top."""
    found: list[Node] = []

    def walk(tree: Tree, depth: int, last: tuple[bool, ...]) -> None:
        found.append(Node(tree, depth, last))
        below = [child for child in tree.children if child.fact is not None or not _from_outside(tree)]
        for index, child in enumerate(below):
            walk(child, depth + 1, (*last, index == len(below) - 1))

    walk(tree, 0, ())
    return found


def event_rows(context: Context, event: int) -> list[Row]:
    """What led to an event."""
    return [_event_row(context, node) for node in nodes(context.desk.why(event, DEPTH))]


def number_rows(context: Context, question: Question) -> list[Row]:
    """What makes a number, each reason with what led to it."""
    rows: list[Row] = []
    reasons = reasons_of(context, question)
    deeds = [reason for reason in reasons if reason.key == "deed"] if question.kind == "tension" else []
    for reason in reasons:
        if reason in deeds:
            continue  # told under what they are part of
        rows.append(_reason_row(context, reason))
        if reason.key == "unrest":
            rows += _parts(context, reason, deeds)
        elif reason.event:
            tree = context.desk.why(reason.event, BELOW)
            rows += _under(context, tree.children if reason.key == "deed" else (tree,))
    return rows


def _under(context: Context, trees: tuple[Tree, ...]) -> list[Row]:
    """Events with what led to them, a step in."""
    rows = []
    for index, tree in enumerate(trees):
        closes = index == len(trees) - 1
        rows += [_event_row(context, Node(at.tree, at.depth + 1, (closes, *at.last))) for at in nodes(tree)]
    return rows


def _parts(context: Context, whole: Reason, deeds: list[Reason]) -> list[Row]:
    """The events that a reason sums up, each with its share of it."""
    trees = tuple(
        replace(context.desk.why(deed.event, BELOW), weight=deed.weight / (whole.weight or 1.0))
        for deed in deeds
    )
    return _under(context, trees)


def own_kind(fact: Fact | None) -> str:
    """Whether an event is the office's own doing: `order`, `decision`, or empty."""
    if fact is None:
        return ""
    return "decision" if fact.kind in DECISIONS else "order" if fact.kind in ORDERS else ""


def _event_row(context: Context, node: Node) -> Row:
    tree, fact = node.tree, node.tree.fact
    if fact is None:
        text = f"[c=dim]{context.words('why.unknown')}[/c]"
        return Row(node.depth, node.last, "circle-question-mark", "dim", text, tree.role, 0.0, False)
    icon, colour = context.narrator.sign(fact.kind)
    leads = tree.event if node.depth and has_causes(context, tree.event) else 0
    return Row(
        node.depth, node.last, icon, colour, told(context, fact), tree.role if node.depth else "",
        tree.weight, True, own_kind(fact), leads,
    )  # fmt: skip


def told(context: Context, fact: Fact) -> str:
    """An event with when it was."""
    words = context.words
    when = words.moment(fact.tick, context.desk.tick) if fact.tick else words("why.before")
    return f"[c=dim]{when}[/c]  {context.narrator.fact(fact)}"


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


def weight_text(row: Row, number: bool) -> str:
    """How much a line weighs: a share of a tree, or points of a number."""
    return signed(row.weight) if number and not row.depth else f"{round(100 * row.weight)} %"

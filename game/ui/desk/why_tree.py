"""A tree of causes in the order it is told: the office's own orders first, mere settings last, the unknown folded."""

from typing import NamedTuple

from game.sim.commands import HearPerson, Mediate, SearchCell, SearchPerson
from game.sim.commands.base import Authority, command_named
from game.sim.minds.knowledge import Fact
from game.sim.people import TRAITS
from game.sim.views import Tree
from game.ui.desk.context import Context
from game.ui.desk.moods import TOLD_POINTS

DECISIONS = frozenset(("Decided",))
ORDERS = frozenset(
    (
        *("Ordered", "CellAssigned", "Posted", "DoorLocked", "DoorUnlocked", "WingLocked", "WingUnlocked"),
        *("RegimeSet", "Sent", "EyeSet", "EyeCleared", "Separated", "Protected", "Referred", "VisitAllowed"),
        *("VisitDenied", "VisitWatched"),
    )
)
"""Kinds that are the office's own doing."""
CARRIED_OUT = ORDERS - {"Ordered"}
"""Kinds that say in so many words what was ordered: the order before them need not be told."""
MATTERS_OF_COURSE = frozenset(
    (
        *("Arrived", "Left", "Asked", "Said", "ObjectiveKept", "ObjectiveFailed", "Ended", "LetterCame"),
        "VisitAsked",
        *("DayBegan", "ShiftBegan", "WorldBegan"),
    )
)
"""Kinds that courts, the clock, the world outside and the story bring about: nobody keeps back why."""
SETTINGS = frozenset(("Arrived", "ShiftBegan", "DayBegan"))
"""Kinds that are part of every cause and seldom the one that matters: never first, and told once in a tree."""
NATURE = "TraitNoted"
FAVOURS = frozenset(("FavourDone", "Gifted", "Lent"))
_TAKES_STAFF = frozenset(each.__name__ for each in (HearPerson, Mediate, SearchCell, SearchPerson))
NEAR = 3
"""Steps within which an own order puts a cause before others."""


class Node(NamedTuple):
    """A line of a tree, and where it stands in it."""

    tree: Tree
    depth: int
    last: tuple[bool, ...]
    """For each step in: whether that branch is the last of its kind, so that its line ends there."""
    above: Fact | None = None
    """What it led to."""
    unknown: int = 0
    """So many causes that nobody has told, in one line; 0: it is known."""


def own_kind(fact: Fact | None) -> str:
    """Whether an event is the office's own doing: `order`, `decision`, or empty."""
    if fact is None or (fact.kind == "Ordered" and fact.detail % 10 != Authority.WARDEN):
        return ""
    return "decision" if fact.kind in DECISIONS else "order" if fact.kind in ORDERS else ""


def causes_told(tree: Tree) -> tuple[list[Tree], list[Tree]]:
    """The known causes of an event in the order they are told, and those that nobody has told."""
    found: list[Tree] = []
    for child in tree.children:
        found += child.children if _doubles(tree, child) else (child,)
    known = sorted((child for child in found if child.fact is not None), key=_rank)
    of_course = tree.fact is not None and tree.fact.kind in MATTERS_OF_COURSE
    return known, [] if of_course else [child for child in found if child.fact is None]


def _doubles(tree: Tree, cause: Tree) -> bool:
    """Whether a cause says nothing that is not said already: the order for what was done, the question answered."""
    if tree.fact is None or cause.fact is None:
        return False
    ordered = tree.fact.kind in CARRIED_OUT and cause.fact.kind == "Ordered"
    return ordered or (tree.fact.kind == "Decided" and cause.fact.kind == "Asked")


def _rank(tree: Tree) -> tuple[bool, bool, float, int]:
    setting = tree.fact is not None and tree.fact.kind in SETTINGS
    return setting, not _near_own(tree, NEAR), -tree.weight, tree.event


def _near_own(tree: Tree, steps: int) -> bool:
    """Whether an own order or decision lies within some steps."""
    return bool(own_kind(tree.fact)) or (
        steps > 0 and any(_near_own(child, steps - 1) for child in tree.children)
    )


def has_causes(context: Context, event: int) -> bool:
    """Whether there is anything to tell, even if it is only that something is unknown."""
    fact = context.desk.fact(event)
    steps = 2 if fact is not None and fact.kind in CARRIED_OUT | DECISIONS else 1
    return any(causes_told(context.desk.why(event, depth=steps)))


def nodes(tree: Tree) -> list[Node]:
    """The tree line by line, from the top."""
    found: list[Node] = []
    told: set[int] = set()

    def walk(tree: Tree, depth: int, last: tuple[bool, ...], above: Fact | None) -> None:
        found.append(Node(tree, depth, last, above))
        if own_kind(tree.fact) == own_kind(above) == "decision":
            return  # one question led to the next: whoever wants to know more of that asks on
        known, unknown = causes_told(tree)
        known = [child for child in known if child.event not in told]
        told.update(child.event for child in known if _told_once(child))
        for index, child in enumerate(known):
            walk(child, depth + 1, (*last, index == len(known) - 1 and not unknown), tree.fact)
        if unknown:
            found.append(Node(unknown[0], depth + 1, (*last, True), tree.fact, len(unknown)))

    walk(tree, 0, (), None)
    return found


def _told_once(tree: Tree) -> bool:
    """Whether to say something only where it is met first: settings, a man's nature, what the office did."""
    fact = tree.fact
    return fact is not None and (fact.kind in SETTINGS or fact.kind == NATURE or bool(own_kind(fact)))


def leading_cause(context: Context, event: int) -> str:
    """The cause to name beside an event where there is room for one only, in words; empty: none is known."""
    return context.remember(f"cause {event}", None, lambda: _leading_cause(context, event))


def _leading_cause(context: Context, event: int) -> str:
    tree = context.desk.why(event, depth=NEAR + 1)
    for child in causes_told(tree)[0]:
        if child.fact is not None and child.fact.kind not in SETTINGS and child.fact.kind != "Asked":
            return as_cause(context, child.fact, child.role, tree.fact)
    return ""


def as_cause(context: Context, fact: Fact, role: str, above: Fact | None) -> str:
    """An event as a reason for another: what it meant, where a mere report of it would not say that."""
    words, tell = context.words, context.narrator
    if above is None:
        return tell.fact(fact)
    if fact.kind == "Arrived":
        return words("why.cause.new", who=tell.person(fact.who), time=words.length(above.tick - fact.tick))
    if fact.kind == "ShiftBegan" and above.kind == "Searched":
        return words("why.cause.routine")
    if fact.kind == NATURE and not context.desk.sees_all:
        return _nature(context, fact)
    if role != "opportunity":
        called_back = fact.kind in FAVOURS and above.kind in ("Demanded", "ProtectionOffered")
        return tell.fact(fact) + (f" {words('why.cause.called_back')}" if called_back else "")
    return _opening(context, fact, above)


def _opening(context: Context, fact: Fact, above: Fact) -> str:
    """What let something happen."""
    words, told = context.words, context.narrator.fact(fact)
    if fact.kind in ("ShiftBegan", "DayBegan") and above.kind == "Assaulted":
        return words("why.cause.no_officer" if fact.kind == "ShiftBegan" else "why.cause.too_full")
    if fact.kind == "CellAssigned":
        return f"{told} {words('why.cause.one_cell')}"
    if fact.kind == "WingLocked":
        return f"{told} {words('why.cause.locked_in')}"
    away = above.kind not in ("Responded", "Struck") and (
        fact.kind in ("Posted", "Sent") or _takes_staff(fact)
    )
    return f"{told} {words('why.cause.nobody_here')}" if away else told


def _takes_staff(fact: Fact) -> bool:
    """Whether an order took somebody of the staff from his post for a while."""
    return fact.kind == "Ordered" and command_named(fact.detail // 10) in _TAKES_STAFF


def _nature(context: Context, fact: Fact) -> str:
    """What somebody is like by his file: in so many words only what his page calls him, too."""
    beyond = 100 * fact.amount - 50
    degrees = ("high", "low") if abs(beyond) >= TOLD_POINTS else ("rather", "hardly")
    degree = degrees[0] if beyond >= 0 else degrees[1]
    who = context.narrator.person(fact.who)
    key = f"why.cause.nature.{TRAITS[fact.detail]}"
    return context.words.first(f"{key}.{degree}", f"{key}.{degrees[0]}", who=who)

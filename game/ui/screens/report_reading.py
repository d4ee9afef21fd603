"""What the report at the end tells: the player's decisions with what followed, and belief beside truth."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.sim.desk import Desk
from game.sim.minds.knowledge import TRUTH, WARDEN, Fact
from game.sim.views import Estimate, Tree
from game.sim.world import World
from game.ui.desk.attention import severity

FOLLOWED = 3
"""What followed a decision: so many things, the gravest."""
NOTABLE = 0.35
"""Severity from which something that followed is worth telling."""
DEPTH = 5
"""Links of the chain between a decision and what followed."""
UNSEEN = 5
"""So many of the things that nobody told the office."""
COMPARED = ("Assaulted", "Wounded", "Quarrelled", "Threatened", "Smuggled", "Sold", "Hungered")
"""Kinds that become known only by being seen, in the order they are told."""
EVER = 1 << 30


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the office, in order, and what followed from it."""

    fact: Fact
    by_default: bool
    """Whether the time ran out."""
    followed: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How often something happened, and how often the office learned of it."""

    kind: str
    known: int
    all: int


@dataclass(frozen=True, slots=True)
class Belief:
    """What the office believes of a man's well-being, 0 to 100, and how it is."""

    person: int
    believed: float
    true: float


@dataclass(frozen=True, slots=True)
class Course:
    """The course of a game, as it was in truth."""

    decisions: tuple[Decision, ...]
    counts: tuple[Count, ...]
    beliefs: tuple[Belief, ...]
    """Of those the story is about and who are still here."""
    unseen: tuple[Fact, ...]
    """The gravest of what the office never learned."""


def read_course(world: World) -> Course:
    """Read the whole chronicle through the desk of truth."""
    truth, office = world.desk(TRUTH), world.desk(WARDEN)
    facts = truth.feed(limit=EVER)
    known = {fact.event for fact in office.feed(limit=EVER)}
    decided = [fact for fact in facts if fact.kind == "Decided"]
    followed = _what_followed(truth, facts, {fact.event for fact in decided})
    decisions = tuple(Decision(fact, bool(fact.amount), _gravest(followed[fact.event])) for fact in decided)
    beliefs = tuple(_belief(office, truth, face) for face in truth.faces() if truth.is_here(face))
    return Course(decisions, tuple(_counts(facts, known)), beliefs, _unseen(facts, known))


def _belief(office: Desk, truth: Desk, person: int) -> Belief:
    return Belief(person, _mean(office.dossier(person).needs), _mean(truth.dossier(person).needs))


def _mean(needs: Sequence[Estimate]) -> float:
    return sum(need.value for need in needs) / max(1, len(needs))


def _what_followed(truth: Desk, facts: list[Fact], decided: set[int]) -> dict[int, list[Fact]]:
    """By decision: the notable facts that have it among their causes."""
    found: dict[int, list[Fact]] = {event: [] for event in decided}
    first = min(decided, default=EVER)
    for fact in facts:
        if (
            fact.event <= first
            or fact.event in decided
            or severity(fact.kind) < NOTABLE
            or fact.kind == "Asked"
        ):
            continue
        for event in _roots(truth.why(fact.event, DEPTH), decided):
            found[event].append(fact)
    return found


def _roots(tree: Tree, wanted: set[int]) -> set[int]:
    """The wanted events nearest to the top of each branch: what they themselves came of is told elsewhere."""
    found: set[int] = set()
    for child in tree.children:
        found |= {child.event} if child.event in wanted else _roots(child, wanted)
    return found


def _gravest(facts: list[Fact]) -> tuple[Fact, ...]:
    best = sorted(facts, key=lambda fact: (-severity(fact.kind), fact.tick))[:FOLLOWED]
    return tuple(sorted(best, key=lambda fact: fact.event))


def _counts(facts: list[Fact], known: set[int]) -> list[Count]:
    kinds = [kind for kind in COMPARED if any(fact.kind == kind for fact in facts)]
    kinds += sorted(
        {fact.kind for fact in facts if severity(fact.kind) >= 0.8 and fact.kind != "Ended"} - set(kinds)
    )
    counts = []
    for kind in kinds:
        events = [fact.event for fact in facts if fact.kind == kind]
        counts.append(Count(kind, sum(event in known for event in events), len(events)))
    return counts


def _unseen(facts: list[Fact], known: set[int]) -> tuple[Fact, ...]:
    hidden = [
        fact
        for fact in facts
        if fact.event not in known and severity(fact.kind) >= NOTABLE and fact.kind != "BeatFired"
    ]
    hidden.sort(key=lambda fact: (-severity(fact.kind), -fact.tick))
    return tuple(sorted(hidden[:UNSEEN], key=lambda fact: fact.event))

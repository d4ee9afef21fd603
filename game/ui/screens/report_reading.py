"""What the report at the end tells: the player's decisions with what followed, and belief beside truth."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.sim.desk import Desk
from game.sim.desk.bonds import BondShift
from game.sim.minds.knowledge import Fact
from game.sim.views import Estimate
from game.ui.desk.weights import severity
from game.ui.screens.report_causes import FAR, Chains
from game.ui.screens.report_followed import Forward

FEW = 2
"""Things that followed, with fewer of which it is also told what a decision did to feelings."""
NOTABLE = 0.35
"""Severity from which something that nobody told is worth telling."""
UNSEEN = 5
"""So many of the things that nobody told the office."""
COMPARED = ("Assaulted", "Wounded", "Quarrelled", "Threatened", "Smuggled", "Sold", "Hungered")
"""Kinds that become known only by being seen, in the order they are told."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision of the office, in order, and what followed from it."""

    fact: Fact
    by_default: bool
    """Whether the time ran out."""
    followed: tuple[Fact, ...]
    felt: tuple[BondShift, ...]
    """What it did at once to what men think of one another; told where little else followed."""
    seen: tuple[Fact, ...] = ()
    """What officers saw because the decision had put them where they were, as the office learned it."""


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


def read_course(chains: Chains) -> Course:
    """Read the whole chronicle through the desk of truth."""
    truth, office, facts = chains.truth, chains.office, chains.facts
    learned = office.feed(limit=FAR)
    known = {fact.event for fact in learned}
    decided = [fact for fact in facts if fact.kind == "Decided"]
    forward = Forward(facts, chains.causes)
    decisions = tuple(_decision(truth, forward, learned, fact) for fact in decided)
    beliefs = tuple(_belief(office, truth, face) for face in truth.faces() if truth.is_here(face))
    return Course(decisions, tuple(_counts(facts, known)), beliefs, _unseen(facts, known))


def _belief(office: Desk, truth: Desk, person: int) -> Belief:
    return Belief(person, _mean(office.dossier(person).needs), _mean(truth.dossier(person).needs))


def _mean(needs: Sequence[Estimate]) -> float:
    return sum(need.value for need in needs) / max(1, len(needs))


def _decision(truth: Desk, forward: Forward, learned: list[Fact], decided: Fact) -> Decision:
    followed = forward.followed(decided.event, _about(truth, decided))
    seen = forward.sightings(decided.event, learned, truth)
    seen = tuple(fact for fact in seen if all(fact.event != other.event for other in followed))
    felt = truth.shifts_of(decided.event)[: max(0, FEW - len(followed) - len(seen))]
    return Decision(decided, bool(decided.amount), followed, felt, seen)


def _about(truth: Desk, decided: Fact) -> tuple[int, ...]:
    """Whom a decision was about."""
    question = truth.decision_text(decided.detail)
    return question.about if question else ()


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

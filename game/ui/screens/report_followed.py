"""What followed a decision: the chronicle walked forward from it, over the orders it gave to what came of them."""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from heapq import heappop, heappush

from game.sim.desk import Desk
from game.sim.engine.calendar import MINUTES_PER_HOUR
from game.sim.minds.knowledge import Fact
from game.sim.views import Tree
from game.ui.desk.weights import severity
from game.ui.desk.why_tree import CARRIED_OUT

CONSEQUENCES = 3
"""Of each decision, besides the order it gave: so many things, the weightiest and nearest."""
SIGHTINGS = 2
"""Of each decision: so many things that officers saw because they were put where they were."""
SHIFT_MINUTES = 8 * MINUTES_PER_HOUR
FADES = 0.85
"""What each step away from a decision leaves of its share in what happens."""
LEAST_SHARE = 0.06
"""Share below which nobody would say any more that something followed."""
STRANGERS = 0.35
"""How much that is worth which happened to others than those the decision was about."""
ALIKE = 0.35
"""How much of its weight each further event of one kind keeps."""
TURNS = frozenset(
    ("Asked", "Decided", "Said", "BeatFired", "BeatMissed", "ObjectiveKept", "ObjectiveFailed", "Ended")
)
"""Turns of the story: no consequences in the prison; what comes of a later decision is told there."""
UNTOLD = frozenset(
    (
        *(
            "Ordered",
            "TraitShown",
            "TraitNoted",
            "DayBegan",
            "ShiftBegan",
            "FightEnded",
            "Responded",
            "Watched",
        ),
        *(
            "LookedAway",
            "EyeSet",
            "EyeCleared",
            "RegimeSet",
            "Discharged",
            "VisitAsked",
            "VisitEnded",
            "Sent",
        ),
    )
)
"""Kinds that only carry on to what is worth telling."""


@dataclass(frozen=True, slots=True)
class Share:
    """What has a decision among its causes, and how much of it goes back to that, 0 to 1."""

    fact: Fact
    share: float


class Forward:
    """The causes of a world turned round: from each event to what it led to."""

    def __init__(self, facts: list[Fact], causes: Callable[[int], tuple[Tree, ...]]) -> None:
        self._facts = {fact.event: fact for fact in facts}
        self._effects: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for fact in facts:
            for cause in causes(fact.event):
                self._effects[cause.event].append((fact.event, cause.weight))

    def after(self, event: int) -> list[Share]:
        """Return all that goes back to an event, in time, with the larger of the ways that lead there."""
        shares, due, found = {event: 1.0}, [event], list[Share]()
        while due:
            at = heappop(due)
            fact = self._facts[at]
            if at != event:
                found.append(Share(fact, shares[at]))
            step = 1.0 if at == event or fact.kind == "Ordered" else FADES
            for effect, weight in self._effects.get(at, ()):
                share = shares[at] * weight * step
                if self._facts[effect].kind in TURNS or share < LEAST_SHARE:
                    continue
                if effect not in shares:
                    heappush(due, effect)
                shares[effect] = max(share, shares.get(effect, 0.0))
        return found

    def sightings(self, event: int, office: list[Fact], truth: Desk) -> tuple[Fact, ...]:
        """Return the gravest things that the office learned from those whom it put on another post."""
        posted = {each.fact.who: each.fact for each in self.after(event) if each.fact.kind == "Posted"}
        seen = [
            fact
            for fact in office
            if fact.informant in posted and _from_post(fact, posted[fact.informant], truth)
        ]
        gravest = sorted(seen, key=lambda fact: (-severity(fact.kind), fact.event))[:SIGHTINGS]
        return tuple(sorted(gravest, key=lambda fact: fact.event))

    def followed(self, event: int, about: Collection[int]) -> tuple[Fact, ...]:
        """Return what is worth telling of that: the order that was given, then the weightiest and nearest, in time."""
        after = self.after(event)
        given = [each.fact for each in after if each.share == 1.0]
        orders = [fact for fact in given if fact.kind in CARRIED_OUT - UNTOLD]
        told = [each for each in after if each.fact.kind not in UNTOLD and each.fact not in orders]
        best = _weightiest(told, about)
        if not orders and not best:
            orders = [fact for fact in given if fact.kind == "Ordered"]
        return tuple(sorted((*orders[:1], *best), key=lambda fact: fact.event))


def _from_post(fact: Fact, posted: Fact, truth: Desk) -> bool:
    """Whether somebody saw something with his own eyes from a post that he was put on, within its shift."""
    there = fact.place in truth.plan.posts[posted.detail].rooms
    return there and fact.source == "staff" and 0 <= fact.learned - posted.tick <= SHIFT_MINUTES


def _weightiest(told: list[Share], about: Collection[int]) -> list[Fact]:
    """Return the few that weigh most: grave, near, and not three of a kind."""
    best: list[Fact] = []
    left = list(told)
    while left and len(best) < CONSEQUENCES:
        kinds = [fact.kind for fact in best]
        weighed = [(_weight(each, about) * ALIKE ** kinds.count(each.fact.kind), each) for each in left]
        _, pick = max(weighed, key=lambda pair: (pair[0], -pair[1].fact.event))
        left.remove(pick)
        best.append(pick.fact)
    return best


def _weight(each: Share, about: Collection[int]) -> float:
    fact = each.fact
    near = 1.0 if not about or fact.who in about or fact.whom in about else STRANGERS
    return severity(fact.kind) * each.share * near

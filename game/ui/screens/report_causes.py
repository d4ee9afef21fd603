"""What the end report follows: key events, and from each the chain of causes back to a decision or a root.

All is read through the desk of truth; beside each link stands what the office believed of it, and since when.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from game.sim.desk import Desk
from game.sim.minds.knowledge import FIELDS, TRUTH, WARDEN, Fact
from game.sim.views import Tree
from game.sim.world import World
from game.ui.desk.weights import nearness
from game.ui.desk.why_tree import own_kind

KEY_KINDS: dict[str, float] = {
    "Ended": 2.0, "Died": 1.0, "Wounded": 0.8, "Snapped": 0.75, "Withdrew": 0.7, "Assaulted": 0.65, "Found": 0.5,
    "ObjectiveFailed": 0.48, "Betrayed": 0.45, "Mediated": 0.4, "Protected": 0.4, "Told": 0.35, "Treated": 0.3,
    "Threatened": 0.3, "Consoled": 0.25, "Quarrelled": 0.25, "Demanded": 0.25,
    "FavourDone": 0.2, "Insulted": 0.2,
}  # fmt: skip
"""Kinds worth following, and how much so."""
MOST_KEYS, OWN_KEYS, ALIKE = 12, 5, 2
"""Key events shown; those among them that the office had a hand in; and of each kind of those."""
STRANGERS = 0.1
"""What an event is worth besides its nearness to the story's people."""
LONGEST = 14
"""Links of a chain at most."""
FAR = 1 << 20
FIGURES: dict[str, tuple[str, ...]] = {
    "assaults": ("Assaulted",), "wounds": ("Wounded",), "deaths": ("Died",), "breaks": ("Snapped", "Withdrew"),
    "quarrels": ("Quarrelled",), "visits": ("VisitEnded",), "finds": ("Found",), "answered": ("RequestAnswered",),
    "asked": ("RequestMade",),
}  # fmt: skip
"""Figures of the week, and the kinds of events they count."""
_SILENT = -1.0


@dataclass(frozen=True, slots=True)
class Belief:
    """What the office believed of an event: nothing (`fact` None), or something, since `learned`."""

    fact: Fact | None
    whole: bool
    """Whether it was all there was to know."""


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain, with the other causes that also led on from here."""

    fact: Fact
    role: str
    """As what it led to the link before it; empty for the first."""
    weight: float
    own: bool
    """Whether it was the office's own doing."""
    belief: Belief
    others: tuple[Fact, ...]
    """The other causes of this event, that could be followed instead of the next link."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the week: day by day, and how many of all the office ever knew of."""

    key: str
    by_day: tuple[int, ...]
    known: int

    @property
    def total(self) -> int:
        """All days together."""
        return sum(self.by_day)


class Chains:
    """The chains of one world that is over."""

    def __init__(self, world: World) -> None:
        self.truth: Desk = world.desk(TRUTH)
        self.office: Desk = world.desk(WARDEN)
        self.facts = self.truth.feed(limit=FAR)
        self.causes = cache(self._causes)
        self.steps = cache(self._steps)
        self.keys = self._keys()

    def _causes(self, event: int) -> tuple[Tree, ...]:
        return tuple(child for child in self.truth.why(event, depth=1).children if child.fact is not None)

    def _steps(self, event: int) -> int:
        """How many steps back from an event the nearest decision is; FAR: none is."""
        todo, seen, steps = [event], {event}, 0
        while todo:
            if any(self._is_own(id) for id in todo if id != event):
                return steps
            todo = [tree.event for id in todo for tree in self.causes(id) if tree.event not in seen]
            seen.update(todo)
            steps += 1
        return FAR

    def _is_own(self, event: int) -> bool:
        return bool(own_kind(self.truth.fact(event)))

    def _keys(self) -> list[Fact]:
        """The events worth following, in time: the gravest, those near to the story's people before others."""
        faces = list(self.truth.faces())
        found = [fact for fact in self.facts if fact.kind in KEY_KINDS and self.causes(fact.event)]
        weight = {f.event: KEY_KINDS[f.kind] * (STRANGERS + nearness(f, self.truth, faces)) for f in found}
        told: dict[str, int] = {}
        for fact in found:  # the tenth quarrel weighs less than the first
            told[fact.kind] = told.get(fact.kind, 0) + 1
            weight[fact.event] /= 1 + 0.08 * told[fact.kind]
        found.sort(key=lambda fact: (-weight[fact.event], fact.event))
        own = self._own_doing(found)
        best = own + [fact for fact in found if fact not in own][: MOST_KEYS - len(own)]
        return sorted(best, key=lambda fact: fact.event)

    def _own_doing(self, found: list[Fact]) -> list[Fact]:
        """The weightiest of some events among whose causes is a decision of the office, of each kind a few."""
        kept: list[Fact] = []
        for fact in found:
            alike = sum(other.kind == fact.kind for other in kept)
            if len(kept) < OWN_KEYS and alike < ALIKE and self.steps(fact.event) < FAR:
                kept.append(fact)
        return kept

    def chain(self, event: int, chosen: Mapping[int, int]) -> list[Link]:
        """The chain from an event back; `chosen` says which cause to follow where it isn't the usual one."""
        links: list[Link] = []
        role, weight = "", 1.0
        while len(links) < LONGEST:
            fact = self.truth.fact(event)
            if fact is None:
                break
            causes = self.causes(event)
            way = self._way(causes, chosen.get(event, 0))
            others = tuple(tree.fact for tree in causes if tree is not way and tree.fact is not None)
            links.append(Link(fact, role, weight, self._is_own(event), self._belief(fact), others))
            if way is None:
                break
            event, role, weight = way.event, way.role, way.weight
        return links

    def _way(self, causes: tuple[Tree, ...], chosen: int) -> Tree | None:
        """The cause to follow: the one chosen; else towards the nearest decision; else the weightiest."""
        if not causes:
            return None
        picked = next((tree for tree in causes if tree.event == chosen), None)
        steps = {tree.event: 0 if self._is_own(tree.event) else 1 + self.steps(tree.event) for tree in causes}
        return picked or min(causes, key=lambda tree: (steps[tree.event], -tree.weight, -tree.event))

    def _belief(self, fact: Fact) -> Belief:
        known = self.office.fact(fact.event)
        return Belief(known, known is not None and set(FIELDS) & fact.known <= known.known)

    def figures(self) -> list[Figure]:
        """The figures of the whole time, day by day."""
        last = max((fact.tick for fact in self.facts), default=0) // 1440 + 1
        known = {fact.event for fact in self.office.feed(limit=FAR)}
        found = []
        for key, kinds in FIGURES.items():
            facts = [
                f for f in self.facts if f.kind in kinds and not (key == "answered" and f.amount == _SILENT)
            ]
            by_day = [0] * last
            for fact in facts:
                by_day[fact.tick // 1440] += 1
            found.append(Figure(key, tuple(by_day), sum(fact.event in known for fact in facts)))
        return found

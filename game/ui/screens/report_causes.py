"""What the end report follows: key events, and from each the chain of causes back to a decision or a root.

All is read through the desk of truth; beside each link stands what the office believed of it, and since when.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from game.sim.desk import Desk
from game.sim.minds.knowledge import FIELDS, TRUTH, WARDEN, Fact
from game.sim.views import Tree
from game.sim.world import World
from game.ui.desk.weights import NEAR_KINDS
from game.ui.desk.why_tree import own_kind

KEY_KINDS: dict[str, float] = {
    "Ended": 2.0, "Died": 1.0, "Wounded": 0.8, "Snapped": 0.75, "Withdrew": 0.7, "Assaulted": 0.65, "Found": 0.5,
    "ObjectiveFailed": 0.48, "Betrayed": 0.45, "Mediated": 0.4, "Protected": 0.4, "Told": 0.35, "Treated": 0.3,
    "Threatened": 0.3, "Consoled": 0.25, "Quarrelled": 0.25, "Demanded": 0.25,
    "FavourDone": 0.2, "Insulted": 0.2,
}  # fmt: skip
"""Kinds worth following, and how much so."""
NEAR_KEYS, FAR_KEYS = 8, 6
"""Key events shown: so many that touch the story's people, and so many of the other men."""
OWN_KEYS, ALIKE = 5, 2
"""Those among the former that the office had a hand in; and of each kind of those."""
LONGEST = 14
"""Links of a chain at most."""
FAR = 1 << 20
FIGURES: dict[str, tuple[str, ...]] = {
    "assaults": ("Assaulted",), "in_fights": ("Wounded",), "deaths": ("Died",),
    "breaks": ("Snapped", "Withdrew"), "quarrels": ("Quarrelled",), "in_scuffles": ("Wounded",),
    "visits": ("VisitEnded",), "finds": ("Found",), "answered": ("RequestAnswered",),
    "asked": ("RequestMade",),
}  # fmt: skip
"""Figures of the week, and the kinds of events they count."""
BLOW = "Struck"
"""Cause of a wound from a fight; without it, the wound comes from a shove in a quarrel, which is no assault."""
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
        self.near, self.far = self._keys()
        """What is worth following: of the story's people, the ending first; and of the other men."""

    @property
    def keys(self) -> list[Fact]:
        """All that is worth following."""
        return [*self.near, *self.far]

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

    def _keys(self) -> tuple[list[Fact], list[Fact]]:
        """The gravest events worth following: the story's, the ending first, then in time; and the other men's."""
        faces = set(self.truth.faces())
        found = self._by_weight()
        close = [f for f in found if f.kind in NEAR_KINDS or {f.who, f.whom} & faces]
        own = self._own_doing(close)
        near = own + [fact for fact in close if fact not in own][: NEAR_KEYS - len(own)]
        far = [fact for fact in found if fact not in close][:FAR_KEYS]
        near.sort(key=lambda fact: (fact.kind != "Ended", fact.event))
        return near, sorted(far, key=lambda fact: fact.event)

    def _by_weight(self) -> list[Fact]:
        """All that has causes and is of a kind worth following, the gravest first."""
        found = [fact for fact in self.facts if fact.kind in KEY_KINDS and self.causes(fact.event)]
        told: dict[str, int] = {}
        weight: dict[int, float] = {}
        for fact in found:  # the tenth quarrel weighs less than the first
            told[fact.kind] = told.get(fact.kind, 0) + 1
            weight[fact.event] = KEY_KINDS[fact.kind] / (1 + 0.08 * told[fact.kind])
        return sorted(found, key=lambda fact: (-weight[fact.event], fact.event))

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
        """The figures of the whole time, day by day, to the last on which anything happened that they count."""
        days = max((fact.tick for fact in self.facts), default=0) // 1440 + 1
        known = {fact.event for fact in self.office.feed(limit=FAR)}
        found = []
        for key, kinds in FIGURES.items():
            facts = [fact for fact in self.facts if fact.kind in kinds and self._counts(key, fact)]
            by_day = [0] * days
            for fact in facts:
                by_day[fact.tick // 1440] += 1
            found.append(Figure(key, tuple(by_day), sum(fact.event in known for fact in facts)))
        last = max((day for each in found for day, count in enumerate(each.by_day) if count), default=0)
        return [replace(each, by_day=each.by_day[: last + 1]) for each in found]

    def _counts(self, key: str, fact: Fact) -> bool:
        """Whether a figure counts an event of one of its kinds."""
        if key == "answered":
            return fact.amount != _SILENT
        if fact.kind != "Wounded":
            return True
        causes = [tree.fact.kind for tree in self.causes(fact.event) if tree.fact is not None]
        return (key == "in_fights") == (BLOW in causes)

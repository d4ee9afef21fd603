"""Visits, letters, searches and finds on the desk: the gate's books, the odds, what came to light, and who deals."""

from dataclasses import dataclass

import numpy as np

from game.sim.desk.places import PlacesDesk
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.events import Kind
from game.sim.goods.items import THINGS
from game.sim.goods.searching import (
    CELL,
    VISITOR,
    Search,
    SearchRules,
    find_chance,
    free_officers,
    room_to_search,
    searcher,
)
from game.sim.minds.knowledge import Fact
from game.sim.population.families import RELATIONS
from game.sim.systems.letters import NEWS
from game.sim.visits.book import (
    ASKED,
    DENIED,
    OVER,
    RULES_OF_VISITS,
    Relative,
    Visit,
    booths,
    live_visits,
    relative_of,
    rule_of,
)

HISTORY = (Kind.WeaponMade, Kind.Smuggled, Kind.Hidden, Kind.Sold, Kind.Used, Kind.Found)
"""Kinds of events whose `item` is an item."""
SUSPICION = {Kind.Sold: 1.0, Kind.Smuggled: 0.6, Kind.Hidden: 0.5, Kind.Found: 0.4}
"""How much a known event speaks for somebody's dealing; a find in a cell is shared by those who live there."""


@dataclass(frozen=True, slots=True)
class VisitView:
    """A visit as the office has it in its books. What a visitor carries is not in them."""

    id: int
    inmate: int
    visitor: int
    relation: str
    """One of RELATIONS; empty for nobody's."""
    day: int
    hour: int
    state: str
    """One of STATES (`visits.py`)."""
    searched: bool
    watched: bool
    request: int
    """Number of the request that waits for the office, 0: routine."""
    stranger: bool
    """Whether the gate has never seen the visitor."""
    flagged: int
    """The find for which the office minds the visitor, 0: none."""
    asked: int
    because: int
    officer: int
    """Who listens, 0: nobody, or not yet."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter the office read."""

    inmate: int
    writer: int
    relation: str
    news: str
    """Key of NEWS."""
    good: float
    """−1 to 1."""
    tick: int
    event: int


@dataclass(frozen=True, slots=True)
class SearchOdds:
    """What a search would be if it were ordered now: by whom, for how long, and how likely each thing is found."""

    kind: str
    """`cell`, `person`, or `visitor`."""
    officer: int
    """0: nobody is free."""
    minutes: int
    chances: tuple[tuple[str, float], ...]
    """For each thing, the chance (0 to 1) that one is found if it is there; exactly what the search draws with."""

    @property
    def chance(self) -> float:
        """The chance for the hardest to find: a dose."""
        return min((chance for _, chance in self.chances), default=0.0)


@dataclass(frozen=True, slots=True)
class FindView:
    """A thing that was found and seized, with all of its history that is known."""

    item: int
    thing: str
    event: int
    tick: int
    officer: int
    whom: int
    place: int
    history: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Suspect:
    """Somebody who is believed to deal, and what speaks for it."""

    person: int
    weight: float
    facts: tuple[Fact, ...]


class VisitDesk(PlacesDesk):
    """Who comes, who writes, what is found."""

    def visits(self, day: int = 0) -> list[VisitView]:
        """Return the visits of a day (0: of today and all to come), in their order."""
        today = self.tick // MINUTES_PER_DAY + 1
        return self._views(
            [v for _, v in self._world.each(Visit) if (v.day == day if day else v.day >= today)]
        )

    def visits_open(self) -> list[VisitView]:
        """Return the visits that wait for the office's word."""
        today = self.tick // MINUTES_PER_DAY + 1
        asked = [v for _, v in self._world.each(Visit) if v.request and v.state == ASKED]
        return self._views([v for v in asked if v.day >= today])

    def _views(self, visits: list[Visit]) -> list[VisitView]:
        return [self._visit_view(v) for v in sorted(visits, key=lambda v: (v.day, v.hour, v.id))]

    def visit(self, visit: int) -> VisitView | None:
        """Return a visit, None when there is none of that number in the books."""
        found = self._world.component("visit", visit, Visit)
        return self._visit_view(found) if found else None

    def _visit_view(self, visit: Visit) -> VisitView:
        relative = self._world.component("relative", visit.relative, Relative)
        return VisitView(
            visit.id, visit.inmate, visit.visitor, relative.relation if relative else "", visit.day, visit.hour,
            visit.state, visit.searched, visit.watched, visit.request if visit.state not in (DENIED, OVER) else 0,
            bool(relative and not relative.visits), relative.flagged if relative else 0, visit.asked, visit.because,
            visit.officer,
        )  # fmt: skip

    def may_ask_to_come(self, visitor: int) -> bool:
        """Whether a visitor belongs to somebody, and no visit of his is booked yet."""
        if relative_of(self._world, visitor) is None:
            return False
        return all(visit.visitor != visitor for visit in live_visits(self._world))

    def visit_rule(self, wing: int) -> str:
        """Return a wing's standing rule for visits: one of RULES_OF_VISITS."""
        return rule_of(self._world, wing) if 0 < wing < len(self.plan.wings) else RULES_OF_VISITS[0]

    def relation(self, visitor: int) -> tuple[str, int]:
        """Return what a visitor is to whom: a relation and an inmate; nothing and 0 for who is nobody's."""
        relative = relative_of(self._world, visitor)
        return (relative.relation, relative.who) if relative else ("", 0)

    def letters(self, inmate: int = 0) -> list[LetterView]:
        """Return the letters that the office read, of one inmate or all, newest last."""
        relations = list(RELATIONS)
        return [
            LetterView(
                f.who, f.whom, relations[f.detail % len(relations)], NEWS[f.item % len(NEWS)][0], f.amount, f.tick,
                f.event,
            )
            for f in self._facts((Kind.LetterCame,))
            if inmate in (0, f.who)
        ]  # fmt: skip

    def search_odds(self, kind: str, target: int) -> SearchOdds:
        """Return what a search of a cell (room id), or of a person, would be like now."""
        world, rules = self._world, self._world.rules(SearchRules)
        room = room_to_search(world, Search(0, kind, target, 0, 0, 0))
        officer = searcher(world, room) if room else 0
        things = range(len(THINGS)) if officer else ()
        chances = tuple(
            (THINGS[t].key, find_chance(world, kind, t, officer)) for t in things if THINGS[t].bulk > 0
        )
        minutes = rules.cell_minutes if kind == CELL else rules.person_minutes
        return SearchOdds(kind, officer, int(minutes), chances)

    def gate_odds(self, inmate: int) -> SearchOdds:
        """Return what the search of an inmate's visitor at the gate would be like now; nobody: none is free."""
        world = self._world
        seats = booths(world, int(world.ground.room_block[self.cell_of(inmate)]))
        rows = free_officers(world, int(world.plan.spots[seats[0][1]].room)).tolist() if seats else []
        officer = int(world.people.ids[rows[0]]) if rows else 0
        chances = tuple(
            (thing.key, find_chance(world, VISITOR, number, officer))
            for number, thing in enumerate(THINGS) if officer and thing.bulk > 0
        )  # fmt: skip
        return SearchOdds(VISITOR, officer, 0, chances)

    def is_being_searched(self, kind: str, target: int) -> bool:
        """Whether officers search a cell or a person now, or are on their way to it."""
        return any((s.kind, s.target) == (kind, target) for _, s in self._world.each(Search))

    def finds(self) -> list[FindView]:
        """Return what was found and seized, newest last."""
        return [
            FindView(
                f.item, THINGS[f.detail % len(THINGS)].key, f.event, f.tick, f.who, f.whom, f.place,
                tuple(h for h in self._facts(HISTORY) if h.item == f.item),
            )
            for f in self._facts((Kind.Found,))
        ]  # fmt: skip

    def believed_dealers(self) -> list[Suspect]:
        """Return who is believed to deal, by what was seen and found, the likeliest first."""
        weight: dict[int, float] = {}
        facts: dict[int, list[Fact]] = {}
        for fact in self._facts(tuple(SUSPICION)):
            if fact.kind == "Found" and THINGS[fact.detail % len(THINGS)].weapon:
                continue
            people = self._spoken_of(fact)
            for person in people:
                weight[person] = weight.get(person, 0.0) + SUSPICION[Kind[fact.kind]] / len(people)
                facts.setdefault(person, []).append(fact)
        found = [Suspect(person, weight[person], tuple(facts[person])) for person in sorted(weight)]
        return sorted(found, key=lambda suspect: -suspect.weight)

    def _spoken_of(self, fact: Fact) -> list[int]:
        """Return the inmates against whom a fact speaks."""
        if fact.kind != "Found":
            return [fact.who] if fact.who else []
        if fact.whom:
            return [fact.whom] if self.role(fact.whom) == "inmate" else []
        return list(self.room(fact.place).residents) if fact.place else []

    def _facts(self, kinds: tuple[Kind, ...]) -> list[Fact]:
        """Return what is known of all events of some kinds, oldest first."""
        past = self._world.chronicle.events
        ids = np.isin(past.column("kind"), np.array(kinds)).nonzero()[0] + 1
        known = [self.fact(id) for id in ids.tolist()]
        return [fact for fact in known if fact is not None]

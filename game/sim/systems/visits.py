"""Visits: asked for, booked, allowed by the office or by the wing's standing rule; held at the booths."""

from dataclasses import dataclass

import numpy as np

from game.sim.care.requests import make_request
from game.sim.engine.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR, hour_of, minute_of_day
from game.sim.engine.hazard import Hazard
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Role
from game.sim.people import Identity, Needs
from game.sim.population.families import book
from game.sim.visits.book import (
    ALLOWED,
    ASKED,
    BOOKS_CLOSE_HOUR,
    DENIED,
    OVER,
    UNDER_WAY,
    VISITING_HOURS,
    Relative,
    Visit,
    allow,
    deny,
    is_open_matter,
    live_visits,
    present_inmates_with_family,
    rule_of,
)  # fmt: skip
from game.sim.visits.calls import Calls

ASKING_HOURS = range(8, 18, 2)
"""When requests for visits are collected."""
KEPT_DAYS = 1
"""How long a visit that is over stays in the books; the chronicle keeps it for good."""


@dataclass(frozen=True, slots=True)
class VisitRules(Rules):
    """How often visits are asked for, and which of them are the warden's own matter."""

    per_round: float = rule(
        0.02, "chance", "that a man asks for a visit, each time requests are collected", low=0, high=1
    )
    family: float = rule(
        2.0, "factor", "of his longing for those outside above 0.4, per unit", low=0, high=20
    )
    warmth: float = rule(1.0, "factor", "of the visitor's warmth above 0.5, per unit", low=0, high=2)
    rest_days: float = rule(5, "days", "between two visits to one man, at least", low=0, high=90)
    strangers_a_day: float = rule(
        2, "visits", "of visitors unknown to the gate that go before the warden in a day", low=0, high=100
    )


class VisitSystem(System):
    """Inmates who long for somebody outside ask for a visit; at the hour both are called to a booth and talk.

    What is a face's, a watched man's, a flagged visitor's or a stranger's matter waits for the office until the
    evening before; the rest, and what was not answered, is decided by the wing's standing rule.
    """

    every = 5
    phase = 3

    def run(self) -> None:
        """Take requests by the hour; during visiting hours, see to who comes and who is there."""
        hour, minute = hour_of(self.world.tick), minute_of_day(self.world.tick) % MINUTES_PER_HOUR
        if minute == self.phase:
            self._by_the_hour(hour)
        if VISITING_HOURS[0] - 1 <= hour <= VISITING_HOURS[-1] + 1:
            today = self.world.tick // MINUTES_PER_DAY + 1
            calls = Calls(self.world, self.dice)
            for visit in live_visits(self.world):
                if visit.day == today and visit.state in (ALLOWED, UNDER_WAY):
                    calls.see_to(visit)

    def _by_the_hour(self, hour: int) -> None:
        if hour in ASKING_HOURS and any(room.kind == "visiting" for room in self.world.plan.rooms):
            self._ask()
        if hour == BOOKS_CLOSE_HOUR:
            self._close_the_books()
        if hour == 0:
            self._clear_the_books()

    def _clear_the_books(self) -> None:
        """Put away visits long over, but for the last: numbers are never used again."""
        for id, visit in self.world.each(Visit)[:-1]:
            past = visit.day + KEPT_DAYS <= self.world.tick // MINUTES_PER_DAY + 1
            if past and visit.state in (DENIED, OVER):
                self.world.detach("visit", id)

    def _ask(self) -> None:
        """Draw who asks this time."""
        found = list(present_inmates_with_family(self.world))
        drawn = self.dice.uniforms(len(found))
        live = live_visits(self.world)
        busy = [visit.inmate for visit in live]
        hazard = self._hazard(found) if found else Hazard(np.zeros(0))
        for hit in hazard.hits_of(drawn).tolist():
            if found[hit].who not in busy:
                self._book(found[hit], live)

    def _hazard(self, relatives: list[Relative]) -> Hazard:
        rules, world = self.rules(VisitRules), self.world
        rows = world.people.rows([r.who for r in relatives])
        family = self.everyone(Needs).family[rows]
        warmth = np.array([r.warmth for r in relatives])
        rest = world.tick - rules.rest_days * MINUTES_PER_DAY
        may = [r.met <= rest and r.barred_until <= world.tick for r in relatives]
        hazard = Hazard(np.where(may, rules.per_round, 0.0))
        hazard.times("family", np.maximum(1 + rules.family * (family - 0.4), 0.0))
        return hazard.times("warmth", 1 + rules.warmth * (warmth - 0.5))

    def _book(self, relative: Relative, live: list[Visit]) -> None:
        """Book a place at a booth and put the visit before the office, or decide it by the standing rule."""
        visit = book(self.world, relative, live)
        if visit is None:
            return
        live.append(visit)
        stranger = not relative.visits and self._strangers_today() < self.rules(VisitRules).strangers_a_day
        if is_open_matter(self.world, relative) or stranger:
            visit.request = make_request(self.world, relative.who, "visit", visit.asked, about=visit.visitor)
        if not visit.request:
            self._by_rule(visit)

    def _strangers_today(self) -> int:
        """Return how many visits that were put before the office have been asked for today."""
        today, found = self.world.tick // MINUTES_PER_DAY, 0
        for _, visit in self.world.each(Visit):
            if visit.request:
                found += self.world.chronicle.event(visit.asked).tick // MINUTES_PER_DAY == today
        return found

    def _by_rule(self, visit: Visit) -> None:
        """Decide a visit by the wing's standing rule: what it allows is routine, and no event."""
        rule = rule_of(self.world, int(self.world.one(visit.inmate, Identity).wing))
        why = Cause(visit.asked, 1.0, Role.MOTIVE)
        if rule == "none":
            deny(self.world, visit, why)
        elif visit.request:
            allow(self.world, visit, rule == "search", why)
        else:
            visit.state, visit.searched = ALLOWED, rule == "search"

    def _close_the_books(self) -> None:
        tomorrow = self.world.tick // MINUTES_PER_DAY + 2
        for visit in live_visits(self.world):
            if visit.state == ASKED and visit.day <= tomorrow:
                self._by_rule(visit)

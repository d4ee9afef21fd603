"""What inmates ask of the office, as it lies on the desk; and what a lockdown costs, as long as it lasts."""

from dataclasses import dataclass

from game.sim.care.requests import Request
from game.sim.commands.base import Refusal
from game.sim.commands.requests import ANSWERS, AnswerRequest
from game.sim.desk.affairs import AffairsDesk
from game.sim.desk.care import CareDesk
from game.sim.desk.minds import MindsDesk
from game.sim.events import Kind
from game.sim.house.lockdowns import NOBODY_JUDGED, Lockdown, judged_stress, mean_stress
from game.sim.minds.knowledge import Fact
from game.sim.people import Identity
from game.sim.visits.book import live_visits, rule_of

PRESSING = {"protection": 0.5, "medic": 0.4, "move": 0.3, "talk": 0.2, "truce": 0.15, "visit": 0.1}
"""How pressing each kind is by itself, 0 to 1 (ours)."""
FACTS_SHOWN = 3
"""What is known to lie behind a request: so many events, the last ones."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One way to answer a request, and why it can't be given, if so."""

    key: str
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class RequestView:
    """An open request, with what is known about it."""

    id: int
    who: int
    kind: str
    about: int
    """Whom it is about; 0: nobody but himself."""
    made: int
    """Event `RequestMade`, for "why?"."""
    tick: int
    until: int
    """Tick from which silence counts as a refusal, or by which the standing rule decides."""
    pressing: float
    """0 to 1, as the office sees it."""
    known: tuple[Fact, ...]
    """What is known between him and the one it is about, or of what made him ask; newest first."""
    answers: tuple[AnswerView, ...]
    rule: str = ""
    """The wing's standing rule that decides it if nobody does; empty: silence refuses."""


@dataclass(frozen=True, slots=True)
class LockdownView:
    """A lockdown in force: since when and why, and what it has cost so far."""

    wing: int
    since: int
    because: int
    """Event `WingLocked`."""
    hours: float
    missed_visits: int
    missed_work_hours: int
    stress_change: float | None
    """Points of 100 by which mean stress has changed, as judged; None while nobody can judge."""
    officers_bound: int


class RequestDesk(CareDesk, MindsDesk, AffairsDesk):
    """What is asked of the office."""

    def open_request(self, request: int) -> Request | None:
        """Return an open request, None when it is answered or was never made."""
        found = self._world.component("request", request, Request)
        return None if found is None or found.answer else found

    def visit_for(self, request: int) -> int:
        """Return the number of the visit that waits for the answer to a request, 0 for none."""
        return next((visit.id for visit in live_visits(self._world) if visit.request == request), 0)

    def requests_waiting(self) -> int:
        """Return how many requests are open: much quicker than to look at each."""
        return len([number for number, each in self._world.each(Request) if not each.answer])

    def requests(self) -> list[RequestView]:
        """Return the open requests, the most pressing first."""
        views = [self._request(each) for _, each in self._world.each(Request) if not each.answer]
        return sorted(views, key=lambda view: (-view.pressing, view.until, view.id))

    def request(self, number: int) -> RequestView | None:
        """Return one open request, None when it is answered or was never made."""
        found = self.open_request(number)
        return self._request(found) if found else None

    def _request(self, each: Request) -> RequestView:
        answers = tuple(
            AnswerView(key, AnswerRequest(each.id, key).refuse(self))  # type: ignore[arg-type]
            for key in ANSWERS[each.kind]
        )
        rule, until = self._by_rule(each)
        return RequestView(
            each.id, each.who, each.kind, each.about, each.made, each.tick, until,
            self._pressing(each), self._behind(each), answers, rule,
        )  # fmt: skip

    def _by_rule(self, each: Request) -> tuple[str, int]:
        """Return the standing rule that decides a request if nobody does, and when; else when silence refuses."""
        world = self._world
        visit = next((v for v in live_visits(world) if v.request == each.id), None)
        if visit is None or visit.books_close > each.until:
            return "", each.until
        return rule_of(world, int(world.one(each.who, Identity).wing)), max(self.tick, visit.books_close)

    def _pressing(self, each: Request) -> float:
        """Return how pressing a request is: by its kind, by how he is as judged, and by the time left."""
        stress = self._judged_mind(each.who)[1]
        judged = stress.value / 100 if stress.source >= 0 else 0.3
        left = max(0.0, (each.until - self.tick) / max(1, each.until - each.tick))
        return min(1.0, PRESSING[each.kind] + 0.35 * judged + 0.15 * (1 - left))

    def _behind(self, each: Request) -> tuple[Fact, ...]:
        """Return the last known events between the two, or what made him ask, if that is known."""
        if not each.about:
            causes = [self.fact(cause.event) for cause in self._world.chronicle.causes(each.made)]
            return tuple(fact for fact in causes if fact is not None)
        past = self._world.chronicle.events
        who, whom = past.column("who"), past.column("whom")
        both = ((who == each.who) & (whom == each.about)) | ((who == each.about) & (whom == each.who))
        facts: list[Fact] = []
        for id in (both.nonzero()[0] + 1).tolist()[::-1]:
            fact = self.fact(id) if id != each.made else None
            if fact is not None and {each.who, each.about} <= {fact.who, fact.whom}:
                facts.append(fact)
            if len(facts) == FACTS_SHOWN:
                break
        return tuple(facts)

    def wing_of(self, person: int) -> int:
        """Return the wing an inmate lives in, 0 for none."""
        return int(self._one(person, Identity).wing)

    def is_locked_down(self, person: int) -> bool:
        """Whether the wing an inmate lives in is locked down."""
        return self._world.component("lockdown", self.wing_of(person), Lockdown) is not None

    def lockdown(self, wing: int) -> LockdownView | None:
        """Return a lockdown that is in force and what it has cost, None where there is none."""
        held = self._world.component("lockdown", wing, Lockdown)
        if held is None:
            return None
        return LockdownView(
            wing, held.since, held.because, (self.tick - held.since) / 60, self._missed_visits(held),
            int(held.missed_work_hours), self._stress_change(held), self.officers_bound(wing),
        )  # fmt: skip

    def _stress_change(self, held: Lockdown) -> float | None:
        if self.sees_all:
            return 100 * (mean_stress(self._world, held.wing) - held.stress)
        now = judged_stress(self._world, held.wing)
        unknown = NOBODY_JUDGED in (now, held.judged)
        return None if unknown else 100 * (now - held.judged)

    def _missed_visits(self, held: Lockdown) -> int:
        """Return how many visits were denied because of it."""
        past = self._world.chronicle.events
        late = (past.column("tick") >= held.since) & (past.column("kind") == Kind.VisitDenied)
        denied = (late.nonzero()[0] + 1).tolist()
        return len(
            [id for id in denied if held.because in [c.event for c in self._world.chronicle.causes(id)]]
        )

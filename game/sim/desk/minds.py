"""Minds on the desk: moods and stress as judged, thoughts as far as they can be known, signs, and why."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.desk.people import confidence_at
from game.sim.desk.reasons import Reason
from game.sim.desk.sights import UNKNOWN, SightsDesk
from game.sim.events import Event, Kind
from game.sim.minds.knowledge import Fact
from game.sim.minds.signs import SIGNS
from game.sim.minds.thoughts import THOUGHTS, ThoughtEnds, Thoughts, Told, thoughts_of
from game.sim.people import INMATE, NEEDS, Identity, Noted, NotedWhen, Place
from game.sim.states import Break, Mind, NotedMind, State, StateRoots
from game.sim.systems.moods import MoodRules, needs_weigh
from game.sim.views import Estimate

if TYPE_CHECKING:
    from game.sim.engine.hazard import Floats

SIGN_DAYS = 14
"""How far back signs are shown."""
BREAKS = {Break.NONE: "", Break.WITHDRAWN: "withdrawn", Break.LASHING_OUT: "lashing_out"}
_BROKE = {Kind.Withdrew.name: "withdrawn", Kind.Snapped.name: "lashing_out", Kind.Recovered.name: ""}
LEAST_WEIGHT = 0.005
"""Points of mood below which a reason isn't worth a line."""


@dataclass(frozen=True, slots=True)
class ThoughtView:
    """A thought as known."""

    key: str
    """Key of a message under `thought:`."""
    strength: float
    """Points of mood, −100 to 100: below 0 it weighs."""
    whom: int
    because: int
    since: int
    known: str
    """`said`, `guessed` (what made it is known, or it shows), or `true` on the desk of truth."""


@dataclass(frozen=True, slots=True)
class SignView:
    """A warning sign as noticed; its key is that of a message under `sign:`."""

    key: str
    tick: int
    informant: int
    event: int


@dataclass(frozen=True, slots=True)
class MindView:
    """How somebody is, as known. Mood runs from −100 (in despair) to 100 (glad), stress from 0 to 100."""

    mood: Estimate
    stress: Estimate
    thoughts: tuple[ThoughtView, ...]
    """Those that weigh most first."""
    signs: tuple[SignView, ...]
    """Newest first."""
    broken: str
    """`withdrawn`, `lashing_out`, or empty."""
    stress_history: tuple[tuple[int, float], ...]
    """Tick and stress, one a day."""


class MindsDesk(SightsDesk):
    """How people feel."""

    def mind(self, person: int) -> MindView:
        """Return how somebody is, as far as it is known. Raises KeyError for nobody."""
        mood, stress = self._judged_mind(person)
        return MindView(
            mood,
            stress,
            self._thoughts(person),
            self._signs_on(person),
            self._broken(person),
            self._course(person),
        )

    def mood_of(self, person: int) -> Estimate:
        """Return somebody's mood as known, −100 to 100; its source is −1 when nobody judged it."""
        return self._judged_mind(person)[0]

    def moods_by_room(self) -> "Floats":
        """Return the mean mood of each room's inmates as known, by room id: 0 to 100; UNKNOWN where nobody judged."""
        world, count = self._world, len(self.plan.rooms)
        place, identity = world.everyone(Place), world.everyone(Identity)
        rows = ((place.tile > 0) & (identity.role == INMATE) & self._judged()).nonzero()[0]
        rooms = world.ground.room_at[place.tile[rows]]
        mood = (world.everyone(Mind) if self.sees_all else world.everyone(NotedMind)).mood[rows]
        people, total = np.bincount(rooms, minlength=count), np.bincount(rooms, weights=mood, minlength=count)
        mean = 50 + 50 * total / np.maximum(people, 1)
        return np.where(people > 0, mean, UNKNOWN)

    def why_mood(self, person: int) -> tuple[Reason, ...]:
        """Return what makes somebody's mood, in points: thoughts and needs as known, and what nobody knows of."""
        world, row = self._world, self._world.people.rows([person])
        mood = self.mood_of(person)
        if mood.source < 0 and not self.sees_all:
            return (Reason("unknown", known=False),)
        lacks = needs_weigh(world, None if self.sees_all else world.everyone(Noted).block)[:, row[0]].tolist()
        reasons = [Reason("composure", weight=100 * world.rules(MoodRules).composure)]
        reasons += [
            Reason("thought", {"thought": t.key, "whom": t.whom}, t.strength, t.because)
            for t in self._thoughts(person)
        ]
        reasons += [
            Reason("need", {"need": need}, -100 * lack)
            for need, lack in zip(NEEDS, lacks, strict=True)
            if lack > LEAST_WEIGHT
        ]
        return (
            *sorted(reasons, key=lambda reason: -abs(reason.weight)),
            *self._remainder(mood.value, reasons),
        )

    def _remainder(self, mood: float, reasons: list[Reason]) -> tuple[Reason, ...]:
        """Return what the known reasons leave open: moods lag behind, and much is not known."""
        open_points = mood
        for reason in reasons:
            open_points -= reason.weight
        if self.sees_all:
            return (Reason("inertia", weight=open_points),)
        return (Reason("unknown", weight=open_points, known=False),)

    def why_stress(self, person: int) -> tuple[Reason, ...]:
        """Return what lies behind somebody's stress: his mood, and what weighed most while it rose.

        Neither has a weight: stress follows mood over hours, so that no share of it belongs to either.
        """
        mood, stress = self._judged_mind(person)
        if stress.source < 0 and not self.sees_all:
            return (Reason("unknown", known=False),)
        root = int(self._one(person, StateRoots).stress)
        reasons = [Reason("low_mood" if mood.value < 0 else "fair_mood", {"mood": mood.value})]
        if root and self._may_tell(person, root):
            reasons.append(Reason("burden", event=root))
        elif root or not self.sees_all:
            reasons.append(Reason("unknown", known=False))
        return tuple(reasons)

    def _judged_mind(self, person: int) -> tuple[Estimate, Estimate]:
        """Return mood and stress as known."""
        if self.sees_all:
            mind = self._one(person, Mind)
            return Estimate("mood", 100 * mind.mood, 0, 0), Estimate("stress", 100 * mind.stress, 0, 0)
        when = self._one(person, NotedWhen)
        if when.tick < 0:
            return Estimate("mood", 0.0, 0, -1, 0.0), Estimate("stress", 0.0, 0, -1, 0.0)
        noted, age = self._one(person, NotedMind), self.tick - when.tick
        sure = confidence_at(age)
        return (
            Estimate("mood", 100 * noted.mood, age, when.by, sure),
            Estimate("stress", 100 * noted.stress, age, when.by, sure * 0.8),
        )

    def _thoughts(self, person: int) -> tuple[ThoughtView, ...]:
        ends, strength = self._world.everyone(ThoughtEnds), self._world.everyone(Thoughts).strength
        views = []
        for row in thoughts_of(self._world, person).tolist():
            because, since = int(ends.because[row]), int(ends.since[row])
            known = self._how_known(person, row)
            if known and strength[row]:
                key, whom = THOUGHTS[int(ends.thought[row])].key, self._whom_as_known(row, known)
                views.append(ThoughtView(key, 100 * float(strength[row]), whom, because, since, known))
        return tuple(sorted(views, key=lambda view: -abs(view.strength)))

    def _how_known(self, person: int, row: int) -> str:
        """Tell how a thought is known; empty when it isn't."""
        ends = self._world.everyone(ThoughtEnds)
        if self.sees_all:
            return "true"
        if ends.known[row] == Told.SAID:
            return "said"
        shows = THOUGHTS[int(ends.thought[row])].shows
        seen = shows and int(self._one(person, NotedWhen).tick) >= int(ends.since[row])
        return "guessed" if seen or self._may_tell(person, int(ends.because[row])) else ""

    def _whom_as_known(self, row: int, known: str) -> int:
        """Return whom a thought is about, if that is known."""
        ends = self._world.everyone(ThoughtEnds)
        whom, because = int(ends.whom[row]), int(ends.because[row])
        if not whom or known != "guessed":
            return whom
        fact = self._known_fact(because)
        return whom if fact is not None and whom in (fact.who, fact.whom) else 0

    def _may_tell(self, person: int, event: int) -> bool:
        """Tell whether it can be told that an event weighs on somebody: it is known, and his part in it is, too."""
        fact = self._known_fact(event)
        if self.sees_all or fact is None:
            return self.sees_all
        happened: Event = self._world.chronicle.event(event)
        if person in (happened.who, happened.whom):
            return person in (fact.who, fact.whom)
        if not happened.who and not happened.whom:
            return True
        close = self.tied_to(person)
        return any(other in close for other in (fact.who, fact.whom) if other)

    def _known_fact(self, event: int) -> Fact | None:
        return self._world.knowledge.fact(event) if event else None

    def _signs_on(self, person: int) -> tuple[SignView, ...]:
        views = []
        for event in self._own_events(person, (Kind.SignShown,)):
            fact = self._known_fact(event.id)
            if (self.sees_all or fact is not None) and event.tick >= self.tick - SIGN_DAYS * 1440:
                views.append(
                    SignView(SIGNS[event.detail].key, event.tick, fact.informant if fact else 0, event.id)
                )
        return tuple(reversed(views))

    def _broken(self, person: int) -> str:
        """Return how somebody has given way: in truth, or as the last known event of that kind has it."""
        if self.sees_all:
            return BREAKS[Break(int(self._one(person, State).broken))]
        told = ""
        for event in self._own_events(person, (Kind.Withdrew, Kind.Snapped, Kind.Recovered)):
            fact = self._known_fact(event.id)
            if fact is not None and fact.who == person:
                told = _BROKE[fact.kind]
        return told

    def _own_events(self, person: int, kinds: tuple[Kind, ...]) -> list[Event]:
        """Return the events of some kinds that somebody is the doer of, oldest first."""
        events = self._world.chronicle.events
        mine = (events.column("who") == person) & np.isin(events.column("kind"), kinds)
        return [self._world.chronicle.event(id) for id in (mine.nonzero()[0] + 1).tolist()]

    def _course(self, person: int) -> tuple[tuple[int, float], ...]:
        """Return somebody's stress day by day: as it was, or as staff had judged it."""
        rows = self._world.courses.rows()
        rows = rows[rows["person"] == person]
        if self.sees_all:
            return tuple(zip(rows["tick"].tolist(), (100 * rows["stress"]).tolist(), strict=True))
        rows = rows[rows["noted_at"] >= 0]
        return tuple(zip(rows["tick"].tolist(), (100 * rows["noted_stress"]).tolist(), strict=True))

"""Why a feeling or a figure is what it is: what is known to lie behind ties, needs, traits, staff and tension.

An answer is a row of reasons with weights in the points of the figure itself. Reasons that go back to an event lead on
to `Desk.why` of that event, in whose tree the office's own orders stand as what they are.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.sim.desk.reasons import Reason
from game.sim.desk.requests import RequestDesk
from game.sim.desk.sights import UNKNOWN
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.events import Kind
from game.sim.house.ground import Ints
from game.sim.house.uses import USES
from game.sim.minds.knowledge import Fact
from game.sim.minds.ties import FEELINGS, Ties, tie_between
from game.sim.people import (
    INMATE,
    NEEDS,
    Assessed,
    Doing,
    Identity,
    Needs,
    Noted,
    NotedWhen,
    Place,
    Roots,
    Status,
)
from game.sim.states import Mind, NotedMind
from game.sim.systems.needs import RELIEF, NeedsRules

Floats = NDArray[np.float64]
UNREST: dict[str, float] = {
    "Quarrelled": 1.0, "Threatened": 1.0, "Snapped": 2.0, "Assaulted": 3.0, "Wounded": 3.0, "Died": 10.0,
    "BruiseSeen": 1.5,
}  # fmt: skip
"""What counts as unrest, and how much, on the day it happens (ours)."""
_UNREST_KINDS = np.array([Kind[name] for name in UNREST], np.int64)
LACKS = ("hunger", "fatigue", "safety", "recreation")
"""Needs whose lack makes a wing restless."""
TENSION: dict[str, float] = {"lack": 55.0, "mood": 30.0, "stress": 40.0, "unrest": 40.0}
"""Points of tension that each part brings at most; together they are cut at 100 (ours)."""
FULL_UNREST = 0.25
"""Unrest for each man and day that counts as the most (ours)."""
PROOFS: dict[str, tuple[str, ...]] = {
    "aggression": ("Quarrelled", "Assaulted", "Insulted", "Threatened", "Struck"),
    "discipline": ("Refused", "Snapped"),
    "nerve": ("Defied", "Joined"),
    "cunning": ("Demanded", "Smuggled", "Sold", "Lent"),
    "empathy": ("FavourDone", "Gifted", "FetchedHelp", "LookedAway"),
    "charisma": ("ProtectionOffered", "Mediated"),
    "faith": ("Consoled",),
    "loyalty": ("Joined", "Betrayed", "Told"),
}
"""Kinds of deeds from which the office reads a trait."""
MOST_REASONS = 6


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """What a tension is made of, in points."""

    lack: float
    mood: float
    stress: float
    unrest: float

    @property
    def total(self) -> float:
        return min(100.0, max(0.0, self.lack + self.mood + self.stress + self.unrest))


class CausesDesk(RequestDesk):
    """What lies behind what is known."""

    def why_tie(self, who: int, whom: int, feeling: str) -> tuple[Reason, ...]:
        """Return what is known to have made somebody feel so about another, in points, the last first."""
        column = FEELINGS.index(feeling) + 3
        scale = 1.0 if feeling == "debt" else 100.0
        log = self._world.reasons
        mine = ((log.column("who") == who) & (log.column("whom") == whom)).nonzero()[0]
        rows = [log[number] for number in mine.tolist()[::-1]]
        told = [
            Reason("deed", {}, scale * row[column], row[2]) for row in rows
            if row[column] and self._links(self.fact(row[2]), who, whom)
        ]  # fmt: skip
        return (*told[:MOST_REASONS], *self._unknown())

    def known_feeling(self, who: int, whom: int, feeling: str) -> float:
        """Return how strongly somebody feels about another, as far as known reasons say; in points, debts in packs."""
        if self.sees_all:
            tie = tie_between(self._world, who, whom)
            scale = 1.0 if feeling == "debt" else 100.0
            return scale * float(getattr(self._one_tie(tie), feeling)) if tie else 0.0
        total = 0.0
        for reason in self.why_tie(who, whom, feeling):
            total += reason.weight
        low = -100.0 if feeling == "regard" else 0.0
        return max(low, total if feeling == "debt" else min(100.0, total))

    def _one_tie(self, tie: int) -> Ties:
        return self._world.one(tie, Ties)

    def _links(self, fact: Fact | None, who: int, whom: int) -> bool:
        """Tell whether what is known of an event says that it has to do with both."""
        if self.sees_all or fact is None:
            return fact is not None
        concerned = (fact.who, fact.whom)
        return whom in concerned and (who in concerned or 0 not in concerned)

    def _unknown(self) -> tuple[Reason, ...]:
        """Return the reason that stands for all that nobody has told: always there, so that it gives nothing away."""
        return () if self.sees_all else (Reason("unknown", known=False),)

    def why_need(self, person: int, need: str) -> tuple[Reason, ...]:
        """Return what moves a need of somebody now, in points an hour of what he lacks; and a missed meal."""
        world, index = self._world, NEEDS.index(need)
        growth = 100 * float(getattr(world.rules(NeedsRules), f"{need}_per_hour"))
        reasons = [Reason("time", {"need": need}, growth)]
        doing, place = self._one(person, Doing), self._one(person, Place)
        relief = 6000 * float(RELIEF[doing.use, index])
        if relief and not place.walking:
            reasons.append(Reason("doing", {"use": USES[doing.use].key}, -relief))
        missed = int(self._one(person, Roots).hunger) if need == "hunger" else 0
        if missed and self.fact(missed) is not None:
            reasons.append(Reason("missed_meal", {}, 0.0, missed))
        when = self._one(person, NotedWhen)
        if not self.sees_all:
            judged = Reason("judged", {"who": when.by, "minutes": self.tick - when.tick})
            reasons.append(judged if when.tick >= 0 else Reason("unknown", known=False))
        return tuple(reasons)

    def why_trait(self, person: int, trait: str) -> tuple[Reason, ...]:
        """Return what the office's estimate of a trait rests on: the intake interview, and deeds it knows of."""
        held = getattr(self._one(person, Assessed), trait)
        reasons = [Reason("intake", {"trait": trait}, 100 * held)]
        for event in self._events(person)[::-1]:
            fact = self.fact(event)
            if fact is not None and fact.who == person and fact.kind in PROOFS[trait]:
                reasons.append(Reason("deed", {}, 0.0, event))
        return (*reasons[:MOST_REASONS], *self._unknown())

    def why_staff(self) -> tuple[Reason, ...]:
        """Return which posts are short of people now, and by how many."""
        posts = [post for post in self.posts() if len(post.staff) != post.wanted]
        reasons = [Reason("post", {"post": post.id}, len(post.staff) - post.wanted) for post in posts]
        return tuple(sorted(reasons, key=lambda reason: reason.weight))

    def figures(self) -> dict[str, float]:
        """Return the key figures: what can be counted, and the tension as judged by staff, 0 to 100."""
        return super().figures() | {"tension": self.tension()}

    def tension(self, wing: int = 0) -> float:
        """Return the tension of a wing, or of the whole prison, as judged by staff: 0 to 100."""
        return self._parts(self._men(wing), self._unrest(wing)).total

    def why_tension(self, wing: int = 0) -> tuple[Reason, ...]:
        """Return what makes the tension, in points: the parts, then the events of the last day, the gravest first."""
        facts = self._unrest(wing)
        parts = self._parts(self._men(wing), facts)
        reasons = [Reason(key, {}, float(getattr(parts, key))) for key in TENSION]
        weight = {fact.event: self._fresh(fact) for fact in facts}
        total = self._points(facts) or 1.0
        worst = sorted(facts, key=lambda fact: (-weight[fact.event], -fact.event))[:MOST_REASONS]
        deeds = [Reason("deed", {}, parts.unrest * weight[fact.event] / total, fact.event) for fact in worst]
        return (*sorted(reasons, key=lambda reason: -reason.weight), *deeds, *self._unknown())

    def strained(self, least: float) -> list[int]:
        """Return the inmates whose stress is judged to be so many points or more, the worst first."""
        rows = self._men(0)
        stress = 100 * self._held(rows)[2]
        rows, stress = rows[stress >= least], stress[stress >= least]
        ids: list[int] = self._world.people.ids[rows[np.argsort(-stress, kind="stable")]].tolist()
        return ids

    def tension_by_room(self) -> Floats:
        """Return the tension of each room with inmates in it, by room id; UNKNOWN where nobody judged."""
        world, count = self._world, len(self.plan.rooms)
        place, identity = world.everyone(Place), world.everyone(Identity)
        rows = ((place.tile > 0) & (identity.role == INMATE) & self._judged()).nonzero()[0]
        rooms = world.ground.room_at[place.tile[rows]]
        found = np.full(count, UNKNOWN)
        people = np.bincount(rooms, minlength=count)
        sums = np.bincount(rooms, weights=self._restless(rows), minlength=count)
        here = people > 0
        found[here] = np.minimum(100.0, np.maximum(0.0, sums[here] / people[here]))
        for fact in self._unrest(0):
            if fact.place and found[fact.place] >= 0:
                share = self._fresh(fact) / (FULL_UNREST * max(4, int(people[fact.place])))
                found[fact.place] = min(100.0, found[fact.place] + TENSION["unrest"] * share)
        return found

    def _men(self, wing: int) -> Ints:
        identity = self._world.everyone(Identity)
        lives = (identity.role == INMATE) & (identity.status == Status.PRESENT) & self._judged()
        rows: Ints = (lives & ((identity.wing == wing) if wing else True)).nonzero()[0]
        return rows

    def _held(self, rows: Ints) -> tuple[Floats, Floats, Floats]:
        """Return lack, mood and stress of some people (rows), as known."""
        world, truth = self._world, self.sees_all
        needs = (world.everyone(Needs) if truth else world.everyone(Noted)).block
        mind = world.everyone(Mind) if truth else world.everyone(NotedMind)
        lack = needs[[NEEDS.index(need) for need in LACKS]][:, rows].mean(axis=0)
        return lack, mind.mood[rows], mind.stress[rows]

    def _restless(self, rows: Ints) -> Floats:
        """Return how tense each of some people (rows) is, in points; unrest is left out."""
        lack, mood, stress = self._held(rows)
        return TENSION["lack"] * lack - TENSION["mood"] * mood + TENSION["stress"] * stress

    def _parts(self, rows: Ints, facts: list[Fact]) -> _Parts:
        if not rows.size:
            return _Parts(0.0, 0.0, 0.0, 0.0)
        lack, mood, stress = (float(values.mean()) for values in self._held(rows))
        unrest = min(1.0, self._points(facts) / (FULL_UNREST * len(rows)))
        return _Parts(
            TENSION["lack"] * lack,
            -TENSION["mood"] * mood,
            TENSION["stress"] * stress,
            TENSION["unrest"] * unrest,
        )

    def _unrest(self, wing: int) -> list[Fact]:
        """Return what is known of the unrest of the last day, in a wing or anywhere."""
        past = self._world.chronicle.events
        late = past.column("tick") > self.tick - MINUTES_PER_DAY
        ids = (late & np.isin(past.column("kind"), _UNREST_KINDS)).nonzero()[0] + 1
        facts = [fact for fact in (self.fact(id) for id in ids.tolist()) if fact is not None]
        wings = self._world.ground.room_wing
        return [fact for fact in facts if not wing or (fact.place and wings[fact.place] == wing)]

    def _points(self, facts: list[Fact]) -> float:
        total = 0.0
        for fact in facts:
            total += self._fresh(fact)
        return total

    def _fresh(self, fact: Fact) -> float:
        """Return how much an event still counts: it fades over a day."""
        return UNREST[fact.kind] * max(0.0, 1 - (self.tick - fact.tick) / MINUTES_PER_DAY)

"""Needs: what grows by the hour, and what is met by what one does."""

from dataclasses import dataclass

import numpy as np

from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.house.ground import Ints
from game.sim.house.uses import relief_per_minute
from game.sim.people import INMATE as INMATE_ROLE
from game.sim.people import NEEDS, Doing, Identity, Needs, Noted, NotedWhen, Place, Status, is_staff
from game.sim.states import Mind, NotedMind

_HOUR = 60.0
RELIEF = relief_per_minute()


@dataclass(frozen=True, slots=True)
class NeedsRules(Rules):
    """How fast people come to lack things, from 0 (content) to 1 (desperate)."""

    hunger_per_hour: float = rule(0.075, "1/h", "hunger; meals lie 5 to 13 hours apart", low=0, high=1)
    fatigue_per_hour: float = rule(0.055, "1/h", "weariness; about 17 hours awake", low=0, high=1)
    hygiene_per_hour: float = rule(0.03, "1/h", "uncleanliness; a shower every day or two", low=0, high=1)
    company_per_hour: float = rule(0.04, "1/h", "loneliness", low=0, high=1)
    recreation_per_hour: float = rule(0.04, "1/h", "boredom", low=0, high=1)
    safety_per_hour: float = rule(-0.01, "1/h", "fear; fades where nothing happens", low=-1, high=1)
    family_per_hour: float = rule(0.012, "1/h", "longing for those outside", low=0, high=1)
    purpose_per_hour: float = rule(0.025, "1/h", "emptiness", low=0, high=1)
    home_relief_per_hour: float = rule(0.25, "1/h", "what staff at home recover of everything", low=0, high=1)


class NeedsSystem(System):
    """Everyone comes to lack things by the hour; what he does, where he does it, meets some of them.

    Who is only expected comes as the files say that he is.
    """

    every = 5

    def run(self) -> None:
        """Let five minutes' worth of lack and relief pass."""
        needs, doing, place = self.everyone(Needs), self.everyone(Doing), self.everyone(Place)
        rules = self.rules(NeedsRules)
        growth = np.array([getattr(rules, f"{need}_per_hour") for need in NEEDS]) * (self.every / _HOUR)
        at_it = ((place.walking == 0) & (place.tile > 0)).astype(np.float64)
        relief = RELIEF.T.take(doing.use, axis=1) * (at_it * self.every)
        relief += (place.tile == 0) * (rules.home_relief_per_hour * self.every / _HOUR)
        expected = (self.everyone(Identity).status == Status.EXPECTED).nonzero()[0]
        if expected.size:
            relief[:, expected] = growth[:, None]
        block = needs.block
        block += growth[:, None]
        block -= relief
        np.minimum(block, 1.0, out=block)
        np.maximum(block, 0.0, out=block)


@dataclass(frozen=True, slots=True)
class ObservationRules(Rules):
    """How well staff judge how people are."""

    error: float = rule(0.08, "need", "deviation of a judgement by sight", low=0, high=0.5)
    mood_error: float = rule(0.16, "mood", "deviation of a mood as judged", low=0, high=1)
    stress_error: float = rule(0.12, "stress", "deviation of stress as judged: it shows less", low=0, high=1)


class ObservationSystem(System):
    """Every hour staff judge how those in the same room are, in body and mood; their judgement is off by a little."""

    every = 60
    phase = 30

    def run(self) -> None:
        """Let staff look around."""
        place, role = self.everyone(Place), self.everyone(Identity).role
        here = self.world.ground.room_at[place.tile]
        watcher = np.zeros(len(self.world.plan.rooms), np.int64)
        staff = (is_staff(role) & (place.tile > 0)).nonzero()[0]
        watcher[here[staff]] = self.world.people.ids[staff]
        watcher[0] = 0
        seen = ((role == INMATE_ROLE) & (watcher[here] > 0)).nonzero()[0]
        if seen.size:
            self._judge(seen, watcher[here[seen]])

    def _judge(
        self,
        rows: Ints,
        by: Ints,
    ) -> None:
        error = (
            self.dice.bell(len(NEEDS) * len(rows)).reshape(len(NEEDS), -1)
            * self.rules(ObservationRules).error
        )
        judged = self.everyone(Needs).block[:, rows] + error
        self.everyone(Noted).block[:, rows] = np.minimum(np.maximum(judged, 0.0), 1.0)
        self._judge_minds(rows)
        when = self.everyone(NotedWhen)
        when.tick[rows] = self.world.tick
        when.by[rows] = by

    def _judge_minds(self, rows: Ints) -> None:
        """Let mood and stress be judged; what a man craves doesn't show."""
        rules, mind, noted = self.rules(ObservationRules), self.everyone(Mind), self.everyone(NotedMind)
        off = self.dice.bell(2 * len(rows)).reshape(2, -1)
        mood, stress = (
            mind.mood[rows] + off[0] * rules.mood_error,
            mind.stress[rows] + off[1] * rules.stress_error,
        )
        noted.mood[rows] = np.minimum(np.maximum(mood, -1.0), 1.0)
        noted.stress[rows] = np.minimum(np.maximum(stress, 0.0), 1.0)

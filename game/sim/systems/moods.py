"""Moods, and the stress that a long low mood leaves behind."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.calendar import MINUTES_PER_HOUR, minute_of_day
from game.sim.engine.hazard import Floats
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.house.uses import INDEX, USES
from game.sim.minds.thoughts import ThoughtEnds, Thoughts
from game.sim.people import INMATE, NEEDS, Doing, Identity, Needs, NotedWhen, Place, Roots, Status, Temper
from game.sim.states import Mind, NotedMind, StateRoots

if TYPE_CHECKING:
    from game.sim.world import World

_HOURS_A_DAY = 24
COURSE_MINUTE = 22 * MINUTES_PER_HOUR
"""22:00: how each inmate was that day is written down, for the course of his stress."""


@dataclass(frozen=True, slots=True)
class MoodRules(Rules):
    """What thoughts and needs come to. An ordinary man on an ordinary day is near 0."""

    pull_per_hour: float = rule(
        0.35, "1/h", "share of the way a mood goes to where it is pulled", low=0, high=4
    )
    composure: float = rule(
        0.28, "mood", "where nothing weighs on a man and he lacks nothing", low=-1, high=1
    )
    hunger: float = rule(0.25, "mood", "that full hunger takes; needs weigh by their square", low=0, high=2)
    fatigue: float = rule(0.25, "mood", "that full weariness takes", low=0, high=2)
    hygiene: float = rule(0.10, "mood", "that full uncleanliness takes", low=0, high=2)
    company: float = rule(0.25, "mood", "that full loneliness takes", low=0, high=2)
    recreation: float = rule(0.15, "mood", "that full boredom takes", low=0, high=2)
    safety: float = rule(0.45, "mood", "that full fear takes", low=0, high=2)
    family: float = rule(0.20, "mood", "that full longing takes", low=0, high=2)
    purpose: float = rule(0.15, "mood", "that full emptiness takes", low=0, high=2)


class MoodSystem(System):
    """A mood is pulled slowly towards what a man's thoughts and needs come to; thoughts fade by the hour."""

    every = 15

    def run(self) -> None:
        """Let a quarter of an hour of thoughts fade, and moods follow."""
        if self.world.tick % MINUTES_PER_HOUR == 0:
            self._let_go()
        thoughts = self.everyone(Thoughts)
        faded = np.maximum(abs(thoughts.strength) - thoughts.fade * (self.every / MINUTES_PER_HOUR), 0.0)
        thoughts.strength = np.where(thoughts.strength < 0, -faded, faded)
        mood = self.everyone(Mind).mood
        pull = self.rules(MoodRules).pull_per_hour * (self.every / MINUTES_PER_HOUR)
        mood += (drawn_to(self.world) - mood) * min(1.0, pull)

    def _let_go(self) -> None:
        """Retire the thoughts that have faded, and those of people who are filed."""
        over = self.everyone(Thoughts).strength == 0.0
        over |= self.world.people.rows(self.everyone(ThoughtEnds).person) < 0
        if over.any():
            self.world.thoughts.retire(self.world.thoughts.ids[over].tolist())


def drawn_to(world: "World") -> Floats:
    """Return the mood to which everyone is pulled, by row: −1 to 1."""
    total = world.rules(MoodRules).composure + thoughts_weigh(world) - needs_weigh(world).sum(axis=0)
    held: Floats = np.minimum(1.0, np.maximum(-1.0, total))
    return held


def thoughts_weigh(world: "World") -> Floats:
    """Return what his thoughts add to everyone's mood, by row."""
    people = world.people
    rows, strength = people.rows(world.everyone(ThoughtEnds).person), world.everyone(Thoughts).strength
    return np.bincount(rows, weights=strength, minlength=people.n).astype(np.float64)


def needs_weigh(world: "World", needs: Floats | None = None) -> Floats:
    """Return what each need takes off everyone's mood: (needs, people). Needs weigh by their square."""
    rules, block = world.rules(MoodRules), world.everyone(Needs).block if needs is None else needs
    weights = np.array([getattr(rules, need) for need in NEEDS])
    weighed: Floats = weights[:, None] * block * block
    return weighed


@dataclass(frozen=True, slots=True)
class StressRules(Rules):
    """How stress builds up and wears off: weeks of misery bring it to 1.

    It wears off in proportion to itself; what takes it off is given at a stress of a half.
    """

    bearable: float = rule(-0.12, "mood", "below this a mood wears a man down", low=-1, high=1)
    rise_per_day: float = rule(0.09, "1/d", "stress for each point of mood below that", low=0, high=5)
    nerve: float = rule(
        0.8, "share", "how much faster it rises without any nerve than with all", low=0, high=1
    )
    ease_per_day: float = rule(0.035, "1/d", "what time takes off while the mood is bearable", low=0, high=1)
    sleep: float = rule(0.0008, "1/h", "what sleep and rest take off", low=0, high=1)
    talk: float = rule(0.0015, "1/h", "what talk and games take off", low=0, high=1)
    work: float = rule(0.001, "1/h", "what work, books and training take off", low=0, high=1)
    chapel: float = rule(0.006, "1/h", "what the chapel takes off", low=0, high=1)
    visit: float = rule(0.03, "1/h", "what a visit takes off; a call half of it", low=0, high=1)
    hearing: float = rule(0.03, "1/h", "what it takes off to be listened to", low=0, high=1)
    home: float = rule(0.005, "1/h", "what staff at home recover", low=0, high=1)


class StressSystem(System):
    """Stress builds up while a mood stays low, over weeks; sleep, talk, work, chapel, visits and time wear it off."""

    every = MINUTES_PER_HOUR

    def run(self) -> None:
        """Let an hour of stress come and go."""
        rules, mind = self.rules(StressRules), self.everyone(Mind)
        misery = np.maximum(rules.bearable - mind.mood, 0.0)
        soft = 1.0 + rules.nerve * (0.5 - self.everyone(Temper).nerve)
        rise = misery * soft * (rules.rise_per_day / _HOURS_A_DAY)
        ease = np.where(misery > 0, 0.0, rules.ease_per_day / _HOURS_A_DAY) + self._relief()
        ease *= 2.0 * mind.stress
        mind.stress = np.minimum(1.0, np.maximum(0.0, mind.stress + rise - ease))
        self._remember(rise > ease)
        if minute_of_day(self.world.tick) == COURSE_MINUTE:
            self._write_down()

    def _relief(self) -> Floats:
        """Return what an hour of what each does takes off his stress."""
        doing, place = self.everyone(Doing), self.everyone(Place)
        at_it = (place.walking == 0) & (place.tile > 0)
        relief = np.where(at_it, relief_of_uses(self.rules(StressRules)).take(doing.use), 0.0)
        return np.where(place.tile == 0, self.rules(StressRules).home, relief)

    def _remember(self, rising: NDArray[np.bool_]) -> None:
        """Note what weighs most on those whose stress rises: his worst thought, a missed meal, or his own nerves."""
        root, roots = self.everyone(StateRoots).stress, self.everyone(Roots)
        root[:] = np.where(rising & (root == 0), np.where(roots.hunger > 0, roots.hunger, roots.nerve), root)
        strength, ends = self.everyone(Thoughts).strength, self.everyone(ThoughtEnds)
        bad = ((strength < 0) & (ends.because > 0)).nonzero()[0]
        rows = self.world.people.rows(ends.person[bad])
        bad, rows = bad[rising[rows]], rows[rising[rows]]
        worst_last = np.argsort(-strength[bad], kind="stable")
        root[rows[worst_last]] = ends.because[bad[worst_last]]

    def _write_down(self) -> None:
        """Keep how each inmate was today, and how staff judged him."""
        identity, mind, noted = self.everyone(Identity), self.everyone(Mind), self.everyone(NotedMind)
        here = (identity.role == INMATE) & (identity.status == Status.PRESENT)
        rows, tick = here.nonzero()[0], self.world.tick
        columns = (mind.mood, mind.stress, noted.mood, noted.stress, self.everyone(NotedWhen).tick)
        values = [column[rows].tolist() for column in columns]
        for person, *held in zip(self.world.people.ids[rows].tolist(), *values, strict=True):
            self.world.courses.append(person, tick, *held)


def relief_of_uses(rules: StressRules) -> Floats:
    """Return what an hour of each use takes off stress."""
    by_use = {
        "sleep": rules.sleep, "rest": rules.sleep, "lie_sick": rules.sleep, "talk": rules.talk, "play": rules.talk,
        "work": rules.work, "read": rules.work, "train": rules.work, "pray": rules.chapel, "visit": rules.visit,
        "phone": rules.visit / 2, "speak": rules.hearing,
    }  # fmt: skip
    relief = np.zeros(len(USES))
    for key, value in by_use.items():
        relief[INDEX[key]] = value
    return relief

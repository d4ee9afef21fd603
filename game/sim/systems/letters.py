"""Letters: what comes in from outside, good or bad, and what it does to who waits for it."""

from dataclasses import dataclass

import numpy as np

from game.sim.engine.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR, hour_of
from game.sim.engine.hazard import Hazard
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Kind
from game.sim.minds.knowledge import Source
from game.sim.minds.thoughts import forget, think
from game.sim.people import Needs
from game.sim.population.families import RELATIONS
from game.sim.visits.book import Relative, is_open_matter, present_inmates_with_family

NEWS: tuple[tuple[str, float, float], ...] = (
    ("they_are_well", 0.35, 5.0),
    ("thinking_of_you", 0.55, 3.0),
    ("good_school_report", 0.6, 1.0),
    ("found_work", 0.7, 1.0),
    ("a_child_is_born", 0.95, 0.3),
    ("little_to_tell", 0.15, 2.0),
    ("money_is_short", -0.5, 1.4),
    ("somebody_is_ill", -0.65, 1.0),
    ("the_child_asks", -0.45, 0.8),
    ("moving_away", -0.6, 0.5),
    ("there_is_somebody_else", -0.9, 0.25),
    ("a_death", -1.0, 0.2),
)
"""What letters say: key, how good it is (−1 to 1), how common; `Event.item` is an index: new ones go to the end."""
POST_HOUR = 11
"""When letters are handed out."""


@dataclass(frozen=True, slots=True)
class LetterRules(Rules):
    """How often people write."""

    per_day: float = rule(0.07, "1/day", "letters from a relative of average warmth", low=0, high=1)
    warmth: float = rule(1.5, "factor", "of the writer's warmth above 0.5, per unit", low=0, high=2)
    silence_days: float = rule(14, "days", "without a letter or a visit after which silence weighs", low=1)
    family: float = rule(0.15, "need", "of longing that a letter meets", low=0, high=1)
    strain: float = rule(
        0.3, "pressure", "that trouble at home puts on a relative, at its worst", low=0, high=1
    )


class LetterSystem(System):
    """Once a day letters are handed out: good news lifts, bad news weighs, and so does long silence.

    The office reads what comes for its faces, for men it watches, and from writers it minds.
    """

    every = MINUTES_PER_HOUR
    phase = 4

    def run(self) -> None:
        """Hand out the day's letters."""
        if hour_of(self.world.tick) != POST_HOUR:
            return
        found = list(present_inmates_with_family(self.world))
        if not found:
            return
        rules = self.rules(LetterRules)
        warmth = np.array([relative.warmth for relative in found])
        hazard = Hazard(np.full(len(found), rules.per_day))
        hazard.times("warmth", 1 + rules.warmth * (warmth - 0.5))
        hits = hazard.hits(self.dice).tolist()
        for number, relative in enumerate(found):
            if number in hits:
                self._deliver(relative)
            else:
                self._silence(relative)

    def _deliver(self, relative: Relative) -> None:
        world, rules = self.world, self.rules(LetterRules)
        news = self.dice.weighted(range(len(NEWS)), [entry[2] for entry in NEWS])
        good = NEWS[news][1]
        event = world.emit(
            Kind.LetterCame, who=relative.who, whom=relative.person, item=news, amount=good,
            detail=list(RELATIONS).index(relative.relation),
        )  # fmt: skip
        scale = 0.4 + 0.9 * abs(good)
        think(world, relative.who, "letter_good" if good > 0 else "letter_bad", event, relative.person, scale)
        forget(world, relative.who, "no_news")
        needs = world.one(relative.who, Needs)
        needs.family = max(0.0, needs.family - rules.family)
        relative.wrote, relative.because = world.tick, event
        relative.pressure = min(1.0, relative.pressure + rules.strain * max(0.0, -good))
        if is_open_matter(world, relative):
            world.knowledge.learn(world.tick, event, Source.REPORT)

    def _silence(self, relative: Relative) -> None:
        """Let long silence weigh: it goes back to the last that was between the two."""
        last = max(relative.wrote, relative.met)
        days = (self.world.tick - last) // MINUTES_PER_DAY
        every = int(self.rules(LetterRules).silence_days)
        if relative.because and days >= every and days % 3 == 0:
            think(self.world, relative.who, "no_news", relative.because, relative.person)

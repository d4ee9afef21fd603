"""What a lockdown costs those who are locked in; what it stops, it stops because they are in their cells."""

from dataclasses import dataclass

import numpy as np

from game.sim.engine.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR, hour_of
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.house.lockdowns import Lockdown, men_of
from game.sim.minds.thoughts import think
from game.sim.people import Identity
from game.sim.states import Mind, StateRoots


@dataclass(frozen=True, slots=True)
class LockdownRules(Rules):
    """What being locked down does to men."""

    renewal_hours: float = rule(2, "hours", "how often the thought of it comes back", low=1, high=24)
    weight: float = rule(0.4, "share", "of the thought's full strength that each renewal adds", low=0, high=2)
    stress_per_day: float = rule(0.05, "1/d", "stress of the first day", low=0, high=1)
    growth: float = rule(0.5, "1/d", "how much faster stress rises each day that it lasts", low=0, high=5)
    fastest: float = rule(3.0, "factor", "bound of that growth", low=1, high=20)


class LockdownSystem(System):
    """Each hour of a lockdown weighs more than the last on those who are locked in, and costs them their work.

    Company, games, showers, visits and the yard are missed because nobody leaves his cell: nothing is added here.
    """

    every = MINUTES_PER_HOUR
    phase = 7

    def run(self) -> None:
        """Let an hour of every lockdown pass."""
        for _, lockdown in self.world.each(Lockdown):
            self._weigh(lockdown)
            self._work(lockdown)

    def _weigh(self, lockdown: Lockdown) -> None:
        rules, rows = self.rules(LockdownRules), men_of(self.world, lockdown.wing)
        hours = (self.world.tick - lockdown.since) // MINUTES_PER_HOUR
        days = (self.world.tick - lockdown.since) / MINUTES_PER_DAY
        rise = rules.stress_per_day / 24 * min(rules.fastest, 1 + rules.growth * days)
        stress = self.everyone(Mind).stress
        stress[rows] = np.minimum(1.0, stress[rows] + rise)
        self.everyone(StateRoots).stress[rows] = lockdown.because
        if hours % int(rules.renewal_hours) == 0:
            for person in self.world.people.ids[rows].tolist():
                think(self.world, person, "locked_down", lockdown.because, scale=rules.weight)

    def _work(self, lockdown: Lockdown) -> None:
        """Count the hour as missed for those who would be at work by the regime."""
        planned = self.world.wing(lockdown.wing).hours[hour_of(self.world.tick)]
        if planned == "work":
            rows = men_of(self.world, lockdown.wing)
            lockdown.missed_work_hours += int((self.everyone(Identity).job[rows] > 0).sum())

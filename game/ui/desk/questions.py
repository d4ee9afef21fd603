"""When a question of the story may interrupt: a purse of its own, and in good time before it would answer itself."""

from collections import Counter
from typing import TYPE_CHECKING

from game.sim.engine.calendar import MINUTES_PER_HOUR, day_of

if TYPE_CHECKING:
    from game.sim.views import DecisionView

QUESTIONS = 4
"""So many a day stop the clock as soon as they are asked."""
REST = MINUTES_PER_HOUR
"""Minutes without any question after which one that had to wait is asked."""


def last_call(asked: int, deadline: int) -> int:
    """Minutes before its deadline at which a question comes back: an hour, or half of a shorter time."""
    return min(MINUTES_PER_HOUR, (deadline - asked) // 2)


def is_urgent(decision: "DecisionView", tick: int) -> bool:
    """Whether so little time is left that it has to be asked now."""
    return decision.deadline - tick <= last_call(decision.asked, decision.deadline)


class Questions:
    """Asks four a day at once, and never two alike in a row; the others at the next hour of rest, none too late."""

    def __init__(self) -> None:
        self.asked: dict[int, bool] = {}
        """Questions looked at, and whether they may interrupt by now."""
        self.last = ""
        """What was asked last: a beat's key, or a kind of request."""
        self._tick = -REST
        """When the last one interrupted."""

    def may_ask(self, decision: "DecisionView", tick: int, spent: Counter[tuple[int, str]]) -> bool:
        """Whether it may interrupt now; `spent` is what the day's interruptions cost so far."""
        if self.asked.get(decision.id):
            return True
        room = spent[(day_of(tick), "ask")] < QUESTIONS and decision.key != self.last
        allowed = room or tick - self._tick >= REST or is_urgent(decision, tick)
        self.asked[decision.id] = allowed
        if allowed:
            self.last, self._tick = decision.key, tick
            for what in ("ask", "stop"):  # alarms fold for what the story asks
                spent[(day_of(tick), what)] += 1
        return allowed

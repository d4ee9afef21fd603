"""The course of the key figures: every ten minutes of the last day, every two hours of the last month."""

from collections import deque
from collections.abc import Mapping, Sequence
from itertools import pairwise

from game.sim.engine.calendar import MINUTES_PER_DAY

SAMPLE_MINUTES = 10
LONG_MINUTES = 120
LONG_DAYS = 30
FIGURES = ("inmates", "staff", "tension")
"""Figures of the top bar, each with a course."""
SOURCES = {"inmates": "inmates", "staff": "staff_on_duty", "tension": "tension"}
"""Figure, and what it is called on the desk."""
Sample = tuple[int, float]
Course = deque[Sample]


class History:
    """Samples by figure, with their ticks, oldest first."""

    def __init__(self) -> None:
        day, month = MINUTES_PER_DAY // SAMPLE_MINUTES, LONG_DAYS * MINUTES_PER_DAY // LONG_MINUTES
        self.day: dict[str, Course] = {name: deque(maxlen=day) for name in FIGURES}
        self.month: dict[str, Course] = {name: deque(maxlen=month) for name in FIGURES}

    def take_up(
        self, day: Mapping[str, Sequence[Sample]], month: Mapping[str, Sequence[Sample]], now: int
    ) -> None:
        """Go on with courses that were kept; one that does not lead up to `now` is left out."""
        for own, kept in ((self.day, day), (self.month, month)):
            for name, samples in kept.items():
                if name in own and _leads_to(now, samples):
                    own[name].clear()
                    own[name].extend(samples)

    def due(self, tick: int) -> bool:
        """Whether a sample belongs to this tick."""
        return tick % SAMPLE_MINUTES == 0

    def take(self, tick: int, figures: dict[str, float]) -> None:
        """Keep the figures of a tick."""
        for name in FIGURES:
            value = float(figures.get(SOURCES[name], 0))
            self.day[name].append((tick, value))
            if tick % LONG_MINUTES == 0 or not self.month[name]:
                self.month[name].append((tick, value))


def _leads_to(now: int, samples: Sequence[Sample]) -> bool:
    """Whether there are samples, each later than the one before, and none of them later than now."""
    ticks = [tick for tick, _ in samples]
    return bool(ticks) and ticks[-1] <= now and all(early < late for early, late in pairwise(ticks))

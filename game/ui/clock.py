"""How fast prison time runs on the screen. The prison itself knows nothing of it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

SPEEDS = (0.0, 0.5, 1.0, 3.0, 10.0, 60.0)
"""Ticks (minutes of the prison) a second; 0 is pause."""
PLAY = 2
HURRY = 60.0
"""Ticks a second while running until something happens."""
BUDGET = 0.008
"""Seconds of a frame that may be spent on ticks; what doesn't fit is dropped, never caught up."""


@dataclass(slots=True)
class Clock:
    """Turns seconds into ticks, and keeps the fraction of a tick for drawing people between two tiles."""

    speed: int = 0
    """Index into SPEEDS."""
    before: int = PLAY
    """The speed that the pause key goes back to."""
    until: bool = False
    """Running until something happens."""
    fraction: float = 0.0

    @property
    def rate(self) -> float:
        """Ticks a second."""
        return HURRY if self.until else SPEEDS[self.speed]

    @property
    def paused(self) -> bool:
        """Whether time stands still."""
        return self.rate == 0.0

    def set(self, speed: int) -> None:
        """Choose a speed by its index."""
        self.until = False
        if speed:
            self.before = speed
        self.speed = speed

    def toggle(self) -> None:
        """Pause, or go on as before."""
        self.set(0 if not self.paused else self.before)

    def stop(self) -> None:
        """Pause because something happened."""
        self.set(0)

    def advance(self, seconds: float, step: Callable[[], bool], budget: float = BUDGET) -> int:
        """Let `seconds` pass; `step` runs one tick and says whether to stop there. Returns the ticks run."""
        owed = self.fraction + min(seconds, 0.25) * self.rate
        end, ran, rate = time.perf_counter() + budget, 0, self.rate
        while owed >= 1.0:
            owed -= 1.0
            ran += 1
            if step():
                self.stop()
                owed = 0.999  # the last tick is shown walked to its end
                break
            if time.perf_counter() > end or self.rate != rate:
                owed = min(owed, 0.999)
                break
        self.fraction = min(owed, 0.999)
        return ran

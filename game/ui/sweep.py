"""Python looks for garbage when a frame has time left, never in the middle of one: that cost 25 ms at a time."""

import gc
import time

YOUNG = 4000
"""New objects from which a small sweep is due, time or not: it takes about a millisecond."""
SELDOM = 20.0
"""Seconds between two thorough sweeps."""
SPARE_SHARE = 1.5
"""How many times the last thorough sweep's time has to be left for another."""
FIRST_GUESS = 0.006
"""Seconds a thorough sweep is thought to take before there was one."""


class Sweeper:
    """Sweeps instead of Python's own collector, from `start` to `stop`."""

    def __init__(self) -> None:
        self.sweeps = False
        """Whether it does now."""
        self._takes, self._last = FIRST_GUESS, 0.0

    def start(self) -> None:
        """Sweep by the frame from now on."""
        self.sweeps = True
        gc.disable()
        self.settle()

    def stop(self) -> None:
        """Leave it to Python again."""
        self.sweeps = False
        gc.unfreeze()
        gc.enable()

    def settle(self) -> None:
        """Sweep all, however long it takes, and never look through again what stays."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._takes, self._last = FIRST_GUESS, time.perf_counter()

    def sweep(self, spare: float) -> None:
        """Use the seconds that a frame has left."""
        now = time.perf_counter()
        if now - self._last > SELDOM and spare > self._takes * SPARE_SHARE:
            gc.collect()
            gc.freeze()
            self._last = time.perf_counter()
            self._takes = self._last - now
        elif gc.get_count()[0] > YOUNG:
            gc.collect(0 if spare < self._takes else 1)

"""Nothing that Python does beside the game holds up a frame: neither its search for garbage, nor another thread.

Garbage is looked for when a frame has time left; in the middle of one it cost 25 ms at a time. A thread that writes a
save hands over after HAND_OVER seconds: with Python's own five milliseconds an autosave cost three frames of 30 ms.
"""

import gc
import sys
import time

YOUNG = 4000
"""New objects from which a small sweep is due, time or not: it takes about a millisecond."""
SELDOM = 20.0
"""Seconds between two thorough sweeps."""
SPARE_SHARE = 1.5
"""How many times the last thorough sweep's time has to be left for another."""
HAND_OVER = 0.0002
"""Seconds a thread may go on while another waits."""
FIRST_GUESS = 0.006
"""Seconds a thorough sweep is thought to take before there was one."""


class Sweeper:
    """Sweeps instead of Python's own collector, and has threads hand over soon, from `start` to `stop`."""

    def __init__(self) -> None:
        self.sweeps = False
        """Whether it does now."""
        self._takes, self._last = FIRST_GUESS, 0.0
        self._usual = sys.getswitchinterval()

    def start(self) -> None:
        """Sweep by the frame from now on."""
        self.sweeps = True
        gc.disable()
        sys.setswitchinterval(HAND_OVER)
        self.settle()

    def stop(self) -> None:
        """Leave it to Python again."""
        self.sweeps = False
        sys.setswitchinterval(self._usual)
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

"""How long frames took, as figures: by the clock on the wall, and by what the processor did for them."""

import time
from dataclasses import dataclass, field

import numpy as np

SMOOTH_MS = 1000 / 60
STUTTER_MS = 30.0
"""A frame longer than this is seen as a stutter."""
HALF_MS = 1000 / 30


@dataclass(frozen=True, slots=True)
class Spread:
    """The distribution of times, in milliseconds and shares."""

    median: float
    p95: float
    p99: float
    worst: float
    over_smooth: float
    over_stutter: float
    stutters: int


def spread(times: list[float]) -> Spread:
    """The distribution of these milliseconds."""
    taken = np.array(times)
    median, p95, p99 = (float(value) for value in np.percentile(taken, (50, 95, 99)))
    stutters = int((taken > STUTTER_MS).sum())
    smooth = float((taken > SMOOTH_MS).mean())
    return Spread(median, p95, p99, float(taken.max()), smooth, stutters / len(taken), stutters)


@dataclass
class FrameTimes:
    """Frames of one scene, in milliseconds: `wall` also counts what others on the machine did meanwhile."""

    name: str
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    """Of the thread that draws."""

    def begin(self) -> None:
        """A frame begins."""
        self._wall, self._cpu = time.perf_counter(), time.thread_time()

    def end(self) -> None:
        """It is shown."""
        self.wall.append(1000 * (time.perf_counter() - self._wall))
        self.cpu.append(1000 * (time.thread_time() - self._cpu))


def together(name: str, found: list[FrameTimes]) -> FrameTimes:
    """All frames of several scenes."""
    return FrameTimes(name, [t for each in found for t in each.wall], [t for each in found for t in each.cpu])


def table(found: list[FrameTimes]) -> str:
    """The times as lines of text, two for each scene."""
    head = f"{'scene':14}{'':5}{'frames':>8}{'median':>9}{'p95':>8}{'p99':>8}{'worst':>8}{'>16.7ms':>9}{'>30ms':>14}"
    rows = [_row(each.name, "wall", each.wall) + "\n" + _row("", "cpu", each.cpu) for each in found]
    return "\n".join((head, *rows))


def _row(name: str, kind: str, times: list[float]) -> str:
    t = spread(times)
    over = f"{t.stutters} ({t.over_stutter:.2%})"
    return (
        f"{name:14}{kind:5}{len(times):8}{t.median:9.1f}{t.p95:8.1f}{t.p99:8.1f}{t.worst:8.1f}"
        f"{t.over_smooth:9.2%}{over:>14}"
    )

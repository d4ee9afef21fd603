"""How long frames took, as figures: by the clock on the wall, and by what the processor did for them."""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

SMOOTH_MS = 1000 / 60
STUTTER_MS = 30.0
"""A frame longer than this is seen as a stutter."""
STAT, STEAL = Path("/proc/stat"), 8
"""Where Linux tells of stolen time, and in which column of the first line."""


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
    stolen: list[float] = field(default_factory=list)
    """What the host of a virtual machine took from it meanwhile, in steps of ten; it counts as `cpu`, too."""

    def begin(self) -> None:
        """A frame begins."""
        self._stolen = stolen_ms()
        self._wall, self._cpu = time.perf_counter(), time.thread_time()

    def end(self) -> None:
        """It is shown."""
        self.wall.append(1000 * (time.perf_counter() - self._wall))
        self.cpu.append(1000 * (time.thread_time() - self._cpu))
        self.stolen.append(stolen_ms() - self._stolen)


def stolen_ms() -> float:
    """Milliseconds that the host has taken from this virtual machine since it runs; 0 where nothing tells of it."""
    try:
        with STAT.open() as lines:
            return 1000 * int(lines.readline().split()[STEAL]) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return 0.0


def robbed(times: FrameTimes) -> str:
    """How many of the stutters the host made, in words: in those it took what went beyond a stutter."""
    late = [
        over for wall, over in zip(times.wall, times.stolen, strict=True)
        if wall > STUTTER_MS and wall - over <= STUTTER_MS
    ]  # fmt: skip
    return f"the host took {sum(times.stolen):.0f} ms, and made {len(late)} of the stutters"


def together(name: str, found: list[FrameTimes]) -> FrameTimes:
    """All frames of several scenes."""
    parts = [(each.wall, each.cpu, each.stolen) for each in found]
    wall, cpu, stolen = (
        [time for of_scene in kind for time in of_scene] for kind in zip(*parts, strict=True)
    )
    return FrameTimes(name, wall, cpu, stolen)


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

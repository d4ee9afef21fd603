"""Measuring: all sides run the same minutes in short slices by turns, so that a busy machine slows them alike."""

import gc
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from statistics import median
from time import perf_counter, perf_counter_ns

import esper

from benchmarks.mesa_day import MesaDay
from benchmarks.prison import open_crowd
from benchmarks.sides import differences, reduced
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.snapshot import Snapshot, freeze, thaw
from game.sim.house.plan import PrisonPlan
from game.sim.people import INMATE, Identity
from game.sim.population.cast import Cast
from game.sim.world import World

SLICE_TICKS = 20
LEAST_TICKS = 120
"""Count and breakfast: less says too little about a day."""
SIDES = ("full", "reduced", "mesa")


class NotTheSameError(Exception):
    """The Mesa model went another way than the world: its figures would compare different things."""


@dataclass
class Figures:
    """What was measured at one size. Speeds are ticks a second, one value a round."""

    inmates: int
    people: int
    blocks: int
    ticks: int = 0
    speed: dict[str, list[float]] = field(default_factory=lambda: {side: [] for side in SIDES})
    quarrels: int = 0
    systems_us: dict[str, float] = field(default_factory=dict)
    """Microseconds a tick, over all ticks."""
    freeze_thaw_ms: float = 0.0
    memory_mb: float = 0.0

    def ticks_per_second(self, side: str) -> float:
        """Return the median speed of a side."""
        return median(self.speed[side])

    def ratio(self, side: str) -> float:
        """Return how much faster than Mesa a side is: the median of the rounds."""
        pairs = zip(self.speed[side], self.speed["mesa"], strict=True)
        return median(ours / theirs for ours, theirs in pairs)


def measure(plan: PrisonPlan, cast: Cast, inmates: int, rounds: int, seconds: float) -> Figures:
    """Measure one size; all rounds together take about so many seconds, a day at the most each."""
    world = open_crowd(plan, cast, inmates)
    snapshot = freeze(world)
    role = world.everyone(Identity).role
    figures = Figures(int((role == INMATE).sum()), len(role), world.plan.blocks)
    world.close()
    for number in range(rounds):
        limit = seconds / rounds if number == 0 else float("inf")
        _round(snapshot, figures, figures.ticks or MINUTES_PER_DAY, limit)
    figures.systems_us = system_times(snapshot, figures.ticks)
    figures.freeze_thaw_ms = freeze_thaw_ms(snapshot)
    return figures


def _round(snapshot: Snapshot, figures: Figures, ticks: int, seconds: float) -> None:
    """Run all sides from the start by turns, until the ticks, or the seconds of a first round, are over."""
    full, ours = thaw(snapshot), reduced(snapshot)
    model = MesaDay(ours)
    runs = {"full": full.run, "reduced": ours.run, "mesa": lambda n: [model.step() for _ in range(n)]}
    spent = dict.fromkeys(SIDES, 0.0)
    gc.collect()
    done = 0
    while done < ticks and (done < LEAST_TICKS or sum(spent.values()) < seconds):
        for side in SIDES[done // SLICE_TICKS % 3 :] + SIDES[: done // SLICE_TICKS % 3]:
            spent[side] += _time(runs[side], min(SLICE_TICKS, ticks - done))
        done += min(SLICE_TICKS, ticks - done)
    found = list(differences(ours, model))
    if found:
        raise NotTheSameError("; ".join(found))
    figures.ticks, figures.quarrels = done, len(model.quarrels)
    for side in SIDES:
        figures.speed[side].append(done / spent[side])
    full.close()
    ours.close()


def _time(run: Callable[[int], object], ticks: int) -> float:
    start = perf_counter()
    run(ticks)
    return perf_counter() - start


def system_times(snapshot: Snapshot, ticks: int) -> dict[str, float]:
    """Return the microseconds a tick each system of the full game takes, over all ticks."""
    world = thaw(snapshot)
    spent = {kind.__name__: 0 for kind in world.schedule}
    with world.entered():
        for kind in world.schedule:
            _watch(esper.get_processor(kind), spent)
    world.run(ticks)
    world.close()
    return {name: ns / 1000 / ticks for name, ns in spent.items()}


def _watch(system: esper.Processor, spent: dict[str, int]) -> None:
    """Add up the time a system takes."""
    process, name = system.process, type(system).__name__

    def watched() -> None:
        start = perf_counter_ns()
        process()
        spent[name] += perf_counter_ns() - start

    system.process = watched


def freeze_thaw_ms(snapshot: Snapshot, times: int = 15) -> float:
    """Return how long it takes to freeze and thaw a world that has run for some hours."""
    world = thaw(snapshot)
    world.run(LEAST_TICKS)
    taken = []
    for _ in range(times):
        start = perf_counter()
        copy = thaw(freeze(world))
        taken.append(perf_counter() - start)
        copy.close()
    world.close()
    return 1000 * median(taken)


def memory_mb(plan: PrisonPlan, cast: Cast, inmates: int) -> float:
    """Return what a world that runs takes, its ground and its ways included."""
    tracemalloc.start()
    world: World = open_crowd(replace(plan), cast, inmates)
    world.run(LEAST_TICKS)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    world.close()
    return held / 2**20

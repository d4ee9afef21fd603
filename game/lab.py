"""The laboratory: a prison left to itself for months, over seeds, and what came of it as figures.

The ordinary prison is held against Wolff et al. 2007 (Criminal Justice and Behavior 34:588): of 1,000 men, 205 were
physically assaulted by another inmate within six months; 129 to 346 by facility.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, stdev
from time import process_time

import numpy as np

from game import headless
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.events import Kind
from game.sim.people import INMATE, Identity
from game.sim.world import World
from game.story.load import load_scenario

COUNTED = (
    Kind.Quarrelled, Kind.Demanded, Kind.Threatened, Kind.FavourDone, Kind.Assaulted, Kind.Wounded, Kind.Died,
    Kind.Withdrew, Kind.Snapped, Kind.VisitBegan, Kind.Smuggled, Kind.Sold, Kind.Used, Kind.Found,
)  # fmt: skip
"""What the table counts, by seed and day."""
HALF_YEAR_DAYS = 182
MEAN_BAND = (165.0, 245.0)
"""Where the mean over seeds has to lie: victims per 1,000 men in 182 days (Wolff et al. 2007: 205)."""
SEED_BAND = (129.0, 346.0)
"""Where each prison has to lie: the range of the facilities."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One prison after its days."""

    seed: int
    days: float
    men: int
    victims: int
    counts: dict[str, int]
    ticks_per_second: float

    @property
    def per_thousand(self) -> float:
        """Victims of physical assault per 1,000 men."""
        return 1000 * self.victims / self.men if self.men else 0.0


def explore(
    path: Path,
    days: float,
    seeds: int,
    policy: str = "",
    workers: int = 0,
    progress: Callable[[], None] = lambda: None,
) -> list[Finding]:
    """Run a scenario for days with each seed from 1 on, on all cores; `progress` is told of each day that is over."""
    workers = min(seeds, workers or os.cpu_count() or 1)
    found = list(_side_by_side(path, days, seeds, policy, workers, progress))
    return sorted(found, key=lambda finding: finding.seed)


def _side_by_side(
    path: Path, days: float, seeds: int, policy: str, workers: int, progress: Callable[[], None]
) -> Iterator[Finding]:
    if workers == 1:
        for seed in range(1, seeds + 1):
            yield run(path, seed, days, policy)
            progress()
        return
    with ProcessPoolExecutor(workers) as pool:
        for future in as_completed(
            [pool.submit(run, path, seed, days, policy) for seed in range(1, seeds + 1)]
        ):
            yield future.result()
            progress()


def run(path: Path, seed: int, days: float, policy: str = "") -> Finding:
    """Run one prison and count."""
    scenario = load_scenario(path)
    world = headless.start(scenario, seed, policy or ("ordinary" if "ordinary" in scenario.policies else ""))
    started = process_time()
    headless.run(world, days)
    spent = process_time() - started
    finding = Finding(
        seed, days, _men(world), _victims(world), world.chronicle.count(), days * MINUTES_PER_DAY / spent
    )
    world.close()
    return finding


def _men(world: World) -> int:
    tables = (world.people, world.people.archive)
    return sum(int((table.everyone(Identity).role == INMATE).sum()) for table in tables if table is not None)


def _victims(world: World) -> int:
    """Return how many inmates another inmate laid hands on, each counted once."""
    events = world.chronicle.events
    assaulted = events.column("kind") == Kind.Assaulted
    pairs = np.unique(np.stack([events.column("who")[assaulted], events.column("whom")[assaulted]]), axis=1)
    both = [[world.one(int(id), Identity).role == INMATE for id in pair] for pair in pairs.T]
    return len({int(whom) for (_, whom), inmates in zip(pairs.T, both, strict=True) if all(inmates)})


def headings() -> tuple[str, ...]:
    """Return what stands above the table's columns."""
    return ("", "mean", "spread", "least", "most")


def rows(findings: list[Finding]) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the table: victims, then what happens a day, then the speed; over all prisons."""
    yield _row("victims per 1,000 men", [finding.per_thousand for finding in findings], ".0f")
    for kind in COUNTED:
        yield _row(
            f"{kind.name} a day", [each.counts.get(kind.name, 0) / each.days for each in findings], ".2f"
        )
    yield _row("ticks a second", [finding.ticks_per_second for finding in findings], ",.0f")


def _row(name: str, values: list[float], form: str) -> tuple[str, ...]:
    spread = stdev(values) if len(values) > 1 else 0.0
    return (name, *(format(value, form) for value in (mean(values), spread, min(values), max(values))))


def verdict(findings: list[Finding]) -> str:
    """Tell in a line how the prisons lie to the published figures; empty for other lengths than half a year."""
    if not findings or abs(findings[0].days - HALF_YEAR_DAYS) > 1:
        return ""
    shares = [finding.per_thousand for finding in findings]
    inside = sum(SEED_BAND[0] <= share <= SEED_BAND[1] for share in shares)
    fits = MEAN_BAND[0] <= mean(shares) <= MEAN_BAND[1] and inside == len(shares)
    return (
        f"mean {mean(shares):.0f} of 1,000 (asked: {MEAN_BAND[0]:.0f} to {MEAN_BAND[1]:.0f}; Wolff et al. 2007: 205), "
        f"{inside} of {len(shares)} prisons within {SEED_BAND[0]:.0f} to {SEED_BAND[1]:.0f}: "
        + ("as in the literature" if fits else "not as in the literature")
    )

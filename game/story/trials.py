"""A scenario's promises about itself, kept or not: games over many seeds, side by side on all cores.

Trials that answer alike share their games: what differs is only what is looked for in them.
"""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.sim.events import Kind
from game.sim.world import World
from game.story.events import EVENTS
from game.story.load import load_scenario, make_world
from game.story.policy import Policy
from game.story.scenario import Scenario
from game.story.scenario_file import Trial
from game.story.stand import stand_of
from game.story.state import Story
from game.story.telling import Telling

STEP_MINUTES = 60
"""Minutes between looks whether the story is over."""


@dataclass(frozen=True, slots=True)
class Setup:
    """How a game is played: by which policy, with which answers, for how many minutes."""

    policy: str
    answers: tuple[tuple[str, str], ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a trial."""

    trial: str
    games: int
    hits: int
    kept: bool
    asked: str
    """What the share should be, as written in the file."""

    @property
    def share(self) -> float:
        """Share of games that came out as promised, 0 to 1."""
        return self.hits / self.games if self.games else 0.0


def setup_of(trial: Trial) -> Setup:
    """Return how the games of a trial are played."""
    answers = tuple(sorted((str(beat), str(option)) for beat, option in trial.choose.items()))
    return Setup(str(trial.policy or ""), answers, trial.run)


def run_trials(
    scenario: Scenario,
    path: Path,
    names: Iterable[str] = (),
    seeds: int = 0,
    workers: int = 0,
    progress: Callable[[int, int], None] = lambda done, all: None,
) -> tuple[list[Verdict], dict[str, dict[str, int]]]:
    """Play the trials of a scenario (all, or those named) and judge them.

    `seeds` above 0 plays fewer seeds than the file says. Returns the verdicts, and how often each outcome was reached
    by each way of playing.
    """
    trials = {str(key): each for key, each in scenario.file.tests.items() if not names or key in names}
    wanted: dict[Setup, int] = {}
    for trial in trials.values():
        count = min(trial.seeds, seeds) if seeds else trial.seeds
        wanted[setup_of(trial)] = max(wanted.get(setup_of(trial), 0), count)
    games = [(setup, seed) for setup, count in wanted.items() for seed in range(1, count + 1)]
    hits: dict[str, int] = dict.fromkeys(trials, 0)
    played: dict[str, int] = dict.fromkeys(trials, 0)
    outcomes: dict[str, dict[str, int]] = {}
    for done, (setup, seed, found) in enumerate(_play_all(path, games, list(trials), workers), 1):
        ending = outcomes.setdefault(_named(setup), {})
        ending[found.outcome] = ending.get(found.outcome, 0) + 1
        for name, trial in trials.items():
            if setup_of(trial) == setup and seed <= (min(trial.seeds, seeds) if seeds else trial.seeds):
                played[name] += 1
                hits[name] += name in found.kept
        progress(done, len(games))
    verdicts = [_verdict(name, trial, played[name], hits[name]) for name, trial in trials.items()]
    return verdicts, outcomes


def _verdict(name: str, trial: Trial, games: int, hits: int) -> Verdict:
    kept = trial.share.holds(hits / games if games else 0.0)
    return Verdict(name, games, hits, kept, f"{trial.share.sign} {trial.share.number:g}")


def _named(setup: Setup) -> str:
    answers = ", ".join(f"{beat}={option}" for beat, option in setup.answers)
    return " · ".join(part for part in (setup.policy, answers) if part) or "–"


@dataclass(frozen=True, slots=True)
class Found:
    """What one game came to: its outcome, and the trials it bears out."""

    outcome: str
    kept: frozenset[str]


def _play_all(
    path: Path, games: list[tuple[Setup, int]], trials: list[str], workers: int
) -> Iterable[tuple[Setup, int, Found]]:
    """Play all games, on as many cores as there are; in one process where one worker is asked for."""
    workers = workers or os.cpu_count() or 1
    if workers == 1:
        yield from ((setup, seed, play_and_judge(path, setup, seed, trials)) for setup, seed in games)
        return
    with ProcessPoolExecutor(workers) as pool:
        running = {
            pool.submit(play_and_judge, path, setup, seed, trials): (setup, seed) for setup, seed in games
        }
        for future in as_completed(running):
            yield *running[future], future.result()


def play_and_judge(path: Path, setup: Setup, seed: int, trials: list[str]) -> Found:
    """Play one game and tell which of the trials that are played so it bears out."""
    scenario = _scenario(path)
    world = play(scenario, seed, setup)
    state = world.component("story", 1, Story) or Story()
    telling = Telling(world, scenario, state)
    mine = {
        name: scenario.file.tests[name] for name in trials if setup_of(scenario.file.tests[name]) == setup
    }
    kept = frozenset(name for name, trial in mine.items() if _came_out(telling, trial))
    world.close()
    return Found(state.outcome or "", kept)


@cache
def _scenario(path: Path) -> Scenario:
    return load_scenario(path)


def play(scenario: Scenario, seed: int, setup: Setup) -> World:
    """Play one game until its time is up, or the story is over; the world is the caller's to close."""
    world = make_world(scenario, seed)
    policy = scenario.policies[setup.policy] if setup.policy else Policy(about="By hand.")
    world.add_guest(stand_of(policy, scenario.id, dict(setup.answers)))
    end = world.tick + setup.minutes
    while world.tick <= end:
        world.run(STEP_MINUTES)
        state = world.component("story", 1, Story)
        if state is not None and state.outcome:
            break
    return world


def _came_out(story: Telling, trial: Trial) -> bool:
    fits = trial.outcome is None or story.state.outcome == trial.outcome
    fits = fits and (trial.beat is None or trial.beat in story.state.done_at)
    fits = fits and all(each.holds(story) for each in trial.holds)
    return fits and (not trial.because or leads_to(story.world, [EVENTS[deed] for deed in trial.because]))


def leads_to(world: World, kinds: list[Kind]) -> bool:
    """Tell whether some event of the last kind goes back, cause by cause, to one of each kind before it, in order."""
    last = [event.id for event in world.chronicle.since(0) if event.kind == kinds[-1]]
    return any(_goes_back(world, event, kinds[:-1]) for event in last)


def _goes_back(world: World, event: int, kinds: list[Kind]) -> bool:
    seen: set[tuple[int, int]] = set()
    open_ends = [(event, len(kinds))]
    while open_ends:
        here, left = open_ends.pop()
        if not left:
            return True
        for cause in world.chronicle.causes(here):
            met = world.chronicle.event(cause.event).kind == kinds[left - 1]
            step = (cause.event, left - met)
            if step not in seen:
                seen.add(step)
                open_ends.append(step)
    return False

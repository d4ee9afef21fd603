"""A scenario's promises about itself, kept or not: games over many seeds, with answers given beforehand."""

from collections.abc import Callable
from dataclasses import dataclass

from game.sim.commands import Decide
from game.sim.office import Decision
from game.sim.world import World
from game.story.load import make_world
from game.story.scenario import Scenario
from game.story.scenario_file import Trial
from game.story.state import Story

STEP = 10
"""Minutes between looks at open questions."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a trial."""

    trial: str
    games: int
    hits: int
    kept: bool

    @property
    def share(self) -> float:
        """Share of games that came out as promised, 0 to 1."""
        return self.hits / self.games


def run_trial(scenario: Scenario, name: str, progress: Callable[[int], None] = lambda game: None) -> Verdict:
    """Plays all games of a trial; `progress` is told the number of each that is over."""
    trial = scenario.file.tests[name]
    hits = 0
    for seed in range(1, trial.seeds + 1):
        hits += _came_out(play(scenario, seed, trial), trial)
        progress(seed)
    return Verdict(name, trial.seeds, hits, trial.share.holds(hits / trial.seeds))


def play(scenario: Scenario, seed: int, trial: Trial) -> Story:
    """Plays one game of a trial and returns how far the story came."""
    world = make_world(scenario, seed)
    end = world.tick + trial.run
    while world.tick <= end:
        world.run(STEP)
        answer(world, {str(beat): str(option) for beat, option in trial.choose.items()})
    state = world.component("story", 1, Story)
    world.close()
    return state if state is not None else Story()


def answer(world: World, choices: dict[str, str]) -> None:
    """Answers the open questions for which an answer was given beforehand, by beat."""
    for number, decision in world.each(Decision):
        if not decision.chosen and decision.key in choices:
            world.order(Decide(number, choices[decision.key]))


def _came_out(state: Story, trial: Trial) -> bool:
    fits = trial.outcome is None or state.outcome == trial.outcome
    return fits and (trial.beat is None or trial.beat in state.done_at)

"""A scenario, ready to be played: a plan, a cast, beats and texts."""

from dataclasses import dataclass, field

from game.sim.engine.rules import Rules
from game.sim.house.plan import PrisonPlan
from game.sim.population.cast import Cast
from game.story.policy import Policy
from game.story.reading.problem import Problem
from game.story.scenario_file import ScenarioFile
from game.story.texts import Texts


@dataclass(frozen=True, slots=True, eq=False)
class Scenario:
    """What `load_scenario` makes of a pack's files. Shared by all worlds that play it; never changed."""

    id: str
    plan: PrisonPlan
    cast: Cast
    file: ScenarioFile
    texts: Texts
    rules: tuple[Rules, ...] = ()
    """Numbers of the simulation that are different here."""
    warnings: tuple[Problem, ...] = ()
    policies: dict[str, Policy] = field(default_factory=dict)
    """Stand-ins for the player, by name."""
    factions: dict[str, str] = field(default_factory=dict)
    """Colour of each faction by its id, such as `#4f8f6b`, in the order of the file: people hold their place in it."""
    beat_number: dict[str, int] = field(default_factory=dict)
    """Place of each beat in the file, from 1: the `detail` of its events."""

    @property
    def stand_ins(self) -> dict[str, str]:
        """Who stands in for those whom beats have not met yet, by the names the file gives them."""
        return {
            str(name): str(found.otherwise)
            for beat in self.file.beats.values()
            for name, found in beat.meets.items()
        }

    @property
    def length(self) -> int:
        """Minutes it lasts."""
        return self.file.start.length

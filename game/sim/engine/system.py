"""The base of all systems: an esper processor that knows its world and how often it runs, and keeps nothing."""

from typing import TYPE_CHECKING, ClassVar, TypeVar

import esper

from game.sim.engine.columns import Columns
from game.sim.engine.dice import Dice
from game.sim.engine.rules import Rules

if TYPE_CHECKING:
    from game.sim.world import World

C = TypeVar("C", bound=Columns)


class System(esper.Processor):
    """One rule of the prison. `run` is called every `every` ticks, at ticks where tick % every == phase."""

    every: ClassVar[int] = 1
    phase: ClassVar[int] = 0

    def __init__(self, world: "World") -> None:
        self.world = world

    def process(self) -> None:
        """Run when it is time to; called by esper each tick."""
        if self.world.tick % self.every == self.phase:
            self.run()

    def run(self) -> None:
        """Apply the rule once."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """Name of the system, and of its dice."""
        return type(self).__name__

    @property
    def dice(self) -> Dice:
        """The system's own stream of chance."""
        return self.world.dice(self.name)

    def everyone(self, kind: type[C]) -> C:
        """Return the arrays of a Columns class."""
        return self.world.everyone(kind)

    def rules(self, kind: type["R"]) -> "R":
        """Return the numbers of this system's rule."""
        return self.world.rules(kind)


R = TypeVar("R", bound=Rules)

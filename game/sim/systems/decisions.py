"""Open questions: the prison never waits."""

from game.sim.commands.office import answer
from game.sim.engine.system import System
from game.sim.office import Decision


class DecisionSystem(System):
    """When the time to answer a question is out, its default is the answer."""

    every = 5

    def run(self) -> None:
        """Answer what is overdue."""
        for _, decision in self.world.each(Decision):
            if not decision.chosen and self.world.tick >= decision.deadline:
                answer(self.world, decision, decision.default, by_default=True)

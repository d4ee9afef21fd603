"""Insults, demands, offers of protection and threats between inmates who are near one another."""

from game.sim.deals.answers import PressureAnswerRules
from game.sim.deals.base import Deal, draw
from game.sim.deals.meetings import near_pairs
from game.sim.deals.pleas import PressurePleaRules
from game.sim.deals.pressure import Demand, Insult, Offer, PressureRules, Threat
from game.sim.engine.system import System

DEALS: tuple[Deal, ...] = (Insult(), Demand(), Offer(), Threat())
__all__ = ["PressureAnswerRules", "PressurePleaRules", "PressureRules", "PressureSystem"]


class PressureSystem(System):
    """A man near another may insult him, demand packs, offer protection or threaten: the strong, hot and sly do.

    It falls on the weak, the lonely and the new, less where staff or a protector stands by. Who is leant on gives in
    by fear and stands up by nerve. Each round is about one of the four, by chance.
    """

    every = 30
    phase = 18

    def run(self) -> None:
        """Draw for everyone and one other who is near him."""
        first, second = near_pairs(self.world, self.dice)
        deal = self.dice.pick(DEALS)
        if first.size:
            draw(self.world, deal, first, second, len(DEALS) * self.every / 60, self.dice)

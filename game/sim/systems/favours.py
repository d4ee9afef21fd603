"""Favours, gifts and loans between inmates who are near one another."""

from game.sim.deals.base import Deal, draw
from game.sim.deals.favours import Favour, FavourRules, Gift, Loan
from game.sim.deals.meetings import near_pairs
from game.sim.engine.system import System

DEALS: tuple[Deal, ...] = (Favour(), Gift(), Loan())
__all__ = ["FavourRules", "FavourSystem"]


class FavourSystem(System):
    """A man near another may do him a favour, give or lend him something: out of kindness, regard, or calculation.

    Each round is about one of the three, by chance.
    """

    every = 30
    phase = 3

    def run(self) -> None:
        """Draw for everyone and one other who is near him."""
        first, second = near_pairs(self.world, self.dice)
        deal = self.dice.pick(DEALS)
        if first.size:
            draw(self.world, deal, first, second, len(DEALS) * self.every / 60, self.dice)

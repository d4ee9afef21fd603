"""Scuffles: a shove in passing, an elbow, a hand at the collar. They leave a mark, and are no assault."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.engine.rules import Rules, rule
from game.sim.people import Temper
from game.sim.violence.wounds import hurt

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class ScuffleRules(Rules):
    """How often words come with a shove, and what mark it leaves."""

    quarrel: float = rule(0.3, "share", "of quarrels in which a man of full aggression shoves", low=0, high=1)
    test: float = rule(0.8, "share", "of tests of a newcomer, likewise", low=0, high=1)
    mark: float = rule(0.05, "wound", "that a shove leaves, half as much more or less", low=0, high=0.1)


def shove(world: "World", who: int, whom: int, because: int, share: float) -> None:
    """Let one shove the other, if it is in him: `share` is how likely a man of full aggression would."""
    dice, rules = world.dice("scuffles"), world.rules(ScuffleRules)
    if dice.uniform() < share * world.one(who, Temper).aggression:
        hurt(world, whom, who, rules.mark * dice.between(0.5, 1.5), because)

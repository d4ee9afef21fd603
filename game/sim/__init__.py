"""The prison: its people, its places, its ticks. Knows no pygame, no files, no clock, no story."""

from collections.abc import Iterable

from game.sim.engine.rules import Rules
from game.sim.house.plan import PrisonPlan
from game.sim.population.cast import Cast
from game.sim.population.peopling import populate
from game.sim.world import START, World


def open_prison(
    plan: PrisonPlan, cast: Cast, seed: int = 1, rules: Iterable[Rules] = (), tick: int = START
) -> World:
    """Make a world of a plan and a cast, peopled and ready to run."""
    world = World(plan, seed, rules, tick=tick)
    populate(world, cast)
    return world

"""What all tests share: small prisons to run, and drivers that need no screen."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.sim import open_prison
from game.sim.house.plan import PrisonPlan
from game.sim.population.cast import Cast, Crime, Generate, Names, PersonSpec, TieSpec
from game.sim.world import World
from game.story.prison_file import load_prison

HERE = Path(__file__).parent
OZ = HERE.parent / "scenarios" / "oz"


@cache
def plan_of(path: Path) -> PrisonPlan:
    plan, problems = load_prison(path)
    assert plan is not None, problems
    return plan


BLOCK_CAST = Cast(
    people=(
        PersonSpec("adam", "Adam", "Ash", crime="murder", traits={"aggression": 0.9}),
        PersonSpec("ben", "Ben", "Bolt", crime="theft", traits={"aggression": 0.2}),
        PersonSpec("late", "Lee", "Late", present=False),
    ),
    generate=(Generate("inmate", 24, "main"), Generate("officer", 12)),
    names=Names(
        ("Al", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal"),
        ("An", "Bea"),
        ("Ash", "Bex", "Cox", "Day", "Fry", "Hart"),
    ),
    crimes=(Crime("murder", 1, (10, 60), 0.9), Crime("theft", 3, (1, 5), 0.2)),
    ties=(TieSpec("adam", "ben", -0.6, 0.9), TieSpec("ben", "adam", -0.4, 0.3)),
)


@pytest.fixture
def block() -> Callable[..., World]:
    """A maker of small prisons: `block(seed=3)`."""

    def make(seed: int = 1, cast: Cast = BLOCK_CAST, **changes: object) -> World:
        return open_prison(plan_of(HERE / "prisons" / "block.yaml"), replace(cast, **changes), seed)

    return make

"""The prison that is measured: Oz, repeated as blocks until so many inmates have a bed."""

from dataclasses import replace
from math import ceil
from pathlib import Path

from game.sim.house.plan import CELL_KINDS, PrisonPlan
from game.sim.house.repeat import repeat
from game.sim.population.cast import Cast, Generate
from game.sim.population.peopling import populate
from game.sim.world import World
from game.story.casting import make_cast
from game.story.pack import read_pack

OZ = Path(__file__).parents[1] / "scenarios" / "oz"
_SLACK = 0.05
"""Share of a block by which it may be overbooked before a further block is built: 300 inmates go into 298 beds."""


def oz() -> tuple[PrisonPlan, Cast]:
    """Return the plan and the people that ship with the game, without a story."""
    pack = read_pack(OZ)
    if pack.plan is None or pack.people.model is None:
        raise ValueError(f"{OZ} can't be read: {pack.problems[0]}")
    return pack.plan, make_cast(pack.people.model)


def crowd(plan: PrisonPlan, cast: Cast, inmates: int) -> tuple[PrisonPlan, Cast]:
    """Return enough blocks of a plan for so many inmates, and a cast to fill them.

    Known people live in the first block; inmates are spread over all wings as there are beds, staff are as many in
    every block.
    """
    beds = _beds_by_wing(plan)
    total = sum(beds.values())
    blocks = max(1, ceil(inmates / total - _SLACK))
    large = repeat(plan, blocks)
    known = [spec for spec in cast.people if spec.role == "inmate" and spec.present]
    missing = max(0, min(inmates, blocks * total) - len(known))
    generate = [*_staff(cast, blocks), *_spread(_beds_by_wing(large), missing)]
    return large, replace(cast, generate=tuple(generate))


def open_crowd(plan: PrisonPlan, cast: Cast, inmates: int, seed: int = 1) -> World:
    """Make a world of so many inmates."""
    large, people = crowd(plan, cast, inmates)
    world = World(large, seed)
    populate(world, people)
    return world


def _beds_by_wing(plan: PrisonPlan) -> dict[str, int]:
    beds: dict[str, int] = {}
    for spot in plan.spots[1:]:
        room = plan.rooms[spot.room]
        if spot.kind == "bed" and room.kind in CELL_KINDS:
            wing = plan.wings[room.wing].key
            beds[wing] = beds.get(wing, 0) + 1
    return beds


def _staff(cast: Cast, blocks: int) -> list[Generate]:
    """Staff of all blocks; the later ones need somebody in place of those known by name."""
    roles = dict.fromkeys(group.role for group in cast.generate if group.role != "inmate")
    known = [spec.role for spec in cast.people]
    return [
        Generate(
            role,
            blocks * sum(group.count for group in cast.generate if group.role == role)
            + (blocks - 1) * known.count(role),
        )
        for role in roles
    ]


def _spread(beds: dict[str, int], inmates: int) -> list[Generate]:
    """Spread inmates over wings in proportion to their beds."""
    total, before, groups = sum(beds.values()), 0, []
    for wing, count in beds.items():
        share = inmates * (before + count) // total - inmates * before // total
        groups.append(Generate("inmate", share, wing))
        before += count
    return groups

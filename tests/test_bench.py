"""The benchmark compares like with like: the same day in Mesa, and a prison of many blocks that is sound."""

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("mesa")

from benchmarks import run
from benchmarks.mesa_day import MesaDay
from benchmarks.prison import crowd
from benchmarks.sides import differences, reduced
from game.sim.engine.snapshot import freeze
from game.sim.house.plan import PrisonPlan
from game.sim.house.repeat import repeat
from game.sim.invariants import faults
from game.sim.people import INMATE, Duty, Identity, Place, Status
from game.sim.population.peopling import populate
from game.sim.systems.quarrels import QuarrelRules
from game.sim.world import World
from tests.conftest import BLOCK_CAST, HERE, plan_of

QUARRELSOME = QuarrelRules(per_hour=0.1)


@pytest.fixture
def plan() -> PrisonPlan:
    return plan_of(HERE / "prisons" / "block.yaml")


def crowded(plan: PrisonPlan, inmates: int, seed: int = 1) -> World:
    large, cast = crowd(plan, BLOCK_CAST, inmates)
    world = World(large, seed, [QUARRELSOME])
    populate(world, cast)
    return world


@pytest.mark.parametrize(("inmates", "seed"), [(26, 1), (26, 2), (58, 3)])
def test_mesa_goes_the_same_way_as_the_world_minute_by_minute(
    plan: PrisonPlan, inmates: int, seed: int
) -> None:
    world = reduced(freeze(crowded(plan, inmates, seed)))
    model = MesaDay(world)
    for _ in range(420):
        world.run(1)
        model.step()
        assert not list(differences(world, model))
    assert model.quarrels, "nobody quarrelled: the quarrels were not compared"


def test_a_difference_is_noticed(plan: PrisonPlan) -> None:
    world = reduced(freeze(crowded(plan, 26)))
    model = MesaDay(world)
    model.people[3].needs[0] += 1e-6
    assert [found for found in differences(world, model) if "needs" in found]
    model.people[4].goal += 1
    assert [found for found in differences(world, model) if "goal" in found]


def test_one_block_is_the_plan_itself_and_blocks_are_not_repeated_again(plan: PrisonPlan) -> None:
    assert repeat(plan, 1) is plan
    with pytest.raises(ValueError, match="one block"):
        repeat(repeat(plan, 2), 2)
    with pytest.raises(ValueError, match="number"):
        repeat(plan, 5000)


def test_blocks_are_equal_and_numbered_one_after_the_other(plan: PrisonPlan) -> None:
    large = repeat(plan, 3)
    assert large.blocks == 3
    assert large.height == 3 * plan.height
    for things in (large.rooms, large.wings, large.doors, large.spots, large.posts):
        assert [thing.id for thing in things] == list(range(len(things)))
    for things in (large.rooms[1:], large.wings[1:], large.posts[1:]):
        assert max(Counter(thing.key for thing in things).values()) == 1
    room_at, door_at = large.room_at.ravel(), large.door_at.ravel()
    size = plan.width * plan.height
    for room in large.rooms[1:]:
        assert (room_at[list(room.tiles)] == room.id).all()
    for door in large.doors[1:]:
        assert door_at[door.tile] == door.id
        assert {large.rooms[r].tiles[0] // size for r in door.rooms if r} == {door.tile // size}
    for spot in large.spots[1:]:
        assert room_at[spot.tile] == spot.room
        assert spot.piece < 0 or large.pieces[spot.piece].room == spot.room
    for post in large.posts[1:]:
        assert len({large.rooms[room].tiles[0] // size for room in post.rooms}) == 1


def test_in_a_prison_of_blocks_everyone_lives_and_works_in_his_own(plan: PrisonPlan) -> None:
    world = crowded(plan, 58)
    ground, identity = world.ground, world.everyone(Identity)
    posts = np.array([next(iter(post.rooms), 0) for post in world.plan.posts])
    post = posts[world.everyone(Duty).post]
    home = ground.room_block[np.where(identity.role == INMATE, identity.cell, post)]
    assert set(home.tolist()) == {0, 1}
    seen = np.zeros(world.people.n, bool)
    for _ in range(24 * 60):
        world.run(1)
        tile = world.everyone(Place).tile
        assert ((tile == 0) | (tile // ground.block_size == home)).all()
        seen |= (tile > 0) & (identity.role != INMATE)
        if world.tick % 20 == 0:
            assert not faults(world)
    staff = (identity.role != INMATE) & (identity.status != Status.EXPECTED)
    assert seen[staff].all(), "some staff never came through their gate"


def test_a_crowd_has_beds_for_all_in_as_many_blocks_as_it_needs(plan: PrisonPlan) -> None:
    for inmates, blocks in ((30, 1), (31, 1), (40, 2), (100, 4)):
        world = crowded(plan, inmates)
        who = world.everyone(Identity)
        here = (who.role == INMATE) & (who.status == Status.PRESENT)
        assert world.plan.blocks == blocks
        assert here.sum() == min(inmates, 30 * blocks)
        assert (who.bed[here] > 0).all()


def test_the_bench_runs_and_keeps_its_figures(tmp_path: Path) -> None:
    kept = tmp_path / "bench.json"
    assert run([60], rounds=1, seconds=0.1, json_path=kept) == 0
    size = json.loads(kept.read_text(encoding="utf-8"))["sizes"][0]
    assert size["inmates"] == 60
    assert size["mesa_ticks_per_second"] > 0
    assert size["systems_us"]["MovementSystem"] > 0

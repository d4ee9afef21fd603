"""The prison is sound: the invariants hold after every tick; and each of them notices what it is there for."""

from collections.abc import Callable

import numpy as np
import pytest

from game.sim.commands import LockWing, SendPerson, SetRegime, UnlockWing
from game.sim.engine.calendar import clock
from game.sim.engine.snapshot import freeze
from game.sim.events import Kind
from game.sim.invariants import faults
from game.sim.minds.ties import TieEnds
from game.sim.people import Doing, Duty, Identity, Needs, Place, Status, Trail
from game.sim.world import World
from tests.conftest import OZ
from tests.sim.helpers import make


def soundly(world: World, ticks: int) -> None:
    for _ in range(ticks):
        world.step()
        found = faults(world)
        assert not found, f"{clock(world.tick)}: {found}"


def test_the_block_is_sound_after_every_tick_of_ten_days() -> None:
    soundly(make(), 10 * 1440)


@pytest.mark.parametrize("seed", [2, 3])
def test_the_block_is_sound_under_many_orders(seed: int) -> None:
    world = make(seed=seed)
    dice = world.dice("test of orders")
    rooms = [room.id for room in world.plan.rooms[1:]]
    for _ in range(60):
        for order in (
            SendPerson(dice.pick(world.desk().people()), dice.pick(rooms)),
            SetRegime(1, dice.below(24), dice.pick(("free", "work", "meal", "yard", "locked"))),
            LockWing(1) if dice.below(9) == 0 else UnlockWing(1),
        ):
            world.order(order)
        soundly(world, 25)


def oz(seed: int) -> World:
    """Return the prison that ships, peopled as its first episode has it."""
    load = pytest.importorskip("game.story.load")
    if not (OZ / "prison.yaml").exists() or not (OZ / "people.yaml").exists():
        pytest.skip("Oz is not complete yet")
    try:
        world: World = load.make_world(load.load_scenario("oz.e01"), seed)
    except (load.BrokenFilesError, load.UnknownScenarioError) as fault:
        pytest.skip(f"Oz does not load yet: {fault}")
    return world


def test_oz_is_sound_after_every_tick_of_a_day() -> None:
    soundly(oz(1), 1440)


@pytest.mark.parametrize("seed", [2, 3])
def test_oz_is_sound_for_other_seeds(seed: int) -> None:
    world = oz(seed)
    for _ in range(1440 // 5):
        world.run(5)
        assert not faults(world), clock(world.tick)


def same_tile(world: World) -> None:
    place = world.everyone(Place)
    place.tile[1] = place.tile[0]


def in_a_wall(world: World) -> None:
    world.one(1, Place).tile = 1


def at_home_on_the_map(world: World) -> None:
    world.one(1, Identity).status = Status.AWAY


def same_spot(world: World) -> None:
    place = world.everyone(Place)
    place.goal[0] = place.goal[1]


def a_jump(world: World) -> None:
    world.one(1, Trail).at3 = world.one(1, Place).tile + 5


def a_shared_bed(world: World) -> None:
    identity = world.everyone(Identity)
    identity.bed[0], identity.cell[0] = identity.bed[1], identity.cell[1]


def a_bed_elsewhere(world: World) -> None:
    world.one(1, Identity).cell = next(c for c in world.ground.cells if c != world.one(1, Identity).cell)


def a_cell_of_another_wing(world: World) -> None:
    world.one(1, Identity).wing = 0


def a_need_out_of_bounds(world: World) -> None:
    world.one(1, Needs).hunger = 1.01


def a_tie_twice(world: World) -> None:
    tie = int(world.ties.add()[0])
    ends, first = world.one(tie, TieEnds), world.one(1, TieEnds)
    ends.who, ends.whom = first.who, first.whom


def an_inmate_on_duty(world: World) -> None:
    world.one(1, Duty).on = 1


def time_runs_backwards(world: World) -> None:
    world.chronicle.emit(0, Kind.Said)


def not_yet_begun(world: World) -> None:
    world.one(1, Doing).since = world.tick + 1


def not_a_number(world: World) -> None:
    world.one(1, Needs).hunger = float("nan")


BROKEN: tuple[Callable[[World], None], ...] = (
    same_tile, in_a_wall, at_home_on_the_map, same_spot, a_jump, a_shared_bed, a_bed_elsewhere, a_cell_of_another_wing,
    a_need_out_of_bounds, a_tie_twice, an_inmate_on_duty, time_runs_backwards, not_yet_begun, not_a_number,
)  # fmt: skip


@pytest.mark.parametrize("damage", BROKEN, ids=lambda damage: damage.__name__)
def test_the_invariants_notice_each_kind_of_damage(damage: Callable[[World], None]) -> None:
    world = make()
    world.run(5)
    assert faults(world) == []
    damage(world)
    assert faults(world) != []


def test_asking_for_faults_changes_nothing() -> None:
    world, other = make(), make()
    soundly(world, 300)
    other.run(300)
    one, two = freeze(world), freeze(other)
    for name, table in one.tables.items():
        for column, values in table.items():
            assert np.array_equal(values, two.tables[name][column]), (name, column)


def test_nobody_is_ever_in_a_cell_that_is_not_his_at_night() -> None:
    world = make(seed=5)
    world.run(20 * 60)
    cells = set(world.ground.cells)
    for person in world.desk().people("inmate"):
        room = world.desk().room_of(person)
        assert room == world.desk().cell_of(person) or room not in cells

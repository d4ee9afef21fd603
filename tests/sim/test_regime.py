"""The regime: a wing does what its hours say; its people eat, work, are free, and are locked in for the night."""

import numpy as np
import pytest

from game.sim.commands import LockWing, SetRegime
from game.sim.engine.calendar import hour_of, moment
from game.sim.house.uses import ALLOWED, INDEX, USES
from game.sim.people import INMATE, Doing, Identity, Locks, Needs, Place
from game.sim.systems.choice import ChoiceRules
from game.sim.world import World
from tests.sim.helpers import make, room_of

HOURS = {6: "count", 7: "meal", 8: "work", 12: "meal", 13: "free", 18: "meal", 19: "free", 22: "sleep"}


def to(world: World, day: int, hour: int, minute: int = 0) -> World:
    world.run(moment(day, hour, minute) - world.tick)
    return world


def in_own_cell(world: World) -> np.ndarray:
    identity, place = world.everyone(Identity), world.everyone(Place)
    mine = (identity.role == INMATE) & (place.tile > 0)
    return world.ground.room_at[place.tile[mine]] == identity.cell[mine]


def cell_doors(world: World) -> np.ndarray:
    return world.everyone(Locks).locked[world.ground.cell_of_door > 0] == 1


def test_a_wing_turns_with_the_hours_of_its_regime() -> None:
    world = make()
    seen = {}
    for _ in range(24):
        world.run(1)
        seen[hour_of(world.tick)] = world.wing(1).activity
        world.run(59)
    assert {hour: seen[hour] for hour in HOURS} == HOURS
    assert [seen[hour] for hour in (9, 14, 23, 3)] == ["work", "free", "sleep", "sleep"]


def test_inmates_do_only_what_the_hour_allows() -> None:
    world = make()
    for _ in range(24 * 4):
        world.run(15)
        activity = world.wing(1).activity
        if world.tick - world.wing(1).since < 12:
            continue
        doing = {
            USES[use].key for use in world.everyone(Doing).use[: world.desk().figures()["inmates"]].tolist()
        }
        allowed = {*ALLOWED[activity], "wait", "eat", "eat_in", "stroll", "rest"}
        assert doing <= allowed, (world.tick, activity)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_at_lock_up_all_go_to_their_cells_and_the_doors_lock_when_all_are_in(seed: int) -> None:
    world = to(make(seed=seed), 1, 21, 59)
    assert not cell_doors(world).any()
    assert not in_own_cell(world).all()
    to(world, 1, 23)
    assert in_own_cell(world).all()
    assert cell_doors(world).all()
    assert world.desk().wing(1).doors_locked == world.desk().wing(1).doors


def test_no_cell_is_locked_before_those_who_live_there_are_in() -> None:
    world = to(make(), 1, 21, 55)
    ground = world.ground
    for _ in range(50):
        world.step()
        identity, place = world.everyone(Identity), world.everyone(Place)
        here = ground.room_at[place.tile]
        locked = {int(r) for r in ground.cell_of_door[world.everyone(Locks).locked == 1].tolist()} - {0}
        out = identity.cell[(place.tile > 0) & (identity.role == INMATE) & (here != identity.cell)]
        assert not locked & set(out.tolist())


def test_all_are_let_out_in_the_morning() -> None:
    world = to(make(), 2, 7, 10)
    assert not cell_doors(world).any()
    assert in_own_cell(to(world, 2, 7, 40)).mean() < 0.5


def test_nobody_is_locked_out_of_his_cell_or_into_the_showers_for_the_night() -> None:
    for seed in range(1, 6):
        world = to(make(seed=seed), 2, 3)
        assert in_own_cell(world).all(), seed


def test_they_sleep_at_night() -> None:
    world = to(make(), 2, 2)
    doing, inmate = world.everyone(Doing), world.everyone(Identity).role == INMATE
    here = world.everyone(Place).tile > 0
    assert (doing.use[inmate & here] == INDEX["sleep"]).all()


@pytest.mark.parametrize(("hour", "seed"), [(7, 1), (12, 1), (18, 1), (12, 2), (12, 3)])
def test_the_queue_moves_up_and_all_who_are_hungry_get_their_meal(hour: int, seed: int) -> None:
    world = to(make(seed=seed), 1, hour)
    doing, identity = world.everyone(Doing), world.everyone(Identity)
    men = (identity.role == INMATE) & (world.everyone(Place).tile > 0)
    ate, queued = np.zeros(len(men), bool), 0
    men &= world.everyone(Needs).hunger > world.rules(ChoiceRules).trolley_hunger
    hungry = world.everyone(Needs).hunger[men].mean()
    for _ in range(60):
        world.step()
        ate |= doing.use == INDEX["eat"]
        queued = max(queued, int((doing.use == INDEX["queue"]).sum()))
    assert queued > 1
    assert men.sum() > 10
    assert ate[men].all()
    assert world.everyone(Needs).hunger[men].mean() < hungry / 2


def test_who_has_eaten_does_not_queue_again() -> None:
    world = to(make(), 1, 12)
    fed: set[int] = set()
    for _ in range(58):
        world.step()
        doing = world.everyone(Doing)
        ids = world.people.ids
        assert not fed & set(ids[doing.use == INDEX["queue"]].tolist())
        fed |= set(ids[doing.use == INDEX["eat"]].tolist())
    assert fed


def test_people_stand_one_behind_the_other_in_the_queue() -> None:
    world = to(make(), 1, 12)
    for _ in range(30):
        world.step()
        doing, place = world.everyone(Doing), world.everyone(Place)
        goals = place.goal[doing.use == INDEX["queue"]]
        assert len(set(goals.tolist())) == len(goals)
        assert (world.ground.queue_of[goals] >= 0).all()


def test_food_is_brought_to_those_who_are_locked_in() -> None:
    world = to(make(), 1, 6, 30)
    for person in world.desk().people("inmate"):
        if world.desk().is_here(person):
            world.one(person, Needs).hunger = 0.6
    world.order(LockWing(1))
    to(world, 1, 8)
    men = (world.everyone(Identity).role == INMATE) & (world.everyone(Place).tile > 0)
    assert in_own_cell(world).all()
    assert world.everyone(Needs).hunger[men].max() < 0.45


def test_those_with_work_go_to_work() -> None:
    world = to(make(), 1, 9, 30)
    doing, identity = world.everyone(Doing), world.everyone(Identity)
    working = doing.use == INDEX["work"]
    assert working.sum() > 0
    assert (identity.job[working] == room_of(world, "workshop")).all()
    jobs = identity.job[identity.job > 0]
    assert len(jobs) == 4


def test_another_regime_makes_another_day() -> None:
    world = to(make(), 1, 9)
    for hour in range(9, 12):
        assert world.order(SetRegime(1, hour, "sleep")) is None
    to(world, 1, 9, 40)
    assert in_own_cell(world).all()
    assert cell_doors(world).all()

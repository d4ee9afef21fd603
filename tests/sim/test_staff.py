"""Staff: three shifts that come and go by the gate, posts that are manned, rounds that are walked."""

import pytest

from game.sim import open_prison
from game.sim.engine.calendar import Shift, moment, shift_of
from game.sim.people import Duty, Identity, Place, Status, Trail
from game.sim.systems.staff import StaffRules
from game.sim.world import World
from tests.sim.helpers import BLOCK_CAST, kinds, make, officers, post_of, prison_in, room_of


def to(world: World, day: int, hour: int, minute: int = 0) -> World:
    world.run(moment(day, hour, minute) - world.tick)
    return world


def on_duty(world: World) -> list[int]:
    return [person for person in officers(world) if world.one(person, Duty).on]


def test_the_day_shift_is_at_its_posts_when_a_scenario_begins() -> None:
    world = make()
    for person in on_duty(world):
        duty = world.one(person, Duty)
        assert duty.shift == Shift.DAY
        assert world.desk().room_of(person) in world.plan.posts[duty.post].rooms
    assert len(on_duty(world)) >= 4


@pytest.mark.parametrize(("hour", "shift"), [(14, Shift.EVENING), (22, Shift.NIGHT)])
def test_a_shift_comes_in_by_the_gate_before_it_begins_and_the_last_leaves_after(
    hour: int, shift: Shift
) -> None:
    world = to(make(), 1, hour - 1, 40)
    before = on_duty(world)
    gate, came_by = room_of(world, "gate"), set()
    for _ in range(30):
        world.step()
        first = world.ground.room_at[world.everyone(Trail).at0]
        came_by |= {p for p in world.people.ids[first == gate].tolist() if world.one(p, Duty).shift == shift}
    new = [person for person in officers(world) if world.one(person, Duty).shift == shift]
    assert came_by == set(new)
    assert set(on_duty(world)) == set(new)
    to(world, 1, hour, 40)
    for person in before:
        assert world.one(person, Place).tile == 0
        assert world.one(person, Identity).status == Status.AWAY


def test_posts_are_manned_as_the_roster_wants_in_every_shift() -> None:
    world = make()
    for day, hour in ((1, 7), (1, 15), (1, 23), (2, 5), (2, 12)):
        to(world, day, hour)
        shift = int(shift_of(world.tick))
        for view in world.desk().posts():
            wanted = world.plan.posts[view.id].staff[shift]
            assert view.wanted == wanted
            assert len(view.staff) >= wanted, (view.key, hour)
            assert set(view.staff) <= set(view.roster[shift])


def test_who_stands_at_a_post_is_in_its_rooms() -> None:
    world = to(make(), 1, 10)
    for person in on_duty(world):
        post = world.plan.posts[world.one(person, Duty).post]
        if len(post.rooms) == 1:
            assert world.desk().room_of(person) in post.rooms


def test_a_round_is_walked_from_room_to_room() -> None:
    world = to(make(), 1, 8)
    walker = next(p for p in on_duty(world) if world.one(p, Duty).post == post_of(world, "round"))
    seen = set()
    for _ in range(90):
        world.step()
        seen.add(world.desk().room_of(walker))
    assert seen >= set(world.plan.posts[post_of(world, "round")].rooms)


def test_each_shift_is_an_event() -> None:
    world = to(make(), 2, 6, 1)
    assert [(event.tick, event.detail) for event in kinds(world, "ShiftBegan")] == [
        (moment(1, 6), 0),
        (moment(1, 14), 1),
        (moment(1, 22), 2),
        (moment(2, 6), 0),
    ]


@pytest.mark.parametrize("early", [5, 13, 27.5, 55])
def test_a_shift_comes_however_early_it_is_called(early: float) -> None:
    world = open_prison(
        prison_in("block"), BLOCK_CAST, 1, [StaffRules(early_minutes=early, handover_minutes=7)]
    )
    to(world, 1, 14, 30)
    assert {world.one(person, Duty).shift for person in on_duty(world)} == {Shift.EVENING}


def test_staff_at_home_are_not_on_the_map_and_rest() -> None:
    world = to(make(), 1, 12)
    home = [person for person in officers(world) if not world.one(person, Duty).on]
    assert home
    assert all(world.one(person, Place).tile == 0 for person in home)
    assert not set(home) & set(world.desk().scene().ids.tolist())

"""Walking: six tiles a minute, nobody in walls, furniture, seats of others or one another; locks hold, keys open."""

import numpy as np
import pytest

from game.sim.house import flow
from game.sim.house.going import ways
from game.sim.invariants import faults
from game.sim.people import Identity, Locks, Place, Trail
from game.sim.population.cast import Cast
from game.sim.systems.movement import SUB_STEPS, MovementSystem
from game.sim.world import World
from tests.sim.helpers import crew, door_between, put, room_of, spots_in, stage, tile, walk

A, B, OFFICER = 1, 2, 3
TWO = crew(a="inmate", b="inmate", officer="officer")


def lane(cast: Cast = TWO) -> World:
    return stage("lane", cast, MovementSystem)


def arrive(world: World, *people: int, within: int = 40) -> list[int]:
    """Let the walk go on until all are there; return how many minutes each took, −1 for never."""
    took = dict.fromkeys(people, -1)
    for minute in range(1, within + 1):
        world.step()
        assert faults(world) == []
        for person in people:
            place = world.one(person, Place)
            if took[person] < 0 and not place.walking:
                assert place.tile == world.ground.spot_tile[place.goal]
                took[person] = minute
    return [took[person] for person in people]


def lock(world: World, door: int, locked: int = 1) -> None:
    world.one(door, Locks).locked = locked


def test_a_minute_has_six_sub_steps_of_a_tile() -> None:
    world = lane()
    put(world, A, tile(world, 8, 6))
    walk(world, A, spots_in(world, "east")[0])
    world.step()
    trail = world.everyone(Trail).block[:, 0]
    assert len(trail) == SUB_STEPS + 1
    assert trail.tolist() == [tile(world, x, 6) for x in range(8, 15)]


def test_walkers_take_a_shortest_way() -> None:
    world = lane()
    spot = spots_in(world, "east")[0]
    there = int(world.ground.spot_tile[spot])
    put(world, A, tile(world, 2, 6))
    walk(world, A, spot)
    tiles = abs(there % world.plan.width - 2) + abs(there // world.plan.width - 6)
    assert arrive(world, A) == [-(-tiles // SUB_STEPS)]


def test_two_who_meet_head_on_in_a_corridor_of_one_tile_pass_one_another() -> None:
    world = lane()
    put(world, A, tile(world, 8, 6))
    put(world, B, tile(world, 21, 6))
    walk(world, A, spots_in(world, "east")[0])
    walk(world, B, spots_in(world, "west")[0])
    assert max(arrive(world, A, B)) <= 6


@pytest.mark.parametrize("standing", [12, 15])
def test_who_stands_in_the_way_lets_others_by_and_goes_back_to_his_place(standing: int) -> None:
    world = lane()
    put(world, A, tile(world, 8, 6))
    put(world, B, tile(world, standing, 6))
    walk(world, A, spots_in(world, "east")[0])
    assert arrive(world, A)[0] > 0


def test_two_crowds_pass_each_other_through_the_corridor() -> None:
    cast = crew(**{f"p{i}": "inmate" for i in range(20)})
    world = lane(cast)
    west, east = (spots_in(world, side) + spots_in(world, side, "seat") for side in ("west", "east"))
    for i in range(10):
        put(world, i + 1, tile(world, 1 + i % 5, 5 if i < 5 else 10))
        walk(world, i + 1, east[i])
        put(world, 11 + i, tile(world, 24 + i % 5, 5 if i < 5 else 10))
        walk(world, 11 + i, west[i])
    assert min(arrive(world, *range(1, 21), within=60)) > 0


def test_a_locked_door_stops_who_has_no_key() -> None:
    world = lane()
    lock(world, door_between(world, "east", "vault"))
    put(world, A, tile(world, 28, 7))
    walk(world, A, spots_in(world, "vault")[0])
    world.run(20)
    assert world.desk().room_of(A) == room_of(world, "east")
    assert not world.desk().can_reach(A, room_of(world, "vault"))


def test_a_locked_door_lets_key_holders_pass() -> None:
    world = lane()
    lock(world, door_between(world, "east", "vault"))
    put(world, OFFICER, tile(world, 28, 7))
    walk(world, OFFICER, spots_in(world, "vault")[0])
    assert arrive(world, OFFICER)[0] > 0
    assert world.desk().can_reach(OFFICER, room_of(world, "east"))


def test_the_wrong_key_does_not_open() -> None:
    world = lane()
    world.one(OFFICER, Identity).keys = world.ground.key_bit["cell"]
    lock(world, door_between(world, "east", "vault"))
    put(world, OFFICER, tile(world, 28, 7))
    walk(world, OFFICER, spots_in(world, "vault")[0])
    world.run(20)
    assert world.desk().room_of(OFFICER) == room_of(world, "east")


@pytest.mark.parametrize(("inside", "outside"), [(A, OFFICER), (OFFICER, A)])
def test_at_a_locked_cell_nobody_slips_through_past_who_has_the_key(inside: int, outside: int) -> None:
    world = lane()
    lock(world, door_between(world, "cell", "west"))
    put(world, inside, tile(world, 2, 3))
    put(world, outside, tile(world, 2, 5))
    walk(world, inside, spots_in(world, "west")[0])
    walk(world, outside, spots_in(world, "cell", "bed")[0])
    where = world.desk().room_of(A)
    for _ in range(10):
        world.step()
        assert faults(world) == []
        assert world.desk().room_of(A) == where
    aside = "west" if where == room_of(world, "west") else "cell"
    walk(world, A, (spots_in(world, aside) + spots_in(world, aside, "bed"))[-1])
    arrive(world, OFFICER)
    assert world.desk().room_of(OFFICER) == world.ground.spot_room[world.one(OFFICER, Place).goal]


def test_a_door_that_is_opened_lets_those_pass_who_waited() -> None:
    world = lane()
    door = door_between(world, "east", "vault")
    lock(world, door)
    put(world, A, tile(world, 28, 7))
    walk(world, A, spots_in(world, "vault")[0])
    world.run(5)
    assert world.desk().room_of(A) == room_of(world, "east")
    lock(world, door, 0)
    assert arrive(world, A)[0] > 0


def test_nobody_crosses_a_table_or_sits_on_anothers_seat() -> None:
    world = lane()
    seats = spots_in(world, "west", "seat")
    put(world, A, tile(world, 2, 10))
    put(world, B, int(world.ground.spot_tile[seats[0]]))
    world.one(B, Place).goal = seats[0]
    walk(world, A, seats[-1])
    assert arrive(world, A)[0] > 0


def test_an_arrived_walker_takes_the_pose_and_facing_of_his_spot() -> None:
    world = lane()
    seat = spots_in(world, "west", "seat")[0]
    put(world, A, tile(world, 5, 6))
    walk(world, A, seat)
    arrive(world, A)
    place = world.one(A, Place)
    assert (place.pose, place.facing) == (world.ground.spot_pose[seat], world.ground.spot_facing[seat])


def test_worlds_on_one_ground_each_heed_their_own_locks() -> None:
    one, other = lane(), lane()
    vault = room_of(one, "vault")
    lock(other, door_between(other, "east", "vault"))
    for world in (one, other):
        put(world, A, tile(world, 28, 7))
    for _ in range(3):
        assert one.desk().can_reach(A, vault)
        assert not other.desk().can_reach(A, vault)


def test_the_ways_of_a_world_stay_right_however_many_others_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Sets of flow fields are shared and dropped when there are too many: nobody may be led by another's."""
    world = lane()
    store = world.ground.store
    monkeypatch.setattr(store, "_kept", 2)
    doors = [door.id for door in world.plan.doors[1:]]
    put(world, A, tile(world, 28, 7))
    vault = np.array([room_of(world, "vault")])
    at, bare = np.array([tile(world, 28, 7)]), np.array([0])
    assert ways(world).reaches(at, bare, vault)[0]
    others = []
    for bits in range(2 ** len(doors)):
        other = lane()
        for i, door in enumerate(doors):
            lock(other, door, bits >> i & 1)
        others.append(other)
    for _ in range(2):
        for bits, other in enumerate(others):
            shut = bits >> doors.index(door_between(other, "east", "vault")) & 1
            assert ways(other).reaches(at, bare, vault)[0] == (not shut)
    assert ways(world).reaches(at, bare, vault)[0]


def test_many_key_rings_at_once_each_get_their_own_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    world = lane()
    monkeypatch.setattr(world.ground.store, "_kept", 2)
    for door in world.plan.doors[1:]:
        lock(world, door.id, int(bool(door.key)))
    rings = np.arange(8)
    vault = np.full(8, room_of(world, "vault"))
    wing_key = world.ground.key_bit["wing"]
    reached = ways(world).reaches(np.full(8, tile(world, 28, 7)), rings, vault)
    assert reached.tolist() == [bool(ring & wing_key) for ring in range(8)]


def test_flow_fields_lead_to_the_source_by_shortest_ways() -> None:
    """A 6 × 5 room with a pillar, its last row and column walls; distances as a plain search has them."""
    width = 6
    passable = np.ones((4, width), bool)
    passable[3], passable[:, 5], passable[1, 1:4] = False, False, False
    source = 0
    codes = flow.fields(
        passable.reshape(1, -1), np.zeros(24, bool), (np.array([0]), np.array([source])), width
    )[0]
    distance, front = {source: 0}, [source]
    while front:
        tile_ = front.pop(0)
        for step in (1, -1, width, -width):
            near = tile_ + step
            if 0 <= near < 24 and passable.ravel()[near] and near not in distance:
                distance[near] = distance[tile_] + 1
                front.append(near)
    for start, far in distance.items():
        tile_, steps = start, 0
        while codes[tile_]:
            tile_ += int(flow.steps(width)[codes[tile_]])
            steps += 1
        assert (tile_, steps) == (source, far)

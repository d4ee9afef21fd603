"""Sight: who sees what happens, and what the warden learns of it."""

import numpy as np
import pytest

from game.sim import open_prison
from game.sim.commands import SetEye
from game.sim.events import Kind
from game.sim.house.uses import INDEX
from game.sim.minds.knowledge import Fact
from game.sim.people import Doing, Duty, Place
from game.sim.population.peopling import populate
from game.sim.systems.sight import SightRules, SightSystem
from game.sim.world import World
from tests.sim.helpers import crew, make, post_of, prison_in, put, room_of, stage, tile

ADAM, BEN, OFFICER, THIRD, GUARD = 1, 2, 3, 4, 5
CAST = crew(adam="inmate", ben="inmate", officer="officer", third="inmate", guard="officer")
SCENE = (7, 3)
"""Where the two quarrel in the hall."""


def looking_place() -> World:
    world = stage("sight", CAST, SightSystem)
    for person in (OFFICER, GUARD):
        world.one(person, Duty).on = 0
    put(world, ADAM, tile(world, *SCENE))
    put(world, BEN, tile(world, SCENE[0] + 1, SCENE[1]))
    return world


def quarrel(world: World, place: str = "hall") -> int:
    event = world.emit(Kind.Quarrelled, who=ADAM, whom=BEN, place=room_of(world, place), amount=0.2)
    world.step()
    return event


def seen(world: World, place: str = "hall") -> Fact | None:
    return world.desk().fact(quarrel(world, place))


def test_what_nobody_sees_nobody_learns() -> None:
    world = looking_place()
    event = quarrel(world)
    assert world.desk().fact(event) is None
    assert world.knowledge.witnesses(event) == []


def test_an_officer_close_by_knows_all_that_can_be_seen() -> None:
    world = looking_place()
    put(world, OFFICER, tile(world, 12, 5))
    fact = seen(world)
    assert fact is not None
    assert (fact.who, fact.whom, fact.source, fact.informant, fact.confidence) == (
        ADAM,
        BEN,
        "staff",
        OFFICER,
        1.0,
    )
    assert fact.learned == fact.tick
    assert "amount" not in fact.known and fact.amount == 0


def test_an_officer_far_off_sees_who_but_not_with_whom() -> None:
    world = looking_place()
    put(world, OFFICER, tile(world, SCENE[0] + 11, SCENE[1]))
    fact = seen(world)
    assert fact is not None
    assert (fact.who, fact.whom, fact.place) == (ADAM, 0, room_of(world, "hall"))
    assert fact.confidence < 1


def test_the_nearest_of_several_officers_tells() -> None:
    world = looking_place()
    put(world, OFFICER, tile(world, 14, 3))
    put(world, GUARD, tile(world, 10, 3))
    fact = seen(world)
    assert fact is not None and fact.informant == GUARD


def test_nobody_sees_farther_than_eyes_reach() -> None:
    world = World(prison_in("sight"), 1, [SightRules(far_tiles=4)], schedule=(SightSystem,))
    populate(world, CAST)
    put(world, ADAM, tile(world, 6, 5))
    put(world, BEN, tile(world, 7, 5))
    put(world, OFFICER, tile(world, 11, 5))
    world.one(GUARD, Duty).on = 0
    put(world, GUARD, tile(world, 21, 8))
    assert seen(world) is None


def test_walls_hide() -> None:
    world = looking_place()
    put(world, OFFICER, tile(world, 3, 8))
    put(world, GUARD, tile(world, 7, 12))
    assert seen(world) is None


def test_glass_does_not_hide() -> None:
    world = looking_place()
    put(world, OFFICER, tile(world, 2, 3))
    fact = seen(world)
    assert fact is not None and fact.informant == OFFICER


def test_glass_shows_only_where_the_line_is_clear() -> None:
    world = looking_place()
    tiles = np.array([tile(world, 2, 3), tile(world, 2, 8), tile(world, 10, 9), tile(world, 10, 12)])
    assert world.ground.clear_view(tiles, tile(world, *SCENE)).tolist() == [True, False, True, False]


def test_who_sleeps_sees_nothing() -> None:
    world = looking_place()
    put(world, THIRD, tile(world, 9, 5), use="sleep")
    assert world.knowledge.witnesses(quarrel(world)) == []
    world.one(THIRD, Doing).use = INDEX["wait"]
    assert world.knowledge.witnesses(quarrel(world)) == [THIRD]


def test_what_only_inmates_saw_the_warden_does_not_know() -> None:
    world = looking_place()
    put(world, THIRD, tile(world, 9, 5))
    event = quarrel(world)
    assert world.knowledge.witnesses(event) == [THIRD]
    assert world.desk().fact(event) is None


def test_those_who_quarrel_are_no_witnesses_of_it() -> None:
    world = looking_place()
    put(world, OFFICER, tile(world, 9, 5))
    assert world.knowledge.witnesses(quarrel(world)) == [OFFICER]


@pytest.mark.parametrize(
    ("at_console", "walking", "known"), [(True, 0, True), (True, 1, False), (False, 0, False)]
)
def test_a_camera_needs_a_manned_control_room(at_console: bool, walking: int, known: bool) -> None:
    world = looking_place()
    if at_console:
        put(world, GUARD, tile(world, 22, 3))
        duty = world.one(GUARD, Duty)
        duty.on, duty.post = 1, post_of(world, "control")
        world.one(GUARD, Place).walking = walking
    fact = seen(world)
    assert (fact is not None) == known
    if fact is not None:
        assert (fact.source, fact.informant, fact.who, fact.whom) == ("camera", 0, ADAM, 0)
        assert 0.5 < fact.confidence < 1


def test_a_camera_sees_only_its_own_room() -> None:
    world = looking_place()
    put(world, GUARD, tile(world, 22, 3))
    duty = world.one(GUARD, Duty)
    duty.on, duty.post = 1, post_of(world, "control")
    put(world, ADAM, tile(world, 5, 12))
    put(world, BEN, tile(world, 6, 12))
    assert seen(world, "bare") is None


@pytest.mark.parametrize("eye", [("person", ADAM), ("person", BEN), ("room", 0)])
def test_an_eye_makes_it_known(eye: tuple[str, int]) -> None:
    world = looking_place()
    kind, id = eye[0], eye[1] or room_of(world, "hall")
    world.step()
    assert world.order(SetEye(kind, id)) is None
    fact = seen(world)
    assert fact is not None
    assert (fact.source, fact.who, fact.whom) == ("eye", ADAM, BEN)


def test_an_eye_elsewhere_does_not() -> None:
    world = looking_place()
    world.step()
    world.order(SetEye("room", room_of(world, "store")))
    put(world, THIRD, tile(world, 2, 8))
    world.order(SetEye("person", THIRD))
    assert seen(world) is None


def test_matters_of_record_are_known_at_once_and_once() -> None:
    world = make()
    world.run(2 * 1440)
    days = [fact for fact in world.desk().feed(limit=10_000) if fact.kind == "DayBegan"]
    assert [fact.tick for fact in days] == [1440, 2880]
    assert all(fact.learned == fact.tick for fact in days)
    learned = world.knowledge.learned.column("event").tolist()
    assert len(learned) == len(set(learned))


def test_hidden_things_do_not_become_known_of_themselves() -> None:
    world = make()
    world.run(3 * 1440)
    known = {fact.kind for fact in world.desk().feed(limit=10_000)}
    assert not known & {"TraitNoted", "KnownBefore", "WorldBegan"}
    quarrels = [e for e in world.chronicle.since(0) if e.kind is Kind.Quarrelled]
    assert len(quarrels) >= len([f for f in world.desk().feed(limit=10_000) if f.kind == "Quarrelled"])


def test_in_a_running_prison_staff_see_what_happens_before_them() -> None:
    sources = set()
    for seed in range(1, 4):
        world = open_prison(prison_in("block"), CAST, seed)
        world.run(60)
        put(world, ADAM, tile(world, 10, 8))
        put(world, BEN, tile(world, 11, 8))
        put(world, OFFICER, tile(world, 12, 10))
        event = world.emit(Kind.Quarrelled, who=ADAM, whom=BEN, place=room_of(world, "dayroom"))
        world.step()
        fact = world.desk().fact(event)
        assert fact is not None
        sources.add(fact.source)
    assert sources == {"staff"}

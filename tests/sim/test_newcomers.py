"""Newcomers: a man who has just come in stands in a hall among men of his wing; counted over eight seeds."""

from game.sim.care.requests import open_requests
from game.sim.deals.pacts import protect
from game.sim.deals.pleas import likelihood
from game.sim.events import Kind
from game.sim.goods.purses import Purse
from game.sim.minds.ties import feeling, shift_tie
from game.sim.people import Identity, Needs, Roots, Temper
from game.sim.population.peopling import populate
from game.sim.states import State
from game.sim.systems.favours import FavourSystem
from game.sim.systems.newcomers import NewcomerSystem
from game.sim.systems.pressure import PressureSystem
from game.sim.world import World
from tests.sim.helpers import crew, kinds, prison_in, put, tile

MEN = 9
NEW, OLD, MIGHTY, OFFICER = 1, 5, MEN, MEN + 1
CAST = crew(**{f"p{i}": "inmate" for i in range(MEN)}, officer="officer")
SEEDS = range(1, 9)
HOURS = 48


def hall(seed: int, arrived: bool = True) -> World:
    """Return nine average men close together, one of whom has just come in."""
    world = World(prison_in("sight"), seed, schedule=(FavourSystem, PressureSystem, NewcomerSystem), tick=0)
    populate(world, CAST)
    put(world, OFFICER, tile(world, 22, 8))
    for man in range(MEN):
        put(world, man + 1, tile(world, 8 + 2 * (man % 3), 3 + 2 * (man // 3)))
    world.everyone(Temper).block[:] = 0.5
    world.everyone(Needs).safety[:] = 0.2
    world.everyone(Identity).wing[:MEN] = 1
    world.everyone(Purse).packs[:MEN] = 20.0
    if arrived:
        world.one(NEW, Roots).arrived = world.emit(Kind.Arrived, who=NEW)
    return world


def runs(seeds: range = SEEDS, hours: int = HOURS, **change: float) -> list[World]:
    worlds = []
    for seed in seeds:
        world = hall(seed)
        for trait, value in change.items():
            setattr(world.one(NEW, Temper), trait, value)
        world.run(hours * 60)
        worlds.append(world)
    return worlds


def done_to(worlds: list[World], kind: str, man: int) -> int:
    return sum(event.whom == man for world in worlds for event in kinds(world, kind))


def test_only_a_newcomer_is_tested_and_each_is() -> None:
    worlds = runs()
    assert all(any(event.whom == NEW for event in kinds(world, "Tested")) for world in worlds)
    assert all(event.whom == NEW for world in worlds for event in kinds(world, "Tested"))


def test_a_newcomer_draws_more_of_everything_than_an_old_hand() -> None:
    """At least twice as many favours, insults and demands."""
    worlds = runs()
    for kind in ("FavourDone", "Insulted", "Demanded"):
        assert done_to(worlds, kind, NEW) >= 2 * max(3, done_to(worlds, kind, OLD)), kind


def test_nobody_is_new_for_ever() -> None:
    world = hall(1)
    world.run(5 * 1440 + 60)
    before = len(kinds(world, "Tested"))
    world.run(4 * 1440)
    assert len(kinds(world, "Tested")) == before


def test_each_test_behind_him_makes_the_next_one_rarer() -> None:
    """In his first eight hours a man with five tests behind him is tested less than 0.7 as often."""
    fresh = done_to(runs(hours=8), "Tested", NEW)
    seasoned = 0
    for seed in SEEDS:
        world = hall(seed)
        world.one(NEW, State).tested = 5
        world.run(8 * 60)
        seasoned += len(kinds(world, "Tested"))
    assert seasoned < 0.7 * fresh


def test_nerve_decides_whether_he_stands_his_ground() -> None:
    """A bold man stands in at least 0.2 more of his tests than a faint one."""

    def stood(nerve: float) -> float:
        tests = [event for world in runs(range(1, 25), nerve=nerve) for event in kinds(world, "Tested")]
        assert len(tests) > 60
        return sum(event.amount for event in tests) / len(tests)

    assert stood(0.95) > stood(0.05) + 0.2


def test_who_stands_is_respected_by_him_who_tried_him() -> None:
    for world in runs(nerve=0.95):
        for event in kinds(world, "Tested"):
            if event.amount:
                assert feeling(world, event.who, NEW, "respect") > 0


def test_who_makes_room_fears_him_who_tried_him() -> None:
    for world in runs(nerve=0.05):
        for event in kinds(world, "Tested"):
            if not event.amount:
                assert feeling(world, NEW, event.who, "fear") > 0


def test_a_mighty_protector_spares_him_tests() -> None:
    """Less than 0.6 of those of a man without one."""
    alone = done_to(runs(), "Tested", NEW)
    spared = 0
    for seed in SEEDS:
        world = hall(seed)
        for trait in ("aggression", "nerve", "charisma"):
            setattr(world.one(MIGHTY, Temper), trait, 0.95)
        protect(world, MIGHTY, NEW, 1.0, 1)
        world.run(HOURS * 60)
        spared += sum(event.who != MIGHTY for event in kinds(world, "Tested"))
    assert spared < 0.6 * alone


def test_faint_men_turn_to_the_office_and_say_why() -> None:
    worlds = runs(range(1, 13), nerve=0.05, loyalty=0.1)
    requests = [
        (world, request) for world in worlds for request in open_requests(world) if request.who == NEW
    ]
    assert requests
    for world, request in requests:
        (cause,) = world.chronicle.causes(request.made)
        assert world.chronicle.event(cause.event).kind in (Kind.Tested, Kind.Threatened)
        assert request.about in (
            world.chronicle.event(cause.event).who,
            world.chronicle.event(cause.event).whom,
        )


def test_fear_drives_men_to_the_office_and_nerve_and_loyalty_keep_them_away() -> None:
    world = hall(1)
    calm = likelihood(world, NEW, OLD)
    shift_tie(world, NEW, OLD, 1, fear=0.8)
    afraid = likelihood(world, NEW, OLD)
    world.one(NEW, Temper).nerve = 0.9
    bold = likelihood(world, NEW, OLD)
    world.one(NEW, Temper).nerve, world.one(NEW, Temper).loyalty = 0.5, 0.95
    assert afraid > 2 * calm
    assert bold < afraid / 2
    assert likelihood(world, NEW, OLD) < afraid

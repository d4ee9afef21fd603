"""What goes on record by itself: missed meals, orders that were not carried out."""

from collections.abc import Callable

from game.sim import open_prison
from game.sim.commands import SendPerson
from game.sim.commands.wings import LOCKED
from game.sim.engine.calendar import moment
from game.sim.events import Kind
from game.sim.people import Locks, Roots
from game.sim.systems.meals import MealRules
from game.sim.world import World
from tests.conftest import BLOCK_CAST, HERE, plan_of


def of_kind(world: World, kind: Kind) -> list[int]:
    return [event.id for event in world.chronicle.since(0) if event.kind is kind]


def test_who_is_still_hungry_after_the_meal_is_on_record_and_his_quarrels_cite_it() -> None:
    slow = MealRules(trays_per_minute=1, missed_hunger=0.2)
    world = open_prison(plan_of(HERE / "prisons" / "block.yaml"), BLOCK_CAST, 1, (slow,))
    world.run(moment(1, 8, 5) - world.tick)
    missed = of_kind(world, Kind.Hungered)
    assert missed
    assert all(world.knowledge.knows(event) for event in missed)
    person = world.chronicle.event(missed[0]).who
    assert world.one(person, Roots).hunger == missed[0]


def test_a_meal_eaten_ends_what_the_missed_one_began() -> None:
    world = open_prison(plan_of(HERE / "prisons" / "block.yaml"), BLOCK_CAST, 1)
    world.everyone(Roots).hunger[:] = 1
    world.run(moment(1, 7, 55) - world.tick)
    assert (world.everyone(Roots).hunger == 0).sum() > 10


def test_an_order_that_could_not_be_followed_is_on_record_with_its_cause(block: Callable[..., World]) -> None:
    world = block()
    world.run(moment(1, 13, 30) - world.tick)
    home = [who for who in world.desk().people("inmate") if world.plan.rooms[world.desk().room_of(who)].wing]
    canteen = next(room.id for room in world.plan.rooms if room.key == "canteen")
    assert world.order(SendPerson(home[0], canteen)) is None
    sent = of_kind(world, Kind.Sent)[-1]
    for door in world.plan.doors[1:]:
        if door.key == "wing":
            lock = world.one(door.id, Locks)
            lock.locked, lock.order = 1, LOCKED
    world.run(65)
    refused = of_kind(world, Kind.Refused)
    assert len(refused) == 1
    assert [cause.event for cause in world.chronicle.causes(refused[0])] == [sent]

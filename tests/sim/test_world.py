"""The world: several prisons in one process, each with its own people, its own esper context and its own chance."""

import esper
import pytest

from game.sim.commands import LockWing, SetRegime
from game.sim.engine.calendar import moment
from game.sim.engine.codec import component
from game.sim.engine.snapshot import digest
from game.sim.engine.system import System
from game.sim.office import Send, Wing
from game.sim.people import Doing, Identity, Name, Needs, Place, Status
from game.sim.systems import SCHEDULE
from game.sim.world import World
from tests.sim.helpers import make, prison_in


def test_a_scenario_begins_on_day_1_at_six() -> None:
    assert make().tick == moment(1, 6)


def test_a_step_is_a_minute() -> None:
    world = make()
    world.step()
    world.run(9)
    assert world.tick == moment(1, 6, 10)


def test_two_prisons_in_one_process_do_not_disturb_each_other() -> None:
    alone = make(seed=1)
    alone.run(300)
    one, other = make(seed=1), make(seed=2)
    for _ in range(30):
        one.run(10)
        other.run(10)
        other.order(LockWing(1) if other.allows(LockWing(1)) is None else SetRegime(1, 5, "free"))
    assert digest(one) == digest(alone)
    assert digest(other) != digest(alone)


def test_the_callers_esper_context_is_restored() -> None:
    before = esper.current_world
    world = make()
    for touch in (
        world.step,
        lambda: world.order(LockWing(1)),
        lambda: world.each(Wing),
        world.entities,
        lambda: world.desk().wings(),
    ):
        touch()
        assert esper.current_world == before


def test_the_callers_esper_context_is_restored_after_a_fault() -> None:
    class Broken(System):
        def run(self) -> None:
            raise RuntimeError("broken")

    before = esper.current_world
    world = World(prison_in("block"), schedule=(Broken,))
    with pytest.raises(RuntimeError, match="broken"):
        world.step()
    assert esper.current_world == before


def test_a_closed_world_gives_its_context_back() -> None:
    before = esper.list_worlds()
    world = make()
    assert len(esper.list_worlds()) == len(before) + 1
    world.close()
    world.close()
    assert esper.list_worlds() == before


def test_each_goes_by_our_ids_however_things_were_attached() -> None:
    world = make()
    for id in (12, 3, 7, 30, 1):
        world.attach("send", id, Send(id, 1, 10**6, 0))
    world.detach("send", 7)
    world.attach("send", 7, Send(7, 2, 10**6, 0))
    assert [id for id, _ in world.each(Send)] == [1, 3, 7, 12, 30]
    assert [id for id, _ in world.each(Name)] == sorted(world.people.ids.tolist())


def test_a_person_is_an_entity_with_views_of_his_columns() -> None:
    world = make()
    adam = world.id_of("adam")
    needs = world.component("person", adam, Needs)
    assert needs is not None
    needs.hunger = 0.625
    assert world.everyone(Needs).hunger[world.people.row_of[adam]] == 0.625
    assert world.one(adam, Needs).hunger == 0.625


def test_who_is_not_there_has_no_components() -> None:
    world = make()
    assert world.component("person", 9999, Name) is None
    world.attach("send", 3, Send(3, 1, 10, 0))
    world.detach("send", 3)
    assert world.component("send", 3, Send) is None


def test_the_systems_run_in_the_order_of_the_schedule() -> None:
    ran: list[str] = []

    def spy(name: str) -> type[System]:
        return type(name, (System,), {"run": lambda self: ran.append(name), "__doc__": "Notes that it ran."})

    world = World(prison_in("block"), schedule=tuple(spy(name) for name in "EADBC"))
    world.run(2)
    assert "".join(ran) == "EADBCEADBC"


def test_a_slow_system_runs_every_so_many_ticks() -> None:
    ran: list[int] = []

    class Slow(System):
        every = 10
        phase = 3

        def run(self) -> None:
            ran.append(self.world.tick)

    World(prison_in("block"), schedule=(Slow,), tick=0).run(30)
    assert ran == [3, 13, 23]


def test_systems_keep_no_state_between_ticks() -> None:
    world = make()
    with world.entered():
        systems = [esper.get_processor(kind) for kind in SCHEDULE]
    held = [set(vars(system)) for system in systems if system]
    world.run(200)
    assert [set(vars(system)) for system in systems if system] == held
    assert all(names <= {"world", "priority"} for names in held)


def test_orders_are_given_between_ticks_only() -> None:
    class Meddler(System):
        def run(self) -> None:
            self.world.order(LockWing(1))

    with pytest.raises(RuntimeError, match="between ticks"):
        World(prison_in("block"), schedule=(Meddler,)).step()


def test_a_guest_looks_on_after_each_tick_and_may_give_orders() -> None:
    class Visitor:
        ticks: list[int] = []

        def process(self, world: World) -> None:
            self.ticks.append(world.tick)
            if len(self.ticks) == 2:
                assert world.order(LockWing(1)) is None

    world, visitor = make(), Visitor()
    world.add_guest(visitor)
    world.run(3)
    assert visitor.ticks == [360, 361, 362]
    assert world.wing(1).locked_down


def test_a_run_can_end_early() -> None:
    world = make()
    world.run(1000, until=lambda world: world.tick == moment(1, 6, 30))
    assert world.tick == moment(1, 6, 30)


def test_the_same_seed_peoples_the_same_prison_and_another_another() -> None:
    assert digest(make(seed=4)) == digest(make(seed=4))
    assert digest(make(seed=4)) != digest(make(seed=5))


def test_the_departed_are_filed_at_midnight_and_keep_their_id() -> None:
    world = make()
    adam = world.id_of("adam")
    identity, place = world.one(adam, Identity), world.one(adam, Place)
    age, count = identity.age_years, len(world.people.ids)
    identity.status = Status.RELEASED
    place.tile = place.goal = place.walking = 0
    identity.cell = identity.bed = 0
    assert adam in world.people
    world.run(18 * 60 + 1)
    assert adam not in world.people
    assert len(world.people.ids) == count - 1
    assert world.one(adam, Identity).age_years == age
    assert world.desk().name(adam) == "Adam Ash"
    assert adam not in world.desk().people()
    world.run(1440)


def test_components_are_registered_once_under_their_name() -> None:
    twin = type("Office", (), {"__qualname__": "Elsewhere.Office"})
    with pytest.raises(TypeError, match="two components are named Office"):
        component(twin)


def test_a_world_without_people_says_so() -> None:
    with pytest.raises(LookupError, match="populated"):
        World(prison_in("block")).office  # noqa: B018


def test_doing_and_place_are_columns_of_everyone() -> None:
    world = make()
    assert len(world.everyone(Doing).use) == len(world.everyone(Place).tile) == world.people.n

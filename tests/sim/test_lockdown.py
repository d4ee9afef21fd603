"""Lockdowns: what they stop, what they cost, how they end."""

from game.sim.commands import HearPerson, LockWing, Mediate, UnlockWing
from game.sim.engine.snapshot import digest, freeze, thaw
from game.sim.events import Cause, Kind
from game.sim.house.lockdowns import Lockdown, mean_stress
from game.sim.invariants import faults
from game.sim.minds.ties import shift_tie
from game.sim.people import INMATE, Identity, Needs, Place
from game.sim.world import World
from tests.sim.helpers import kinds, make

MAIN = 1
MORNING = 8 * 60 + 30
BLOWS = ("Assaulted", "Quarrelled")


def in_the_morning(seed: int = 1, feud: bool = False) -> World:
    """The block at work; in a feud, each man hates the next but one."""
    world = make(seed=seed)
    if feud:
        men = [id for id in world.people.ids.tolist() if world.one(id, Identity).cell]
        for one, other in zip(men, men[2:], strict=False):
            if world.one(one, Identity).cell != world.one(other, Identity).cell:
                shift_tie(world, one, other, 1, hate=0.9)
    world.run(MORNING - world.tick)
    return world


def test_a_lockdown_stops_violence_between_cells() -> None:
    clashes = {True: 0, False: 0}
    for seed in range(1, 5):
        for locked in (True, False):
            world = in_the_morning(seed, feud=True)
            if locked:
                world.order(LockWing(MAIN))
            world.run(60)
            past = len(world.chronicle)
            world.run(12 * 60)
            clashes[locked] += sum(
                event.kind.name in BLOWS
                and world.one(event.who, Identity).cell != world.one(event.whom, Identity).cell
                for event in world.chronicle.since(past)
            )
    assert clashes[False] >= 10
    assert clashes[True] == 0


def test_it_raises_stress_over_days_and_leaves_the_needs_unmet() -> None:
    stress, company = [], []
    for locked in (True, False):
        world = in_the_morning()
        if locked:
            world.order(LockWing(MAIN))
        world.run(2 * 1440)
        stress.append(mean_stress(world, MAIN))
        mine = world.everyone(Identity).role == INMATE
        company.append(float(world.everyone(Needs).company[mine].mean()))
    assert stress[0] > stress[1] + 0.08
    assert company[0] > company[1] + 0.2


def test_the_desk_says_for_how_long_and_at_what_cost() -> None:
    world = in_the_morning()
    assert world.desk().lockdown(MAIN) is None
    world.order(LockWing(MAIN))
    world.run(180)
    locked = kinds(world, "WingLocked")[-1].id
    world.emit(Kind.VisitDenied, who=world.id_of("adam"), because=[Cause(locked)])
    world.emit(Kind.VisitDenied, who=world.id_of("ben"))
    view = world.desk().lockdown(MAIN)
    assert view is not None and view.hours == 3.0
    assert view.missed_visits == 1
    assert world.chronicle.event(view.because).kind.name == "WingLocked"
    assert view.missed_work_hours >= 5
    assert view.officers_bound >= 1
    truth = world.desk(-1).lockdown(MAIN)
    assert truth is not None and truth.stress_change is not None and truth.stress_change > 0


def test_what_the_warden_sees_of_its_toll_is_what_staff_judged() -> None:
    world = in_the_morning()
    world.order(LockWing(MAIN))
    world.run(120)
    before = world.desk().lockdown(MAIN)
    held = world.component("lockdown", MAIN, Lockdown)
    assert held is not None
    held.stress = 0.9
    assert world.desk().lockdown(MAIN) == before


def test_officers_of_a_locked_wing_have_no_time_to_talk() -> None:
    world = in_the_morning()
    adam, ben = world.id_of("adam"), world.id_of("ben")
    world.order(LockWing(MAIN))
    world.run(40)
    bound = [post for post in world.desk().posts() if world.plan.posts[post.id].wing == MAIN]
    assert not any(world.desk().has_time(id) for post in bound for id in post.staff)
    assert world.order(Mediate(adam, ben)).reason == "refusal.wing_locked"  # type: ignore[union-attr]


def test_somebody_in_his_cell_can_be_heard_at_its_door() -> None:
    world = in_the_morning()
    adam = world.id_of("adam")
    world.order(LockWing(MAIN))
    world.run(45)
    cell = world.one(adam, Identity).cell
    assert world.desk().room_of(adam) == cell
    assert world.order(HearPerson(adam)) is None
    for _ in range(20):
        world.run(5)
        assert world.desk().room_of(adam) == cell
    assert [event.whom for event in kinds(world, "Heard")] == [adam]


def test_lifting_it_restores_everything_at_once() -> None:
    world = in_the_morning()
    world.order(LockWing(MAIN))
    world.run(60)
    rows = world.people.rows(world.desk().people("inmate"))
    here = world.ground.room_at[world.everyone(Place).tile[rows]]
    cells = world.everyone(Identity).cell[rows]
    assert (here == cells)[cells > 0].mean() > 0.9
    assert world.order(UnlockWing(MAIN)) is None
    assert world.desk().lockdown(MAIN) is None
    world.run(30)
    here = world.ground.room_at[world.everyone(Place).tile[rows]]
    assert (here == cells)[cells > 0].mean() < 0.7
    assert faults(world) == []


def test_a_lockdown_survives_a_snapshot() -> None:
    world = in_the_morning()
    world.order(LockWing(MAIN))
    world.run(70)
    again = thaw(freeze(world))
    for each in (world, again):
        each.run(200)
    assert digest(world) == digest(again)

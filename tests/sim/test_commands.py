"""Orders: data that says why it can't be given; refused it changes nothing, given it is a cause of what follows."""

from collections.abc import Callable

import pytest

from game.sim.commands import (
    Arrive,
    AssignCell,
    Authority,
    ClearEye,
    Command,
    Decide,
    LockDoor,
    LockWing,
    PostOfficer,
    SendPerson,
    SetEye,
    SetNeed,
    SetRegime,
    SetShift,
    SetTie,
    UnlockDoor,
    UnlockWing,
    code_of,
    command_named,
)
from game.sim.engine.calendar import moment
from game.sim.engine.snapshot import digest
from game.sim.events import Cause, Kind, Role
from game.sim.minds.knowledge import TRUTH
from game.sim.minds.ties import TieEnds, Ties, tie_between
from game.sim.people import Doing, Duty, Identity, Locks, Needs, Place
from game.sim.world import World
from tests.sim.helpers import door_between, kinds, make, officers, post_of, room_of

NOBODY = 9999
Given = Callable[[World], Command]


def adam(world: World) -> int:
    return world.id_of("adam")


def on_duty(world: World, post: str) -> int:
    return next(
        p
        for p in officers(world)
        if world.one(p, Duty).on and world.one(p, Duty).post == post_of(world, post)
    )


def off_duty(world: World) -> int:
    return next(p for p in officers(world) if not world.one(p, Duty).on)


def full_cell(world: World) -> int:
    return next(
        cell for cell in world.ground.cells
        if not world.desk().free_bed(cell) and cell != world.one(adam(world), Identity).cell
    )  # fmt: skip


def free_cell(world: World) -> int:
    return next(cell for cell in world.desk().free_cells() if cell != world.one(adam(world), Identity).cell)


REFUSED: list[tuple[str, Given]] = [
    ("no_wing", lambda w: SetRegime(0, 5, "free")),
    ("no_wing", lambda w: SetRegime(7, 5, "free")),
    ("no_activity", lambda w: SetRegime(1, 24, "free")),
    ("no_activity", lambda w: SetRegime(1, -1, "free")),
    ("no_activity", lambda w: SetRegime(1, 5, "party")),
    ("already_so", lambda w: SetRegime(1, 13, "free")),
    ("no_door", lambda w: LockDoor(0)),
    ("no_door", lambda w: LockDoor(len(w.plan.doors))),
    ("no_door", lambda w: UnlockDoor(-1)),
    ("outer_door", lambda w: UnlockDoor(door_between(w, "corridor", "gate"))),
    ("no_wing", lambda w: LockWing(0)),
    ("already_so", lambda w: UnlockWing(1)),
    ("no_wing", lambda w: UnlockWing(9)),
    ("not_here", lambda w: AssignCell(NOBODY, free_cell(w))),
    ("not_here", lambda w: AssignCell(w.id_of("late"), free_cell(w))),
    ("not_an_inmate", lambda w: AssignCell(on_duty(w, "station"), free_cell(w))),
    ("no_cell", lambda w: AssignCell(adam(w), room_of(w, "dayroom"))),
    ("no_cell", lambda w: AssignCell(adam(w), 0)),
    ("no_cell", lambda w: AssignCell(adam(w), len(w.plan.rooms))),
    ("already_so", lambda w: AssignCell(adam(w), w.one(adam(w), Identity).cell)),
    ("no_bed", lambda w: AssignCell(adam(w), full_cell(w))),
    ("no_post", lambda w: PostOfficer(on_duty(w, "station"), 0)),
    ("no_post", lambda w: PostOfficer(on_duty(w, "station"), 99)),
    ("wrong_role", lambda w: PostOfficer(adam(w), post_of(w, "station"))),
    ("wrong_role", lambda w: PostOfficer(NOBODY, post_of(w, "station"))),
    ("already_so", lambda w: PostOfficer(on_duty(w, "station"), post_of(w, "station"))),
    ("not_here", lambda w: SendPerson(NOBODY, room_of(w, "dayroom"))),
    ("not_here", lambda w: SendPerson(w.id_of("late"), room_of(w, "dayroom"))),
    ("no_room", lambda w: SendPerson(adam(w), 0)),
    ("no_room", lambda w: SendPerson(adam(w), 999)),
    ("locked_in", lambda w: SendPerson(adam(w), room_of(w, "control"))),
    ("wrong_role", lambda w: SetShift(adam(w), 1)),
    ("wrong_role", lambda w: SetShift(NOBODY, 1)),
    ("wrong_role", lambda w: SetShift(off_duty(w), 3)),
    ("already_so", lambda w: SetShift(on_duty(w, "station"), 0)),
    ("not_here", lambda w: SetEye("person", NOBODY)),
    ("not_here", lambda w: SetEye("room", 0)),
    ("not_here", lambda w: SetEye("room", 999)),
    ("not_here", lambda w: SetEye("dream", 1)),
    ("already_so", lambda w: ClearEye("person", adam(w))),
    ("no_decision", lambda w: Decide(1, "yes")),
    ("authority", lambda w: Arrive(w.id_of("late"))),
    ("authority", lambda w: SetNeed(adam(w), "hunger", 0.5)),
]


@pytest.mark.parametrize(
    ("reason", "given"), REFUSED, ids=[f"{i}-{reason}" for i, (reason, _) in enumerate(REFUSED)]
)
def test_a_refused_order_says_why_and_changes_no_bit(reason: str, given: Given) -> None:
    world = make()
    order = given(world)
    before = digest(world)
    refusal = world.order(order)
    assert refusal is not None
    assert refusal.reason == f"refusal.{reason}"
    assert world.desk().allows(order) == refusal
    assert digest(world) == before
    world.run(5)
    untouched = make()
    untouched.run(5)
    assert digest(world) == digest(untouched)


APPLIED: list[tuple[Given, Kind]] = [
    (lambda w: SetRegime(1, 6, "free"), Kind.RegimeSet),
    (lambda w: LockDoor(door_between(w, "dayroom", "showers")), Kind.DoorLocked),
    (lambda w: UnlockDoor(door_between(w, "control", "workshop")), Kind.DoorUnlocked),
    (lambda w: LockWing(1), Kind.WingLocked),
    (lambda w: AssignCell(adam(w), free_cell(w)), Kind.CellAssigned),
    (lambda w: PostOfficer(on_duty(w, "round"), post_of(w, "station")), Kind.Posted),
    (lambda w: SendPerson(on_duty(w, "round"), room_of(w, "dayroom")), Kind.Sent),
    (lambda w: SetEye("room", room_of(w, "dayroom")), Kind.EyeSet),
]


@pytest.mark.parametrize(("given", "kind"), APPLIED, ids=[kind.name for _, kind in APPLIED])
def test_an_order_is_an_event_and_a_cause_of_what_follows(given: Given, kind: Kind) -> None:
    world = make()
    world.run(2)
    order = given(world)
    assert world.order(order) is None
    world.run(6)
    (ordered,) = kinds(world, "Ordered")
    (followed,) = kinds(world, kind.name)
    assert world.chronicle.causes(followed.id) == [Cause(ordered.id, 1.0, Role.DEED)]
    assert ordered.detail == code_of(order) * 10 + Authority.WARDEN.value
    assert command_named(ordered.detail // 10) == type(order).__name__
    assert world.knowledge.knows(ordered.id)
    assert world.knowledge.knows(followed.id)


def test_orders_are_kept_in_order_for_the_replay() -> None:
    world = make()
    given = [SetRegime(1, 5, "free"), LockWing(1), SetEye("person", adam(world))]
    world.order(given[0])
    world.run(3)
    world.order(given[1])
    world.order(SetRegime(1, 99, "free"))
    world.order(given[2], Authority.GOVERNOR)
    assert [(o.tick, o.number, o.by, o.command) for o in world.orders] == [
        (360, 0, Authority.WARDEN, given[0]),
        (363, 1, Authority.WARDEN, given[1]),
        (363, 2, Authority.GOVERNOR, given[2]),
    ]


def test_what_the_story_orders_is_derived_and_not_recorded() -> None:
    world = make()
    assert world.order(Arrive(world.id_of("late")), Authority.STORY) is None
    assert world.orders == []
    assert kinds(world, "Ordered") == []


def test_scenario_seed_and_orders_are_the_replay() -> None:
    world = make(seed=3)
    for minute, order in ((0, SetRegime(1, 9, "free")), (50, SetEye("room", 1)), (200, LockWing(1))):
        world.run(minute)
        assert world.order(order) is None
    world.run(100)
    again = make(seed=3)
    for given in world.orders:
        again.run(given.tick - again.tick)
        assert again.order(given.command, given.by) is None
    again.run(world.tick - again.tick)
    assert digest(again) == digest(world)


def test_an_order_can_name_what_led_to_it() -> None:
    world = make()
    root = world.emit(Kind.Said)
    world.order(LockWing(1), because=[Cause(root)])
    assert [c.event for c in world.chronicle.causes(kinds(world, "Ordered")[0].id)] == [root]


def test_a_wing_follows_a_new_regime_at_once_when_it_is_that_hour_now() -> None:
    world = make()
    world.order(SetRegime(1, 9, "yard"))
    assert world.wing(1).activity == "count"
    world.order(SetRegime(1, 6, "free"))
    assert world.wing(1).activity == "free"
    assert kinds(world, "RegimeSet")[-1].id == world.wing(1).because


def test_a_door_ordered_locked_is_locked_by_those_on_post_and_stays_so_whatever_the_hour() -> None:
    world = make()
    world.run(8 * 60)
    door = door_between(world, "dayroom", "showers")
    assert not world.desk().door(door).locked
    world.order(LockDoor(door))
    assert not world.desk().door(door).locked, "an order is no deed"
    world.run(4)
    assert world.desk().door(door).locked
    world.run(1440)
    assert world.desk().door(door).locked


def test_where_nobody_is_on_post_doors_stay_as_they_are() -> None:
    world = make()
    world.run(2)
    world.everyone(Duty).on[:] = 0
    door = door_between(world, "dayroom", "showers")
    assert world.order(LockDoor(door)) is None
    world.run(20)
    assert not world.desk().door(door).locked


def test_a_door_can_be_given_back_its_order() -> None:
    world = make()
    door = door_between(world, "dayroom", "showers")
    world.order(LockDoor(door))
    world.run(6)
    assert world.desk().door(door).locked
    assert world.order(LockDoor(door)) is not None
    assert world.order(UnlockDoor(door)) is None
    world.run(6)
    assert not world.desk().door(door).locked
    assert world.one(door, Locks).because == kinds(world, "DoorUnlocked")[-1].id


def test_a_locked_wing_sends_its_men_to_their_cells_until_it_is_unlocked() -> None:
    world = make()
    world.run(8 * 60)
    assert world.wing(1).activity == "free"
    world.order(LockWing(1))
    world.run(40)
    identity, place = world.everyone(Identity), world.everyone(Place)
    men = (identity.wing == 1) & (place.tile > 0)
    assert (world.ground.room_at[place.tile[men]] == identity.cell[men]).all()
    assert world.desk().wing(1).doors_locked >= world.desk().wing(1).doors - 2
    assert world.order(UnlockWing(1)) is None
    world.run(30)
    assert (world.ground.room_at[place.tile[men]] != identity.cell[men]).any()


def test_an_inmate_moves_to_his_new_cell_on_his_own_feet() -> None:
    world = make()
    world.run(8 * 60)
    cell = free_cell(world)
    was_at = world.one(adam(world), Place).tile
    assert world.order(AssignCell(adam(world), cell)) is None
    assert world.one(adam(world), Place).tile == was_at
    assert world.desk().cell_of(adam(world)) == cell
    assert adam(world) in world.desk().room(cell).residents
    world.run(moment(2, 0) - world.tick)
    assert world.desk().room_of(adam(world)) == cell


def test_two_can_not_be_given_the_last_bed() -> None:
    world = make()
    cell = next(c for c in world.desk().free_cells() if len(world.desk().room(c).residents) == 1)
    others = [p for p in world.desk().people("inmate") if world.desk().cell_of(p) != cell][:2]
    first, second = (world.order(AssignCell(person, cell)) for person in others)
    assert first is None
    assert second is not None and second.reason == "refusal.no_bed"


def test_an_officer_goes_to_his_new_post_at_once() -> None:
    world = make()
    world.run(60)
    officer = on_duty(world, "round")
    assert world.order(PostOfficer(officer, post_of(world, "control"))) is None
    assert officer in world.desk().posts()[post_of(world, "control") - 1].staff
    world.run(12)
    assert world.desk().room_of(officer) == room_of(world, "control")


def test_an_officer_posted_while_at_home_serves_there_in_his_next_shift_and_is_on_the_roster_after() -> None:
    world = make()
    officer = next(p for p in officers(world) if world.one(p, Duty).shift == 1)
    roster = world.one(officer, Duty).post
    other = next(post.id for post in world.plan.posts[1:] if post.id != roster)
    assert world.order(PostOfficer(officer, other)) is None
    world.run(moment(1, 16) - world.tick)
    assert world.one(officer, Duty).on == 1
    assert world.one(officer, Duty).post == other
    world.run(moment(2, 16) - world.tick)
    assert world.one(officer, Duty).post == roster


def test_an_officer_on_another_shift_comes_with_it() -> None:
    world = make()
    officer = next(p for p in officers(world) if world.one(p, Duty).shift == 2)
    assert world.order(SetShift(officer, 1)) is None
    assert not world.one(officer, Duty).on
    world.run(moment(1, 15) - world.tick)
    assert world.one(officer, Duty).on


def test_who_is_sent_goes_there_stays_for_an_hour_and_is_his_own_man_again() -> None:
    world = make()
    world.run(moment(1, 13, 20) - world.tick)
    there = room_of(world, "workshop")
    assert world.order(SendPerson(adam(world), there)) is None
    assert world.desk().room_of(adam(world)) != there
    world.run(20)
    assert world.desk().room_of(adam(world)) == there
    assert world.desk().dossier(adam(world)).doing == "sent"
    world.run(60)
    assert world.desk().dossier(adam(world)).doing != "sent"


def test_who_is_sent_stays_even_when_the_hour_changes() -> None:
    world = make()
    world.run(moment(1, 11, 30) - world.tick)
    there = room_of(world, "dayroom")
    assert world.order(SendPerson(adam(world), there)) is None
    world.run(15)
    for _ in range(40):
        world.one(adam(world), Doing).until = world.tick
        world.step()
        assert world.desk().dossier(adam(world)).doing == "sent"
    world.run(20)
    assert world.desk().dossier(adam(world)).doing != "sent"


def test_an_eye_is_set_at_once_there_are_three_a_day_and_they_end_in_the_morning() -> None:
    world = make()
    world.run(100)
    rooms = world.ground.cells[:4]
    assert [world.order(SetEye("room", room)) for room in rooms[:3]] == [None] * 3
    refusal = world.order(SetEye("room", rooms[3]))
    assert refusal is not None and refusal.reason == "refusal.no_eye"
    assert world.desk().room(rooms[0]).watched
    assert world.order(ClearEye("room", rooms[0])) is None
    assert not world.desk().room(rooms[0]).watched
    assert world.desk().eyes_free == 0, "a cleared eye is free again tomorrow"
    world.run(moment(2, 6, 1) - world.tick)
    assert world.desk().eyes() == []
    assert world.desk().eyes_free == 3


def test_an_eye_set_in_the_brief_at_six_holds_for_the_day() -> None:
    world = make()
    assert world.tick == moment(1, 6)
    world.order(SetEye("person", adam(world)))
    world.run(60)
    assert world.desk().is_watched("person", adam(world))
    assert world.desk().eyes_free == 2


def test_who_arrives_comes_by_the_gate_and_no_second_time() -> None:
    world = make()
    late = world.id_of("late")
    assert world.desk().is_expected(late)
    assert world.order(Arrive(late), Authority.STORY) is None
    world.step()
    assert world.desk().room_of(late) == room_of(world, "gate")
    refusal = world.order(Arrive(late), Authority.STORY)
    assert refusal is not None and refusal.reason == "refusal.not_expected"


def test_the_story_can_change_a_need_and_a_tie_and_both_stay_within_bounds() -> None:
    world = make()
    ben = world.id_of("ben")
    because = (world.emit(Kind.BeatFired),)
    world.order(SetNeed(ben, "family", 5.0, because), Authority.STORY)
    assert world.one(ben, Needs).family == 1.0
    world.order(SetTie(ben, adam(world), regard=-3.0, hate=3.0, because=because), Authority.STORY)
    tie = tie_between(world, ben, adam(world))
    assert world.one(tie, Ties).regard == -1.0
    assert world.one(tie, TieEnds).because == because[0]


def test_the_desk_of_truth_does_not_change_what_may_be_ordered() -> None:
    world = make()
    assert world.allows(LockWing(1)) is None
    assert world.desk(TRUTH).allows(LockWing(1)) is None

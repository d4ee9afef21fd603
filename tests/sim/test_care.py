"""Care: hearings, mediations, referrals, separations, protection, and why they are refused."""

from dataclasses import replace

import pytest

from game.sim import open_prison
from game.sim.commands import (
    AssignCell,
    FreeDoor,
    HearPerson,
    LockDoor,
    LockWing,
    Mediate,
    Protect,
    Refer,
    Separate,
)
from game.sim.engine.snapshot import digest, freeze, thaw
from game.sim.invariants import faults
from game.sim.minds.ties import feeling, shift_tie
from game.sim.people import Assessed, Identity, Place, Temper
from game.sim.population.cast import Generate
from game.sim.states import Hold, Mind, State
from game.sim.world import World
from tests.conftest import BLOCK_CAST, OZ, plan_of
from tests.sim.helpers import door_between, kinds, make, officers

NOON = 13 * 60
"""13:00, free time in the block."""


def at_noon(seed: int = 1) -> tuple[World, int, int]:
    world = make(seed=seed)
    world.run(NOON - world.tick)
    return world, world.id_of("adam"), world.id_of("ben")


def in_oz() -> World:
    cast = replace(
        BLOCK_CAST,
        people=tuple(replace(p, wing="emerald") for p in BLOCK_CAST.people),
        generate=(
            Generate("inmate", 12, "emerald"),
            Generate("officer", 60),
            Generate("medic", 6),
            Generate("chaplain", 1),
        ),
    )
    world = open_prison(plan_of(OZ / "prison.yaml"), cast, 1)
    world.run(9 * 60 + 20 - world.tick)
    return world


def test_a_hearing_takes_place_and_lifts_the_mood() -> None:
    lifted = []
    for seed in range(1, 5):
        moods = []
        for hears in (True, False):
            world, adam, _ = at_noon(seed)
            if hears:
                assert world.order(HearPerson(adam)) is None
            world.run(180)
            assert len(kinds(world, "Heard")) == hears
            moods.append(world.one(adam, Mind).mood)
        lifted.append(moods[0] - moods[1])
    assert sum(lifted) / len(lifted) > 0.03


def test_whoever_talks_is_his_own_man_again_afterwards() -> None:
    world, adam, _ = at_noon()
    world.order(HearPerson(adam))
    world.run(10)
    assert world.one(adam, State).held == Hold.TALK
    for _ in range(60):
        world.run(5)
        assert faults(world) == []
    assert not world.desk().talks()
    assert (world.everyone(State).held != Hold.TALK).all()


def test_a_lockdown_ends_talks_outside_the_cell_at_once() -> None:
    world, adam, ben = at_noon()
    assert world.order(Mediate(adam, ben, able_officer(world))) is None
    world.run(6)
    world.order(LockWing(1))
    world.run(10)
    assert not world.desk().talks()
    assert [event.who for event in kinds(world, "TalkCalledOff")] == [adam]


def able_officer(world: World) -> int:
    """An officer with a way with people, who has time."""
    for officer in officers(world):
        if world.desk().has_time(officer):
            for kind in (Temper, Assessed):
                held = world.one(officer, kind)
                held.empathy = held.charisma = 0.9
            return officer
    raise AssertionError("nobody has time")


def test_mediation_lowers_hate_in_most_cases_and_never_by_itself() -> None:
    changes = []
    for seed in range(1, 8):
        hates = []
        for mediates in (True, False):
            world, adam, ben = at_noon(seed)
            for one in (adam, ben):
                held = world.one(one, Temper)
                held.aggression, held.empathy, held.discipline = 0.3, 0.7, 0.6
            if mediates:
                assert world.order(Mediate(adam, ben, able_officer(world))) is None
            world.run(150)
            hates.append(feeling(world, adam, ben, "hate"))
            assert len(kinds(world, "Mediated")) <= mediates
        changes.append(hates[0] - hates[1])
    assert sum(changes) / len(changes) < -0.15
    assert sum(change < 0 for change in changes) >= 5


def test_after_a_mediation_the_two_quarrel_less() -> None:
    quarrels = {True: 0, False: 0}
    for seed in range(1, 7):
        for mediates in (True, False):
            world, adam, ben = at_noon(seed)
            for one in (adam, ben):
                world.one(one, Temper).empathy = 0.9
            shift_tie(world, ben, adam, 1, hate=0.6)
            world.one(ben, Identity).cell = world.one(adam, Identity).cell
            if mediates:
                world.order(Mediate(adam, ben, able_officer(world)))
            world.run(120)
            past = len(world.chronicle)
            pair = {adam, ben}
            world.run(720)
            quarrels[mediates] += sum(
                event.kind.name in ("Quarrelled", "Assaulted") and {event.who, event.whom} == pair
                for event in world.chronicle.since(past)
            )
    assert quarrels[True] <= 0.8 * quarrels[False]


def test_a_mediation_between_hotheads_can_make_it_worse() -> None:
    world, adam, ben = at_noon()
    for one in (adam, ben):
        held = world.one(one, Temper)
        held.aggression, held.empathy, held.discipline = 0.98, 0.02, 0.02
    officer = able_officer(world)
    world.one(officer, Temper).empathy = world.one(officer, Temper).charisma = (
        0.05  # he seemed better than he is
    )
    before = feeling(world, ben, adam, "hate")
    world.order(Mediate(adam, ben, officer))
    world.run(120)
    assert kinds(world, "Mediated")[0].amount < 0
    assert feeling(world, ben, adam, "hate") > before


def test_who_is_kept_apart_never_shares_a_cell_a_sitting_or_a_workplace() -> None:
    world, adam, ben = at_noon()
    world.one(ben, Identity).job = world.one(adam, Identity).job = max(world.everyone(Identity).job.tolist())
    world.order(AssignCell(ben, world.one(adam, Identity).cell))
    assert world.order(Separate(adam, ben)) is None
    assert world.one(adam, Identity).cell != world.one(ben, Identity).cell
    assert world.one(adam, Identity).job != world.one(ben, Identity).job
    refusal = world.order(AssignCell(ben, world.one(adam, Identity).cell))
    assert refusal is not None and refusal.reason == "refusal.kept_apart"
    canteen = next(room.id for room in world.plan.rooms if room.kind == "canteen")
    rows = world.people.rows([adam, ben])
    world.run(60)  # whoever ate as it was ordered has finished
    for _ in range(2 * 1440 // 5):
        world.run(5)
        place = world.everyone(Place)
        at = world.ground.room_at[place.tile[rows]]
        assert not ((at == canteen) & (place.walking[rows] == 0)).all()
    ate = [event for event in kinds(world, "Hungered") if event.who in (adam, ben)]
    assert len(ate) <= 3


def test_a_separation_can_be_lifted() -> None:
    world, adam, ben = at_noon()
    world.order(Separate(adam, ben))
    assert world.desk().kept_from(adam) == [ben]
    assert world.order(Separate(ben, adam, apart=False)) is None
    assert world.desk().kept_from(adam) == []


def test_a_referral_brings_treatment_and_waits_its_turn() -> None:
    world = in_oz()
    adam, ben = world.id_of("adam"), world.id_of("ben")
    assert world.order(Refer(adam, "medic")) is None
    assert world.order(Refer(ben, "chaplain")) is None
    world.run(200)
    assert [event.whom for event in kinds(world, "Treated")] == [adam]
    assert [event.whom for event in kinds(world, "Consoled")] == [ben]
    root = kinds(world, "Consoled")[0]
    assert world.chronicle.event(world.chronicle.causes(root.id)[0].event).kind.name == "Referred"


def test_protection_moves_a_man_and_another_cell_brings_him_back() -> None:
    world = in_oz()
    adam, desk = world.id_of("adam"), world.desk()
    home = desk.cell_of(adam)
    assert world.order(Protect(adam)) is None
    assert world.desk().wing_of(adam) == desk.protective_wing()
    assert world.order(Protect(adam)).reason == "refusal.already_so"  # type: ignore[union-attr]
    assert world.order(AssignCell(adam, home)) is None
    assert faults(world) == []


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        (lambda a, b, o: Separate(a, a), "same_man"),
        (lambda a, b, o: Mediate(a, o), "not_an_inmate"),
        (lambda a, b, o: Mediate(a, b, b), "not_suited"),
        (lambda a, b, o: HearPerson(a, b), "wrong_person"),
        (lambda a, b, o: Refer(a, "medic"), "no_medic"),
        (lambda a, b, o: Refer(a, "chaplain"), "no_chaplain"),
        (lambda a, b, o: Protect(a), "no_protection"),
        (lambda a, b, o: FreeDoor(1), "by_regime"),
    ],
)
def test_refusals_name_their_reasons(order, reason: str) -> None:  # type: ignore[no-untyped-def]
    world, adam, ben = at_noon()
    before = digest(world)
    refusal = world.order(order(adam, ben, officers(world)[0]))
    assert refusal is not None and refusal.reason == f"refusal.{reason}"
    assert digest(world) == before


def test_nobody_is_called_out_at_night_or_twice() -> None:
    world, adam, ben = at_noon()
    assert world.order(HearPerson(adam)) is None
    assert world.order(HearPerson(adam)).reason == "refusal.in_talk"  # type: ignore[union-attr]
    world.run(10 * 60)
    assert world.order(HearPerson(ben)).reason == "refusal.at_night"  # type: ignore[union-attr]


def test_a_door_goes_back_to_its_regime() -> None:
    world, _, _ = at_noon()
    door = door_between(world, "dayroom", "corridor")
    world.order(LockDoor(door))
    world.run(10)
    assert world.desk().door(door).locked
    assert world.order(FreeDoor(door)) is None
    world.run(10)
    assert not world.desk().door(door).locked


def test_talks_survive_a_snapshot() -> None:
    world, adam, ben = at_noon()
    world.order(Mediate(adam, ben, able_officer(world)))
    world.order(Separate(adam, ben))
    world.run(7)
    again = thaw(freeze(world))
    for each in (world, again):
        each.run(120)
    assert digest(world) == digest(again)


def test_the_desk_knows_of_how_many_things_he_told_who_was_heard() -> None:
    world, adam, _ = at_noon()
    world.order(HearPerson(adam))
    world.run(120)
    (heard,) = kinds(world, "Heard")
    told = [event for event in kinds(world, "Told") if event.who == adam]
    fact = world.desk().fact(heard.id)
    assert fact is not None and fact.amount == heard.amount == len(told)

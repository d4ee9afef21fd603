"""Wounds: who is hurt heals, is noticed, comes to the infirmary and back, or dies; then nothing of him dangles."""

import numpy as np
import pytest

from game.sim import open_prison
from game.sim.care.requests import make_request, open_requests
from game.sim.deals.pacts import protect, protector_of
from game.sim.desk.bodies import WoundView
from game.sim.engine.snapshot import digest, freeze, thaw
from game.sim.events import Cause, Kind
from game.sim.goods.items import Fate, Items, make_item
from game.sim.invariants import faults
from game.sim.minds.knowledge import TRUTH
from game.sim.minds.thoughts import ThoughtEnds, think
from game.sim.office import Send
from game.sim.people import Identity, Place, Status
from game.sim.population.cast import Cast, Generate, Names, PersonSpec
from game.sim.states import Body, Hold, State, StateRoots
from game.sim.systems.violence import ViolenceRules
from game.sim.systems.wounds import BodyRules, BodySystem, own_keys
from game.sim.views import Sign
from game.sim.violence.fights import open_fights
from game.sim.violence.wounds import DEADLY, GRAVE, HURT, SEVERITIES, Patient, die, hurt, severity
from game.sim.world import World
from tests.sim.brawling import arena, begin, ring, rootless
from tests.sim.helpers import crew, kinds, prison_in, put, room_of, tile

CAST = Cast(
    people=(PersonSpec("ann", "Al", "Ash"), PersonSpec("bob", "Bo", "Bex")),
    generate=(Generate("inmate", 4, "main"), Generate("officer", 3), Generate("medic", 3)),
    names=Names(("Cy", "Di", "Ed", "Gus"), ("An",), ("Cox", "Day", "Fry", "Hart")),
)
QUIET = (ViolenceRules(per_hour=0.0),)


def ward(seed: int = 1, days: float = 0.2) -> World:
    """Return a small prison with an infirmary of three beds, some hours after the head count; nobody strikes."""
    world = open_prison(prison_in("ward"), CAST, seed, QUIET)
    world.run(int(days * 1440))
    return world


def wound(world: World, person: int, amount: float, known: bool = True) -> int:
    """Wound somebody by another's blow."""
    other = 2 if person == 1 else 1
    room = int(world.ground.room_at[world.one(person, Place).tile])
    blow = world.emit(Kind.Struck, who=other, whom=person, place=room, amount=amount, because=[Cause(1)])
    hurt(world, person, other, amount, blow)
    root = world.one(person, StateRoots).wound
    if known:
        world.knowledge.learn_all(world, root)
    return root


def test_severities_go_from_a_bruise_to_danger_of_life() -> None:
    found = [SEVERITIES[severity(wound)] for wound in (0.0, 0.1, HURT, GRAVE, DEADLY, 1.0)]
    assert found == ["sound", "bruise", "hurt", "grave", "deadly", "deadly"]


def test_a_bruise_heals_over_days_without_anybody() -> None:
    world = ward()
    wound(world, 1, 0.1)
    before = world.one(1, Body).wound
    world.run(1440)
    after = world.one(1, Body).wound
    assert 0 < after < before
    world.run(2 * 1440)
    assert world.one(1, Body).wound == 0 and not kinds(world, "Admitted")


def test_a_wounded_man_goes_to_the_infirmary_is_treated_and_comes_back() -> None:
    world = ward()
    root = wound(world, 1, 0.3)
    world.run(60)
    (admitted,), (treated,) = kinds(world, "Admitted"), kinds(world, "Treated")
    assert admitted.who == 1 and root in [cause.event for cause in world.chronicle.causes(admitted.id)]
    assert treated.whom == 1
    assert world.one(1, State).held == Hold.SICK
    assert world.desk().room_of(1) == room_of(world, "ward")
    for _ in range(3 * 1440):
        world.step()
        assert faults(world) == []
        if kinds(world, "Discharged"):
            break
    assert kinds(world, "Discharged")
    world.run(60)
    assert world.component("patient", 1, Patient) is None and world.one(1, State).held == Hold.NONE
    assert world.one(1, Identity).keys == own_keys(world, 0) == 0
    assert world.desk().room_of(1) != room_of(world, "ward")
    assert faults(world) == [] and rootless(world, Kind.Admitted, Kind.Treated, Kind.Discharged) == []


def test_who_is_treated_heals_faster() -> None:
    nursed, alone = ward(), ward()
    wound(nursed, 1, 0.3)
    wound(alone, 1, 0.3, known=False)
    alone._rules[BodyRules] = BodyRules(notice=0, notice_wound=0)
    for world in (nursed, alone):
        world.run(1440)
    assert nursed.one(1, Body).wound < alone.one(1, Body).wound - 0.05


def test_when_all_beds_are_taken_the_next_one_waits_and_his_wait_is_on_record() -> None:
    world = ward()
    inmates = world.desk().people("inmate")[:4]
    for person in inmates:
        wound(world, person, 0.3)
    world.run(30)
    infirmary = world.desk().infirmary()
    assert (infirmary.beds, infirmary.free) == (3, 0)
    assert len(infirmary.patients) == 3 and len(infirmary.waiting) == 1
    world.run(3 * 1440)
    waits = [event.amount for event in kinds(world, "Admitted")]
    assert len(waits) == 4 and max(waits) > 60
    assert faults(world) == []


def test_staff_notice_a_wound_at_a_count_and_nobody_says_who_did_it() -> None:
    world = ward()
    world._rules[BodyRules] = BodyRules(notice=1.0)
    root = wound(world, 1, 0.1, known=False)
    assert world.desk().wound(1) is None
    while world.tick % 1440 < 13 * 60 or not kinds(world, "BruiseSeen"):
        world.run(10)
        assert world.tick < 3 * 1440
    seen = kinds(world, "BruiseSeen")[0]
    assert (seen.who, seen.whom) == (1, 0)
    tree = world.desk().why(seen.id)
    assert [child.event for child in tree.children] == [root]
    assert tree.children[0].fact is None
    view = world.desk().wound(1)
    assert view is not None and view.severity == "bruise" and view.event == seen.id
    world.run(2 * 60)
    assert len([e for e in kinds(world, "BruiseSeen") if e.who == 1]) == 1


def test_a_grave_wound_that_nobody_treats_grows_and_may_kill() -> None:
    deaths = 0
    for seed in range(1, 9):
        world = arena(
            "sight", crew(a="inmate", b="inmate"), BodySystem, seed=seed, rules=(BodyRules(deadly_death=0.2),)
        )
        put(world, 1, tile(world, 6, 3))
        put(world, 2, tile(world, 9, 3))
        wound(world, 1, 0.75)
        before = world.one(1, Body).wound
        world.run(120)
        died = kinds(world, "Died")
        deaths += len(died)
        assert died or world.one(1, Body).wound > before
        assert rootless(world, Kind.Died) == []
    assert 1 <= deaths <= 7


def test_medics_save_most_of_those_in_danger_of_life() -> None:
    saved = 0
    for seed in range(1, 7):
        world = ward(seed)
        wound(world, 1, 0.8)
        world.run(600)
        saved += world.one(1, Identity).status == Status.PRESENT
    assert saved >= 4


def test_the_dead_stay_dead_and_nothing_of_them_dangles() -> None:
    world = ward()
    made = world.emit(Kind.WeaponMade, who=1, because=[Cause(1)])
    carried = make_item(world, "shank", made, 1)
    hidden = make_item(world, "shank", made, 0, room_of(world, "dayroom"), 1)
    make_request(world, 1, "talk", made)
    world.attach("send", 1, Send(1, room_of(world, "dayroom"), world.tick + 60, made))
    protect(world, 1, 2, 1.0, made)
    think(world, 1, "struck", made, 2)
    think(world, 2, "afraid_of_cellmate", made, 1)
    root = wound(world, 1, 0.5)
    world.attach("patient", 1, Patient(1, world.tick, root))
    bed = world.one(1, Identity).bed
    die(world, 1, root)
    (died,) = kinds(world, "Died")
    assert died.who == 1 and died.whom == 0
    assert world.one(1, Identity).status == Status.DEAD and world.one(1, Place).tile == 0
    assert world.one(carried, Items).fate == Fate.SEIZED and world.one(hidden, Items).owner == 0
    assert kinds(world, "Found")[0].item == carried
    assert open_requests(world) == [] and world.component("send", 1, Send) is None
    assert protector_of(world, 2) == 0 and world.component("patient", 1, Patient) is None
    assert 1 not in world.everyone(ThoughtEnds).person
    assert not world.desk().is_here(1)
    assert bed not in world.everyone(Identity).bed[world.everyone(Identity).status == Status.PRESENT]
    assert faults(world) == []
    for _ in range(2 * 144):
        world.run(10)
        assert faults(world) == []
    assert 1 not in world.people and world.one(1, Identity).status == Status.DEAD
    assert world.desk().dossier(1).present is False


def test_who_dies_in_a_fight_is_out_of_it_and_it_ends() -> None:
    world = ring("a", "b")
    fight = begin(world)
    hurt(world, 2, 1, 1.0, fight.id)
    assert world.one(2, Identity).status == Status.DEAD
    world.run(2)
    assert not open_fights(world)
    assert (world.everyone(State).held == Hold.NONE).all() and (world.everyone(State).fight == 0).all()
    assert faults(world) == []
    assert rootless(world, Kind.Died, Kind.FightEnded) == []


def test_medics_take_from_a_patient_what_he_had_on_him() -> None:
    world = ward()
    made = world.emit(Kind.WeaponMade, who=1, because=[Cause(1)])
    shank = make_item(world, "shank", made, 1)
    wound(world, 1, 0.3)
    world.run(60)
    assert world.one(shank, Items).fate == Fate.SEIZED
    assert kinds(world, "Found")[0].whom == 1


def test_the_desk_shows_a_patient_as_the_medics_judge_him_and_hides_what_nobody_saw() -> None:
    world, other = ward(), ward()
    wound(world, 1, 0.12, known=False)
    assert world.desk().wound(1) is other.desk().wound(1) is None
    assert int(Sign.HURT) not in world.desk().scene().sign
    assert world.desk(TRUTH).wound(1) == WoundView(
        1, "bruise", world.one(1, StateRoots).wound, world.tick, False
    )
    wound(world, 2, 0.5)
    world.run(10)
    (patient,) = [*world.desk().infirmary().patients, *world.desk().infirmary().waiting]
    assert (patient.person, patient.severity, patient.treated) == (2, "grave", False)
    shown = world.desk().scene()
    assert shown.ids[shown.sign == Sign.HURT].tolist() == [2]
    world.run(60)
    view = world.desk().wound(2)
    assert view is not None and view.by_medics


def test_a_prison_with_patients_is_frozen_and_thawed_to_the_same_course() -> None:
    world = ward()
    wound(world, 1, 0.45)
    world.run(15)
    copy = thaw(freeze(world))
    for each in (world, copy):
        each.run(300)
    assert digest(world) == digest(copy)


@pytest.mark.parametrize("seed", [1, 2])
def test_days_full_of_violence_have_causes_to_the_root_and_leave_a_sound_prison(seed: int) -> None:
    world = open_prison(prison_in("ward"), CAST, seed, [ViolenceRules(per_hour=0.2, highest_chance=1.0)])
    for _ in range(4 * 288):
        world.run(5)
        assert faults(world) == []
    assert len(kinds(world, "Assaulted")) > 1
    last = max(Kind.WeaponMade, Kind.BruiseSeen)
    violent = [kind for kind in Kind if Kind.Assaulted <= kind < last]
    assert rootless(world, *violent) == []
    use = world.everyone(State)
    assert np.isin(use.fight[use.fight > 0], [fight.id for fight in open_fights(world)]).all()

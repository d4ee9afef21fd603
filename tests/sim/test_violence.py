"""Assaults: who strikes whom, why, and what holds him back. Tendencies are counted over nine pairs and many draws."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.sim.events import Cause, Kind
from game.sim.goods.items import make_item
from game.sim.invariants import faults
from game.sim.minds.ties import Ties, shift_tie
from game.sim.people import Needs, Temper
from game.sim.states import Break, State, StateRoots
from game.sim.systems.quarrels import fall_out
from game.sim.systems.violence import ViolenceRules, ViolenceSystem
from game.sim.systems.weapons import WeaponRules, WeaponSystem
from game.sim.violence.fights import DEBT, FEAR, HATE, open_fights
from game.sim.world import World
from tests.sim.brawling import arena, rootless
from tests.sim.helpers import crew, kinds, make, put, room_of, tile

PAIRS = 9
OFFICER = 2 * PAIRS + 1
CAST = crew(**{f"p{i}": "inmate" for i in range(2 * PAIRS)}, officer="officer")
RULES = ViolenceRules(per_hour=0.06, highest_chance=1.0)
MARGIN = 0.30
DRAWS = 150


def hall(rules: ViolenceRules = RULES, seed: int = 1) -> World:
    """Return a hall with nine average pairs who don't know each other, well apart, and an officer far off."""
    world = arena("sight", CAST, ViolenceSystem, seed=seed, rules=(rules,))
    for pair in range(PAIRS):
        x, y = 6 + 4 * (pair % 3), 2 + 3 * (pair // 3)
        put(world, 2 * pair + 1, tile(world, x, y))
        put(world, 2 * pair + 2, tile(world, x + 1, y))
    return world


def each(world: World, feel: Callable[[World, int, int], None]) -> World:
    """Let the first of each pair have something against the second."""
    for pair in range(PAIRS):
        feel(world, 2 * pair + 1, 2 * pair + 2)
    return world


def hates(world: World, who: int, whom: int) -> None:
    shift_tie(world, who, whom, world.emit(Kind.KnownBefore, who=who, whom=whom), hate=0.4)


def fears(world: World, who: int, whom: int) -> None:
    threat = world.emit(Kind.Threatened, who=whom, whom=who, because=[Cause(1)])
    shift_tie(world, who, whom, threat, fear=0.7)
    world.one(who, Needs).safety = 0.7


def is_owed(world: World, who: int, whom: int) -> None:
    lent = world.emit(Kind.Lent, who=who, whom=whom, because=[Cause(1)])
    shift_tie(world, whom, who, lent, debt=10.0)


def was_defied(world: World, who: int, whom: int) -> None:
    shift_tie(world, who, whom, world.emit(Kind.Defied, who=whom, whom=who, because=[Cause(1)]), hate=0.5)


def assaults(world: World, draws: int = DRAWS) -> int:
    """Count assaults over some draws; after each all are let go and know nothing of it."""
    for _ in range(draws):
        world.run(ViolenceSystem.every)
        for fight in open_fights(world):
            world.detach("fight", fight.id)
        state = world.everyone(State)
        state.held[:] = state.fight[:] = 0
    return world.chronicle.count().get("Assaulted", 0)


@pytest.fixture(scope="module")
def usual() -> int:
    return assaults(each(hall(), hates))


def test_men_who_hate_strike_as_often_as_the_rule_says(usual: int) -> None:
    base = RULES.per_hour * ViolenceSystem.every / 60
    assert usual == pytest.approx(PAIRS * DRAWS * base * (1 + RULES.hate * 0.16), rel=MARGIN)


def test_nobody_strikes_without_a_motive() -> None:
    assert assaults(hall()) == 0


@pytest.mark.parametrize(
    ("feel", "motive"),
    [(hates, HATE), (is_owed, DEBT), (was_defied, DEBT), (fears, FEAR)],
    ids=lambda f: str(f)[10:20],
)
def test_hate_debt_defiance_and_fear_can_each_be_the_motive(
    feel: Callable[[World, int, int], None], motive: int
) -> None:
    world = each(hall(replace(RULES, per_hour=0.3, grace_days=0.01)), feel)
    assert assaults(world) > 5
    for event in kinds(world, "Assaulted"):
        assert event.who % 2 == 1 and event.whom == event.who + 1
        assert event.detail == motive
    assert rootless(world, Kind.Assaulted) == []


def test_an_officer_in_sight_lowers_assaults_and_one_far_off_does_less(usual: int) -> None:
    near, far = each(hall(), hates), each(hall(), hates)
    put(near, OFFICER, tile(near, 11, 7))
    put(far, OFFICER, tile(far, 22, 8))
    assert assaults(near) < 0.4 * usual
    assert assaults(near) < assaults(far) < 1.1 * usual


def test_a_crowded_room_breeds_assaults(usual: int) -> None:
    world = each(hall(), hates)
    capacity = world.ground.room_capacity
    before = capacity[room_of(world, "hall")]
    capacity[room_of(world, "hall")] = PAIRS
    world.emit(Kind.DayBegan)
    found = assaults(world)
    capacity[room_of(world, "hall")] = before
    assert found == pytest.approx(usual * (1 + RULES.crowding), rel=MARGIN)
    event = kinds(world, "Assaulted")[0]
    reasons = [world.chronicle.event(cause.event).kind for cause in world.chronicle.causes(event.id)]
    assert Kind.DayBegan in reasons


def test_hunger_and_a_hot_temper_raise_assaults(usual: int) -> None:
    hungry, hot = each(hall(), hates), each(hall(), hates)
    hungry.everyone(Needs).hunger[:] = 1.0
    hot.everyone(Temper).aggression[:] = 0.9
    assert assaults(hungry) == pytest.approx(usual * (1 + RULES.hunger), rel=MARGIN)
    assert assaults(hot) == pytest.approx(usual * (1 + RULES.temper * 0.5), rel=MARGIN)


def test_a_heated_quarrel_may_turn_to_blows() -> None:
    calm = replace(RULES, per_hour=0.02)
    cold, heated = hall(calm), hall(calm)
    for _ in range(60):
        each(cold, lambda w, a, b: shift_tie(w, a, b, 1, hate=0.06) and None)
        each(heated, lambda w, a, b: fall_out(w, a, b, 0.1, [Cause(1)]) and None)
        for world in (cold, heated):
            assaults(world, 1)
            world.everyone(Ties).block[:] = 0.0
    assert len(kinds(heated, "Assaulted")) > 5 + 2 * len(kinds(cold, "Assaulted"))


def test_who_lashes_out_goes_for_whom_he_means_even_before_an_officer() -> None:
    world = hall(ViolenceRules())
    snapped = world.emit(Kind.Snapped, who=1, whom=2, because=[Cause(1)])
    shift_tie(world, 1, 2, snapped, hate=0.6)
    world.one(1, State).broken, world.one(1, StateRoots).broken = Break.LASHING_OUT, snapped
    put(world, OFFICER, tile(world, 8, 3))
    world.run(120)
    (event,) = kinds(world, "Assaulted")
    assert (event.who, event.whom) == (1, 2)
    assert snapped in [cause.event for cause in world.chronicle.causes(event.id)]


def test_two_who_have_just_fought_have_had_enough_for_some_days(usual: int) -> None:
    def fought(world: World, who: int, whom: int) -> None:
        event = world.emit(Kind.FightEnded, who=who, whom=whom, because=[Cause(1)])
        shift_tie(world, who, whom, event, hate=0.4)

    assert assaults(each(hall(), fought)) < 0.5 * usual


def test_a_weapon_on_him_makes_a_man_bolder_and_is_used() -> None:
    world = each(hall(), hates)
    made = world.emit(Kind.WeaponMade, who=1, because=[Cause(1)])
    shank = make_item(world, "shank", made, 1)
    while not any(event.who == 1 for event in kinds(world, "Assaulted")):
        assaults(world, 20)
    event = next(event for event in kinds(world, "Assaulted") if event.who == 1)
    assert event.item == shank
    assert made in [cause.event for cause in world.chronicle.causes(event.id)]


def test_men_at_work_who_are_afraid_make_weapons_and_hide_them_at_home() -> None:
    world = make()
    world._rules[WeaponRules] = WeaponRules(per_hour=0.02, highest_chance=1.0, carries=1.0)
    world.run(3 * 1440)
    made = kinds(world, "WeaponMade")
    assert made and {world.plan.rooms[event.place].kind for event in made} == {"workshop"}
    assert kinds(world, "Hidden")
    assert rootless(world, Kind.WeaponMade, Kind.Hidden) == []
    assert faults(world) == []
    assert WeaponSystem in world.schedule

"""Dealings: favours, demands and offers between men who stand together in a hall, at rates high enough to count.

Tendencies are counted over three seeds of some hundred deals; each has its margin beside it.
"""

from collections.abc import Callable

import numpy as np
import pytest

from game.sim.deals.favours import FavourRules
from game.sim.deals.pacts import protect, protector_of
from game.sim.deals.pressure import PressureRules
from game.sim.engine.calendar import moment
from game.sim.engine.snapshot import digest, freeze, thaw
from game.sim.events import Kind
from game.sim.goods.purses import Purse, pay
from game.sim.invariants import faults
from game.sim.minds.knowledge import TRUTH, Source
from game.sim.minds.thoughts import THOUGHT, ThoughtEnds
from game.sim.minds.ties import Ties, feeling, shift_tie
from game.sim.people import Needs, Temper
from game.sim.population.peopling import populate
from game.sim.systems import SCHEDULE
from game.sim.systems.favours import FavourSystem
from game.sim.systems.pressure import PressureSystem
from game.sim.systems.purses import PurseSystem
from game.sim.world import World
from tests.conftest import BLOCK_CAST
from tests.sim.helpers import crew, kinds, make, prison_in, put, tile

MEN = 18
OFFICER = MEN + 1
CAST = crew(**{f"p{i}": "inmate" for i in range(MEN)}, officer="officer")
SEEDS = (1, 2, 3)
DEALS = ("FavourDone", "Gifted", "Lent", "Insulted", "Demanded", "ProtectionOffered", "Threatened")
ANSWERS = ("Paid", "Defied", "ProtectionTaken")
ROOTS = {
    "WorldBegan",
    "KnownBefore",
    "TraitNoted",
    "DayBegan",
    "ShiftBegan",
    "Ordered",
    "Decided",
    "Arrived",
    "BeatFired",
}


def hall(
    seed: int = 1,
    system: type = PressureSystem,
    minutes: int = 0,
    change: Callable[[World], None] | None = None,
) -> World:
    """Return eighteen average men in a hall, nine on either side, who know nothing of one another."""
    rules = [
        PressureRules(insults_per_hour=0.05, demands_per_hour=0.1, offers_per_hour=0.03),
        FavourRules(favours_per_hour=0.1),
    ]
    world = World(prison_in("sight"), seed, rules, schedule=(system,), tick=0)
    populate(world, CAST)
    put(world, OFFICER, tile(world, 22, 8))
    for man in range(MEN):
        put(world, man + 1, tile(world, 6 + 2 * (man % 6), 2 + 3 * (man // 6)))
    world.everyone(Temper).block[:] = 0.5
    world.everyone(Needs).safety[:] = 0.2
    world.everyone(Ties).block[:] = 0.0
    world.everyone(Purse).packs[:MEN] = 50.0
    if change is not None:
        change(world)
    world.run(minutes)
    return world


def share_of(one: str, other: str, worlds: list[World]) -> float:
    """Return how often one kind of event came, of both kinds, over some worlds."""
    first, second = (sum(world.chronicle.count().get(kind, 0) for world in worlds) for kind in (one, other))
    assert first + second > 60
    return first / (first + second)


def all_of(
    minutes: int = 1200, change: Callable[[World], None] | None = None, system: type = PressureSystem
) -> list[World]:
    return [hall(seed, system, minutes, change) for seed in SEEDS]


def fear_all(world: World) -> None:
    for who in range(1, MEN + 1):
        for whom in range(1, MEN + 1):
            if who != whom:
                shift_tie(world, who, whom, 1, fear=0.6)


def be_bold(world: World) -> None:
    world.everyone(Temper).nerve[:] = 0.95


def be_faint(world: World) -> None:
    world.everyone(Temper).nerve[:] = 0.05


def test_men_without_nerve_pay_and_men_with_nerve_defy() -> None:
    """0.25 of all answers lie between them; counted on some hundred demands."""
    assert (
        share_of("Paid", "Defied", all_of(600, be_faint))
        > share_of("Paid", "Defied", all_of(600, be_bold)) + 0.2
    )


def test_men_who_fear_the_other_give_in() -> None:
    """By at least 0.1 more often than those who don't."""
    calm, afraid = all_of(800), [hall(seed, minutes=2400, change=fear_all) for seed in SEEDS]
    assert share_of("Paid", "Defied", afraid) > share_of("Paid", "Defied", calm) + 0.1


def test_a_protected_man_is_asked_for_less() -> None:
    """Six men stand under the mightiest man's hand: less than half as many demands fall on each of them."""
    wards = range(1, 7)

    def shelter(world: World) -> None:
        mighty = MEN
        for trait in ("aggression", "nerve", "charisma"):
            setattr(world.one(mighty, Temper), trait, 0.98)
        for ward in wards:
            protect(world, mighty, ward, 1.0, 1)

    on_wards = on_others = 0
    for world in all_of(1800, shelter):
        asked = [event.whom for event in kinds(world, "Demanded") if event.who != MEN]
        on_wards += sum(whom in wards for whom in asked)
        on_others += sum(whom not in wards for whom in asked)
    assert on_others > 60
    assert on_wards / 6 < 0.6 * on_others / 11


def test_staff_in_the_room_lowers_what_is_done_openly() -> None:
    """To less than 0.7 of it."""
    alone = sum(world.chronicle.count().get("Demanded", 0) for world in all_of(400))
    watched = sum(
        world.chronicle.count().get("Demanded", 0)
        for world in all_of(400, lambda world: put(world, OFFICER, tile(world, 18, 9)))
    )
    assert watched < 0.7 * alone


def test_a_favour_breeds_trust_and_stays_on_the_mind() -> None:
    world = hall(system=FavourSystem, minutes=600)
    favours = kinds(world, "FavourDone")
    assert len(favours) > 5
    ends = world.everyone(ThoughtEnds)
    minds = set(zip(ends.person.tolist(), ends.thought.tolist(), ends.whom.tolist(), strict=True))
    for favour in favours:
        assert feeling(world, favour.whom, favour.who, "trust") > 0
        assert (favour.whom, THOUGHT["favour_done"], favour.who) in minds


def test_kind_men_do_favours_for_nothing_and_sly_ones_for_a_debt() -> None:
    """The sly put at least half of their favours into the books, the kind less than a quarter."""

    def indebted(empathy: float, cunning: float) -> float:
        def change(world: World) -> None:
            world.everyone(Temper).empathy[:] = empathy
            world.everyone(Temper).cunning[:] = cunning

        worlds = all_of(500, change, FavourSystem)
        done = sum(world.chronicle.count().get("FavourDone", 0) for world in worlds)
        assert done > 30
        reasons = [world.reasons.rows() for world in worlds]
        owed = sum(int(((rows["debt"] == 1.0) & (rows["trust"] > 0.05)).sum()) for rows in reasons)
        return owed / done

    assert indebted(0.1, 0.9) > 0.5
    assert indebted(0.9, 0.1) < 0.25


def test_who_takes_protection_has_a_protector_and_owes_him_respect() -> None:
    taken = [
        (world, event) for world in all_of(1200, be_unequal) for event in kinds(world, "ProtectionTaken")
    ]
    assert taken
    for world, event in taken:
        assert protector_of(world, event.who) == event.whom
        assert feeling(world, event.who, event.whom, "respect") > 0


def be_unequal(world: World) -> None:
    temper = world.everyone(Temper)
    for trait in ("aggression", "nerve", "charisma"):
        getattr(temper, trait)[: MEN // 2] = 0.9
        getattr(temper, trait)[MEN // 2 : MEN] = 0.1


def test_what_one_pays_the_other_gets() -> None:
    world = hall()
    assert pay(world, 1, 2, 3.3) == 3.25
    assert (world.one(1, Purse).packs, world.one(2, Purse).packs) == (46.75, 53.25)
    assert pay(world, 1, 2, 1000.0) == 46.75
    assert pay(world, 1, 2, 1.0) == 0.0


def prison(seed: int, days: float) -> World:
    """Return a block that has run for some days without the commissary."""
    schedule = tuple(system for system in SCHEDULE if system is not PurseSystem)
    world = World(prison_in("block"), seed, schedule=schedule)
    populate(world, BLOCK_CAST)
    world.run(int(days * 1440))
    return world


def test_packs_only_change_hands() -> None:
    before, after = prison(4, 0), prison(4, 3)
    assert len([event for kind in DEALS for event in kinds(after, kind)]) > 10
    assert after.everyone(Purse).packs.sum() == before.everyone(Purse).packs.sum()
    assert (after.everyone(Purse).packs >= 0).all()
    assert faults(after) == []


def test_every_deal_goes_back_to_a_root() -> None:
    world = prison(5, 3)
    deals = [event for kind in (*DEALS, *ANSWERS, "Tested") for event in kinds(world, kind)]
    assert deals
    for deal in deals:
        assert world.chronicle.causes(deal.id), deal
        assert ends_in_roots(world, deal.id) <= ROOTS, deal


def ends_in_roots(world: World, event: int) -> set[str]:
    """Return the kinds of events that the causes of an event end in."""
    ends, seen, open_ends = set(), {event}, [event]
    while open_ends:
        here = open_ends.pop()
        causes = [cause.event for cause in world.chronicle.causes(here)]
        if not causes:
            ends.add(world.chronicle.event(here).kind.name)
        open_ends += [cause for cause in causes if cause not in seen]
        seen.update(causes)
    return ends


def test_a_thawed_prison_deals_as_the_first_would_have() -> None:
    world = prison(6, 1.5)
    copy = thaw(freeze(world))
    world.run(600)
    copy.run(600)
    assert digest(copy) == digest(world)


@pytest.mark.parametrize("kind", [Kind.Lent, Kind.ProtectionTaken, Kind.Demanded])
def test_what_nobody_saw_is_not_on_the_desk(kind: Kind) -> None:
    world = make()
    world.run(moment(1, 13, 30) - world.tick)
    before = [
        (world.desk().debts(id), world.desk().protector_of(id), world.desk().wards_of(id)) for id in (1, 2)
    ]
    event = world.emit(kind, who=1, whom=2, place=3, amount=2.0)
    shift_tie(world, 2, 1, event, debt=3.0)
    protect(world, 2, 1, 1.0, event)
    after = [
        (world.desk().debts(id), world.desk().protector_of(id), world.desk().wards_of(id)) for id in (1, 2)
    ]
    assert after == before
    assert world.desk(TRUTH).protector_of(1) == 2
    assert [debt.packs for debt in world.desk(TRUTH).debts(2) if debt.creditor == 1] == [3.0]


def test_what_was_told_is_on_the_desk_until_it_is_known_to_be_paid() -> None:
    world = make()
    lent = world.emit(Kind.Lent, who=1, whom=2, place=3, amount=2.0)
    world.knowledge.learn(world.tick, lent, Source.TOLD, 3, 0.8)
    (debt,) = world.desk().debts(2)
    assert (debt.debtor, debt.creditor, debt.packs, debt.because) == (2, 1, 2.0, lent)
    paid = world.emit(Kind.Paid, who=2, whom=1, place=3, amount=2.0)
    world.knowledge.learn(world.tick, paid, Source.TOLD, 3, 0.8)
    assert world.desk().debts(2) == world.desk().debts(1) == ()
    taken = world.emit(Kind.ProtectionTaken, who=2, whom=1, place=3, amount=1.5)
    world.knowledge.learn(world.tick, taken, Source.TOLD, 3, 0.8)
    assert (world.desk().protector_of(2), world.desk().wards_of(1), world.desk().tribute_of(2)) == (
        1,
        (2,),
        1.5,
    )


def test_smoke_and_commissary_move_whole_quarters() -> None:
    world = make(seed=2)
    world.run(5 * 1440)
    packs = world.everyone(Purse).packs
    assert (np.floor(packs * 4) == packs * 4).all() and (packs >= 0).all()

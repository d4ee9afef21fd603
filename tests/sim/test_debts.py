"""Debts, tributes and rumours: two men, or a handful, in a room where nothing else goes on."""

import pytest

from game.sim.deals.pacts import protect, protector_of
from game.sim.engine.system import System
from game.sim.events import Kind
from game.sim.goods.purses import Purse
from game.sim.minds.thoughts import THOUGHT, ThoughtEnds
from game.sim.minds.ties import feeling, shift_tie
from game.sim.people import Temper
from game.sim.population.peopling import populate
from game.sim.systems.debts import DebtSystem
from game.sim.systems.rumours import RumourSystem
from game.sim.systems.tributes import TributeSystem
from game.sim.world import World
from tests.sim.helpers import crew, kinds, prison_in, put, tile

DEBTOR, CREDITOR, THIRD, OFFICER = 1, 2, 3, 4
CAST = crew(debtor="inmate", creditor="inmate", third="inmate", officer="officer")
DAY = 1440
SEEDS = range(1, 13)


def room(system: type[System], seed: int = 1, packs: float = 10.0, far: bool = False) -> World:
    """Return a debtor, his creditor and a third man in one hall; the debtor has so many packs."""
    world = World(prison_in("sight"), seed, schedule=(system,), tick=0)
    populate(world, CAST)
    world.everyone(Temper).block[:] = 0.5
    put(world, DEBTOR, tile(world, 8, 4))
    put(world, CREDITOR, tile(world, 9, 4))
    put(world, THIRD, tile(world, 10, 6))
    put(world, OFFICER, tile(world, 22, 8))
    if far:
        world.one(CREDITOR, Temper).aggression = 0.5
        put(world, CREDITOR, 0)
    world.one(DEBTOR, Purse).packs = packs
    world.one(CREDITOR, Purse).packs = 0.0
    return world


def owe(world: World, packs: float) -> int:
    lent = world.emit(Kind.Lent, who=CREDITOR, whom=DEBTOR, place=1, amount=packs)
    shift_tie(world, DEBTOR, CREDITOR, lent, debt=packs)
    return lent


def test_who_has_it_pays_in_the_end_and_is_trusted_more() -> None:
    """In at least 10 of 12 prisons within a week."""
    paid = 0
    for seed in SEEDS:
        world = room(DebtSystem, seed)
        world.one(DEBTOR, Temper).discipline = 0.9
        owe(world, 3.0)
        world.run(7 * DAY)
        if feeling(world, DEBTOR, CREDITOR, "debt") == 0:
            paid += 1
            assert world.one(CREDITOR, Purse).packs >= 3.0
            assert world.one(DEBTOR, Purse).packs + world.one(CREDITOR, Purse).packs == 10.0
    assert paid >= 10


def test_a_payment_goes_back_to_the_loan() -> None:
    world = room(DebtSystem)
    lent = owe(world, 3.0)
    world.run(7 * DAY)
    first = kinds(world, "Paid")[0]
    chain, open_ends = set(), [first.id]
    while open_ends:
        here = open_ends.pop()
        chain.add(here)
        open_ends += [cause.event for cause in world.chronicle.causes(here) if cause.event not in chain]
    assert lent in chain


def test_nothing_is_asked_for_before_its_term() -> None:
    for seed in SEEDS:
        world = room(DebtSystem, seed, packs=0.0)
        owe(world, 3.0)
        world.run(3 * DAY - 60)
        assert kinds(world, "Demanded") == []


def test_who_cannot_pay_is_asked_owes_more_and_is_threatened_by_hot_men() -> None:
    """Hot creditors threaten in at least 6 of 12 prisons, mild ones in less than half as many."""
    threatened = {0.9: 0, 0.1: 0}
    for aggression in threatened:
        for seed in SEEDS:
            world = room(DebtSystem, seed, packs=0.0)
            world.one(CREDITOR, Temper).aggression = aggression
            owe(world, 3.0)
            world.run(6 * DAY)
            threatened[aggression] += bool(kinds(world, "Threatened"))
            if kinds(world, "Demanded"):
                assert feeling(world, DEBTOR, CREDITOR, "debt") > 3.0
                ends = world.everyone(ThoughtEnds)
                assert ((ends.person == DEBTOR) & (ends.thought == THOUGHT["in_debt"])).any()
    assert threatened[0.9] >= 6
    assert threatened[0.1] < threatened[0.9] / 2


def test_friends_are_patient() -> None:
    """Half a day after the term, less than 0.6 as many friends have asked as strangers."""
    asked = []
    for regard in (0.0, 0.9):
        count = 0
        for seed in range(1, 31):
            world = room(DebtSystem, seed, packs=0.0)
            owe(world, 2.0)
            shift_tie(world, CREDITOR, DEBTOR, 1, regard=regard)
            world.run(3 * DAY + DAY // 2)
            count += len(kinds(world, "Demanded")) > 0
        asked.append(count)
    assert asked[0] >= 5
    assert asked[1] < 0.6 * asked[0]


def test_men_who_do_not_meet_settle_nothing() -> None:
    world = room(DebtSystem, far=True)
    owe(world, 3.0)
    world.run(10 * DAY)
    assert feeling(world, DEBTOR, CREDITOR, "debt") == 3.0
    assert kinds(world, "Paid") == kinds(world, "Demanded") == []


def test_tribute_is_paid_each_week() -> None:
    world = room(TributeSystem)
    taken = world.emit(Kind.ProtectionTaken, who=DEBTOR, whom=CREDITOR, place=1, amount=1.5)
    protect(world, CREDITOR, DEBTOR, 1.5, taken)
    world.run(10 * DAY)
    tributes = kinds(world, "Paid")
    assert [(event.who, event.whom, event.amount) for event in tributes] == [(DEBTOR, CREDITOR, 1.5)] * 2
    assert all(taken in [cause.event for cause in world.chronicle.causes(event.id)] for event in tributes)
    assert world.one(CREDITOR, Purse).packs == 3.0


def test_who_cannot_pay_tribute_owes_it_and_loses_his_protector() -> None:
    world = room(TributeSystem, packs=0.5)
    taken = world.emit(Kind.ProtectionTaken, who=DEBTOR, whom=CREDITOR, place=1, amount=1.5)
    protect(world, CREDITOR, DEBTOR, 1.5, taken)
    world.run(5 * DAY)
    assert protector_of(world, DEBTOR) == CREDITOR
    assert feeling(world, DEBTOR, CREDITOR, "debt") == pytest.approx(1.0)
    world.run(7 * DAY)
    assert protector_of(world, DEBTOR) == 0


def test_who_is_seen_to_tell_of_a_man_who_stands_by_is_hated_for_it() -> None:
    world = room(RumourSystem)
    demanded = world.emit(Kind.Demanded, who=CREDITOR, whom=DEBTOR, place=1, amount=1.0)
    told = world.emit(Kind.Told, who=DEBTOR, whom=CREDITOR, place=1, detail=demanded)
    world.run(60)
    (betrayed,) = kinds(world, "Betrayed")
    assert (betrayed.who, betrayed.whom) == (DEBTOR, CREDITOR)
    assert {cause.event for cause in world.chronicle.causes(betrayed.id)} == {told, demanded}
    assert feeling(world, CREDITOR, DEBTOR, "hate") >= 0.4
    assert feeling(world, THIRD, DEBTOR, "regard") < 0


def test_what_no_inmate_saw_mostly_stays_a_secret() -> None:
    """It comes out in at most 3 of 12 prisons."""
    out = 0
    for seed in SEEDS:
        world = room(RumourSystem, seed)
        put(world, CREDITOR, 0)
        put(world, THIRD, 0)
        demanded = world.emit(Kind.Demanded, who=CREDITOR, whom=DEBTOR, place=1, amount=1.0)
        world.emit(Kind.Told, who=DEBTOR, whom=CREDITOR, place=1, detail=demanded)
        world.run(120)
        out += len(kinds(world, "Betrayed"))
    assert out <= 3

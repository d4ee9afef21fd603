"""Smuggling: where each thing is and where it came from, what drives it, what it costs, what it does."""

from itertools import pairwise

import pytest

from game.sim.commands import LockWing, SetVisitRule, WatchVisit
from game.sim.events import Kind
from game.sim.goods.carrying import CarryRules
from game.sim.goods.items import THING, Fate, Items, items_of, make_item
from game.sim.goods.market import DRUG, price, scarcity
from game.sim.minds.knowledge import Source
from game.sim.minds.thoughts import THOUGHT, ThoughtEnds, thoughts_of
from game.sim.minds.ties import Ties
from game.sim.people import Identity
from game.sim.states import Body, Mind, StateRoots
from game.sim.systems.drugs import DrugRules, take
from game.sim.systems.smuggling import DealRules
from game.sim.systems.visits import VisitRules
from game.sim.visits.book import Relative, Visit
from game.sim.world import World
from tests.sim.helpers import kinds
from tests.sim.visiting import ROOTS, booked, roots_of, until, visiting

OFTEN = VisitRules(per_round=1.0, rest_days=1)
HEAVY = (OFTEN, CarryRules(per_visit=0.6), DealRules(deal=1.0, reach_tiles=20, before_staff=1.0))
HISTORY = (Kind.Smuggled, Kind.Hidden, Kind.Sold, Kind.Used, Kind.Found)
ENDS = {Kind.Used: Fate.USED, Kind.Found: Fate.SEIZED}


def addicts(world: World, *people: int) -> None:
    """Let people be used to the drug, from before day 1."""
    for person in people:
        mind = world.one(person, Mind)
        mind.dependence, mind.craving = 0.8, 0.4
        world.one(person, StateRoots).craving = 1


def thoughts(world: World, person: int) -> list[int]:
    rows = thoughts_of(world, person)
    return world.everyone(ThoughtEnds).thought[rows].tolist()


def heroin_days(days: int, seed: int = 1) -> World:
    world = visiting(*HEAVY, seed=seed)
    inmates = world.desk().people("inmate")
    addicts(world, *inmates[4:10])
    return until(world, 1 + days)


@pytest.fixture(scope="module")
def traded() -> World:
    return heroin_days(5)


def one_place_each(world: World) -> None:
    for item in world.items.ids.tolist():
        row = world.one(item, Items)
        places = [row.person > 0, row.room > 0]
        if row.fate == Fate.THERE:
            assert sum(places) == 1
            assert row.owner
        elif row.fate == Fate.OUTSIDE:
            assert not row.room
        else:
            assert not any(places)


def test_each_thing_has_one_place_at_all_times() -> None:
    world = visiting(*HEAVY, seed=3)
    addicts(world, *world.desk().people("inmate")[4:8])
    for _ in range(4 * 24 * 4):
        world.run(15)
        one_place_each(world)
    assert world.items.n > 5


def test_each_thing_has_an_unbroken_history(traded: World) -> None:
    world, past = traded, {}
    for event in world.chronicle.since(0):
        if event.kind in HISTORY and event.item:
            past.setdefault(event.item, []).append(event)
    assert len(past) > 5
    for item, events in past.items():
        row = world.one(item, Items)
        assert row.because == events[-1].id
        assert row.fate == ENDS.get(events[-1].kind, Fate.THERE)
        assert events[0].kind in (Kind.Smuggled, Kind.Found)
        for before, after in pairwise(events):
            assert before.id in [cause.event for cause in world.chronicle.causes(after.id)]
        assert [event.kind for event in events].count(Kind.Smuggled) <= 1


def test_nothing_is_lost_between_gate_and_end(traded: World) -> None:
    fates = traded.everyone(Items).fate
    counts = traded.chronicle.count()
    inside = int((fates == Fate.THERE).sum())
    seized_inside = sum(
        any(traded.chronicle.event(c.event).kind in HISTORY for c in traded.chronicle.causes(e.id))
        for e in kinds(traded, "Found")
    )
    assert counts["Smuggled"] == inside + counts.get("Used", 0) + seized_inside


def test_all_of_it_goes_back_to_a_root(traded: World) -> None:
    seen = traded.chronicle.count()
    assert seen["Smuggled"]
    assert seen["Sold"]
    assert seen["Used"]
    for kind in ("Smuggled", "Hidden", "Sold", "Used", "Craved", "Found"):
        for event in kinds(traded, kind)[:8]:
            assert set(roots_of(traded, event.id)) <= set(ROOTS), kind


def test_sold_goods_are_paid_or_owed(traded: World) -> None:
    for event in kinds(traded, "Sold"):
        assert event.amount > 0
        assert event.who != event.whom
    assert (traded.everyone(Ties).debt >= 0).all()


def test_the_office_knows_nothing_of_deals_that_nobody_saw(traded: World) -> None:
    known = {s.person for s in traded.desk().believed_dealers()}
    told = {f.who for f in traded.desk().feed(limit=10_000) if f.kind in ("Sold", "Smuggled", "Hidden")}
    found = {
        p for find in traded.desk().finds() for p in (find.whom, *traded.desk().room(find.place).residents)
    }
    assert known <= told | found
    hidden = [e for e in kinds(traded, "Hidden") if not traded.knowledge.knows(e.id)]
    assert hidden
    assert all(e.id not in [h.event for f in traded.desk().finds() for h in f.history] for e in hidden)


def test_searching_visitors_lowers_what_comes_in() -> None:
    came = {}
    for rule in ("allow", "search"):
        came[rule] = 0
        for seed in (1, 2):
            world = visiting(*HEAVY, seed=seed)
            world.order(SetVisitRule(1, rule)) if rule != "allow" else None
            came[rule] += until(world, 4).chronicle.count().get("Smuggled", 0)
    assert came["search"] < 0.8 * came["allow"]


def test_who_is_caught_is_barred_and_the_visit_off() -> None:
    world = visiting(*HEAVY)
    world.order(SetVisitRule(1, "search"))
    world.run(6 * 1440, until=lambda world: bool(world.chronicle.count().get("Found")))
    found = kinds(world, "Found")[0]
    visit = next(v for _, v in world.each(Visit) if v.visitor == found.whom)
    relative = next(r for _, r in world.each(Relative) if r.person == found.whom)
    assert visit.state == "denied"
    assert relative.barred_until > world.tick + 20 * 1440
    assert relative.flagged
    assert world.knowledge.fact(found.id).source == Source.FOUND.name.lower()
    assert world.desk().finds()[0].event == found.id


def test_what_passes_before_an_officer_is_known_and_taken() -> None:
    world = visiting(OFTEN, CarryRules(per_visit=1.0, watched=1.0))
    visit = booked(world, "ike", "allowed")
    world.order(WatchVisit(visit.id))
    world.run(4 * 1440, until=lambda world: visit.state == "over")
    smuggled = [e for e in kinds(world, "Smuggled") if e.who == visit.inmate]
    assert smuggled
    assert all(world.knowledge.knows(e.id) for e in smuggled)
    assert not items_of(world, visit.inmate)


def test_scarcity_raises_the_price_and_a_lockdown_more() -> None:
    world = visiting()
    addicts(world, *world.desk().people("inmate")[:6])
    scarce = price(world, 1)
    world.order(LockWing(1))
    assert price(world, 1) > scarce
    for _ in range(12):
        make_item(world, DRUG, 1, person=1)
    assert scarcity(world) < 1
    assert price(world, 1) < scarce


def test_a_lockdown_lets_nothing_in_so_that_prices_rise() -> None:
    world = visiting(*HEAVY)
    addicts(world, *world.desk().people("inmate")[:8])
    until(world, 4)
    before = scarcity(world)
    world.order(LockWing(1))
    until(world, 6)
    assert not [e for e in kinds(world, "Smuggled") if e.tick > 4 * 1440]
    assert scarcity(world) >= before


def test_addicts_crave_and_a_dose_stills_it() -> None:
    world = visiting(VisitRules(per_round=0.0))
    addicts(world, 1)
    until(world, 2)
    assert world.one(1, Mind).craving >= DrugRules().craves
    assert THOUGHT["craving"] in thoughts(world, 1)
    craved = kinds(world, "Craved")[0]
    assert set(roots_of(world, craved.id)) == {Kind.WorldBegan}
    before = world.one(1, Mind).dependence
    take(world, 1, make_item(world, DRUG, 1, person=1))
    assert world.one(1, Mind).craving == 0
    assert world.one(1, Mind).dependence > before
    assert world.one(1, Body).drugged > 0
    assert THOUGHT["craving"] not in thoughts(world, 1)
    assert THOUGHT["high"] in thoughts(world, 1)


def test_who_goes_without_gets_clean_in_time() -> None:
    world = visiting(VisitRules(per_round=0.0), DrugRules(clean_per_day=0.3))
    addicts(world, 1)
    until(world, 5)
    assert world.one(1, Mind).dependence == 0
    assert world.one(1, Mind).craving == 0


def test_a_few_come_in_with_a_habit() -> None:
    shares = []
    for seed in range(1, 9):
        world = visiting(seed=seed)
        inmates = world.everyone(Identity).role == 0
        shares.append(float((world.everyone(Mind).dependence[inmates] > 0).mean()))
    assert 0 < sum(shares) / len(shares) < 0.2
    assert THING[DRUG] == 0

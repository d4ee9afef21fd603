"""Searches: by whom, how long, with which odds, and what they leave behind. Odds are counted over 240 things each and
have to lie within 0.12 of what the desk shows (some four deviations)."""

import pytest

from game.sim.commands import SearchCell, SearchPerson
from game.sim.engine.snapshot import digest, freeze, thaw
from game.sim.events import Kind
from game.sim.goods.items import Items, items_in, items_of, make_item
from game.sim.goods.searching import CELL, PERSON, VISITOR, SearchRules, look_through
from game.sim.invariants import faults
from game.sim.minds.thoughts import THOUGHT, ThoughtEnds, thoughts_of
from game.sim.people import Identity
from game.sim.states import Hold, State
from game.sim.world import World
from tests.sim.helpers import kinds, officers
from tests.sim.visiting import until, visiting

MARGIN = 0.12
NO_ROUTINE = SearchRules(routine_cells=0)


def prison(seed: int = 1) -> World:
    return until(visiting(NO_ROUTINE, seed=seed), 1, 9)


def done(world: World, before: int = 0) -> None:
    world.run(120, until=lambda world: world.chronicle.count().get("Searched", 0) > before)
    assert world.chronicle.count().get("Searched", 0) > before


def hide(world: World, cell: int, count: int, thing: str = "heroin") -> list[int]:
    return [make_item(world, thing, 1, room=cell, owner=1) for _ in range(count)]


@pytest.mark.parametrize("thing", ["heroin", "shank"])
def test_the_odds_shown_for_a_cell_are_those_it_is_searched_with(thing: str) -> None:
    found = shown = 0.0
    for seed in range(1, 7):
        world = prison(seed)
        cell = world.one(1, Identity).cell
        hide(world, cell, 40, thing)
        shown += dict(world.desk().search_odds(CELL, cell).chances)[thing] / 6
        assert world.order(SearchCell(cell)) is None
        done(world)
        found += (40 - len(items_in(world, cell))) / 240
    assert found == pytest.approx(shown, abs=MARGIN)


def test_the_odds_shown_for_a_man_are_those_he_is_searched_with() -> None:
    found = left = shown = 0.0
    for seed in range(1, 7):
        world = prison(seed)
        for _ in range(40):
            make_item(world, "shank", 1, person=3)
        shown += dict(world.desk().search_odds(PERSON, 3).chances)["shank"] / 6
        assert world.order(SearchPerson(3)) is None
        done(world)
        found += kinds(world, "Searched")[0].amount
        left += len(items_of(world, 3))
    assert found / (found + left) == pytest.approx(shown, abs=MARGIN)


def test_a_visitor_is_searched_less_thoroughly_than_a_man() -> None:
    world = prison()
    officer = officers(world)[0]
    shares = {}
    for route in (PERSON, VISITOR):
        items = [make_item(world, "heroin", 1, person=1) for _ in range(300)]
        _, finds = look_through(world, world.dice("test"), route, items, officer, 1, whom=1, place=1)
        shares[route] = len(finds) / 300
    assert shares[VISITOR] < shares[PERSON]


def test_a_search_takes_an_officer_from_his_post_and_time() -> None:
    world = prison()
    cell = world.one(1, Identity).cell
    odds = world.desk().search_odds(CELL, cell)
    started = world.tick
    world.order(SearchCell(cell))
    assert world.one(odds.officer, State).held == Hold.SEARCH
    assert world.desk().is_being_searched(CELL, cell)
    done(world)
    (event,) = kinds(world, "Searched")
    assert event.who == odds.officer
    assert event.tick >= started + odds.minutes
    assert world.one(odds.officer, State).held == Hold.NONE
    assert not world.desk().is_being_searched(CELL, cell)


def test_a_man_stands_still_while_he_is_searched() -> None:
    world = prison()
    world.order(SearchPerson(3))
    world.run(60, until=lambda world: world.one(3, State).held == Hold.SEARCH)
    assert world.one(3, State).held == Hold.SEARCH
    assert faults(world) == []
    done(world)
    assert world.one(3, State).held == Hold.NONE


def test_who_lives_in_a_searched_cell_resents_it() -> None:
    world = prison()
    cell = world.one(1, Identity).cell
    world.order(SearchCell(cell))
    done(world)
    for person in world.desk().room(cell).residents:
        rows = thoughts_of(world, person)
        assert THOUGHT["searched"] in world.everyone(ThoughtEnds).thought[rows]


def test_what_is_found_is_seized_known_and_cites_the_order() -> None:
    world = prison()
    cell = world.one(1, Identity).cell
    hide(world, cell, 30)
    world.order(SearchCell(cell))
    done(world)
    finds = world.desk().finds()
    assert finds
    assert {find.thing for find in finds} == {"heroin"}
    assert all(world.one(find.item, Items).room == 0 for find in finds)
    causes = [
        world.chronicle.event(c.event).kind for c in world.chronicle.causes(kinds(world, "Searched")[0].id)
    ]
    assert causes == [Kind.Ordered]
    assert set(world.desk().room(cell).residents) <= {s.person for s in world.desk().believed_dealers()}


def test_wings_search_a_few_cells_of_their_own_accord() -> None:
    world = until(visiting(SearchRules(routine_cells=4)), 5)
    searched = [event for event in kinds(world, "Searched") if not event.whom]
    assert 6 <= len(searched) <= 24
    roots = {world.chronicle.event(world.chronicle.causes(e.id)[0].event).kind for e in searched}
    assert roots <= {Kind.ShiftBegan, Kind.DayBegan}


def test_what_cannot_be_searched_is_refused() -> None:
    world = prison()
    dayroom = next(room.id for room in world.plan.rooms if room.key == "dayroom")
    cell = world.one(1, Identity).cell
    assert world.order(SearchCell(dayroom)).reason == "refusal.no_cell"
    assert world.order(SearchPerson(officers(world)[0])) is not None
    assert world.order(SearchCell(cell)) is None
    assert world.order(SearchCell(cell)).reason == "refusal.being_searched"


def test_an_unseen_stash_changes_nothing_on_the_desk() -> None:
    world = prison()
    cell = world.one(1, Identity).cell
    before = (world.desk().search_odds(CELL, cell), world.desk().finds(), world.desk().believed_dealers())
    hide(world, cell, 3)
    assert (
        world.desk().search_odds(CELL, cell),
        world.desk().finds(),
        world.desk().believed_dealers(),
    ) == before
    assert not items_of(world, 1)


def test_a_thawed_search_goes_on() -> None:
    world = prison()
    world.order(SearchCell(world.one(1, Identity).cell))
    world.run(6)
    other = thaw(freeze(world))
    for each in (world, other):
        each.run(300)
    assert digest(world) == digest(other)

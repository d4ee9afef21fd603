"""Trees of causes as they are told: own orders first, newcomers last, the unknown folded and open to being asked."""

from collections.abc import Callable

import pytest
from pygame import Surface
from test_desk import Play
from test_desk_mind import context_of, settle

from game.sim.events import Cause, Kind, Role
from game.sim.minds.knowledge import Source
from game.sim.people import Assessed, Roots
from game.sim.world import World
from game.ui.desk.why import why_link
from game.ui.desk.why_rows import event_rows
from game.ui.desk.why_tree import leading_cause, nodes
from game.ui.kit import plain_text


@pytest.fixture
def play(block: Callable[..., World], surface: Surface) -> Play:
    play = Play(block())
    play.desk.state.hints = play.desk.state.dailies = False
    settle(play)
    return play


def known(world: World, kind: Kind, *because: Cause, who: int = 1, whom: int = 2) -> int:
    """Something that staff saw."""
    event = world.emit(kind, who=who, whom=whom, place=3, because=because)
    world.knowledge.learn(world.tick, event, Source.STAFF)
    return event


def hidden(world: World) -> Cause:
    return Cause(world.emit(Kind.KnownBefore, who=1, whom=2), 0.9)


def test_what_nobody_has_told_is_one_line_and_can_be_asked_for(play: Play) -> None:
    world = play.world
    event = known(world, Kind.Insulted, hidden(world), hidden(world), hidden(world))
    settle(play)
    told = nodes(play.session.desk.why(event))
    assert [node.unknown for node in told] == [0, 3]
    row = event_rows(context_of(play), event)[1]
    assert "3" in plain_text(row.text) and row.ask == 1
    play.desk.state.why = event
    settle(play)
    orders = len(world.orders)
    play.click("why.watch.1")
    assert len(world.orders) == orders + 1 and play.session.desk.is_watched("person", 1)


def test_a_man_is_offered_to_be_asked_in_one_line_of_a_tree_only(play: Play) -> None:
    world = play.world
    first = known(world, Kind.Insulted, hidden(world))
    event = known(world, Kind.Quarrelled, Cause(first, 1.0, Role.DEED), hidden(world))
    settle(play)
    asked = [row.ask for row in event_rows(context_of(play), event) if not row.known]
    assert sorted(asked) == [0, 1]


def test_that_a_man_is_new_never_leads_and_is_said_in_so_many_words(play: Play) -> None:
    world = play.world
    came = world.emit(Kind.Arrived, who=2)
    world.knowledge.note_new(world)
    world.tick += 180
    nature = int(world.one(1, Roots).aggression)
    world.one(1, Assessed).aggression = 0.7
    event = known(world, Kind.Insulted, Cause(came, 0.9, Role.OPPORTUNITY), Cause(nature, 0.2))
    only = known(world, Kind.Insulted, Cause(came, 0.9, Role.OPPORTUNITY))
    settle(play)
    context = context_of(play)
    rows = [plain_text(row.text) for row in event_rows(context, event)]
    assert "file" in rows[1] and "has been here only" in rows[2] and "3 h" in rows[2]
    assert "file" in plain_text(leading_cause(context, event))
    assert leading_cause(context, only) == ""


def test_a_cause_calls_a_man_only_what_his_page_calls_him(play: Play) -> None:
    world = play.world
    event = known(world, Kind.Insulted, Cause(int(world.one(1, Roots).aggression), 1.0))
    told = []
    for held in (0.6, 0.8):
        world.one(1, Assessed).aggression = held
        play.session.orders += 1
        settle(play)
        told.append(plain_text(event_rows(context_of(play), event)[1].text))
    assert "hot-tempered" not in told[0] and "temper" in told[0]
    assert "hot-tempered" in told[1]


def test_own_orders_come_first_and_are_told_once(play: Play) -> None:
    world = play.world
    order = world.emit(Kind.Ordered, detail=60)
    given = world.emit(Kind.CellAssigned, who=1, place=3, because=[Cause(order, 1.0, Role.DEED)])
    world.knowledge.note_new(world)
    first = known(world, Kind.Threatened)
    event = known(world, Kind.Quarrelled, Cause(first, 0.9), Cause(given, 0.2, Role.OPPORTUNITY))
    settle(play)
    told = nodes(play.session.desk.why(event))
    assert [node.tree.event for node in told] == [event, given, first]
    assert event_rows(context_of(play), event)[1].own == "order"


def test_nobody_asks_why_somebody_comes_or_why_a_day_begins(play: Play) -> None:
    world = play.world
    beat = world.emit(Kind.BeatFired)
    came = world.emit(Kind.Arrived, who=2, because=[Cause(beat, 1.0, Role.DEED)])
    said = world.emit(Kind.Said, because=[Cause(world.emit(Kind.KnownBefore), 1.0, Role.DEED)])
    world.knowledge.note_new(world)
    settle(play)
    context = context_of(play)
    for event in (came, said):
        fact = context.desk.fact(event)
        assert fact is not None and why_link(context, fact) == ""

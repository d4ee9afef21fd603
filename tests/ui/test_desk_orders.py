"""Orders given on the desk, by widget and by key, and what they do in the prison."""

from collections.abc import Callable

import pygame
import pytest
from pygame import Surface
from test_desk import Play

from game.sim.care.apart import kept_from
from game.sim.care.requests import Request, make_request
from game.sim.care.talks import Talk
from game.sim.commands import LockDoor
from game.sim.events import Cause
from game.sim.goods.searching import Search
from game.sim.minds.knowledge import Source
from game.sim.office import Wing
from game.sim.violence.assaults import assault
from game.sim.violence.fights import Fight
from game.sim.world import World
from game.ui.desk.attention import BANNERS, INTERRUPTIONS
from game.ui.desk.fights import CALLED
from game.ui.desk.overlay_legends import OVERLAYS

NOON = 13 * 60


@pytest.fixture
def play(block: Callable[..., World], surface: Surface) -> Play:
    world = block()
    world.run(NOON - world.tick)
    play = Play(world)
    play.session.put_off.update(d.id for d in play.session.desk.decisions())
    play.desk.state.dailies, play.desk.state.hints, play.desk.state.daily = False, False, ""
    return play


def adam(play: Play) -> int:
    return play.world.id_of("adam")


def ben(play: Play) -> int:
    return play.world.id_of("ben")


def open_orders(play: Play) -> None:
    play.desk.state.person = adam(play)
    play.frame([])
    play.key(pygame.K_o)


def talks(world: World) -> list[str]:
    return [talk.kind for _, talk in world.each(Talk)]


def fight(play: Play) -> int:
    """Adam goes for Ben before the eyes of the staff."""
    event = assault(play.world, adam(play), ben(play), 1, [Cause(1, 1.0)]).id
    play.world.knowledge.learn(play.world.tick, event, Source.CAMERA, 0)
    play.session.orders += 1
    play.frame([])
    play.frame([])
    return event


def test_the_key_of_orders_opens_the_card_of_whom_is_selected_and_closes_it(play: Play) -> None:
    open_orders(play)
    assert "order.hear" in play.hits
    play.key(pygame.K_o)
    assert "order.hear" not in play.hits


def test_hearing_somebody_arranges_a_talk(play: Play) -> None:
    open_orders(play)
    play.click("order.hear")
    assert talks(play.world) == ["hearing"]


def test_an_order_is_given_by_its_number_while_the_card_is_open(play: Play) -> None:
    open_orders(play)
    rate = play.session.clock.rate
    play.key(pygame.K_1)
    assert talks(play.world) == ["hearing"] and play.session.clock.rate == rate


def test_a_grey_order_says_why_and_does_nothing(play: Play) -> None:
    open_orders(play)
    play.click("order.hear")
    play.click("order.hear")
    assert len(talks(play.world)) == 1
    play.desk.ui.tip_delay = 0.0
    play.frame([])
    assert play.desk.ui.tip is not None and "[c=warn]" in play.desk.ui.tip.text


def test_the_other_man_is_chosen_from_a_list_or_on_the_map(play: Play) -> None:
    open_orders(play)
    play.click("order.apart")
    play.desk.state.search["picking"] = play.session.desk.name(ben(play))[:4]
    play.frame([])
    play.click(f"picking.{ben(play)}")
    assert ben(play) in kept_from(play.world, adam(play))
    open_orders(play)
    play.click(f"order.together.{ben(play)}")
    assert kept_from(play.world, adam(play)) == []
    play.desk.state.ordering = None
    open_orders(play)
    play.click("order.apart")
    play.board.person = ben(play)
    play.click_map()
    assert ben(play) in kept_from(play.world, adam(play))


def test_a_search_shows_the_odds_it_is_drawn_with_and_sends_an_officer(play: Play) -> None:
    open_orders(play)
    odds = play.session.desk.search_odds("person", adam(play))
    assert 0 < odds.chance < 1
    play.click("order.search_him")
    assert [search.target for _, search in play.world.each(Search)] == [adam(play)]


def test_a_room_card_searches_the_cell(play: Play) -> None:
    play.desk.state.room = play.session.desk.cell_of(adam(play))
    play.frame([])
    play.click("room.search")
    assert [search.kind for _, search in play.world.each(Search)] == ["cell"]


def test_a_door_under_order_is_given_back_to_its_regime(play: Play) -> None:
    room = play.session.desk.cell_of(adam(play))
    door = next(d for d in play.session.desk.room(room).doors if play.session.desk.plan.doors[d].key)
    assert play.session.order(LockDoor(door)) is None
    play.desk.state.room = room
    play.frame([])
    play.frame([])
    play.click(f"room.free.{door}")
    assert play.session.desk.door(door).order == 0


def test_a_wing_is_locked_down_with_what_it_costs_and_lifted(play: Play) -> None:
    wing = play.session.desk.wing_of(adam(play))
    play.desk.state.ordering = ("wing", wing)
    play.frame([])
    play.click("order.lock")
    assert play.world.component("wing", wing, Wing).locked_down  # type: ignore[union-attr]
    play.session.run(60)
    play.desk.state.sheet = "wings"
    play.frame([])
    key = play.session.desk.wing(wing).key
    assert f"wings.{key}.unlock" in play.hits
    play.click("order.lift")
    assert not play.world.component("wing", wing, Wing).locked_down  # type: ignore[union-attr]


def test_a_request_is_answered_with_one_click_and_leaves_the_badge(play: Play) -> None:
    number = make_request(play.world, adam(play), "talk", 1)
    play.session.orders += 1
    play.desk.state.sheet = "requests"
    play.frame([])
    play.frame([])
    play.click(f"requests.{number}.hear")
    request = play.world.component("request", number, Request)
    assert request is not None and request.answer == "hear" and talks(play.world) == ["hearing"]


def test_pressing_requests_lie_over_the_map_within_the_days_measure(play: Play) -> None:
    men = play.session.desk.people("inmate")
    play.session.pins[:] = men[:4]
    for man in men[:8]:
        for kind in ("protection", "medic", "talk"):
            make_request(play.world, man, kind, 1)
    play.session.run(1)
    spent = play.session.attention.spent
    assert 0 < len(play.session.attention.petitions) <= BANNERS
    assert all(count <= INTERRUPTIONS for (_, what), count in spent.items() if what == "stop")
    number = play.session.attention.petitions[-1]
    play.session.orders += 1
    play.frame([])
    play.frame([])
    play.click(f"request.{number}.refuse")
    assert play.world.component("request", number, Request).answer == "refuse"  # type: ignore[union-attr]


def test_a_fight_that_is_known_is_watched_and_officers_are_sent(play: Play) -> None:
    event = fight(play)
    play.session.clock.set(3)
    play.click("fight.watch")
    room = play.session.desk.fights()[0].room
    assert ("room", room) in play.board.asked and play.session.clock.rate < 1
    play.click("fight.call")
    held = play.world.component("fight", event, Fight)
    assert held is not None and held.wanted == CALLED


@pytest.mark.parametrize("name", OVERLAYS)
def test_every_overlay_is_switched_on_by_its_key(play: Play, name: str) -> None:
    play.desk.state.person = adam(play)
    play.key(play.desk.keys.keys(f"overlay_{name}")[0])
    assert play.desk.state.overlay == name

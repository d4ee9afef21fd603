"""Visits on the desk: the timetable, what is allowed, searched, denied and watched, and each wing's rule."""

import pytest
from pygame import Surface
from test_desk import Play

from game.sim.visits.book import Visit, rule_of
from tests.sim.visiting import booked, visiting


@pytest.fixture
def visit_and_play(surface: Surface) -> tuple[Visit, Play]:
    world = visiting()
    visit = booked(world, "ike", "allowed")
    play = Play(world)
    play.desk.state.dailies, play.desk.state.hints, play.desk.state.daily = False, False, ""
    play.desk.state.sheet, play.desk.state.visits_day = "visits", visit.day
    play.frame([])
    play.frame([])
    return visit, play


def test_the_timetable_has_a_seat_for_each_visit_of_the_day(visit_and_play: tuple[Visit, Play]) -> None:
    visit, play = visit_and_play
    seats = [name for name in play.hits if name.startswith("visits.seat.")]
    assert len(seats) == len(play.session.desk.visits(visit.day))
    play.click(f"visits.seat.{visit.id}")
    assert f"visits.{visit.id}.deny" in play.hits


@pytest.mark.parametrize(
    ("act", "field", "value"),
    [("search", "searched", True), ("deny", "state", "denied"), ("watch", "watched", True)],
)
def test_a_visit_is_searched_denied_or_watched_by_a_click(
    visit_and_play: tuple[Visit, Play], act: str, field: str, value: object
) -> None:
    visit, play = visit_and_play
    play.click(f"visits.seat.{visit.id}")
    play.click(f"visits.{visit.id}.{act}")
    assert getattr(play.world.component("visit", visit.id, Visit), field) == value


def test_a_visit_that_was_to_be_searched_can_be_allowed_as_it_is(visit_and_play: tuple[Visit, Play]) -> None:
    visit, play = visit_and_play
    play.click(f"visits.seat.{visit.id}")
    play.click(f"visits.{visit.id}.search")
    play.click(f"visits.{visit.id}.allow")
    assert not play.world.component("visit", visit.id, Visit).searched  # type: ignore[union-attr]


def test_the_rule_of_a_wing_is_set_by_a_click(visit_and_play: tuple[Visit, Play]) -> None:
    visit, play = visit_and_play
    wing = play.session.desk.wing_of(visit.inmate)
    play.click("visits.tab.4")
    play.click(f"visits.rule.{play.session.desk.wing(wing).key}.none")
    assert rule_of(play.world, wing) == "none"


def test_every_tab_of_visits_and_the_infirmary_can_be_opened(visit_and_play: tuple[Visit, Play]) -> None:
    _, play = visit_and_play
    for number in range(5):
        play.click(f"visits.tab.{number}")
        assert play.desk.state.visits_tab == number
    play.click("rail.infirmary")
    assert "infirmary.close" in play.hits

"""What deserves attention: overlays, banners, peeks, eyes, faces, causes, reports, hours – by widget id."""

from collections.abc import Callable

import hand
import pygame
import pytest
from pygame import Surface
from pygame.event import Event
from test_desk import Play, ask

from game.sim.commands import SearchCell, SetEye
from game.sim.events import Cause, Kind, Role
from game.sim.minds.knowledge import Source, mask_of
from game.sim.world import World
from game.ui.desk.attention import BANNERS, INTERRUPTIONS, LINES, Attention
from game.ui.desk.clashes import clashes
from game.ui.desk.overlay_fields import picture_of
from game.ui.desk.overlay_legends import OVERLAYS
from game.ui.desk.telling import FILTERS, lines
from game.ui.desk.why import nodes


@pytest.fixture
def play(block: Callable[..., World], surface: Surface) -> Play:
    made = Play(block(), (1600, 900))
    made.desk.state.hints = False
    return made


def quarrel(play: Play, who: int, whom: int, room: int = 0, source: Source = Source.EYE) -> int:
    """Let two quarrel before the office's eyes."""
    world = play.world
    place = room or world.desk(-1).room_of(who)
    event = world.emit(Kind.Quarrelled, who=who, whom=whom, place=place)
    world.knowledge.learn(world.tick, event, source, 0, 1.0, mask_of("who", "whom", "place"))
    play.session.orders += 1
    return event


def notice(play: Play) -> bool:
    return play.session.attention.take(play.session.desk, play.session.faces)


def context(play: Play):
    return play.desk._context(play.now)


def settle(play: Play, frames: int = 4) -> None:
    for _ in range(frames):
        play.frame([])


@pytest.mark.parametrize("name", OVERLAYS)
def test_each_overlay_is_switched_by_button_and_has_signs_beside_colours(play: Play, name: str) -> None:
    play.session.run(300)
    play.click(f"overlay.{name}")
    assert play.desk.state.overlay == name
    assert play.board.veil is not None
    found = picture_of(context(play))
    assert found is not None and all(tag.icon for tag in found.tags)
    assert found.tags or name == "ties"  # ties carry their signs on the lines between people
    assert found.veil.share[play.session.desk.plan.room_at == 0].max() == 0
    play.click(f"overlay.{name}")
    settle(play, 1)
    assert play.board.veil is None


def test_the_needs_overlay_shows_one_need_alone(play: Play) -> None:
    play.session.run(300)
    play.key(pygame.K_b)
    before = picture_of(context(play))
    play.click("overlay.need.hunger")
    after = picture_of(context(play))
    assert play.desk.state.overlay_need == "hunger"
    assert before is not None and after is not None and before.veil.key != after.veil.key


def test_a_quarrel_of_a_pinned_face_raises_a_banner_that_leads_there(play: Play) -> None:
    play.session.pin(1)
    event = quarrel(play, 1, 2, room=3)
    notice(play)
    settle(play)
    play.click("alert.go")
    assert ("room", 3) in play.board.asked
    assert play.desk.state.person == 1
    settle(play)
    assert "alert.go" not in play.hits
    assert play.session.attention.alerts[-1].fact.event == event


def test_from_the_banner_the_nearest_officer_is_sent(play: Play) -> None:
    play.session.pin(1)
    quarrel(play, 1, 2, room=3)
    notice(play)
    settle(play)
    officer, _ = play.session.desk.nearest_officer(3)
    play.click("alert.officer")
    play.session.run(2)
    assert play.session.desk.dossier(officer).doing == "sent" or play.session.desk.room_of(officer) == 3


def test_no_more_than_three_banners_and_four_interruptions_a_day(play: Play) -> None:
    play.session.pin(1)
    for room in range(1, 12):
        quarrel(play, 1, 2, room=room)
        notice(play)
    attention = play.session.attention
    assert len(attention.alerts) == BANNERS
    spent = sum(attention._spend("stop", play.world.tick, INTERRUPTIONS) for _ in range(9))
    assert spent == INTERRUPTIONS


def test_strangers_far_from_any_face_raise_no_banner(play: Play) -> None:
    quarrel(play, 5, 6, room=3, source=Source.CAMERA)
    notice(play)
    assert not play.session.attention.alerts


def test_a_silent_kind_stays_silent(play: Play) -> None:
    play.session.pin(1)
    play.session.attention.rules = {"Quarrelled": "silent"}
    quarrel(play, 1, 2)
    notice(play)
    assert not play.session.attention.alerts and not play.session.attention.fresh


def test_a_kind_that_should_stop_the_clock_does(play: Play) -> None:
    play.session.pin(1)
    play.session.attention.rules = {"Quarrelled": "stop"}
    quarrel(play, 1, 2)
    assert notice(play)


def test_never_two_questions_alike_in_a_row_interrupt(play: Play) -> None:
    ask(play.world)
    first = play.session.desk.decisions()[0] if play.session.desk.decisions() else None
    play.session.run(1)
    first = first or play.session.desk.decisions()[0]
    attention = Attention()
    assert attention.may_ask(first, 400)
    again = type(first)(*(getattr(first, name) if name != "id" else 999 for name in first.__slots__))
    assert not attention.may_ask(again, 400)
    assert attention.may_ask(first, 400)


def test_a_day_has_twelve_lines_and_folds_the_rest(play: Play) -> None:
    for number in range(LINES + 9):
        quarrel(play, 1 + number % 4, 7, room=1 + number % 9)
        notice(play)
    found = lines(context(play))
    assert sum(line.fact is not None for line in found) == LINES
    fold = next(line for line in found if line.group == "quarrels")
    assert fold.number == 9
    settle(play)
    play.frame([hand.move((300, 860))])
    for _ in range(3):
        play.frame([Event(pygame.MOUSEWHEEL, y=-20, x=0)])
    play.click("feed.folded.0.quarrels")
    assert sum(line.fact is not None for line in lines(context(play))) == LINES + 9


def test_the_feed_chooses_by_weight_and_tells_what_came_last_first(play: Play) -> None:
    play.session.pin(1)
    near = quarrel(play, 1, 2, room=3)
    notice(play)
    for _ in range(LINES + 4):
        far = quarrel(play, 8, 9, room=4, source=Source.CAMERA)
        notice(play)
    told = [line.fact for line in lines(context(play)) if line.fact]
    assert len(told) == LINES and near in {fact.event for fact in told}
    assert [fact.tick for fact in told] == sorted((fact.tick for fact in told), reverse=True)
    play.click("feed.order")
    assert lines(context(play))[1].fact.event == far


def test_an_order_is_told_once_where_the_next_line_tells_what_was_done(play: Play) -> None:
    play.desk.state.feed_filter = FILTERS.index("orders")
    play.session.order(SetEye("room", 3))
    play.session.order(SearchCell(play.session.desk.cell_of(1)))
    settle(play)
    told = [line.fact.kind for line in lines(context(play)) if line.fact]
    assert sorted(told) == ["EyeSet", "Ordered"]  # a search has nothing to tell yet but that it was ordered


def test_a_small_picture_stays_while_time_stands_still(play: Play) -> None:
    play.board.view = (500.0, 500.0, 10.0, 10.0)
    play.session.pin(1)
    quarrel(play, 1, 2, room=play.session.desk.cell_of(1))
    play.session.attention.spent[(1, "banner")] = BANNERS
    notice(play)
    settle(play)
    assert play.desk.state.peeks
    play.session.clock.stop()
    play.now += 60.0
    settle(play)
    assert play.desk.state.peeks
    play.session.clock.set(1)
    play.now += 60.0
    settle(play)
    assert not play.desk.state.peeks


def test_the_same_between_the_same_men_ends_one_hurry_only(play: Play) -> None:
    adam, ben = play.world.id_of("adam"), play.world.id_of("ben")
    play.session.pin(adam)
    pressed = 0
    for _ in range(4):
        event = play.world.emit(Kind.Threatened, who=adam, whom=ben, place=3)
        play.world.knowledge.learn_all(play.world, event)
        notice(play)
        pressed += play.session.attention.pressing is not None
        play.session.attention.pressing = None
    assert pressed == 1


def test_a_clock_that_races_slows_down_for_what_is_grave_and_near(play: Play) -> None:
    adam, ben = play.world.id_of("adam"), play.world.id_of("ben")
    play.session.pin(adam)
    play.session.attention.spent[(1, "banner")] = BANNERS
    play.session.clock.set(5)
    event = play.world.emit(Kind.Threatened, who=adam, whom=ben, place=3)
    play.world.knowledge.learn_all(play.world, event)
    play.session.advance(0.2)
    assert play.session.clock.rate == 1.0
    halt = play.session.halt
    assert halt is not None and halt.slowed and halt.fact is not None and halt.fact.event == event


def test_what_happens_out_of_view_shows_a_picture_and_the_camera_stays(play: Play) -> None:
    play.board.view = (500.0, 500.0, 10.0, 10.0)
    cell = play.session.desk.cell_of(1)
    play.session.pin(1)
    quarrel(play, 1, 2, room=cell)
    play.session.attention.spent[(1, "banner")] = BANNERS
    notice(play)
    settle(play)
    assert "peek.0.go" in play.hits
    assert not [asked for asked in play.board.asked if asked[0] in ("room", "person")]
    play.click("peek.0.go")
    assert ("room", cell) in play.board.asked
    settle(play)
    assert "peek.0.go" not in play.hits


def test_what_is_learned_again_is_told_once_and_better(play: Play) -> None:
    """A camera saw that there was a quarrel, then somebody saw with whom: one banner, one line, with all there is."""
    adam, ben = play.world.id_of("adam"), play.world.id_of("ben")
    play.session.pin(adam)
    event = quarrel(play, adam, ben)
    notice(play)
    play.world.knowledge.learn_all(play.world, event)
    notice(play)
    assert [alert.fact.source for alert in play.session.attention.alerts if alert.fact.event == event] == [
        "order"
    ]
    assert [line.fact.event for line in lines(context(play)) if line.fact].count(event) == 1


def test_what_is_in_view_needs_no_picture(play: Play) -> None:
    play.board.view = (0.0, 0.0, 500.0, 500.0)
    play.session.pin(1)
    quarrel(play, 1, 2, room=3)
    play.session.attention.spent[(1, "banner")] = BANNERS
    notice(play)
    settle(play)
    assert not play.desk.state.peeks


def drag(play: Play, start: tuple[int, int], goal: tuple[int, int]) -> None:
    play.frame([hand.move(start)])
    play.frame([hand.press(start)])
    for step in range(1, 6):
        at = tuple(a + (b - a) * step // 5 for a, b in zip(start, goal, strict=True))
        play.frame([hand.move(at)])
    play.frame([hand.move(goal)])
    play.frame([hand.release(goal)])
    settle(play)


def test_an_eye_is_dragged_onto_a_person_and_onto_a_room_of_the_map(play: Play) -> None:
    play.board.person = 2
    drag(play, play.hits["eye.0"].center, play.hits["map"].center)
    assert play.session.desk.is_watched("person", 2)
    play.board.person, play.board.room = 0, 3
    drag(play, play.hits["eye.1"].center, play.hits["map"].center)
    assert play.session.desk.is_watched("room", 3)
    assert play.session.desk.eyes_free == 1


def test_an_eye_is_dragged_onto_a_face_and_onto_the_dossier(play: Play) -> None:
    play.session.pin(2)
    settle(play)
    drag(play, play.hits["eye.0"].center, play.hits["face.2"].center)
    assert play.session.desk.is_watched("person", 2)
    play.desk.state.person = 5
    settle(play)
    drag(play, play.hits["eye.1"].center, (1450, 400))
    assert play.session.desk.is_watched("person", 5)


def test_an_eye_let_go_over_nothing_stays_free(play: Play) -> None:
    drag(play, play.hits["eye.0"].center, (20, 400))
    assert play.session.desk.eyes_free == 3


def test_a_face_is_pinned_from_the_dossier_and_four_are_enough(play: Play) -> None:
    for person in (1, 2, 4, 5):
        play.desk.state.person = person
        settle(play)
        play.click("dossier.pin")
    assert play.session.pins == [1, 2, 4, 5]
    play.desk.state.person = 6
    settle(play)
    play.click("dossier.pin")
    assert 6 not in play.session.pins
    assert "4" in play.desk.ui.tip.text
    play.desk.state.person = 1
    settle(play)
    play.click("dossier.pin")
    assert play.session.pins == [2, 4, 5]


def test_a_face_bears_a_badge_until_he_is_looked_at(play: Play) -> None:
    play.session.pin(1)
    quarrel(play, 1, 2, room=3)
    notice(play)
    assert 1 in play.session.attention.news
    settle(play)
    play.click("face.1")
    settle(play)
    assert 1 not in play.session.attention.news


def test_why_opens_the_tree_with_unknown_causes_and_own_orders(play: Play) -> None:
    world = play.world
    order = world.emit(Kind.Sent, who=1, place=3)
    world.knowledge.learn_all(world, order)
    secret = world.emit(Kind.KnownBefore, who=1)
    causes = (Cause(order, 0.7, Role.OPPORTUNITY), Cause(secret, 0.3, Role.MOTIVE))
    event = world.emit(Kind.Quarrelled, who=1, whom=2, place=3, because=causes)
    world.knowledge.learn_all(world, event)
    play.session.orders += 1
    settle(play)
    link = next(name for name in play.hits if name.startswith(f"feed.{event}.link.e{event}"))
    play.click(link)
    assert play.desk.state.why == event
    told = nodes(play.session.desk.why(event))
    assert [node.tree.fact is None for node in told] == [False, False, True]
    assert "why.close" in play.hits
    play.click("why.close")
    assert play.desk.state.why == 0


def test_brief_and_report_open_once_and_can_be_turned_off(play: Play) -> None:
    play.session.run(22 * 60 - 360)
    play.session.clock.set(2)
    settle(play, 2)
    assert play.desk.state.daily == "evening" and play.session.clock.paused
    play.click("daily.close")
    settle(play)
    assert play.desk.state.daily == ""
    play.session.run(8 * 60 + 1)
    settle(play)
    assert play.desk.state.daily == "morning"
    play.click("daily.auto")
    play.click("daily.close")
    play.session.run(16 * 60)
    settle(play)
    assert play.desk.state.daily == ""


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("which", ["morning", "evening"])
def test_reports_are_drawn_in_both_languages(
    block: Callable[..., World], surface: Surface, lang: str, which: str
) -> None:
    play = Play(block(), (1280, 720), lang)
    play.session.run(1200)
    play.desk.state.daily = which
    settle(play)
    assert "daily.close" in play.hits


def test_hours_are_painted_by_dragging(play: Play) -> None:
    play.key(pygame.K_h)
    play.click("hours.brush.yard")
    start, goal = play.hits["hours.main.8"].center, play.hits["hours.main.11"].center
    drag(play, start, goal)
    play.session.run(1)
    assert play.session.desk.wings()[0].hours[8:12] == ("yard",) * 4


def test_too_many_for_the_canteen_are_told_ahead(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.ui.desk.clashes.places_for", lambda _context, activity: 3)
    found = clashes(context(play), play.session.desk.wings())
    meal = found[0]
    assert all(play.session.desk.wings()[0].hours[hour] == "meal" for hour in meal.hours)
    assert "3" in meal.text


def test_a_figure_opens_its_course(play: Play) -> None:
    play.session.run(120)
    play.click("figure.tension")
    assert play.desk.state.chart == "tension"
    play.click("course.month")
    assert play.desk.state.chart_long
    play.click("course.close")
    assert play.desk.state.chart == ""


def test_a_click_on_the_minimap_goes_there(play: Play) -> None:
    play.click("minimap")
    assert [asked for asked in play.board.asked if asked[0] == "tile"]


def test_the_map_scrolls_when_the_mouse_rests_at_the_edge(play: Play) -> None:
    play.frame([hand.move((0, 400))])
    settle(play, 30)
    assert any(asked[0] == "move" and asked[1] < 0 for asked in play.board.asked)


def test_a_hint_shows_once_and_all_can_be_turned_off(play: Play) -> None:
    play.desk.state.hints = True
    settle(play)
    play.click("hint.seen")
    assert play.desk.state.hints_seen == {"time"}
    play.session.run(60)
    settle(play)
    play.click("hint.off")
    settle(play)
    assert "hint.seen" not in play.hits

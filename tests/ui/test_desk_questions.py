"""What the story asks is never answered unseen; time stops for what is near, says why, and stops for little else."""

from collections.abc import Callable
from dataclasses import replace

import hand
import pygame
import pytest
from pygame import Surface
from test_desk import ADAM, TEXTS, Play

from game.sim.commands import AskDecision, Authority, Decide
from game.sim.events import Kind
from game.sim.minds.knowledge import Source, mask_of
from game.sim.office import Option, Text
from game.sim.views import DecisionView
from game.sim.world import World
from game.ui.clock import SPEEDS
from game.ui.desk.attention import ALARM_MINUTES, BANNER_MINUTES, INTERRUPTIONS, Attention
from game.ui.desk.questions import QUESTIONS, REST, last_call
from game.ui.desk.telling import lines
from game.ui.desk.weights import severity
from game.ui.stops import Stops

MORNING = 500
WAIT = 240


@pytest.fixture
def play(block: Callable[..., World], surface: Surface) -> Play:
    made = Play(block(), (1600, 900))
    made.desk.state.hints = made.desk.state.dailies = False
    made.session.attention.rules = Stops().by_kind()
    return made


def ask(play: Play, key: str = "bed", place: int = 1, minutes: int = WAIT) -> DecisionView:
    """Let the story ask something about Adam."""
    args = {"adam": play.world.id_of(ADAM)}
    options = (Option("a", Text("t.title", args), Text("t.hint"), ()), Option("b", Text("t.b"), None, ()))
    title = Text("t.title", args)
    order = AskDecision(key, title, Text("t.text", args), options, minutes, "b", place, (args["adam"],))
    assert play.world.order(order, Authority.STORY) is None
    play.session.orders += 1
    return max(play.session.desk.decisions(), key=lambda decision: decision.id)


def view(number: int, key: str, asked: int = MORNING, wait: int = WAIT) -> DecisionView:
    """A question that is open."""
    return DecisionView(number, key, Text("t.title"), Text("t.text"), (), asked, asked + wait, "b", 0, ())


def quarrel(play: Play, who: int, whom: int, source: Source = Source.STAFF) -> int:
    event = play.world.emit(Kind.Quarrelled, who=who, whom=whom, place=3)
    play.world.knowledge.learn(play.world.tick, event, source, 0, 1.0, mask_of("who", "whom", "place"))
    return event


def hurry(play: Play, most: int = 600) -> int:
    """Run until something happens; returns the minutes."""
    began = play.world.tick
    play.session.hurry()
    while play.session.clock.until and play.world.tick - began < most:
        play.session.clock.advance(0.25, play.session._step, budget=1.0)
    return play.world.tick - began


def settle(play: Play) -> None:
    for _ in range(4):
        play.frame([])


def test_a_question_of_the_story_interrupts_though_alarms_spent_the_day() -> None:
    attention = Attention()
    attention.spent[1, "stop"] = INTERRUPTIONS
    assert attention.may_ask(view(1, "bed"), MORNING)


def test_alarms_fold_on_a_day_on_which_the_story_asked_four_times(play: Play) -> None:
    attention = play.session.attention
    attention.rules = {"Quarrelled": "stop"}
    for number in range(QUESTIONS):
        assert attention.may_ask(view(number, f"key {number}"), play.world.tick)
    play.session.pin(1)
    quarrel(play, 1, 2)
    play.session.orders += 1
    assert not attention.take(play.session.desk, play.session.faces)


def test_a_fifth_question_is_asked_after_an_hour_without_one() -> None:
    attention = Attention()
    for number in range(QUESTIONS):
        assert attention.may_ask(view(number, f"key {number}"), MORNING)
    assert not attention.may_ask(view(9, "fifth"), MORNING + REST - 1)
    assert attention.may_ask(view(9, "fifth"), MORNING + REST)


def test_a_short_question_that_has_to_wait_is_asked_in_time() -> None:
    attention, short = Attention(), view(2, "bed", wait=30)
    assert attention.may_ask(view(1, "bed"), MORNING)
    assert not attention.may_ask(short, MORNING)
    assert attention.may_ask(short, short.deadline - last_call(short.asked, short.deadline))


@pytest.mark.parametrize("speed", [0, len(SPEEDS) - 1])
def test_a_question_put_off_comes_back_an_hour_before_it_answers_itself(play: Play, speed: int) -> None:
    decision = ask(play)
    settle(play)
    play.click("decision.later")
    play.session.clock.set(speed) if speed else play.session.hurry()
    while not play.session.clock.paused:
        play.session.clock.advance(0.25, play.session._step, budget=1.0)
    assert decision.deadline - play.world.tick == 60
    settle(play)
    assert play.desk.state.decision == decision.id


def test_no_question_is_answered_by_time_before_it_was_on_the_screen(play: Play) -> None:
    waits = (("one", 90), ("two", 95), ("two", 100), ("three", 200), ("four", 240), ("five", 60))
    seen, asked = set(), {ask(play, key, minutes=wait).id for key, wait in waits}
    for _ in range(60):
        settle(play)
        if play.desk.state.decision:
            seen.add(play.desk.state.decision)
            play.click("decision.later")
        hurry(play, 30)
    assert seen == asked
    assert not play.session.desk.decisions()


def test_what_waits_hangs_below_the_clock_with_the_way_to_it(play: Play) -> None:
    decision = ask(play)
    settle(play)
    play.click("decision.later")
    settle(play)
    play.click(f"waiting.{decision.id}")
    assert play.desk.state.decision == decision.id


def test_a_name_in_an_option_leads_to_him_while_the_question_waits(play: Play) -> None:
    decision = ask(play)
    settle(play)
    link = next(name for name in play.hits if name.startswith("decision.a.text.link.p"))
    play.click(link)
    settle(play)
    assert play.desk.state.person == play.world.id_of(ADAM)
    assert f"waiting.{decision.id}" in play.hits


def test_what_is_decided_is_acknowledged_while_time_stands(play: Play) -> None:
    ask(play)
    settle(play)
    play.click("decision.option.b")
    play.click("decision.ok")
    notice = play.desk.state.notice
    assert play.session.clock.paused and notice is not None and TEXTS["t.b"] in notice.text


def test_a_question_without_a_room_shows_where_he_is_whom_it_is_about(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    monkeypatch.setattr(play.board, "picture", lambda _surface, _area, room, _person: shown.append(room))
    ask(play, place=0)
    settle(play)
    assert shown[-1] == play.session.desk.room_of(play.world.id_of(ADAM)) != 0


def test_a_hurry_runs_past_strangers_and_ends_for_a_face(play: Play) -> None:
    play.session.pin(1)
    play.session.hurry()
    for who, stops in ((5, False), (1, True)):
        quarrel(play, who, 6)
        play.session.attention.spent[1, "banner"] = 9
        assert play.session._step() is stops


def test_the_desk_says_what_stopped_the_clock_and_leads_there(play: Play) -> None:
    play.session.pin(1)
    play.session.attention.spent[1, "banner"] = 9
    play.session.hurry()
    event = quarrel(play, 1, 2)
    assert play.session._step()
    play.session.clock.stop()
    halt = play.session.halt
    assert halt is not None and halt.fact is not None and halt.fact.event == event
    settle(play)
    play.click("halt.go")
    assert ("room", 3) in play.board.asked
    play.session.run(1)
    assert play.session.halt is None


def test_a_key_pressed_just_as_time_stopped_does_not_set_it_going(play: Play) -> None:
    play.session.clock.set(len(SPEEDS) - 1)
    play.session.pin(1)
    play.session.attention.rules |= {"Quarrelled": "stop"}
    quarrel(play, 1, 2)
    play.session.advance(0.1)
    assert play.session.just_stopped
    play.frame([hand.key(pygame.K_SPACE)])
    assert play.session.clock.paused
    play.session.advance(0.0)
    play.now += 1
    play.key(pygame.K_SPACE)
    assert not play.session.clock.paused


def test_the_newest_first_keeps_what_is_near_however_much_follows(play: Play) -> None:
    play.desk.state.feed_order = "time"
    play.session.pin(1)
    decision = ask(play)
    near = quarrel(play, 1, 2)
    assert play.session.order(Decide(decision.id, "a")) is None
    for number in range(40):
        quarrel(play, 4 + number % 3, 8)
    play.session.run(1)
    told = lines(play.desk._context(play.now))
    kinds = [line.fact.kind for line in told if line.fact]
    assert near in [line.fact.event for line in told if line.fact] and "Decided" in kinds
    assert [line.number for line in told if line.group == "others"]


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_n])
def test_a_report_is_put_away_by_a_key(play: Play, key: int) -> None:
    play.desk.state.daily = "evening"
    settle(play)
    play.key(key)
    assert play.desk.state.daily == ""
    assert play.session.clock.until is (key == pygame.K_n)


def test_the_evening_report_tells_of_faces_first_and_does_not_ask_again(play: Play) -> None:
    play.session.pin(1)
    decision = ask(play)
    near = quarrel(play, 1, 2)
    for number in range(12):
        quarrel(play, 4 + number % 3, 8)
    assert play.session.order(Decide(decision.id, "a")) is None
    play.session.run(2)
    play.desk.state.daily = "evening"
    settle(play)
    told = {name.split(".")[1] for name in play.hits if name.startswith("daily.") and ".link." in name}
    asked = [fact.event for fact in play.session.desk.feed(limit=90) if fact.kind == "Asked"]
    assert str(near) in told and not told & {str(event) for event in asked}


def test_severities_leave_strangers_below_what_ends_a_hurry() -> None:
    assert severity("Quarrelled") * 0.3 < severity("Assaulted") * 0.3 < 0.42 < severity("Quarrelled")


def test_questions_alike_are_told_apart_by_their_number() -> None:
    attention, first = Attention(), view(1, "bed")
    assert attention.may_ask(first, MORNING)
    assert not attention.may_ask(replace(first, id=2), MORNING)
    assert attention.may_ask(first, MORNING + 5)


def test_a_banner_offers_an_officer_only_while_it_lasts_and_then_to_hear_and_to_part_them(play: Play) -> None:
    adam, ben = play.world.id_of(ADAM), play.world.id_of("ben")
    play.session.pin(adam)
    quarrel(play, adam, ben)
    play.session.run(1)
    settle(play)
    assert "alert.officer" in play.hits and "alert.hear" not in play.hits
    play.session.run(ALARM_MINUTES)
    settle(play)
    assert "alert.officer" not in play.hits and "alert.hear" in play.hits
    play.click("alert.apart")
    assert ben in play.session.desk.kept_from(adam)
    play.session.run(BANNER_MINUTES)
    settle(play)
    assert "alert.hear" not in play.hits

"""Minds and ties on the desk, and "why?" followed from a number to its root; people show on the map what they feel."""

from collections.abc import Callable

import hand
import pygame
import pytest
from pygame import Surface
from test_desk import Play

from game.sim.commands import HearPerson
from game.sim.desk.reasons import Reason
from game.sim.events import Cause, Kind, Role
from game.sim.house.furniture import Pose
from game.sim.minds.knowledge import Source, mask_of
from game.sim.minds.thoughts import think
from game.sim.minds.ties import shift_tie
from game.sim.people import NotedWhen
from game.sim.states import NotedMind
from game.sim.views import Sign
from game.sim.world import World
from game.ui.desk.asking import reasons_of
from game.ui.desk.faces import mood_of
from game.ui.desk.hover import told_of
from game.ui.desk.state import Question
from game.ui.desk.strands import others_of, tip_of
from game.ui.desk.why_rows import event_rows, number_rows
from game.ui.kit import plain_text

ADAM, BEN = 1, 2


@pytest.fixture
def play(block: Callable[..., World], surface: Surface) -> Play:
    play = Play(block())
    world = play.world
    play.desk.state.hints = play.desk.state.dailies = False
    play.adam, play.ben = world.id_of("adam"), world.id_of("ben")  # type: ignore[attr-defined]
    play.desk.state.person = world.id_of("adam")
    settle(play)
    return play


def settle(play: Play, frames: int = 3) -> None:
    """Let the desk see what changed, and panels learn their heights."""
    play.session.orders += 1
    for _ in range(frames):
        play.frame([])


def ends(play: Play) -> tuple[int, int]:
    return play.world.id_of("adam"), play.world.id_of("ben")


def judge(world: World, person: int, mood: float, stress: float) -> None:
    """Let staff have judged somebody just now."""
    noted = world.one(person, NotedMind)
    noted.mood, noted.stress = mood, stress
    world.one(person, NotedWhen).tick = world.tick


def threat(play: Play) -> tuple[int, int, int]:
    """Adam threatens Ben: known, after an order of the office that is known, and for a motive that is not."""
    world, (adam, ben) = play.world, ends(play)
    order = world.emit(Kind.Sent, who=adam, place=3)
    world.knowledge.learn_all(world, order)
    secret = world.emit(Kind.KnownBefore, who=adam, whom=ben)
    causes = (Cause(order, 0.7, Role.OPPORTUNITY), Cause(secret, 0.3, Role.MOTIVE))
    event = world.emit(Kind.Threatened, who=adam, whom=ben, place=3, because=causes)
    world.knowledge.learn_all(world, event)
    think(world, ben, "threatened", event, adam)
    shift_tie(world, ben, adam, event, fear=0.5, regard=-0.2)
    judge(world, ben, -0.7, 0.6)
    play.desk.state.person = ben
    settle(play)
    return order, secret, event


def context_of(play: Play):  # type: ignore[no-untyped-def]
    return play.desk._context(play.now)


def test_the_tabs_of_a_dossier_open_and_staff_have_none_for_their_minds(play: Play) -> None:
    play.click("dossier.tab.1")
    settle(play)
    assert play.desk.state.dossier_tab == "mind" and "mind.hear" in play.hits
    play.click("dossier.tab.2")
    settle(play)
    assert play.desk.state.dossier_tab == "ties"
    play.desk.state.person = play.session.desk.people("officer")[0]
    settle(play)
    assert "dossier.tab.1" in play.hits and "dossier.tab.2" not in play.hits


def test_a_mood_nobody_judged_is_shown_as_unknown(play: Play) -> None:
    adam, _ = ends(play)
    play.world.everyone(NotedWhen).tick[:] = -1
    play.desk.state.dossier_tab = "mind"
    settle(play)
    assert "dossier.why.mood" not in play.hits
    assert mood_of(context_of(play), adam) is None
    assert number_rows(context_of(play), Question("mood", adam))[0].known is False


def test_a_why_leads_from_a_number_to_its_root_with_the_own_order_marked(play: Play) -> None:
    order, _, event = threat(play)
    _, ben = ends(play)
    play.desk.state.dossier_tab = "mind"
    settle(play)
    play.click("dossier.why.mood")
    settle(play)
    assert play.desk.state.asked == Question("mood", ben)
    rows = number_rows(context_of(play), Question("mood", ben))
    at = next(number for number, row in enumerate(rows) if row.event == event)
    play.click(f"why.node.{at}")
    settle(play)
    assert play.desk.state.why == event
    told = event_rows(context_of(play), event)
    assert [row.own for row in told] == ["", "order", ""]
    assert [row.known for row in told] == [True, True, False]
    play.click("why.back")
    settle(play)
    assert play.desk.state.why == 0 and play.desk.state.asked == Question("mood", ben)
    play.key(pygame.K_ESCAPE)
    assert play.desk.state.asked is None and play.desk.state.person == ben
    assert order < event


def test_a_decision_is_marked_as_one(play: Play) -> None:
    adam, ben = ends(play)
    world = play.world
    decided = world.emit(Kind.Decided)
    world.knowledge.learn_all(world, decided)
    event = world.emit(Kind.Quarrelled, who=adam, whom=ben, place=3, because=[Cause(decided, 1.0, Role.DEED)])
    world.knowledge.learn_all(world, event)
    settle(play)
    assert [row.own for row in event_rows(context_of(play), event)] == ["", "decision"]


def test_the_nodes_of_a_why_are_reached_by_keyboard(play: Play) -> None:
    _, _, event = threat(play)
    _, ben = ends(play)
    play.desk.state.asked = Question("stress", ben)
    play.desk.state.person = 0
    world = play.world
    root = world.emit(Kind.Insulted, who=1, whom=2, because=[Cause(event, 1.0, Role.MOTIVE)])
    world.knowledge.learn_all(world, root)
    play.desk.state.asked, play.desk.state.why = None, root
    settle(play)
    node = next(name for name in play.hits if name.startswith("why.node."))
    for _ in range(len(play.hits)):
        play.frame([hand.key(pygame.K_TAB)])
        if play.desk.ui.focus == node:
            break
    play.key(pygame.K_RETURN)
    settle(play)
    assert play.desk.state.why == event and "why.back" in play.hits


def test_every_number_says_why(play: Play) -> None:
    _, ben = ends(play)
    threat(play)
    context = context_of(play)
    for question in (Question("mood", ben), Question("stress", ben), Question("need", ben, 0, "hunger"),
                     Question("trait", ben, 0, "aggression"), Question("tension"), Question("tension", 1),
                     Question("staff"), Question("tie", ben, ends(play)[0], "fear")):  # fmt: skip
        assert all(isinstance(reason, Reason) for reason in reasons_of(context, question))
        play.desk.state.asked = question
        settle(play)
        assert "why.close" in play.hits, question
    play.click("why.close")
    play.click("figure.tension.why")
    settle(play)
    assert play.desk.state.asked == Question("tension") and play.desk.state.chart == ""


def test_the_chart_marks_what_is_known_to_have_happened_and_a_click_asks_why(play: Play) -> None:
    play.desk.state.folded = False
    play.session.run(60)
    _, _, event = threat(play)
    adam, ben = ends(play)
    unknown = play.world.emit(Kind.Assaulted, who=ben, whom=adam)
    play.session.run(20)
    play.desk.state.person = 0
    settle(play)
    assert f"chart.mark.{event}" in play.hits
    assert f"chart.mark.{unknown}" not in play.hits
    play.click(f"chart.mark.{event}")
    settle(play)
    assert play.desk.state.why == event
    assert "why.close" in play.hits


def test_a_line_of_the_feed_that_was_told_is_told_anew_when_more_is_learned(play: Play) -> None:
    play.desk.state.folded, play.desk.state.person = False, 0
    world, (adam, ben) = play.world, ends(play)
    first = world.emit(Kind.Insulted, who=adam, whom=ben, place=3)
    world.knowledge.learn_all(world, first)
    settle(play)
    assert not any(f"feed.{first}.link.e{first}." in name for name in play.hits)  # it has no cause
    then = world.emit(Kind.Threatened, who=ben, whom=adam, place=3, because=[Cause(first, 1.0, Role.MOTIVE)])
    world.knowledge.learn_all(world, then)
    settle(play)
    assert any(f"feed.{then}.link.e{then}." in name for name in play.hits)
    texts = play.desk.memory["feed texts"][1]
    assert {told for fact, (told, _) in texts.items() if fact.event in (first, then)} == {
        play.session.desk.learned_count()
    }


def test_ties_are_what_known_events_made_and_lead_to_people_and_reasons(play: Play) -> None:
    _, _, event = threat(play)
    adam, ben = ends(play)
    play.desk.state.dossier_tab = "ties"
    settle(play)
    (other,) = [other for other in others_of(context_of(play), ben) if other.id == adam]
    fear = next(strand for strand in other.strands if strand.feeling == "fear" and strand.who == ben)
    assert [reason.event for reason in fear.reasons] == [event] and round(fear.points) == 50
    assert "threat" in plain_text(tip_of(context_of(play), fear)).lower()
    play.click(f"ties.strand.{fear.name}")
    settle(play)
    assert play.desk.state.asked == Question("tie", ben, adam, "fear")
    play.click("why.close")
    settle(play)
    play.click(f"ties.person.{adam}")
    assert play.desk.state.person == adam


def test_a_tie_whose_other_end_nobody_saw_is_not_told(play: Play) -> None:
    world, (adam, ben) = play.world, ends(play)
    before = {other.id for other in others_of(context_of(play), adam)}
    hidden = world.emit(Kind.Threatened, who=adam, whom=ben, place=3)
    world.knowledge.learn(world.tick, hidden, Source.STAFF, mask=mask_of("who", "place"))
    officer = play.session.desk.people("officer")[0]
    event = world.emit(Kind.Insulted, who=adam, whom=officer, place=3)
    shift_tie(world, ben, adam, hidden, fear=0.9)
    shift_tie(world, officer, adam, event, hate=0.9)
    settle(play)
    strands = [
        strand
        for other in others_of(context_of(play), adam)
        for strand in other.strands
        if strand.feeling == "fear"
    ]
    assert strands == [] and {other.id for other in others_of(context_of(play), adam)} <= before | {ben}


def test_help_is_given_from_the_page_of_his_mind_or_says_why_not(play: Play) -> None:
    play.desk.state.dossier_tab = "mind"
    play.session.run(6 * 60)
    settle(play)
    adam, _ = ends(play)
    play.desk.state.person = adam
    settle(play)
    refused = play.session.desk.allows(HearPerson(adam)) is not None
    before = len(play.session.desk.talks())
    play.desk.ui.scrolls[f"dossier.{adam}.mind"] = 10_000
    settle(play)
    play.click("mind.hear")
    assert (len(play.session.desk.talks()) == before) == refused


def test_feelings_show_over_heads_as_far_as_they_are_known(play: Play) -> None:
    _, ben = ends(play)
    unknown = play.session.desk.scene()
    assert Sign.FEAR not in unknown.sign
    threat(play)
    scene = play.session.desk.scene()
    assert scene.sign[scene.ids.tolist().index(ben)] == Sign.FEAR
    play.session.run(61)
    assert Sign.FEAR not in play.session.desk.scene().sign[scene.ids == ben]


def test_who_is_known_to_fight_is_drawn_fighting(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    import numpy as np

    monkeypatch.setattr(
        "game.sim.desk.Desk.signs_of_blows", lambda self, ids: np.full(len(ids), int(Sign.FIGHT), np.int64)
    )
    scene = play.session.desk.scene()
    assert Pose.FIGHT in scene.pose and Pose.STAND not in scene.pose


def test_people_on_the_map_say_what_they_do_and_how_they_are_judged(play: Play) -> None:
    threat(play)
    _, ben = ends(play)
    told = plain_text(told_of(context_of(play), ben))
    assert play.session.desk.name(ben) in told and "despair" in told
    play.board.person = ben
    play.desk.state.person = 0
    settle(play)
    for _ in range(60):
        play.frame([hand.move((640, 400))])
    assert play.desk.ui.tip is not None and play.session.desk.name(ben) in play.desk.ui.tip.text

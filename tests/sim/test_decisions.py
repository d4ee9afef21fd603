"""Questions to the warden: the prison never waits, at the deadline the default is the answer."""

import pytest

from game.sim.commands import AskDecision, Authority, Decide
from game.sim.engine.calendar import moment
from game.sim.engine.snapshot import digest, fork
from game.sim.office import Decision, Option, Text
from game.sim.world import World
from tests.sim.helpers import kinds, make

OPTIONS = (Option("yes", Text("a.yes")), Option("no", Text("a.no")))


def ask(world: World, minutes: int = 60, default: str = "no", key: str = "cell") -> int:
    question = AskDecision(
        key, Text("a.title"), Text("a.text", {"adam": world.id_of("adam")}), OPTIONS, minutes, default,
        about_people=(world.id_of("adam"),),
    )  # fmt: skip
    assert world.order(question, Authority.STORY) is None
    return max(id for id, _ in world.each(Decision))


def test_an_open_question_is_on_the_desk_with_its_deadline() -> None:
    world = make()
    number = ask(world)
    (view,) = world.desk().decisions()
    assert (view.id, view.key, view.default) == (number, "cell", "no")
    assert view.deadline == moment(1, 7)
    assert [option.key for option in view.options] == ["yes", "no"]
    assert view.about == (world.id_of("adam"),)


def test_the_most_urgent_question_comes_first() -> None:
    world = make()
    ask(world, 90, key="slow")
    ask(world, 30, key="fast")
    assert [view.key for view in world.desk().decisions()] == ["fast", "slow"]


def test_the_prison_goes_on_while_a_question_is_open_and_at_the_deadline_the_default_is_the_answer() -> None:
    world = make()
    number = ask(world)
    world.run(60)
    assert world.desk().open_decision(number) is not None
    world.run(1)
    assert world.desk().open_decision(number) is None
    assert world.desk().decisions() == []
    decision = world.component("decision", number, Decision)
    assert decision is not None and decision.chosen == "no"
    (decided,) = kinds(world, "Decided")
    assert (decided.item, decided.amount, decided.tick) == (1, 1.0, moment(1, 7))


def test_the_wardens_answer_holds_and_goes_back_to_the_question() -> None:
    world = make()
    number = ask(world)
    world.run(10)
    assert world.order(Decide(number, "yes")) is None
    world.run(100)
    decision = world.component("decision", number, Decision)
    assert decision is not None and decision.chosen == "yes"
    (decided,) = kinds(world, "Decided")
    (asked,) = kinds(world, "Asked")
    assert (decided.item, decided.amount) == (0, 0.0)
    assert [cause.event for cause in world.chronicle.causes(decided.id)] == [asked.id]


def test_an_answer_in_the_very_minute_of_the_deadline_still_counts() -> None:
    world = make()
    number = ask(world, 30)
    world.run(30)
    assert world.order(Decide(number, "yes")) is None
    world.run(1)
    assert [event.item for event in kinds(world, "Decided")] == [0]


@pytest.mark.parametrize("option", ["maybe", ""])
def test_an_answer_the_question_does_not_have_is_refused(option: str) -> None:
    world = make()
    number = ask(world)
    before = digest(world)
    refusal = world.order(Decide(number, option))
    assert refusal is not None and refusal.reason == "refusal.no_option"
    assert digest(world) == before


def test_a_question_is_answered_once() -> None:
    world = make()
    number = ask(world)
    world.order(Decide(number, "yes"))
    refusal = world.order(Decide(number, "no"))
    assert refusal is not None and refusal.reason == "refusal.no_decision"


def test_a_default_has_to_be_among_the_options() -> None:
    world = make()
    refusal = world.order(AskDecision("x", Text("t"), Text("t"), OPTIONS, 5, "never"), Authority.STORY)
    assert refusal is not None and refusal.reason == "refusal.no_option"


def test_a_fork_answers_for_itself() -> None:
    world = make()
    number = ask(world)
    other = fork(world)
    other.order(Decide(number, "yes"))
    assert world.desk().open_decision(number) is not None
    world.run(61)
    assert [kinds(each, "Decided")[0].item for each in (world, other)] == [1, 0]

"""What is asked of the office stands on the desk with its figures, as far as they are known, and with its causes."""

from pathlib import Path

import pytest

from game.sim.commands import SetEye
from game.sim.engine.snapshot import freeze, thaw
from game.sim.events import Kind
from game.sim.minds.knowledge import TRUTH
from game.sim.people import Needs
from game.sim.views import MeasureView, ObjectiveView
from game.sim.world import World
from game.story.load import load_scenario, make_world
from tests.story.helpers import edit

DAY = 24 * 60


def asked(path: Path, *objectives: str) -> World:
    """A world of the small scenario that asks for other things, each as `key: {...}`."""
    lines = "".join(f"  {each}\n" for each in objectives)
    edit(path / "s01.yaml", "objectives:\n", "objectives:\n" + lines)
    return make_world(load_scenario(path / "s01.yaml"))


def goal(world: World, key: str, knower: int | None = None) -> ObjectiveView:
    desk = world.desk() if knower is None else world.desk(knower)
    return next(each for each in desk.objectives() if each.key == key)


def figure(world: World, key: str, knower: int | None = None) -> MeasureView:
    (only,) = goal(world, key, knower).measures
    return only


def test_a_count_goes_up_with_what_is_done(small: Path) -> None:
    world = asked(small, 'watch: {text: Look, reach: [{count: {of: eye_set, is: ">= 2"}}]}')
    assert (figure(world, "watch").value, figure(world, "watch").bound) == (0, 2)
    world.order(SetEye("room", 1))
    world.run(2)
    assert figure(world, "watch").value == 1
    world.order(SetEye("room", 2))
    world.run(2)
    done = goal(world, "watch")
    assert done.state == "done"
    assert world.chronicle.event(done.because).kind is Kind.ObjectiveKept


def test_a_need_stands_as_the_office_judges_it_and_not_as_it_is(small: Path) -> None:
    world = asked(small, 'well: {text: Well, keep: [{need: {who: groves, need: company, is: ">= 15"}}]}')
    world.run(60)
    groves = world.id_of("groves")
    judged = {each.key: each for each in world.desk().dossier(groves).needs}["company"]
    known = figure(world, "well").value
    assert known == (judged.value if judged.confidence else None)
    truth = figure(world, "well", TRUTH).value
    assert truth == pytest.approx(100 * (1 - float(world.one(groves, Needs).company)))


def test_who_was_never_judged_has_no_figure(small: Path) -> None:
    world = asked(small, 'well: {text: Well, keep: [{need: {who: abbot, need: safety, is: ">= 15"}}]}')
    assert figure(world, "well").value is None


def test_what_nobody_may_know_has_no_figure_at_all(small: Path) -> None:
    world = asked(small, 'liked: {text: Liked, keep: [{bond: {who: groves, feeling: trust, is: ">= 0"}}]}')
    assert goal(world, "liked").measures == ()


def test_figures_are_there_again_after_a_freeze(small: Path) -> None:
    world = asked(small, 'watch: {text: Look, reach: [{count: {of: eye_set, is: ">= 2"}}]}')
    world.order(SetEye("room", 1))
    world.run(2)
    assert thaw(freeze(world)).desk().objectives() == world.desk().objectives()


def test_an_objective_that_is_still_held_back_does_not_shift_the_names_of_the_others(small: Path) -> None:
    world = asked(small, "hidden: {text: Hidden, later: true, reach: [{beat_done: cell}]}")
    world.run(3 * DAY)
    desk = world.desk(TRUTH)
    turns = [f for f in desk.feed(limit=10**6) if f.kind.startswith("Objective")]
    assert turns
    for fact in turns:
        assert desk.objectives()[fact.detail - 1].because == fact.event

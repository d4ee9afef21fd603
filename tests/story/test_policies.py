"""Policies: stand-ins that run a prison by data, on what the warden knows."""

from functools import cache

import pytest

from game.sim.care.requests import make_request
from game.sim.commands import LockWing
from game.sim.events import Kind
from game.sim.invariants import faults
from game.sim.minds.knowledge import Source
from game.sim.people import Assessed, Identity
from game.sim.states import Mind, NotedMind
from game.sim.world import World
from game.story.load import load_scenario, make_world
from game.story.policy import Answers, Hearing, LockDown, Manner, Mediating, PoliciesFile
from game.story.scenario import Scenario
from game.story.stand import Stand, stand_of
from tests.sim.helpers import kinds, make
from tests.story.helpers import OZ, bound_problems, told

NOON = 13 * 60


@cache
def opening() -> Scenario:
    return load_scenario(OZ / "e01.yaml")


def block(manner: Manner) -> World:
    """The block at noon, run in a manner."""
    world = make()
    world.run(NOON - world.tick)
    world.add_guest(Stand({}, (), manner))
    return world


def beaten(world: World, times: int = 1, known: bool = True) -> tuple[int, int]:
    adam, ben = world.id_of("adam"), world.id_of("ben")
    for _ in range(times):
        event = world.emit(Kind.Assaulted, who=adam, whom=ben, place=world.one(ben, Identity).cell)
        if known:
            world.knowledge.learn(world.tick, event, Source.STAFF, 1)
    world.knowledge.noted = len(world.chronicle)
    return adam, ben


@pytest.mark.parametrize("name", ["careful", "harsh", "passive", "generous"])
def test_every_policy_runs_a_day_of_the_opening(name: str) -> None:
    world = make_world(opening())
    world.add_guest(stand_of(opening().policies[name], "oz.e01", {}))
    world.run(1440)
    assert faults(world) == []
    orders = {type(given.command).__name__ for given in world.orders}
    assert (orders <= {"Decide"}) == (name == "passive")


def test_requests_are_answered_as_the_policy_says() -> None:
    world = block(Manner(requests=Answers(talk="hear", medic="refuse")))
    adam, ben = world.id_of("adam"), world.id_of("ben")
    make_request(world, adam, "talk", 1)
    make_request(world, ben, "medic", 1)
    make_request(world, ben, "truce", 1, adam)
    world.run(180)
    assert adam in [event.whom for event in kinds(world, "Heard")]
    answered = {event.who: event.amount for event in kinds(world, "RequestAnswered")}
    assert answered[ben] == 0.0
    assert [view.kind for view in world.desk().requests() if view.who == ben] == ["truce"]


def test_an_assault_is_followed_up_once_and_only_if_known() -> None:
    for known in (True, False):
        world = block(Manner(after_assault=["separate", "hear"]))
        adam, ben = beaten(world, known=known)
        world.run(300)
        assert len([e for e in kinds(world, "Separated") if {e.who, e.whom} == {adam, ben}]) == known
        assert len([e for e in kinds(world, "Heard") if e.whom == ben]) == known


def test_blows_lock_a_wing_down_for_its_time_and_not_again_for_the_same() -> None:
    world = block(Manner(lock_down_at=LockDown.model_validate({"assaults": 2, "hours": 24, "for": 2})))
    beaten(world, 2)
    world.run(65)
    assert world.desk().lockdown(1) is not None
    world.run(180)
    assert world.desk().lockdown(1) is None
    assert len(kinds(world, "WingLocked")) == 1


def test_a_policy_lifts_no_lockdown_it_has_no_word_on() -> None:
    world = block(Manner())
    world.order(LockWing(1))
    world.run(600)
    assert world.desk().lockdown(1) is not None


def test_it_hears_those_who_seem_strained_and_knows_nothing_of_the_rest() -> None:
    world = block(Manner(hear=Hearing(stress=70, a_day=2)))
    adam, ben = world.id_of("adam"), world.id_of("ben")
    world.everyone(NotedMind).stress[:] = 0.1
    world.one(adam, NotedMind).stress = 0.9
    world.one(ben, Mind).stress = 1.0
    world.run(62)
    assert [talk.people for talk in world.desk().talks()] in ([], [(adam,)])
    asked = [given.command for given in world.orders if type(given.command).__name__ == "HearPerson"]
    assert [command.person for command in asked][:1] == [adam]  # type: ignore[attr-defined]


def test_it_brings_together_who_quarrels_again_and_again() -> None:
    world = block(Manner(mediate=Mediating(quarrels=2, hours=24)))
    adam, ben = world.id_of("adam"), world.id_of("ben")
    for officer in world.desk().people("officer"):
        held = world.one(officer, Assessed)
        held.empathy = held.charisma = 0.8
    for _ in range(2):
        event = world.emit(Kind.Quarrelled, who=adam, whom=ben, place=1)
        world.knowledge.learn(world.tick, event, Source.STAFF, 1)
    world.run(210)
    assert len([e for e in kinds(world, "Mediated") if {e.who, e.whom} == {adam, ben}]) == 1


def test_eyes_go_where_the_policy_wants_them() -> None:
    world = block(Manner(eyes=["victims", "restless"]))
    _, ben = beaten(world)
    world.run(61)
    assert ("person", ben) in [(eye.kind, eye.id) for eye in world.desk().eyes()]


def test_an_answer_that_does_not_fit_the_request_is_found_out() -> None:
    text = "format: 1\npolicies:\n  odd: {about: Odd., manner: {requests: {talk: %s}}}\n"
    assert bound_problems(text % "hear", PoliciesFile) == []
    assert told(bound_problems(text % "grant", PoliciesFile)) == ["3:48 E104"]

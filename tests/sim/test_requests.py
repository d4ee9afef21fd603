"""Requests: who turns to the office, what it can answer, and what its silence does."""

from itertools import pairwise

import pytest

from game.sim.care.requests import OPEN_MINUTES, Request, make_request, open_requests
from game.sim.commands import AnswerRequest, Separate
from game.sim.engine.snapshot import digest, freeze, thaw
from game.sim.invariants import faults
from game.sim.minds.thoughts import THOUGHT, ThoughtEnds
from game.sim.minds.ties import shift_tie
from game.sim.people import Identity
from game.sim.states import Body, Mind, StateRoots
from game.sim.systems.requests import RequestRules
from game.sim.world import World
from tests.sim.helpers import kinds, make

NOON = 13 * 60


def at_noon(seed: int = 1) -> tuple[World, int, int]:
    world = make(seed=seed)
    world.run(NOON - world.tick)
    return world, world.id_of("adam"), world.id_of("ben")


def asks(world: World, kind: str, about: int = 0) -> int:
    return make_request(world, world.id_of("adam"), kind, 1, about)


def thinks(world: World, person: int, key: str) -> bool:
    ends = world.everyone(ThoughtEnds)
    return bool(((ends.person == person) & (ends.thought == THOUGHT[key])).any())


def distress(world: World) -> None:
    """Everybody is at the end of his tether, and afraid of, or at odds with, the next man."""
    men = [
        id
        for id in world.people.ids.tolist()
        if world.one(id, Identity).role == 0 and world.one(id, Identity).cell
    ]
    world.everyone(Mind).stress[:] = 0.9
    world.everyone(StateRoots).stress[:] = 1
    world.everyone(StateRoots).wound[:] = 1
    for one, other in pairwise(men):
        shift_tie(world, one, other, 1, fear=0.9)
        world.one(one, Body).wound = 0.3


def test_men_in_distress_turn_to_the_office_and_others_rarely_do() -> None:
    counts = []
    for hard in (True, False):
        made = 0
        for seed in range(1, 4):
            world, _, _ = at_noon(seed)
            if hard:
                distress(world)
            before = len(kinds(world, "RequestMade"))
            world.run(8 * 60)
            made += len(kinds(world, "RequestMade")) - before
            for event in kinds(world, "RequestMade"):
                assert world.chronicle.causes(event.id)
        counts.append(made)
    assert counts[0] >= 5 and counts[0] >= 3 * counts[1]


def test_no_more_wait_than_anybody_would_read() -> None:
    world, _, _ = at_noon()
    distress(world)
    for _ in range(4):
        world.run(120)
        waiting = [each for each in open_requests(world) if each.kind != "visit"]
        assert len(waiting) <= world.rules(RequestRules).most_open + 2


def test_silence_is_a_refusal() -> None:
    world, adam, _ = at_noon()
    number = asks(world, "talk")
    world.run(OPEN_MINUTES + 121)
    request = world.component("request", number, Request)
    assert request is not None and request.answer == "silence"
    answered = [event for event in kinds(world, "RequestAnswered") if event.detail == number]
    assert [event.amount for event in answered] == [-1.0]
    assert thinks(world, adam, "refused")


@pytest.mark.parametrize(
    ("kind", "answer", "follows"),
    [("talk", "hear", "Heard"), ("move", "grant", "CellAssigned"), ("truce", "refuse", "RequestAnswered")],
)
def test_an_answer_is_an_order_of_its_own_kind_and_cites_the_request(
    kind: str, answer: str, follows: str
) -> None:
    world, adam, ben = at_noon()
    number = asks(world, kind, ben if kind == "truce" else 0)
    made = kinds(world, "RequestMade")[-1].id
    assert world.order(AnswerRequest(number, answer)) is None
    world.run(120)
    event = [event for event in kinds(world, follows) if adam in (event.who, event.whom)][-1]
    trail, seen = [event.id], []
    while trail:
        seen.append(trail.pop())
        trail += [cause.event for cause in world.chronicle.causes(seen[-1])]
    assert made in seen
    assert "Ordered" in [world.chronicle.event(id).kind.name for id in seen]
    assert faults(world) == []


def test_a_refusal_stays_on_his_mind_and_closes_the_request() -> None:
    world, adam, _ = at_noon()
    number = asks(world, "talk")
    world.order(AnswerRequest(number, "refuse"))
    assert thinks(world, adam, "refused")
    assert world.desk().open_request(number) is None
    assert world.order(AnswerRequest(number, "refuse")).reason == "refusal.no_request"  # type: ignore[union-attr]


def test_the_desk_says_why_an_answer_cannot_be_given() -> None:
    world, _, ben = at_noon()
    asks(world, "protection", ben)
    asks(world, "medic")
    views = {view.kind: view for view in world.desk().requests()}
    refusals = {answer.key: answer.refusal for answer in views["protection"].answers}
    assert refusals["grant"] is not None and refusals["grant"].reason == "refusal.no_protection"
    assert refusals["refuse"] is None
    assert next(a.refusal.reason for a in views["medic"].answers if a.refusal) == "refusal.no_medic"


def test_the_most_pressing_stand_first_with_what_is_known_between_the_two() -> None:
    world, adam, ben = at_noon()
    world.order(Separate(adam, ben))
    asks(world, "truce", ben)
    asks(world, "protection", ben)
    views = world.desk().requests()
    assert world.desk().requests_waiting() == len(views)
    assert views[0].kind == "protection"
    assert "Separated" in [fact.kind for fact in views[0].known]


def test_what_is_asked_for_in_secret_fear_shows_nothing_of_the_fear() -> None:
    world, adam, ben = at_noon()
    number = asks(world, "protection", ben)
    shift_tie(world, adam, ben, 1, fear=0.9, hate=0.9)
    before = [view for view in world.desk().requests() if view.id == number]
    shift_tie(world, adam, ben, 1, fear=-0.9, hate=-0.9)
    assert [view for view in world.desk().requests() if view.id == number] == before


def test_requests_survive_a_snapshot() -> None:
    world, _, _ = at_noon()
    distress(world)
    asks(world, "talk")
    again = thaw(freeze(world))
    for each in (world, again):
        each.run(300)
    assert digest(world) == digest(again)

"""Why a tie, a need, a trait, the staff or the tension is what it is: as known, and in truth."""

from collections.abc import Callable

import pytest

from game.sim.commands import LockWing, SetEye
from game.sim.desk.reasons import Reason
from game.sim.engine.snapshot import digest
from game.sim.events import Cause, Kind
from game.sim.minds.knowledge import ALL_KNOWN, TRUTH, Source, mask_of
from game.sim.minds.ties import shift_tie
from game.sim.people import INMATE, Identity, Needs, Noted, NotedWhen
from game.sim.states import Mind, NotedMind
from game.sim.views import Tree
from game.sim.world import World
from tests.sim.helpers import make

MAIN = 1


def judged(seed: int = 1) -> World:
    """The block in the afternoon: staff have looked at most men."""
    world = make(seed=seed)
    world.run(8 * 60)
    return world


def secret_threat(world: World) -> tuple[int, int, int]:
    adam, ben = world.id_of("adam"), world.id_of("ben")
    event = world.emit(Kind.Threatened, who=adam, whom=ben, place=world.one(ben, Identity).cell)
    world.knowledge.noted = len(world.chronicle)
    shift_tie(world, ben, adam, event, fear=0.5, hate=0.3)
    return adam, ben, event


def test_a_feeling_goes_back_to_what_is_known_of_the_two() -> None:
    world = judged()
    adam, ben, event = secret_threat(world)
    assert all(reason.event != event for reason in world.desk().why_tie(ben, adam, "fear"))
    world.knowledge.learn(world.tick, event, Source.TOLD, ben, 0.9)
    reason = world.desk().why_tie(ben, adam, "fear")[0]
    assert (reason.event, reason.weight) == (event, 50.0)
    assert world.desk().known_feeling(ben, adam, "fear") == 50.0


def test_the_warden_is_always_told_that_there_may_be_more() -> None:
    world = judged()
    adam, ben = world.id_of("adam"), world.id_of("ben")
    nothing = world.desk().why_tie(ben, adam, "fear")
    secret_threat(world)
    assert world.desk().why_tie(ben, adam, "fear") == nothing
    assert nothing[-1] == Reason("unknown", known=False)
    assert world.desk(TRUTH).why_tie(ben, adam, "fear")[0].known


def test_a_man_seen_with_the_other_unseen_explains_no_tie() -> None:
    world = judged()
    adam, ben, event = secret_threat(world)
    world.knowledge.learn(world.tick, event, Source.CAMERA, mask=ALL_KNOWN & ~mask_of("who", "whom"))
    assert all(reason.event != event for reason in world.desk().why_tie(ben, adam, "fear"))


def change_minds(world: World) -> None:
    world.everyone(Mind).stress[:] = 0.95
    world.everyone(Mind).mood[:] = -0.9


def change_needs(world: World) -> None:
    world.everyone(Needs).block[:] = 0.97


def change_past(world: World) -> None:
    secret_threat(world)


@pytest.mark.parametrize("change", [change_minds, change_needs, change_past])
def test_hidden_truth_does_not_leak(change: Callable[[World], None]) -> None:
    world = judged()
    adam, ben = world.id_of("adam"), world.id_of("ben")

    def read() -> object:
        desk = world.desk()
        return (
            desk.figures(), desk.why_tension(), desk.why_tension(MAIN), desk.tension_by_room().tolist(),
            desk.why_tie(ben, adam, "fear"), desk.known_feeling(ben, adam, "hate"), desk.why_need(ben, "hunger"),
            desk.why_trait(adam, "aggression"), desk.why_staff(), desk.strained(30), desk.lockdown(MAIN),
        )  # fmt: skip

    before = read()
    change(world)
    assert read() == before


def test_tension_rises_with_misery_as_judged_and_with_what_is_known_to_happen() -> None:
    world = judged()
    calm = world.desk().tension(MAIN)
    world.everyone(NotedMind).stress[:] = 0.8
    world.everyone(NotedMind).mood[:] = -0.6
    strained = world.desk().tension(MAIN)
    assert strained > calm + 20
    adam, ben = world.id_of("adam"), world.id_of("ben")
    event = world.emit(Kind.Assaulted, who=adam, whom=ben, place=world.one(ben, Identity).cell)
    world.knowledge.learn(world.tick, event, Source.STAFF, 1)
    assert world.desk().tension(MAIN) > strained + 5
    assert event in [reason.event for reason in world.desk().why_tension(MAIN)]


def test_tension_is_what_its_parts_add_up_to() -> None:
    world = judged()
    desk = world.desk()
    parts = [
        reason.weight
        for reason in desk.why_tension(MAIN)
        if reason.key in ("lack", "mood", "stress", "unrest")
    ]
    assert desk.tension(MAIN) == pytest.approx(min(100, max(0, sum(parts))))
    assert desk.figures()["tension"] == desk.tension()


def test_rooms_that_nobody_judged_have_no_tension() -> None:
    world = make()
    world.everyone(NotedWhen).tick[:] = -1
    assert (world.desk().tension_by_room() == -1).all()
    assert world.desk(TRUTH).tension_by_room().max() > 0


def test_a_need_names_what_he_does_and_who_judged_it() -> None:
    world = judged()
    judged_men = world.people.ids[
        (world.everyone(NotedWhen).tick >= 0) & (world.everyone(Identity).role == INMATE)
    ]
    person = int(judged_men[0])
    assert world.one(person, Noted).hunger >= 0
    keys = [reason.key for reason in world.desk().why_need(person, "hunger")]
    assert keys[0] == "time" and "judged" in keys


def test_a_trait_rests_on_the_interview_and_on_known_deeds() -> None:
    world = judged()
    adam, ben = world.id_of("adam"), world.id_of("ben")
    event = world.emit(Kind.Assaulted, who=adam, whom=ben, place=1)
    world.knowledge.learn(world.tick, event, Source.STAFF, 1)
    reasons = world.desk().why_trait(adam, "aggression")
    assert reasons[0].key == "intake"
    assert event in [reason.event for reason in reasons]


def orders_in(tree: Tree) -> list[str]:
    found = [tree.fact.kind] if tree.fact else []
    return found + [kind for child in tree.children for kind in orders_in(child)]


def test_the_offices_own_orders_stand_in_the_trees() -> None:
    world = judged()
    world.order(LockWing(MAIN))
    world.order(SetEye("person", world.id_of("adam")))
    locked = max(event.id for event in world.chronicle.since(0) if event.kind is Kind.WingLocked)
    deed = world.emit(Kind.Quarrelled, who=1, whom=2, place=1, because=[Cause(locked, 0.5)])
    world.knowledge.learn(world.tick, deed, Source.STAFF)
    assert "Ordered" in orders_in(world.desk().why(deed))


def test_asking_why_changes_nothing() -> None:
    world = judged()
    before = digest(world)
    desk = world.desk()
    desk.why_tension()
    desk.why_staff()
    desk.requests()
    assert digest(world) == before

"""Bonds on the desk: only what known events made of people, and who is known to have been in them."""

from game.sim.events import Kind
from game.sim.minds.knowledge import TRUTH, Source, mask_of
from game.sim.minds.ties import Ties, shift_tie
from game.sim.states import NotedMind
from game.sim.views import Sign
from game.sim.world import World
from tests.sim.helpers import make


def two(world: World) -> tuple[int, int]:
    return world.id_of("adam"), world.id_of("ben")


def feelings(world: World, who: int, whom: int, knower: int = 0) -> dict[str, float]:
    bonds = world.desk(knower).bonds(who)
    return next((dict(bond.feelings) for bond in bonds if (bond.who, bond.whom) == (who, whom)), {})


def test_a_bond_is_the_sum_of_the_known_deeds_that_made_it() -> None:
    world = make()
    adam, ben = two(world)
    before = feelings(world, ben, adam).get("fear", 0.0)
    for known in (True, True, False):
        event = world.emit(Kind.Threatened, who=adam, whom=ben)
        shift_tie(world, ben, adam, event, fear=0.2)
        if known:
            world.knowledge.learn_all(world, event)
    assert round(feelings(world, ben, adam)["fear"] - before) == 40
    assert round(feelings(world, ben, adam, TRUTH)["fear"] - before) == 60


def test_a_deed_whose_other_end_nobody_saw_makes_no_bond() -> None:
    world = make()
    adam, ben = two(world)
    before = feelings(world, ben, adam)
    event = world.emit(Kind.Threatened, who=adam, whom=ben)
    shift_tie(world, ben, adam, event, fear=0.5)
    world.knowledge.learn(world.tick, event, Source.STAFF, mask=mask_of("who"))
    assert feelings(world, ben, adam) == before


def test_changed_ties_change_nothing_that_is_shown() -> None:
    world = make()
    adam, _ = two(world)
    before = world.desk().bonds(adam)
    ties = world.everyone(Ties)
    ties.regard[:], ties.hate[:] = -0.9, 0.9
    assert world.desk().bonds(adam) == before


def test_who_was_threatened_shows_fear_once_it_is_known_and_not_for_long() -> None:
    world = make()
    adam, ben = two(world)
    ids = world.people.ids
    event = world.emit(Kind.Threatened, who=adam, whom=ben)
    assert Sign.FEAR not in world.desk().signs_of_feeling(ids)
    world.knowledge.learn_all(world, event)
    assert ids[world.desk().signs_of_feeling(ids) == Sign.FEAR].tolist() == [ben]
    world.run(62)
    assert world.desk().signs_of_feeling(ids)[ids == ben][0] != Sign.FEAR


def test_despair_shows_only_as_judged() -> None:
    world = make()
    adam, _ = two(world)
    world.run(180)
    ids = world.people.ids
    world.everyone(NotedMind).mood[:] = 0.0
    assert Sign.SORROW not in world.desk().signs_of_feeling(ids)
    world.one(adam, NotedMind).mood = -0.95
    shown = world.desk().signs_of_feeling(ids)
    judged = world.desk().mood_of(adam).source >= 0
    assert (shown[ids == adam][0] == Sign.SORROW) == judged

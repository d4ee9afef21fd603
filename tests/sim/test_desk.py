"""The desk: all that somebody may know. The warden's shows what was learned, the desk of truth shows everything."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

import numpy as np
import pytest

from game.sim.commands import LockWing, SendPerson, SetEye
from game.sim.engine.calendar import moment
from game.sim.engine.snapshot import digest
from game.sim.events import Cause, Kind
from game.sim.minds.knowledge import ALL_KNOWN, TRUTH, WARDEN, Source, mask_of
from game.sim.minds.ties import TieEnds, shift_tie, tie_between
from game.sim.people import NEEDS, TRAITS, Doing, Needs, NotedWhen, Temper
from game.sim.views import Scene, Sign
from game.sim.world import World
from tests.sim.helpers import make, room_of


def everything(world: World, knower: int = WARDEN) -> dict[str, Any]:
    """Return all that the desk shows, as values that can be compared."""
    desk = world.desk(knower)
    scene = desk.scene()
    return {
        "scene": {field.name: getattr(scene, field.name).tolist() for field in fields(Scene)},
        "people": [desk.dossier(person) for person in desk.people()],
        "names": [desk.name(person) for person in desk.people()],
        "reach": [
            [desk.can_reach(p, room.id) for room in desk.plan.rooms[1:]] for p in desk.people("inmate")
        ],
        "feed": desk.feed(),
        "why": [desk.why(fact.event) for fact in desk.feed()],
        "wings": desk.wings(),
        "rooms": [desk.room(room.id) for room in desk.plan.rooms[1:]],
        "doors": [desk.door(door.id) for door in desk.plan.doors[1:]],
        "posts": desk.posts(),
        "decisions": desk.decisions(),
        "eyes": (desk.eyes(), desk.eyes_free),
        "figures": desk.figures(),
        "story": (desk.objectives(), desk.outcome(), desk.faces()),
        "orders": [
            desk.allows(LockWing(1)),
            desk.allows(SetEye("person", 1)),
            desk.allows(SendPerson(1, 17)),
        ],
    }


def at_noon(seed: int = 1) -> World:
    world = make(seed=seed)
    world.run(moment(1, 13, 32) - world.tick)
    return world


def change_temper(world: World) -> None:
    world.everyone(Temper).aggression[:] = 0.9


def change_needs(world: World) -> None:
    world.everyone(Needs).block[:] = 0.77


def change_ties(world: World) -> None:
    because = world.emit(Kind.KnownBefore, who=1, whom=2)
    shift_tie(world, 1, 2, because, regard=-0.5, hate=0.9)


def have_an_unseen_quarrel(world: World) -> None:
    world.emit(Kind.Quarrelled, who=1, whom=2, place=room_of(world, "dayroom"), amount=0.3)
    shift_tie(world, 1, 2, len(world.chronicle), regard=-0.5, hate=0.9)
    doing = world.everyone(Doing)
    doing.quarrel_until[:2] = world.tick + 5


def be_seen_by_an_inmate(world: World) -> None:
    have_an_unseen_quarrel(world)
    world.knowledge.saw(len(world.chronicle), 3, 2)


HIDDEN = (change_temper, change_needs, change_ties, have_an_unseen_quarrel, be_seen_by_an_inmate)


@pytest.mark.parametrize("change", HIDDEN, ids=lambda change: change.__name__)
def test_worlds_that_differ_only_in_hidden_facts_have_the_same_desk(change: Callable[[World], None]) -> None:
    one, other = at_noon(), at_noon()
    change(other)
    assert digest(one) != digest(other)
    assert everything(one) == everything(other)
    assert everything(one, TRUTH) != everything(other, TRUTH)


def test_a_known_quarrel_does_not_tell_the_temper_behind_it() -> None:
    desks = []
    for weight, amount in ((0.3, 0.01), (0.8, 0.2)):
        world = at_noon()
        root = world.emit(Kind.TraitNoted, who=1, amount=amount)
        quarrel = world.emit(
            Kind.Quarrelled, who=1, whom=2, place=3, amount=amount, because=[Cause(root, weight)]
        )
        world.knowledge.learn(world.tick, quarrel, Source.STAFF, 30, 1.0, ALL_KNOWN & ~mask_of("amount"))
        desks.append(everything(world))
    assert desks[0] == desks[1]


def test_looking_at_the_desk_changes_no_bit() -> None:
    world = at_noon()
    before = digest(world)
    everything(world)
    everything(world, TRUTH)
    assert digest(world) == before


def test_fields_that_are_not_known_are_0() -> None:
    world = at_noon()
    quarrel = world.emit(Kind.Quarrelled, who=1, whom=2, place=17, amount=0.25)
    world.knowledge.learn(world.tick, quarrel, Source.STAFF, 30, 0.7, mask_of("place", "who"))
    fact = world.desk().fact(quarrel)
    assert fact is not None
    assert (fact.who, fact.whom, fact.place, fact.amount, fact.item, fact.detail) == (1, 0, 17, 0, 0, 0)
    assert fact.known == frozenset({"who", "place"})
    assert (fact.source, fact.informant, fact.confidence) == ("staff", 30, 0.7)
    truth = world.desk(TRUTH).fact(quarrel)
    assert truth is not None and (truth.whom, truth.amount) == (2, 0.25)


def test_a_person_whose_part_is_not_known_has_nothing_of_it_in_his_file() -> None:
    world = at_noon()
    quarrel = world.emit(Kind.Quarrelled, who=1, whom=2, place=17)
    world.knowledge.learn(world.tick, quarrel, Source.STAFF, 30, 0.7, mask_of("place", "who"))
    assert quarrel in world.desk().dossier(1).events
    assert quarrel not in world.desk().dossier(2).events
    assert quarrel in world.desk(TRUTH).dossier(2).events


def test_what_is_not_known_is_not_on_the_desk() -> None:
    world = at_noon()
    quarrel = world.emit(Kind.Quarrelled, who=1, whom=2, place=17)
    assert world.desk().fact(quarrel) is None
    assert quarrel not in [fact.event for fact in world.desk().feed()]
    assert quarrel in [fact.event for fact in world.desk(TRUTH).feed()]
    assert world.desk().why(quarrel).children == ()


def test_the_feed_is_in_the_order_of_learning_newest_last() -> None:
    world = at_noon()
    early = world.emit(Kind.Quarrelled, who=1, whom=2, place=17)
    late = world.emit(Kind.Quarrelled, who=2, whom=1, place=17)
    world.knowledge.learn(world.tick, late, Source.STAFF)
    world.knowledge.learn(world.tick, early, Source.REPORT)
    assert [fact.event for fact in world.desk().feed()][-2:] == [late, early]
    assert len(world.desk().feed(limit=3)) == 3
    assert [fact.event for fact in world.desk().feed(since=early)] == [late]


def test_why_leads_back_over_all_known_causes_and_marks_the_unknown() -> None:
    world = at_noon()
    hidden = world.emit(Kind.KnownBefore, who=1, whom=2)
    ordered = world.emit(Kind.Ordered)
    quarrel = world.emit(Kind.Quarrelled, because=[Cause(hidden, 0.8), Cause(ordered, 0.4)])
    for event in (ordered, quarrel):
        world.knowledge.learn_all(world, event)
    tree = world.desk().why(quarrel)
    assert {child.event: child.fact is None for child in tree.children} == {hidden: True, ordered: False}
    truth = world.desk(TRUTH).why(quarrel)
    assert [child.event for child in truth.children] == [hidden, ordered]
    assert all(child.fact for child in truth.children)


def test_needs_are_estimates_with_their_age_and_their_source() -> None:
    world = at_noon()
    world.run(25)
    person = next(
        p for p in world.desk().people("inmate") if world.one(p, NotedWhen).tick == moment(1, 13, 30)
    )
    estimates = world.desk().dossier(person).needs
    assert [estimate.key for estimate in estimates] == list(NEEDS)
    assert {estimate.age_minutes for estimate in estimates} == {world.tick - moment(1, 13, 30)}
    (source,) = {estimate.source for estimate in estimates}
    assert world.desk().role(source) != "inmate"
    assert all(0 <= estimate.value <= 100 for estimate in estimates)
    truth = [estimate.value for estimate in world.desk(TRUTH).dossier(person).needs]
    assert truth != [estimate.value for estimate in estimates]
    assert truth == pytest.approx([100 * (1 - getattr(world.one(person, Needs), need)) for need in NEEDS])


def test_needs_nobody_judged_are_marked_as_unknown() -> None:
    world = make()
    assert {e.source for e in world.desk().dossier(world.id_of("late")).needs} == {-1}


def test_staff_judge_needs_well_but_not_exactly() -> None:
    world = make()
    world.run(moment(1, 13, 31) - world.tick)
    noted = world.everyone(NotedWhen).tick == moment(1, 13, 30)
    assert noted.sum() > 3
    errors = []
    for person in world.people.ids[noted].tolist():
        for estimate, true in zip(
            world.desk().dossier(person).needs, world.desk(TRUTH).dossier(person).needs, strict=True
        ):
            errors.append(abs(estimate.value - true.value))
    assert 0.5 < np.mean(errors) < 15


def test_traits_are_as_the_intake_interview_had_them() -> None:
    world = make()
    files, truth = (world.desk(knower).dossier(1).traits for knower in (WARDEN, TRUTH))
    assert [trait.key for trait in files] == list(TRAITS)
    assert [t.value for t in files] != [t.value for t in truth]
    assert truth[0].value == pytest.approx(90)
    assert {trait.source for trait in files} == {0}


def test_a_tie_is_known_by_a_known_event_that_shaped_it() -> None:
    world = make()
    assert world.desk().tied_to(1) == []
    other = world.desk(TRUTH).tied_to(1)[0]
    world.knowledge.learn_all(world, world.one(tie_between(world, 1, other), TieEnds).because)
    assert world.desk().tied_to(1) == [other]


def test_a_file_says_what_is_served_and_what_remains() -> None:
    world = make()
    before = world.desk().dossier(world.id_of("ben"))
    assert before.crime == "theft"
    assert before.served_days + before.remaining_days == before.sentence > 0
    world.run(2 * 1440)
    after = world.desk().dossier(world.id_of("ben"))
    assert (after.served_days, after.remaining_days) == (before.served_days + 2, before.remaining_days - 2)


def test_people_are_found_by_name_and_number_whatever_the_case() -> None:
    desk = make().desk()
    assert desk.find("aSH")[0] == 1
    assert desk.find(desk.dossier(1).number) == [1]
    assert desk.find("nobody at all") == []
    assert desk.name(0) == desk.short_name(0) == desk.role(0) == ""


def test_the_scene_has_everyone_on_the_map_and_the_way_of_the_last_minute() -> None:
    world = at_noon()
    scene = world.desk().scene()
    assert scene.ids.tolist() == sorted(scene.ids.tolist())
    assert scene.trail.shape == (len(scene.ids), 7)
    assert (scene.trail > 0).all()
    assert {world.desk().room_of(person) > 0 for person in scene.ids.tolist()} == {True}


def test_a_quarrel_that_is_known_shows_over_the_heads() -> None:
    world = at_noon()
    have_an_unseen_quarrel(world)
    assert int(Sign.QUARREL) not in world.desk().scene().sign
    world.knowledge.learn_all(world, len(world.chronicle))
    scene = world.desk().scene()
    assert scene.ids[scene.sign == Sign.QUARREL].tolist() == [1, 2]


def test_the_figures_agree_with_the_people() -> None:
    world = at_noon()
    desk, figures = world.desk(), world.desk().figures()
    assert figures["inmates"] == 26
    assert figures["capacity"] == sum(wing.capacity for wing in desk.wings()) == 30
    assert figures["beds_free"] == figures["capacity"] - figures["inmates"]
    assert figures["staff_on_duty"] == sum(len(post.staff) for post in desk.posts())
    assert 0 <= figures["tension"] <= 100


def test_rooms_say_who_is_in_and_who_lives_there() -> None:
    world = at_noon()
    desk = world.desk()
    scene = desk.scene()
    inside = sorted(person for room in desk.plan.rooms[1:] for person in desk.room(room.id).people)
    assert inside == scene.ids.tolist()
    for cell in world.ground.cells:
        assert len(desk.room(cell).residents) <= desk.room(cell).capacity

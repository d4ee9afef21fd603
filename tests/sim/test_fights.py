"""Fights: blows, bystanders, officers who come from near or far, and what is left when it is over."""

import pytest

from game.sim.commands import CallOfficers
from game.sim.deals.pacts import protect
from game.sim.engine.snapshot import digest, freeze, thaw
from game.sim.events import Cause, Kind, Role
from game.sim.goods.items import make_item
from game.sim.house.going import release
from game.sim.invariants import faults
from game.sim.minds.knowledge import TRUTH
from game.sim.minds.thoughts import THOUGHT, ThoughtEnds, thoughts_of
from game.sim.minds.ties import feeling, shift_tie
from game.sim.people import Duty, Needs, Place, Temper
from game.sim.states import Body, Hold, State
from game.sim.systems.fights import FightBystanderRules, FightResponseRules, FightRules
from game.sim.views import Sign
from game.sim.violence.assaults import assault
from game.sim.violence.fights import open_fights
from game.sim.violence.targets import able
from game.sim.world import World
from tests.sim.brawling import begin, fight_out, over_seeds, ring, rootless
from tests.sim.helpers import kinds, make, put, room_of, tile

SURE = (FightBystanderRules(whim=0.0),)
VIOLENT = (Kind.Assaulted, Kind.Struck, Kind.Wounded, Kind.Died, Kind.Joined, Kind.Watched, Kind.FetchedHelp,
           Kind.LookedAway, Kind.Responded, Kind.BrokenUp, Kind.FightEnded)  # fmt: skip


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def test_a_fight_holds_those_who_fight_and_lets_them_go_when_it_is_over() -> None:
    world = ring()
    fight = begin(world)
    world.run(1)
    assert [world.one(p, State).held for p in (1, 2)] == [Hold.FIGHT, Hold.FIGHT]
    assert [world.one(p, State).fight for p in (1, 2)] == [fight.id, fight.id]
    fight_out(world)
    assert [world.one(p, State).held for p in (1, 2)] == [Hold.NONE, Hold.NONE]
    (ended,) = kinds(world, "FightEnded")
    assert ended.detail == fight.id and ended.amount >= 1
    assert all(world.one(p, State).alarmed > world.tick for p in (1, 2))
    assert faults(world) == []


def test_who_strikes_comes_within_arms_length_first_and_they_face_one_another() -> None:
    world = ring()
    put(world, 2, tile(world, 13, 3))
    begin(world)
    world.run(1)
    width = world.plan.width
    one, two = (world.one(p, Place) for p in (1, 2))
    assert abs(one.tile % width - two.tile % width) == 1
    assert one.facing != two.facing
    assert faults(world) == []


def test_a_fight_leaves_hate_fear_and_thoughts_in_who_was_struck() -> None:
    world = ring()
    begin(world)
    fight_out(world)
    assert feeling(world, 2, 1, "hate") > 0.1 and feeling(world, 2, 1, "fear") > 0.05
    assert feeling(world, 1, 2, "hate") < 0.5
    ends = world.everyone(ThoughtEnds)
    assert THOUGHT["struck"] in ends.thought[thoughts_of(world, 2)]
    assert THOUGHT["struck_somebody"] in ends.thought[thoughts_of(world, 1)]


def test_every_blow_and_what_follows_from_it_goes_back_to_a_root() -> None:
    for world in over_seeds(5, lambda seed: ring("a", "b", "c", guards=2, seed=seed)):
        assert rootless(world, *VIOLENT) == []


def friend(world: World) -> None:
    known = world.emit(Kind.KnownBefore, who=3, whom=2)
    shift_tie(world, 3, 2, known, regard=0.9)
    shift_tie(world, 3, 1, known, hate=0.5)


def protector(world: World) -> None:
    known = world.emit(Kind.ProtectionTaken, who=2, whom=3, because=[Cause(1)])
    shift_tie(world, 2, 3, known, trust=0.5)
    protect(world, 3, 2, 1.0, known)


def kind_man(world: World) -> None:
    world.one(3, Temper).empathy, world.one(3, Temper).loyalty = 0.95, 0.1
    put(world, 4, tile(world, 22, 3))
    world.one(4, Duty).on = 1


def coward(world: World) -> None:
    threat = world.emit(Kind.Threatened, who=1, whom=3, because=[Cause(1)])
    shift_tie(world, 3, 1, threat, fear=0.6)
    world.one(3, Needs).safety, world.one(3, Temper).nerve = 0.8, 0.1


def enemy_of_the_struck(world: World) -> None:
    known = world.emit(Kind.KnownBefore, who=3, whom=2)
    shift_tie(world, 3, 2, known, hate=0.5)


@pytest.mark.parametrize(
    ("man", "reaction"),
    [
        (friend, Kind.Joined),
        (protector, Kind.Joined),
        (kind_man, Kind.FetchedHelp),
        (coward, Kind.LookedAway),
        (enemy_of_the_struck, Kind.Watched),
    ],
)
def test_a_bystander_joins_watches_fetches_help_or_looks_away_each_for_a_reason(man, reaction) -> None:
    world = ring("bystander", guards=1, rules=SURE)
    man(world)
    begin(world)
    world.run(1)
    (event,) = kinds(world, reaction.name)
    others = {Kind.Joined, Kind.Watched, Kind.FetchedHelp, Kind.LookedAway} - {reaction}
    assert event.who == 3 and not [k for k in others if kinds(world, k.name)]
    causes = world.chronicle.causes(event.id)
    assert [c.role for c in causes].count(Role.MOTIVE) >= 1
    assert rootless(world, reaction) == []


def test_who_joins_fights_on_the_side_of_his_friend() -> None:
    world = ring("friend", rules=SURE)
    friend(world)
    fight = begin(world)
    world.run(1)
    assert fight.defenders == [2, 3]
    assert kinds(world, "Joined")[0].whom == 2
    assert feeling(world, 2, 3, "regard") > 0


def test_many_who_watch_are_told_of_in_one_event_and_decide_once() -> None:
    world = ring("a", "b", "c", "d", "e", rules=SURE)
    begin(world)
    fight_out(world)
    told = kinds(world, "Watched") + kinds(world, "LookedAway")
    assert sum(event.amount for event in told) == 5
    assert len(told) <= 2
    assert (world.everyone(State).held == Hold.NONE).all()


def test_who_fetches_help_finds_the_officer_and_he_comes() -> None:
    world = ring("runner", guards=1, rules=(*SURE, FightRules(gives_up=0.0, fist=0.02)))
    kind_man(world)
    begin(world)
    world.run(12)
    (fetched,), responded = kinds(world, "FetchedHelp"), kinds(world, "Responded")
    assert responded and responded[0].who == 4
    assert fetched.id in [cause.event for cause in world.chronicle.causes(responded[0].id)]
    fact = world.desk().fact(kinds(world, "Assaulted")[0].id)
    assert fact is not None and (fact.source, fact.informant) == ("told", 3)


def guarded(x: int, y: int, guards: int = 2, prison: str = "ward"):
    """Return a maker of prisons in which men fight in the dayroom, with officers about a tile."""

    def build(seed: int) -> World:
        world = ring(prison=prison, guards=2, seed=seed, rules=(FightResponseRules(farthest_minutes=60),))
        put(world, 1, tile(world, 9, 6))
        put(world, 2, tile(world, 10, 6))
        for i in range(guards):
            put(world, 3 + i, tile(world, x + i, y))
        return world

    return build


def test_the_farther_the_officers_the_longer_the_fight_and_the_worse_the_wounds() -> None:
    lasted, wounds = [], []
    for place in ((13, 6), (44, 5), (0, 0)):
        worlds = list(over_seeds(30, guarded(*place, guards=2 if place[0] else 0)))
        lasted.append(mean([kinds(w, "FightEnded")[0].amount for w in worlds]))
        wounds.append(mean([float(w.everyone(Body).wound[:2].max()) for w in worlds]))
    assert lasted[0] < 0.6 * lasted[2]
    assert wounds[0] < 0.75 * wounds[2]


def test_an_order_brings_officers_whom_nobody_told_the_farther_the_later() -> None:
    ends = []
    for x in (21, 44):
        taken = []
        for seed in range(1, 16):
            world = guarded(x, 5)(seed)
            fight = begin(world)
            fight.gapers.clear()
            world.knowledge.learn_all(world, fight.id)
            assert world.order(CallOfficers(room_of(world, "dayroom"), 2)) is None
            fight_out(world)
            responded = kinds(world, "Responded")
            assert len(responded) == 2
            because = [world.chronicle.event(c.event).kind for c in world.chronicle.causes(responded[0].id)]
            assert because == [Kind.Ordered]
            taken.append(kinds(world, "FightEnded")[0].amount)
        ends.append(mean(taken))
    assert ends[0] < ends[1]


def test_officers_can_be_called_only_to_a_fight_that_is_known() -> None:
    world = ring(guards=2)
    fight = begin(world)
    hall = room_of(world, "hall")
    put(world, 3, tile(world, 22, 8))
    refusal = world.allows(CallOfficers(hall))
    assert refusal is not None and refusal.reason == "refusal.no_fight"
    world.knowledge.learn_all(world, fight.id)
    assert world.allows(CallOfficers(hall)) is None
    assert world.allows(CallOfficers(hall, 99)) is not None
    world.one(3, State).held = Hold.RESPOND
    refusal = world.allows(CallOfficers(hall))
    assert refusal is not None and refusal.reason == "refusal.no_officer_free"


def test_two_officers_part_men_sooner_than_one_and_a_weapon_keeps_one_off() -> None:
    def lasted(guards: int, armed: bool) -> float:
        found = []
        for seed in range(1, 31):
            world = guarded(13, 6, guards)(seed)
            made = world.emit(Kind.WeaponMade, who=1, because=[Cause(1)])
            shank = make_item(world, "shank", made, 1) if armed else 0
            begin(world, weapon=shank)
            fight_out(world)
            ended = kinds(world, "FightEnded")[0]
            parted = [c.event for c in world.chronicle.causes(ended.id)]
            if any(world.chronicle.event(e).kind is Kind.BrokenUp for e in parted):
                found.append(ended.amount)
        return len(found) / 30 if armed else mean(found)

    assert lasted(2, False) < lasted(1, False)
    assert lasted(2, True) > lasted(1, True)


def test_a_weapon_makes_wounds_worse() -> None:
    def worst(armed: bool) -> float:
        found = []
        for seed in range(1, 21):
            world = ring(seed=seed)
            made = world.emit(Kind.WeaponMade, who=1, because=[Cause(1)])
            begin(world, weapon=make_item(world, "shank", made, 1) if armed else 0)
            fight_out(world)
            found.append(world.one(2, Body).wound)
        return mean(found)

    assert worst(True) > 1.5 * worst(False)


def test_a_fight_nobody_of_the_staff_saw_is_not_on_the_desk() -> None:
    one, other = ring("a", guards=1), ring("a", guards=1)
    begin(other)
    for world in (one, other):
        world.run(1)
    for desk in (one.desk(), other.desk()):
        assert desk.fights() == []
        assert int(Sign.FIGHT) not in desk.scene().sign
        assert desk.dossier(1).doing not in ("fight", "watch") and desk.wound(2) is None
    assert [fact.kind for fact in one.desk().feed()] == [fact.kind for fact in other.desk().feed()]
    (view,) = other.desk(TRUTH).fights()
    assert view.sides[0] == (1,) and 2 in view.sides[1]
    assert int(Sign.FIGHT) in other.desk(TRUTH).scene().sign


def test_a_fight_that_is_seen_is_on_the_desk_with_the_officers_on_their_way_but_not_its_motive() -> None:
    world = guarded(19, 5)(1)
    fight = begin(world)
    world.run(1)
    (view,) = world.desk().fights()
    assert (view.id, view.room, view.since) == (fight.id, fight.place, fight.began)
    assert {coming.officer for coming in view.officers} == {3, 4}
    assert all(coming.minutes <= 3 for coming in view.officers)
    fact = world.desk().fact(fight.id)
    assert fact is not None and "detail" not in fact.known and fact.detail == 0


def ablaze(seed: int = 1) -> World:
    """Return a prison of the full schedule in which two have just begun to fight."""
    world = make(seed=seed)
    world.run(7 * 60 + 45)
    rows = able(world).nonzero()[0]
    rooms = world.ground.room_at[world.everyone(Place).tile[rows]].tolist()
    room = max(rooms, key=lambda r: (rooms.count(r), r))
    one, two = [row for row, at in zip(rows.tolist(), rooms, strict=True) if at == room][:2]
    who, whom = int(world.people.ids[one]), int(world.people.ids[two])
    assault(world, who, whom, 1, [Cause(1)])
    world.run(2)
    return world


def test_a_prison_frozen_in_the_midst_of_a_fight_goes_on_as_it_would_have() -> None:
    world = ablaze()
    assert open_fights(world)
    copy = thaw(freeze(world))
    assert digest(world) == digest(copy)
    for each in (world, copy):
        each.run(90)
    assert digest(world) == digest(copy)


def test_fights_leave_a_sound_prison_at_every_tick() -> None:
    for seed in (1, 2, 3):
        world = ablaze(seed)
        for _ in range(60):
            world.step()
            assert faults(world) == []
        assert not open_fights(world) or world.tick < 60
        release(world, (world.everyone(State).held == Hold.FIGHT).nonzero()[0])

"""Company: shared cells and tables make friends of men of one temper, and set others apart; ties fade, debts don't."""

import numpy as np
import pytest

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.snapshot import digest, fork
from game.sim.events import Kind
from game.sim.invariants import faults
from game.sim.minds.ties import TieEnds, TieRoots, Ties, feeling, root_of, shift_tie, tie_between
from game.sim.people import Identity, Place, Roots, Temper
from game.sim.systems.company import CompanyRules, CompanySystem
from game.sim.world import World
from tests.sim.helpers import crew, kinds, make, put, stage, tile

PAIRS = 6
OFFICER = 2 * PAIRS + 1
CAST = crew(**{f"p{i}": "inmate" for i in range(2 * PAIRS)}, officer="officer")


def tables(seed: int = 1, apart: float = 0.0, use: str = "talk", known: bool = True, far: int = 1) -> World:
    """Return a hall with six pairs who sit at one thing, side by side, of tempers so far apart."""
    world = stage("sight", CAST, CompanySystem, seed=seed)
    temper = world.everyone(Temper)
    temper.block[:] = 0.5
    temper.aggression[: 2 * PAIRS : 2] = 0.5 - apart / 2
    temper.aggression[1 : 2 * PAIRS : 2] = 0.5 + apart / 2
    world.everyone(Ties).block[:] = 0.0
    world.everyone(Identity).cell[:] = 0
    world.everyone(Identity).faction[:] = 0
    for pair in range(PAIRS):
        x, y = 6 + 4 * (pair % 3), 2 + 4 * (pair // 3)
        one, other = 2 * pair + 1, 2 * pair + 2
        put(world, one, tile(world, x, y), use)
        put(world, other, tile(world, x + far, y), use)
        if known:
            met = world.emit(Kind.KnownBefore, who=one, whom=other)
            for who, whom in ((one, other), (other, one)):
                shift_tie(world, who, whom, met)
                world.everyone(Ties).block[:, tie_between(world, who, whom) - 1] = 0.0
                world.everyone(TieRoots).block[:, tie_between(world, who, whom) - 1] = met
    return world


def regard(world: World, name: str = "regard") -> float:
    """Return what the pairs hold of one another, on average."""
    pairs = [(2 * pair + 1, 2 * pair + 2) for pair in range(PAIRS)]
    return float(np.mean([feeling(world, *pair, name) for pair in pairs]))


def days(world: World, count: float) -> World:
    world.run(int(count * MINUTES_PER_DAY))
    return world


@pytest.mark.parametrize("use", ["talk", "play", "eat", "train"])
def test_men_of_one_temper_come_to_like_and_trust_one_another(use: str) -> None:
    world = days(tables(use=use), 2)
    assert regard(world) > 0.12
    assert 0 < regard(world, "trust") < regard(world)


def test_men_of_tempers_far_apart_come_to_dislike_one_another() -> None:
    assert regard(days(tables(apart=0.8), 2)) < -0.1


def test_the_kinder_man_likes_the_other_better_than_he_is_liked() -> None:
    world = tables()
    world.everyone(Temper).empathy[0] = 0.95
    days(world, 2)
    assert feeling(world, 1, 2, "regard") > feeling(world, 2, 1, "regard") + 0.05


def test_men_of_one_faction_like_one_another_better_and_of_two_worse() -> None:
    found = []
    for factions in ((1, 1), (0, 0), (1, 2)):
        world = tables()
        world.everyone(Identity).faction[0], world.everyone(Identity).faction[1] = factions
        found.append(feeling(days(world, 2), 1, 2, "regard"))
    assert found == sorted(found, reverse=True) and found[0] > found[1] > found[2]


@pytest.mark.parametrize("change", [{"far": 2}, {"use": "phone"}], ids=["apart", "each_for_himself"])
def test_who_is_not_in_company_stays_as_he_was(change: dict[str, int]) -> None:
    assert regard(days(tables(**change), 1)) == 0.0  # type: ignore[arg-type]


def test_deep_hate_does_not_mend_at_a_table() -> None:
    world = tables()
    for row in range(world.ties.n):
        world.everyone(Ties).hate[row] = 0.6
    days(world, 3)
    assert regard(world) <= 0.0


def test_a_cell_shared_at_night_does_its_work_more_slowly() -> None:
    world = tables(use="sleep")
    world.everyone(Identity).cell[:2] = world.ground.room_at[world.one(1, Place).tile]
    days(world, 2)
    in_cell = feeling(world, 1, 2, "regard")
    assert 0 < in_cell < regard(days(tables(), 2)) * 0.6
    assert feeling(world, 3, 4, "regard") == 0.0


def test_only_a_turn_makes_an_event_and_it_becomes_the_reason() -> None:
    world = tables()
    world.everyone(Temper).empathy[: 2 * PAIRS] = 0.9
    days(world, 10)
    turned = kinds(world, "Befriended")
    assert len(turned) == 2 * PAIRS
    for event in turned:
        assert root_of(world, event.who, event.whom, "regard") == event.id
        assert feeling(world, event.who, event.whom, "regard") >= 0.35
        causes = [world.chronicle.event(c.event).kind for c in world.chronicle.causes(event.id)]
        assert causes == [Kind.KnownBefore, Kind.TraitNoted]
    assert "FellOut" not in world.chronicle.count()


def test_men_who_do_not_get_on_fall_out_once() -> None:
    world = days(tables(apart=0.9), 12)
    fallen = kinds(world, "FellOut")
    assert 0 < len(fallen) <= 2 * PAIRS
    assert len({(event.who, event.whom) for event in fallen}) == len(fallen)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_strangers_side_by_side_come_to_know_one_another_within_days(seed: int) -> None:
    world = tables(known=False, seed=seed)
    before = world.ties.n
    days(world, 3)
    met = kinds(world, "Acquainted")
    assert 3 <= len(met) <= PAIRS
    assert world.ties.n >= before + len(met)
    for event in met:
        assert tie_between(world, event.who, event.whom) and tie_between(world, event.whom, event.who)
        assert world.chronicle.causes(event.id)
    assert faults(world) == []


def test_nobody_comes_to_know_the_whole_house() -> None:
    world = tables(known=False)
    world._rules[CompanyRules] = CompanyRules(know_most=0)
    days(world, 3)
    assert kinds(world, "Acquainted") == []


def test_a_newcomer_is_known_because_he_came() -> None:
    world = tables(known=False)
    came = world.emit(Kind.Arrived, who=1)
    world.one(1, Roots).arrived = came
    days(world, 6)
    (met,) = [event for event in kinds(world, "Acquainted") if 1 in (event.who, event.whom)]
    assert came in [cause.event for cause in world.chronicle.causes(met.id)]


def test_debts_hate_and_fear_fade_over_weeks_regard_more_slowly() -> None:
    world = tables(far=2)
    shift_tie(world, 1, 2, 1, regard=0.8, hate=0.8, fear=0.8, respect=0.8, trust=0.8, debt=5)
    days(world, 7)
    left = {name: feeling(world, 1, 2, name) for name in ("fear", "hate", "regard", "trust", "debt")}
    assert 0.2 < left["fear"] < left["hate"] < left["trust"] < left["regard"] < 0.8
    assert 1 < left["debt"] < 4


def test_a_tie_of_which_nothing_is_left_is_forgotten() -> None:
    world = tables(far=2)
    shift_tie(world, 1, 2, 1, fear=0.3)
    days(world, 60)
    assert tie_between(world, 1, 2) == 0


def test_friendships_are_noticed_by_staff_who_are_there_and_by_nobody_else() -> None:
    known = []
    for at in (tile(tables(), 10, 9), 0):
        world = tables()
        world.everyone(Temper).empathy[: 2 * PAIRS] = 0.9
        if at:
            put(world, OFFICER, at)
        days(world, 10)
        known.append(sum(world.desk().fact(e.id) is not None for e in kinds(world, "Befriended")))
    assert known[0] > 0 == known[1]


def test_a_week_in_the_block_makes_and_breaks_few_ties_and_stays_sound() -> None:
    world, other = make(seed=2), None
    for day in range(6):
        world.run(MINUTES_PER_DAY)
        assert faults(world) == []
        if day == 3:
            other = fork(world)
    assert other is not None
    other.run(2 * MINUTES_PER_DAY)
    assert digest(other) == digest(world)
    count = world.chronicle.count()
    assert 0 < count.get("Acquainted", 0) < 60
    assert count.get("Befriended", 0) + count.get("FellOut", 0) < 40
    ends = world.everyone(TieEnds)
    assert np.bincount(ends.who).max() < 30

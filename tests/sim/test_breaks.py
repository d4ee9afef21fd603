"""Breaking points: signs before, withdrawal to the cell, lashing out at the one who is hated, and coming round."""

import numpy as np
import pytest

from game.sim.engine.calendar import MINUTES_PER_DAY, moment
from game.sim.engine.system import System
from game.sim.events import Kind, Role
from game.sim.house.uses import USES
from game.sim.invariants import faults
from game.sim.minds.knowledge import TRUTH
from game.sim.minds.signs import SIGNS
from game.sim.minds.thoughts import think
from game.sim.minds.ties import Ties, shift_tie
from game.sim.people import Doing, Identity, Needs, Place, Temper
from game.sim.states import Break, Mind, State, StateRoots
from game.sim.systems.breaks import BreakRules, BreakSystem
from game.sim.world import World
from tests.sim.helpers import crew, kinds, make, put, stage, tile

MEN = 16
OFFICER = MEN + 1
CAST = crew(**{f"m{i}": "inmate" for i in range(MEN)}, officer="officer")
DAYS = 4
ROOTS = (Kind.WorldBegan, Kind.KnownBefore, Kind.TraitNoted, Kind.Arrived, Kind.Ordered, Kind.Decided)


def hall(stress: float, *systems: type[System], seed: int = 1, watched: bool = False) -> World:
    """Return sixteen average men in a hall, in four rows, each as worn down as is said."""
    world = stage("sight", CAST, *(systems or (BreakSystem,)), seed=seed)
    world.everyone(Temper).block[:] = 0.5
    world.everyone(Temper).aggression[:] = 0.4
    world.everyone(Needs).block[:] = 0.3
    world.everyone(Ties).block[:] = 0.0
    world.everyone(Mind).stress[:MEN] = stress
    for man in range(MEN):
        put(world, man + 1, tile(world, 5 + 3 * (man % 4), 2 + 2 * (man // 4)))
    if watched:
        put(world, OFFICER, tile(world, 10, 9))
    return world


def enmity(world: World) -> int:
    """Let the odd ones hate the even ones beside them; return the reason."""
    reason = world.emit(Kind.KnownBefore, who=1, whom=2)
    for man in range(1, MEN, 2):
        shift_tie(world, man, man + 1, reason, hate=0.8)
    return reason


def counted(kind: str, *, stress: float, seed: int = 1, hated: bool = False, **values: float) -> int:
    """Return how many of a kind came about in some days."""
    world = hall(stress, seed=seed)
    for name, value in values.items():
        getattr(world.everyone(Mind if name == "mood" else Temper), name)[:MEN] = value
    if hated:
        enmity(world)
    world.run(DAYS * MINUTES_PER_DAY)
    return len(kinds(world, kind))


def test_men_who_are_not_worn_down_neither_show_signs_nor_break() -> None:
    world = hall(0.35)
    enmity(world)
    world.run(DAYS * MINUTES_PER_DAY)
    assert not {"SignShown", "Withdrew", "Snapped"} & set(world.chronicle.count())


def test_signs_come_before_the_breaking_point() -> None:
    world = hall(0.5)
    world.run(DAYS * MINUTES_PER_DAY)
    assert len(kinds(world, "SignShown")) > MEN
    assert not {"Withdrew", "Snapped"} & set(world.chronicle.count())


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_more_stress_the_more_men_break(seed: int) -> None:
    low, high = (counted("Withdrew", stress=stress, seed=seed) for stress in (0.62, 0.95))
    assert high > low + 2


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_timid_men_withdraw_and_hot_men_who_hate_lash_out(seed: int) -> None:
    timid = {"stress": 0.85, "seed": seed, "hated": True, "aggression": 0.15, "nerve": 0.2}
    hot = timid | {"aggression": 0.9, "nerve": 0.9}
    assert counted("Withdrew", **timid) > counted("Withdrew", **hot)  # type: ignore[arg-type]
    assert counted("Snapped", **hot) > counted("Snapped", **timid) + 2  # type: ignore[arg-type]


def test_lashing_out_happens_at_whom_he_hates_and_who_is_there() -> None:
    world = hall(0.95)
    reason = enmity(world)
    world.everyone(Temper).aggression[:MEN] = 0.9
    world.run(DAYS * MINUTES_PER_DAY)
    snapped = kinds(world, "Snapped")
    assert len(snapped) >= 4
    for event in snapped:
        assert event.who % 2 == 1 and event.whom == event.who + 1
        assert reason in [cause.event for cause in world.chronicle.causes(event.id)]


def test_who_has_nobody_to_go_for_does_not_lash_out() -> None:
    world = hall(0.95)
    enmity(world)
    world.everyone(Temper).aggression[:MEN] = 0.9
    for man in range(2, MEN + 1, 2):
        put(world, man, 0)
    world.run(DAYS * MINUTES_PER_DAY)
    assert kinds(world, "Snapped") == []


def test_a_break_has_causes_that_lead_to_a_root() -> None:
    world = hall(0.95)
    enmity(world)
    world.run(DAYS * MINUTES_PER_DAY)
    broken = [
        *kinds(world, "Withdrew"),
        *kinds(world, "Snapped"),
        *kinds(world, "SignShown"),
        *kinds(world, "Recovered"),
    ]
    assert broken
    for event in broken:
        open_ends, seen = [event.id], 0
        while open_ends:
            id = open_ends.pop()
            causes = world.chronicle.causes(id)
            assert causes or world.chronicle.event(id).kind in ROOTS
            assert len({cause.event for cause in causes}) == len(causes)
            open_ends += [cause.event for cause in causes]
            seen += 1
        assert seen > 1


def test_who_lashes_out_is_beside_himself_for_hours_and_then_has_vented() -> None:
    world = hall(0.95)
    enmity(world)
    world.everyone(Temper).aggression[:MEN] = 0.95
    world.run(10 * MINUTES_PER_DAY, until=lambda world: "Snapped" in world.chronicle.count())
    event = kinds(world, "Snapped")[0]
    state, rules = world.one(event.who, State), world.rules(BreakRules)
    assert state.broken == Break.LASHING_OUT and world.one(event.who, StateRoots).broken == event.id
    world.run(12 * 60)
    assert state.broken == Break.NONE
    assert world.one(event.who, Mind).stress <= rules.stress - rules.relief
    recovered = next(r for r in kinds(world, "Recovered") if r.who == event.who)
    assert [cause.event for cause in world.chronicle.causes(recovered.id)] == [event.id]


def withdraw(world: World, person: int) -> int:
    """Let somebody have withdrawn, as the system would."""
    event = world.emit(Kind.Withdrew, who=person, because=[])
    state = world.one(person, State)
    state.broken, state.broken_until = Break.WITHDRAWN, world.tick + 30 * MINUTES_PER_DAY
    world.one(person, StateRoots).broken = event
    world.one(person, Doing).until = world.tick
    return event


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_withdrawn_men_stay_in_their_cells_and_eat_little(seed: int) -> None:
    world = make(seed=seed)
    world.run(moment(1, 9) - world.tick)
    inmates = [p for p in world.desk().people("inmate") if world.one(p, Identity).cell][:6]
    for person in inmates:
        withdraw(world, person)
    world.run(60)
    outside = ate = 0
    for _ in range(2 * 24 * 4):
        world.run(15)
        for person in inmates:
            if world.one(person, State).held or world.one(person, State).broken != Break.WITHDRAWN:
                continue
            use = USES[world.one(person, Doing).use].key
            outside += world.desk(TRUTH).room_of(person) != world.one(person, Identity).cell
            ate += use == "eat_in"
            assert use in ("withdraw", "sleep", "count", "eat_in", "wait", "sent"), use
    assert outside <= 0.03 * 2 * 24 * 4 * len(inmates)
    assert ate > 0
    assert faults(world) == []


def recovered(help: bool, seed: int) -> int:
    """Return how many of sixteen withdrawn men come round within two days."""
    world = hall(0.7, seed=seed)
    for man in range(1, MEN + 1):
        withdraw(world, man)
        if help:
            think(world, man, "consoled", world.emit(Kind.Consoled, who=OFFICER, whom=man))
    world.run(2 * MINUTES_PER_DAY)
    return len(kinds(world, "Recovered"))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_who_is_helped_comes_round_sooner_and_the_help_is_the_reason(seed: int) -> None:
    assert recovered(True, seed) >= recovered(False, seed) + MEN // 2
    world = hall(0.7, seed=seed)
    broken = withdraw(world, 1)
    help = world.emit(Kind.Heard, who=OFFICER, whom=1)
    think(world, 1, "heard", help)
    world.run(5 * MINUTES_PER_DAY)
    event = kinds(world, "Recovered")[0]
    causes = {cause.event: cause.role for cause in world.chronicle.causes(event.id)}
    assert causes == {broken: Role.OPPORTUNITY, help: Role.MOTIVE}


def test_time_alone_brings_a_man_round() -> None:
    world = hall(0.7)
    withdraw(world, 1)
    world.one(1, State).broken_until = world.tick + 600
    world.run(720)
    assert world.one(1, State).broken == Break.NONE


def test_staff_who_see_a_sign_may_make_something_of_it_and_others_never_do() -> None:
    seen, unseen = hall(0.55, watched=True), hall(0.55)
    for world in (seen, unseen):
        world.run(DAYS * MINUTES_PER_DAY)
    shown = kinds(seen, "SignShown")
    noticed = [event for event in shown if seen.desk().fact(event.id)]
    assert 0.35 * len(shown) < len(noticed) < 0.85 * len(shown)
    assert {seen.desk().fact(event.id).informant for event in noticed} == {OFFICER}  # type: ignore[union-attr]
    assert not any(unseen.desk().fact(event.id) for event in kinds(unseen, "SignShown"))
    man = noticed[0].who
    signs = seen.desk().mind(man).signs
    assert [sign.event for sign in signs] == [event.id for event in reversed(noticed) if event.who == man]
    assert {sign.key for sign in signs} <= {sign.key for sign in SIGNS}
    assert len(unseen.desk(TRUTH).mind(kinds(unseen, "SignShown")[0].who).signs) > 0


def test_signs_go_with_what_is_wrong() -> None:
    hungry, sleepless = hall(0.55), hall(0.55)
    hungry.everyone(Needs).hunger[:MEN] = 1.0
    sleepless.everyone(Needs).fatigue[:MEN] = 1.0
    count = []
    for world in (hungry, sleepless):
        world.run(DAYS * MINUTES_PER_DAY)
        keys = [SIGNS[event.detail].key for event in kinds(world, "SignShown")]
        count.append((keys.count("not_eating"), keys.count("sleepless")))
    assert count[0][0] > 1.5 * count[1][0] and count[1][1] > 1.5 * count[0][1]


def test_a_withdrawal_comes_to_be_known_by_those_who_see_him_and_not_else() -> None:
    seen, unseen = hall(0.7, watched=True), hall(0.7)
    for world in (seen, unseen):
        withdraw(world, 1)
        world.run(120)
    assert seen.desk().mind(1).broken == "withdrawn"
    assert unseen.desk().mind(1).broken == ""
    assert unseen.desk(TRUTH).mind(1).broken == "withdrawn"


def test_who_sleeps_neither_shows_signs_nor_breaks() -> None:
    world = hall(0.95)
    for man in range(1, MEN + 1):
        put(world, man, int(world.one(man, Place).tile), "sleep")
    world.run(DAYS * MINUTES_PER_DAY)
    assert not {"SignShown", "Withdrew", "Snapped"} & set(world.chronicle.count())


def test_a_block_of_worn_down_men_stays_sound() -> None:
    world = make(seed=4)
    stress = world.everyone(Mind).stress
    stress[:] = np.where(world.everyone(Identity).role == 0, 0.9, stress)
    for _ in range(12):
        world.run(120)
        assert faults(world) == []
    assert {"SignShown"} <= set(world.chronicle.count())

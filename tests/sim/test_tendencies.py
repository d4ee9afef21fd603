"""What makes a prison more violent and what less: whole prisons, given orders, over seeds.

Single factors are measured pair by pair in test_violence.py; here their effects come about as they do in play.
"""

import numpy as np

from game.sim.commands import SetVisitRule
from game.sim.events import Cause, Kind
from game.sim.minds.ties import shift_tie
from game.sim.people import INMATE, Identity
from game.sim.states import Mind
from game.sim.systems.news import NewsSystem
from game.sim.systems.sight import SightSystem
from game.sim.systems.thoughts import ThoughtSystem
from game.sim.systems.violence import ViolenceRules, ViolenceSystem
from game.sim.systems.visits import VisitRules
from game.sim.violence.wounds import hurt
from game.sim.world import World
from tests.sim.brawling import arena
from tests.sim.helpers import kinds, put, tile
from tests.sim.test_violence import CAST, assaults, each, hall, hates
from tests.sim.visiting import visiting

OFTEN = VisitRules(per_round=1.0)
SEEDS = (1, 2, 3)


def minds_after_a_week(rule: str, seed: int) -> tuple[float, float]:
    """Return the mean stress and mood of a house in which visits were allowed, or not."""
    world = visiting(OFTEN, seed=seed)
    if rule != "routine":
        world.order(SetVisitRule(1, rule))
    world.run(7 * 1440)
    mine, mind = world.everyone(Identity).role == INMATE, world.everyone(Mind)
    return float(mind.stress[mine].mean()), float(mind.mood[mine].mean())


def blows_of(stress: float, mood: float) -> int:
    """Count the assaults of men with a grudge and such minds."""
    world = each(hall(), hates)
    world.everyone(Mind).stress[:], world.everyone(Mind).mood[:] = stress, mood
    return assaults(world)


def test_cancelled_visits_raise_stress_in_each_prison_and_assaults_by_a_tenth_at_least() -> None:
    held = [minds_after_a_week("routine", seed) for seed in SEEDS]
    cancelled = [minds_after_a_week("none", seed) for seed in SEEDS]
    for (stress, mood), (worse_stress, worse_mood) in zip(held, cancelled, strict=True):
        assert worse_stress > stress + 0.05
        assert worse_mood < mood - 0.05
    usual = blows_of(*np.mean(held, axis=0).tolist())
    assert blows_of(*np.mean(cancelled, axis=0).tolist()) > 1.1 * usual


def revenge(friends: bool, seed: int) -> list[tuple[int, int]]:
    """Let a man wound another before a third, in six corners of a hall; return who then strikes whom, and why."""
    rules = (ViolenceRules(per_hour=0.06, highest_chance=1.0),)
    world = arena(
        "sight", CAST, ThoughtSystem, NewsSystem, SightSystem, ViolenceSystem, seed=seed, rules=rules
    )
    for corner in range(6):
        victim, culprit, third = (3 * corner + i for i in (1, 2, 3))
        for i, person in enumerate((victim, culprit, third)):
            put(world, person, tile(world, 6 + 4 * (corner % 3) + i, 2 + 4 * (corner // 3)))
        before = world.emit(Kind.KnownBefore, who=third, whom=victim)
        if friends:
            shift_tie(world, third, victim, before, regard=0.7)
        hurt(
            world,
            victim,
            culprit,
            0.5,
            world.emit(Kind.Struck, who=culprit, whom=victim, because=[Cause(before)]),
        )
    world.run(8 * 60)
    return _avenged(world)


def _avenged(world: World) -> list[tuple[int, int]]:
    """Return who struck whom; that the wound was why is among the causes."""
    blows = kinds(world, "Assaulted")
    for blow in blows:
        reasons = [world.chronicle.event(cause.event).kind for cause in world.chronicle.causes(blow.id)]
        assert Kind.Wounded in reasons
    return [(blow.who, blow.whom) for blow in blows]


def test_a_friends_wound_breeds_revenge_on_who_did_it() -> None:
    taken = [deed for seed in SEEDS for deed in revenge(friends=True, seed=seed)]
    assert len(taken) >= 5
    assert {(who % 3, whom % 3) for who, whom in taken} == {(0, 2)}, "the friend, and him who did it"
    assert not [deed for seed in SEEDS for deed in revenge(friends=False, seed=seed)]

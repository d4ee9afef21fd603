"""The sides of the comparison: the full game, the reduced day of ours, and the same day in Mesa."""

from collections.abc import Iterator

import esper
import numpy as np

from benchmarks.mesa_day import MesaDay
from game.sim.engine.snapshot import Snapshot, thaw
from game.sim.events import Kind
from game.sim.minds.ties import TieEnds, Ties
from game.sim.people import Doing, Needs, Place
from game.sim.systems.choice import ChoiceSystem
from game.sim.systems.meals import MealSystem
from game.sim.systems.movement import MovementSystem
from game.sim.systems.needs import NeedsSystem
from game.sim.systems.quarrels import QuarrelSystem
from game.sim.systems.time import RegimeSystem
from game.sim.world import World

REDUCED = (RegimeSystem, ChoiceSystem, MealSystem, MovementSystem, NeedsSystem, QuarrelSystem)
"""What the Mesa model does, too."""
TOLERANCE = 1e-9
"""Needs and chances may differ by rounding, nothing else may."""
_COMPARED = {Place: ("tile", "goal", "walking", "waited"), Doing: ("use", "until")}


def reduced(snapshot: Snapshot) -> World:
    """Thaw a world and leave it only the reduced day's systems."""
    world = thaw(snapshot)
    with world.entered():
        for kind in world.schedule:
            if kind not in REDUCED:
                esper.remove_processor(kind)
    return world


def differences(world: World, model: MesaDay) -> Iterator[str]:
    """Tell where a world and the Mesa model that began in the same state are no longer the same."""
    if world.tick != model.tick:
        yield f"ticks {world.tick} and {model.tick}"
    for kind, names in _COMPARED.items():
        for name in names:
            ours = getattr(world.everyone(kind), name)
            theirs = np.array([getattr(person, name) for person in model.people])
            if (ours != theirs).any():
                yield f"{name} of {int((ours != theirs).sum())} people at tick {world.tick}"
    needs = np.array([person.needs for person in model.people]).T
    if abs(world.everyone(Needs).block - needs).max() > TOLERANCE:
        yield f"needs at tick {world.tick}"
    if not _same_quarrels(world, model) or not _same_ties(world, model):
        yield f"quarrels before tick {world.tick}"


def _same_quarrels(world: World, model: MesaDay) -> bool:
    ours = [event for event in world.chronicle.since(0) if event.kind == Kind.Quarrelled]
    return len(ours) == len(model.quarrels) and all(
        (event.tick, event.who, event.whom, event.place) == quarrel[:4]
        and abs(event.amount - quarrel[4]) <= TOLERANCE
        for event, quarrel in zip(ours, model.quarrels, strict=True)
    )


def _same_ties(world: World, model: MesaDay) -> bool:
    ends, ties = world.everyone(TieEnds), world.everyone(Ties).block[:2]
    theirs = np.array(list(model.ties.values())).reshape(-1, 2).T
    pairs = list(zip(ends.who.tolist(), ends.whom.tolist(), strict=True))
    return pairs == list(model.ties) and bool((abs(ties - theirs) <= TOLERANCE).all())

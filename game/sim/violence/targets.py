"""Targets: whom somebody has something against, and has within reach."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.minds.ties import TieEnds, Ties
from game.sim.people import INMATE, Doing, Identity, Place
from game.sim.states import Break, State, StateRoots
from game.sim.violence.fights import settled
from game.sim.violence.numbers import ViolenceRules

if TYPE_CHECKING:
    from game.sim.world import World

Bools = NDArray[np.bool_]


def able(world: "World") -> Bools:
    """Tell by row who may strike or be struck: inmates awake, on the map, in nobody's hold."""
    place = world.everyone(Place)
    free: Bools = (
        (world.everyone(Identity).role == INMATE) & (place.tile > 0) & (world.everyone(State).held == 0)
    )
    free &= (world.everyone(Doing).use != INDEX["sleep"]) & settled(world)
    return free


def targets(world: "World", near: Bools) -> tuple[Ints, Ints]:
    """Return the rows of pairs: who of `near` (by row) has a motive, with each he has it against within reach."""
    ends, ties, people = world.everyone(TieEnds), world.everyone(Ties), world.people
    who, whom = people.row_of.take(ends.who), people.row_of.take(ends.whom)
    drives = near.take(who) & ((ties.hate > 0.02) | (ties.fear > 0.2))
    owes = near.take(whom) & (ties.debt > 0)
    a = np.concatenate([who[drives], whom[owes], *_meant(world, near, 0)])
    b = np.concatenate([whom[drives], who[owes], *_meant(world, near, 1)])
    there = (a >= 0) & (b >= 0)
    pairs = np.unique(a[there] * people.n + b[there])
    a, b = pairs // max(1, people.n), pairs % max(1, people.n)
    return _within_reach(world, a, b)


def _meant(world: "World", near: Bools, end: int) -> list[Ints]:
    """Return those who lash out (`end` 0), or whom they mean (`end` 1)."""
    rows = (near & (world.everyone(State).broken == Break.LASHING_OUT)).nonzero()[0]
    if not end:
        return [rows]
    roots = world.everyone(StateRoots).broken[rows].tolist()
    meant = [world.chronicle.event(root).whom if root else 0 for root in roots]
    return [world.people.rows(np.array(meant, np.int64))]


def _within_reach(world: "World", a: Ints, b: Ints) -> tuple[Ints, Ints]:
    place, ground, free = world.everyone(Place), world.ground, able(world)
    at, to = place.tile[a], place.tile[b]
    reach = world.rules(ViolenceRules).reach
    far = np.maximum(abs(at % ground.width - to % ground.width), abs(at // ground.width - to // ground.width))
    near = free[a] & free[b] & (far <= reach) & (ground.room_at[at] == ground.room_at[to]) & (a != b)
    return a[near], b[near]

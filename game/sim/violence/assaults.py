"""Assaults: somebody goes for another, perhaps with what he has on him, and a fight begins."""

from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.calendar import MINUTES_PER_HOUR
from game.sim.events import Cause, Kind
from game.sim.goods.items import THINGS, Items, items_of
from game.sim.house.going import hold
from game.sim.people import Place
from game.sim.states import Hold, State
from game.sim.violence.fights import Fight, close_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.sim.world import World

LONGEST_MINUTES = 3 * MINUTES_PER_HOUR
"""No fight lasts so long; who is in one is held for no longer."""


def weapon_of(world: "World", person: int) -> int:
    """Return the worst weapon somebody has on him, 0 for none."""
    held = [item for item in items_of(world, person) if THINGS[world.one(item, Items).thing].weapon]
    return max(held, key=lambda item: (THINGS[world.one(item, Items).thing].harm, -item), default=0)


def assault(
    world: "World", who: int, whom: int, motive: int, because: "Iterable[Cause]", weapon: int = 0
) -> Fight:
    """Let somebody go for another, for a motive (index in MOTIVES); return the fight that it begins."""
    room = int(world.ground.room_at[world.one(who, Place).tile])
    event = world.emit(
        Kind.Assaulted, who=who, whom=whom, place=room, item=weapon, detail=motive, because=single(because)
    )
    fight = Fight(event, who, whom, room, world.tick, [who], [whom], {who: event, whom: event})
    if weapon:
        fight.arms[who] = weapon
    world.attach("fight", event, fight)
    for person in (who, whom):
        engage(world, fight, person, event)
    close_in(world, who, whom)
    return fight


def engage(world: "World", fight: Fight, person: int, because: int) -> None:
    """Hold somebody in a fight until it is over."""
    row = int(world.people.row_of[person])
    hold(world, np.array([row]), Hold.FIGHT, "fight", world.tick + LONGEST_MINUTES, because)
    world.everyone(State).fight[row] = fight.id
    fight.because[person] = because


def single(causes: "Iterable[Cause]") -> list[Cause]:
    """Return causes with each event once, the weightiest of it."""
    weighed: dict[int, Cause] = {}
    for cause in causes:
        held = weighed.get(cause.event)
        if cause.event and (held is None or held.weight < cause.weight):
            weighed[cause.event] = cause
    return list(weighed.values())

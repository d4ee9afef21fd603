"""Setting people on their way: spots are reserved by one person at a time, then walked to."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.house.uses import INDEX
from game.sim.people import Doing, Identity, Locks, Place
from game.sim.states import Hold, State, StateRoots

if TYPE_CHECKING:
    from game.sim.house.paths import Paths
    from game.sim.world import World

Ints = NDArray[np.int64]


def taken_spots(world: "World") -> NDArray[np.bool_]:
    """Return which spots somebody has reserved, by spot id."""
    taken = np.zeros(len(world.ground.spot_tile), bool)
    taken[world.everyone(Place).goal] = True
    taken[0] = True
    return taken


def first_free(spots: list[int], taken: NDArray[np.bool_]) -> int:
    """Return the first free spot of a list and mark it taken; 0 if none is."""
    for spot in spots:
        if not taken[spot]:
            taken[spot] = True
            return spot
    return 0


def can_go(world: "World", rows: Ints, spots: Ints) -> NDArray[np.bool_]:
    """Tell who can get to his spot with his keys and the doors as they are."""
    tiles, keys = world.everyone(Place).tile[rows], world.everyone(Identity).keys[rows]
    return ways(world).reaches(tiles, keys, world.ground.spot_room[spots])


def ways(world: "World") -> "Paths":
    """Return the ways with the doors as they are now, also in a world just made or thawed."""
    locked = np.zeros(len(world.plan.doors), bool)
    locked[1:] = world.everyone(Locks).locked
    world.paths.heed(locked)
    return world.paths


def hold(world: "World", rows: Ints, by: Hold, use: str, until: int, because: int = 0) -> None:
    """Take people (rows) out of their own hands for a while: they choose nothing until `release`.

    Where they are to be, `head` says; without it they stop where they stand, or keep the seat they have.
    """
    state, doing, place = world.everyone(State), world.everyone(Doing), world.everyone(Place)
    state.held[rows], state.held_until[rows] = by, until
    world.everyone(StateRoots).held[rows] = because
    doing.use[rows], doing.since[rows], doing.until[rows] = INDEX[use], world.tick, until
    doing.because[rows] = because
    afoot = rows[place.walking[rows] == 1]
    place.walking[afoot] = 0
    place.goal[afoot] = place.room[afoot] = 0


def release(world: "World", rows: Ints) -> None:
    """Give people (rows) back to themselves: they choose at once what to do."""
    state, doing = world.everyone(State), world.everyone(Doing)
    state.held[rows], state.held_until[rows] = Hold.NONE, 0
    doing.until[rows] = world.tick


def head(world: "World", rows: Ints, spots: Ints, use: Ints | int, until: Ints | int) -> None:
    """Send people (by row) to spots, to do something there until a tick."""
    place, doing = world.everyone(Place), world.everyone(Doing)
    place.goal[rows] = spots
    place.room[rows] = world.ground.spot_room[spots]
    place.walking[rows] = 1
    place.waited[rows] = 0
    doing.use[rows] = use
    doing.since[rows] = world.tick
    doing.because[rows] = 0
    doing.until[rows] = until

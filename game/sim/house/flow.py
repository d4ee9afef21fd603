"""Flow fields: for many targets at once, the step that leads nearer from every tile.

All fields are found in one batched wave front over (field, tile) pairs: each round looks at the four neighbours of
the whole front of all fields together.
"""

import numpy as np
from numpy.typing import NDArray

OPEN, SEAT = 1, 2
"""What `walk` says of a tile, besides 0: blocked."""
STAY, EAST, WEST, SOUTH, NORTH = range(5)
"""Step codes; STAY means arrived, or no way."""


def steps(width: int) -> NDArray[np.int64]:
    """Return the difference in tiles of each step code."""
    return np.array([0, 1, -1, width, -width], np.int64)


def fields(
    passable: NDArray[np.bool_],
    seats: NDArray[np.bool_],
    sources: tuple[NDArray[np.int64], NDArray[np.int64]],
    width: int,
) -> NDArray[np.int8]:
    """Return step codes (fields, tiles) that lead to each field's sources.

    `passable` (fields, tiles) says where the wave may go; `seats` (tiles) can be left but not crossed, so the wave
    reaches them and ends there. `sources` are pairs of a field's number and a tile. The last column and row of
    the map have to be impassable.
    """
    count, size = passable.shape
    codes = np.zeros(count * size, np.int8)
    seat = np.tile(seats, count)
    front = np.unique(sources[0] * size + sources[1])
    todo = passable.ravel() | seat
    todo[front] = False
    deltas = steps(width)
    while front.size:
        found = []
        for code in (EAST, WEST, SOUTH, NORTH):
            near = front - deltas[code]
            near = near[todo.take(near)]  # beyond the first row lies the last one, which is impassable
            todo[near] = False
            codes[near] = code
            found.append(near)
        front = np.concatenate(found)
        front = front[~seat.take(front)]
    return codes.reshape(count, size)

"""Where people's feet are on each tile: in its middle, or where the seat is that stands there."""

import numpy as np
from numpy.typing import NDArray

from game.sim.house.furniture import Facing
from game.sim.house.plan import PrisonPlan

MIDDLE = (16, 25)
"""Feet on an empty tile, in pixels from its corner: low, so that heads stay clear of the wall behind."""

SEATS: dict[str, dict[Facing, tuple[int, int]]] = {
    "table": {Facing.SOUTH: (16, 31), Facing.NORTH: (16, 17)},
    "reading": {Facing.SOUTH: (16, 31), Facing.NORTH: (16, 17)},
    "round": {Facing.SOUTH: (16, 32), Facing.NORTH: (16, 20), Facing.EAST: (18, 24), Facing.WEST: (14, 24)},
    "desk": {Facing.NORTH: (16, 17)},
    "office": {Facing.NORTH: (16, 18)},
    "chair": {Facing.SOUTH: (16, 25)},
    "console": {Facing.NORTH: (16, 17)},
    "monitors": {Facing.NORTH: (16, 18)},
    "booth": {Facing.SOUTH: (16, 30), Facing.NORTH: (16, 18)},
    "sofa": {Facing.NORTH: (16, 21)},
    "pew": {Facing.NORTH: (16, 19)},
    "bench": {Facing.SOUTH: (16, 24)},
    "toilet": {Facing.SOUTH: (16, 24)},
}
"""Feet of who sits on a piece, by where he looks: his picture belongs to the seat's."""

STANDS: dict[str, dict[Facing, tuple[int, int]]] = {
    "lectern": {Facing.SOUTH: (16, 16)},
    "phone": {Facing.NORTH: (21, 20)},
    "pool": {Facing.EAST: (20, 25), Facing.WEST: (12, 25)},
    "shower": {Facing.SOUTH: (16, 27)},
    "stove": {Facing.NORTH: (16, 18)},
    "workbench": {Facing.NORTH: (16, 18)},
    "washer": {Facing.NORTH: (16, 18)},
    "counter": {Facing.SOUTH: (16, 24)},
}
"""Feet of who stands at a piece."""


class Feet:
    """Feet of each tile, in pixels of zoom 1, and whether one sits there."""

    def __init__(self, plan: PrisonPlan) -> None:
        tiles = np.arange(plan.width * plan.height)
        self.x: NDArray[np.float64] = (tiles % plan.width * 32 + MIDDLE[0]).astype(np.float64)
        self.y: NDArray[np.float64] = (tiles // plan.width * 32 + MIDDLE[1]).astype(np.float64)
        self.seat: NDArray[np.bool_] = np.zeros(len(tiles), np.bool_)
        for spot in plan.spots:
            if spot.piece < 0:
                continue
            kind = plan.pieces[spot.piece].kind
            place = SEATS.get(kind, {}).get(spot.facing) or STANDS.get(kind, {}).get(spot.facing)
            if place is not None:
                self.x[spot.tile] += place[0] - MIDDLE[0]
                self.y[spot.tile] += place[1] - MIDDLE[1]
            self.seat[spot.tile] = kind in SEATS

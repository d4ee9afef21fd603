"""Walking: along the flow field to a room, then to one's own spot in it; one person a tile."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.sim.flow import EAST, NORTH, SOUTH, WEST
from game.sim.furniture import Facing
from game.sim.ground import SEAT, Ground, Ints
from game.sim.people import Identity, Locks, Place, Trail
from game.sim.rules import Rules, rule
from game.sim.system import System

SUB_STEPS = 6
"""Sub-steps of 10 s in a tick, one tile each: 0.6 m/s on tiles of a metre, a stroll."""
_FACING = np.zeros(5, np.int64)
_FACING[[EAST, WEST, SOUTH, NORTH]] = Facing.EAST, Facing.WEST, Facing.SOUTH, Facing.NORTH


@dataclass(frozen=True, slots=True)
class MovementRules(Rules):
    """How people make way."""

    patience: float = rule(
        3, "sub-steps", "how long one waits before squeezing past who is in the way", low=1, high=60
    )


class MovementSystem(System):
    """Who is on the way goes six tiles a minute; a free tile goes to the first, two who meet pass one another.

    Nobody enters a wall, furniture, a locked door he has no key to, or a tile where somebody stands; who waits too
    long before somebody squeezes past him, changing places.
    """

    def run(self) -> None:
        """Walk one minute."""
        place, trail = self.everyone(Place), self.everyone(Trail)
        trail.block[:] = place.tile
        locked = np.zeros(len(self.world.plan.doors), bool)
        locked[1:] = self.everyone(Locks).locked
        self.world.paths.heed(locked)
        walkers = ((place.walking == 1) & (place.tile > 0)).nonzero()[0]
        if not walkers.size:
            return
        walk = _Walk(self, place, walkers, locked)
        for sub_step in range(1, SUB_STEPS + 1):
            moved = walk.sub_step()
            if moved is None:
                break
            if moved.size:
                trail.block[sub_step:, moved] = place.tile[moved]


class _Walk:
    """One tick of walking: what stays the same over its sub-steps."""

    def __init__(
        self, system: MovementSystem, place: Place, walkers: Ints, locked: NDArray[np.bool_]
    ) -> None:
        self.ground: Ground = system.world.ground
        self.place = place
        self.keys = system.everyone(Identity).keys
        self.patience = int(system.rules(MovementRules).patience)
        self.shut_need = np.where(locked, self.ground.door_need, 0)
        self.lanes = np.zeros(len(place.tile), np.int64)
        self.lanes[walkers] = system.world.paths.lanes(self.keys[walkers], place.room[walkers])
        self.codes = system.world.paths.codes
        self.walkers = walkers
        self.at = np.full(self.ground.size, -1, np.int64)
        """Row of who stands on a tile, −1 for nobody. Tile 0 is off the map."""
        self.at[place.tile] = np.arange(len(place.tile))
        self.at[0] = -1
        self.aim = place.tile.copy()

    def sub_step(self) -> Ints | None:
        """Move who can by one tile; return the rows that moved, None when nobody is on the way any more."""
        place, rows = self.place, self.walkers
        if not rows.size:
            return None
        here = place.tile[rows]
        self.aim[rows] = here
        code = self._codes(rows, here)
        going = code > 0
        self._arrive(rows[~going], here[~going])
        self.walkers = rows = rows[going]
        here, code = here[going], code[going]
        target = here + self.ground.deltas[code]
        self.aim[rows] = target
        place.facing[rows] = _FACING[code]
        moves = self._granted(rows, here, target)
        moved = rows[moves]
        self.at[here[moves]] = -1
        place.tile[moved] = target[moves]
        self.at[target[moves]] = moved
        self.aim[moved] = target[moves]
        place.waited[rows] += 1
        place.waited[moved] = 0
        return self._squeeze(rows, target, moved)

    def _codes(self, rows: Ints, here: Ints) -> NDArray[np.int8]:
        """Return the next step of each: the room's way to his spot, or the field's way to the room."""
        ground, place = self.ground, self.place
        goal = place.goal[rows]
        inside = ground.room_at[here] == place.room[rows]
        near = ground.way.take(ground.way_base[goal] + ground.rank[here], mode="clip")
        far = self.codes.take(self.lanes[rows] + here, mode="clip")
        return np.where(inside, near, far)

    def _arrive(self, rows: Ints, here: Ints) -> None:
        """Let those who stand on their spot take its pose; the others have no way now, and wait."""
        place, ground = self.place, self.ground
        there = here == ground.spot_tile[place.goal[rows]]
        rows = rows[there]
        place.walking[rows] = 0
        place.pose[rows] = ground.spot_pose[place.goal[rows]]
        place.facing[rows] = ground.spot_facing[place.goal[rows]]

    def _granted(self, rows: Ints, here: Ints, target: Ints) -> NDArray[np.bool_]:
        """Tell who moves: to a free tile, first come; or past one another, when two want each other's tile."""
        other = self.at[target]
        free = other < 0
        claim = rows[free][::-1]
        self.at[target[free][::-1]] = claim
        first = self.at[target] == rows
        self.at[target[free]] = -1
        meet = ~free & (self.aim[other] == here) & (self.place.walking[other] == 1)
        meet &= self.aim[other] != self.place.tile[other]
        granted: NDArray[np.bool_] = (free & first) | meet
        return granted

    def _squeeze(self, rows: Ints, target: Ints, moved: Ints) -> Ints:
        """Let who waited too long change places with who stands in his way."""
        place = self.place
        stuck = rows[place.waited[rows] >= self.patience]
        if not stuck.size:
            return moved
        done = set(moved.tolist())
        for row in stuck.tolist():
            tile, here = int(self.aim[row]), int(place.tile[row])
            other = int(self.at[tile])
            if other < 0 or row in done or other in done or not self._may_stand(other, here):
                continue
            place.tile[row], place.tile[other] = tile, here
            self.at[tile], self.at[here] = row, other
            place.waited[row] = 0
            if not place.walking[other] and place.goal[other]:
                place.walking[other] = 1
            done.update((row, other))
        return np.array(sorted(done), np.int64)

    def _may_stand(self, row: int, tile: int) -> bool:
        """Tell whether somebody may be pushed onto a tile: no seat, no door he has no key to."""
        need = int(self.shut_need[self.ground.door_at[tile]])
        return self.ground.walk[tile] != SEAT and not need & ~int(self.keys[row])

"""Walking: along the flow field to a room, then to one's own spot in it; one person a tile."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.house.flow import EAST, NORTH, OPEN, SEAT, SOUTH, STAY, WEST
from game.sim.house.furniture import Facing
from game.sim.house.ground import Ints
from game.sim.house.paths import LOCKED, NOBODY
from game.sim.people import Identity, Locks, Place, Trail

SUB_STEPS = 6
"""Sub-steps of 10 s in a tick, one tile each: 0.6 m/s on tiles of a metre, a stroll."""
_FACING = np.zeros(5, np.int64)
_FACING[[EAST, WEST, SOUTH, NORTH]] = Facing.EAST, Facing.WEST, Facing.SOUTH, Facing.NORTH
_ROUND = 1
"""Sub-steps that one waits before going round who is in the way."""


@dataclass(frozen=True, slots=True)
class MovementRules(Rules):
    """How people make way."""

    patience: float = rule(
        3, "sub-steps", "how long one waits before squeezing past somebody", low=1, high=60
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
        if walkers.size:
            _Walk(self, walkers).minute()


class _Walk:
    """One minute of walking. The walkers' values are gathered once, and written back when it is over.

    A walker follows the field to the room of his spot; where that ends, inside, the room's way to the spot. Both are
    looked up in one array, `codes[lane + tile]`: on entering the room his lane changes. All whose next tile is free
    move at once; the few others are looked at one by one, in the order of their rows.
    """

    def __init__(self, system: MovementSystem, rows: Ints) -> None:
        world = system.world
        self.ground, self.place = world.ground, system.everyone(Place)
        self.trail = system.everyone(Trail).block
        self.keys = system.everyone(Identity).keys
        self.patience = int(system.rules(MovementRules).patience)
        place, ground = self.place, self.ground
        self.rows = rows
        self.here = place.tile[rows]
        self.room = place.room[rows]
        self.waited = {i: int(place.waited[rows[i]]) for i in place.waited[rows].nonzero()[0].tolist()}
        """Sub-steps that a walker (by his number) has stood before something; only who did is in it."""
        self.far = world.paths.lanes(self.keys[rows], self.room)
        self.near = ground.way_base[place.goal[rows]]
        self.lane = self.far.copy()
        self.codes = world.paths.codes
        self.ended = 0
        """How many stood at the end of their way when last looked at; −1: look again."""
        self.empty = world.paths.empty
        self.at = self.empty.copy()
        """Row of who stands on a tile, or what is there instead."""
        self.at[place.tile] = np.arange(len(place.tile))
        self.at[0] = NOBODY
        self.number = np.full(len(place.tile), -1, np.int64)
        self.number[rows] = np.arange(len(rows))
        self._enter(np.arange(len(rows)))

    def minute(self) -> None:
        """Take all sub-steps and write back where people are."""
        for sub_step in range(1, SUB_STEPS + 1):
            self._sub_step(sub_step)
            self.trail[sub_step, self.rows] = self.here
        place, ground = self.place, self.ground
        place.tile[self.rows] = self.here
        place.waited[self.rows] = 0
        for i, waited in self.waited.items():
            place.waited[self.rows[i]] = waited
        place.facing[self.rows] = _FACING.take(self.code)
        there = self.here == ground.spot_tile[place.goal[self.rows]]
        rows = self.rows[there]
        place.walking[rows] = 0
        place.pose[rows] = ground.spot_pose[place.goal[rows]]
        place.facing[rows] = ground.spot_facing[place.goal[rows]]

    def _sub_step(self, sub_step: int) -> None:
        self.code = code = self.codes.take(self.lane + self.here, mode="clip")
        if np.count_nonzero(code) + self.ended != len(code):
            self._turn(code)
        target = self.here + self.ground.deltas.take(code)
        other = self.at.take(target)
        blocked = (other != NOBODY).nonzero()[0]
        self.at[target] = self.rows
        if blocked.size:
            self.at[target[blocked]] = other[blocked]
        stay = (self.at.take(target) != self.rows).nonzero()[0]
        wanted = target[stay]
        target[stay] = self.here[stay]
        self.at[self.here] = self.empty.take(self.here)
        self.at[target] = self.rows
        self.here = target
        if stay.size:
            stay, wanted = self._follow(stay, wanted)
            self._sort_out(sub_step, stay.tolist(), wanted.tolist())
        elif self.waited:
            self.waited = {}

    def _turn(self, code: NDArray[np.int8]) -> None:
        """Where a way ends, in the room, go on by its way to the spot."""
        ended = (code == STAY).nonzero()[0]
        self._enter(ended)
        code[ended] = self.codes.take(self.lane[ended] + self.here[ended], mode="clip")
        self.ended = len(code) - int(np.count_nonzero(code))

    def _enter(self, who: Ints) -> None:
        """Let those who are in the room of their spot follow its way to the spot, the others the field."""
        inside = self.ground.room_at.take(self.here[who]) == self.room[who]
        self.lane[who] = np.where(inside, self.near[who], self.far[who])

    def _follow(self, stay: Ints, wanted: Ints) -> tuple[Ints, Ints]:
        """Let those go whose tile has just been left; return who still stays, and what he wants."""
        free = (self.at.take(wanted) == NOBODY).nonzero()[0]
        if not free.size:
            return stay, wanted
        rows, tiles = self.rows[stay[free]], wanted[free]
        self.at[tiles] = rows
        free = free[self.at.take(tiles) == rows]
        left = self.here[stay[free]]
        self.at[left] = self.empty.take(left)
        self.here[stay[free]] = wanted[free]
        rest = np.ones(len(stay), bool)
        rest[free] = False
        return stay[rest], wanted[rest]

    def _sort_out(self, sub_step: int, stay: list[int], wanted: list[int]) -> None:
        """Let those who couldn't simply go open a door, pass one another, go round, or squeeze past."""
        aim = dict(zip(stay, wanted, strict=True))
        waited, self.waited = self.waited, {}
        at, row_of, empty, done = self.at.item, self.rows.item, self.empty.item, set[int]()
        number, here = self.number.item, self.here.item
        for i, tile in aim.items():
            if i in done:
                continue
            row, other, patience = row_of(i), at(tile), waited.get(i, 0)
            barred = empty(tile) == LOCKED and not self._has_key(row, tile)
            if other < 0 and not barred:
                self._go(i, row, tile)
            elif (
                other >= 0
                and not barred
                and aim.get(j := number(other)) == here(i)
                and self._passes(i, j, done)
            ):
                self._swap(i, row, j, other, tile)
                done.add(j)
            elif patience < _ROUND or not self._go_round(i, row, tile):
                self.waited[i] = patience + 1
                if patience >= self.patience and other >= 0 and not barred:
                    self._squeeze(sub_step, i, other, done)

    def _passes(self, i: int, j: int, done: set[int]) -> bool:
        """Tell whether the one in the way, who wants to come here, still can and may."""
        here = self.here.item(i)
        return j not in done and (self.empty.item(here) != LOCKED or self._has_key(self.rows.item(j), here))

    def _go(self, i: int, row: int, tile: int) -> None:
        here = self.here.item(i)
        self.at[here] = self.empty.item(here)
        self.at[tile] = row
        self.here[i] = tile

    def _swap(self, i: int, row: int, j: int, other: int, tile: int) -> None:
        """Let two walkers change places."""
        here = self.here.item(i)
        self.at[tile], self.at[here] = row, other
        self.here[i], self.here[j] = tile, here
        self.waited.pop(j, None)

    def _go_round(self, i: int, row: int, tile: int) -> bool:
        """Go to a free tile beside, unless it leads back here; True if there was one."""
        ground, here = self.ground, self.here.item(i)
        side = ground.width if abs(tile - here) == 1 else 1
        if row % 2:
            side = -side
        for beside in (here + side, here - side):
            if self.at.item(beside) == NOBODY and ground.walk.item(beside) == OPEN:
                onward = ground.deltas.item(self.codes.item(self.lane.item(i) + beside))
                same_room = ground.room_at.item(beside) == ground.room_at.item(here)
                if same_room and onward not in (0, here - beside):
                    self._go(i, row, beside)
                    return True
        return False

    def _squeeze(self, sub_step: int, i: int, other: int, done: set[int]) -> None:
        """Change places with who is in the way, unless he may not stand here, or has moved in this sub-step."""
        j, here, row = self.number.item(other), self.here.item(i), self.rows.item(i)
        tile = self.here.item(j) if j >= 0 else self.place.tile.item(other)
        moved = j >= 0 and self.trail.item(sub_step - 1, other) != tile
        shut = self.empty.item(here) == LOCKED and not self._has_key(other, here)
        if moved or j in done or shut or self.ground.walk.item(here) == SEAT:
            return
        if j >= 0:
            self._swap(i, row, j, other, tile)
            self._enter(np.array([i, j]))
        else:
            self.at[tile], self.at[here] = row, other
            self.here[i] = tile
            self._push(sub_step, other, here)
            self._enter(np.array([i]))
        self.waited[i] = 0
        self.ended = -1
        done.add(j)

    def _push(self, sub_step: int, row: int, tile: int) -> None:
        """Move somebody who rests aside; he goes back to his spot when he can."""
        self.place.tile[row] = tile
        self.trail[sub_step:, row] = tile
        if self.place.goal[row]:
            self.place.walking[row] = 1

    def _has_key(self, row: int, tile: int) -> bool:
        need = self.ground.door_need.item(self.ground.door_at.item(tile))
        return not need & ~self.keys.item(row)

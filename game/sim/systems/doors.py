"""Doors: who works them, when the regime shuts them, what an order changes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.sim.commands.wings import LOCKED, OPEN
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.house.uses import LOCKING
from game.sim.office import Wing
from game.sim.people import INMATE, Duty, Identity, Locks, Place
from game.sim.states import Hold, State

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class DoorRules(Rules):
    """When doors are shut."""

    grace_minutes: float = rule(
        20, "minutes", "how long wing doors stay open for stragglers at lock-up", low=0, high=60
    )


class DoorSystem(System):
    """Staff at a wing's station, or in the control room, lock and open doors as the regime and orders say.

    A cell is shut once those who live in it are in and nobody else is; a wing's doors at night once its men are
    home, or the grace is over. Where nobody is on post, doors stay as they are.
    """

    every = 5
    phase = 1

    def run(self) -> None:
        """Bring the doors to what they should be, where somebody can."""
        locks = self.everyone(Locks)
        wanted = self._wanted(locks.locked == 1)
        orders = locks.order
        wanted = np.where(orders == LOCKED, True, np.where(orders == OPEN, False, wanted))
        change = wanted != (locks.locked == 1)
        if change.any():
            change &= self._manned() & ~(wanted & self._somebody_inside())
            for row in change.nonzero()[0].tolist():
                self._turn(row + 1, bool(wanted[row]))

    def _wanted(self, now: Bools) -> Bools:
        """Return what the regime wants of each door; for those it can't do yet, what they are."""
        ground = self.world.ground
        wings = [wing for _, wing in self.world.each(Wing)]
        shut = np.zeros(len(self.world.plan.wings), bool)
        late = np.zeros(len(self.world.plan.wings), bool)
        for wing in wings:
            shut[wing.id] = wing.activity in LOCKING
            late[wing.id] = self.world.tick - wing.since >= self.rules(DoorRules).grace_minutes
        expected = self._expected_home()
        ready, home = self._cells_ready(expected), self._wings_home(expected)
        cell_wing = ground.room_wing[ground.cell_of_door]
        cells = np.where(shut[cell_wing], ready[ground.cell_of_door] | now, False)
        night = (
            np.array([w.activity == "sleep" or w.locked_down for w in wings]) if wings else np.zeros(0, bool)
        )
        closed = np.zeros(len(self.world.plan.wings), bool)
        closed[[w.id for w in wings]] = night
        wing_doors = np.where(
            closed[ground.wing_of_door], home[ground.wing_of_door] | late[ground.wing_of_door] | now, False
        )
        usual = ground.door_usual
        return np.where(
            ground.cell_of_door > 0, cells, np.where(ground.wing_of_door > 0, wing_doors | usual, usual)
        )

    def _cells_ready(self, expected: Bools) -> Bools:
        """Tell for each room whether all who live there are in, and nobody else."""
        identity, place = self.everyone(Identity), self.everyone(Place)
        rooms = len(self.world.plan.rooms)
        here = self.world.ground.room_at[place.tile]
        cell = np.where(expected, identity.cell, 0)
        out = np.bincount(cell[(here != cell) | (place.walking == 1)], minlength=rooms)
        guests = np.bincount(here[here != cell], minlength=rooms)
        ready: Bools = (out == 0) & (guests == 0)
        return ready

    def _expected_home(self) -> Bools:
        """Tell which inmates can come home: not those who lie sick."""
        inmate = (self.everyone(Identity).role == INMATE) & (self.everyone(Place).tile > 0)
        home: Bools = inmate & (self.everyone(State).held != Hold.SICK)
        return home

    def _wings_home(self, expected: Bools) -> Bools:
        """Tell for each wing whether all its men are in their cells: none may be locked in where he showers."""
        identity, place = self.everyone(Identity), self.everyone(Place)
        away = expected & (self.world.ground.room_at[place.tile] != identity.cell)
        home: Bools = np.bincount(identity.wing[away], minlength=len(self.world.plan.wings)) == 0
        return home

    def _manned(self) -> Bools:
        """Tell for each door whether somebody is on the post that works it."""
        duty, place = self.everyone(Duty), self.everyone(Place)
        rows = ((duty.on == 1) & (place.tile > 0) & (place.walking == 0)).nonzero()[0]
        posts = duty.post[rows]
        wing = self.world.ground.post_wing[posts]
        control = bool((self.world.ground.post_control[posts]).any())
        manned = np.zeros(len(self.world.plan.wings), bool)
        manned[wing] = True
        manned[0] = False
        reach: Bools = manned[self.world.ground.wing_near_door] | control
        return reach

    def _somebody_inside(self) -> Bools:
        """Tell in which doors somebody stands."""
        occupied: Bools = np.isin(self.world.ground.door_tile[1:], self.everyone(Place).tile)
        return occupied

    def _turn(self, door: int, locked: bool) -> None:
        lock = self.world.one(door, Locks)
        lock.locked = int(locked)
        if lock.ordered:
            kind = Kind.DoorLocked if locked else Kind.DoorUnlocked
            room = self.world.plan.doors[door].rooms[0]
            because = [Cause(int(lock.ordered), 1.0, Role.DEED)]
            lock.because = self.world.emit(kind, place=room, detail=door, because=because)
            lock.ordered = 0

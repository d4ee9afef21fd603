"""What inmates turn to: within what the hour allows, to what they lack most, where there is room."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.calendar import hour_of
from game.sim.going import can_go, first_free, head, some_free, taken_spots
from game.sim.office import Send
from game.sim.people import INMATE, NEEDS, Doing, Identity, Needs, Place
from game.sim.plan import CELL_KINDS
from game.sim.rules import Rules, rule
from game.sim.system import System
from game.sim.uses import ALLOWED, INDEX, USES, Use

if TYPE_CHECKING:
    from game.sim.world import World

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
TROLLEY_HOURS = (7, 12, 18)
"""When food is brought to those who are locked in."""


@dataclass(frozen=True, slots=True)
class ChoiceRules(Rules):
    """How people choose what to do."""

    whim: float = rule(0.35, "share", "how much chance weighs against need in a choice", low=0, high=1)
    stay_spread: float = rule(
        0.5, "share", "how much longer or shorter than usual one stays", low=0, high=0.9
    )
    retry_minutes: float = rule(4, "minutes", "when one who found no place tries again", low=1, high=60)
    trolley_hunger: float = rule(0.25, "need", "hunger from which one eats what is brought", low=0, high=1)


class SendSystem(System):
    """Who was ordered somewhere goes there, stays for the time, and is then his own man again."""

    every = 2

    def run(self) -> None:
        """Set out who was sent; end what is over."""
        for person, send in self.world.each(Send):
            if self.world.tick >= send.until or person not in self.world.people:
                self.world.detach("send", person)
            elif self.world.one(person, Doing).until <= self.world.tick:
                self._go(person, send)

    def _go(self, person: int, send: Send) -> None:
        world = self.world
        row = int(world.people.row_of[person])
        rooms = [
            spot
            for kind in USES[INDEX["sent"]].spots
            for spot in world.ground.spots_in.get((send.room, kind), [])
        ]
        spot = first_free(rooms, taken_spots(world))
        rows = np.array([row])
        if spot and can_go(world, rows, np.array([spot]))[0]:
            head(world, rows, np.array([spot]), INDEX["sent"], send.until)
            world.everyone(Doing).because[row] = send.because


class ChoiceSystem(System):
    """An inmate whose time is up turns to what he lacks most, of what the hour allows and has room for."""

    every = 2
    phase = 1

    def run(self) -> None:
        """Let all choose whose time is up, wing by wing."""
        doing, identity, place = self.everyone(Doing), self.everyone(Identity), self.everyone(Place)
        due = (doing.until <= self.world.tick) & (identity.role == INMATE) & (place.tile > 0)
        rows = due.nonzero()[0]
        if not rows.size:
            return
        taken = taken_spots(self.world)
        wings = identity.wing[rows]
        for wing in np.unique(wings).tolist():
            activity = self.world.wing(wing).activity if wing else "free"
            self._choose(rows[wings == wing], wing, activity, taken)

    def _choose(self, rows: Ints, wing: int, activity: str, taken: Bools) -> None:
        uses = self._allowed(activity)
        wish = self._wishes(rows, uses)
        for use in np.unique(wish).tolist():
            mine = rows[wish == use]
            left = self._place(mine, USES[use], wing, taken)
            if left.size and USES[use].where != "own":
                left = self._place(left, USES[INDEX["stroll" if activity == "free" else "rest"]], wing, taken)
            self._stay(left)

    def _allowed(self, activity: str) -> list[int]:
        allowed = ALLOWED[activity]
        if activity == "locked" and hour_of(self.world.tick) in TROLLEY_HOURS:
            allowed = (*allowed, "eat_in")
        return [INDEX[key] for key in allowed]

    def _wishes(self, rows: Ints, uses: list[int]) -> Ints:
        """Return the use each person wants most."""
        needs, rules = self.everyone(Needs).block[:, rows], self.rules(ChoiceRules)
        chance = self.dice.uniforms(len(uses) * len(rows)).reshape(len(uses), len(rows)) * rules.whim
        score = chance
        for i, use in enumerate(uses):
            score[i] += USES[use].draw
            for need in USES[use].needs:
                score[i] += needs[NEEDS.index(need)] / len(USES[use].needs)
        score += self._bars(rows, uses)
        wish: Ints = np.array(uses)[score.argmax(axis=0)]
        return wish

    def _bars(self, rows: Ints, uses: list[int]) -> NDArray[np.float64]:
        """Rule out work without a workplace, and let the hungry eat what is brought."""
        bars = np.zeros((len(uses), len(rows)))
        if INDEX["work"] in uses:
            bars[uses.index(INDEX["work"])] -= 9.0 * (self.everyone(Identity).job[rows] == 0)
        if INDEX["eat_in"] in uses:
            hungry = self.everyone(Needs).hunger[rows] > self.rules(ChoiceRules).trolley_hunger
            bars[uses.index(INDEX["eat_in"])] += np.where(hungry, 9.0, -9.0)
        return bars

    def _place(self, rows: Ints, use: Use, wing: int, taken: Bools) -> Ints:
        """Find spots for a use and send people there; return those without one."""
        if use.where == "any":
            spots = some_free(self._open_to(use, wing), taken, len(rows), self.dice)
        else:
            spots = np.array([self._own(row, use, taken) for row in rows.tolist()], np.int64)
            rows, left = rows[spots > 0], rows[spots == 0]
            spots = spots[spots > 0]
            return np.concatenate([left, self._go(rows, spots, use)])
        return np.concatenate([rows[len(spots) :], self._go(rows[: len(spots)], spots, use)])

    def _go(self, rows: Ints, spots: Ints, use: Use) -> Ints:
        if not rows.size:
            return rows
        able = can_go(self.world, rows, spots)
        spread = self.rules(ChoiceRules).stay_spread
        stay = use.minutes * (1 - spread + 2 * spread * self.dice.uniforms(len(rows)))
        until = self.world.tick + stay.astype(np.int64)
        head(self.world, rows[able], spots[able], INDEX[use.key], until[able])
        return rows[~able]

    def _own(self, row: int, use: Use, taken: Bools) -> int:
        """Return a spot in the own cell, or at the own workplace."""
        identity, place, ground = self.everyone(Identity), self.everyone(Place), self.world.ground
        room = int(identity.cell[row] if use.where == "own" else identity.job[row])
        if use.key == "sleep" or not room:
            return int(identity.bed[row])
        held = int(place.goal[row])
        if held and ground.spot_room[held] == room and self.world.plan.spots[held].kind in use.spots:
            return held
        for kind in use.spots:
            if kind == "bed":
                break
            spot = first_free(ground.spots_in.get((room, kind), []), taken)
            if spot:
                return spot
        return int(identity.bed[row]) if use.where == "own" else 0

    def _open_to(self, use: Use, wing: int) -> Ints:
        return spots_open_to(self.world, use.key, wing)

    def _stay(self, rows: Ints) -> None:
        """Who found no place waits where he is and tries again soon."""
        if rows.size:
            doing = self.everyone(Doing)
            doing.use[rows] = INDEX["wait"]
            retry = int(self.rules(ChoiceRules).retry_minutes)
            doing.until[rows] = self.world.tick + retry + self.dice.belows(retry, len(rows))


def spots_open_to(world: "World", use: str, wing: int) -> Ints:
    """Return the spots where people of a wing may do something: in their wing, and in rooms of no cell wing."""
    ground = world.ground
    found = ground.open_spots.get((use, wing))
    if found is None:
        housing = {room.wing for room in world.plan.rooms if room.kind in CELL_KINDS}
        block = _block_of(world, wing)
        rooms = [
            room.id
            for room in world.plan.rooms[1:]
            if room.kind in USES[INDEX[use]].rooms
            and (room.wing == wing or room.wing not in housing)
            and (block < 0 or ground.room_block[room.id] == block)
        ]
        found = ground.open_spots[use, wing] = ground.spots_of(rooms, USES[INDEX[use]].spots)
    return found


def _block_of(world: "World", wing: int) -> int:
    rooms = (world.ground.room_wing == wing).nonzero()[0]
    return int(world.ground.room_block[rooms[0]]) if rooms.size and wing else -1

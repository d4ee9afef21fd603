"""Staff: shifts that come and go by the gate, posts and rounds."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.calendar import MINUTES_PER_HOUR, SHIFT_STARTS_HOURS, minute_of_day
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Kind
from game.sim.house.going import first_free, head, taken_spots
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.people import INMATE, Doing, Duty, Identity, Place, Status
from game.sim.states import Hold, State

if TYPE_CHECKING:
    from game.sim.world import World


LATEST_RELIEF_MINUTES = 120
"""Who is held up at the end of his shift leaves when he can, up to so much later."""


@dataclass(frozen=True, slots=True)
class StaffRules(Rules):
    """When staff come and go."""

    early_minutes: float = rule(
        15, "minutes", "how long before their shift staff come through the gate", low=5, high=55
    )
    handover_minutes: float = rule(5, "minutes", "how long a shift stays on after its end", low=0, high=55)


class ShiftSystem(System):
    """Staff come in by the gate before their shift, and leave by it after; an order to another post is then over."""

    every = 5

    def run(self) -> None:
        """Call in those whose shift is near, send home those whose shift is over."""
        rules = self.rules(StaffRules)
        minute = minute_of_day(self.world.tick)
        for shift, hour in enumerate(SHIFT_STARTS_HOURS):
            start = hour * MINUTES_PER_HOUR
            if 0 <= minute - start + int(rules.early_minutes) < self.every:
                self._come(shift)
            if minute == start:
                self.world.emit(Kind.ShiftBegan, detail=shift)
            if 0 <= minute - start - int(rules.handover_minutes) <= LATEST_RELIEF_MINUTES:
                self._leave(shift)

    def _come(self, shift: int) -> None:
        duty, identity = self.everyone(Duty), self.everyone(Identity)
        rows = ((duty.shift == shift) & (duty.on == 0) & (identity.status == Status.AWAY)).nonzero()[0]
        call_in(self.world, rows)

    def _leave(self, shift: int) -> None:
        duty = self.everyone(Duty)
        free = self.everyone(State).held == Hold.NONE
        rows = ((duty.on == 1) & (duty.shift != shift) & free).nonzero()[0]
        if not rows.size:
            return
        duty.on[rows] = 0
        duty.post[rows] = duty.roster[rows]
        duty.because[rows] = 0
        for mine, gates in by_gates(self.world, rows):
            spots = gates[np.arange(len(mine)) % len(gates)]
            head(self.world, mine, spots, INDEX["leave"], self.world.tick + 600)


def call_in(world: "World", rows: Ints) -> None:
    """Put staff on duty; they are at the gate and will come in as it has room."""
    duty, identity, doing = world.everyone(Duty), world.everyone(Identity), world.everyone(Doing)
    duty.on[rows] = 1
    duty.leg[rows] = 0
    identity.status[rows] = Status.PRESENT
    doing.use[rows] = INDEX["arrive"]
    doing.until[rows] = world.tick


def by_gates(world: "World", rows: Ints) -> list[tuple[Ints, Ints]]:
    """Share people (rows) out to the gates of their block: that of their post, or of their cell."""
    ground, posts = world.ground, world.plan.posts
    if world.plan.blocks == 1:
        return [(rows, ground.entrances)]
    post, cell = world.everyone(Duty).post[rows].tolist(), world.everyone(Identity).cell[rows].tolist()
    rooms = [next(iter(posts[p].rooms), home) for p, home in zip(post, cell, strict=True)]
    block = ground.room_block[rooms]
    gate_block = ground.room_block[ground.spot_room[ground.entrances]]
    return [(rows[block == b], ground.entrances[gate_block == b]) for b in np.unique(block).tolist()]


class GateSystem(System):
    """Who is to come in appears at a free place of the entrance; who has come there to leave is gone."""

    every = 4

    def run(self) -> None:
        """Let people in and out."""
        place, identity = self.everyone(Place), self.everyone(Identity)
        self._out(place, identity)
        waiting = ((place.tile == 0) & (identity.status == Status.PRESENT)).nonzero()[0]
        for mine, gates in by_gates(self.world, waiting) if waiting.size else ():
            tiles = self.world.ground.spot_tile[gates]
            free = tiles[~np.isin(tiles, place.tile)][: len(mine)]
            place.tile[mine[: len(free)]] = free

    def _out(self, place: Place, identity: Identity) -> None:
        doing = self.everyone(Doing)
        leaving = ((doing.use == INDEX["leave"]) & (place.walking == 0) & (place.tile > 0)).nonzero()[0]
        if leaving.size:
            place.tile[leaving] = 0
            place.goal[leaving] = 0
            identity.status[leaving] = Status.AWAY


class PostSystem(System):
    """Staff on duty stand at their post; who has a round goes from room to room of it."""

    every = 5

    def run(self) -> None:
        """Send those who are due to their next place."""
        duty, doing, place = self.everyone(Duty), self.everyone(Doing), self.everyone(Place)
        role = self.everyone(Identity).role
        due = (duty.on == 1) & (doing.until <= self.world.tick) & (place.tile > 0) & (role != INMATE)
        due &= self.everyone(State).held == Hold.NONE
        rows = due.nonzero()[0]
        if rows.size:
            self._send(rows)

    def _send(self, rows: Ints) -> None:
        duty, place = self.everyone(Duty), self.everyone(Place)
        taken = taken_spots(self.world)
        going, spots, until = [], [], []
        for row in rows.tolist():
            post = self.world.plan.posts[int(duty.post[row])]
            room = post.rooms[int(duty.leg[row]) % len(post.rooms)] if post.rooms else 0
            spot = self._spot(room, post.spot, int(place.goal[row]), taken)
            duty.leg[row] += 1
            if spot:
                going.append(row)
                spots.append(spot)
                stay = post.minutes_per_room if len(post.rooms) > 1 else MINUTES_PER_HOUR
                until.append(self.world.tick + stay)
        if going:
            head(self.world, np.array(going), np.array(spots), INDEX["duty"], np.array(until))

    def _spot(self, room: int, kind: str, held: int, taken: NDArray[np.bool_]) -> int:
        ground = self.world.ground
        if held and ground.spot_room[held] == room:
            return held
        kinds = (
            (kind, "stand", "console", "office", "chair", "seat", "bench")
            if kind
            else ("stand", "chair", "seat", "bench")
        )
        for name in kinds:
            spot = first_free(ground.spots_in.get((room, name), []), taken)
            if spot:
                return spot
        return 0

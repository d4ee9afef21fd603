"""What inmates turn to: within what the hour allows, to what they lack most, where there is room."""

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.care.apart import Apart
from game.sim.engine.calendar import hour_of
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.house.going import can_go, head
from game.sim.house.ground import Ints, Spots
from game.sim.house.plan import ACTIVITIES
from game.sim.house.uses import CHOSEN, INDEX, USES, Use, allowed_uses
from game.sim.office import Send, Wing
from game.sim.people import INMATE, NEEDS, Doing, Identity, Needs, Place
from game.sim.states import Break, Hold, State

if TYPE_CHECKING:
    from game.sim.world import World

Bools = NDArray[np.bool_]
ALLOWED_USES = allowed_uses()[:, CHOSEN]
"""What is allowed in each activity: (activities, CHOSEN)."""
_MINUTES = np.array([use.minutes for use in USES], np.float64)
_WORK, _EAT_IN, _STROLL, _QUEUE = INDEX["work"], INDEX["eat_in"], INDEX["stroll"], INDEX["queue"]
_WITHDRAW, _HOME = INDEX["withdraw"], (INDEX["sleep"], INDEX["count"], INDEX["eat_in"])
_HUNGER = NEEDS.index("hunger")
_SLOT = np.full(len(USES), len(CHOSEN), np.int64)
"""Which row of the scores a use has; one row more is for all that nobody chooses."""
_SLOT[list(CHOSEN)] = np.arange(len(CHOSEN))
_NEVER = -10.0
"""What rules a choice out: far below any score."""
TROLLEY_HOURS = (7, 12, 18)
"""When food is brought to those who are locked in."""


@dataclass(frozen=True, slots=True)
class ChoiceRules(Rules):
    """How people choose what to do."""

    whim: float = rule(0.35, "share", "how much chance weighs against need in a choice", low=0, high=1)
    inertia: float = rule(
        0.2, "share", "how much going on with what one does weighs against need", low=0, high=1
    )
    stay_spread: float = rule(
        0.5, "share", "how much longer or shorter than usual one stays", low=0, high=0.9
    )
    retry_minutes: float = rule(4, "minutes", "when one who found no place tries again", low=1, high=60)
    trolley_hunger: float = rule(
        0.25, "need", "hunger from which one eats at a meal, or what is brought", low=0, high=1
    )
    withdrawn_hunger: float = rule(
        0.5, "need", "hunger from which one who has withdrawn touches what is brought", low=0, high=1
    )


class ChoiceSystem(System):
    """An inmate whose time is up turns to what he lacks most, of what the hour allows and has room for."""

    every = 5
    phase = 1

    def run(self) -> None:
        """Let all choose whose time is up."""
        doing, identity, place = self.everyone(Doing), self.everyone(Identity), self.everyone(Place)
        due = (doing.until <= self.world.tick) & (identity.role == INMATE) & (place.tile > 0)
        due &= self.everyone(State).held == Hold.NONE
        for person, _ in self.world.each(Send):
            due[self.world.people.row_of[person]] = False
        rows = due.nonzero()[0]
        if not rows.size:
            return
        wish = self._wishes(rows)
        spots, wish = _Search(self).spots(rows, wish)
        found = spots > 0
        self._go(rows[found], spots[found], wish[found])
        self._stay(rows[~found])

    def _wishes(self, rows: Ints) -> Ints:
        """Return the use each person wants most."""
        needs, doing, rules = self.everyone(Needs).block, self.everyone(Doing), self.rules(ChoiceRules)
        score = np.zeros((len(CHOSEN) + 1, len(rows)))
        score[:-1] = self.dice.uniforms(len(CHOSEN) * len(rows)).reshape(len(CHOSEN), -1)
        score *= rules.whim
        for i, use in enumerate(USES[chosen] for chosen in CHOSEN):
            if use.needs:
                score[i] += use.draw
                for need in use.needs:
                    score[i] += needs[NEEDS.index(need)].take(rows) / len(use.needs)
        score[_SLOT[doing.use[rows]], np.arange(len(rows))] += rules.inertia
        score = score[:-1]
        score[_SLOT[_WORK]] += np.where(self.everyone(Identity).job[rows] > 0, USES[_WORK].draw, _NEVER)
        hungry = needs[_HUNGER].take(rows) > rules.trolley_hunger
        score[_SLOT[[_QUEUE, _EAT_IN]]] += np.where(hungry, -_NEVER, _NEVER)
        score += np.where(self._allowed(rows), 0.0, 3 * _NEVER)
        return self._keep_in(rows, np.array(CHOSEN).take(score.argmax(axis=0)))

    def _keep_in(self, rows: Ints, wish: Ints) -> Ints:
        """Let who has withdrawn stay in his cell whatever the hour allows; there he eats of what is brought."""
        withdrawn = self.everyone(State).broken[rows] == Break.WITHDRAWN
        if not withdrawn.any():
            return wish
        eats = self.everyone(Needs).hunger[rows] > self.rules(ChoiceRules).withdrawn_hunger
        eats &= hour_of(self.world.tick) in TROLLEY_HOURS
        return np.where(withdrawn & ~np.isin(wish, _HOME), np.where(eats, _EAT_IN, _WITHDRAW), wish)

    def _allowed(self, rows: Ints) -> Bools:
        """Return what each may do now: (CHOSEN, people)."""
        table = np.repeat(ALLOWED_USES[ACTIVITIES.index("free")][:, None], len(self.world.plan.wings), axis=1)
        trolley = hour_of(self.world.tick) in TROLLEY_HOURS
        for _, wing in self.world.each(Wing):
            table[:, wing.id] = ALLOWED_USES[ACTIVITIES.index(wing.activity)]
            table[_SLOT[_EAT_IN], wing.id] = trolley and wing.activity == "locked"
        return table[:, self.everyone(Identity).wing[rows]]

    def _go(self, rows: Ints, spots: Ints, uses: Ints) -> None:
        able = can_go(self.world, rows, spots)
        spread = self.rules(ChoiceRules).stay_spread
        stay = _MINUTES[uses] * (1 - spread + 2 * spread * self.dice.uniforms(len(rows)))
        until = self.world.tick + stay.astype(np.int64)
        head(self.world, rows[able], spots[able], uses[able], until[able])
        self._stay(rows[~able])

    def _stay(self, rows: Ints) -> None:
        """Who found no place waits where he is and tries again soon."""
        if rows.size:
            doing = self.everyone(Doing)
            doing.use[rows] = INDEX["wait"]
            retry = int(self.rules(ChoiceRules).retry_minutes)
            doing.until[rows] = self.world.tick + retry + self.dice.belows(retry, len(rows))


class _Search:
    """Finds spots for the people of one round of choices, each spot for one."""

    def __init__(self, system: ChoiceSystem) -> None:
        self.world = system.world
        self.dice = system.dice
        self.place, self.identity = system.everyone(Place), system.everyone(Identity)
        self.taken = set(self.place.goal.tolist())

    def spots(self, rows: Ints, uses: Ints) -> tuple[Ints, Ints]:
        """Return a spot for each, 0 for none, and what he does there: a stroll, if his wish has no room."""
        starts = self.dice.uniforms(len(rows)).tolist()
        wings = self.identity.wing[rows].tolist()
        held = self.place.goal[rows].tolist()
        everyone = zip(rows.tolist(), uses.tolist(), wings, held, starts, strict=True)
        found = np.array([self._one(*each) for each in everyone], np.int64).reshape(-1, 2)
        self._keep_apart(rows, found)
        return found[:, 0], found[:, 1]

    def _keep_apart(self, rows: Ints, found: Ints) -> None:
        """Let nobody queue where somebody eats or queues from whom he is kept apart: he waits for the next sitting."""
        for _, pair in self.world.each(Apart):
            for person, other in ((pair.one, pair.other), (pair.other, pair.one)):
                row, there = self.world.people.rows(np.array([person, other], np.int64)).tolist()
                turn = int((rows == row).argmax()) if row in rows else -1
                queues = turn >= 0 and there >= 0 and found[turn, 1] == _QUEUE
                if queues and self._is_met(
                    int(self.world.ground.spot_room[found[turn, 0]]), there, rows, found
                ):
                    found[turn, 0] = 0

    def _is_met(self, room: int, row: int, rows: Ints, found: Ints) -> bool:
        """Tell whether somebody is in a room, or bound for it by this round of choices or before."""
        spot = int(found[(rows == row).argmax(), 0]) if row in rows else int(self.place.goal[row])
        ground = self.world.ground
        return room in (ground.spot_room[spot], ground.room_at[self.place.tile[row]])

    def _one(self, row: int, use: int, wing: int, held: int, start: float) -> tuple[int, int]:
        if USES[use].where != "any":
            return self._own(row, USES[use], held), use
        spots = spots_open_to(self.world, use, wing)
        spot = held if held in spots.members else self._free(spots.ids, start)
        if spot or use == _QUEUE:
            return spot, use
        home = spots_open_to(self.world, _STROLL, wing, at_home=True)
        return (held if held in home.members else self._free(home.ids, start)), _STROLL

    def _free(self, spots: list[int], start: float) -> int:
        """Return the first free spot from a random one on."""
        first = int(start * len(spots))
        for spot in itertools.chain(itertools.islice(spots, first, None), itertools.islice(spots, first)):
            if spot not in self.taken:
                self.taken.add(spot)
                return spot
        return 0

    def _own(self, row: int, use: Use, held: int) -> int:
        """Return a spot in the own cell, or at the own workplace."""
        ground = self.world.ground
        room = int(self.identity.cell[row] if use.where == "own" else self.identity.job[row])
        bed = int(self.identity.bed[row])
        if use.key == "sleep" or not room:
            return bed
        if held and ground.spot_room[held] == room and self.world.plan.spots[held].kind in use.spots:
            return held
        for kind in use.spots:
            for spot in ground.spots_in.get((room, kind), ()) if kind != "bed" else ():
                if spot not in self.taken:
                    self.taken.add(spot)
                    return spot
        return bed if use.where == "own" else 0


def spots_open_to(world: "World", use: int, wing: int, at_home: bool = False) -> Spots:
    """Return the spots where people of a wing may do something: in their wing, and in rooms of no cell wing.

    `at_home` leaves out what is not in the wing itself.
    """
    ground = world.ground
    found = ground.open_spots.get((use, wing, at_home))
    if found is None:
        housing = {world.plan.rooms[cell].wing for cell in ground.cells}
        block = _block_of(world, wing)
        rooms = [
            room.id
            for room in world.plan.rooms[1:]
            if room.kind in USES[use].rooms
            and (room.wing == wing or (room.wing not in housing and not at_home))
            and (block < 0 or ground.room_block[room.id] == block)
        ]
        found = ground.open_spots[use, wing, at_home] = Spots(
            ground.spots_of(rooms, USES[use].spots).tolist()
        )
    return found


def _block_of(world: "World", wing: int) -> int:
    rooms = (world.ground.room_wing == wing).nonzero()[0]
    return int(world.ground.room_block[rooms[0]]) if rooms.size and wing else -1

"""Queues at the canteen's hatches."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Kind
from game.sim.house.going import head
from game.sim.house.uses import INDEX, USES
from game.sim.people import INMATE, Doing, Identity, Needs, Place, Roots

if TYPE_CHECKING:
    from game.sim.world import World

_EAT = INDEX["eat"]


@dataclass(frozen=True, slots=True)
class MealRules(Rules):
    """How fast food is handed out."""

    missed_hunger: float = rule(
        0.6, "need", "hunger at the end of a meal hour that counts as a meal missed", low=0, high=1
    )
    trays_per_minute: float = rule(3, "trays", "people served a minute at one hatch", low=1, high=20)


class MealSystem(System):
    """At each hatch the first few of the queue get a tray and look for a seat; the others move up."""

    every = 4

    def run(self) -> None:
        """Serve and move up, all queues together."""
        ground, goal = self.world.ground, self.everyone(Place).goal
        rows = (ground.queue_of.take(goal) >= 0).nonzero()[0]
        if not rows.size:
            return
        lines: dict[int, list[tuple[int, int]]] = {}
        for row, spot in zip(rows.tolist(), goal[rows].tolist(), strict=True):
            lines.setdefault(int(ground.queue_of[spot]), []).append((int(ground.spot_order[spot]), row))
        walking = self.everyone(Place).walking
        trays = int(self.rules(MealRules).trays_per_minute) * self.every
        served: list[int] = []
        waiting: list[tuple[list[int], list[int]]] = []
        for queue, line in sorted(lines.items()):
            first = [row for _, row in sorted(line)]
            ready = [row for row in first[:trays] if not walking[row]]
            served += ready
            waiting.append(([row for row in first if row not in ready], ground.queues[queue]))
        fed = self._seat(served)
        self._move_up(waiting, [row for row in served if row not in fed])

    def _seat(self, rows: list[int]) -> set[int]:
        """Give trays to as many as there are seats; return who got one."""
        ground, place = self.world.ground, self.everyone(Place)
        taken = set(place.goal.tolist())
        fed: dict[int, int] = {}
        for row in rows:
            room = int(ground.spot_room[place.goal[row]])
            seats = [seat for seat in ground.spots_in.get((room, "seat"), ()) if seat not in taken]
            if seats:
                fed[row] = seats[self.dice.below(len(seats))]
                taken.add(fed[row])
        if fed:
            self.everyone(Roots).hunger[list(fed)] = 0
            stay = USES[_EAT].minutes - 5 + self.dice.belows(11, len(fed))
            head(self.world, np.array(list(fed)), np.array(list(fed.values())), _EAT, self.world.tick + stay)
        return set(fed)

    def _move_up(self, waiting: list[tuple[list[int], list[int]]], unfed: list[int]) -> None:
        """Close the ranks; those who found no seat stay at the head of their line."""
        goal = self.everyone(Place).goal
        rows, spots = [], []
        for line, queue in waiting:
            hatch = self.world.ground.queue_of[queue[0]]
            first = [row for row in unfed if self.world.ground.queue_of[goal[row]] == hatch]
            for row, spot in zip(first + line, queue, strict=False):
                if goal[row] != spot:
                    rows.append(row)
                    spots.append(spot)
        if rows:
            until = self.everyone(Doing).until[rows]
            head(self.world, np.array(rows), np.array(spots), INDEX["queue"], until)


def note_missed(world: "World", wing: int) -> None:
    """Put on record who of a wing is still hungry when its meal is over."""
    identity, doing, roots = world.everyone(Identity), world.everyone(Doing), world.everyone(Roots)
    hungry = world.everyone(Needs).hunger > world.rules(MealRules).missed_hunger
    hungry &= (identity.wing == wing) & (identity.role == INMATE) & (world.everyone(Place).tile > 0)
    for row in (hungry & (doing.use != _EAT)).nonzero()[0].tolist():
        roots.hunger[row] = world.emit(Kind.Hungered, who=int(world.people.ids[row]))

"""Queues at the canteen's hatches."""

from dataclasses import dataclass

import numpy as np

from game.sim.going import head, some_free, taken_spots
from game.sim.ground import Ints
from game.sim.people import Doing, Place
from game.sim.rules import Rules, rule
from game.sim.system import System
from game.sim.uses import INDEX, USES


@dataclass(frozen=True, slots=True)
class MealRules(Rules):
    """How fast food is handed out."""

    trays_per_minute: float = rule(3, "trays", "people served a minute at one hatch", low=1, high=20)


class MealSystem(System):
    """At each hatch the first few of the queue get a tray and look for a seat; the others move up."""

    def run(self) -> None:
        """Serve and move up, queue by queue."""
        doing, place = self.everyone(Doing), self.everyone(Place)
        rows = (doing.use == INDEX["queue"]).nonzero()[0]
        if not rows.size:
            return
        ground = self.world.ground
        hatch = ground.queue_of[place.goal[rows]]
        for queue in np.unique(hatch).tolist():
            mine = rows[hatch == queue]
            order = ground.spot_order[place.goal[mine]]
            self._serve(mine[np.argsort(order, kind="stable")], ground.queues[queue])

    def _serve(self, line: Ints, queue: Ints) -> None:
        """Serve the head of a line (rows, first first) that stands on the spots of `queue`."""
        place = self.everyone(Place)
        trays = int(self.rules(MealRules).trays_per_minute)
        first = line[:trays]
        ready = first[place.walking[first] == 0]
        served = self._seat(ready) if ready.size else ready
        rest = line[~np.isin(line, served)]
        spots = queue[: len(rest)]
        moving = place.goal[rest] != spots
        if moving.any():
            until = self.everyone(Doing).until[rest[moving]]
            head(self.world, rest[moving], spots[moving], INDEX["queue"], until)

    def _seat(self, rows: Ints) -> Ints:
        """Give trays to as many as there are seats; return who got one."""
        room = self.world.ground.spot_room[self.everyone(Place).goal[rows[0]]]
        seats = self.world.ground.spots_of([int(room)], USES[INDEX["eat"]].spots)
        spots = some_free(seats, taken_spots(self.world), len(rows), self.dice)
        served = rows[: len(spots)]
        stay = USES[INDEX["eat"]].minutes - 5 + self.dice.belows(11, len(served))
        head(self.world, served, spots, INDEX["eat"], self.world.tick + stay)
        return served

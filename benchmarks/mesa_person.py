"""A person of the Mesa model: an object that knows its needs, its place and what it does."""

from typing import TYPE_CHECKING

import mesa

from game.sim.house.ground import OPEN
from game.sim.house.uses import CHOSEN, INDEX, USES
from game.sim.people import INMATE, Status

if TYPE_CHECKING:
    from benchmarks.mesa_day import MesaDay

SLEEP, WORK, EAT_IN, STROLL, QUEUE, WAIT = (
    INDEX[key] for key in ("sleep", "work", "eat_in", "stroll", "queue", "wait")
)
SLOT = {use: slot for slot, use in enumerate(CHOSEN)}
_NEVER = 10.0


class Person(mesa.Agent):
    """Somebody in the prison; `needs` are lacks, 0 to 1, in the order of NEEDS."""

    model: "MesaDay"

    def __init__(self, model: "MesaDay", **values: int) -> None:
        super().__init__(model)
        self.__dict__.update(values)
        self.inmate = self.role == INMATE
        self.needs: list[float] = []
        self.aggression = 0.0
        self.way = model.layout.way
        self.target = self.before = 0
        """The tile one wants to enter in this sub-step, and the one where one began it."""
        self.inside = False
        self.aim_at_goal()

    def aim_at_goal(self) -> None:
        """Look up the ways to the own spot: the field to its room, and the way within."""
        layout = self.model.layout
        if self.goal:
            self.field = layout.field(self.keys, self.room)
            self.field_start = layout.room_block[self.room] * layout.block_size
            self.way_start = layout.way_base[self.goal]

    # --- needs

    def grow(self, growth: list[float], reliefs: list[list[float]], home: float) -> None:
        """Come to lack things, and have some met by what one does; not before one is here."""
        if self.status == Status.EXPECTED:
            return
        relief = reliefs[self.use if self.tile and not self.walking else WAIT]
        rest = 0.0 if self.tile else home
        needs = self.needs
        for i, more in enumerate(growth):
            need = needs[i] + more - (relief[i] + rest)
            needs[i] = 0.0 if need < 0.0 else 1.0 if need > 1.0 else need

    # --- choice

    def wish(self, uses: list[int], chances: list[float]) -> int:
        """Return the use one wants most; `chances` has one number for all of CHOSEN."""
        model, needs = self.model, self.needs
        best, most = 0, -1e9
        for use in uses:
            score = chances[SLOT[use]]
            draw, wants, share = model.pulls[use]
            if wants:
                score += draw
                for need in wants:
                    score += needs[need] / share
            if use == self.use:
                score += model.choice.inertia
            if use == WORK:
                score += draw if self.job else -_NEVER
            elif use in (QUEUE, EAT_IN):
                score += _NEVER if needs[0] > model.choice.trolley_hunger else -_NEVER
            if score > most:
                best, most = use, score
        return best

    def find_spot(self, use: int, start: float, taken: set[int]) -> tuple[int, int]:
        """Return a spot for a use, 0 for none, and the use: a stroll where there is no room for it."""
        if USES[use].where != "any":
            return self.own_spot(use, taken), use
        spots, members = self.model.layout.open_to[use, self.wing]
        if self.goal in members:
            return self.goal, use
        spot = free_from(spots, start, taken)
        if spot or use == QUEUE:
            return spot, use
        spots, members = self.model.layout.strolls[self.wing]
        return self.goal if self.goal in members else free_from(spots, start, taken), STROLL

    def own_spot(self, use: int, taken: set[int]) -> int:
        """Return a spot in the own cell, or at the own workplace."""
        layout, what = self.model.layout, USES[use]
        own = what.where == "own"
        room = self.cell if own else self.job
        if use == SLEEP or not room:
            return self.bed
        if self.goal and layout.spot_room[self.goal] == room and layout.spot_kind[self.goal] in what.spots:
            return self.goal
        for kind in what.spots:
            for spot in layout.spots_in.get((room, kind), ()) if kind != "bed" else ():
                if spot not in taken:
                    taken.add(spot)
                    return spot
        return self.bed if own else 0

    def head(self, spot: int, use: int, until: int) -> None:
        """Set out for a spot, to do something there until a tick."""
        self.goal, self.room = spot, self.model.layout.spot_room[spot]
        self.walking, self.waited = 1, 0
        self.use, self.until = use, until
        self.aim_at_goal()

    # --- movement

    def way_from(self, tile: int) -> int:
        """Return the step that leads on from a tile: the room's way to the spot, or the field to the room."""
        code = self.way[self.way_start + tile] if self.inside else self.field[tile - self.field_start]
        return self.model.layout.deltas[code]

    def look_ahead(self) -> bool:
        """Choose the next tile; False if there is none to go to."""
        tile = self.before = self.tile
        self.inside = self.model.layout.room_at[tile] == self.room
        self.target = tile + self.way_from(tile)
        return self.target != tile

    def has_key(self, tile: int) -> bool:
        """Tell whether one may enter a tile, as far as locks go."""
        return not self.model.layout.need[tile] & ~self.keys

    def way_round(self) -> int:
        """Return a free tile beside, unless it leads back here; 0 for none."""
        layout, at, here = self.model.layout, self.model.at, self.tile
        side = layout.width if abs(self.target - here) == 1 else 1
        if self.unique_id % 2 == 0:
            side = -side
        for beside in (here + side, here - side):
            if beside in at or layout.walk[beside] != OPEN or layout.need[beside]:
                continue
            same_room = layout.room_at[beside] == layout.room_at[here]
            if same_room and self.way_from(beside) not in (0, here - beside):
                return beside
        return 0

    def move(self, tile: int) -> None:
        """Go to a free tile."""
        at = self.model.at
        at[tile] = at.pop(self.tile)
        self.tile = tile


def free_from(spots: list[int], start: float, taken: set[int]) -> int:
    """Return the first free spot from a random one on, and mark it taken; 0 if none is free."""
    first = int(start * len(spots))
    for i in range(first - len(spots), first):
        spot = spots[i]
        if spot not in taken:
            taken.add(spot)
            return spot
    return 0

"""What the office can see, and how rooms stand: light answers for overlays, lists and reports."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from game.sim.desk.places import PlacesDesk
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.office import Wing
from game.sim.people import (
    INMATE,
    NEEDS,
    OFFICER,
    Doing,
    Duty,
    Identity,
    Needs,
    Noted,
    NotedWhen,
    Place,
    is_staff,
)  # fmt: skip
from game.sim.systems.sight import SightRules
from game.sim.views import Listing, Lookout

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
UNKNOWN = -1.0
"""A mood nobody has judged."""


class SightsDesk(PlacesDesk):
    """Where anybody looks, how full and how content rooms are."""

    def head_count(self) -> Ints:
        """Return how many people are in each room, by room id."""
        place = self._world.everyone(Place)
        rooms = self._world.ground.room_at[place.tile[place.tile > 0]]
        count: Ints = np.bincount(rooms, minlength=len(self.plan.rooms)).astype(np.int64)
        return count

    def staff_tiles(self) -> Ints:
        """Return the tiles of staff who are awake and on the map."""
        tiles: Ints = self._world.everyone(Place).tile[self._watching()].copy()
        return tiles

    def _watching(self) -> Ints:
        world = self._world
        place, doing, identity = world.everyone(Place), world.everyone(Doing), world.everyone(Identity)
        awake = (place.tile > 0) & (doing.use != INDEX["sleep"]) & is_staff(identity.role)
        rows: Ints = awake.nonzero()[0]
        return rows

    def lookout(self) -> Lookout:
        """Return, by room id, whom and what the office has there to see with."""
        world, count = self._world, len(self.plan.rooms)
        rooms = world.ground.room_at[self.staff_tiles()]
        staff = np.bincount(rooms[rooms > 0], minlength=count).astype(np.int64)
        manned = self._control_manned()
        camera = np.array([room.camera and manned for room in self.plan.rooms], bool)
        watched = np.zeros(count, bool)
        for eye in world.office.eyes:
            watched[eye.id if eye.kind == "room" else self.room_of(eye.id)] = True
        watched[0] = False
        seen = np.isin(np.arange(count), world.ground.sees[staff > 0].nonzero()[1])
        return Lookout(staff, seen, camera, watched)

    def _control_manned(self) -> bool:
        duty, place = self._world.everyone(Duty), self._world.everyone(Place)
        at_control = self._world.ground.post_control[duty.post] & (duty.on == 1) & (place.walking == 0)
        return bool(at_control.any())

    def seen_from(self, tile: int) -> tuple[Ints, Bools]:
        """Return the tiles in view of somebody on `tile`, and which of them are near enough to tell faces."""
        ground, rules = self._world.ground, self._world.rules(SightRules)
        reach, x, y = int(rules.far_tiles), tile % ground.width, tile // ground.width
        height = ground.size // ground.width
        columns = np.arange(max(0, x - reach), min(ground.width, x + reach + 1))
        rows = np.arange(max(0, y - reach), min(height, y + reach + 1))
        tiles = (rows[:, None] * ground.width + columns).ravel()
        room = ground.room_at[tiles]
        tiles = tiles[(room > 0) & ground.sees[ground.room_at[tile], room]]
        tiles = tiles[ground.clear_view(tiles, tile)]
        far = np.maximum(abs(tiles % ground.width - x), abs(tiles // ground.width - y))
        return tiles, far <= rules.near_tiles

    def moods(self) -> Floats:
        """Return how content each room's inmates are, (rooms, needs) in 0 to 100; UNKNOWN where nobody judged."""
        world, count = self._world, len(self.plan.rooms)
        place, identity = world.everyone(Place), world.everyone(Identity)
        rows = ((place.tile > 0) & (identity.role == INMATE) & self._judged()).nonzero()[0]
        rooms = world.ground.room_at[place.tile[rows]]
        held = self._judgement()[:, rows]
        people = np.bincount(rooms, minlength=count)
        found = np.full((count, len(NEEDS)), UNKNOWN)
        for index in range(len(NEEDS)):
            lack = np.bincount(rooms, weights=held[index], minlength=count)
            found[:, index] = np.where(people > 0, 100 * (1 - lack / np.maximum(people, 1)), UNKNOWN)
        return found

    def wellbeing(self, person: int) -> float:
        """Return how content a person is as known, 0 to 100; UNKNOWN when nobody judged."""
        row = int(self._world.people.row_of[person]) if person in self._world.people else -1
        if row < 0 or not self._judged()[row]:
            return UNKNOWN
        return float(100 * (1 - self._judgement()[:, row].mean()))

    def _judged(self) -> Bools:
        """Tell whose needs are known."""
        when: Bools = self._world.everyone(NotedWhen).tick >= 0
        return np.ones(len(when), bool) if self.sees_all else when

    def _judgement(self) -> Floats:
        """Return what people lack as known, (needs, people)."""
        block: Floats = (self._world.everyone(Needs) if self.sees_all else self._world.everyone(Noted)).block
        return block

    def activities(self) -> list[str]:
        """Return what each wing has now, in the order of their ids from 1 on."""
        wings = [self._world.component("wing", wing.id, Wing) for wing in self.plan.wings[1:]]
        return [wing.activity if wing else "free" for wing in wings]

    def learned_count(self) -> int:
        """Return how many facts were learned so far: when it grows, there is news."""
        return len(self._world.chronicle) if self.sees_all else len(self._world.knowledge.learned)

    def nearest_officer(self, room: int) -> tuple[int, int]:
        """Return the officer on duty who is nearest to a room and can get there, and about how many tiles off he is.

        (0, 0): there is none.
        """
        world, tiles = self._world, self.plan.rooms[room].tiles
        place, duty, identity = world.everyone(Place), world.everyone(Duty), world.everyone(Identity)
        rows = ((place.tile > 0) & (duty.on == 1) & (identity.role == OFFICER)).nonzero()[0]
        middle, width = tiles[len(tiles) // 2], world.ground.width
        far = abs(place.tile[rows] % width - middle % width) + abs(
            place.tile[rows] // width - middle // width
        )
        for at in np.argsort(far, kind="stable").tolist():
            officer = int(world.people.ids[rows[at]])
            if self.can_reach(officer, room):
                return officer, int(far[at])
        return 0, 0

    def listing(self, people: Sequence[int]) -> Listing:
        """Return of many people what a list shows of them, read at once."""
        world = self._world
        rows = np.array([world.people.row_of[person] for person in people], np.int64)
        place, doing, identity = world.everyone(Place), world.everyone(Doing), world.everyone(Identity)
        uses = tuple(self._doing(p, use) for p, use in zip(people, doing.use[rows].tolist(), strict=True))
        return Listing(
            tuple(people), tuple(identity.age_years[rows].tolist()), tuple(identity.wing[rows].tolist()),
            tuple(world.ground.room_at[place.tile[rows]].tolist()), uses,
            tuple(bool(walks) for walks in place.walking[rows].tolist()),
        )  # fmt: skip

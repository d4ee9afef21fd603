"""The plan, made ready for the tick: flat arrays by tile, spots by kind and room, ways within rooms.

Everything here follows from the plan alone; it is made once for each plan and shared by all worlds on it.
"""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from game.sim.house import flow
from game.sim.house.flow import OPEN, SEAT
from game.sim.house.paths import FieldStore
from game.sim.house.plan import CELL_KINDS, OPAQUE_WALLS, DoorKind, PrisonPlan, Wall

Ints = NDArray[np.int64]
_PAIRS_AT_ONCE = 4_000_000


class Spots:
    """Spots to choose from: in order, and as a set to ask for membership."""

    def __init__(self, ids: list[int]) -> None:
        self.ids = ids
        self.members = frozenset(ids)


class Ground:
    """Tiles, rooms, spots and doors as arrays; ids index them, 0 is none."""

    def __init__(self, plan: PrisonPlan) -> None:
        self.plan = plan
        self.width = plan.width
        self.size = plan.width * plan.height
        self.block_size = self.size // plan.blocks
        self.walk = plan.walk.ravel()
        self.seat = self.walk == SEAT
        self.room_at = plan.room_at.ravel().astype(np.int64)
        self.door_at = plan.door_at.ravel().astype(np.int64)
        self.opaque = np.isin(plan.wall.ravel(), np.array(OPAQUE_WALLS, np.uint8))
        leaves = [door.tile for door in plan.doors[1:] if door.kind in (DoorKind.STEEL, DoorKind.GATE)]
        self.opaque[leaves] = True
        self.deltas = flow.steps(plan.width)
        self.key_bit = {key: 1 << i for i, key in enumerate(plan.keys)}
        self.door_need = np.array([self.key_bit.get(door.key, 0) for door in plan.doors], np.int64)
        self.door_tile = np.array([door.tile for door in plan.doors], np.int64)
        self._spots()
        self._rooms()
        self._ways()
        self.store = FieldStore(self)
        """Flow fields, shared by all worlds on this ground."""

    def _spots(self) -> None:
        spots = self.plan.spots
        self.spot_tile = np.array([spot.tile for spot in spots], np.int64)
        self.spot_room = np.array([spot.room for spot in spots], np.int64)
        self.spot_pose = np.array([int(spot.pose) for spot in spots], np.int64)
        self.spot_facing = np.array([int(spot.facing) for spot in spots], np.int64)
        self.spot_order = np.array([spot.order for spot in spots], np.int64)
        self.spots_in: dict[tuple[int, str], list[int]] = {}
        for spot in spots[1:]:
            self.spots_in.setdefault((spot.room, spot.kind), []).append(spot.id)
        self.open_spots: dict[tuple[int, int, bool], Spots] = {}
        """Which spots a use has for a wing: filled as asked for, follows from the plan."""
        self._queues()
        self.entrances = np.array([spot.id for spot in spots[1:] if spot.kind == "entrance"], np.int64)

    def _queues(self) -> None:
        """Number the queues: the spots of each, the hatch first, and which queue a spot belongs to."""
        self.queues: list[list[int]] = []
        self.queue_of = np.full(len(self.plan.spots), -1, np.int64)
        for spot in self.plan.spots[1:]:
            if spot.kind == "serve":
                line = [spot.id, *self._behind(spot.id)]
                self.queue_of[line] = len(self.queues)
                self.queues.append(line)

    def _behind(self, hatch: int) -> list[int]:
        """Follow the queue's tiles from a hatch, one after the other."""
        at = {s.tile: s.id for s in self.plan.spots[1:] if s.kind == "queue"}
        line: list[int] = []
        tile = self.plan.spots[hatch].tile
        while True:
            near = [at[tile + d] for d in (self.width, 1, -1, -self.width) if tile + d in at]
            near = [
                spot for spot in near if spot not in line and self.plan.spots[spot].order == len(line) + 1
            ]
            if not near:
                return line
            line.append(near[0])
            tile = self.plan.spots[near[0]].tile

    def _rooms(self) -> None:
        rooms = self.plan.rooms
        self.room_capacity = np.array([max(1, room.capacity) for room in rooms], np.float64)
        self.room_wing = np.array([room.wing for room in rooms], np.int64)
        self.room_block = np.array(
            [room.tiles[0] // self.block_size if room.tiles else 0 for room in rooms], np.int64
        )
        self.cells = [room.id for room in rooms[1:] if room.kind in CELL_KINDS]
        self.doors_of: dict[int, list[int]] = {room.id: [] for room in rooms}
        for door in self.plan.doors[1:]:
            for side in door.rooms:
                self.doors_of[side].append(door.id)
        self._doors()
        self._wings()
        self.sees = self._seen_through()

    def _doors(self) -> None:
        """Sort the doors (without the nobody): of which cell or wing each is, and how it usually is."""
        doors, rooms = self.plan.doors[1:], self.plan.rooms
        cells = set(self.cells)
        self._dead_ends()
        self.cell_of_door = np.array(
            [next((r for r in d.rooms if r in cells), 0) if d.key == "cell" else 0 for d in doors], np.int64
        )
        wings = [[rooms[r].wing for r in d.rooms if rooms[r].wing] for d in doors]
        self.wing_near_door = np.array([w[0] if w else 0 for w in wings], np.int64)
        self.wing_of_door = np.where([d.key == "wing" for d in doors], self.wing_near_door, 0)
        self.door_usual = np.array([d.locked for d in doors], bool)
        posts = self.plan.posts
        self.post_wing = np.array([post.wing for post in posts], np.int64)
        self.post_control = np.array([any(rooms[r].kind == "control" for r in p.rooms) for p in posts], bool)

    def _wings(self) -> None:
        """Sort by wing: the beds of its cells, and the doors with a lock that one of its rooms has."""
        wings = range(len(self.plan.wings))
        cells = np.array(self.cells, np.int64)
        beds = [self.plan.rooms[cell].capacity for cell in self.cells]
        self.wing_beds = np.bincount(self.room_wing[cells], beds, len(wings)).astype(np.int64)
        keyed = [door for door in self.plan.doors[1:] if door.key]
        self.wing_locks = [
            np.array([door.id for door in keyed if wing in self.room_wing[list(door.rooms)]], np.int64)
            for wing in wings
        ]

    def _dead_ends(self) -> None:
        """Find the rooms with a single door, and those doors: nobody passes through there to anywhere else."""
        self.only_door = np.zeros(len(self.plan.rooms), np.int64)
        self.dead_end = np.zeros(len(self.plan.doors), bool)
        for room in self.cells:
            if len(self.doors_of[room]) == 1:
                self.only_door[room] = self.doors_of[room][0]
                self.dead_end[self.doors_of[room][0]] = True

    def _seen_through(self) -> NDArray[np.bool_]:
        """Tell which rooms (a, b) look into each other: the same, or joined by glass, bars, a fence or an opening."""
        n = len(self.plan.rooms)
        sees = np.eye(n, dtype=bool)
        wall = self.plan.wall.ravel()
        clear = np.isin(wall, np.array([Wall.GLASS, Wall.BARS, Wall.FENCE], np.uint8))
        openings = np.isin(np.arange(self.size), self.door_tile[1:]) & ~self.opaque
        between = (clear | openings).nonzero()[0]
        for step in (1, self.width):
            inside = between[(between >= step) & (between < self.size - step)]
            a, b = self.room_at[inside - step], self.room_at[inside + step]
            sees[a, b] = sees[b, a] = True
        sees[0, :] = sees[:, 0] = False
        return sees

    def _ways(self) -> None:
        """Find the way to each spot from every tile of its room: the code is at `way_base[spot] + tile`."""
        domain = (self.walk > 0) & (self.room_at > 0)
        order = np.argsort(self.room_at, kind="stable")
        order = order[domain[order]]
        counts = np.bincount(self.room_at[order], minlength=len(self.plan.rooms))
        starts = np.cumsum(counts) - counts
        self.tiles_by_room = [order[s : s + c] for s, c in zip(starts, counts, strict=True)]
        first = np.array([tiles.min(initial=self.size) for tiles in self.tiles_by_room])
        spans = np.array([int(tiles.max(initial=-1)) + 1 for tiles in self.tiles_by_room]) - first
        lengths = np.maximum(spans, 0)[self.spot_room]
        self.way_base = np.cumsum(lengths) - lengths - first[self.spot_room]
        self.way = np.zeros(int(lengths.sum()) + 1, np.int8)
        for room in np.unique(self.spot_room[1:]).tolist():
            self._ways_in(room)

    def _ways_in(self, room: int) -> None:
        spots = (self.spot_room == room).nonzero()[0]
        spots = spots[spots > 0]
        tiles = self.tiles_by_room[room]
        rows, columns = tiles // self.width, tiles % self.width
        top, left = int(rows.min()), int(columns.min())
        width = int(columns.max()) - left + 2
        height = int(rows.max()) - top + 2
        local = (rows - top) * width + columns - left
        passable = np.zeros(width * height, bool)
        passable[local] = self.walk[tiles] == OPEN
        seats = np.zeros(width * height, bool)
        seats[local] = self.seat[tiles]
        at = self.spot_tile[spots]
        source = (at // self.width - top) * width + at % self.width - left
        for chunk in np.array_split(np.arange(len(spots)), 1 + len(spots) * passable.size // _PAIRS_AT_ONCE):
            grid = np.broadcast_to(passable, (len(chunk), passable.size))
            codes = flow.fields(grid, seats, (np.arange(len(chunk)), source[chunk]), width)
            self.way[self.way_base[spots[chunk], None] + tiles] = codes[:, local]

    def spots_of(self, rooms: Iterable[int], kinds: Iterable[str]) -> Ints:
        """Return the spots of some kinds in some rooms, kinds first."""
        rooms = list(rooms)
        found = [spot for kind in kinds for room in rooms for spot in self.spots_in.get((room, kind), ())]
        return np.array(found, np.int64)

    def clear_view(self, tiles: Ints, target: int) -> NDArray[np.bool_]:
        """Tell from which tiles one sees a target tile: no opaque wall on the straight line between."""
        x, y = tiles % self.width, tiles // self.width
        dx, dy = target % self.width - x, target // self.width - y
        length = int(np.maximum(abs(dx), abs(dy)).max(initial=0))
        clear = np.ones(len(tiles), bool)
        for step in range(1, length):
            across = (2 * dx * step + length) // (2 * length)
            down = (2 * dy * step + length) // (2 * length)
            clear &= ~self.opaque[(y + down) * self.width + x + across]
        return clear


_GROUNDS: WeakKeyDictionary[PrisonPlan, Ground] = WeakKeyDictionary()


def ground_of(plan: PrisonPlan) -> Ground:
    """Return the ground of a plan, made once."""
    ground = _GROUNDS.get(plan)
    if ground is None:
        ground = _GROUNDS[plan] = Ground(plan)
    return ground

"""The ways between rooms: one flow field for each target room and class of keys, found when first asked for.

Fields follow from the plan and the state of the doors alone; they are a cache, never part of a snapshot. When a door
changes, the fields of those who can't open it are dropped, and those asked for again are rebuilt together.
"""

import numpy as np
from numpy.typing import NDArray

from game.sim import flow
from game.sim.ground import OPEN, Ground

Ints = NDArray[np.int64]
_FIELDS_AT_ONCE = 256


class Paths:
    """Flow fields of one world. A *lane* is where a field begins: `codes[lane + tile]` is the next step."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._rings: list[int] = []
        self._field_of = np.full((0, len(ground.plan.rooms)), -1, np.int64)
        self._codes = np.zeros((0, ground.block_size), np.int8)
        self._count = 0
        self._locked = np.zeros(len(ground.plan.doors), bool)

    @property
    def codes(self) -> NDArray[np.int8]:
        """All fields, flat."""
        return self._codes.ravel()

    def heed(self, locked: NDArray[np.bool_]) -> bool:
        """Take note of the doors' state (by door id); drop the fields it touches. True if any changed."""
        changed = (locked != self._locked).nonzero()[0]
        if not changed.size:
            return False
        self._locked = locked.copy()
        need = int(np.bitwise_or.reduce(self.ground.door_need[changed]))
        for i, ring in enumerate(self._rings):
            if need & ~ring:
                self._field_of[i] = -1
        return True

    def lanes(self, rings: Ints, rooms: Ints) -> Ints:
        """Return the lanes that lead people with these keys (bits) to these rooms."""
        classes = self._classes(rings)
        missing = self._field_of[classes, rooms] < 0
        if missing.any():
            keys = np.unique(classes[missing] * len(self.ground.plan.rooms) + rooms[missing])
            self._build(keys // len(self.ground.plan.rooms), keys % len(self.ground.plan.rooms))
        size = self.ground.block_size
        lanes: Ints = (self._field_of[classes, rooms] - self.ground.room_block[rooms]) * size
        return lanes

    def reaches(self, tiles: Ints, rings: Ints, rooms: Ints) -> NDArray[np.bool_]:
        """Tell who can get from a tile to a room with the doors as they are."""
        lanes = self.lanes(rings, rooms)
        same_block = tiles // self.ground.block_size == self.ground.room_block[rooms]
        codes = self.codes.take(lanes + tiles, mode="clip")
        there = self.ground.room_at[tiles] == rooms
        reached: NDArray[np.bool_] = there | (same_block & (codes != flow.STAY))
        return reached

    def _classes(self, rings: Ints) -> Ints:
        for ring in np.unique(rings).tolist():
            if ring not in self._rings:
                self._rings.append(ring)
                row = np.full((1, self._field_of.shape[1]), -1, np.int64)
                self._field_of = np.concatenate([self._field_of, row])
        known = np.array(self._rings, np.int64)
        order = np.argsort(known, kind="stable")
        classes: Ints = order[np.searchsorted(known[order], rings)]
        return classes

    def _build(self, classes: Ints, rooms: Ints) -> None:
        if self._field_of.max(initial=-1) < 0:
            self._count = 0
        self._compact(len(rooms))
        for part in np.array_split(np.arange(len(rooms)), 1 + len(rooms) // _FIELDS_AT_ONCE):
            codes = self._fields(classes[part], rooms[part])
            self._codes[self._count : self._count + len(part)] = codes
            self._field_of[classes[part], rooms[part]] = np.arange(self._count, self._count + len(part))
            self._count += len(part)

    def _compact(self, more: int) -> None:
        """Make room for more fields, closing the gaps that dropped ones left."""
        if self._count + more <= len(self._codes):
            return
        held = self._field_of >= 0
        kept = self._field_of[held]
        codes = np.zeros((2 * (len(kept) + more), self.ground.block_size), np.int8)
        codes[: len(kept)] = self._codes[kept]
        self._field_of[held] = np.arange(len(kept))
        self._codes, self._count = codes, len(kept)

    def _fields(self, classes: Ints, rooms: Ints) -> NDArray[np.int8]:
        ground, size = self.ground, self.ground.block_size
        rings = np.array(self._rings, np.int64)[classes]
        passable = np.empty((len(rooms), size), bool)
        fields, tiles = [], []
        for i, room in enumerate(rooms.tolist()):
            start = int(ground.room_block[room]) * size
            passable[i] = self._passable(int(rings[i]))[start : start + size]
            inside = ground.tiles_by_room[room] - start
            inside = inside[passable[i, inside]]
            fields.append(np.full(len(inside), i, np.int64))
            tiles.append(inside)
        codes = np.empty((len(rooms), size), np.int8)
        for block in np.unique(ground.room_block[rooms]).tolist():
            mine = (ground.room_block[rooms] == block).nonzero()[0]
            seats = ground.seat[block * size : (block + 1) * size]
            where = np.concatenate([np.full(len(tiles[i]), j, np.int64) for j, i in enumerate(mine.tolist())])
            what = np.concatenate([tiles[i] for i in mine.tolist()])
            codes[mine] = flow.fields(passable[mine], seats, (where, what), ground.width)
        return codes

    def _passable(self, ring: int) -> NDArray[np.bool_]:
        ground = self.ground
        shut = self._locked & ((ground.door_need & ~ring) != 0)
        open_: NDArray[np.bool_] = (ground.walk == OPEN) & ~shut[ground.door_at]
        return open_

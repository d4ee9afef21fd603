"""The ways between rooms: a flow field to every room for each set of doors that are shut to somebody.

Fields follow from the plan and the locks alone. So all worlds on one ground share them (`FieldStore`); a world keeps
only which of them hold for it now (`Paths`). Doors of dead ends, such as cells, are left out of the fields: whether one
can pass them is asked at the door. That spares rebuilding everything whenever a cell is locked.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.house import flow

if TYPE_CHECKING:
    from game.sim.house.ground import Ground

Ints = NDArray[np.int64]
NOBODY, LOCKED = -1, -2
SETS_KEPT = 32
"""Sets of fields kept for one ground, more when more are in use at once; the one unused for longest goes first."""


class FieldStore:
    """Sets of fields by the doors of a block that are shut to somebody; a set has one field for each room of a block.

    A field is found when it is first asked for: all of a set at once would take as long as two frames.

    The ways within rooms (`Ground.way`) stand before them, so that one look-up serves both.
    """

    def __init__(self, ground: "Ground") -> None:
        self.ground = ground
        self.rooms = (len(ground.plan.rooms) - 1) // ground.plan.blocks
        self.size = ground.block_size
        self.codes = ground.way
        """The ways within rooms, then all fields of all sets, one after the other."""
        self._first = len(ground.way)
        self.epoch = 0
        """Grows when a set is dropped: slots found before may hold something else now."""
        self._slots: dict[bytes, int] = {}
        self._shut: dict[int, NDArray[np.bool_]] = {}
        """The doors shut, by slot."""
        self._found = np.zeros(0, np.bool_)
        """Whether each field of each slot was found."""
        self._kept = SETS_KEPT

    def slot(self, shut: NDArray[np.bool_]) -> int:
        """Return the slot of the set for people to whom these doors of a block are shut."""
        key = shut.tobytes()
        slot = self._slots.pop(key, -1)
        if slot < 0:
            slot = self._free_slot()
            self._shut[slot] = shut
            self._found[slot * self.rooms : (slot + 1) * self.rooms] = False
        self._slots[key] = slot
        return slot

    def find(self, slots: Ints, rooms: Ints) -> None:
        """See to it that the fields to these rooms of a block (from 0), each in its slot, are there."""
        fields = slots * self.rooms + rooms
        found = self._found.take(fields)
        if not found.all():
            missing = np.unique(fields[~found])
            self._found[missing] = True
            start = self.start(0)
            shown = self.codes[start : self.start(len(self._found) // self.rooms)].reshape(-1, self.size)
            shown[missing] = self._fields(missing // self.rooms, missing % self.rooms)

    def keep(self, sets: int) -> None:
        """Keep at least so many sets from now on."""
        self._kept = max(self._kept, sets)

    def start(self, slot: int) -> int:
        """Return where in `codes` a slot begins."""
        return self._first + slot * self.rooms * self.size

    def _free_slot(self) -> int:
        if len(self._slots) >= self._kept:
            self.epoch += 1
            return self._slots.pop(next(iter(self._slots)))
        used = len(self._slots)
        if self.start(used + 1) > len(self.codes):
            grown = np.zeros(self.start(2 * (used + 1)), np.int8)
            grown[: len(self.codes)] = self.codes
            self.codes = grown
            fresh = np.zeros(2 * (used + 1) * self.rooms - len(self._found), np.bool_)
            self._found = np.concatenate([self._found, fresh])
        return used

    def _fields(self, slots: Ints, rooms: Ints) -> NDArray[np.int8]:
        """Find the fields to some rooms, each in its slot (all blocks are equal, so of the first)."""
        ground = self.ground
        open_ = np.tile(ground.walk[: self.size] == flow.OPEN, (len(rooms), 1))
        for row, slot in enumerate(slots.tolist()):
            open_[row, ground.door_tile[1:][: len(self._shut[slot])][self._shut[slot]]] = False
        tiles = [ground.tiles_by_room[room + 1] for room in rooms.tolist()]
        inside = [each[free[each]] for each, free in zip(tiles, open_, strict=True)]
        fields = np.repeat(np.arange(len(rooms)), [len(each) for each in inside])
        return flow.fields(open_, ground.seat[: self.size], (fields, np.concatenate(inside)), ground.width)


class Paths:
    """The ways of one world. A *lane* is where a field begins: `codes[lane + tile]` is the next step."""

    def __init__(self, ground: "Ground") -> None:
        self.ground = ground
        self.store = ground.store
        self.blocks = ground.plan.blocks
        self.doors = (len(ground.plan.doors) - 1) // self.blocks
        self._locked = np.zeros(len(ground.plan.doors), bool)
        self._rings = np.zeros(0, np.int64)
        """The key rings asked for so far, ascending."""
        self._slots = np.zeros(0, np.int64)
        """Slot for each ring and block, −1 where it has to be looked up again."""
        self._epoch = self.store.epoch
        self.empty = np.full(ground.size, NOBODY, np.int64)
        """What is on a tile when nobody stands there: NOBODY, or LOCKED where a locked door is. Not to be written."""

    @property
    def codes(self) -> NDArray[np.int8]:
        """All fields, flat."""
        return self.store.codes

    def heed(self, locked: NDArray[np.bool_]) -> None:
        """Take note of the doors' state, by door id."""
        if self._epoch != self.store.epoch:
            self._forget()
        changed = locked != self._locked
        if changed.any():
            if (changed & ~self.ground.dead_end).any():
                self._forget()
            self._locked = locked.copy()
            self.empty.fill(NOBODY)
            self.empty[self.ground.door_tile[locked]] = LOCKED

    def _forget(self) -> None:
        self._slots.fill(-1)
        self._epoch = self.store.epoch

    def lanes(self, rings: Ints, rooms: Ints) -> Ints:
        """Return the lanes that lead people with these keys (bits) to these rooms."""
        if not self._rings.size:
            self._look_up(rings, self.ground.room_block.take(rooms))
        ring = self._rings.searchsorted(rings)
        blocks = self.ground.room_block.take(rooms) if self.blocks > 1 else 0
        slots = self._slots.take(ring * self.blocks + blocks, mode="clip")
        if slots.min(initial=0) < 0 or (self._rings.take(ring, mode="clip") != rings).any():
            self._look_up(rings, self.ground.room_block.take(rooms))
            slots = self._slots[self._rings.searchsorted(rings) * self.blocks + blocks]
        local = (rooms - 1) % self.store.rooms if self.blocks > 1 else rooms - 1
        self.store.find(slots, local)
        lanes: Ints = (slots * self.store.rooms + local - blocks) * self.store.size + self.store.start(0)
        return lanes

    def _look_up(self, rings: Ints, blocks: Ints) -> None:
        """Find the slots of all rings and blocks that are asked for."""
        known = np.union1d(self._rings, rings)
        if len(known) != len(self._rings):
            self._rings = known
            self._slots = np.full(len(known) * self.blocks, -1, np.int64)
        asked = dict.fromkeys(zip(rings.tolist(), blocks.tolist(), strict=True))
        self.store.keep(2 * len(asked))
        for ring, block in (*asked, *asked):  # twice: finding one may have dropped another's set
            kind = int(self._rings.searchsorted(ring)) * self.blocks + block
            if self._slots[kind] < 0:
                self._slots[kind] = self._slot(ring, block)

    def _slot(self, ring: int, block: int) -> int:
        doors = slice(1 + block * self.doors, 1 + (block + 1) * self.doors)
        shut = self._locked[doors] & ((self.ground.door_need[doors] & ~ring) != 0)
        slot = self.store.slot(shut & ~self.ground.dead_end[doors])
        if self._epoch != self.store.epoch:
            self._forget()
        return slot

    def reaches(self, tiles: Ints, rings: Ints, rooms: Ints) -> NDArray[np.bool_]:
        """Tell who can get from a tile to a room with the doors as they are."""
        ground = self.ground
        here = ground.room_at.take(tiles)
        lanes = self.lanes(rings, rooms)
        codes = self.codes.take(lanes + tiles, mode="clip")
        way = (codes != flow.STAY) & (tiles // ground.block_size == ground.room_block.take(rooms))
        way &= ~self._shut_in(here, rings) & ~self._shut_in(rooms, rings)
        reached: NDArray[np.bool_] = way | (here == rooms)
        return reached

    def _shut_in(self, rooms: Ints, rings: Ints) -> NDArray[np.bool_]:
        """Tell which of these rooms are dead ends behind a door that is locked and can't be opened with the keys."""
        door = self.ground.only_door.take(rooms)
        shut: NDArray[np.bool_] = self._locked.take(door) & ((self.ground.door_need.take(door) & ~rings) != 0)
        return shut

"""The prison for plain Python: what the Mesa model looks up, as lists, dicts and bytes made beforehand."""

from functools import cached_property

import numpy as np

from game.sim.house.ground import Ground
from game.sim.house.uses import USES
from game.sim.people import Locks
from game.sim.world import World


class Layout:
    """Tiles, rooms, spots and ways of one prison, doors as they are now."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.ground: Ground = world.ground
        ground, plan = self.ground, world.plan
        self.width, self.block_size = plan.width, ground.block_size
        self.deltas = ground.deltas.tolist()
        self.room_at = ground.room_at.tolist()
        self.walk = ground.walk.tolist()
        self.room_block = ground.room_block.tolist()
        self.room_capacity = ground.room_capacity.tolist()
        self.spot_tile = ground.spot_tile.tolist()
        self.spot_room = ground.spot_room.tolist()
        self.spot_kind = [spot.kind for spot in plan.spots]
        self.spot_order = ground.spot_order.tolist()
        self.spots_in = ground.spots_in
        self.queues = ground.queues
        self.queue_of = ground.queue_of.tolist()
        self.way_base = ground.way_base.tolist()
        self.way = ground.way.tobytes()
        self.rooms_a_block = (len(plan.rooms) - 1) // plan.blocks
        self._fields: dict[int, list[bytes]] = {}
        locked = np.concatenate([[0], world.everyone(Locks).locked]) == 1
        need = np.where(locked, ground.door_need, 0)
        self.need = np.zeros(ground.size, np.int64)
        self.need[ground.door_tile] = need
        self.need = self.need.tolist()
        """Keys (bits) needed to enter a tile."""
        self.room_need = need[ground.only_door].tolist()
        """Keys (bits) needed to pass the only door of a room."""
        world.paths.heed(locked)

    @cached_property
    def open_to(self) -> dict[tuple[int, int], tuple[list[int], frozenset[int]]]:
        """Spots by use and wing, in order and as a set."""
        from game.sim.systems.choice import spots_open_to

        return {
            (use, wing.id): (spots.ids, frozenset(spots.ids))
            for use in range(len(USES))
            for wing in self.world.plan.wings
            for spots in [spots_open_to(self.world, use, wing.id)]
        }

    @cached_property
    def strolls(self) -> list[tuple[list[int], frozenset[int]]]:
        """Spots by wing where those stroll who found no place for what they wanted."""
        from game.sim.systems.choice import spots_open_to

        use = next(i for i, use in enumerate(USES) if use.key == "stroll")
        found = [spots_open_to(self.world, use, wing.id, at_home=True) for wing in self.world.plan.wings]
        return [(spots.ids, frozenset(spots.ids)) for spots in found]

    def field(self, keys: int, room: int) -> bytes:
        """Return the steps that lead to a room with these keys, by tile within its block."""
        if keys not in self._fields:
            rooms = np.arange(1, self.rooms_a_block + 1)
            lanes = self.world.paths.lanes(np.full(len(rooms), keys, np.int64), rooms)
            codes = self.world.paths.codes
            self._fields[keys] = [codes[lane : lane + self.block_size].tobytes() for lane in lanes.tolist()]
        return self._fields[keys][(room - 1) % self.rooms_a_block]

    def reaches(self, tile: int, keys: int, room: int) -> bool:
        """Tell whether one with these keys gets from a tile to a room."""
        here = self.room_at[tile]
        if here == room:
            return True
        block = self.room_block[room]
        if tile // self.block_size != block or (self.room_need[here] | self.room_need[room]) & ~keys:
            return False
        return self.field(keys, room)[tile - block * self.block_size] != 0

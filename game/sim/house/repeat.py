"""A plan repeated: the same prison several times, one below the other, with no way between them.

So one prison becomes a large one for benchmarks and load tests. Rooms, doors, wings, posts and spots keep their order
within a block, and blocks follow one another: id `i` of block `b` is `i + b * count`. The first block keeps its keys;
those of block 2 end in `_2`, and so on.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.sim.house.plan import DoorPlan, Piece, PostPlan, PrisonPlan, RoomPlan, SpotPlan, WingPlan

T = TypeVar("T")


class _Block:
    """One copy of a plan: turns the ids and tiles of the plan into those of this copy; 0 stays 0."""

    def __init__(self, plan: PrisonPlan, number: int) -> None:
        self.number = number
        self.first_tile = number * plan.width * plan.height
        self.first_piece = number * len(plan.pieces)
        self.first_room = number * (len(plan.rooms) - 1)
        self.first_wing = number * (len(plan.wings) - 1)
        self.first_door = number * (len(plan.doors) - 1)
        self.first_spot = number * (len(plan.spots) - 1)
        self.first_post = number * (len(plan.posts) - 1)

    def key(self, key: str) -> str:
        return f"{key}_{self.number + 1}" if self.number else key

    def room_id(self, id: int) -> int:
        return id + self.first_room if id else 0

    def wing_id(self, id: int) -> int:
        return id + self.first_wing if id else 0

    def wing(self, wing: WingPlan) -> WingPlan:
        return replace(wing, id=self.wing_id(wing.id), key=self.key(wing.key))

    def room(self, room: RoomPlan) -> RoomPlan:
        tiles = tuple(tile + self.first_tile for tile in room.tiles)
        return replace(
            room, id=self.room_id(room.id), key=self.key(room.key), wing=self.wing_id(room.wing), tiles=tiles
        )

    def door(self, door: DoorPlan) -> DoorPlan:
        rooms = (self.room_id(door.rooms[0]), self.room_id(door.rooms[1]))
        return replace(door, id=door.id + self.first_door, tile=door.tile + self.first_tile, rooms=rooms)

    def piece(self, piece: Piece) -> Piece:
        return replace(piece, tile=piece.tile + self.first_tile, room=self.room_id(piece.room))

    def spot(self, spot: SpotPlan) -> SpotPlan:
        piece = spot.piece + self.first_piece if spot.piece >= 0 else spot.piece
        tile, room = spot.tile + self.first_tile, self.room_id(spot.room)
        return replace(spot, id=spot.id + self.first_spot, tile=tile, room=room, piece=piece)

    def post(self, post: PostPlan) -> PostPlan:
        rooms = tuple(self.room_id(room) for room in post.rooms)
        wing = self.wing_id(post.wing)
        return replace(post, id=post.id + self.first_post, key=self.key(post.key), rooms=rooms, wing=wing)


def repeat(plan: PrisonPlan, blocks: int) -> PrisonPlan:
    """Return a prison of `blocks` equal blocks, each a copy of `plan` with ids, tiles and keys of its own."""
    if plan.blocks != 1 or blocks < 1:
        raise ValueError("only a plan of one block can be repeated, once or more often")
    if blocks == 1:
        return plan
    if blocks * max(len(plan.rooms), len(plan.doors)) > np.iinfo(np.int16).max:
        raise ValueError(f"{blocks} blocks have more rooms or doors than a plan can number")
    copies = [_Block(plan, number) for number in range(blocks)]

    def each(things: tuple[T, ...], copy_of: Callable[[_Block], Callable[[T], T]]) -> tuple[T, ...]:
        copied: Iterator[T] = (copy_of(block)(thing) for block in copies for thing in things[1:])
        return (things[0], *copied)

    return replace(
        plan,
        height=plan.height * blocks,
        blocks=blocks,
        rooms=each(plan.rooms, lambda block: block.room),
        wings=each(plan.wings, lambda block: block.wing),
        doors=each(plan.doors, lambda block: block.door),
        spots=each(plan.spots, lambda block: block.spot),
        posts=each(plan.posts, lambda block: block.post),
        pieces=tuple(block.piece(piece) for block in copies for piece in plan.pieces),
        wall=np.tile(plan.wall, (blocks, 1)),
        floor=np.tile(plan.floor, (blocks, 1)),
        walk=np.tile(plan.walk, (blocks, 1)),
        room_at=_stacked(plan.room_at, blocks, len(plan.rooms) - 1),
        door_at=_stacked(plan.door_at, blocks, len(plan.doors) - 1),
    )


def _stacked(ids: NDArray[np.int16], blocks: int, count: int) -> NDArray[np.int16]:
    """Repeat a map of ids; every further block's are higher by `count`."""
    first = np.repeat(np.arange(blocks) * count, ids.shape[0])[:, None]
    tiled = np.tile(ids, (blocks, 1))
    return np.where(tiled > 0, tiled + first, 0).astype(np.int16)

"""A small prison built in code, and scenes in it, for trying out the map."""

import numpy as np
from numpy.typing import NDArray

from game.sim.house.furniture import FURNITURE, Facing, Pose
from game.sim.house.plan import (
    DoorKind,
    DoorPlan,
    Floor,
    Piece,
    PrisonPlan,
    RoomPlan,
    SpotPlan,
    Wall,
    WingPlan,
)
from game.sim.views import Scene

WIDTH, HEIGHT = 32, 24
HALL = (2, 2, 20, 12)
CELL = (24, 2, 28, 9)
YARD = (2, 15, 28, 21)
"""Left, top, right, bottom of the rooms' floors."""

FURNISHING = (
    ("bunk", 25, 3, 2),
    ("toilet", 28, 2, 2),
    ("table", 4, 4, 1),
    ("round", 10, 4, 1),
    ("tv", 15, 2, 1),
    ("locker", 2, 2, 1),
    ("mast", 25, 18, 3),
    ("tree", 4, 17, 3),
    ("console", 9, 9, 1),
)


def small_plan() -> PrisonPlan:
    """A hall, a cell behind glass and a yard."""
    wall = np.zeros((HEIGHT, WIDTH), np.uint8)
    floor = np.zeros_like(wall)
    room_at, door_at = np.zeros((HEIGHT, WIDTH), np.int16), np.zeros((HEIGHT, WIDTH), np.int16)
    kinds = (("commons", HALL, Floor.LINO), ("cell", CELL, Floor.CELL), ("yard", YARD, Floor.GRASS))
    rooms = [RoomPlan(0, "", "", "outside", 0, 0, ())]
    for number, (kind, (left, top, right, bottom), ground) in enumerate(kinds, 1):
        wall[top - 1 : bottom + 2, left - 1 : right + 2] = Wall.LIGHT if number < 3 else Wall.FENCE
        tiles = tuple(y * WIDTH + x for y in range(top, bottom + 1) for x in range(left, right + 1))
        rooms.append(RoomPlan(number, kind, kind.title(), kind, 1, 4, tiles, outdoors=kind == "yard"))
        for tile in tiles:
            floor.flat[tile], room_at.flat[tile] = ground, number
    for _, (left, top, right, bottom), _ in kinds:
        wall[top : bottom + 1, left : right + 1] = Wall.NONE
    wall[5:9, 21] = Wall.GLASS
    wall[2:10, 22:24] = Wall.CONCRETE
    doors = (
        DoorPlan(0, 0, (0, 0), DoorKind.OPENING, "", False),
        DoorPlan(1, 13 * WIDTH + 8, (1, 3), DoorKind.STEEL, "wing", True),
        DoorPlan(2, 13 * WIDTH + 12, (1, 3), DoorKind.GLASS, "wing", False),
    )
    for door in doors[1:]:
        wall.flat[door.tile], door_at.flat[door.tile], room_at.flat[door.tile] = Wall.NONE, door.id, 1
    pieces = tuple(Piece(kind, y * WIDTH + x, room) for kind, x, y, room in FURNISHING)
    walk = (((wall == Wall.NONE) & (floor > 0)) | (door_at > 0)).astype(np.uint8)
    spots = _spots(pieces, walk)
    wings = (WingPlan(0, "", "", "service", ""), WingPlan(1, "w", "Wing", "general", ""))
    return PrisonPlan(
        "small", "Small", WIDTH, HEIGHT, tuple(rooms), wings, doors, pieces, spots, (), (), (), {},
        wall=wall, floor=floor, room_at=room_at, door_at=door_at, walk=walk,
    )  # fmt: skip


def _spots(pieces: tuple[Piece, ...], walk: NDArray[np.uint8]) -> tuple[SpotPlan, ...]:
    spots: list[SpotPlan] = []
    for index, piece in enumerate(pieces):
        shape = FURNITURE[piece.kind]
        y0, x0 = divmod(piece.tile, WIDTH)
        for y, row in enumerate(shape.footprint):
            for x, sign in enumerate(row):
                if sign != ".":
                    walk[y0 + y, x0 + x] = 2 if sign == "o" else 0
        for spot in shape.spots:
            tile = (y0 + spot.dy) * WIDTH + x0 + spot.dx
            spots.append(SpotPlan(len(spots), tile, piece.room, spot.kind, spot.pose, spot.facing, index))
    return tuple(spots)


def scene_of(*people: tuple[int, int, Pose, Facing], step: int = 0) -> Scene:
    """People at x, y in a pose; each goes `step` tiles in each sub-step."""
    count = len(people)
    starts = np.array([y * WIDTH + x for x, y, *_ in people], np.int64)
    trail = starts[:, None] + np.arange(7) * step
    zeros = np.zeros(count, np.int64)
    return Scene(
        ids=np.arange(1, count + 1),
        kind=zeros,
        trail=trail,
        pose=np.array([int(pose) for *_, pose, _ in people], np.int64),
        facing=np.array([int(facing) for *_, facing in people], np.int64),
        look=np.arange(count) * 7919 + 5,
        sign=zeros,
        faction=zeros,
        age=zeros + 30,
    )

"""What a plan looks like, worked out once: floors under doors, which walls meet, which things hide people."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.sim.house.furniture import FURNITURE
from game.sim.house.plan import OPAQUE_WALLS, DoorKind, Floor, Piece, PrisonPlan, Wall
from game.ui.art.furniture import THINGS
from game.ui.art.walls import Neighbours

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Ground:
    """The plan, and what follows from it for drawing."""

    plan: PrisonPlan
    floor: NDArray[np.uint8]
    """The floor of every tile, also under doors and see-through walls."""
    solid: Bools
    """Walls one cannot see through."""
    upright: Bools
    """Walls of any kind and doors."""
    wall: NDArray[np.uint8]
    door: NDArray[np.int16]

    def neighbours(self, x: int, y: int) -> Neighbours:
        """Which of the tiles around a solid wall are solid, too."""
        around = ((0, -1), (1, 0), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, 1), (-1, -1))
        return Neighbours(*(self._is(self.solid, x + dx, y + dy) for dx, dy in around))

    def runs(self, x: int, y: int) -> tuple[bool, bool, bool, bool]:
        """To which sides (n, e, s, w) a see-through wall or a door goes on."""
        n, e, s, w = (self._is(self.upright, x + dx, y + dy) for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0)))
        return n, e, s, w

    def is_across(self, x: int, y: int) -> bool:
        """Whether a door at this tile is in a wall that runs from west to east."""
        n, e, s, w = self.runs(x, y)
        return (e and w) or not (n and s)

    def _is(self, of: Bools, x: int, y: int) -> bool:
        return 0 <= x < self.plan.width and 0 <= y < self.plan.height and bool(of[y, x])

    def split_floors(self, x: int, y: int) -> tuple[int, int] | None:
        """Floors to the west and the east of a see-through wall or door that runs from north to south."""
        if not self.upright[y, x] or self.solid[y, x] or not 0 < x < self.plan.width - 1:
            return None
        n, e, s, w = self.runs(x, y)
        if e or w or not (n or s):
            return None
        return int(self.floor[y, x - 1]), int(self.floor[y, x + 1])

    def hides_people(self, piece: Piece) -> bool:
        """Whether somebody may stand behind the piece's upright part, or sit at it."""
        thing, shape = THINGS[piece.kind], FURNITURE[piece.kind]
        if thing.tall is None:
            return False
        y, x = divmod(piece.tile, self.plan.width)
        if any("o" in row or "." in row for row in shape.footprint):
            return True
        rows = range(max(0, y - 1 - thing.rise // 32), y)
        return bool(self.plan.walk[rows.start : y, x : x + shape.width].any())

    def variant(self, piece: Piece) -> int:
        """Which of the variants of its kind a piece is, for ever."""
        choices = THINGS[piece.kind].variants_in(self.use_of(piece.room))
        return choices[(piece.tile * 2654435761 >> 7) % len(choices)]

    def use_of(self, room: int) -> str:
        """What a room is furnished for: its kind, but for offices of medics, which are `medical`."""
        place = self.plan.rooms[room]
        medical = place.kind == "office" and self.plan.wings[place.wing].kind == "medical"
        return "medical" if medical else place.kind


def read_ground(plan: PrisonPlan) -> Ground:
    """Work out what drawing needs to know of a plan."""
    solid = np.isin(plan.wall, [int(wall) for wall in OPAQUE_WALLS])
    upright = (plan.wall != Wall.NONE) | (plan.door_at > 0)
    return Ground(plan, _floors(plan, solid), solid, upright, plan.wall, plan.door_at)


def _floors(plan: PrisonPlan, solid: Bools) -> NDArray[np.uint8]:
    """Floors, with those under doors and panes taken from beside them."""
    floor = plan.floor.copy()
    bare = (floor == Floor.OUTSIDE) & ~solid & ((plan.wall != Wall.NONE) | (plan.door_at > 0))
    for y, x in np.argwhere(bare).tolist():
        for dx, dy in ((0, -1), (0, 1), (1, 0), (-1, 0), (1, 1), (-1, -1), (1, -1), (-1, 1)):
            nx, ny = x + dx, y + dy
            inside = 0 <= nx < plan.width and 0 <= ny < plan.height
            if inside and plan.wall[ny, nx] == Wall.NONE and plan.floor[ny, nx] != Floor.OUTSIDE:
                floor[y, x] = plan.floor[ny, nx]
                break
    return floor


def opaque_doors(plan: PrisonPlan) -> Bools:
    """Tiles of doors that let no light through."""
    dark = np.zeros((plan.height, plan.width), np.bool_)
    for door in plan.doors[1:]:
        if door.kind == DoorKind.STEEL:
            dark[divmod(door.tile, plan.width)] = True
    return dark

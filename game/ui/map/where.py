"""What of the plan is where on the screen."""

import numpy as np
import pygame

from game.sim.house.plan import PrisonPlan
from game.ui.map.camera import TILE, Camera


class Where:
    """A plan under a camera."""

    def __init__(self, plan: PrisonPlan, size: tuple[int, int]) -> None:
        self.plan = plan
        self.camera = Camera(plan.width * TILE, plan.height * TILE)
        self.camera.set_view(pygame.Rect((0, 0), size))
        self.camera.look_at(plan.width * TILE / 2, plan.height * TILE / 2)

    def tile_at(self, at: tuple[int, int]) -> int:
        """The tile at a point of the screen; -1 beyond the edge."""
        x, y = self.camera.to_world(at)
        column, row = int(x // TILE), int(y // TILE)
        inside = 0 <= column < self.plan.width and 0 <= row < self.plan.height
        return row * self.plan.width + column if inside else -1

    def room_at(self, at: tuple[int, int]) -> int:
        """The room at a point of the screen; 0: none."""
        tile = self.tile_at(at)
        return int(self.plan.room_at.flat[tile]) if tile >= 0 else 0

    def door_at(self, at: tuple[int, int]) -> int:
        """The door at a point of the screen; 0: none."""
        tile = self.tile_at(at)
        return int(self.plan.door_at.flat[tile]) if tile >= 0 else 0

    def middle_of(self, room: int) -> tuple[float, float]:
        """The middle of a room, in pixels of zoom 1."""
        tiles = np.array(self.plan.rooms[room].tiles)
        x, y = tiles % self.plan.width, tiles // self.plan.width
        return float((x.min() + x.max() + 1) * TILE / 2), float((y.min() + y.max() + 1) * TILE / 2)

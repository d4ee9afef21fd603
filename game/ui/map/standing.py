"""What stands still among people, from north to south: panes, bars, fences, doors and upright things."""

import math
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
import pygame
from numpy.typing import NDArray

from game.sim.house.furniture import FURNITURE
from game.sim.house.plan import DoorKind, DoorPlan, Wall
from game.ui.art.atlas import Atlas
from game.ui.art.doors import RISE as DOOR_RISE
from game.ui.art.doors import STEPS, paint_door
from game.ui.art.furniture import THINGS
from game.ui.art.panes import PAINTERS, paint_pane
from game.ui.art.panes import RISE as PANE_RISE
from game.ui.map.ground import Ground
from game.ui.map.terrain import piece_picture
from game.ui.map.window import Window

REACH = 1.4
"""Tiles from which a door that isn't locked opens for somebody."""
KEY_REACH = 0.7
"""Tiles from which a locked door does: who comes so near has the key."""

DOORS_NEAR, NO_DOOR = 2, -1
"""Tiles around a door from which it may be opened, and what stands for none."""

Floats = NDArray[np.float64]


class Upright(NamedTuple):
    """One thing that stands: its picture by tile size, its box and where it touches the ground, in pixels of zoom 1."""

    picture: Callable[[int], pygame.Surface]
    left: int
    top: int
    width: int
    height: int
    base: int


class Standing:
    """All that stands still in a prison."""

    def __init__(self, ground: Ground, atlas: Atlas) -> None:
        self.ground, self.atlas = ground, atlas
        self.things = [*self._panes(), *self._pieces()]
        self.box = np.array([thing[1:] for thing in self.things], float).reshape(-1, 5)
        self.pictures: dict[int, list[pygame.Surface | None]] = {}
        self.doors = [door for door in ground.plan.doors[1:] if door.kind != DoorKind.OPENING]
        self.door_ids = np.array([door.id for door in self.doors], np.int64)
        spots = [divmod(door.tile, ground.plan.width) for door in self.doors]
        self.across = [ground.is_across(x, y) for y, x in spots]
        self.door_x = np.array([x * 32 for _, x in spots], float)
        self.door_y = np.array([y * 32 for y, _ in spots], float)
        self.near = self._doors_near()

    def _panes(self) -> list[Upright]:
        found = []
        for y, x in np.argwhere(np.isin(self.ground.wall, [int(wall) for wall in PAINTERS])).tolist():
            wall, runs = Wall(int(self.ground.wall[y, x])), self.ground.runs(x, y)
            name = f"pane.{int(wall)}." + "".join("1" if side else "0" for side in runs)
            picture = partial(self.atlas.sized, name, paint=partial(paint_pane, wall, *runs))
            base = y * 32 + (30 if runs[1] or runs[3] else 16)
            found.append(Upright(picture, x * 32, y * 32 - PANE_RISE, 32, 32 + PANE_RISE, base))
        return found

    def _pieces(self) -> list[Upright]:
        found = []
        for piece in self.ground.plan.pieces:
            if not self.ground.hides_people(piece):
                continue
            thing, shape = THINGS[piece.kind], FURNITURE[piece.kind]
            y, x = divmod(piece.tile, self.ground.plan.width)
            picture = partial(piece_picture, self.atlas, piece.kind, "tall", self.ground.variant(piece))
            width, height = shape.width * 32 + 2 * thing.overhang, shape.height * 32 + thing.rise
            found.append(
                Upright(
                    picture, x * 32 - thing.overhang, y * 32 - thing.rise, width, height, y * 32 + thing.base
                )
            )
        return found

    def _doors_near(self) -> NDArray[np.int64]:
        """The doors that somebody on a tile may open, by tile; `NO_DOOR` fills up."""
        plan, around = self.ground.plan, range(-DOORS_NEAR, DOORS_NEAR + 1)
        near: list[list[int]] = [[] for _ in range(plan.width * plan.height)]
        for index, door in enumerate(self.doors):
            y, x = divmod(door.tile, plan.width)
            for row, column in ((y + dy, x + dx) for dy in around for dx in around):
                if 0 <= row < plan.height and 0 <= column < plan.width:
                    near[row * plan.width + column].append(index)
        most = max(map(len, near), default=0)
        return np.array([doors + [NO_DOOR] * (most - len(doors)) for doors in near], np.int64)

    def openness(self, feet_x: Floats, feet_y: Floats, locked: NDArray[np.bool_]) -> NDArray[np.int64]:
        """How far each door is open, 0 to STEPS, for people with their feet at these places."""
        plan = self.ground.plan
        x = (feet_x // 32).astype(np.int64).clip(0, plan.width - 1)
        y = (feet_y // 32).astype(np.int64).clip(0, plan.height - 1)
        people, places = (self.near[y * plan.width + x] != NO_DOOR).nonzero()
        doors = self.near[(y * plan.width + x)[people], places]
        dx, dy = self.door_x[doors] + 16 - feet_x[people], self.door_y[doors] + 18 - feet_y[people]
        apart = np.full(len(self.doors), np.inf)
        np.minimum.at(apart, doors, np.hypot(dx, dy) / 32)
        wide = (np.where(locked, KEY_REACH, REACH) - apart) / 0.5 * STEPS
        steps: NDArray[np.int64] = np.clip(wide, 0, STEPS).astype(np.int64)
        return steps

    def _in_window(self, window: Window) -> NDArray[np.bool_]:
        left, top, width, height, _ = (self.box * window.scale).T
        inside: NDArray[np.bool_] = (left < window.left + window.width) & (left + width > window.left)
        inside &= (top < window.top + window.height) & (top + height > window.top)
        return inside

    def make_ready(self, window: Window, until: float) -> bool:
        """Make pictures of a window ahead, while the clock is below `until`; tells whether all are there."""
        pictures = self.pictures.setdefault(window.tile, [None] * len(self.things))
        for row in self._in_window(window).nonzero()[0].tolist():
            if pictures[row] is None:
                if time.perf_counter() > until:
                    return False
                pictures[row] = self.things[row].picture(window.tile)
        return True

    def seen(
        self, window: Window, until: float = math.inf
    ) -> list[tuple[int, pygame.Surface, tuple[int, int]]]:
        """What stands in the window: where it touches the ground, its picture, where to draw it.

        When the clock is past `until`, what was never drawn in this size is shown from another.
        """
        inside = self._in_window(window)
        left, top, _, _, base = (self.box[inside] * window.scale).T
        pictures = self.pictures.setdefault(window.tile, [None] * len(self.things))
        rows = inside.nonzero()[0].tolist()
        xs = (np.rint(left) - window.left).astype(int).tolist()
        ys = (np.rint(top) - window.top).astype(int).tolist()
        feet = (np.rint(base) - window.top).astype(int).tolist()
        found = []
        for row, x, y, foot in zip(rows, xs, ys, feet, strict=True):
            picture = pictures[row]
            if picture is None and time.perf_counter() > until:
                picture = self._stand_in(row, window.tile)
            if picture is None:
                picture = pictures[row] = self.things[row].picture(window.tile)
            found.append((foot, picture, (x, y)))
        return found

    def _stand_in(self, row: int, tile: int) -> pygame.Surface | None:
        """A thing's picture made quickly of one of another size, if there is any."""
        for other, pictures in self.pictures.items():
            picture = pictures[row]
            if picture is not None and other != tile:
                return pygame.transform.scale_by(picture, tile / other)
        return None

    def seen_doors(
        self, window: Window, locked: NDArray[np.bool_], wide: NDArray[np.int64]
    ) -> list[tuple[int, pygame.Surface, tuple[int, int]]]:
        """The doors in the window, as far open as they are; an open leaf is behind who walks through."""
        scale, found = window.scale, []
        left, top = self.door_x * scale - window.left, (self.door_y - DOOR_RISE) * scale - window.top
        inside = (
            (left > -window.tile) & (left < window.width) & (top > -2 * window.tile) & (top < window.height)
        )
        for row in inside.nonzero()[0].tolist():
            step = int(wide[row])
            picture = self.door(self.doors[row], self.across[row], step, bool(locked[row]), window.tile)
            under = 30 if self.across[row] and step < STEPS - 1 else 2
            foot = round((self.door_y[row] + under) * scale) - window.top
            found.append((foot, picture, (round(float(left[row])), round(float(top[row])))))
        return found

    def door(self, door: DoorPlan, across: bool, step: int, locked: bool, tile: int) -> pygame.Surface:
        """The picture of a door."""
        name = f"door.{int(door.kind)}.{int(across)}.{step}.{int(locked)}"
        return self.atlas.sized(name, tile, partial(paint_door, door.kind, across, step, locked))

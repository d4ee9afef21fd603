"""The ground in chunks of 8 x 8 tiles: floors, paint, shadows, walls and whatever nobody can stand behind."""

import math
import time
from functools import partial

import pygame

from game.sim.house.furniture import FURNITURE
from game.sim.house.plan import Floor, Piece, Wall
from game.ui.art.atlas import Atlas
from game.ui.art.floors import CLOTH_TILES, paint_floor
from game.ui.art.furniture import THINGS, paint_thing
from game.ui.art.walls import paint_wall
from game.ui.kit.bounded import Bounded
from game.ui.map.camera import TILES
from game.ui.map.decals import SHADE, Decals, shadow_map
from game.ui.map.ground import Ground
from game.ui.map.window import Window

SIDE = 8
"""Tiles along a chunk."""
BEYOND, DAY_LEAVES, NIGHT_TAKES = (46, 52, 49), 0.84, 0.6
"""Colour beyond the edge of the world; the share of it that the light of the day leaves, and what the night takes."""
KEPT_BYTES = 96 << 20
"""How much of the ground is kept ready for drawing."""


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * 4


def piece_picture(atlas: Atlas, kind: str, layer: str, variant: int, tile: int) -> pygame.Surface:
    """The picture of a layer of a piece, for tiles of `tile` pixels."""

    def paint() -> pygame.Surface:
        picture = paint_thing(kind, layer, variant)
        assert picture is not None, (kind, layer)
        return picture

    return atlas.sized(f"thing.{kind}.{layer}.{variant}", tile, paint)


class Terrain:
    """Draws the ground, making chunks as they come into view."""

    def __init__(self, ground: Ground, atlas: Atlas) -> None:
        self.ground, self.atlas = ground, atlas
        plan = ground.plan
        self.columns, self.rows = -(-plan.width // SIDE), -(-plan.height // SIDE)
        self.shadows, self.decals = shadow_map(ground), Decals(ground)
        self.chunks: Bounded[pygame.Surface] = Bounded(KEPT_BYTES, _bytes)
        self._pieces = self._by_chunk()

    def _by_chunk(self) -> dict[tuple[int, int], list[Piece]]:
        """The pieces that reach into each chunk, from north to south."""
        found: dict[tuple[int, int], list[Piece]] = {}
        for piece in sorted(self.ground.plan.pieces, key=lambda p: p.tile):
            y, x = divmod(piece.tile, self.ground.plan.width)
            thing, shape = THINGS[piece.kind], FURNITURE[piece.kind]
            over, up = -(-thing.overhang // 32), -(-thing.rise // 32)
            for cy in range(max(0, y - up) // SIDE, (y + shape.height) // SIDE + 1):
                for cx in range(max(0, x - over) // SIDE, (x + shape.width + over) // SIDE + 1):
                    found.setdefault((cx, cy), []).append(piece)
        return found

    def make_ready(self, window: Window, until: float = math.inf) -> bool:
        """Make chunks of a window ahead, while the clock is below `until`; tells whether all are there."""
        for cx, cy, *_ in window.chunks(SIDE, self.columns, self.rows):
            if (cx, cy, window.tile) not in self.chunks:
                if time.perf_counter() > until:
                    return False
                self.chunk(cx, cy, window.tile)
        return True

    def draw(self, surface: pygame.Surface, window: Window, until: float = math.inf) -> None:
        """Lay the ground. When time is up, chunks that are missing are shown from another size."""
        blits = []
        for cx, cy, x, y in window.chunks(SIDE, self.columns, self.rows):
            if (cx, cy, window.tile) in self.chunks or time.perf_counter() < until:
                blits.append((self.chunk(cx, cy, window.tile), (x, y)))
            else:
                blits.append((self._stand_in(cx, cy, window.tile), (x, y)))
        surface.fblits(blits)

    def _stand_in(self, cx: int, cy: int, tile: int) -> pygame.Surface:
        """A chunk made quickly: from one of another size, or in the floor's mean colour."""
        side = SIDE * tile
        for other in TILES:
            if (cx, cy, other) in self.chunks:
                return pygame.transform.scale(self.chunk(cx, cy, other), (side, side))
        plain = pygame.Surface((side, side))
        plain.fill((84, 88, 92))
        return plain

    def chunk(self, cx: int, cy: int, tile: int) -> pygame.Surface:
        """A chunk for tiles of `tile` pixels; the ones not used for longest are let go."""
        return self.chunks.get((cx, cy, tile), lambda: self._make(cx * SIDE, cy * SIDE, tile))

    def _make(self, x0: int, y0: int, tile: int) -> pygame.Surface:
        chunk = pygame.Surface((SIDE * tile, SIDE * tile))
        if pygame.display.get_surface():
            chunk = chunk.convert()
        chunk.fill(BEYOND)
        self._floors(chunk, x0, y0, tile)
        self.decals.draw(chunk, x0, y0, SIDE, tile)
        self._shade(chunk, x0, y0, tile)
        self._walls(chunk, x0, y0, tile)
        self._things(chunk, x0, y0, tile)
        return chunk

    def _floors(self, chunk: pygame.Surface, x0: int, y0: int, tile: int) -> None:
        plan, blits = self.ground.plan, []
        for y in range(y0, min(y0 + SIDE, plan.height)):
            for x in range(x0, min(x0 + SIDE, plan.width)):
                west, east = self.ground.split_floors(x, y) or (int(self.ground.floor[y, x]),) * 2
                for floor, left, width in ((west, 0, tile), (east, tile // 2, tile - tile // 2))[
                    : 1 + (west != east)
                ]:
                    cloth = self.atlas.sized(f"floor.{floor}", tile, partial(paint_floor, Floor(floor)))
                    area = (x % CLOTH_TILES * tile + left, y % CLOTH_TILES * tile, width, tile)
                    blits.append((cloth, ((x - x0) * tile + left, (y - y0) * tile), area))
        chunk.blits(blits, doreturn=False)

    def _shade(self, chunk: pygame.Surface, x0: int, y0: int, tile: int) -> None:
        """Multiply with the shadow map, scaled with a rim so that chunks meet."""
        rim, step = 2, tile / SHADE
        patch = pygame.Surface((SIDE * SHADE + 2 * rim, SIDE * SHADE + 2 * rim))
        patch.fill((255, 255, 255))
        patch.blit(self.shadows, (rim - x0 * SHADE, rim - y0 * SHADE))
        size = round(patch.get_width() * step)
        big = pygame.transform.smoothscale(patch, (size, size))
        chunk.blit(big, (-round(rim * step), -round(rim * step)), special_flags=pygame.BLEND_RGB_MULT)

    def _walls(self, chunk: pygame.Surface, x0: int, y0: int, tile: int) -> None:
        plan = self.ground.plan
        for y in range(y0, min(y0 + SIDE, plan.height)):
            for x in range(x0, min(x0 + SIDE, plan.width)):
                if self.ground.solid[y, x]:
                    wall, near = Wall(int(plan.wall[y, x])), self.ground.neighbours(x, y)
                    name = f"wall.{int(wall)}." + "".join("1" if side else "0" for side in near)
                    picture = self.atlas.sized(name, tile, partial(paint_wall, wall, near))
                    chunk.blit(picture, ((x - x0) * tile, (y - y0) * tile))

    def _things(self, chunk: pygame.Surface, x0: int, y0: int, tile: int) -> None:
        pieces = self._pieces.get((x0 // SIDE, y0 // SIDE), [])
        for piece in pieces:
            if THINGS[piece.kind].flat is not None:
                self._thing(chunk, piece, "flat", x0, y0, tile)
        for piece in pieces:
            if THINGS[piece.kind].tall is not None and not self.ground.hides_people(piece):
                self._thing(chunk, piece, "tall", x0, y0, tile)

    def _thing(self, chunk: pygame.Surface, piece: Piece, layer: str, x0: int, y0: int, tile: int) -> None:
        y, x = divmod(piece.tile, self.ground.plan.width)
        thing = THINGS[piece.kind]
        picture = piece_picture(self.atlas, piece.kind, layer, self.ground.variant(piece), tile)
        left = (x - x0) * tile - round(thing.overhang * tile / 32)
        chunk.blit(picture, (left, (y - y0) * tile - round(thing.rise * tile / 32)))


def beyond(darkness: float) -> tuple[int, int, int]:
    """The colour beyond the edge of the world, where no light map reaches; `darkness` 0 by day, 1 at night."""
    red, green, blue = (round(part * (DAY_LEAVES - NIGHT_TAKES * darkness)) for part in BEYOND)
    return red, green, blue

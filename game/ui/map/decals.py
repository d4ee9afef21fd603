"""What is painted on floors: lines along corridors, the court in the yard; and the soft shadows of walls."""

import numpy as np
import pygame
from numpy.typing import NDArray

from game.sim.house.furniture import FURNITURE
from game.sim.house.plan import Floor, PrisonPlan, Wall
from game.ui.map.ground import Ground

SHADE = 8
"""Pixels of the shadow map for a tile."""
FURNITURE_SHADE = 130
"""How much furniture darkens the floor around it; a wall: 255."""
YELLOW = (190, 160, 74)
WHITE = (196, 190, 172)
LINED_ROOMS = ("corridor", "commons")


def shadow_map(ground: Ground) -> pygame.Surface:
    """How light the floor is near walls, `SHADE` pixels a tile: light falls from the north-west."""
    height, width = ground.solid.shape
    weight = np.where(ground.solid, 255, np.where(ground.upright & (ground.wall > 0), 70, 0)).astype(np.uint8)
    weight = np.maximum(weight, _furnished(ground.plan))
    mask = pygame.Surface((width * SHADE, height * SHADE))
    big = np.kron(weight, np.ones((SHADE, SHADE), np.uint8)).T
    pygame.surfarray.blit_array(mask, np.repeat(big[:, :, None], 3, axis=2))
    near, far = pygame.transform.box_blur(mask, 2), pygame.transform.box_blur(mask, 6)
    tight = np.roll(pygame.surfarray.array3d(near)[:, :, 0].astype(np.int16), (1, 2), (0, 1))
    wide = np.roll(pygame.surfarray.array3d(far)[:, :, 0].astype(np.int16), (2, 3), (0, 1))
    light = np.clip(262 - tight * 46 // 100 - wide * 38 // 100, 96, 255).astype(np.uint8)
    return pygame.surfarray.make_surface(np.repeat(light[:, :, None], 3, axis=2))


def _furnished(plan: PrisonPlan) -> NDArray[np.uint8]:
    """How much things that stand indoors darken the floor around them, by tile."""
    weight = np.zeros((plan.height, plan.width), np.uint8)
    for piece in plan.pieces:
        room, (y, x) = plan.rooms[piece.room], divmod(piece.tile, plan.width)
        if not room.outdoors and room.kind != "outside":
            for row, line in enumerate(FURNITURE[piece.kind].footprint):
                for column, sign in enumerate(line):
                    if sign == "#":
                        weight[y + row, x + column] = FURNITURE_SHADE
    return weight


class Decals:
    """Painted lines, found once from the plan."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.courts = _courts(ground.plan)
        rooms = ground.plan.rooms
        lined = [room.id for room in rooms if room.kind in LINED_ROOMS and not room.outdoors]
        self.lined = np.isin(ground.plan.room_at, lined) & (ground.plan.door_at == 0)

    def draw(self, chunk: pygame.Surface, x0: int, y0: int, side: int, tile: int) -> None:
        """Paint what lies in the chunk whose first tile is x0, y0."""
        rows = slice(max(0, y0), y0 + side)
        for y, x in np.argwhere(self.lined[rows, max(0, x0) : x0 + side]).tolist():
            self._edge_lines(chunk, x + max(0, x0), y + max(0, y0), x0, y0, tile)
        for court in self.courts:
            if court.colliderect((x0, y0, side, side)):
                _draw_court(chunk, court, x0, y0, tile)

    def _edge_lines(self, chunk: pygame.Surface, x: int, y: int, x0: int, y0: int, tile: int) -> None:
        """A yellow line beside walls, as in every prison: inmates keep between them."""
        thick, gap = max(1, tile // 16), tile * 5 // 32
        left, top = (x - x0) * tile, (y - y0) * tile
        n, e, s, w = self._walls_around(x, y)
        veil = pygame.Surface((tile, tile), pygame.SRCALPHA)
        colour = (*YELLOW, 150)
        if n:
            veil.fill(colour, (0, gap, tile, thick))
        if s:
            veil.fill(colour, (0, tile - gap - thick, tile, thick))
        if w:
            veil.fill(colour, (gap, gap if n else 0, thick, tile - (gap if n else 0) - (gap if s else 0)))
            veil.fill((0, 0, 0, 0), (0, 0, gap, tile))
        if e:
            right = tile - gap - thick
            veil.fill(colour, (right, gap if n else 0, thick, tile - (gap if n else 0) - (gap if s else 0)))
            veil.fill((0, 0, 0, 0), (tile - gap, 0, gap, tile))
        chunk.blit(veil, (left, top))

    def _walls_around(self, x: int, y: int) -> tuple[bool, bool, bool, bool]:
        wall, height, width = self.ground.wall, *self.ground.wall.shape
        n, e, s, w = (
            0 <= x + dx < width and 0 <= y + dy < height and wall[y + dy, x + dx] != Wall.NONE
            for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0))
        )
        return n, e, s, w


def _courts(plan: PrisonPlan) -> list[pygame.Rect]:
    """Rectangles of asphalt in yards, in tiles, large enough to play on."""
    found = []
    for room in plan.rooms:
        if room.kind != "yard":
            continue
        spots = [divmod(tile, plan.width) for tile in room.tiles]
        paved = [(y, x) for y, x in spots if plan.floor[y, x] == Floor.ASPHALT]
        if len(paved) >= 40:
            ys, xs = [y for y, _ in paved], [x for _, x in paved]
            found.append(pygame.Rect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1))
    return found


def _draw_court(chunk: pygame.Surface, court: pygame.Rect, x0: int, y0: int, tile: int) -> None:
    """A court for ball games: outline, middle line, circle, and a box at each end."""
    wide = court.w >= court.h
    left, top = (court.x - x0 + 0.5) * tile, (court.y - y0 + 0.5) * tile
    width, height = (court.w - 1) * tile, (court.h - 1) * tile
    thick = max(1, tile // 14)
    veil = pygame.Surface(chunk.get_size(), pygame.SRCALPHA)
    colour = (*WHITE, 190)
    pygame.draw.rect(veil, colour, (left, top, width, height), thick)
    middle = (left + width / 2, top + height / 2)
    if wide:
        pygame.draw.line(veil, colour, (middle[0], top), (middle[0], top + height), thick)
        boxes = ((left, middle[1] - 1.5 * tile), (left + width - 2 * tile, middle[1] - 1.5 * tile))
        size = (2 * tile, 3 * tile)
    else:
        pygame.draw.line(veil, colour, (left, middle[1]), (left + width, middle[1]), thick)
        boxes = ((middle[0] - 1.5 * tile, top), (middle[0] - 1.5 * tile, top + height - 2 * tile))
        size = (3 * tile, 2 * tile)
    pygame.draw.circle(veil, colour, middle, 1.3 * tile, thick)
    for corner in boxes:
        pygame.draw.rect(veil, colour, (*corner, *size), thick)
    chunk.blit(veil, (0, 0))

"""What stands behind the page that waits: what was seen last, darkened; at the very start, a row of pods at night."""

import pygame
from pygame import Surface

from game.sim.house.plan import Floor, Wall
from game.ui.art.floors import paint_floor
from game.ui.art.furniture import paint_whole
from game.ui.art.panes import RISE, paint_pane
from game.ui.art.walls import Neighbours, paint_wall
from game.ui.screens.behind import LivingPrison, shade
from game.ui.screens.stage import Behind, Plain, stretched

TILE = 64
"""Pixels of a tile as the art paints it."""
COLUMNS, ROWS = 6, 11
"""Tiles of the piece that is repeated: two pods, and the floor before them with a table."""
POD_ROWS, POD_COLUMNS = 5, 3
DARK, NIGHT = (150, 152, 158), (92, 104, 150)
"""What a picture that is dark already is multiplied by, and what one of full daylight is."""
POD = (("bunk", 1, 2), ("toilet", 2, 1), ("sink", 1, 1))
FLOOR = (("round", 1, 6), ("plant", 5, 5), ("plant", 5, 9))
"""Things and the tiles they stand on: in a pod, and before it."""


class Backdrop:
    """One picture, made when it is first drawn: that takes a tenth of a second at most."""

    def __init__(self, behind: Behind) -> None:
        self.behind = behind
        self._picture: Surface | None = None

    def draw(self, surface: Surface) -> None:
        """Fill the surface."""
        if self._picture is None or self._picture.get_size() != surface.get_size():
            self._picture = self._make(surface)
        surface.blit(self._picture, (0, 0))

    def _make(self, surface: Surface) -> Surface:
        behind, picture = self.behind, Surface(surface.get_size()).convert()
        if isinstance(behind, Plain) or (isinstance(behind, LivingPrison) and not behind.bright):
            picture.blit(paint_pods(picture.get_size()), (0, 0))
            picture.blit(shade(picture.get_size()), (0, 0), special_flags=pygame.BLEND_RGB_MULT)
            tint = NIGHT
        else:
            behind.draw(picture, 0.0)
            tint = DARK
        picture.fill(tint, special_flags=pygame.BLEND_RGB_MULT)
        return picture


def paint_pods(size: tuple[int, int]) -> Surface:
    """A row of pods and the floor before it, as large as a window."""
    piece = _piece()
    across = -(-size[0] * piece.get_height() // (size[1] * piece.get_width()))
    row = Surface((across * piece.get_width(), piece.get_height()))
    for number in range(across):
        row.blit(piece, (number * piece.get_width(), 0))
    return stretched(row, row.get_rect() if row.get_size() == size else pygame.Rect((0, 0), size))


def _piece() -> Surface:
    piece = Surface((COLUMNS * TILE, ROWS * TILE))
    pod, floor = paint_floor(Floor.POD), paint_floor(Floor.LINO)
    for y in range(ROWS):
        for x in range(COLUMNS):
            cloth, at = (pod if y < POD_ROWS else floor), (x * TILE, y * TILE)
            corner = at[0] % cloth.get_width(), at[1] % cloth.get_height()
            piece.blit(cloth, at, (corner, (TILE, TILE)))
    for left in range(0, COLUMNS, POD_COLUMNS):
        _pod(piece, left)
    for kind, x, y in FLOOR:
        _stand(piece, kind, x, y)
    return piece


def _pod(piece: Surface, left: int) -> None:
    """Back wall, glass to the neighbour, what is in it, and its glass front."""
    wall, front = (
        paint_wall(Wall.LIGHT, Neighbours(e=True, w=True)),
        paint_pane(Wall.GLASS, False, True, False, True),
    )
    side = paint_pane(Wall.GLASS, True, False, True, False)
    for x in range(left, left + POD_COLUMNS):
        piece.blit(wall, (x * TILE, 0))
    for y in range(1, POD_ROWS - 1):
        piece.blit(side, (left * TILE, y * TILE - 2 * RISE))
    for kind, x, y in POD:
        _stand(piece, kind, left + x, y)
    for x in range(left, left + POD_COLUMNS):
        piece.blit(front, (x * TILE, (POD_ROWS - 1) * TILE - 2 * RISE))


def _stand(piece: Surface, kind: str, x: int, y: int) -> None:
    """Put a thing on its tile; what is higher than that rises above it."""
    thing = paint_whole(kind)
    rise = thing.get_height() % TILE
    piece.blit(thing, (x * TILE, y * TILE - rise))

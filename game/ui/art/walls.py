"""Solid walls: a dark top, and where nothing stands to the south, a lit face of 13 pixels."""

from typing import NamedTuple

import pygame

from game.sim.house.plan import Wall
from game.ui.art.canvas import Canvas
from game.ui.art.palette import Colour, clear, darker, lighter, rgb

TILE = 32
FACE = 13
"""Height of a wall's face, in pixels of zoom 1."""


class Neighbours(NamedTuple):
    """Which of the eight tiles around are walls, too."""

    n: bool = False
    e: bool = False
    s: bool = False
    w: bool = False
    ne: bool = True
    se: bool = True
    sw: bool = True
    nw: bool = True


TOPS: dict[Wall, Colour] = {
    Wall.CONCRETE: rgb("363C43"),
    Wall.BRICK: rgb("3F3535"),
    Wall.LIGHT: rgb("36424A"),
}
FACES: dict[Wall, Colour] = {
    Wall.CONCRETE: rgb("8A939A"),
    Wall.BRICK: rgb("96634E"),
    Wall.LIGHT: rgb("8FB3B4"),
}


def _top(canvas: Canvas, colour: Colour, near: Neighbours, height: float) -> None:
    """The top with bevelled rims where the wall ends."""
    canvas.rect(0, 0, TILE, height, colour)
    inset_n, inset_w, inset_e = (0 if near.n else 3), (0 if near.w else 3), (0 if near.e else 3)
    inset_s = 0 if near.s else 2.4
    canvas.rect(inset_w, inset_n, TILE - inset_w - inset_e, height - inset_n - inset_s, lighter(colour, 0.05))
    if not near.n:
        canvas.rect(0, 0, TILE, 1.2, lighter(colour, 0.30))
    if not near.w:
        canvas.rect(0, 0, 1.2, height, lighter(colour, 0.20))
    if not near.e:
        canvas.rect(TILE - 1.2, 0, 1.2, height, darker(colour, 0.25))
    if not near.s:
        canvas.rect(0, height - 1.2, TILE, 1.2, lighter(colour, 0.16))


def _corners(canvas: Canvas, colour: Colour, near: Neighbours, height: float) -> None:
    """Rims that turn around inner corners."""
    rim = lighter(colour, 0.22)
    if near.n and near.w and not near.nw:
        canvas.rect(0, 0, 1.2, 1.2, rim)
    if near.n and near.e and not near.ne:
        canvas.rect(TILE - 1.2, 0, 1.2, 1.2, darker(colour, 0.2))
    if near.s and near.w and not near.sw:
        canvas.rect(0, height - 1.2, 1.2, 1.2, rim)
    if near.s and near.e and not near.se:
        canvas.rect(TILE - 1.2, height - 1.2, 1.2, 1.2, darker(colour, 0.2))


def _bricks(canvas: Canvas, face: Colour) -> None:
    top = TILE - FACE
    for row in range(4):
        y = top + row * 3.3
        canvas.rect(0, y, TILE, 0.6, darker(face, 0.42))
        for column in range(5):
            x = column * 8 + (row % 2) * 4
            canvas.rect(x % TILE, y, 0.6, 3.3, darker(face, 0.36))
            if (row * 5 + column) % 3 == 0:
                canvas.rect(x % TILE + 0.6, y + 0.6, 7.0, 2.6, clear(darker(face, 0.35), 0.35))


def _panels(canvas: Canvas, face: Colour) -> None:
    """Smooth panels with joints and a dark base board."""
    top = TILE - FACE
    for x in (0, 16):
        canvas.rect(x, top, 0.5, FACE - 4, clear(darker(face, 0.5), 0.5))
        canvas.rect(x + 0.5, top, 0.5, FACE - 4, (255, 255, 255, 40))
    canvas.rect(0, TILE - 3.6, TILE, 3.6, darker(face, 0.45))
    canvas.rect(0, TILE - 3.6, TILE, 0.6, lighter(face, 0.12))


def _blocks(canvas: Canvas, face: Colour) -> None:
    """Cast concrete: shuttering marks, a painted dado."""
    top = TILE - FACE
    canvas.rect(0, TILE - 6.4, TILE, 6.4, clear(darker(face, 0.42), 0.8))
    canvas.rect(0, TILE - 6.6, TILE, 0.6, clear(lighter(face, 0.2), 0.7))
    for x in (7, 23):
        canvas.oval(x, top + 3.4, 0.6, 0.6, darker(face, 0.4))
    canvas.rect(15.7, top, 0.5, FACE, clear(darker(face, 0.6), 0.4))


def _face(canvas: Canvas, wall: Wall) -> None:
    face, top = FACES[wall], TILE - FACE
    canvas.fade(0, top, TILE, FACE, lighter(face, 0.14), darker(face, 0.30))
    {Wall.BRICK: _bricks, Wall.LIGHT: _panels, Wall.CONCRETE: _blocks}[wall](canvas, face)
    canvas.rect(0, top, TILE, 1.0, (0, 0, 0, 84))
    canvas.rect(0, TILE - 1.0, TILE, 1.0, (0, 0, 0, 70))


def paint_wall(wall: Wall, near: Neighbours) -> pygame.Surface:
    """A tile of a solid wall among its neighbours."""
    canvas = Canvas(TILE, TILE)
    height = TILE if near.s else TILE - FACE
    _top(canvas, TOPS[wall], near, height)
    _corners(canvas, TOPS[wall], near, height)
    if not near.s:
        _face(canvas, wall)
        if not near.w:
            canvas.rect(0, TILE - FACE, 1.0, FACE, (255, 255, 255, 40))
        if not near.e:
            canvas.rect(TILE - 1.0, TILE - FACE, 1.0, FACE, (0, 0, 0, 70))
    return canvas.picture()

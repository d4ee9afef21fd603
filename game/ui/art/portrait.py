"""A face at any size, from the same look as the person on the map."""

import math
from dataclasses import replace

import numpy as np
import pygame

from game.sim.house.furniture import Facing, Pose
from game.ui.art.body import CHEST, chest_width, hip_height, paint_arm, paint_torso
from game.ui.art.canvas import Canvas
from game.ui.art.clothes import clothes_of
from game.ui.art.head import paint_head
from game.ui.art.look import Look
from game.ui.art.palette import SKINS, Colour, clear, darker, lighter, mix, rgb
from game.ui.art.rigs import rig_of

SIDE = 44
"""Size of the picture in its own units."""
ZOOM = 2.1
KEEN_FROM = 44
"""Portraits of fewer pixels have the simple face of the map."""

BACKS: dict[str, Colour] = {
    "officer": rgb("3A5274"),
    "medic": rgb("4E7E86"),
    "chaplain": rgb("5A4A5E"),
    "teacher": rgb("6A6250"),
    "cook": rgb("6E6A60"),
    "clerk": rgb("525C68"),
    "visitor": rgb("5E6470"),
}


def _back(look: Look) -> Colour:
    if look.kind == "inmate":
        return mix(look.accent, rgb("4A5866"), 0.45 if look.faction else 0.8)
    return BACKS.get(look.kind, rgb("4A5866"))


def _backdrop(c: Canvas, look: Look) -> None:
    back = _back(look)
    c.fade(0, 0, SIDE, SIDE, lighter(back, 0.10), darker(back, 0.42))
    for step in range(7):
        size = 23 - step * 2.6
        c.oval(SIDE / 2, 19, size, size, clear(lighter(back, 0.55), 0.05))
    if look.kind == "inmate":
        for row in range(6):
            c.rect(0, 3 + row * 7.4, SIDE, 0.35, clear(darker(back, 0.6), 0.4))


def _bust(c: Canvas, look: Look, keen: bool) -> None:
    wear, rig = clothes_of(look), rig_of(Pose.STAND)
    look = replace(look, stature=0)
    hip, wide = hip_height(look, rig), chest_width(look, Facing.SOUTH)
    neck = hip - CHEST
    paint_torso(c, look, wear, rig, Facing.SOUTH)
    for side in (-1, 1):
        paint_arm(c, side * (wide / 2 - 0.6), neck + 3.5, (0.8, 4.6, 0.6, 9.0), side, look, wear, 0.06)
    c.rect(-2.6, neck - 2.8, 5.2, 4.8, darker(SKINS[look.skin], 0.22), 1.8)
    with c.at(0, neck - 6.6):
        paint_head(c, look, Facing.SOUTH, keen=keen)


def paint_portrait(look: Look, size: int, corner: float = 0.1) -> pygame.Surface:
    """A square portrait of `size` pixels, its corners rounded by a share of its size."""
    c = Canvas(SIDE, SIDE, max(4, math.ceil(size * 3 / SIDE)))
    _backdrop(c, look)
    with c.at(SIDE / 2, 82.5, ZOOM):
        c.outlined(lambda: _bust(c, look, size >= KEEN_FROM), 0.9 if size >= KEEN_FROM else 1.3)
    c.fade(0, SIDE * 0.72, SIDE, SIDE * 0.28, (0, 0, 0, 0), (0, 0, 0, 90))
    return _rounded(c.surface, size, corner)


def _rounded(picture: pygame.Surface, size: int, corner: float) -> pygame.Surface:
    """The picture at its final size, without its corners."""
    side = picture.get_width()
    mask = pygame.Surface((side, side), pygame.SRCALPHA)
    pygame.draw.rect(mask, (255, 255, 255, 255), mask.get_rect(), border_radius=round(corner * side))
    small = pygame.transform.smoothscale(picture, (size, size))
    shape = pygame.transform.smoothscale(mask, (size, size))
    alpha = pygame.surfarray.array_alpha(shape)
    pygame.surfarray.pixels_alpha(small)[:] = np.where(alpha > 250, 255, alpha)
    return small

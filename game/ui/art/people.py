"""A person in a pose: legs, arms, torso, head and what he holds, outlined in ink, over his shadow."""

from dataclasses import replace
from typing import NamedTuple

import pygame

from game.sim.house.furniture import Facing, Pose
from game.ui.art.body import CHEST, chest_width, hip_height, paint_arm, paint_legs, paint_torso
from game.ui.art.canvas import MASTER, Canvas
from game.ui.art.clothes import Clothes, clothes_of
from game.ui.art.head import paint_head
from game.ui.art.look import Look
from game.ui.art.palette import CHROME, RUBBER, SKINS, clear, darker, lighter, rgb
from game.ui.art.rigs import Rig, is_mirrored, rig_of

WIDTH, HEIGHT = 32, 44
FOOT = (16, 40)
"""Where his feet are on his picture."""
BED_WIDTH, BED_HEIGHT = 32, 64
BED_FOOT = (16, 26)
"""The point of a lying person's picture that takes the place of his feet: the middle of the pillow's tile."""
DETAIL = 6
"""Pixels drawn for a pixel of zoom 1, before smoothing."""


class Figure(NamedTuple):
    """One person in one posture, about to be drawn."""

    look: Look
    wear: Clothes
    rig: Rig
    facing: Facing
    pose: Pose


def foot_of(pose: Pose) -> tuple[int, int]:
    """The anchor of a pose's pictures, in pixels of zoom 1."""
    return BED_FOOT if pose == Pose.LIE else FOOT


def paint_person(
    look: Look, pose: Pose, facing: Facing, frame: int = 0, seated: bool = False
) -> pygame.Surface:
    """A person's picture at the size pictures are kept in."""
    seen = Facing.EAST if is_mirrored(facing) else facing
    if pose == Pose.LIE:
        picture = _lying(look, seen)
    else:
        picture = _upright(look, pose, seen, frame, seated)
    return pygame.transform.flip(picture, True, False) if is_mirrored(facing) else picture


def _upright(look: Look, pose: Pose, facing: Facing, frame: int, seated: bool) -> pygame.Surface:
    wear = clothes_of(look)
    if pose == Pose.WASH:
        wear = replace(
            wear, cut="bare", shirt=SKINS[look.skin], sleeves="none", shoes=darker(SKINS[look.skin], 0.1)
        )
        wear = replace(wear, trousers=SKINS[look.skin])
        look = replace(look, headwear="none", glasses=False)
    figure = Figure(look, wear, rig_of(pose, frame, seated), facing, pose)
    c = Canvas(WIDTH, HEIGHT, DETAIL, FOOT)
    if not (figure.rig.seated and facing == Facing.NORTH):
        c.oval(0.6, -0.4, 9.2, 3.3, (6, 8, 12, 96))
    c.outlined(lambda: _figure(c, figure), 0.8)
    return c.picture(MASTER)


def _figure(c: Canvas, f: Figure) -> None:
    if f.facing == Facing.EAST:
        _from_the_side(c, f)
    elif f.facing == Facing.NORTH:
        _from_behind(c, f)
    else:
        _from_the_front(c, f)


def _from_the_side(c: Canvas, f: Figure) -> None:
    shoulder, wide = _shoulder(f), chest_width(f.look, f.facing)
    paint_arm(c, 0.6, shoulder, f.rig.side[0], 1, f.look, f.wear, 0.2)
    paint_legs(c, f.look, f.wear, f.rig, f.facing)
    paint_torso(c, f.look, f.wear, f.rig, f.facing)
    _head(c, f, 0.7)
    _prop(c, f, shoulder, wide)
    paint_arm(c, -0.4, shoulder, f.rig.side[1], 1, f.look, f.wear, 0.0)


def _from_behind(c: Canvas, f: Figure) -> None:
    """What hands do before him is hidden; what they do on his back is not."""
    shoulder, wide = _shoulder(f), chest_width(f.look, f.facing)
    before_him = _reaches_inwards(f.rig)
    if before_him:
        _arms(c, f, shoulder, wide)
    paint_legs(c, f.look, f.wear, f.rig, f.facing)
    paint_torso(c, f.look, f.wear, f.rig, f.facing)
    if not before_him:
        _arms(c, f, shoulder, wide)
    _head(c, f, 0.0)
    _prop(c, f, shoulder, wide)


def _from_the_front(c: Canvas, f: Figure) -> None:
    shoulder, wide = _shoulder(f), chest_width(f.look, f.facing)
    raised = min(f.rig.front[0][3], f.rig.front[1][3]) < 0
    if f.rig.behind:
        _arms(c, f, shoulder, wide)
    paint_legs(c, f.look, f.wear, f.rig, f.facing)
    paint_torso(c, f.look, f.wear, f.rig, f.facing)
    if not (f.rig.behind or raised):
        _arms(c, f, shoulder, wide)
    _head(c, f, 0.0)
    _prop(c, f, shoulder, wide)
    if raised and not f.rig.behind:
        _arms(c, f, shoulder, wide)


def _shoulder(f: Figure) -> float:
    return hip_height(f.look, f.rig) - CHEST + 3.3


def _reaches_inwards(rig: Rig) -> bool:
    return not rig.behind and min(rig.front[0][2], rig.front[1][2]) < -0.9


def _arms(c: Canvas, f: Figure, shoulder: float, wide: float) -> None:
    for side, limb in ((-1, f.rig.front[0]), (1, f.rig.front[1])):
        turn = side if f.facing == Facing.SOUTH else -side
        paint_arm(c, turn * (wide / 2 - 0.7), shoulder, limb, turn, f.look, f.wear, 0.0 if turn < 0 else 0.08)


def _head(c: Canvas, f: Figure, ahead: float) -> None:
    hip, skin = hip_height(f.look, f.rig), SKINS[f.look.skin]
    neck = hip - CHEST
    mood = {Pose.HURT: "hurt", Pose.PRAY: "asleep"}.get(f.pose, "")
    c.rect(-2.3 + ahead, neck - 2.4, 4.6, 4.0, darker(skin, 0.24), 1.6)
    with c.at(
        ahead + (0.7 if f.rig.nod > 1 and f.facing == Facing.EAST else 0.0), neck - 6.4 + f.rig.nod, 0.98
    ):
        paint_head(c, f.look, f.facing, mood=mood)


def _hand(f: Figure, shoulder: float, wide: float) -> tuple[float, float]:
    """Where his left hand is, which holds things."""
    if f.facing == Facing.EAST:
        return f.rig.side[1][2] - 0.4, shoulder + f.rig.side[1][3]
    turn = 1 if f.facing == Facing.SOUTH else -1
    return turn * (wide / 2 - 0.7 + f.rig.front[1][2]), shoulder + f.rig.front[1][3]


def _prop(c: Canvas, f: Figure, shoulder: float, wide: float) -> None:
    """What he holds, as far as it is seen from this side."""
    x, y = _hand(f, shoulder, wide)
    front = f.facing != Facing.NORTH
    if f.rig.prop == "spoon" and front:
        c.line((x, y), (x - (2.2 if f.facing == Facing.SOUTH else -1.8), y - 1.6), CHROME, 0.9)
    elif f.rig.prop == "book" and front:
        _book(c, f.facing, x, y)
    elif f.rig.prop == "handset":
        c.line((x, y - 2.2), (x - (0.6 if f.facing == Facing.SOUTH else -0.6), y + 3.0), RUBBER, 2.2)
    elif f.rig.prop == "barbell":
        _barbell(c, f.facing, shoulder + f.rig.front[0][3])
    elif f.rig.prop == "cuffs" and f.facing != Facing.SOUTH:
        cx = 0.0 if f.facing == Facing.NORTH else -3.8
        for dx in (-1.6, 1.6):
            c.oval(cx + dx, shoulder + 7.8, 1.7, 1.3, CHROME)
            c.oval(cx + dx, shoulder + 7.8, 0.8, 0.6, RUBBER)
    elif f.rig.prop == "wound" and front:
        c.oval(x, y - 1.4, 2.6, 2.2, rgb("7E1F1C"))
        c.oval(x - 0.6, y - 1.8, 1.3, 1.0, rgb("B0342E"))


def _book(c: Canvas, facing: Facing, x: float, y: float) -> None:
    if facing == Facing.EAST:
        c.shape([(x, y - 3.6), (x + 4.4, y - 5.2), (x + 5.2, y - 0.2), (x + 0.6, y + 1.0)], rgb("7B2F2A"))
        c.shape(
            [(x - 0.4, y - 3.4), (x + 0.6, y - 3.8), (x + 1.4, y + 0.8), (x + 0.4, y + 1.0)], rgb("EDE7D6")
        )
        return
    c.rect(-5.2, y - 3.0, 10.4, 6.4, rgb("7B2F2A"), 0.7)
    c.rect(-4.7, y - 3.4, 4.6, 5.6, rgb("EDE7D6"), 0.4)
    c.rect(0.1, y - 3.4, 4.6, 5.6, rgb("DED7C4"), 0.4)


def _barbell(c: Canvas, facing: Facing, y: float) -> None:
    half = 13.4 if facing != Facing.EAST else 2.6
    if facing == Facing.EAST:
        c.oval(2.6, y, 5.0, 5.0, rgb("2B2F34"))
        c.oval(2.6, y, 3.8, 3.8, rgb("8E3A33"))
        c.oval(2.6, y, 1.2, 1.2, CHROME)
        return
    c.rect(-half - 1, y - 0.4, 2 * half + 2, 1.4, CHROME, 0.6)
    for side in (-1, 1):
        c.rect(side * half - 1.6, y - 4.2, 3.2, 8.8, rgb("2B2F34"), 1.1)
        c.rect(side * (half - 2.6) - 1.1, y - 3.2, 2.2, 6.8, rgb("8E3A33"), 0.9)


def _lying(look: Look, facing: Facing) -> pygame.Surface:
    """Asleep in a bed of 1 x 2 tiles: head on the pillow, the body a shape under whatever blanket is there."""
    c = Canvas(BED_WIDTH, BED_HEIGHT, DETAIL)
    wear, bare = clothes_of(look), replace(look, headwear="none", glasses=False)
    wide = 12.8 + look.build * 1.2

    def sleeper() -> None:
        c.rect(16 - wide / 2, 18.6, wide, 7.0, wear.shirt, 3.4)
        with c.at(16, 13.4, 0.94):
            paint_head(c, bare, facing, mood="asleep")

    c.outlined(sleeper, 0.7)
    _blanket_over(c, wide, wear)
    return c.picture(MASTER)


def _blanket_over(c: Canvas, wide: float, wear: Clothes) -> None:
    """Light and shade of a body under a blanket, whatever its colour."""
    c.rect(15.2 - wide / 2, 23.4, wide + 1.6, 2.6, lighter(rgb("B9B3A6"), 0.25), 1.2)
    c.rect(15.2 - wide / 2, 25.6, wide + 1.6, 0.8, (30, 26, 24, 120))
    for inset, light in ((0.0, 16), (1.8, 16), (3.4, 18)):
        c.rect(16 - wide / 2 + inset, 26 + inset, wide - 2 * inset, 22 - inset, (255, 255, 255, light), 4)
    c.rect(16 + wide / 2 - 1.6, 27, 2.2, 22, (10, 10, 14, 64), 1.1)
    c.rect(15.4, 33, 1.3, 15, (10, 10, 14, 46), 0.6)
    c.oval(16, 47.4, wide / 2 - 1, 2.6, clear(wear.shoes, 0.0))
    c.oval(12.6, 46.6, 2.6, 2.0, (255, 255, 255, 40))
    c.oval(19.4, 46.6, 2.6, 2.0, (255, 255, 255, 40))

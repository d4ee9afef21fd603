"""What makes the cut of clothes: collars, buttons, badges, numbers, aprons, robes; painted over a plain torso."""

from game.sim.house.furniture import Facing
from game.ui.art.canvas import Canvas
from game.ui.art.clothes import Clothes
from game.ui.art.look import Look
from game.ui.art.palette import BRASS, SKINS, Colour, clear, darker, lighter, rgb


def _tank(c: Canvas, x: float, top: float, wide: float, wear: Clothes, skin: Colour, facing: Facing) -> None:
    if facing == Facing.EAST:
        return
    for side in (x + 0.2, x + wide - 3.0):
        c.rect(side, top + 0.2, 2.8, 4.6, skin, 1.2)
    if facing == Facing.SOUTH:
        c.rect(-2.8, top - 0.2, 5.6, 3.6, skin, 2.2)


def _collar(c: Canvas, top: float, skin: Colour, depth: float, width: float = 2.6) -> None:
    c.shape([(-width, top - 0.2), (width, top - 0.2), (0, top + depth)], skin)


def _uniform(c: Canvas, x: float, top: float, wide: float, hip: float, wear: Clothes, facing: Facing) -> None:
    c.rect(x, hip - 2.2, wide, 2.3, rgb("101317"), 0.7)
    if facing == Facing.EAST:
        c.rect(-1.4, hip - 2.4, 4.2, 4.4, rgb("1A1E23"), 0.8)
        c.rect(-2.2, top + 0.4, 4.4, 1.5, BRASS, 0.6)
        return
    for side in (x + 0.8, x + wide - 4.2):
        c.rect(side, top + 0.1, 3.4, 1.5, BRASS, 0.6)
    if facing == Facing.SOUTH:
        _collar(c, top, lighter(wear.shirt, 0.16), 3.0, 3.2)
        c.shape(
            [(-1.0, top + 0.6), (1.0, top + 0.6), (0.8, top + 7), (0, top + 8), (-0.8, top + 7)],
            rgb("12161B"),
        )
        c.oval(x + 3.7, top + 5.0, 1.5, 1.6, wear.accent)
        c.rect(x + wide - 5.4, top + 4.2, 3.6, 1.1, (232, 234, 230), 0.3)
        c.rect(-1.3, hip - 2.0, 2.6, 1.9, rgb("C9A94E"), 0.4)
    else:
        c.rect(-5, top + 3.4, 10, 2.6, (226, 228, 222), 0.4)
        for dx in (-3.6, -1.2, 1.2):
            c.rect(dx, top + 4.1, 1.7, 1.2, rgb("2A3442"), 0.2)
    c.rect(x + wide - 3.4, hip - 3.0, 2.8, 4.4, rgb("1A1E23"), 0.8)


def _coat(c: Canvas, x: float, top: float, wide: float, hip: float, wear: Clothes, facing: Facing) -> None:
    c.rect(x - 0.3, hip - 3, wide + 0.6, 6.6, wear.shirt, 1.6)
    if facing == Facing.SOUTH:
        _collar(c, top, wear.accent, 4.4)
        c.rect(-0.4, top + 4.2, 0.9, hip - top - 1, darker(wear.shirt, 0.22))
        c.path([(-2.8, top + 0.6), (-1.9, top + 4.6), (-2.4, top + 6.2)], rgb("3A4A55"), 0.8)
        c.path([(2.8, top + 0.6), (1.9, top + 5.4)], rgb("3A4A55"), 0.8)
        c.oval(2.0, top + 6.0, 1.0, 1.0, rgb("C9CED2"))
        c.rect(x + wide - 5, top + 7.2, 3.4, 2.6, darker(wear.shirt, 0.12), 0.4)
        c.rect(x + wide - 4.2, top + 6.4, 0.8, 1.8, rgb("B23A32"), 0.3)


def _cassock(c: Canvas, x: float, top: float, wide: float, hip: float, wear: Clothes, facing: Facing) -> None:
    c.rect(x, hip - 3, wide, 9.4, darker(wear.shirt, 0.1), 1.8)
    if facing == Facing.SOUTH:
        c.rect(-1.7, top - 0.1, 3.4, 1.9, (242, 242, 240), 0.5)
        c.rect(-0.5, top + 3.6, 1.0, 5.0, wear.accent, 0.3)
        c.rect(-1.8, top + 4.7, 3.6, 1.0, wear.accent, 0.3)
    c.rect(x, hip - 2.6, wide, 1.6, rgb("5A2A3A"), 0.5)


def _apron(c: Canvas, x: float, top: float, wide: float, hip: float, wear: Clothes, facing: Facing) -> None:
    if facing == Facing.NORTH:
        c.rect(x + 0.6, top + 7.4, wide - 1.2, 1.1, darker(wear.accent, 0.2), 0.4)
        c.oval(0, top + 8, 1.5, 1.2, darker(wear.accent, 0.1))
        return
    c.rect(x + 1.6, top + 3.0, wide - 3.2, hip - top + 1.8, wear.accent, 1.4)
    c.rect(x + 1.6, top + 7.6, wide - 3.2, 0.8, darker(wear.accent, 0.22))
    c.rect(x + 4, hip - 0.8, 3, 1.6, (170, 120, 70, 120), 0.7)


def _suit(c: Canvas, x: float, top: float, wide: float, hip: float, wear: Clothes, facing: Facing) -> None:
    if facing == Facing.SOUTH:
        _collar(c, top, (226, 228, 226), 5.4, 2.8)
        c.shape(
            [(-0.9, top + 0.4), (0.9, top + 0.4), (0.7, top + 5), (0, top + 6), (-0.7, top + 5)], wear.accent
        )
        c.line((0, top + 5.4), (0, hip - 0.6), darker(wear.shirt, 0.35), 0.6)


def _work_shirt(
    c: Canvas, x: float, top: float, wide: float, hip: float, look: Look, wear: Clothes, facing: Facing
) -> None:
    if facing == Facing.SOUTH:
        _collar(c, top, SKINS[look.skin], 3.4)
        c.line((-2.9, top + 0.2), (-0.3, top + 3.6), lighter(wear.shirt, 0.22), 1.0)
        c.line((2.9, top + 0.2), (0.3, top + 3.6), lighter(wear.shirt, 0.22), 1.0)
        c.line((0, top + 3.8), (0, hip - 0.8), darker(wear.shirt, 0.3), 0.5)
        for y in (5.2, 7.6, 10.0):
            c.oval(0, top + y, 0.45, 0.45, lighter(wear.shirt, 0.5))
    if look.kind == "inmate" and facing != Facing.EAST:
        _number(c, x, top, wide, wear, facing)


def _number(c: Canvas, x: float, top: float, wide: float, wear: Clothes, facing: Facing) -> None:
    """The number of an inmate, on his breast or his back."""
    if facing == Facing.NORTH:
        c.rect(-4.4, top + 4.0, 8.8, 2.8, lighter(wear.shirt, 0.42), 0.4)
        for dx in (-3.4, -1.4, 0.8, 2.6):
            c.rect(dx, top + 4.8, 1.2, 1.2, darker(wear.shirt, 0.45), 0.2)
    else:
        c.rect(x + wide - 5.8, top + 4.6, 3.8, 2.1, lighter(wear.shirt, 0.62), 0.3)
        c.rect(x + wide - 5.2, top + 5.3, 2.6, 0.6, darker(wear.shirt, 0.4), 0.2)


ROUND_NECKED = ("tee", "knit", "dress")
WHOLE = {"uniform": _uniform, "coat": _coat, "cassock": _cassock, "apron": _apron, "suit": _suit}
"""Clothes that need to know nothing of who wears them."""


def paint_cut(
    c: Canvas,
    x: float,
    top: float,
    wide: float,
    hip: float,
    look: Look,
    wear: Clothes,
    skin: Colour,
    facing: Facing,
) -> None:
    """What makes the cut of the clothes, on a torso from `x`, `top` to `hip`, `wide` across."""
    if wear.cut in WHOLE:
        WHOLE[wear.cut](c, x, top, wide, hip, wear, facing)
    elif wear.cut == "work":
        _work_shirt(c, x, top, wide, hip, look, wear, facing)
    elif wear.cut == "tank":
        _tank(c, x, top, wide, wear, skin, facing)
    elif wear.cut == "bare":
        _towel(c, x, top, wide, hip, skin, facing)
    elif wear.cut in ROUND_NECKED:
        _round_neck(c, x, top, wide, hip, wear, skin, facing)
    if look.kind == "inmate":
        _inmate_marks(c, x, top, wide, look, wear, facing)


def _inmate_marks(
    c: Canvas, x: float, top: float, wide: float, look: Look, wear: Clothes, facing: Facing
) -> None:
    """His number on a shirt, and the colour of those he belongs to on his sleeve."""
    if wear.cut == "bare":
        return
    if wear.cut == "tee" and facing != Facing.EAST:
        _number(c, x, top, wide, wear, facing)
    if look.faction:
        band = (-2.0, top + 5.0, 4.0, 2.2) if facing == Facing.EAST else (x - 0.6, top + 5.2, 2.8, 2.4)
        c.rect(*band, lighter(look.accent, 0.22), 0.7)


def _round_neck(
    c: Canvas, x: float, top: float, wide: float, hip: float, wear: Clothes, skin: Colour, facing: Facing
) -> None:
    """A plain pullover or shirt; with a skirt to it, a dress."""
    if wear.cut == "dress":
        _skirt(c, x, wide, hip, wear)
    if facing == Facing.SOUTH:
        c.oval(0, top + 0.2, 2.8, 1.9, skin)


def _skirt(c: Canvas, x: float, wide: float, hip: float, wear: Clothes) -> None:
    c.shape(
        [(x + 1, hip - 3), (x + wide - 1, hip - 3), (x + wide + 0.8, hip + 4.6), (x - 0.8, hip + 4.6)],
        wear.shirt,
    )
    c.rect(x + 0.8, hip - 3.6, wide - 1.6, 1.2, darker(wear.shirt, 0.3), 0.4)


def _towel(c: Canvas, x: float, top: float, wide: float, hip: float, skin: Colour, facing: Facing) -> None:
    """A bare chest, and a towel around the hips."""
    if facing == Facing.SOUTH:
        c.path([(-4.6, top + 5.0), (-1.6, top + 5.6), (0, top + 5.0)], clear(darker(skin, 0.4), 0.6), 0.5)
        c.path([(4.6, top + 5.0), (1.6, top + 5.6), (0, top + 5.0)], clear(darker(skin, 0.4), 0.6), 0.5)
    c.rect(x, hip - 2.8, wide, 8.2, rgb("E8E8E2"), 1.6)
    c.rect(x, hip - 2.8, wide, 1.6, rgb("C9CFD0"), 0.7)
    c.rect(x + wide * 0.62, hip - 1.2, 0.7, 6.4, rgb("BCC4C6"))

"""Legs, torso and arms of a person; the origin is on the ground between his feet."""

from game.sim.house.furniture import Facing
from game.ui.art.canvas import Canvas
from game.ui.art.clothes import Clothes
from game.ui.art.garments import paint_cut
from game.ui.art.look import Look
from game.ui.art.palette import SKINS, clear, darker, lighter
from game.ui.art.rigs import Limb, Rig

CHEST = 11.8
"""Height of the torso."""


def hip_height(look: Look, rig: Rig) -> float:
    """How high the hips are above the ground, as a negative y."""
    if rig.seated:
        return -6.6
    return -9.8 - 0.9 * look.stature - rig.bob


def chest_width(look: Look, facing: Facing) -> float:
    """Width of the torso as seen."""
    wide = 10.2 if facing == Facing.EAST else 14.4
    return wide + look.build * 1.5 - (1.4 if look.woman else 0.0)


def paint_legs(c: Canvas, look: Look, wear: Clothes, rig: Rig, facing: Facing) -> None:
    """Legs and shoes, standing, walking or seated."""
    if rig.seated:
        _seated_legs(c, wear, facing)
    elif facing == Facing.EAST:
        _side_legs(c, wear, rig, hip_height(look, rig))
    else:
        _front_legs(c, look, wear, rig, hip_height(look, rig))


def _front_legs(c: Canvas, look: Look, wear: Clothes, rig: Rig, hip: float) -> None:
    thick = 4.8 + 0.4 * look.build - (0.4 if look.woman else 0)
    for side in (-1, 1):
        lift = 1.9 if rig.step * side > 0 else 0.0
        x = side * 2.75 - thick / 2
        c.rect(
            x,
            hip - 1,
            thick,
            -hip - 0.8 - lift,
            wear.trousers if side < 0 else darker(wear.trousers, 0.1),
            1.7,
        )
        c.rect(x - 0.15, -2.8 - lift, thick + 0.3, 2.8, wear.shoes, 1.3)
        c.rect(x + 0.6, -2.5 - lift, thick - 2, 0.8, lighter(wear.shoes, 0.22), 0.4)


def _side_legs(c: Canvas, wear: Clothes, rig: Rig, hip: float) -> None:
    for ahead, shade in ((-rig.step, 0.24), (rig.step, 0.0)):
        x, lift = ahead * 3.3, (0.9 if ahead < 0 else 0.0)
        c.line((0, hip + 1.2), (x, -4.0 - lift), darker(wear.trousers, shade), 4.7)
        c.rect(x - 2.5, -3.0 - lift, 6.0, 2.9, darker(wear.shoes, shade), 1.3)


def _seated_legs(c: Canvas, wear: Clothes, facing: Facing) -> None:
    if facing == Facing.NORTH:
        c.rect(-6.2, -7.4, 12.4, 4.4, darker(wear.trousers, 0.12), 2.2)
        return
    if facing == Facing.EAST:
        for shade, shift in ((0.24, 1.0), (0.0, 0.0)):
            c.line(
                (-1.6, -5.6 - shift * 0.4),
                (5.2 + shift, -5.6 - shift * 0.4),
                darker(wear.trousers, shade),
                4.6,
            )
            c.line((5.4 + shift, -5.2), (5.4 + shift, -2.4), darker(wear.trousers, shade + 0.08), 4.0)
            c.rect(3.4 + shift, -2.6, 5.8, 2.7, darker(wear.shoes, shade), 1.2)
        return
    for side in (-1, 1):
        c.rect(side * 3.1 - 2.7, -4.6, 5.2, 3.6, darker(wear.trousers, 0.3), 1.4)
        c.rect(side * 3.1 - 2.6, -1.9, 5.2, 2.5, wear.shoes, 1.1)
        c.rect(side * 3.2 - 3.0, -8.6, 6.0, 5.4, wear.trousers, 2.4)
        c.oval(side * 3.2 - 0.4, -5.4, 1.7, 1.2, clear(lighter(wear.trousers, 0.4), 0.35))


def paint_arm(
    c: Canvas, x: float, y: float, limb: Limb, flip: int, look: Look, wear: Clothes, shade: float
) -> None:
    """An arm from a shoulder; `flip` -1 mirrors it."""
    skin = darker(SKINS[look.skin], shade)
    sleeve = darker(wear.shirt, shade + 0.12)
    ex, ey, hx, hy = limb[0] * flip, limb[1], limb[2] * flip, limb[3]
    thick = 4.1 + 0.4 * look.build - (0.5 if look.woman else 0)
    c.line((x + ex, y + ey), (x + hx, y + hy), sleeve if wear.sleeves == "long" else skin, thick - 0.8)
    c.line((x, y), (x + ex, y + ey), skin if wear.sleeves == "none" else sleeve, thick)
    if wear.sleeves == "short":
        c.line((x + ex * 0.94, y + ey * 0.94), (x + ex, y + ey), darker(sleeve, 0.18), thick)
    c.oval(x + hx, y + hy + 0.5, 1.95, 1.95, skin)


def paint_torso(c: Canvas, look: Look, wear: Clothes, rig: Rig, facing: Facing) -> None:
    """The torso in its clothes."""
    hip, wide, skin = hip_height(look, rig), chest_width(look, facing), SKINS[look.skin]
    top, x = hip - CHEST, -wide / 2
    round_by = 4.6 if facing != Facing.EAST else 4.0
    c.rect(x, top, wide, CHEST, wear.shirt, round_by)
    if look.build > 0 or wear.cut == "dress":
        c.rect(x - 0.2, top + 5, wide + 0.4, CHEST - 4.6, wear.shirt, 2.6)
    waist = 0.9 if look.woman else 0.0
    c.rect(x + waist, top + 5, wide - 2 * waist, CHEST - 4.6, wear.shirt, 2.0)
    c.rect(x + 0.3 + waist, hip - 1.5, wide - 0.6 - 2 * waist, 1.9, darker(wear.trousers, 0.2), 0.9)
    paint_cut(c, x, top, wide, hip, look, wear, skin, facing)
    c.tone(x - 0.4, top + 2, wide + 0.8, CHEST - 1.6, 255, 206)
    if facing != Facing.EAST:
        c.fade(x + 1.4, top + 0.6, 3.2, 8, (255, 255, 255, 30), (255, 255, 255, 0))

"""What people wear on their heads."""

from game.sim.house.furniture import Facing
from game.ui.art.canvas import Canvas
from game.ui.art.clothes import clothes_of
from game.ui.art.hair import arc
from game.ui.art.look import Look
from game.ui.art.palette import Colour, darker, lighter, rgb


def _crown(c: Canvas, colour: Colour, low: float, high: float, width: float = 7.5) -> None:
    c.shape([*arc(width, high, 180, 360), (width, low), (-width, low)], colour)
    if c.ink is None:
        c.path(arc(width - 1.9, high - 1.6, 210, 290), (255, 255, 255, 46), 1.0)


def _peaked(c: Canvas, colour: Colour, facing: Facing) -> None:
    """An officer's cap: a wide crown, a dark band, a badge, a shining peak."""
    c.shape([(-7.4, -3.6), (-8.6, -6.4), (-6.6, -9.4), (6.6, -9.4), (8.6, -6.4), (7.4, -3.6)], colour)
    c.rect(-6.2, -9.0, 12.4, 1.0, lighter(colour, 0.22), 0.5)
    c.rect(-7.4, -5.2, 14.8, 2.2, rgb("0F141B"), 0.6)
    if facing == Facing.SOUTH:
        c.rect(-6.0, -3.4, 12.0, 2.2, rgb("0A0D11"), 1.0)
        c.rect(-4.6, -3.2, 7.0, 0.6, (255, 255, 255, 70), 0.3)
        c.oval(0, -6.6, 1.5, 1.5, rgb("E3C25A"))
    elif facing == Facing.EAST:
        c.rect(3.2, -3.6, 6.4, 1.8, rgb("0A0D11"), 0.9)
        c.oval(6.6, -6.4, 0.9, 1.4, rgb("E3C25A"))


def _cap_hat(c: Canvas, colour: Colour, facing: Facing) -> None:
    _crown(c, colour, -2.6, 7.7)
    if facing == Facing.SOUTH:
        c.rect(-6.2, -3.6, 12.4, 2.3, darker(colour, 0.35), 1.1)
        c.rect(-1.5, -6.8, 3.0, 2.0, lighter(colour, 0.4), 0.5)
    elif facing == Facing.EAST:
        c.rect(2.6, -3.6, 7.6, 1.9, darker(colour, 0.35), 0.9)
    else:
        c.rect(-2.4, -3.6, 4.8, 1.4, darker(colour, 0.35), 0.6)


def _beanie(c: Canvas, colour: Colour, facing: Facing) -> None:
    _crown(c, colour, -1.6, 8.0)
    c.rect(-7.7, -4.2, 15.4, 2.9, lighter(colour, 0.14), 1.3)
    for x in range(-6, 7, 2):
        c.rect(x, -4.0, 0.5, 2.5, darker(colour, 0.25))


def _bandana(c: Canvas, colour: Colour, facing: Facing) -> None:
    _crown(c, colour, -2.4, 7.6)
    c.rect(-7.5, -4.2, 15.0, 2.1, darker(colour, 0.22), 0.8)
    if facing != Facing.SOUTH:
        x = 0.0 if facing == Facing.NORTH else -7.6
        c.oval(x, -2.6, 1.6, 1.2, darker(colour, 0.3))
        c.line((x, -2.2), (x - 1.6, 1.4), darker(colour, 0.15), 1.3)
        c.line((x, -2.2), (x + 1.0, 1.6), darker(colour, 0.25), 1.2)


def _toque(c: Canvas, colour: Colour, facing: Facing) -> None:
    for x, y in ((-4.4, -8.6), (0.0, -9.6), (4.4, -8.6)):
        c.oval(x, y, 3.8, 3.0, colour)
    c.rect(-6.6, -8.0, 13.2, 5.0, darker(colour, 0.06), 1.0)
    c.rect(-6.6, -4.0, 13.2, 1.0, darker(colour, 0.2), 0.4)


def paint_hat(c: Canvas, look: Look, facing: Facing) -> None:
    """What he wears on his head, if anything."""
    colour = clothes_of(look).hat
    if look.headwear == "peaked":
        _peaked(c, colour, facing)
    elif look.headwear == "cap":
        _cap_hat(c, colour, facing)
    elif look.headwear == "beanie":
        _beanie(c, colour, facing)
    elif look.headwear == "bandana":
        _bandana(c, colour, facing)
    elif look.headwear == "toque":
        _toque(c, colour, facing)
    elif look.headwear in ("kufi", "surgeon"):
        _crown(c, colour, -3.4, 7.6, 6.9)
        c.rect(-6.9, -4.4, 13.8, 1.2, darker(colour, 0.2), 0.5)

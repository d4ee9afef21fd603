"""A head around its centre, 7 pixels in radius: face, ears and beard; hair and hats are in `hair`."""

from game.sim.house.furniture import Facing
from game.ui.art.canvas import Canvas
from game.ui.art.hair import paint_back_hair, paint_hair
from game.ui.art.hats import paint_hat
from game.ui.art.look import Look
from game.ui.art.palette import SKINS, Colour, clear, darker, lighter, mix, rgb

JAWS = ((7.0, 7.3, 4.6), (7.0, 7.1, 3.2), (6.5, 7.7, 4.0))
"""Half width, half height and roundness of the jaw, by its shape."""
EYES = (rgb("2A1D16"), rgb("33261A"), rgb("30424C"), rgb("33402C"))


def _skull(c: Canvas, look: Look, skin: Colour) -> None:
    rx, ry, corner = JAWS[look.jaw]
    rx -= 0.4 if look.woman else 0.0
    rx += 0.3 * look.build
    c.oval(0, -0.4, rx, ry - 0.2, skin)
    c.rect(-rx + 0.6, -1.5, 2 * rx - 1.2, ry + 1.2, skin, corner + (1.2 if look.woman else 0.0))


def _ears(c: Canvas, look: Look, skin: Colour) -> None:
    for side in (-1, 1):
        c.oval(side * (JAWS[look.jaw][0] - 0.1), 1.0, 1.7, 2.1, darker(skin, 0.12))
        c.oval(side * (JAWS[look.jaw][0] + 0.1), 1.1, 0.8, 1.1, darker(skin, 0.28))


def _eyes(c: Canvas, look: Look, closed: bool) -> None:
    for side in (-1, 1):
        x = side * 2.9
        if closed:
            c.line((x - 1.2, 1.1), (x + 1.2, 1.1), (34, 24, 22), 0.6)
            continue
        c.oval(x, 0.8, 1.25, 1.55, (28, 22, 22))
        c.oval(x + 0.35, 0.25, 0.48, 0.5, (255, 255, 255))
        if look.woman:
            c.line((x + side * 0.9, -0.4), (x + side * 1.7, -0.9), (28, 22, 22), 0.5)


def _keen_eyes(c: Canvas, look: Look, skin: Colour) -> None:
    """Eyes for a portrait: white, iris, lid."""
    for side in (-1, 1):
        x = side * 2.9
        c.oval(x, 0.7, 1.72, 1.2, darker(skin, 0.34))
        c.oval(x, 0.85, 1.5, 1.0, (238, 234, 228))
        c.oval(x, 0.8, 0.84, 0.92, EYES[look.eyes])
        c.oval(x, 0.8, 0.42, 0.48, (12, 10, 10))
        c.oval(x + 0.3, 0.45, 0.24, 0.26, (255, 255, 255))
        c.path([(x - 1.6, 0.6), (x - 0.5, -0.25), (x + 0.6, -0.25), (x + 1.6, 0.6)], (30, 22, 20), 0.36)
        if look.woman:
            c.line((x + side * 1.3, 0.1), (x + side * 2.0, -0.5), (30, 22, 20), 0.3)
        if look.age > 40:
            c.path([(x - 1.3, 2.3), (x, 2.65), (x + 1.3, 2.3)], clear(darker(skin, 0.4), 0.5), 0.24)


def _brows(c: Canvas, look: Look) -> None:
    colour = mix(look.hair, (30, 24, 22), 0.35)
    tilt, width = (-0.35, 0.15, 0.5)[look.brow], 0.6 if look.woman else 0.95
    for side in (-1, 1):
        c.line((side * 1.5, -1.6 + tilt), (side * 4.2, -1.75 - tilt * 0.4), colour, width)


def _nose(c: Canvas, look: Look, skin: Colour, keen: bool) -> None:
    wide = (0.9, 1.25, 1.6)[look.nose]
    if not keen:
        c.rect(-wide * 0.6, 2.5, wide * 1.2, 0.85, darker(skin, 0.2), 0.4)
        return
    c.shape([(-0.3, 0.6), (0.5, 0.6), (wide, 2.9), (-wide * 0.5, 3.0)], clear(darker(skin, 0.3), 0.30))
    c.oval(0, 2.7, wide * 0.9, 0.75, lighter(skin, 0.06))
    for side in (-1, 1):
        c.oval(side * wide * 0.62, 3.05, 0.42, 0.28, darker(skin, 0.45))


def _mouth(c: Canvas, look: Look, skin: Colour, keen: bool, hurt: bool) -> None:
    lip = mix(darker(skin, 0.34), (150, 60, 60), 0.5 if look.woman else 0.2)
    if hurt:
        c.oval(0, 4.9, 1.3, 0.8, darker(skin, 0.6))
        return
    c.rect(-1.5, 4.4, 3.0, 0.8, lip, 0.4)
    if keen:
        c.oval(0, 5.1, 1.2, 0.5, mix(lip, skin, 0.35))
        c.line((-1.7, 4.7), (1.7, 4.7), darker(lip, 0.35), 0.26)


def _beard(c: Canvas, look: Look, skin: Colour) -> None:
    hair, rx = look.hair, JAWS[look.jaw][0]
    if look.beard == "stubble":
        cheek = [(-rx + 0.7, 2.2), (-3, 4.0), (3, 4.0), (rx - 0.7, 2.2), (4.6, 6.2), (0, 7.3), (-4.6, 6.2)]
        c.shape(cheek, clear(hair, 0.30))
    if look.beard in ("full", "long"):
        _full_beard(c, hair, rx, 7.4 if look.beard == "full" else 9.2)
    if look.beard in ("goatee", "full", "long"):
        c.rect(-2.4, 3.3, 4.8, 4.3, hair, 1.6)
        c.rect(-1.3, 4.5, 2.6, 0.9, mix(darker(skin, 0.4), (150, 60, 60), 0.3), 0.4)
    if look.beard in ("moustache", "goatee", "full", "long"):
        c.rect(-2.7, 3.5, 5.4, 1.1, hair, 0.6)


def _full_beard(c: Canvas, hair: Colour, rx: float, low: float) -> None:
    """A beard from ear to ear, down to `low`."""
    cheeks = [(-rx + 0.3, 1.2), (-4.4, 3.2), (4.4, 3.2), (rx - 0.3, 1.2), (5.8, 5.4)]
    c.shape([*cheeks, (3.0, low), (-3.0, low), (-5.8, 5.4)], hair)
    c.oval(0, low - 1.6, 3.6, 1.9, hair)
    c.shape([(-3.4, 7.0), (3.4, 7.0), (2.0, low - 0.2), (-2.0, low - 0.2)], lighter(hair, 0.08))


def _wrinkles(c: Canvas, look: Look, skin: Colour) -> None:
    fold = clear(darker(skin, 0.45), min(0.5, max(0.0, (look.age - 34) / 60)))
    for side in (-1, 1):
        c.path([(side * 2.0, 3.1), (side * 2.9, 4.2), (side * 2.9, 5.0)], fold, 0.3)
    if look.age > 48:
        c.path([(-2.6, -3.2), (0, -3.5), (2.6, -3.2)], fold, 0.26)
        c.path([(-2.2, -4.2), (0, -4.5), (2.2, -4.2)], fold, 0.24)


def _glasses(c: Canvas, side: bool) -> None:
    frame = (24, 26, 30)
    for x in (4.6,) if side else (-2.9, 2.9):
        c.rect(x - 2.0, -0.5, 4.0, 0.7, frame, 0.3)
        c.rect(x - 2.0, -0.5, 0.6, 3.0, frame, 0.3)
        c.rect(x + 1.4, -0.5, 0.6, 3.0, frame, 0.3)
        c.rect(x - 2.0, 2.0, 4.0, 0.6, frame, 0.3)
        c.rect(x - 1.5, 0.1, 3.0, 1.9, (206, 228, 236, 60))
    c.rect(-1.0 if not side else -2.6, 0.0, 2.0 if not side else 5.2, 0.7, frame, 0.3)


def _front(c: Canvas, look: Look, keen: bool, mood: str) -> None:
    skin = SKINS[look.skin]
    paint_back_hair(c, look, Facing.SOUTH)
    _ears(c, look, skin)
    _skull(c, look, skin)
    if c.ink is None:
        c.oval(-2.2, -2.6, 3.4, 2.6, (255, 255, 255, 20))
        c.shape([(2.6, -5), (6.4, -3), (6.2, 4.4), (2.6, 7.0), (4.6, 2)], clear(darker(skin, 0.6), 0.16))
    if keen:
        _keen_eyes(c, look, skin)
        _wrinkles(c, look, skin)
    else:
        _eyes(c, look, mood == "asleep")
    _brows(c, look)
    _nose(c, look, skin, keen)
    _mouth(c, look, skin, keen, mood == "hurt")
    _beard(c, look, skin)
    if look.glasses and mood != "asleep":
        _glasses(c, side=False)


def _profile(c: Canvas, look: Look, mood: str) -> None:
    """The head looking east."""
    skin = SKINS[look.skin]
    paint_back_hair(c, look, Facing.EAST)
    c.oval(6.7, 1.9 + 0.2 * look.nose, 1.2 + 0.2 * look.nose, 1.2, darker(skin, 0.05))
    c.oval(0.2, -0.4, 6.7, 7.1, skin)
    c.rect(-1.6, -0.5, 7.8, 7.3, skin, 3.4)
    if mood == "asleep":
        c.line((3.4, 1.1), (5.4, 1.1), (34, 24, 22), 0.6)
    else:
        c.oval(4.3, 0.8, 1.05, 1.55, (28, 22, 22))
        c.oval(4.6, 0.3, 0.4, 0.45, (255, 255, 255))
    c.line((3.2, -1.7), (5.6, -1.6), mix(look.hair, (30, 24, 22), 0.35), 0.85)
    c.rect(3.6, 4.4, 2.6, 0.8, darker(skin, 0.36), 0.4)
    _side_beard(c, look)
    if look.glasses:
        _glasses(c, side=True)


def _side_beard(c: Canvas, look: Look) -> None:
    if look.beard in ("full", "long"):
        low = 7.4 if look.beard == "full" else 9.2
        jaw = [(-0.6, 2.6), (2.6, 3.4), (6.4, 3.4), (6.6, 5.6), (4.6, low), (1.6, low - 0.6), (-0.4, 5.6)]
        c.shape(jaw, look.hair)
    elif look.beard == "goatee":
        c.rect(3.4, 3.6, 3.2, 4.0, look.hair, 1.4)
    elif look.beard == "moustache":
        c.rect(3.4, 3.5, 3.2, 1.1, look.hair, 0.5)
    elif look.beard == "stubble":
        c.shape([(-0.4, 3.0), (6.2, 4.0), (5.6, 6.8), (1.4, 6.6)], clear(look.hair, 0.3))


def paint_head(c: Canvas, look: Look, facing: Facing, keen: bool = False, mood: str = "") -> None:
    """The head with its hair, facing south, north or east; `keen` adds what only a portrait has room for."""
    if facing == Facing.NORTH:
        paint_back_hair(c, look, Facing.NORTH)
        _ears(c, look, SKINS[look.skin])
        _skull(c, look, SKINS[look.skin])
    elif facing == Facing.SOUTH:
        _front(c, look, keen, mood)
    else:
        _profile(c, look, mood)
    paint_hair(c, look, facing)
    if facing == Facing.EAST:
        c.oval(-1.0, 1.3, 1.5, 2.0, darker(SKINS[look.skin], 0.14))
        c.oval(-0.9, 1.4, 0.7, 1.0, darker(SKINS[look.skin], 0.3))
    paint_hat(c, look, facing)

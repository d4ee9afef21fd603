"""Hair and hats, drawn around the centre of a head 7 pixels in radius."""

import math
from collections.abc import Sequence

from game.sim.house.furniture import Facing
from game.ui.art.canvas import Canvas, Point
from game.ui.art.look import Look
from game.ui.art.palette import SKINS, Colour, clear, darker, lighter, mix, rgb

SHORN = ("bald", "buzz", "rows", "receding")
HAIRLINES: dict[str, Sequence[Point]] = {
    "short": ((6.8, -0.6), (5.9, -3.0), (2.0, -3.6), (-2.4, -3.4), (-5.9, -2.8), (-6.8, -0.6)),
    "parted": ((6.9, 0.2), (6.0, -2.4), (1.0, -3.2), (-2.6, -5.2), (-5.4, -3.0), (-6.9, -0.2)),
    "receding": (
        (6.9, 0.2),
        (6.3, -3.4),
        (4.4, -5.6),
        (1.4, -4.6),
        (-1.4, -4.6),
        (-4.4, -5.6),
        (-6.3, -3.4),
        (-6.9, 0.2),
    ),
    "curly": ((7.2, 1.0), (6.0, -2.2), (3.4, -3.2), (0.4, -2.6), (-2.8, -3.4), (-6.0, -2.2), (-7.2, 1.0)),
    "long": ((7.2, 2.0), (5.9, -2.4), (0.6, -4.6), (-0.6, -4.6), (-5.9, -2.4), (-7.2, 2.0)),
    "waves": ((7.4, 2.2), (5.8, -1.6), (2.4, -4.0), (-4.8, -2.6), (-7.4, 2.2)),
    "bob": ((7.4, 2.0), (5.8, -2.4), (0.0, -2.9), (-5.8, -2.4), (-7.4, 2.0)),
    "tail": ((6.9, -0.4), (5.6, -3.6), (0.0, -4.4), (-5.6, -3.6), (-6.9, -0.4)),
    "bun": ((6.9, -0.4), (5.6, -3.6), (0.0, -4.4), (-5.6, -3.6), (-6.9, -0.4)),
    "buzz": ((6.7, -0.8), (5.7, -3.4), (0.0, -4.0), (-5.7, -3.4), (-6.7, -0.8)),
    "rows": ((6.7, -0.8), (5.7, -3.6), (0.0, -4.2), (-5.7, -3.6), (-6.7, -0.8)),
}
VOLUME = {
    "curly": 0.9,
    "afro": 2.3,
    "waves": 0.9,
    "bob": 0.8,
    "long": 0.7,
    "buzz": 0.15,
    "rows": 0.2,
    "receding": 0.25,
}
HANGING = {"long": 11.0, "waves": 10.5, "bob": 5.6}


def arc(rx: float, ry: float, first: float, last: float) -> list[Point]:
    """Points on an oval around the head, from one angle (degrees) to another; 270 is the crown."""
    steps = 14
    angles = [math.radians(first + (last - first) * i / steps) for i in range(steps + 1)]
    return [(rx * math.cos(a), -0.6 + ry * math.sin(a)) for a in angles]


def _tint(look: Look) -> Colour:
    return mix(SKINS[look.skin], look.hair, 0.62) if look.style == "buzz" else look.hair


def _cap(c: Canvas, look: Look, line: Sequence[Point]) -> None:
    """Hair from the crown down to a hairline."""
    more, hair = VOLUME.get(look.style, 0.5), _tint(look)
    c.shape([*arc(6.9 + more, 7.0 + more, 180, 360), *line], hair)
    if c.ink is None:
        c.path(arc(4.9 + more, 5.3 + more, 212, 300), clear(lighter(hair, 0.5), 0.34), 0.9)
        c.path(arc(6.2 + more, 6.4 + more, 300, 352), clear(darker(hair, 0.5), 0.4), 0.9)


def _tufts(c: Canvas, look: Look, reach: float, size: float, lowest: float) -> None:
    """Curls along the outline of the hair."""
    for index, (x, y) in enumerate(arc(reach, reach, 180 - lowest, 360 + lowest)):
        c.oval(x, y, size, size, lighter(look.hair, 0.07 * (index % 3)))


def _rows(c: Canvas, look: Look) -> None:
    for x in (-4.2, -2.1, 0.0, 2.1, 4.2):
        c.line(
            (x * 0.8, -7.0 + abs(x) * 0.22),
            (x * 1.12, -4.0 + abs(x) * 0.2),
            lighter(SKINS[look.skin], 0.05),
            0.45,
        )


def _front_hair(c: Canvas, look: Look) -> None:
    if look.style == "afro":
        c.shape([*arc(8.6, 8.8, 172, 368), (6.2, -2.4), (0, -3.8), (-6.2, -2.4)], look.hair)
        _tufts(c, look, 8.0, 1.9, 6)
    elif look.style == "mohawk":
        c.rect(-1.8, -9.6, 3.6, 6.4, look.hair, 1.6)
        c.rect(-1.0, -9.2, 1.2, 5.4, lighter(look.hair, 0.2), 0.6)
    elif look.style in HAIRLINES:
        _cap(c, look, HAIRLINES[look.style])
    if look.style == "curly":
        _tufts(c, look, 7.0, 1.6, 0)
    if look.style == "rows":
        _rows(c, look)
    if look.style == "bun":
        c.oval(0, -8.4, 2.8, 2.3, look.hair)
        c.oval(-0.7, -9.0, 1.1, 0.7, lighter(look.hair, 0.25))


def _back_of_head(c: Canvas, look: Look) -> None:
    """Hair as seen from behind."""
    if look.style == "bald":
        if c.ink is None:
            c.oval(-1.6, -3.6, 2.8, 2.0, (255, 255, 255, 34))
            c.path([(-5.2, 3.4), (0, 4.6), (5.2, 3.4)], clear(darker(SKINS[look.skin], 0.4), 0.5), 0.6)
        return
    if look.style == "mohawk":
        c.rect(-1.9, -9.4, 3.8, 13.0, look.hair, 1.7)
        return
    more, hair = VOLUME.get(look.style, 0.5), _tint(look)
    rim = [(6.4, 3.2), (4.2, 5.6), (-4.2, 5.6), (-6.4, 3.2)]
    if look.style == "receding":
        c.shape([(-7.1, -2.4), (7.1, -2.4), *rim], hair)
        return
    c.shape([*arc(6.9 + more, 7.0 + more, 180, 360), *rim], hair)
    if look.style in ("curly", "afro"):
        _tufts(c, look, 6.6 + more, 1.7, 34)
    if look.style == "rows":
        for x in (-4.4, -2.2, 0.0, 2.2, 4.4):
            c.line((x * 0.7, -6.6), (x, 4.6), lighter(SKINS[look.skin], 0.05), 0.45)
    elif c.ink is None:
        c.path(arc(4.8 + more, 5.2 + more, 205, 300), clear(lighter(hair, 0.5), 0.3), 0.9)


def _long_back(c: Canvas, look: Look) -> None:
    low = HANGING.get(look.style, 0.0)
    if low:
        c.rect(-7.0, -3, 14.0, low + 3, darker(look.hair, 0.08), 3.2)
        for x in (-3.4, 0.2, 3.6):
            c.rect(x, 0, 0.6, low - 1.4, clear(darker(look.hair, 0.5), 0.4), 0.3)
    if look.style == "tail":
        c.rect(-1.7, -1.6, 3.4, 11.4, look.hair, 1.6)
        c.rect(-2.0, -1.4, 4.0, 1.6, rgb("8A3A3A"), 0.6)
    if look.style == "bun":
        c.oval(0, -1.8, 3.2, 2.8, lighter(look.hair, 0.06))
        c.oval(-0.8, -2.6, 1.3, 0.8, lighter(look.hair, 0.25))


def _side_hair(c: Canvas, look: Look) -> None:
    """Hair of a head that looks east."""
    if look.style == "bald":
        return
    if look.style == "mohawk":
        c.shape([(4.4, -6.2), (3.4, -9.4), (-2.6, -9.8), (-7.4, -5.4), (-6.4, -2.4), (-3.6, -6.4)], look.hair)
        return
    more, hair = VOLUME.get(look.style, 0.5), _tint(look)
    start = 318 if look.style not in ("receding",) else 262
    front = [(4.6, -3.4), (0.8, -2.4)] if look.style != "receding" else [(0.4, -4.4)]
    nape = [(0.2, 0.2), (-1.4, 2.4), (-2.8, 4.8), (-5.4, 4.2)]
    c.shape([*arc(6.9 + more, 7.0 + more, 170, start), *front, *nape], hair)
    if look.style in ("curly", "afro"):
        for x, y in arc(6.4 + more, 6.6 + more, 150, 322):
            c.oval(x, y, 1.7, 1.7, hair)
    elif look.style == "rows":
        for low in (0.0, 2.2, 4.4):
            c.path(
                [(4.0 - low, -5.6 + low * 0.4), (-2.6, -5.0 + low), (-5.8, -1.0 + low)],
                lighter(SKINS[look.skin], 0.05),
                0.45,
            )
    elif c.ink is None:
        c.path(arc(5.0 + more, 5.4 + more, 205, 285), clear(lighter(hair, 0.5), 0.3), 0.9)


def paint_back_hair(c: Canvas, look: Look, facing: Facing) -> None:
    """Hair that hangs behind the face."""
    low = HANGING.get(look.style, 0.0)
    if facing == Facing.SOUTH and low:
        c.rect(-7.8, -4, 15.6, low + 4, darker(look.hair, 0.16), 3.4)
    elif facing == Facing.EAST:
        if low:
            c.rect(-7.6, -4, 8.0, low + 4, darker(look.hair, 0.1), 3.2)
        if look.style == "tail":
            c.line((-6.4, -1.0), (-8.4, 6.4), look.hair, 2.6)
        if look.style == "bun":
            c.oval(-7.4, -2.2, 2.8, 2.6, look.hair)


def paint_hair(c: Canvas, look: Look, facing: Facing) -> None:
    """Hair over face and skull."""
    if facing == Facing.NORTH:
        _back_of_head(c, look)
        _long_back(c, look)
    elif facing == Facing.EAST:
        _side_hair(c, look)
    else:
        _front_hair(c, look)

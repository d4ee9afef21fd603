"""Furniture of yard, gym and gate: weights, tree, mast, hoop, detector, entrance."""

import math

from game.ui.art.canvas import Canvas
from game.ui.art.carpentry import box, thing
from game.ui.art.palette import CHROME, RUBBER, SHADOW, STEEL, darker, lighter, mix, rgb

BARK = rgb("5A4632")


def _weights_mat(c: Canvas, variant: int) -> None:
    c.rect(2, 3, 28, 27, (16, 20, 24, 90), 1.6)
    c.rect(3, 4, 26, 25, (255, 255, 255, 12), 1.2)


def _weights(c: Canvas, variant: int) -> None:
    box(c, 3, 34, 26, 26, rgb("3B4148"), 9, 1.4)
    c.rect(4, 36, 24, 2.2, rgb("22262B"), 0.8)
    for y in (36.6, 44.0):
        for x in (4.6, 12.4, 20.2):
            _dumbbell(c, x, y)
    c.rect(3, 51.4, 26, 1.0, (255, 255, 255, 40))


def _dumbbell(c: Canvas, x: float, y: float) -> None:
    c.rect(x, y + 1.4, 7.2, 5.0, (0, 0, 0, 110), 1.2)
    c.rect(x + 1.4, y + 1.7, 4.4, 1.6, CHROME, 0.5)
    for side in (x, x + 4.9):
        c.rect(side, y, 2.3, 5.0, RUBBER, 0.8)
        c.rect(side, y, 2.3, 1.0, (132, 140, 148), 0.5)


def _tree(c: Canvas, variant: int) -> None:
    c.oval(21, 25, 25, 9, (8, 12, 8, 80))
    c.rect(13, 6, 6.4, 21, darker(BARK, 0.6), 2)
    c.rect(13.6, 6, 5, 20, BARK, 2)
    c.rect(14, 6, 1.6, 19, lighter(BARK, 0.2), 0.8)
    dark, light = (rgb("2C4529"), rgb("78964E")) if variant % 2 else (rgb("31482B"), rgb("6C8C4A"))
    for layer in range(3):
        for leaf in range(26):
            angle = leaf * 2.39996 + layer
            reach = (leaf / 26) ** 0.5 * (24 - layer * 4)
            x, y = 16 + reach * math.cos(angle), -14 - layer * 4 + reach * 0.78 * math.sin(angle)
            tone = (
                0.18 + layer * 0.22 - 0.16 * math.sin(angle) - 0.1 * math.cos(angle) + (leaf * 5 % 7) * 0.02
            )
            size = 7.4 - layer * 1.6
            c.oval(x, y, size, size * 0.86, mix(dark, light, min(1.0, max(0.0, tone))))


def _mast(c: Canvas, variant: int) -> None:
    c.oval(18, 28, 8, 3.4, SHADOW)
    c.rect(11, 24, 10, 5, darker(STEEL, 0.55), 1.4)
    c.rect(14, -44, 4, 70, darker(STEEL, 0.72), 1.4)
    c.rect(14.4, -44, 3.2, 70, rgb("59636B"), 1.2)
    c.rect(14.6, -44, 1.0, 69, rgb("9AA5AC"), 0.5)
    c.rect(4, -50, 24, 7, rgb("22272C"), 1.8)
    c.rect(4.6, -49.6, 22.8, 4.0, rgb("59636B"), 1.4)
    for x in (5.6, 13, 20.4):
        c.rect(x, -46.2, 6, 3.2, rgb("FFF2C4"), 0.9)


def _hoop(c: Canvas, variant: int) -> None:
    c.oval(18, 28, 8, 3.2, SHADOW)
    c.rect(14, -20, 4.4, 48, darker(STEEL, 0.7), 1.4)
    c.rect(14.6, -20, 3.2, 47, rgb("6B757C"), 1.2)
    c.rect(2.5, -38.5, 27, 20, (14, 16, 18), 1.4)
    c.rect(3, -38, 26, 19, rgb("E6E8E6"), 1.2)
    c.rect(11, -32, 10, 8, rgb("C24A36"), 0.6)
    c.rect(12.2, -30.8, 7.6, 5.6, rgb("E6E8E6"), 0.4)
    c.oval(16, -19, 6.4, 2.8, rgb("C9542E"))
    c.oval(16, -19, 5.0, 1.8, rgb("2A2E32"))
    for x in (11.4, 13.6, 16, 18.4, 20.6):
        c.line((x, -17.8), (16 + (x - 16) * 0.6, -11), (238, 238, 234), 0.6)
    c.line((10.8, -15), (21.2, -15), (238, 238, 234), 0.5)


def _detector(c: Canvas, variant: int) -> None:
    for x in (0.0, 26.0):
        c.rect(x + 0.6, 24, 7, 6, SHADOW, 1)
        c.rect(x, -22, 6, 50, darker(rgb("6A7680"), 0.7), 1.2)
        c.rect(x + 0.6, -21.4, 4.8, 48.8, rgb("8B979F"), 1)
        c.rect(x + 0.6, -21.4, 1.4, 48.8, rgb("C3CDD3"), 0.6)
        c.rect(x + 2.6, -8, 1.4, 22, rgb("4FA3C7"), 0.6)
    c.rect(0, -24, 32, 6, darker(rgb("6A7680"), 0.7), 1.4)
    c.rect(0.6, -23.4, 30.8, 4.6, rgb("8B979F"), 1.2)
    c.rect(12, -22.4, 8, 2.2, rgb("4FC771"), 0.8)


def _entrance(c: Canvas, variant: int) -> None:
    for row in range(2):
        y = 10 + row * 9
        c.shape([(8, y + 6), (16, y), (24, y + 6), (24, y + 9), (16, y + 3), (8, y + 9)], (226, 190, 84, 120))


thing("weights", _weights_mat, _weights, base=58)
thing("tree", None, _tree, rise=52, base=26, variants=2, overhang=18)
thing("mast", None, _mast, rise=54, base=28)
thing("hoop", None, _hoop, rise=42, base=28)
thing("detector", None, _detector, rise=26, base=29)
thing("entrance", _entrance)

"""Furniture of the infirmary, the showers and the chapel."""

from game.ui.art.canvas import Canvas
from game.ui.art.carpentry import box, thing
from game.ui.art.palette import BRASS, CHROME, DARK_WOOD, STEEL, clear, darker, lighter, rgb
from game.ui.art.things_cell import bedstead

SHEET = rgb("E4EAEA")


def _medbed(c: Canvas, variant: int) -> None:
    bedstead(c, rgb("9FB2B8"), SHEET, rgb("8FBBC0"))
    for x in (3.4, 26.4):
        c.rect(x, 20, 2.2, 22, lighter(STEEL, 0.4), 1)
    c.rect(27.4, -6, 1.2, 26, CHROME, 0.5)
    c.rect(24.6, -7, 5.4, 7, rgb("CFE8EE"), 1.4)
    c.rect(25.4, -4, 3.8, 3.4, rgb("8FC4D6"), 0.8)
    c.rect(9, 54, 12, 4, rgb("F3F1E8"), 0.5)
    c.rect(10, 55, 7, 0.6, rgb("8B9298"))


def _theatre(c: Canvas, variant: int) -> None:
    box(c, 7, 4, 18, 54, rgb("7E8C92"), 8, 3)
    c.rect(8, 6, 16, 43, rgb("5E9AA0"), 3)
    c.rect(9.6, 7, 12.8, 9, rgb("CFE3E4"), 3)
    c.rect(8, 24, 16, 25, rgb("6FB0B2"), 2)
    c.line((29, -8), (20, 3), CHROME, 1.6)
    c.oval(19, 2, 8.6, 5.6, darker(STEEL, 0.6))
    c.oval(19, 1, 8.2, 5.2, lighter(STEEL, 0.3))
    for x, y in ((14.4, 1), (19, -1.2), (23.6, 1), (19, 3.2)):
        c.oval(x, y, 1.9, 1.4, rgb("FFF6D8"))
    c.rect(1, 30, 5, 14, rgb("B9C4C8"), 1)
    for y in (32, 35, 38, 41):
        c.rect(1.8, y, 3.4, 0.7, rgb("6A747B"))


def _gurney(c: Canvas, variant: int) -> None:
    for x, y in ((7, 8), (25, 8), (7, 57), (25, 57)):
        c.oval(x, y, 2.2, 2.2, rgb("1E2226"))
    box(c, 6, 4, 20, 54, rgb("8E999F"), 7, 3)
    c.rect(7.6, 6, 16.8, 43, rgb("C9D2D2"), 3)
    c.rect(9.6, 7.4, 12.8, 9.4, rgb("F1F3F0"), 3)
    for y in (25, 41):
        c.rect(6, y, 20, 3, rgb("4F3B30"), 0.6)
        c.rect(14, y - 0.4, 4, 3.8, BRASS, 0.6)


def _shower(c: Canvas, variant: int) -> None:
    c.rect(1, 1, 30, 30, (190, 214, 220, 46), 2)
    for step in range(1, 4):
        c.rect(1 + step * 7.5, 1, 0.5, 30, (60, 84, 92, 70))
        c.rect(1, 1 + step * 7.5, 30, 0.5, (60, 84, 92, 70))
    c.oval(16, 24, 4.2, 3.2, darker(STEEL, 0.5))
    for x in (13.6, 15.6, 17.6):
        c.rect(x, 21.6, 0.9, 4.8, rgb("22282C"), 0.4)
    c.rect(15.1, -15, 1.8, 12, CHROME, 0.8)
    c.rect(11, -5, 10, 3.4, lighter(STEEL, 0.35), 1.6)
    c.rect(12, -2.2, 8, 0.9, darker(STEEL, 0.5))
    for x, y in ((12, 1), (14.4, 4), (17, 0), (19.4, 3), (13, 8), (18.6, 9)):
        c.rect(x, y, 0.7, 4, (214, 238, 246, 120), 0.3)
    c.oval(9, 12, 4, 2.4, (230, 244, 248, 40))


def _pew_seat(c: Canvas, variant: int) -> None:
    box(c, 1, 4, 94, 18, rgb("7A5534"), 4, 1)
    for x in (32, 64):
        c.rect(x, 4, 0.7, 14, clear(DARK_WOOD, 0.7))


def _pew_back(c: Canvas, variant: int) -> None:
    wood = rgb("7A5534")
    c.rect(0, 16.5, 96, 14.5, darker(wood, 0.74), 1.2)
    c.rect(0.5, 17, 95, 13.4, darker(wood, 0.28), 1)
    c.rect(0.5, 17, 95, 3.4, lighter(wood, 0.12), 1)
    c.rect(0.5, 17, 95, 0.9, lighter(wood, 0.34), 0.4)
    for x in (4, 35, 66):
        c.rect(x, 22, 26, 6.4, darker(wood, 0.42), 0.6)
        c.rect(x + 0.6, 22.6, 24.8, 5.2, darker(wood, 0.16), 0.5)
    for end in (0, 92.5):
        c.rect(end, 6, 3.5, 24.5, darker(wood, 0.12), 1)
        c.rect(end, 6, 3.5, 1.2, lighter(wood, 0.3), 0.6)


def _altar(c: Canvas, variant: int) -> None:
    box(c, 4, -2, 56, 31, rgb("C9C2B2"), 15, 1)
    c.rect(12, -3, 40, 31, rgb("EEEAE0"), 0.6)
    c.rect(12, 13.6, 40, 15, darker(rgb("EEEAE0"), 0.2))
    c.rect(29.8, -3, 4.4, 31, rgb("6E3A56"))
    c.rect(12, 25.4, 40, 2, BRASS)
    c.rect(30.9, -15, 2.2, 16, darker(BRASS, 0.3), 0.5)
    c.rect(27, -11.4, 10, 2.2, BRASS, 0.5)
    c.rect(30.9, -15, 1.0, 16, BRASS, 0.4)
    for x in (9, 53):
        c.rect(x, -4, 2.6, 8, rgb("F3EFE2"), 0.6)
        c.oval(x + 1.3, -6, 1.3, 2.2, rgb("FFC65A"))
        c.oval(x + 1.3, -5.6, 0.6, 1.2, rgb("FFF6D8"))
    c.rect(40, 3, 8, 5.6, rgb("7B2F2A"), 0.5)


thing("medbed", _medbed, rise=8, variants=1)
thing("theatre", _theatre, rise=10)
thing("gurney", _gurney)
thing("shower", _shower, rise=16)
thing("pew", _pew_seat, _pew_back, base=31)
thing("altar", None, _altar, rise=16, base=29)

"""Furniture of work and learning: counter, stove, workbench, washer, office, reading table, board."""

from game.ui.art.canvas import Canvas
from game.ui.art.carpentry import box, paper, screen, stool, thing
from game.ui.art.palette import (
    CHROME,
    DARK_WOOD,
    RUBBER,
    SCREEN,
    SHADOW,
    STEEL,
    WOOD,
    clear,
    darker,
    lighter,
    rgb,
)
from game.ui.art.things_common import table_top

FOODS = tuple(rgb(code) for code in ("B5733C", "D9B45A", "7A9A4A", "C9C3B0", "A84A3A"))


def _counter(c: Canvas, variant: int) -> None:
    box(c, 0, 27, 96, 34, STEEL, 15, 1.4)
    c.rect(0, 46.4, 96, 1.0, lighter(STEEL, 0.5))
    for seam in (24, 48, 72):
        c.rect(seam, 48, 0.7, 12, darker(STEEL, 0.6))
    for index in range(5):
        x = 3.5 + index * 18
        c.rect(x, 30, 16.4, 12.4, darker(STEEL, 0.62), 1.4)
        c.rect(x + 1, 31.2, 14.4, 10.4, darker(FOODS[(index + variant) % 5], 0.2), 1)
        c.rect(x + 1, 31.2, 14.4, 8.6, FOODS[(index + variant) % 5], 1)
        for dot in range(4):
            c.oval(x + 3.4 + dot * 3.2, 34 + dot % 2 * 3, 1.4, 0.9, clear(lighter(FOODS[index], 0.45), 0.8))
        c.rect(x + 12.4, 27, 1.4, 6.4, CHROME, 0.6)
    c.rect(0, 18.6, 96, 1.6, (226, 240, 242, 210))
    c.fade(0, 20, 96, 9, (214, 240, 244, 90), (160, 210, 218, 40))
    for post in (1.0, 47.0, 93.0):
        c.rect(post, 18.6, 1.6, 12, CHROME, 0.4)


def _hatch(c: Canvas, variant: int) -> None:
    c.rect(3, 2, 26, 3.6, (228, 190, 80, 150), 1)
    for x in range(5):
        c.shape([(4 + x * 5, 5.6), (6.5 + x * 5, 5.6), (8.5 + x * 5, 2), (6 + x * 5, 2)], (30, 30, 30, 150))


def _queue(c: Canvas, variant: int) -> None:
    c.oval(12.6, 22, 2.6, 4.2, (222, 190, 92, 84))
    c.oval(19.4, 22, 2.6, 4.2, (222, 190, 92, 84))


def _stove(c: Canvas, variant: int) -> None:
    box(c, 1, -4, 62, 34, rgb("9AA3A9"), 15, 1.4)
    c.rect(3, -2, 58, 15, rgb("2A2E33"), 1)
    for x in (11, 25, 39, 53):
        c.oval(x, 5.4, 5.8, 4.9, rgb("16181B"))
        c.oval(x, 5.4, 4.4, 3.7, rgb("3C4147"))
    for x, lid in ((11, "8C5A3A"), (39, "C7A24A")):
        c.oval(x + 0.6, 5.6, 6.8, 5.4, SHADOW)
        c.oval(x, 4.4, 6.6, 5.2, darker(STEEL, 0.6))
        c.oval(x, 1.6, 6.4, 4.8, lighter(STEEL, 0.1))
        c.oval(x, 1.6, 5.2, 3.7, rgb(lid))
        c.line((x + 5.4, 1.4), (x + 9.4, 0), RUBBER, 1.5)
    c.rect(4, 18, 25, 9, rgb("24282D"), 1)
    c.rect(5.4, 20, 22, 4.6, rgb("5A3C22"), 0.8)
    c.rect(35, 18, 25, 9, rgb("24282D"), 1)
    for x in range(6):
        c.oval(8 + x * 9.6, 15.8, 1.4, 1.1, RUBBER)


def _workbench(c: Canvas, variant: int) -> None:
    box(c, 1, 0, 62, 29, rgb("9A7246"), 9, 1)
    c.rect(3, 10, 58, 0.5, clear(DARK_WOOD, 0.6))
    c.rect(3, 15, 58, 0.5, clear(DARK_WOOD, 0.5))
    c.rect(6, 2.4, 12, 8, rgb("3E6E8A"), 1)
    c.rect(7, 4, 10, 2, rgb("2A4C60"), 0.6)
    c.rect(9, 8.6, 6, 4, CHROME, 0.6)
    c.line((26, 6), (37, 12), rgb("C49A62"), 1.8)
    c.rect(23.4, 3.2, 5, 4, rgb("5B646C"), 0.7)
    c.line((43, 13), (54, 5), CHROME, 1.4)
    c.line((52, 6.6), (57, 3), rgb("B23A32"), 2.2)
    for x, y in ((33, 15), (36, 4.6), (47, 15.6), (20, 15)):
        c.oval(x, y, 1.2, 0.8, rgb("D9B98A"))


def _washer(c: Canvas, variant: int) -> None:
    for x in (1, 32):
        box(c, x, -8, 30, 37, rgb("C4CBCE"), 26, 1.4)
        c.rect(x + 2.4, 4.4, 25, 3.4, rgb("59646D"), 0.8)
        c.rect(x + 4, 5.2, 6, 1.8, rgb("6FD08C"), 0.5)
        c.oval(x + 22, 6.1, 1.5, 1.2, rgb("E9ECEE"))
        c.oval(x + 15, 18, 9, 8.6, rgb("6A747B"))
        c.oval(x + 15, 18, 7.4, 7.0, rgb("253540"))
        c.oval(x + 14, 19.6, 5.2, 3.8, rgb("7F93A8"))
        c.oval(x + 16.4, 20.4, 3.2, 2.4, rgb("B4735F"))
        c.oval(x + 12.6, 15, 2.6, 1.7, (255, 255, 255, 80))


def _office_chair(c: Canvas, variant: int) -> None:
    stool(c, 16, 43, rgb("35404C"))
    c.rect(9.5, 51, 13, 4, darker(rgb("35404C"), 0.4), 1.6)


def _office(c: Canvas, variant: int) -> None:
    box(c, 1, 1, 62, 28, rgb("7E5F42"), 9, 1.4)
    c.rect(24.6, 7, 6, 3, RUBBER, 0.6)
    screen(c, 19, -7, 17, 14, SCREEN)
    c.rect(18, 12, 15, 5, rgb("2A3037"), 1)
    c.rect(19, 12.6, 13, 3, rgb("A9B2B9"), 0.5)
    paper(c, 4.6, 6, 8, 9)
    paper(c, 41, 10, 8, 6)
    c.rect(50, 4, 9, 6, rgb("30353B"), 1)
    c.rect(51, 3.2, 7, 2.4, rgb("17191C"), 1.1)
    c.oval(45, 6, 2.2, 1.9, rgb("D9DDD8"))
    c.oval(45, 5.8, 1.4, 1.1, rgb("4A3020"))


def _reading_seats(c: Canvas, variant: int) -> None:
    for x in (16, 48, 80):
        stool(c, x, 20, rgb("8A6445"))
        stool(c, x, 74, rgb("8A6445"))


def _reading(c: Canvas, variant: int) -> None:
    table_top(c, WOOD)
    for x, code in ((32, "7B2F2A"), (66, "2F5068")):
        c.rect(x - 5, 36, 10, 7.6, (0, 0, 0, 60), 0.4)
        c.rect(x - 5.4, 35, 10.8, 7.6, rgb(code), 0.5)
        c.rect(x - 4.6, 35.4, 4.4, 6.6, rgb("EDE7D6"), 0.3)
        c.rect(x + 0.2, 35.4, 4.4, 6.6, rgb("E2DCC9"), 0.3)
        for row in range(4):
            c.rect(x - 4, 36.4 + row * 1.4, 3.2, 0.4, rgb("8F8C86"))
            c.rect(x + 0.8, 36.4 + row * 1.4, 3.2, 0.4, rgb("8F8C86"))
    c.oval(48, 39, 3, 2.4, rgb("2F5A46"))
    c.oval(48, 37.4, 3.4, 2.2, rgb("3F7A5E"))


def _lectern(c: Canvas, variant: int) -> None:
    c.rect(8, 20, 18, 10, SHADOW, 2)
    c.rect(12, 10, 8, 18, darker(DARK_WOOD, 0.2), 1)
    c.shape([(6, 15), (26, 15), (24, 6), (8, 6)], darker(DARK_WOOD, 0.6))
    c.shape([(6.8, 14), (25.2, 14), (23.4, 6.6), (8.6, 6.6)], lighter(DARK_WOOD, 0.18))
    c.shape([(10, 13), (22, 13), (21, 7.6), (11, 7.6)], rgb("EDE7D6"))
    c.rect(15.7, 7.6, 0.6, 5.4, rgb("A49C88"))


def _board(c: Canvas, variant: int) -> None:
    c.rect(3.5, -13.5, 57, 27, darker(WOOD, 0.76), 1)
    c.rect(4, -13, 56, 26, WOOD, 1)
    c.fade(6, -11, 52, 22, rgb("2C4A40"), rgb("24403A"))
    for row, width in enumerate((24, 36, 18)):
        c.rect(9, -8 + row * 5, width, 0.8, (226, 232, 226, 170))
    c.oval(49, 1, 5.5, 4.6, (226, 232, 226, 60))
    c.rect(5, 12.4, 54, 2, lighter(WOOD, 0.2))
    c.rect(12, 11.6, 4, 1.4, rgb("F1F1EC"), 0.4)
    c.rect(24, 14, 1.6, 14, darker(WOOD, 0.3))
    c.rect(40, 14, 1.6, 14, darker(WOOD, 0.3))


thing("counter", None, _counter, base=60, variants=3)
thing("hatch", _hatch)
thing("queue", _queue)
thing("stove", None, _stove, rise=6, base=29)
thing("workbench", None, _workbench, base=28)
thing("washer", None, _washer, rise=10, base=29)
thing("office", _office_chair, _office, rise=8, base=28)
thing("reading", _reading_seats, _reading, base=60)
thing("lectern", None, _lectern, base=30)
thing("board", None, _board, rise=14, base=29)

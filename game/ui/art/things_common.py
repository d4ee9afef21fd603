"""Furniture where people come together: tables, games, sofas, telephones, the officers' consoles."""

import math

from game.ui.art.canvas import Canvas
from game.ui.art.carpentry import box, paper, screen, stool, thing
from game.ui.art.palette import (
    DARK_STEEL,
    LEAF,
    PAPER,
    RUBBER,
    SCREEN,
    SCREEN_GREEN,
    SHADOW,
    STEEL,
    Colour,
    clear,
    darker,
    lighter,
    mix,
    rgb,
)

TABLE_TOP = rgb("B4BCC0")
CONSOLE = rgb("454E58")
SOFA = rgb("53645A")


def _stools_of_table(c: Canvas, variant: int) -> None:
    for x in (16, 48, 80):
        stool(c, x, 20, STEEL)
        stool(c, x, 74, STEEL)
    for x in (32, 64):
        c.rect(x - 1.4, 52, 2.8, 10, darker(STEEL, 0.6))


def table_top(c: Canvas, colour: Colour, width: float = 96) -> None:
    """A long table between two rows of seats."""
    c.rect(5, 36, width - 8, 27, SHADOW, 4)
    c.rect(2.5, 26.5, width - 5, 32, darker(colour, 0.74), 4)
    c.rect(3, 28, width - 6, 30, darker(colour, 0.42), 4)
    c.rect(3, 27, width - 6, 26, colour, 4)
    c.rect(4.2, 27.8, width - 8.4, 24.2, lighter(colour, 0.14), 3.2)
    c.rect(6, 29, width - 12, 0.9, (255, 255, 255, 110), 0.4)


def _table(c: Canvas, variant: int) -> None:
    table_top(c, TABLE_TOP)
    if variant % 3 == 1:
        c.oval(34, 40, 2.6, 2.2, (0, 0, 0, 60))
        c.oval(34, 39, 2.4, 2.0, rgb("D9DDD8"))
        paper(c, 60, 36, 6, 5)
    elif variant % 3 == 2:
        for x, code in ((42, "C23B30"), (46, "E9E4D6"), (49, "E9E4D6"), (45, "2B2F34")):
            c.rect(x, 38 + x % 3, 3, 4.2, rgb(code), 0.3)


def _seats_of_round(c: Canvas, variant: int) -> None:
    for x, y in ((48, 22), (18, 49), (78, 49), (48, 77)):
        stool(c, x, y, rgb("67899A"))


def _round(c: Canvas, variant: int) -> None:
    top = rgb("A08B6C")
    c.oval(49, 54, 21, 17, SHADOW)
    c.oval(48, 51, 20.6, 17.2, darker(top, 0.74))
    c.oval(48, 51, 20, 16.6, darker(top, 0.42))
    c.oval(48, 46.5, 20, 16.4, top)
    c.oval(48, 46, 18.4, 14.8, lighter(top, 0.16))
    if variant % 2:
        for x, y in ((42, 42), (45.4, 43), (50, 49), (54, 45), (39, 49)):
            c.rect(x, y, 3.6, 4.8, rgb("EFEBDF"), 0.4)
            c.rect(x + 0.8, y + 1, 1.2, 1.4, rgb("B23A32"), 0.3)
        return
    c.rect(39.4, 38.2, 17.2, 15.2, rgb("40301F"), 0.8)
    for row in range(6):
        for column in range(6):
            light = (row + column) % 2
            colour = rgb("EFE6D2") if light else rgb("6A523A")
            c.rect(40.2 + column * 2.6, 39 + row * 2.27, 2.6, 2.27, colour)


def _sofa_seat(c: Canvas, variant: int) -> None:
    box(c, 2, 6, 60, 22, SOFA, 4, 4)
    for x in (6, 33):
        c.rect(x, 7.4, 25, 14, darker(SOFA, 0.2), 3)
        c.rect(x, 6.8, 25, 13.4, lighter(SOFA, 0.15), 3)


def _sofa_back(c: Canvas, variant: int) -> None:
    c.rect(1.5, 18.5, 61, 13, darker(SOFA, 0.74), 4)
    c.rect(2, 19, 60, 12, darker(SOFA, 0.38), 4)
    c.rect(2, 19, 60, 6.4, lighter(SOFA, 0.06), 3.4)
    c.rect(3, 19.6, 58, 1.3, lighter(SOFA, 0.3), 0.6)
    for x in (2.0, 56.0):
        c.rect(x, 8, 6, 16, darker(SOFA, 0.1), 3)
        c.rect(x + 0.8, 8.4, 4.4, 13, lighter(SOFA, 0.14), 2.2)


def _tv(c: Canvas, variant: int) -> None:
    box(c, 10, 18, 44, 10, rgb("4C443C"), 5, 1)
    c.rect(5.5, -12.5, 53, 32, (10, 12, 14), 2)
    c.rect(6, -12, 52, 31, rgb("23282E"), 2)
    c.fade(8, -10, 48, 27, rgb("86C3D6"), rgb("2C5F80"))
    c.shape([(8, 17), (22, 5), (33, 12), (44, 1), (56, 11), (56, 17)], rgb("27485A"))
    c.shape([(8, 17), (20, 10), (34, 16), (56, 13), (56, 17)], rgb("1C3444"))
    c.oval(47, -4, 3.4, 3.4, rgb("FFE6A8"))
    c.shape([(10, 16), (20, -10), (27, -10), (17, 16)], (255, 255, 255, 26))


def _pool(c: Canvas, variant: int) -> None:
    box(c, 36, 4, 56, 86, rgb("5E4029"), 9, 4)
    c.rect(40, 8, 48, 70, rgb("235440"), 2)
    c.rect(41.2, 9.4, 45.6, 67.2, rgb("2F6F55"), 1.6)
    c.rect(44, 12, 30, 40, (255, 255, 255, 14), 12)
    for x, y in ((40.5, 8.5), (87.5, 8.5), (40, 43), (88, 43), (40.5, 77.5), (87.5, 77.5)):
        c.oval(x, y, 3, 3, (12, 13, 14))
    for x, y, code in (
        (58, 26, "F0F0E6"),
        (66, 50, "C23B30"),
        (54, 58, "D9B23A"),
        (70, 64, "2F5AA0"),
        (76, 34, "6A3C86"),
    ):
        c.oval(x + 0.5, y + 1, 2.4, 2.2, (0, 0, 0, 90))
        c.oval(x, y, 2.3, 2.3, rgb(code))
        c.oval(x - 0.7, y - 0.8, 0.7, 0.6, (255, 255, 255, 170))
    c.line((46, 72), (62, 40), rgb("C49A62"), 1.3)


def _bench(c: Canvas, variant: int) -> None:
    for y in (9.0, 15.0, 21.0):
        c.rect(3.5, y + 2.4, 58, 4.6, SHADOW, 1)
        c.rect(2.5, y - 0.5, 59, 5.6, darker(rgb("8C6A47"), 0.72), 1)
        c.rect(3, y, 58, 4.6, darker(rgb("8C6A47"), 0.3), 0.8)
        c.rect(3, y, 58, 3.4, rgb("9A7650"), 0.8)
        c.rect(3, y, 58, 0.8, rgb("B8946C"))
    for x in (8, 53):
        c.rect(x, 8, 3, 20, clear(DARK_STEEL, 0.75), 0.6)


def _plant(c: Canvas, variant: int) -> None:
    c.oval(17, 26, 9, 4.4, SHADOW)
    c.rect(9.6, 14, 12.8, 13, darker(rgb("8A5A3C"), 0.66), 2.4)
    c.rect(10, 14, 12, 12.4, rgb("8A5A3C"), 2)
    c.rect(8.8, 13, 14.4, 4, rgb("A26E4B"), 1.6)
    for leaf in range(26):
        angle, reach = leaf * 2.4, (leaf / 26) ** 0.5 * 11
        x, y = 16 + reach * math.cos(angle), 4 + reach * 0.8 * math.sin(angle)
        c.oval(x + 0.4, y + 0.8, 4.2, 3.0, darker(LEAF, 0.55))
        c.oval(x, y, 3.9, 2.6, mix(LEAF, (150, 190, 100), (leaf * 7 % 10) / 14))
        c.oval(x - 0.9, y - 0.7, 1.7, 0.8, (255, 255, 255, 26))


def _phone(c: Canvas, variant: int) -> None:
    c.rect(7.5, -15.5, 17, 22, (10, 12, 14), 2)
    c.fade(8, -15, 16, 21, rgb("7B8790"), rgb("525C64"))
    c.rect(9.6, -13.6, 4.4, 16, rgb("1B1E22"), 1.8)
    c.rect(15.4, -12.6, 7, 4, rgb("B8D4C4"), 0.6)
    for row in range(3):
        for column in range(3):
            c.rect(15.6 + column * 2.4, -7 + row * 2.4, 1.7, 1.6, rgb("D7DBDD"), 0.4)
    c.path([(11.8, 2), (11, 7), (14, 9), (15, 4)], rgb("22262B"), 0.9)


def _console_chairs(c: Canvas, variant: int) -> None:
    for x in (16, 48, 80, 112):
        stool(c, x, 74, rgb("3F4A57"))


def _console(c: Canvas, variant: int) -> None:
    c.rect(3, 8, 124, 57, SHADOW, 16)
    c.rect(1.5, 1.5, 125, 60, darker(CONSOLE, 0.74), 15)
    c.rect(2, 6, 124, 55, darker(CONSOLE, 0.46), 15)
    c.rect(2, 2, 124, 52, CONSOLE, 15)
    c.rect(3.4, 3.2, 121.2, 49.4, lighter(CONSOLE, 0.10), 14)
    c.rect(14, 23, 100, 24, darker(CONSOLE, 0.5), 9)
    c.rect(15, 25, 98, 22, rgb("59656F"), 8)
    for index, x in enumerate((10, 29, 48, 67, 86, 105)):
        c.rect(x + 5.4, 17, 2.4, 4, rgb("20242A"))
        screen(c, x, 5.4, 14, 12, SCREEN_GREEN if index in (1, 4) else SCREEN)
    for x in (16, 48, 80, 112):
        c.rect(x - 7, 49, 14, 4, rgb("2A3037"), 1)
        c.rect(x - 6.2, 49.4, 12.4, 2.2, rgb("97A2AB"), 0.5)
    for x, y in ((24, 30), (60, 33), (94, 29)):
        paper(c, x, y, 6, 5)
    c.oval(76, 33, 2.2, 1.9, PAPER)
    c.oval(76, 32.8, 1.4, 1.1, rgb("4A3020"))


def _monitor_chairs(c: Canvas, variant: int) -> None:
    for x in (16, 48, 80):
        stool(c, x, 43, rgb("3F4A57"))


def _monitors(c: Canvas, variant: int) -> None:
    c.rect(3, -15, 90, 26, (9, 11, 13), 2)
    for row in range(2):
        for column in range(6):
            tone = (SCREEN, SCREEN_GREEN, rgb("6A7F92"))[(row * 5 + column * 2) % 3]
            screen(c, 4.6 + column * 14.5, -13.4 + row * 11.8, 13.6, 10.8, tone)
    box(c, 2, 11, 92, 18, CONSOLE, 7, 2)
    for x in (16, 48, 80):
        c.rect(x - 7, 15, 14, 5, rgb("2A3037"), 1)
        c.rect(x - 6, 15.6, 12, 2.6, rgb("97A2AB"), 0.5)
    c.rect(32, 15, 3, 2, rgb("D8483C"), 0.6)


def _booth_seats(c: Canvas, variant: int) -> None:
    stool(c, 16, 19, rgb("56707A"))
    stool(c, 16, 75, rgb("56707A"))


def _booth(c: Canvas, variant: int) -> None:
    box(c, 0, 32, 32, 29, rgb("7F8A92"), 9, 1)
    c.rect(0, 42, 32, 2.2, rgb("2B3138"))
    c.fade(0, 16, 32, 27, (221, 246, 248, 84), (147, 213, 219, 60))
    c.rect(0, 14.6, 32, 1.8, rgb("C3CED2"))
    c.shape([(8, 42), (11, 42), (21, 16), (18, 16)], (255, 255, 255, 70))
    for x in (0.0, 30.0):
        c.rect(x, 10, 2, 44, RUBBER, 0.6)
    c.rect(25.6, 30, 2.4, 8, rgb("17191C"), 1)
    c.rect(4, 46, 2.4, 7, rgb("17191C"), 1)


thing("table", _stools_of_table, _table, base=60, variants=3)
thing("round", _seats_of_round, _round, base=52, variants=2)
thing("sofa", _sofa_seat, _sofa_back, base=31)
thing("tv", None, _tv, rise=14, base=29)
thing("pool", None, _pool, base=88)
thing("bench", _bench)
thing("plant", None, _plant, rise=12, base=27)
thing("phone", _phone, rise=16)
thing("console", _console_chairs, _console, base=60)
thing("monitors", _monitor_chairs, _monitors, rise=16, base=28)
thing("booth", _booth_seats, _booth, base=60)

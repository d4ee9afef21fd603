"""Furniture of cells and pods: bed, toilet, sink, desk, chair, locker."""

from game.ui.art.canvas import Canvas
from game.ui.art.carpentry import box, paper, stool, thing
from game.ui.art.palette import LINEN, SHADOW, STEEL, WOOD, Colour, clear, darker, lighter, rgb

BLANKETS = tuple(rgb(code) for code in ("8A4B3F", "4B6A8A", "66764A", "7A6A55"))
BED_FRAME = rgb("59616A")


def bedstead(c: Canvas, frame: Colour, sheet: Colour, blanket: Colour, fold: float = 23.0) -> None:
    """A bed of 1 x 2 tiles with its head in the north; the blanket begins at `fold`."""
    box(c, 4, 3, 24, 56, frame, 6, 2)
    c.rect(6, 5.5, 20, 46, darker(sheet, 0.16), 2)
    c.rect(6.4, 5.5, 19.2, 45, sheet, 2)
    c.rect(8, 7.6, 16, 11.4, darker(sheet, 0.24), 3.2)
    c.rect(8, 7, 16, 11, lighter(sheet, 0.45), 3.4)
    c.rect(10, 8.4, 12, 6, lighter(sheet, 0.75), 2.8)
    c.rect(6, fold, 20, 51 - fold, blanket, 1.6)
    c.rect(6, fold, 20, 4.2, lighter(blanket, 0.42), 1)
    c.rect(6, fold + 4.2, 20, 0.7, darker(blanket, 0.35))
    for x, y, w, h in ((9, fold + 9, 1.2, 12), (20, fold + 12, 1.1, 11), (14, fold + 17, 1, 8)):
        c.rect(x, y, w, h, clear(darker(blanket, 0.5), 0.26), 0.5)
        c.rect(x + 1.1, y, 0.8, h, (255, 255, 255, 26), 0.4)
    c.tone(6, fold + 8, 20, 43 - fold, 255, 190)


def _bunk(c: Canvas, variant: int) -> None:
    bedstead(c, BED_FRAME, LINEN, BLANKETS[variant % 4])
    for y in (2.2, 54.0):
        c.rect(4, y, 24, 2.0, lighter(BED_FRAME, 0.34), 0.9)
        for x in (3.2, 25.8):
            c.oval(x + 1.5, y + 1, 1.9, 1.9, lighter(BED_FRAME, 0.2))


def _toilet(c: Canvas, variant: int) -> None:
    box(c, 8, 1, 16, 9, STEEL, 3, 2)
    c.rect(14.4, 2.2, 3.2, 2.4, darker(STEEL, 0.3), 1)
    c.oval(16.6, 20.6, 8, 8.4, SHADOW)
    c.oval(16, 18.6, 8, 9.4, darker(STEEL, 0.72))
    c.oval(16, 18.4, 7.4, 8.8, darker(STEEL, 0.28))
    c.oval(16, 16.8, 7.2, 7.8, lighter(STEEL, 0.42))
    c.oval(16, 17.4, 4.7, 5.4, darker(STEEL, 0.5))
    c.oval(16, 18.2, 4.1, 4.4, rgb("3A5668"))
    c.oval(14.8, 16.6, 1.3, 0.9, (255, 255, 255, 90))


def _sink(c: Canvas, variant: int) -> None:
    box(c, 6, 0, 20, 5, rgb("6D7F88"), 1, 1)
    c.rect(8, 0.8, 16, 3, rgb("A9C4CE"), 0.6)
    box(c, 5.5, 4.5, 21, 16, STEEL, 5, 3)
    c.rect(8.4, 6.8, 15.2, 7.6, darker(STEEL, 0.5), 3.4)
    c.rect(9.2, 8.2, 13.6, 5.8, rgb("5C7682"), 2.8)
    c.rect(15, 4.4, 2, 5, lighter(STEEL, 0.5), 0.9)
    for x in (11.4, 19):
        c.oval(x + 0.8, 5.6, 1.3, 1.0, lighter(STEEL, 0.4))
    c.oval(12, 9.8, 1.6, 0.7, (255, 255, 255, 90))


def _desk_top(c: Canvas, variant: int) -> None:
    box(c, 2, 5, 28, 23, WOOD, 7, 1.4)
    c.rect(2, 15, 28, 0.5, clear(darker(WOOD, 0.5), 0.4))
    paper(c, 6, 8.4, 7.5, 7)
    if variant % 2:
        c.rect(19, 8, 6.4, 8, darker(rgb("7B2F2A"), 0.3), 0.5)
        c.rect(19, 7.6, 6.4, 7.6, rgb("7B2F2A"), 0.5)
        c.rect(20.2, 9.2, 4, 1.4, rgb("C9A75A"), 0.3)
    else:
        c.oval(22, 12.6, 2.4, 2.2, (0, 0, 0, 60))
        c.oval(22, 11.6, 2.3, 2.1, rgb("C8CCCB"))
        c.oval(22, 11.4, 1.5, 1.3, rgb("4A3020"))
    c.rect(15.4, 9, 0.9, 6, rgb("C7A13E"), 0.3)


def _desk_chair(c: Canvas, variant: int) -> None:
    stool(c, 16, 42, darker(STEEL, 0.2))


def _chair(c: Canvas, variant: int) -> None:
    seat = rgb("56707A")
    c.rect(9.5, 20, 14, 9, SHADOW, 2)
    box(c, 8.5, 8, 15, 5, darker(seat, 0.2), 2, 1.4)
    box(c, 8.5, 12, 15, 14, seat, 4, 2.4)


def _locker(c: Canvas, variant: int) -> None:
    body = (rgb("5F6F78"), rgb("6B7468"))[variant % 2]
    box(c, 4, -14, 24, 42, body, 34, 1)
    c.rect(4, -6, 24, 33, darker(body, 0.22))
    for x in (5, 16.4):
        c.fade(x, -5, 10.6, 31, lighter(body, 0.12), darker(body, 0.2))
        for y in (-2, 0, 2):
            c.rect(x + 2.6, y, 5.4, 0.8, darker(body, 0.55), 0.3)
        c.rect(x + 7.8, 9, 1.4, 4, rgb("D2D6D8"), 0.5)
        c.rect(x + 1.4, 18, 3.2, 2.2, (226, 222, 206), 0.2)


thing("bunk", _bunk, variants=4)
thing("toilet", _toilet)
thing("sink", _sink)
thing("desk", _desk_chair, _desk_top, base=28, variants=2)
thing("chair", _chair)
thing("locker", None, _locker, rise=16, base=28, variants=2)

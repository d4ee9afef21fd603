"""Shelves: each holds what its room is for."""

from collections.abc import Callable
from typing import NamedTuple

from game.ui.art.canvas import Canvas
from game.ui.art.carpentry import books, box, thing
from game.ui.art.palette import RUBBER, STEEL, WOOD, Colour, clear, darker, lighter, rgb

ROWS = (-7.0, 4.6, 16.2)
"""Tops of the three boards' spaces."""
SPACE = 10.6
"""Height of the space over a board, its inside 24 wide from x = 4."""
CARDBOARD = tuple(rgb(code) for code in ("B08A5A", "A3794B", "BC9A6C"))
BOTTLES = tuple(rgb(code) for code in ("9A5A2E", "E8E6DC", "4F8FA8", "D8D2B4", "5E9A72"))
TINS = tuple(rgb(code) for code in ("B5483C", "C9A24C", "6E8F56", "8FA3AE"))
CLOTHS = tuple(rgb(code) for code in ("E4E1D6", "B9C7CF", "CFC3A8", "93A9B8"))
RED, HANDLE, PEGBOARD = rgb("C23B36"), rgb("A8442A"), rgb("B9A27C")

Fill = Callable[[Canvas, int, float, int], None]
"""Paints what stands on a board: its row, its top, and a number that varies it."""


class Stock(NamedTuple):
    """What a shelf holds: the colour of its body, what stands on a board, and the kinds of rooms it stands in."""

    body: Colour
    fill: Fill
    rooms: tuple[str, ...]


def _books(c: Canvas, row: int, top: float, number: int) -> None:
    books(c, 4.6, top + 1.6, 22.4, 8.4, number * 11 + row)


def _medicine(c: Canvas, row: int, top: float, number: int) -> None:
    for place in range(5):
        colour = BOTTLES[(place * 3 + row + number * 2) % len(BOTTLES)]
        x, high = 5.2 + place * 4.5, 5.2 + (place + row + number) % 3 * 1.1
        c.rect(x, top + 10.2 - high, 3.2, high, colour, 0.8)
        c.rect(x + 0.8, top + 8.8 - high, 1.6, 1.8, darker(colour, 0.45), 0.4)
        c.rect(x + 0.4, top + 7.4, 2.4, 1.4, (250, 250, 246, 200), 0.2)
    c.rect(4, top, 24, SPACE, (206, 232, 238, 46))
    c.rect(15.5, top, 1.0, SPACE, darker(rgb("E6EAEA"), 0.16))


def _crates(c: Canvas, row: int, top: float, number: int) -> None:
    wide = (11.4, 7.4, 14.0)[(row + number) % 3]
    for x, width in ((4.6, wide), (5.4 + wide, 22.0 - wide)):
        colour = CARDBOARD[(row + number + round(x)) % len(CARDBOARD)]
        low = (row * 2 + number + round(width)) % 3 * 0.9
        c.rect(x, top + 1.2 + low, width, 9.0 - low, colour, 0.5)
        c.rect(x, top + 1.2 + low, width, 1.6, lighter(colour, 0.26), 0.4)
        c.rect(x + width / 2 - 0.9, top + 1.2 + low, 1.8, 9.0 - low, clear(lighter(colour, 0.5), 0.6))
        c.rect(x + 1.0, top + 6.2, 2.8, 2.2, (236, 232, 220), 0.2)


def _tools(c: Canvas, row: int, top: float, number: int) -> None:
    if row == 2:
        _paint_tins(c, top, number)
        return
    c.rect(4, top, 24, SPACE, PEGBOARD)
    for place in range(5):
        x, kind = 6.6 + place * 4.6, (place + row * 2 + number) % 4
        c.rect(x - 0.6, top + 4.6, 1.4, 5.0, HANDLE if kind != 3 else RUBBER, 0.6)
        c.rect(x - 0.3, top + 1.6, 0.8, 4.0, darker(STEEL, 0.5), 0.3)
        if kind == 0:
            c.rect(x - 1.9, top + 1.2, 4.0, 2.0, darker(STEEL, 0.6), 0.5)
        elif kind == 1:
            c.oval(x + 0.1, top + 2.2, 1.7, 1.5, darker(STEEL, 0.5))
            c.oval(x + 0.1, top + 1.7, 0.8, 0.8, PEGBOARD)


def _paint_tins(c: Canvas, top: float, number: int) -> None:
    """The lowest board of the workshop's shelves: tins of paint, and a box of screws."""
    for place in range(2):
        x, colour = 5.0 + place * 7.6, TINS[(place + number) % len(TINS)]
        c.rect(x, top + 2.6, 6.6, 7.6, darker(STEEL, 0.1), 1.0)
        c.rect(x, top + 4.6, 6.6, 3.4, colour)
        c.oval(x + 3.3, top + 2.8, 3.3, 1.1, lighter(STEEL, 0.3))
    c.rect(20.4, top + 4.2, 7.0, 6.0, rgb("3E6E8A"), 0.6)
    c.rect(21.2, top + 5.6, 5.4, 1.2, lighter(rgb("3E6E8A"), 0.4), 0.3)


def _pots(c: Canvas, row: int, top: float, number: int) -> None:
    if (row + number) % 2:
        for place in range(5):
            x, colour = 4.8 + place * 4.7, TINS[(place * 3 + row + number) % len(TINS)]
            c.rect(x, top + 3.0, 4.0, 7.2, lighter(STEEL, 0.1), 0.8)
            c.rect(x, top + 4.4, 4.0, 4.2, colour)
            c.oval(x + 2.0, top + 3.2, 2.0, 0.8, lighter(STEEL, 0.45))
        return
    for x, width, high in ((4.8, 11.0, 7.0), (17.4, 9.6, 5.2)):
        pot = rgb("B4784C") if row else STEEL
        c.rect(x + 0.8, top + 10.2 - high, width - 1.6, high, darker(pot, 0.12), 1.4)
        c.rect(x + 1.6, top + 10.8 - high, 1.6, high - 1.6, lighter(pot, 0.5), 0.6)
        c.rect(x, top + 9.6 - high, width, 1.5, lighter(pot, 0.34), 0.7)
        c.oval(x + width / 2, top + 9.0 - high, 1.3, 0.8, RUBBER)


def _linen(c: Canvas, row: int, top: float, number: int) -> None:
    for place, x in enumerate((4.8, 12.6, 20.4)):
        for fold in range(4 - (place + row + number) % 2):
            colour = CLOTHS[(place * 2 + row + fold // 2 + number) % len(CLOTHS)]
            y = top + 8.2 - fold * 2.1
            c.rect(x, y, 7.0, 2.0, colour, 0.9)
            c.rect(x, y + 1.5, 7.0, 0.5, darker(colour, 0.3), 0.3)


VARIANTS = 3
"""Of each stock; those of stock n begin at 3 n."""
STOCKS = (
    Stock(darker(WOOD, 0.18), _books, ()),
    Stock(rgb("D9DFDF"), _medicine, ("infirmary", "theatre", "medical", "execution")),
    Stock(darker(STEEL, 0.34), _crates, ("storage", "intake")),
    Stock(rgb("77604A"), _tools, ("workshop",)),
    Stock(darker(STEEL, 0.12), _pots, ("kitchen", "canteen")),
    Stock(lighter(WOOD, 0.22), _linen, ("laundry", "showers")),
)
"""The first, books, stands wherever no other belongs."""


def _shelf(c: Canvas, variant: int) -> None:
    number = variant // VARIANTS % len(STOCKS)
    stock = STOCKS[number]
    box(c, 2, -13, 28, 41, stock.body, 36, 1)
    for row, y in enumerate(ROWS):
        c.rect(4, y, 24, SPACE, darker(stock.body, 0.66))
        stock.fill(c, row, y, variant % VARIANTS)
        c.rect(3, y + 10.4, 26, 1.4, lighter(stock.body, 0.12))
    if stock.fill is _medicine:
        _cross(c, 16, 15.6)


def _cross(c: Canvas, x: float, y: float) -> None:
    c.rect(x - 4.6, y - 4.6, 9.2, 9.2, rgb("F4F5F2"), 1.4)
    c.rect(x - 3.4, y - 1.2, 6.8, 2.4, RED, 0.3)
    c.rect(x - 1.2, y - 3.4, 2.4, 6.8, RED, 0.3)


def _by_room() -> dict[str, tuple[int, ...]]:
    """The variants that stand in each kind of room."""
    numbered = ((range(at * VARIANTS, (at + 1) * VARIANTS), stock) for at, stock in enumerate(STOCKS))
    return {room: tuple(numbers) for numbers, stock in numbered for room in stock.rooms}


thing("shelf", None, _shelf, rise=15, base=28, variants=VARIANTS, by_room=_by_room())

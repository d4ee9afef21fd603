"""Colours of the world and the few things one does with colours."""

import colorsys
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int] | tuple[int, int, int, int]

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)


def rgb(code: str) -> tuple[int, int, int]:
    """The colour of a code such as `8FB3B4`."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(a: Colour, b: Colour, share: float) -> tuple[int, int, int]:
    """`a` with a share (0..1) of `b` in it."""
    return (
        int(a[0] + (b[0] - a[0]) * share),
        int(a[1] + (b[1] - a[1]) * share),
        int(a[2] + (b[2] - a[2]) * share),
    )


def lighter(colour: Colour, share: float) -> tuple[int, int, int]:
    """The colour with a share of white."""
    return mix(colour, WHITE, share)


def darker(colour: Colour, share: float) -> tuple[int, int, int]:
    """The colour with a share of black."""
    return mix(colour, BLACK, share)


def vivid(colour: Colour, by: float) -> tuple[int, int, int]:
    """The colour with its saturation multiplied; greys stay grey."""
    hue, saturation, value = colorsys.rgb_to_hsv(*(part / 255 for part in colour[:3]))
    red, green, blue = colorsys.hsv_to_rgb(hue, min(1.0, saturation * by), value)
    return round(red * 255), round(green * 255), round(blue * 255)


def clear(colour: Colour, opacity: float) -> tuple[int, int, int, int]:
    """The colour at an opacity of 0..1."""
    return colour[0], colour[1], colour[2], int(255 * opacity)


INK = rgb("121418")
"""Outlines of people and things."""
SHADOW: Colour = (8, 10, 16, 84)
"""What lies on the ground under people and things."""

STEEL = rgb("A3ACB3")
DARK_STEEL = rgb("5F686F")
WOOD = rgb("8A6B4C")
DARK_WOOD = rgb("5E432C")
LINEN = rgb("DDDAD0")
PAPER = rgb("E9E4D6")
RUBBER = rgb("2B2F34")
CHROME = rgb("C9CED2")
WIRE_DARK = rgb("6F787E")
SCREEN = rgb("3F8FA8")
SCREEN_GREEN = rgb("4AA36F")
LEAF = rgb("47703F")
BRASS = rgb("D8B94A")

LED_LOCKED = rgb("E0483C")
LED_OPEN = rgb("4FC771")

SKINS = tuple(
    rgb(c) for c in ("F3CFAE", "E6B992", "D6A079", "BE8559", "A06B43", "835336", "65402B", "4B2F22")
)
HAIRS = tuple(
    rgb(c) for c in ("1B1817", "2F231C", "4A3323", "6B4A2D", "96703F", "B9965A", "7A3220", "5A2A1C")
)
GREYS = (rgb("86868A"), rgb("B4B1AC"), rgb("D8D5CE"))

FACTIONS = tuple(
    rgb(c)
    for c in (
        "8D9299",
        "B08D3C",
        "3F8A63",
        "B9622F",
        "A9423B",
        "3E7FA6",
        "6B8F3E",
        "8A6238",
        "A8577F",
        "7D88B8",
        "6E5AA8",
        "4E9C9A",
    )
)
"""Accents of factions by their index where a pack names none; 0 is nobody's grey."""

PRISON_SHIRTS = tuple(
    rgb(c) for c in ("B96B62", "C6A968", "94A971", "AD859F", "72A8A2", "7C9DC0", "DAD3C3", "A9B5BE")
)
"""Washed-out cloth of those in no faction: brick, ochre, moss, plum, teal, denim, off-white, stone.

Each is lighter than the floors men live on, and duller than any faction's colour."""
PRISON_TROUSERS = tuple(rgb(c) for c in ("46536A", "55585E", "3F4C58", "5C5145", "4B574C"))
CIVIL = tuple(
    rgb(c) for c in ("7A4A4A", "4A6076", "5D6B4E", "8A7550", "6B557A", "9A9488", "50555E", "8C5B3C")
)
NAVY = rgb("2F4260")
NAVY_TROUSERS = rgb("1D2530")
CLINIC_WHITE = rgb("E8EEEE")
SCRUBS = rgb("6F9AA0")
CLERICAL = rgb("26262B")

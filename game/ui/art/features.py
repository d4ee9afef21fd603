"""The number that a look is derived from, and the features it may pin.

The number is a seed of 31 bits, and above it fields that may pin a feature (0 leaves it to the seed):

====== ===== ============================================
bit    width field
====== ===== ============================================
0      31    seed
31     2     sex: 1 man, 2 woman
33     4     skin, 1 + index in `palette.SKINS`
37     4     hair colour, 1 + index in `palette.HAIRS`
41     5     hair style, 1 + index in `look.HAIR_STYLES`
46     4     beard, 1 + index in `look.BEARDS`
50     3     build, 1 slim, 2 middling, 3 heavy
53     4     headwear, 1 + index in `look.HEADWEAR`
57     2     glasses: 1 no, 2 yes
====== ===== ============================================
"""

FIELDS = {
    "seed": (0, 31),
    "sex": (31, 2),
    "skin": (33, 4),
    "hair": (37, 4),
    "style": (41, 5),
    "beard": (46, 4),
    "build": (50, 3),
    "headwear": (53, 4),
    "glasses": (57, 2),
}
"""First bit and width of each field of the number."""


def pack(**fields: int) -> int:
    """The number whose fields are given (see the table above)."""
    number = 0
    for name, value in fields.items():
        first, width = FIELDS[name]
        number |= (value & ((1 << width) - 1)) << first
    return number


def unpack(number: int) -> dict[str, int]:
    """The fields of a number."""
    return {name: (number >> first) & ((1 << width) - 1) for name, (first, width) in FIELDS.items()}

"""How a person looks, derived from one number: the same number gives the same face for ever."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.sim.house.plan import ROLES
from game.ui.art.features import unpack
from game.ui.art.palette import FACTIONS, GREYS, HAIRS, SKINS, Colour

HAIR_STYLES = (
    "bald",
    "buzz",
    "short",
    "parted",
    "receding",
    "curly",
    "afro",
    "rows",
    "mohawk",
    "tail",
    "long",
    "bob",
    "bun",
    "waves",
)
BEARDS = ("none", "stubble", "moustache", "goatee", "full", "long")
HEADWEAR = ("none", "cap", "peaked", "kufi", "beanie", "bandana", "toque", "surgeon")

MAN_STYLES = [
    "bald",
    "buzz",
    "buzz",
    "short",
    "short",
    "short",
    "parted",
    "parted",
    "receding",
    "curly",
    "afro",
    "rows",
    "rows",
    "mohawk",
    "tail",
    "long",
]
WOMAN_STYLES = ["long", "bob", "bun", "tail", "waves", "waves", "bob", "curly", "afro", "short"]
OLD_STYLES = ["bald", "bald", "receding", "receding", "short", "parted", "buzz"]
MAN_BEARDS = [
    "none",
    "none",
    "none",
    "stubble",
    "stubble",
    "moustache",
    "goatee",
    "goatee",
    "full",
    "full",
    "long",
]


@dataclass(frozen=True, slots=True)
class Look:
    """Everything a picture of a person depends on."""

    kind: str
    woman: bool
    age: int
    skin: int
    hair: Colour
    style: str
    beard: str
    build: int
    """-1 slim, 0 middling, 1 heavy."""
    stature: int
    """-1 short, 0 middling, 1 tall."""
    jaw: int
    """0 round, 1 square, 2 long."""
    brow: int
    nose: int
    eyes: int
    headwear: str
    glasses: bool
    outfit: int
    """0..63: which of the clothes of his kind."""
    faction: int
    accent: Colour
    """The colour of his faction; grey without one."""
    seed: int
    work: str = ""
    """The kind of room whose work clothes he wears; empty for his own clothes."""


class Lots:
    """A small generator of equal lots (splitmix64), the same on every machine."""

    def __init__(self, seed: int) -> None:
        self.state = (seed * 0x9E3779B97F4A7C15 + 0x632BE59BD9B4E019) & 0xFFFFFFFFFFFFFFFF

    def below(self, limit: int) -> int:
        """A number from 0 to `limit` - 1."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return (z ^ (z >> 31)) % limit

    def chance(self, percent: int) -> bool:
        """True in `percent` of a hundred lots."""
        return self.below(100) < percent

    def pick(self, of: Sequence[str]) -> str:
        """One of several."""
        return of[self.below(len(of))]


WOMEN_PERCENT = {"officer": 16, "medic": 50, "teacher": 50, "clerk": 55, "cook": 20, "visitor": 62}


def _age(kind: str, lots: Lots) -> int:
    """A likely age: inmates are young rather than old."""
    if kind == "inmate":
        return 19 + min(lots.below(46), lots.below(46), 50)
    return 25 + min(lots.below(38), lots.below(46))


def _hair_colour(skin: int, age: int, lots: Lots) -> Colour:
    dark = lots.below(3) if skin >= 4 else lots.below(len(HAIRS))
    grey = lots.below(100) < (age - 38) * 4
    return GREYS[min(2, max(0, (age - 42) // 9 + lots.below(2)))] if grey else HAIRS[dark]


def _style(kind: str, woman: bool, age: int, skin: int, lots: Lots) -> str:
    styles = WOMAN_STYLES if woman else OLD_STYLES if age > 50 and lots.chance(70) else MAN_STYLES
    style = lots.pick(styles)
    if style in ("afro", "rows") and skin < 3:
        return "curly" if woman else "short"
    wild = style in ("long", "mohawk", "tail") and not woman
    return "buzz" if wild and (skin >= 5 or age > 46 or kind != "inmate") else style


def _headwear(kind: str, faction: int, lots: Lots) -> str:
    if kind == "officer":
        return ("none", "peaked", "peaked", "cap", "cap")[lots.below(5)]
    if kind == "cook":
        return "toque" if lots.chance(70) else "cap"
    if kind == "medic":
        return "surgeon" if lots.chance(12) else "none"
    if kind != "inmate" or not lots.chance(26 if faction else 16):
        return "none"
    return ("beanie", "beanie", "bandana", "cap", "kufi")[lots.below(5)]


def look_of(
    number: int,
    kind: int | str,
    age: int = 0,
    faction: int = 0,
    accents: Sequence[Colour] = FACTIONS,
    work: str = "",
) -> Look:
    """The look of a number, for a kind (index in `ROLES`, or its name); `age` 0 leaves it to the number.

    `work` is a kind of room in which he works, such as a kitchen.
    """
    drawn = _drawn(number, kind if isinstance(kind, str) else ROLES[kind], age, faction)
    accent = accents[faction % len(accents)]
    look = replace(drawn, accent=accent, **_pinned(number, drawn.woman))
    return replace(look, work=work, headwear="bandana" if work == "kitchen" else look.headwear)


def _drawn(number: int, kind: str, age: int, faction: int) -> Look:
    """A look as the seed alone has it; only sex and skin are pinned already, as others follow from them."""
    fields = unpack(number)
    lots = Lots(fields["seed"])
    woman = lots.chance(WOMEN_PERCENT.get(kind, 0))
    woman = fields["sex"] == 2 if fields["sex"] else woman
    years = _age(kind, lots)
    years, skin = age or years, lots.below(len(SKINS))
    skin = min(fields["skin"] - 1, len(SKINS) - 1) if fields["skin"] else skin
    hair, style = _hair_colour(skin, years, lots), _style(kind, woman, years, skin, lots)
    beard = "none" if woman else lots.pick(MAN_BEARDS if kind == "inmate" else MAN_BEARDS[:7])
    build = (-1, 0, 0, 0, 1)[lots.below(5)]
    stature = ((-1, -1, 0, 0) if woman else (-1, 0, 0, 1))[lots.below(4)]
    shape = (build, stature, lots.below(3), lots.below(3), lots.below(3), lots.below(4))
    glasses = lots.chance(9 + max(0, years - 40) // 2 if kind == "inmate" else 22)
    worn = (_headwear(kind, faction, lots), glasses, lots.below(64))
    return Look(
        kind, woman, years, skin, hair, style, beard, *shape, *worn, faction, FACTIONS[0], fields["seed"]
    )


def _pinned(number: int, woman: bool) -> dict[str, Any]:
    """The features that the number pins."""
    fields, found = unpack(number), dict[str, Any]()
    if fields["hair"]:
        found["hair"] = HAIRS[(fields["hair"] - 1) % len(HAIRS)]
    if fields["build"]:
        found["build"] = min(1, fields["build"] - 2)
    if fields["glasses"]:
        found["glasses"] = fields["glasses"] == 2
    if fields["beard"] and not woman:
        found["beard"] = BEARDS[(fields["beard"] - 1) % len(BEARDS)]
    if fields["style"]:
        found["style"] = HAIR_STYLES[(fields["style"] - 1) % len(HAIR_STYLES)]
    if fields["headwear"]:
        found["headwear"] = HEADWEAR[(fields["headwear"] - 1) % len(HEADWEAR)]
    return found

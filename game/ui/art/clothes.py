"""What a person wears, by his kind: cut and colours."""

from dataclasses import dataclass, replace

from game.ui.art.look import Look
from game.ui.art.palette import (
    CIVIL,
    CLERICAL,
    CLINIC_WHITE,
    NAVY,
    NAVY_TROUSERS,
    PRISON_SHIRTS,
    PRISON_TROUSERS,
    SCRUBS,
    Colour,
    darker,
    lighter,
    mix,
    rgb,
    vivid,
)


@dataclass(frozen=True, slots=True)
class Clothes:
    """Cut and colours of an outfit."""

    cut: str
    """`tee`, `tank`, `work` (buttoned, open collar), `uniform`, `coat`, `cassock`, `apron`, `knit`, `suit`, `dress`."""
    shirt: Colour
    trousers: Colour
    shoes: Colour
    accent: Colour
    sleeves: str
    """`none`, `short` or `long`."""
    hat: Colour = (40, 44, 50)


SHOES = (rgb("23262A"), rgb("3A3029"), rgb("D6D4CC"), rgb("2E3A46"))


CUTS = ("tee", "work", "tank", "work", "tee", "knit", "tee", "work")
"""Of inmates; as many as outfits there are for each of their shirts."""
WORK_CLOTHES: dict[str, tuple[str, Colour | None, Colour]] = {
    "kitchen": ("apron", None, rgb("F0EFEA")),
    "laundry": ("tee", rgb("A9C4D4"), rgb("D5E2EA")),
    "workshop": ("work", rgb("6B8CB0"), rgb("A9C0D8")),
}
"""What inmates wear at work by kind of room: cut, shirt, and the apron's or hat's colour.

In the kitchen they keep their own shirt, so that nobody takes them for cooks."""
FACTION_SHARE, FACTION_DEPTH = 0.82, 1.3
"""How much of a faction's colour is in its men's shirts, and how much deeper it is there than in files and lists."""


def _inmate(look: Look) -> Clothes:
    base = PRISON_SHIRTS[look.outfit % len(PRISON_SHIRTS)]
    accent = vivid(look.accent, FACTION_DEPTH) if look.faction else base
    shirt = mix(base, accent, FACTION_SHARE)
    number = look.outfit // len(PRISON_SHIRTS)
    cut = CUTS[number % len(CUTS)]
    sleeves = {"tank": "none", "tee": "short", "knit": "long"}.get(cut, ("short", "long")[number // 2 % 2])
    trousers = PRISON_TROUSERS[look.outfit // 3 % len(PRISON_TROUSERS)]
    hat = rgb("EAE5D9") if look.headwear == "kufi" else mix(accent, (40, 40, 46), 0.45)
    return Clothes(cut, shirt, trousers, SHOES[look.outfit % 4], look.accent, sleeves, hat)


def _at_work(look: Look) -> Clothes:
    """The clothes of a workplace, over his own trousers."""
    cut, shirt, second = WORK_CLOTHES[look.work]
    own = _inmate(look)
    return replace(own, cut=cut, shirt=shirt or own.shirt, accent=second, sleeves="short", hat=second)


def _officer(look: Look) -> Clothes:
    sleeves = "short" if look.outfit % 3 == 0 else "long"
    shirt = lighter(NAVY, 0.05 * (look.outfit % 3))
    return Clothes("uniform", shirt, NAVY_TROUSERS, rgb("15181C"), rgb("E3C25A"), sleeves, rgb("1B2636"))


def _medic(look: Look) -> Clothes:
    if look.outfit % 3 == 0:
        return Clothes("tee", SCRUBS, darker(SCRUBS, 0.12), rgb("E4E6E4"), CLINIC_WHITE, "short", SCRUBS)
    return Clothes(
        "coat", CLINIC_WHITE, mix(SCRUBS, (90, 100, 110), 0.3), rgb("DADCDA"), SCRUBS, "long", SCRUBS
    )


def _visitor(look: Look) -> Clothes:
    colour = CIVIL[look.outfit % len(CIVIL)]
    legs = (rgb("3A4658"), rgb("2C2E33"), rgb("5A4E40"), rgb("47505A"))[look.outfit // 8 % 4]
    cut = "dress" if look.woman and look.outfit % 3 else ("knit", "suit", "tee", "work")[look.outfit // 4 % 4]
    accent = lighter(CIVIL[(look.outfit * 3 + 1) % len(CIVIL)], 0.2)
    return Clothes(cut, colour, legs, SHOES[look.outfit % 2], accent, "long", darker(colour, 0.3))


def _clerk(look: Look) -> Clothes:
    shirt = (rgb("C9CDD0"), rgb("B9C4CC"), rgb("CFC8B8"))[look.outfit % 3]
    cut = "suit" if look.outfit % 2 else "work"
    colour = (rgb("3D4450"), rgb("4A423A"))[look.outfit // 2 % 2] if cut == "suit" else shirt
    return Clothes(cut, colour, rgb("343942"), SHOES[0], rgb("7A3B3B"), "long")


def clothes_of(look: Look) -> Clothes:
    """The outfit of a look."""
    if look.kind == "officer":
        return _officer(look)
    if look.kind == "medic":
        return _medic(look)
    if look.kind == "chaplain":
        return Clothes("cassock", CLERICAL, darker(CLERICAL, 0.3), rgb("121316"), rgb("D8C27A"), "long")
    if look.kind == "teacher":
        tweed = (rgb("7A6650"), rgb("5E6B5A"), rgb("6B5560"))[look.outfit % 3]
        return Clothes("knit", tweed, rgb("40434A"), SHOES[1], lighter(tweed, 0.3), "long")
    if look.kind == "cook":
        return Clothes("apron", rgb("D9DAD5"), rgb("4A5058"), SHOES[0], rgb("F0EFEA"), "short", rgb("F2F1EC"))
    if look.kind == "clerk":
        return _clerk(look)
    if look.kind == "visitor":
        return _visitor(look)
    return _at_work(look) if look.work else _inmate(look)

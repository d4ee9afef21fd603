"""Colours, typefaces and lengths of the desk, as `assets/theme.yaml` has them."""

from dataclasses import dataclass
from functools import cache

from game.ui import assets

Rgb = tuple[int, int, int]
Colour = str | Rgb
"""The name of a colour of the theme, or red, green, blue."""


@dataclass(frozen=True)
class Theme:
    """Names for looks, so that panels never name a number."""

    colours: dict[str, Rgb]
    faces: dict[str, tuple[str, int]]
    """A typeface: font family and weight."""
    desk: dict[str, int]
    """Lengths of the desk's regions in pixels at scale 1."""
    palette: str = "standard"
    shapes: bool = False
    """Whether meters carry patterns, for eyes that don't tell these colours apart."""

    def rgb(self, colour: Colour) -> Rgb:
        """The red, green and blue of a colour."""
        return self.colours[colour] if isinstance(colour, str) else colour

    def mix(self, one: Colour, other: Colour, share: float) -> Rgb:
        """`one`, with `share` (0..1) of `other`."""
        a, b = self.rgb(one), self.rgb(other)
        r, g, bl = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
        return r, g, bl


def _hex(text: str) -> Rgb:
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def palettes() -> tuple[str, ...]:
    """The palettes there are, the standard one first."""
    return tuple(assets.read("theme.yaml")["palettes"])


@cache
def load_theme(palette: str = "standard") -> Theme:
    """The theme of the game, in one of its palettes; an unknown one is the standard."""
    raw = assets.read("theme.yaml")
    own = dict(raw["palettes"].get(palette) or {})
    shapes = bool(own.pop("shapes", False))
    return Theme(
        colours={name: _hex(value) for name, value in (raw["colours"] | own).items()},
        faces={name: (family, weight) for name, (family, weight) in raw["faces"].items()},
        desk=dict(raw["desk"]),
        palette=palette if palette in raw["palettes"] else "standard",
        shapes=shapes,
    )

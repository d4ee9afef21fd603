"""Icons by name, from Lucide's SVG drawings."""

import io
from functools import cache

import pygame
from pygame import Surface

from game.ui.kit.theme import Rgb


@cache
def icon_names() -> frozenset[str]:
    """Every name `icon_picture` can draw; empty when the icon package is missing."""
    try:
        import lucide

        return frozenset(lucide.get_icon_list())
    except Exception:  # a broken icon package must not stop the game
        return frozenset()


@cache
def _drawing(name: str) -> str:
    import lucide

    return str(lucide.lucide_icon(name))


def icon_picture(name: str, pixels: int, colour: Rgb) -> Surface:
    """An icon of `pixels` width; an unknown name gives an empty frame, so that layouts hold."""
    if name not in icon_names():
        frame = Surface((pixels, pixels), pygame.SRCALPHA)
        pygame.draw.rect(frame, colour, frame.get_rect().inflate(-4, -4), 1)
        return frame
    svg = _drawing(name).replace("currentColor", "#{:02x}{:02x}{:02x}".format(*colour))
    drawn = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (pixels, pixels))
    return drawn.convert_alpha()

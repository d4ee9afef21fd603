"""Text as pictures: rendered four times as large and smooth-scaled, so that small type is evenly spaced."""

import math
from pathlib import Path

import pygame
from pygame import Surface
from pygame.font import Font

from game.ui.kit.bounded import Bounded
from game.ui.kit.theme import Rgb, Theme

OVERSIZE = 4
TEXT_BYTES = 24_000_000
"""Memory for rendered text, in bytes."""
WIDTHS = 20_000


def _bytes(surface: Surface) -> int:
    return surface.get_width() * surface.get_height() * 4


def clean(text: str) -> str:
    """`text` without what fonts choke on: NUL and lone surrogates."""
    if text.isascii() and "\0" not in text:
        return text
    return "".join(c for c in text if c != "\0" and not 0xD800 <= ord(c) <= 0xDFFF)


def font_file(family: str, weight: int) -> Path | None:
    """Where a font family lies; None when its package is missing (then pygame's own font is used)."""
    try:
        import fontpkg

        return Path(fontpkg.path(family, weight=weight))
    except Exception:  # whatever is wrong with a font package, the game goes on with another font
        return None


class Lettering:
    """Measures and renders text in the faces of the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._fonts: dict[tuple[str, int], Font] = {}
        self._widths: Bounded[int] = Bounded(WIDTHS)
        self._pictures: Bounded[Surface] = Bounded(TEXT_BYTES, _bytes)

    def _font(self, face: str, pixels: int) -> Font:
        key = (face, pixels)
        if key not in self._fonts:
            file = font_file(*self._theme.faces[face])
            self._fonts[key] = Font(str(file) if file else None, pixels)
        return self._fonts[key]

    def width(self, text: str, face: str, pixels: int) -> int:
        """Width of `text` in pixels, in a face of `pixels` height."""
        font = self._font(face, pixels * OVERSIZE)
        key = (text, face, pixels)
        return self._widths.get(key, lambda: math.ceil(font.size(clean(text))[0] / OVERSIZE))

    def height(self, face: str, pixels: int) -> int:
        """Height of a line."""
        return math.ceil(self._font(face, pixels * OVERSIZE).get_height() / OVERSIZE)

    def picture(self, text: str, face: str, pixels: int, colour: Rgb) -> Surface:
        """`text` on a transparent ground."""
        return self._pictures.get(
            (text, face, pixels, colour), lambda: self._render(clean(text), face, pixels, colour)
        )

    def _render(self, text: str, face: str, pixels: int, colour: Rgb) -> Surface:
        large = self._font(face, pixels * OVERSIZE).render(text, True, colour)
        width, height = large.get_size()
        size = (max(1, math.ceil(width / OVERSIZE)), math.ceil(height / OVERSIZE))
        return _native(pygame.transform.smoothscale(large.convert_alpha(), size))

    def caps(self, text: str, face: str, pixels: int, tracking: int, colour: Rgb) -> Surface:
        """`text` in capitals, letters `tracking` pixels apart."""
        key = ("caps", text, face, pixels, tracking, colour)
        return self._pictures.get(key, lambda: self._track(text.upper(), face, pixels, tracking, colour))

    def _track(self, text: str, face: str, pixels: int, tracking: int, colour: Rgb) -> Surface:
        letters = [self.picture(letter, face, pixels, colour) for letter in clean(text)]
        width = sum(letter.get_width() + tracking for letter in letters)
        line = Surface((max(1, width), self.height(face, pixels)), pygame.SRCALPHA)
        x = 0
        for letter in letters:
            line.blit(letter, (x, 0))
            x += letter.get_width() + tracking
        return line


def _native(surface: Surface) -> Surface:
    return surface.convert_alpha() if pygame.display.get_surface() else surface

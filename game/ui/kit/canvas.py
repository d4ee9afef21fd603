"""Drawing: smooth boxes, shadows, lines, icons and text, in the theme's colours and at the desk's scale."""

from dataclasses import dataclass

import pygame
from pygame import Rect, Surface

from game.ui.kit import shapes
from game.ui.kit.bounded import Bounded
from game.ui.kit.icons import icon_picture
from game.ui.kit.lettering import Lettering
from game.ui.kit.theme import Colour, Rgb, Theme

PICTURE_BYTES = 48_000_000
"""Memory for boxes, shadows, icons and charts, in bytes."""
SMALL_BOX = 12_000
"""Pixels up to which a box is kept as a whole picture: one blit takes a tenth of the time of its seven pieces."""
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class Cut:
    """A text that did not fit its place: the widget registered last before it, the text, and what is shown."""

    near: str
    text: str
    shown: str


def _bytes(surface: Surface) -> int:
    return surface.get_width() * surface.get_height() * 4


class Canvas:
    """A surface to draw on, with what has been drawn before kept ready."""

    def __init__(self, theme: Theme, scale: float = 1.0) -> None:
        self.theme = theme
        self.scale = scale
        self.surface = Surface((1, 1))
        self.letters = Lettering(theme)
        self.pictures: Bounded[Surface] = Bounded(PICTURE_BYTES, _bytes)
        self.cut: list[Cut] = []
        """Texts of this frame that were cut, or that stand out of their place."""

    def px(self, length: float) -> int:
        """Pixels of a length at scale 1."""
        return round(length * self.scale)

    def rgb(self, colour: Colour) -> Rgb:
        """Red, green and blue of a colour."""
        return self.theme.rgb(colour)

    # text

    def width(self, text: str, face: str = "body", size: float = 14) -> int:
        """How wide `text` gets."""
        return self.letters.width(text, face, self.px(size))

    def line_height(self, face: str = "body", size: float = 14) -> int:
        """How high a line of text is."""
        return self.letters.height(face, self.px(size))

    def fit(self, text: str, width: int, face: str = "body", size: float = 14) -> str:
        """`text`, cut with an ellipsis when it is wider than `width`."""
        shown = self.shortened(text, width, face, size)
        if shown != text:
            self.note_cut(text, shown)
        return shown

    def shortened(self, text: str, width: int, face: str = "body", size: float = 14) -> str:
        """The beginning of `text` that fits, with an ellipsis; the whole where it does."""
        if self.width(text, face, size) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            half = (low + high + 1) // 2
            if self.width(text[:half].rstrip() + "…", face, size) <= width:
                low = half
            else:
                high = half - 1
        return text[:low].rstrip() + "…"

    def note_cut(self, text: str, shown: str = "") -> None:
        """Remember that a text did not fit, for tests that look for such places."""
        self.cut.append(Cut(self.near(), text, shown or text))

    def near(self) -> str:
        """The id of what is being drawn."""
        return ""

    def text(
        self,
        at: tuple[int, int],
        text: str,
        colour: Colour = "text",
        face: str = "body",
        size: float = 14,
        width: int | None = None,
    ) -> int:
        """Write `text` with its top left corner at `at`; returns its width."""
        shown = text if width is None else self.fit(text, width, face, size)
        if not shown:
            return 0
        picture = self.letters.picture(shown, face, self.px(size), self.rgb(colour))
        self.surface.blit(picture, at)
        return picture.get_width()

    def label(
        self,
        area: Rect,
        text: str,
        colour: Colour = "text",
        face: str = "body",
        size: float = 14,
        align: str = "left",
    ) -> int:
        """Write `text` in the vertical middle of `area`, cut to its width; returns the width written."""
        shown = self.fit(text, area.w, face, size)
        width = self.width(shown, face, size)
        x = {"left": area.x, "centre": area.centerx - width // 2, "right": area.right - width}[align]
        y = area.y + (area.h - self.line_height(face, size)) // 2
        return self.text((x, y), shown, colour, face, size)

    def caps(
        self, area: Rect, text: str, colour: Colour = "dim", size: float = 11, align: str = "left"
    ) -> int:
        """A section heading in spaced capitals, in the vertical middle of `area`; returns its width."""
        picture = self.letters.caps(text, "strong", self.px(size), self.px(1), self.rgb(colour))
        x = area.x if align == "left" else area.right - picture.get_width()
        y = area.y + (area.h - picture.get_height()) // 2
        if picture.get_width() - self.px(1) > area.w:
            self.note_cut(text)
        self.surface.blit(picture, (x, y), Rect(0, 0, max(0, area.w), picture.get_height()))
        return picture.get_width()

    # shapes

    def fill(self, area: Rect, colour: Colour) -> None:
        """Fill `area` with a colour."""
        self.surface.fill(self.rgb(colour), area)

    def box(
        self,
        area: Rect,
        colour: Colour = "card",
        radius: float = 6,
        border: Colour | None = None,
        alpha: int = 255,
        thick: float = 1,
    ) -> None:
        """A box with round corners, a border `thick` pixels wide, and `alpha` (0..255) of opacity."""
        if area.w < 1 or area.h < 1:
            return
        inner = self.rgb(colour)
        outer = inner if border is None else self.rgb(border)
        line = 0 if border is None else max(1, self.px(thick))
        size = min(self.px(radius), area.w // 2, area.h // 2)
        corner = self.pictures.get(
            ("corner", size, inner, outer, line), lambda: shapes.disc(size, inner, outer, line)
        )
        if alpha == 255 and area.w * area.h > SMALL_BOX:
            shapes.box(self.surface, area, corner, inner, outer, line)
            return
        whole = self.pictures.get(
            ("box", area.size, size, inner, outer, line, alpha),
            lambda: shapes.whole_box(area.size, corner, inner, outer, line, alpha),
        )
        self.surface.blit(whole, area.topleft)

    def shadow(self, area: Rect, size: int = 18, strength: int = 150) -> None:
        """A soft shadow under what floats."""
        spread = self.px(size)
        picture = self.pictures.get(
            ("shadow", area.size, spread, strength), lambda: shapes.shadow(area.size, spread, strength)
        )
        self.surface.blit(picture, (area.x - 2 * spread, area.y - 2 * spread + spread // 3))

    def across(self, x: int, y: int, width: int, colour: Colour = "line") -> None:
        """A line from west to east."""
        self.surface.fill(self.rgb(colour), (x, y, width, 1))

    def down(self, x: int, y: int, height: int, colour: Colour = "line") -> None:
        """A line from north to south."""
        self.surface.fill(self.rgb(colour), (x, y, 1, height))

    def dot(self, centre: tuple[int, int], radius: float, colour: Colour) -> None:
        """A filled circle."""
        pygame.draw.aacircle(self.surface, self.rgb(colour), centre, max(1, self.px(radius)))

    def icon(self, name: str, area: Rect, size: float = 18, colour: Colour = "text") -> None:
        """An icon in the middle of `area`."""
        pixels, tint = self.px(size), self.rgb(colour)
        picture = self.pictures.get(("icon", name, pixels, tint), lambda: icon_picture(name, pixels, tint))
        self.surface.blit(picture, (area.centerx - pixels // 2, area.centery - pixels // 2))

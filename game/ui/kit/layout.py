"""Cutting a rectangle into pieces: the whole layout of the desk."""

from __future__ import annotations

from pygame import Rect


class Area(Rect):
    """A rectangle from which pieces are cut; what is left is the area itself."""

    def cut_top(self, height: int, gap: int = 0) -> Area:
        """Take a strip of `height` from the top, and `gap` with it."""
        piece = Area(self.x, self.y, self.w, height)
        self.y += height + gap
        self.h = max(0, self.h - height - gap)
        return piece

    def cut_bottom(self, height: int, gap: int = 0) -> Area:
        """Take a strip of `height` from the bottom, and `gap` with it."""
        piece = Area(self.x, self.bottom - height, self.w, height)
        self.h = max(0, self.h - height - gap)
        return piece

    def cut_left(self, width: int, gap: int = 0) -> Area:
        """Take a strip of `width` from the left, and `gap` with it."""
        piece = Area(self.x, self.y, width, self.h)
        self.x += width + gap
        self.w = max(0, self.w - width - gap)
        return piece

    def cut_right(self, width: int, gap: int = 0) -> Area:
        """Take a strip of `width` from the right, and `gap` with it."""
        piece = Area(self.right - width, self.y, width, self.h)
        self.w = max(0, self.w - width - gap)
        return piece

    def inset(self, x: int, y: int | None = None) -> Area:
        """A copy without a margin of `x` at the sides and `y` above and below."""
        dy = x if y is None else y
        return Area(self.x + x, self.y + dy, max(0, self.w - 2 * x), max(0, self.h - 2 * dy))

    def columns(self, count: int, gap: int) -> list[Area]:
        """`count` pieces of the same width side by side."""
        step = (self.w + gap) / count
        edges = [round(self.x + i * step) for i in range(count + 1)]
        return [Area(edges[i], self.y, edges[i + 1] - gap - edges[i], self.h) for i in range(count)]

    def middle(self, width: int, height: int) -> Area:
        """A piece of that size in the middle."""
        return Area(self.centerx - width // 2, self.centery - height // 2, width, height)

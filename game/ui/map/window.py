"""The part of the world that is drawn, in whole pixels."""

from typing import NamedTuple


class Window(NamedTuple):
    """`left`, `top`: the world's pixel at the surface's corner, at `tile` pixels a tile."""

    tile: int
    left: int
    top: int
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Screen pixels for a pixel of zoom 1."""
        return self.tile / 32

    def chunks(self, side: int, columns: int, rows: int) -> list[tuple[int, int, int, int]]:
        """The chunks of `side` tiles that are seen: column, row, and where they lie on the surface."""
        span = side * self.tile
        return [
            (cx, cy, cx * span - self.left, cy * span - self.top)
            for cy in range(max(0, self.top // span), min(rows, (self.top + self.height - 1) // span + 1))
            for cx in range(max(0, self.left // span), min(columns, (self.left + self.width - 1) // span + 1))
        ]

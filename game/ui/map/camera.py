"""Which part of the prison is seen, and how large."""

from dataclasses import dataclass, field

from pygame import Rect

TILE = 32
"""Pixels of a tile at zoom 1; the world is measured in them."""
TILES = (8, 12, 16, 20, 24, 32, 40, 48, 64)
"""Pixels of a tile at each step of the wheel: a whole prison, then zoom 0.5 to 2. Whole, so that tiles meet without
seams, and of a light map's four pixels."""
ZOOM_SECONDS = 0.16
MARGIN = 48
"""Pixels of zoom 1 that may be seen beyond the edge."""


@dataclass
class Camera:
    """Looks at `x`, `y` (pixels of zoom 1). Zooms in steps, smoothly from one to the next."""

    width: int
    """Of the world, in pixels of zoom 1."""
    height: int
    x: float = 0.0
    y: float = 0.0
    step: int = TILES.index(TILE)
    """Index in TILES that is, or will be, at rest."""
    tile: float = float(TILE)
    """Pixels of a tile now; on its way to the step's."""
    rect: Rect = field(default_factory=lambda: Rect(0, 0, 1280, 720))
    """Where on the screen the world is seen."""
    _from: float = float(TILE)
    _since: float = ZOOM_SECONDS
    _anchor: tuple[float, float] | None = None

    @property
    def zoom(self) -> float:
        """How large the world is now: 1 is 32 pixels a tile."""
        return self.tile / TILE

    @property
    def at_rest(self) -> bool:
        """Whether the zoom has arrived."""
        return self.tile == TILES[self.step]

    def look_at(self, x: float, y: float) -> None:
        """Put a point of the world in the middle, as far as the edges allow."""
        self.x, self.y = x, y
        self._clamp()

    def set_view(self, rect: Rect) -> None:
        """Use this part of the screen."""
        self.rect = Rect(rect)
        self._clamp()

    def set_zoom(self, zoom: float) -> None:
        """Be at the step nearest to a zoom, at once."""
        self.step = min(range(len(TILES)), key=lambda i: abs(TILES[i] - zoom * TILE))
        self.tile, self._since = float(TILES[self.step]), ZOOM_SECONDS
        self._clamp()

    def wheel(self, steps: int, at: tuple[int, int] | None = None) -> None:
        """Zoom in (positive) or out, keeping what is under `at` in its place."""
        goal = min(len(TILES) - 1, max(0, self.step + steps))
        if goal != self.step:
            self.step, self._from, self._since = goal, self.tile, 0.0
            self._anchor = at

    def drag(self, dx: float, dy: float) -> None:
        """Move the world with the pointer, by pixels of the screen."""
        self.look_at(self.x - dx / self.zoom, self.y - dy / self.zoom)

    def follow(self, x: float, y: float, seconds: float) -> None:
        """Glide towards a point of the world."""
        share = 1.0 - 0.002 ** max(0.0, seconds)
        self.look_at(self.x + (x - self.x) * share, self.y + (y - self.y) * share)

    def update(self, seconds: float) -> None:
        """Let a running zoom go on."""
        if self.at_rest:
            return
        self._since += seconds
        share = min(1.0, self._since / ZOOM_SECONDS)
        eased = 1.0 - (1.0 - share) ** 3
        under = self.to_world(self._anchor) if self._anchor else None
        self.tile = self._from + (TILES[self.step] - self._from) * eased
        if share >= 1.0:
            self.tile = float(TILES[self.step])
        if under and self._anchor:
            now = self.to_world(self._anchor)
            self.x, self.y = self.x + under[0] - now[0], self.y + under[1] - now[1]
        self._clamp()

    def to_world(self, screen: tuple[float, float]) -> tuple[float, float]:
        """The point of the world under a point of the screen."""
        return (
            self.x + (screen[0] - self.rect.centerx) / self.zoom,
            self.y + (screen[1] - self.rect.centery) / self.zoom,
        )

    def to_screen(self, world: tuple[float, float]) -> tuple[float, float]:
        """The point of the screen over a point of the world."""
        return (
            (world[0] - self.x) * self.zoom + self.rect.centerx,
            (world[1] - self.y) * self.zoom + self.rect.centery,
        )

    def _clamp(self) -> None:
        self.x = _within(self.x, self.rect.w / 2 / self.zoom, self.width)
        self.y = _within(self.y, self.rect.h / 2 / self.zoom, self.height)


def _within(centre: float, half: float, size: float) -> float:
    """A centre from which little is seen beyond the edges; the middle, if all is seen anyway."""
    if 2 * half >= size + 2 * MARGIN:
        return size / 2
    return min(size + MARGIN - half, max(half - MARGIN, centre))

"""What shines by itself: screens, candles, flood lights. Added over the picture, the more the darker it is."""

from functools import partial

import numpy as np
import pygame

from game.sim.house.plan import PrisonPlan
from game.ui.art.atlas import Atlas
from game.ui.art.canvas import Canvas
from game.ui.art.palette import Colour, darker
from game.ui.map.window import Window

GLOWS: dict[str, tuple[tuple[float, float, float, Colour], ...]] = {
    "tv": ((32, 3, 34, (70, 130, 190)),),
    "monitors": ((24, -3, 24, (60, 140, 160)), (72, -3, 24, (60, 150, 130))),
    "console": ((36, 12, 24, (60, 140, 160)), (92, 12, 24, (60, 140, 160))),
    "office": ((27, 0, 16, (50, 120, 140)),),
    "altar": ((10, -5, 14, (220, 150, 70)), (54, -5, 14, (220, 150, 70))),
    "mast": ((16, -44, 30, (230, 190, 120)),),
    "detector": ((16, -21, 10, (60, 190, 110)),),
}
"""Where on a piece (pixels of zoom 1 from its top left tile), how far, and in which colour it shines."""


def paint_glow(radius: int, colour: Colour) -> pygame.Surface:
    """A round pool of light on black, to be added."""
    c = Canvas(radius * 2, radius * 2, 4)
    c.surface.fill((0, 0, 0, 255))
    steps = 18
    for step in range(steps):
        share = step / steps
        size = radius * (1 - share) ** 0.9
        c.oval(radius, radius, size, size, darker(colour, 1 - share**2.2))
    picture = pygame.Surface((radius * 4, radius * 4))
    pygame.transform.smoothscale(c.surface.convert(picture), picture.get_size(), picture)
    return picture


class Glow:
    """All that shines in a prison."""

    def __init__(self, plan: PrisonPlan, atlas: Atlas) -> None:
        self.atlas = atlas
        found = [
            (piece.tile % plan.width * 32 + dx, piece.tile // plan.width * 32 + dy, radius, colour)
            for piece in plan.pieces
            for dx, dy, radius, colour in GLOWS.get(piece.kind, ())
        ]
        self.spots = np.array([(x, y, radius) for x, y, radius, _ in found], float).reshape(-1, 3)
        self.colours = [colour for *_, colour in found]

    def draw(self, surface: pygame.Surface, window: Window, darkness: float) -> None:
        """Add the light of what shines; nothing at noon, everything at night."""
        strength = round(darkness * 4) / 4
        if not strength or not len(self.spots):
            return
        x, y, radius = (self.spots * window.scale).T
        left, top = x - radius - window.left, y - radius - window.top
        seen = (left < window.width) & (left > -2 * radius) & (top < window.height) & (top > -2 * radius)
        blits = []
        for row in seen.nonzero()[0].tolist():
            reach, colour = int(self.spots[row, 2]), darker(self.colours[row], 1 - strength)
            name = f"glow.{reach}.{colour[0]}.{colour[1]}.{colour[2]}"
            picture = self.atlas.sized(name, window.tile, partial(paint_glow, reach, colour))
            blits.append((picture, (round(float(left[row])), round(float(top[row])))))
        surface.fblits(blits, pygame.BLEND_RGB_ADD)

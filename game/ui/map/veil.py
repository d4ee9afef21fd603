"""A veil of colour over the prison, tile by tile: what an overlay shows, laid into the light."""

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.map.lamps import LP, Field


@dataclass(frozen=True, slots=True, eq=False)
class Veil:
    """Colours by tile. Two veils of one key look the same."""

    key: Hashable
    colour: NDArray[np.uint8]
    """(height, width, 3)."""
    share: NDArray[np.float32]
    """(height, width): 0 leaves the light as it is, 1 replaces it."""


class Woven:
    """A veil at the grain of the light map: what it keeps of the light, and what it adds, by colour."""

    def __init__(self, veil: Veil) -> None:
        share = (veil.share * 255).astype(np.uint8)
        tint = (veil.colour * veil.share[:, :, None]).astype(np.uint8)
        self._soft = _soft(np.dstack((tint, 255 - share)))
        self.keeps: Field = pygame.surfarray.pixels_alpha(self._soft).astype(np.float32).reshape(-1)
        self.keeps *= np.float32(1 / 255)

    def adds(self, colour: int) -> Field:
        """What it adds to a colour."""
        plane: Field = pygame.surfarray.pixels3d(self._soft)[:, :, colour].astype(np.float32).reshape(-1)
        return plane


def _soft(tiles: NDArray[np.uint8]) -> pygame.Surface:
    """Tiles (RGBA) as pixels of the light map, flat but for their rims: each room keeps its own tint."""
    size = tiles.shape[1] * LP, tiles.shape[0] * LP
    pixels = np.ascontiguousarray(tiles).view(np.uint32)[:, :, 0].repeat(LP, 0).repeat(LP, 1)
    return pygame.transform.box_blur(pygame.image.frombuffer(pixels.tobytes(), size, "RGBA"), 1)

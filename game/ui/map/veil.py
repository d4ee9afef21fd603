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
        share = np.repeat((veil.share * 255).astype(np.uint8)[:, :, None], 3, axis=2)
        keeps, adds = _soft(255 - share), _soft((veil.colour * veil.share[:, :, None]).astype(np.uint8))
        self.keeps: Field = _plane(keeps, 0) * np.float32(1 / 255)
        self.adds: list[Field] = [_plane(adds, colour) for colour in range(3)]


def _soft(tiles: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Tiles as pixels of the light map that run into one another; (width, height, 3)."""
    small = pygame.surfarray.make_surface(tiles.transpose(1, 0, 2))
    large = pygame.transform.smoothscale(small, (small.get_width() * LP, small.get_height() * LP))
    return pygame.surfarray.pixels3d(large)


def _plane(pixels: NDArray[np.uint8], colour: int) -> Field:
    plane: Field = pixels[:, :, colour].astype(np.float32).reshape(-1)
    return plane

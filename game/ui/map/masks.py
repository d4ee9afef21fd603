"""Tiles as soft fields over the light map."""

import numpy as np
import pygame
from numpy.typing import NDArray

from game.ui.map.lamps import LP, Field


def soft_mask(tiles: NDArray[np.bool_], blur: int = 2) -> Field:
    """1 where a tile is set, softly fading over its edge; (width, height, 1)."""
    big = np.kron(tiles.T, np.ones((LP, LP), np.uint8)).astype(np.uint8) * 255
    surface = pygame.surfarray.make_surface(np.repeat(big[:, :, None], 3, axis=2))
    soft = pygame.surfarray.array3d(pygame.transform.box_blur(surface, blur))[:, :, :1]
    return soft.astype(np.float32) / np.float32(255)


def pool(tiles: NDArray[np.bool_]) -> Field:
    """1 in the middle of the given tiles, less towards their ends; (width, height, 1)."""
    ys, xs = tiles.nonzero()
    if not len(xs):
        return np.zeros((tiles.shape[1] * LP, tiles.shape[0] * LP, 1), np.float32)
    x = (np.arange(tiles.shape[1] * LP) + 0.5) / LP - (xs.min() + xs.max() + 1) / 2
    y = (np.arange(tiles.shape[0] * LP) + 0.5) / LP - (ys.min() + ys.max() + 1) / 2
    wide, high = max(4.0, np.ptp(xs) * 0.5), max(4.0, np.ptp(ys) * 0.5)
    apart = (x[:, None] / wide) ** 2 + (y[None, :] / high) ** 2
    light: Field = (0.28 + 0.72 * np.exp(-1.5 * apart)).astype(np.float32)[:, :, None]
    return light


def beside(tiles: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tiles next to the given ones."""
    near = np.zeros_like(tiles)
    near[1:] |= tiles[:-1]
    near[:-1] |= tiles[1:]
    near[:, 1:] |= tiles[:, :-1]
    near[:, :-1] |= tiles[:, 1:]
    return near


def within_walls(outside: NDArray[np.bool_], upright: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Walls and doors that touch a room: they share its light."""
    inside = ~outside
    return upright & (beside(inside) | beside(beside(inside)))

"""Floors as seamless cloths of 4 x 4 tiles, so that stains and joints run on from tile to tile."""

from collections.abc import Callable

import numpy as np
import pygame
from numpy.typing import NDArray

from game.sim.house.plan import Floor
from game.ui.art.palette import Colour, rgb

TILE = 64
"""Pixels of a tile at the size pictures are kept in."""
CLOTH_TILES = 4
SIDE = TILE * CLOTH_TILES

Field = NDArray[np.float64]
Dress = Callable[[pygame.Surface, np.random.Generator], None]


def _blur(noise: Field, softness: float) -> Field:
    """Noise as smooth hills that wrap around, of spread 1."""
    fy, fx = np.meshgrid(np.fft.fftfreq(SIDE), np.fft.fftfreq(SIDE), indexing="ij")
    hills = np.real(np.fft.ifft2(np.fft.fft2(noise) * np.exp(-(fx**2 + fy**2) * softness**2 * 20)))
    return np.asarray(hills / hills.std())


def cloth(base: Colour, grain: float, stains: float, seed: int, softness: float = 14.0) -> pygame.Surface:
    """A plain cloth: grain of single pixels and wide stains, in levels of brightness."""
    dice = np.random.default_rng(seed)
    tone = dice.normal(0, grain, (SIDE, SIDE)) + stains * _blur(dice.normal(0, 1, (SIDE, SIDE)), softness)
    warm = 0.16 * stains * _blur(dice.normal(0, 1, (SIDE, SIDE)), softness * 1.7)
    colour = np.asarray(base[:3], float) + tone[:, :, None] + warm[:, :, None] * np.array([1.0, 0.2, -0.9])
    return pygame.surfarray.make_surface(np.clip(colour, 0, 255).astype(np.uint8))


def _lines(surface: pygame.Surface, step: int, dark: Colour, light: Colour) -> None:
    """Joints every `step` pixels, each with a bright lower edge."""
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    for at in range(0, SIDE, step):
        pygame.draw.line(veil, light, (at + 1, 0), (at + 1, SIDE))
        pygame.draw.line(veil, light, (0, at + 1), (SIDE, at + 1))
    for at in range(0, SIDE, step):
        pygame.draw.line(veil, dark, (at, 0), (at, SIDE))
        pygame.draw.line(veil, dark, (0, at), (SIDE, at))
    surface.blit(veil, (0, 0))


def _jointed(step: int, depth: float) -> Dress:
    def dress(surface: pygame.Surface, dice: np.random.Generator) -> None:
        _lines(surface, step, (18, 22, 26, int(150 * depth)), (255, 255, 255, int(70 * depth)))

    return dress


def _checked(step: int, strength: int) -> Dress:
    """Squares that differ a little from one another, with joints."""

    def dress(surface: pygame.Surface, dice: np.random.Generator) -> None:
        veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
        for y in range(0, SIDE, step):
            for x in range(0, SIDE, step):
                odd = (x // step + y // step) % 2 * strength
                shade = max(0, odd + int(dice.integers(0, 7)))
                pygame.draw.rect(veil, (20, 28, 36, shade), (x, y, step, step))
        surface.blit(veil, (0, 0))
        _lines(surface, step, (20, 26, 30, 42), (255, 255, 255, 16))

    return dress


def _cracked(surface: pygame.Surface, dice: np.random.Generator) -> None:
    """Fine cracks and pale patches, as on old asphalt."""
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    for _ in range(5):
        spot = dice.uniform(30, SIDE - 30, 2)
        for _ in range(8):
            step = spot + dice.normal(0, 9, 2)
            pygame.draw.line(veil, (20, 22, 26, 110), spot.tolist(), step.tolist())
            spot = step
    for x, y in dice.integers(0, SIDE, (160, 2)).tolist():
        veil.set_at((x, y), (190, 194, 198, 60))
    surface.blit(veil, (0, 0))


def _planked(surface: pygame.Surface, dice: np.random.Generator) -> None:
    """Boards of a quarter tile, each of its own tone, butt joints staggered."""
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    for y in range(0, SIDE, 16):
        at = int(dice.integers(0, 64))
        for x in range(at - 128, SIDE, 128):
            tone = int(dice.integers(0, 40))
            pygame.draw.rect(veil, (52, 30, 12, tone), (x, y, 128, 16))
            pygame.draw.line(veil, (36, 22, 10, 130), (x, y), (x, y + 16))
        pygame.draw.line(veil, (36, 22, 10, 140), (0, y), (SIDE, y))
        pygame.draw.line(veil, (255, 226, 180, 20), (0, y + 1), (SIDE, y + 1))
    surface.blit(veil, (0, 0))


def _bladed(surface: pygame.Surface, dice: np.random.Generator) -> None:
    """Blades of grass, here and there a flower of clover."""
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    tones = ((130, 150, 84, 90), (46, 62, 36, 120), (150, 150, 92, 60))
    for x, y, length, lean, tone in zip(
        *dice.integers(0, SIDE, (2, 1300)).tolist(),
        dice.integers(2, 6, 1300).tolist(),
        dice.integers(-1, 2, 1300).tolist(),
        dice.integers(0, 3, 1300).tolist(),
        strict=True,
    ):
        pygame.draw.line(veil, tones[tone], (x, y), (x + lean, y - length))
    for x, y in dice.integers(2, SIDE - 2, (26, 2)).tolist():
        pygame.draw.circle(veil, (214, 214, 190, 90), (x, y), 1)
    surface.blit(veil, (0, 0))


def _pebbled(surface: pygame.Surface, dice: np.random.Generator) -> None:
    """Pebbles with a lit upper edge."""
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    for x, y, r in zip(
        *dice.integers(2, SIDE - 3, (2, 150)).tolist(), dice.integers(1, 3, 150).tolist(), strict=True
    ):
        pygame.draw.circle(veil, (10, 12, 12, 80), (x, y + 1), r)
        pygame.draw.circle(veil, (190, 190, 176, 40), (x, y), r)
    surface.blit(veil, (0, 0))


def _matted(surface: pygame.Surface, dice: np.random.Generator) -> None:
    """Rubber mats of a tile, speckled."""
    _lines(surface, TILE, (12, 16, 20, 90), (255, 255, 255, 12))
    veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA)
    for x, y in dice.integers(0, SIDE, (700, 2)).tolist():
        veil.set_at((x, y), (196, 214, 220, 70))
    surface.blit(veil, (0, 0))


def _plain(surface: pygame.Surface, dice: np.random.Generator) -> None:
    return


FLOORS: dict[Floor, tuple[str, float, float, Dress]] = {
    Floor.OUTSIDE: ("2B322C", 2.6, 3.6, _pebbled),
    Floor.CONCRETE: ("7C8085", 1.8, 3.2, _jointed(TILE * 2, 0.55)),
    Floor.CELL: ("7B7973", 1.8, 3.6, _jointed(TILE, 0.3)),
    Floor.POD: ("869398", 1.3, 2.4, _jointed(TILE, 0.26)),
    Floor.LINO: ("929B9B", 1.2, 2.4, _checked(TILE, 9)),
    Floor.OFFICE: ("5C6671", 3.0, 1.8, _plain),
    Floor.ASPHALT: ("565A60", 3.0, 3.4, _cracked),
    Floor.CLINIC: ("A5B5B5", 1.0, 1.8, _jointed(TILE // 4, 0.5)),
    Floor.CANTEEN: ("A3A49F", 1.4, 1.8, _checked(TILE // 2, 25)),
    Floor.WOOD: ("8C6C4A", 2.2, 3.6, _planked),
    Floor.GRASS: ("63744A", 3.4, 6.0, _bladed),
    Floor.GYM: ("55696F", 2.2, 1.6, _matted),
    Floor.DIRT: ("84755A", 4.2, 6.0, _pebbled),
}
"""Base colour, grain, stains and dress of every floor."""


def paint_floor(floor: Floor) -> pygame.Surface:
    """The cloth of a floor, `SIDE` pixels square."""
    code, grain, stains, dress = FLOORS[floor]
    surface = cloth(rgb(code), grain, stains, 11 + int(floor))
    dress(surface, np.random.default_rng(70 + int(floor)))
    return surface

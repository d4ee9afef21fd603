"""Round corners and shadows as small pictures, drawn large and smooth-scaled."""

import pygame
from pygame import Rect, Surface

from game.ui.kit.theme import Rgb

OVERSIZE = 6


def disc(radius: int, inner: Rgb, outer: Rgb, line: int) -> Surface:
    """A disc of 2 × `radius` pixels; its quarters are the corners of a box."""
    side = max(1, 2 * radius)
    large = Surface((side * OVERSIZE, side * OVERSIZE), pygame.SRCALPHA)
    large.fill((*outer, 0))  # the colour behind the edge: else it darkens when scaled
    middle = (side * OVERSIZE / 2, side * OVERSIZE / 2)
    pygame.draw.circle(large, outer, middle, radius * OVERSIZE)
    if line:
        pygame.draw.circle(large, inner, middle, max(0, radius - line) * OVERSIZE)
    return pygame.transform.smoothscale(large, (side, side))


def box(surface: Surface, area: Rect, corner: Surface, inner: Rgb, outer: Rgb, line: int) -> None:
    """Put a box together from its four corners and three fills."""
    r = corner.get_width() // 2
    surface.fill(inner, (area.x, area.y + r, area.w, area.h - 2 * r))
    if r:
        surface.fill(inner, (area.x + r, area.y, area.w - 2 * r, r))
        surface.fill(inner, (area.x + r, area.bottom - r, area.w - 2 * r, r))
    if line:
        surface.fill(outer, (area.x + r, area.y, area.w - 2 * r, line))
        surface.fill(outer, (area.x + r, area.bottom - line, area.w - 2 * r, line))
        surface.fill(outer, (area.x, area.y + r, line, area.h - 2 * r))
        surface.fill(outer, (area.right - line, area.y + r, line, area.h - 2 * r))
    if not r:
        return
    surface.blit(corner, area.topleft, (0, 0, r, r))
    surface.blit(corner, (area.right - r, area.y), (r, 0, r, r))
    surface.blit(corner, (area.x, area.bottom - r), (0, r, r, r))
    surface.blit(corner, (area.right - r, area.bottom - r), (r, r, r, r))


def whole_box(
    size: tuple[int, int], corner: Surface, inner: Rgb, outer: Rgb, line: int, alpha: int
) -> Surface:
    """A box of its own, with `alpha` of opacity."""
    whole = Surface(size, pygame.SRCALPHA)
    box(whole, whole.get_rect(), corner, inner, outer, line)
    if alpha < 255:
        whole.fill((255, 255, 255, alpha), special_flags=pygame.BLEND_RGBA_MULT)
    return whole


def shadow(size: tuple[int, int], spread: int, strength: int) -> Surface:
    """A blurred dark box, `2 * spread` larger than `size` on each side."""
    coarse = 8
    width, height = size[0] + 4 * spread, size[1] + 4 * spread
    small = Surface((max(1, width // coarse), max(1, height // coarse)), pygame.SRCALPHA)
    middle = small.get_rect().inflate(-4 * spread // coarse, -4 * spread // coarse)
    pygame.draw.rect(small, (0, 0, 0, strength), middle, border_radius=3)
    blurred = pygame.transform.box_blur(small, max(1, spread // coarse + 1))
    return pygame.transform.smoothscale(blurred, (width, height))


def fade(size: tuple[int, int], colour: Rgb, top: int, bottom: int) -> Surface:
    """A veil of one colour whose opacity goes from `top` to `bottom` (0..255)."""
    column = Surface((1, 2), pygame.SRCALPHA)
    column.set_at((0, 0), (*colour, top))
    column.set_at((0, 1), (*colour, bottom))
    return pygame.transform.smoothscale(column, size)

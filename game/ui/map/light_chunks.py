"""Pieces of the light map at the sizes they are drawn in."""

import pygame

from game.ui.map.lamps import LP
from game.ui.map.terrain import SIDE


def coarse_chunk(light: pygame.Surface, cx: int, cy: int, tile: int) -> pygame.Surface:
    """A piece of the light map, enlarged quickly."""
    span = SIDE * LP
    part = pygame.Rect(cx * span, cy * span, span, span).clip(light.get_rect())
    return pygame.transform.scale(light.subsurface(part), (part.w * tile // LP, part.h * tile // LP))


def smooth_chunk(light: pygame.Surface, cx: int, cy: int, tile: int) -> pygame.Surface:
    """A piece of the light map at the size of the screen, smoothed across its rim."""
    span, rim, zoom = SIDE * LP, 2, tile // LP
    patch = pygame.Surface((span + 2 * rim, span + 2 * rim))
    patch.blit(light, (rim - cx * span, rim - cy * span))
    _stretch_rim(patch, light.get_size(), cx * span - rim, cy * span - rim)
    big = pygame.transform.smoothscale(patch, ((span + 2 * rim) * zoom, (span + 2 * rim) * zoom))
    chunk = pygame.Surface((span * zoom, span * zoom))
    if pygame.display.get_surface():
        chunk = chunk.convert()
    chunk.blit(big, (-rim * zoom, -rim * zoom))
    return chunk


def _stretch_rim(patch: pygame.Surface, size: tuple[int, int], left: int, top: int) -> None:
    """At the world's edge, go on with its last pixels instead of darkness."""
    width, height = patch.get_size()
    if left < 0:
        patch.blit(pygame.transform.scale(patch.subsurface((-left, 0, 1, height)), (-left, height)), (0, 0))
    if top < 0:
        patch.blit(pygame.transform.scale(patch.subsurface((0, -top, width, 1)), (width, -top)), (0, 0))
    over = left + width - size[0]
    if over > 0:
        last = patch.subsurface((width - over - 1, 0, 1, height)).copy()
        patch.blit(pygame.transform.scale(last, (over, height)), (width - over, 0))
    over = top + height - size[1]
    if over > 0:
        last = patch.subsurface((0, height - over - 1, width, 1)).copy()
        patch.blit(pygame.transform.scale(last, (width, over)), (0, height - over))

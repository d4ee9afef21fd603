"""Pictures of shadows: dark on white, to be multiplied over the ground."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pygame

from game.ui.map.sun import DIM, Sun

Form = tuple[tuple[float, float], ...]
"""Heights above the ground, and how far it reaches to all sides there, in pixels of zoom 1."""
FORMS: dict[str, Form] = {
    "person": ((0, 4.2), (11, 5.0), (17, 7.2), (24, 7.4), (28, 5.0), (31, 7.0), (38, 6.2), (41, 3.0)),
    "sitting": ((0, 6.0), (8, 7.2), (14, 7.4), (17, 5.0), (20, 7.0), (27, 6.2), (30, 3.0)),
    "tree": ((0, 3.0), (20, 4.0), (26, 15.0), (40, 22.0), (56, 20.0), (74, 8.0)),
    "mast": ((0, 3.0), (64, 2.0), (65, 8.0), (76, 8.0)),
    "hoop": ((0, 3.0), (44, 2.4), (45, 11.0), (60, 12.0)),
}
BOXES: dict[str, tuple[float, float, float, float, float]] = {
    "bench": (3.0, 10.0, 58.0, 14.0, 10.0),
    "weights": (3.0, 34.0, 26.0, 20.0, 12.0),
}
"""What is low and broad: left, top, width and height on the ground, and how high it is."""
GRAIN = 3
"""Pixels drawn for one of the screen, before smoothing."""
RIM = 3
"""Pixels of the screen around a shadow, for its soft edge."""
CONTACT = (13.0, 5.6)
"""Half the width and half the height of the soft shadow under whoever stands where no sun comes."""
CONTACT_DIM = 0.34
"""What it takes from the light in its middle (a share)."""


class Patch(NamedTuple):
    """A shadow's picture, and where on it the feet are (of a box: its top left corner)."""

    picture: pygame.Surface
    x: int
    y: int


def paint_shadow(kind: str, sun: Sun, tile: int) -> Patch:
    """The shadow of a kind of thing at a stand of the sun, for tiles of `tile` pixels."""
    parts = list(_parts(kind, sun))
    scale = tile / 32
    bounds = parts[0].unionall(parts[1:])
    left, top = int(bounds.left * scale) - RIM, int(bounds.top * scale) - RIM
    size = int(bounds.right * scale) + RIM + 1 - left, int(bounds.bottom * scale) + RIM + 1 - top
    large = pygame.Surface((size[0] * GRAIN, size[1] * GRAIN))
    large.fill((255, 255, 255))
    colour = tuple(round(255 * (1 - sun.strength * share)) for share in DIM)
    for part in parts:
        box = _moved(part, scale * GRAIN, -left * GRAIN, -top * GRAIN)
        if kind in BOXES:
            pygame.draw.rect(large, colour, box)
        else:
            pygame.draw.ellipse(large, colour, box)
    soft = pygame.transform.smoothscale(pygame.transform.box_blur(large, GRAIN), size)
    return Patch(_ready(soft), -left, -top)


def paint_contact(tile: int) -> Patch:
    """A soft pool of shadow under somebody's feet."""
    scale = tile / 32
    wide, high = round(CONTACT[0] * scale), max(2, round(CONTACT[1] * scale))
    x, y = np.ogrid[-wide : wide + 1, -high : high + 1]
    near = np.clip(1 - np.sqrt((x / (wide + 1)) ** 2 + (y / (high + 1)) ** 2), 0, 1)
    light = (255 * (1 - CONTACT_DIM * near * near * (3 - 2 * near))).astype(np.uint8)
    picture = pygame.surfarray.make_surface(np.repeat(light[:, :, None], 3, axis=2))
    return Patch(_ready(picture), wide, high)


def _parts(kind: str, sun: Sun) -> Iterator[pygame.FRect]:
    """What it covers on the ground, from its foot to its top, in pixels of zoom 1."""
    if kind in BOXES:
        left, top, width, depth, tall = BOXES[kind]
        for height in np.arange(0.0, tall + 0.5, 0.5).tolist():
            yield pygame.FRect(left + sun.east * height, top + sun.south * height, width, depth)
        return
    heights, reaches = zip(*FORMS[kind], strict=True)
    for height in np.arange(0.0, heights[-1] + 0.5, 0.5).tolist():
        reach = float(np.interp(height, heights, reaches))
        wide, high = reach * 2, reach * 1.5
        yield pygame.FRect(sun.east * height - reach, sun.south * height - high / 2, wide, high)


def _moved(part: pygame.FRect, scale: float, x: float, y: float) -> pygame.Rect:
    box = pygame.Rect(round(part.x * scale + x), round(part.y * scale + y), 0, 0)
    box.size = max(1, round(part.w * scale)), max(1, round(part.h * scale))
    return box


def _ready(picture: pygame.Surface) -> pygame.Surface:
    return picture.convert() if pygame.display.get_surface() else picture

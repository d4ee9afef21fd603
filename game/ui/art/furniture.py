"""Every kind of furniture as a picture of two layers: what lies flat, and what stands up among people."""

import pygame

from game.sim.house.furniture import FURNITURE
from game.ui.art import things_care, things_cell, things_common, things_shelf, things_work, things_yard
from game.ui.art.canvas import Canvas
from game.ui.art.carpentry import THINGS, TILE

__all__ = ["THINGS", "paint_thing", "paint_whole"]

THEMES = (things_cell, things_common, things_shelf, things_work, things_care, things_yard)
"""Each module adds its kinds to THINGS when it is read."""


def paint_thing(kind: str, layer: str, variant: int = 0) -> pygame.Surface | None:
    """The `flat` or `tall` layer of a kind; None if it has none. Its origin is `overhang` left, `rise` up."""
    look, shape = THINGS[kind], FURNITURE[kind]
    painter = look.flat if layer == "flat" else look.tall
    if painter is None:
        return None
    width = shape.width * TILE + 2 * look.overhang
    canvas = Canvas(width, shape.height * TILE + look.rise, origin=(look.overhang, look.rise))
    painter(canvas, variant)
    return canvas.picture()


def paint_whole(kind: str, variant: int = 0) -> pygame.Surface:
    """Both layers at once, for pictures of a thing by itself."""
    flat, tall = paint_thing(kind, "flat", variant), paint_thing(kind, "tall", variant)
    if flat is None or tall is None:
        whole = flat or tall
        assert whole is not None, kind
        return whole
    flat.blit(tall, (0, 0))
    return flat

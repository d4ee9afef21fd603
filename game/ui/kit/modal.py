"""What needs an answer first: a box over a veil; nothing below it can be clicked."""

import pygame
from pygame import Rect

from game.ui.kit.layout import Area
from game.ui.kit.ui import Ui

DARKNESS = 153
"""Opacity of the veil: 60 %."""


def veil(ui: Ui) -> None:
    """Darken all that is drawn so far, take its clicks, and drop its tooltips."""
    ui.hush()
    screen = ui.surface.get_rect()
    shade = ui.pictures.get(("veil", screen.size), lambda: _shade(screen))
    ui.surface.blit(shade, (0, 0))
    ui.cover("modal", screen)


def _shade(screen: Rect) -> pygame.Surface:
    shade = pygame.Surface(screen.size)
    shade.fill((6, 8, 11))
    shade.set_alpha(DARKNESS)
    return shade


def modal(ui: Ui, width: int, height: int) -> Area:
    """A box in the middle of the screen, over the veil; returns its rectangle."""
    veil(ui)
    screen = Area(ui.surface.get_rect()).inset(ui.px(12))
    box = screen.middle(min(ui.px(width), screen.w), min(height, screen.h))
    dialog_box(ui, box)
    return box


def dialog_box(ui: Ui, box: Rect) -> None:
    """The ground of what floats above all."""
    ui.cover("dialog", box)
    ui.shadow(box, 30, 210)
    ui.box(box, "panel", 8, "edge")

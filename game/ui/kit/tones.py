"""Good, warning, danger: told by a sign and a pattern, never by colour alone."""

from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

if TYPE_CHECKING:
    from game.ui.kit.ui import Ui

TONES = {
    "good": "circle-check",
    "info": "info",
    "warn": "triangle-alert",
    "danger": "siren",
}
"""The sign of each tone: round, round with a letter, three-cornered, a lamp that turns."""
SPACING = {"warn": 9, "danger": 5}
"""Pixels between the strokes over a meter, at scale 1: the worse, the denser."""


def tone_colour(tone: str) -> str:
    """The colour of a tone."""
    return "link" if tone == "info" else tone


def tone_icon(tone: str) -> str:
    """The sign of a tone."""
    return TONES.get(tone, "circle-question-mark")


def hatch(ui: "Ui", area: Rect, tone: str) -> None:
    """Lay slanting strokes over a meter of a bad tone."""
    if tone not in SPACING:
        return
    step, line = ui.px(SPACING[tone]), max(1, ui.px(1.4))
    pattern = ui.pictures.get(
        ("hatch", area.size, step, line, ui.theme.palette), lambda: _strokes(area, step, line)
    )
    ui.surface.blit(pattern, area.topleft)


def _strokes(area: Rect, step: int, line: int) -> Surface:
    pattern = Surface((area.w * 4, area.h * 4), pygame.SRCALPHA)
    high = area.h * 4
    for x in range(0, area.w * 4 + high, step * 4):
        pygame.draw.line(pattern, (10, 12, 16, 150), (x, 0), (x - high, high), line * 4)
    return pygame.transform.smoothscale(pattern, area.size)

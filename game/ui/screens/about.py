"""Who a scenario is about: the faces of its story, with name, age and what they are there for."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.ui.art.look import look_of
from game.ui.art.portrait import paint_portrait
from game.ui.kit import Area, safe
from game.ui.screens.figures import Figure
from game.ui.screens.page import Page

FACE, GAP = 48, 10
"""Pixels of a portrait, and between two lines."""
LEAST_WIDTH = 300
"""Pixels a face and its words take at least; there are as many beside one another as have room."""


def about_height(page: Page, width: int, figures: Sequence[Figure]) -> int:
    """How high `about` gets, heading included; 0 for a story without faces."""
    ui, across = page.ui, _across(page, width)
    lines = -(-len(figures) // across)
    return ui.px(26) + lines * ui.px(FACE + GAP) if figures else 0


def about(page: Page, whole: Area, figures: Sequence[Figure]) -> None:
    """Draw the faces with their heading; cuts itself off the top of `whole`."""
    if not figures:
        return
    ui, across = page.ui, _across(page, whole.w)
    ui.caps(whole.cut_top(ui.px(18), ui.px(8)), page.words("screens.about"))
    for first in range(0, len(figures), across):
        cells = whole.cut_top(ui.px(FACE), ui.px(GAP)).columns(across, ui.px(14))
        for cell, figure in zip(cells, figures[first : first + across], strict=False):
            _figure(page, cell, figure)


def _across(page: Page, width: int) -> int:
    return max(1, width // page.ui.px(LEAST_WIDTH))


def _figure(page: Page, cell: Area, figure: Figure) -> None:
    ui, words = page.ui, page.words
    _face(page, cell.cut_left(ui.px(FACE), ui.px(12)), figure)
    what = words.named("crime", figure.crime) if figure.crime else words.named("role", figure.role)
    age = words("ui.dossier.age", n=figure.age) if figure.age else ""
    ui.brief(cell.cut_top(ui.px(24)), safe(figure.name), "text", "strong", 15)
    ui.brief(cell.cut_top(ui.px(20)), " · ".join(part for part in (age, what) if part), "muted", "body", 13)


def _face(page: Page, area: Rect, figure: Figure) -> None:
    """His portrait; initials, where the seed is yet to give him a face."""
    ui = page.ui
    if figure.look is None:
        ui.box(area, "raised", 6)
        ui.label(area, "".join(part[0] for part in figure.name.split()[:2]), "text", "title", 20, "centre")
        return
    look = look_of(figure.look, figure.role, figure.age, 0, (figure.accent,))
    face = ui.pictures.get(("face", figure, area.w), lambda: paint_portrait(look, area.w).convert_alpha())
    ui.surface.blit(face, area.topleft)

"""Who a scenario is about: the faces of its story, with name, age and what they are there for."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from game.ui.art.look import look_of
from game.ui.art.portrait import paint_portrait
from game.ui.kit import Area, rich, rich_height, safe
from game.ui.screens.figures import Figure
from game.ui.screens.page import Page

FACE, NAME = 52, 22
"""Pixels of a portrait, and of the line with a name."""
GAP, BESIDE = 10, 14
"""Pixels between two rows of faces, and between two beside one another."""
LEAST_WIDTH = 300
"""Pixels a face and its words take at least; there are as many beside one another as have room."""


def about_height(page: Page, width: int, figures: Sequence[Figure]) -> int:
    """How high `about` gets, heading included; 0 for a story without faces."""
    ui, across = page.ui, _across(page, width)
    rows = [_row_height(page, width, row) + ui.px(GAP) for row in _rows(figures, across)]
    return ui.px(26) + sum(rows) if figures else 0


def about(page: Page, whole: Area, figures: Sequence[Figure]) -> None:
    """Draw the faces with their heading; cuts itself off the top of `whole`."""
    if not figures:
        return
    ui, across, width = page.ui, _across(page, whole.w), whole.w
    ui.caps(whole.cut_top(ui.px(18), ui.px(8)), page.words("screens.about"))
    for row in _rows(figures, across):
        line = whole.cut_top(_row_height(page, width, row), ui.px(GAP))
        for cell, figure in zip(line.columns(across, ui.px(BESIDE)), row, strict=False):
            _figure(page, cell, figure)


def _rows(figures: Sequence[Figure], across: int) -> list[Sequence[Figure]]:
    return [figures[first : first + across] for first in range(0, len(figures), across)]


def _row_height(page: Page, width: int, row: Sequence[Figure]) -> int:
    """As high as a portrait, or as the longest words beside one."""
    ui = page.ui
    words = Area(0, 0, width, 0).columns(_across(page, width), ui.px(BESIDE))[0].w - ui.px(FACE + 12)
    told = max(rich_height(ui, _told(page, figure), words, 13) for figure in row)
    return max(ui.px(FACE), ui.px(NAME) + told)


def _told(page: Page, figure: Figure) -> str:
    """Age, and what he is here for."""
    words = page.words
    what = words.named("crime", figure.crime) if figure.crime else words.named("role", figure.role)
    age = words("ui.dossier.age", n=figure.age) if figure.age else ""
    return safe(" · ".join(part for part in (age, what) if part))


def _across(page: Page, width: int) -> int:
    return max(1, width // page.ui.px(LEAST_WIDTH))


def _figure(page: Page, cell: Area, figure: Figure) -> None:
    ui = page.ui
    _face(page, Area(*cell.cut_left(ui.px(FACE), ui.px(12)).topleft, ui.px(FACE), ui.px(FACE)), figure)
    told = _told(page, figure)
    high = ui.px(NAME) + rich_height(ui, told, cell.w, 13)
    cell.cut_top(max(0, (ui.px(FACE) - high) // 2))
    ui.brief(cell.cut_top(ui.px(NAME)), safe(figure.name), "text", "strong", 15)
    rich(ui, f"about.{figure.name}", cell, told, 13, "muted")


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

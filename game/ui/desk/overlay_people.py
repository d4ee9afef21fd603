"""Overlays of what people feel: the ties of the one who is selected, as lines over the map, and how tense wings are."""

import pygame
from pygame import Rect

from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.desk.fights import dashes
from game.ui.desk.strands import STYLES, Strand, others_of, tip_of

MOST_TIES = 12
"""Others to whom lines are drawn."""
HEAD = 18
"""Pixels above somebody's feet at which a line begins."""


def strands_shown(context: Context) -> list[Strand]:
    """The strongest strand each way between the one who is selected and each other, the strongest first."""
    person = context.state.person
    found: list[Strand] = []
    for other in others_of(context, person)[:MOST_TIES] if person else ():
        for who in (person, other.id):
            found += next(([strand] for strand in other.strands if strand.who == who), [])
    return found


def draw_ties(context: Context, area: Rect, board: Board) -> None:
    """Draw the ties of the person selected as lines over the map."""
    person = context.state.person
    here = board.spot_of_person(person) if person else None
    if context.state.overlay != "ties" or here is None:
        return
    for number, strand in enumerate(strands_shown(context)):
        outward = strand.who == person
        there = board.spot_of_person(strand.whom if outward else strand.who)
        if there is None:
            continue
        side = context.ui.px(3 if outward else -3) - context.ui.px(HEAD)
        start, end = (here[0], here[1] + side), (there[0], there[1] + side)
        dashes(context, start, end, STYLES[strand.feeling].colour, STYLES[strand.feeling].dashes)
        share = (0.58 if outward else 0.42) + 0.05 * (number % 3 - 1)
        _arrow(context, start, end, strand, outward)
        _mark(context, area, start, end, strand, share)


def _mark(
    context: Context, area: Rect, start: tuple[int, int], end: tuple[int, int], strand: Strand, share: float
) -> None:
    """The sign of a tie on its line; it says the tie in words under the mouse."""
    ui, style = context.ui, STYLES[strand.feeling]
    x = round(start[0] + (end[0] - start[0]) * share)
    y = round(start[1] + (end[1] - start[1]) * share)
    if not area.collidepoint(x, y):
        return
    spot = Rect(x - ui.px(11), y - ui.px(11), ui.px(22), ui.px(22))
    hot, _ = ui.hit(f"tie.{strand.name}", spot, 11)
    ui.dot((x, y), 12, "hover" if hot else "panel")
    ui.icon(style.icon, spot, 15, style.colour)
    if hot:
        ui.explain(tip_of(context, strand), spot)


def _arrow(
    context: Context, start: tuple[int, int], end: tuple[int, int], strand: Strand, outward: bool
) -> None:
    """The head at the end of him for whom it is felt."""
    ui, way = context.ui, pygame.Vector2(end) - pygame.Vector2(start)
    if way.length() < ui.px(60):
        return
    along = way.normalize() * (1 if outward else -1)
    tip = pygame.Vector2(end if outward else start) - along * ui.px(14)
    aside, back = pygame.Vector2(-along.y, along.x) * ui.px(6), tip - along * ui.px(11)
    pygame.draw.polygon(ui.surface, ui.rgb(STYLES[strand.feeling].colour), [tip, back + aside, back - aside])


def wing_tensions(context: Context) -> list[tuple[int, float]]:
    """Each wing with inmates, and how tense it is judged to be, the tensest first."""
    return context.remember("wing tensions", None, lambda: _wing_tensions(context))


def _wing_tensions(context: Context) -> list[tuple[int, float]]:
    wings = [wing.id for wing in context.desk.wings() if wing.inmates]
    return sorted(((wing, context.desk.tension(wing)) for wing in wings), key=lambda pair: -pair[1])

"""Overlays of what people feel: mood and tension as judged, room by room, and the ties of the one who is selected."""

from typing import TYPE_CHECKING, NamedTuple

import pygame
from pygame import Rect

from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.desk.fights import dashes

if TYPE_CHECKING:
    from game.ui.kit.theme import Colour

DEVOTED, AVERSE, FEARS = 20, 15, 15
"""Points from which regard, hate (or regard below zero) and fear are shown as a tie."""
MOST_TIES = 14
TIE_STYLES: dict[str, tuple["Colour", str, int]] = {
    "regard": ("good", "heart-handshake", 0),
    "hate": ("danger", "heart-crack", 3),
    "fear": ("violet", "triangle-alert", 9),
    "debt": ("accent", "hand-coins", 16),
}
"""By feeling: colour, sign, and the gap of its dashes (0: a whole line), so that none is told by colour alone."""
OPEN_MARK = "circle-question-mark"


class TieLine(NamedTuple):
    """What binds the one who is selected to another, as known. `outward`: he feels it, rather than the other."""

    whom: int
    feeling: str
    points: float
    outward: bool


def ties_shown(context: Context) -> list[TieLine]:
    """The ties of the person selected, the strongest first."""
    person = context.state.person
    return context.remember("ties shown", person, lambda: _ties(context, person)) if person else []


def _ties(context: Context, person: int) -> list[TieLine]:
    found: list[TieLine] = []
    for other in _others(context, person):
        for who, whom, outward in ((person, other, True), (other, person, False)):
            tie = _strongest(context, who, whom)
            if tie is not None:
                found.append(TieLine(other, tie[0], tie[1], outward))
    debts = context.desk.debts(person)
    found += [
        TieLine(d.creditor if d.debtor == person else d.debtor, "debt", d.packs, d.debtor == person)
        for d in debts
    ]
    return sorted(found, key=lambda line: -abs(line.points))[:MOST_TIES]


def _others(context: Context, person: int) -> list[int]:
    """Whom he is known to have to do with."""
    desk, file = context.desk, context.dossier(person)
    others = [tie.whom for tie in file.ties]
    for event in file.events:
        fact = desk.fact(event)
        others += [fact.who, fact.whom] if fact else []
    return [
        id
        for id in dict.fromkeys(others)
        if id and id != person and desk.exists(id) and desk.role(id) == "inmate"
    ]


def _strongest(context: Context, who: int, whom: int) -> tuple[str, float] | None:
    """What one feels for another most, as far as known reasons tell."""
    desk = context.desk
    regard = desk.known_feeling(who, whom, "regard")
    hate = max(desk.known_feeling(who, whom, "hate"), -regard)
    fear = desk.known_feeling(who, whom, "fear")
    felt = [("hate", hate, AVERSE), ("fear", fear, FEARS), ("regard", regard, DEVOTED)]
    felt = [one for one in felt if one[1] >= one[2]]
    best = max(felt, key=lambda one: one[1], default=None)
    return (best[0], best[1]) if best else None


def draw_ties(context: Context, area: Rect, board: Board) -> None:
    """Draw the ties of the person selected as lines over the map."""
    person = context.state.person
    here = board.spot_of_person(person) if person else None
    if context.state.overlay != "ties" or here is None:
        return
    for number, tie in enumerate(ties_shown(context)):
        there = board.spot_of_person(tie.whom)
        if there is None:
            continue
        colour, icon, gap = TIE_STYLES[tie.feeling]
        side = 3 if tie.outward else -3
        start = (here[0], here[1] - context.ui.px(18) + side)
        end = (there[0], there[1] - context.ui.px(18) + side)
        dashes(context, start, end, str(colour), gap)
        _mark(context, area, start, end, tie, 0.5 + 0.07 * (number % 3 - 1), icon)


def _mark(
    context: Context,
    area: Rect,
    start: tuple[int, int],
    end: tuple[int, int],
    tie: TieLine,
    share: float,
    icon: str,
) -> None:
    """The sign of a tie on its line, with a head that shows who feels it for whom."""
    ui, colour = context.ui, TIE_STYLES[tie.feeling][0]
    x = round(start[0] + (end[0] - start[0]) * share)
    y = round(start[1] + (end[1] - start[1]) * share)
    way = pygame.Vector2(end) - pygame.Vector2(start)
    if area.collidepoint(x, y):
        ui.dot((x, y), 12, "panel")
        ui.icon(icon, Rect(x - ui.px(10), y - ui.px(10), ui.px(20), ui.px(20)), 15, colour)
    if way.length() < ui.px(60):
        return
    along = way.normalize() * (1 if tie.outward else -1)
    tip = pygame.Vector2(end if tie.outward else start) - along * ui.px(14)
    aside = pygame.Vector2(-along.y, along.x) * ui.px(6)
    back = tip - along * ui.px(11)
    pygame.draw.polygon(ui.surface, ui.rgb(colour), [tip, back + aside, back - aside])


def wing_tensions(context: Context) -> list[tuple[int, float]]:
    """Each wing with inmates, and how tense it is judged to be, the tensest first."""
    return context.remember("wing tensions", None, lambda: _wing_tensions(context))


def _wing_tensions(context: Context) -> list[tuple[int, float]]:
    wings = [wing.id for wing in context.desk.wings() if wing.inmates]
    return sorted(((wing, context.desk.tension(wing)) for wing in wings), key=lambda pair: -pair[1])

"""Overlays of what people feel: the ties of the one who is selected, as lines over the map, and how tense wings are."""

from typing import NamedTuple

from pygame import Rect, Vector2

from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.desk.overlay_lines import (
    BODY,
    CHEST,
    GAP,
    Point,
    between,
    draw_head,
    draw_line,
    past,
    stroke_of,
    way_out,
)
from game.ui.desk.strands import STYLES, Strand, others_of, tip_of

MOST_TIES = 12
"""Others to whom lines are drawn."""
TILE = 32
"""Pixels of a tile at zoom 1."""
RIM = 6
"""Pixels between a plate and the edge of the map."""
NAME_REACH = 70
"""Pixels from somebody's middle within which names are kept free of his lines."""
MIDDLE, STAGGER = 0.5, 0.09
"""Where on its line a sign is, and how far those of neighbours are apart."""


class Tie(NamedTuple):
    """A strand as it is to be drawn."""

    strand: Strand
    start: Vector2
    """Before the body of the one who is selected."""
    end: Vector2
    """Before the other's body, or at his plate."""
    plate: Rect | None
    """Where his name stands if he is out of view."""

    def other(self, person: int) -> int:
        """Whom it ties the person to."""
        return self.strand.whom if self.strand.who == person else self.strand.who


def strands_shown(context: Context) -> list[Strand]:
    """The strongest strand between the one who is selected and each other, the strongest first."""
    person = context.state.person
    return [other.strands[0] for other in others_of(context, person)[:MOST_TIES]] if person else []


def draw_ties(context: Context, area: Rect, board: Board) -> None:
    """Draw the ties of the person selected as lines over the map, the weakest first."""
    person = context.state.person
    if context.state.overlay != "ties" or not person:
        return
    ties = _ties(context, area, board, person)
    names = [name for tie in ties for name in (f"tie.{tie.strand.name}", f"tie.to.{tie.other(person)}")]
    pointed = context.ui.hot if context.ui.hot in names else None
    for tie in reversed(ties):
        own = (f"tie.{tie.strand.name}", f"tie.to.{tie.other(person)}")
        _line(context, tie, person, dimmed=pointed is not None and pointed not in own)
    for number, tie in enumerate(ties):
        _mark(context, area, tie, MIDDLE + STAGGER * (number % 3 - 1))
        if tie.plate:
            _plate(context, tie, tie.other(person), tie.plate)


def _ties(context: Context, area: Rect, board: Board, person: int) -> list[Tie]:
    """Where each line runs."""
    here, view = _chest(board, area, person), area.inflate(-2 * context.ui.px(RIM), -2 * context.ui.px(RIM))
    if here is None:
        return []
    margin = context.ui.px(RIM)
    covers = [cover.inflate(margin, margin) for cover in context.ui.covers_before]
    taken, found = [*covers, *board.plates], list[Tie]()
    for strand in strands_shown(context):
        there = _chest(board, area, strand.whom if strand.who == person else strand.who)
        if there is None:
            continue
        plate = None
        if not view.collidepoint(there) or any(cover.collidepoint(there) for cover in covers):
            plate = way_out(here, there, _plate_size(context, strand, person), view, taken)
            if plate is None:
                continue
            taken.append(plate)
        found += _tie(context, strand, (here, there), plate, _near(context, board, here), _zoom(board, area))
    return found


def _tie(
    context: Context,
    strand: Strand,
    ends: tuple[Point, Point],
    plate: Rect | None,
    near: list[Rect],
    zoom: float,
) -> list[Tie]:
    """A line that leaves bodies and the selected one's name free; nothing if it would be too short."""
    gap = BODY * zoom + context.ui.px(GAP)
    here, there = ends[0], plate.center if plate else ends[1]
    span = between(here, there, max(gap, past(here, there, near) + context.ui.px(RIM)), 0 if plate else gap)
    return [Tie(strand, *span, plate)] if span else []


def _near(context: Context, board: Board, here: Point) -> list[Rect]:
    """Names that stand close by the one who is selected, his own before all."""
    around = Rect(0, 0, context.ui.px(2 * NAME_REACH), context.ui.px(2 * NAME_REACH))
    around.center = round(here[0]), round(here[1])
    return [plate for plate in board.plates if plate.colliderect(around)]


def _plate_size(context: Context, strand: Strand, person: int) -> tuple[int, int]:
    other = strand.whom if strand.who == person else strand.who
    return context.ui.width(context.desk.short_name(other), "strong", 12) + context.ui.px(30), context.ui.px(
        20
    )


def _zoom(board: Board, area: Rect) -> float:
    return area.w / max(1.0, board.in_view()[2]) / TILE


def _chest(board: Board, area: Rect, person: int) -> Point | None:
    """The middle of somebody's body on the screen; None for who is not on the map."""
    at = board.spot_of_person(person)
    return None if at is None else (at[0], at[1] - CHEST * _zoom(board, area))


def _line(context: Context, tie: Tie, person: int, dimmed: bool) -> None:
    """The line, with a head at the end of him for whom it is felt."""
    style, outward = STYLES[tie.strand.feeling], tie.strand.who == person
    stroke = stroke_of(context.ui.rgb(style.colour)[:3], tie.strand.points, style.dashes, dimmed)
    along = (tie.end - tie.start).normalize()
    draw_line(context.ui, tie.start, tie.end, stroke)
    if outward and not tie.plate:
        draw_head(context.ui, tie.end, along, stroke)
    elif not outward:
        draw_head(context.ui, tie.start, -along, stroke)


def _mark(context: Context, area: Rect, tie: Tie, share: float) -> None:
    """The sign of a tie on its line; it says the tie in words under the mouse."""
    ui, style, strand = context.ui, STYLES[tie.strand.feeling], tie.strand
    spot = Rect(0, 0, ui.px(22), ui.px(22))
    x, y = tie.start.lerp(tie.end, share)
    spot.center = round(x), round(y)
    if not area.contains(spot) or (tie.plate and tie.plate.colliderect(spot)):
        return
    hot, _ = ui.hit(f"tie.{strand.name}", spot, 11)
    ui.dot(spot.center, 12, "hover" if hot else "panel")
    ui.icon(style.icon, spot, 15, style.colour)
    if hot:
        ui.explain(tip_of(context, strand), spot)


def _plate(context: Context, tie: Tie, other: int, plate: Rect) -> None:
    """Whom a line leads to that leaves the view; a click brings the map there."""
    ui, style = context.ui, STYLES[tie.strand.feeling]
    hot, clicked = ui.hit(f"tie.to.{other}", plate, 5)
    ui.box(plate, "hover" if hot else "bg", 5, style.colour, alpha=235)
    ui.icon(style.icon, Rect(plate.x + ui.px(3), plate.y, ui.px(18), plate.h), 13, style.colour)
    name = Rect(plate.x + ui.px(23), plate.y, plate.right - plate.x - ui.px(25), plate.h)
    ui.label(name, context.desk.short_name(other), "text", "strong", 12)
    if hot:
        ui.explain(tip_of(context, tie.strand), plate)
    if clicked:
        context.select(other, show=True)


def wing_tensions(context: Context) -> list[tuple[int, float]]:
    """Each wing with inmates, and how tense it is judged to be, the tensest first."""
    return context.remember("wing tensions", None, lambda: _wing_tensions(context))


def _wing_tensions(context: Context) -> list[tuple[int, float]]:
    wings = [wing.id for wing in context.desk.wings() if wing.inmates]
    return sorted(((wing, context.desk.tension(wing)) for wing in wings), key=lambda pair: -pair[1])

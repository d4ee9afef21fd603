"""What floats over the map: switches, faces, minimap and cards from its corners; banners and answers in its middle."""

from pygame import Rect

from game.ui.desk.alerts import draw_alerts
from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_faces
from game.ui.desk.fights import draw_fights
from game.ui.desk.figures import draw_course
from game.ui.desk.floating import draw_floating
from game.ui.desk.hints import SWITCHES, draw_hint
from game.ui.desk.minimap import draw_minimap
from game.ui.desk.order_card import WIDTH as CARD_WIDTH
from game.ui.desk.order_card import draw_order_card
from game.ui.desk.overlays import LEGEND_WIDTH, draw_switches
from game.ui.desk.peeks import draw_peeks, keep_free
from game.ui.desk.picking import draw_picking
from game.ui.desk.regions import Regions
from game.ui.desk.requests import draw_pressing
from game.ui.desk.room_card import WIDTH as ROOM_WIDTH
from game.ui.desk.room_card import draw_room_card
from game.ui.desk.waiting import draw_row, draw_waiting
from game.ui.desk.why import draw_why
from game.ui.kit import Area

FACES = 72
"""Width of the faces without their names at the left edge of the map, at scale 1."""
LEAST = 300
"""Width, at scale 1, that switches and cards need: beside another card with less, they are left out."""
LEGEND_GAP = 14
BOTH = 600
"""Height of the map, at scale 1, below which a small picture of what happens takes the minimap's place."""
LEAST_ANSWER = 420
"""Width, at scale 1, below which answers and notices lie over the faces and another card, too."""
LEAST_WHY = 320
"""Height that "why?" needs below the banners at scale 1; with less it lies over them."""
BANNERS = 580
"""Width of the widest banner, at scale 1."""


def _beside_card(context: Context, area: Area) -> Area:
    """What of the map is left of the card at its upper right."""
    beside, state, px = Area(area), context.state, context.ui.px
    if state.picking or state.ordering or state.room:
        width = CARD_WIDTH if state.picking or state.ordering else ROOM_WIDTH
        beside.cut_right(min(px(width), area.w - px(24)) + px(24))
    return beside


def _below(context: Context, area: Area, name: str) -> Area:
    """What of an area is left below a card that was drawn in this frame."""
    card = context.ui.places("block").get(name)
    top = area.y if card is None else max(area.y, card.bottom + context.ui.px(8))
    return Area(area.x, top, area.w, max(0, area.bottom - top))


def draw_over_map(context: Context, area: Area, board: Board) -> None:
    """Draw what floats over the map, from its corners."""
    px, state = context.ui.px, context.state
    beside = _beside_card(context, area)
    if beside.w >= px(LEAST) or beside.w == area.w:
        below = draw_switches(context, beside)
        draw_faces(context, Area(area.x, below + px(8), area.w, area.bottom - below - px(8)))
    corner = Area(area.x, area.y, area.w - px(12), area.h - px(12))
    tight = bool(state.peeks) and area.h < px(BOTH)
    if not (state.picking or state.ordering or tight):
        draw_minimap(context, corner, board)
    draw_hint(context, area)
    if state.picking:
        draw_picking(context, area)
    elif state.ordering:
        draw_order_card(context, area)
    elif state.room:
        draw_room_card(context, area)
    draw_peeks(context, corner, board)


def draw_cards(context: Context, parts: Regions) -> None:
    """Draw what floats at the top of the map; where a sheet leaves no map for it, what waits has a row above."""
    px, state = context.ui.px, context.state
    middle = _middle(context, parts)
    top = middle.y
    if parts.row:
        draw_row(context, parts.row, parts.row_is_free)
    elif middle.w >= px(LEAST):
        draw_fights(context, middle)
        draw_waiting(context, middle)
        draw_alerts(context, middle)
        draw_pressing(context, middle)
    keep_free(context, Rect(middle.x, top, middle.w, middle.y - top))
    if middle.w < px(LEAST_ANSWER):
        middle = Area(parts.stage.x, middle.y, parts.stage.w, middle.h)
    draw_floating(context, middle)
    if state.why or state.asked:
        draw_why(context, middle if middle.h >= px(LEAST_WHY) else parts.stage)
    elif state.chart:
        draw_course(context, middle)


def _middle(context: Context, parts: Regions) -> Area:
    """Where cards hang: below the switches, beside the legend if there is room, the faces and another card."""
    px, area, state = context.ui.px, parts.stage, context.state
    middle = Area(area.x, area.y + px(SWITCHES), area.w, area.h - px(SWITCHES))
    if parts.row:
        return middle
    free = _beside_card(context, area).right
    legend = px(LEGEND_WIDTH + LEGEND_GAP) if state.overlay else 0
    if legend and free - area.x - legend >= px(LEAST):
        middle.cut_left(legend)
    else:
        middle = _below(context, middle, "overlay.legend")
        middle.cut_left(px(FACES) if context.session.faces else 0)
    if middle.centerx + px(BANNERS) // 2 > free:
        middle.w = max(0, free - middle.x)
    return middle

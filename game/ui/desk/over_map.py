"""What floats over the map: switches, faces, minimap and cards from its corners; banners and answers in its middle."""

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
from game.ui.desk.peeks import draw_peeks
from game.ui.desk.picking import draw_picking
from game.ui.desk.regions import Regions
from game.ui.desk.requests import draw_pressing
from game.ui.desk.room_card import draw_room_card
from game.ui.desk.waiting import draw_waiting
from game.ui.desk.why import draw_why
from game.ui.kit import Area

FACES = 72
"""Width of the faces without their names at the left edge of the map, at scale 1."""
LEAST_WHY = 320
"""Height that "why?" needs below the banners at scale 1; with less it lies over them."""
BANNERS = 580
"""Width of the widest banner, at scale 1."""


def _beside_card(context: Context, area: Area) -> Area:
    """What of the map is left of the card at its upper right."""
    beside, state = Area(area), context.state
    if state.picking or state.ordering or state.room:
        beside.cut_right(min(area.w // 2, context.ui.px(CARD_WIDTH + 24)))
    return beside


def draw_over_map(context: Context, area: Area, board: Board) -> None:
    """Draw what floats over the map, from its corners."""
    px, state = context.ui.px, context.state
    below = draw_switches(context, _beside_card(context, area))
    left = Area(area.x, below + px(8), area.w, area.bottom - below - px(8))
    draw_faces(context, left)
    corner = Area(area.x, area.y, area.w - px(12), area.h - px(12))
    if not (state.picking or state.ordering):
        draw_minimap(context, corner, board)
    draw_peeks(context, corner, board)
    draw_hint(context, area)
    if state.picking:
        draw_picking(context, area)
    elif state.ordering:
        draw_order_card(context, area)
    elif state.room:
        draw_room_card(context, area)


def draw_cards(context: Context, parts: Regions) -> None:
    """Draw what floats at the top of the map, and in a narrow window over the sheet, too."""
    px, area, state = context.ui.px, parts.stage, context.state
    middle = Area(area.x, area.y + px(SWITCHES), area.w, area.h - px(SWITCHES))
    if state.overlay and not context.narrow:
        middle.cut_left(px(LEGEND_WIDTH + 14))
    elif context.session.faces and area.x == parts.map.x:
        middle.cut_left(px(FACES))
    free = _beside_card(context, area).right
    if not parts.covered and middle.centerx + px(BANNERS) // 2 > free:
        middle.w = free - middle.x
    draw_fights(context, middle)
    draw_waiting(context, middle)
    draw_alerts(context, middle)
    draw_pressing(context, middle)
    draw_floating(context, middle)
    if state.why or state.asked:
        draw_why(context, middle if middle.h >= px(LEAST_WHY) else area)
    elif state.chart:
        draw_course(context, middle)

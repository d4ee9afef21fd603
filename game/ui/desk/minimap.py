"""The prison in small at the lower right of the map: where one looks, where the faces are, where it burns."""

import numpy as np
import pygame
from pygame import Rect, Surface

from game.sim.house.plan import CELL_KINDS, PrisonPlan
from game.ui.desk.alerts import lit_rooms
from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.kit import Area, icon_button
from game.ui.kit.theme import Rgb

WIDTH = 190
LEAST_MAP = (640, 500)
"""Size of the map, at scale 1, from which the minimap stands on it."""
GROUNDS: dict[str, Rgb] = {
    "yard": (60, 84, 54),
    "commons": (92, 116, 120),
    "corridor": (74, 82, 90),
    "canteen": (112, 104, 84),
    "infirmary": (92, 116, 124),
    "outside": (30, 36, 36),
}
CELLS, OTHERS, WALLS = (66, 80, 92), (84, 90, 98), (22, 27, 32)


def draw_minimap(context: Context, area: Area, board: Board) -> None:
    """Draw it into the lower right corner of `area`, which is cut."""
    ui, plan = context.ui, context.desk.plan
    if not context.state.minimap or area.w < ui.px(LEAST_MAP[0]) or area.h < ui.px(LEAST_MAP[1]):
        return
    width = ui.px(WIDTH)
    height = width * plan.height // plan.width
    if height > area.h // 2:
        width, height = width * (area.h // 2) // height, area.h // 2
    card = Rect(
        area.right - width - ui.px(8), area.bottom - height - ui.px(8), width + ui.px(8), height + ui.px(8)
    )
    area.cut_bottom(card.h, ui.px(8))
    ui.cover("minimap.card", card)
    ui.shadow(card, 12, 130)
    ui.box(card, "panel", 6, "edge")
    inner = card.inflate(-ui.px(8), -ui.px(8))
    picture = ui.pictures.get(("minimap", inner.size), lambda: _paint(plan, inner.size))
    ui.surface.blit(picture, inner.topleft)
    scale = inner.w / plan.width
    _spots(context, inner, scale)
    _frame(context, inner, scale, board)
    _use(context, inner, scale, board)


def _paint(plan: PrisonPlan, size: tuple[int, int]) -> Surface:
    """The ground by room, the walls dark."""
    colours = [CELLS if room.kind in CELL_KINDS else GROUNDS.get(room.kind, OTHERS) for room in plan.rooms]
    colours[0] = WALLS
    small = pygame.surfarray.make_surface(np.array(colours, np.uint8)[plan.room_at.T])
    return pygame.transform.smoothscale(small, size)


def _spots(context: Context, inner: Rect, scale: float) -> None:
    """Faces as dots, alarms and news as larger ones."""
    ui, plan = context.ui, context.desk.plan

    def at(room: int) -> tuple[int, int]:
        tiles = plan.rooms[room].tiles
        middle = tiles[len(tiles) // 2]
        return round(inner.x + (middle % plan.width + 0.5) * scale), round(
            inner.y + (middle // plan.width + 0.5) * scale
        )

    for room in lit_rooms(context):
        ui.dot(at(room), 5, "danger")
    for alert in context.session.attention.open_alerts(context.desk.tick):
        if alert.fact.place:
            ui.dot(at(alert.fact.place), 4, "warn")
    for person in context.session.faces:
        room = context.desk.room_of(person)
        if room:
            ui.dot(at(room), 2.5, "accent" if person == context.state.person else "text")


def _frame(context: Context, inner: Rect, scale: float, board: Board) -> None:
    """What the window shows."""
    left, top, wide, high = board.in_view()
    seen = Rect(
        round(inner.x + left * scale), round(inner.y + top * scale), round(wide * scale), round(high * scale)
    ).clip(inner)
    if seen.w > 2 and seen.h > 2:
        context.ui.ring(seen, "accent", 2)


def _use(context: Context, inner: Rect, scale: float, board: Board) -> None:
    """A click, or the mouse held, goes there."""
    ui = context.ui
    hot, _ = ui.hit("minimap", inner)
    if hot:
        ui.explain(context.words("minimap.tip"), inner)
    if (ui.held == "minimap" and ui.inputs.down) or ui.clicked == "minimap":
        x, y = ui.inputs.mouse
        board.look_at_tile((x - inner.x) / scale, (y - inner.y) / scale)
    shut = Rect(inner.right - ui.px(18), inner.y, ui.px(18), ui.px(18))
    if (hot or ui.hot == "minimap.close") and icon_button(
        ui, "minimap.close", shut, "x", context.words("minimap.close")
    ):
        context.state.minimap = False

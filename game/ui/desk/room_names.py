"""Names of rooms on the map, where there is room for them."""

from pygame import Rect

from game.sim.house.plan import CELL_KINDS
from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.kit import Area

SIZE, HEIGHT = 14, 20
LEAST_TILES = 14
"""Floor of a room, in tiles, from which it is worth a name."""
UNNAMED = ("outside", "corridor", *CELL_KINDS)


def draw_room_names(context: Context, area: Area, board: Board) -> None:
    """Draw the names of the rooms in view over their northern walls."""
    ui, strip = context.ui, context.memory.get("strip", ((), None))[1]
    for room in context.desk.plan.rooms:
        if room.kind in UNNAMED or len(room.tiles) < LEAST_TILES:
            continue
        middle, top, wide = board.top_of(room.id)
        height = ui.px(HEIGHT)
        if not (area.x < middle < area.right and area.y <= top - height - height // 2 < area.bottom):
            continue
        name = context.narrator.room_name(room.id)
        width = ui.width(name, "subtitle", SIZE) + ui.px(16)
        if width > wide + ui.px(24):
            continue
        tag = Rect(middle - width // 2, top - height - height // 2, width, height)
        if strip is not None and tag.colliderect(strip):
            continue  # half of a name is worse than none
        ui.box(tag, "bg", 4, alpha=185)
        ui.label(tag, name, "text", "subtitle", SIZE, "centre")

"""Names of rooms on the map, where there is room for them."""

from pygame import Rect

from game.sim.house.plan import CELL_KINDS
from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.kit import Area

SIZE, HEIGHT = 14, 20
LEAST_TILES = 14
"""Floor of a room, in tiles, from which it is worth a name."""
OVERHANG = 12
"""Pixels by which a name may be wider than its room, on each side."""
UNNAMED = ("outside", "corridor", *CELL_KINDS)


def draw_room_names(context: Context, area: Area, board: Board) -> None:
    """Draw the names of the rooms in view over their northern walls: whole, or not at all."""
    ui, taken = context.ui, list(board.plates)
    for name, tag in _tags(context, area, board):
        if tag.collidelist(taken) >= 0 or _half_covered(tag, ui.covers_before):
            continue
        taken.append(tag)
        ui.box(tag, "bg", 4, alpha=185)
        ui.label(tag, name, "text", "subtitle", SIZE, "centre")


def _tags(context: Context, area: Area, board: Board) -> list[tuple[str, Rect]]:
    """The names with their places; those over the middle of their room first, then those moved to stay in view."""
    ui, found = context.ui, list[tuple[bool, str, Rect]]()
    for room in context.desk.plan.rooms:
        if room.kind in UNNAMED or len(room.tiles) < LEAST_TILES:
            continue
        name, top_of = context.narrator.room_name(room.id), board.top_of(room.id)
        tag = _tag(context, area, top_of, ui.width(name, "subtitle", SIZE) + ui.px(16))
        if tag is not None:
            found.append((tag.centerx != top_of[0], name, tag))
    return [(name, tag) for _, name, tag in sorted(found, key=lambda each: each[0])]


def _tag(context: Context, area: Area, top_of: tuple[int, int, int], width: int) -> Rect | None:
    """The place of a name: over the middle of its room, or over that part of it which is in view."""
    middle, top, wide = top_of
    height, over = context.ui.px(HEIGHT), context.ui.px(OVERHANG)
    if width > wide + 2 * over:
        return None
    tag = Rect(middle - width // 2, top - height - height // 2, width, height)
    reach = Rect(middle - wide // 2 - over, tag.y, wide + 2 * over, height)
    seen = reach.clip(area)
    if seen.w < width or seen.h < height:
        return None
    return tag.clamp(seen)


def _half_covered(tag: Rect, covers: list[Rect]) -> bool:
    """Whether something lies over a part of it."""
    return any(cover.colliderect(tag) and not cover.contains(tag) for cover in covers)

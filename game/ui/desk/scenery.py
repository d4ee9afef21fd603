"""A picture of a place, as the head of a dialog."""

from pygame import Rect

from game.ui.desk.context import Context
from game.ui.kit import shapes


def scene_band(context: Context, area: Rect, room: int, person: int = 0) -> None:
    """Show a room as it is now, fading into the panel below; the plain panel while there is no picture."""
    ui = context.ui
    inside = Rect(area.x + 1, area.y + 1, area.w - 2, area.h - 1)
    if context.picture is not None and room:
        before = ui.clip(inside)
        context.picture(ui.surface, inside, room, person)
        ui.clip(before)
    fade = ui.pictures.get(("fade", inside.size), lambda: shapes.fade(inside.size, ui.rgb("panel"), 40, 255))
    ui.surface.blit(fade, inside.topleft)

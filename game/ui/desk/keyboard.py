"""The keyboard on the desk: where Tab begins, and the cross in the middle of the map, where it points."""

import pygame
from pygame import Rect

from game.ui.desk.board import Board
from game.ui.desk.context import Context

ON_MAP = frozenset(("map", "map.drop"))
"""The map as what has the focus: to look and click, and to put down what is carried."""
OPENS = {
    "sheet": "", "person": "dossier.", "room": "room.", "ordering": "orders.", "picking": "picking.",
    "assigning": "assign.", "daily": "daily.", "decision": "decision.option",
}  # fmt: skip
"""What can be open, from below, and how the ids of what is in it begin; of a sheet, with its own name."""
ARM, HOLE = 13, 5
"""Pixels from the middle of the cross to its ends, and to where its lines begin."""


def lead(context: Context) -> None:
    """Let Tab begin in what opened last; when that is closed, in what is then uppermost."""
    ui, state = context.ui, context.state
    now = tuple(getattr(state, name) for name in OPENS)
    before: tuple[object, ...] = context.memory.get("open", (None, (None,) * len(now)))[1]
    context.memory["open"] = None, now
    if now == before:
        return
    opened = [name for name, is_, was in zip(OPENS, now, before, strict=True) if is_ and is_ != was]
    still = opened or [name for name, is_ in zip(OPENS, now, strict=True) if is_]
    prefix = (OPENS[still[-1]] or f"{state.sheet}.") if still else ""
    if opened or not prefix or prefix != ui.lead:
        ui.lead_to(prefix)


def draw_pointer(context: Context, area: Rect, board: Board) -> None:
    """A cross in the middle of the map while the keyboard is on it, with the name of what Enter would click."""
    ui = context.ui
    if not ui.points_by_keys:
        return
    x, y = area.center
    arm, hole = ui.px(ARM), ui.px(HOLE)
    for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        near, far = ((x + way[0] * off, y + way[1] * off) for off in (hole, arm))
        for colour, thick in (("bg", 5), ("accent", 2)):
            pygame.draw.line(ui.surface, ui.rgb(colour), near, far, ui.px(thick))
    if ui.drag is not None:
        return  # what is carried says itself where it would be put
    person, room = board.person_at((x, y), area), board.room_at((x, y), area)
    name = context.desk.short_name(person) if person else context.narrator.room_name(room) if room else ""
    if name:
        plate = Rect(x + ui.px(ARM + 6), y + ui.px(8), ui.width(name, "body", 13) + ui.px(18), ui.px(24))
        ui.box(plate, "tip", 5, "edge")
        ui.label(plate, name, "text", "body", 13, "centre")

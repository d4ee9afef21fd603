"""What keys do on the desk."""

from game.ui.bindings import Bindings
from game.ui.clock import SPEEDS
from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.desk.overlay_legends import OVERLAYS
from game.ui.desk.overlays import toggle
from game.ui.desk.state import SHEETS

REACTION_SECONDS = 0.4
"""So soon after the clock stopped by itself, a key that was meant to stop it does not set it going again."""


def act_on_keys(context: Context, keys: Bindings, board: Board) -> None:
    """Do what the keys that went down are for."""
    inputs, clock, state = context.ui.inputs, context.session.clock, context.state
    too_late = context.ui.now - state.stopped_at < REACTION_SECONDS
    if keys.pressed(inputs, "pause") and not too_late:
        clock.toggle()
    if keys.pressed(inputs, "until") and not too_late:
        context.session.hurry()
    for speed in range(1, len(SPEEDS)):
        if keys.pressed(inputs, f"speed{speed}"):
            clock.set(speed)
    for sheet in SHEETS:
        if keys.pressed(inputs, sheet):
            state.sheet = "" if state.sheet == sheet else sheet
    for overlay in OVERLAYS:
        if keys.pressed(inputs, f"overlay_{overlay}"):
            toggle(context, overlay)
    if keys.pressed(inputs, "zoom_in"):
        board.zoom(1, None, None)
    if keys.pressed(inputs, "zoom_out"):
        board.zoom(-1, None, None)

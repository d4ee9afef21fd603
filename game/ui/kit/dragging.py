"""Drag and drop: what can be picked up, and where it can be put.

By mouse: press, move, release. By keyboard: the space bar picks up what has the focus, Tab and arrows go from target
to target, Enter puts it down, Esc lets it go.
"""

from collections.abc import Callable
from typing import Any

import pygame
from pygame import Rect, Surface

from game.ui.kit.ui import Ui

FAR = 5
"""Pixels that the mouse moves before a press is a drag."""


def source(
    ui: Ui, name: str, area: Rect, payload: object, ghost: Callable[[], Surface] | None = None
) -> bool:
    """Let what is drawn in `area` be picked up; returns whether it is being carried.

    Call it after the widget of the same id. `ghost` draws the picture at the mouse; else it is the widget's own.
    """
    if name not in ui.hits:
        ui.hit(name, area)
    ui.spot(name, area, "grip")
    if ui.drag is not None:
        return ui.drag.source == name
    lifted = ui.focus == name and ui.by_keys and ui.inputs.key(pygame.K_SPACE)
    if lifted or (ui.held == name and ui.inputs.down and _moved(ui)):
        picture = ghost() if ghost else _own_picture(ui, area)
        ui.pick_up(name, payload, picture, _hold(ui, area, picture, ghost is None))
        return True
    return False


def target(
    ui: Ui, name: str, area: Rect, accepts: Callable[[Any], str] | None = None, mark: bool = True
) -> Any | None:
    """A place to put things; returns what was put there in this frame.

    `accepts(payload)` says why it can't be put there, empty when it can; `mark` shows where it can.
    """
    ui.spot(name, area, "drop")
    if ui.drag is None:
        return None
    payload = ui.drag.payload
    refusal = accepts(payload) if accepts else ""
    on = ui.drop_on == name
    if mark and not refusal:
        _mark(ui, area, on)
    if on and refusal:
        ui.ring(area, "danger")
        ui.icon("ban", Rect(area.right - ui.px(26), area.y, ui.px(26), ui.px(26)), 16, "danger")
    if ui.dropped_on != name:
        return None
    ui.sounds.append("refuse" if refusal else "toggle")
    return None if refusal else payload


def _moved(ui: Ui) -> bool:
    x, y = ui.pressed_at
    return abs(ui.inputs.mouse[0] - x) + abs(ui.inputs.mouse[1] - y) > ui.px(FAR)


def _own_picture(ui: Ui, area: Rect) -> Surface:
    seen = area.clip(ui.surface.get_clip())
    return ui.surface.subsurface(seen).copy()


def _hold(ui: Ui, area: Rect, picture: Surface, own: bool) -> tuple[int, int]:
    """Where the mouse holds the picture: where it was pressed, or its middle."""
    if own and not ui.by_keys:
        return ui.pressed_at[0] - area.x, ui.pressed_at[1] - area.y
    return picture.get_width() // 2, picture.get_height() // 2


def _mark(ui: Ui, area: Rect, on: bool) -> None:
    """Show that it can be put here: a tinted ground, and a ring when it is over it."""
    ui.box(area, "accent", 6, alpha=46 if on else 16)
    if on:
        ui.ring(area, "accent")
    else:
        pygame.draw.rect(ui.surface, ui.rgb("accent_line"), area, 1, ui.px(6))

"""A value on a rail: by mouse, by wheel while the mouse is on it, by arrow keys while it has the focus."""

import pygame
from pygame import Rect

from game.ui.kit.theme import Colour
from game.ui.kit.ui import Ui

KNOB = 16
RAIL = 4
LEAPS = 10
"""Steps that Page Up and Page Down go."""


def slider(
    ui: Ui,
    name: str,
    area: Rect,
    value: float,
    low: float = 0.0,
    high: float = 1.0,
    step: float = 0.05,
    shown: str = "",
    tip: str = "",
    disabled: bool = False,
    colour: Colour = "accent",
) -> float:
    """A slider with its value in words, `shown`, at the right; returns the value now, a multiple of `step`."""
    hot, _ = ui.hit(name, area)
    ui.spot(name, area, "scroll")
    if hot:
        ui.explain(tip, area)
    words = ui.px(52) if shown else 0
    half = ui.px(KNOB) // 2
    rail = Rect(area.x + half, area.centery - ui.px(RAIL) // 2, area.w - words - 2 * half, ui.px(RAIL))
    if not disabled:
        moved = _moved(ui, name, rail, value, low, high, step)
        if moved != value:
            ui.sounds.append("hover")
        value = moved
    held = ui.held == name
    share = (value - low) / (high - low) if high > low else 0.0
    _draw(ui, rail, max(0.0, min(1.0, share)), hot or held, held, disabled, colour)
    if shown:
        at = Rect(area.right - words, area.y, words - ui.px(4), area.h)
        ui.label(at, shown, "dim" if disabled else "text", "small_number", 14, "right")
    return value


def _moved(ui: Ui, name: str, rail: Rect, value: float, low: float, high: float, step: float) -> float:
    """Where mouse, wheel and keys put it."""
    goal = value
    if ui.held == name:
        goal = low + (high - low) * (ui.inputs.mouse[0] - rail.x) / max(1, rail.w)
    elif ui.wheel_on == name:
        goal = value + step * ui.inputs.wheel
    elif ui.focus == name:
        goal = _by_keys(ui, value, low, high, step)
    if goal == value:
        return value
    whole = low + round((goal - low) / step) * step
    return round(max(low, min(high, whole)), 6)


def _by_keys(ui: Ui, value: float, low: float, high: float, step: float) -> float:
    if ui.inputs.key(pygame.K_HOME):
        return low
    if ui.inputs.key(pygame.K_END):
        return high
    for key, steps in (
        (pygame.K_LEFT, -1),
        (pygame.K_RIGHT, 1),
        (pygame.K_PAGEDOWN, -LEAPS),
        (pygame.K_PAGEUP, LEAPS),
    ):
        if ui.inputs.key(key):
            value += steps * step
    return value


def _draw(ui: Ui, rail: Rect, share: float, hot: bool, held: bool, disabled: bool, colour: Colour) -> None:
    ui.box(rail, "raised" if not disabled else "card", 2)
    x = rail.x + round(rail.w * share)
    if x - rail.x >= 2:
        ui.box(Rect(rail.x, rail.y, x - rail.x, rail.h), "edge" if disabled else colour, 2)
    side = ui.px(KNOB + (2 if held else 0))
    knob = Rect(x - side // 2, rail.centery - side // 2, side, side)
    if not disabled:
        ui.shadow(knob, 3, 110)
    ink: Colour = (
        "edge" if disabled else "white" if held else "text" if hot else ui.theme.mix("text", "muted", 0.5)
    )
    ui.box(knob, ink, 10)
    if not disabled:
        ui.box(knob.inflate(-ui.px(10), -ui.px(10)), colour, 4)

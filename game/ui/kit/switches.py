"""What is on or off, and one of a few: check box, toggle, radio buttons, segments."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.kit.ui import Ui

BOX, TRACK, KNOB = 18, 36, 20
"""Pixels at scale 1: the side of a check box, the width and the height of a toggle."""


def _pressed(ui: Ui, name: str, area: Rect, tip: str, disabled: bool) -> tuple[bool, bool]:
    """Register it; returns whether the mouse is on it, and whether it was clicked and may be."""
    hot, hit = ui.hit(name, area)
    if hot:
        ui.explain(tip, area)
    if hit:
        ui.sounds.append("refuse" if disabled else "toggle")
    return hot and not disabled, hit and not disabled


def _caption(ui: Ui, area: Rect, left: int, text: str, hot: bool, disabled: bool) -> None:
    at = Rect(area.x + left, area.y, max(0, area.w - left), area.h)
    ui.label(at, text, "dim" if disabled else "white" if hot else "text", "body", 14)


def checkbox(
    ui: Ui, name: str, area: Rect, text: str, on: bool, tip: str = "", disabled: bool = False
) -> bool:
    """A box with words beside it; returns whether it is on now."""
    hot, hit = _pressed(ui, name, area, tip, disabled)
    on = on != hit
    side = ui.px(BOX)
    box = Rect(area.x + ui.px(3), area.y + (area.h - side) // 2, side, side)
    if on:
        ui.box(box, "edge" if disabled else "accent_hover" if hot else "accent", 4)
        ui.icon("check", box, 15, "muted" if disabled else "ink")
    else:
        ui.box(box, "hover" if hot else "panel" if disabled else "bg", 4, "line" if disabled else "edge")
    _caption(ui, area, side + ui.px(13), text, hot, disabled)
    return on


def toggle(ui: Ui, name: str, area: Rect, text: str, on: bool, tip: str = "", disabled: bool = False) -> bool:
    """A switch at the right end of `area`, with words to its left; returns whether it is on now."""
    hot, hit = _pressed(ui, name, area, tip, disabled)
    on = on != hit
    width, height = ui.px(TRACK), ui.px(KNOB)
    track = Rect(area.right - width - ui.px(4), area.y + (area.h - height) // 2, width, height)
    fill = "edge" if disabled and on else "accent" if on else "panel" if disabled else "bg"
    ui.box(track, "accent_hover" if on and hot else fill, 10, None if on else "line" if disabled else "edge")
    knob = Rect(track.right - height if on else track.x, track.y, height, height).inflate(
        -ui.px(6), -ui.px(6)
    )
    ui.box(knob, "ink" if on and not disabled else "edge" if disabled else "text" if hot else "muted", 7)
    sign = Rect(track.x if on else track.x + width // 2, track.y, width // 2, height)
    ui.icon("check" if on else "minus", sign, 12, "ink" if on and not disabled else "dim")
    _caption(ui, Rect(area.x, area.y, track.x - area.x - ui.px(8), area.h), ui.px(4), text, hot, disabled)
    return on


def radio(
    ui: Ui,
    name: str,
    area: Rect,
    labels: Sequence[str],
    current: int,
    closed: dict[int, str] | None = None,
) -> int:
    """One of several, each on a line of its own; `closed`: which can't be chosen, and why."""
    height, chosen = area.h // max(1, len(labels)), current
    for index, text in enumerate(labels):
        row = Rect(area.x, area.y + index * height, area.w, height)
        disabled = closed is not None and index in closed
        why = closed[index] if closed and disabled else ""
        hot, hit = _pressed(ui, f"{name}.{index}", row, why, disabled)
        _round(ui, row, index == current, hot, disabled)
        _caption(ui, row, ui.px(BOX + 13), text, hot, disabled)
        chosen = index if hit else chosen
    return chosen


def _round(ui: Ui, row: Rect, on: bool, hot: bool, disabled: bool) -> None:
    side = ui.px(BOX)
    ring = Rect(row.x + ui.px(3), row.y + (row.h - side) // 2, side, side)
    edge = "line" if disabled else "accent" if on else "muted" if hot else "edge"
    ui.box(ring, "hover" if hot else "bg", 9, edge, thick=1.5)
    if on:
        ui.box(ring.inflate(-ui.px(9), -ui.px(9)), "muted" if disabled else "accent", 5)


def segments(ui: Ui, name: str, area: Rect, labels: Sequence[str], current: int) -> int:
    """One of a few side by side in one frame; returns the one chosen now."""
    ui.box(area, "bg", 6, "line")
    inner, chosen = area.inflate(-ui.px(6), -ui.px(6)), current
    step = inner.w / max(1, len(labels))
    for index, text in enumerate(labels):
        x = inner.x + round(index * step)
        cell = Rect(x, inner.y, inner.x + round((index + 1) * step) - x, inner.h)
        hot, hit = _pressed(ui, f"{name}.{index}", cell, "", False)
        if index == current or hot:
            ui.box(cell, "raised" if index == current else "card", 4, "edge" if index == current else None)
        ink = "accent" if index == current else "text" if hot else "muted"
        ui.label(cell.inflate(-ui.px(8), 0), text, ink, "strong", 13, "centre")
        chosen = index if hit else chosen
    return chosen

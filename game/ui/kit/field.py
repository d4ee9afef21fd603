"""The text field: one line to type into."""

import pygame
from pygame import Rect

from game.ui.kit import editing
from game.ui.kit.editing import Editor
from game.ui.kit.ui import Ui

LIMIT = 60
"""Letters that fit into a field, unless it says otherwise."""
SIZE = 14
DRAGGING = 4
"""Pixels that the mouse moves before it selects."""


def text_field(
    ui: Ui,
    name: str,
    area: Rect,
    value: str,
    hint: str = "",
    icon: str = "search",
    limit: int = LIMIT,
    disabled: bool = False,
    tip: str = "",
) -> str:
    """A line to type into while it has the focus; returns what stands there now.

    Enter leaves it, and `ui.submitted` is its name then; so does Esc.
    """
    hot, hit = ui.hit(name, area)
    if hot:
        ui.explain(tip, area)
    side = ui.px(32 if icon else 10)
    inner = Rect(area.x + side, area.y, max(1, area.w - side - ui.px(8)), area.h)
    if disabled:
        ui.editors.pop(name, None)
    elif ui.focus == name or (hit and ui.focus is None) or (hot and ui.inputs.press):
        value = _edit(ui, name, inner, value, limit)
    else:
        ui.editors.pop(name, None)
    active = name in ui.editors
    edge = "accent_line" if active else "line" if disabled or not hot else "edge"
    ui.box(area, "panel" if disabled else "bg", 5, edge)
    if icon:
        ui.icon(icon, Rect(area.x, area.y, side, area.h), 16, "dim" if disabled else "muted")
    _draw(ui, name, inner, value, hint, "dim" if disabled else "text")
    return value


def _edit(ui: Ui, name: str, inner: Rect, value: str, limit: int) -> str:
    """Let mouse and keys work on the text while the field has the focus."""
    if name not in ui.editors:
        ui.editors[name] = Editor(len(value), 0 if ui.by_keys else len(value))
    editor, before = ui.editors[name], (value, ui.editors[name].cursor)
    ui.focus = name
    editor.clamp(value)
    _mouse(ui, name, inner, value, editor)
    for event in ui.inputs.keys:
        value = editing.press(editor, value, event, limit)
    if ui.inputs.typed:
        value = editing.insert(editor, value, ui.inputs.typed, limit)
    if ui.inputs.key(pygame.K_RETURN, pygame.K_KP_ENTER):
        ui.submitted, ui.focus = name, None
    elif ui.inputs.key(pygame.K_ESCAPE):
        ui.focus = None
    ui.inputs.keys.clear()  # letters are for the field, not for the desk
    if before != (value, editor.cursor):
        editor.blink = ui.now
    if ui.focus is None:
        del ui.editors[name]
    return value


def _mouse(ui: Ui, name: str, inner: Rect, value: str, editor: Editor) -> None:
    if ui.hot != name and ui.held != name:
        return
    at = _letter_at(ui, value, ui.inputs.mouse[0] - inner.x + editor.shift)
    if ui.inputs.double:
        editor.select_word(value, at)
    elif ui.inputs.press:
        editor.put(at, bool(pygame.key.get_mods() & pygame.KMOD_SHIFT))
    elif ui.held == name and ui.inputs.down and ui.inputs.moved:
        editor.put(at, selecting=True)


def _letter_at(ui: Ui, value: str, x: int) -> int:
    """The gap between letters nearest to a place."""
    return min(range(len(value) + 1), key=lambda i: abs(ui.width(value[:i], "body", SIZE) - x))


def _draw(ui: Ui, name: str, inner: Rect, value: str, hint: str, ink: str) -> None:
    editor = ui.editors.get(name)
    if editor is None or not value:
        ui.label(inner, value or hint, ink if value else "dim", "body", SIZE)
    if editor is None:
        return
    before = ui.clip(None)
    ui.clip(inner if before is None else inner.clip(before))
    cursor = ui.width(value[: editor.cursor], "body", SIZE)
    editor.shift = max(0, min(editor.shift, cursor), cursor - inner.w + ui.px(2))
    x, high = inner.x - editor.shift, inner.inflate(0, -ui.px(12))
    start, end = (ui.width(value[:i], "body", SIZE) for i in editor.selection)
    if end > start:
        ui.fill(Rect(x + start, high.y, end - start, high.h), "accent_line")
    if value:
        ui.text((x, inner.y + (inner.h - ui.line_height("body", SIZE)) // 2), value, ink, "body", SIZE)
    if int((ui.now - editor.blink) * 2) % 2 == 0:
        ui.fill(Rect(x + cursor, high.y, max(1, ui.px(1)), high.h), "accent")
    ui.clip(before)

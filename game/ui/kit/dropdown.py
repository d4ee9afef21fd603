"""One of many, from a list that opens below; on the keyboard by Enter, arrows, Esc and first letters."""

from collections.abc import Sequence

import pygame
from pygame import Rect

from game.ui.kit.layout import Area
from game.ui.kit.scroll import scroll_area
from game.ui.kit.ui import Ui

ROW = 32
PAD = 5
ROWS = 9
"""Options that are seen at once; the others are scrolled to."""
NAVIGATION = (pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT, pygame.K_ESCAPE)


def dropdown(
    ui: Ui,
    name: str,
    area: Rect,
    options: Sequence[str],
    current: int,
    icon: str = "",
    tip: str = "",
    disabled: bool = False,
) -> int:
    """A field with what is chosen; returns the option chosen now. Options have the ids `name.option.i`."""
    hot, hit = ui.hit(name, area)
    if hot and ui.opened != name:
        ui.explain(tip, area)
    if hit:
        ui.sounds.append("refuse" if disabled else "click")
    if hit and not disabled:
        _open(ui, name, current)
    opened = ui.opened == name
    _field(ui, name, area, options[current] if 0 <= current < len(options) else "", icon, hot, disabled)
    if not opened:
        return current
    chosen = _chosen(ui, name, len(options))
    if chosen is not None or _left(ui, name):
        ui.opened, ui.focus = None, name if ui.by_keys else None
        return current if chosen is None else chosen
    _by_letter(ui, name, options)
    ui.above(lambda: _list(ui, name, area, options, current))
    return current


def _open(ui: Ui, name: str, current: int) -> None:
    ui.opened, ui.focus = name, f"{name}.option.{max(0, current)}" if ui.by_keys else None
    ui.scrolls[f"{name}.options"] = max(0, current - ROWS // 2) * ui.px(ROW)


def _chosen(ui: Ui, name: str, count: int) -> int | None:
    """The option that was clicked."""
    if ui.clicked is None or not ui.clicked.startswith(f"{name}.option."):
        return None
    ui.sounds.append("click")
    return min(count - 1, int(ui.clicked.rpartition(".")[2]))


def _left(ui: Ui, name: str) -> bool:
    """Whether the list is to be closed without choosing."""
    outside = ui.inputs.press and not (ui.hot or "").startswith(f"{name}.option")
    return ui.inputs.key(pygame.K_ESCAPE) or (outside and ui.hot != name)


def _by_letter(ui: Ui, name: str, options: Sequence[str]) -> None:
    """Go to the next option that begins with what is typed, and to the first or last by Home and End."""
    goal = 0 if ui.inputs.key(pygame.K_HOME) else len(options) - 1 if ui.inputs.key(pygame.K_END) else -1
    if ui.inputs.typed:
        at = (
            int((ui.focus or "-1").rpartition(".")[2])
            if (ui.focus or "").startswith(f"{name}.option")
            else -1
        )
        order = [*range(at + 1, len(options)), *range(at + 1)]
        letter = ui.inputs.typed[0].casefold()
        goal = next((i for i in order if options[i].casefold().startswith(letter)), goal)
        ui.inputs.keys = [event for event in ui.inputs.keys if event.key in NAVIGATION]
    if goal >= 0:
        ui.focus, ui.by_keys = f"{name}.option.{goal}", True
        ui.scrolls[f"{name}.options"] = max(0, goal - ROWS // 2) * ui.px(ROW)


def _field(ui: Ui, name: str, area: Rect, text: str, icon: str, hot: bool, disabled: bool) -> None:
    opened = ui.opened == name
    fill = "card" if disabled else "hover" if hot or opened else "raised"
    pressed = hot and ui.held == name and not disabled
    ui.box(
        area,
        ui.theme.mix(fill, "black", 0.22) if pressed else fill,
        5,
        "line" if disabled else "accent_line" if opened else "edge",
    )
    inner, ink = Area(area).inset(ui.px(11), 0), "dim" if disabled else "text"
    ui.icon(
        "chevron-up" if opened else "chevron-down",
        inner.cut_right(ui.px(18)),
        16,
        "dim" if disabled else "muted",
    )
    if icon:
        ui.icon(icon, inner.cut_left(ui.px(18), ui.px(8)), 16, "dim" if disabled else "muted")
    ui.label(inner, text, ink, "body", 14)


def _list(ui: Ui, name: str, area: Rect, options: Sequence[str], current: int) -> None:
    """The open list, below its field or above it where there is no room, over everything."""
    row, pad = ui.px(ROW), ui.px(PAD)
    before = ui.clip(None)
    box = Rect(area.x, area.bottom + ui.px(4), area.w, min(len(options), ROWS) * row + 2 * pad)
    screen = ui.surface.get_rect()
    if box.bottom > screen.h - ui.px(6):
        box.bottom = area.y - ui.px(4)
    box.clamp_ip(screen)
    ui.cover("popup", screen)
    draw_options(ui, name, box, options, current)
    ui.clip(before)


def draw_options(ui: Ui, name: str, box: Rect, options: Sequence[str], current: int) -> None:
    """The open list in its box."""
    row, pad = ui.px(ROW), ui.px(PAD)
    ui.shadow(box, 16, 190)
    ui.box(box, "card", 6, "edge")

    def rows(whole: Area) -> None:
        for index, text in enumerate(options):
            _option(ui, f"{name}.option.{index}", whole.cut_top(row), text, index == current)

    scroll_area(ui, f"{name}.options", Area(box).inset(pad), len(options) * row, rows, "card")


def _option(ui: Ui, name: str, at: Rect, text: str, chosen: bool) -> None:
    hot, _ = ui.hit(name, at)
    if hot:
        ui.box(at, "hover", 4)
    inner = Area(at).inset(ui.px(8), 0)
    mark = inner.cut_right(ui.px(18))
    if chosen:
        ui.icon("check", mark, 15, "accent")
    ui.label(inner, text, "accent" if chosen else "text", "body", 14)

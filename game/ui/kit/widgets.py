"""Buttons, chips, tabs and meters."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.kit.markup import safe
from game.ui.kit.theme import Colour
from game.ui.kit.tones import hatch
from game.ui.kit.ui import Ui

FILLS: dict[str, tuple[Colour | None, Colour | None, Colour, Colour | None]] = {
    "normal": ("raised", "hover", "text", "edge"),
    "primary": ("accent", "accent_hover", "ink", None),
    "ghost": (None, "raised", "muted", None),
}
"""By kind: fill, fill under the mouse, colour of the words, border. `danger` is mixed from the theme."""


def _fills(ui: Ui, kind: str, hot: bool, active: bool) -> tuple[Colour | None, Colour, Colour | None]:
    if kind == "danger":
        return ui.theme.mix("danger", "black", 0.15 if hot else 0.35), "text", None
    fill, over, ink, edge = FILLS[kind]
    if kind == "ghost" and active:
        return "raised", "accent", None
    if active:
        return over if hot else fill, "accent", "accent_line"
    return (over if hot else fill), ("text" if hot and kind == "ghost" else ink), edge


def button(
    ui: Ui,
    name: str,
    area: Rect,
    text: str = "",
    icon: str = "",
    kind: str = "normal",
    active: bool = False,
    tip: str = "",
    disabled: bool = False,
    size: float = 14,
    align: str = "centre",
) -> bool:
    """A button; returns whether it was clicked. A disabled one still explains itself by its `tip`.

    Too narrow for its words, one with an icon shows that alone, and says the words under the mouse.
    """
    hot, hit = ui.hit(name, area)
    if icon and text and ui.width(text, "body", size) > _room(ui, area, icon):
        text, tip = "", f"[b]{safe(text)}[/b]" + (f"\n{tip}" if tip else "")
    if hot:
        ui.explain(tip, area)
    fill, ink, edge = _fills(ui, kind, hot and not disabled, active)
    if disabled:
        fill, ink, edge = (None if kind == "ghost" else "card"), "dim", ("line" if kind != "ghost" else None)
    if fill is not None:
        ui.box(area, fill, 5, edge)
    pressed = ui.px(1) if hot and ui.held == name and not disabled else 0
    if pressed and fill is not None:
        ui.box(area, ui.theme.mix(fill, "black", 0.22), 5, edge)
    if hit:
        ui.sounds.append("refuse" if disabled else "click")
    _face(ui, Rect(area.x, area.y + pressed, area.w, area.h), text, icon, ink, size, align)
    return hit and not disabled


def _face(ui: Ui, area: Rect, text: str, icon: str, ink: Colour, size: float, align: str) -> None:
    side = ui.px(18) if icon else 0
    gap = ui.px(7) if icon and text else 0
    shown = ui.fit(text, _room(ui, area, icon), "body", size) if text else ""
    width = ui.width(shown, "body", size) if shown else 0
    x = area.x + ui.px(12) if align == "left" else area.x + (area.w - side - gap - width) // 2
    if icon:
        ui.icon(icon, Rect(x, area.y, side, area.h), 18, ink)
    if shown:
        ui.label(Rect(x + side + gap, area.y, width + 2, area.h), shown, ink, "body", size)


def _room(ui: Ui, area: Rect, icon: str) -> int:
    """Pixels of a button that are left for its words."""
    return area.w - ui.px(4 if area.w < ui.px(48) else 14) - (ui.px(18 + 7) if icon else 0)


def icon_button(
    ui: Ui, name: str, area: Rect, icon: str, tip: str, active: bool = False, disabled: bool = False
) -> bool:
    """A ghost button that is an icon alone; `tip` says in words what it does."""
    return button(ui, name, area, icon=icon, kind="ghost", tip=tip, active=active, disabled=disabled)


def chip(
    ui: Ui, at: tuple[int, int], text: str, colour: Colour = "link", icon: str = "", width: int | None = None
) -> Rect:
    """A small tinted label; returns its rectangle."""
    pad, side = ui.px(7), ui.px(18) if icon else 0
    wide = ui.width(text, "body", 12)
    area = Rect(*at, min(wide, wide if width is None else width - 2 * pad - side) + 2 * pad + side, ui.px(20))
    ui.box(area, ui.theme.mix(colour, "panel", 0.78), 4)
    ink = ui.theme.mix(colour, "white", 0.35)
    if icon:
        ui.icon(icon, Rect(area.x + pad - 1, area.y, ui.px(14), area.h), 14, ink)
    ui.brief(Rect(area.x + pad + side, area.y, area.w - 2 * pad - side, area.h), text, ink, "body", 12)
    return area


def chips(ui: Ui, area: Rect, items: Sequence[tuple[str, Colour, str]], draw: bool = True) -> int:
    """Chips (text, colour, icon) in lines; returns the height used, or needed when they aren't drawn."""
    x, y = area.x, area.y
    for text, colour, icon in items:
        width = min(area.w, ui.width(text, "body", 12) + ui.px(14) + (ui.px(18) if icon else 0))
        if x > area.x and x + width > area.right:
            x, y = area.x, y + ui.px(24)
        if draw:
            chip(ui, (x, y), text, colour, icon, area.w)
        x += width + ui.px(6)
    return y - area.y + ui.px(20)


def pill(ui: Ui, name: str, area: Rect, text: str, active: bool, tip: str = "") -> bool:
    """A round switch, as filters are; returns whether it was clicked."""
    hot, hit = ui.hit(name, area, 11)
    if hot:
        ui.explain(tip, area)
    ui.box(area, "raised" if active or hot else "panel", 11, "edge" if active else "line")
    ui.label(area.inflate(-ui.px(12), 0), text, "text" if active else "muted", "body", 12, "centre")
    if hit:
        ui.sounds.append("click")
    return hit


def pill_width(ui: Ui, text: str) -> int:
    """How wide a pill gets."""
    return ui.width(text, "body", 12) + ui.px(20)


def meter(
    ui: Ui,
    area: Rect,
    share: float,
    colour: Colour = "good",
    ground: Colour = "raised",
    mark: float | None = None,
) -> None:
    """A bar filled to `share` (0..1), with a line at `mark`."""
    ui.box(area, ground, 3)
    width = round(area.w * max(0.0, min(1.0, share)))
    if width >= 2:
        ui.box(Rect(area.x, area.y, width, area.h), colour, 3)
        if ui.theme.shapes and isinstance(colour, str):
            hatch(ui, Rect(area.x, area.y, width, area.h), colour)
    if mark is not None:
        ui.down(area.x + round(area.w * mark), area.y - 2, area.h + 4, "text")


def tabs(ui: Ui, name: str, area: Rect, labels: Sequence[str], current: int) -> int:
    """A row of tabs; returns the one chosen now."""
    x, chosen = area.x, current
    for index, text in enumerate(labels):
        tab = Rect(x, area.y, ui.width(text, "strong", 13) + ui.px(20), area.h)
        hot, hit = ui.hit(f"{name}.{index}", tab)
        ui.label(tab, text, "text" if index == current or hot else "muted", "strong", 13, "centre")
        if index == current:
            ui.fill(Rect(tab.x + ui.px(8), tab.bottom - ui.px(2), tab.w - ui.px(16), ui.px(2)), "accent")
        if hit:
            chosen = index
            ui.sounds.append("click")
        x = tab.right
    ui.across(area.x, area.bottom, area.w)
    return chosen

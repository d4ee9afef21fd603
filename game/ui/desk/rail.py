"""The rail at the left: which sheet lies on the desk."""

from pygame import Rect

from game.ui.desk.context import Context
from game.ui.kit import Area, icon_button

ENTRIES = (
    ("", "map", "map"),
    ("people", "users", "people"),
    ("wings", "building", "wings"),
    ("hours", "calendar-clock", "hours"),
    ("posts", "shield", "posts"),
    ("brief", "clipboard-list", "brief"),
)
"""Sheet, icon, and the name of its words."""


def draw_rail(context: Context, area: Area) -> None:
    """Draw the rail, kept until something in it changes."""
    count = len(context.desk.decisions())
    key = (context.state.sheet, context.words.lang, count)
    context.ui.cached("rail", area, key, lambda: _draw(context, area, count))


def _draw(context: Context, area: Area, decisions: int) -> None:
    ui, state = context.ui, context.state
    ui.fill(area, "panel")
    ui.down(area.right - 1, area.y, area.h)
    left = area.inset(ui.px(6), ui.px(8))
    for sheet, icon, name in ENTRIES:
        cell = left.cut_top(ui.px(40), ui.px(4))
        active = state.sheet == sheet
        if active:
            ui.fill(Rect(area.x, cell.y + ui.px(8), ui.px(3), cell.h - ui.px(16)), "accent")
        key = f"  [c=dim]{context.keys.shown(sheet, context.words)}[/c]" if sheet else ""
        if icon_button(ui, f"rail.{name}", cell, icon, context.words(f"ui.rail.{name}") + key, active):
            state.sheet = "" if active else sheet
            state.minimap = state.minimap or not sheet
    if decisions:
        _decisions(context, left.cut_bottom(ui.px(40)), decisions)


def _decisions(context: Context, cell: Area, count: int) -> None:
    ui = context.ui
    tip = context.words("ui.decision.open", n=count)
    if icon_button(ui, "rail.decisions", cell, "gavel", tip):
        context.state.decision = context.desk.decisions()[0].id
    ui.dot((cell.right - ui.px(8), cell.y + ui.px(9)), 8, "accent")
    ui.label(
        Rect(cell.right - ui.px(16), cell.y + 1, ui.px(16), ui.px(16)),
        str(count),
        "ink",
        "number",
        11,
        "centre",
    )

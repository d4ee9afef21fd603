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
    ("requests", "inbox", "requests"),
    ("visits", "users-round", "visits"),
    ("infirmary", "stethoscope", "infirmary"),
)
"""Sheet, icon, and the name of its words."""


def draw_rail(context: Context, area: Area) -> None:
    """Draw the rail, kept until something in it changes."""
    count, open_now = len(context.desk.decisions()), badges(context)
    key = (context.state.sheet, context.words.lang, count, context.narrow and context.state.person)
    context.ui.cached("rail", area, (key, *open_now.items()), lambda: _draw(context, area, count, open_now))


def badges(context: Context) -> dict[str, int]:
    """How much waits in the sheets: open requests, visits nobody decided on, men without a bed in the infirmary."""
    return context.remember("badges", None, lambda: _badges(context))


def _badges(context: Context) -> dict[str, int]:
    desk = context.desk
    return {
        "requests": desk.requests_waiting(),
        "visits": len(desk.visits_open()),
        "infirmary": len(desk.infirmary().waiting),
    }


def _draw(context: Context, area: Area, decisions: int, open_now: dict[str, int]) -> None:
    ui, state = context.ui, context.state
    ui.fill(area, "panel")
    ui.down(area.right - 1, area.y, area.h)
    left = area.inset(ui.px(6), ui.px(8))
    room = left.h - ui.px(44 if decisions else 0)
    step = min(ui.px(44), room // len(ENTRIES))
    for sheet, icon, name in ENTRIES:
        cell = left.cut_top(step - ui.px(4), ui.px(4))
        active = state.sheet == sheet
        if active:
            ui.fill(Rect(area.x, cell.y + ui.px(8), ui.px(3), cell.h - ui.px(16)), "accent")
        key = f"  [c=dim]{context.keys.shown(sheet, context.words)}[/c]" if sheet else ""
        if icon_button(ui, f"rail.{name}", cell, icon, context.words(f"ui.rail.{name}") + key, active):
            hidden = context.narrow and state.person and sheet  # below the dossier
            state.person = 0 if hidden else state.person
            state.sheet = "" if active and not hidden else sheet
            state.minimap = state.minimap or not sheet
        if open_now.get(sheet):
            _badge(context, cell, open_now[sheet])
    if decisions:
        _decisions(context, left.cut_bottom(ui.px(40)), decisions)


def _decisions(context: Context, cell: Area, count: int) -> None:
    ui = context.ui
    tip = context.words("ui.decision.open", n=count)
    if icon_button(ui, "rail.decisions", cell, "gavel", tip):
        context.state.decision = context.desk.decisions()[0].id
    _badge(context, cell, count)


def _badge(context: Context, cell: Area, count: int) -> None:
    """How many, at the upper right of a sign."""
    ui = context.ui
    ui.dot((cell.right - ui.px(8), cell.y + ui.px(9)), 8, "accent")
    at = Rect(cell.right - ui.px(16), cell.y + 1, ui.px(16), ui.px(16))
    ui.label(at, str(min(count, 99)), "ink", "number", 11 if count < 10 else 9, "centre")

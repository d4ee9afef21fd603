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
    ("visits", "mail", "visits"),
    ("infirmary", "stethoscope", "infirmary"),
)
"""Sheet, icon, and the name of its words."""


def draw_rail(context: Context, area: Area) -> None:
    """Draw the rail, kept until something in it changes."""
    count, open_now = len(context.desk.decisions()), badges(context)
    _keep_folded(context, area)
    pointed = is_pointed_at(context, area)
    key = (context.state.sheet, context.words.lang, count, context.narrow and context.state.person, pointed)
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
    for (sheet, icon, name), cell in zip(ENTRIES, _cells(context, area, decisions), strict=True):
        active = state.sheet == sheet
        if active:
            ui.fill(Rect(area.x, cell.y + ui.px(8), ui.px(3), cell.h - ui.px(16)), "accent")
        tip = "" if is_pointed_at(context, area) else context.words(f"ui.rail.{name}")
        if icon_button(ui, f"rail.{name}", cell, icon, tip, active):
            hidden = context.narrow and state.person and sheet  # below the dossier
            state.person = 0 if hidden else state.person
            state.sheet = "" if active and not hidden else sheet
            state.minimap = state.minimap or not sheet
        if open_now.get(sheet):
            _badge(context, cell, open_now[sheet])
    if decisions:
        _decisions(context, area.inset(ui.px(6), ui.px(8)).cut_bottom(ui.px(40)), decisions)


def _cells(context: Context, area: Area, decisions: int) -> list[Area]:
    """Where the signs stand, from the top."""
    px, left = context.ui.px, area.inset(context.ui.px(6), context.ui.px(8))
    room = left.h - px(44 if decisions else 0)
    step = min(px(44), room // len(ENTRIES))
    return [left.cut_top(step - px(4), px(4)) for _ in ENTRIES]


def is_pointed_at(context: Context, area: Rect) -> bool:
    """Whether the mouse rests on the rail, so that it unfolds."""
    ui, state = context.ui, context.state
    asked = state.decision or state.daily or state.assigning or context.memory.get("rail", ("", False))[1]
    return bool(area.collidepoint(ui.inputs.mouse)) and ui.drag is None and not asked


def _keep_folded(context: Context, area: Rect) -> None:
    """Let no names lie over a sheet that opens while the mouse is here, until it has been elsewhere."""
    sheet, (before, folded) = context.state.sheet, context.memory.get("rail", ("", False))
    opens = bool(sheet) and sheet != before
    here = bool(area.collidepoint(context.ui.inputs.mouse))
    context.memory["rail"] = sheet, here and (folded or opens)


def draw_rail_names(context: Context, area: Area) -> None:
    """Unfold the rail while the mouse is on it: each sign's name, and its key."""
    if not is_pointed_at(context, area):
        return
    ui, words = context.ui, context.words
    cells = _cells(context, area, len(context.desk.decisions()))
    keys = [context.keys.shown(sheet, words) if sheet else "" for sheet, _, _ in ENTRIES]
    names = [words(f"ui.rail.{name}") for _, _, name in ENTRIES]
    wide = max(ui.width(name, "body", 14) for name in names) + max(ui.width(key, "body", 12) for key in keys)
    back = Rect(area.right, area.y, wide + ui.px(44), cells[-1].bottom + ui.px(8) - area.y)
    ui.cover("rail.names", back)
    ui.shadow(back, 16, 150)
    ui.box(back, "panel", 0, "line")
    for (_, _, entry), cell, name, key in zip(ENTRIES, cells, names, keys, strict=True):
        line = Area(back.x + ui.px(10), cell.y, back.w - ui.px(24), cell.h)
        ui.label(line.cut_right(ui.width(key, "body", 12), ui.px(12)), key, "dim", "body", 12, "right")
        ui.label(line, name, "white" if ui.hot == f"rail.{entry}" else "muted", "body", 14)


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

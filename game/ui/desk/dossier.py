"""The dossier: what the office has on one person."""

from pygame import Rect

from game.sim.views import Dossier
from game.ui.desk.context import Context
from game.ui.desk.dossier_body import draw_body
from game.ui.desk.dossier_mind import draw_mind
from game.ui.desk.dossier_ties import draw_ties
from game.ui.desk.eyes import eye_target
from game.ui.desk.faces import can_pin, draw_face
from game.ui.desk.parts import eye_button
from game.ui.kit import Area, button, chips, icon_button, scroll_content, tabs

LOW = 560
"""Height (at scale 1) below which the buttons are signs in one row."""


def draw_dossier(context: Context, area: Area) -> None:
    """Draw the dossier of the person selected, kept while the desk stays the same."""
    pinned = tuple(context.session.pins)
    opened = (context.state.ordering, context.state.dossier_tab)
    key = (context.state.person, context.version, context.words.lang, context.following, pinned, opened)
    context.ui.cached("dossier", area, key, lambda: _draw(context, area))
    eye_target(context, "dossier.drop", area, "person", context.state.person)


def _draw(context: Context, area: Area) -> None:
    ui = context.ui
    file = context.dossier(context.state.person)
    ui.fill(area, "panel")
    ui.down(area.x, area.y, area.h)
    inner = area.inset(ui.px(18), ui.px(16 if area.h >= ui.px(LOW) else 10))
    _head(context, inner, file)
    _buttons(context, inner, file)
    tab = _tabs(context, inner, file)

    def content(whole: Area) -> None:
        whole.cut_top(ui.px(12))
        PAGES[tab](context, whole, file)

    scroll_content(ui, f"dossier.{file.id}.{tab}", Area(inner), content)


PAGES = {"overview": draw_body, "mind": draw_mind, "ties": draw_ties}
"""The tabs of a dossier. The office keeps no file on the minds of its staff."""


def _tabs(context: Context, area: Area, file: Dossier) -> str:
    """The row of tabs; cuts itself off the top of `area`, and returns the one that is open."""
    ui, state = context.ui, context.state
    names = [name for name in PAGES if name != "mind" or file.role == "inmate"]
    current = names.index(state.dossier_tab) if state.dossier_tab in names else 0
    labels = [context.words(f"mind.tab.{name}") for name in names]
    chosen = tabs(ui, "dossier.tab", area.cut_top(ui.px(30), ui.px(1)), labels, current)
    if chosen != current:
        state.dossier_tab = names[chosen]
    return names[current]


def _head(context: Context, area: Area, file: Dossier) -> None:
    ui, words, state = context.ui, context.words, context.state
    head = area.cut_top(ui.px(92), ui.px(10))
    close = Area(head.right - ui.px(26), head.y - ui.px(6), ui.px(30), ui.px(30))
    if icon_button(ui, "dossier.close", close, "x", words("ui.dossier.close")):
        state.person = 0
    _pin(context, Area(close.x - ui.px(32), close.y, close.w, close.h), file)
    draw_face(context, file.id, head.cut_left(ui.px(88), ui.px(14)).inset(0, ui.px(2)))
    line = head.cut_top(ui.px(30))
    ui.title(Rect(line.x, line.y - ui.px(2), line.w - ui.px(54), line.h), file.name, 26)
    what = words.named("role", file.role)
    parts = [f"#{file.number}" if file.number else "", words("ui.dossier.age", n=file.age)]
    ui.label(head.cut_top(ui.px(18)), " · ".join(part for part in parts if part), "muted", "body", 13)
    ui.brief(head.cut_top(ui.px(18), ui.px(3)), _second_line(context, file) or what, "muted", "body", 13)
    items = [(what, "link" if file.role != "inmate" else "violet", "")]
    if file.watched:
        items.append((words("ui.dossier.watched"), "accent", "eye"))
    chips(ui, head, items)


def _pin(context: Context, cell: Area, file: Dossier) -> None:
    """Pin his face to the rail, or take it off."""
    words, pinned = context.words, file.id in context.session.pins
    why = can_pin(context, file.id)
    tip = f"[c=warn]{why}[/c]" if why else words("faces.unpin_tip" if pinned else "faces.pin_tip")
    icon = "pin-off" if pinned else "pin"
    if icon_button(context.ui, "dossier.pin", cell, icon, tip, active=pinned, disabled=bool(why)):
        context.session.pin(file.id)


def _second_line(context: Context, file: Dossier) -> str:
    words = context.words
    if file.role == "inmate":
        return words.named("crime", file.crime)
    shift = ("day", "evening", "night")[file.shift] if file.shift in (0, 1, 2) else "none"
    return words(f"shift.{shift}")[:1].upper() + words(f"shift.{shift}")[1:]


def _buttons(context: Context, area: Area, file: Dossier) -> None:
    ui = context.ui
    low = area.h < ui.px(LOW - 130)
    rows = area.cut_bottom(ui.px(36 if low else 36 + 6 + 36 + 6 + 36))
    area.cut_bottom(ui.px(8 if low else 12))
    if low:
        orders, *cells = rows.columns(5, ui.px(6))
    else:
        orders = rows.cut_top(ui.px(36), ui.px(6))
        cells = [*rows.cut_top(ui.px(36), ui.px(6)).columns(2, ui.px(6)), *rows.columns(2, ui.px(6))]
    _orders_button(context, orders, file)
    eye_button(context, cells[0], "person", file.id, file.watched)
    _follow_button(context, cells[1], file)
    _send_button(context, cells[2], file)
    _place_button(context, cells[3], file)


def _orders_button(context: Context, cell: Area, file: Dossier) -> None:
    """All that can be ordered about him, as a card beside the dossier."""
    words, state, about = context.words, context.state, ("person", file.id)
    tip = f"{words('orders.open_tip')}  [c=dim]{context.keys.shown('orders', words)}[/c]"
    active = state.ordering == about
    if button(context.ui, "dossier.orders", cell, words("orders.short"), "stamp", active=active, tip=tip):
        state.ordering = None if active else about


def _follow_button(context: Context, cell: Area, file: Dossier) -> None:
    words, follows = context.words, context.following == file.id
    text = words("ui.dossier.following" if follows else "ui.dossier.follow")
    tip = words("ui.dossier.follow_stop" if follows else "ui.dossier.follow_tip")
    if button(context.ui, "dossier.follow", cell, text, "locate", active=follows, tip=tip):
        context.wanted_follow = -1 if follows else file.id


def _send_button(context: Context, cell: Area, file: Dossier) -> None:
    words = context.words
    gone = "" if file.room else f"[c=warn]{words('refusal.not_here')}[/c]"
    tip, text = gone or words("ui.dossier.send_tip"), words("ui.dossier.send")
    if button(context.ui, "dossier.send", cell, text, "footprints", tip=tip, disabled=bool(gone)):
        context.state.sending = file.id


def _place_button(context: Context, cell: Area, file: Dossier) -> None:
    """An inmate's cell, a member of staff's post."""
    words, state = context.words, context.state
    if file.role == "inmate":
        text, tip = words("ui.dossier.assign"), words("ui.dossier.assign_tip")
        if button(context.ui, "dossier.assign", cell, text, "bed-double", tip=tip):
            state.assigning = file.id
        return
    text, tip = words("ui.dossier.post_button"), words("ui.dossier.post_tip")
    if button(context.ui, "dossier.post", cell, text, "shield", tip=tip):
        state.sheet = "posts"

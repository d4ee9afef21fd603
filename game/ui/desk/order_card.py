"""The card of orders: all that can be ordered about a person, a room or a wing, by mouse or by number."""

from itertools import groupby

from pygame import Rect

from game.ui.bindings import OPTIONS
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.orders import Offer, offers
from game.ui.desk.picking import Picking
from game.ui.kit import Area, button, icon_button, scroll_area

WIDTH = 348
ROW, HEAD, CAPS = 32, 50, 22


def open_offers(context: Context) -> list[Offer]:
    """The offers of the card that lies open."""
    about = context.state.ordering
    return context.remember("offers", about, lambda: offers(context, *about)) if about else []


def draw_order_card(context: Context, area: Area) -> None:
    """Draw the card at the upper right of the map."""
    ui, found = context.ui, open_offers(context)
    groups = [(group, list(rows)) for group, rows in groupby(_ordered(found), key=lambda offer: offer.group)]
    width = min(ui.px(WIDTH), area.w - ui.px(24))
    tall = ui.px(CAPS) * len(groups) + ui.px(ROW + 3) * max(1, len(found))
    high = min(tall + ui.px(HEAD + 8 + 24), area.h - ui.px(24))
    card = Area(area.right - width - ui.px(12), area.y + ui.px(12), width, high)
    ui.cover("orders", card)
    ui.shadow(card, 16, 160)
    ui.box(card, "panel", 7, "edge")
    inner = card.inset(ui.px(14), ui.px(12))
    _head(context, inner.cut_top(ui.px(HEAD), ui.px(8)))
    if not found:
        ui.label(inner.cut_top(ui.px(ROW)), context.words("orders.none"), "muted", "body", 13)
        return

    def rows(whole: Area) -> None:
        for group, lines in groups:
            ui.caps(whole.cut_top(ui.px(CAPS - 4), ui.px(4)), context.words(f"orders.group.{group}"))
            for offer in lines:
                _row(context, whole.cut_top(ui.px(ROW), ui.px(3)), offer, found.index(offer) + 1)

    scroll_area(ui, "orders.rows", inner, tall, rows)


def _ordered(found: list[Offer]) -> list[Offer]:
    """The offers, each group together, in the order in which groups come first."""
    groups = list(dict.fromkeys(offer.group for offer in found))
    return sorted(found, key=lambda offer: groups.index(offer.group))


def _head(context: Context, head: Area) -> None:
    ui, words, state = context.ui, context.words, context.state
    kind, id = state.ordering or ("", 0)
    shut = head.cut_right(ui.px(30)).cut_top(ui.px(30))
    if icon_button(ui, "orders.close", shut, "x", f"{words('ui.close')}  [c=dim]Esc[/c]"):
        state.ordering = None
    if kind == "person":
        draw_face(context, id, head.cut_left(ui.px(HEAD - 8), ui.px(10)))
        name = context.desk.short_name(id)
    else:
        name = context.narrator.room_name(id) if kind == "room" else context.narrator.wing_name(id)
    ui.caps(head.cut_top(ui.px(18)), words("orders.title"), "accent")
    ui.title(head.cut_top(ui.px(28)), name, 20)


def _row(context: Context, line: Area, offer: Offer, number: int) -> None:
    ui = context.ui
    key = context.keys.shown(f"option{number}", context.words) if number <= OPTIONS else ""
    tip = f"[b]{offer.text}[/b]" + (f"  [c=dim]{key}[/c]" if key else "") + f"\n{offer.tip}"
    if offer.refusal:
        tip += f"\n[c=warn]{offer.refusal}[/c]"
    right = ui.width(offer.note, "body", 12) + ui.px(8) if offer.note else 0
    side = ui.px(18 if key else 0)
    body = Area(line.x, line.y, line.w, line.h)
    clicked = button(ui, f"order.{offer.key}", body, "", kind="normal", tip=tip, disabled=bool(offer.refusal))
    ink = "dim" if offer.refusal else "text"
    inner = body.inset(ui.px(10), 0)
    ui.icon(offer.icon, inner.cut_left(ui.px(18), ui.px(10)), 17, "dim" if offer.refusal else "accent")
    ui.label(inner.cut_right(side), key, "dim", "small_number", 12, "right")
    if offer.note:
        ui.label(inner.cut_right(right, ui.px(6)), offer.note, "muted", "body", 12, "right")
    ui.brief(Rect(inner), offer.text + ("…" if offer.opens else ""), ink, "body", 14)
    if clicked:
        take_offer(context, offer)


def take_offer(context: Context, offer: Offer) -> None:
    """Give an order, or open what has to be chosen first."""
    state, (_, id) = context.state, context.state.ordering or ("", 0)
    if offer.command is not None:
        if context.order(offer.command):
            context.notify(context.words("orders.given", what=offer.text), "info")
        return
    state.ordering = None
    if offer.opens == "cell":
        state.assigning = id
    elif offer.opens == "send":
        state.sending = id
    elif offer.opens == "posts":
        state.sheet = "posts"
    else:
        state.picking = Picking(offer.opens, id)


def order_by_key(context: Context) -> None:
    """The orders' own keys: numbers in the open card; the key that opens and closes it."""
    state, keys, inputs = context.state, context.keys, context.ui.inputs
    if state.ordering:
        for number, offer in enumerate(open_offers(context)[:OPTIONS], 1):
            if keys.pressed(inputs, f"option{number}"):
                _press(context, offer)
                return
    if keys.pressed(inputs, "orders"):
        about = ("person", state.person) if state.person else ("room", state.room) if state.room else None
        state.ordering = None if state.ordering else about
        if about is None and not state.ordering:
            context.notify(context.words("orders.select"), "info")


def _press(context: Context, offer: Offer) -> None:
    if offer.refusal:
        context.notify(offer.refusal)
    else:
        take_offer(context, offer)

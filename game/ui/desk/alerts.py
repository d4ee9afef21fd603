"""The banner at the top of the map: where something happened, why, and what can be done about it now."""

from pygame import Rect

from game.sim.commands import HearPerson, LockWing, SendPerson, Separate
from game.sim.commands.base import Command
from game.ui.desk.attention import ALARM_MINUTES, Alert
from game.ui.desk.context import Context
from game.ui.desk.fights import TOLD, fight_in, fights
from game.ui.desk.parts import command_button
from game.ui.desk.places import alarm_rooms, wing_with_cells
from game.ui.desk.why_tree import has_causes, leading_cause
from game.ui.kit import Area, button, icon_button, rich
from game.ui.kit.richtext import setting

WIDTH = 560
TILES_A_MINUTE = 6
"""How far people walk in a minute (design/play.md)."""
WATCH_SPEED = 1
NO_REASON = frozenset(("Arrived",))
"""Kinds of which nobody asks why: the file says it."""


def lit_rooms(context: Context) -> tuple[int, ...]:
    """Rooms in which the alarm light burns now: wherever men are known to fight, and where news alarm."""
    attention = context.session.attention
    lit = attention.alarm_rooms(
        context.desk.tick, lambda fact: alarm_rooms(context, fact.place, fact.detail if not fact.place else 0)
    )
    return tuple(sorted({*lit, *(fight.room for fight in fights(context))}))


def alerts_shown(context: Context) -> list[Alert]:
    """The open banners, the newest first, but for what a fight's card tells already."""
    return [
        alert
        for alert in context.session.attention.open_alerts(context.desk.tick)
        if not (alert.fact.kind in TOLD and fight_in(context, alert.fact.place))
    ]


def draw_alerts(context: Context, area: Area) -> None:
    """Draw the newest banner at the top of `area`, which is cut."""
    alerts = alerts_shown(context)
    if not alerts:
        return
    ui, alert = context.ui, alerts[0]
    width = min(ui.px(WIDTH), area.w - ui.px(16))
    inner_width = width - ui.px(64)
    what, why = context.narrator.fact(alert.fact), _why(context, alert)
    made, reason = setting(ui, what, inner_width - ui.px(30), 15), setting(ui, why, inner_width, 13)
    buttons = ui.px(34) if alert.fact.place or alert.fact.who else 0
    height = made.height + reason.height + ui.px(20 + 8) + buttons
    card = Area(area.centerx - width // 2, area.y, width, height)
    area.cut_top(height, ui.px(8))
    ui.cover("alert", card)
    ui.shadow(card, 14, 170)
    tone = "danger" if alert.alarming else "warn"
    ui.box(card, "panel", 7, tone)
    ui.fill(Rect(card.x + 1, card.y + ui.px(6), ui.px(4), card.h - ui.px(12)), tone)
    icon = "siren" if alert.alarming else context.narrator.sign(alert.fact.kind)[0]
    ui.icon(icon, Rect(card.x + ui.px(8), card.y, ui.px(44), ui.px(44)), 24, tone)
    inner = Area(card.x + ui.px(52), card.y + ui.px(10), inner_width, height)
    close = Rect(card.right - ui.px(32), card.y + ui.px(6), ui.px(26), ui.px(26))
    if icon_button(ui, "alert.dismiss", close, "x", context.words("alert.dismiss")):
        alert.dismissed = True
    context.follow_link(rich(ui, "alert.what", inner.cut_top(made.height), what, 15))
    context.follow_link(rich(ui, "alert.why", inner.cut_top(reason.height, ui.px(8)), why, 13, "muted"))
    _buttons(context, inner.cut_top(ui.px(32)), alert, len(alerts) - 1)


def _why(context: Context, alert: Alert) -> str:
    """When, and the weightiest cause that is known."""
    words, fact = context.words, alert.fact
    ago = words("alert.ago", time=words.length(max(0, context.desk.tick - fact.tick)))
    if fact.kind in NO_REASON or not has_causes(context, fact.event):
        return f"[c=dim]{ago}[/c]"
    cause = leading_cause(context, fact.event) or words("alert.no_cause")
    return f"[c=dim]{ago}[/c] · {cause} [link=e{fact.event}]{words('why.link')}[/link]"


def _buttons(context: Context, line: Area, alert: Alert, more: int) -> None:
    ui, words, place = context.ui, context.words, alert.fact.place
    if more:
        text = words("alert.more", n=more)
        ui.label(line.cut_right(ui.width(text, "body", 12), ui.px(6)), text, "muted", "body", 12, "right")
    if not place and not alert.fact.who:
        return
    if not _lasts(context, alert):
        _afterwards(context, line, alert)
        return
    officer, wing = context.desk.nearest_officer(place), wing_with_cells(context, place)
    help = words("alert.on_way", who=alert.sent) if alert.sent else _officer_text(context, officer)
    texts = [words("alert.go"), help, words("alert.lock") if wing else ""]
    worded = sum(_wide(context, text) for text in texts if text) <= line.w
    go = _cell(context, line, texts[0], worded)
    if button(ui, "alert.go", go, words("alert.go"), "map-pin", tip=words("alert.go_tip"), size=13):
        _go(context, alert)
    _send_officer(context, _cell(context, line, texts[1], worded), alert, texts[1], officer)
    if wing:
        _lock(context, _cell(context, line, texts[2], worded), wing)


def _lasts(context: Context, alert: Alert) -> bool:
    """Whether somebody who is sent now may still come in time."""
    fact = alert.fact
    age = context.desk.tick - fact.tick
    going_on = fact.kind not in NO_REASON and age <= ALARM_MINUTES
    return bool(fact.place) and (going_on or fight_in(context, fact.place) is not None)


def _afterwards(context: Context, line: Area, alert: Alert) -> None:
    """When it is over: go there, hear him, keep the two apart."""
    ui, words, fact = context.ui, context.words, alert.fact
    orders: list[tuple[str, str, Command]] = []
    heard = fact.who if fact.kind not in NO_REASON and context.desk.role(fact.who) == "inmate" else 0
    if heard:
        orders.append(("hear", "ear", HearPerson(heard)))
        if fact.whom:
            orders.append(("apart", "unlink", Separate(fact.who, fact.whom, True)))
    texts = [
        words("alert.go"),
        *(words(f"alert.{key}", who=context.desk.short_name(heard)) for key, *_ in orders),
    ]
    worded = sum(_wide(context, text) for text in texts) <= line.w
    if button(ui, "alert.go", _cell(context, line, texts[0], worded), texts[0], "map-pin", size=13):
        _go(context, alert)
    for (key, icon, order), text in zip(orders, texts[1:], strict=True):
        tip = words(f"orders.{key}.tip")
        command_button(
            context, f"alert.{key}", _cell(context, line, text, worded), order, text, icon, tip, size=13
        )


def _wide(context: Context, text: str) -> int:
    """Pixels of a button with an icon and these words, and of the gap behind it."""
    return context.ui.width(text, "body", 13) + context.ui.px(46 + 6)


def _cell(context: Context, line: Area, text: str, worded: bool) -> Rect:
    """Room for a button with an icon, and these words if there is room for all, cut from the left of `line`."""
    px = context.ui.px
    return line.cut_left(_wide(context, text) - px(6) if worded else px(40), px(6))


def _officer_text(context: Context, nearest: tuple[int, int]) -> str:
    officer, tiles = nearest
    return (
        context.words("alert.officer", n=_minutes(tiles)) if officer else context.words("alert.officer_none")
    )


def _minutes(tiles: int) -> int:
    """How long an officer walks."""
    return max(1, -(-tiles // TILES_A_MINUTE))


def _go(context: Context, alert: Alert) -> None:
    """Show the place, slowly; offer to follow who began it."""
    context.wanted_room, context.wanted_person = alert.fact.place, 0
    if not alert.fact.place:
        context.wanted_person = alert.fact.who
    if not context.session.clock.paused:
        context.session.clock.set(WATCH_SPEED)
    if alert.fact.who:
        context.select(alert.fact.who)
    alert.dismissed = True


def _send_officer(context: Context, cell: Rect, alert: Alert, text: str, nearest: tuple[int, int]) -> None:
    ui, words = context.ui, context.words
    officer, tiles = nearest
    order = SendPerson(officer, alert.fact.place)
    why = text if alert.sent else context.refusal(order) if officer else words("alert.no_officer")
    minutes = _minutes(tiles)
    name = context.desk.short_name(officer) if officer else ""
    tip = f"[c=warn]{why}[/c]" if why else words("alert.officer_tip", who=name, n=minutes)
    sent = button(ui, "alert.officer", cell, text, "shield", tip=tip, disabled=bool(why), size=13)
    if sent and context.order(order):
        alert.sent = name
        context.notify(words("alert.officer_sent", who=name, n=minutes), "info")


def _lock(context: Context, cell: Rect, wing: int) -> None:
    ui, words = context.ui, context.words
    why = context.refusal(LockWing(wing))
    tip = f"[c=warn]{why}[/c]" if why else words("ui.wings.lock_tip")
    if button(ui, "alert.lock", cell, words("alert.lock"), "lock", tip=tip, disabled=bool(why), size=13):
        context.order(LockWing(wing))

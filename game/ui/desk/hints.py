"""Hints: one line beside what it is about, where it applies, once."""

from collections.abc import Callable
from typing import NamedTuple

from pygame import Rect

from game.ui.desk.context import Context
from game.ui.desk.requests import open_requests
from game.ui.kit import Area, button, icon_button, rich
from game.ui.kit.richtext import setting

WIDTH, EYES_FROM = 300, 362
"""Width of the card; minutes into the first day from which the eyes are told of."""
SWITCHES = 52
"""Height of the strip with the overlays' switches, at scale 1."""
BESIDE_PEEK = 300
"""Width of the map beside a hint, so that it lies on no small picture."""


class Hint(NamedTuple):
    """A hint, when it applies, and the widget it points to."""

    key: str
    applies: Callable[[Context], bool]
    anchor: str


def _fact_told(context: Context) -> bool:
    return any(fact.kind == "Quarrelled" for fact in context.desk.feed(limit=10))


def _is_slow(context: Context) -> bool:
    return 0 < context.session.clock.rate <= 1


HINTS = (
    Hint("time", lambda c: c.session.clock.paused and not c.state.decision, "speed.2"),
    Hint("eyes", lambda c: c.desk.eyes_free > 0 and c.desk.tick > EYES_FROM, "eye.2"),
    Hint("person", lambda c: bool(c.state.person), "dossier.pin"),
    Hint("why", _fact_told, "feed.fold"),
    Hint("sight", lambda c: c.desk.tick > 420, "overlay.sight"),
    Hint("news", lambda c: any(face in c.session.attention.news for face in c.session.faces), "faces"),
    Hint("until", lambda c: _is_slow(c) and not c.session.attention.open_alerts(c.desk.tick), "speed.until"),
    Hint("requests", lambda c: bool(open_requests(c)), "rail.requests"),
    Hint("orders", lambda c: bool(c.state.ordering), "orders.close"),
    Hint("hours", lambda c: c.state.sheet == "hours", "hours.brush.meal"),
)
"""In the order in which they are told."""


def draw_hint(context: Context, area: Area) -> None:
    """Draw the first hint that applies, beside what it is about if there is room; else at the lower left of the map."""
    state = context.state
    if not state.hints or state.decision or state.daily or state.why:
        return
    if state.peeks and area.w < context.ui.px(WIDTH + BESIDE_PEEK):
        return
    hint = next((h for h in HINTS if h.key not in state.hints_seen and h.applies(context)), None)
    if hint is None:
        return
    ui, words = context.ui, context.words
    keys = {name: context.keys.shown(name, words) for name in ("pause", "until")}
    text = words(f"hint.{hint.key}", **keys)
    width = min(ui.px(WIDTH), area.w - ui.px(20))
    made = setting(ui, text, width - ui.px(54), 13)
    card, leads = _place(
        context, area, Area(0, 0, width, made.height + ui.px(10 + 30 + 8)), _anchor(context, hint)
    )
    if leads:
        ui.fill(leads, "link")
    ui.cover("hint", card)
    ui.shadow(card, 12, 140)
    ui.box(card, "panel", 7, "link")
    ui.icon("lightbulb", Rect(card.x, card.y + ui.px(4), ui.px(40), ui.px(30)), 18, "link")
    inner = Area(card.x + ui.px(40), card.y + ui.px(9), made.width + ui.px(6), card.h)
    rich(ui, "hint.text", inner.cut_top(made.height, ui.px(4)), text, 13)
    _buttons(context, Area(card.x + ui.px(34), inner.y, card.w - ui.px(42), ui.px(28)), hint)
    _point(context, hint)


def _anchor(context: Context, hint: Hint) -> Rect | None:
    """Where the widget is that a hint points to."""
    at: Rect | None = context.ui.places("click").get(hint.anchor)
    return at or context.memory.get(f"at {hint.anchor}", ((), None))[1]


def _place(context: Context, area: Area, card: Area, anchor: Rect | None) -> tuple[Area, Rect | None]:
    """Where the card lies, and the line that leads from it to its widget in the bar above or on the rail."""
    px, leads = context.ui.px, None
    card.bottomleft = (area.x + px(10), area.bottom - px(10))
    if anchor is None:
        return card, leads
    beside = Area(card)
    if anchor.bottom <= area.y:
        beside.midtop = (anchor.centerx, area.y + px(SWITCHES + 6))
        leads = Rect(anchor.centerx - px(1), area.y, px(2), beside.y - area.y)
    elif anchor.right <= area.x:
        beside.midleft = (area.x + px(18), anchor.centery)
        leads = Rect(area.x, anchor.centery - px(1), px(18), px(2))
    beside.clamp_ip(area.inflate(-px(20), -px(20)))
    free = all(rect == beside or not beside.colliderect(rect) for rect in context.ui.covers_before)
    return (beside, leads) if leads and free else (card, None)


def _buttons(context: Context, line: Area, hint: Hint) -> None:
    ui, words, state = context.ui, context.words, context.state
    off = line.cut_right(ui.px(28))
    if icon_button(ui, "hint.off", off, "bell-off", words("hint.never")):
        state.hints = False
    text = words("hint.seen")
    cell = line.cut_left(ui.width(text, "body", 13) + ui.px(28))
    if button(ui, "hint.seen", cell, text, size=13):
        state.hints_seen.add(hint.key)


def _point(context: Context, hint: Hint) -> None:
    """A ring around the widget the hint is about, breathing a little."""
    ui = context.ui
    at = _anchor(context, hint)
    if at is not None and int(ui.now * 2) % 2 == 0:
        before = ui.clip(None)
        ui.ring(Rect(at).inflate(ui.px(4), ui.px(4)), "link")
        ui.clip(before)

"""The morning brief and the evening report: sheets over the desk, built from what is known."""

from collections.abc import Callable
from functools import partial

import pygame
from pygame import Rect

from game.sim.engine.calendar import MINUTES_PER_DAY, day_of, minute_of_day
from game.ui.desk.context import Context
from game.ui.desk.daily_where import AGAIN, draw_where, set_again
from game.ui.desk.matters import Matter, matters
from game.ui.desk.objectives import draw_objectives
from game.ui.desk.parts import section
from game.ui.desk.requests import ICONS as REQUEST_ICONS
from game.ui.desk.requests import asks, open_requests
from game.ui.desk.telling import group_of, recent, reported
from game.ui.desk.why import why_link
from game.ui.desk.why_tree import leading_cause
from game.ui.kit import Area, button, rich, rich_height, scroll_content
from game.ui.kit.modal import modal

MORNING, EVENING = 6 * 60 + 1, 22 * 60
"""Minutes of the day at which they open: in the morning when the eyes are free again."""
LATE = 3 * 60
"""Minutes after which one that was missed doesn't open any more."""
WIDTH, HEIGHT = 700, 640
HAPPENED, STRANGERS, BELIEVED, BLIND, REQUESTS = 7, 3, 4, 4, 3
"""Most lines of what happened, to strangers, of what is merely believed, of rooms nobody saw, of requests."""
UNREASONED = frozenset(("Decided", "Arrived"))
"""Kinds of which no reason is told: what the office decided itself, and that somebody came."""


def open_when_due(context: Context) -> None:
    """Open the brief at six and the report at ten, once each."""
    state, tick = context.state, context.desk.tick
    minute, day = minute_of_day(tick), day_of(tick)
    which = "evening" if minute >= EVENING else "morning" if minute >= MORNING else ""
    number = 2 * day + (which == "evening")
    since = minute - (EVENING if which == "evening" else MORNING)
    if not which or number <= state.daily_seen or since > LATE:
        return
    if state.decision or state.settings or state.assigning:
        return
    state.daily_seen = number
    if state.dailies:
        state.daily = which
        context.session.clock.stop()


def draw_daily(context: Context) -> None:
    """Draw the sheet that is open."""
    ui, words, which = context.ui, context.words, context.state.daily
    box = modal(ui, WIDTH, ui.px(HEIGHT))
    inner = box.inset(ui.px(28), ui.px(20))
    head = inner.cut_top(ui.px(42), ui.px(4))
    ui.icon("sunrise" if which == "morning" else "moon", head.cut_left(ui.px(34), ui.px(10)), 26, "accent")
    ui.label(head, words(f"daily.{which}.title"), "text", "title", 28)
    date = f"{words.day(context.desk.tick)} · {words.weekday(context.desk.tick, 'wide')}"
    ui.label(head, date, "muted", "body", 14, "right")
    ui.across(inner.x, inner.y, inner.w)
    inner.cut_top(ui.px(1))
    foot = inner.cut_bottom(ui.px(38))
    inner.cut_bottom(ui.px(10))
    parts = MORNING_PARTS if which == "morning" else EVENING_PARTS

    def content(whole: Area) -> None:
        for part in parts:
            whole.cut_top(ui.px(12))
            part(context, whole)

    scroll_content(ui, f"daily.{which}", inner, content)
    _foot(context, foot)


def close_by_key(context: Context) -> None:
    """Enter, the pause key and the key that runs on put the sheet away; the last of them runs on."""
    ui, keys = context.ui, context.keys
    runs = keys.pressed(ui.inputs, "until")
    entered = ui.focus is None and ui.inputs.key(pygame.K_RETURN, pygame.K_KP_ENTER)
    if runs or entered or keys.pressed(ui.inputs, "pause"):
        context.state.daily = ""
    if runs:
        context.session.hurry()


def _foot(context: Context, foot: Area) -> None:
    ui, words, state = context.ui, context.words, context.state
    go = words(f"daily.{state.daily}.go")
    if button(ui, "daily.close", foot.cut_right(ui.px(190)), go, kind="primary", size=15):
        state.daily = ""
    text = words("daily.auto")
    icon = "square-check" if state.dailies else "square"
    if button(ui, "daily.auto", foot.cut_left(ui.px(300)), text, icon, kind="ghost", size=13, align="left"):
        state.dailies = not state.dailies


# pieces of both


def _line(context: Context, area: Area, name: str, icon: str, colour: str, text: str) -> None:
    """A line; where one of its links leads, lies below the sheet, which is put away."""
    ui, state = context.ui, context.state
    width = area.w - ui.px(32)
    high = rich_height(ui, text, width, 14)
    row = area.cut_top(high, ui.px(7))
    ui.icon(icon, Rect(row.x, row.y, ui.px(22), ui.px(20)), 17, colour)
    link = rich(ui, name, Area(row.x + ui.px(32), row.y, width, high), text, 14)
    if link == AGAIN:
        set_again(context)
    elif link and link[0] != "d":
        state.daily = ""
    if link in ("requests", "visits"):
        state.sheet = link
    context.follow_link(link)


def _empty(context: Context, area: Area, key: str) -> None:
    context.ui.label(area.cut_top(context.ui.px(22)), context.words(key), "muted", "body", 14)


def _matters(context: Context, area: Area) -> None:
    section(context, area, context.words("daily.matters"))
    found = matters(context)
    if not found:
        _empty(context, area, "daily.no_matters")
    for index, matter in enumerate(found):
        _matter(context, area, index, matter)


def _matter(context: Context, area: Area, index: int, matter: Matter) -> None:
    ui, words, state = context.ui, context.words, context.state
    width = area.w - ui.px(46 + 24 + 150)
    high = max(ui.px(32), rich_height(ui, matter.text, width, 14))
    row = area.cut_top(high + ui.px(20), ui.px(6))
    ui.box(row, "card", 6, "line")
    ui.icon(matter.icon, Rect(row.x, row.y, ui.px(46), row.h), 20, "warn")
    inner = Area(row.x + ui.px(46), row.y + ui.px(10), width, high)
    context.follow_link(rich(ui, f"daily.matter.{index}", inner, matter.text, 14))
    cell = Rect(row.right - ui.px(156), row.centery - ui.px(16), ui.px(144), ui.px(32))
    key = "mend" if matter.sheet else "look"
    if button(ui, f"daily.matter.{index}.go", cell, words(f"daily.{key}"), size=13):
        state.daily, state.sheet = "", matter.sheet or state.sheet
        context.wanted_room = matter.room
        state.room = matter.room if not matter.sheet else state.room
        if matter.person:
            context.select(matter.person, show=True)


# the morning


def _due(context: Context, area: Area) -> None:
    """Requests and questions that wait."""
    words = context.words
    section(context, area, words("daily.due"))
    decisions, requests = context.desk.decisions(), open_requests(context)
    if not decisions and not requests:
        _empty(context, area, "daily.no_due")
    for decision in decisions:
        left = words("ui.decision.left", time=words.length(decision.deadline - context.desk.tick))
        title = context.narrator.text(decision.title)
        text = f"[link=d{decision.id}]{title}[/link]  [c=warn]{left}[/c]" if "[" not in title else title
        _line(context, area, f"daily.due.{decision.id}", "gavel", "accent", text)
    faces = context.session.faces
    near = [view for view in requests if view.who in faces or view.about in faces][:REQUESTS]
    for view in near:
        text = f"{asks(context, view)} [link=requests]{words('daily.answer')}[/link]"
        _line(context, area, f"daily.request.{view.id}", REQUEST_ICONS[view.kind], "accent", text)
    if len(requests) > len(near):
        key = "daily.more_requests" if near else "daily.requests"
        text = words(key, n=len(requests) - len(near))
        _line(context, area, "daily.requests", "inbox", "muted", f"[link=requests]{text}[/link]")


def _night(context: Context, area: Area) -> None:
    since = context.desk.tick - (MINUTES_PER_DAY - EVENING + MORNING)
    _told(context, area, "daily.night", since, night=True)


def _where(context: Context, area: Area) -> None:
    """What became of yesterday's eyes, and where today's would tell most."""
    section(context, area, context.words("daily.where", n=context.desk.eyes_free))
    draw_where(context, partial(_line, context, area))


# the evening


def _day(context: Context, area: Area) -> None:
    _told(context, area, "daily.happened", context.desk.tick - context.desk.tick % MINUTES_PER_DAY)


def _told(context: Context, area: Area, title: str, since: int, night: bool = False) -> None:
    """What happened, the weightiest first, each with its reason as far as known."""
    section(context, area, context.words(title))
    facts = [fact for fact in reported(context, since, HAPPENED, STRANGERS) if night or fact.kind != "Said"]
    if not facts:
        _empty(context, area, "daily.quiet")
    for fact in facts:
        icon, colour = context.narrator.sign(fact.kind)
        text = f"[c=dim]{context.words.time(fact.tick)}[/c]  {context.narrator.fact(fact)}"
        cause = leading_cause(context, fact.event) if fact.kind not in UNREASONED else ""
        reason = f"\n[c=muted]{cause}[/c]" if cause else ""
        _line(context, area, f"daily.{fact.event}", icon, colour, text + why_link(context, fact) + reason)


def _unseen(context: Context, area: Area) -> None:
    """What nobody saw: half-seen quarrels, and rooms without a look."""
    words = context.words
    section(context, area, words("daily.unseen"))
    found = context.session.watchbook.longest(BLIND)
    if not found:
        _empty(context, area, "daily.all_seen")
    for room, minutes in found:
        text = words("daily.blind", room=context.narrator.room(room), time=words.length(minutes))
        _line(context, area, f"daily.blind.{room}", "eye-off", "muted", text)


def _believed(context: Context, area: Area) -> None:
    """What the office believes without being sure."""
    words, since = context.words, context.desk.tick - context.desk.tick % MINUTES_PER_DAY
    section(context, area, words("daily.believed"))
    unsure = [
        fact
        for fact in recent(context)
        if fact.tick >= since and group_of(fact.kind) == "quarrels" and (fact.confidence < 0.95)
    ][:BELIEVED][::-1]
    if not unsure:
        _empty(context, area, "daily.all_sure")
    for fact in unsure:
        sure = words("daily.sure", n=round(100 * fact.confidence), source=words.named("source", fact.source))
        text = f"{context.narrator.fact(fact)}  [c=dim]{sure}[/c]"
        _line(context, area, f"daily.believed.{fact.event}", "circle-question-mark", "warn", text)


MORNING_PARTS: tuple[Callable[[Context, Area], None], ...] = (_matters, _due, _where, _night)


def _objectives(context: Context, area: Area) -> None:
    if draw_objectives(context, area):
        context.state.daily = ""


EVENING_PARTS: tuple[Callable[[Context, Area], None], ...] = (_day, _unseen, _believed, _objectives)

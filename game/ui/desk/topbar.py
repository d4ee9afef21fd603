"""The top bar: the prison's name, the clock with its speeds, the key figures."""

from pygame import Rect

from game.sim import calendar
from game.ui.clock import SPEEDS
from game.ui.desk.context import Context
from game.ui.desk.eyes import draw_tokens, tokens_width
from game.ui.kit import Area, button, icon_button

SPEED_TIPS = ("pause", "watch", "play", "fast", "faster", "fastest")
SPEED_SIGNS = ("", "½×", "1×", "3×", "10×", "60×")
CLOCK_WIDTH = 520
ALARMING, TENSE = 75, 50
"""Tension (0..100) from which its figure turns red, and amber."""


def draw_topbar(context: Context, area: Area) -> None:
    """Draw the bar, kept until a minute passes or something in it is touched."""
    clock = context.session.clock
    key = (context.version, clock.speed, clock.until, context.words.lang, context.state.person)
    context.ui.cached("top", area, key, lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui = context.ui
    ui.fill(area, "panel")
    ui.across(area.x, area.bottom - 1, area.w, "line")
    name = _name(context, area)
    left = _figures(context, Area(area))
    width = ui.px(CLOCK_WIDTH)
    x = max(name + ui.px(16), min(area.centerx - width // 2, left - width - ui.px(12)))
    _clock(context, Area(x, area.y + ui.px(7), min(width, left - x - ui.px(8)), area.h - ui.px(14)))


def _name(context: Context, area: Area) -> int:
    ui, plan = context.ui, context.desk.plan
    ui.icon("lock", Rect(area.x, area.y, ui.px(52), area.h), 24, "accent")
    x = area.x + ui.px(52)
    title = Rect(x, area.y + ui.px(4), ui.px(190), ui.px(26))
    name = context.words.extra.get("prison.name") or plan.name
    wide = ui.label(title, name.upper(), "text", "title", 20)
    small = Rect(x + 1, area.y + ui.px(28), ui.px(190), ui.px(14))
    return x + max(wide, ui.caps(small, context.words("ui.subtitle"), "dim", 10))


def _clock(context: Context, area: Area) -> None:
    ui, words, tick = context.ui, context.words, context.desk.tick
    ui.box(area, "bg", 6, "line")
    inner = area.inset(ui.px(4))
    hour = calendar.hour_of(tick)
    ui.icon("sun" if 6 <= hour < 20 else "moon", inner.cut_left(ui.px(30)), 18, "accent")
    ui.label(inner.cut_left(ui.px(58)), words.time(tick), "text", "number", 21)
    _speeds(context, inner)
    text = f"{words.day(tick)} · {words.weekday(tick)}"
    day = inner.cut_left(ui.width(text, "body", 13) + ui.px(14))
    ui.label(day, text, "muted", "body", 13)
    ui.label(inner, words.named("activity", _activity(context)), "accent", "strong", 13)


def _activity(context: Context) -> str:
    """What the regime has now: in the wing of the person in the dossier, else in the first wing."""
    here = context.dossier(context.state.person).wing if context.state.person else 0
    wings = context.desk.plan.wings
    return context.desk.wing(here or 1).activity if len(wings) > 1 else ""


def _speeds(context: Context, inner: Area) -> None:
    ui, words, clock = context.ui, context.words, context.session.clock
    until = inner.cut_right(ui.px(32))
    if icon_button(
        ui,
        "speed.until",
        until,
        "skip-forward",
        words("ui.speed.until", name=context.keys.shown("until", words)),
        active=clock.until,
    ):
        context.session.hurry()
    for index in reversed(range(len(SPEEDS))):
        cell = inner.cut_right(ui.px(34), ui.px(1))
        active = clock.speed == index and not clock.until
        bound = context.keys.shown(f"speed{index}" if index else "pause", words)
        tip = words(f"ui.speed.{SPEED_TIPS[index]}", name=bound)
        icon = "" if index else "pause"
        if button(ui, f"speed.{index}", cell, SPEED_SIGNS[index], icon, "ghost", active, tip, size=13):
            clock.set(index)


def _figures(context: Context, area: Area) -> int:
    """The key figures, from the right; returns where they begin."""
    ui, words = context.ui, context.words
    left = area.inset(ui.px(10), ui.px(7))
    tip = words("ui.figure.settings")
    if icon_button(ui, "settings", left.cut_right(ui.px(34), ui.px(2)), "settings", tip):
        context.state.settings = True
    code = "EN" if words.lang == "en" else "DE"
    if button(ui, "lang", left.cut_right(ui.px(36), ui.px(8)), code, kind="ghost", size=13):
        context.wanted_lang = "de" if words.lang == "en" else "en"
    for figure in reversed(figures(context)):
        left.right = _figure(context, left, figure) - ui.px(2)
    draw_tokens(context, left.cut_right(tokens_width(context), ui.px(4)))
    return left.right


def _figure(context: Context, left: Area, figure: tuple[str, str, str, str, str]) -> int:
    ui, words = context.ui, context.words
    name, icon, value, colour, tip = figure
    label = words(f"ui.figure.{name}")
    width = max(ui.width(value, "number", 16), ui.width(label, "body", 11)) + ui.px(42)
    area = Area(left.right - width, left.y, width, left.h)
    hot, hit = ui.hit(f"figure.{name}", area)
    if hot:
        ui.box(area, "raised", 5)
        ui.explain(f"{tip}\n[c=dim]{words('ui.figure.course')}[/c]", area)
    if hit:
        context.state.chart = "" if context.state.chart == name else name
    ui.icon(
        icon, Rect(area.x + ui.px(4), area.y, ui.px(24), area.h), 18, "muted" if colour == "text" else colour
    )
    x = area.x + ui.px(32)
    ui.label(Rect(x, area.y, area.w, ui.px(14)), label, "dim", "body", 11)
    ui.label(Rect(x, area.y + ui.px(13), area.w, ui.px(20)), value, colour, "number", 16)
    return area.x


def figures(context: Context) -> list[tuple[str, str, str, str, str]]:
    """Name, icon, value, colour and explanation of each key figure."""
    words, found = context.words, context.desk.figures()

    def get(name: str) -> int:
        return round(float(found.get(name, 0)))

    inmates, beds = get("inmates"), get("capacity")
    on, wanted, tension = get("staff_on_duty"), get("staff_wanted"), get("tension")
    staff_tip = words("ui.figure.staff_tip", on=on, wanted=wanted)
    if on < wanted:
        staff_tip += "\n" + words("ui.figure.staff_short", n=wanted - on)
    alarm = "danger" if tension >= ALARMING else "warn" if tension >= TENSE else "text"
    beds_tip = words("ui.figure.inmates_tip", inmates=inmates, capacity=beds, free=max(0, beds - inmates))
    return [
        ("inmates", "users", f"{inmates}/{beds}", "danger" if inmates > beds else "text", beds_tip),
        ("staff", "shield", f"{on}/{wanted}", "warn" if on < wanted else "text", staff_tip),
        ("tension", "activity", str(tension), alarm, words("ui.figure.tension_tip", value=tension)),
    ]

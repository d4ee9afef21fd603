"""The top bar: the prison's name, the clock with its speeds, the key figures."""

from pygame import Rect

from game.sim.engine import calendar
from game.ui.clock import SPEEDS
from game.ui.desk.asking import why_sign
from game.ui.desk.context import Context
from game.ui.desk.eyes import draw_tokens, tokens_width
from game.ui.desk.state import Question
from game.ui.kit import Area, button, icon_button

SPEED_TIPS = ("pause", "watch", "play", "fast", "faster", "fastest")
SPEED_SIGNS = ("", "½×", "1×", "3×", "10×", "60×")
CLOCK_WIDTH = 520
CLOCK, SPEED = 88, 35
"""Width of sign and time of day, and of a speed."""
FOLDS = ("name", "lang", "activity", "day")
"""What the bar leaves out in a narrow window, in this order; the clock says it under the mouse."""
WHY_OF, WHY_SIDE = ("staff", "tension"), 18
"""Figures that say why they are so, and pixels of their "?"."""
OVER = 15
"""Staff beyond what is wanted from which two shifts are in the house."""
ALARMING, TENSE = 75, 50
"""Tension (0..100) from which its figure turns red, and amber."""


def draw_topbar(context: Context, area: Area) -> None:
    """Draw the bar, kept until a minute passes or something in it is touched."""
    clock = context.session.clock
    key = (context.bar_version, clock.speed, clock.until, context.words.lang, context.state.person)
    context.ui.cached("top", area, key, lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui = context.ui
    ui.fill(area, "panel")
    ui.across(area.x, area.bottom - 1, area.w, "line")
    folds = _folds(context, area.w)
    name = _name(context, area, "name" not in folds)
    left = _figures(context, Area(area), "lang" not in folds)
    width = ui.px(CLOCK_WIDTH) if not folds else _clock_width(context, folds)
    x = max(name + ui.px(16 if not folds else 0), min(area.centerx - width // 2, left - width - ui.px(12)))
    _clock(context, Area(x, area.y + ui.px(7), width, area.h - ui.px(14)), folds)


def _folds(context: Context, width: int) -> tuple[str, ...]:
    """What has to be left out so that the rest is whole."""
    ui = context.ui
    figures_wide = sum(_figure_width(context, figure) for figure in figures(context))
    for count in range(len(FOLDS)):
        folds = FOLDS[:count]
        name = ui.px(52) + (0 if folds else _name_width(context) + ui.px(16))
        buttons = ui.px(46 if "lang" in folds else 90)
        clock = _clock_width(context, folds) if folds else ui.px(CLOCK_WIDTH)
        if name + clock + ui.px(20) + tokens_width(context) + figures_wide + buttons <= width:
            return folds
    return FOLDS


def _prison(context: Context) -> str:
    return (context.words.extra.get("prison.name") or context.desk.plan.name).upper()


def _name_width(context: Context) -> int:
    return max(context.ui.width(_prison(context), "title", 20), context.ui.px(70))


def _name(context: Context, area: Area, worded: bool) -> int:
    ui = context.ui
    ui.icon("lock", Rect(area.x, area.y, ui.px(52), area.h), 24, "accent")
    x = area.x + ui.px(52)
    if not worded:
        return x
    title = Rect(x, area.y + ui.px(4), ui.px(190), ui.px(26))
    wide = ui.brief(title, _prison(context), "text", "title", 20)
    small = Rect(x + 1, area.y + ui.px(28), ui.px(190), ui.px(14))
    return x + max(wide, ui.caps(small, context.words("ui.subtitle"), "dim", 10))


def _day(context: Context) -> str:
    words, tick = context.words, context.desk.tick
    return f"{words.day(tick)} · {words.weekday(tick)}"


def _clock_width(context: Context, folds: tuple[str, ...]) -> int:
    ui = context.ui
    day = 0 if "day" in folds else ui.width(_day(context), "body", 13) + ui.px(14)
    now = context.words.named("activity", _activity(context))
    doing = 0 if "activity" in folds else ui.width(now, "strong", 13) + ui.px(12)
    return ui.px(8 + CLOCK + SPEED * len(SPEEDS) + 34) + day + doing


def _clock(context: Context, area: Area, folds: tuple[str, ...]) -> None:
    ui, words, tick = context.ui, context.words, context.desk.tick
    ui.box(area, "bg", 6, "line")
    inner = area.inset(ui.px(4))
    hour = calendar.hour_of(tick)
    ui.icon("sun" if 6 <= hour < 20 else "moon", inner.cut_left(ui.px(30)), 18, "accent")
    _time(context, inner.cut_left(ui.px(58)), "day" in folds)
    _speeds(context, inner)
    now = words.named("activity", _activity(context))
    told = ui.px(CLOCK) if folds else inner.right - area.x
    hot, _ = ui.hit("clock", Rect(area.x, area.y, told, area.h))
    if hot:
        ui.explain(f"[b]{_day(context)}[/b]\n{_hours_now(context)}", area)
    if "day" not in folds:
        day = inner.cut_left(ui.width(_day(context), "body", 13) + ui.px(14))
        ui.label(day, _day(context), "muted", "body", 13)
    if "activity" not in folds:
        ui.label(inner, now, "accent", "strong", 13)


def _time(context: Context, area: Area, with_day: bool) -> None:
    """The time of day, with the day below it where there is no room beside it."""
    ui, now = context.ui, context.words.time(context.desk.tick)
    if not with_day:
        ui.label(area, now, "text", "number", 21)
        return
    ui.label(Rect(area.x, area.y - ui.px(1), area.w, ui.px(17)), now, "text", "number", 17)
    ui.brief(Rect(area.x, area.bottom - ui.px(13), area.w, ui.px(13)), _day(context), "muted", "body", 11)


def _activity(context: Context) -> str:
    """What the regime has now in the first wing."""
    return context.desk.wing(1).activity if len(context.desk.plan.wings) > 1 else ""


def _hours_now(context: Context) -> str:
    """What the regime has now in each wing."""
    words, wings = context.words, context.desk.wings()
    return "\n".join(
        f"{context.narrator.wing_name(wing.id)}: [b]{words.named('activity', wing.activity)}[/b]"
        for wing in wings
    )


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


def _figures(context: Context, area: Area, lang: bool) -> int:
    """The key figures, from the right; returns where they begin."""
    ui, words = context.ui, context.words
    left = area.inset(ui.px(10), ui.px(7))
    tip = words("ui.figure.settings")
    if icon_button(ui, "settings", left.cut_right(ui.px(34), ui.px(2)), "settings", tip):
        context.state.settings = True
    if lang:
        code = "EN" if words.lang == "en" else "DE"
        if button(ui, "lang", left.cut_right(ui.px(36), ui.px(8)), code, kind="ghost", size=13):
            context.wanted_lang = "de" if words.lang == "en" else "en"
    for figure in reversed(figures(context)):
        left.right = _figure(context, left, figure) - ui.px(2)
    draw_tokens(context, left.cut_right(tokens_width(context), ui.px(4)))
    return left.right


def _figure_width(context: Context, figure: tuple[str, str, str, str, str]) -> int:
    ui, label = context.ui, context.words(f"ui.figure.{figure[0]}")
    asks = ui.px(WHY_SIDE) if figure[0] in WHY_OF else 0
    return max(ui.width(figure[2], "number", 16) + asks, ui.width(label, "body", 11)) + ui.px(42)


def _figure(context: Context, left: Area, figure: tuple[str, str, str, str, str]) -> int:
    ui, words = context.ui, context.words
    name, icon, value, colour, tip = figure
    label = words(f"ui.figure.{name}")
    width = _figure_width(context, figure)
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
    wide = ui.label(Rect(x, area.y + ui.px(13), area.w, ui.px(20)), value, colour, "number", 16)
    if name in WHY_OF:
        sign = Rect(x + wide + ui.px(1), area.y + ui.px(14), ui.px(WHY_SIDE), ui.px(20))
        why_sign(context, f"figure.{name}.why", sign, Question(name))
    return area.x


def staff_value(on: int, wanted: int) -> str:
    """How many are on duty; only where some are missing, of how many."""
    return f"{on}/{wanted}" if on < wanted else str(on)


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
    elif on > wanted + OVER:
        staff_tip += "\n" + words("ui.figure.staff_over")
    alarm = "danger" if tension >= ALARMING else "warn" if tension >= TENSE else "text"
    beds_tip = words("ui.figure.inmates_tip", inmates=inmates, capacity=beds, free=max(0, beds - inmates))
    return [
        ("inmates", "users", f"{inmates}/{beds}", "danger" if inmates > beds else "text", beds_tip),
        ("staff", "shield", staff_value(on, wanted), "warn" if on < wanted else "text", staff_tip),
        ("tension", "activity", str(tension), alarm, words("ui.figure.tension_tip", value=tension)),
    ]

"""The chart at the bottom right, and the course of any figure of the top bar."""

from game.ui.desk.context import Context
from game.ui.desk.history import Course
from game.ui.desk.incidents import draw_incidents
from game.ui.desk.topbar import ALARMING
from game.ui.desk.why import why_link
from game.ui.kit import Area, Line, chart, icon_button, pill, rich
from game.ui.kit.widgets import pill_width

WIDTH, HEIGHT = 560, 300
COLOURS = {"inmates": "link", "staff": "good", "tension": "accent"}


def draw_figures(context: Context, area: Area) -> None:
    """Draw the chart, kept until the next sample or until something new is learned."""
    samples = context.session.tension
    key = (samples[-1][0] if samples else 0, len(samples), context.desk.learned_count(), context.words.lang)
    context.ui.cached("figures", area, key, lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui, words = context.ui, context.words
    ui.fill(area, "panel")
    ui.across(area.x, area.y, area.w)
    ui.down(area.x, area.y + ui.px(10), area.h - ui.px(20))
    inner = area.inset(ui.px(16), ui.px(10))
    title = inner.cut_top(ui.px(24), ui.px(2))
    ui.label(title, words("ui.chart.title"), "text", "title", 18)
    _chart(context, inner, "tension", context.session.tension, "chart")


def draw_course(context: Context, area: Area) -> None:
    """Draw the course of a figure over the map."""
    ui, words, state = context.ui, context.words, context.state
    card = Area(area).middle(min(ui.px(WIDTH), area.w - ui.px(24)), min(ui.px(HEIGHT), area.h - ui.px(24)))
    card.y = area.y + ui.px(12)
    ui.cover("course", card)
    ui.shadow(card, 18, 170)
    ui.box(card, "panel", 8, "edge")
    inner = card.inset(ui.px(18), ui.px(12))
    head = inner.cut_top(ui.px(30), ui.px(6))
    if icon_button(ui, "course.close", head.cut_right(ui.px(30), ui.px(8)), "x", words("ui.close")):
        state.chart = ""
        return
    for name, long in (("month", True), ("day", False)):
        text = words(f"course.{name}")
        cell = head.cut_right(pill_width(ui, text), ui.px(6)).inset(0, ui.px(4))
        if pill(ui, f"course.{name}", cell, text, state.chart_long == long):
            state.chart_long = long
    ui.label(head, words(f"ui.figure.{state.chart}"), "text", "title", 22)
    history = context.session.history
    samples = (history.month if state.chart_long else history.day)[state.chart]
    _chart(context, inner, state.chart, samples, "course")


def _chart(context: Context, area: Area, figure: str, course: Course, name: str) -> None:
    ui, words, samples = context.ui, context.words, list(course)
    if len(samples) < 3:
        rich(ui, f"{name}.empty", area, words("ui.chart.empty"), 13, "muted")
        return
    values = tuple(value for _, value in samples)
    top = 100.0 if figure == "tension" else _round_up(max(values))
    line = Line(words(f"ui.figure.{figure}"), values, COLOURS[figure], True)
    band = (float(ALARMING), 100.0, "danger") if figure == "tension" else None
    at = chart(ui, name, area, [line], top, _labels(context, samples), 4, band)
    event = draw_incidents(context, area, name, line, top, course) if figure == "tension" else 0
    if event:
        ui.explain(_told(context, event), area)
    elif at is not None:
        tick, value = samples[at]
        ui.explain(f"{words.moment(tick, context.desk.tick)}  [b]{value:.0f}[/b]", area)


def _told(context: Context, event: int) -> str:
    """What happened, when, and that one may ask why."""
    fact = context.desk.fact(event)
    if fact is None:
        return ""
    when = context.words.moment(fact.tick, context.desk.tick)
    return f"{when}\n{context.narrator.fact(fact)}{why_link(context, fact)}"


def _round_up(value: float) -> float:
    """A round number above a value, for the top of a chart."""
    for step in (4, 8, 12, 20, 40, 60, 80, 100, 200, 300, 400, 600, 800, 1000):
        if value <= step:
            return float(step)
    return float(-(-value // 500) * 500)


def _labels(context: Context, samples: list[tuple[int, float]]) -> list[tuple[float, str]]:
    """Whole hours, or days, along the bottom, as many as fit: where (0..1), and which."""
    first, last = samples[0][0], samples[-1][0]
    hours = max(1, (last - first) // 60)
    if hours > 48:
        days = range(-(-first // 1440) * 1440, last + 1, 1440 * max(1, hours // 24 // 8))
        return [((tick - first) / (last - first), str(tick // 1440 + 1)) for tick in days]
    step = next(step for step in (1, 2, 3, 4, 6) if hours // step <= 8 or step == 6) * 60
    start = -(-first // step) * step
    return [((tick - first) / (last - first), str(tick // 60 % 24)) for tick in range(start, last + 1, step)]

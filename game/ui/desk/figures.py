"""The chart at the bottom right: tension over the last day."""

from game.ui.desk.context import Context
from game.ui.desk.topbar import ALARMING
from game.ui.kit import Area, Line, chart, rich


def draw_figures(context: Context, area: Area) -> None:
    """Draw the chart, kept until the next sample."""
    samples = context.session.tension
    key = (samples[-1][0] if samples else 0, len(samples), context.words.lang)
    context.ui.cached("figures", area, key, lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui, words = context.ui, context.words
    ui.fill(area, "panel")
    ui.across(area.x, area.y, area.w)
    ui.down(area.x, area.y + ui.px(10), area.h - ui.px(20))
    inner = area.inset(ui.px(16), ui.px(10))
    title = inner.cut_top(ui.px(24), ui.px(2))
    ui.label(title, words("ui.chart.title"), "text", "title", 18)
    samples = list(context.session.tension)
    if len(samples) < 3:
        rich(ui, "chart.empty", inner, words("ui.chart.empty"), 13, "dim")
        return
    line = Line(words("ui.chart.tension"), tuple(value for _, value in samples), "accent", True)
    at = chart(ui, "chart", inner, [line], 100, _labels(samples), 4, (ALARMING, 100, "danger"))
    if at is not None:
        tick, value = samples[at]
        ui.explain(f"{words.moment(tick, context.desk.tick)}  [b]{value:.0f}[/b]", inner)


def _labels(samples: list[tuple[int, float]]) -> list[tuple[float, str]]:
    """Whole hours along the bottom, as many as fit: where (0..1), and which."""
    first, last = samples[0][0], samples[-1][0]
    hours = max(1, (last - first) // 60)
    step = next(step for step in (1, 2, 3, 4, 6) if hours // step <= 8 or step == 6) * 60
    start = -(-first // step) * step
    return [((tick - first) / (last - first), str(tick // 60 % 24)) for tick in range(start, last + 1, step)]

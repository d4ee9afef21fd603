"""The objectives: what is asked of the office, how it stands with that, and why it came as it did."""

from game.sim.views import MeasureView, ObjectiveView
from game.ui.desk.context import Context
from game.ui.desk.parts import section
from game.ui.kit import Area, rich, rich_height
from game.ui.words.words import Words

STATES = {
    "open": ("circle-dashed", "muted"),
    "kept": ("circle-check", "good"),
    "done": ("circle-check", "good"),
    "failed": ("circle-x", "danger"),
}
"""Icon and colour of an objective by its state."""
ASKED = {">=": "least", "<=": "most", ">": "above", "<": "below", "=": "just", "!=": "not"}
"""Names of comparisons in the texts."""
TIGHT = {"need": 10, "debt": 4}
"""How near to its bound a figure is a warning: points of a need, packs of a debt."""


def draw_objectives(context: Context, area: Area, asks: bool = True) -> bool:
    """The objectives, each with its state as icon, colour and word; `asks`: of what is decided one can ask why.

    Tells whether a link was followed, so that what lies over its goal can make way.
    """
    ui, words, followed = context.ui, context.words, False
    section(context, area, words("ui.brief.objectives"))
    objectives = context.desk.objectives()
    if not objectives:
        ui.label(area.cut_top(ui.px(22)), words("ui.brief.none"), "muted", "body", 13)
    for objective in objectives:
        icon, colour = STATES.get(objective.state, STATES["open"])
        text = context.narrator.text(objective.text)
        height = rich_height(ui, text, area.w - ui.px(30)) + ui.px(18)
        row = area.cut_top(height, ui.px(4))
        ui.icon(icon, Area(row.x, row.y, ui.px(22), ui.px(20)), 18, colour)
        line = Area(row.x + ui.px(30), row.y, row.w - ui.px(30), height)
        link = rich(ui, f"brief.objective.{objective.key}", line, text)
        state = Area(line.x, row.bottom - ui.px(18), line.w, ui.px(16))
        link = _state(context, state, objective, asks) or link
        context.follow_link(link)
        followed |= link is not None
    return followed


def _state(context: Context, area: Area, objective: ObjectiveView, asks: bool) -> str | None:
    """What has become of it, with a way to ask why; of an open one, how its figures stand."""
    ui, words = context.ui, context.words
    word, colour = words.named("objective", objective.state), STATES.get(objective.state, STATES["open"])[1]
    ui.label(area.cut_left(ui.width(word, "body", 12), ui.px(6)), word, colour, "body", 12)
    if objective.because:
        link = f"[link=e{objective.because}]{words('why.link')}[/link]"
        return rich(ui, f"brief.objective.{objective.key}.why", area, link, 12) if asks else None
    if objective.measures:
        figures = " · ".join(_measured(words, each) for each in objective.measures)
        risky = any(_is_tight(each) for each in objective.measures)
        ui.label(area, f"· {figures}", "warn" if risky else "dim", "body", 12)
    return None


def _measured(words: Words, measure: MeasureView) -> str:
    """How one figure stands and what is asked of it: "Company 43 (at least 15)"."""
    name = words.named("need", measure.need) if measure.need else words(f"ui.brief.measure.{measure.of}")
    value = words("ui.dossier.unknown") if measure.value is None else words.number(round(measure.value))
    asked = words(f"ui.brief.asked.{ASKED[measure.sign]}", n=words.number(round(measure.bound)))
    return words("ui.brief.measured", name=name, value=value, asked=asked)


def _is_tight(measure: MeasureView) -> bool:
    """Whether a need or a debt is near the bound it must not pass."""
    near = TIGHT.get(measure.of)
    return near is not None and measure.value is not None and abs(measure.value - measure.bound) < near

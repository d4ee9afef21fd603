"""The dossier's page on how somebody is, its lower half: stress day by day, temper as assessed, wounds as known."""

from pygame import Rect

from game.sim.desk.minds import MindView
from game.sim.views import Dossier, Estimate
from game.ui.desk.asking import sure_colour, sureness, why_sign
from game.ui.desk.context import Context
from game.ui.desk.parts import section
from game.ui.desk.state import Question
from game.ui.kit import Area, Line, chart, rich, rich_height

DOUBT = 40.0
"""Points to either side within which a trait may lie when nothing at all is known of it."""


def none(context: Context, area: Area, text: str) -> None:
    """A line that says that there is nothing."""
    height = rich_height(context.ui, text, area.w, 13)
    rich(context.ui, "mind.none", area.cut_top(height, context.ui.px(4)), text, 13, "muted")


def draw_course(context: Context, area: Area, found: MindView) -> None:
    """Stress over time; the last point is how it is judged now."""
    ui, words = context.ui, context.words
    section(context, area, words("mind.course"))
    points = list(found.stress_history)
    if found.stress.source >= 0 or context.desk.sees_all:
        points.append((context.desk.tick, found.stress.value))
    if len(points) < 2:
        none(context, area, words("mind.course_few"))
        area.cut_top(ui.px(10))
        return
    place = area.cut_top(ui.px(112), ui.px(14))
    values = tuple(value for _, value in points)
    days = [words.day(tick) for tick, _ in points[:-1]] + [words("mind.course_now")]
    steps = max(1, len(points) // 5)
    labels = [
        (number / (len(points) - 1), str(points[number][0] // 1440 + 1))
        for number in range(0, len(points) - 1, steps)
    ] + [(1.0 - ui.px(10) / place.w, words("mind.course_now"))]
    line = Line(words("mind.stress"), values, "warn", True)
    at = chart(ui, "dossier.stress", place, [line], 100.0, labels, 2, (75.0, 100.0, "danger"))
    if at is not None:
        ui.explain(f"{days[at]}  [b]{values[at]:.0f}[/b]", place)


def draw_temper(context: Context, area: Area, file: Dossier) -> None:
    """His traits as assessed, the surest first."""
    ui = context.ui
    if not file.traits:
        return
    section(context, area, context.words("mind.temper"))
    for trait in sorted(file.traits, key=lambda trait: -trait.confidence):
        _trait(context, area, file, trait)
    area.cut_top(ui.px(10))


def _trait(context: Context, area: Area, file: Dossier, trait: Estimate) -> None:
    """A value with the band in which it may lie, and how sure the office is in a word."""
    ui, words = context.ui, context.words
    row, name = area.cut_top(ui.px(22)), words(f"trait.{trait.key}.name")
    spread = DOUBT * (1 - trait.confidence)
    low, high = max(0.0, trait.value - spread), min(100.0, trait.value + spread)
    sure = words(f"mind.sure.{sureness(trait.confidence)}")
    why_sign(
        context,
        f"dossier.why.trait.{trait.key}",
        row.cut_right(ui.px(20)),
        Question("trait", file.id, 0, trait.key),
    )
    hot, _ = ui.hit(f"dossier.trait.{trait.key}", row)
    ui.label(row.cut_left(ui.px(92)), name, "text" if hot else "muted", "body", 13)
    ui.brief(row.cut_right(ui.px(92), ui.px(6)), sure, sure_colour(trait.confidence), "body", 12)
    track = Rect(row.x, row.centery - ui.px(3), row.w - ui.px(8), ui.px(6))
    ui.box(track, "raised", 3)
    left, right = (track.x + round(track.w * value / 100) for value in (low, high))
    ui.box(Rect(left, track.y, max(ui.px(4), right - left), track.h), ui.theme.mix("link", "panel", 0.55), 3)
    ui.dot((track.x + round(track.w * trait.value / 100), track.centery), 4, "link")
    if hot:
        tip = words(
            "mind.temper_tip",
            name=name,
            value=round(trait.value),
            low=round(low),
            high=round(high),
            sure=sure,
        )
        ui.explain(tip, row)


def draw_body(context: Context, area: Area, file: Dossier) -> None:
    """What is known of his wounds."""
    ui, words = context.ui, context.words
    section(context, area, words("mind.body"))
    found = context.desk.wound(file.id)
    if found is None:
        none(context, area, words("mind.unhurt"))
        return
    when = words.moment(found.tick, context.desk.tick)
    how = words("mind.by_medics" if found.by_medics else "mind.by_sight")
    text = words("mind.wound", wound=words.named("severity", found.severity), time=when)
    if found.event:
        text += f" [link=e{found.event}]{words('why.link')}[/link]"
    row = area.cut_top(rich_height(ui, text, area.w - ui.px(26), 14), ui.px(2))
    ui.icon("droplet", Rect(row.x, row.y, ui.px(18), ui.px(18)), 15, "danger")
    context.follow_link(
        rich(ui, "mind.wound", Rect(row.x + ui.px(26), row.y, row.w - ui.px(26), row.h), text, 14)
    )
    ui.label(area.cut_top(ui.px(18)).inset(ui.px(26), 0), how, "dim", "body", 12)

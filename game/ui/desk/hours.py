"""The grid of hours: all wings by the hour, painted with the mouse, and what won't fit when it comes to that."""

from pygame import Rect

from game.sim.commands import SetRegime
from game.sim.engine.calendar import hour_of
from game.sim.house.plan import ACTIVITIES
from game.sim.views import WingView
from game.ui.desk.clashes import Clash, clashes
from game.ui.desk.context import Context
from game.ui.desk.parts import section, sheet_head
from game.ui.desk.wings import ICONS, hour_box
from game.ui.kit import Area, button, rich, rich_height, scroll_content

SHEET_WIDTH = 820
HOURS, NAME, ROW = 24, 132, 34
"""Hours of a day, width of the wings' names, height of a row."""


def draw_hours(context: Context, area: Area) -> None:
    """Draw the sheet, kept until a minute passes."""
    state = context.state
    key = (context.version, context.words.lang, state.brush, state.painting)
    context.ui.cached("hours", area, key, lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui, words = context.ui, context.words
    ui.fill(area, "panel")
    ui.down(area.right - 1, area.y, area.h)
    inner = area.inset(ui.px(16), ui.px(12))
    sheet_head(context, inner, words("hours.title"), "hours")
    _brushes(context, inner.cut_top(ui.px(32), ui.px(6)))
    ui.label(inner.cut_top(ui.px(20), ui.px(8)), words("hours.hint"), "muted", "body", 13)
    wings = [wing for wing in context.desk.wings() if wing.capacity or wing.inmates]
    if not ui.inputs.down:
        context.state.painting = None
    _scale(context, inner.cut_top(ui.px(18), ui.px(2)))

    def content(whole: Area) -> None:
        whole.cut_top(ui.px(1))
        for wing in wings:
            _row(context, whole.cut_top(ui.px(ROW), ui.px(3)), wing)
        whole.cut_top(ui.px(8))
        _clashes(context, whole, clashes(context, wings))

    scroll_content(ui, "hours", inner, content)


def _brushes(context: Context, line: Area) -> None:
    """The activities to paint with."""
    ui, state = context.ui, context.state
    names = [context.words.named("activity", activity) for activity in ACTIVITIES]
    widths = [ui.width(name, "body", 12) + ui.px(48) for name in names]
    spare = line.w - sum(widths) - ui.px(4) * (len(names) - 1)
    cells = line.columns(len(names), ui.px(4))
    for number, (width, text, activity) in enumerate(zip(widths, names, ACTIVITIES, strict=True)):
        cell = line.cut_left(width + spare // len(names), ui.px(4)) if spare >= 0 else cells[number]
        active = state.brush == activity
        if button(ui, f"hours.brush.{activity}", cell, text, ICONS[activity], active=active, size=12):
            state.brush = "" if active else activity
        mark = Rect(cell.x + ui.px(4), cell.bottom - ui.px(5), cell.w - ui.px(8), ui.px(3))
        hour_box(context, mark, activity, active)


def _cells(context: Context, line: Area) -> list[Area]:
    ui = context.ui
    left = Area(line)
    left.cut_left(ui.px(NAME), ui.px(6))
    return left.columns(HOURS, ui.px(2))


def _scale(context: Context, line: Area) -> None:
    ui, now = context.ui, hour_of(context.desk.tick)
    for hour, cell in enumerate(_cells(context, line)):
        ui.label(cell, str(hour), "text" if hour == now else "dim", "small_number", 12, "centre")


def _row(context: Context, line: Area, wing: WingView) -> None:
    ui, words, now = context.ui, context.words, hour_of(context.desk.tick)
    name = Rect(line.x, line.y, ui.px(NAME), line.h)
    half = line.h // 2
    ui.label(
        Rect(name.x, name.y, name.w, half + ui.px(2)),
        context.narrator.wing_name(wing.id),
        "text",
        "strong",
        14,
    )
    inmates = words("ui.wings.inmates", n=wing.inmates, capacity=wing.capacity)
    ui.label(Rect(name.x, name.y + half, name.w, half), inmates, "dim", "body", 12)
    for hour, cell in enumerate(_cells(context, line)):
        hot, hit = ui.hit(f"hours.{wing.key}.{hour}", cell)
        hour_box(context, cell, wing.hours[hour], hot)
        ui.icon(ICONS.get(wing.hours[hour], "circle"), cell, 14, "text")
        if hour == now:
            ui.ring(cell.inflate(2, 2), "text", 4)
        if hot:
            ui.explain(
                f"[b]{words('ui.hour', n=hour)}[/b]  {words.named('activity', wing.hours[hour])}", cell
            )
        over = cell.collidepoint(ui.inputs.mouse) and ui.inputs.down and (ui.held or "").startswith("hours.")
        if hit or (over and context.state.brush):
            _paint(context, wing, hour)


def _paint(context: Context, wing: WingView, hour: int) -> None:
    """Give an hour the brush's activity; without a brush, take the hour's own for one."""
    state = context.state
    if not state.brush:
        state.brush = wing.hours[hour]
        return
    if state.painting == (wing.id, hour) or wing.hours[hour] == state.brush:
        return
    state.painting = (wing.id, hour)
    context.order(SetRegime(wing.id, hour, state.brush))


def _clashes(context: Context, area: Area, found: list[Clash]) -> None:
    """What won't fit, hour by hour: as marks under the grid, and in words."""
    ui, words = context.ui, context.words
    line = area.cut_top(ui.px(26), ui.px(8))
    ui.label(Rect(line.x, line.y, ui.px(NAME), line.h), words("hours.clashes"), "muted", "body", 13)
    by_hour = {hour: clash for clash in found for hour in clash.hours}
    for hour, cell in enumerate(_cells(context, line)):
        clash = by_hour.get(hour)
        ui.box(
            cell, ui.theme.mix("danger", "panel", 0.55) if clash else "card", 3, "danger" if clash else None
        )
        if clash:
            ui.icon("triangle-alert", cell, 14, "danger")
    section(context, area, words("hours.ahead"))
    if not found:
        ui.label(area.cut_top(ui.px(22)), words("hours.fits"), "good", "body", 13)
        return
    for index, clash in enumerate(found):
        row = area.cut_top(rich_height(ui, clash.text, area.w - ui.px(40), 13) + ui.px(6))
        ui.icon("triangle-alert", Rect(row.x, row.y, ui.px(22), ui.px(18)), 15, "danger")
        at = Rect(row.x + ui.px(28), row.y, row.w - ui.px(40), row.h)
        context.follow_link(rich(ui, f"hours.clash.{index}", at, clash.text, 13))

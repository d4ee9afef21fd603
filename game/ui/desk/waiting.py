"""What hangs below the clock: the questions that wait for an answer, and why the clock stopped by itself."""

from pygame import Rect

from game.sim.views import DecisionView
from game.ui.desk.context import Context
from game.ui.desk.questions import is_urgent
from game.ui.desk.why import why_link
from game.ui.kit import Area, button, icon_button, plain_text, rich
from game.ui.kit.richtext import setting
from game.ui.session import Halt

WIDTH, ROW = 560, 36
SHOWN = 2
"""Questions told of at once; the rail counts the others."""
LEAST_SIDE = 10


def draw_waiting(context: Context, area: Area) -> None:
    """Draw the lines at the top of `area`, which is cut."""
    state = context.state
    if state.decision or state.daily or state.assigning:
        return
    for decision in context.desk.decisions()[:SHOWN]:
        _question(context, area, decision)
    halt = context.session.halt
    if halt is not None and halt.fact is not None and not _told(context, halt):
        _stopped(context, area, halt)


def _told(context: Context, halt: Halt) -> bool:
    """Whether a banner, or the card of a request, says already what stopped the clock."""
    fact, attention = halt.fact, context.session.attention
    if fact is None or (fact.detail in attention.petitions and fact.kind == "RequestMade"):
        return True
    return any(alert.fact.event == fact.event for alert in attention.open_alerts(context.desk.tick)[:1])


def _plate(context: Context, area: Area, height: int, tone: str) -> Area:
    """The ground of a line, with what is inside of it."""
    ui = context.ui
    width = min(ui.px(WIDTH), area.w - ui.px(2 * LEAST_SIDE))
    plate = Area(area.centerx - width // 2, area.y, width, height)
    area.cut_top(height, ui.px(6))
    ui.cover(f"waiting.{plate.y}", plate)
    ui.shadow(plate, 12, 150)
    ui.box(plate, "panel", 7, tone)
    ui.fill(Rect(plate.x + 1, plate.y + ui.px(6), ui.px(4), plate.h - ui.px(12)), tone)
    return plate.inset(ui.px(10), 0)


def _question(context: Context, area: Area, decision: DecisionView) -> None:
    """A question that waits: its title, the time that is left, and the way to it."""
    ui, words = context.ui, context.words
    tone = "danger" if is_urgent(decision, context.desk.tick) else "accent"
    line = _plate(context, area, ui.px(ROW), tone)
    ui.icon("gavel", line.cut_left(ui.px(30), ui.px(6)), 20, tone)
    text = words("ui.decision.answer")
    cell = line.cut_right(ui.width(text, "body", 13) + ui.px(28), ui.px(8)).inset(0, ui.px(4))
    if button(ui, f"waiting.{decision.id}", cell, text, kind="primary", size=13):
        context.state.decision, context.state.option = decision.id, ""
    left = words("ui.decision.left", time=words.length(decision.deadline - context.desk.tick))
    ui.label(line.cut_right(ui.width(left, "body", 13), ui.px(10)), left, tone, "body", 13)
    ui.brief(line, plain_text(context.narrator.text(decision.title)), "text", "strong", 14)


def _stopped(context: Context, area: Area, halt: Halt) -> None:
    """The line that stopped the clock, and the way there."""
    ui, words, fact = context.ui, context.words, halt.fact
    if fact is None:
        return
    text = f"[c=dim]{words('ui.speed.stopped', time=words.time(halt.tick))}[/c] {context.narrator.fact(fact)}"
    text += why_link(context, fact)
    go = words("alert.go") if fact.place or fact.who else ""
    wide = ui.width(go, "body", 13) + ui.px(46) if go else 0
    room = min(ui.px(WIDTH), area.w - ui.px(2 * LEAST_SIDE)) - ui.px(20 + 36 + 34) - wide
    made = setting(ui, text, room, 13)
    icon, colour = context.narrator.sign(fact.kind)
    line = _plate(context, area, max(ui.px(ROW), made.height + ui.px(16)), colour)
    ui.icon(icon, line.cut_left(ui.px(30), ui.px(6)), 18, colour)
    if icon_button(ui, "halt.dismiss", line.cut_right(ui.px(26), ui.px(4)), "x", words("alert.dismiss")):
        context.session.forget_halt()
    if go:
        cell = line.cut_right(wide, ui.px(8))
        square = Area(cell.x, cell.centery - ui.px(14), cell.w, ui.px(28))
        if button(ui, "halt.go", square, go, "map-pin", size=13):
            _go(context, halt)
    at = Area(line.x, line.centery - made.height // 2, room, made.height)
    context.follow_link(rich(ui, "halt.text", at, text, 13))


def _go(context: Context, halt: Halt) -> None:
    """Show the place, and the file of whom it is about."""
    fact = halt.fact
    if fact is None:
        return
    context.wanted_room = fact.place
    if fact.who:
        context.select(fact.who, show=not fact.place)

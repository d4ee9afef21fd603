"""What hangs below the clock: the questions that wait for an answer, and why the clock stopped by itself.

While a sheet leaves no map for cards, all that waits is told in one line of a row above the sheet.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from pygame import Rect

from game.sim.minds.knowledge import Fact
from game.sim.views import DecisionView
from game.ui.desk.alerts import alerts_shown
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.fights import fights, fights_shown, watch, what_goes_on
from game.ui.desk.questions import is_urgent
from game.ui.desk.requests import ICONS as REQUEST_ICONS
from game.ui.desk.requests import asks, pressing
from game.ui.desk.why import why_link
from game.ui.kit import Area, button, icon_button, plain_text, rich
from game.ui.kit.richtext import setting
from game.ui.kit.theme import Colour
from game.ui.session import Halt

WIDTH, ROW, FACE = 560, 36, 28
SHOWN = 2
"""Questions told of at once; the rail counts the others."""
LEAST_SIDE = 10


class Line(NamedTuple):
    """Something that waits, told in one line."""

    name: str
    """How the ids of its buttons begin."""
    icon: str
    tone: Colour
    text: str
    leads: str
    """What its button says; empty where there is nothing to go to."""
    go: Callable[[], object]
    shut: Callable[[], object]
    """Puts it aside."""


def draw_waiting(context: Context, area: Area) -> None:
    """Draw the lines at the top of `area`, which is cut."""
    state = context.state
    if state.decision or state.daily or state.assigning:
        return
    open_now = context.desk.decisions()
    if len(open_now) > 1 and fights(context):  # no room to lose while there is something to see
        _folded(context, area, open_now)
    else:
        for decision in open_now[:SHOWN]:
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


def _plate(context: Context, area: Area, height: int, tone: Colour) -> Area:
    """The ground of a line, with what is inside of it."""
    ui = context.ui
    width = min(ui.px(WIDTH), area.w - ui.px(2 * LEAST_SIDE))
    plate = Area(area.centerx - width // 2, area.y, width, height)
    area.cut_top(height, ui.px(6))
    ui.cover(f"waiting.{plate.y}", plate)
    ui.shadow(plate, 12, 150)
    return _ground(context, plate, tone)


def _ground(context: Context, plate: Area, tone: Colour) -> Area:
    ui = context.ui
    ui.box(plate, "panel", 7, tone)
    ui.fill(Rect(plate.x + 1, plate.y + ui.px(6), ui.px(4), plate.h - ui.px(12)), tone)
    return plate.inset(ui.px(10), 0)


def _question(context: Context, area: Area, decision: DecisionView) -> None:
    """A question that waits, on a plate of its own."""
    _asks(context, _plate(context, area, context.ui.px(ROW), _tone(context, decision)), decision)


def _asks(context: Context, line: Area, decision: DecisionView) -> None:
    """Whom a question is about, its title, the time that is left, and the way to it."""
    ui = context.ui
    if decision.about:
        face = line.cut_left(ui.px(FACE), ui.px(10)).inset(0, (line.h - ui.px(FACE)) // 2)
        draw_face(context, decision.about[0], face)
    else:
        ui.icon("gavel", line.cut_left(ui.px(30), ui.px(6)), 20, _tone(context, decision))
    _title_and_answer(context, line, decision, _title(context, decision))


def _folded(context: Context, area: Area, decisions: Sequence[DecisionView]) -> None:
    """All the questions that wait on one plate."""
    tone = _tone(context, decisions[0])
    _counted(context, _plate(context, area, context.ui.px(ROW), tone), decisions)


def _counted(context: Context, line: Area, decisions: Sequence[DecisionView]) -> None:
    """How many questions wait, with the way to the first of them."""
    ui, first = context.ui, decisions[0]
    ui.icon("gavel", line.cut_left(ui.px(30), ui.px(6)), 20, _tone(context, first))
    _title_and_answer(context, line, first, context.words("ui.decision.open", n=len(decisions)))


def _tone(context: Context, decision: DecisionView) -> Colour:
    return "danger" if is_urgent(decision, context.desk.tick) else "accent"


def _title(context: Context, decision: DecisionView) -> str:
    """What is asked, with the name of whom it is about unless it says so."""
    title = plain_text(context.narrator.text(decision.title))
    name = context.desk.short_name(decision.about[0]) if decision.about else ""
    return title if not name or name in title else f"{name}: {title}"


def _title_and_answer(context: Context, line: Area, decision: DecisionView, title: str) -> None:
    """The line's words and its button; what there is no room for is left out, the title last."""
    ui, words = context.ui, context.words
    answer = words("ui.decision.answer")
    left = words("ui.decision.left", time=words.length(decision.deadline - context.desk.tick))
    needed, button_wide = ui.width(title, "strong", 14), ui.width(answer, "body", 13) + ui.px(28)
    spare = line.w - needed - button_wide - ui.px(8)
    timed = spare >= ui.width(left, "body", 13) + ui.px(20)
    worded = timed or spare >= 0
    cell = line.cut_right(button_wide if worded else ui.px(32), ui.px(8)).inset(0, ui.px(4))
    sign, tip = ("", left) if worded else ("gavel", f"{answer} · {left}")
    if button(
        ui, f"waiting.{decision.id}", cell, answer if worded else "", sign, "primary", tip=tip, size=13
    ):
        context.state.decision, context.state.option = decision.id, ""
    if timed:
        at = line.cut_right(ui.width(left, "body", 13), ui.px(10))
        ui.label(at, left, _tone(context, decision), "body", 13)
    ui.brief(line, title, "text", "strong", 14)


def _stopped(context: Context, area: Area, halt: Halt) -> None:
    """The line that stopped the clock, and the way there."""
    ui, words, fact = context.ui, context.words, halt.fact
    if fact is None:
        return
    how = words("ui.speed.slowed" if halt.slowed else "ui.speed.stopped", time=words.time(halt.tick))
    text = f"[c=dim]{how}[/c] {context.narrator.fact(fact)}"
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
            _go(context, fact)
    at = Area(line.x, line.centery - made.height // 2, room, made.height)
    context.follow_link(rich(ui, "halt.text", at, text, 13))


def _go(context: Context, fact: Fact) -> None:
    """Show the place, and the file of whom it is about."""
    context.wanted_room = fact.place
    if fact.who:
        context.select(fact.who, show=not fact.place)


def draw_row(context: Context, row: Area, free: bool) -> None:
    """Draw the most urgent of what waits in a row above the sheet. Taken now, it is free in the next frame."""
    ui, found, questions = context.ui, _lines(context), context.desk.decisions()
    count = len(found) + len(questions)
    if not count:
        return
    ui.cover("waiting.row", row)
    if not free:
        return
    ui.fill(row, "bg")
    line = row.inset(ui.px(8), ui.px(4))
    urgent = [line for line in found if line.tone == "danger"]
    first = (urgent or found)[0] if urgent or not questions else None
    told = 1 if first or len(questions) == 1 else len(questions)
    if count > told:
        more = context.words("alert.more", n=count - told)
        ui.label(line.cut_right(ui.width(more, "body", 12), ui.px(10)), more, "muted", "body", 12, "right")
    plate = _ground(context, line, first.tone if first else _tone(context, questions[0]))
    if first:
        _tell(context, plate, first)
    elif told > 1:
        _counted(context, plate, questions)
    else:
        _asks(context, plate, questions[0])


def _tell(context: Context, line: Area, told: Line) -> None:
    """What happened, with the way there; a click there closes the sheet, so that all of the card is seen."""
    ui = context.ui
    ui.icon(told.icon, line.cut_left(ui.px(30), ui.px(6)), 18, told.tone)
    shut = line.cut_right(ui.px(26), ui.px(6))
    if icon_button(ui, f"{told.name}.dismiss", shut, "x", context.words("alert.dismiss")):
        told.shut()
    if told.leads:
        cell = line.cut_right(ui.width(told.leads, "body", 13) + ui.px(28), ui.px(8)).inset(0, ui.px(4))
        if button(ui, f"{told.name}.go", cell, told.leads, kind="primary", size=13):
            context.state.sheet = ""
            told.go()
    ui.brief(line, plain_text(told.text), "text", "strong", 14)


def _lines(context: Context) -> list[Line]:
    """What waits beside questions, the most urgent first."""
    words, state, tell = context.words, context.state, context.narrator
    found = [
        Line("fight", "swords", "danger", what_goes_on(context, fight), words("fight.watch"),
             partial(watch, context, fight), partial(state.fights_shut.add, fight.id))
        for fight in fights_shown(context)
    ]  # fmt: skip
    for alert in alerts_shown(context):
        icon, tone = ("siren", "danger") if alert.alarming else (tell.sign(alert.fact.kind)[0], "warn")
        found.append(
            _news(context, "alert", icon, tone, alert.fact, partial(setattr, alert, "dismissed", True))
        )
    halt, request = context.session.halt, pressing(context)
    if halt is not None and halt.fact is not None and not _told(context, halt):
        sign = tell.sign(halt.fact.kind)
        found.append(_news(context, "halt", *sign, halt.fact, context.session.forget_halt))
    if request is not None and state.sheet != "requests":
        found.append(
            Line("request", REQUEST_ICONS[request.kind], "accent", asks(context, request),
                 words("ui.decision.answer"), partial(setattr, state, "sheet", "requests"),
                 context.session.attention.petitions.pop)
        )  # fmt: skip
    return found


def _news(
    context: Context, name: str, icon: str, tone: Colour, fact: Fact, shut: Callable[[], object]
) -> Line:
    """What was learned, as a line that leads to where it happened."""
    leads = context.words("alert.go") if fact.place or fact.who else ""
    return Line(name, icon, tone, context.narrator.fact(fact), leads, partial(_go, context, fact), shut)

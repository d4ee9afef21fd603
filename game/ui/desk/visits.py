"""The sheet of visits: who comes when, who waits for a word, what letters say, what was found, and each wing's rule."""

from pygame import Rect

from game.sim.commands import SetVisitRule
from game.sim.desk.visits import VisitView
from game.sim.engine.calendar import MINUTES_PER_DAY, hour_of
from game.sim.visits.book import BOOK_DAYS, RULES_OF_VISITS, VISITING_HOURS
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.parts import sheet_head
from game.ui.desk.visit_card import card_height, draw_visit
from game.ui.desk.visit_finds import draw_finds, draw_letters
from game.ui.kit import Area, button, scroll_content, tabs
from game.ui.kit.theme import Colour
from game.ui.kit.widgets import pill, pill_width

SHEET_WIDTH = 700
TABS = ("table", "open", "letters", "finds", "rules")
STATES: dict[str, tuple[Colour, str]] = {
    "asked": ("accent", "circle-question-mark"),
    "allowed": ("good", "check"),
    "denied": ("danger", "x"),
    "under way": ("link", "message-circle"),
    "over": ("dim", "circle-check"),
}
"""By state: colour and sign."""
HOUR_WIDTH, CELL, BOOTHS = 52, 46, 12
"""Width of the hours, height of a row, and the most booths in a row of the table."""


def draw_visits(context: Context, area: Area) -> None:
    """Draw the sheet, kept until a minute passes."""
    state = context.state
    key = (context.version, context.words.lang, state.visits_tab, state.visits_day, state.visit)
    context.ui.cached("visits", area, key, lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui, words, state = context.ui, context.words, context.state
    ui.fill(area, "panel")
    ui.down(area.right - 1, area.y, area.h)
    inner = area.inset(ui.px(16), ui.px(12))
    sheet_head(context, inner, words("visits.title"), "visits")
    count = len(context.desk.visits_open())
    names = [
        words(f"visits.tab.{name}") + (f" ({count})" if name == "open" and count else "") for name in TABS
    ]
    state.visits_tab = tabs(ui, "visits.tab", inner.cut_top(ui.px(32), ui.px(12)), names, state.visits_tab)
    drawers = (_table, _open, draw_letters, draw_finds, _rules)
    draw = drawers[state.visits_tab]
    scroll_content(ui, f"visits.{state.visits_tab}", inner, lambda whole: draw(context, whole))


# the timetable


def _table(context: Context, whole: Area) -> None:
    """A day's visits by hour and booth; the one that is looked at lies open below."""
    ui, words, state, today = (
        context.ui,
        context.words,
        context.state,
        context.desk.tick // MINUTES_PER_DAY + 1,
    )
    day = state.visits_day if state.visits_day >= today else today
    line = whole.cut_top(ui.px(24), ui.px(10))
    for number in range(today, today + BOOK_DAYS + 1):
        text = words("visits.today") if number == today else words("ui.day", n=number)
        cell = line.cut_left(pill_width(ui, text), ui.px(4))
        if pill(ui, f"visits.day.{number - today}", cell, text, number == day):
            state.visits_day, state.visit = number, 0
    found = context.desk.visits(day)
    booths = booth_count(context)
    for hour in VISITING_HOURS:
        _hour(
            context,
            whole.cut_top(ui.px(CELL), ui.px(4)),
            hour,
            [v for v in found if v.hour == hour],
            booths,
            day == today,
        )
    whole.cut_top(ui.px(4))
    _legend(context, whole.cut_top(ui.px(20), ui.px(10)))
    shown = next((v for v in found if v.id == state.visit), None)
    if shown is None:
        text = words("visits.pick") if found else words("visits.none_that_day")
        ui.brief(whole.cut_top(ui.px(24)), text, "muted", "body", 13)
    else:
        draw_visit(context, whole.cut_top(card_height(context, shown, whole.w)), shown)


def booth_count(context: Context) -> int:
    """How many booths the prison's visiting rooms have."""
    plan = context.desk.plan
    rooms = {room.id for room in plan.rooms[1:] if room.kind == "visiting"}
    return sum(spot.kind == "visit" and spot.room in rooms for spot in plan.spots[1:])


def _hour(context: Context, line: Area, hour: int, found: list[VisitView], booths: int, today: bool) -> None:
    ui = context.ui
    now = today and hour_of(context.desk.tick) == hour
    ui.label(line.cut_left(ui.px(HOUR_WIDTH)), f"{hour}:00", "text" if now else "muted", "number", 14)
    count = max(len(found), min(booths, BOOTHS), 1)
    for number, cell in enumerate(line.columns(count, ui.px(4))):
        if number >= len(found):
            ui.box(cell, "card", 5, None)
            continue
        _seat(context, cell, found[number])


def _seat(context: Context, cell: Area, visit: VisitView) -> None:
    """A booth in an hour: who is visited, and how it stands with the visit."""
    ui, words = context.ui, context.words
    hot, hit = ui.hit(f"visits.seat.{visit.id}", cell, 5)
    tone, icon = STATES[visit.state]
    chosen = context.state.visit == visit.id
    ui.box(cell, "hover" if hot else "raised", 5, "text" if chosen else tone, thick=1.5 if chosen else 1)
    side = min(cell.h - ui.px(6), cell.w - ui.px(6))
    draw_face(context, visit.inmate, Rect(cell.x + (cell.w - side) // 2, cell.y + ui.px(3), side, side))
    ui.fill(Rect(cell.x + ui.px(3), cell.bottom - ui.px(4), cell.w - ui.px(6), ui.px(3)), tone)
    mark = Rect(cell.right - ui.px(16), cell.bottom - ui.px(18), ui.px(15), ui.px(15))
    ui.dot(mark.center, 8, "panel")
    ui.icon(icon, mark, 12, tone)
    for number, sign in enumerate(
        name for name, on in (("search", visit.searched), ("ear", visit.watched)) if on
    ):
        spot = Rect(cell.x + ui.px(1), cell.y + ui.px(1 + 15 * number), ui.px(15), ui.px(15))
        ui.dot(spot.center, 8, "panel")
        ui.icon(sign, spot, 11, "accent")
    if hot:
        whom = context.desk.short_name(visit.inmate)
        who = words(
            "visits.who",
            relation=words(f"relation.{visit.relation}.plain"),
            who=context.desk.name(visit.visitor),
        )
        ui.explain(f"[b]{whom}[/b]\n{who}\n{words.named('visit_state', visit.state)}", cell)
    if hit:
        context.state.visit = 0 if chosen else visit.id


def _legend(context: Context, line: Area) -> None:
    ui, words = context.ui, context.words
    signs = [(icon, tone, words.named("visit_state", state)) for state, (tone, icon) in STATES.items()]
    signs += [("search", "accent", words("visits.searched")), ("ear", "accent", words("visits.watched"))]
    for icon, tone, text in signs:
        wide = ui.width(text, "body", 12)
        if wide + ui.px(32) > line.w:
            return
        ui.icon(icon, line.cut_left(ui.px(16), ui.px(4)), 13, tone)
        ui.label(line.cut_left(wide + 2, ui.px(12)), text, "muted", "body", 12)


# what waits, and the rules


def _open(context: Context, whole: Area) -> None:
    """Visits that wait for a word, then all to come."""
    ui, words, desk = context.ui, context.words, context.desk
    waiting = desk.visits_open()
    ahead = [v for v in desk.visits() if v.state in ("asked", "allowed") and v not in waiting]
    for name, found in (("waiting", waiting), ("ahead", ahead)):
        ui.caps(whole.cut_top(ui.px(18), ui.px(6)), words(f"visits.{name}"))
        if not found:
            ui.brief(whole.cut_top(ui.px(24), ui.px(6)), words(f"visits.no_{name}"), "muted", "body", 13)
        for visit in found:
            draw_visit(context, whole.cut_top(card_height(context, visit, whole.w), ui.px(8)), visit)
        whole.cut_top(ui.px(8))


def _rules(context: Context, whole: Area) -> None:
    """Each wing's standing rule, by which all visits go that nobody decides otherwise."""
    ui, words, desk = context.ui, context.words, context.desk
    ui.brief(whole.cut_top(ui.px(22), ui.px(8)), words("visits.rules_hint"), "muted", "body", 13)
    for wing in (wing for wing in desk.wings() if wing.capacity):
        card = whole.cut_top(ui.px(78), ui.px(6))
        ui.box(card, "card", 6, "line")
        inner = card.inset(ui.px(12), ui.px(8))
        ui.title(inner.cut_top(ui.px(24), ui.px(6)), context.narrator.wing_name(wing.id), 18)
        held = desk.visit_rule(wing.id)
        for rule, cell in zip(
            RULES_OF_VISITS, inner.cut_top(ui.px(32)).columns(len(RULES_OF_VISITS), ui.px(6)), strict=True
        ):
            order = SetVisitRule(wing.id, rule)
            text, tip = words.named("visit_rule", rule), words(f"visits.rule_tip.{rule}")
            if (
                button(
                    ui, f"visits.rule.{wing.key}.{rule}", cell, text, "", "normal", held == rule, tip, size=12
                )
                and held != rule
            ):
                context.order(order)

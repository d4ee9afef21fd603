"""The sheet of wings: what each does hour by hour, who is in it, and its locks."""

from pygame import Rect

from game.sim.commands import LockWing, SetRegime, UnlockWing
from game.sim.engine.calendar import hour_of
from game.sim.house.plan import ACTIVITIES
from game.sim.views import WingView
from game.ui.desk.asking import why_sign
from game.ui.desk.context import Context
from game.ui.desk.lockdowns import lockdown_text, what_it_stops
from game.ui.desk.parts import command_button, sheet_head
from game.ui.desk.state import Question
from game.ui.desk.topbar import ALARMING, TENSE
from game.ui.kit import Area, button, rich, rich_height, scroll_area
from game.ui.kit.theme import Colour

HOURS = 24
CARD, LOCK, UNLOCK = 126, 136, 176
"""Height of a card, and widths of its button, at scale 1."""
PALETTE: dict[str, tuple[Colour, float]] = {
    "sleep": ("link", 0.74),
    "count": ("warn", 0.45),
    "meal": ("good", 0.45),
    "work": ("violet", 0.5),
    "free": ("accent", 0.45),
    "yard": ("good", 0.7),
    "locked": ("danger", 0.5),
}
"""By activity: a colour, and how much of it is lost in the ground. Each hour also has an icon or a word."""
ICONS = {
    "sleep": "moon",
    "count": "list-checks",
    "meal": "utensils",
    "work": "hammer",
    "free": "coffee",
    "yard": "trees",
    "locked": "lock",
}


def draw_wings(context: Context, area: Area) -> None:
    """Draw the sheet, kept until a minute passes."""
    key = (context.version, context.words.lang, context.state.hour)
    context.ui.cached("wings", area, key, lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui, words = context.ui, context.words
    ui.fill(area, "panel")
    ui.down(area.right - 1, area.y, area.h)
    inner = area.inset(ui.px(16), ui.px(12))
    sheet_head(context, inner, words("ui.wings.title"), "wings")
    _legend(context, inner.cut_top(ui.px(40), ui.px(4)))
    ui.label(inner.cut_top(ui.px(20), ui.px(8)), words("ui.wings.hint"), "muted", "body", 13)
    wings = [wing for wing in context.desk.wings() if wing.id and (wing.capacity or wing.inmates)]
    heights = [
        ui.px(CARD + (HOUR_PICK if _picked(context, wing) else 0) + 8) + _cost_height(context, wing, inner.w)
        for wing in wings
    ]

    def cards(whole: Area) -> None:
        for wing, height in zip(wings, heights, strict=True):
            card = whole.cut_top(height - ui.px(8), ui.px(8))
            if card.bottom > inner.y and card.y < inner.bottom:
                _card(context, card, wing)

    scroll_area(ui, "wings", inner, sum(heights), cards)


HOUR_PICK = 82
"""Height of the choice of activities that opens under an hour."""


def _picked(context: Context, wing: WingView) -> bool:
    return context.state.hour is not None and context.state.hour[0] == wing.id


def _legend(context: Context, area: Area) -> None:
    ui = context.ui
    x, y = area.x, area.y
    for name in ACTIVITIES:
        text = context.words.named("activity", name)
        width = ui.width(text, "body", 12) + ui.px(32)
        if x + width > area.right:
            x, y = area.x, y + ui.px(20)
        mark = Rect(x, y + ui.px(2), ui.px(16), ui.px(14))
        hour_box(context, mark, name, False)
        ui.label(Rect(mark.right + ui.px(5), y, width, ui.px(18)), text, "muted", "body", 12)
        x += width


def hour_box(context: Context, area: Rect, activity: str, hot: bool) -> None:
    """An hour in the colour of what it is for."""
    colour, share = PALETTE.get(activity, ("muted", 0.5))
    ground = context.ui.theme.mix(colour, "panel", max(0.0, share - 0.2) if hot else share)
    context.ui.box(area, ground, 3)


def _card(context: Context, area: Area, wing: WingView) -> None:
    ui, words = context.ui, context.words
    ui.box(area, "card", 6, "danger" if wing.locked_down else "line")
    inner = area.inset(ui.px(12), ui.px(10))
    head = inner.cut_top(ui.px(30), ui.px(6))
    _lock(context, head.cut_right(ui.px(UNLOCK if wing.locked_down else LOCK), ui.px(8)), wing)
    if wing.inmates:
        _tension(context, head.cut_right(ui.px(62), ui.px(4)), wing)
    name = ui.title(head, context.narrator.wing_name(wing.id), 20)
    kind = Rect(head.x + name + ui.px(10), head.y + ui.px(2), head.w - name - ui.px(10), head.h)
    ui.brief(kind, words.named("wing_kind", wing.kind), "muted", "body", 12)
    line = inner.cut_top(ui.px(20), ui.px(8))
    state = words("ui.wings.locked_down") if wing.locked_down else words.named("activity", wing.activity)
    width = ui.label(line, state, "danger" if wing.locked_down else "accent", "strong", 13)
    line.cut_left(width, ui.px(18))
    _counts(context, line, wing)
    _hours(context, inner.cut_top(ui.px(40), ui.px(6)), wing)
    if _picked(context, wing):
        _choice(context, inner.cut_top(ui.px(HOUR_PICK)), wing)
    if wing.locked_down:
        _cost(context, inner, wing)


def _tension(context: Context, cell: Area, wing: WingView) -> None:
    """How tense the wing is, as judged, and why."""
    ui, value = context.ui, context.desk.tension(wing.id)
    tone = "danger" if value >= ALARMING else "warn" if value >= TENSE else "muted"
    why_sign(
        context, f"wings.{wing.key}.tension.why", cell.cut_right(ui.px(18)), Question("tension", wing.id)
    )
    hot, _ = ui.hit(f"wings.{wing.key}.tension", cell)
    ui.icon("activity", cell.cut_left(ui.px(18), ui.px(4)), 15, tone)
    ui.label(cell, f"{value:.0f}", "text" if tone == "muted" else tone, "number", 15)
    if hot:
        ui.explain(context.words("ui.figure.tension_tip", value=round(value)), cell)


def _cost_height(context: Context, wing: WingView, width: int) -> int:
    """What the lines need that tell what a lockdown has cost."""
    if not wing.locked_down:
        return 0
    text = lockdown_text(context, wing.id)
    return rich_height(context.ui, text, width - context.ui.px(34 + 28), 13) + context.ui.px(8)


def _cost(context: Context, line: Area, wing: WingView) -> None:
    """What a lockdown has cost so far, with the way to why."""
    ui, view = context.ui, context.desk.lockdown(wing.id)
    ui.icon("hourglass", line.cut_left(ui.px(18), ui.px(8)).cut_top(ui.px(18)), 15, "danger")
    why = f" [link=e{view.because}]{context.words('why.link')}[/link]" if view else ""
    text = lockdown_text(context, wing.id)
    context.follow_link(rich(ui, f"wings.{wing.key}.cost", line, text + why, 13, "muted"))


def _counts(context: Context, line: Area, wing: WingView) -> None:
    ui, words = context.ui, context.words
    for icon, text in (
        ("users", words("ui.wings.inmates", n=wing.inmates, capacity=wing.capacity)),
        ("shield", words("ui.wings.officers", n=wing.officers)),
        ("door-closed-locked", words("ui.wings.doors", locked=wing.doors_locked, all=wing.doors)),
    ):
        ui.icon(icon, line.cut_left(ui.px(16), ui.px(5)), 14, "muted")
        width = ui.label(line, text, "muted", "body", 13)
        line.cut_left(min(width, line.w), ui.px(18))


def _hours(context: Context, area: Area, wing: WingView) -> None:
    ui, words, now = context.ui, context.words, hour_of(context.desk.tick)
    for hour, cell in enumerate(area.columns(HOURS, ui.px(2))):
        box = cell.cut_top(ui.px(26), ui.px(1))
        hot, hit = ui.hit(f"wings.{wing.key}.hour.{hour}", box)
        hour_box(context, box, wing.hours[hour], hot)
        ui.icon(ICONS.get(wing.hours[hour], "circle"), box, 11, ui.theme.mix("text", "panel", 0.1))
        if hour == now or context.state.hour == (wing.id, hour):
            ui.ring(box.inflate(2, 2), "text" if hour == now else "accent", 4)
        if hour % 3 == 0:
            wide = Rect(cell.x - ui.px(8), cell.y, cell.w + ui.px(16), ui.px(13))
            ui.label(wide, str(hour), "text" if hour == now else "dim", "small_number", 11, "centre")
        if hot:
            tip = f"[b]{words('ui.hour', n=hour)}[/b]  {words.named('activity', wing.hours[hour])}"
            ui.explain(tip, box)
        if hit:
            context.state.hour = None if context.state.hour == (wing.id, hour) else (wing.id, hour)


def _choice(context: Context, area: Area, wing: WingView) -> None:
    """What the picked hour is for: a button an activity, grey for the one it is."""
    ui, words = context.ui, context.words
    hour = context.state.hour[1] if context.state.hour else 0
    ui.label(area.cut_top(ui.px(18), ui.px(2)), words("ui.hour", n=hour), "accent", "strong", 13)
    rows = [
        area.cut_top(ui.px(28), ui.px(4)).columns(4, ui.px(4)),
        area.cut_top(ui.px(28)).columns(4, ui.px(4)),
    ]
    for cell, activity in zip(rows[0] + rows[1], ACTIVITIES, strict=False):
        text = words.named("activity", activity)
        order = SetRegime(wing.id, hour, activity)
        why = context.refusal(order)
        if _small_button(context, f"wings.{wing.key}.set.{activity}", cell, text, why):
            context.order(order)
            context.state.hour = None


def _small_button(context: Context, name: str, cell: Rect, text: str, why: str) -> bool:
    tip = f"[c=warn]{why}[/c]" if why else ""
    return button(context.ui, name, cell, text, tip=tip, disabled=bool(why), size=12)


def _lock(context: Context, cell: Area, wing: WingView) -> None:
    words, key = context.words, f"wings.{wing.key}"
    if wing.locked_down:
        text, tip = words("ui.wings.unlock"), words("ui.wings.unlock_tip")
        command_button(context, f"{key}.unlock", cell, UnlockWing(wing.id), text, "lock-open", tip, "primary")
        return
    text, tip = words("ui.wings.lock"), f"{words('ui.wings.lock_tip')}\n{what_it_stops(context, wing.id)}"
    command_button(context, f"{key}.lock", cell, LockWing(wing.id), text, "lock", tip)

"""The feed: what the office learned, the weightiest first, in sentences whose names are links."""

from typing import TYPE_CHECKING

from pygame import Rect

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.ui.desk.context import Context
from game.ui.desk.regions import is_roomy
from game.ui.desk.telling import FILTERS, ORDERINGS, Line, facts, lines
from game.ui.desk.why import why_link
from game.ui.kit import Area, button, pill, plain_text, rich, rich_height, scroll_area
from game.ui.kit.widgets import pill_width

if TYPE_CHECKING:
    from game.sim.minds.knowledge import Fact

ORDER_ICONS = {"weight": "arrow-down-wide-narrow", "time": "clock"}


def draw_feed(context: Context, area: Area) -> None:
    """Draw the feed, kept until something new is learned."""
    state = context.state
    key = (
        context.desk.learned_count(),
        state.feed_filter,
        state.feed_order,
        tuple(sorted(state.unfolded)),
        context.words.lang,
        context.desk.tick // MINUTES_PER_DAY,
        is_folded(context),
    )
    context.ui.cached("feed", area, key, lambda: _draw(context, area))


def is_folded(context: Context) -> bool:
    """Whether the bottom is one line only."""
    if context.state.folded is not None:
        return context.state.folded
    return not is_roomy(context.ui, context.ui.surface.get_size())


def _draw(context: Context, area: Area) -> None:
    ui = context.ui
    ui.fill(area, "panel")
    ui.across(area.x, area.y, area.w)
    if is_folded(context):
        _one_line(context, area.inset(ui.px(16), 0))
        return
    inner = area.inset(ui.px(16), ui.px(10))
    _head(context, inner.cut_top(ui.px(24), ui.px(6)))
    _rows(context, inner)


def _fold_button(context: Context, line: Area, folded: bool) -> None:
    ui = context.ui
    cell = line.cut_right(ui.px(28))
    tip = context.words("ui.feed.unfold" if folded else "ui.feed.fold")
    icon = "chevron-up" if folded else "chevron-down"
    square = Area(cell.x, cell.centery - ui.px(14), ui.px(28), ui.px(28))
    if button(ui, "feed.fold", square, icon=icon, kind="ghost", tip=tip):
        context.state.folded = not folded


def _order_button(context: Context, line: Area) -> None:
    """Weightiest first, or newest first."""
    ui, state = context.ui, context.state
    text = context.words(f"feed.order.{state.feed_order}")
    cell = line.cut_right(ui.width(text, "body", 12) + ui.px(44), ui.px(6))
    tip = context.words("feed.order.tip")
    icon = ORDER_ICONS[state.feed_order]
    if button(ui, "feed.order", cell, text, icon, kind="ghost", tip=tip, size=12):
        state.feed_order = ORDERINGS[1 - ORDERINGS.index(state.feed_order)]
        ui.scrolls["feed"] = 0


def _one_line(context: Context, line: Area) -> None:
    ui = context.ui
    _fold_button(context, line, folded=True)
    title = context.words("ui.feed.title")
    ui.label(line.cut_left(ui.width(title, "title", 18), ui.px(16)), title, "text", "title", 18)
    shown = facts(context)[:1]
    if not shown:
        ui.label(line, context.words("ui.feed.empty"), "muted", "body", 13)
        return
    height = rich_height(ui, "x", line.w)
    row = Area(line.x, line.centery - height // 2 - ui.px(2), line.w, height + ui.px(4))
    before = ui.clip(row)
    today = shown[0].tick // MINUTES_PER_DAY == context.desk.tick // MINUTES_PER_DAY
    if not today:
        day = context.words.day(shown[0].tick)
        ui.label(row.cut_left(ui.width(day, "small_number", 13), ui.px(8)), day, "dim", "small_number", 13)
    _row(context, row, shown[0])
    ui.clip(before)


def _head(context: Context, line: Area) -> None:
    ui, words, state = context.ui, context.words, context.state
    _fold_button(context, line, folded=False)
    _order_button(context, line)
    title = words("ui.feed.title")
    ui.label(line.cut_left(ui.width(title, "title", 18), ui.px(16)), title, "text", "title", 18)
    for index, name in enumerate(FILTERS):
        text = words(f"ui.feed.{name}")
        width = pill_width(ui, text)
        if width > line.w:
            break
        cell = line.cut_left(width, ui.px(6))
        round_cell = Rect(cell.x, cell.y + ui.px(1), cell.w, ui.px(22))
        if pill(ui, f"feed.filter.{name}", round_cell, text, state.feed_filter == index):
            state.feed_filter = index
            ui.scrolls["feed"] = 0


def _text(context: Context, fact: "Fact", seen: bool = False) -> str:
    """A row's sentence, with the link to its causes.

    What was learned since may add causes: rows that are `seen` are told anew then, for the others the last will do.
    """
    learned, lang = context.desk.learned_count(), context.words.lang
    told: dict[Fact, tuple[int, str]] = context.keep("feed texts", (id(context.session), lang), dict)
    then, text = told.get(fact, (-1, ""))
    if then == learned or (then >= 0 and not seen):
        return text
    new = context.narrator.fact(fact) + why_link(context, fact)
    told[fact] = learned, new
    context.ui.unfinished |= bool(text) and new != text  # it may need another line
    return new


def _rows(context: Context, area: Area) -> None:
    ui = context.ui
    shown = lines(context)
    if not shown:
        key = "ui.feed.nothing" if context.state.feed_filter else "ui.feed.empty"
        rich(ui, "feed.empty", area, context.words(key), 13, "muted")
        return
    wide = area.w - ui.px(90)
    heights = [
        rich_height(ui, _text(context, line.fact), wide) + ui.px(5) if line.fact else ui.px(24)
        for line in shown
    ]

    def rows(whole: Area) -> None:
        for line, height in zip(shown, heights, strict=True):
            row = whole.cut_top(height)
            if row.bottom > area.y and row.y < area.bottom:
                if line.fact:
                    _row(context, row, line.fact)
                else:
                    _fold(context, row, line)

    scroll_area(ui, "feed", area, sum(heights), rows)


def _fold(context: Context, row: Area, line: Line) -> None:
    """A day's head, or what stands for the lesser lines of a day."""
    ui, words = context.ui, context.words
    if not line.group:
        today = line.day == context.desk.tick // MINUTES_PER_DAY
        ui.caps(row, words("feed.today" if today else "ui.day", n=line.day + 1))
        return
    name = f"feed.folded.{line.day}.{line.group}"
    hot, hit = ui.hit(name, row)
    if hot:
        ui.box(row.inflate(ui.px(12), 0), "card", 4)
        ui.explain(words("feed.folded_tip"), Rect(row.x, row.y, ui.px(200), row.h))
    icon = "chevron-down" if line.open else "chevron-right"
    ui.icon(icon, Rect(row.x + ui.px(48), row.y, ui.px(18), row.h), 16, "muted")
    text = words(f"feed.folded.{line.group}", n=line.number)
    ui.label(Rect(row.x + ui.px(78), row.y, row.w, row.h), text, "text" if hot else "muted", "body", 14)
    if hit:
        context.state.unfolded ^= {(line.day, line.group)}


def _row(context: Context, row: Area, fact: "Fact") -> None:
    ui, words = context.ui, context.words
    told, wide = _text(context, fact, seen=True), row.w - ui.px(78)
    whole = rich_height(ui, told, wide) <= row.h + ui.px(4)
    hot, _ = ui.hit(f"feed.event.{fact.event}", row)
    if hot:
        ui.box(row.inflate(ui.px(12), 0), "card", 4)
        source = _source(context, fact)
        tip = source if whole else f"{context.narrator.fact(fact)}\n[c=muted]{source}[/c]"
        ui.explain(tip, Rect(row.x, row.y, ui.px(160), row.h))
    line = ui.line_height("body", 14) * 1.15
    height = round(line) + ui.px(2)
    ui.label(Rect(row.x, row.y, ui.px(48), height), words.time(fact.tick), "dim", "small_number", 13)
    icon, colour = context.narrator.sign(fact.kind)
    ui.icon(icon, Rect(row.x + ui.px(48), row.y + 1, ui.px(18), height), 16, colour)
    text = Area(row.x + ui.px(78), row.y + ui.px(1), wide, row.h)
    if whole:
        context.follow_link(rich(ui, f"feed.{fact.event}", text, told))
    else:  # the one line of a folded bottom: its beginning, the whole under the mouse
        begins = ui.shortened(plain_text(context.narrator.fact(fact)), wide)
        ui.label(Area(text.x, text.y, wide, height), begins, "text", "body", 14)


def _source(context: Context, fact: "Fact") -> str:
    words = context.words
    source = words.named("source", fact.source)
    if fact.informant:
        source = words("ui.feed.known_by", source=source, who=context.narrator.person(fact.informant))
    text = words("ui.feed.seen_at", time=words.moment(fact.learned, context.desk.tick), source=source)
    return text if fact.confidence >= 0.95 else f"{text}\n[c=warn]{words('ui.feed.unsure')}[/c]"

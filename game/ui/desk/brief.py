"""The brief: what is asked of the office, what waits for it, what the last hours brought."""

from game.ui.desk.context import Context
from game.ui.desk.matters import matters
from game.ui.desk.objectives import draw_objectives
from game.ui.desk.parts import section, sheet_head
from game.ui.desk.telling import recent
from game.ui.desk.why import why_link
from game.ui.kit import Area, button, rich, rich_height, scroll_content

LINES = 8
TOLD = frozenset(("Quarrelled", "Arrived", "Said", "Decided", "Refused", "WingLocked", "WingUnlocked"))


def draw_brief(context: Context, area: Area) -> None:
    """Draw the sheet, kept until a minute passes."""
    key = (context.version, context.words.lang)
    context.ui.cached("brief", area, key, lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui, words = context.ui, context.words
    ui.fill(area, "panel")
    ui.down(area.right - 1, area.y, area.h)
    inner = area.inset(ui.px(16), ui.px(12))
    sheet_head(context, inner, words("ui.brief.title"), "brief")
    line = inner.cut_top(ui.px(34), ui.px(8)).columns(2, ui.px(6))
    for cell, which, icon in zip(line, ("morning", "evening"), ("sunrise", "moon"), strict=True):
        if button(ui, f"brief.{which}", cell, words(f"daily.{which}.title"), icon, size=13):
            context.state.daily = which

    def content(whole: Area) -> None:
        draw_objectives(context, whole)
        whole.cut_top(ui.px(12))
        _decisions(context, whole)
        whole.cut_top(ui.px(12))
        _matters(context, whole)
        whole.cut_top(ui.px(12))
        _lately(context, whole)

    scroll_content(ui, "brief", inner, content)


def _decisions(context: Context, area: Area) -> None:
    ui, words = context.ui, context.words
    section(context, area, words("ui.brief.decisions"))
    decisions = context.desk.decisions()
    if not decisions:
        ui.label(area.cut_top(ui.px(22)), words("ui.brief.no_decisions"), "muted", "body", 13)
    for decision in decisions:
        row = area.cut_top(ui.px(54), ui.px(6))
        ui.box(row, "card", 6, "accent_line")
        inner = row.inset(ui.px(12), ui.px(8))
        cell = inner.cut_right(ui.px(86), ui.px(8))
        if button(ui, f"brief.decision.{decision.id}", cell.inset(0, ui.px(2)), words("ui.brief.open")):
            context.state.decision = decision.id
        title = context.narrator.text(decision.title)
        rich(ui, f"brief.decision.{decision.id}.title", inner.cut_top(ui.px(20)), f"[b]{title}[/b]")
        left = words("ui.decision.left", time=words.length(decision.deadline - context.desk.tick))
        ui.label(inner, left, "warn", "body", 12)


def _matters(context: Context, area: Area) -> None:
    """At most three things to look to: where, why, and what can be done."""
    ui, words = context.ui, context.words
    section(context, area, words("ui.brief.matters"))
    found = matters(context)
    if not found:
        ui.label(area.cut_top(ui.px(22)), words("ui.brief.no_matters"), "muted", "body", 13)
    for index, matter in enumerate(found):
        text = matter.text
        if matter.sheet:
            text += f" [link=sheet]{words('daily.mend')}[/link]"
        height = rich_height(ui, text, area.w - ui.px(30))
        row = area.cut_top(height, ui.px(8))
        ui.icon(matter.icon, Area(row.x, row.y, ui.px(22), ui.px(20)), 18, "warn")
        line = Area(row.x + ui.px(30), row.y, row.w - ui.px(30), height)
        link = rich(ui, f"brief.matter.{index}", line, text)
        if link == "sheet":
            context.state.sheet = matter.sheet
        context.follow_link(link)


def _lately(context: Context, area: Area) -> None:
    ui, words = context.ui, context.words
    section(context, area, words("ui.brief.today"))
    since = context.desk.tick - context.desk.tick % 1440
    facts = [fact for fact in recent(context)[::-1] if fact.tick >= since and fact.kind in TOLD]
    if not facts:
        ui.label(area.cut_top(ui.px(22)), words("ui.brief.quiet"), "muted", "body", 13)
    for fact in reversed(facts[-LINES:]):
        text = f"[c=dim]{words.time(fact.tick)}[/c]  {context.narrator.fact(fact)}{why_link(context, fact)}"
        height = rich_height(ui, text, area.w)
        context.follow_link(rich(ui, f"brief.event.{fact.event}", area.cut_top(height, ui.px(6)), text))

"""The card of a visit: who comes to whom, what the gate knows of it, and what can be ordered about it."""

from game.sim.commands import AllowVisit, DenyVisit, WatchVisit
from game.sim.commands.base import Command
from game.sim.desk.visits import VisitView
from game.ui.desk.context import Context
from game.ui.desk.parts import odds_lines
from game.ui.kit import Area, button, chips, rich, rich_height
from game.ui.kit.theme import Colour

TONES: dict[str, Colour] = {
    "asked": "accent", "allowed": "good", "denied": "danger", "under way": "link", "over": "muted",
}  # fmt: skip
BUTTON = 32


def _title(context: Context, visit: VisitView) -> str:
    words, narrator = context.words, context.narrator
    relation = words(f"relation.{visit.relation}.plain") if visit.relation else words("visits.nobodys")
    who = words("visits.who", relation=relation, who=narrator.person(visit.visitor))
    return words("visits.comes", visitor=f"[b]{who}[/b]", whom=narrator.person(visit.inmate))


def _when(context: Context, visit: VisitView) -> str:
    """When it is, why it stands as it does, and what the gate minds."""
    words, desk = context.words, context.desk
    when = words("visits.when", day=words("ui.day", n=visit.day), hour=visit.hour)
    why = f"[link=e{visit.because or visit.asked}]{words('why.link')}[/link]"
    state = f"[c={TONES[visit.state]}]{words.named('visit_state', visit.state)}[/c]"
    lines = [f"{when} · {state} {why}"]
    if visit.officer:
        lines.append(words("visits.listens", who=context.narrator.person(visit.officer)))
    if visit.flagged and desk.fact(visit.flagged):
        link = f"[link=e{visit.flagged}]{words('why.link')}[/link]"
        lines.append(f"[icon=package-search] [c=danger]{words('visits.flagged')}[/c] {link}")
    elif visit.stranger:
        lines.append(f"[icon=circle-question-mark] {words('visits.stranger')}")
    return "\n".join(lines)


def _items(context: Context, visit: VisitView) -> list[tuple[str, Colour, str]]:
    words = context.words
    items: list[tuple[str, Colour, str]] = []
    if visit.request and visit.state == "asked":
        items.append((words("visits.waits"), "accent", "gavel"))
    if visit.searched:
        items.append((words("visits.to_search" if _is_open(visit) else "visits.searched"), "link", "search"))
    if visit.watched:
        items.append((words("visits.to_watch" if _is_open(visit) else "visits.watched"), "link", "ear"))
    return items


def _is_open(visit: VisitView) -> bool:
    return visit.state in ("asked", "allowed")


def card_height(context: Context, visit: VisitView, width: int) -> int:
    """How high the card is, so many pixels wide."""
    ui, room = context.ui, width - context.ui.px(24)
    high = rich_height(ui, _title(context, visit), room, 15) + rich_height(
        ui, _when(context, visit), room, 13
    )
    items = _items(context, visit)
    high += chips(ui, Area(0, 0, room, 0), items, draw=False) + ui.px(8) if items else 0
    return high + ui.px(20 + 4 + 8) + (ui.px(BUTTON + 4) if _is_open(visit) else 0)


def draw_visit(context: Context, card: Area, visit: VisitView) -> None:
    """Draw a visit's card."""
    ui = context.ui
    ui.box(card, "card", 6, "accent" if visit.state == "asked" else "line")
    inner = card.inset(ui.px(12), ui.px(10))
    for part, text, size, gap in (
        ("title", _title(context, visit), 15, 4),
        ("when", _when(context, visit), 13, 8),
    ):
        line = inner.cut_top(rich_height(ui, text, inner.w, size), ui.px(gap))
        ink = "text" if part == "title" else "muted"
        context.follow_link(rich(ui, f"visits.{visit.id}.{part}", line, text, size, ink))
    items = _items(context, visit)
    if items:
        inner.cut_top(chips(ui, inner, items), ui.px(8))
    if _is_open(visit):
        _buttons(context, inner.cut_top(ui.px(BUTTON)), visit)


def acts(visit: VisitView) -> list[tuple[str, str, Command]]:
    """What can be ordered about a visit: key, sign, order."""
    return [
        ("allow", "check", AllowVisit(visit.id)),
        ("search", "search", AllowVisit(visit.id, searched=True)),
        ("deny", "x", DenyVisit(visit.id)),
        ("watch", "ear", WatchVisit(visit.id)),
    ]


def _buttons(context: Context, line: Area, visit: VisitView) -> None:
    ui, words = context.ui, context.words
    odds = context.desk.gate_odds(visit.inmate)
    texts = [words(f"visits.{key}") for key, _, _ in acts(visit)]
    if odds.officer:
        texts[1] += f" · {words('orders.odds', n=round(100 * odds.chance))}"
    wide = [ui.width(text, "body", 13) + ui.px(40) for text in texts]
    worded = sum(wide) + ui.px(6) * len(wide) <= line.w
    cells = line.columns(len(wide), ui.px(6))
    for number, ((key, icon, command), text) in enumerate(zip(acts(visit), texts, strict=True)):
        cell = line.cut_left(wide[number], ui.px(6)) if worded else cells[number]
        tip, why = words(f"visits.{key}_tip"), context.refusal(command)
        if key == "search" and odds.officer:
            each = odds_lines(context, odds.chances)
            tip = "\n".join([tip, f"[c=muted]{words('orders.odds_tip')}[/c]", *each])
        tip += f"\n[c=warn]{why}[/c]" if why else ""
        if button(ui, f"visits.{visit.id}.{key}", cell, text, icon, tip=tip, disabled=bool(why), size=13):
            context.order(command)

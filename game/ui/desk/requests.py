"""What inmates ask of the office: a sheet of all, and the most pressing as a card over the map; one click answers."""

from typing import NamedTuple

from pygame import Rect

from game.sim.commands import AnswerRequest
from game.sim.desk.requests import AnswerView, RequestView
from game.sim.engine.calendar import MINUTES_PER_HOUR
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.parts import sheet_head
from game.ui.kit import Area, button, icon_button, rich, rich_height, scroll_measured

ICONS = {
    "talk": "ear",
    "visit": "users-round",
    "move": "bed-double",
    "protection": "shield-check",
    "medic": "stethoscope",
    "truce": "handshake",
}
"""By what is asked for."""
ANSWER_ICONS = {
    "hear": "ear", "chaplain": "church", "refuse": "x", "grant": "check", "mediate": "handshake", "allow": "check",
    "search": "search", "deny": "x",
}  # fmt: skip
NO = ("refuse", "deny")
CARD_WIDTH = 560
FACE = 44
SOON = 6 * MINUTES_PER_HOUR
"""Minutes before silence counts as a no, from which the time left is pointed out."""


def draw_requests(context: Context, area: Area) -> None:
    """Draw the sheet, kept until a minute passes."""
    context.ui.cached("requests", area, (context.version, context.words.lang), lambda: _draw(context, area))


def open_requests(context: Context) -> list[RequestView]:
    """The open requests, the most pressing first."""
    return context.remember("requests", None, context.desk.requests)


def _draw(context: Context, area: Area) -> None:
    ui, words = context.ui, context.words
    ui.fill(area, "panel")
    ui.down(area.right - 1, area.y, area.h)
    inner = area.inset(ui.px(16), ui.px(12))
    sheet_head(context, inner, words("requests.title"), "requests")
    ui.brief(inner.cut_top(ui.px(20), ui.px(8)), words("requests.hint"), "muted", "body", 13)
    found = open_requests(context)
    if not found:
        ui.brief(inner.cut_top(ui.px(24)), words("requests.none"), "muted", "body", 13)
        return

    def measure(width: int) -> int:
        return sum(request_height(context, view, width) + ui.px(8) for view in found)

    def cards(whole: Area) -> None:
        for view in found:
            card = whole.cut_top(request_height(context, view, whole.w), ui.px(8))
            if card.bottom > inner.y and card.y < inner.bottom:
                ui.box(card, "card", 6, "line")
                draw_request(context, Area(card), view, "requests")

    scroll_measured(ui, "requests", inner, measure, cards)


class Told(NamedTuple):
    """A request in words."""

    asks: str
    left: str
    known: str


def tell(context: Context, view: RequestView) -> Told:
    """Say who asks for what, how long it waits, and what is known about it."""
    return context.remember(
        f"request {view.id}",
        view,
        lambda: Told(asks(context, view), left(context, view), told(context, view)),
    )


def told(context: Context, view: RequestView) -> str:
    """What is known about a request: the events that lead to it, or that nobody knows."""
    words = context.words
    lines = [
        f"[c=dim]{words.moment(fact.tick, context.desk.tick)}[/c] {context.narrator.fact(fact)} "
        f"[link=e{fact.event}]{words('why.link')}[/link]"
        for fact in view.known
    ]
    if not lines:
        lines = [f"[icon=circle-question-mark] [c=muted]{words('requests.unknown')}[/c]"]
    return "\n".join(lines)


def asks(context: Context, view: RequestView) -> str:
    """Who asks for what, and about whom."""
    words, narrator = context.words, context.narrator
    key = f"requests.asks.{view.kind}" if view.about else f"requests.asks.{view.kind}_alone"
    key = key if words.has(key) else f"requests.asks.{view.kind}"
    about, visitor = narrator.person(view.about), narrator.visitor(view.about)
    return words(key, who=narrator.person(view.who), whom=about, visitor=visitor)


def left(context: Context, view: RequestView) -> str:
    """How long a request waits already, and when silence counts as a no or the standing rule decides."""
    words, now = context.words, context.desk.tick
    rest = max(0, view.until - now)
    since = words("requests.since", time=words.length(max(0, now - view.tick)))
    key = f"requests.ruled.{view.rule}" if view.rule else "requests.left"
    text = words(key, time=words.length(rest))
    return f"{since} · " + (f"[c=warn]{text}[/c]" if rest <= SOON else text)


def _text_width(context: Context, width: int) -> int:
    return width - context.ui.px(24 + FACE + 12)


def request_height(context: Context, view: RequestView, width: int) -> int:
    """How high the card of a request is, so many pixels wide."""
    ui, room, said = context.ui, _text_width(context, width), tell(context, view)
    high = rich_height(ui, said.asks, room - ui.px(26), 15) + rich_height(ui, said.left, room, 12)
    return high + rich_height(ui, said.known, room, 13) + ui.px(10 + 4 + 6 + 8 + 32 + 12)


def draw_request(context: Context, card: Area, view: RequestView, name: str) -> None:
    """Draw what is asked, what is known, and the answers into a card."""
    ui = context.ui
    inner = card.inset(ui.px(12), ui.px(10))
    face = Rect(inner.x, inner.y, ui.px(FACE), ui.px(FACE))
    draw_face(context, view.who, face)
    _, hit = ui.hit(f"{name}.{view.id}.face", face)
    if hit:
        context.select(view.who, show=True)
    body = Area(inner.x + ui.px(FACE + 12), inner.y, inner.w - ui.px(FACE + 12), inner.h)
    ui.icon(ICONS[view.kind], Rect(body.x, body.y, ui.px(20), ui.px(20)), 17, "accent")
    said = tell(context, view)
    line = body.cut_top(rich_height(ui, said.asks, body.w - ui.px(26), 15), ui.px(4))
    at = Area(line.x + ui.px(26), line.y, line.w - ui.px(26), line.h)
    context.follow_link(rich(ui, f"{name}.{view.id}.asks", at, said.asks, 15))
    for part, text, size, gap in (("left", said.left, 12, 6), ("told", said.known, 13, 8)):
        line = body.cut_top(rich_height(ui, text, body.w, size), ui.px(gap))
        context.follow_link(rich(ui, f"{name}.{view.id}.{part}", line, text, size, "muted"))
    _answers(context, Area(inner.x, body.y, inner.w, ui.px(32)), view, name)  # below the face, too


def _answers(context: Context, line: Area, view: RequestView, name: str) -> None:
    ui, words = context.ui, context.words
    texts = [words.named("request.answer", answer.key) for answer in view.answers]
    wide = [ui.width(text, "body", 13) + ui.px(40) for text in texts]
    worded = sum(wide) + ui.px(6) * len(wide) <= line.w
    cells = line.columns(len(wide), ui.px(6))
    for number, (answer, text) in enumerate(zip(view.answers, texts, strict=True)):
        cell = line.cut_left(wide[number], ui.px(6)) if worded else cells[number]
        why = context.narrator.refusal(answer.refusal) if answer.refusal else ""
        tip = answer_tip(context, view, answer) + (f"\n[c=warn]{why}[/c]" if why else "")
        kind = "ghost" if answer.key in NO else "normal"
        icon = ANSWER_ICONS[answer.key]
        if button(ui, f"{name}.{view.id}.{answer.key}", cell, text, icon, kind, False, tip, bool(why), 13):
            context.order(AnswerRequest(view.id, answer.key))


def answer_tip(context: Context, view: RequestView, answer: AnswerView) -> str:
    """What an answer does, and what nobody can know of what it brings."""
    words, desk = context.words, context.desk
    does = words(
        f"requests.does.{answer.key}" if answer.key != "grant" else f"requests.does.grant_{view.kind}"
    )
    if answer.key == "search":
        odds = desk.gate_odds(view.who)
        if odds.officer:
            does += " " + words("visits.odds", n=round(100 * odds.chance))
    return f"{does}\n[c=muted]{words('requests.open_question')}[/c]"


def pressing(context: Context) -> RequestView | None:
    """The newest request that was found worth a card over the map, while it is open."""
    attention = context.session.attention
    if not attention.petitions:
        return None
    newest = attention.petitions[-1]
    view = context.remember("pressing", newest, lambda: context.desk.request(newest))
    if view is None:
        attention.petitions.pop()
    return view


def draw_pressing(context: Context, area: Area) -> None:
    """Draw the request that presses most at the top of `area`, which is cut."""
    view = pressing(context)
    if view is None:
        return
    ui = context.ui
    width = min(ui.px(CARD_WIDTH), area.w - ui.px(16))
    high = request_height(context, view, width)
    if high > area.h:
        return
    card = Area(area.centerx - width // 2, area.y, width, high)
    area.cut_top(high, ui.px(8))
    ui.cover("request", card)
    ui.shadow(card, 14, 170)
    ui.box(card, "panel", 7, "accent")
    close = Rect(card.right - ui.px(32), card.bottom - ui.px(36), ui.px(26), ui.px(26))
    if icon_button(ui, "request.later", close, "x", context.words("requests.later")):
        context.session.attention.petitions.pop()
    draw_request(context, Area(card.x, card.y, card.w, card.h), view, "request")

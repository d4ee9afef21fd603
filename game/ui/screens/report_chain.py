"""The end report's chain of causes: from each key event link by link back to where it began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.desk.why import ROLE_ICONS
from game.ui.kit import Area, plain_text, rich, rich_height, scroll_area, unlinked
from game.ui.kit.widgets import chips
from game.ui.screens.report_causes import FAR, Chains, Link

if TYPE_CHECKING:
    from game.sim.minds.knowledge import Fact
    from game.ui.kit.theme import Colour
    from game.ui.screens.report import Report

KEYS_SHARE, KEYS_LEAST = 0.34, 560
"""Share of the width for the key events, and the width, at scale 1, below which they lie above the chain."""
KEYS_ABOVE = 0.36
MARK = 34
"""Width of the line with its signs, beside which the links stand."""


class ChainView:
    """What of the chains lies open."""

    def __init__(self, chains: Chains) -> None:
        self.chains = chains
        self.event = chains.keys[-1].event if chains.keys else 0
        self.chosen: dict[int, int] = {}
        """By event: the cause to follow instead of the usual one."""

    def open(self, event: int) -> None:
        """Follow another event."""
        self.event = event
        self.chosen.clear()

    def links(self) -> list[Link]:
        """The chain that is shown."""
        return self.chains.chain(self.event, self.chosen) if self.event else []


def draw_chain(page: Report, area: Area, view: ChainView) -> None:
    """Draw the key events and the chain."""
    ui, words = page.ui, page.words
    if not view.chains.keys:
        ui.brief(area.cut_top(ui.px(24)), words("chain.none"), "muted", "body", 14)
        return
    if area.w >= ui.px(KEYS_LEAST):
        left = area.cut_left(round(area.w * KEYS_SHARE), ui.px(20))
    else:
        left = area.cut_top(round(area.h * KEYS_ABOVE), ui.px(10))
    ui.caps(left.cut_top(ui.px(18), ui.px(6)), words("chain.keys"))
    rows = [(fact, _key_height(page, fact, left.w - ui.px(10))) for fact in view.chains.keys]

    def keys(whole: Area) -> None:
        for fact, high in rows:
            _key(page, whole.cut_top(high, ui.px(4)), fact, view)

    scroll_area(ui, "report.keys", left, sum(high + ui.px(4) for _, high in rows), keys)
    _links(page, area, view)


def _sentence(page: Report, fact: Fact) -> str:
    return unlinked(page.narrator.fact(fact))


def _when(page: Report, fact: Fact) -> str:
    if fact.tick <= 360:
        return page.words("why.before")
    return f"{page.words.day(fact.tick)}, {page.words.time(fact.tick)}"


def _key_height(page: Report, fact: Fact, width: int) -> int:
    return rich_height(page.ui, _sentence(page, fact), width - page.ui.px(46), 13) + page.ui.px(16 + 14)


def _key(page: Report, card: Area, fact: Fact, view: ChainView) -> None:
    ui = page.ui
    hot, hit = ui.hit(f"report.key.{fact.event}", card)
    chosen = view.event == fact.event
    ui.box(card, "hover" if hot else "raised" if chosen else "card", 6, "accent" if chosen else "line")
    icon, tone = page.narrator.sign(fact.kind)
    ui.icon(icon, Rect(card.x + ui.px(6), card.y + ui.px(6), ui.px(26), ui.px(22)), 17, tone)
    inner = Area(card.x + ui.px(38), card.y + ui.px(6), card.w - ui.px(46), card.h)
    if view.chains.steps(fact.event) < FAR:
        mark = Rect(card.right - ui.px(24), card.y + ui.px(5), ui.px(18), ui.px(18))
        ui.icon("stamp", mark, 14, "accent")
        if hot:
            ui.explain(page.words("chain.has_own"), card)
    ui.label(inner.cut_top(ui.px(16)), _when(page, fact), "dim", "body", 12)
    rich(ui, f"report.key.{fact.event}.text", inner, _sentence(page, fact), 13)
    if hit:
        view.open(fact.event)


# the chain


def _links(page: Report, area: Area, view: ChainView) -> None:
    ui, words = page.ui, page.words
    ui.caps(area.cut_top(ui.px(18), ui.px(6)), words("chain.back"))
    links = view.links()
    width = area.w - ui.px(10)
    heights = [_link_height(page, link, number, width, len(links)) for number, link in enumerate(links)]

    def content(whole: Area) -> None:
        for number, (link, high) in enumerate(zip(links, heights, strict=True)):
            _link(page, whole.cut_top(high), link, number, len(links), view)

    scroll_area(ui, f"report.chain.{view.event}", area, sum(heights), content)


def _belief(page: Report, link: Link) -> tuple[str, str]:
    """What the office believed beside what was true: nothing, a part of it, or all, and since when."""
    words, known = page.words, link.belief.fact
    if known is None:
        return words("chain.never"), "warn"
    when = words.moment(known.learned, link.fact.tick)
    believed = unlinked(page.office.fact(known))
    if not link.belief.whole and believed != _sentence(page, link.fact):
        return words("chain.believed", time=when, what=believed), "warn"
    late = known.learned - link.fact.tick > 2
    return (words("chain.late", time=when), "muted") if late else (words("chain.known"), "muted")


def _items(page: Report, link: Link, number: int, count: int) -> list[tuple[str, Colour, str]]:
    words = page.words
    items: list[tuple[str, Colour, str]] = []
    if link.own:
        items.append((words("chain.own"), "accent", "stamp"))
    if number == count - 1 and not link.own:
        items.append((words("chain.root"), "violet", "sprout"))
    return items


def _parts(page: Report, link: Link, width: int) -> tuple[str, str, int, int]:
    ui = page.ui
    text = f"[c=dim]{_when(page, link.fact)}[/c]  {_sentence(page, link.fact)}"
    belief = _belief(page, link)[0]
    room = width - ui.px(MARK + 8)
    return text, belief, rich_height(ui, text, room, 14), rich_height(ui, belief, room - ui.px(22), 12)


def _link_height(page: Report, link: Link, number: int, width: int, count: int) -> int:
    ui = page.ui
    _, _, high, believed = _parts(page, link, width)
    high += believed + ui.px(4 + 12) + (ui.px(22) if number else 0)
    if _items(page, link, number, count):
        high += ui.px(26)
    return high + _others_height(page, link, width)


def _others_height(page: Report, link: Link, width: int) -> int:
    ui = page.ui
    return ui.px(26) * min(len(link.others), 3) if link.others else 0


def _link(page: Report, row: Area, link: Link, number: int, count: int, view: ChainView) -> None:
    ui = page.ui
    text, belief, high, believed = _parts(page, link, row.w)
    x = row.x + ui.px(13)
    if number:
        ui.down(x, row.y - ui.px(2), ui.px(24), "edge")
        _role(page, Area(row.x + ui.px(MARK), row.y, row.w - ui.px(MARK), ui.px(20)), link)
        row.cut_top(ui.px(22))
    if number < count - 1:
        ui.down(x, row.y + ui.px(24), row.h - ui.px(24), "edge")
    icon, tone = page.narrator.sign(link.fact.kind)
    disc = Rect(row.x, row.y - ui.px(2), ui.px(26), ui.px(26))
    ui.dot(disc.center, 13, "accent" if link.own else "raised")
    ui.icon(icon, disc, 15, "ink" if link.own else tone)
    body = Area(row.x + ui.px(MARK), row.y, row.w - ui.px(MARK + 8), row.h)
    ui.spot(f"report.link.{link.fact.event}", Rect(body.x, body.y, body.w, high))
    rich(ui, f"report.link.{link.fact.event}.text", body.cut_top(high, ui.px(4)), text, 14)
    line, ink = body.cut_top(believed, ui.px(4)), _belief(page, link)[1]
    ui.icon(
        "eye-off" if link.belief.fact is None else "eye", Rect(line.x, line.y, ui.px(16), ui.px(16)), 13, ink
    )
    rich(
        ui,
        f"report.link.{link.fact.event}.belief",
        Area(line.x + ui.px(22), line.y, line.w - ui.px(22), line.h),
        belief,
        12,
        ink,
    )
    items = _items(page, link, number, count)
    if items:
        chips(ui, body.cut_top(ui.px(22), ui.px(4)), items)
    for other in link.others[:3]:
        _other(page, body.cut_top(ui.px(24), ui.px(2)), link, other, view)


def _role(page: Report, line: Area, link: Link) -> None:
    """As what a link led to the one above, and how much it weighed."""
    ui, words = page.ui, page.words
    ui.icon(ROLE_ICONS.get(link.role, "circle-dot"), line.cut_left(ui.px(18), ui.px(4)), 13, "muted")
    text = words("chain.for", role=words(f"why.role.{link.role}"), n=round(100 * link.weight))
    ui.label(line, text, "muted", "body", 12)


def _other(page: Report, line: Area, link: Link, other: Fact, view: ChainView) -> None:
    """Another cause, that can be followed instead."""
    ui, words = page.ui, page.words
    hot, hit = ui.hit(f"report.branch.{link.fact.event}.{other.event}", line)
    ui.box(line, "hover" if hot else "card", 5, "line")
    ui.icon("git-branch", Rect(line.x + ui.px(4), line.y, ui.px(20), line.h), 13, "link")
    text = words("chain.also", what=_plain(page, other))
    ui.brief(
        Rect(line.x + ui.px(28), line.y, line.w - ui.px(34), line.h),
        text,
        "text" if hot else "muted",
        "body",
        12,
    )
    if hit:
        view.chosen[link.fact.event] = other.event


def _plain(page: Report, fact: Fact) -> str:
    return plain_text(_sentence(page, fact))

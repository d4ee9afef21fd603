"""The end report's chain of causes: from each key event link by link back to where it began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.ui.desk.why import ROLE_ICONS
from game.ui.kit import Area, plain_text, rich, rich_height, scroll_measured, unlinked
from game.ui.kit.widgets import chips
from game.ui.screens.report_causes import Chains, Link
from game.ui.screens.report_keys import draw_keys

if TYPE_CHECKING:
    from game.sim.minds.knowledge import Fact
    from game.ui.kit.theme import Colour
    from game.ui.screens.report import Report

KEYS_SHARE, KEYS_LEAST = 0.36, 560
"""Share of the width for the key events, and the width, at scale 1, below which they lie above the chain."""
KEYS_ABOVE = 0.36
MARK, DISC, STEP = 38, 28, 32
"""Width of the line with its signs, beside which the links stand; a sign; and the height between two links."""
PAD, OTHER = 12, 28
"""Pixels between a link's card and its words; height of another cause."""
MOST_OTHERS = 3


class ChainView:
    """What of the chains lies open: at first, how it came to the ending."""

    def __init__(self, chains: Chains) -> None:
        self.chains = chains
        self.event = chains.keys[0].event if chains.keys else 0
        self.folded = True
        """Whether the events of the other men are folded away."""
        self.chosen: dict[int, int] = {}
        """By event: the cause to follow instead of the usual one."""

    def shown(self) -> list[Fact]:
        """The key events in the list."""
        return self.chains.near if self.folded else self.chains.keys

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
    draw_keys(page, left, view)
    _links(page, area, view)


# the chain


def _links(page: Report, area: Area, view: ChainView) -> None:
    ui, words = page.ui, page.words
    ui.caps(area.cut_top(ui.px(18), ui.px(6)), words("chain.back"))
    links = view.links()

    def measure(width: int) -> int:
        return sum(_step_height(page, links, number, width) for number in range(len(links)))

    def content(whole: Area) -> None:
        for number in range(len(links)):
            _step(page, whole.cut_top(_step_height(page, links, number, whole.w)), links, number, view)

    scroll_measured(ui, f"report.chain.{view.event}", area, measure, content)


def _belief(page: Report, link: Link) -> tuple[str, str]:
    """What the office believed beside what was true: nothing, a part of it, or all, and since when."""
    words, known = page.words, link.belief.fact
    if known is None:
        return words("chain.never"), "warn"
    when = words.moment(known.learned, link.fact.tick)
    believed = unlinked(page.office.fact(known))
    if not link.belief.whole and believed != page.sentence(link.fact):
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


def _text(page: Report, link: Link) -> str:
    return f"[c=muted]{page.when(link.fact)}[/c]  {page.sentence(link.fact)}"


def _step_height(page: Report, links: list[Link], number: int, width: int) -> int:
    """How high a link gets, with what it was to the one above it."""
    ui, link = page.ui, links[number]
    room = width - ui.px(MARK + 2 * PAD)
    high = rich_height(ui, _text(page, link), room, 14) + ui.px(4 + 2 * PAD)
    high += rich_height(ui, _belief(page, link)[0], room - ui.px(22), 12)
    if _items(page, link, number, len(links)):
        high += ui.px(26)
    return high + ui.px(OTHER) * len(link.others[:MOST_OTHERS]) + (ui.px(STEP) if number else 0)


def _step(page: Report, row: Area, links: list[Link], number: int, view: ChainView) -> None:
    """A link: the line that leads to it from the one above, its sign, and its card."""
    ui, link = page.ui, links[number]
    x = row.x + ui.px(DISC) // 2
    if number:
        ui.down(x, row.y, ui.px(STEP + PAD), "edge")
        _role(page, row.cut_top(ui.px(STEP)).inset(ui.px(MARK), 0), link)
    if number < len(links) - 1:
        ui.down(x, row.y + ui.px(PAD), row.h - ui.px(PAD), "edge")
    icon, tone = page.narrator.sign(link.fact.kind)
    disc = Rect(row.x, row.y + ui.px(PAD - 5), ui.px(DISC), ui.px(DISC))
    ui.dot(disc.center, DISC / 2, "accent" if link.own else "raised")
    ui.icon(icon, disc, 15, "ink" if link.own else tone)
    row.cut_left(ui.px(MARK))
    ui.box(row, "card", 6, "accent_line" if link.own else "line")
    _told(page, row.inset(ui.px(PAD)), link, _items(page, link, number, len(links)), view)


def _told(
    page: Report, body: Area, link: Link, items: list[tuple[str, Colour, str]], view: ChainView
) -> None:
    """What happened, what the office believed of it, and what else led on from there."""
    ui, name, text = page.ui, f"report.link.{link.fact.event}", _text(page, link)
    line = body.cut_top(rich_height(ui, text, body.w, 14), ui.px(4))
    ui.spot(name, line)
    rich(ui, f"{name}.text", line, text, 14)
    belief, ink = _belief(page, link)
    line = body.cut_top(rich_height(ui, belief, body.w - ui.px(22), 12))
    eye = "eye-off" if link.belief.fact is None else "eye"
    ui.icon(eye, Rect(line.x, line.y, ui.px(16), ui.px(16)), 13, ink)
    line.cut_left(ui.px(22))
    rich(ui, f"{name}.belief", line, belief, 12, ink)
    if items:
        body.cut_top(ui.px(6))
        chips(ui, body.cut_top(ui.px(20)), items)
    for other in link.others[:MOST_OTHERS]:
        body.cut_top(ui.px(4))
        _other(page, body.cut_top(ui.px(OTHER - 4)), link, other, view)


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
    ui.box(line, "hover" if hot else "panel", 5, "line")
    ui.icon("git-branch", Rect(line.x + ui.px(4), line.y, ui.px(20), line.h), 13, "link")
    text = words("chain.also", what=plain_text(page.sentence(other)))
    ui.brief(
        Rect(line.x + ui.px(28), line.y, line.w - ui.px(34), line.h),
        text,
        "text" if hot else "muted",
        "body",
        12,
    )
    if hit:
        view.chosen[link.fact.event] = other.event

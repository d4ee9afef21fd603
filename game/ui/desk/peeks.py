"""Peek windows: what happens out of view, as a small live picture that offers to go there. The camera stays."""

from dataclasses import dataclass

from pygame import Rect

from game.sim.minds.knowledge import Fact
from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.desk.places import is_in_view
from game.ui.kit import Area, button, icon_button, rich
from game.ui.kit.richtext import setting

WIDTH, PICTURE, LEAST_PICTURE = 264, 132, 72
"""Pixels of a card's width, of its picture's height, and of the least height with which it is worth one, at scale 1."""
AT_ONCE = 2
SECONDS, STALE_MINUTES = 14.0, 30
"""How long a picture stays while time passes, unless it is looked at; and how long what happened is worth one."""


@dataclass(slots=True)
class Peek:
    """A small picture of a place."""

    fact: Fact
    left: float = SECONDS
    """Seconds that it still stays; none: it is dismissed."""


def take_peeks(context: Context, board: Board) -> None:
    """Turn fresh news out of view into pictures; let old pictures go."""
    peeks, fresh = context.state.peeks, context.session.attention.fresh
    _age(context, peeks)
    while fresh:
        fact = fresh.popleft()
        shown = next((peek for peek in peeks if peek.fact.event == fact.event), None)
        if shown is not None:
            shown.fact = fact  # more of it is known now
        elif not is_in_view(context, board, fact.place) and _is_there(context, fact):
            peeks.append(Peek(fact))
    now = context.desk.tick
    context.state.peeks = [p for p in peeks if p.left > 0 and now - p.fact.tick <= STALE_MINUTES][-AT_ONCE:]


def _age(context: Context, peeks: list[Peek]) -> None:
    """Let the pictures' time pass; it stands still with the prison's."""
    passed = context.ui.now - context.memory.get("peeks aged", ((), context.ui.now))[1]
    context.memory["peeks aged"] = (), context.ui.now
    if not context.session.clock.paused:
        for peek in peeks:
            peek.left -= passed


def _is_there(context: Context, fact: Fact) -> bool:
    """Whether somebody whom it is about is in the picture: an empty room says nothing."""
    people = [person for person in (fact.who, fact.whom) if person]
    return not people or any(context.desk.room_of(person) == fact.place for person in people)


def keep_free(context: Context, banners: Rect) -> None:
    """Note where banners hang: they are drawn after the pictures, and the pictures of the next frame spare them."""
    context.memory["banners"] = (), banners


def _column(context: Context, area: Area) -> Area:
    """What cards leave of the right side of `area`."""
    ui, width = context.ui, context.ui.px(WIDTH)
    column = Area(area.right - width, area.y, width, area.h)
    banners: Rect = context.memory.get("banners", ((), Rect(0, 0, 0, 0)))[1]
    for card in (*ui.places("block").values(), banners):
        if card.colliderect(column):
            column.cut_top(card.bottom + ui.px(8) - column.y)
    return column


def draw_peeks(context: Context, area: Area, board: Board) -> None:
    """Draw the pictures from the lower right corner of `area` up, as far as no other card hangs there."""
    ui, column = context.ui, _column(context, area)
    for index, peek in enumerate(list(context.state.peeks)):
        text = context.narrator.fact(peek.fact)
        below = ui.px(18 + 30 + 10) + setting(ui, text, column.w - ui.px(20), 13).height
        pictured = min(ui.px(PICTURE), column.h - below)
        if pictured < ui.px(LEAST_PICTURE):
            return
        card = column.cut_bottom(pictured + below, ui.px(8))
        ui.cover(f"peek.{index}", card)
        ui.shadow(card, 14, 160)
        ui.box(card, "panel", 7, context.narrator.sign(peek.fact.kind)[1])
        picture = Rect(card.x + 2, card.y + 2, card.w - 4, pictured)
        _draw(context, card, board, peek, index, text, picture)
        if ui.hot is not None and ui.hot.startswith(f"peek.{index}"):
            peek.left = max(peek.left, SECONDS / 2) if peek.left else 0.0


def _draw(
    context: Context, card: Area, board: Board, peek: Peek, index: int, text: str, picture: Rect
) -> None:
    ui, words, fact = context.ui, context.words, peek.fact
    there = fact.who if fact.who and context.desk.room_of(fact.who) == fact.place else 0
    board.live(ui.surface, picture, fact.place, there)
    shut = Rect(picture.right - ui.px(28), picture.y + ui.px(4), ui.px(24), ui.px(24))
    ui.box(shut, "bg", 5, alpha=170)
    if icon_button(ui, f"peek.{index}.dismiss", shut, "x", words("peek.dismiss")):
        peek.left = 0.0
    inner = Area(card.x + ui.px(10), picture.bottom + ui.px(6), card.w - ui.px(20), card.h)
    high = setting(ui, text, inner.w, 13).height
    context.follow_link(rich(ui, f"peek.{index}.text", inner.cut_top(high, ui.px(8)), text, 13))
    cells = inner.cut_top(ui.px(28)).columns(2, ui.px(6))
    if button(ui, f"peek.{index}.go", cells[0], words("peek.go"), "map-pin", size=13):
        context.wanted_room = fact.place
        if fact.who:
            context.select(fact.who)
        peek.left = 0.0
    if button(ui, f"peek.{index}.close", cells[1], words("peek.close"), kind="ghost", size=13):
        peek.left = 0.0

"""The card that answers "why?": what led to an event, or what a number is made of; as far as it is known."""

from typing import TYPE_CHECKING

import pygame
from pygame import Rect, Surface

from game.ui.desk.asking import Heading, heading_of
from game.ui.desk.context import Context
from game.ui.desk.why_asking import draw_asking
from game.ui.desk.why_rows import Row, event_rows, has_causes, nodes, number_rows, weight_text
from game.ui.kit import Area, icon_button, meter, rich, rich_height, scroll_area
from game.ui.kit.theme import Colour
from game.ui.kit.widgets import chip

if TYPE_CHECKING:
    from game.sim.minds.knowledge import Fact

__all__ = ["draw_why", "has_causes", "nodes", "why_link"]
WIDTH, HEIGHT = 640, 460
INDENT, SIDE, SIGN = 22, 144, 28
"""Pixels a step of the tree goes in; width of the column with weight and role; room for a line's sign."""
BESIDE, BELOW = 420, 20
"""Width of a line from which weight and role stand beside its text; in a narrower one, what they take below."""
ASK = 30
"""Height of the buttons with which one can find out more."""
WHOLE = 0.995
"""Weight (0..1) from which a cause was all there was to it."""
PAD = 9
"""Pixels above and below a line's text."""
ROLE_ICONS = {"deed": "zap", "motive": "flame", "means": "wrench", "opportunity": "door-open"}
OWN_ICONS = {"order": "stamp", "decision": "gavel"}


def why_link(context: Context, fact: "Fact") -> str:
    """The link at the end of a line that opens the tree; empty where an event has no causes."""
    if not has_causes(context, fact.event):
        return ""
    return f" [link=e{fact.event}]{context.words('why.link')}[/link]"


def draw_why(context: Context, area: Area) -> None:
    """Draw the card over the map."""
    ui, state = context.ui, context.state
    rows = context.remember("why", (state.why, state.asked), lambda: _rows(context))
    heading = heading_of(context, state.asked) if state.asked and not state.why else None
    width = min(ui.px(WIDTH), area.w - ui.px(24))
    inner_width = width - ui.px(36 + 10)
    most = max((abs(row.weight) for row in rows if not row.depth), default=0.0) if heading else 0.0
    heights = [_height(context, row, inner_width, most > 0) for row in rows]
    said = context.words(f"why.{'foot' if not heading else 'foot_number' if most else 'foot_slow'}")
    foot = rich_height(ui, said, width - ui.px(36), 12)
    head = ui.px(34)
    if heading:
        head += max(ui.px(26), rich_height(ui, heading.known, width - ui.px(36), 13) + ui.px(6))
    wanted = head + ui.px(24 + 8) + foot + sum(heights)
    card = Area(area).middle(width, min(wanted, max(ui.px(HEIGHT), area.h * 2 // 3), area.h - ui.px(24)))
    ui.cover("why", card)
    ui.shadow(card, 22, 190)
    ui.box(card, "panel", 8, "edge")
    inner = card.inset(ui.px(18), ui.px(12))
    if _head(context, inner.cut_top(head, ui.px(2)), heading):
        return
    rich(ui, "why.foot", inner.cut_bottom(foot, ui.px(6)), said, 12, "muted")

    def content(whole: Area) -> None:
        for number, (row, high) in enumerate(zip(rows, heights, strict=True)):
            line = whole.cut_top(high)
            if line.bottom > inner.y and line.y < inner.bottom:
                _row(context, line, row, number, most)

    name = f"why.rows.{state.why}" if state.why else "why.rows"
    scroll_area(ui, name, inner, sum(heights), content)


def _rows(context: Context) -> list[Row]:
    state = context.state
    if state.why:
        return event_rows(context, state.why)
    return number_rows(context, state.asked) if state.asked else []


def _head(context: Context, area: Area, heading: Heading | None) -> bool:
    """Title, what is asked, the way back; returns whether the card was closed."""
    ui, words = context.ui, context.words
    line = area.cut_top(ui.px(32), ui.px(2))
    if icon_button(
        ui, "why.close", line.cut_right(ui.px(30), ui.px(6)), "x", words("ui.close") + "  [c=dim]Esc[/c]"
    ):
        context.state.why, context.state.asked = 0, None
        context.state.why_trail.clear()
        return True
    if _trail(context) and icon_button(
        ui, "why.back", line.cut_left(ui.px(30), ui.px(4)), "arrow-left", words("why.back")
    ):
        _back(context)
    ui.icon(
        "git-branch" if heading is None else "circle-question-mark",
        line.cut_left(ui.px(24), ui.px(6)),
        20,
        "accent",
    )
    if heading is None:
        ui.title(line, words("why.title"), 22)
        return False
    wide = ui.width(heading.value, "number", 20)
    ui.label(line.cut_right(wide, ui.px(10)), heading.value, "text", "number", 20)
    ui.title(line, heading.title, 22)
    context.follow_link(rich(ui, "why.known", area, heading.known, 13, "muted"))
    return False


def _trail(context: Context) -> bool:
    """Whether there is something to go back to."""
    state = context.state
    return bool(state.why and (state.asked or (state.why_trail and state.why_trail[-1] != state.why)))


def _back(context: Context) -> None:
    state = context.state
    state.why = state.why_trail.pop() if state.why_trail else 0


def _weighed(context: Context, row: Row, width: int, number: bool) -> tuple[int, int]:
    """Pixels that weight and role take beside a line, and below it: there in a narrow card."""
    px = context.ui.px
    if not row.depth and not number:
        return 0, 0
    return (px(SIDE), 0) if width >= px(BESIDE) else (0, px(BELOW))


def _text_width(context: Context, row: Row, width: int, number: bool) -> int:
    px = context.ui.px
    side, _ = _weighed(context, row, width, number)
    return width - side - px(INDENT) * row.depth - px(SIGN) - px(8)


def _height(context: Context, row: Row, width: int, number: bool) -> int:
    ui = context.ui
    text = rich_height(ui, row.text, _text_width(context, row, width, number), 14)
    below = ui.px(24) if row.own else ui.px(ASK) if row.ask else 0
    below += _weighed(context, row, width, number)[1]
    return max(ui.px(38 if row.role else 32), text + ui.px(2 * PAD) + below)


def _row(context: Context, area: Area, row: Row, number: int, most: float) -> None:
    ui, step = context.ui, context.ui.px(INDENT)
    _branches(context, area, row)
    inner = Area(area.x + step * row.depth, area.y, area.w - step * row.depth, area.h)
    plate = inner.inset(0, ui.px(3))
    _plate(context, plate, row, number)
    ui.icon(row.icon, Rect(inner.x + ui.px(2), area.y + ui.px(PAD - 2), ui.px(24), ui.px(22)), 16, row.colour)
    room = _text_width(context, row, area.w, bool(most))
    text = Area(inner.x + ui.px(SIGN), area.y + ui.px(PAD), room, area.h)
    high = rich_height(ui, row.text, room, 14)
    context.follow_link(rich(ui, f"why.{number}", text, row.text, 14))
    beside, below = _weighed(context, row, area.w, bool(most))
    if beside:
        _weight(context, Area(inner.right - beside, inner.y, beside - ui.px(8), inner.h), row, most)
    elif below:
        _weight(context, Area(text.x, text.y + high + ui.px(2), min(room, ui.px(2 * SIDE)), below), row, most)
    under = text.y + high + below + ui.px(2)
    if row.own:
        own = context.words(f"why.own_{row.own}")
        chip(ui, (text.x, under), own, "accent", OWN_ICONS[row.own], room)
    elif row.ask:
        draw_asking(context, Area(text.x, under, inner.right - text.x, ui.px(26)), row.ask)


def _weight(context: Context, area: Area, row: Row, most: float) -> None:
    """How much a line weighs: of a number its points, of an event its share."""
    if most and not row.depth:
        _points(context, area, row, most)
    else:
        _share(context, area, row)


def _plate(context: Context, plate: Rect, row: Row, number: int) -> None:
    """What lies below a line: amber for the office's own doing, a dashed frame for what is unknown."""
    ui, state = context.ui, context.state
    if row.own:
        ui.box(plate, ui.theme.mix("accent", "panel", 0.88), 5)
        ui.box(Rect(plate.x, plate.y, ui.px(3), plate.h), "accent", 2)
    if not row.known:
        ui.surface.blit(_dashes(context, plate.size), plate.topleft)
    if not row.event:
        return
    hot, hit = ui.hit(f"why.node.{number}", plate, 5)
    if hot:
        ui.box(plate, "raised", 5, "edge")
        ui.explain(context.words("why.node_tip"), Rect(plate.x, plate.y, ui.px(SIGN), plate.h))
    if hit:
        ui.sounds.append("click")
        if state.why:
            state.why_trail.append(state.why)
        else:
            state.why_trail.clear()
        state.why = row.event


def _dashes(context: Context, size: tuple[int, int]) -> Surface:
    """A dashed frame."""
    ui = context.ui
    ink, dash = ui.rgb("edge"), ui.px(4)

    def make() -> Surface:
        frame = Surface(size, pygame.SRCALPHA)
        for x in range(0, size[0], 2 * dash):
            for y in (0, size[1] - 1):
                frame.fill(ink, (x, y, dash, 1))
        for y in range(0, size[1], 2 * dash):
            for x in (0, size[0] - 1):
                frame.fill(ink, (x, y, 1, dash))
        return frame

    return ui.pictures.get(("dashes", size, ink, dash), make)


def _branches(context: Context, area: Rect, row: Row) -> None:
    """The lines of the tree."""
    ui, step = context.ui, context.ui.px(INDENT)
    middle = area.y + ui.px(PAD + 9)
    for depth, last in enumerate(row.last):
        x = area.x + step * depth + step // 2
        if depth == row.depth - 1:
            ui.down(x, area.y - ui.px(4), middle - area.y + ui.px(4) if last else area.h + ui.px(4), "edge")
            ui.across(x, middle, step // 2, "edge")
        elif not last:
            ui.down(x, area.y, area.h, "edge")


def _share(context: Context, area: Area, row: Row) -> None:
    """How much a cause weighed, and as what."""
    ui, words = context.ui, context.words
    line = area.cut_top(min(area.h, ui.px(20 if row.known else 34)))
    ui.icon(ROLE_ICONS.get(row.role, "circle-dot"), line.cut_left(ui.px(18), ui.px(4)), 14, "muted")
    if not row.known:
        ui.brief(line, words(f"why.role.{row.role}"), "dim", "body", 12)
        return
    if row.weight >= WHOLE:  # the whole of it needs no measure
        ui.brief(line, words(f"why.role.{row.role}"), "muted", "body", 12)
        return
    number = weight_text(context.words, row, False)
    ui.label(line.cut_right(ui.px(38)), number, "muted", "small_number", 12, "right")
    ui.brief(line, words(f"why.role.{row.role}"), "muted", "body", 12)
    meter(ui, Rect(area.x + ui.px(22), area.y + ui.px(1), area.w - ui.px(22), ui.px(4)), row.weight, "accent")


def _points(context: Context, area: Area, row: Row, most: float) -> None:
    """How many points a reason adds or takes: a bar to the right or left of the middle."""
    ui, text = context.ui, weight_text(context.words, row, True)
    if not text:
        return
    line = area.cut_top(min(area.h, ui.px(32)))
    ui.label(line.cut_right(ui.px(42)), text, "text" if row.known else "dim", "small_number", 13, "right")
    track = Rect(line.x, line.centery - ui.px(3), line.w - ui.px(4), ui.px(6))
    ui.box(track, "raised", 3)
    length = max(2, round(track.w / 2 * min(1.0, abs(row.weight) / most)))
    colour: Colour = "link" if row.weight > 0 else "violet"
    left = track.centerx if row.weight > 0 else track.centerx - length
    ui.box(Rect(left, track.y, length, track.h), colour if row.known else "edge", 3)
    ui.down(track.centerx, track.y - ui.px(2), track.h + ui.px(4), "muted")

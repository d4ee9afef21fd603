"""Overlays on the map: their switches, their legend, and the tags over rooms."""

from itertools import pairwise

from pygame import Rect

from game.sim.people import NEEDS
from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.desk.fights import dashes
from game.ui.desk.overlay_bands import MOOD_EDGES, NEED_EDGES, Edges, colour_of
from game.ui.desk.overlay_fields import LARGE, Tag, picture_of
from game.ui.desk.overlay_legends import ICONS, LEGENDS, OVERLAYS, TENSE, UNEASY
from game.ui.desk.overlay_people import strands_shown, wing_tensions
from game.ui.desk.strands import STYLES
from game.ui.kit import Area, button, pill
from game.ui.kit.widgets import pill_width

BAR = 34
"""Height of the switches, at scale 1."""
LEGEND_WIDTH = 268
WINGS = 8
"""Wings whose tension the legend tells."""
SCALE_STEPS = 24
"""Colours in the strip of a legend."""
SCALES: dict[str, tuple[str, Edges]] = {
    "needs": ("0", NEED_EDGES),
    "mood": ("\N{MINUS SIGN}100", MOOD_EDGES),
}
"""Overlays with a strip from worst to best: what its left end is called, and where its colours change."""
NEAR_CELLS = 28
"""Pixels of a tile from which cells carry tags."""


def set_veil(context: Context, board: Board) -> None:
    """Hand the overlay to the map."""
    found = picture_of(context)
    board.veil = found.veil if found else None


def draw_switches(context: Context, area: Area) -> int:
    """Draw the switches at the top left of the map, and the legend below; returns where the map is free below."""
    ui, words, state = context.ui, context.words, context.state
    names = [words(f"overlay.{name}.name") for name in OVERLAYS]
    widths = [ui.width(name, "body", 13) + ui.px(46) for name in names]
    worded = sum(widths) + ui.px(28) < area.w - ui.px(20)
    if not worded:
        names, widths = [""] * len(names), [ui.px(36)] * len(names)
    gap, x = ui.px(3), area.x + ui.px(10)
    back = Rect(x, area.y + ui.px(10), sum(widths) + gap * (len(OVERLAYS) + 1), ui.px(BAR))
    ui.cover("overlays", back)
    ui.box(back, "panel", 7, "line", alpha=250)
    x += gap
    for name, text, width in zip(OVERLAYS, names, widths, strict=True):
        key = context.keys.shown(f"overlay_{name}", words)
        cell = Rect(x, back.y + gap, width, back.h - 2 * gap)
        tip = f"[b]{words(f'overlay.{name}.name')}[/b]  [c=dim]{key}[/c]\n"
        tip += words(f"overlay.{name}.tip")
        active = state.overlay == name
        kind = "normal" if active else "ghost"
        if button(ui, f"overlay.{name}", cell, text, ICONS[name], kind, active, tip, size=13):
            toggle(context, name)
        x += width + gap
    if state.overlay:
        return _legend(context, Area(back.x, back.bottom + ui.px(6), ui.px(LEGEND_WIDTH), 0))
    return back.bottom


def toggle(context: Context, name: str) -> None:
    """Switch an overlay on, or off when it is on."""
    state = context.state
    state.overlay = "" if state.overlay == name else name


def _legend(context: Context, place: Area) -> int:
    """The card that says what the colours of the overlay mean; returns where it ends."""
    ui, name = context.ui, context.state.overlay
    needs = _need_rows(context, place.w - ui.px(20)) if name == "needs" else []
    more, scaled = _more(context), name in SCALES
    height = ui.px(20) + ui.px(20) * (len(LEGENDS[name]) + scaled + len(more)) + ui.px(26) * len(needs)
    card = Rect(place.x, place.y, place.w, height)
    ui.cover("overlay.legend", card)
    ui.box(card, "panel", 7, "line", alpha=250)
    left = Area(card).inset(ui.px(10), ui.px(8))
    for row in needs:
        _need_row(context, left.cut_top(ui.px(22), ui.px(4)), row)
    if scaled:
        _mood_scale(context, left.cut_top(ui.px(20)), *SCALES[name])
    for entry, colour, icon in LEGENDS[name]:
        _entry(context, left.cut_top(ui.px(20)), entry, colour, icon)
    for text, number, tone in more:
        line = left.cut_top(ui.px(20))
        ui.label(line.cut_right(ui.px(36)), number, tone, "number", 13, "right")
        ui.brief(line, text, "text" if number else "accent", "body", 13)
    return card.bottom


def _need_row(context: Context, line: Area, row: list[tuple[str, str, int]]) -> None:
    """A line of needs to choose from."""
    ui, state = context.ui, context.state
    for need, text, width in row:
        cell = line.cut_left(width, ui.px(4))
        if pill(ui, f"overlay.need.{need or 'all'}", cell, text, state.overlay_need == need):
            state.overlay_need = need


def _entry(context: Context, line: Area, entry: str, colour: str, icon: str) -> None:
    """A colour, or a pattern of a line, with its sign and what it means."""
    ui, name = context.ui, context.state.overlay
    swatch = line.cut_left(ui.px(44 if name == "ties" else 18), ui.px(6))
    if name == "ties":
        start, end = (swatch.x, swatch.centery), (swatch.right, swatch.centery)
        dashes(context, start, end, STYLES[entry].colour, STYLES[entry].dashes)
    else:
        ui.box(swatch.inset(0, ui.px(3)), colour, 3)
    ui.icon(icon, line.cut_left(ui.px(16), ui.px(6)), 14, "text")
    ui.label(line, context.words(f"overlay.{name}.{entry}"), "muted", "body", 13)


def _more(context: Context) -> list[tuple[str, str, str]]:
    """What a legend says beside its colours: text, number and its colour, line by line."""
    words, state = context.words, context.state
    if state.overlay == "ties":
        if not state.person:
            return [(words("overlay.ties.select"), "", "text")]
        return [] if strands_shown(context) else [(words("overlay.ties.none"), "", "text")]
    if state.overlay != "tension":
        return []
    return [
        (context.narrator.wing_name(wing), f"{value:.0f}", _tense(value))
        for wing, value in wing_tensions(context)[:WINGS]
    ]


def _tense(value: float) -> str:
    return "danger" if value >= TENSE else "warn" if value >= UNEASY else "muted"


def _mood_scale(context: Context, line: Area, least: str, edges: Edges) -> None:
    """What colours mean between `least` and 100: one strip from worst to best."""
    ui = context.ui
    low, high = line.cut_left(ui.width(least, "number", 13) + ui.px(6)), line.cut_right(ui.px(26))
    ui.label(low, least, "muted", "number", 13)
    ui.label(high, "100", "muted", "number", 13, "right")
    strip = line.inset(ui.px(2), ui.px(5))
    cuts = [strip.x + strip.w * step // SCALE_STEPS for step in range(SCALE_STEPS + 1)]
    for step, (left, right) in enumerate(pairwise(cuts)):
        colour = colour_of(ui.theme, 100 * (step + 0.5) / SCALE_STEPS, edges)
        ui.box(Rect(left, strip.y, right - left, strip.h), colour, 0)


def _need_rows(context: Context, width: int) -> list[list[tuple[str, str, int]]]:
    """The needs to choose from, in lines that fit: key, word, width."""
    ui, words = context.ui, context.words
    rows: list[list[tuple[str, str, int]]] = [[]]
    used = 0
    for need in ("", *NEEDS):
        text = words.named("need", need) if need else words("overlay.needs.all")
        wide = pill_width(ui, text)
        if used and used + wide > width:
            rows.append([])
            used = 0
        rows[-1].append((need, text, wide))
        used += wide + ui.px(4)
    return rows


def draw_tags(context: Context, area: Rect, board: Board) -> None:
    """Draw the sign of each room in view."""
    found = picture_of(context)
    if found is None:
        return
    wide = board.in_view()[2]
    tile = area.w / max(1.0, wide)
    for tag in found.tags:
        room = context.desk.plan.rooms[tag.room]
        if len(room.tiles) < LARGE and tile < NEAR_CELLS:
            continue
        at = board.spot_of(tag.room)
        if area.collidepoint(at):
            _tag(context, at, tag)


def _tag(context: Context, at: tuple[int, int], tag: Tag) -> None:
    ui = context.ui
    text = ui.width(tag.text, "number", 14) if tag.text else 0
    box = Rect(0, 0, ui.px(26) + (text + ui.px(6) if text else 0), ui.px(22))
    box.center = at
    ui.box(box, "bg", 5, tag.colour, alpha=225)
    ui.icon(tag.icon, Rect(box.x, box.y, ui.px(26), box.h), 15, tag.colour)
    if text:
        ui.label(Rect(box.x + ui.px(25), box.y, text + 2, box.h), tag.text, "text", "number", 14)

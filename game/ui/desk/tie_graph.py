"""The picture of a person's ties: he in the middle, the others around him, the nearest the most strongly tied.

Each line is one feeling: its colour, its pattern and its sign say which, its width how strong, its tip towards whom.
"""

import math
from typing import NamedTuple

import pygame
from pygame import Rect, Surface, Vector2

from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.strands import STYLES, Other, Strand, ask_why, says, tip_of
from game.ui.kit import Area
from game.ui.kit.theme import Rgb

HEIGHT = 332
"""Pixels of the picture, at scale 1."""
SHOWN, LINES = 8, 2
"""People around the middle, and lines to each of them, at most."""
MIDDLE, SIDE = 50, 36
"""Pixels of the portraits."""
NEAREST = 0.24
"""How much nearer than the rim the strongest stands, as a share of the way."""
FIRST_ANGLE = 205
SAMPLE = 26
"""Pixels of a line in the legend."""
APART = 9
"""Pixels between lines side by side."""
OVERSIZE = 3


class Placed(NamedTuple):
    """A line, where it goes."""

    strand: Strand
    start: Vector2
    end: Vector2
    sign: Vector2
    """Where its sign stands."""


def draw_graph(context: Context, area: Area, person: int, others: list[Other]) -> None:
    """Draw the picture into `area`."""
    ui = context.ui
    ui.box(area, "card", 6, "line")
    shown = others[:SHOWN]
    places = _places(context, area, shown)
    lines = [
        line
        for other, at in zip(shown, places, strict=True)
        for line in _lines(context, area, person, other, at)
    ]
    _draw_lines(context, area, lines)
    for other, at in zip(shown, places, strict=True):
        _face(context, area, other, at)
    side = ui.px(MIDDLE)
    middle = Rect(0, 0, side, side)
    middle.center = area.center
    ui.box(middle.inflate(ui.px(6), ui.px(6)), "accent", 9)
    draw_face(context, person, middle)
    for line in lines:
        _sign(context, line)


def _places(context: Context, area: Area, others: list[Other]) -> list[Vector2]:
    """Where each stands: on an ellipse, nearer the more strongly he is tied."""
    px = context.ui.px
    reach = Vector2(area.w / 2 - px(SIDE / 2 + 16), area.h / 2 - px(SIDE / 2 + 24))
    places = []
    for number, other in enumerate(others):
        angle = math.radians(FIRST_ANGLE + 360 * number / max(1, len(others)))
        far = 1.0 - NEAREST * other.strength / 100
        way = Vector2(math.cos(angle) * reach.x, math.sin(angle) * reach.y) * far
        places.append(Vector2(area.center) + way)
    return places


def _lines(context: Context, area: Area, person: int, other: Other, at: Vector2) -> list[Placed]:
    px, middle, lines = context.ui.px, Vector2(area.center), other.strands[:LINES]
    along = (at - middle).normalize()
    aside = Vector2(-along.y, along.x)
    placed = []
    for number, strand in enumerate(lines):
        shift = aside * (number - (len(lines) - 1) / 2) * px(APART)
        near = middle + along * px(MIDDLE / 2 + 8) + shift
        far = at - along * px(SIDE / 2 + 5) + shift
        start, end = (near, far) if strand.who == person else (far, near)
        share = 0.5 + (number - (len(lines) - 1) / 2) * 0.3
        placed.append(Placed(strand, start, end, near.lerp(far, share)))
    return placed


def _draw_lines(context: Context, area: Area, lines: list[Placed]) -> None:
    ui, corner = context.ui, Vector2(area.topleft)
    inks = tuple(
        (tuple(line.start - corner), tuple(line.end - corner), line.strand.feeling,
         ui.rgb(STYLES[line.strand.feeling].colour), (1.8 + 4.2 * line.strand.points / 100) * ui.scale)
        for line in lines
    )  # fmt: skip
    picture = ui.pictures.get(("ties", area.size, ui.scale, inks), lambda: _paint(area.size, ui.scale, inks))
    ui.surface.blit(picture, area.topleft)


Ink = tuple[tuple[float, ...], tuple[float, ...], str, Rgb, float]
"""From, to, feeling, colour, width."""


def _paint(size: tuple[int, int], scale: float, inks: tuple[Ink, ...]) -> Surface:
    large = Surface((size[0] * OVERSIZE, size[1] * OVERSIZE), pygame.SRCALPHA)
    for start, end, feeling, colour, width in inks:
        _arrow(
            large,
            Vector2(*start) * OVERSIZE,
            Vector2(*end) * OVERSIZE,
            feeling,
            colour,
            width * OVERSIZE,
            scale,
        )
    return pygame.transform.smoothscale(large, size)


def _arrow(
    surface: Surface, start: Vector2, end: Vector2, feeling: str, colour: Rgb, width: float, scale: float
) -> None:
    """A line in a feeling's pattern, with a tip at its end."""
    way = end - start
    if way.length() < 1:
        return
    along = way.normalize()
    aside, tip = Vector2(-along.y, along.x), max(7.0 * OVERSIZE * scale, width * 2.2)
    foot = end - along * tip
    pygame.draw.polygon(surface, colour, [end, foot + aside * tip * 0.5, foot - aside * tip * 0.5])
    pattern = [length * OVERSIZE * scale for length in STYLES[feeling].dashes] or [
        (foot - start).length(),
        1.0,
    ]
    at, number, whole = 0.0, 0, (foot - start).length()
    while at < whole:
        until = min(whole, at + pattern[number % len(pattern)])
        if number % 2 == 0:
            side = aside * width / 2
            one, other = start + along * at, start + along * until
            pygame.draw.polygon(surface, colour, [one + side, other + side, other - side, one - side])
        at, number = until, number + 1


def _face(context: Context, area: Area, other: Other, at: Vector2) -> None:
    ui, side = context.ui, context.ui.px(SIDE)
    place = Rect(0, 0, side, side)
    place.center = round(at.x), round(at.y)
    upper = place.centery < area.centery
    hot, hit = ui.hit(f"ties.person.{other.id}", place.inflate(ui.px(4), ui.px(4)))
    ui.box(place.inflate(ui.px(4), ui.px(4)), "link" if hot else "edge", 8)
    draw_face(context, other.id, place)
    name = context.desk.short_name(other.id)
    width = min(ui.width(name, "body", 12) + ui.px(4), ui.px(92))
    label = Rect(0, 0, width, ui.px(16))
    label.midtop = place.centerx, place.y - ui.px(20) if upper else place.bottom + ui.px(4)
    label.clamp_ip(area.inset(ui.px(4)))
    ui.box(label.inflate(ui.px(4), 0), "card", 3, alpha=220)
    ui.brief(label, name, "text" if hot else "muted", "body", 12, "centre")
    if hot:
        ui.explain(_person_tip(context, other), place)
    if hit:
        context.select(other.id, show=True)


def _person_tip(context: Context, other: Other) -> str:
    lines = [f"[b]{context.desk.name(other.id)}[/b]"]
    lines += [says(context, strand, linked=False) for strand in other.strands]
    return "\n".join((*lines, context.words("tie.click")))


def _sign(context: Context, line: Placed) -> None:
    """The sign of a feeling on its line; under the mouse it says the reasons."""
    ui, style = context.ui, STYLES[line.strand.feeling]
    place = Rect(0, 0, ui.px(18), ui.px(18))
    place.center = round(line.sign.x), round(line.sign.y)
    hot, hit = ui.hit(f"ties.strand.{line.strand.name}", place, 9)
    ui.dot(place.center, 10, style.colour if hot else ui.theme.mix(style.colour, "card", 0.6))
    ui.dot(place.center, 9, "card")
    ui.icon(style.icon, place, 12, style.colour)
    if hot:
        ui.explain(tip_of(context, line.strand), place)
    if hit:
        ask_why(context, line.strand)


def draw_legend(context: Context, area: Area) -> None:
    """What the lines mean: pattern, sign and word of each feeling; cuts itself off the top of `area`."""
    ui, words = context.ui, context.words
    line = area.cut_top(ui.px(20))
    for feeling in STYLES:
        text = words(f"tie.feeling.{feeling}")
        width = ui.width(text, "body", 12) + ui.px(SAMPLE + 25)
        if width > line.w:
            line = area.cut_top(ui.px(20))
        _entry(context, line.cut_left(width, ui.px(10)), feeling, text)
    area.cut_top(ui.px(10))


def _entry(context: Context, cell: Area, feeling: str, text: str) -> None:
    ui, style = context.ui, STYLES[feeling]
    sample, icon = cell.cut_left(ui.px(SAMPLE), ui.px(4)), cell.cut_left(ui.px(14), ui.px(5))
    ends = (0.0, sample.h / 2), (float(sample.w), sample.h / 2)
    inks: tuple[Ink, ...] = ((*ends, feeling, ui.rgb(style.colour), 2.0 * ui.scale),)
    key = ("tie sample", sample.size, feeling, inks)
    ui.surface.blit(ui.pictures.get(key, lambda: _paint(sample.size, ui.scale * 0.8, inks)), sample.topleft)
    ui.icon(style.icon, icon, 13, style.colour)
    ui.label(cell, text, "muted", "body", 12)

"""Portraits on the desk, and the rail of faces: four of the story, four the player pinned."""

import math

import pygame
from pygame import Rect, Surface

from game.ui.desk.context import Context
from game.ui.desk.eyes import eye_target
from game.ui.desk.moods import mood_level, mood_tone, signed
from game.ui.desk.places import absence
from game.ui.kit import Area, button
from game.ui.session import PINS

TINTS = ("link", "violet", "good", "warn", "muted", "danger")
SIDE, GAP = 40, 6
"""Pixels of a portrait on the rail, and between two, at scale 1."""
NAMED = 116
"""Width of name and place beside a portrait."""
ROOMY = 1000
"""Width of the map, at scale 1, from which names and places stand beside the faces."""
FACES_TAB = 2
"""Which tab of the list of people holds the faces."""
MORE = 24
"""Height of the cell that counts those for whom there is no room."""
RING_OVERSIZE = 4


def draw_face(context: Context, person: int, area: Rect) -> None:
    """A person's portrait; initials on a tint until it is drawn."""
    ui = context.ui
    picture = context.portrait(person, area.w)
    if picture is not None:
        ui.surface.blit(picture, area.topleft)
        return
    ui.unfinished = context.portraits is not None
    ui.box(area, ui.theme.mix(TINTS[person % len(TINTS)], "panel", 0.62), 6)
    parts = context.desk.name(person).split()
    initials = "".join(part[0] for part in (*parts[:1], *parts[1:][-1:]))
    ui.label(area, initials, "text", "title", area.w / ui.scale * 0.42, "centre")


def draw_faces(context: Context, area: Area) -> None:
    """The rail of faces as a column over the map, at its left edge; it counts those for whom there is no room."""
    ui, known = context.ui, context.session.faces
    step, room = ui.px(SIDE + GAP + 4), area.h - ui.px(16)
    people = known if len(known) * step <= room else known[: max(0, (room - ui.px(MORE)) // step)]
    more = len(known) - len(people)
    if not known or room < ui.px(MORE):
        return
    roomy = area.w / ui.scale >= ROOMY
    width = ui.px(SIDE + 14 + (NAMED if roomy else 0))
    high = len(people) * step + ui.px(6) + (ui.px(MORE) if more else 0)
    back = Rect(area.x + ui.px(10), area.y, width, high)
    ui.cover("faces", back)
    ui.box(back, "panel", 7, "line", alpha=228)
    story = set(context.desk.faces())
    for index, person in enumerate(people):
        cell = Rect(back.x + ui.px(5), back.y + ui.px(5) + index * step, back.w - ui.px(10), ui.px(SIDE + 4))
        _face(context, person, cell, person in story, roomy)
        eye_target(context, f"face.{person}.drop", cell, "person", person)
    if more:
        _others(context, Rect(back.x, back.bottom - ui.px(MORE + 3), back.w, ui.px(MORE)), known[-more:])


def _others(context: Context, area: Rect, people: list[int]) -> None:
    """How many faces more there are; a click opens the list of all."""
    ui, state = context.ui, context.state
    cell = area.inflate(-ui.px(10), 0)
    tip = context.words(
        "ui.faces.others", who=context.words.listing([context.desk.short_name(p) for p in people])
    )
    if button(ui, "faces.others", cell, f"+{len(people)}", kind="ghost", tip=tip, size=13):
        state.sheet, state.people_tab = "people", FACES_TAB


def _face(context: Context, person: int, cell: Rect, told: bool, roomy: bool) -> None:
    ui, state = context.ui, context.state
    hot, hit = ui.hit(f"face.{person}", cell)
    chosen = context.following == person or state.person == person
    if hot or chosen:
        ui.box(cell, "hover" if hot else "raised", 6)
    side = ui.px(SIDE)
    ring = Rect(cell.x, cell.y, side + ui.px(4), side + ui.px(4))
    picture = ring.inflate(-ui.px(8), -ui.px(8))
    draw_face(context, person, picture)
    mood = mood_of(context, person)
    ui.surface.blit(_ring(context, ring.w, mood), ring.topleft)
    news = context.session.attention.news.get(person)
    if state.person == person:
        context.session.attention.news.pop(person, None)
    elif news is not None:
        icon, tone = context.narrator.sign(news.kind)
        badge = Rect(ring.right - ui.px(15), ring.y - ui.px(2), ui.px(17), ui.px(17))
        ui.dot(badge.center, 9, "panel")
        ui.dot(badge.center, 8, tone if tone in ("danger", "warn") else "link")
        ui.icon(icon, badge, 11, "white")
    if context.desk.is_watched("person", person):
        _watched(context, Rect(ring.right - ui.px(15), ring.bottom - ui.px(15), ui.px(17), ui.px(17)))
    if not told:
        ui.icon("pin", Rect(ring.x - ui.px(3), ring.bottom - ui.px(13), ui.px(14), ui.px(14)), 12, "accent")
    if roomy:
        _names(
            context, Rect(ring.right + ui.px(7), cell.y, cell.right - ring.right - ui.px(9), cell.h), person
        )
    if hot:
        ui.explain(_tip(context, person, mood), cell, beside=True)
    if hit:
        context.select(person)
        if ui.inputs.double:
            context.wanted_follow = person


def _watched(context: Context, badge: Rect) -> None:
    """The sign of an eye that is on him."""
    ui = context.ui
    ui.dot(badge.center, 9, "panel")
    ui.dot(badge.center, 8, "accent")
    ui.icon("eye", badge, 12, "ink")


def _names(context: Context, area: Rect, person: int) -> None:
    """Name, and below it the place."""
    ui, half = context.ui, area.h // 2
    colour = "accent" if context.following == person else "text"
    name = Rect(area.x, area.y + ui.px(3), area.w, half - ui.px(3))
    ui.brief(name, context.desk.short_name(person), colour, "strong", 13)
    room = context.desk.room_of(person)
    place = context.narrator.short_room(room) if room else absence(context, person)
    ui.brief(Rect(area.x, area.y + half, area.w, half - ui.px(3)), place, "muted", "body", 12)


def _tip(context: Context, person: int, mood: float | None) -> str:
    words, file = context.words, context.dossier(person)
    doing = words.named("use", file.doing) if file.room else absence(context, person)
    place = context.narrator.place(file.room) if file.room else ""
    tip = words("ui.faces.tip", who=context.desk.name(person), doing=doing, place=place)
    news = context.session.attention.news.get(person)
    told = f"\n{context.narrator.fact(news)}" if news else ""
    watched = f"\n{words('ui.faces.watched')}" if context.desk.is_watched("person", person) else ""
    return f"{tip}\n{mood_line(context, mood)}{watched}{told}"


def mood_of(context: Context, person: int) -> float | None:
    """A mood as judged, −100 to 100, read once a tick; None: nobody judged it."""

    def read() -> float | None:
        held = context.desk.mood_of(person)
        return held.value if held.source >= 0 or context.desk.sees_all else None

    return context.remember(f"mood {person}", None, read)


def mood_line(context: Context, mood: float | None) -> str:
    """A mood in words, for tooltips."""
    if mood is None:
        return context.words("mind.map_mood_unknown")
    level = context.words(f"mind.level.{mood_level(mood)}")
    return context.words("mind.map_mood", level=level, value=signed(round(mood)) or "0")


def _ring(context: Context, side: int, mood: float | None) -> Surface:
    """An arc as long as the mood is judged to be good; grey dashes where it is unknown."""
    ui, level = context.ui, -1 if mood is None else max(5, round((mood + 100) / 10) * 5)
    colour = ui.rgb(mood_tone(mood) if mood is not None else "dim")
    ground = ui.rgb("line")
    return ui.pictures.get(("mood", side, level, colour), lambda: _paint_ring(side, level, colour, ground))


def _paint_ring(side: int, level: int, colour: tuple[int, int, int], ground: tuple[int, int, int]) -> Surface:
    large = Surface((side * RING_OVERSIZE, side * RING_OVERSIZE), pygame.SRCALPHA)
    large.fill((*colour, 0))
    thick = 2.6 * RING_OVERSIZE
    for dot in range(240):
        share = dot / 240
        full = share * 100 < level if level >= 0 else dot % 20 < 10
        angle = math.tau * share - math.pi / 2
        reach, middle = side * RING_OVERSIZE / 2 - thick / 2 - 1, side * RING_OVERSIZE / 2
        at = (middle + reach * math.cos(angle), middle + reach * math.sin(angle))
        pygame.draw.circle(large, colour if full else ground, at, thick / 2 if full else thick / 4)
    return pygame.transform.smoothscale(large, (side, side))


def can_pin(context: Context, person: int) -> str:
    """Why a person can't be pinned; empty when he can, or is pinned already."""
    if person in context.desk.faces():
        return context.words("faces.story")
    full = len(context.session.pins) >= PINS and person not in context.session.pins
    return context.words("faces.full", n=PINS) if full else ""

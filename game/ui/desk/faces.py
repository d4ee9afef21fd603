"""Portraits on the desk, and the rail of faces the story is about."""

from pygame import Rect

from game.ui.desk.context import Context
from game.ui.kit import Area

TINTS = ("link", "violet", "good", "warn", "muted", "danger")


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
    """The faces of the story as a column over the map, at its left edge."""
    ui, desk = context.ui, context.desk
    side, gap = ui.px(44), ui.px(6)
    people = list(desk.faces())[: max(0, (area.h - ui.px(16)) // (side + gap))]
    if not people:
        return
    back = Rect(
        area.x + ui.px(10), area.y + ui.px(10), side + ui.px(10), len(people) * (side + gap) + ui.px(4)
    )
    ui.cover("faces", back)
    ui.box(back, "panel", 7, "line", alpha=225)
    for index, person in enumerate(people):
        cell = Rect(back.x + ui.px(5), back.y + ui.px(5) + index * (side + gap), side, side)
        _face(context, person, cell)


def _face(context: Context, person: int, cell: Rect) -> None:
    ui, words = context.ui, context.words
    draw_face(context, person, cell)
    hot, hit = ui.hit(f"face.{person}", cell)
    if context.following == person or context.state.person == person or hot:
        ui.ring(cell, "accent" if not hot else "text")
    if hot:
        file = context.dossier(person)
        doing = words.named("use", file.doing) if file.room else words("ui.faces.away")
        place = context.narrator.place(file.room) if file.room else ""
        tip = words("ui.faces.tip", who=context.desk.name(person), doing=doing, place=place)
        ui.explain(tip, Rect(cell.x, cell.y, cell.w, cell.h))
    if hit:
        context.select(person)
        if ui.inputs.double:
            context.wanted_follow = person

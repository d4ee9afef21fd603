"""Choosing the second half of an order: the other man, on the map or from a list, or a workplace."""

from typing import NamedTuple

from pygame import Rect

from game.sim.commands import AssignJob, Mediate, Separate
from game.sim.commands.base import Command
from game.sim.commands.work import WORKPLACES
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.places import absence
from game.ui.kit import Area, button, icon_button, scroll_area, text_field

WIDTH, HEIGHT, ROW = 348, 480, 44
MOST = 40
"""Lines of the list; a search finds the others."""


class Picking(NamedTuple):
    """What is being chosen, and for whom."""

    what: str
    """`mediate`, `apart` or `job`."""
    person: int


def order_of(picking: Picking, chosen: int) -> Command:
    """The order that a choice comes to: a man, or a room for `job`."""
    if picking.what == "mediate":
        return Mediate(picking.person, chosen)
    return AssignJob(picking.person, chosen) if picking.what == "job" else Separate(picking.person, chosen)


def take_pick(context: Context, person: int, room: int) -> None:
    """Take what was clicked on the map for the choice."""
    picking = context.state.picking
    chosen = 0 if picking is None else room if picking.what == "job" else person
    if chosen:
        _order(context, chosen)


def _order(context: Context, chosen: int) -> None:
    picking = context.state.picking
    if picking and context.order(order_of(picking, chosen)):
        what = context.words(f"orders.{picking.what}.name")
        context.notify(context.words("orders.given", what=what), "info")
        context.state.picking = None


def candidates(context: Context, picking: Picking) -> list[int]:
    """Who or what can be chosen: rooms with work, or men; those he has something to do with come first."""
    desk = context.desk
    if picking.what == "job":
        return [room.id for room in desk.plan.rooms if room.kind in WORKPLACES]
    wanted = context.state.search_for("picking").strip().casefold()
    near = _near(context, picking.person)
    men = [id for id in desk.people("inmate") if id != picking.person and desk.is_here(id)]
    men = [id for id in men if not wanted or wanted in desk.name(id).casefold()]
    rank = {id: number for number, id in enumerate(near)}
    return sorted(men, key=lambda id: (rank.get(id, len(rank)), desk.name(id)))[:MOST]


def _near(context: Context, person: int) -> list[int]:
    """Whom he has to do with, as known: his last events, his ties, his cellmates."""
    desk, file = context.desk, context.dossier(person)
    others: list[int] = []
    for event in reversed(file.events):
        fact = desk.fact(event)
        others += [fact.who, fact.whom] if fact else []
    others += desk.tied_to(person)
    others += desk.room(file.cell).residents if file.cell else ()
    return [id for id in dict.fromkeys(others) if id and id != person]


def draw_picking(context: Context, area: Area) -> None:
    """Draw the list at the upper right of the map; the map can be clicked instead."""
    ui, words, picking = context.ui, context.words, context.state.picking
    if picking is None:
        return
    width, high = min(ui.px(WIDTH), area.w - ui.px(24)), min(ui.px(HEIGHT), area.h - ui.px(24))
    card = Area(area.right - width - ui.px(12), area.y + ui.px(12), width, high)
    ui.cover("picking", card)
    ui.shadow(card, 16, 160)
    ui.box(card, "panel", 7, "accent_line")
    inner = card.inset(ui.px(14), ui.px(12))
    head = inner.cut_top(ui.px(30), ui.px(2))
    if icon_button(ui, "picking.close", head.cut_right(ui.px(30)), "x", words("ui.cancel")):
        context.state.picking = None
    title = words(f"orders.{picking.what}.pick", who=context.desk.short_name(picking.person))
    ui.title(head, title, 20)
    hint = words("orders.pick_room" if picking.what == "job" else "orders.pick_man")
    ui.brief(inner.cut_top(ui.px(18), ui.px(6)), hint, "muted", "body", 12)
    if picking.what != "job":
        line, search = inner.cut_top(ui.px(34), ui.px(8)), context.state.search
        search["picking"] = text_field(
            ui, "picking.search", line, search.get("picking", ""), words("ui.people.search")
        )
    found = context.remember(
        "picking", (picking, context.state.search_for("picking")), lambda: candidates(context, picking)
    )

    def rows(whole: Area) -> None:
        for id in found:
            row = whole.cut_top(ui.px(ROW - 4), ui.px(4))
            if row.bottom > inner.y and row.y < inner.bottom:
                _row(context, row, picking, id)

    scroll_area(ui, "picking.rows", inner, ui.px(ROW) * len(found), rows)


def _row(context: Context, row: Area, picking: Picking, id: int) -> None:
    ui = context.ui
    why = context.refusal(order_of(picking, id))
    tip = f"[c=warn]{why}[/c]" if why else ""
    clicked = button(ui, f"picking.{id}", row, "", tip=tip, disabled=bool(why))
    inner = row.inset(ui.px(6), ui.px(4))
    if picking.what == "job":
        ui.icon("hammer", inner.cut_left(ui.px(32), ui.px(8)), 18, "dim" if why else "accent")
        name, room = context.narrator.room_name(id), 0
        note = context.words("orders.jobs_free", n=max(0, context.desk.jobs_free(id)))
    else:
        draw_face(context, id, inner.cut_left(ui.px(32), ui.px(8)))
        name, room = context.desk.name(id), context.desk.room_of(id)
        note = context.narrator.short_room(room) if room else absence(context, id)
    half = inner.h // 2
    ui.brief(Rect(inner.x, inner.y, inner.w, half), name, "dim" if why else "text", "body", 13)
    ui.brief(Rect(inner.x, inner.y + half, inner.w, half), note, "muted", "body", 12)
    if clicked:
        _order(context, id)

"""Choosing a cell for a man: every cell with a free bed, and who lives there."""

from pygame import Rect

from game.sim.commands import AssignCell
from game.sim.house.plan import CELL_KINDS
from game.sim.views import RoomView
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.kit import Area, button, scroll_area, text_field
from game.ui.kit.modal import modal

ROW = 52
HEIGHT = 560


def draw_assign(context: Context) -> None:
    """Draw the choice over the desk."""
    ui, words, state = context.ui, context.words, context.state
    box = modal(ui, 560, ui.px(HEIGHT)).inset(ui.px(24), ui.px(20))
    title = words("ui.assign.title", who=context.desk.short_name(state.assigning))
    ui.label(box.cut_top(ui.px(34), ui.px(8)), title, "text", "title", 26)
    line = box.cut_top(ui.px(36), ui.px(10))
    state.search["cells"] = text_field(
        ui, "assign.search", line, state.search_for("cells"), words("ui.assign.search")
    )
    foot = box.cut_bottom(ui.px(38))
    box.cut_bottom(ui.px(10))
    if button(
        ui, "assign.cancel", foot.cut_right(ui.px(120)), words("ui.assign.cancel"), kind="ghost", size=15
    ):
        state.assigning = 0
        return
    rooms = context.remember("cells", (state.assigning, state.search_for("cells")), lambda: cells(context))
    if not rooms:
        ui.label(box.cut_top(ui.px(30)), words("ui.assign.none"), "muted", "body", 13)

    def rows(whole: Area) -> None:
        for room in rooms:
            row = whole.cut_top(ui.px(ROW - 4), ui.px(4))
            if row.bottom > box.y and row.y < box.bottom:
                _row(context, row, room)

    scroll_area(ui, "assign", box, ui.px(ROW) * len(rooms), rows)


def cells(context: Context) -> list[RoomView]:
    """Cells that match the search: those with a free bed first, his own wing before others."""
    desk = context.desk
    wanted = context.state.search_for("cells").strip().casefold()
    home = context.dossier(context.state.assigning).wing
    found = []
    for room in desk.plan.rooms:
        if room.kind in CELL_KINDS:
            view = desk.room(room.id)
            names = [desk.name(person) for person in view.residents]
            if not wanted or any(wanted in text.casefold() for text in (view.name, view.key, *names)):
                found.append(view)
    return sorted(found, key=lambda room: (len(room.residents) >= room.capacity, room.wing != home, room.id))


def _row(context: Context, row: Area, room: RoomView) -> None:
    ui, words, desk = context.ui, context.words, context.desk
    order = AssignCell(context.state.assigning, room.id)
    why = context.refusal(order)
    hot, _ = ui.hit(f"assign.row.{room.key}", row)
    ui.box(row, "hover" if hot and not why else "card", 6, "line")
    inner = row.inset(ui.px(12), ui.px(6))
    cell = inner.cut_right(ui.px(110), ui.px(10))
    tip = f"[c=warn]{why}[/c]" if why else ""
    if button(
        ui, f"assign.take.{room.key}", cell, words("ui.assign.ok"), tip=tip, disabled=bool(why), size=13
    ):
        context.order(order)
        context.state.assigning = 0
    faces = inner.cut_right(ui.px(40) * max(1, min(4, len(room.residents))), ui.px(6))
    for person in room.residents[:4]:
        face = faces.cut_left(ui.px(36), ui.px(4))
        draw_face(context, person, face)
        if face.collidepoint(ui.inputs.mouse) and hot:
            ui.explain(f"[b]{desk.name(person)}[/b]", face)
    name = f"{context.narrator.room_name(room.id)} · {context.narrator.wing_name(room.wing)}"
    ui.label(Rect(inner.x, inner.y, inner.w, ui.px(18)), name, "text", "strong", 14)
    free = room.capacity - len(room.residents)
    state = words("ui.assign.free", n=free) if free > 0 else words("ui.assign.full")
    names = words.listing([desk.short_name(person) for person in room.residents])
    with_whom = words("ui.assign.with", names=names) if names else words("ui.assign.alone")
    line = Rect(inner.x, inner.y + ui.px(18), inner.w, ui.px(18))
    ui.label(line, f"{state} · {with_whom}", "muted", "body", 12)

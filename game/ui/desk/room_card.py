"""The small card of a room that was clicked: who is in it, its doors, its watch."""

from pygame import Rect

from game.sim.commands import FreeDoor, LockDoor, SearchCell, UnlockDoor
from game.sim.goods.searching import CELL
from game.sim.house.plan import CELL_KINDS, DoorKind
from game.sim.views import RoomView
from game.ui.desk.context import Context
from game.ui.desk.eyes import eye_target
from game.ui.desk.faces import draw_face
from game.ui.desk.parts import command_button, eye_button
from game.ui.kit import Area, button, chips, icon_button, scroll_content

WIDTH = 300
FACES, DOORS, PER_LINE = 12, 4, 6
"""How many people the card shows, how many doors without scrolling, and how many faces in a line."""
EYE_SHARE = 0.6
"""Share of the lowest line that the eye's button takes."""


def draw_room_card(context: Context, area: Area) -> None:
    """Draw the card at the upper right of the map."""
    ui = context.ui
    room = context.desk.room(context.state.room)
    doors = _doors(context, room)
    people = room.people[:FACES]
    width = min(ui.px(WIDTH), area.w - ui.px(24))
    tall = ui.px(26 + 2 + 10 + 24 + 38 + 30) + ui.px(46) * ((len(people) + PER_LINE - 1) // PER_LINE)
    tall += chips(ui, Rect(0, 0, width - ui.px(28), 0), _items(context, room), draw=False)
    tall += ui.px(38) * min(DOORS, len(doors)) + (ui.px(6) if doors and people else 0)
    tall += ui.px(36) if room.kind in CELL_KINDS else 0
    card = Area(area.right - width - ui.px(12), area.y + ui.px(12), width, min(tall, area.h - ui.px(24)))
    ui.cover("room.card", card)
    ui.shadow(card, 14, 140)
    ui.box(card, "panel", 7, "edge")
    inner = card.inset(ui.px(14), ui.px(12))
    eye_target(context, "room.drop", card, "room", room.id)
    _head(context, inner, room)
    _foot(context, inner, room)

    def content(whole: Area) -> None:
        _people(context, whole, people, len(room.people))
        whole.cut_top(ui.px(6) if doors and people else 0)
        for door in doors:
            _door(context, whole.cut_top(ui.px(32), ui.px(6)), room, door)

    scroll_content(ui, f"room.{room.id}", inner, content)


def _head(context: Context, area: Area, room: RoomView) -> None:
    ui, words = context.ui, context.words
    line = area.cut_top(ui.px(26), ui.px(2))
    close = line.cut_right(ui.px(26))
    if icon_button(ui, "room.close", close, "x", words("ui.room.close")):
        context.state.room = 0
    ui.title(line, context.narrator.room_name(room.id), 20)
    area.cut_top(chips(ui, area, _items(context, room)), ui.px(10))


def _items(context: Context, room: RoomView) -> list[tuple[str, str, str]]:
    """What a room is, in chips: its kind, its beds, its camera."""
    words = context.words
    kind = words.named("room_kind", room.kind)
    items = [] if kind == context.narrator.room_name(room.id) else [(kind, "link", "")]
    if room.kind in CELL_KINDS:
        beds = words("ui.room.beds", n=len(room.residents), capacity=room.capacity)
        items.append((beds, "muted", "bed-double"))
    if room.camera:
        items.append((words("ui.room.camera"), "good", "camera"))
    else:
        items.append((words("ui.room.no_camera"), "muted", "camera-off"))
    return items


def _foot(context: Context, inner: Area, room: RoomView) -> None:
    """Search a cell, with the honest odds; set an eye; see all that can be ordered here."""
    ui, words = context.ui, context.words
    right = inner.cut_bottom(ui.px(34), ui.px(4))
    left = right.cut_left(round(right.w * EYE_SHARE), ui.px(6))
    eye_button(context, left, "room", room.id, room.watched)
    if button(
        ui, "room.orders", right, words("orders.short"), "stamp", tip=words("orders.open_tip"), size=13
    ):
        context.state.ordering = ("room", room.id)
    if room.kind in CELL_KINDS:
        cell = inner.cut_bottom(ui.px(34), ui.px(2))
        odds, tip = context.desk.search_odds(CELL, room.id), words("orders.search_cell.tip")
        name = words("orders.search_cell.name")
        text = f"{name} · {words('orders.odds', n=round(100 * odds.chance))}" if odds.officer else name
        tip += f"\n[c=muted]{words('orders.odds_tip')}[/c]"
        command_button(context, "room.search", cell, SearchCell(room.id), text, "search", tip, size=13)


def _people(context: Context, area: Area, people: tuple[int, ...], count: int) -> None:
    ui, words = context.ui, context.words
    text = words("ui.room.people", n=count) if count else words("ui.room.empty")
    ui.label(area.cut_top(ui.px(18), ui.px(6)), text, "muted", "body", 13)
    more = count - len(people) + 1 if count > len(people) else 0
    shown = people[:-1] if more else people
    for start in range(0, len(people), PER_LINE):
        line = area.cut_top(ui.px(40), ui.px(6))
        for person in shown[start : start + PER_LINE]:
            face = line.cut_left(ui.px(40), ui.px(6))
            draw_face(context, person, face)
            hot, hit = ui.hit(f"room.person.{person}", face)
            if hot:
                ui.ring(face, "text")
                ui.explain(f"[b]{context.desk.name(person)}[/b]", face)
            if hit:
                context.select(person)
            eye_target(context, f"room.person.{person}.drop", face, "person", person)
    if more:
        tile = Area(line.x, line.y, ui.px(40), ui.px(40))
        if button(ui, "room.more", tile, f"+{more}", tip=words("ui.rail.people"), size=12):
            context.state.sheet = "people"


def _doors(context: Context, room: RoomView) -> list[int]:
    """The doors that have a lock."""
    doors = context.desk.plan.doors
    return [door for door in room.doors if doors[door].kind != DoorKind.OPENING and doors[door].key]


def _door(context: Context, line: Area, room: RoomView, id: int) -> None:
    ui, words = context.ui, context.words
    door = context.desk.door(id)
    other = door.rooms[1] if door.rooms[0] == room.id else door.rooms[0]
    cell = line.cut_right(ui.px(116), ui.px(8))
    if door.order:
        free = line.cut_right(ui.px(34), ui.px(8))
        tip = words("orders.free_door.tip")
        command_button(context, f"room.free.{id}", free, FreeDoor(id), "", "undo-2", tip)
    ui.icon(
        "lock" if door.locked else "lock-open",
        line.cut_left(ui.px(20), ui.px(6)),
        16,
        "warn" if door.locked else "good",
    )
    to = words("ui.room.to", room=context.narrator.room_name(other))
    ui.brief(Rect(line.x, line.y, line.w, line.h), to, "muted", "body", 13)
    if door.locked:
        command_button(context, f"room.door.{id}", cell, UnlockDoor(id), words("ui.room.unlock"))
    else:
        command_button(context, f"room.door.{id}", cell, LockDoor(id), words("ui.room.lock"))

"""The list of people: a table to sort and to search."""

from collections.abc import Sequence

from pygame import Rect

from game.sim.house.plan import ROLES
from game.sim.views import Listing
from game.ui.desk.context import Context
from game.ui.desk.faces import draw_face
from game.ui.desk.parts import sheet_head
from game.ui.kit import Area, Column, table, tabs, text_field

GROUPS = ("inmates", "staff", "faces")
STAFF = tuple(role for role in ROLES if role not in ("inmate", "visitor"))


def draw_people(context: Context, area: Area) -> None:
    """Draw the list, kept until a minute passes."""
    state = context.state
    order = state.order_of("people")
    blink = int(context.ui.now * 2) if context.ui.focus == "people.search" else 0
    key = (
        context.version, context.words.lang, state.people_tab, state.search_for("people"),
        order.column, order.down, state.person, blink,
    )  # fmt: skip
    context.ui.cached("people", area, key, lambda: _draw(context, area))


def _draw(context: Context, area: Area) -> None:
    ui, words, state = context.ui, context.words, context.state
    ui.fill(area, "panel")
    ui.down(area.right - 1, area.y, area.h)
    inner = area.inset(ui.px(16), ui.px(12))
    sheet_head(context, inner, words("ui.people.title"), "people")
    field = inner.cut_top(ui.px(36), ui.px(8))
    hint = words("ui.people.search")
    state.search["people"] = text_field(ui, "people.search", field, state.search_for("people"), hint)
    labels = [words(f"ui.people.{group}") for group in GROUPS]
    state.people_tab = tabs(ui, "people.tab", inner.cut_top(ui.px(30), ui.px(6)), labels, state.people_tab)
    order = state.order_of("people")
    asked = (state.people_tab, state.search_for("people"), order.column, order.down)
    ids = context.remember("people", asked, lambda: rows(context))
    listed = context.remember("people listed", asked, lambda: context.desk.listing(ids))
    ui.label(inner.cut_bottom(ui.px(22)), words("ui.people.count", n=len(ids)), "dim", "body", 12)
    if ids:
        _table(context, inner, listed)
    else:
        ui.label(inner.cut_top(ui.px(30)), words("ui.people.none"), "muted", "body", 13)


def _table(context: Context, area: Area, listed: Listing) -> None:
    state, ids = context.state, listed.ids
    shares = (("name", 37), ("age", 15), ("place", 26), ("doing", 26))
    columns = [Column(context.words(f"ui.people.{name}"), share) for name, share in shares]
    chosen = next((i for i, id in enumerate(ids) if id == state.person), -1)

    def row(index: int, cells: list[Rect], _hot: bool) -> None:
        _row(context, listed, index, cells)

    order = state.order_of("people")
    clicked = table(context.ui, "people", area, columns, order, len(ids), row, chosen)
    if clicked is not None:
        context.select(ids[clicked], show=True)


def _row(context: Context, listed: Listing, index: int, cells: list[Rect]) -> None:
    ui, words, person, room = context.ui, context.words, listed.ids[index], listed.room[index]
    side, whole = ui.px(26), context.desk.name(person)
    draw_face(context, person, Rect(cells[0].x - ui.px(2), cells[0].y + ui.px(3), side, side))
    name = Rect(cells[0].x + side + ui.px(6), cells[0].y, cells[0].w - side - ui.px(6), cells[0].h)
    ui.brief(name, _listed(whole), "text", "body", 14, short=_initialled(whole))
    ui.label(cells[1], str(listed.age[index]), "muted", "small_number", 14)
    place = context.narrator.room_name(room) if room else words("status.away")
    ui.brief(cells[2], place, "muted", "body", 13)
    doing = words.named("use", "walk" if listed.walking[index] else listed.doing[index]) if room else "–"
    ui.brief(cells[3], doing, "muted", "body", 13)


def _listed(name: str) -> str:
    """`Beecher, Tobias`: lists are sorted by the last name."""
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}" if first else last


def _initialled(name: str) -> str:
    """`Beecher, T.`, where there is no room for more."""
    first, _, last = name.rpartition(" ")
    return f"{last}, {first[0]}." if first else last


def rows(context: Context) -> list[int]:
    """The people of the chosen group who match the search, sorted."""
    desk, state = context.desk, context.state
    group = GROUPS[state.people_tab]
    if group == "inmates":
        ids = desk.people("inmate")
    elif group == "staff":
        ids = sorted(id for role in STAFF for id in desk.people(role))
    else:
        ids = context.session.faces
    wanted = state.search_for("people").strip()
    if wanted:
        found = set(desk.find(wanted))
        ids = [id for id in ids if id in found]
    order = state.order_of("people")
    values = _values(context, ids, order.column)
    names = [_listed(desk.name(id)).casefold() for id in ids]
    whole = sorted(zip(values, names, ids, strict=True), reverse=order.down)
    return [id for _, _, id in whole]


def _values(context: Context, ids: list[int], column: int) -> Sequence[int | str]:
    """What people are sorted by, before their names: nothing, age, place or doing."""
    words, listed = context.words, context.desk.listing(ids)
    if column == 1:
        return listed.age
    if column == 2:
        return [context.narrator.room_name(room) or "~" for room in listed.room]
    if column == 3:
        uses = {use: words.named("use", use) for use in {*listed.doing, "walk"}}
        doing = zip(listed.room, listed.walking, listed.doing, strict=True)
        return ["~" if not room else uses["walk" if walks else use] for room, walks, use in doing]
    return [""] * len(ids)

"""What a link says of what it leads to, before it is followed: a person, a room, a wing, as the office knows them."""

from game.sim.house.plan import CELL_KINDS
from game.ui.desk.context import Context
from game.ui.desk.places import absence
from game.ui.desk.requests import open_requests
from game.ui.kit import safe

BREAK, DOT = "\n", " · "


def meaning(context: Context, link: str) -> str:
    """A few lines on a link such as `p17`, `r5` or `w2`, with links of their own; empty for others."""
    if not link[1:].isdigit():
        return ""
    id, plan = int(link[1:]), context.desk.plan
    if link[0] == "p" and context.desk.exists(id):
        return _person(context, id)
    if link[0] == "r" and 0 < id < len(plan.rooms):
        return _room(context, id)
    if link[0] == "w" and 0 < id < len(plan.wings):
        return _wing(context, id)
    return ""


def _person(context: Context, id: int) -> str:
    words, file = context.words, context.dossier(id)
    what = words.named("crime", file.crime) if file.crime else words.named("role", file.role)
    first = DOT.join([words("ui.dossier.age", n=file.age), what])
    doing = words("use.walk") if file.walking else words.named("use", file.doing)
    place = context.narrator.room(file.room) if file.room else ""
    lines = [f"[b]{safe(file.name)}[/b]", f"[c=muted]{first}[/c]"]
    lines.append(words("ui.dossier.now_at", doing=doing, room=place) if place else absence(context, id))
    wound = context.desk.wound(id)
    if wound is not None:
        lines.append(f"[c=warn]{words.named('severity', wound.severity)}[/c]")
    asked = next((view for view in open_requests(context) if view.who == id), None)
    if asked is not None:
        lines.append(f"{words('requests.title')}: {words.named('request.kind', asked.kind)}")
    if file.cell and file.cell != file.room:
        lines.append(f"{words('ui.dossier.cell')}: {context.narrator.room(file.cell)}")
    return BREAK.join(lines)


def _room(context: Context, id: int) -> str:
    words, room = context.words, context.desk.room(id)
    lines = [f"[b]{context.narrator.room_name(id)}[/b]"]
    if room.wing and context.narrator.wing_name(room.wing) != context.narrator.room_name(id):
        lines.append(_wing_link(context, room.wing))
    if room.kind in CELL_KINDS:
        lines.append(words("ui.room.beds", n=len(room.residents), capacity=room.capacity))
        names = [context.narrator.person(person) for person in room.residents[:4]]
        lines += [words.listing(names)] if names else []
    else:
        here = len(room.people)
        lines.append(words("ui.room.people", n=here) if here else words("ui.room.empty"))
    return BREAK.join(lines)


def _wing(context: Context, id: int) -> str:
    words, wing = context.words, context.desk.wing(id)
    now = words.named("activity", wing.activity)
    lines = [f"[b]{context.narrator.wing_name(id)}[/b]", f"{words('ui.wings.now')}: {now}"]
    if wing.capacity:
        lines.append(words("ui.wings.inmates", n=wing.inmates, capacity=wing.capacity))
    lines.append(words("ui.wings.officers", n=wing.officers))
    if wing.locked_down:
        lines.append(f"[c=warn]{words('ui.wings.locked_down')}[/c]")
    return BREAK.join(lines)


def _wing_link(context: Context, id: int) -> str:
    return f"[link=w{id}]{context.narrator.wing_name(id)}[/link]"

"""What can be ordered about a person, a room or a wing now: the offers that cards and menus show."""

from typing import NamedTuple

from game.sim.commands import (
    AssignJob,
    CallOfficers,
    HearPerson,
    LockWing,
    Protect,
    Refer,
    SearchCell,
    SearchPerson,
    Separate,
    UnlockWing,
)
from game.sim.commands.base import Command
from game.sim.goods.searching import CELL, PERSON
from game.sim.house.plan import CELL_KINDS
from game.ui.desk.context import Context
from game.ui.desk.fights import fight_in
from game.ui.desk.lockdowns import lockdown_text, what_it_stops
from game.ui.desk.parts import odds_lines
from game.ui.desk.places import wing_with_cells

HELP = 2
"""Officers who are called at a time."""


class Offer(NamedTuple):
    """Something that can be ordered."""

    key: str
    """Names the widget, and the words under `orders.`."""
    icon: str
    text: str
    tip: str
    command: Command | None = None
    """None: something has to be chosen first."""
    opens: str = ""
    """What is opened for that: `mediate`, `apart`, `job` (a picking), `cell`, `send`, `posts`."""
    note: str = ""
    """Stands at the end of the line: odds, or how many."""
    refusal: str = ""
    group: str = ""


def offers(context: Context, kind: str, id: int) -> list[Offer]:
    """What can be ordered, in the order it is shown."""
    if kind == "person":
        return _inmate(context, id) if context.desk.role(id) == "inmate" else _staff(context, id)
    return _room(context, id) if kind == "room" else _wing(context, id)


def _offer(
    context: Context, key: str, icon: str, command: Command, group: str = "", note: str = "", tip: str = ""
) -> Offer:
    """An order that can be given as it is."""
    words = context.words
    tip = tip or words(f"orders.{key}.tip")
    return Offer(
        key, icon, words(f"orders.{key}.name"), tip, command, "", note, context.refusal(command), group
    )


def _choice(context: Context, key: str, icon: str, group: str, refusal: str = "") -> Offer:
    """An order whose second half is still to be chosen."""
    words = context.words
    text, tip = words(f"orders.{key}.name"), words(f"orders.{key}.tip")
    return Offer(key, icon, text, tip, None, key, "", refusal, group)


def _inmate(context: Context, id: int) -> list[Offer]:
    desk, words = context.desk, context.words
    gone = "" if desk.is_here(id) else words("refusal.not_here")
    found = [
        _hear(context, id),
        _offer(context, "chaplain", "church", Refer(id, "chaplain"), "talk"),
        _offer(context, "medic", "stethoscope", Refer(id, "medic"), "talk"),
        _choice(context, "mediate", "handshake", "talk", gone or _nobody_mediates(context)),
        _choice(context, "apart", "unlink", "safety", gone),
        _offer(context, "protect", "shield-check", Protect(id), "safety"),
        _choice(context, "cell", "bed-double", "safety", gone),
        *(_together(context, id, other) for other in desk.kept_from(id) if desk.exists(other)),
        _choice(context, "job", "hammer", "ways", gone),
        _choice(context, "send", "footprints", "ways", gone),
        _search(context, "search_him", SearchPerson(id), PERSON, id),
    ]
    cell = desk.cell_of(id)
    if cell:
        found.append(_search(context, "search_his_cell", SearchCell(cell), CELL, cell))
    if desk.job_of(id):
        found.append(_offer(context, "no_job", "circle-slash", AssignJob(id, 0), "ways"))
    return found


def _hear(context: Context, id: int) -> Offer:
    """Say who would listen, as far as somebody has time."""
    offer = _offer(context, "hear", "ear", HearPerson(id), "talk")
    if offer.refusal:
        return offer
    listener = context.desk.listener(id)
    name = context.desk.short_name(listener) if listener else ""
    return offer._replace(tip=context.words("orders.hear.by", who=name)) if name else offer


def _nobody_mediates(context: Context) -> str:
    if context.desk.is_night:
        return context.words("refusal.at_night")
    return "" if context.desk.mediators() else context.words("refusal.no_mediator")


def _together(context: Context, id: int, other: int) -> Offer:
    """Lift a separation."""
    words, order = context.words, Separate(id, other, False)
    text = words("orders.together.name", who=context.desk.short_name(other))
    tip = words("orders.together.tip")
    return Offer(f"together.{other}", "link", text, tip, order, "", "", context.refusal(order), "safety")


def _search(context: Context, key: str, command: Command, kind: str, target: int) -> Offer:
    """A search with its honest odds: the chance that the hardest thing to find is found if it is there."""
    words, odds = context.words, context.desk.search_odds(kind, target)
    note, tip = "", words(f"orders.{key}.tip")
    if odds.officer:
        note = words("orders.odds", n=round(100 * odds.chance))
        lines = odds_lines(context, odds.chances)
        by = words("orders.search_by", who=context.desk.short_name(odds.officer), n=odds.minutes)
        tip = "\n".join([tip, by, f"[c=muted]{words('orders.odds_tip')}[/c]", *lines])
    return _offer(context, key, "search", command, "search", note, tip)


def _staff(context: Context, id: int) -> list[Offer]:
    gone = "" if context.desk.is_here(id) else context.words("refusal.not_here")
    return [_choice(context, "send", "footprints", "ways", gone), _choice(context, "posts", "shield", "ways")]


def _room(context: Context, id: int) -> list[Offer]:
    desk, found = context.desk, []
    if fight_in(context, id):
        free = context.words("orders.free", n=desk.officers_free(id))
        found.append(_offer(context, "call", "siren", CallOfficers(id, HELP), "safety", free))
    if desk.plan.rooms[id].kind in CELL_KINDS:
        found.append(_search(context, "search_cell", SearchCell(id), CELL, id))
    return found + _wing(context, wing_with_cells(context, id))


def _wing(context: Context, id: int) -> list[Offer]:
    """Lock a wing down, or lift it: with what that stops, and what it has cost so far."""
    if not id:
        return []
    if context.desk.wing(id).locked_down:
        tip = f"{context.words('orders.lift.tip')}\n{lockdown_text(context, id)}"
        return [_offer(context, "lift", "lock-open", UnlockWing(id), "wing", tip=tip)]
    tip = f"{context.words('orders.lock.tip')}\n{what_it_stops(context, id)}"
    return [_offer(context, "lock", "lock", LockWing(id), "wing", tip=tip)]

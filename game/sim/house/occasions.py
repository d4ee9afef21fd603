"""Occasions: what orders of the office have to do with two men being together, and with nobody being near.

Nothing here changes a chance; it is asked only of what has happened. A deed between two men cites the order that gave
them one cell or one workplace, the lockdown that keeps them in, the order that took away who would have been there,
and the decision by which the office, asked about these two, let them be.
"""

from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.events import Cause, Kind, Role
from game.sim.house.lockdowns import Lockdown
from game.sim.office import Decision, Send
from game.sim.people import INMATE, Duty, Identity, Place, Roots
from game.sim.states import Hold, State, StateRoots

if TYPE_CHECKING:
    from game.sim.world import World

IN_CELL, CELLMATES = 0.6, 0.2
"""Share of what happens between cellmates, in their cell and elsewhere, that goes back to their sharing it (ours)."""
AT_WORK = 0.4
"""The same of what happens at a workplace between men one of whom was put there (ours)."""
LOCKED_IN = 0.4
"""The same of what happens between cellmates who are locked in by order (ours)."""
LET_BE, LET_BE_MINUTES = 0.3, MINUTES_PER_DAY
"""The same of what happens between two about whom the office was asked, and gave no order; for so long (ours)."""
_ROUTINE = (Kind.ShiftBegan, Kind.DayBegan, Kind.WorldBegan)


def occasions(world: "World", who: int, whom: int, before_staff: float = 1.0) -> list[Cause]:
    """Return which orders let something happen between two where the first is now.

    `before_staff` is the factor on its chance with staff in the room: 1 where that makes no difference.
    """
    room = int(world.ground.room_at[world.one(who, Place).tile])
    found = [
        *share_cell(world, who, whom, room),
        *_share_work(world, who, whom, room),
        *_let_be(world, who, whom),
    ]
    return [*found, *_withdrawn(world, room, 1.0 - before_staff)] if before_staff < 1 else found


def share_cell(world: "World", who: int, whom: int, room: int = 0) -> list[Cause]:
    """Return the order that made two men cellmates, and the lockdown that keeps them so; `room`: where they are."""
    one, other = world.one(who, Identity), world.one(whom, Identity)
    if not one.cell or one.cell != other.cell:
        return []
    inside = room in (0, one.cell)
    given = int(max(world.one(who, Roots).cell, world.one(whom, Roots).cell))
    found = [Cause(given, IN_CELL if inside else CELLMATES, Role.OPPORTUNITY)] if given else []
    lockdown = world.component("lockdown", int(one.wing), Lockdown) if room == one.cell else None
    return [*found, Cause(lockdown.because, LOCKED_IN, Role.OPPORTUNITY)] if lockdown else found


def _share_work(world: "World", who: int, whom: int, room: int) -> list[Cause]:
    """Return the order by which one of two works where they are."""
    placed = 0
    for person in (who, whom):
        if room and world.one(person, Identity).job == room:
            placed = max(placed, int(world.one(person, Roots).job))
    return [Cause(placed, AT_WORK, Role.OPPORTUNITY)] if placed else []


def _let_be(world: "World", who: int, whom: int) -> list[Cause]:
    """Return the decisions of the last day that were about these two and led to no order: so they were let be."""
    past, found = world.chronicle, []
    for _, decision in world.each(Decision):
        fresh = decision.answer and world.tick - past.event(decision.answer).tick <= LET_BE_MINUTES
        if fresh and who in decision.about and whom in decision.about:
            effects = past.edges.column("event")[past.edges.column("cause") == decision.answer].tolist()
            if all(past.event(effect).kind is not Kind.Ordered for effect in effects):
                found.append(Cause(decision.answer, LET_BE, Role.OPPORTUNITY))
    return found


def _withdrawn(world: "World", room: int, share: float) -> list[Cause]:
    """Return the order that keeps somebody from a post of his in this room, if nobody of the staff is here instead."""
    duty, place = world.everyone(Duty), world.everyone(Place)
    on = ((duty.on == 1) & (place.tile > 0) & (world.everyone(Identity).role != INMATE)).nonzero()[0]
    if (world.ground.room_at[place.tile[on]] == room).any():
        return []
    posts = {post.id: len(post.rooms) for post in world.plan.posts if room in post.rooms}
    for row in on[np.isin(duty.roster[on], list(posts))].tolist():
        order = _away_by_order(world, row, room)
        if order:
            return [Cause(order, share / posts[int(duty.roster[row])], Role.OPPORTUNITY)]
    return []


def _away_by_order(world: "World", row: int, room: int) -> int:
    """Return the order that has one of the staff (row) elsewhere: on another post, an errand, in a talk; 0: none."""
    duty, person = world.everyone(Duty), int(world.people.ids[row])
    sent = world.component("send", person, Send)
    if duty.post[row] != duty.roster[row] and room not in world.plan.posts[duty.post[row]].rooms:
        event = int(duty.because[row])
    elif sent is not None and sent.room != room:
        event = sent.because
    elif world.everyone(State).held[row] in (Hold.TALK, Hold.SEARCH):
        event = int(world.everyone(StateRoots).held[row])
    else:
        return 0
    return event if event and world.chronicle.event(event).kind not in _ROUTINE else 0


def nearer_by_order(world: "World", officer: int) -> list[Cause]:
    """Return the order by which an officer is where he is, and so was near: another post, an errand."""
    duty, sent = world.one(officer, Duty), world.component("send", officer, Send)
    event = sent.because if sent is not None and sent.reached else 0
    event = event or (int(duty.because) if duty.post != duty.roster else 0)
    return [Cause(event, 0.5, Role.OPPORTUNITY)] if event else []

"""Talks: people whom the office brings together in a room for a while; `systems/care.py` sees to it that they meet."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.codec import component
from game.sim.house.going import can_go, head, hold, release, taken_spots
from game.sim.house.ground import Ints
from game.sim.house.plan import CELL_KINDS
from game.sim.house.uses import INDEX, USES
from game.sim.people import Place
from game.sim.states import Hold, State

if TYPE_CHECKING:
    from game.sim.world import World

SPEAK = INDEX["speak"]
ROOMS: dict[str, tuple[str, ...]] = {
    "hearing": ("office", "intake", "classroom", "chapel", "library", "visiting", "commons"),
    "mediation": ("classroom", "chapel", "visiting", "library", "office", "intake", "commons"),
    "chapel": ("chapel",),
    "ward": ("infirmary",),
}
"""Kinds of talks, and of rooms where they are held. Hearings also take place at the door of a cell."""


@component
@dataclass(slots=True)
class Talk:
    """A talk that was arranged; the entity's space is `talk`."""

    id: int
    kind: str
    """One of ROOMS."""
    people: tuple[int, ...]
    """The inmates."""
    host: int
    """Who of the staff listens, mediates, consoles or treats; 0: whoever has time first."""
    because: int
    """The event that arranged it."""
    asked: int
    """Tick at which it was arranged."""
    room: int = 0
    """Where it is held; 0 until they set out."""
    begun: int = 0
    """Tick at which all had come; 0 before."""
    ends: int = 0
    """Tick at which it is over; before it has begun, at which they stop waiting for one another."""
    seen: tuple[int, ...] = ()
    """Who saw them go there."""


def arrange(world: "World", kind: str, people: tuple[int, ...], host: int, because: int) -> Talk:
    """Arrange a talk; it begins as soon as those concerned are free."""
    number = 1 + max((id for id, _ in world.each(Talk)), default=0)
    talk = Talk(number, kind, people, host, because, world.tick)
    world.attach("talk", number, talk)
    return talk


def talks_of(world: "World", person: int) -> list[Talk]:
    """Return the talks that are arranged with somebody, the oldest first."""
    return [talk for _, talk in world.each(Talk) if person in talk.people or person == talk.host]


def rows_of(world: "World", talk: Talk) -> Ints:
    """Return the rows of those who are to talk, the host last; −1 for who is no longer here."""
    return world.people.rows(np.array([*talk.people, talk.host], np.int64))


def set_out(world: "World", talk: Talk, until: int) -> bool:
    """Send all concerned to a room that has place for them and that they can get to; False if there is none."""
    rows = rows_of(world, talk)
    spots = _seats(world, talk, rows)
    if not spots.size:
        return False
    talk.room = int(world.ground.spot_room[spots[-1]])
    talk.ends = until
    hold(world, rows, Hold.TALK, "speak", until, talk.because)
    going = spots > 0
    head(world, rows[going], spots[going], SPEAK, until)
    world.everyone(State).held_until[rows] = until
    return True


def let_go(world: "World", talk: Talk) -> None:
    """End a talk: whoever it still has hold of is his own man again."""
    rows = rows_of(world, talk)
    rows = rows[rows >= 0]
    if talk.room:
        release(world, rows[world.everyone(State).held[rows] == Hold.TALK])
    world.detach("talk", talk.id)


def _seats(world: "World", talk: Talk, rows: Ints) -> Ints:
    """Return a spot for each, 0 for who stays where he is; nothing where there is no room for it."""
    taken = taken_spots(world)
    near = int(world.everyone(Place).tile[rows[0]])
    for room in _rooms_by_way(world, talk.kind, near):
        free = [s for s in world.ground.spots_of([room], USES[SPEAK].spots).tolist() if not taken[s]]
        spots = np.array(free[1 : len(rows)] + free[:1], np.int64)
        if len(spots) == len(rows) and can_go(world, rows, spots).all():
            return spots
    return _at_the_door(world, talk, rows, near)


def _rooms_by_way(world: "World", kind: str, near: int) -> list[int]:
    """Return the rooms for a kind of talk: small ones first, the nearest of them first."""
    width = world.ground.width

    def far(room: int) -> tuple[bool, int, int]:
        tiles = world.plan.rooms[room].tiles
        at = tiles[len(tiles) // 2]
        steps = abs(at % width - near % width) + abs(at // width - near // width)
        return world.plan.rooms[room].kind == "commons", steps, room

    return sorted((room.id for room in world.plan.rooms[1:] if room.kind in ROOMS[kind]), key=far)


def _at_the_door(world: "World", talk: Talk, rows: Ints, near: int) -> Ints:
    """Return the standing place nearest to somebody in his cell, for who comes to hear him there."""
    ground, plan = world.ground, world.plan
    cell = int(ground.room_at[near])
    if talk.kind != "hearing" or plan.rooms[cell].kind not in CELL_KINDS:
        return np.zeros(0, np.int64)
    beside = [room for door in ground.doors_of[cell] for room in plan.doors[door].rooms if room != cell]
    spots = ground.spots_of(beside, ("stand", "bench", "seat"))
    spots = spots[~taken_spots(world)[spots]]
    tiles, width = ground.spot_tile[spots], ground.width
    far = abs(tiles % width - near % width) + abs(tiles // width - near // width)
    for spot in spots[np.argsort(far, kind="stable")][:1].tolist():
        if can_go(world, rows[-1:], np.array([spot])).all():
            return np.array([0, spot], np.int64)
    return np.zeros(0, np.int64)

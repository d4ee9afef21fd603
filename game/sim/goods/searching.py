"""Searching: how likely a thing is found, by its bulk, by where and by who looks; the desk shows the same."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from game.sim.chronicle import EVENT
from game.sim.engine.codec import component
from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.goods.items import THINGS, Fate, Items, end_item
from game.sim.house.going import can_go, first_free, head, hold, taken_spots
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.minds.knowledge import Source
from game.sim.people import OFFICER, Duty, Identity, Place
from game.sim.states import Hold, State

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World

CELL, PERSON, VISITOR = "cell", "person", "visitor"
_SPOTS = ("stand", "toilet", "chair", "seat", "bench", "sofa", "game", "pew", "read", "train", "queue")
"""Where an officer goes in a room: any of these that is free."""


@dataclass(frozen=True, slots=True)
class SearchRules(Rules):
    """How thorough searches are, and what they take."""

    cell: float = rule(
        2.0, "factor", "on a thing's bulk: the chance that it is found in a cell", low=0, high=10
    )
    person: float = rule(2.4, "factor", "the same, on somebody who is searched", low=0, high=10)
    visitor: float = rule(1.6, "factor", "the same, on a visitor at the gate, clothed", low=0, high=10)
    at_most: float = rule(0.95, "share", "no search finds everything", low=0, high=1)
    young_skill: float = rule(0.8, "factor", "of an officer of 23", low=0, high=2)
    skill_per_year: float = rule(0.012, "1/year", "what each further year adds to it", low=0, high=0.1)
    skill_at_most: float = rule(1.2, "factor", "of the most experienced", low=0, high=2)
    cell_minutes: float = rule(18, "minutes", "that the search of a cell takes", low=1, high=240)
    person_minutes: float = rule(8, "minutes", "that the search of a man takes", low=1, high=240)
    way_minutes: float = rule(60, "minutes", "after which officers who did not get there give up", low=5)
    routine_cells: float = rule(
        4, "1/day", "cells that the wings' officers search of their own accord", low=0
    )
    routine_grudge: float = rule(
        0.5, "share", "of the grudge at an ordered search that a routine one leaves", low=0, high=1
    )


@component
@dataclass(slots=True)
class Search:
    """A search that was ordered or is routine; the entity's space is `search`."""

    id: int
    kind: str
    """CELL or PERSON."""
    target: int
    """Room id, or person."""
    officer: int
    because: int
    """The order, or the shift that does it of its own accord."""
    until: int
    """Tick at which it is given up."""
    routine: bool = False
    ends: int = 0
    """Tick at which it is done; 0: the officer is still on his way."""


def skill(world: "World", officer: int) -> float:
    """Return an officer's skill at searching: his years tell, and everybody knows them."""
    rules, age = world.rules(SearchRules), int(world.one(officer, Identity).age_years)
    return min(rules.skill_at_most, rules.young_skill + rules.skill_per_year * max(0, age - 23))


def find_chance(world: "World", route: str, thing: int, officer: int) -> float:
    """Return how likely an officer finds a thing of a kind (index in THINGS), where it is: in a cell, on somebody."""
    rules = world.rules(SearchRules)
    chance = THINGS[thing].bulk * float(getattr(rules, route)) * skill(world, officer)
    return min(rules.at_most, chance)


def free_officers(world: "World", room: int, wing: int = 0) -> Ints:
    """Return the rows of officers on duty whom nothing holds, the nearest to a room first; of a wing's posts or all."""
    place, duty, identity = world.everyone(Place), world.everyone(Duty), world.everyone(Identity)
    free = (duty.on == 1) & (identity.role == OFFICER) & (place.tile > 0) & (world.everyone(State).held == 0)
    if wing:
        free &= world.ground.post_wing[duty.post] == wing
    rows = free.nonzero()[0]
    tiles, width = world.plan.rooms[room].tiles, world.ground.width
    middle = tiles[len(tiles) // 2]
    far = abs(place.tile[rows] % width - middle % width) + abs(place.tile[rows] // width - middle // width)
    near: Ints = rows[np.argsort(far, kind="stable")]
    return near


def look_through(
    world: "World", dice: "Dice", route: str, items: list[int], officer: int, because: int, **at: int
) -> tuple[int, dict[int, int]]:
    """Let an officer search somebody (`whom`) or a room (`place`): what he finds is seized.

    Return the event, and the events of his finds by item.
    """
    thing = world.everyone(Items).thing
    rows, drawn = world.items.rows(items), dice.uniforms(len(items)).tolist()
    chances = [find_chance(world, route, int(thing[row]), officer) for row in rows.tolist()]
    found = [item for item, chance, draw in zip(items, chances, drawn, strict=True) if draw < chance]
    event = world.emit(
        Kind.Searched, who=officer, amount=len(found), because=[Cause(because, 1.0, Role.DEED)], **at
    )
    return event, {item: seize(world, item, officer, event, **at) for item in found}


def seize(world: "World", item: int, officer: int, because: int, **at: int) -> int:
    """Let an officer take a thing he came upon; the office knows of it at once. Return the event."""
    past = int(world.one(item, Items).because)
    causes = [Cause(because, 1.0, Role.DEED)]
    if past != because:
        causes.append(Cause(past, 0.6, Role.OPPORTUNITY))
    event = world.emit(
        Kind.Found, who=officer, item=item, detail=int(world.one(item, Items).thing), because=causes, **at
    )
    world.knowledge.learn(world.tick, event, Source.FOUND, officer)
    end_item(world, item, Fate.SEIZED, event)
    return event


def room_to_search(world: "World", search: Search) -> int:
    """Return where a search takes place: the cell, or where the man is; 0 when he is nowhere."""
    if search.kind == CELL:
        return search.target
    if search.target not in world.people:
        return 0
    return int(world.ground.room_at[world.one(search.target, Place).tile])


def searcher(world: "World", room: int, wing: int = 0) -> int:
    """Return who would search a room, or somebody in it, if it were ordered now; 0 for nobody."""
    for row in free_officers(world, room, wing).tolist()[:6]:
        spot = _spot(world, room)
        if spot and can_go(world, np.array([row]), np.array([spot]))[0]:
            return int(world.people.ids[row])
    return 0


def begin_search(
    world: "World", kind: str, target: int, because: int, wing: int = 0, routine: bool = False
) -> int:
    """Send the nearest free officer, of a wing or of all, to search; return who, 0 for nobody."""
    id = 1 + max((number for number, _ in world.each(Search)), default=0)
    until = world.tick + int(world.rules(SearchRules).way_minutes)
    search = Search(id, kind, target, 0, because, until, routine)
    room = room_to_search(world, search)
    officer = searcher(world, room, wing) if room else 0
    if officer:
        hold(world, world.people.rows([officer]), Hold.SEARCH, "search", until, because)
        send_to_search(world, officer, room, until)
        world.attach("search", id, replace(search, officer=officer))
    return officer


def send_to_search(world: "World", officer: int, room: int, until: int) -> None:
    """Send an officer to a free place in a room, to search there."""
    spot = _spot(world, room)
    if spot:
        head(world, world.people.rows([officer]), np.array([spot]), INDEX["search"], until)


def _spot(world: "World", room: int) -> int:
    return first_free(world.ground.spots_of([room], _SPOTS).tolist(), taken_spots(world))


def last_shift(world: "World") -> int:
    """Return the event with which the present shift began, or the world: what routine goes back to."""
    begun, kind = (Kind.ShiftBegan, Kind.DayBegan, Kind.WorldBegan), (EVENT.names or ()).index("kind")
    events = world.chronicle.events
    return next((number + 1 for number in range(len(events) - 1, -1, -1) if events[number][kind] in begun), 0)

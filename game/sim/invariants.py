"""What is always true of a sound prison; tests ask after every tick, play once an hour."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from game.sim.goods.items import Fate, Items
from game.sim.house.flow import SEAT
from game.sim.house.plan import ROLES
from game.sim.minds.thoughts import ThoughtEnds
from game.sim.minds.ties import TieEnds, Ties
from game.sim.people import INMATE, Doing, Duty, Identity, Locks, Needs, Place, Status, Temper, Trail
from game.sim.states import Body, Mind, State

if TYPE_CHECKING:
    from game.sim.world import World

Check = Callable[["World"], Iterator[str]]


def faults(world: "World") -> list[str]:
    """Return what is wrong with a world between ticks; nothing, if it is sound."""
    return [fault for check in CHECKS for fault in check(world)]


def _one_place_each(world: "World") -> Iterator[str]:
    tile = world.everyone(Place).tile
    on_map = tile[tile > 0]
    if len(np.unique(on_map)) != len(on_map):
        yield "two people stand on one tile"
    if (world.ground.walk[on_map] == 0).any():
        yield "somebody stands in a wall or in furniture"
    status = world.everyone(Identity).status
    if ((tile > 0) & (status != Status.PRESENT)).any():
        yield "somebody is on the map who is not here"


def _seats_are_kept(world: "World") -> Iterator[str]:
    place, ground = world.everyone(Place), world.ground
    seated = (ground.walk[place.tile] == SEAT) & (place.walking == 0) & (place.tile > 0)
    seated &= world.everyone(State).held == 0
    if (ground.spot_tile[place.goal[seated]] != place.tile[seated]).any():
        yield "somebody rests on a seat that he did not reserve"
    held = place.goal[(place.goal > 0) & (ground.spot_pose[place.goal] >= 0)]
    shared = held[~np.isin(held, ground.entrances)]
    if len(np.unique(shared)) != len(shared):
        yield "two people hold one spot"


def _steps_are_steps(world: "World") -> Iterator[str]:
    trail, ground = world.everyone(Trail).block, world.ground
    doors, keys = ground.door_at, world.everyone(Identity).keys
    need = np.where(np.concatenate([[0], world.everyone(Locks).locked]) == 1, ground.door_need, 0)
    for before, after in pairwise(trail):
        moved = (before > 0) & (after > 0) & (before != after)
        step = abs(after[moved] - before[moved])
        if not np.isin(step, (1, ground.width)).all():
            yield "somebody jumped"
        if (need[doors[after[moved]]] & ~keys[moved]).any():
            yield "somebody passed a locked door without a key"


def _cells_agree(world: "World") -> Iterator[str]:
    identity, ground = world.everyone(Identity), world.ground
    lives = (identity.role == INMATE) & (identity.status == Status.PRESENT) & (identity.cell > 0)
    beds = identity.bed[lives]
    if len(np.unique(beds)) != len(beds):
        yield "two people own one bed"
    if (ground.spot_room[beds] != identity.cell[lives]).any():
        yield "a bed is not in its owner's cell"
    if (ground.room_wing[identity.cell[lives]] != identity.wing[lives]).any():
        yield "a cell is not in its inmate's wing"


def _within_bounds(world: "World") -> Iterator[str]:
    needs, temper, ties = world.everyone(Needs).block, world.everyone(Temper).block, world.everyone(Ties)
    if not ((needs >= 0) & (needs <= 1)).all() or not ((temper >= 0) & (temper <= 1)).all():
        yield "a need or a trait is out of bounds"
    if not (abs(ties.regard) <= 1).all() or (ties.block[1:] < 0).any() or (ties.block[1:5] > 1).any():
        yield "a tie is out of bounds"
    mind, body = world.everyone(Mind).block, world.everyone(Body).block
    if (abs(mind) > 1).any() or (mind[1:] < 0).any() or (body < 0).any() or (body > 1).any():
        yield "a mind or a body is out of bounds"


def _ties_are_single(world: "World") -> Iterator[str]:
    ends = world.everyone(TieEnds)
    pairs = ends.who * (world.people.next_id + 1) + ends.whom
    if len(np.unique(pairs)) != len(pairs) or (ends.who == ends.whom).any():
        yield "a tie is there twice, or to oneself"


def _staff_are_staff(world: "World") -> Iterator[str]:
    duty, identity = world.everyone(Duty), world.everyone(Identity)
    if ((duty.on == 1) & (identity.role == INMATE)).any():
        yield "an inmate is on duty"
    on = duty.post[duty.on == 1]
    roles = np.array([post.role for post in world.plan.posts])
    held = np.array(ROLES)[identity.role[duty.on == 1]]
    if ((on > 0) & (roles[on] != held)).any():
        yield "somebody serves on a post of another role"


def _past_is_in_order(world: "World") -> Iterator[str]:
    ticks = world.chronicle.events.column("tick")
    if (np.diff(ticks) < 0).any():
        yield "the chronicle runs backwards"
    edges = world.chronicle.edges
    if (edges.column("cause") >= edges.column("event")).any():
        yield "an event is caused by what came later"


def _items_are_somewhere(world: "World") -> Iterator[str]:
    items = world.everyone(Items)
    here = items.fate == Fate.THERE
    if ((items.person > 0) == (items.room > 0))[here].any():
        yield "an item is in two places, or in none"
    if ((items.person > 0) | (items.room > 0))[~here & (items.fate != Fate.OUTSIDE)].any():
        yield "an item that is gone is still somewhere"
    if (items.made == 0).any():
        yield "an item came from nowhere"


def _thoughts_are_somebodys(world: "World") -> Iterator[str]:
    ends = world.everyone(ThoughtEnds)
    if (world.people.rows(ends.person) < 0).any():
        yield "a thought is nobody's"


def _doing_something(world: "World") -> Iterator[str]:
    if (world.everyone(Doing).since > world.tick).any():
        yield "somebody does what he has not begun"


CHECKS: tuple[Check, ...] = (
    _one_place_each,
    _seats_are_kept,
    _steps_are_steps,
    _cells_agree,
    _within_bounds,
    _ties_are_single,
    _staff_are_staff,
    _past_is_in_order,
    _doing_something,
    _items_are_somewhere,
    _thoughts_are_somebodys,
)

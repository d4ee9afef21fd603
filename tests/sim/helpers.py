"""Drivers for tests of the prison: small prisons, people put where a test wants them, states compared."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from game.sim import open_prison
from game.sim.engine.system import System
from game.sim.house.plan import PrisonPlan
from game.sim.house.uses import INDEX
from game.sim.people import OFFICER, Doing, Identity, Place, Status
from game.sim.population.cast import Cast, PersonSpec
from game.sim.population.peopling import populate
from game.sim.world import START, World
from tests.conftest import BLOCK_CAST, HERE, plan_of

BLOCK = HERE / "prisons" / "block.yaml"
PRISONS = Path(__file__).parent / "prisons"
FAR_OFF = 1_000_000
"""Ticks for which somebody goes on with what he does."""


def prison_in(name: str) -> PrisonPlan:
    """Return the plan of a test prison by its file's name."""
    return plan_of(BLOCK if name == "block" else PRISONS / f"{name}.yaml")


def make(name: str = "block", seed: int = 1, cast: Cast = BLOCK_CAST, tick: int = START) -> World:
    """Return a prison of the full schedule."""
    return open_prison(prison_in(name), cast, seed, tick=tick)


def crew(**roles: str) -> Cast:
    """Return a cast of some people by key, each of a role, and nobody else."""
    return Cast(
        people=tuple(PersonSpec(key, key.title(), "Test", role, age=30) for key, role in roles.items())
    )


def room_of(world: World, key: str) -> int:
    """Return a room's id by its key in the plan."""
    return next(room.id for room in world.plan.rooms if room.key == key)


def post_of(world: World, key: str) -> int:
    """Return a post's id by its key in the plan."""
    return next(post.id for post in world.plan.posts if post.key == key)


def door_between(world: World, one: str, other: str) -> int:
    """Return the id of the first door between two rooms."""
    rooms = {room_of(world, one), room_of(world, other)}
    return next(door.id for door in world.plan.doors[1:] if set(door.rooms) == rooms)


def tile(world: World, x: int, y: int) -> int:
    """Return a tile by its place on the plan, counted from 0."""
    return y * world.plan.width + x


def put(world: World, person: int, at: int, use: str = "wait") -> None:
    """Stand a person on a tile, where he stays of his own will."""
    place, doing = world.one(person, Place), world.one(person, Doing)
    world.one(person, Identity).status = Status.PRESENT
    place.tile, place.goal, place.room, place.walking, place.waited = at, 0, 0, 0, 0
    doing.use, doing.until, doing.since = INDEX[use], FAR_OFF, world.tick


def walk(world: World, person: int, spot: int) -> None:
    """Let a person set out to a spot, and stay there."""
    place, doing = world.one(person, Place), world.one(person, Doing)
    place.goal, place.room, place.walking = spot, world.plan.spots[spot].room, 1
    doing.until = FAR_OFF


def spots_in(world: World, room: str, kind: str = "stand") -> list[int]:
    """Return the spots of a kind in a room."""
    return world.ground.spots_in.get((room_of(world, room), kind), [])


def stage(name: str, cast: Cast, *systems: type[System], seed: int = 1) -> World:
    """Return a prison in which only some systems run, and everybody is off the map at first."""
    world = World(prison_in(name), seed, schedule=systems)
    populate(world, cast)
    place = world.everyone(Place)
    place.tile[:] = 0
    place.goal[:] = 0
    place.walking[:] = 0
    return world


def officers(world: World) -> list[int]:
    """Return the ids of all officers, on duty or not."""
    identity = world.everyone(Identity)
    return world.people.ids[identity.role == OFFICER].tolist()


def kinds(world: World, kind: str) -> list[Any]:
    """Return the events of a kind, oldest first."""
    return [event for event in world.chronicle.since(0) if event.kind.name == kind]


def without(cast: Cast, *roles: str) -> Cast:
    """Return a cast without people of some roles."""
    return replace(
        cast,
        people=tuple(p for p in cast.people if p.role not in roles),
        generate=tuple(g for g in cast.generate if g.role not in roles),
    )

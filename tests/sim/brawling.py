"""Drivers for tests of violence: halls with men put side by side, motives, fights begun, officers at a distance."""

from collections.abc import Callable, Iterator

from game.sim.engine.rules import Rules
from game.sim.engine.system import System
from game.sim.events import Cause, Kind
from game.sim.minds.ties import Ties, shift_tie
from game.sim.people import Duty, Needs, Roots, Temper
from game.sim.population.cast import Cast
from game.sim.population.peopling import populate
from game.sim.states import Body, Mind, State, StateRoots
from game.sim.systems.fights import FightSystem
from game.sim.systems.movement import MovementSystem
from game.sim.systems.sight import SightSystem
from game.sim.violence.assaults import assault
from game.sim.violence.fights import HATE, Fight, open_fights
from game.sim.world import World
from tests.sim.helpers import crew, officers, prison_in, put, tile

ROOTS = {
    Kind.WorldBegan, Kind.KnownBefore, Kind.TraitNoted, Kind.DayBegan, Kind.ShiftBegan, Kind.Ordered, Kind.Decided,
    Kind.Arrived, Kind.BeatFired, Kind.LetterCame, Kind.Hungered,
}  # fmt: skip
"""What courses of events begin with."""


def arena(
    name: str, cast: Cast, *systems: type[System], seed: int = 1, rules: tuple[Rules, ...] = (), tick: int = 0
) -> World:
    """Return a prison of calm, average people who don't know each other, all off the map; some systems run."""
    world = World(prison_in(name), seed, rules, schedule=systems, tick=tick)
    populate(world, cast)
    for person in world.people.ids.tolist():
        put(world, person, 0)
    for kind in (Needs, Mind, Body, State, StateRoots):
        world.everyone(kind).block[:] = 0
    temper = world.everyone(Temper)
    for trait in ("discipline", "nerve", "cunning", "empathy", "loyalty"):
        getattr(temper, trait)[:] = 0.5
    temper.aggression[:] = 0.4
    world.everyone(Roots).hunger[:] = 0
    world.everyone(Ties).block[:] = 0.0
    for officer in officers(world):
        world.one(officer, Duty).on = 1
    return world


def ring(
    *onlookers: str, guards: int = 0, prison: str = "sight", seed: int = 1, rules: tuple[Rules, ...] = ()
) -> World:
    """Return a hall with two men (1 and 2) side by side, onlookers (3, 4 …) about them, and guards off the map."""
    people = {"one": "inmate", "two": "inmate", **dict.fromkeys(onlookers, "inmate")}
    cast = crew(**people, **{f"guard{i}": "officer" for i in range(guards)})
    world = arena(prison, cast, MovementSystem, FightSystem, SightSystem, seed=seed, rules=rules)
    put(world, 1, tile(world, 9, 3))
    put(world, 2, tile(world, 10, 3))
    for i in range(len(onlookers)):
        put(world, 3 + i, tile(world, 8 + i, 5))
    return world


def begin(world: World, who: int = 1, whom: int = 2, motive: int = HATE, weapon: int = 0) -> Fight:
    """Let one man go for another, for an old grudge."""
    grudge = world.emit(Kind.KnownBefore, who=who, whom=whom)
    shift_tie(world, who, whom, grudge, hate=0.5)
    return assault(world, who, whom, motive, [Cause(grudge, 0.9)], weapon)


def fight_out(world: World, ticks: int = 200) -> None:
    """Let time pass until nobody fights any more."""
    world.run(ticks, until=lambda w: not open_fights(w))


def over_seeds(seeds: int, make: Callable[[int], World]) -> Iterator[World]:
    """Yield prisons of several seeds in which a fight has been fought out."""
    for seed in range(1, seeds + 1):
        world = make(seed)
        begin(world)
        fight_out(world)
        yield world


def rootless(world: World, *kinds: Kind) -> list[str]:
    """Return events of some kinds from which some course of causes does not lead back to a root, or that have none."""
    past, wrong = world.chronicle, []
    for event in past.since(0):
        if event.kind in kinds and not _rooted(world, event.id, {}):
            wrong.append(f"{event.id} {event.kind.name}")
    return wrong


def _rooted(world: World, event: int, known: dict[int, bool]) -> bool:
    if event not in known:
        causes = world.chronicle.causes(event)
        assert all(cause.event < event for cause in causes)
        is_root = world.chronicle.event(event).kind in ROOTS
        known[event] = is_root or any(_rooted(world, cause.event, known) for cause in causes)
    return known[event]

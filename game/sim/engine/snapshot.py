"""Freezing and thawing worlds: saving, forking, rewinding and replaying are this one mechanism."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.sim.chronicle import EDGE, EVENT, Chronicle
from game.sim.commands.base import OrderGiven
from game.sim.engine.codec import component_named, plain, rich
from game.sim.engine.log import Log
from game.sim.engine.rules import Rules
from game.sim.house.plan import PrisonPlan
from game.sim.minds.knowledge import LEARNED, SEEN, Knowledge
from game.sim.minds.thoughts import COURSE
from game.sim.minds.ties import REASON
from game.sim.world import Guest, World

Blocks = tuple[NDArray[Any], ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A world at rest. Nothing in it is ever written again; sealed blocks are shared with the world."""

    plan: PrisonPlan
    seed: int
    tick: int
    tables: dict[str, dict[str, NDArray[Any]]]
    logs: dict[str, Blocks]
    noted: int
    components: tuple[tuple[str, int, tuple[Any, ...]], ...]
    dice: dict[str, tuple[int, ...]]
    rules: tuple[Rules, ...]
    orders: tuple[OrderGiven, ...]
    keys: dict[str, int]


def freeze(world: World) -> Snapshot:
    """Take a snapshot between ticks; the world goes on unchanged."""
    tables = {name: table.freeze() for name, table in world.tables.items()}
    if world.people.archive is not None:
        tables["archive"] = world.people.archive.freeze()
    events, edges = world.chronicle.freeze()
    logs = {"events": events, "edges": edges}
    logs |= {"learned": world.knowledge.learned.seal(), "seen": world.knowledge.seen.seal()}
    logs |= {"reasons": world.reasons.seal(), "courses": world.courses.seal()}
    components = tuple((space, id, tuple(_copy(c) for c in parts)) for space, id, parts in world.entities())
    return Snapshot(
        world.plan, world.seed, world.tick, tables, logs, world.knowledge.noted, components,
        {name: tuple(dice.freeze()) for name, dice in sorted(world._dice.items())},
        tuple(world._rules[kind] for kind in sorted(world._rules, key=lambda kind: kind.__name__)),
        tuple(world.orders), dict(world.id_of_key),
    )  # fmt: skip


def thaw(snapshot: Snapshot, guests: Iterable[Guest] = ()) -> World:
    """Make a world of a snapshot; the snapshot can be thawed again."""
    world = World(snapshot.plan, snapshot.seed, snapshot.rules, tick=snapshot.tick)
    for name, table in world.tables.items():
        table.thaw(snapshot.tables[name])
    if world.people.archive is not None:
        world.people.archive.thaw(snapshot.tables["archive"])
    logs = snapshot.logs
    world.chronicle = Chronicle(Log(EVENT, logs["events"]), Log(EDGE, logs["edges"]))
    world.knowledge = Knowledge(
        world.chronicle, Log(LEARNED, logs["learned"]), Log(SEEN, logs["seen"]), snapshot.noted
    )
    world.reasons = Log(REASON, logs["reasons"])
    world.courses = Log(COURSE, logs["courses"])
    for space, id, parts in snapshot.components:
        world.attach(space, id, *(_copy(part) for part in parts))
    world.adopt_people(world.people.ids)
    for name, words in snapshot.dice.items():
        world.dice(name).thaw(words)
    world.orders = list(snapshot.orders)
    world.id_of_key = dict(snapshot.keys)
    for guest in guests:
        world.add_guest(guest)
    return world


def fork(world: World) -> World:
    """Return a second world that goes on from here on its own, with the same guests."""
    return thaw(freeze(world), world.guests)


def _copy(part: Any) -> Any:
    """Return a component that can't change with the world: frozen ones are shared."""
    if type(part).__dataclass_params__.frozen:
        return part
    return rich(component_named(type(part).__name__), plain(part))


def digest(world: World) -> str:
    """Return a fingerprint of the whole state: equal worlds have equal digests, on every machine."""
    return digest_of(freeze(world))


def digest_of(snapshot: Snapshot) -> str:
    """Return the fingerprint of a world at rest."""
    hashed = hashlib.blake2b(digest_size=16)
    for name in sorted(snapshot.tables):
        for column in sorted(snapshot.tables[name]):
            values = np.ascontiguousarray(snapshot.tables[name][column])
            hashed.update(f"{name}.{column}{values.shape}{values.dtype}".encode())
            hashed.update(values.tobytes())
    for name in sorted(snapshot.logs):
        hashed.update(name.encode())
        for block in snapshot.logs[name]:
            hashed.update(block.tobytes())
    hashed.update(json.dumps(_rest(snapshot), sort_keys=True).encode())
    return hashed.hexdigest()


def _rest(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "seed": snapshot.seed,
        "tick": snapshot.tick,
        "noted": snapshot.noted,
        "components": [
            [s, i, [[type(p).__name__, plain(p)] for p in parts]] for s, i, parts in snapshot.components
        ],
        "dice": snapshot.dice,
        "rules": [[type(r).__name__, plain(r)] for r in snapshot.rules],
        "orders": [[type(o.command).__name__, plain(o.command), o.tick, int(o.by)] for o in snapshot.orders],
    }

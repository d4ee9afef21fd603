"""Daily marks of a game as it is played: its digest and that of every column, so that a replay finds where it parts.

A recorder is a guest of one world. It changes nothing there; hashing runs in a thread, on a snapshot.
"""

import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Annotated, Any

import numpy as np
from pydantic import Field, StrictInt, StrictStr

from game.saves.meta import Count, Hash, Record, Tick
from game.saves.names import columns_classes
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.codec import plain
from game.sim.engine.snapshot import Snapshot, digest_of, freeze
from game.sim.world import World

EVERY_TICKS = MINUTES_PER_DAY
_PART_BYTES = 4
_ABSENT = "-" * 2 * _PART_BYTES
_hashing = ThreadPoolExecutor(1, "marks")


class Mark(Record):
    """How a world was at a tick: its digest, and a short one of each part of it."""

    tick: Tick
    digest: Hash
    parts: dict[StrictStr, Annotated[StrictStr, Field(max_length=8)]]


class Recorded(Record):
    """What a recorder kept, as it stands in saves and replays."""

    names: Annotated[list[StrictStr], Field(max_length=2000)] = []
    """Of the parts, for all marks."""
    marks: list[tuple[Tick, Hash, Annotated[StrictStr, Field(max_length=16_000)]]] = []
    """Tick, digest, and the parts' digests one after the other."""
    late: list[Annotated[StrictInt, Count]] = []
    """Numbers of the orders given by guests, after the systems of their tick."""

    def unfolded(self) -> list[Mark]:
        """Return the marks one by one."""
        return [Mark(tick=t, digest=d, parts=dict(self._parts(row))) for t, d, row in self.marks]

    def _parts(self, row: str) -> Iterator[tuple[str, str]]:
        width = len(_ABSENT)
        for i, name in enumerate(self.names):
            if (part := row[i * width : (i + 1) * width]) != _ABSENT:
                yield name, part


def folded(marks: list[Mark], late: list[int]) -> Recorded:
    """Return marks with the names of their parts said once."""
    names = list(dict.fromkeys(name for mark in marks for name in mark.parts))
    rows = [(m.tick, m.digest, "".join(m.parts.get(name, _ABSENT) for name in names)) for m in marks]
    return Recorded(names=names, marks=rows, late=late)


def mark_of(snapshot: Snapshot, tick: int) -> Mark:
    """Return the mark of a snapshot."""
    parts = {name: _short(data) for name, data in _parts_of(snapshot)}
    return Mark(tick=tick, digest=digest_of(snapshot), parts=parts)


def _short(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=_PART_BYTES).hexdigest()


def _parts_of(snapshot: Snapshot) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a snapshot by name: every column of every table and log, dice, components by class."""
    kinds = columns_classes()
    for table, frozen in sorted(snapshot.tables.items()):
        for name, values in frozen.items():
            columns = [column.name for column in kinds[name].columns] if name in kinds else []
            for i, column in enumerate(columns):
                yield f"{table}.{name}.{column}", np.ascontiguousarray(values[i]).tobytes()
            if not columns:
                yield f"{table}.{name}", values.tobytes()
    for log, blocks in sorted(snapshot.logs.items()):
        for column in (blocks[0].dtype.names or ()) if blocks else ():
            yield f"{log}.{column}", b"".join(block[column].tobytes() for block in blocks)
    classes: dict[str, list[Any]] = {}
    for space, id, attached in snapshot.components:
        for part in attached:
            classes.setdefault(type(part).__name__, []).append([space, id, plain(part)])
    for name, found in sorted(classes.items()):
        yield name, json.dumps(found, sort_keys=True).encode()
    for name, words in sorted(snapshot.dice.items()):
        yield f"dice.{name}", repr(words).encode()
    for rules in snapshot.rules:
        yield type(rules).__name__, repr(plain(rules)).encode()


@dataclass(frozen=True, slots=True)
class Kept:
    """What a recorder had at a moment; some hashes may still be worked out in their thread."""

    marks: tuple[Future[Mark] | Mark, ...]
    late: tuple[int, ...]

    def recorded(self) -> Recorded:
        """Return it as it stands in files; waits for the hashes."""
        marks = [mark.result() if isinstance(mark, Future) else mark for mark in self.marks]
        return folded(marks, list(self.late))


class Recorder:
    """Looks on last after each tick, and marks every midnight."""

    def __init__(self, world: World, recorded: Recorded | None = None) -> None:
        self.world = world
        self._marks: list[Future[Mark] | Mark] = list(recorded.unfolded()) if recorded else []
        self._late = list(recorded.late) if recorded else []
        self._given = len(world.orders)
        world.guests[:] = [_Opening(self), *world.guests, self]

    def process(self, world: World) -> None:
        """Note the orders that guests gave, and mark a day's end. Forks of the world are none of its business."""
        if world is not self.world:
            return
        self._late.extend(range(self._given, len(world.orders)))
        if (world.tick + 1) % EVERY_TICKS == 0:
            self._marks.append(_hashing.submit(mark_of, freeze(world), world.tick + 1))

    def opening(self, world: World) -> None:
        """Note how many orders had been given before the guests came."""
        if world is self.world:
            self._given = len(world.orders)

    def kept(self) -> "Kept":
        """Return what was kept so far, at once; it does not grow any more."""
        return Kept(tuple(self._marks), tuple(self._late))


class _Opening:
    """Looks on first after each tick, for the recorder who looks on last."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder

    def process(self, world: World) -> None:
        self.recorder.opening(world)


def record(world: World, recorded: Recorded | None = None) -> Recorder:
    """Mark a game from now on, or go on with the marks of a save. Guests that come later are not looked at."""
    return Recorder(world, recorded)


def recorder_of(world: World) -> Recorder | None:
    """Return the recorder of a world, if it has one."""
    return next((guest for guest in world.guests if isinstance(guest, Recorder)), None)

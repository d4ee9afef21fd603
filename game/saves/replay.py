"""Replays: a scenario, a seed and the orders that were given make the same game again, marked day by day.

Played back, a game is held against the marks; at the first that differs it stops and says which tick and which column.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StrictInt, ValidationError

from game.saves import container
from game.saves.container import Content
from game.saves.disk import read_at_most, write_whole
from game.saves.errors import PartError, SaveError
from game.saves.fingerprint import plan_hash, scenario_hash, scenario_of
from game.saves.meta import FORMAT, GAME, Count, Hash, Line, Record, Tick, first_fault
from game.saves.migrations import format_of
from game.saves.reading import json_of
from game.saves.recorder import EVERY_TICKS, Mark, Recorded, folded, mark_of, recorder_of
from game.saves.state import Key, read_order
from game.sim.commands.base import OrderGiven
from game.sim.engine.calendar import clock
from game.sim.engine.codec import plain
from game.sim.engine.snapshot import freeze
from game.sim.world import World
from game.story.load import BrokenFilesError, UnknownScenarioError, make_world
from game.story.scenario import Scenario

_FIRST = ("events.", "people.")
"""Parts named before others when several differ: what happened says more than what followed from it."""


class Replay(Record):
    """A game as its orders. The last mark is that of its end."""

    format: Annotated[StrictInt, Field(ge=1, le=FORMAT)]
    game: Line
    """Version of the game that wrote it."""
    scenario: Line
    scenario_hash: Line
    plan_hash: Hash
    seed: Count
    tick: Tick
    """Where it ends."""
    orders: list[tuple[Tick, StrictInt, Key, list[Any]]]
    """When, on whose word, which, and its values."""
    record: Recorded


@dataclass(frozen=True, slots=True)
class Playback:
    """What came of playing a replay. `tick` is the first at which it differed, or the end."""

    same: bool
    tick: int
    marks: int
    """Marks that agreed."""
    column: str = ""
    """The first that differs, such as `people.Needs.hunger`."""
    fault: str = ""
    """In a line; empty when it is the same game."""


def replay_of(world: World, scenario: Scenario) -> Replay:
    """Return the game so far as a replay. With a recorder from the start it has a mark for each day."""
    recorder = recorder_of(world)
    recorded = recorder.kept().recorded() if recorder else Recorded()
    marks = [mark for mark in recorded.unfolded() if mark.tick < world.tick]
    marks.append(mark_of(freeze(world), world.tick))
    return Replay(
        format=FORMAT, game=GAME, scenario=scenario.id, scenario_hash=scenario_hash(scenario.id),
        plan_hash=plan_hash(world.plan), seed=world.seed, tick=world.tick,
        orders=[(o.tick, int(o.by), type(o.command).__name__, plain(o.command)) for o in world.orders],
        record=folded(marks, recorded.late),
    )  # fmt: skip


def write_replay(world: World, scenario: Scenario, path: Path) -> Path:
    """Write the game so far as a replay; SaveError when that fails."""
    try:
        member = replay_of(world, scenario).model_dump_json().encode()
        data = container.pack(Content.REPLAY, {"replay.json": member})
    except PartError as fault:
        raise SaveError(path, fault.part, fault.fault, "disk") from fault
    write_whole(path, data)
    return path


def read_replay(path: Path) -> Replay:
    """Read a replay, or raise SaveError with one line that names file and part."""
    data = read_at_most(path, container.MOST_BYTES)
    try:
        raw = json_of(container.unpack(data, Content.REPLAY), "replay.json")
        format_of(raw, "replay.json")
        replay = Replay.model_validate(raw)
        _orders(replay)
    except ValidationError as fault:
        raise SaveError(path, "replay.json", first_fault(fault)) from None
    except PartError as fault:
        raise fault.within(path) from None
    except (RecursionError, MemoryError) as fault:
        raise SaveError(path, "content", "is too large or too deep") from fault
    return replay


def _orders(replay: Replay) -> list[OrderGiven]:
    orders = [read_order(number, *order) for number, order in enumerate(replay.orders)]
    ticks = [order.tick for order in orders]
    if ticks != sorted(ticks) or (ticks and ticks[-1] > replay.tick):
        raise PartError("orders", "are not in the order of time")
    return orders


def play_back(
    replay: Replay, scenario: Scenario | None = None, progress: Callable[[int], None] = lambda ticks: None
) -> Playback:
    """Play a replay, and stop at the first mark that differs; `progress` is told of the ticks as they pass.

    Raises SaveError when its scenario is not there, or is another by now.
    """
    scenario = scenario or _find(replay)
    world = make_world(scenario, replay.seed)
    try:
        return _Playing(world, replay).run(progress)
    finally:
        world.close()


def _find(replay: Replay) -> Scenario:
    try:
        scenario = scenario_of(replay.scenario)
    except (UnknownScenarioError, BrokenFilesError) as fault:
        raise SaveError("replay", "scenario", f"{replay.scenario}: {fault}", "no_scenario") from None
    if plan_hash(scenario.plan) != replay.plan_hash or scenario_hash(scenario.id) != replay.scenario_hash:
        raise SaveError("replay", "scenario", f"the files of {replay.scenario} have changed since", "changed")
    return scenario


class _Playing:
    """One playback: gives the orders where they were given, and looks on last after each tick."""

    def __init__(self, world: World, replay: Replay) -> None:
        self.world = world
        self.end = replay.tick
        self.marks = {mark.tick: mark for mark in replay.record.unfolded()}
        self.late = {*replay.record.late}
        self.orders = _orders(replay)
        self.next = 0
        self.agreed = 0
        self.found: Playback | None = None
        world.add_guest(self)

    def run(self, progress: Callable[[int], None]) -> Playback:
        """Play to the end, or to the first difference."""
        world = self.world
        while self.found is None and world.tick < self.end:
            self._give(late=False)
            if self.found is None:
                world.step()
                progress(1)
        if self.found is None:
            self._give(late=False)
        if self.found is None and self.end in self.marks:
            self._hold_against(self.end)
        return self.found or Playback(True, world.tick, self.agreed)

    def process(self, world: World) -> None:
        """Give the orders of guests, and hold a day's end against its mark."""
        self._give(late=True)
        tick = world.tick + 1
        if tick % EVERY_TICKS == 0 and tick < self.end and tick in self.marks:
            self._hold_against(tick)

    def _give(self, late: bool) -> None:
        while self.next < len(self.orders) and self.found is None:
            order = self.orders[self.next]
            if order.tick > self.world.tick or (order.number in self.late) is not late:
                return
            refused = self.world.order(order.command, order.by)
            self.next += 1
            if refused is not None:
                words = f"order {order.number}, {type(order.command).__name__}, is refused: {refused.reason}"
                self._differs(self.world.tick, "orders", words)

    def _hold_against(self, tick: int) -> None:
        then, now = self.marks[tick], mark_of(freeze(self.world), tick)
        if then.digest == now.digest:
            self.agreed += 1
            return
        column = first_difference(then, now)
        self._differs(tick, column, f"{column} differs")

    def _differs(self, tick: int, column: str, words: str) -> None:
        self.found = Playback(False, tick, self.agreed, column, f"tick {tick} ({clock(tick)}): {words}")


def first_difference(then: Mark, now: Mark) -> str:
    """Return the first part that differs: events before people before all else."""
    names = [*now.parts, *(name for name in then.parts if name not in now.parts)]
    names.sort(
        key=lambda name: next((i for i, start in enumerate(_FIRST) if name.startswith(start)), len(_FIRST))
    )
    different = (name for name in names if then.parts.get(name) != now.parts.get(name))
    return next(different, "world.orders")

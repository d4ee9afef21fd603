"""Games kept and brought back. `save_game` returns when the save is on the disk; `load_game` returns a sound world.

Reading, in this order: size, checksum, names and sizes of the members, headers of the arrays, format and migrations,
scenario and plan, ranges and references, a world made of it, its invariants, its digest, and a few minutes played on a
fork. Only then is there a world to go on with; else one line says what is wrong with which part.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.saves import container, npy, state
from game.saves.container import Content
from game.saves.disk import read_at_most, write_whole
from game.saves.errors import PartError, SaveError
from game.saves.fingerprint import plan_hash, scenario_hash, scenario_of
from game.saves.meta import FORMAT, Kind, Meta, complete, describe, meta_of
from game.saves.migrations import Contents, bring_up
from game.saves.notes import DeskNotes
from game.saves.picture import sound_picture
from game.saves.proof import prove
from game.saves.reading import contents_of
from game.saves.recorder import Kept, record, recorder_of
from game.saves.references import References
from game.saves.shelf import clean, file_of, next_auto_file, quick_file
from game.sim.engine.snapshot import Snapshot, digest_of, freeze, thaw
from game.sim.world import World
from game.story.director import Director
from game.story.load import BrokenFilesError, UnknownScenarioError
from game.story.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Loaded:
    """A game brought back, with its director as guest."""

    world: World
    scenario: Scenario
    meta: Meta
    changed: bool = False
    """Whether the scenario's files are others than when it was saved, though it still fits them."""
    notes: DeskNotes | None = None
    """What lay on the player's desk; None: of a save without."""


@dataclass(frozen=True, slots=True)
class Capture:
    """A copy of a game at one moment: nothing in it changes while it is written."""

    snapshot: Snapshot
    scenario: Scenario
    page: dict[str, Any]
    picture: bytes | None
    record: Kept | None
    notes: DeskNotes | None = None


def capture(
    world: World,
    scenario: Scenario,
    name: str = "",
    kind: Kind = "named",
    picture: bytes | None = None,
    notes: DeskNotes | None = None,
) -> Capture:
    """Take a copy of a game between ticks (3 ms at 300 people). Pictures that are too large are left out."""
    shown = picture if picture is not None and sound_picture(picture) else None
    page = describe(world, scenario, clean(name), kind)
    recorder = recorder_of(world)
    return Capture(freeze(world), scenario, page, shown, recorder.kept() if recorder else None, notes)


def encode(taken: Capture) -> bytes:
    """Return a copy as the bytes of a save; may run in a thread."""
    recorded = taken.record.recorded() if taken.record else None
    meta = complete(taken.page, taken.scenario, taken.snapshot, digest_of(taken.snapshot))
    kept, arrays = state.encode(taken.snapshot, recorded, taken.notes)
    members = {"meta.json": _json(meta.model_dump()), "state.json": _json(kept.model_dump())}
    if taken.picture is not None:
        members["picture.png"] = taken.picture
    members |= {name: npy.encode(values) for name, values in arrays.items()}
    return container.pack(Content.SAVE, members)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def write(taken: Capture, path: Path) -> Path:
    """Write a copy to its place; SaveError, and the old file there, when that fails."""
    try:
        data = encode(taken)
    except PartError as fault:
        raise SaveError(path, fault.part, fault.fault, "disk") from fault
    write_whole(path, data)
    return path


def save_game(world: World, scenario: Scenario, name: str, picture: bytes | None = None) -> Path:
    """Keep a game under a name; one of the same name is replaced, and kept as backup."""
    return write(capture(world, scenario, name, "named", picture), file_of(clean(name)))


def quick_save(world: World, scenario: Scenario, picture: bytes | None = None) -> Path:
    """Keep a game in the quick slot."""
    return write(capture(world, scenario, "", "quick", picture), quick_file())


def autosave(world: World, scenario: Scenario, picture: bytes | None = None) -> Path:
    """Keep a game in the oldest of the three slots that turn."""
    return write(capture(world, scenario, "", "auto", picture), next_auto_file())


def load_game(path: Path, scenario: Scenario | None = None) -> Loaded:
    """Bring a game back, or raise SaveError with one line that names file and part.

    `scenario` is for one that is in no pack the game knows; else it is found by its id.
    """
    data = read_at_most(path, container.MOST_BYTES)
    try:
        return _load(data, scenario)
    except PartError as fault:
        raise fault.within(path) from fault
    except (RecursionError, MemoryError) as fault:
        raise SaveError(path, "content", "is too large or too deep") from fault


def _load(data: bytes, given: Scenario | None) -> Loaded:
    contents = contents_of(data)
    exact = contents.meta["format"] == FORMAT
    contents = bring_up(contents)
    meta, kept = meta_of(contents.meta), state.state_of(contents.state)
    scenario = _scenario(meta, given)
    snapshot, filled = _snapshot(meta, kept, contents, scenario)
    References(snapshot, scenario).check()
    world = _world(snapshot, scenario)
    try:
        prove(world, meta.digest if exact and not filled else "")
    except Exception:
        world.close()
        raise
    if kept.record is not None:
        record(world, kept.record)
    changed = bool(meta.scenario_hash) and scenario_hash(scenario.id) != meta.scenario_hash
    return Loaded(world, scenario, meta, changed and given is None, kept.notes)


def _scenario(meta: Meta, given: Scenario | None) -> Scenario:
    """Find what a save refers to: its scenario, on the same plan."""
    try:
        scenario = given or scenario_of(meta.scenario)
    except UnknownScenarioError as fault:
        raise PartError("scenario", str(fault)[:160], "no_scenario") from None
    except BrokenFilesError as fault:
        raise PartError("scenario", f"{meta.scenario} can't be used: {fault}", "no_scenario") from None
    if scenario.id != meta.scenario:
        raise PartError("scenario", f"is {meta.scenario}, not {scenario.id}", "no_scenario")
    if plan_hash(scenario.plan) != meta.plan_hash:
        raise PartError("plan", f"the prison of {meta.scenario} was rebuilt since", "changed")
    return scenario


def _snapshot(meta: Meta, kept: state.State, contents: Contents, scenario: Scenario) -> tuple[Snapshot, bool]:
    fresh = World(scenario.plan)
    try:
        decoder = state.Decoder(meta, kept, dict(contents.arrays), fresh)
        return decoder.snapshot(), decoder.filled
    finally:
        fresh.close()


def _world(snapshot: Snapshot, scenario: Scenario) -> World:
    try:
        return thaw(snapshot, [Director(scenario)])
    except Exception as fault:
        raise PartError("world", f"can't be made: {type(fault).__name__}: {fault}"[:160]) from fault

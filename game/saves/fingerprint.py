"""What a save refers to and does not carry: the scenario's files and the plan, each by a hash."""

import hashlib
import json
from dataclasses import fields
from typing import Any
from weakref import WeakKeyDictionary

from game.sim.engine.codec import plain
from game.sim.house.plan import PrisonPlan
from game.story.load import UnknownScenarioError, find_scenario, load_scenario
from game.story.scenario import Scenario

_SHARED = ("pack.yaml", "prison.yaml", "people.yaml")
_MAPS = ("wall", "floor", "room_at", "door_at", "walk")
_hash_of: WeakKeyDictionary[PrisonPlan, str] = WeakKeyDictionary()
_loaded: dict[str, tuple[tuple[Any, ...], Scenario]] = {}


def scenario_hash(id: str) -> str:
    """Return the hash of the files that a scenario's course depends on; empty when it is in none of the packs."""
    try:
        path = find_scenario(id)
    except UnknownScenarioError:
        return ""
    hashed = hashlib.blake2b(digest_size=16)
    for name in (*_SHARED, path.name):
        try:
            content = (path.parent / name).read_bytes()
        except OSError:
            return ""
        hashed.update(f"{name} {len(content)}\n".encode() + content)
    return hashed.hexdigest()


def plan_hash(plan: PrisonPlan) -> str:
    """Return the hash of a plan: all that ids and tiles of a world point at. Names for people may change."""
    known = _hash_of.get(plan)
    if known is None:
        known = _hash_of[plan] = _hashed(plan)
    return known


def _hashed(plan: PrisonPlan) -> str:
    hashed = hashlib.blake2b(digest_size=16)
    for each in fields(plan):
        value = getattr(plan, each.name)
        if each.name in _MAPS:
            hashed.update(f"{each.name}{value.shape}{value.dtype}".encode() + value.tobytes())
        elif each.name != "name":
            told = [_nameless(v) for v in value] if isinstance(value, tuple) else plain(value)
            hashed.update(f"{each.name}{json.dumps(told, sort_keys=True)}".encode())
    return hashed.hexdigest()


def _nameless(part: Any) -> Any:
    """Return a part of the plan as plain data, without its name for people."""
    if isinstance(part, str):
        return part
    return [plain(getattr(part, f.name)) for f in fields(part) if f.name != "name"]


def scenario_of(id: str) -> Scenario:
    """Load a scenario, or take the one that was loaded last if none of its pack's files changed since."""
    path = find_scenario(id)
    files = sorted(path.parent.rglob("*.yaml"))[:200]
    state = tuple((str(file), stat.st_mtime_ns, stat.st_size) for file in files if (stat := file.stat()))
    held = _loaded.get(id)
    if held is not None and held[0] == state:
        return held[1]
    scenario = load_scenario(id)
    _loaded.clear()
    _loaded[id] = (state, scenario)
    return scenario

"""Files that are whole but mean something impossible: refused in a line, or harmless."""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.saves import SaveError, list_saves, load_game
from game.saves.store import capture, encode
from game.sim.engine.snapshot import Snapshot
from game.sim.world import World
from game.story.scenario import Scenario
from tests.saves.forge import changed, png, rewritten

State = dict[str, Any]
FORGERIES = int(os.environ.get("EMERALD_FORGERIES", "20"))


def _entity(state: State, space: str) -> list[Any]:
    found: list[Any] = next(entity for entity in state["entities"] if entity[0] == space)
    return found


def _part(state: State, name: str) -> list[Any]:
    found: list[Any] = next(
        values for _, _, parts in state["entities"] for kind, values in parts if kind == name
    )
    return found


CHANGES: dict[str, Callable[[State], object]] = {
    "a name with a lone surrogate": lambda s: _part(s, "Name").__setitem__(0, "\ud800"),
    "a name that turns the writing": lambda s: _part(s, "Name").__setitem__(0, "\u202eevil"),
    "a name with a null": lambda s: _part(s, "Name").__setitem__(0, "a\x00b"),
    "a name that is a number": lambda s: _part(s, "Name").__setitem__(0, 5),
    "a name without end": lambda s: _part(s, "Name").__setitem__(0, "x" * 100_000),
    "a number that is text": lambda s: _part(s, "Wing").__setitem__(3, "5"),
    "a number that is none": lambda s: _part(s, "Wing").__setitem__(3, float("nan")),
    "too few hours": lambda s: _part(s, "Wing").__setitem__(1, ["free"]),
    "unknown hours": lambda s: _part(s, "Wing").__setitem__(1, ["party"] * 24),
    "a wing that is not there": lambda s: _entity(s, "wing").__setitem__(1, 99),
    "a person who is not there": lambda s: _entity(s, "person").__setitem__(1, 99_999),
    "no office": lambda s: s["entities"].remove(_entity(s, "office")),
    "no story": lambda s: s["entities"].remove(_entity(s, "story")),
    "another story": lambda s: _part(s, "Story").__setitem__(0, "oz.e02"),
    "a beat that is not there": lambda s: _part(s, "Story").__setitem__(2, {"nothing": 1}),
    "an answer that is none": lambda s: _part(s, "Decision").__setitem__(7, "nothing"),
    "somebody else's eyes": lambda s: _part(s, "Office").__setitem__(0, [["person", 99_999, 1]]),
    "a component that is an order": lambda s: _entity(s, "office")[2].append(["LockWing", [1]]),
    "a face that is nobody's": lambda s: _part(s, "Storyboard").__setitem__(2, [99_999]),
    "dice of text": lambda s: s["dice"].__setitem__("stir", ["1", "2", "3", "4"]),
    "dice without end": lambda s: s["dice"].__setitem__("stir", [1 << 64, 0, 0, 0]),
    "too few dice": lambda s: s["dice"].__setitem__("stir", [1]),
    "rules out of range": lambda s: s["rules"]["MovementRules"].__setitem__("patience", -1e300),
    "an id without end": lambda s: s["next_ids"].__setitem__("people", 1 << 60),
    "an id that is used": lambda s: s["next_ids"].__setitem__("people", 3),
    "a key that is nobody's": lambda s: s["keys"].__setitem__("beecher", 99_999),
    "a key that is missing": lambda s: s["keys"].pop("beecher"),
    "an order of a story": lambda s: s["orders"].append([500, 2, "LockWing", [1]]),
    "an order that is none": lambda s: s["orders"].append([500, 0, "Name", ["a", "b", "", "", "m"]]),
    "more": lambda s: s.__setitem__("more", 1),
    "less": lambda s: s.pop("noted"),
    "entities of another shape": lambda s: s.__setitem__("entities", [[1, 2, 3]]),
    "what is not noted yet": lambda s: s.__setitem__("noted", 1 << 40),
}


@pytest.mark.parametrize("change", CHANGES)
def test_states_that_are_wrong(change: str, blob: bytes, refuse: Callable[[bytes], str]) -> None:
    refuse(rewritten(blob, "state.json", CHANGES[change]))


def _put(held: State, field: str, value: Any) -> None:
    held[field] = value


METAS: dict[str, Any] = {
    "format": True, "seed": -1, "tick": 1e9, "name": "\u202e", "title": {"en": "x" * 9999}, "digest": "0" * 32,
    "plan_hash": "0" * 32, "scenario": "../../oz", "kind": "evil", "saved_at": 1 << 62, "inmates": 1 << 70,
}  # fmt: skip


@pytest.mark.parametrize("field", METAS)
def test_first_pages_that_are_wrong(
    field: str, blob: bytes, refuse: Callable[[bytes], str], shelf: Path
) -> None:
    data = rewritten(blob, "meta.json", partial(_put, field=field, value=METAS[field]))
    refuse(data)
    shelf.mkdir()
    (shelf / "wrong.save").write_bytes(data)
    assert list_saves()[0].broken or field in ("digest", "plan_hash", "scenario")


def test_a_prison_that_was_rebuilt_is_told_apart_from_damage(blob: bytes, tmp_path: Path) -> None:
    path = tmp_path / "old.save"
    for field, value, reason in (
        ("plan_hash", "0" * 32, "changed"),
        ("scenario", "gone.first", "no_scenario"),
    ):
        data = rewritten(blob, "meta.json", partial(_put, field=field, value=value))
        path.write_bytes(data)
        with pytest.raises(SaveError) as refused:
            load_game(path)
        assert refused.value.reason == reason


@pytest.mark.parametrize("picture", [b"", b"GIF89a", png(4000, 4000), png(64, 64)[:20]])
def test_pictures_that_are_none(
    picture: bytes, blob: bytes, refuse: Callable[[bytes], str], shelf: Path
) -> None:
    data = changed(blob, picture__png=picture)
    assert "picture.png" in refuse(data)
    shelf.mkdir()
    (shelf / "wrong.save").write_bytes(data)
    assert list_saves()[0].picture is None


def test_numbers_that_are_wrong_under_a_right_digest_are_refused_or_harmless(
    played: World, scenario: Scenario, tmp_path: Path
) -> None:
    """Somebody who knows the game and forges every hash: all that is left is to look at the numbers."""
    chance, path, refused, taken = (
        random.Random(6),
        tmp_path / "forged.save",
        0,
        capture(played, scenario, "forged"),
    )
    for _ in range(FORGERIES):
        path.write_bytes(encode(replace(taken, snapshot=forged(taken.snapshot, chance), record=None)))
        try:
            world = load_game(path, scenario).world
        except SaveError as fault:
            refused += 1
            assert str(fault).isprintable()
        else:
            world.run(5)
            world.close()
    assert refused > FORGERIES // 4


EXTREMES = (-1, 0, 1, 7, 500, 10**5, 2**31, 2**40, 2**62, -(2**63))


def forged(snapshot: Snapshot, chance: random.Random) -> Snapshot:
    """A snapshot in which one number of a column or of a log is another."""
    tables = {name: dict(frozen) for name, frozen in snapshot.tables.items()}
    logs = dict(snapshot.logs)
    if chance.random() < 0.7:
        table = chance.choice(["people", "ties", "doors"])
        name = chance.choice([name for name in tables[table] if name != "next_id"])
        tables[table][name] = tables[table][name].copy()
        _set(tables[table][name].reshape(-1), chance)
    else:
        log = chance.choice([name for name, blocks in logs.items() if blocks])
        block = np.concatenate(logs[log])
        _set(block[chance.choice(block.dtype.names or ())], chance)
        logs[log] = (block,)
    return replace(snapshot, tables=tables, logs=logs)


def _set(values: "np.ndarray[Any, Any]", chance: random.Random) -> None:
    value = chance.choice(
        EXTREMES if values.dtype.kind == "i" else (-1.0, 2.0, 1e300, float("nan"), float("inf"))
    )
    values[chance.randrange(len(values))] = (
        value if values.dtype.itemsize == 8 else max(-(2**31), min(value, 2**31 - 1))
    )

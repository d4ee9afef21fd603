"""Old saves load, newer ones are refused by name, and what a save lacks has its default."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.saves import SaveError, list_saves, load_game
from game.saves import migrations as ways
from game.saves.errors import PartError
from game.saves.meta import FORMAT, GAME
from game.saves.migrations import Contents, bring_up, migration
from game.sim.engine.snapshot import digest
from game.sim.people import Duty
from game.story.scenario import Scenario
from tests.saves.forge import array_of, changed, rewritten
from tests.saves.keep import DATA, kept_save, kept_scenario

ROOT = Path(__file__).parents[2]
MOST_KEPT_BYTES = 300 << 10


@pytest.mark.parametrize("format", range(1, FORMAT + 1))
def test_a_save_of_every_format_there_ever_was_loads_and_goes_on(format: int) -> None:
    assert kept_save(format).stat().st_size < MOST_KEPT_BYTES
    game = load_game(kept_save(format), kept_scenario())
    assert (game.meta.scenario, game.meta.seed, game.world.tick) == ("kept.first", 17, 1860)
    assert game.world.desk().name(game.world.id_of("abbot")) == "Thomas Abbot"
    game.world.run(300)


def test_there_is_a_way_from_every_format_to_the_next() -> None:
    assert sorted(ways.MIGRATIONS) == list(range(1, FORMAT))
    assert sorted(path.stem for path in DATA.glob("*.save")) == [f"format-{n}" for n in range(1, FORMAT + 1)]


def test_the_version_is_that_of_the_project() -> None:
    found = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert found is not None
    assert found[1] == GAME


def test_newer_formats_are_refused_by_name(blob: bytes, shelf: Path) -> None:
    def of_the_future(meta: dict[str, Any]) -> None:
        meta.update(format=FORMAT + 1, game="9.2", invented={"since": "then"})

    shelf.mkdir()
    path = shelf / "future.save"
    path.write_bytes(rewritten(blob, "meta.json", of_the_future))
    with pytest.raises(SaveError) as refused:
        load_game(path)
    assert str(refused.value) == (
        f"future.save: meta.json: format {FORMAT + 1} of game 9.2; this game reads up to {FORMAT}"
    )
    assert refused.value.reason == "newer"
    [info] = list_saves()
    assert (info.broken, info.reason) == (str(refused.value), "newer")


def test_newer_containers_are_refused_by_name(blob: bytes, tmp_path: Path) -> None:
    path = tmp_path / "future.save"
    path.write_bytes(blob[:8] + b"\x00\x02" + blob[10:])
    with pytest.raises(SaveError, match="container version 2") as refused:
        load_game(path)
    assert refused.value.reason == "newer"


@pytest.fixture
def two_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "MIGRATIONS", {})

    @migration(1)
    def _first(old: Contents) -> Contents:
        return replace(old, state=old.state | {"steps": ["first"]})

    @migration(2)
    def _second(old: Contents) -> Contents:
        return replace(old, state=old.state | {"steps": [*old.state["steps"], "second"]})


@pytest.mark.usefixtures("two_ways")
def test_migrations_follow_one_another_and_leave_the_old_alone() -> None:
    old = Contents({"format": 1}, {"kept": True}, {})
    new = bring_up(old, newest=3)
    assert (new.meta, new.state) == ({"format": 3}, {"kept": True, "steps": ["first", "second"]})
    assert (old.meta, old.state) == ({"format": 1}, {"kept": True})
    assert bring_up(Contents({"format": 2}, {"steps": []}, {}), newest=3).state == {"steps": ["second"]}


@pytest.mark.usefixtures("two_ways")
def test_two_migrations_can_t_begin_with_the_same_format() -> None:
    with pytest.raises(ValueError, match="format 2"):
        migration(2)(lambda old: old)


def test_a_format_without_a_way_on_is_named() -> None:
    with pytest.raises(PartError, match="no way on from format 1"):
        bring_up(Contents({"format": 1}, {}, {}), newest=FORMAT + 1)


@pytest.fixture
def load(tmp_path: Path, scenario: Scenario) -> Callable[[bytes], Any]:
    def loaded(data: bytes) -> Any:
        path = tmp_path / "old.save"
        path.write_bytes(data)
        return load_game(path, scenario).world

    return loaded


def test_columns_that_came_later_have_their_defaults(blob: bytes, load: Callable[[bytes], Any]) -> None:
    names = [column.name for column in Duty.columns]
    held = array_of(blob, "people.Duty.npy")
    at = names.index("leg")
    older = changed(blob, people__Duty__npy=_without_row(held, at))
    older = rewritten(older, "state.json", lambda state: state["columns"]["people.Duty"].remove("leg"))
    world = load(older)
    assert (world.everyone(Duty).leg == 0).all()
    assert (world.everyone(Duty).post == held[names.index("post")]).all()
    world.run(60)


def test_fields_and_rules_that_came_later_have_their_defaults(
    blob: bytes, load: Callable[[bytes], Any]
) -> None:
    def older(state: dict[str, Any]) -> None:
        at = state["fields"]["Office"].index("set_today")
        del state["fields"]["Office"][at]
        for _, _, parts in state["entities"]:
            for name, values in parts:
                if name == "Office":
                    del values[at]
        del state["rules"]["NeedsRules"]["hunger_per_hour"]

    assert load(rewritten(blob, "state.json", older)).office.set_today == 0


def test_the_same_content_in_another_order_is_the_same_world(
    blob: bytes, load: Callable[[bytes], Any], played: Any
) -> None:
    assert digest(load(changed(blob))) == digest(played)


def test_what_the_game_does_not_know_any_more_needs_a_migration(
    blob: bytes, load: Callable[[bytes], Any]
) -> None:
    def column(state: dict[str, Any]) -> None:
        state["columns"]["people.Duty"][0] = "rank"

    def component(state: dict[str, Any]) -> None:
        state["entities"][0][2][0][0] = "Ghost"

    def rules(state: dict[str, Any]) -> None:
        state["rules"]["GhostRules"] = {"fright": 1.0}

    for change, part in ((column, "people.Duty.npy"), (component, "Ghost"), (rules, "GhostRules")):
        with pytest.raises(SaveError, match=part):
            load(rewritten(blob, "state.json", change))


def _without_row(held: Any, row: int) -> bytes:
    import numpy as np

    from game.saves import npy

    return npy.encode(np.delete(held, row, axis=0))

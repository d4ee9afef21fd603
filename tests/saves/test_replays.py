"""A replay is the same game again; where it isn't, it says from when on and in what."""

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from game import headless
from game.cli import app
from game.saves import Replay, SaveError, load_game, play_back, read_replay, record, save_game, write_replay
from game.saves.container import Content
from game.saves.replay import replay_of
from game.sim.people import Needs
from game.sim.world import World
from game.story.scenario import Scenario
from tests.saves.conftest import play
from tests.saves.forge import sealed, zipped


@pytest.fixture(scope="module")
def short_days() -> Any:
    """Marks every 240 ticks, so that short games have several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.saves.recorder.EVERY_TICKS", 240)
        patch.setattr("game.saves.replay.EVERY_TICKS", 240)
        yield


@pytest.fixture(scope="module")
def game(short_days: None, scenario: Scenario) -> World:
    return play(scenario, 800)


@pytest.fixture(scope="module")
def replay(game: World, scenario: Scenario) -> Replay:
    return replay_of(game, scenario)


def test_a_replay_is_the_same_game(game: World, scenario: Scenario, tmp_path: Path) -> None:
    path = write_replay(game, scenario, tmp_path / "game.replay")
    ticks: list[int] = []
    found = play_back(read_replay(path), scenario, ticks.append)
    assert (found.same, found.tick, found.marks, found.fault) == (True, 1160, 4, "")
    assert sum(ticks) == 800


def test_a_replay_carries_the_orders_of_a_policy(scenario: Scenario, short_days: None) -> None:
    world = headless.start(scenario, 1, "careful")
    record(world)
    world.run(500)
    assert len(world.orders) >= 2
    assert play_back(replay_of(world, scenario), scenario).same


def test_a_replay_of_a_game_that_was_saved_and_loaded_is_whole(
    scenario: Scenario, shelf: Path, short_days: None
) -> None:
    world = load_game(save_game(play(scenario, 300), scenario, "half")).world
    world.run(250)
    found = play_back(replay_of(world, scenario), scenario)
    assert (found.same, found.marks) == (True, 3)


def test_it_names_the_first_tick_and_column_that_differ(
    replay: Replay, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = World.step

    def disturbed(world: World) -> None:
        run(world)
        if world.tick == 601:
            world.everyone(Needs).hunger[3] += 0.01

    monkeypatch.setattr(World, "step", disturbed)
    found = play_back(replay, scenario)
    assert (found.same, found.tick, found.marks) == (False, 720, 1)
    assert found.column == "people.Needs.hunger"
    assert found.fault == "tick 720 (day 1 12:00): people.Needs.hunger differs"


def test_an_order_that_is_refused_is_a_difference_at_its_tick(replay: Replay, scenario: Scenario) -> None:
    orders = [replay.orders[0], replay.orders[0], *replay.orders[1:]]
    found = play_back(replay.model_copy(update={"orders": orders}), scenario)
    assert (found.same, found.tick, found.column) == (False, 420, "orders")
    assert "SetEye, is refused: refusal.already_so" in found.fault


def test_an_order_left_out_shows_in_the_events(replay: Replay, scenario: Scenario) -> None:
    found = play_back(replay.model_copy(update={"orders": replay.orders[1:]}), scenario)
    assert (found.same, found.tick) == (False, 480)
    assert found.column.startswith("events.")


def test_another_seed_shows_at_the_first_mark(replay: Replay, scenario: Scenario) -> None:
    assert play_back(replay.model_copy(update={"seed": 2}), scenario).tick == 480


def test_a_replay_of_files_that_changed_is_refused(replay: Replay) -> None:
    with pytest.raises(SaveError, match=r"oz\.e01 have changed") as refused:
        play_back(replay.model_copy(update={"scenario_hash": "0" * 32}))
    assert refused.value.reason == "changed"
    with pytest.raises(SaveError, match="no scenario") as refused:
        play_back(replay.model_copy(update={"scenario": "oz.nowhere"}))
    assert refused.value.reason == "no_scenario"


@pytest.mark.parametrize(
    "change",
    [
        {"orders": [(500, 0, "LockWing", [1]), (400, 0, "LockWing", [2])]},
        {"orders": [(400, 2, "Say", [])]},
        {"orders": [(400, 0, "Office", [[], 0])]},
        {"orders": [(400, 0, "LockWing", ["1"])]},
        {"orders": [(400, 0, "LockWing", [1, 2])]},
        {"orders": [(400, 0, "Nothing", [])]},
        {"orders": [(10**9, 0, "LockWing", [1])]},
        {"seed": -1},
        {"tick": 10**30},
        {"format": 2},
        {"format": "1"},
        {"more": 1},
        {"record": {"names": [1], "marks": [], "late": []}},
    ],
)
def test_wrong_replays_are_refused_in_one_line(
    change: dict[str, Any], replay: Replay, tmp_path: Path
) -> None:
    path = tmp_path / "wrong.replay"
    path.write_bytes(forged(replay, change))
    with pytest.raises(SaveError) as refused:
        read_replay(path)
    assert str(refused.value).startswith("wrong.replay: ")
    assert "\n" not in str(refused.value)


def forged(replay: Replay, change: dict[str, Any]) -> bytes:
    import json

    plain = json.loads(replay.model_dump_json()) | change
    return sealed(zipped([("replay.json", json.dumps(plain).encode())]), Content.REPLAY)


def test_a_save_is_no_replay(blob: bytes, tmp_path: Path) -> None:
    path = tmp_path / "noon.save"
    path.write_bytes(blob)
    with pytest.raises(SaveError, match="is no replay"):
        read_replay(path)


def test_the_command_line_tells_what_became_of_a_replay(replay: Replay, tmp_path: Path) -> None:
    words = "the same game to tick 1160, 4 marks agree"
    for name, change, code in (("same", {}, 0), ("other", {"seed": 2}, 3), ("none", {"tick": -1}, 3)):
        path = tmp_path / f"{name}.replay"
        path.write_bytes(forged(replay, change))
        told = CliRunner().invoke(app, ["replay", str(path)])
        assert told.exit_code == code, told.output
        assert (words in told.output) is (code == 0)


def test_the_command_line_lists_saves_the_broken_ones_too(
    shelf: Path, game: World, scenario: Scenario
) -> None:
    assert "there are no saves" in CliRunner().invoke(app, ["saves"]).output
    save_game(game, scenario, "A [b]name[/b]")
    (shelf / "broken.save").write_bytes(b"nothing")
    told = CliRunner().invoke(app, ["saves", "--lang", "de"], env={"COLUMNS": "300"})
    assert told.exit_code == 0
    assert "A [b]name[/b]" in told.output
    assert "Erste Tage (oz.e01)" in told.output
    assert "broken.save: header: is not a file of this game" in told.output

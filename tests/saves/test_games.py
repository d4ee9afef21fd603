"""A game that is kept and brought back is the same game: now, and however long it goes on."""

import random
from pathlib import Path

import pytest

from game.saves import (
    SaveError,
    Saver,
    autosave,
    backup_of,
    delete_save,
    list_saves,
    load_game,
    quick_save,
    save_game,
)
from game.saves.recorder import record, recorder_of
from game.saves.shelf import file_of
from game.sim.commands import Decide, LockWing, UnlockWing
from game.sim.engine.snapshot import digest
from game.sim.world import World
from game.story.load import make_world
from game.story.scenario import Scenario
from tests.saves.conftest import play
from tests.saves.forge import PICTURE, png

TICKS = 700


def test_a_game_saved_and_loaded_at_random_ticks_ends_like_one_that_never_was(
    shelf: Path, scenario: Scenario
) -> None:
    chance = random.Random(7)
    world, other = make_world(scenario, 3), make_world(scenario, 3)
    stops = sorted(chance.sample(range(1, TICKS), 5))
    for before, stop in zip([0, *stops], [*stops, TICKS], strict=True):
        for each in (world, other):
            if stop == stops[2]:
                assert each.order(LockWing(1)) is None
            each.run(stop - before)
        world = load_game(save_game(world, scenario, "again")).world
        assert digest(world) == digest(other)


def test_questions_and_orders_go_on_as_if_nothing_had_been(shelf: Path, scenario: Scenario) -> None:
    world = make_world(scenario, 1)
    world.run(140)
    question = world.desk().decisions()[0]
    loaded = load_game(save_game(world, scenario, "a question")).world
    for each in (world, loaded):
        assert each.order(Decide(question.id, question.options[-1].key)) is None
        each.run(30)
        assert each.order(LockWing(2)) is None
        each.run(200)
        assert each.order(UnlockWing(2)) is None
        each.run(60)
    assert digest(loaded) == digest(world)
    assert loaded.orders == world.orders
    assert loaded.id_of_key == world.id_of_key


def test_the_first_page_says_what_the_list_shows(shelf: Path, played: World, scenario: Scenario) -> None:
    save_game(played, scenario, "Vor dem Sturm ☂", PICTURE)
    [info] = list_saves("de")
    assert (info.name, info.kind, info.scenario_id, info.broken) == ("Vor dem Sturm ☂", "named", "oz.e01", "")
    assert (info.day, info.time, info.title, info.picture) == (2, "12:00", "Erste Tage", PICTURE)
    assert info.meta is not None
    assert (info.meta.inmates, info.meta.seed) == (played.desk().figures()["inmates"], 1)
    assert list_saves("en")[0].title == "First days"


@pytest.mark.parametrize(
    "name", ["CON", "../../etc/passwd", "a/b\\c:d", "", "\x00\u202e\ud800", "雨", "x" * 500, "."]
)
def test_any_name_makes_a_file_on_the_shelf(
    name: str, shelf: Path, played: World, scenario: Scenario
) -> None:
    path = save_game(played, scenario, name)
    assert path.parent == shelf
    assert path.stem.startswith("game-")
    assert load_game(path).meta.name == list_saves()[0].name


def test_names_that_look_alike_are_different_saves() -> None:
    assert len({file_of(name) for name in ("Cafe", "Café", "cafe", "Cafe!", "Cafe ")}) == 5


def test_the_same_name_replaces_and_keeps_what_was_there(shelf: Path, scenario: Scenario) -> None:
    world = make_world(scenario, 1)
    first = save_game(world, scenario, "one")
    assert backup_of(first) is None
    world.run(10)
    assert save_game(world, scenario, "one") == first
    backup = backup_of(first)
    assert backup is not None
    assert load_game(backup).meta.tick == world.tick - 10
    assert [info.backup for info in list_saves()] == [backup]


def test_three_autosaves_turn_and_the_quick_save_has_its_own_place(shelf: Path, scenario: Scenario) -> None:
    world = make_world(scenario, 1)
    for _ in range(5):
        world.run(5)
        autosave(world, scenario)
    quick_save(world, scenario)
    kept = sorted((info.kind, info.meta.tick - 360) for info in list_saves() if info.meta)
    assert kept == [("auto", 15), ("auto", 20), ("auto", 25), ("quick", 25)]


def test_deleting_takes_a_save_and_its_backup_and_nothing_else(
    shelf: Path, played: World, scenario: Scenario
) -> None:
    save_game(played, scenario, "one")
    path, other = save_game(played, scenario, "one"), save_game(played, scenario, "two")
    delete_save(path)
    assert sorted(shelf.iterdir()) == [other]
    outside = shelf.parent / "precious.save"
    outside.write_text("mine")
    for wrong in (outside, shelf / ".." / "precious.save", shelf / "notes.txt"):
        with pytest.raises(SaveError):
            delete_save(wrong)
    assert outside.exists()


def test_an_empty_shelf_is_an_empty_list(shelf: Path) -> None:
    assert list_saves() == []


def test_a_saver_keeps_the_moment_it_was_asked_for(shelf: Path, scenario: Scenario) -> None:
    world = make_world(scenario, 1)
    world.run(100)
    then, saver = digest(world), Saver()
    saver.save(world, scenario, "threaded", PICTURE)
    saver.quick_save(world, scenario)
    saver.autosave(world, scenario)
    world.run(200)
    done = saver.close()
    assert [(each.kind, each.error) for each in done] == [("named", None), ("quick", None), ("auto", None)]
    assert {load_game(each.path).meta.digest for each in done if each.path} == {then}
    assert saver.poll() == []


def test_a_saver_keeps_the_marks_of_the_moment_it_was_asked_for(
    shelf: Path, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.saves.recorder.EVERY_TICKS", 10)
    world, saver = play(scenario, 40), Saver()
    saver.quick_save(world, scenario)
    world.run(40)
    [done] = saver.close()
    assert done.path is not None
    loaded = recorder_of(load_game(done.path).world)
    assert loaded is not None
    assert [mark.tick for mark in loaded.kept().recorded().unfolded()] == [370, 380, 390, 400]


def test_a_saver_tells_when_it_could_not_save(shelf: Path, played: World, scenario: Scenario) -> None:
    shelf.write_text("a file where the folder should be")
    saver = Saver()
    saver.quick_save(played, scenario)
    [done] = saver.close()
    assert done.path is None
    assert done.error is not None
    assert done.error.reason == "disk"


def test_pictures_that_are_none_are_left_out(shelf: Path, played: World, scenario: Scenario) -> None:
    for picture in (b"GIF89a", b"", png(5000, 5000), png(64, 64) + bytes(600 << 10)):
        quick_save(played, scenario, picture)
        assert list_saves()[0].picture is None


def test_daily_marks_go_on_after_loading(
    shelf: Path, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.saves.recorder.EVERY_TICKS", 240)
    world, whole = play(scenario, 210), play(scenario, 430)
    loaded = load_game(save_game(world, scenario, "marked")).world
    loaded.run(220)
    one, other = recorder_of(loaded), recorder_of(whole)
    assert one is not None
    assert other is not None
    assert one.kept().recorded() == other.kept().recorded()
    assert len(one.kept().recorded().marks) == 2


def test_recording_changes_nothing(scenario: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.saves.recorder.EVERY_TICKS", 60)
    world, other = make_world(scenario, 5), make_world(scenario, 5)
    record(world)
    for each in (world, other):
        each.run(250)
    assert digest(world) == digest(other)

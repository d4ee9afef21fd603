"""Sounds by their figures, the mixer over SDL's dummy device, and what the prison lets be heard."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest
from hand import click
from numpy.typing import NDArray
from pygame import Rect, Surface
from small_prison import small_plan

from game.sim.commands import LockWing
from game.sim.events import Kind
from game.sim.minds.knowledge import Fact
from game.sim.world import World
from game.ui.desk.map_board import MapBoard
from game.ui.kit import Ui, button, load_theme
from game.ui.session import Session
from game.ui.sound import Listener, NullSound, Sound, bake, bank, mixer, open_sound
from game.ui.sound.catalogue import AMBIENCE, RECIPES, synthesize
from game.ui.sound.gauge import rendered
from game.ui.sound.hearing import Earshot, mix_of
from game.ui.sound.listener import CUES, GRADES, HOURS, _is_heard
from game.ui.sound.synth import RATE

CENTROIDS = {
    "air": (40, 400),
    "murmur": (200, 1000),
    "crowd": (200, 1000),
    "steps": (80, 1200),
    "clanks": (100, 1200),
    "canteen": (600, 3500),
    "wind": (60, 800),
    "rain": (1500, 7000),
    "birds": (1800, 4500),
    "night": (40, 400),
    "water": (800, 4500),
    "tension": (30, 150),
    "door": (50, 900),
    "alarm": (300, 1200),
    "paper": (2000, 8000),
    "stamp": (50, 600),
    "title": (100, 800),
    "decision": (100, 800),
    "visits": (200, 1000),
    "blow": (60, 500),
    "shouting": (300, 1200),
    "whistle": (1800, 4000),
    "search": (200, 1500),
    "keys": (2000, 6000),
}
"""Between which frequencies, in hertz, the middle of a sound should lie."""


def made(name: str) -> NDArray[np.float64]:
    return rendered(name)


def centroid(wave: NDArray[np.float64]) -> float:
    power = np.abs(np.fft.rfft(wave.mean(axis=1))) ** 2
    return float((power * np.fft.rfftfreq(len(wave), 1 / RATE)).sum() / power.sum())


@pytest.mark.parametrize("name", RECIPES)
def test_a_sound_is_as_loud_as_it_should_be_and_never_overdriven(name: str) -> None:
    wave, recipe = made(name), RECIPES[name]
    assert np.abs(wave).max() < 0.9
    assert 0.7 * recipe.loudness < np.sqrt((wave**2).mean()) < 1.05 * recipe.loudness
    assert abs(wave.mean()) < 0.004
    assert np.isfinite(wave).all()


@pytest.mark.parametrize("name", AMBIENCE)
def test_a_loop_closes_without_a_click(name: str) -> None:
    wave = made(name)
    steps = np.abs(np.diff(wave, axis=0))
    seam = np.abs(wave[0] - wave[-1])
    assert (seam <= np.quantile(steps, 0.9995, axis=0) + 1e-3).all()
    bends = np.abs(np.diff(wave, 2, axis=0))
    around = np.concatenate([wave[-2:], wave[:2]])
    assert (np.abs(np.diff(around, 2, axis=0)).max(axis=0) <= np.quantile(bends, 0.9997, axis=0) + 2e-3).all()


@pytest.mark.parametrize("name", [name for name in RECIPES if name not in AMBIENCE])
def test_a_single_sound_begins_and_ends_in_silence(name: str) -> None:
    wave = made(name)
    assert np.abs(wave[0]).max() < 0.01 and np.abs(wave[-1]).max() < 0.002


@pytest.mark.parametrize("name", CENTROIDS)
def test_a_sound_lies_where_such_sounds_lie(name: str) -> None:
    low, high = CENTROIDS[name]
    assert low < centroid(made(name)) < high


def test_places_are_wide_and_a_crowd_is_steadier_than_a_few_voices() -> None:
    for name in ("murmur", "crowd", "rain", "wind"):
        assert np.corrcoef(made(name).T)[0, 1] < 0.9

    def unrest(name: str) -> float:
        loud = np.sqrt((made(name)[: 12 * RATE].reshape(48, -1) ** 2).mean(axis=1))
        return float(loud.std() / loud.mean())

    assert unrest("crowd") < unrest("murmur")


def test_the_same_sound_is_made_each_time() -> None:
    assert (synthesize("door") == synthesize("door")).all()


# the cache


def test_what_was_made_is_read_again_and_damaged_files_are_not(tmp_path: Path) -> None:
    file, sound = tmp_path / "deep" / "click.npy", synthesize("click")
    bank.write(file, sound)
    found = bank.read(file)
    assert found is not None and (found == sound).all()
    file.write_bytes(file.read_bytes()[:-40])
    assert bank.read(file) is None
    np.save(file, np.zeros((5, 3)))
    assert bank.read(file) is None
    assert bank.read(tmp_path / "none.npy") is None


def test_sounds_of_earlier_versions_are_forgotten(tmp_path: Path) -> None:
    old, other = tmp_path / "sound-0001", tmp_path / "art-1"
    old.mkdir(), other.mkdir()
    bank.forget_old(tmp_path / "sound-0002")
    assert not old.exists() and other.exists()


def test_baking_makes_only_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bake, "RECIPES", {name: RECIPES[name] for name in ("click", "stamp")})
    assert (bake.bake(tmp_path), bake.bake(tmp_path)) == (2, 0)


def test_the_kept_sounds_depend_on_the_code_that_makes_them() -> None:
    assert bank.cache_folder().name == f"sound-{bank.sources_crc():08x}"


# the mixer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("sounds") / "sound-x"
    for name in RECIPES:
        bank.write(place / f"{name}.npy", (made(name) * 32767).astype(np.int16))
    return place


@pytest.fixture
def sound(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    monkeypatch.setattr(bank, "BREATH", 0.0005)
    one = Sound(folder)
    until = time.perf_counter() + 20
    while not one.bank.done and time.perf_counter() < until:
        time.sleep(0.01)
    yield one
    one.close()


def test_places_fade_into_one_another(sound: Sound) -> None:
    sound.ambience({"air": 1.0})
    sound.frame(0.1)
    assert 0 < sound.levels["air"] < 0.2
    for _ in range(30):
        sound.frame(0.1)
    assert sound.levels["air"] == 1.0
    sound.ambience({"wind": 0.5})
    sound.frame(0.5)
    assert 0 < sound.levels["wind"] <= 0.5 and 0 < sound.levels["air"] < 1
    for _ in range(30):
        sound.frame(0.1)
    assert sound.levels["air"] == 0 and not pygame.mixer.Channel(AMBIENCE.index("air")).get_busy()
    assert pygame.mixer.Channel(AMBIENCE.index("wind")).get_busy()


def test_a_single_sound_comes_from_its_side_and_as_loud_as_its_kind() -> None:
    assert mixer.sides(1.0, 0.0) == (1.0, 1.0)
    assert mixer.sides(0.5, -1.0) == (0.5, 0.0)
    assert mixer.sides(1.0, 0.5) == (0.5, 1.0)


def test_volumes_hold_for_their_kind(sound: Sound) -> None:
    sound.set_volume("effects", 0.0)
    sound.play("door")
    sound.frame(0.02)
    assert not pygame.mixer.get_busy()
    sound.set_volume("effects", 7.0)
    assert sound.volumes["effects"] == 1.0
    sound.play("door", 0.8, -0.5)
    assert pygame.mixer.get_busy()
    sound.play("no such sound")


def test_music_gives_way_to_other_music(sound: Sound) -> None:
    sound.music("title")
    sound.music("title")
    sound.music("ending")
    sound.frame(0.02)
    sound.music(None)
    assert sound._music is None


def test_a_frame_costs_next_to_nothing(sound: Sound) -> None:
    sound.ambience(dict.fromkeys(AMBIENCE, 0.7))
    costs = []
    for number in range(60):
        began = time.perf_counter()
        sound.frame(1 / 60)
        if number % 10 == 0:
            sound.play("click")
        costs.append(time.perf_counter() - began)
    assert sorted(costs)[len(costs) // 2] < 0.002


def test_a_sound_that_is_not_ready_is_heard_a_little_later_or_not_at_all(sound: Sound) -> None:
    kept = sound.bank.ready.pop("stamp")
    sound.play("stamp")
    sound.bank.ready["stamp"] = kept
    sound.frame(0.1)
    assert not sound._pending
    sound.bank.ready.pop("pen")
    sound.play("pen")
    sound.frame(5.0)
    assert not sound._pending


def test_without_a_device_there_is_silence_and_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(open_sound(), NullSound)  # the dummy driver of the tests
    monkeypatch.delenv("SDL_AUDIODRIVER")

    def fail(*_args: object, **_more: object) -> None:
        raise pygame.error("no such device")

    monkeypatch.setattr(pygame.mixer, "init", fail)
    mute = open_sound()
    assert mute.silent
    mute.play("door"), mute.ambience({"air": 1}), mute.music("title"), mute.set_volume("master", 1)
    mute.frame(0.1), mute.close()
    os.environ["SDL_AUDIODRIVER"] = "dummy"


# what the prison lets be heard


class Ear(NullSound):
    """Writes down what it is told."""

    silent = False

    def __init__(self) -> None:
        self.played: list[tuple[str, float, float]] = []
        self.mixes: list[dict[str, float]] = []
        self.pieces: list[str | None] = []

    def play(self, name: str, volume: float = 1.0, pan: float = 0.0) -> None:
        self.played.append((name, volume, pan))

    def ambience(self, mix: object) -> None:
        self.mixes.append(dict(mix))  # type: ignore[call-overload]

    def music(self, name: str | None) -> None:
        self.pieces.append(name)


def test_every_cue_has_its_sound() -> None:
    cues = {cue.name for cue in CUES.values()} | set(GRADES.values()) | set(HOURS.values())
    hands = {"click", "hover", "toggle", "refuse", "notice"}
    assert cues | hands | {"title", "door", *AMBIENCE} == set(RECIPES)
    assert set(mix_of(Earshot(crowd_by_kind={"canteen": 9, "gym": 5}))) <= set(AMBIENCE)


def test_cues_name_kinds_of_events_that_exist() -> None:
    assert {kind for kind in CUES if kind not in Kind.__members__} == set()


def test_music_is_as_loud_as_the_player_set_it(sound: Sound) -> None:
    sound.set_volume("music", 0.25)
    for _ in range(40):
        sound.music("title")
        sound.frame(0.02)
        if any(channel.get_busy() for channel in sound._music_channels()):
            break
    time.sleep(0.15)  # past the fade-in, in the device's own time
    loud = [channel.get_volume() for channel in sound._music_channels() if channel.get_busy()]
    assert loud and max(loud) < 0.25


def test_a_blow_is_heard_when_it_falls_and_not_when_it_is_told_of() -> None:
    fact = Fact(1, 600, 601, "Struck", 1, 2, 3, 0, 0.4, 0, frozenset(), "seen", 0, 1.0)
    assert _is_heard(fact) and not _is_heard(replace(fact, learned=700))
    assert _is_heard(replace(fact, kind="ObjectiveKept", learned=700))


def test_a_full_hall_murmurs_and_an_empty_one_hums() -> None:
    full, empty = mix_of(Earshot(people=90, walking=20)), mix_of(Earshot())
    assert full["crowd"] > 0.8 and empty["crowd"] == 0 and empty["murmur"] == 0
    assert full["steps"] > empty["steps"] == 0
    assert empty["air"] > 0.5


def test_the_yard_has_wind_and_by_day_birds_but_not_in_the_rain() -> None:
    yard = Earshot(outdoors=1.0)
    assert mix_of(yard)["wind"] > 0.6 and mix_of(yard)["birds"] > 0.5
    assert mix_of(replace(yard, hour=2))["birds"] == 0
    wet = mix_of(replace(yard, rain=1.0))
    assert wet["rain"] == 1.0 and wet["birds"] == 0
    assert mix_of(Earshot(rain=1.0))["rain"] < 0.5


def test_night_sounds_of_night_and_a_pause_is_quieter() -> None:
    assert mix_of(Earshot(hour=2))["night"] > 0.5 and mix_of(Earshot(hour=12))["night"] == 0
    assert mix_of(Earshot(rate=0))["air"] < mix_of(Earshot())["air"]


def test_tension_is_felt_only_when_it_is_high() -> None:
    assert mix_of(Earshot(tension=30))["tension"] == 0
    assert mix_of(Earshot(tension=85))["tension"] > 0.5


@pytest.fixture
def heard(block: Callable[..., World], surface: Surface) -> tuple[Ear, Listener, Session, MapBoard]:
    world = block()
    world.run(400)
    session = Session(world)
    board = MapBoard(session)
    board.view.camera.set_view(Rect(0, 0, 1280, 720))
    ear = Ear()
    listener = Listener(ear)  # type: ignore[arg-type]
    listener.frame(session, board, 1.0)
    return ear, listener, session, board


def test_what_happened_before_is_no_news(heard: tuple[Ear, Listener, Session, MapBoard]) -> None:
    ear, listener, session, board = heard
    for _ in range(10):
        listener.frame(session, board, 0.3)
    assert ear.played == [] and ear.mixes[-1]["air"] > 0


def test_a_lockdown_is_heard(heard: tuple[Ear, Listener, Session, MapBoard]) -> None:
    ear, listener, session, board = heard
    assert session.order(LockWing(1)) is None
    for _ in range(6):
        session.run(1)
        listener.frame(session, board, 0.3)
    names = [name for name, _, _ in ear.played]
    assert names.count("alarm") == 1
    assert all(abs(pan) <= 1 and 0 < volume <= 1 for _, volume, pan in ear.played)


def test_morning_and_evening_have_their_notes(heard: tuple[Ear, Listener, Session, MapBoard]) -> None:
    ear, listener, session, board = heard
    for _ in range(24):
        session.run(60)
        listener.frame(session, board, 2.0)
    names = [name for name, _, _ in ear.played]
    assert names.count("dusk") == 1 and names.count("dawn") == 1


def test_leaving_the_prison_leaves_its_sounds_behind(heard: tuple[Ear, Listener, Session, MapBoard]) -> None:
    ear, listener, session, board = heard
    listener.rest(0.1)
    assert ear.mixes[-1] == {} and ear.pieces[-1] == "title"
    listener.frame(session, board, 1.0)
    assert ear.pieces[-1] is None and ear.mixes[-1]["air"] > 0


def test_a_click_is_answered(surface: Surface) -> None:
    ear, ui = Ear(), Ui(load_theme())
    listener = Listener(ear)  # type: ignore[arg-type]
    now = [0.0]

    def frame(events: list[pygame.event.Event]) -> None:
        now[0] += 0.1
        ui.begin(surface, events, now[0])
        button(ui, "ok", Rect(10, 10, 80, 30), "Go")
        button(ui, "no", Rect(10, 60, 80, 30), "No", disabled=True)
        ui.end()
        listener.touch(ui)

    frame([])
    click(frame, (20, 20))
    click(frame, (20, 70))
    assert {"hover", "click", "refuse"} <= {name for name, _, _ in ear.played}


def test_ears_hear_only_what_is_in_view(surface: Surface) -> None:
    from game.ui.map.view import MapView
    from game.ui.sound.hearing import Ears

    plan = small_plan()
    view = MapView(plan)
    view.camera.set_view(Rect(0, 0, 320, 200))
    view.camera.look_at(15 * 32, 18 * 32)
    ears = Ears(plan)
    x0, y0, x1, y1 = ears.view(view.camera)
    assert 0 <= x0 < x1 <= plan.width and 0 <= y0 < y1 <= plan.height
    rooms = set(plan.room_at[y0:y1, x0:x1].ravel().tolist())
    assert 3 in rooms and 2 not in rooms

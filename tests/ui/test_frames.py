"""No frame takes long: what would is done ahead, put off, or spread over several. Held without clocks."""

import gc
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.saves import Saver
from game.sim.house import flow
from game.sim.house.furniture import Facing, Pose
from game.sim.house.ground import Ground
from game.sim.house.paths import FieldStore
from game.sim.world import World
from game.ui.app import App
from game.ui.clock import BUDGET, SPEEDS, Clock
from game.ui.desk.screen import Pace
from game.ui.frame_times import FrameTimes, robbed, spread, stolen_ms, table
from game.ui.kit import Area, Ui, load_theme
from game.ui.kit.panels import MOST_WAITS
from game.ui.map.crowd import FAR_TILE
from game.ui.map.light import Light
from game.ui.map.moment import Focus, Moment
from game.ui.map.view import MapView
from game.ui.preferences import Preferences
from game.ui.sweep import Sweeper
from tests.ui.small_prison import scene_of, small_plan

STAND = (8, 7, Pose.STAND, Facing.SOUTH)
SHUT = np.array([False, False, False])


@pytest.fixture
def view(surface: pygame.Surface, tmp_path: Path) -> MapView:
    return MapView(small_plan(), surface.get_size(), tmp_path / "art.npz")


@pytest.fixture
def app(
    block: Callable[..., World], surface: pygame.Surface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> App:
    monkeypatch.setattr("game.ui.app.preferences_file", lambda: tmp_path / "preferences.json")
    monkeypatch.setattr("game.ui.map.view.cache_file", lambda: tmp_path / "art.npz")
    return App(block(), surface, Preferences(lang="en", hints=False))


@pytest.mark.parametrize("speed", range(1, len(SPEEDS)))
def test_a_frame_never_simulates_longer_than_its_budget_and_a_tick(
    speed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, tick = 0.0, 0.003
    monkeypatch.setattr("game.ui.clock.time.perf_counter", lambda: now)

    def step() -> bool:
        nonlocal now
        now += tick
        return False

    clock = Clock(speed=speed)
    for seconds in (1 / 60, 0.05, 5.0):
        began = now
        clock.advance(seconds, step)
        assert now - began <= BUDGET + tick


def test_ticks_that_did_not_fit_are_dropped_and_never_caught_up(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr("game.ui.clock.time.perf_counter", lambda: now)

    def slow() -> bool:
        nonlocal now
        now += 1.0
        return False

    clock = Clock(speed=len(SPEEDS) - 1)
    assert clock.advance(0.25, slow) == 1
    assert clock.advance(0.0, slow) == 0


def test_an_autosave_does_not_wait_for_the_disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    written = threading.Event()

    def slow_disk(taken: object, path: Path) -> Path:
        assert written.wait(10)
        return path

    monkeypatch.setattr("game.saves.saver.capture", lambda *_: type("Taken", (), {"page": {"name": ""}}))
    monkeypatch.setattr("game.saves.saver.write", slow_disk)
    monkeypatch.setattr("game.saves.saver.next_auto_file", lambda: tmp_path / "auto.save")
    saver = Saver()
    saver.autosave(None, None, None)  # type: ignore[arg-type]
    assert saver.busy and saver.poll() == []
    written.set()
    assert [done.error for done in saver.close()] == [None]


def test_what_stopped_the_clock_is_shown_in_the_next_frame(app: App) -> None:
    app.session.run(22 * 60 - 2 - app.session.world.tick)
    app.session.clock.set(4)
    for _ in range(30):
        app.frame([], 1 / 60)
        if app.session.clock.paused:
            break
    assert app.desk.state.daily == "evening" and "daily.close" not in app.ui.places("click")
    app.frame([], 1 / 60)
    assert "daily.close" in app.ui.places("click")


def test_new_light_is_summed_up_over_several_frames(view: MapView) -> None:
    at_once, little_by_little = Light(view.light.ground), Light(view.light.ground)
    at_once.set_time(720)
    little_by_little.set_time(60)
    calls = 0
    while little_by_little.version < 2:
        little_by_little.set_time(720, seconds=0.0)
        calls += 1
    assert calls >= 3
    maps = [pygame.image.tobytes(each.map, "RGB") for each in (at_once, little_by_little)]
    assert maps[0] == maps[1]


def test_a_picture_of_a_room_leaves_the_light_of_the_map_alone(
    view: MapView, surface: pygame.Surface
) -> None:
    moment = Moment(scene_of(STAND), 720.0, 0.0, SHUT)
    view.draw(surface, surface.get_rect(), moment, Focus(alarms=(1,)), 1e9)
    before = view.light.version
    view.picture(surface, pygame.Rect(0, 0, 320, 180), 1, moment)
    assert view.light.version == before


def test_from_far_thousands_share_few_pictures(view: MapView, surface: pygame.Surface) -> None:
    one = scene_of(STAND)
    count = 2000
    many = replace(
        one,
        **{
            name: np.repeat(getattr(one, name), count, axis=0)
            for name in ("kind", "trail", "pose", "facing", "sign", "faction", "age")
        },
        ids=np.arange(1, count + 1),
        look=np.arange(count),
        tray=None,
    )
    view.camera.set_zoom(FAR_TILE / 32)
    view.draw(surface, surface.get_rect(), Moment(many, 720.0, 0.0, SHUT), budget_ms=1e9)
    assert view.people_in_view == count
    assert len({id(picture) for picture in view._bodies.pictures}) < 20


def test_ways_are_found_when_they_are_first_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ground, asked = Ground(small_plan()), []
    found = flow.fields
    monkeypatch.setattr(
        flow, "fields", lambda passable, *rest: asked.append(len(passable)) or found(passable, *rest)
    )
    store = FieldStore(ground)
    slot = store.slot(np.zeros(len(ground.plan.doors) - 1, bool))
    assert asked == []
    store.find(np.array([slot, slot]), np.array([0, 0]))
    store.find(np.array([slot, slot]), np.array([0, 2]))
    store.find(np.array([slot]), np.array([2]))
    assert asked == [1, 1]


def test_sets_of_ways_are_shared_by_all_to_whom_the_same_doors_are_shut() -> None:
    store = Ground(small_plan()).store
    shut = np.array([True, False])
    assert store.slot(shut) == store.slot(shut.copy()) != store.slot(~shut)


def test_python_looks_for_garbage_only_between_frames_while_the_window_is_open() -> None:
    sweeper = Sweeper()
    usual = sys.getswitchinterval()
    sweeper.start()
    try:
        assert sys.getswitchinterval() < 0.001 < usual
        assert not gc.isenabled()
        frozen = gc.get_freeze_count()
        sweeper.sweep(1.0)
        assert gc.get_freeze_count() == frozen
    finally:
        sweeper.stop()
    assert gc.isenabled() and gc.get_freeze_count() == 0
    assert sys.getswitchinterval() == usual


def test_a_changed_panel_waits_while_frames_are_late_but_not_for_ever(surface: pygame.Surface) -> None:
    ui, drawn = Ui(load_theme()), []
    ui.redraw_seconds = 60.0

    def frame(number: int, late: bool) -> None:
        ui.begin(surface, [], number / 60, time.perf_counter() - (1.0 if late else 0.0))
        ui.cached("panel", Area(0, 0, 200, 100), number, lambda: drawn.append(number))
        ui.end()

    frame(0, late=True)
    assert drawn == []  # its ground is there
    frame(0, late=True)
    frame(1, late=False)
    for number in range(2, 2 + MOST_WAITS):
        frame(number, late=True)
    assert drawn == [0, 1]
    frame(99, late=True)
    assert drawn == [0, 1, 99]


def test_while_time_races_panels_follow_at_their_own_pace_but_an_order_is_shown_at_once() -> None:
    pace = Pace(0.25)
    assert pace.shown((1, 0), True, 10.0) == (1, 0)
    assert pace.shown((9, 0), True, 10.2) == (1, 0)
    assert pace.shown((9, 1), True, 10.21) == (9, 1)
    assert pace.shown((19, 1), True, 10.47) == (19, 1)
    assert pace.shown((20, 1), False, 10.48) == (20, 1)


def test_the_distribution_of_frame_times_tells_of_stutters() -> None:
    times = FrameTimes("1x", [5.0] * 98 + [20.0, 40.0], [4.0] * 100)
    told = spread(times.wall)
    assert (told.median, told.worst, told.stutters) == (5.0, 40.0, 1)
    assert told.over_smooth == pytest.approx(0.02)
    assert "1 (1.00%)" in table([times]) and "0 (0.00%)" in table([times])


def test_a_stutter_that_the_host_of_the_machine_made_is_told_apart() -> None:
    times = FrameTimes("1x", [5.0, 60.0, 45.0], [5.0, 60.0, 45.0], [0.0, 50.0, 10.0])
    assert robbed(times) == "the host took 60 ms, and made 1 of the stutters"
    assert 0.0 <= stolen_ms() <= stolen_ms()

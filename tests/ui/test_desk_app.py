"""The window as a whole: opening it, its preferences, pictures without a display."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import hand
import pygame
import pytest
from pygame import Surface
from pygame.event import Event

from game.sim.engine.snapshot import digest
from game.sim.world import World
from game.ui.app import App
from game.ui.kit.icons import icon_names
from game.ui.preferences import Preferences, load_preferences, save_preferences
from game.ui.shot import View, shot
from game.ui.window import NoDisplayError, open_window

UI = Path(__file__).parents[2] / "game" / "ui"


@pytest.fixture
def app(
    block: Callable[..., World], surface: Surface, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> App:
    monkeypatch.setattr("game.ui.app.preferences_file", lambda: tmp_path / "preferences.json")
    monkeypatch.setattr("game.ui.map.view.cache_file", lambda: tmp_path / "art.npz")
    return App(block(), surface, Preferences(lang="en"))


def frames(app: App, count: int = 2, seconds: float = 1 / 60) -> None:
    for _ in range(count):
        app.frame([], seconds)


def test_time_passes_at_the_chosen_speed_only(app: App) -> None:
    frames(app, 30)
    assert app.session.world.tick == 360
    app.session.clock.set(4)
    frames(app, 60)
    assert abs(app.session.world.tick - 370) <= 1


def test_a_click_on_a_person_of_the_map_opens_his_dossier(app: App) -> None:
    app.session.run(120)
    app.board.patient = True
    frames(app, 3)
    body = next(body for body in app.board.view._bodies if app.desk.ui._clip is None)
    app.board.show_person(body.id)
    frames(app, 2)
    body = next(each for each in app.board.view._bodies if each.id == body.id)
    area = app.board.view.camera.rect
    at = (area.x + body.at[0] + body.picture.get_width() // 2, area.y + body.foot - 20)
    hand.click(lambda events: app.frame(events, 1 / 60), at)
    assert app.desk.state.person == body.id


def test_the_map_is_dragged_and_a_drag_is_no_click(app: App) -> None:
    frames(app)
    camera = app.board.view.camera
    app.board.set_zoom(2.0)
    before, at = (camera.x, camera.y), app.desk.ui.hits["map"].center
    app.frame([hand.press(at)], 1 / 60)
    for step in range(1, 5):
        app.frame([hand.move((at[0] - 20 * step, at[1] - 10 * step))], 1 / 60)
    app.frame([hand.release((at[0] - 80, at[1] - 40))], 1 / 60)
    assert (camera.x, camera.y) != before
    assert app.desk.state.person == app.desk.state.room == 0


def test_language_and_scale_are_kept_for_the_next_time(app: App, tmp_path: Path) -> None:
    frames(app)
    hand.click(lambda events: app.frame(events, 1 / 60), app.desk.ui.hits["lang"].center)
    assert load_preferences(tmp_path / "preferences.json").language == "de"


def test_closing_the_window_ends_the_game(app: App) -> None:
    app.frame([Event(pygame.QUIT)], 1 / 60)
    assert not app.running


def test_broken_preferences_are_as_good_as_none(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    for text in ("", "[]", '{"scale": "big", "lang": 7}', "{"):
        file.write_text(text, encoding="utf-8")
        assert load_preferences(file) == Preferences()
    save_preferences(Preferences(lang="de", scale=1.5), file)
    assert load_preferences(file) == Preferences(lang="de", scale=1.5)


def test_without_a_display_one_line_names_the_headless_command(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(NoDisplayError) as raised:
        open_window()
    assert "main.py run" in str(raised.value) and "\n" not in str(raised.value)


def test_a_picture_is_drawn_without_a_display_and_changes_nothing(
    block: Callable[..., World], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.ui.map.view.cache_file", lambda: tmp_path / "art.npz")
    drawn, alone, out = block(), block(), tmp_path / "a" / "shot.png"
    shot(drawn, 420, out, View((1280, 720), "de", select=1))
    alone.run(60)
    assert pygame.image.load(out).get_size() == (1280, 720)
    assert digest(drawn) == digest(alone)


def test_headless_and_drawn_worlds_are_the_same_in_another_process(tmp_path: Path) -> None:
    """The window's own dice, clock and caches must not reach the prison: two hash seeds, one digest."""
    code = (
        "import conftest, sys; from pathlib import Path; from game.sim.engine.snapshot import digest\n"
        "from game.sim import open_prison; from game.ui.shot import shot, View\n"
        "w = open_prison(conftest.plan_of(conftest.HERE / 'prisons' / 'block.yaml'), conftest.BLOCK_CAST, 1)\n"
        f"shot(w, 450, Path({str(tmp_path)!r}) / 's.png', View((1280, 720)))\n"
        "print(digest(w))"
    )
    tests = Path(__file__).parents[1]
    path = os.pathsep.join((str(tests), str(tests.parent)))
    found = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "XDG_CACHE_HOME": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        )
        found.add(done.stdout.split()[-1])
    assert len(found) == 1


def test_every_icon_named_in_the_window_exists() -> None:
    quoted = re.compile(r'"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)"')
    sources = [source for folder in ("desk", "kit", "words") for source in (UI / folder).glob("*.py")]
    named = {word for source in sources for word in quoted.findall(source.read_text(encoding="utf-8"))}
    drawn = {
        word for source in sources for word in re.findall(r'icon\("([a-z-]+)"', source.read_text("utf-8"))
    }
    assert {"bed-double", "lock"} <= named | drawn
    assert sorted(word for word in named | drawn if word not in icon_names()) == []

"""What is shown, and how: palettes on the map, charts after loading, how large things are, what can be read."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pygame
import pytest
from pygame import Rect, Surface
from test_desk import PlainBoard, Play
from test_kit_floating import SIGHT, brightness, linear
from test_screens import Hand, at_title

from game.saves.notes import DeskNotes
from game.saves.store import capture, load_game, write
from game.sim.engine.snapshot import digest
from game.sim.world import World
from game.story.load import load_scenario, make_world
from game.ui.app import App
from game.ui.desk.figures import draw_figures
from game.ui.desk.keeping import notes_of, take_up
from game.ui.desk.overlay_fields import picture_of
from game.ui.desk.overlay_legends import LEGENDS, OVERLAYS
from game.ui.desk.regions import ROOMY_HEIGHT
from game.ui.desk.screen import DeskScreen
from game.ui.desk.state import DeskState
from game.ui.kit import Area, load_theme, palettes
from game.ui.preferences import AUTOMATIC, Preferences, load_preferences, save_preferences
from game.ui.screens.library import Library
from game.ui.screens.save_pages import LoadPage
from game.ui.screens.settings import HEIGHT, TABS, Settings
from game.ui.screens.stage import Stage
from game.ui.screens.title import Title
from game.ui.session import Session
from game.ui.window import open_hidden

OTHERS = [name for name in palettes() if name != "standard"]
TINTED = [name for name in OVERLAYS if name != "ties"]
"""Overlays whose colours mean something; lines between people have colours of their own."""
APART = 24
"""How far colours of one legend lie apart at least, in CIELAB; 2 are told apart side by side."""


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the player's is read or written."""
    monkeypatch.setattr("game.ui.app.preferences_file", lambda: tmp_path / "preferences.json")
    monkeypatch.setattr("game.saves.shelf.saves_folder", lambda: tmp_path / "saves")


@pytest.fixture
def play(block: Callable[..., World], surface: Surface) -> Play:
    play = Play(block(), (1600, 900))
    play.desk.state.hints = play.desk.state.dailies = False
    return play


# palettes


def veiled(play: Play) -> tuple[object, bytes]:
    """The colours over the map now, and the key under which pictures of them are kept."""
    play.frame([])
    assert play.board.veil is not None
    return play.board.veil.key, play.board.veil.colour.tobytes()


@pytest.mark.parametrize("palette", OTHERS)
@pytest.mark.parametrize("overlay", TINTED)
def test_another_palette_is_seen_on_the_map_in_the_next_frame(play: Play, overlay: str, palette: str) -> None:
    play.session.run(300)
    play.desk.state.overlay = overlay
    key, colours = veiled(play)
    signs = picture_of(play.desk._context(play.now)).tags  # type: ignore[union-attr]
    play.desk.ui.theme = load_theme(palette)
    other_key, others = veiled(play)
    assert other_key != key and others != colours
    assert picture_of(play.desk._context(play.now)).tags == signs  # type: ignore[union-attr]
    play.desk.ui.theme = load_theme()
    assert veiled(play) == (key, colours)


def test_the_legend_shows_the_colours_of_the_palette(play: Play) -> None:
    play.desk.state.overlay = "cover"
    for palette in palettes():
        play.desk.ui.theme = load_theme(palette)
        play.frame([])
        pixels = pygame.surfarray.array3d(play.surface)
        for _, colour, _ in LEGENDS["cover"]:
            assert np.all(pixels == load_theme(palette).rgb(colour), axis=2).sum() > 50, (palette, colour)


def lab(rgb: tuple[int, int, int], palette: str) -> np.ndarray:
    """A colour as eyes see it for whom a palette is made, in CIELAB."""
    light = np.clip(np.array(SIGHT[palette]) @ linear(rgb), 0, 1)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    x, y, z = np.cbrt(np.array(to_xyz) @ light / np.array([0.9505, 1, 1.089]))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("palette", OTHERS)
@pytest.mark.parametrize("overlay", TINTED)
def test_colours_of_a_legend_are_told_apart_by_the_eyes_a_palette_is_made_for(
    overlay: str, palette: str
) -> None:
    theme = load_theme(palette)
    for (one, first, _), (other, second, _) in combinations(LEGENDS[overlay], 2):
        far = np.linalg.norm(lab(theme.rgb(first), palette) - lab(theme.rgb(second), palette))
        assert far > APART, (one, other, far)


@pytest.mark.parametrize("palette", palettes())
def test_small_type_is_read_on_panels_and_cards(palette: str) -> None:
    theme = load_theme(palette)
    for ink in ("dim", "muted", "text"):
        for ground in ("bg", "panel", "card"):
            bright, dark = brightness(linear(theme.rgb(ink))), brightness(linear(theme.rgb(ground)))
            assert (bright + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
    steps = [brightness(linear(theme.rgb(ink))) for ink in ("dim", "muted", "text")]
    assert steps == sorted(steps)


# charts after loading


def charted(session: Session) -> bytes:
    """The chart at the bottom right, as it is drawn."""
    desk = DeskScreen(session, PlainBoard())
    surface = Surface((430, 186))
    desk.ui.begin(surface, [], 1.0)
    draw_figures(desk._context(1.0), Area(surface.get_rect()))
    desk.ui.end()
    return surface.get_buffer().raw


def test_charts_are_the_same_after_loading_and_go_on(tmp_path: Path, surface: Surface) -> None:
    scenario = load_scenario("oz.e01")
    session = Session(make_world(scenario, 3))
    session.run(245)
    before = digest(session.world)
    file = write(capture(session.world, scenario, notes=notes_of(session, DeskState())), tmp_path / "a.save")
    loaded = load_game(file)
    assert loaded.notes is not None and digest(loaded.world) == before == loaded.meta.digest
    again = Session(loaded.world)
    take_up(loaded.notes, again, DeskState())
    assert again.history.day == session.history.day and again.history.month == session.history.month
    assert len(again.tension) > 20 and charted(again) == charted(session)
    again.run(10)
    session.run(10)
    assert again.tension == session.tension


def test_a_save_without_charts_begins_them_anew(block: Callable[..., World]) -> None:
    session = Session(block())
    take_up(DeskNotes.model_validate({"pins": [], "daily_seen": 2}), session, DeskState())
    assert [tick for tick, _ in session.tension] == [session.world.tick]


@pytest.mark.parametrize(
    "course", [[], [(5, 1.0), (5, 2.0)], [(9, 1.0), (8, 2.0)], [(0, 1.0), (100_000, 2.0)]]
)
def test_a_forged_chart_is_left_out(block: Callable[..., World], course: list[tuple[int, float]]) -> None:
    world = block()
    world.run(60)
    session = Session(world)
    notes = DeskNotes(
        day_courses={"tension": course, "no such": [(1, 1.0)]}, month_courses={"tension": course}
    )
    take_up(notes, session, DeskState())
    assert [tick for tick, _ in session.tension] == [world.tick]
    assert set(session.history.day) == {"inmates", "staff", "tension"}


# how large things are


def stage(scale: float, folder: Path) -> Stage:
    return Stage(Preferences(lang="en", warned=True, scale=scale), folder / "preferences.json")


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((800, 500), 1.0), ((1280, 720), 1.0), ((1600, 900), 1.0), ((1920, 1080), 1.0), ((2560, 1440), 1.5),
        ((3440, 1440), 1.5), ((3840, 1600), 1.75), ((3840, 2160), 2.0), ((7680, 4320), 2.0),
    ],
)  # fmt: skip
def test_by_itself_the_desk_grows_with_the_window_and_stays_roomy(
    size: tuple[int, int], scale: float, tmp_path: Path
) -> None:
    found = stage(AUTOMATIC, tmp_path).desk_scale(size)
    assert found == scale
    assert found == 1 or (size[0] / found >= 1500 and size[1] / found >= ROOMY_HEIGHT)


def test_menus_keep_their_size_in_the_smallest_window(tmp_path: Path) -> None:
    made = stage(AUTOMATIC, tmp_path)
    made.fit(Surface((800, 500)))
    assert made.ui.scale == 1
    made.fit(Surface((1920, 1080)))
    assert made.ui.scale == 1.5


def test_a_scale_the_player_chose_stays(tmp_path: Path) -> None:
    for scale in (1.0, 1.25, 2.0):
        assert stage(scale, tmp_path).desk_scale((3840, 2160)) == scale
        save_preferences(Preferences(scale=scale), tmp_path / "kept.json")
        assert load_preferences(tmp_path / "kept.json").scale == scale
    save_preferences(Preferences(), tmp_path / "kept.json")
    assert load_preferences(tmp_path / "kept.json").scale == AUTOMATIC


def at_desk(world: World, size: tuple[int, int], scale: float) -> Hand:
    found = Hand(App(world, open_hidden(size), Preferences(lang="en", warned=True, hints=False, scale=scale)))
    found.app.desk.state.dailies = False
    found.frame()
    return found


def test_a_desk_on_a_large_screen_is_large_by_itself_and_follows_the_settings(
    block: Callable[..., World],
) -> None:
    player = at_desk(block(), (2560, 1440), AUTOMATIC)
    assert player.app.desk.ui.scale == 1.5
    player.app.stage.set(scale=2.0)
    player.frame()
    assert player.app.desk.ui.scale == 2.0
    player.app.close()


def plates(world: World, size: tuple[int, int], scale: float) -> list[Rect]:
    """Where names stand when somebody is selected."""
    player = at_desk(world, size, scale)
    person = world.desk(-1).people("officer")[0]
    player.app.board.show_person(person)
    player.app.desk.state.person = person
    for _ in range(3):
        player.app.draw_still()
    found = player.app.board.plates
    player.app.close()
    return found


def test_names_on_the_map_grow_with_the_interface(block: Callable[..., World]) -> None:
    usual, large = (
        max(plates(block(), (1920, 1080), scale), key=lambda plate: plate.h) for scale in (1.0, 2.0)
    )
    assert 1.8 < large.h / usual.h < 2.2 and 1.8 < large.w / usual.w < 2.2
    assert usual.h < 22


# settings


@pytest.fixture(scope="module")
def oz() -> Library:
    library = Library()
    library.wait()
    return library


@pytest.fixture
def player(oz: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    monkeypatch.setattr("game.ui.screens.jobs.WARM_FRAMES", 1)
    found = at_title(oz)
    yield found
    found.app.close()


def test_the_scale_is_automatic_until_the_player_chooses_one(player: Hand) -> None:
    preferences = player.app.stage.preferences
    assert preferences.scale == AUTOMATIC
    player.click("title.settings")
    player.click("settings.scale.2")
    assert preferences.scale == 1.25
    player.click("settings.scale.0")
    assert preferences.scale == AUTOMATIC


@pytest.mark.parametrize("scale", [AUTOMATIC, 1.0, 2.0])
@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1600, 900), (1920, 1080), (2560, 1440)])
def test_settings_that_fit_carry_no_scroll_bar(
    size: tuple[int, int], lang: str, scale: float, tmp_path: Path
) -> None:
    surface = open_hidden(size)
    made = Stage(Preferences(lang=lang, warned=True, scale=scale), tmp_path / "preferences.json")
    for tab in TABS:
        page = Settings(made, tab)
        for number in range(4):
            page.frame(surface, [], float(number), 0.0)
        ui, name = made.ui, f"settings.{tab}"
        full = page._height(Area(surface.get_rect())) >= min(HEIGHT, surface.get_height() / ui.scale - 24)
        assert ui.rooms[name] == 0 or full, (tab, ui.rooms[name])
        assert tab != "display" or scale == 2.0 or not ui.rooms[name]


# the title


def test_without_saves_loading_leads_nowhere_and_says_why(player: Hand, tmp_path: Path) -> None:
    player.click("title.load")
    for _ in range(30):
        player.frame()
    title = player.app.top
    assert isinstance(title, Title)
    assert player.app.ui.tips.open and title._closed("load") == "There are no saves yet."
    file = tmp_path / "saves" / "bad.save"
    file.parent.mkdir()
    file.write_bytes(b"nothing of worth")
    title.enter()
    player.click("title.load")
    assert isinstance(player.app.top, LoadPage)

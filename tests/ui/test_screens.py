"""The flow of screens: from the title into a prison and back, by widget id; every screen at many sizes."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hand
import pygame
import pytest
from pygame import Rect
from pygame.event import Event

from game.saves import list_saves
from game.sim.world import World
from game.ui.app import App
from game.ui.preferences import Preferences, load_preferences
from game.ui.screens.briefing import Briefing
from game.ui.screens.chooser import Chooser
from game.ui.screens.library import Library
from game.ui.screens.playing import Game, Playing
from game.ui.screens.settings import Settings
from game.ui.screens.steps import Launch
from game.ui.screens.title import Title
from game.ui.screens.wait import Wait
from game.ui.window import LEAST_SIZE, Pane, open_hidden

STEP = 1 / 60
SMALL = Path(__file__).parents[1] / "story" / "small"


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the player's is read or written."""
    monkeypatch.setattr("game.ui.app.preferences_file", lambda: tmp_path / "preferences.json")
    monkeypatch.setattr("game.saves.shelf.saves_folder", lambda: tmp_path / "saves")
    monkeypatch.setattr("game.ui.screens.jobs.WARM_FRAMES", 1)
    monkeypatch.setattr("game.ui.screens.jobs.OPENING_MINUTES", 6)


class Hand:
    """Somebody at the window."""

    def __init__(self, app: App) -> None:
        self.app = app

    def frame(self, events: list[Event] | None = None) -> None:
        self.app.frame(events or [], STEP)

    @property
    def hits(self) -> dict[str, Rect]:
        return self.app.ui.hits

    def click(self, name: str) -> None:
        self.frame()
        assert name in self.hits, f"{name} is not there: {sorted(self.hits)}"
        hand.click(self.frame, self.hits[name].center)

    def key(self, code: int) -> None:
        self.frame([hand.key(code)])
        self.frame()

    def wait(self) -> None:
        """Until what is being loaded is there."""
        for _ in range(400):
            if not isinstance(self.app.top, Wait) or self.app.top.fault:
                return
            self.frame()
        raise AssertionError("it never ends")


@pytest.fixture(scope="module")
def oz() -> Library:
    """The scenarios there are, read once."""
    library = Library()
    library.wait()
    return library


_living: list[Any] = []


def at_title(oz: Library, size: tuple[int, int] = (1280, 720), **preferences: object) -> Hand:
    app = App(None, open_hidden(size), Preferences(**({"lang": "en", "warned": True} | preferences)))  # type: ignore[arg-type]
    app.stage.library = oz
    app.stage.living = _living[0] if _living else None
    app.home()
    player = Hand(app)
    player.wait()
    _living[:] = [app.stage.living]
    return player


@pytest.fixture
def player(oz: Library) -> Iterator[Hand]:
    found = at_title(oz)
    yield found
    found.app.close()


@pytest.fixture
def at_desk(block: Callable[..., World]) -> Iterator[Hand]:
    """A player at the desk of a small prison."""
    app = App(block(), open_hidden((1280, 720)), Preferences(lang="en", warned=True))
    found = Hand(app)
    found.frame()
    yield found
    app.close()


def test_before_the_very_first_game_the_notice_of_what_it_contains(oz: Library) -> None:
    player = at_title(oz, warned=False)
    player.frame()
    player.frame()
    player.frame()
    assert "welcome.go_on" in player.hits
    player.key(pygame.K_RETURN)
    assert isinstance(player.app.top, Title) and player.app.stage.preferences.warned
    player.app.stage.set(warned=False)
    player.app.stack.append(Briefing(player.app.stage, oz.cards[0], Launch("oz.e01")))
    player.frame()
    player.frame()
    player.frame()
    assert "welcome.go_on" in player.hits
    player.app.close()


def test_enter_presses_the_button_that_goes_on(player: Hand) -> None:
    player.click("title.new")
    player.click("chooser.oz.e01")
    player.key(pygame.K_RETURN)
    assert isinstance(player.app.top, Wait)


def test_a_new_game_rolls_its_seed_and_takes_one_that_is_given(player: Hand) -> None:
    rolled = {Chooser(player.app.stage).seed for _ in range(20)}
    assert len(rolled) > 15 and all(seed.isdigit() for seed in rolled)
    player.app.stage.seed = 7
    player.click("title.new")
    player.click("chooser.oz.e01")
    player.click("chooser.ok")
    player.wait()
    assert player.app.playing.game.seed == 7


def test_from_the_title_into_the_first_episode_and_out_again(player: Hand, tmp_path: Path) -> None:
    assert isinstance(player.app.top, Title)
    player.click("title.new")
    player.click("chooser.oz.e01")
    player.click("chooser.ok")
    player.wait()
    game = player.app.playing
    assert player.app.top is game and game.session.clock.speed == 2
    game.session.run(140)
    while not player.app.desk.state.decision:
        player.frame()
        game.session.run(5)
    option = next(name for name in player.hits if name.startswith("decision.option."))
    player.click(option)
    player.click("decision.ok")
    assert not game.session.desk.decisions()
    player.click("rail.people")
    assert game.desk.state.sheet == "people"
    game.desk.state.sheet = ""
    player.key(pygame.K_ESCAPE)
    player.click("pause.settings")
    player.click("settings.tab.4")
    player.click("settings.calm")
    assert game.board.view.calm is False and player.app.stage.preferences.calm
    player.key(pygame.K_ESCAPE)
    player.click("pause.save")
    player.click("save.ok")
    game.saver.wait()
    saved = game.session.world.tick
    assert [info.name for info in list_saves()] == [game.default_name()]
    player.click("pause.resume")
    assert game.board.view.calm
    game.session.run(30)
    player.key(pygame.K_ESCAPE)
    player.click("pause.load")
    player.click("saves.0")
    player.click("load.ok")
    player.click("confirm.yes")
    player.wait()
    assert player.app.session.world.tick == saved and player.app.session.clock.paused
    player.key(pygame.K_ESCAPE)
    player.click("pause.title")
    assert isinstance(player.app.top, Title)
    assert "title.continue" in player.hits or player.frame() is None
    player.click("title.quit")
    assert not player.app.running


def test_the_first_start_says_what_the_game_contains_and_never_again(oz: Library, tmp_path: Path) -> None:
    player = at_title(oz, warned=False)
    player.frame()
    player.key(pygame.K_ESCAPE)
    player.click("welcome.calm")
    player.click("welcome.go_on")
    assert isinstance(player.app.top, Title)
    kept = load_preferences(tmp_path / "preferences.json")
    assert kept.warned and kept.calm
    player.app.close()


def test_a_broken_pack_is_named_and_the_others_still_play(
    oz: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "packs" / "small"
    broken.mkdir(parents=True)
    for file in SMALL.glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        (broken / file.name).write_text(text.replace("\nbrief:", "\nbrif:"), encoding="utf-8")
    from game.story.load import pack_folders

    monkeypatch.setattr("game.ui.screens.library.pack_folders", lambda: [*pack_folders(), broken])
    cards = Library().wait()
    wrong = [card for card in cards if card.broken]
    assert [card.stem for card in wrong] == ["s01"] and "brief" in wrong[0].problems[0].message
    assert any(card.id == "oz.e01" and not card.broken for card in cards)
    player = at_title(oz)
    player.app.stage.library = Library()
    player.app.stage.library.wait()
    player.click("title.new")
    player.click(f"chooser.{wrong[0].id}")
    player.click("chooser.ok")
    assert isinstance(player.app.top, Chooser)
    player.app.close()


def test_a_save_that_is_damaged_is_said_to_be_so_and_leads_back(player: Hand, tmp_path: Path) -> None:
    file = tmp_path / "saves" / "bad.save"
    file.parent.mkdir()
    file.write_bytes(b"nothing of worth")
    player.app.play(Launch("oz.e01", save=file))
    player.wait()
    player.click("back")
    assert isinstance(player.app.top, Title)
    player.click("title.load")
    player.click("saves.0")
    assert isinstance(player.app.top.info().broken, str)  # type: ignore[attr-defined]


def test_quick_save_and_quick_load_by_key(player: Hand) -> None:
    player.app.play(Launch("oz.e01"))
    player.wait()
    player.app.session.clock.stop()
    player.key(pygame.K_F9)
    assert player.app.playing.toasts.shown
    tick = player.app.session.world.tick
    player.key(pygame.K_F5)
    player.app.playing.saver.wait()
    player.app.session.run(10)
    player.key(pygame.K_F9)
    player.wait()
    assert player.app.session.world.tick == tick
    day = player.app.playing
    day.session.run(1440 - tick)
    day.session.put_off.update(d.id for d in day.session.desk.decisions())
    for _ in range(6):  # the autosave takes a step a frame
        player.frame()
    day.saver.wait()
    assert sorted(info.kind for info in list_saves()) == ["auto", "quick"]
    day.session.clock.stop()
    day.session.run(10)
    player.key(pygame.K_F9)  # a day's play would be lost
    player.click("confirm.no")
    assert day.session.world.tick > 1440


def test_the_end_is_reported_with_decisions_and_truth(player: Hand) -> None:
    player.app.play(Launch("oz.e01"))
    player.wait()
    game = player.app.playing
    while game.session.desk.outcome() is None:
        game.session.run(120)
    game.session.put_off.update(d.id for d in game.session.desk.decisions())
    game.desk.state.decision, game.desk.state.dailies = 0, False
    game.desk.state.daily = ""
    for _ in range(4):
        player.frame()
    player.click("outcome.report")
    player.frame()
    report = player.app.top
    assert report.course.decisions  # type: ignore[attr-defined]
    assert any(decision.followed for decision in report.course.decisions)  # type: ignore[attr-defined]
    assert all(count.known <= count.all for count in report.course.counts)  # type: ignore[attr-defined]
    player.click("report.again")
    assert isinstance(player.app.top, Wait)


def test_settings_take_effect_at_once_and_are_kept(player: Hand, tmp_path: Path) -> None:
    player.click("title.settings")
    player.click("lang.1")
    assert player.app.stage.words.lang == "de"
    player.click("settings.tab.1")
    player.click("settings.speed.3")
    player.click("settings.stops.decisions.2")
    player.click("settings.tab.3")
    player.click("settings.ambience")
    player.click("settings.tab.4")
    player.click("settings.palette.tritanopia")
    assert player.app.ui.theme.palette == "tritanopia"
    kept = load_preferences(tmp_path / "preferences.json")
    assert (kept.lang, kept.speed, kept.palette, kept.stops) == (
        "de",
        3,
        "tritanopia",
        {"decisions": "silent"},
    )
    assert kept.ambience == 0.6
    assert player.app.stage.stops.by_kind()["Asked"] == "silent"


def test_a_key_is_bound_unless_another_action_has_it(player: Hand, tmp_path: Path) -> None:
    player.click("title.settings")
    player.click("settings.tab.2")
    keys, page = player.app.stage.keys, player.app.top
    assert isinstance(page, Settings)
    player.click("settings.key.pause.0")
    player.key(pygame.K_n)
    assert page.keys.said and page.keys.said[2] == "until" and keys.keys("pause")[0] == pygame.K_SPACE
    player.click("settings.key.pause.0")
    player.key(pygame.K_p)
    assert keys.keys("pause") == (pygame.K_p, pygame.K_PAUSE)
    assert json.loads((tmp_path / "preferences.json").read_text())["keys"] == {
        "pause": [pygame.K_p, pygame.K_PAUSE]
    }
    player.click("settings.key.pause.0")
    player.key(pygame.K_ESCAPE)
    assert player.app.top is page and keys.keys("pause")[0] == pygame.K_p
    player.click("settings.keys.reset")
    assert keys.changes() == {}


def test_bound_keys_work_on_the_desk_and_the_old_ones_do_not(at_desk: Hand) -> None:
    keys, clock = at_desk.app.stage.keys, at_desk.app.session.clock
    keys.bind("pause", 0, pygame.K_p)
    keys.bind("back", 0, pygame.K_q)
    at_desk.key(pygame.K_SPACE)
    assert clock.paused
    at_desk.key(pygame.K_p)
    assert not clock.paused
    at_desk.app.desk.state.sheet = "people"
    at_desk.key(pygame.K_ESCAPE)
    assert at_desk.app.desk.state.sheet == "people"
    at_desk.key(pygame.K_q)
    assert at_desk.app.desk.state.sheet == ""
    at_desk.key(pygame.K_q)
    at_desk.key(pygame.K_q)
    assert at_desk.app.top is at_desk.app.playing


def test_no_two_actions_of_one_place_share_a_key_and_all_have_a_name() -> None:
    from game.ui.bindings import ACTIONS, Bindings
    from game.ui.words import LANGUAGES, Words

    keys = Bindings()
    assert [
        (a.name, keys.taken(a.name, key)) for a in ACTIONS for key in a.keys if keys.taken(a.name, key)
    ] == []
    for lang in LANGUAGES:
        words = Words(lang)
        assert [a.name for a in ACTIONS if not words.has(f"screens.action.{a.name}")] == []


def test_a_window_can_have_any_size(at_desk: Hand) -> None:
    for size in ((1280, 720), (1600, 900), (2560, 1440), (800, 500), (640, 400), (1280, 720)):
        pygame.display.set_mode(size)
        at_desk.frame([Event(pygame.WINDOWRESIZED, x=size[0], y=size[1])])
        at_desk.frame()
        width, height = at_desk.app.surface.get_size()
        assert width >= LEAST_SIZE[0] and height >= LEAST_SIZE[1]
    at_desk.key(pygame.K_ESCAPE)
    pygame.display.set_mode((800, 500))
    at_desk.frame([Event(pygame.WINDOWRESIZED, x=800, y=500)])
    at_desk.frame()
    place = at_desk.hits["pause.resume"].center
    shrunk = round(place[0] / at_desk.app.pane.shrink), round(place[1] / at_desk.app.pane.shrink)
    hand.click(at_desk.frame, shrunk)
    assert at_desk.app.top is at_desk.app.playing


def test_a_small_window_shows_all_of_a_larger_picture(surface: pygame.Surface) -> None:
    pane = Pane(pygame.Surface((800, 500)))
    pane.surface.fill((200, 10, 10))
    pane.show()
    assert pane.window.get_at((799, 499)).r > 190
    assert pane.events([hand.press((400, 250))])[0].pos == (425, 266)


def test_a_prison_without_a_scenario_says_that_it_cannot_be_saved(at_desk: Hand) -> None:
    at_desk.key(pygame.K_F5)
    assert at_desk.app.playing.toasts.shown and list_saves() == []


def test_drawing_the_title_uses_a_world_of_its_own(player: Hand) -> None:
    living = player.app.stage.living
    before = living.tick  # type: ignore[union-attr]
    for _ in range(130):
        player.frame()
    assert living.tick > before  # type: ignore[union-attr]


def test_playing_is_a_screen(block: Callable[..., World], at_desk: Hand) -> None:
    playing = Playing(at_desk.app.stage, Game(block(), {}))
    assert playing.ui is playing.desk.ui and not playing.unsaved
    playing.leave()

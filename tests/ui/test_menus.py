"""Small promises of the menus: tips, what would be lost, dates, licences, teasers, a head that stays in its place."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pygame import Rect

from game.saves import Done, SaveError, SaveInfo
from game.sim.world import World
from game.story.load import load_scenario
from game.ui.app import App
from game.ui.loading import TIP_KEYS, TIPS, tip_of
from game.ui.preferences import Preferences
from game.ui.screens.chooser import Chooser
from game.ui.screens.confirm import Confirm
from game.ui.screens.credits import licence, short_licence
from game.ui.screens.jobs import texts_of
from game.ui.screens.playing import Game, Playing
from game.ui.screens.save_pages import SavePage
from game.ui.screens.saves import written
from game.ui.screens.settings import TABS, Settings
from game.ui.screens.steps import Home
from game.ui.window import open_hidden
from game.ui.words import LANGUAGES, Words


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """A window with nothing in it, and a shelf of its own."""
    monkeypatch.setattr("game.ui.app.preferences_file", lambda: tmp_path / "preferences.json")
    monkeypatch.setattr("game.saves.shelf.saves_folder", lambda: tmp_path / "saves")
    app = App(None, open_hidden((1280, 720)), Preferences(lang="en", warned=True))
    yield app
    app.close()


@pytest.fixture
def playing(app: App, block: Callable[..., World]) -> Playing:
    """A game that could be kept; nothing of it is written."""
    scenario = load_scenario("oz.e01")
    return Playing(app.stage, Game(block(), texts_of(scenario), scenario, scenario.id))


def see(app: App, screen: Settings | Confirm | SavePage) -> dict[str, Rect]:
    """Draw a menu; returns where one can click."""
    for number in range(3):
        screen.frame(app.surface, [], 1.0 + number, 0.0)
    return screen.ui.hits


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_tip_of_the_loading_page_can_be_told(lang: str) -> None:
    words = Words(lang, strict=True)
    told = {tip_of(words, number, lambda action: f"<{action}>") for number in range(len(TIPS))}
    assert len(told) == len(TIPS)
    assert all(any(f"<{action}>" in tip for tip in told) for action in TIP_KEYS)


def test_leaving_says_since_when_all_would_be_lost(app: App, playing: Playing) -> None:
    assert not playing.unsaved and playing.last_save() == ""
    playing.session.run(10)
    assert playing.unsaved and playing.last_save() == ""
    playing.saver._note()
    kept = playing.default_name()
    playing.session.run(10)
    assert playing.unsaved and playing.last_save() == kept
    assert "confirm.yes" in see(app, Confirm(app.stage, "restart", Home(), kept))


def test_a_save_that_failed_counts_for_nothing(playing: Playing, monkeypatch: pytest.MonkeyPatch) -> None:
    playing.session.run(10)
    playing.saver._note()
    fault = SaveError(Path("x"), "writing", "full", "full")
    monkeypatch.setattr("game.saves.Saver.poll", lambda self: [Done("quick", "", None, fault)])
    playing.saver.poll()
    assert playing.unsaved and playing.last_save() == ""


def test_a_save_of_the_same_name_is_pointed_out_before_it_is_replaced(app: App, playing: Playing) -> None:
    page = SavePage(app.stage, playing)
    page.saves = [
        SaveInfo(Path("a.save"), "Mine", "oz.e01", "First days", 1, "12:00", time.time(), "named", b"")
    ]
    page.name = "Other"
    apart = see(app, page)["save.ok"]
    page.name = "Mine"
    assert see(app, page)["save.ok"].w != apart.w  # it says Replace


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_hour_of_a_save_is_told_by_a_clock_of_24_hours(lang: str) -> None:
    evening = time.mktime((2026, 11, 24, 21, 5, 0, 0, 0, -1))
    info = SaveInfo(Path("a.save"), "", "oz.e01", "First days", 1, "12:00", evening, "auto", None)
    assert written(Words(lang), info).endswith("21:05") and "2026" in written(Words(lang), info)


def test_licences_are_told_in_short() -> None:
    words = Words("en")
    assert short_licence(words, "BSD-3-Clause AND 0BSD AND MIT") == "BSD-3-Clause and others"
    assert short_licence(words, "MIT") == "MIT"
    assert licence("esper") == "MIT"


def test_a_teaser_ends_with_a_sentence_or_an_ellipsis(app: App) -> None:
    chooser, tail = Chooser(app.stage), " and so on" * 30
    for brief in ("One sentence. Another" + tail, "No end in sight," + tail, "Short."):
        told = chooser._cut(brief, 300, "body", 13, 2)
        assert told.endswith((".", " …")) and told.count("\n") <= 1
        assert all(app.stage.ui.width(line, "body", 13) <= 300 for line in told.splitlines())


def test_the_head_of_the_settings_stays_where_it_is_from_tab_to_tab(app: App) -> None:
    heads = [see(app, Settings(app.stage, tab))["back"].topleft for tab in TABS]
    assert len(set(heads)) == 1


def test_a_switch_of_the_settings_turns_wherever_its_card_is_clicked(app: App) -> None:
    card = see(app, Settings(app.stage, "comfort"))["settings.calm"]
    assert card.w > 700 and card.h >= 48

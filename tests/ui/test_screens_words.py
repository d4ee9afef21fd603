"""Every message of every screen fits its place: both languages, scale 1 and 1.5, in the smallest window."""

from collections.abc import Iterator

import pygame
import pytest

from game.ui.app import App
from game.ui.preferences import Preferences
from game.ui.screens.stage import Plain
from game.ui.screens.steps import Screen
from game.ui.shots import MENUS, SCREENS, Props, draw, stand_behind
from game.ui.shots_lived import STEPS
from game.ui.window import open_hidden
from game.ui.words import LANGUAGES
from game.ui.words.catalogue import catalogue

SIZE = (1280, 720)


@pytest.fixture(scope="module")
def props() -> Iterator[Props]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.ui.screens.jobs.OPENING_MINUTES", 6)
        patch.setattr("game.ui.shots.SETTLING_FRAMES", 3)
        patch.setattr("game.ui.shots_lived.POLICY", "")
        patch.setitem(STEPS, "noon", ("played", 420))
        yield Props()


@pytest.fixture(params=[(lang, scale) for lang in LANGUAGES for scale in (1.0, 1.5)], ids=str, scope="module")
def app(
    request: pytest.FixtureRequest, props: Props, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[App]:
    lang, scale = request.param
    surface = open_hidden(SIZE)
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("player")
        patch.setattr("game.ui.app.preferences_file", lambda: folder / "preferences.json")
        patch.setattr("game.saves.shelf.saves_folder", lambda: folder / "saves")
        app = App(None, surface, Preferences(lang=lang, scale=scale, warned=True))
        stand_behind(app, props)
        yield app


@pytest.mark.parametrize("name", MENUS)
def test_every_message_fits_its_place(app: App, props: Props, name: str) -> None:
    screen = SCREENS[name](app, props)
    if name != "title":
        app.stage.behind = Plain()
    draw(app, screen)
    assert app.stage.ui.scale == app.stage.preferences.scale
    assert [(cut.near, cut.text, cut.shown) for cut in cuts(app, screen)] == []


def cuts(app: App, screen: Screen) -> list:  # type: ignore[type-arg]
    """What did not fit, all of a long menu scrolled through."""
    ui, found = screen.ui, list(screen.ui.cut)
    for name, rect in ui.places("scroll").items():
        for _ in range(12):
            before = ui.scrolls.get(name, 0)
            ui.scrolls[name] = before + rect.h
            screen.frame(app.surface, [], 99.0, 0.0)
            found += ui.cut
            if ui.scrolls.get(name, 0) == before:
                break
    return found


def test_both_languages_have_the_same_messages() -> None:
    keys = [{key for key in catalogue(lang) if key.startswith("screens.")} for lang in LANGUAGES]
    assert keys[0] ^ keys[1] == set()


def test_pictures_of_all_screens_are_made(app: App, props: Props) -> None:
    draw(app, SCREENS["title"](app, props))
    assert pygame.transform.average_color(app.surface)[:3] > (8, 8, 8)

"""The pictures of the desk: what they name lies open in them, at moments at which there is something to see."""

from collections.abc import Iterator

import pytest

from game.ui.app import App
from game.ui.preferences import Preferences
from game.ui.screens.playing import Playing
from game.ui.shots import SCREENS, Props
from game.ui.shots_desk import DESK
from game.ui.window import open_hidden


@pytest.fixture(scope="module")
def props() -> Props:
    return Props()


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("player")
        patch.setattr("game.ui.app.preferences_file", lambda: folder / "preferences.json")
        patch.setattr("game.saves.shelf.saves_folder", lambda: folder / "saves")
        yield App(None, open_hidden((1280, 720)), Preferences(lang="en", warned=True))


def test_no_two_pictures_of_the_desk_show_the_same(app: App, props: Props) -> None:
    seen: dict[tuple[object, ...], str] = {}
    for name, view in DESK.items():
        if view.moment == "end":
            continue  # a week is long to live through
        playing = SCREENS[name](app, props)
        assert isinstance(playing, Playing)
        camera, put_off = playing.board.view.camera, len(playing.session.put_off)
        shown = (view.moment, repr(playing.desk.state), camera.x, camera.y, camera.zoom, put_off)
        assert shown not in seen, f"{name} looks like {seen[shown]}"
        seen[shown] = name


def test_there_is_something_in_what_they_open(props: Props) -> None:
    desk = props.past.at("afternoon").world.desk()
    assert desk.requests() and desk.visits(4) and desk.infirmary().patients
    assert props.past.at("fight").world.desk().fights()
    assert props.past.at("morning").world.desk().decisions()

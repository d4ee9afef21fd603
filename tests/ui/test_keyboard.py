"""All can be done by the keyboard: Tab has an order and a beginning, keys keep their meaning, the map has a middle."""

from collections.abc import Callable, Iterator
from pathlib import Path

import hand
import pygame
import pytest
from pygame import Rect, Surface
from test_desk import ADAM, Play, ask

from game.sim.commands import SendPerson
from game.sim.engine.calendar import moment
from game.sim.world import World
from game.ui.app import App
from game.ui.kit import Ui, load_theme
from game.ui.kit.order import in_order
from game.ui.kit.tooltip import BY_KEYS
from game.ui.preferences import Preferences
from game.ui.screens.title import Title
from game.ui.window import open_hidden

TAB, ENTER, SPACE, ESC, DOWN = pygame.K_TAB, pygame.K_RETURN, pygame.K_SPACE, pygame.K_ESCAPE, pygame.K_DOWN


@pytest.fixture
def play(block: Callable[..., World], surface: Surface) -> Play:
    made = Play(block(), (1600, 900))
    made.desk.state.hints = made.desk.state.dailies = False
    made.desk.state.daily = ""
    return made


def press(play: Play, *codes: int) -> None:
    for code in codes:
        play.key(code)
        play.frame([])


def tab_to(play: Play, name: str) -> None:
    """Tab until something has the focus."""
    for _ in range(200):
        if play.desk.ui.focus == name:
            return
        press(play, TAB)
    raise AssertionError(f"Tab never came to {name}")


@pytest.fixture
def asked(play: Play) -> Play:
    ask(play.world)
    play.session.orders += 1
    play.frame([])
    play.frame([])
    return play


class TestOrder:
    def test_a_row_goes_from_left_to_right_however_it_was_drawn(self) -> None:
        places = {"c": Rect(80, 0, 20, 20), "a": Rect(0, 0, 20, 20), "below": Rect(0, 40, 20, 20)}
        assert in_order(places) == ["a", "c", "below"]

    def test_ways_out_come_last_and_tooltips_never(self) -> None:
        places = dict.fromkeys(("back", "sheet.close", "tip.0.link.p1", "go"), Rect(0, 0, 9, 9))
        assert in_order(places) == ["go", "back", "sheet.close"]

    def test_the_keyboard_explains_only_where_it_rests(self, surface: Surface) -> None:
        ui, seen = Ui(load_theme()), []
        for number, now in enumerate((0.0, 0.1, BY_KEYS[0] + 0.4, BY_KEYS[1] + 1.0)):
            ui.begin(surface, [hand.key(TAB)] if number == 1 else [], now)
            ui.hit("one", Rect(10, 10, 50, 20))
            ui.explain("what it does", Rect(10, 10, 50, 20))
            ui.end()
            seen.append(bool(ui.tips.open))
        assert seen[1:] == [False, True, False]


class TestKeys:
    def test_space_stops_the_clock_whatever_has_the_focus(self, play: Play) -> None:
        tab_to(play, "overlay.cover")
        was = play.session.clock.paused
        press(play, SPACE)
        assert play.session.clock.paused != was and play.desk.state.overlay == ""
        press(play, ENTER)
        assert play.desk.state.overlay == "cover"

    def test_the_way_back_lets_go_of_the_focus_before_it_opens_the_menu(self, play: Play) -> None:
        tab_to(play, "overlay.cover")
        press(play, ESC)
        assert play.desk.ui.focus is None and not play.desk.state.settings
        press(play, ESC)
        assert play.desk.state.settings

    def test_tab_begins_in_what_was_opened(self, play: Play) -> None:
        press(play, TAB)
        play.desk.state.sheet = "people"
        play.frame([])
        press(play, TAB)
        assert (play.desk.ui.focus or "").startswith("people.")
        press(play, ESC)
        play.desk.state.sheet = ""
        play.desk.state.person = play.world.id_of(ADAM)
        play.frame([])
        press(play, TAB)
        assert (play.desk.ui.focus or "").startswith("dossier.")


class TestDecisions:
    def test_arrows_begin_at_the_options_and_enter_twice_decides(self, asked: Play) -> None:
        press(asked, DOWN)
        assert asked.desk.ui.focus == "decision.option.a"
        press(asked, DOWN, ENTER)
        assert asked.desk.state.option == "b" and asked.session.desk.decisions()
        press(asked, ENTER)
        assert not asked.session.desk.decisions()

    def test_after_a_number_enter_decides_wherever_tab_was_before(self, asked: Play) -> None:
        press(asked, TAB, TAB, TAB, pygame.K_2, ENTER)
        assert not asked.session.desk.decisions() and not asked.desk.state.person

    def test_tab_begins_at_the_options(self, asked: Play) -> None:
        press(asked, TAB)
        assert asked.desk.ui.focus == "decision.option.a"


class TestMap:
    @pytest.fixture
    def held(self, monkeypatch: pytest.MonkeyPatch) -> set[int]:
        """Keys that are held down."""
        down: set[int] = set()

        class Held:
            def __getitem__(self, code: int) -> bool:
                return code in down

        monkeypatch.setattr(pygame.key, "get_pressed", Held)
        return down

    def test_arrows_move_the_map_only_when_nothing_else_has_the_focus(
        self, play: Play, held: set[int]
    ) -> None:
        tab_to(play, "overlay.cover")
        held.add(pygame.K_RIGHT)
        play.board.asked.clear()
        play.frame([])
        assert not play.board.asked
        held.add(pygame.K_d)
        play.frame([])
        assert any(each[0] == "move" for each in play.board.asked)

    def test_on_the_map_arrows_move_it_and_the_focus_stays(self, play: Play, held: set[int]) -> None:
        tab_to(play, "map")
        held.add(DOWN)
        play.board.asked.clear()
        press(play, DOWN)
        assert play.desk.ui.focus == "map" and any(each[0] == "move" for each in play.board.asked)

    def test_enter_clicks_what_is_in_the_middle(self, play: Play) -> None:
        play.board.person = play.world.id_of(ADAM)
        tab_to(play, "map")
        press(play, ENTER)
        assert play.desk.state.person == play.board.person
        play.board.person, play.board.room = 0, 3
        press(play, ENTER)
        assert play.desk.state.room == 3

    def test_somebody_can_be_sent_to_what_is_in_the_middle(self, play: Play) -> None:
        play.session.run(moment(1, 13) - play.world.tick)
        adam = play.world.id_of(ADAM)
        play.board.room = next(
            room.id for room in play.session.desk.plan.rooms[1:]
            if play.session.desk.allows(SendPerson(adam, room.id)) is None
        )  # fmt: skip
        play.desk.state.sending = adam
        tab_to(play, "map")
        press(play, ENTER)
        assert play.desk.state.sending == 0 and len(play.world.orders) == 1

    def test_an_eye_can_be_put_onto_what_is_in_the_middle(self, play: Play) -> None:
        play.board.room = 3
        tab_to(play, "eye.0")
        press(play, SPACE)
        tab_to(play, "map.drop")
        press(play, ENTER)
        assert play.session.desk.is_watched("room", 3)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setattr("game.ui.app.preferences_file", lambda: tmp_path / "preferences.json")
    monkeypatch.setattr("game.saves.shelf.saves_folder", lambda: tmp_path / "saves")
    made = App(None, open_hidden((1280, 720)), Preferences(lang="en", warned=True))
    yield made
    made.close()


def test_a_menu_gives_the_focus_back_when_one_returns_to_it(app: App) -> None:
    title = Title(app.stage)
    for events in ([], [hand.key(TAB)], []):
        title.frame(app.surface, events, 0.0, 0.0)
    chosen = title.ui.focus
    assert chosen is not None
    assert title.frame(app.surface, [hand.key(ENTER)], 0.0, 0.0) is not None
    title.enter()
    assert title.ui.focus is None
    title.frame(app.surface, [], 0.0, 0.0)
    assert title.ui.focus == chosen

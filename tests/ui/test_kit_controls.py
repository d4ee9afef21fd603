"""Controls: switches, sliders, selections, lists and the text field, by mouse and by keyboard."""

from collections.abc import Callable, Iterator

import hand
import pygame
import pytest
from pygame import Rect, Surface
from pygame.event import Event
from test_kit import Bench

from game.ui.kit import (
    Area,
    Ui,
    button,
    checkbox,
    clipboard,
    dropdown,
    listing,
    radio,
    rich,
    segments,
    slider,
    text_field,
    toggle,
)

PLACE = Rect(10, 10, 200, 36)


@pytest.fixture(autouse=True)
def own_clipboard(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def none(*_args: str) -> None:
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "get_text", none)
    monkeypatch.setattr(pygame.scrap, "put_text", none)
    clipboard._own[0] = ""
    yield


def tab(bench: Bench, times: int = 1) -> None:
    for _ in range(times):
        bench.frame([hand.key(pygame.K_TAB)])


def keys(bench: Bench, *codes: int, mod: int = 0) -> None:
    for code in codes:
        bench.frame([hand.key(code, mod)])


def typed(bench: Bench, text: str) -> None:
    bench.frame([Event(pygame.TEXTINPUT, text=text)])


# switches


@pytest.mark.parametrize("widget", [checkbox, toggle])
def test_a_switch_turns_by_click_and_by_space(surface: Surface, widget: Callable[..., bool]) -> None:
    on = [False]

    def draw(ui: Ui) -> None:
        on[0] = widget(ui, "s", PLACE, "Hints", on[0])

    bench = Bench(surface, draw)
    hand.click(bench.frame, (20, 20))
    assert on == [True]
    tab(bench)
    keys(bench, pygame.K_SPACE)
    assert on == [False]


@pytest.mark.parametrize("widget", [checkbox, toggle])
def test_a_closed_switch_stays_and_says_why(surface: Surface, widget: Callable[..., bool]) -> None:
    def draw(ui: Ui) -> None:
        assert widget(ui, "s", PLACE, "Hints", True, tip="because", disabled=True)

    bench = Bench(surface, draw)
    hand.click(bench.frame, (20, 20))
    assert bench.ui.tip is not None and bench.ui.tip.text == "because"


def test_one_of_several_is_chosen_by_arrow_and_space(surface: Surface) -> None:
    chosen = [0]

    def draw(ui: Ui) -> None:
        chosen[0] = radio(ui, "r", Rect(10, 10, 200, 120), ["a", "b", "c"], chosen[0], {1: "closed"})

    bench = Bench(surface, draw)
    tab(bench)
    keys(bench, pygame.K_DOWN, pygame.K_SPACE)
    assert chosen == [0]
    keys(bench, pygame.K_DOWN, pygame.K_SPACE)
    assert chosen == [2]


def test_segments_are_walked_from_side_to_side(surface: Surface) -> None:
    chosen = [0]

    def draw(ui: Ui) -> None:
        chosen[0] = segments(ui, "lang", PLACE, ["EN", "DE"], chosen[0])

    bench = Bench(surface, draw)
    tab(bench)
    keys(bench, pygame.K_RIGHT, pygame.K_RETURN)
    assert chosen == [1]


# sliders


def sliding(surface: Surface, **more: object) -> tuple[Bench, list[float]]:
    value = [0.5]

    def draw(ui: Ui) -> None:
        value[0] = slider(ui, "v", PLACE, value[0], step=0.1, **more)  # type: ignore[arg-type]

    return Bench(surface, draw), value


def test_a_slider_follows_the_mouse_in_steps_and_stops_at_its_ends(surface: Surface) -> None:
    bench, value = sliding(surface)
    bench.frame([hand.move((110, 20))])
    bench.frame([hand.press((110, 20))])
    bench.frame([hand.move((160, 20))])
    assert value[0] == pytest.approx(0.8)
    bench.frame([hand.move((900, 300))])
    assert value == [1.0]
    bench.frame([hand.release((900, 300))])
    bench.frame([hand.move((20, 20))])
    assert value == [1.0]


def test_a_slider_goes_by_arrows_and_to_its_ends_by_home_and_end(surface: Surface) -> None:
    bench, value = sliding(surface)
    tab(bench)
    keys(bench, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_LEFT)
    assert value[0] == pytest.approx(0.6)
    keys(bench, pygame.K_HOME)
    assert value == [0.0]
    keys(bench, pygame.K_END, pygame.K_RIGHT)
    assert value == [1.0]


def test_the_wheel_turns_a_slider_under_the_mouse(surface: Surface) -> None:
    bench, value = sliding(surface)
    bench.frame([hand.move((110, 20))])
    bench.frame([Event(pygame.MOUSEWHEEL, y=-2, x=0)])
    assert value[0] == pytest.approx(0.3)


def test_a_closed_slider_does_not_move(surface: Surface) -> None:
    bench, value = sliding(surface, disabled=True)
    hand.click(bench.frame, (160, 20))
    assert value == [0.5]


# selections


def choosing(surface: Surface, count: int = 5) -> tuple[Bench, list[int], list[int]]:
    chosen, below = [0], [0]
    options = [f"{chr(97 + number % 26)} option {number}" for number in range(count)]

    def draw(ui: Ui) -> None:
        chosen[0] = dropdown(ui, "d", PLACE, options, chosen[0])
        below[0] += button(ui, "below", Rect(10, 60, 200, 200), "Below")

    return Bench(surface, draw), chosen, below


def test_a_selection_opens_above_all_and_takes_a_click(surface: Surface) -> None:
    bench, chosen, below = choosing(surface)
    hand.click(bench.frame, PLACE.center)
    assert bench.ui.opened == "d" and "below" not in bench.ui.hits
    hand.click(bench.frame, bench.ui.hits["d.option.3"].center)
    assert (chosen, below, bench.ui.opened) == ([3], [0], None)


def test_a_click_beside_an_open_selection_only_closes_it(surface: Surface) -> None:
    bench, chosen, below = choosing(surface)
    hand.click(bench.frame, PLACE.center)
    hand.click(bench.frame, (600, 400))
    assert (chosen, below, bench.ui.opened) == ([0], [0], None)


def test_a_selection_is_walked_by_keys_and_left_by_escape(surface: Surface) -> None:
    bench, chosen, _ = choosing(surface)
    tab(bench)
    keys(bench, pygame.K_RETURN, pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN)
    assert chosen == [2] and bench.ui.opened is None and bench.ui.focus == "d"
    keys(bench, pygame.K_SPACE, pygame.K_DOWN, pygame.K_ESCAPE)
    assert chosen == [2] and bench.ui.opened is None


def test_a_letter_leads_to_an_option_and_long_lists_scroll_along(surface: Surface) -> None:
    bench, chosen, _ = choosing(surface, 24)
    tab(bench)
    keys(bench, pygame.K_RETURN)
    typed(bench, "t")
    keys(bench, pygame.K_RETURN)
    assert chosen == [19]
    keys(bench, pygame.K_RETURN, *[pygame.K_UP] * 12, pygame.K_RETURN)
    assert chosen == [7]
    keys(bench, pygame.K_RETURN, pygame.K_END)
    keys(bench, pygame.K_RETURN)
    assert chosen == [23]


def test_a_selection_whose_panel_goes_away_closes(surface: Surface) -> None:
    shown = [True]

    def draw(ui: Ui) -> None:
        if shown[0]:
            dropdown(ui, "d", PLACE, ["a", "b"], 0)

    bench = Bench(surface, draw)
    hand.click(bench.frame, PLACE.center)
    shown[0] = False
    bench.frame([])
    assert bench.ui.opened is None


def test_a_selection_in_a_kept_panel_opens_and_chooses(surface: Surface) -> None:
    chosen = [0]

    def draw(ui: Ui) -> None:
        def panel() -> None:
            chosen[0] = dropdown(ui, "d", PLACE, ["a", "b"], chosen[0])

        ui.cached("panel", Rect(0, 0, 400, 300), chosen[0], panel)

    bench = Bench(surface, draw)
    hand.click(bench.frame, PLACE.center)
    hand.click(bench.frame, bench.ui.hits["d.option.1"].center)
    assert chosen == [1]


# lists


def test_a_list_is_walked_beyond_what_is_seen(surface: Surface) -> None:
    chosen: list[int] = []

    def draw(ui: Ui) -> None:
        picked = listing(ui, "l", Area(0, 0, 300, 200), 60, lambda i, row, hot: None)
        chosen.extend([] if picked is None else [picked])

    bench = Bench(surface, draw)
    tab(bench)
    keys(bench, *[pygame.K_DOWN] * 30, pygame.K_RETURN)
    keys(bench, pygame.K_END)
    keys(bench, pygame.K_RETURN, pygame.K_HOME)
    keys(bench, pygame.K_RETURN)
    assert chosen == [30, 59, 0]


def test_a_closed_row_is_not_chosen_and_says_why(surface: Surface) -> None:
    def draw(ui: Ui) -> None:
        area = Area(0, 0, 300, 200)
        assert listing(ui, "l", area, 3, lambda i, row, hot: None, closed=lambda i: "full") is None

    bench = Bench(surface, draw)
    hand.click(bench.frame, (50, 20))
    assert bench.ui.tip is not None and bench.ui.tip.text == "full"


# the text field


def writing(surface: Surface, value: str = "", **more: object) -> tuple[Bench, list[str]]:
    held = [value]

    def draw(ui: Ui) -> None:
        held[0] = text_field(ui, "f", PLACE, held[0], icon="", **more)  # type: ignore[arg-type]
        button(ui, "other", Rect(10, 100, 80, 30), "Other")

    bench = Bench(surface, draw)
    hand.click(bench.frame, (205, 20))
    return bench, held


def test_letters_go_in_where_the_cursor_stands(surface: Surface) -> None:
    bench, held = writing(surface, "Becher")
    keys(bench, pygame.K_HOME, pygame.K_RIGHT, pygame.K_RIGHT)
    typed(bench, "e")
    assert held == ["Beecher"]
    keys(bench, pygame.K_END, pygame.K_BACKSPACE)
    keys(bench, pygame.K_HOME, pygame.K_DELETE)
    assert held == ["eeche"]


def test_what_is_selected_is_replaced_copied_cut_and_pasted(surface: Surface) -> None:
    bench, held = writing(surface, "Tobias Beecher")
    keys(bench, pygame.K_LEFT, mod=pygame.KMOD_SHIFT | pygame.KMOD_CTRL)
    keys(bench, pygame.K_x, mod=pygame.KMOD_CTRL)
    assert held == ["Tobias "]
    keys(bench, pygame.K_v, mod=pygame.KMOD_CTRL)
    keys(bench, pygame.K_v, mod=pygame.KMOD_META)
    assert held == ["Tobias BeecherBeecher"]
    keys(bench, pygame.K_a, mod=pygame.KMOD_CTRL)
    keys(bench, pygame.K_c, mod=pygame.KMOD_CTRL)
    typed(bench, "x")
    assert held == ["x"] and clipboard.paste() == "Tobias BeecherBeecher"


def test_the_mouse_sets_the_cursor_selects_by_dragging_and_words_by_double_click(surface: Surface) -> None:
    bench, held = writing(surface, "Kareem Said")
    bench.frame([hand.press((20, 20))])
    bench.frame([hand.move((205, 20))])
    bench.frame([hand.release((205, 20))])
    typed(bench, "a b")
    assert held == ["a b"]
    bench.now += 1
    for event in (hand.press((22, 20)), hand.release((22, 20)), hand.press((22, 20)), hand.release((22, 20))):
        bench.frame([event])
    typed(bench, "c")
    assert held == ["c b"]


def test_control_erases_words_and_no_more_goes_in_than_the_limit(surface: Surface) -> None:
    bench, held = writing(surface, "one two", limit=9)
    keys(bench, pygame.K_BACKSPACE, mod=pygame.KMOD_CTRL)
    assert held == ["one "]
    typed(bench, "1234567\n\t")
    assert held == ["one 12345"]


def test_keys_in_a_field_are_not_the_screens(surface: Surface) -> None:
    bench, _ = writing(surface)
    keys(bench, pygame.K_SPACE, pygame.K_n)
    assert bench.ui.inputs.keys == []
    bench.frame([hand.key(pygame.K_RETURN)])
    assert bench.ui.submitted == "f" and bench.ui.focus is None
    bench.frame([hand.key(pygame.K_n)])
    assert len(bench.ui.inputs.keys) == 1


def test_held_keys_repeat_only_while_text_is_typed(surface: Surface) -> None:
    bench, _ = writing(surface)
    bench.frame([])
    assert pygame.key.get_repeat() != (0, 0)
    keys(bench, pygame.K_ESCAPE)
    bench.frame([])
    assert pygame.key.get_repeat() == (0, 0)


def test_tab_leaves_a_field_and_comes_back_with_all_selected(surface: Surface) -> None:
    bench, held = writing(surface, "old")
    tab(bench)
    assert bench.ui.focus == "other"
    tab(bench)
    typed(bench, "new")
    assert held == ["new"]


def test_a_long_text_is_moved_so_that_the_cursor_is_seen(surface: Surface) -> None:
    bench, _ = writing(surface, "a very long text that goes on and on, far beyond the field", limit=80)
    assert bench.ui.editors["f"].shift > 0
    keys(bench, pygame.K_HOME)
    assert bench.ui.editors["f"].shift == 0


# the keyboard in general


def test_shift_tab_goes_back_and_arrows_go_to_the_neighbour(surface: Surface) -> None:
    def draw(ui: Ui) -> None:
        for y in range(3):
            for x in range(3):
                button(ui, f"{x}{y}", Rect(10 + 100 * x, 10 + 50 * y, 80, 30))

    bench = Bench(surface, draw)
    keys(bench, pygame.K_TAB, mod=pygame.KMOD_SHIFT)
    assert bench.ui.focus == "22"
    keys(bench, pygame.K_LEFT, pygame.K_UP)
    assert bench.ui.focus == "11"
    keys(bench, pygame.K_UP, pygame.K_UP, pygame.K_RIGHT, pygame.K_RIGHT)
    assert bench.ui.focus == "20"


def test_what_has_the_focus_explains_itself(surface: Surface) -> None:
    bench = Bench(surface, lambda ui: [button(ui, "b", PLACE, "Go", tip="why")][0] and None)
    tab(bench)
    bench.frame([])
    assert bench.ui.tip is not None and bench.ui.tip.text == "why"
    bench.frame([hand.move((500, 500))])
    bench.frame([])
    assert bench.ui.tip is None


def test_space_is_the_screens_where_the_keyboard_is_not_in_use(surface: Surface) -> None:
    clicks = [0]

    def draw(ui: Ui) -> None:
        clicks[0] += button(ui, "b", PLACE, "Go")

    bench = Bench(surface, draw)
    hand.click(bench.frame, (20, 20))
    bench.frame([hand.key(pygame.K_SPACE)])
    assert clicks == [1] and len(bench.ui.inputs.keys) == 1


def test_texts_that_do_not_fit_are_noted_with_the_widget(surface: Surface) -> None:
    def draw(ui: Ui) -> None:
        button(ui, "short", Rect(10, 10, 60, 30), "A very long name of a button")
        button(ui, "long", Rect(10, 50, 300, 30), "Fits")
        rich(ui, "r", Rect(10, 90, 40, 20), "Donaudampfschifffahrt")

    cut = Bench(surface, draw).ui.cut
    assert [(one.near, one.text) for one in cut] == [
        ("short", "A very long name of a button"),
        ("long", "Donaudampfschifffahrt"),
    ]
    assert cut[0].shown.endswith("…")

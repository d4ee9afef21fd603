"""The kit: layout, text, input, panels that are kept drawn."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

import hand
import pygame
import pytest
from pygame import Rect, Surface
from pygame.event import Event

from game.ui.kit import (
    Area,
    Bounded,
    Column,
    Line,
    Mark,
    Ui,
    button,
    chart,
    chart_marks,
    load_theme,
    modal,
    rich,
    table,
    text_field,
)
from game.ui.kit.chart_marks import apart
from game.ui.kit.icons import icon_names
from game.ui.kit.lettering import clean
from game.ui.kit.markup import plain_text, runs, safe, unlinked
from game.ui.kit.richtext import rich_height, setting
from game.ui.kit.scroll import content_height, scroll_area, scroll_measured
from game.ui.kit.table import Order


class Bench:
    """A Ui with one drawing function, to which events are fed."""

    def __init__(self, surface: Surface, draw: Callable[[Ui], None]) -> None:
        self.ui = Ui(load_theme())
        self.surface, self.draw, self.now = surface, draw, 0.0
        self.frame([])

    def frame(self, events: list[Event]) -> None:
        self.now += 1 / 60
        self.ui.begin(self.surface, events, self.now)
        self.draw(self.ui)
        self.ui.end()


def test_pieces_cut_from_an_area_fill_it_without_overlap() -> None:
    area = Area(0, 0, 100, 60)
    top, left = area.cut_top(10, 2), area.cut_left(30, 3)
    assert (tuple(top), tuple(left), tuple(area)) == ((0, 0, 100, 10), (0, 12, 30, 48), (33, 12, 67, 48))


def test_columns_have_even_gaps_and_end_at_the_edge() -> None:
    columns = Area(5, 0, 101, 10).columns(4, 6)
    assert columns[-1].right == 106
    assert {b.x - a.right for a, b in pairwise(columns)} == {6}


def test_a_memory_forgets_what_was_not_used_for_longest() -> None:
    memory: Bounded[str] = Bounded(3)
    for key in ("a", "b", "c"):
        memory.get(key, partial(str, key))
    memory.get("a", lambda: "new")
    memory.get("d", lambda: "d")
    assert memory.get("a", lambda: "lost") == "a"
    assert memory.get("b", lambda: "made anew") == "made anew"
    assert len(memory) == 3


def test_text_is_cut_with_an_ellipsis_where_it_does_not_fit(surface: Surface) -> None:
    ui = Ui(load_theme())
    short = ui.fit("A very long name of a very small room", 80)
    assert short.endswith("…") and ui.width(short) <= 80


def test_text_that_fonts_choke_on_is_drawn_without_it(surface: Surface) -> None:
    assert clean("a\0b\ud800c ü") == "abc ü"
    Ui(load_theme()).text((0, 0), "a\0b\ud800")


def test_the_picture_memory_for_text_stays_bounded(surface: Surface) -> None:
    ui = Ui(load_theme())
    ui.surface = surface
    for number in range(1_500):
        ui.text((0, 0), f"line of text number {number}", size=28)
    assert ui.letters._pictures.weight <= 24_000_000


def test_markup_gives_styled_runs_and_leaves_other_brackets_alone() -> None:
    found = [
        (run.text, run.face, run.colour, run.link)
        for run in runs("a [b]b[/b] [c=warn]c[/c][link=p7]d[/link][x]")
    ]
    assert ("b", "strong", "text", "") in found
    assert ("c", "body", "warn", "") in found
    assert ("d", "body", "link", "p7") in found
    assert found[-1][0] == "[x]"


def test_foreign_names_can_not_be_read_as_markup() -> None:
    assert plain_text(safe("[link=p1]x[/link]")) == "(link=p1)x(/link)"
    assert unlinked("[b]to [link=p1]x[/link][/b]") == "[b]to x[/b]"


def test_rich_text_breaks_at_blanks_only_and_grows_in_height(surface: Surface) -> None:
    ui = Ui(load_theme())
    text = "one [b]two[/b]three four"
    narrow = setting(ui, text, 60)
    glued = [piece for piece in narrow.pieces if piece.run.text in ("two", "three")]
    assert glued[0].y == glued[1].y
    assert rich_height(ui, text, 60) > rich_height(ui, text, 600)


def test_a_no_break_space_holds_a_name_together(surface: Surface) -> None:
    pieces = setting(Ui(load_theme()), "word T.\N{NO-BREAK SPACE}Beecher", 70).pieces
    assert len({piece.y for piece in pieces if "Beecher" in piece.run.text or "T." in piece.run.text}) == 1


def test_a_link_tells_that_it_was_clicked(surface: Surface) -> None:
    clicked: list[str] = []

    def draw(ui: Ui) -> None:
        link = rich(ui, "t", Rect(10, 10, 300, 40), "see [link=p3]T. Beecher[/link]")
        clicked.extend([link] if link else [])

    bench = Bench(surface, draw)
    at = next(rect for name, rect in bench.ui.hits.items() if "p3" in name).center
    hand.click(bench.frame, at)
    assert clicked == ["p3"]


def test_press_and_release_in_one_frame_is_a_click(surface: Surface) -> None:
    clicks = [0]

    def draw(ui: Ui) -> None:
        clicks[0] += button(ui, "ok", Rect(10, 10, 80, 30), "Go")

    bench = Bench(surface, draw)
    bench.frame([hand.press((20, 20)), hand.release((20, 20))])
    assert clicks == [1]


def test_a_press_released_elsewhere_is_no_click(surface: Surface) -> None:
    clicks = [0]

    def draw(ui: Ui) -> None:
        clicks[0] += button(ui, "ok", Rect(10, 10, 80, 30), "Go")

    bench = Bench(surface, draw)
    bench.frame([hand.press((20, 20))])
    bench.frame([hand.release((200, 200))])
    assert clicks == [0]


def test_a_grey_button_does_nothing_but_says_why(surface: Surface) -> None:
    def draw(ui: Ui) -> None:
        assert not button(ui, "ok", Rect(10, 10, 80, 30), "Go", disabled=True, tip="because")
        if ui.hot:
            assert ui.tip is not None and ui.tip.text == "because"

    hand.click(Bench(surface, draw).frame, (20, 20))


def test_nothing_below_a_modal_can_be_clicked(surface: Surface) -> None:
    clicks = [0]

    def draw(ui: Ui) -> None:
        clicks[0] += button(ui, "below", Rect(10, 10, 80, 30))
        modal(ui, 200, 100)

    bench = Bench(surface, draw)
    hand.click(bench.frame, (20, 20))
    assert clicks == [0]
    assert "below" not in bench.ui.hits


def test_the_uppermost_of_two_widgets_gets_the_click(surface: Surface) -> None:
    got: list[str] = []

    def draw(ui: Ui) -> None:
        for name in ("row", "link"):
            if ui.hit(name, Rect(10, 10, 80, 30))[1]:
                got.append(name)

    hand.click(Bench(surface, draw).frame, (20, 20))
    assert got == ["link"]


def test_tab_and_enter_reach_a_button(surface: Surface) -> None:
    got: list[str] = []

    def draw(ui: Ui) -> None:
        for index, name in enumerate(("one", "two")):
            if button(ui, name, Rect(10, 10 + 40 * index, 80, 30)):
                got.append(name)

    bench = Bench(surface, draw)
    for code in (pygame.K_TAB, pygame.K_TAB, pygame.K_RETURN):
        bench.frame([hand.key(code)])
    assert got == ["two"]


def test_what_is_typed_goes_into_the_field_that_has_the_focus(surface: Surface) -> None:
    value = [""]

    def draw(ui: Ui) -> None:
        value[0] = text_field(ui, "search", Rect(10, 10, 200, 36), value[0])

    bench = Bench(surface, draw)
    bench.frame([Event(pygame.TEXTINPUT, text="x")])
    hand.click(bench.frame, (30, 20))
    bench.frame([Event(pygame.TEXTINPUT, text="Gro"), Event(pygame.TEXTINPUT, text="ves")])
    bench.frame([hand.key(pygame.K_BACKSPACE)])
    assert value == ["Grove"]


def test_a_panel_is_drawn_again_only_when_its_content_changes(surface: Surface) -> None:
    drawn, key = [0], [1]

    def draw(ui: Ui) -> None:
        def panel() -> None:
            drawn[0] += 1
            button(ui, "in", Rect(10, 10, 50, 20), "Go")

        ui.cached("panel", Area(0, 0, 200, 100), key[0], panel)

    bench = Bench(surface, draw)
    for _ in range(5):
        bench.frame([])
    assert drawn == [1] and "in" in bench.ui.hits
    key[0] = 2
    bench.frame([])
    assert drawn == [2]


def test_a_click_reaches_a_widget_in_a_kept_panel(surface: Surface) -> None:
    clicks = [0]

    def draw(ui: Ui) -> None:
        def panel() -> None:
            clicks[0] += button(ui, "in", Rect(10, 10, 50, 20), "Go")

        ui.cached("panel", Area(0, 0, 200, 100), 1, panel)

    hand.click(Bench(surface, draw).frame, (20, 20))
    assert clicks == [1]


def test_the_wheel_scrolls_no_further_than_the_content(surface: Surface) -> None:
    def draw(ui: Ui) -> None:
        scroll_area(ui, "list", Area(0, 0, 100, 100), 250, lambda whole: None)

    bench = Bench(surface, draw)
    bench.frame([hand.move((50, 50))])
    for _ in range(20):
        bench.frame([Event(pygame.MOUSEWHEEL, y=-1, x=0)])
    assert bench.ui.scrolls["list"] == 150


def test_what_is_scrolled_away_can_not_be_clicked(surface: Surface) -> None:
    def draw(ui: Ui) -> None:
        def rows(whole: Area) -> None:
            for index in range(10):
                ui.hit(f"row.{index}", whole.cut_top(50))

        scroll_area(ui, "list", Area(0, 0, 100, 100), 500, rows)

    assert set(Bench(surface, draw).ui.hits) == {"row.0", "row.1"}


@pytest.mark.parametrize("text", ["short", "far too long for this area " * 12])
def test_texts_are_measured_with_the_width_in_which_they_are_drawn(surface: Surface, text: str) -> None:
    seen: list[tuple[int, int]] = []

    def draw(ui: Ui) -> None:
        measured: list[int] = []

        def measure(width: int) -> int:
            measured.append(width)
            return rich_height(ui, text, width)

        area = Area(0, 0, 160, 60)
        scroll_measured(ui, "text", area, measure, lambda whole: seen.append((measured[-1], whole.w)))

    Bench(surface, draw)
    assert seen and all(measured == drawn for measured, drawn in seen)


def test_content_that_is_only_measured_can_not_be_clicked(surface: Surface) -> None:
    heights: list[int] = []

    def draw(ui: Ui) -> None:
        heights.append(content_height(ui, 100, lambda whole: _two_rows(ui, whole)))

    assert not Bench(surface, draw).ui.hits and heights == [60]


def _two_rows(ui: Ui, whole: Area) -> None:
    for index in range(2):
        ui.hit(f"row.{index}", whole.cut_top(30))


def test_a_table_draws_only_rows_in_view_and_sorts_by_its_heads(surface: Surface) -> None:
    drawn: set[int] = set()
    order = Order()

    def draw(ui: Ui) -> None:
        columns = [Column("Name", 1), Column("Age", 1)]
        table(ui, "t", Area(0, 0, 300, 200), columns, order, 500, lambda i, cells, hot: drawn.add(i))

    bench = Bench(surface, draw)
    assert max(drawn) < 10
    at = bench.ui.hits["t.head.1"].center
    hand.click(bench.frame, at)
    assert (order.column, order.down) == (1, False)
    hand.click(bench.frame, at)
    assert (order.column, order.down) == (1, True)


def test_a_chart_tells_the_value_under_the_mouse(surface: Surface) -> None:
    got: list[int | None] = []

    def draw(ui: Ui) -> None:
        got.append(chart(ui, "c", Rect(0, 0, 300, 100), [Line("x", (1, 2, 3, 4, 5))], 10))

    bench = Bench(surface, draw)
    bench.frame([hand.move(bench.ui.hits["c.plot"].center)])
    at = bench.ui.hits["c.plot"]
    bench.frame([hand.move((at.right - 1, at.centery))])
    bench.frame([])
    assert got[-1] == 4


def test_marks_on_a_chart_sit_on_its_line_and_tell_which_was_clicked(surface: Surface) -> None:
    read: list[tuple[int, bool]] = []
    line, area = Line("x", (2, 2, 6, 6)), Rect(0, 0, 300, 100)

    def draw(ui: Ui) -> None:
        chart(ui, "c", area, [line], 10)
        read.append(chart_marks(ui, "c", area, line, 10, [Mark(7, 0.0), Mark(9, 1.0, grave=True)]))

    bench = Bench(surface, draw)
    plot, first, last = (bench.ui.hits[f"c.{name}"] for name in ("plot", "mark.7", "mark.9"))
    assert first.centerx == plot.x and abs(last.centerx - plot.right) <= 1
    assert abs(first.centery - (plot.bottom - plot.h * 0.2)) <= 1
    assert abs(last.centery - (plot.bottom - plot.h * 0.6)) <= 1
    bench.frame([hand.move(last.center)])
    bench.frame([])
    assert read[-1] == (9, False)
    read.clear()
    hand.click(bench.frame, last.center)
    assert (9, True) in read


def test_of_marks_that_would_cover_one_another_the_gravest_stays() -> None:
    near = [Mark(1, 0.50), Mark(2, 0.51, grave=True), Mark(3, 0.52), Mark(4, 0.9)]
    assert [mark.id for mark in apart(near, 0.05)] == [2, 4]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_grows_with_the_scale(surface: Surface, scale: float) -> None:
    ui = Ui(load_theme(), scale)
    assert ui.px(48) == 48 * scale
    assert abs(ui.width("Emerald City") - scale * Ui(load_theme()).width("Emerald City")) <= 3


def test_an_unknown_icon_is_an_empty_frame_not_an_error(surface: Surface) -> None:
    ui = Ui(load_theme())
    ui.surface = surface
    assert "no-such-icon" not in icon_names()
    ui.icon("no-such-icon", Rect(0, 0, 20, 20))

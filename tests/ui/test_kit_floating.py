"""What floats: tooltips that lead on, toasts, what is carried from place to place; and the palettes."""

from itertools import combinations

import hand
import numpy as np
import pygame
import pytest
from pygame import Rect, Surface
from test_kit import Bench

from game.ui.kit import Toasts, Ui, button, load_theme, meter, palettes, rich, source, target, tone_icon
from game.ui.kit.modal import modal
from game.ui.kit.toasts import MOST

PLACE = Rect(100, 100, 120, 30)
WORDS = {
    "a": "First leads to [link=b]second[/link].",
    "b": "Second, and [link=c]third[/link].",
    "c": "The end.",
}


def rest(bench: Bench, seconds: float = 1.0) -> None:
    bench.now += seconds
    bench.frame([])
    bench.frame([])


def leading(surface: Surface) -> tuple[Bench, list[str]]:
    followed: list[str] = []

    def draw(ui: Ui) -> None:
        button(ui, "b", PLACE, "Go", tip=WORDS["a"])

    bench = Bench(surface, draw)
    bench.ui.glossary = lambda link: WORDS.get(link, "")
    return bench, followed


def link_in(bench: Bench, level: int) -> tuple[int, int]:
    return next(r for n, r in bench.ui.hits.items() if n.startswith(f"tip.{level}.link.")).center


def test_a_link_in_a_tooltip_opens_the_next_and_both_stay(surface: Surface) -> None:
    bench, _ = leading(surface)
    bench.frame([hand.move(PLACE.center)])
    rest(bench)
    assert len(bench.ui.tips.open) == 1
    bench.frame([hand.move(link_in(bench, 0))])
    rest(bench)
    assert len(bench.ui.tips.open) == 2
    bench.frame([hand.move(link_in(bench, 1))])
    rest(bench)
    assert [shown.tip.text for shown in bench.ui.tips.open] == list(WORDS.values())
    rest(bench, 5)
    assert len(bench.ui.tips.open) == 3


def test_a_tooltip_beside_a_column_covers_nothing_of_it(surface: Surface) -> None:
    rows = [Rect(10, 100 + 50 * number, 44, 44) for number in range(3)]
    clicked: list[int] = []

    def draw(ui: Ui) -> None:
        for number, row in enumerate(rows):
            hot, hit = ui.hit(f"row.{number}", row)
            if hot:
                ui.explain(WORDS["a"], row, beside=True)
            if hit:
                clicked.append(number)

    bench = Bench(surface, draw)
    bench.ui.glossary = lambda link: WORDS.get(link, "")
    bench.frame([hand.move(rows[0].center)])
    rest(bench)
    assert bench.ui.tips.open
    hand.click(bench.frame, rows[1].center)
    assert clicked == [1]


def test_a_dialog_drops_the_tooltips_below_it(surface: Surface) -> None:
    opened: list[bool] = []

    def draw(ui: Ui) -> None:
        button(ui, "b", PLACE, "Go", tip=WORDS["a"])
        if opened:
            modal(ui, 300, 200)

    bench = Bench(surface, draw)
    bench.ui.glossary = lambda link: WORDS.get(link, "")
    bench.frame([hand.move(PLACE.center)])
    rest(bench)
    assert bench.ui.tips.open
    opened.append(True)
    bench.frame([])
    assert not bench.ui.tips.open
    rest(bench)
    assert not bench.ui.tips.open


def test_tooltips_close_when_the_mouse_leaves_them(surface: Surface) -> None:
    bench, _ = leading(surface)
    bench.frame([hand.move(PLACE.center)])
    rest(bench)
    bench.frame([hand.move(link_in(bench, 0))])
    rest(bench)
    bench.frame([hand.move((900, 600))])
    assert bench.ui.tips.open
    rest(bench)
    assert not bench.ui.tips.open


def test_the_first_tooltip_closes_the_next_when_the_mouse_comes_back_to_it(surface: Surface) -> None:
    bench, _ = leading(surface)
    bench.frame([hand.move(PLACE.center)])
    rest(bench)
    first = link_in(bench, 0)
    bench.frame([hand.move(first)])
    rest(bench)
    bench.frame([hand.move((first[0] - 60, first[1]))])
    rest(bench)
    assert len(bench.ui.tips.open) == 1


def test_a_click_on_a_link_in_a_tooltip_is_told_and_closes_it(surface: Surface) -> None:
    bench, _ = leading(surface)
    bench.frame([hand.move(PLACE.center)])
    rest(bench)
    at = link_in(bench, 0)
    bench.frame([hand.move(at)])
    bench.frame([hand.press(at)])
    bench.frame([hand.release(at)])
    assert bench.ui.followed == "b" and not bench.ui.tips.open


def test_a_plain_tooltip_never_lies_in_the_way(surface: Surface) -> None:
    clicks = [0]

    def draw(ui: Ui) -> None:
        button(ui, "b", PLACE, "Go", tip="Nothing more to it.")
        clicks[0] += button(ui, "below", PLACE.move(0, 32), "Below")

    bench = Bench(surface, draw)
    bench.frame([hand.move(PLACE.center)])
    rest(bench)
    hand.click(bench.frame, PLACE.move(0, 32).center)
    assert clicks == [1]


def test_a_link_in_a_text_says_what_it_leads_to(surface: Surface) -> None:
    bench = Bench(
        surface, lambda ui: [rich(ui, "t", Rect(10, 10, 300, 40), "See [link=b]it[/link].")][1:] and None
    )
    bench.ui.glossary = WORDS.get  # type: ignore[assignment]
    at = next(iter(bench.ui.hits.values())).center
    bench.frame([hand.move(at)])
    rest(bench)
    assert bench.ui.tips.open[0].tip.text == WORDS["b"]


# toasts


def test_a_toast_goes_by_itself_but_not_while_it_is_read(surface: Surface) -> None:
    toasts = Toasts()
    toasts.add("News", seconds=1.0)
    bench = Bench(surface, lambda ui: [toasts.draw(ui, surface.get_rect())][1:] and None)
    for _ in range(20):
        bench.frame([])
    bench.frame([hand.move(bench.ui.hits["toast.1.close"].center)])
    for _ in range(200):
        bench.frame([])
    assert toasts.shown
    bench.frame([hand.move((5, 5))])
    for _ in range(120):
        bench.frame([])
    assert not toasts.shown


def test_a_toast_is_closed_by_its_cross_and_its_link_is_told(surface: Surface) -> None:
    toasts, links = Toasts(), []
    toasts.add("See [link=p3]him[/link].", "warn")

    def draw(ui: Ui) -> None:
        link = toasts.draw(ui, surface.get_rect())
        links.extend([link] if link else [])

    bench = Bench(surface, draw)
    for _ in range(30):
        bench.frame([])
    hand.click(bench.frame, next(rect for name, rect in bench.ui.hits.items() if "p3" in name).center)
    assert links == ["p3"]
    hand.click(bench.frame, bench.ui.hits["toast.1.close"].center)
    bench.frame([hand.move((5, 5))])
    for _ in range(30):
        bench.frame([])
    assert not toasts.shown


def test_the_same_news_is_shown_once_and_there_are_never_too_many(surface: Surface) -> None:
    toasts = Toasts()
    assert toasts.add("A") == toasts.add("A")
    for number in range(8):
        toasts.add(f"News {number}")
    assert sum(toast.left > 0 for toast in toasts.shown) == MOST


# drag and drop


def carrying(surface: Surface) -> tuple[Bench, list[object], list[int]]:
    dropped: list[object] = []
    clicks = [0]

    def draw(ui: Ui) -> None:
        clicks[0] += button(ui, "man", PLACE, "Said")
        source(ui, "man", PLACE, 17)
        for name, x in (("open", 400), ("closed", 600)):
            area = Rect(x, 100, 100, 60)
            got = target(ui, name, area, lambda payload, name=name: "full" if name == "closed" else "")
            dropped.extend([] if got is None else [(name, got)])

    return Bench(surface, draw), dropped, clicks


def drag(bench: Bench, to: tuple[int, int]) -> None:
    bench.frame([hand.move(PLACE.center)])
    bench.frame([hand.press(PLACE.center)])
    bench.frame([hand.move((PLACE.centerx + 20, PLACE.centery))])
    bench.frame([hand.move(to)])


def test_what_is_dragged_arrives_where_it_is_let_go(surface: Surface) -> None:
    bench, dropped, clicks = carrying(surface)
    drag(bench, (450, 130))
    assert bench.ui.drag is not None and bench.ui.drop_on in (None, "open")
    bench.frame([])
    assert bench.ui.drop_on == "open"
    bench.frame([hand.release((450, 130))])
    bench.frame([])
    assert dropped == [("open", 17)] and clicks == [0] and bench.ui.drag is None


@pytest.mark.parametrize("to", [(650, 130), (50, 500)])
def test_a_closed_target_and_no_target_take_nothing(surface: Surface, to: tuple[int, int]) -> None:
    bench, dropped, _ = carrying(surface)
    drag(bench, to)
    bench.frame([hand.release(to)])
    bench.frame([])
    assert dropped == [] and bench.ui.drag is None


def test_escape_lets_go_of_what_is_dragged(surface: Surface) -> None:
    bench, dropped, _ = carrying(surface)
    drag(bench, (450, 130))
    bench.frame([hand.key(pygame.K_ESCAPE)])
    bench.frame([hand.release((450, 130))])
    assert dropped == [] and bench.ui.drag is None


def test_a_press_without_moving_is_still_a_click(surface: Surface) -> None:
    bench, dropped, clicks = carrying(surface)
    hand.click(bench.frame, PLACE.center)
    assert clicks == [1] and dropped == []


def test_the_keyboard_carries_too(surface: Surface) -> None:
    bench, dropped, clicks = carrying(surface)
    for code in (pygame.K_TAB, pygame.K_SPACE):
        bench.frame([hand.key(code)])
    assert bench.ui.drag is not None
    for code in (pygame.K_TAB, pygame.K_RETURN):
        bench.frame([hand.key(code)])
    assert dropped == [("open", 17)] and clicks == [0] and bench.ui.drag is None


def test_the_picture_of_what_is_carried_lies_at_the_mouse(surface: Surface) -> None:
    bench, _, _ = carrying(surface)
    drag(bench, (300, 400))
    bench.surface.fill((0, 0, 0))
    bench.frame([])
    assert bench.surface.get_at((300, 400))[:3] != (0, 0, 0)


# palettes

SIGHT = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}
"""How colours are seen: Machado, Oliveira and Fernandes 2009, full severity, over linear light."""
TONES = ("good", "warn", "danger")


def linear(rgb: tuple[int, int, int]) -> np.ndarray:
    share = np.array(rgb) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def brightness(light: np.ndarray) -> float:
    return float(np.clip(light, 0, 1) @ np.array([0.2126, 0.7152, 0.0722]))


@pytest.mark.parametrize("palette", [name for name in palettes() if name != "standard"])
def test_tones_differ_in_brightness_for_the_eyes_they_are_made_for(palette: str) -> None:
    theme = load_theme(palette)
    seen = [brightness(np.array(SIGHT[palette]) @ linear(theme.rgb(tone))) for tone in TONES]
    for one, other in combinations(seen, 2):
        assert (max(one, other) + 0.05) / (min(one, other) + 0.05) > 1.3
    ground = brightness(linear(theme.rgb("panel")))
    assert all((bright + 0.05) / (ground + 0.05) > 3 for bright in seen)


def test_tones_differ_in_sign_and_an_unknown_palette_is_the_standard_one() -> None:
    assert len({tone_icon(tone) for tone in (*TONES, "info", "?")}) == 5
    assert load_theme("no such").palette == "standard"
    assert palettes()[0] == "standard"


def test_meters_of_bad_tones_carry_strokes_where_colours_do_not_tell(surface: Surface) -> None:
    def shades(palette: str, tone: str) -> int:
        ui = Ui(load_theme(palette))
        ui.surface = Surface((200, 20))
        meter(ui, Rect(0, 4, 200, 8), 1.0, tone)
        return len({tuple(ui.surface.get_at((x, 8))) for x in range(20, 180)})

    assert shades("standard", "danger") == 1
    assert shades("deuteranopia", "danger") > 2 and shades("deuteranopia", "good") == 1

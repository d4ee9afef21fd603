"""The gallery: every widget in every state, in both languages, at every scale; by mouse and keyboard."""

import subprocess
import sys
from pathlib import Path

import hand
import pygame
import pytest
from pygame import Surface
from typer.testing import CliRunner

from game.cli import app
from game.ui.gallery import Gallery
from game.ui.gallery_matrix import NEVER_CLOSED, ROWS, STATES
from game.ui.gallery_rooms import NAMES
from game.ui.kit import palettes
from game.ui.words import Words


class Visit:
    """A visitor."""

    def __init__(self, surface: Surface, **how: object) -> None:
        self.gallery = Gallery(**how)  # type: ignore[arg-type]
        self.surface, self.now = surface, 0.0
        self.frame([])

    def frame(self, events: list[pygame.event.Event]) -> None:
        self.now += 1 / 60
        self.gallery.frame(self.surface, events, self.now)


@pytest.fixture
def tall() -> Surface:
    from game.ui.window import open_hidden

    return open_hidden((1600, 1500))


def test_every_control_stands_there_in_every_state(tall: Surface) -> None:
    hits = Visit(tall).gallery.ui.hits
    for row in ROWS:
        for state in STATES:
            shown = any(name.startswith(f"{row.name}.{state}") for name in hits)
            never = state == "disabled" and row.name in (*NEVER_CLOSED, "link")
            assert shown != never, (row.name, state)


@pytest.mark.parametrize("lang", ["en", "de"])
def test_all_words_of_the_gallery_are_there_and_fit(tall: Surface, lang: str) -> None:
    visit = Visit(tall, lang=lang)
    visit.gallery.words = Words(lang, strict=True)
    visit.frame([])
    assert [cut.text for cut in visit.gallery.ui.cut] == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("lang", ["en", "de"])
def test_no_word_is_cut_in_the_smallest_window(lang: str, scale: float) -> None:
    from game.ui.window import open_hidden

    visit = Visit(open_hidden((1280, 720)), lang=lang, scale=scale)
    assert [cut.text for cut in visit.gallery.ui.cut] == []


@pytest.mark.parametrize("palette", palettes())
def test_every_palette_is_shown(tall: Surface, palette: str) -> None:
    visit = Visit(tall, palette=palette)
    assert visit.gallery.ui.theme.palette == palette


@pytest.mark.parametrize(("size", "scale"), [((1280, 720), 1.0), ((800, 500), 1.0), ((1280, 720), 2.0)])
def test_it_scrolls_where_it_does_not_fit(size: tuple[int, int], scale: float) -> None:
    from game.ui.window import open_hidden

    visit = Visit(open_hidden(size), scale=scale)
    assert visit.gallery.ui.rooms["gallery"] > 0
    visit.frame([hand.move((size[0] // 2, size[1] - 40))])
    visit.frame([pygame.event.Event(pygame.MOUSEWHEEL, y=-3, x=0)])
    assert visit.gallery.ui.scrolls["gallery"] > 0


def test_language_palette_and_scale_are_switched_there(tall: Surface) -> None:
    visit = Visit(tall)
    ui = visit.gallery.ui
    hand.click(visit.frame, ui.hits["lang.1"].center)
    assert visit.gallery.words.lang == "de"
    hand.click(visit.frame, ui.hits["palette"].center)
    hand.click(visit.frame, ui.hits["palette.option.2"].center)
    assert ui.theme.palette == palettes()[2]
    hand.click(visit.frame, ui.hits["scale.1"].center)
    assert ui.scale == 1.25


def test_toast_and_dialog_open_and_close(tall: Surface) -> None:
    visit = Visit(tall)
    ui = visit.gallery.ui
    hand.click(visit.frame, ui.hits["show.toast"].center)
    assert visit.gallery.showcase.toasts.shown
    hand.click(visit.frame, ui.hits["show.dialog"].center)
    assert "button.normal" not in ui.hits
    hand.click(visit.frame, ui.hits["dialog.ok"].center)
    assert "button.normal" in ui.hits


def test_a_man_is_dragged_onto_an_eye(tall: Surface) -> None:
    visit = Visit(tall)
    ui = visit.gallery.ui
    start, goal = ui.hits[f"man.{NAMES[5]}"].center, ui.places("drop")["eye.0"].center
    for event in (hand.move(start), hand.press(start), hand.move((start[0] + 30, start[1])), hand.move(goal)):
        visit.frame([event])
    visit.frame([hand.release(goal)])
    assert visit.gallery.showcase.eyes[0] == NAMES[5]


def test_what_really_is_pointed_at_is_not_disturbed_by_the_states_shown(tall: Surface) -> None:
    visit = Visit(tall)
    ui = visit.gallery.ui
    visit.frame([hand.key(pygame.K_TAB)])
    before = ui.focus
    for _ in range(3):
        visit.frame([])
    assert ui.focus == before and ui.held is None


def test_the_command_writes_a_picture(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "gallery.png"
    found = CliRunner().invoke(
        app, ["gallery", "--shot", str(out), "--lang", "de", "--palette", "tritanopia"]
    )
    assert found.exit_code == 0 and out.stat().st_size > 50_000


def test_an_unknown_palette_is_one_clear_line() -> None:
    found = CliRunner().invoke(app, ["gallery", "--palette", "pink"])
    assert found.exit_code == 2


def test_without_a_display_it_says_so_in_one_line() -> None:
    root = Path(__file__).resolve().parents[2]
    script = (
        "import os; [os.environ.pop(k, None) for k in ('DISPLAY', 'WAYLAND_DISPLAY', 'SDL_VIDEODRIVER')]\n"
    )
    script += "import sys; sys.argv = ['main.py', 'gallery']; from game.cli import main; main()"
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    if sys.platform.startswith("linux"):
        assert found.returncode == 4 and found.stderr.strip().count("\n") == 0

"""The gallery: every widget in every state, in both languages and all palettes, to look at and to try."""

import time
from collections.abc import Iterable
from pathlib import Path

import pygame
from pygame import Surface
from pygame.event import Event

from game.ui.gallery_matrix import draw_matrix, matrix_height
from game.ui.gallery_rooms import BELOW, SECTIONS, Section, Showcase
from game.ui.kit import Area, Ui, dropdown, load_theme, palettes, scroll_area, segments
from game.ui.kit.canvas import SCALES
from game.ui.words import LANGUAGES, Words

TOP, GAP = 64, 16
WIDE = 1380
"""Width at scale 1 from which the matrix and the other sections stand side by side."""
FRAMES = 60


class Gallery:
    """The screen. It has no prison behind it."""

    def __init__(self, lang: str = "en", palette: str = "standard", scale: float = 1.0) -> None:
        self.ui = Ui(load_theme(palette), scale)
        self.words = Words(lang)
        self.showcase = Showcase()
        self.ui.glossary = self._meaning
        self._height = 0

    def frame(self, surface: Surface, events: Iterable[Event], now: float) -> None:
        """Take a frame's events and draw."""
        ui = self.ui
        ui.begin(surface, events, now)
        ui.fill(surface.get_rect(), "bg")
        page = Area(surface.get_rect())
        self._top(page.cut_top(ui.px(TOP)))
        page = page.inset(ui.px(20), 0)
        scroll_area(ui, "gallery", page, self.height(page.w), self._draw, "bg")
        self.showcase.above(ui, self.words)
        ui.end()
        if ui.followed:
            self.showcase.follow(ui.followed, self.words)

    def height(self, width: int) -> int:
        """How high the whole gallery is at a width of the page."""
        ui = self.ui
        beside = sum(ui.px(section.height + GAP) for section in SECTIONS)
        below = ui.px(BELOW.height + GAP)
        left = matrix_height(ui) + ui.px(GAP) + below
        return ui.px(2 * GAP) + (max(left, beside) if width >= ui.px(WIDE) else left + beside)

    def _meaning(self, link: str) -> str:
        key = f"ui.gallery.meaning.{link}"
        return self.words(key) if self.words.has(key) else ""

    def _top(self, bar: Area) -> None:
        ui, words = self.ui, self.words
        ui.fill(bar, "panel")
        ui.across(bar.x, bar.bottom - 1, bar.w)
        bar = bar.inset(ui.px(20), ui.px(14))
        ui.icon("lock", bar.cut_left(ui.px(30), ui.px(8)), 24, "accent")
        chosen = segments(
            ui, "scale", bar.cut_right(ui.px(250), ui.px(12)), [f"{s:g}×" for s in SCALES], self._scale()
        )
        if chosen != self._scale():
            ui.scale = SCALES[chosen]
        names = [words(f"ui.gallery.palette.{name}") for name in palettes()]
        at = palettes().index(ui.theme.palette)
        picked = dropdown(ui, "palette", bar.cut_right(ui.px(250), ui.px(12)), names, at, "palette")
        if picked != at:
            ui.theme = load_theme(palettes()[picked])
        spoken = LANGUAGES.index(words.lang)
        said = segments(ui, "lang", bar.cut_right(ui.px(110), ui.px(16)), ["EN", "DE"], spoken)
        if said != spoken:
            self.words = Words(LANGUAGES[said])
        title = bar.cut_left(ui.width(words("ui.gallery.title").upper(), "title", 24) + ui.px(16))
        ui.label(title, words("ui.gallery.title").upper(), "text", "title", 24)
        if ui.width(words("ui.gallery.hint"), "body", 13) <= bar.w:
            ui.label(bar, words("ui.gallery.hint"), "dim", "body", 13)

    def _scale(self) -> int:
        return min(range(len(SCALES)), key=lambda i: abs(SCALES[i] - self.ui.scale))

    def _draw(self, whole: Area) -> None:
        ui = self.ui
        whole.cut_top(ui.px(GAP))
        wide = whole.w >= ui.px(WIDE)
        left = whole.cut_left(round(whole.w * 0.56), ui.px(GAP)) if wide else whole
        draw_matrix(ui, self.words, left)
        self._section(left, BELOW)
        for section in SECTIONS:
            self._section(whole, section)

    def _section(self, column: Area, section: Section) -> None:
        ui, name = self.ui, section.name
        card = column.cut_top(ui.px(section.height), ui.px(GAP))
        ui.box(card, "panel", 8, "line")
        inner = card.inset(ui.px(18), ui.px(14))
        ui.caps(inner.cut_top(ui.px(18), ui.px(10)), self.words(f"ui.gallery.{name}.title"))
        getattr(self.showcase, name)(ui, self.words, inner)


def shot(out: Path, lang: str, palette: str, scale: float, width: int = 1600) -> None:
    """Draw the whole gallery into a PNG, without a display."""
    from game.ui.window import open_hidden

    surface = open_hidden((width, 900))
    gallery = Gallery(lang, palette, scale)
    high = gallery.height(width - 2 * gallery.ui.px(20)) + gallery.ui.px(TOP + 16)
    surface = pygame.display.set_mode((width, high))
    for number in range(3):
        gallery.frame(surface, [], number * 1.0)
    out.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(surface, out)


def show(lang: str, palette: str, scale: float) -> None:
    """Open the gallery in a window. Raises NoDisplayError where there is no display."""
    from game.ui.preferences import load_preferences, preferences_file
    from game.ui.window import open_window

    preferences = load_preferences(preferences_file())
    open_window(preferences.framebuffer_acceleration, preferences.fullscreen)
    gallery, timer = Gallery(lang or preferences.language, palette, scale), pygame.time.Clock()
    try:
        while True:
            events = pygame.event.get()
            if any(event.type == pygame.QUIT for event in events):
                return
            surface = pygame.display.get_surface()
            if surface is not None:
                gallery.frame(surface, events, time.perf_counter())
            pygame.display.flip()
            timer.tick(FRAMES)
    finally:
        pygame.quit()

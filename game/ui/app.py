"""The game's window: opens it, lets the prison's time pass, hands events to the desk."""

import time
from collections.abc import Callable
from pathlib import Path

import pygame
from pygame import Surface
from pygame.event import Event

from game.sim.knowledge import WARDEN
from game.sim.world import World
from game.ui.desk.map_board import MapBoard
from game.ui.desk.screen import DeskScreen
from game.ui.kit import Ui, load_theme
from game.ui.loading import draw_loading
from game.ui.preferences import Preferences, load_preferences, preferences_file, save_preferences
from game.ui.session import Session
from game.ui.window import LEAST_SIZE, open_window
from game.ui.words import Words

FRAMES = 60
"""Frames a second, at most."""
Texts = dict[str, dict[str, str]]
"""A pack's own words: language, then key, then text."""


class App:
    """One game in one window. `frame` may be called by tests with events of their own."""

    def __init__(
        self,
        world: World,
        surface: Surface,
        preferences: Preferences,
        texts: Texts | None = None,
        knower: int = WARDEN,
    ) -> None:
        self.surface = surface
        self.preferences = preferences
        self.session = Session(world, knower)
        self.board = MapBoard(self.session)
        self.desk = DeskScreen(
            self.session, self.board, preferences.language, preferences.scale, texts, self.board.portrait
        )
        self.running = True
        self._now = 0.0

    def prepare(self) -> None:
        """Draw what the first picture needs, showing how far it is when that takes a while."""
        ui, words = Ui(load_theme(), self.desk.ui.scale), self.desk.words
        title = words.extra.get("prison.name") or self.session.world.plan.name
        ui.surface = self.surface

        def show(share: float) -> None:
            pygame.event.pump()
            draw_loading(ui, words, title, share)
            pygame.display.flip()

        self.board.prepare(show)

    def run(self) -> None:
        """Play until the player leaves."""
        self.prepare()
        timer, last = pygame.time.Clock(), time.perf_counter()
        while self.running:
            now = time.perf_counter()
            self.frame(pygame.event.get(), now - last)
            last = now
            pygame.display.flip()
            timer.tick(FRAMES)
        self.board.close()

    def frame(self, events: list[Event], seconds: float) -> None:
        """One picture: time passes, events are taken, everything is drawn."""
        self._now += seconds
        for event in events:
            if event.type == pygame.QUIT:
                self.running = False
            elif event.type == pygame.WINDOWRESIZED:
                self._resized()
        self.session.advance(seconds)
        self.desk.frame(self.surface, events, self._now, seconds)
        self._remember()
        if self.desk.wants_quit:
            self.running = False

    def draw_still(self) -> None:
        """One picture in which no time passes."""
        self._now += 1 / FRAMES
        self.board.patient = True
        self.desk.ui.redraw_seconds = float("inf")
        self.desk.frame(self.surface, [], self._now, 1 / FRAMES)

    def _resized(self) -> None:
        """A window smaller than the desk is made for gets a screen of that size, scaled down by the player."""
        surface = pygame.display.get_surface()
        if surface is None:
            return
        width, height = surface.get_size()
        if width < LEAST_SIZE[0] or height < LEAST_SIZE[1]:
            size = max(width, LEAST_SIZE[0]), max(height, LEAST_SIZE[1])
            surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        self.surface = surface

    def _remember(self) -> None:
        """Keep language and scale for the next time."""
        lang, scale = self.desk.words.lang, self.desk.ui.scale
        if (lang, scale) != (self.preferences.language, self.preferences.scale):
            self.preferences.lang, self.preferences.scale = lang, scale
            save_preferences(self.preferences, preferences_file())


def play(
    make_world: Callable[[], World], texts: Texts | None = None, lang: str = "", file: Path | None = None
) -> None:
    """Open the window and play. Raises NoDisplayError where there is no display."""
    preferences = load_preferences(file or preferences_file())
    if lang:
        preferences.lang = lang
    surface = open_window(preferences.framebuffer_acceleration, preferences.fullscreen)
    ui = Ui(load_theme(), preferences.scale)
    ui.surface = surface
    words = Words(preferences.language, (texts or {}).get(preferences.language))
    draw_loading(ui, words, words("ui.loading"), 0.0)
    pygame.display.flip()
    try:
        App(make_world(), surface, preferences, texts).run()
    finally:
        pygame.quit()

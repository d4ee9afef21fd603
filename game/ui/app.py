"""The game's window: opens it, and leads from screen to screen, from the title into a prison and back."""

import time
from pathlib import Path

import pygame
from pygame import Surface
from pygame.event import Event

from game.saves import hold_data_folder
from game.sim.minds.knowledge import WARDEN
from game.sim.world import World
from game.story.load import scenario_ids
from game.story.scenario import Scenario
from game.ui.desk.map_board import MapBoard
from game.ui.desk.screen import DeskScreen
from game.ui.kit import Ui
from game.ui.preferences import Preferences, load_preferences, preferences_file
from game.ui.screens.jobs import GameJob, TitleJob
from game.ui.screens.library import card_of
from game.ui.screens.playing import Game, Playing
from game.ui.screens.stage import Stage, fresh_seed
from game.ui.screens.steps import Back, Home, Instead, Launch, Open, Play, Quit, Screen, Step
from game.ui.session import Session
from game.ui.sound import AnySound, Listener, NullSound, open_sound
from game.ui.sweep import Sweeper
from game.ui.window import HIDDEN_FRAMES, Pane, is_seen, open_window, reopen_window

FRAMES = 60
"""Frames a second, at most."""
Texts = dict[str, dict[str, str]]
"""A pack's own words: language, then key, then text."""


class App:
    """One window and the screens in it, the last on top. `frame` may be called by tests with events of their own."""

    def __init__(
        self,
        world: World | None,
        surface: Surface,
        preferences: Preferences,
        texts: Texts | None = None,
        knower: int = WARDEN,
        sound: AnySound | None = None,
        scenario: Scenario | None = None,
    ) -> None:
        self.pane = Pane(surface)
        self.sound = sound or NullSound()
        self.listener = Listener(self.sound)
        self.stage = Stage(preferences, preferences_file(), self.sound)
        self.stack: list[Screen] = []
        self.running = True
        self.sweeper = Sweeper()
        self._now = 0.0
        if world is not None:
            self._push(Playing(self.stage, Game(world, texts or {}, scenario), knower))

    # what is on

    @property
    def surface(self) -> Surface:
        """What is drawn on."""
        return self.pane.surface

    @property
    def top(self) -> Screen:
        """The screen that is seen."""
        return self.stack[-1]

    @property
    def ui(self) -> Ui:
        """The kit of the screen that is seen."""
        return self.top.ui

    @property
    def playing(self) -> Playing:
        """The game that is played."""
        return next(screen for screen in self.stack if isinstance(screen, Playing))

    @property
    def session(self) -> Session:
        """The prison that is played."""
        return self.playing.session

    @property
    def board(self) -> MapBoard:
        """The map of the game that is played."""
        return self.playing.board

    @property
    def desk(self) -> DeskScreen:
        """The desk of the game that is played."""
        return self.playing.desk

    # the course of things

    def run(self) -> None:
        """Show screen after screen until the player leaves."""
        timer, last = pygame.time.Clock(), time.perf_counter()
        self.sweeper.start()
        while self.running:
            now = time.perf_counter()
            seen = is_seen()
            self.frame(pygame.event.get(), now - last if seen else 0.0)
            last = now
            pygame.display.flip()
            self.sweeper.sweep(1 / FRAMES - (time.perf_counter() - now))
            timer.tick(FRAMES if seen else HIDDEN_FRAMES)
        self.sweeper.stop()
        self.close()

    def close(self) -> None:
        """Leave all screens, the uppermost first."""
        while self.stack:
            self.stack.pop().leave()

    def frame(self, events: list[Event], seconds: float) -> None:
        """One picture: events are taken, the uppermost screen is drawn, and what it asks for is done."""
        self._now += seconds
        for event in events:
            if event.type == pygame.QUIT:
                self.running = False
            elif event.type == pygame.WINDOWRESIZED:
                self.resized()
        if self.stage.keys.turn_screen(events):
            self.stage.set(fullscreen=not self.stage.preferences.fullscreen)
        step = self.top.frame(self.surface, self.pane.events(events), self._now, seconds)
        self.pane.show()
        self._hear(seconds)
        if step is not None:
            self._go(step)
        if self.stage.window_changed:
            self._reopen()

    def _hear(self, seconds: float) -> None:
        """Let the prison that is played be heard, and what the hand did; before it, the title's music."""
        self.listener.touch(self.ui)
        playing = next((screen for screen in self.stack if isinstance(screen, Playing)), None)
        if playing is not None:
            self.listener.frame(playing.session, playing.board, seconds)
        else:
            self.listener.rest(seconds)

    def draw_still(self) -> None:
        """One picture of the desk in which no time passes."""
        self._now += 1 / FRAMES
        self.playing.still(self.surface, self._now, 1 / FRAMES)

    def resized(self) -> None:
        """Take the window as large as it is now."""
        window = pygame.display.get_surface()
        if window is not None:
            self.pane.fit(window)

    def _reopen(self) -> None:
        self.stage.window_changed = False
        wish = self.stage.preferences
        self.pane.fit(reopen_window(wish.framebuffer_acceleration, wish.fullscreen, self.pane.windowed))

    # from screen to screen

    def _go(self, step: Step) -> None:
        if isinstance(step, Open):
            self._push(step.screen)
        elif isinstance(step, Instead):
            self.stack.pop().leave()
            self._push(step.screen)
        elif isinstance(step, Play):
            self.play(step.launch)
        elif isinstance(step, Home):
            self.home()
        elif isinstance(step, Quit):
            self.running = False
        elif isinstance(step, Back):
            self._back()

    def _push(self, screen: Screen) -> None:
        self.stack.append(screen)
        screen.enter()

    def _back(self) -> None:
        self.stack.pop().leave()
        if self.stack:
            self.top.enter()
        else:
            self.home()

    def home(self) -> None:
        """Close all, and show the title; the first time, the prison behind it is made."""
        from game.ui.screens.title import Title
        from game.ui.screens.wait import Wait

        self.close()
        if self.stage.living is not None:
            self._push(Title(self.stage))
            return
        job = TitleJob(self.stage)
        self._push(Wait(self.stage, "Emerald City", job.run(), lambda: Instead(Title(self.stage))))

    def play(self, launch: Launch) -> None:
        """Close all, and load a game."""
        from game.ui.screens.wait import Wait

        self.close()
        job = GameJob(self.stage, launch)

        def then() -> Step:
            assert job.playing is not None
            job.playing.begin()
            if self.sweeper.sweeps:
                self.sweeper.settle()
            return Instead(job.playing)

        card = self.stage.library.card(launch.scenario)
        title = card.text("title", self.stage.words.lang) if card else ""
        self._push(Wait(self.stage, title, job.run(), then))

    def brief(self, scenario: Scenario, file: Path, seed: int) -> None:
        """Show the card before a scenario's start, over the prison it plays in."""
        from game.ui.screens.briefing import Briefing
        from game.ui.screens.wait import Wait

        known = scenario_ids().get(scenario.id) == file
        launch = Launch(scenario.id if known else str(file), seed)
        job = TitleJob(self.stage, scenario)
        briefing = Briefing(self.stage, card_of(scenario, file), launch)
        title = briefing.card.text("title", self.stage.words.lang)
        self._push(Wait(self.stage, title, job.run(), lambda: Instead(briefing)))


def play(
    scenario: Scenario | None = None, file: Path | None = None, seed: int | None = None, lang: str = ""
) -> None:
    """Open the window at the title, or at a scenario's briefing. Without a seed, new games roll one.

    Raises NoDisplayError where there is no display, SaveError when the game runs already.
    """
    preferences = load_preferences(preferences_file())
    if lang:
        preferences.lang = lang
    with hold_data_folder():
        try:
            surface = open_window(preferences.framebuffer_acceleration, preferences.fullscreen)
            app = App(None, surface, preferences, sound=open_sound())
            app.stage.seed = seed
            if scenario is not None and file is not None:
                app.brief(scenario, file, fresh_seed() if seed is None else seed)
            else:
                app.home()
            app.run()
            app.sound.close()
        finally:
            pygame.quit()

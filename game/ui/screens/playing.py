"""A game being played: the desk, and around it saving, what the menus changed, and what leads away."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from pygame import Surface
from pygame.event import Event

from game.saves.notes import DeskNotes
from game.sim.minds.knowledge import WARDEN, Fact
from game.sim.world import World
from game.story.scenario import Scenario
from game.ui.desk.keeping import notes_of, take_up
from game.ui.desk.map_board import MapBoard
from game.ui.desk.screen import DeskScreen
from game.ui.factions import factions_of
from game.ui.kit import Area, Ui, load_theme
from game.ui.kit.toasts import Toasts
from game.ui.screens.behind import StillDesk
from game.ui.screens.keeper import Keeper
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Home, Open, Step
from game.ui.session import Session
from game.ui.stops import SILENT, STOP
from game.ui.words import Words
from game.ui.words.narrator import Narrator

POINTED_OUT = frozenset(
    (
        *("Asked", "ObjectiveKept", "ObjectiveFailed", "Left", "WingUnlocked"),
        *("Hungered", "DayBegan", "ShiftBegan"),
    )
)
"""Kinds of events that are pointed out here; the desk has banners for the others."""


TONES = {"ObjectiveKept": "good", "ObjectiveFailed": "danger"}


@dataclass
class Game:
    """What is played. Without a scenario (a world of a test or a picture) it can't be kept."""

    world: World
    texts: dict[str, dict[str, str]]
    scenario: Scenario | None = None
    scenario_id: str = ""
    seed: int = 1
    loaded: bool = False
    """Whether it comes from a save."""
    notes: DeskNotes | None = None
    """What lay on the desk when it was saved."""


class Playing:
    """The desk over one world, as a screen."""

    def __init__(self, stage: Stage, game: Game, knower: int = WARDEN) -> None:
        self.stage, self.game = stage, game
        self.session = Session(game.world, knower, factions_of(game.scenario))
        self.board = MapBoard(self.session)
        preferences = stage.preferences
        self.desk = DeskScreen(
            self.session, self.board, preferences.language, 1.0, game.texts, self.board.portrait
        )
        self.toasts = Toasts()
        self.saver = Keeper(game, self.board, lambda: notes_of(self.session, self.desk.state))
        self._told = max((fact.event for fact in self.session.desk.feed(limit=12)), default=0)
        self._surface = Surface((1, 1))
        if game.notes is not None:
            take_up(game.notes, self.session, self.desk.state)
        self._apply()

    @property
    def ui(self) -> Ui:
        """The kit of the desk."""
        return self.desk.ui

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost by leaving."""
        return self.saver.unsaved

    def title(self, lang: str) -> str:
        """The scenario's title."""
        scenario = self.game.scenario
        return scenario.texts.get(scenario.file.title.key, lang) if scenario else self.game.world.plan.name

    def begin(self) -> None:
        """Let time run as the player likes a game to begin; one that was loaded waits for him."""
        if not self.game.loaded:
            self.session.clock.set(self.stage.preferences.speed)

    def enter(self) -> None:
        """Take over what menus may have changed."""
        self._apply()

    def leave(self) -> None:
        """Finish what is being written, and keep the pictures drawn."""
        self.saver.close()
        self.board.close()

    def frame(self, surface: Surface, events: Iterable[Event], now: float, seconds: float) -> Step | None:
        """Time passes, events are taken, the desk is drawn."""
        began, self._surface = time.perf_counter(), surface
        self.session.advance(seconds)
        self.saver.daily(self.stage.preferences.autosave)
        before = self.desk.words.lang
        self.desk.ui.scale = self.stage.desk_scale(surface.get_size())
        self.desk.frame(surface, self.stage.keys.translate(events), now, seconds, began)
        if self.desk.words.lang != before:
            self.stage.set(lang=self.desk.words.lang)
        if self.desk.state.hints != self.stage.preferences.hints:
            self.stage.set(hints=self.desk.state.hints)
        self._news(surface)
        return self._next()

    def still(self, surface: Surface, now: float, seconds: float) -> None:
        """Draw the desk while no time passes, wholly, however long it takes."""
        self.session.advance(0.0)
        self.board.patient = True
        self.desk.ui.redraw_seconds = float("inf")
        self.desk.ui.scale = self.stage.desk_scale(surface.get_size())
        self.desk.frame(surface, [], now, seconds)

    def _apply(self) -> None:
        """Have the desk as the player set it."""
        stage, desk = self.stage, self.desk
        if desk.words.lang != stage.words.lang:
            desk.words = Words(stage.words.lang, desk.texts.get(stage.words.lang))
            desk.narrator = Narrator(desk.words, self.session.desk)
        desk.ui.theme = load_theme(stage.preferences.palette)
        desk.keys = stage.keys
        self.session.attention.rules = stage.stops.by_kind()
        self.board.view.calm = stage.preferences.calm
        desk.state.hints = stage.preferences.hints
        desk.state.edge_scroll = stage.preferences.edge_scroll

    def _next(self) -> Step | None:
        """Where the desk, or a key, leads."""
        from game.ui.screens.pause import Pause
        from game.ui.screens.report import Report
        from game.ui.screens.saves import quick_load_step

        state, keys, inputs = self.desk.state, self.stage.keys, self.desk.ui.inputs
        if keys.pressed(inputs, "quick_save"):
            self.save("", quick=True)
        if keys.pressed(inputs, "quick_load"):
            return quick_load_step(self.stage, self)
        if state.settings:
            state.settings = False
            return self._over(Open(Pause(self.stage, self)))
        if state.report:
            state.report, state.outcome_seen = False, True
            return self._over(Open(Report(self.stage, self)))
        if self.desk.wants_quit:
            self.desk.wants_quit = False
            return Home()
        return None

    def _over(self, step: Step) -> Step:
        """Stop the clock, and leave the desk out of focus behind what comes."""
        self.session.clock.stop()
        self.stage.behind = StillDesk(self._surface)
        return step

    # keeping the game

    def default_name(self) -> str:
        """What a save is called if the player does not say."""
        return self._when(self.session.world.tick)

    def last_save(self) -> str:
        """When the game was saved last, in words; empty: never."""
        return "" if self.saver.last is None else self._when(self.saver.last)

    def _when(self, tick: int) -> str:
        words = self.stage.words
        return f"{words.day(tick)}, {words.time(tick)}"

    def save(self, name: str, quick: bool = False) -> None:
        """Keep the game; whether it is on the disk is said when it is."""
        if not self.saver.keep(name, quick):
            self.say(self.stage.words("screens.saves.cannot"), "warn")

    def picture(self) -> bytes:
        """What the map shows, small, as a PNG."""
        return self.saver.picture()

    def say(self, text: str, tone: str = "info") -> None:
        """Show a piece of news for a while."""
        self.toasts.add(text, tone)

    def _point_out(self) -> None:
        """Say what has no banner of its own on the map."""
        facts = [fact for fact in self.session.desk.feed(limit=12) if fact.event > self._told]
        self._told = max((fact.event for fact in facts), default=self._told)
        for fact in facts:
            rule = self.session.attention.rules.get(fact.kind, SILENT)
            asked = fact.kind == "Asked" and rule == STOP  # such a question opens by itself
            if (fact.kind in POINTED_OUT and rule != SILENT and not asked) or self._was_ordered(fact):
                self.say(self.desk.narrator.fact(fact), TONES.get(fact.kind, "info"))

    def _was_ordered(self, fact: Fact) -> bool:
        """Whether it is a search that the office itself had asked for: what came of it is told, were it nothing."""
        if fact.kind != "Searched":
            return False
        causes = self.session.desk.why(fact.event, 1).children
        return any(cause.fact is not None and cause.fact.kind == "Ordered" for cause in causes)

    def _news(self, surface: Surface) -> None:
        """Say what became of saves and what the player wants pointed out, and draw the news."""
        self._point_out()
        for done in self.saver.poll():
            words = self.stage.words
            if done.error is None:
                self.say(words(f"screens.saves.done_{done.kind}"), "good")
            else:
                self.say(words(f"screens.save_error.{done.error.reason}"), "danger")
        if self.toasts.shown and not self.desk.ui.asks:  # they wait until the dialog is closed
            area = self.desk.ui.places("scroll").get("map", surface.get_rect())
            link = self.toasts.draw(self.desk.ui, Area(area), self.stage.preferences.calm)
            if link and link[0] == "p" and link[1:].isdigit():
                self.desk.state.person = int(link[1:])

"""The desk as a whole: regions, panels, dialogs, keys, and what the mouse does on the map."""

from collections.abc import Hashable
from typing import Any

import pygame
from pygame import Rect, Surface
from pygame.event import Event

from game.sim.commands import SendPerson
from game.ui.clock import SPEEDS
from game.ui.desk.assign import draw_assign
from game.ui.desk.board import Board
from game.ui.desk.brief import draw_brief
from game.ui.desk.context import Context, Portraits
from game.ui.desk.decision import draw_decision, put_off
from game.ui.desk.dossier import draw_dossier
from game.ui.desk.faces import draw_faces
from game.ui.desk.feed import draw_feed, is_folded
from game.ui.desk.figures import draw_figures
from game.ui.desk.floating import draw_floating
from game.ui.desk.outcome import draw_outcome
from game.ui.desk.people import draw_people
from game.ui.desk.posts import draw_posts
from game.ui.desk.rail import draw_rail
from game.ui.desk.regions import Regions, largest_scale, regions
from game.ui.desk.room_card import draw_room_card
from game.ui.desk.room_names import draw_room_names
from game.ui.desk.settings import draw_settings
from game.ui.desk.state import SHEETS, DeskState
from game.ui.desk.topbar import draw_topbar
from game.ui.desk.wings import draw_wings
from game.ui.kit import Area, Ui, load_theme
from game.ui.session import Session
from game.ui.words import Words
from game.ui.words.narrator import Narrator

SHEET_PANELS = {"people": draw_people, "wings": draw_wings, "posts": draw_posts, "brief": draw_brief}
LEFT, RIGHT = (pygame.K_LEFT, pygame.K_a), (pygame.K_RIGHT, pygame.K_d)
UP, DOWN = (pygame.K_UP, pygame.K_w), (pygame.K_DOWN, pygame.K_s)
SCROLL = 900
"""Pixels a second that the map moves under the arrow keys."""
PANEL_SECONDS, CALM = 0.1, 3.0
"""How often panels follow while more than CALM ticks pass in a second."""
CHART_MIN = 900
"""Width of the bottom, at scale 1, from which the chart stands beside the feed."""


class DeskScreen:
    """Draws the desk and acts on it. `texts`: a pack's own words by language."""

    def __init__(
        self,
        session: Session,
        board: Board,
        lang: str = "en",
        scale: float = 1.0,
        texts: dict[str, dict[str, str]] | None = None,
        portraits: Portraits | None = None,
    ) -> None:
        self.session = session
        self.board = board
        self.texts = texts or {}
        self.portraits = portraits
        self.ui = Ui(load_theme(), scale)
        self.state = DeskState()
        self.words = Words(lang, self.texts.get(lang))
        self.narrator = Narrator(self.words, session.desk)
        self.wants_quit = False
        self.memory: dict[str, tuple[Hashable, Any]] = {}
        self._version: tuple[int, int] = (-1, -1)
        self._version_since = 0.0

    def frame(self, surface: Surface, events: list[Event], now: float, seconds: float) -> None:
        """Take a frame's events and draw. `now` and `seconds` (since the last frame) are real time."""
        ui = self.ui
        ui.scale = min(ui.scale, largest_scale(surface.get_size()))
        ui.begin(surface, events, now)
        context = Context(ui, self.narrator, self.session, self.state, self.portraits)
        context.picture, context.memory = self.board.picture, self.memory
        context.following = self.board.following
        context.version = self._version_shown(now)
        self._ask(context)
        parts = regions(
            ui, surface.get_size(), bool(self.state.person), bool(self.state.sheet), is_folded(context)
        )
        self._map(context, parts.map, seconds)
        self._panels(context, parts)
        self._dialogs(context)
        self._keys(context, seconds)
        ui.end()
        self._carry_out(context)

    def _version_shown(self, now: float) -> tuple[int, int]:
        """The desk's version; while time races, the panels keep an older one for a moment."""
        version = self.session.version
        patient = self.session.clock.rate > CALM and version[1] == self._version[1]
        if not patient or now - self._version_since >= PANEL_SECONDS:
            self._version, self._version_since = version, now
        return self._version

    # drawing

    def _map(self, context: Context, area: Area, seconds: float) -> None:
        ui = self.ui
        ui.clip(area)
        self.board.draw(ui, area, self.state.person, seconds)
        ui.spot("map", area)
        ui.spot("map", area, "scroll")
        draw_room_names(context, area, self.board)
        draw_faces(context, area)
        if self.state.room:
            draw_room_card(context, area)
        draw_floating(context, area)
        ui.clip(None)
        self._on_map(context, area)

    def _panels(self, context: Context, parts: Regions) -> None:
        draw_topbar(context, parts.top)
        draw_rail(context, parts.rail)
        if parts.sheet:
            SHEET_PANELS[self.state.sheet](context, parts.sheet)
        bottom = parts.bottom
        if not is_folded(context) and bottom.w >= self.ui.px(CHART_MIN):
            width = min(self.ui.px(self.ui.theme.desk["figures"]), bottom.w // 2)
            draw_figures(context, bottom.cut_right(width))
        draw_feed(context, bottom)
        if parts.dossier:
            draw_dossier(context, parts.dossier)

    def _dialogs(self, context: Context) -> None:
        state = self.state
        if state.settings:
            draw_settings(context)
        elif state.decision:
            draw_decision(context)
        elif state.assigning:
            draw_assign(context)
        elif not state.outcome_seen and context.desk.outcome() is not None:
            self.session.clock.stop()
            draw_outcome(context)

    def _ask(self, context: Context) -> None:
        """Open a decision that waits and was not put off."""
        if self.state.decision or self.state.settings:
            return
        waiting = [d for d in context.desk.decisions() if d.id not in self.session.put_off]
        if waiting:
            self.session.clock.stop()
            self.state.decision, self.state.option = waiting[0].id, ""

    # the mouse on the map

    def _on_map(self, context: Context, area: Area) -> None:
        ui, inputs = self.ui, self.ui.inputs
        if ui.wheel_on == "map":
            self.board.zoom(inputs.wheel, inputs.mouse, area)
        if ui.held == "map":
            self.board.drag(inputs.mouse, started=inputs.press)
        if ui.hot == "map" and inputs.right:
            self.state.sending = 0
        if ui.hot == "map" and inputs.release and not self.board.dragged:
            self._click(context, area, inputs.mouse)

    def _click(self, context: Context, area: Rect, at: tuple[int, int]) -> None:
        person, room = self.board.person_at(at, area), self.board.room_at(at, area)
        if self.state.sending:
            if room and context.order(SendPerson(self.state.sending, room)):
                self.state.sending = 0
            return
        if person:
            self.state.person = person
            if self.ui.inputs.double or self._second_click(person):
                self.board.follow(person)
            return
        self.state.person = 0
        self.state.room = room if room != self.state.room else 0

    def _second_click(self, person: int) -> bool:
        now, last = self.ui.now, self._last_click
        self._last_click = (person, now)
        return last[0] == person and now - last[1] < 0.4

    _last_click: tuple[int, float] = (0, -9.0)

    # keys

    def _keys(self, context: Context, seconds: float) -> None:
        keys, clock = self.ui.inputs, self.session.clock
        if keys.key(pygame.K_ESCAPE):
            self._back(context)
        if self.state.decision:
            return
        if keys.key(pygame.K_SPACE, pygame.K_PAUSE):
            clock.toggle()
        if keys.key(pygame.K_n):
            self.session.hurry()
        for speed in range(1, len(SPEEDS)):
            if keys.key(pygame.K_0 + speed, pygame.K_KP_0 + speed if speed else 0):
                clock.set(speed)
        for number, sheet in enumerate(SHEETS, 1):
            if keys.key(pygame.K_F1 + number - 1):
                self.state.sheet = "" if self.state.sheet == sheet else sheet
        self._scroll(seconds)
        if keys.key(pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS):
            self.board.zoom(1, None, None)
        if keys.key(pygame.K_MINUS, pygame.K_KP_MINUS):
            self.board.zoom(-1, None, None)

    def _scroll(self, seconds: float) -> None:
        """Move the map while arrows or WASD are held."""
        if self.ui.focus is not None:
            return
        held = pygame.key.get_pressed()
        right = max(held[code] for code in RIGHT) - max(held[code] for code in LEFT)
        down = max(held[code] for code in DOWN) - max(held[code] for code in UP)
        if right or down:
            self.board.move(right * SCROLL * seconds, down * SCROLL * seconds)

    def _back(self, context: Context) -> None:
        if self.state.decision:
            put_off(context)
        elif not self.state.back():
            self.state.settings = True

    # what the panels asked for

    def _carry_out(self, context: Context) -> None:
        if context.wanted_lang:
            self.words = Words(context.wanted_lang, self.texts.get(context.wanted_lang))
            self.narrator = Narrator(self.words, self.session.desk)
        if context.wanted_scale:
            self.ui.scale = context.wanted_scale
        if context.wanted_room:
            self.board.show_room(context.wanted_room)
        if context.wanted_person:
            self.board.show_person(context.wanted_person)
        if context.wanted_follow:
            self.board.follow(max(0, context.wanted_follow))
        self.wants_quit = self.wants_quit or context.wanted_quit

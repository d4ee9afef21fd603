"""The desk as a whole: regions, panels, dialogs, and what they ask for."""

from collections.abc import Hashable
from typing import Any

from pygame import Surface
from pygame.event import Event

from game.ui.bindings import Bindings
from game.ui.desk.alerts import lit_rooms
from game.ui.desk.assign import draw_assign
from game.ui.desk.board import Board
from game.ui.desk.commands import act_on_keys
from game.ui.desk.context import Context, Portraits
from game.ui.desk.daily import close_by_key, draw_daily, open_when_due
from game.ui.desk.decision import draw_decision, put_off
from game.ui.desk.dossier import draw_dossier
from game.ui.desk.eyes import eye_on_map
from game.ui.desk.feed import draw_feed, is_folded
from game.ui.desk.fights import draw_coming, fight_by_key, fighters
from game.ui.desk.figures import draw_figures
from game.ui.desk.glossary import meaning
from game.ui.desk.hover import draw_hover
from game.ui.desk.keyboard import ON_MAP, draw_pointer, lead
from game.ui.desk.map_hand import MapHand
from game.ui.desk.order_card import order_by_key
from game.ui.desk.outcome import draw_outcome
from game.ui.desk.over_map import draw_cards, draw_over_map
from game.ui.desk.overlay_people import draw_ties
from game.ui.desk.overlays import draw_tags, set_veil
from game.ui.desk.peeks import take_peeks
from game.ui.desk.rail import draw_rail, draw_rail_names
from game.ui.desk.regions import Regions, is_narrow, largest_scale, regions
from game.ui.desk.room_names import draw_room_names
from game.ui.desk.sheets import SHEET_PANELS, SHEET_WIDTHS
from game.ui.desk.state import DeskState
from game.ui.desk.topbar import draw_topbar
from game.ui.kit import Ui, load_theme
from game.ui.session import Session
from game.ui.words import Words
from game.ui.words.narrator import Narrator

PANEL_SECONDS, BAR_SECONDS, CALM = 0.25, 0.1, 3.0
"""How often panels, and the clock in the top bar, follow while more than CALM ticks pass in a second."""
PANELS_A_FRAME = 0.002
"""Seconds of a frame in which changed panels are drawn anew; the next waits for the next frame."""
CHART_MIN = 900
"""Width of the bottom, at scale 1, from which the chart stands beside the feed."""


class Pace:
    """Which version of the desk is shown: while time races, an older one for a moment."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._version, self._since = (-1, -1), 0.0

    def shown(self, version: tuple[int, int], racing: bool, now: float) -> tuple[int, int]:
        """The version to show; an order is shown at once."""
        patient = racing and version[1] == self._version[1]
        if not patient or now - self._since >= self._seconds:
            self._version, self._since = version, now
        return self._version


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
        self.hand = MapHand(board)
        self.keys = Bindings()
        self.texts = texts or {}
        self.portraits = portraits
        self.ui = Ui(load_theme(), scale)
        self.ui.redraw_seconds = PANELS_A_FRAME
        self.ui.space_presses, self.ui.own_arrows = False, ON_MAP
        self.state = DeskState()
        self.words = Words(lang, self.texts.get(lang))
        self.narrator = Narrator(self.words, session.desk)
        self.wants_quit = False
        self._sheet = ""
        self.memory: dict[str, tuple[Hashable, Any]] = {}
        self._panels_pace, self._bar_pace = Pace(PANEL_SECONDS), Pace(BAR_SECONDS)

    def frame(
        self, surface: Surface, events: list[Event], now: float, seconds: float, began: float | None = None
    ) -> None:
        """Take a frame's events and draw. `now` and `seconds` (since the last frame) are real time.

        `began`: when the frame's work began, by the processor's clock; what is late waits for the next frame.
        """
        ui = self.ui
        ui.scale = min(ui.scale, largest_scale(surface.get_size()))
        ui.begin(surface, events, now, began)
        context = self._context(now)
        ui.glossary = lambda link: meaning(context, link)
        if self.session.just_stopped:
            self.state.stopped_at = now
        self._ask(context)
        open_when_due(context)
        take_peeks(context, self.board)
        parts = self._regions(context, surface.get_size())
        self._map(context, parts, seconds)
        self._panels(context, parts)
        draw_cards(context, parts)
        self._dialogs(context)
        self._keys(context, seconds)
        lead(context)
        ui.end()
        context.follow_link(getattr(ui, "followed", None))
        self._carry_out(context)

    def _context(self, now: float) -> Context:
        context = Context(self.ui, self.narrator, self.session, self.state, self.portraits)
        context.keys = self.keys
        context.picture, context.memory = self.board.picture, self.memory
        context.following = self.board.following
        racing = self.session.clock.rate > CALM
        context.version = self._panels_pace.shown(self.session.version, racing, now)
        context.bar_version = self._bar_pace.shown(self.session.version, racing, now)
        return context

    def _regions(self, context: Context, size: tuple[int, int]) -> Regions:
        state = self.state
        context.narrow = is_narrow(self.ui, size)
        if context.narrow and state.sheet not in ("", self._sheet):
            state.person = 0  # the sheet that was asked for lies above
        self._sheet = state.sheet
        wide = SHEET_WIDTHS.get(state.sheet, 0)
        return regions(self.ui, size, bool(state.person), bool(state.sheet), is_folded(context), wide)

    # drawing

    def _map(self, context: Context, parts: Regions, seconds: float) -> None:
        ui, area = self.ui, parts.map
        ui.clip(area)
        set_veil(context, self.board)
        self.board.alarms, self.board.fighting = lit_rooms(context), fighters(context)
        self.board.draw(ui, area, self.state.person, seconds)
        ui.spot("map", area)
        ui.spot("map", area, "scroll")
        draw_room_names(context, area, self.board)
        draw_tags(context, area, self.board)
        draw_ties(context, area, self.board)
        draw_coming(context, area, self.board)
        eye_on_map(context, area, self.board)
        draw_hover(context, area, self.board)
        draw_pointer(context, area, self.board)
        if not parts.covered:
            draw_over_map(context, area, self.board)
        ui.clip(None)
        self.hand.use(context, area)

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
        if parts.dossier and self.state.person:
            draw_dossier(context, parts.dossier)
        draw_rail_names(context, parts.rail)

    def _dialogs(self, context: Context) -> None:
        state = self.state
        if self.session.just_stopped:
            return  # the next frame has less to draw
        if state.decision:
            draw_decision(context)
        elif state.assigning:
            draw_assign(context)
        elif not state.outcome_seen and context.desk.outcome() is not None:
            self.session.clock.stop()
            draw_outcome(context)
        elif state.daily:
            draw_daily(context)

    def _ask(self, context: Context) -> None:
        """Open a decision that waits and was not put off."""
        if self.state.decision or self.state.settings or self.state.daily:
            return
        waiting = [d for d in context.desk.decisions() if self.session.interrupts(d.id)]
        if waiting:
            self.session.clock.stop()
            self.state.decision, self.state.option = waiting[0].id, ""

    # keys

    def _keys(self, context: Context, seconds: float) -> None:
        if self.keys.pressed(self.ui.inputs, "back"):
            self._back(context)
        if self.state.daily and not self.state.decision:
            close_by_key(context)
            return
        if self.state.decision or self.state.settings:
            return
        order_by_key(context)
        fight_by_key(context)
        act_on_keys(context, self.keys, self.board)
        self.hand.scroll(context, self.keys, seconds)

    def _back(self, context: Context) -> None:
        if self.state.decision:
            put_off(context)
        elif self.state.back():
            return
        elif self.ui.by_keys and self.ui.focus:
            self.ui.focus = None
        else:
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

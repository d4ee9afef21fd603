"""The mouse and the keys on the map: moving, zooming, clicking, scrolling at the window's edge."""

import pygame
from pygame import Rect

from game.sim.commands import SendPerson
from game.ui.bindings import Bindings
from game.ui.desk.board import Board
from game.ui.desk.context import Context
from game.ui.desk.picking import take_pick
from game.ui.kit.steer import WAYS

SCROLL = 900
"""Pixels a second that the map moves under the arrow keys and at the edge."""
EDGE = 4
"""Pixels at the window's edge that move the map."""
EDGE_REST = 0.25
"""Seconds the mouse stays at the edge before the map moves."""
DOUBLE = 0.4
"""Seconds between two clicks on somebody that count as one double click."""


class MapHand:
    """What the player does with the map."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._last_click: tuple[int, float] = (0, -9.0)
        self._at_edge = 0.0

    def use(self, context: Context, area: Rect) -> None:
        """Act on the mouse over the map, or on Enter when the keyboard is on it."""
        ui, inputs = context.ui, context.ui.inputs
        if ui.wheel_on == "map":
            self.board.zoom(inputs.wheel, inputs.mouse, area)
        if ui.held == "map":
            self.board.drag(inputs.mouse, started=inputs.press)
        if ui.hot == "map" and inputs.right:
            self._ask(context, area, inputs.mouse)
        if ui.clicked == "map" and ui.points_by_keys:
            self._click(context, area, area.center)
        elif ui.hot == "map" and inputs.release and not self.board.dragged and ui.drag is None:
            self._click(context, area, inputs.mouse)

    def _ask(self, context: Context, area: Rect, at: tuple[int, int]) -> None:
        """The right button: give up what is being chosen, else ask what can be ordered here."""
        state = context.state
        person, room = self.board.person_at(at, area), self.board.room_at(at, area)
        if state.sending or state.picking:
            state.sending, state.picking = 0, None
        elif person:
            state.person, state.ordering = person, ("person", person)
        elif room:
            state.room, state.ordering = room, ("room", room)

    def _click(self, context: Context, area: Rect, at: tuple[int, int]) -> None:
        state = context.state
        person, room = self.board.person_at(at, area), self.board.room_at(at, area)
        if state.sending:
            if room and context.order(SendPerson(state.sending, room)):
                state.sending = 0
            return
        if state.picking and (person or room):
            take_pick(context, person, room)
            return
        if person:
            state.person = person
            if context.ui.inputs.double or self._second_click(context, person):
                self.board.follow(person)
            return
        state.person = 0
        state.room = room if room != state.room else 0

    def _second_click(self, context: Context, person: int) -> bool:
        now, last = context.ui.now, self._last_click
        self._last_click = (person, now)
        return last[0] == person and now - last[1] < DOUBLE

    def scroll(self, context: Context, keys: Bindings, seconds: float) -> None:
        """Move the map while its keys are held, or while the mouse rests at the window's edge."""
        ui = context.ui
        right = down = 0
        if ui.focus is None or ui.focus not in ui.editors:
            steering = ui.focus is not None and not ui.points_by_keys
            taken = tuple(WAYS) if steering else ()  # they lead from widget to widget
            held = {way: keys.held(way, taken) for way in ("right", "left", "down", "up")}
            right, down = held["right"] - held["left"], held["down"] - held["up"]
        if not (right or down):
            right, down = self._edge(context, seconds)
        if right or down:
            self.board.move(right * SCROLL * seconds, down * SCROLL * seconds)

    def _edge(self, context: Context, seconds: float) -> tuple[int, int]:
        """Where the mouse at the window's edge wants to go; it has to rest there a moment."""
        ui, screen = context.ui, context.ui.surface.get_rect()
        x, y = ui.inputs.mouse
        if not context.state.edge_scroll or not screen.collidepoint(x, y) or ui.inputs.down:
            return 0, 0
        right = (x >= screen.right - 1 - EDGE) - (x <= EDGE)
        down = (y >= screen.bottom - 1 - EDGE) - (y <= EDGE)
        self._at_edge = self._at_edge + seconds if right or down else 0.0
        window = pygame.display.get_active()
        return (right, down) if self._at_edge > EDGE_REST and window else (0, 0)

"""Before a game is shown, what it will show and do first is done once, hidden: the first time takes longest.

A day is lived ahead in a copy without a story, so that the ways people will take are found; every sheet is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pygame
from pygame import Surface

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.snapshot import freeze, thaw
from game.ui.desk.overlay_legends import OVERLAYS
from game.ui.desk.screen import DeskScreen
from game.ui.desk.sheets import SHEET_PANELS
from game.ui.desk.state import DeskState
from game.ui.map.view import MapView
from game.ui.map.window import Window
from game.ui.session import Session

if TYPE_CHECKING:
    from game.ui.screens.playing import Playing

STEPS = 12
"""Parts in which the day ahead is lived."""
DAY_SHARE, FAR_SHARE = 0.5, 0.2
"""Shares of the rehearsal that the day takes, and the prison as seen from far."""
FAR_TILES = (8, 12, 16)
"""Pixels of a tile in which all is drawn before play: so many chunks at once would take many frames."""


def rehearse(playing: Playing) -> Iterator[float]:
    """Rehearse a game; yields how far it is, 0 to 1."""
    ahead = thaw(freeze(playing.game.world))
    for step in range(STEPS):
        ahead.run(MINUTES_PER_DAY // STEPS)
        yield DAY_SHARE * (step + 1) / STEPS
    ahead.close()
    for number, tile in enumerate(FAR_TILES, 1):
        _draw_far(playing.board.view, tile)
        yield DAY_SHARE + FAR_SHARE * number / len(FAR_TILES)
    double, scenes = _double(playing), _scenes(playing)
    window = pygame.display.get_surface()
    if window is not None:
        double.ui.scale = playing.stage.desk_scale(window.get_size())
    board, hurry = playing.board, double.ui.redraw_seconds
    for number, state in enumerate(scenes, 1):
        if window is not None:
            double.state, double.ui.redraw_seconds, board.patient = state, math.inf, True
            double.frame(Surface(window.get_size()).convert(), [], 0.0, 0.0)
            double.ui.redraw_seconds, board.patient = hurry, False
        yield DAY_SHARE + FAR_SHARE + (1 - DAY_SHARE - FAR_SHARE) * number / len(scenes)


def _draw_far(view: MapView, tile: int) -> None:
    """Draw all of the ground in a size in which most of it is seen at once."""
    whole = Window(tile, 0, 0, view.plan.width * tile, view.plan.height * tile)
    view.terrain.make_ready(whole)
    view.standing.make_ready(whole, math.inf)


def _double(playing: Playing) -> DeskScreen:
    """A desk like the true one, with its kit: what that renders is kept there."""
    true = playing.desk
    session = Session(playing.game.world, factions=playing.session.factions)
    double = DeskScreen(session, playing.board, true.words.lang, 1.0, true.texts, true.portraits)
    double.ui = true.ui
    return double


def _scenes(playing: Playing) -> list[DeskState]:
    """What the player may open first: each sheet, each overlay, the reports of a day, a file."""
    person = next(iter(playing.session.faces), 0)
    states = [DeskState(sheet=sheet) for sheet in SHEET_PANELS]
    states += [DeskState(overlay=overlay) for overlay in OVERLAYS]
    states += [DeskState(daily=which) for which in ("morning", "evening")]
    states += [DeskState(person=person), DeskState()]
    for state in states:
        state.hints = state.dailies = False
    return states

"""A picture of the desk, without a display."""

from dataclasses import dataclass
from pathlib import Path

import pygame

from game.sim.minds.knowledge import WARDEN
from game.sim.world import World
from game.story.scenario import Scenario
from game.ui.app import App, Texts
from game.ui.preferences import Preferences
from game.ui.window import open_hidden

SETTLING_FRAMES = 4
"""Frames until panels know how high their contents are."""

RUNNING = 2
"""The clock's speed that a picture without dialogs shows."""


@dataclass(frozen=True, slots=True)
class View:
    """What a picture shows."""

    size: tuple[int, int] = (1600, 900)
    lang: str = "en"
    scale: float = 1.0
    zoom: float = 1.0
    select: int = 0
    """Person whose dossier lies open; the map shows where he is."""
    room: int = 0
    """Room whose card lies open; the map shows it."""
    sheet: str = ""
    """One of `desk.state.SHEETS`."""
    tab: str = "overview"
    """Page of the dossier: `overview`, `mind` or `ties`."""
    dialogs: bool = True
    """False: open decisions are left for later; no report, hint or small picture opens by itself."""


def shot(
    world: World,
    at: int,
    out: Path,
    view: View | None = None,
    texts: Texts | None = None,
    knower: int = WARDEN,
    scenario: Scenario | None = None,
) -> None:
    """Let the prison run until tick `at`, and save a picture of its desk as PNG."""
    view = view or View()
    surface = open_hidden(view.size)
    app = App(world, surface, Preferences(lang=view.lang, scale=view.scale), texts, knower, scenario=scenario)
    app.session.run(max(0, at - world.tick))
    compose(app, view)
    for _ in range(SETTLING_FRAMES):
        app.draw_still()
    out.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(app.surface, out)


def compose(app: App, view: View) -> None:
    """Open on the desk what the picture is to show."""
    state = app.desk.state
    state.person, state.room, state.sheet = view.select, view.room, view.sheet
    state.dossier_tab = view.tab
    if not view.dialogs:
        app.session.put_off.update(decision.id for decision in app.session.desk.decisions())
        state.outcome_seen, state.dailies, state.hints = True, False, False
        app.session.attention.fresh.clear()
        app.session.clock.set(RUNNING)
    app.board.set_zoom(view.zoom)
    if view.select:
        app.board.show_person(view.select)
    elif view.room:
        app.board.show_room(view.room)

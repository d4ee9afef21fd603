"""What has to be done before a screen can show: making a game, making the prison behind the title; step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pygame import Rect, Surface

from game.saves import load_game, record
from game.story.load import BrokenFilesError, load_scenario, make_world, scenario_ids
from game.story.scenario import Scenario
from game.ui.map.camera import TILE
from game.ui.map.view import MapView
from game.ui.screens.behind import LivingPrison
from game.ui.screens.playing import Game, Playing
from game.ui.screens.rehearsal import rehearse
from game.ui.screens.stage import Stage
from game.ui.screens.steps import Launch
from game.ui.words import LANGUAGES

Progress = Iterator[tuple[float, str]]
"""How far it is (0 to 1), and the key of what is being done next."""
FIRST_SCENARIO = "oz.e01"
WARM_FRAMES = 10
"""Hidden frames that draw the people first in view."""
OPENING_MINUTES = 612
"""Minutes the prison behind the title has lived before it is first seen."""
MINUTES_A_STEP = 18


def texts_of(scenario: Scenario) -> dict[str, dict[str, str]]:
    """A scenario's words by language."""
    return {lang: dict(scenario.texts.of(lang)) for lang in LANGUAGES}


@dataclass
class GameJob:
    """Makes the game of a launch; `playing` is there when it is done."""

    stage: Stage
    launch: Launch
    playing: Playing | None = None

    def run(self) -> Progress:
        """Read, populate, draw."""
        launch, notes = self.launch, None
        if launch.save is not None:
            yield 0.02, "save"
            loaded = load_game(launch.save)
            world, scenario, notes = loaded.world, loaded.scenario, loaded.notes
            launch = Launch(loaded.meta.scenario, loaded.meta.seed, launch.save)
        else:
            yield 0.02, "files"
            scenario = load_scenario(launch.scenario)
            yield 0.25, "people"
            world = make_world(scenario, launch.seed)
            record(world)
        yield 0.40, "ground"
        game = Game(
            world, texts_of(scenario), scenario, launch.scenario, launch.seed, launch.save is not None, notes
        )
        playing = Playing(self.stage, game)
        for share in ground(playing.board.view):
            yield 0.40 + 0.30 * share, "ground"
        for share in faces(playing):
            yield 0.70 + 0.10 * share, "faces"
        for share in rehearse(playing):
            yield 0.80 + 0.20 * share, "ways"
        self.playing = playing


def ground(view: MapView) -> Iterator[float]:
    """Draw the whole ground, once on a machine; yields how far it is."""
    if view.atlas.pictures:
        return
    terrain = view.terrain
    chunks = [(cx, cy) for cy in range(terrain.rows) for cx in range(terrain.columns)]
    for number, (cx, cy) in enumerate(chunks, 1):
        terrain.chunk(cx, cy, TILE)
        yield number / len(chunks)
    view.save_cache()


def faces(playing: Playing) -> Iterator[float]:
    """Draw the people first in view, hidden, so that nobody pops up later."""
    board = playing.board
    canvas = Surface(board.view.camera.rect.size)
    for number in range(WARM_FRAMES):
        board.view.draw(canvas, Rect((0, 0), canvas.get_size()), board.moment, budget_ms=40.0)
        yield (number + 1) / WARM_FRAMES


@dataclass
class TitleJob:
    """Makes the prison behind the title; without a scenario that can be played there is none."""

    stage: Stage
    scenario: Scenario | None = None
    """The scenario to show; else the first that can be played."""

    def run(self) -> Progress:
        """Read, populate, live through the first hours."""
        yield 0.03, "files"
        scenario = self.scenario or self._scenario()
        if scenario is None:
            return
        yield 0.40, "people"
        world = make_world(scenario, 1)
        for minutes in range(0, OPENING_MINUTES, MINUTES_A_STEP):
            yield 0.60 + 0.25 * minutes / OPENING_MINUTES, "people"
            world.run(MINUTES_A_STEP)
        yield 0.85, "ground"
        living = LivingPrison(world, scenario)
        for share in ground(living.view):
            yield 0.85 + 0.15 * share, "ground"
        self.stage.behind = self.stage.living = living

    def _scenario(self) -> Scenario | None:
        ids = list(scenario_ids())
        ids.sort(key=lambda id: id != FIRST_SCENARIO)
        for id in ids:
            try:
                return load_scenario(id)
            except BrokenFilesError:
                continue
        return None

"""How long frames take with thousands in view: the people of a large prison, shown on the desk of an ordinary one.

A large prison has equal blocks one below the other, too high for any screen. So all blocks are shown on the one that
the desk has, each a little aside; its people live, walk and are drawn, every one of them.
"""

from dataclasses import replace

import numpy as np
import pygame
from numpy.typing import NDArray

from game.sim.views import Scene
from game.sim.world import World
from game.ui.app import FRAMES
from game.ui.desk.map_board import MapBoard
from game.ui.desk.screen import DeskScreen
from game.ui.frame_times import FrameTimes
from game.ui.map.camera import TILES
from game.ui.map.crowd import Crowd, Posture
from game.ui.measure import SIZE, WARM_FRAMES
from game.ui.session import Session
from game.ui.sweep import Sweeper
from game.ui.window import open_hidden

ASIDE = (11, 9)
"""Pixels of zoom 1 between two blocks' people, to the east and to the south."""
ABREAST = 5
"""Blocks side by side before the next row of them."""
SPEEDS = {"1x": 2, "3x": 3}
MORNING = 120
"""Minutes that are lived before measuring."""


class Side(Crowd):
    """People of several blocks, each a little aside of the one before."""

    block: NDArray[np.int64] = np.zeros(0, np.int64)

    def posture(self, scene: Scene, fraction: float, seconds: float = 0.0) -> Posture:
        """Everyone at a fraction of the last tick."""
        found = super().posture(scene, fraction, seconds)
        east, south = self.block % ABREAST - ABREAST // 2, self.block // ABREAST - 1
        return found._replace(x=found.x + ASIDE[0] * east, y=found.y + ASIDE[1] * south)


class CrowdSession(Session):
    """A session beside which the large prison lives."""

    def __init__(self, world: World, crowd: World) -> None:
        self.crowd = crowd
        super().__init__(world)

    def _tick(self) -> bool:
        self.crowd.step()
        return super()._tick()


class CrowdBoard(MapBoard):
    """The map of a desk, with the people of the large prison instead of its own."""

    def __init__(self, session: CrowdSession) -> None:
        super().__init__(session)
        self.crowd, self._crowd_tick = session.crowd, -1
        self.side = self.view.crowd = Side(self.view.plan, self.view.bank)

    @property
    def scene(self) -> Scene:
        """Everyone, folded onto the one block."""
        if self._scene is None or self._crowd_tick != self.crowd.tick:
            scene, size = self.crowd.desk().scene(), self.view.plan.width * self.view.plan.height
            self.side.block = scene.trail[:, -1] // size
            self._scene, self._crowd_tick = replace(scene, trail=scene.trail % size), self.crowd.tick
        return self._scene


def measure_crowd(
    world: World, crowd: World, seconds: float, size: tuple[int, int] = SIZE
) -> tuple[list[FrameTimes], int]:
    """Show everyone for so many seconds of play at each speed; return how long frames took, and how many were seen."""
    surface, sweeper = open_hidden(size), Sweeper()
    crowd.run(MORNING)
    session = CrowdSession(world, crowd)
    session.run(MORNING)
    board = CrowdBoard(session)
    desk = DeskScreen(session, board, portraits=board.portrait)
    desk.state.hints = desk.state.dailies = False
    board.view.camera.set_zoom(TILES[0] / 32)
    sweeper.start()
    found, least = [], len(board.scene.ids)
    for name, speed in SPEEDS.items():
        times = FrameTimes(name)
        for frame in range(-WARM_FRAMES, round(seconds * FRAMES)):
            own = times if frame >= 0 else FrameTimes("")
            session.put_off.update(decision.id for decision in session.desk.decisions())
            desk.state.decision = 0
            session.clock.set(speed)
            own.begin()
            session.advance(1 / FRAMES)
            desk.frame(surface, [], (frame + WARM_FRAMES) / FRAMES, 1 / FRAMES)
            pygame.display.flip()
            own.end()
            sweeper.sweep(1 / FRAMES - own.wall[-1] / 1000)
            least = min(least, board.view.people_in_view)
        found.append(times)
    sweeper.stop()
    return found, least

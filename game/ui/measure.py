"""How long frames take: the desk is played for some seconds without a display, and the times are told."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pygame
from pygame.event import Event

from game.sim.world import World
from game.ui.desk.map_board import MapBoard
from game.ui.desk.screen import DeskScreen
from game.ui.session import Session
from game.ui.window import open_hidden

Texts = dict[str, dict[str, str]]
SIZE = (1920, 1080)
WARM_FRAMES = 30
"""Frames before times count: the first pictures are made in them."""
SMOOTH_MS, HALF_MS = 1000 / 60, 1000 / 30


class Play:
    """A desk without an app around it."""

    def __init__(self, world: World, texts: Texts, size: tuple[int, int]) -> None:
        self.surface = open_hidden(size)
        self.session = Session(world)
        self.board = MapBoard(self.session)
        self.desk = DeskScreen(self.session, self.board, "en", 1.0, texts, self.board.portrait)
        self._now = 0.0

    def frame(self, events: list[Event], seconds: float) -> None:
        """One picture, with the time that passes for it."""
        self._now += seconds
        self.session.advance(seconds)
        self.desk.frame(self.surface, events, self._now, seconds)


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing to measure: its name, the clock's speed (an index), and what the player does in each frame."""

    name: str
    speed: int
    act: Callable[[Play, int], list[Event]]


@dataclass(frozen=True, slots=True)
class Times:
    """What came of a scene, in milliseconds and shares."""

    name: str
    frames: int
    median: float
    p95: float
    p99: float
    most: float
    over_16: float
    over_33: float


def _nothing(play: Play, frame: int) -> list[Event]:
    return []


def _move(play: Play, frame: int) -> list[Event]:
    """Scroll to and fro."""
    play.board.move(14 if frame % 240 < 120 else -14, 5 if frame % 120 < 60 else -5)
    return []


def _zoom(play: Play, frame: int) -> list[Event]:
    """A notch of the wheel every half second, in and out."""
    if frame % 30 == 0:
        play.board.zoom(1 if frame % 360 < 180 else -1, None, None)
    return []


def _overlays(play: Play, frame: int) -> list[Event]:
    """Change the overlay every two seconds."""
    play.desk.state.overlay = ("cover", "sight", "needs", "crowd")[frame // 120 % 4]
    return []


def _panels(play: Play, frame: int) -> list[Event]:
    """Open one sheet after the other."""
    play.desk.state.overlay = ""
    play.desk.state.sheet = ("people", "wings", "hours", "posts", "brief", "")[frame // 90 % 6]
    return []


SCENES = (
    Scene("1x", 2, _nothing),
    Scene("3x", 3, _nothing),
    Scene("10x", 4, _nothing),
    Scene("60x", 5, _nothing),
    Scene("scroll", 3, _move),
    Scene("zoom", 2, _zoom),
    Scene("overlays", 3, _overlays),
    Scene("panels", 3, _panels),
)


def measure(
    make_world: Callable[[], World], texts: Texts, seconds: float, size: tuple[int, int] = SIZE
) -> list[Times]:
    """Play each scene for `seconds` of real time at most 60 frames a second; return how long frames took."""
    play = Play(make_world(), texts, size)
    play.session.run(400)
    state = play.desk.state
    state.person, state.hints, state.dailies = next(iter(play.session.faces), 1), False, False
    play.board.prepare(lambda _share: None)
    found = [_scene(play, scene, seconds) for scene in SCENES]
    play.board.close()
    return found


def _scene(play: Play, scene: Scene, seconds: float) -> Times:
    times, frames = [], round(seconds * 60)
    for frame in range(-WARM_FRAMES, frames):
        _go_on(play, scene)
        events = scene.act(play, frame + WARM_FRAMES)
        began = time.perf_counter()
        play.frame(events, 1 / 60)
        pygame.display.flip()
        took = time.perf_counter() - began
        if frame >= 0:
            times.append(1000 * took)
    return _times(scene.name, times)


def _go_on(play: Play, scene: Scene) -> None:
    """Nothing that stops the clock stands in the way of measuring."""
    session, state = play.session, play.desk.state
    if session.clock.paused or session.clock.speed != scene.speed:
        session.put_off.update(decision.id for decision in session.desk.decisions())
        state.decision, state.daily, state.outcome_seen = 0, "", True
        session.clock.set(scene.speed)


def _times(name: str, times: list[float]) -> Times:
    taken = np.array(times)
    median, p95, p99 = (float(value) for value in np.percentile(taken, (50, 95, 99)))
    over_16, over_33 = float((taken > SMOOTH_MS).mean()), float((taken > HALF_MS).mean())
    return Times(name, len(times), median, p95, p99, float(taken.max()), over_16, over_33)


def table(found: list[Times]) -> str:
    """The times as lines of text."""
    head = f"{'scene':10}{'frames':>8}{'median':>9}{'p95':>8}{'p99':>8}{'max':>8}{'>16.7ms':>9}{'>33ms':>8}"
    rows = [
        f"{t.name:10}{t.frames:8}{t.median:9.1f}{t.p95:8.1f}{t.p99:8.1f}{t.most:8.1f}{t.over_16:9.1%}{t.over_33:8.1%}"
        for t in found
    ]
    return "\n".join((head, *rows))

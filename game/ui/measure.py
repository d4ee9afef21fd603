"""How long frames take: the game is played for some time without a display, and every frame is timed.

It is the whole game, with its saves (into a folder of its own), opened as the player opens it. Frames are not waited
for: each is given the sixtieth of a second that it would have, and the next begins when it is done.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.saves.disk import OWN_FOLDER
from game.sim.commands import LockWing, UnlockWing
from game.ui.app import FRAMES, App
from game.ui.frame_times import FrameTimes
from game.ui.preferences import Preferences
from game.ui.screens.jobs import GameJob
from game.ui.screens.steps import Launch
from game.ui.window import open_hidden

SIZE = (1920, 1080)
WARM_FRAMES = 60
"""Frames after the desk is first shown that don't count."""
WING = 1
"""The wing that is locked down."""


class Play:
    """A game being played."""

    def __init__(self, scenario: str, folder: Path, size: tuple[int, int]) -> None:
        os.environ[OWN_FOLDER] = str(folder)
        self.app = App(None, open_hidden(size), Preferences(lang="en", warned=True, hints=False))
        self.app.stage.file = folder / "preferences.json"
        job = GameJob(self.app.stage, Launch(scenario, 1))
        for _ in job.run():
            pass
        assert job.playing is not None
        self.app.stack.append(job.playing)
        job.playing.enter()
        self.session, self.board, self.state = self.app.session, self.app.board, self.app.desk.state

    def frame(self, times: FrameTimes | None) -> None:
        """One picture, and the sweeping after it."""
        app, own = self.app, times or FrameTimes("")
        own.begin()
        app.frame([], 1 / FRAMES)
        pygame.display.flip()
        own.end()
        app.sweeper.sweep(1 / FRAMES - own.wall[-1] / 1000)

    def go_on(self, speed: int) -> None:
        """Nothing that stops the clock stands in the way of measuring, once it was seen for a frame."""
        session, state = self.session, self.state
        if session.clock.paused or session.clock.speed != speed:
            session.put_off.update(decision.id for decision in session.desk.decisions())
            state.decision, state.daily, state.outcome_seen, state.report = 0, "", True, False
            session.clock.set(speed)


@dataclass(frozen=True, slots=True)
class Scene:
    """One thing to measure: its name, the clock's speed (an index), and what the player does in each frame."""

    name: str
    speed: int
    act: Callable[[Play, int], None]


def _nothing(play: Play, frame: int) -> None:
    """Look on."""


def _scroll(play: Play, frame: int) -> None:
    """Scroll to and fro."""
    play.board.move(14 if frame % 240 < 120 else -14, 5 if frame % 120 < 60 else -5)


def _zoom(play: Play, frame: int) -> None:
    """A notch of the wheel every half second, in and out."""
    if frame % 30 == 0:
        play.board.zoom(1 if frame % 420 < 210 else -1, None, None)


def _overlays(play: Play, frame: int) -> None:
    """Change the overlay every two seconds."""
    play.state.overlay = ("cover", "sight", "needs", "crowd", "")[frame // 120 % 5]


def _sheets(play: Play, frame: int) -> None:
    """Open one sheet after the other."""
    play.state.sheet = ("people", "wings", "hours", "posts", "brief", "")[frame // 60 % 6]


def _files(play: Play, frame: int) -> None:
    """Open one person's file after the other."""
    people = [*play.session.faces, *play.session.desk.people()[::11], 0]
    play.state.person = people[frame // 60 % len(people)]


def _lock_down(play: Play, frame: int) -> None:
    """Lock a wing down, and open it again three seconds later."""
    if frame % 180 == 0:
        play.session.order(LockWing(WING) if frame % 360 == 0 else UnlockWing(WING))


SCENES = (
    Scene("0.5x", 1, _nothing),
    Scene("1x", 2, _nothing),
    Scene("3x", 3, _nothing),
    Scene("10x", 4, _nothing),
    Scene("60x, days", 5, _nothing),
    Scene("scroll", 3, _scroll),
    Scene("zoom", 2, _zoom),
    Scene("overlays", 3, _overlays),
    Scene("overlays 60x", 5, _overlays),
    Scene("sheets", 3, _sheets),
    Scene("sheets 60x", 5, _sheets),
    Scene("files", 3, _files),
    Scene("lock-down", 4, _lock_down),
)


def measure(scenario: str, seconds: float, size: tuple[int, int] = SIZE) -> list[FrameTimes]:
    """Play each scene for so many seconds of play, one after the other; return how long frames took."""
    before = os.environ.get(OWN_FOLDER)
    with TemporaryDirectory() as folder:
        play = Play(scenario, Path(folder), size)
        play.app.sweeper.start()
        try:
            for _ in range(WARM_FRAMES):
                play.go_on(SCENES[0].speed)
                play.frame(None)
            return [_played(play, scene, max(1, round(seconds * FRAMES))) for scene in SCENES]
        finally:
            play.app.sweeper.stop()
            play.app.close()
            os.environ.pop(OWN_FOLDER)
            if before is not None:
                os.environ[OWN_FOLDER] = before


def _played(play: Play, scene: Scene, frames: int) -> FrameTimes:
    """One scene; afterwards all is closed again."""
    times = FrameTimes(scene.name)
    for frame in range(frames):
        play.go_on(scene.speed)
        scene.act(play, frame)
        play.frame(times)
    play.state.overlay = play.state.sheet = ""
    play.state.person = 0
    return times

"""Saving without a stutter: the copy is taken at once, the rest is done in a thread."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from game.saves.errors import SaveError
from game.saves.meta import Kind
from game.saves.notes import DeskNotes
from game.saves.shelf import clean, file_of, next_auto_file, quick_file
from game.saves.store import Capture, capture, write
from game.sim.world import World
from game.story.scenario import Scenario

REST_SECONDS = 0.03
"""Before a copy is packed: the frame that took it, a third of its time, is not to be slowed down further."""


@dataclass(frozen=True, slots=True)
class Done:
    """A save that came to its end. `error` None: it is on the disk, whatever happens now."""

    kind: Kind
    name: str
    path: Path | None
    error: SaveError | None = None


class Saver:
    """Writes saves one after the other, in the order they were asked for."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "saver")
        self._running: list[Future[Done]] = []

    @property
    def busy(self) -> bool:
        """Whether a save is being written, or waits for its turn."""
        return any(not each.done() for each in self._running)

    def save(
        self,
        world: World,
        scenario: Scenario,
        name: str,
        picture: bytes | None = None,
        notes: DeskNotes | None = None,
    ) -> None:
        """Keep the game as it is now under a name."""
        self._begin(
            capture(world, scenario, name, "named", picture, notes), "named", lambda: file_of(clean(name))
        )

    def quick_save(
        self, world: World, scenario: Scenario, picture: bytes | None = None, notes: DeskNotes | None = None
    ) -> None:
        """Keep the game as it is now in the quick slot."""
        self._begin(capture(world, scenario, "", "quick", picture, notes), "quick", quick_file)

    def autosave(
        self, world: World, scenario: Scenario, picture: bytes | None = None, notes: DeskNotes | None = None
    ) -> None:
        """Keep the game as it is now in the slot whose turn it is."""
        self._begin(capture(world, scenario, "", "auto", picture, notes), "auto", next_auto_file)

    def poll(self) -> list[Done]:
        """Return what came to its end since the last call, oldest first; never waits."""
        done = []
        while self._running and self._running[0].done():
            done.append(self._running.pop(0).result())
        return done

    def wait(self) -> list[Done]:
        """Return what came to its end since the last call, when all has."""
        done = [each.result() for each in self._running]
        self._running.clear()
        return done

    def close(self) -> list[Done]:
        """Wait for what is being written; the saver can't be used any more."""
        done = self.wait()
        self._thread.shutdown()
        return done

    def _begin(self, taken: Capture, kind: Kind, place: Callable[[], Path]) -> None:
        self._running.append(self._thread.submit(_finish, taken, kind, place))


def _finish(taken: Capture, kind: Kind, place: Callable[[], Path]) -> Done:
    time.sleep(REST_SECONDS)
    path = place()
    name = str(taken.page["name"])
    try:
        return Done(kind, name, write(taken, path))
    except SaveError as fault:
        return Done(kind, name, None, fault)
    except Exception as fault:  # whatever it is, the player is told that this save isn't there
        return Done(kind, name, None, SaveError(path, "writing", f"not saved: {fault!r}", "disk"))

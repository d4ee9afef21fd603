"""Keeping the game that is played: under a name, in the quick slot, at each day's end; and when it was kept last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from pygame import Surface

from game.saves import Done, Saver
from game.saves.notes import DeskNotes
from game.sim.engine.calendar import day_of
from game.ui.desk.map_board import MapBoard
from game.ui.screens.save_picture import picture_of, png_of

if TYPE_CHECKING:
    from game.ui.screens.playing import Game


class Keeper(Saver):
    """A saver that knows what would be lost. A game without a scenario can't be kept."""

    def __init__(self, game: Game, board: MapBoard, notes: Callable[[], DeskNotes]) -> None:
        """`notes`: what lies on the desk, to be kept with the game."""
        super().__init__()
        self.game, self.board, self.notes = game, board, notes
        self.last = game.world.tick if game.loaded else None
        """Tick of the last save; None: not saved yet."""
        self._last_before = self.last
        self._begun = game.world.tick
        self._day = day_of(game.world.tick)
        self._evening: Literal["due"] | Surface | bytes | None = None
        """The picture of an autosave that is to be made, as far as it is."""

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost by leaving."""
        kept = self._begun if self.last is None else self.last
        return self.game.scenario is not None and self.game.world.tick != kept

    def picture(self) -> bytes:
        """What the map shows, small, as a PNG."""
        return png_of(picture_of(self.board))

    def keep(self, name: str, quick: bool = False) -> bool:
        """Keep the game under a name or in the quick slot; returns whether it can be kept at all."""
        world, scenario = self.game.world, self.game.scenario
        if scenario is None:
            return False
        if quick:
            self.quick_save(world, scenario, self.picture(), self.notes())
        else:
            self.save(world, scenario, name, self.picture(), self.notes())
        self._note()
        return True

    def daily(self, wanted: bool) -> None:
        """Keep the game at each day's end: picture, PNG and copy in one frame after the other, so that none is late."""
        world, scenario, evening = self.game.world, self.game.scenario, self._evening
        if evening == "due":
            self._evening = picture_of(self.board)
        elif isinstance(evening, Surface):
            self._evening = png_of(evening)
        elif isinstance(evening, bytes) and scenario is not None:
            self.autosave(world, scenario, evening, self.notes())
            self._note()
            self._evening = None
        day = day_of(world.tick)
        if day != self._day:  # its first minute takes long by itself: the next frame begins
            self._day = day
            if wanted and scenario is not None:
                self._evening = "due"

    def poll(self) -> list[Done]:
        """Return what came to its end since the last call; what failed was no save."""
        done = super().poll()
        if any(each.error for each in done):
            self.last = self._last_before
        return done

    def _note(self) -> None:
        self._last_before, self.last = self.last, self.game.world.tick

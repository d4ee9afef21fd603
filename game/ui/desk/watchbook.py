"""The watch book: how long today people were in rooms that nobody looked into."""

from collections import Counter
from typing import TYPE_CHECKING

from game.sim.engine.calendar import day_of
from game.sim.house.plan import CELL_KINDS

if TYPE_CHECKING:
    from game.sim.desk import Desk

MINUTES = 10
"""Minutes between two entries."""
LONG_MINUTES = 60
"""Unseen for so long, a room is worth a line in the evening."""


class Watchbook:
    """Minutes without sight by room, of today and of the day before."""

    def __init__(self) -> None:
        self.day = 0
        self.unseen: Counter[int] = Counter()
        self.before: Counter[int] = Counter()
        """Of the day before."""

    def take(self, desk: "Desk") -> None:
        """Note what is out of sight now."""
        if day_of(desk.tick) != self.day:
            self.day = day_of(desk.tick)
            self.before, self.unseen = self.unseen, Counter()
        look, count = desk.lookout(), desk.head_count()
        blind = (count > 1) & ~(look.seen | look.camera | look.eye)
        for room in blind.nonzero()[0].tolist():
            if room and desk.plan.rooms[room].kind not in CELL_KINDS:
                self.unseen[room] += MINUTES

    def longest(self, most: int) -> list[tuple[int, int]]:
        """Rooms out of sight for long, with the minutes, the longest first."""
        return [(room, minutes) for room, minutes in self.unseen.most_common(most) if minutes >= LONG_MINUTES]

    def yesterday(self, most: int) -> list[tuple[int, int]]:
        """The same of the day before; of today, where there was none."""
        book = self.before or self.unseen
        return [(room, minutes) for room, minutes in book.most_common(most) if minutes >= LONG_MINUTES]

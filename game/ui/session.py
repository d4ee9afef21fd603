"""A prison being played: world, clock, the desk as of now, and what it showed over the last day."""

from collections import deque
from typing import TYPE_CHECKING

from game.sim.calendar import MINUTES_PER_DAY
from game.sim.commands.base import Command, Refusal
from game.sim.knowledge import WARDEN
from game.ui.clock import Clock

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World

SAMPLE_MINUTES = 10
SAMPLES = MINUTES_PER_DAY // SAMPLE_MINUTES
NOTABLE = frozenset(
    (
        "Quarrelled",
        "Arrived",
        "Said",
        "Asked",
        "Decided",
        "Ended",
        "ObjectiveKept",
        "ObjectiveFailed",
        "Refused",
    )
)
"""Kinds of events at which "run until something happens" stops."""


class Session:
    """The only place of the window that touches the world: it lets time pass and gives orders."""

    def __init__(self, world: "World", knower: int = WARDEN) -> None:
        self.world = world
        self.knower = knower
        self.clock = Clock()
        self.tension: deque[tuple[int, float]] = deque(maxlen=SAMPLES)
        """The tension shown, with its tick, one sample every ten minutes."""
        self.orders = 0
        self.put_off: set[int] = set()
        """Decisions the player put off: they no longer stop the clock."""
        self._desk: Desk | None = None
        self._desk_at = (-1, -1)
        self._seen = self._last_event()
        self._sample()

    @property
    def desk(self) -> "Desk":
        """What the office knows as of now."""
        at = (self.world.tick, self.orders)
        if self._desk is None or self._desk_at != at:
            self._desk, self._desk_at = self.world.desk(self.knower), at
        return self._desk

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever the desk may."""
        return self.world.tick, self.orders

    def order(self, command: Command) -> Refusal | None:
        """Give an order; refused, it changes nothing."""
        refusal = self.world.order(command)
        self.orders += 1
        return refusal

    def advance(self, seconds: float) -> int:
        """Let time pass at the clock's speed; returns the ticks run."""
        return self.clock.advance(seconds, self._step)

    def run(self, ticks: int) -> None:
        """Let minutes pass at once, with the day's course kept."""
        for _ in range(ticks):
            self._tick()

    def _tick(self) -> None:
        self.world.step()
        if self.world.tick % SAMPLE_MINUTES == 0:
            self._sample()

    def _step(self) -> bool:
        self._tick()
        if self.waiting():
            return True
        return self.clock.until and self._happened()

    def waiting(self) -> bool:
        """Whether a decision stops the clock."""
        return any(decision.id not in self.put_off for decision in self.desk.decisions())

    def hurry(self) -> None:
        """Run until something happens."""
        self._seen = self._last_event()
        self.clock.until = True

    def _last_event(self) -> int:
        facts = self.desk.feed(limit=1)
        return facts[-1].event if facts else 0

    def _happened(self) -> bool:
        fresh = [fact for fact in self.desk.feed(limit=8) if fact.event > self._seen]
        self._seen = max((fact.event for fact in fresh), default=self._seen)
        return any(fact.kind in NOTABLE for fact in fresh)

    def _sample(self) -> None:
        self.tension.append((self.world.tick, float(self.desk.figures().get("tension", 0))))

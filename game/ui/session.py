"""A prison being played: world, clock, the desk as of now, the course of its figures, and what deserves attention."""

from typing import TYPE_CHECKING, NamedTuple

from game.sim.commands.base import Command, Refusal
from game.sim.minds.knowledge import WARDEN
from game.ui.clock import PLAY, SPEEDS, Clock
from game.ui.desk.attention import SILENT, STOP, Attention
from game.ui.desk.history import Course, History
from game.ui.desk.questions import last_call
from game.ui.desk.watchbook import Watchbook
from game.ui.factions import Faction

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.minds.knowledge import Fact
    from game.sim.world import World

PINS = 4
"""Faces the player may pin beside those of the story."""
STORY_FACES = 4
GRAVE, SLOWED_MINUTES = 0.55, 10
"""Score from which news slow down a clock that races, and for how many minutes it is said why."""


class Halt(NamedTuple):
    """Why the clock stopped or slowed by itself: something learned, or a question whose time runs out."""

    tick: int
    fact: "Fact | None" = None
    decision: int = 0
    slowed: bool = False
    """Time goes on, at its usual speed."""


class Session:
    """The only place of the window that touches the world: it lets time pass and gives orders."""

    def __init__(self, world: "World", knower: int = WARDEN, factions: tuple[Faction, ...] = ()) -> None:
        self.world = world
        self.knower = knower
        self.factions = factions
        """Of the pack; people hold their number in it, counted from 1."""
        self.clock = Clock()
        self.history = History()
        self.attention = Attention()
        self.watchbook = Watchbook()
        self.pins: list[int] = []
        """People the player pinned to the rail of faces."""
        self.orders = 0
        self.put_off: set[int] = set()
        """Decisions the player put off: they no longer stop the clock, until little time is left."""
        self._halt: Halt | None = None
        self._ran = 0
        """Ticks of the last frame."""
        self._desk: Desk | None = None
        self._desk_at = (-1, -1)
        self._seen = self._last_event()
        self.attention.begin(self.desk, self.faces)
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

    @property
    def tension(self) -> Course:
        """The tension shown, with its tick, one sample every ten minutes."""
        return self.history.day["tension"]

    @property
    def faces(self) -> list[int]:
        """Who is on the rail: those the story is about, then those the player pinned."""
        story = list(self.desk.faces())[:STORY_FACES]
        return story + [person for person in self.pins if person not in story]

    def pin(self, person: int) -> bool:
        """Pin a person to the rail, or take him off; False when there is no place left."""
        if person in self.pins:
            self.pins.remove(person)
        elif len(self.pins) >= PINS:
            return False
        else:
            self.pins.append(person)
        self.orders += 1
        return True

    def order(self, command: Command) -> Refusal | None:
        """Give an order; refused, it changes nothing."""
        refusal = self.world.order(command)
        self.orders += 1
        return refusal

    def advance(self, seconds: float) -> int:
        """Let time pass at the clock's speed; returns the ticks run."""
        self._ran = self.clock.advance(seconds, self._step)
        return self._ran

    @property
    def just_stopped(self) -> bool:
        """Whether time passed up to this very frame, and stands still now."""
        return self._ran > 0 and self.clock.paused

    def run(self, ticks: int) -> None:
        """Let minutes pass at once, with the day's course kept."""
        for _ in range(ticks):
            self._tick()

    def _tick(self) -> bool:
        """Let a minute pass; returns whether what was learned should stop the clock."""
        self.world.step()
        stops = self.attention.take(self.desk, self.faces)
        if self.history.due(self.world.tick):
            self._sample()
        return stops

    def _step(self) -> bool:
        stops = self._tick()
        pressing, late = self.attention.pressing, self._running_out()
        hurried = self.clock.until and pressing is not None and pressing.event > self._seen
        if self.waiting():
            return True
        if late or stops or hurried:
            self._halt = Halt(self.world.tick, None if late else pressing, late)
        elif pressing is not None and self._races_past(pressing):
            self._halt = Halt(self.world.tick, pressing, slowed=True)
            self.clock.set(PLAY)
        return bool(late or stops or hurried)

    def _races_past(self, fact: "Fact") -> bool:
        """Whether something grave and near was learned while time races at a speed the player set."""
        racing = SPEEDS[self.clock.speed] > SPEEDS[PLAY]
        return racing and fact.kind != "Said" and self.attention.score(fact) >= GRAVE

    @property
    def halt(self) -> Halt | None:
        """Why the clock stands still or slowed down, if it did by itself and did not go on since."""
        if self._halt is None:
            return None
        if self._halt.slowed:
            lately = self.world.tick - self._halt.tick <= SLOWED_MINUTES
            return self._halt if lately and self.clock.rate <= SPEEDS[PLAY] else None
        return self._halt if self._halt.tick == self.world.tick and self.clock.paused else None

    def forget_halt(self) -> None:
        """Nobody needs to be told any more why the clock stopped."""
        self._halt = None

    def _running_out(self) -> int:
        """The question whose last call is this very minute; put off before, it is asked again."""
        rule = self.attention.rule_of("Asked") if "Asked" in self.attention.rules else STOP
        for decision in self.desk.decisions():
            called = decision.deadline - self.world.tick == last_call(decision.asked, decision.deadline)
            if called and rule != SILENT:
                self.put_off.discard(decision.id)
                return decision.id
        return 0

    def waiting(self) -> bool:
        """Whether a decision stops the clock."""
        return any(self.interrupts(decision.id) for decision in self.desk.decisions())

    def interrupts(self, decision: int) -> bool:
        """Whether an open decision may stop the clock and open by itself."""
        if decision in self.put_off:
            return False
        asked = next((each for each in self.desk.decisions() if each.id == decision), None)
        return asked is not None and self.attention.may_ask(asked, self.world.tick)

    def hurry(self) -> None:
        """Run until something happens."""
        self._seen = self._last_event()
        self.clock.until, self._halt = True, None

    def _last_event(self) -> int:
        facts = self.desk.feed(limit=1)
        return facts[-1].event if facts else 0

    def _sample(self) -> None:
        self.history.take(self.world.tick, self.desk.figures())
        self.watchbook.take(self.desk)

"""A scenario being told in a world: what verbs may ask and order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar
from weakref import WeakKeyDictionary

from game.sim.commands import Authority, Command, Refusal, Say
from game.sim.engine.columns import Columns
from game.sim.engine.dice import Dice
from game.sim.events import Cause, Event, Kind, Role
from game.sim.minds.ties import TieEnds
from game.sim.office import Text
from game.sim.world import World
from game.story.reading.scalars import Words
from game.story.scenario import Scenario
from game.story.state import Story
from game.story.texts import fields

C = TypeVar("C", bound=Columns)


class Archive:
    """Events of a world by kind, read once each. A cache: it follows from the chronicle alone."""

    _of: "WeakKeyDictionary[World, Archive]" = WeakKeyDictionary()

    def __init__(self) -> None:
        self.by_kind: dict[Kind, list[Event]] = {}
        self.read = 0

    @classmethod
    def of(cls, world: World) -> "Archive":
        """The archive of a world, up to date."""
        archive = cls._of.setdefault(world, Archive())
        for event in world.chronicle.since(archive.read):
            archive.by_kind.setdefault(event.kind, []).append(event)
        archive.read = len(world.chronicle)
        return archive


@dataclass(frozen=True)
class Telling:
    """The hands of a verb: the world, how far the story is, which beat it acts for, and because of what."""

    world: World
    scenario: Scenario
    state: Story
    beat: str = ""
    because: tuple[int, ...] = ()
    """Events that whatever is ordered now cites as its causes."""

    def within(self, beat: str, because: tuple[int, ...] = ()) -> "Telling":
        """The same telling, for a beat and with its causes."""
        return replace(self, beat=beat, because=because)

    # people and places

    @property
    def now(self) -> int:
        """The tick."""
        return self.world.tick

    def person(self, key: str) -> int:
        """Id of a person of the cast, or of one whom a beat has met; who was not met yet is who stands in for him."""
        found = self.state.met.get(key) or self.world.id_of(key)
        stand_in = "" if found else self.scenario.stand_ins.get(key, "")
        return self.person(stand_in) if stand_in else found

    def one(self, key: str, kind: type[C]) -> C:
        """A person's row of a Columns class."""
        return self.world.one(self.person(key), kind)

    @cached_property
    def _rooms(self) -> dict[str, int]:
        return {room.key: room.id for room in self.world.plan.rooms[1:]}

    def room(self, key: str) -> int:
        """Id of a room."""
        return self._rooms[key]

    def wing(self, key: str) -> int:
        """Id of a wing."""
        return next(wing.id for wing in self.world.plan.wings if wing.key == key)

    # the course so far

    def done(self, beat: str) -> bool:
        """Whether a beat is done: it happened and, if it asks, was answered."""
        return beat in self.state.done_at

    def done_at(self, beat: str) -> int:
        """Tick at which a beat was done."""
        return self.state.done_at[beat]

    def events_of(self, beat: str) -> list[int]:
        """The event that stands for a beat as a cause: its answer, else itself; none if it is not done."""
        event = self.state.answered.get(beat) or self.state.fired.get(beat, 0)
        return [event] if event and self.done(beat) else []

    def events(self, kind: Kind, since: str | None = None) -> Iterator[Event]:
        """Events of a kind, oldest first; with `since`, only those after that beat, none before it is done."""
        if since is not None and not self.done(since):
            return
        first = self.events_of(since)[0] if since is not None else 0
        yield from (each for each in Archive.of(self.world).by_kind.get(kind, ()) if each.id > first)

    def cause_of_tie(self, tie: int) -> list[int]:
        """The event that last shaped a tie."""
        event = int(self.world.one(tie, TieEnds).because) if tie else 0
        return [event] if event else []

    def draw(self) -> float:
        """The beat's draw, 0 to 1: the same whenever it is asked for, and no other beat can shift it."""
        return Dice(self.world.seed, f"story/{self.scenario.id}/{self.beat}").uniform()

    # what the story does

    def order(self, command: Command) -> Refusal | None:
        """Gives an order on the story's word; what comes of it cites the beat or answer it came from."""
        causes = [Cause(event, 1.0, Role.DEED) for event in self.because]
        return self.world.order(command, Authority.STORY, causes)

    def text(self, words: Words) -> Text:
        """A text with the people it names."""
        return Text(words.key, {name: self.person(name) for name in fields(words) if self.person(name)})

    def say(self, words: Words, who: str | None, room: str | None) -> None:
        """Tells the warden something."""
        person, place = self.person(who) if who else 0, self.room(room) if room else 0
        self.order(Say(self.text(words), person, place, self.because))

    def end(self, outcome: str) -> None:
        """Calls for an outcome; the first call counts."""
        if not self.state.ending:
            self.state.ending = str(outcome)
            self.state.ending_because = self.because[-1] if self.because else 0

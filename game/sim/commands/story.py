"""What only a story may bring about: arrivals, questions, messages. Derived from its files, never recorded."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from game.sim.commands.base import Authority, Command, Refusal, command
from game.sim.events import Cause, Kind, Role
from game.sim.minds.thoughts import THOUGHT, think
from game.sim.minds.ties import FEELINGS, shift_tie
from game.sim.office import Decision, Message, Option, Text
from game.sim.people import NEEDS, Doing, Identity, Needs, Roots, Status
from game.sim.population.families import book
from game.sim.visits.book import live_visits, relative_of

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World


class StoryCommand(Command):
    """Base of the story's orders. `because` holds the events (beats, decisions) that led to it."""

    authorities: ClassVar[tuple[Authority, ...]] = (Authority.STORY,)
    noted: ClassVar[bool] = False
    because: tuple[int, ...]

    def causes(self) -> list[Cause]:
        """Return the edges to what led to this order."""
        return [Cause(event, 1.0, Role.DEED) for event in self.because]


@command(20)
@dataclass(frozen=True, slots=True)
class Arrive(StoryCommand):
    """Bring in a member of the cast who is not here yet: he comes through the gate."""

    person: int
    because: tuple[int, ...] = ()

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse people who are here, or were."""
        return None if desk.is_expected(self.person) else Refusal("refusal.not_expected")

    def apply(self, world: "World", cause: int) -> None:
        """Put him among those who wait at the gate."""
        identity = world.one(self.person, Identity)
        identity.status = Status.PRESENT
        event = world.emit(Kind.Arrived, who=self.person, because=self.causes())
        doing = world.one(self.person, Doing)
        doing.because, doing.until = event, world.tick
        world.one(self.person, Roots).arrived = event


@command(21)
@dataclass(frozen=True, slots=True)
class AskDecision(StoryCommand):
    """Put a question to the warden."""

    key: str
    title: Text
    text: Text
    options: tuple[Option, ...]
    minutes: int
    default: str
    place: int = 0
    about_people: tuple[int, ...] = ()
    because: tuple[int, ...] = ()

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse a question without the default among its options."""
        return None if self.default in [o.key for o in self.options] else Refusal("refusal.no_option")

    def apply(self, world: "World", cause: int) -> None:
        """Open the question."""
        id = 1 + max((id for id, _ in world.each(Decision)), default=0)
        who = self.about_people[0] if self.about_people else 0
        asked = world.emit(Kind.Asked, who=who, place=self.place, detail=id, because=self.causes())
        decision = Decision(
            id, self.key, self.title, self.text, self.options, world.tick, world.tick + self.minutes,
            self.default, self.place, self.about_people, asked,
        )  # fmt: skip
        world.attach("decision", id, decision)


@command(22)
@dataclass(frozen=True, slots=True)
class Say(StoryCommand):
    """Let the warden be told something."""

    text: Text
    who: int = 0
    place: int = 0
    because: tuple[int, ...] = ()

    def apply(self, world: "World", cause: int) -> None:
        """Write the message down; the event's `detail` is its number."""
        number = 1 + max((id for id, _ in world.each(Message)), default=0)
        event = world.emit(Kind.Said, who=self.who, place=self.place, detail=number, because=self.causes())
        world.attach("message", number, Message(number, event, self.text))


@command(23)
@dataclass(frozen=True, slots=True)
class SetNeed(StoryCommand):
    """Raise or lower a need: news from outside, a fright, a kindness. Positive lacks more (0 to 1)."""

    person: int
    need: str
    by: float
    because: tuple[int, ...] = ()

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse unknown needs."""
        return None if self.need in NEEDS else Refusal("refusal.no_need")

    def apply(self, world: "World", cause: int) -> None:
        """Change the need."""
        needs = world.one(self.person, Needs)
        setattr(needs, self.need, min(1.0, max(0.0, getattr(needs, self.need) + self.by)))


@command(24)
@dataclass(frozen=True, slots=True)
class SetTie(StoryCommand):
    """Change what one person holds of another."""

    who: int
    whom: int
    regard: float = 0.0
    hate: float = 0.0
    fear: float = 0.0
    respect: float = 0.0
    trust: float = 0.0
    debt: float = 0.0
    because: tuple[int, ...] = ()

    def apply(self, world: "World", cause: int) -> None:
        """Change the tie; it remembers the cause."""
        because = self.because[-1] if self.because else 0
        shifts = {feeling: getattr(self, feeling) for feeling in FEELINGS}
        shift_tie(world, self.who, self.whom, because, **shifts)


@command(25)
@dataclass(frozen=True, slots=True)
class Mark(StoryCommand):
    """Write a turn of the story into the chronicle: a beat that fired or was missed, an objective, the end."""

    kind: int
    """One of Kind's story turns."""
    detail: int
    because: tuple[int, ...] = field(default=())

    def apply(self, world: "World", cause: int) -> None:
        """Write it down."""
        world.emit(Kind(self.kind), detail=self.detail, because=self.causes())


@command(33)
@dataclass(frozen=True, slots=True)
class GiveThought(StoryCommand):
    """Put something on somebody's mind: news, a word, a memory."""

    person: int
    thought: str
    whom: int = 0
    because: tuple[int, ...] = ()

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse thoughts that there are not."""
        return None if self.thought in THOUGHT else Refusal("refusal.no_thought")

    def apply(self, world: "World", cause: int) -> None:
        """Let him think it."""
        think(world, self.person, self.thought, self.because[-1] if self.because else 0, self.whom)


@command(41)
@dataclass(frozen=True, slots=True)
class BookVisit(StoryCommand):
    """Let a visitor ask to come: a place at a booth is kept until somebody allows or denies it."""

    visitor: int
    because: tuple[int, ...] = ()

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse who is nobody's visitor, and who has asked already."""
        return None if desk.may_ask_to_come(self.visitor) else Refusal("refusal.no_visit")

    def apply(self, world: "World", cause: int) -> None:
        """Write it into the books of the gate."""
        relative = relative_of(world, self.visitor)
        if relative is not None:
            book(world, relative, live_visits(world), self.causes())

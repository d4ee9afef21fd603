"""Effects on single people: arrivals, needs, ties, beds. They move people; they never act in their stead."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from game.sim.commands import Arrive, AssignCell, GiveThought, SendPerson, SetNeed, SetTie
from game.sim.minds.thoughts import THOUGHT
from game.sim.minds.ties import FEELINGS
from game.sim.people import Identity
from game.story.names import CastName, RoomName
from game.story.reading.scalars import OneOf
from game.story.verbs.base import AnyEffect, Effect
from game.story.verbs.persons import NeedName

if TYPE_CHECKING:
    from game.story.telling import Telling

Points = Annotated[int, Field(ge=-100, le=100)]
STRONG = 50
"""Points of a need or a tie beyond which a lever all but forces what follows."""


class ComeIn(Effect):
    """A person of the cast who is not here yet comes in by the gate."""

    tag = "arrive"
    short = "who"
    who: CastName
    """The person; `present: false` in the cast."""

    def apply(self, story: "Telling") -> None:
        """Lets him come."""
        story.order(Arrive(story.person(self.who), story.because))


class MoveNeed(Effect):
    """News, a kindness or a fright moves a need of a person."""

    tag = "need"
    who: CastName
    """The person."""
    need: NeedName
    """The need."""
    by: Points
    """Points of 100; positive makes him more content."""

    def apply(self, story: "Telling") -> None:
        """Moves it; inside, needs are lacks."""
        story.order(SetNeed(story.person(self.who), self.need, -self.by / 100, story.because))

    def warnings(self) -> Iterator[str]:
        """A lever that strong leaves nobody a choice."""
        if abs(self.by) > STRONG:
            yield f"moving a need by {self.by} forces what follows: up to {STRONG} still leaves a choice"


class MoveRelation(Effect):
    """What one person holds of another changes."""

    tag = "relation"
    needs_one = FEELINGS
    who: CastName
    """Who feels it."""
    whom: CastName
    """Towards whom."""
    regard: Points = 0
    """Points of 100 added to his regard."""
    hate: Points = 0
    """Points of 100 added to his hate."""
    fear: Points = 0
    """Points of 100 added to his fear."""
    respect: Points = 0
    """Points of 100 added to his respect."""
    trust: Points = 0
    """Points of 100 added to his trust."""
    debt: Points = 0
    """Packs added to what he owes."""

    def apply(self, story: "Telling") -> None:
        """Changes the tie; it remembers the beat."""
        who, whom = story.person(self.who), story.person(self.whom)
        shifts = {name: getattr(self, name) / (1 if name == "debt" else 100) for name in FEELINGS}
        story.order(SetTie(who, whom, **shifts, because=story.because))

    def warnings(self) -> Iterator[str]:
        """A lever that strong leaves nobody a choice."""
        if max(abs(getattr(self, name)) for name in FEELINGS) > STRONG:
            yield f"moving a tie by more than {STRONG} forces what follows, rather than giving a motive"


class Remind(Effect):
    """Something comes to a person's mind: news, a word, a memory. It weighs or lifts, and fades."""

    tag = "thought"
    who: CastName
    """The person."""
    thought: Annotated[str, OneOf("thought", THOUGHT)]
    """Which one; the list is in docs/simulation.md."""
    whom: CastName | None = None
    """Whom it is about."""

    def apply(self, story: "Telling") -> None:
        """Lets him think it."""
        whom = story.person(self.whom) if self.whom else 0
        story.order(GiveThought(story.person(self.who), self.thought, whom, story.because))


class GiveCell(Effect):
    """An inmate is given a bed: in a cell, or in the cell of somebody, if one is free there."""

    tag = "cell"
    needs_one = ("room", "with_")
    who: CastName
    """The inmate."""
    room: RoomName | None = None
    """The cell."""
    with_: Annotated[CastName | None, Field(alias="with")] = None
    """Somebody whose cell it is."""
    otherwise: list[AnyEffect] = []
    """What follows instead when all beds there are taken."""

    def apply(self, story: "Telling") -> None:
        """Writes him into the cell's book."""
        if story.order(AssignCell(story.person(self.who), self._cell(story))) is not None:
            for each in self.otherwise:
                each.apply(story)

    def _cell(self, story: "Telling") -> int:
        if self.room:
            return story.room(self.room)
        return int(story.one(self.with_, Identity).cell) if self.with_ else 0


class SendTo(Effect):
    """A person is ordered to a room for an hour; he goes if he can."""

    tag = "send"
    who: CastName
    """The person."""
    room: RoomName
    """Where to."""

    def apply(self, story: "Telling") -> None:
        """Gives the order."""
        story.order(SendPerson(story.person(self.who), story.room(self.room)))

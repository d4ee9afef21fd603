"""Conditions and effects about the prison as a whole."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from game.sim.commands import LockWing, SetRegime, UnlockWing
from game.sim.house.plan import ACTIVITIES
from game.sim.minds.knowledge import TRUTH
from game.sim.storyboard import Measure
from game.story.events import EVENTS, DeedName
from game.story.names import BeatName, CastName, RoomName, WingName
from game.story.reading.scalars import Comparison, Moment, OneOf
from game.story.verbs.base import Condition, Effect

if TYPE_CHECKING:
    from game.story.telling import Telling


MOST_CITED = 3
"""Of the events that were counted, so many of the last are cited as causes."""


class Count(Condition):
    """How often something has happened."""

    tag = "count"
    of: DeedName
    """What is counted."""
    is_: Annotated[Comparison, Field(alias="is")]
    """What the number is compared with."""
    who: CastName | None = None
    """Only those that involve this person, on either side."""
    room: RoomName | None = None
    """Only those in this room."""
    since: BeatName | None = None
    """Only those after this beat; none before it."""
    before: Moment | None = None
    """Only those before this moment."""

    def _found(self, story: "Telling") -> list[int]:
        who = story.person(self.who) if self.who else 0
        room = story.room(self.room) if self.room else 0
        return [
            event.id for event in story.events(EVENTS[self.of], self.since)
            if (not who or who in (event.who, event.whom)) and (not room or event.place == room)
            and (self.before is None or event.tick < self.before)
        ]  # fmt: skip

    def holds(self, story: "Telling") -> bool:
        """Whether the number is so."""
        return self.is_.holds(len(self._found(story)))

    def causes(self, story: "Telling") -> list[int]:
        """The last of those that were counted."""
        return self._found(story)[-MOST_CITED:]

    def measure(self, story: "Telling") -> Measure:
        """How often it has happened."""
        return Measure("count", self.is_.sign, self.is_.number, counted=self._found(story))


class Gauge(Condition):
    """A figure of the prison, in truth, 0 to 100."""

    tag = "gauge"
    gauge: Literal["tension"]
    """The figure."""
    is_: Annotated[Comparison, Field(alias="is")]
    """What it is compared with; points."""

    def holds(self, story: "Telling") -> bool:
        """Whether it is so."""
        return self.is_.holds(story.world.desk(TRUTH).figures()[self.gauge])


class Lock(Effect):
    """A wing is locked down."""

    tag = "lock"
    short = "wing"
    wing: WingName
    """The wing."""

    def apply(self, story: "Telling") -> None:
        """Locks it."""
        story.order(LockWing(story.wing(self.wing)))


class Unlock(Effect):
    """The lockdown of a wing is lifted."""

    tag = "unlock"
    short = "wing"
    wing: WingName
    """The wing."""

    def apply(self, story: "Telling") -> None:
        """Lifts it."""
        story.order(UnlockWing(story.wing(self.wing)))


class Regime(Effect):
    """An hour of a wing's regime is changed."""

    tag = "regime"
    wing: WingName
    """The wing."""
    hour: Annotated[int, Field(ge=0, le=23)]
    """The hour of the day."""
    activity: Annotated[str, OneOf("activity", ACTIVITIES)]
    """What it is for from now on."""

    def apply(self, story: "Telling") -> None:
        """Changes it."""
        story.order(SetRegime(story.wing(self.wing), self.hour, self.activity))

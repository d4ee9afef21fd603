"""Conditions about conditions, chance and time."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from game.story.names import BeatName
from game.story.reading.scalars import Duration, Hour, Moment
from game.story.verbs.base import AnyCondition, Condition

if TYPE_CHECKING:
    from game.story.telling import Telling

Conditions = Annotated[list[AnyCondition], Field(min_length=1)]


class All(Condition):
    """All of these hold."""

    tag = "all"
    short = "of"
    of: Conditions
    """The conditions."""

    def holds(self, story: "Telling") -> bool:
        """Whether none fails."""
        return all(each.holds(story) for each in self.of)

    def causes(self, story: "Telling") -> list[int]:
        """All that made them hold."""
        return [event for each in self.of for event in each.causes(story)]


class Any(Condition):
    """At least one of these holds."""

    tag = "any"
    short = "of"
    of: Conditions
    """The conditions."""

    def holds(self, story: "Telling") -> bool:
        """Whether one does."""
        return any(each.holds(story) for each in self.of)

    def causes(self, story: "Telling") -> list[int]:
        """What made those hold that do."""
        return [event for each in self.of if each.holds(story) for event in each.causes(story)]


class Nothing(Condition):
    """None of these holds."""

    tag = "none"
    short = "of"
    of: Conditions
    """The conditions."""

    def holds(self, story: "Telling") -> bool:
        """Whether all fail."""
        return not any(each.holds(story) for each in self.of)


class Chance(Condition):
    """Holds in so many of a hundred games; drawn once for the beat, the same for all chances in it."""

    tag = "chance"
    short = "percent"
    percent: Annotated[int, Field(ge=0, le=100)]
    """Games of a hundred, 0 to 100."""

    def holds(self, story: "Telling") -> bool:
        """Whether the beat's draw lies below."""
        return story.draw() * 100 < self.percent


class Time(Condition):
    """It is between two moments, or between two hours of any day."""

    tag = "time"
    needs_one = ("after", "before", "hours")
    after: Moment | None = None
    """Not before this moment."""
    before: Moment | None = None
    """Only before this moment."""
    hours: Annotated[list[Hour], Field(min_length=2, max_length=2)] | None = None
    """From the first hour of the day to the second; `[22, 6]` is the night."""

    def holds(self, story: "Telling") -> bool:
        """Whether it is that time."""
        if self.after is not None and story.now < self.after:
            return False
        if self.before is not None and story.now >= self.before:
            return False
        return self.hours is None or self._in_hours(story.now // 60 % 24)

    def _in_hours(self, hour: int) -> bool:
        first, last = self.hours or (0, 24)
        return first <= hour < last if first <= last else hour >= first or hour < last


class Elapsed(Condition):
    """So much time has passed since a beat was done."""

    tag = "elapsed"
    since: BeatName
    """The beat."""
    time: Duration
    """How long ago it has to be."""

    def holds(self, story: "Telling") -> bool:
        """Whether it is done and so long ago."""
        return story.done(self.since) and story.now - story.done_at(self.since) >= self.time

    def causes(self, story: "Telling") -> list[int]:
        """The beat."""
        return story.events_of(self.since)

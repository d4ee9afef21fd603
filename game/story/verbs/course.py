"""Conditions and effects about the course of the story itself."""

from typing import TYPE_CHECKING

from game.story.names import BeatName, CastName, ObjectiveName, OutcomeName, RoomName
from game.story.reading.scalars import Name, Words
from game.story.verbs.base import Condition, Effect

if TYPE_CHECKING:
    from game.story.telling import Telling


class OptionName(Name):
    """An option of the beat named beside it."""

    what = "option"
    __slots__ = ()


class BeatDone(Condition):
    """A beat has happened; one that asks is done when it has been answered."""

    tag = "beat_done"
    short = "beat"
    beat: BeatName
    """The beat."""

    def holds(self, story: "Telling") -> bool:
        """Whether it is done."""
        return story.done(self.beat)

    def causes(self, story: "Telling") -> list[int]:
        """The beat, or its answer."""
        return story.events_of(self.beat)


class BeatMissed(Condition):
    """A beat can't happen any more: its time ran out, or it was called off."""

    tag = "beat_missed"
    short = "beat"
    beat: BeatName
    """The beat."""

    def holds(self, story: "Telling") -> bool:
        """Whether it was missed."""
        return self.beat in story.state.missed

    def causes(self, story: "Telling") -> list[int]:
        """The event of its being missed."""
        return [story.state.missed[self.beat]] if self.beat in story.state.missed else []


class Chose(Condition):
    """A question was answered so, by the warden or by default."""

    tag = "chose"
    beat: BeatName
    """The beat that asked."""
    option: OptionName
    """The answer."""

    def holds(self, story: "Telling") -> bool:
        """Whether that was the answer."""
        return story.state.chosen.get(self.beat) == self.option

    def causes(self, story: "Telling") -> list[int]:
        """The answer."""
        return story.events_of(self.beat)


class ObjectiveOk(Condition):
    """An objective has not failed."""

    tag = "objective_ok"
    short = "objective"
    objective: ObjectiveName
    """The objective."""

    def holds(self, story: "Telling") -> bool:
        """Whether it is open, kept or done."""
        return story.state.objectives.get(self.objective, "open") != "failed"


class Say(Effect):
    """The warden is told something; it stands in the feed."""

    tag = "say"
    short = "text"
    text: Words
    """What is said."""
    who: CastName | None = None
    """Whom it is about."""
    room: RoomName | None = None
    """Where it is."""

    def apply(self, story: "Telling") -> None:
        """Tells him."""
        story.say(self.text, self.who, self.room)


class SetObjective(Effect):
    """An objective that was held back (`later: true`) is put to the warden."""

    tag = "objective"
    short = "objective"
    objective: ObjectiveName
    """The objective."""

    def apply(self, story: "Telling") -> None:
        """Opens it, if it isn't."""
        story.state.objectives.setdefault(self.objective, "open")


class End(Effect):
    """The episode ends with this outcome."""

    tag = "end"
    short = "outcome"
    outcome: OutcomeName
    """The outcome."""

    def apply(self, story: "Telling") -> None:
        """Ends it, unless it has ended."""
        story.end(self.outcome)


class CallOff(Effect):
    """A beat that has not happened yet will not happen; its `missed` follows."""

    tag = "call_off"
    short = "beat"
    beat: BeatName
    """The beat."""

    def apply(self, story: "Telling") -> None:
        """Notes it; the director lets it be missed."""
        if self.beat not in story.state.called_off:
            story.state.called_off.append(str(self.beat))

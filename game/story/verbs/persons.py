"""Conditions about single people: where they are, how they stand, what they did."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from game.sim.house.plan import ROOM_KINDS
from game.sim.minds.ties import FEELINGS, Ties, tie_between
from game.sim.people import NEEDS, Identity, Needs, Place, Status
from game.sim.storyboard import Measure
from game.story.events import EVENTS, DeedName
from game.story.names import BeatName, CastName, RoomName, WingName
from game.story.reading.scalars import Comparison, OneOf
from game.story.verbs.base import Condition

if TYPE_CHECKING:
    from game.story.telling import Telling

NeedName = Annotated[str, OneOf("need", NEEDS)]


class Alive(Condition):
    """A person has not died."""

    tag = "alive"
    short = "who"
    who: CastName
    """The person."""

    def holds(self, story: "Telling") -> bool:
        """Whether he is alive."""
        return bool(story.one(self.who, Identity).status != Status.DEAD)


class Where(Condition):
    """A person is in a room, in a kind of room, or anywhere in a wing."""

    tag = "where"
    needs_one = ("room", "kind", "wing")
    who: CastName
    """The person."""
    room: RoomName | None = None
    """The room he is in."""
    kind: Annotated[str, OneOf("kind of room", ROOM_KINDS)] | None = None
    """The kind of room he is in."""
    wing: WingName | None = None
    """The wing he is in."""

    def holds(self, story: "Telling") -> bool:
        """Whether he is there."""
        tile = int(story.one(self.who, Place).tile)
        room = story.world.plan.rooms[int(story.world.ground.room_at[tile])] if tile else None
        if room is None or not room.id:
            return False
        fits = [self.room is None or room.key == self.room, self.kind is None or room.kind == self.kind]
        return all(fits) and (self.wing is None or room.wing == story.wing(self.wing))


class IsSo(Condition):
    """How things stand with a person: whether he is in the prison, in which wing and cell, and with whom."""

    tag = "status"
    needs_one = ("present", "wing", "cell", "shares_with")
    who: CastName
    """The person."""
    present: bool | None = None
    """Whether he is in the prison, or on its staff."""
    wing: WingName | None = None
    """The wing he belongs to."""
    cell: RoomName | None = None
    """The cell he lives in."""
    shares_with: CastName | None = None
    """Somebody who lives in the same cell."""

    def holds(self, story: "Telling") -> bool:
        """Whether it is all so."""
        who = story.one(self.who, Identity)
        here = who.status in (Status.PRESENT, Status.AWAY)
        if self.present is not None and here != self.present:
            return False
        if self.wing is not None and who.wing != story.wing(self.wing):
            return False
        if self.cell is not None and who.cell != story.room(self.cell):
            return False
        return self.shares_with is None or self._shares(story)

    def _shares(self, story: "Telling") -> bool:
        cells = [int(story.one(name, Identity).cell) for name in (self.who, self.shares_with) if name]
        return cells[0] == cells[-1] > 0


class NeedIs(Condition):
    """How well a need of a person is met, 0 (desperate) to 100 (content)."""

    tag = "need"
    who: CastName
    """The person."""
    need: NeedName
    """The need."""
    is_: Annotated[Comparison, Field(alias="is")]
    """What it is compared with, such as `< 30`; points."""

    def holds(self, story: "Telling") -> bool:
        """Whether it is so."""
        lack = float(getattr(story.one(self.who, Needs), self.need))
        return self.is_.holds(round((1 - lack) * 100))

    def measure(self, story: "Telling") -> Measure:
        """How well it is met."""
        return Measure("need", self.is_.sign, self.is_.number, story.person(self.who), self.need)


class RelationIs(Condition):
    """What one person holds of another: regard −100 to 100, debt in packs of cigarettes, all else 0 to 100."""

    tag = "relation"
    needs_one = FEELINGS
    who: CastName
    """Who feels it."""
    whom: CastName
    """Towards whom."""
    regard: Comparison | None = None
    """What the regard is compared with; points."""
    hate: Comparison | None = None
    """What the hate is compared with; points."""
    fear: Comparison | None = None
    """What the fear is compared with; points."""
    respect: Comparison | None = None
    """What the respect is compared with; points."""
    trust: Comparison | None = None
    """What the trust is compared with; points."""
    debt: Comparison | None = None
    """What `who` owes `whom`; packs."""

    def _tie(self, story: "Telling") -> int:
        return tie_between(story.world, story.person(self.who), story.person(self.whom))

    def holds(self, story: "Telling") -> bool:
        """Whether all comparisons hold; where nothing ever happened, all is 0."""
        tie = self._tie(story)
        held = story.world.one(tie, Ties) if tie else None
        for name in FEELINGS:
            wanted, value = getattr(self, name), float(getattr(held, name)) if held is not None else 0.0
            if wanted is not None and not wanted.holds(round(value * (1 if name == "debt" else 100))):
                return False
        return True

    def causes(self, story: "Telling") -> list[int]:
        """The event that last shaped the tie."""
        return story.cause_of_tie(self._tie(story))


class HasDone(Condition):
    """A person has done something, to somebody if named, since a beat if named."""

    tag = "has_done"
    who: CastName
    """Who did it."""
    what: DeedName
    """What was done."""
    to: CastName | None = None
    """To whom."""
    since: BeatName | None = None
    """Only after this beat."""

    def holds(self, story: "Telling") -> bool:
        """Whether it happened."""
        return bool(self.causes(story))

    def causes(self, story: "Telling") -> list[int]:
        """The last time."""
        who, to = story.person(self.who), story.person(self.to) if self.to else 0
        found = [
            event.id for event in story.events(EVENTS[self.what], self.since)
            if event.who == who and (not to or event.whom == to)
        ]  # fmt: skip
        return found[-1:]

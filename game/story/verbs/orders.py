"""Effects that are orders of the office: an answer gives them, people carry them out, and they can be refused."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from game.sim.commands import (
    AllowVisit,
    BookVisit,
    CallOfficers,
    Command,
    DenyVisit,
    HearPerson,
    Mediate,
    Protect,
    Refer,
    SearchCell,
    SearchPerson,
    SendPerson,
    Separate,
)  # fmt: skip
from game.sim.people import Identity, Place
from game.sim.visits.book import live_visits
from game.story.names import CastName
from game.story.verbs.base import AnyEffect, Effect

if TYPE_CHECKING:
    from game.story.telling import Telling


class OfficeOrder(Effect):
    """Base of what can be refused, as it would be to the player: then `otherwise` follows."""

    otherwise: list[AnyEffect] = []
    """What follows instead when it can't be ordered now."""

    def command(self, story: "Telling") -> Command:
        """The order."""
        raise NotImplementedError

    def apply(self, story: "Telling") -> None:
        """Gives the order, or what comes in its place."""
        if story.order(self.command(story)) is not None:
            for each in self.otherwise:
                each.apply(story)


class Hear(OfficeOrder):
    """Somebody of the office listens to an inmate for half an hour; he may tell what he knows."""

    tag = "hear"
    short = "who"
    who: CastName
    """The inmate."""

    def command(self, story: "Telling") -> Command:
        """The order to listen."""
        return HearPerson(story.person(self.who))


class SendToHelp(OfficeOrder):
    """An inmate is referred to the chaplain or to the medics."""

    tag = "refer"
    who: CastName
    """The inmate."""
    to: Literal["chaplain", "medic"]
    """To whom."""

    def command(self, story: "Telling") -> Command:
        """The referral."""
        return Refer(story.person(self.who), self.to)


class SitDown(OfficeOrder):
    """Two inmates sit down with somebody between them."""

    tag = "mediate"
    who: CastName
    """One of them."""
    whom: CastName
    """The other."""

    def command(self, story: "Telling") -> Command:
        """The mediation."""
        return Mediate(story.person(self.who), story.person(self.whom))


class KeepApart(OfficeOrder):
    """Two inmates are kept apart from now on."""

    tag = "separate"
    who: CastName
    """One of them."""
    whom: CastName
    """The other."""

    def command(self, story: "Telling") -> Command:
        """The separation."""
        return Separate(story.person(self.who), story.person(self.whom))


class TakeIn(OfficeOrder):
    """An inmate is moved to protective custody."""

    tag = "protect"
    short = "who"
    who: CastName
    """The inmate."""

    def command(self, story: "Telling") -> Command:
        """The move."""
        return Protect(story.person(self.who))


class Search(OfficeOrder):
    """Officers search an inmate, or the cell he lives in."""

    tag = "search"
    needs_one = ("who", "cell_of")
    who: CastName | None = None
    """The inmate himself."""
    cell_of: CastName | None = None
    """His cell."""

    def command(self, story: "Telling") -> Command:
        """The search."""
        if self.who:
            return SearchPerson(story.person(self.who))
        return SearchCell(int(story.one(self.cell_of or "", Identity).cell))


class SendOfficers(OfficeOrder):
    """Officers are sent to where an inmate is: the nearest ones to a fight, else the nearest one, for an hour."""

    tag = "call_officers"
    short = "to"
    to: CastName
    """The inmate."""

    def command(self, story: "Telling") -> Command:
        """The call."""
        desk, tile = story.world.desk(), int(story.one(self.to, Place).tile)
        room = int(story.world.ground.room_at[tile])
        officer, _ = desk.nearest_officer(room) if room else (0, 0)
        if officer and not any(fight.room == room for fight in desk.fights()):
            return SendPerson(officer, room)
        return CallOfficers(room)


class AnswerVisit(Effect):
    """A visitor asks to come, and is answered: he may, he may and is searched at the gate, or he may not."""

    tag = "visit"
    visitor: Annotated[CastName, Field(alias="from")]
    """The visitor; `family_of` in the cast says whose."""
    answer: Literal["allow", "search", "deny"] | None = None
    """The answer; without one, it waits on the desk, and in the end the wing's standing rule decides."""

    def apply(self, story: "Telling") -> None:
        """Books the visit where none is booked, and gives the order."""
        visitor = story.person(self.visitor)
        story.order(BookVisit(visitor, story.because))
        visit = next((each for each in live_visits(story.world) if each.visitor == visitor), None)
        if visit is not None and self.answer is not None:
            searched = self.answer == "search"
            story.order(DenyVisit(visit.id) if self.answer == "deny" else AllowVisit(visit.id, searched))

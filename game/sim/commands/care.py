"""Orders that look after people: keep apart, bring together, listen, refer, protect."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.care.apart import keep_apart, let_together
from game.sim.care.talks import arrange
from game.sim.commands.base import Command, Refusal, command
from game.sim.commands.persons import give_cell, not_an_inmate
from game.sim.events import Cause, Kind, Role
from game.sim.minds.thoughts import think
from game.sim.minds.ties import feeling
from game.sim.people import Identity, Needs

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World

REFERRALS = {"chaplain": "chapel", "medic": "ward"}
"""To whom somebody can be referred, and the talk it comes to."""
MOST_WAITING = 4
"""How many may wait for the chaplain, or for the medics, before more are turned away (ours)."""
FELT_SAFER = 0.25
"""Need of safety that protection takes off (ours)."""


def _two_inmates(desk: "Desk", one: int, other: int) -> Refusal | None:
    refusal = not_an_inmate(desk, one) or not_an_inmate(desk, other)
    return refusal or (Refusal("refusal.same_man") if one == other else None)


def _cannot_talk(desk: "Desk", person: int) -> Refusal | None:
    """Say why an inmate can't be called to a talk now."""
    if desk.is_night:
        return Refusal("refusal.at_night")
    if not desk.room_of(person):
        return Refusal("refusal.not_here")
    return Refusal("refusal.in_talk", {"who": person}) if desk.in_talk(person) else None


@command(13)
@dataclass(frozen=True, slots=True)
class Separate(Command):
    """Keep two inmates apart: never one cell, one sitting or one workplace; `apart` False lifts it."""

    one: int
    other: int
    apart: bool = True

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse what is so already, and cellmates for one of whom there is no other bed."""
        refusal = _two_inmates(desk, self.one, self.other)
        if refusal is not None:
            return refusal
        if (self.other in desk.kept_from(self.one)) == self.apart:
            return Refusal("refusal.already_so")
        together = self.apart and desk.cell_of(self.one) == desk.cell_of(self.other) > 0
        if together and not self._way_out(desk)[0]:
            return Refusal("refusal.no_bed_apart", {"who": self.one, "whom": self.other})
        return None

    def _way_out(self, desk: "Desk") -> tuple[int, int]:
        """Return who of two cellmates moves and where to; (0, 0): neither can."""
        for person, stays in ((self.other, self.one), (self.one, self.other)):
            room = desk.cell_for(person, but=stays)
            if room:
                return person, room
        return 0, 0

    def apply(self, world: "World", cause: int) -> None:
        """Write it into the books; who shares a cell or a workplace with the other gets another, or none."""
        if not self.apart:
            let_together(world, self.one, self.other)
            return
        event = world.emit(
            Kind.Separated, who=self.one, whom=self.other, because=[Cause(cause, 1.0, Role.DEED)]
        )
        desk = world.desk(-1)
        if desk.cell_of(self.one) == desk.cell_of(self.other) > 0:
            give_cell(world, *self._way_out(desk), event)
        keep_apart(world, self.one, self.other, event)
        self._part_at_work(world, desk)
        for who, whom in ((self.one, self.other), (self.other, self.one)):
            regard = feeling(world, who, whom, "regard")
            if regard > 0:
                think(world, who, "kept_apart", event, whom, regard)

    def _part_at_work(self, world: "World", desk: "Desk") -> None:
        """Give the second another workplace, if both have the same."""
        job = desk.job_of(self.one)
        if not job or desk.job_of(self.other) != job:
            return
        rooms = [spot.room for spot in world.plan.spots[1:] if spot.kind == "work"]
        free = [room for room in dict.fromkeys(rooms) if room != job and desk.jobs_free(room)]
        world.one(self.other, Identity).job = free[0] if free else 0

    def about(self) -> dict[str, int]:
        """Name the two."""
        return {"who": self.one, "whom": self.other}


@command(14)
@dataclass(frozen=True, slots=True)
class Mediate(Command):
    """Let two inmates sit down together with a mediator; 0: whoever is best at it and has time."""

    one: int
    other: int
    mediator: int = 0

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse at night, for men who are locked in, and where nobody suited has time."""
        refusal = _two_inmates(desk, self.one, self.other)
        refusal = refusal or _cannot_talk(desk, self.one) or _cannot_talk(desk, self.other)
        if refusal is not None:
            return refusal
        for person in (self.one, self.other):
            if desk.is_locked_down(person):
                return Refusal("refusal.wing_locked", {"who": person})
        if not self.mediator:
            return None if desk.mediators() else Refusal("refusal.no_mediator")
        if not desk.is_suited(self.mediator):
            return Refusal("refusal.not_suited", {"who": self.mediator})
        return None if desk.has_time(self.mediator) else Refusal("refusal.no_time", {"who": self.mediator})

    def apply(self, world: "World", cause: int) -> None:
        """Arrange it."""
        mediator = self.mediator or world.desk().mediators()[0]
        arrange(world, "mediation", (self.one, self.other), mediator, cause)

    def about(self) -> dict[str, int]:
        """Name the two."""
        return {"who": self.one, "whom": self.other}


@command(15)
@dataclass(frozen=True, slots=True)
class HearPerson(Command):
    """Have somebody of the office listen to an inmate for half an hour; 0: the nearest officer who has time."""

    person: int
    listener: int = 0

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse at night, and where nobody has time to listen."""
        refusal = not_an_inmate(desk, self.person) or _cannot_talk(desk, self.person)
        if refusal is not None:
            return refusal
        if not self.listener:
            return None if desk.listener(self.person) else Refusal("refusal.no_listener")
        if desk.role(self.listener) in ("inmate", "visitor", ""):
            return Refusal("refusal.wrong_person")
        return None if desk.has_time(self.listener) else Refusal("refusal.no_time", {"who": self.listener})

    def apply(self, world: "World", cause: int) -> None:
        """Arrange it."""
        listener = self.listener or world.desk().listener(self.person)
        arrange(world, "hearing", (self.person,), listener, cause)

    def about(self) -> dict[str, int]:
        """Name the person."""
        return {"whom": self.person}


@command(16)
@dataclass(frozen=True, slots=True)
class Refer(Command):
    """Send an inmate to the chaplain or to the medics, who see him as soon as they have time."""

    person: int
    to: str
    """`chaplain` or `medic`."""

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse at night, from a locked wing, where nobody is on duty, and where too many wait already."""
        refusal = not_an_inmate(desk, self.person) or _cannot_talk(desk, self.person)
        if refusal is not None:
            return refusal
        if self.to not in REFERRALS:
            return Refusal("refusal.wrong_person")
        if desk.is_locked_down(self.person):
            return Refusal("refusal.wing_locked", {"who": self.person})
        if not desk.on_duty(self.to):
            return Refusal(f"refusal.no_{self.to}")
        many = desk.waiting(REFERRALS[self.to]) >= MOST_WAITING
        return Refusal("refusal.many_wait", {"n": MOST_WAITING}) if many else None

    def apply(self, world: "World", cause: int) -> None:
        """Put him on the list."""
        event = world.emit(Kind.Referred, whom=self.person, because=[Cause(cause, 1.0, Role.DEED)])
        arrange(world, REFERRALS[self.to], (self.person,), 0, event)

    def about(self) -> dict[str, int]:
        """Name the person."""
        return {"whom": self.person}


@command(17)
@dataclass(frozen=True, slots=True)
class Protect(Command):
    """Move an inmate to protective custody; back he comes by being given another cell."""

    person: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse where there is no such wing, he is there already, or it is full."""
        refusal = not_an_inmate(desk, self.person)
        if refusal is not None:
            return refusal
        wing = desk.protective_wing()
        if not wing:
            return Refusal("refusal.no_protection")
        if desk.wing_of(self.person) == wing:
            return Refusal("refusal.already_so")
        return None if desk.cell_for(self.person, wing) else Refusal("refusal.protection_full")

    def apply(self, world: "World", cause: int) -> None:
        """Give him a cell there; he feels safer, and loses his company and his work."""
        desk = world.desk(-1)
        room = desk.cell_for(self.person, desk.protective_wing())
        because = [Cause(cause, 1.0, Role.DEED)]
        event = world.emit(Kind.Protected, whom=self.person, place=room, because=because)
        give_cell(world, self.person, room, event)
        world.one(self.person, Identity).job = 0
        needs = world.one(self.person, Needs)
        needs.safety = max(0.0, needs.safety - FELT_SAFER)
        think(world, self.person, "protected", event)

    def about(self) -> dict[str, int]:
        """Name the person."""
        return {"whom": self.person}

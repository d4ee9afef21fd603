"""Orders about single people: where they live, serve and go."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.commands.base import Command, Refusal, command
from game.sim.engine.calendar import SHIFT_STARTS_HOURS
from game.sim.events import Cause, Kind, Role
from game.sim.house.plan import CELL_KINDS, ROLES
from game.sim.office import Send
from game.sim.people import Doing, Duty, Identity, Roots

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World

MINUTES_SENT = 60
"""How long a person stays where he was sent."""


def not_an_inmate(desk: "Desk", person: int) -> Refusal | None:
    """Say that somebody is not here, or no inmate."""
    if not desk.is_here(person):
        return Refusal("refusal.not_here")
    return None if desk.role(person) == "inmate" else Refusal("refusal.not_an_inmate")


def give_cell(world: "World", person: int, room: int, cause: int) -> None:
    """Give an inmate a bed in a cell that has one free."""
    identity, doing = world.one(person, Identity), world.one(person, Doing)
    identity.cell, identity.bed = room, world.desk(-1).free_bed(room)
    identity.wing = world.plan.rooms[room].wing
    doing.until = world.tick
    because = [Cause(cause, 1.0, Role.DEED)]
    doing.because = world.emit(Kind.CellAssigned, who=person, place=room, because=because)
    world.one(person, Roots).cell = doing.because


@command(6)
@dataclass(frozen=True, slots=True)
class AssignCell(Command):
    """Give an inmate another cell."""

    person: int
    room: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse for staff, for rooms that are no cells, for full ones and for his own."""
        refusal = not_an_inmate(desk, self.person)
        if refusal is not None:
            return refusal
        if not 0 < self.room < len(desk.plan.rooms) or desk.plan.rooms[self.room].kind not in CELL_KINDS:
            return Refusal("refusal.no_cell")
        if desk.cell_of(self.person) == self.room:
            return Refusal("refusal.already_so")
        clash = desk.clashes(self.person, self.room)
        if clash:
            return Refusal("refusal.kept_apart", {"who": self.person, "whom": clash})
        return None if desk.free_bed(self.room) else Refusal("refusal.no_bed", {"room": self.room})

    def apply(self, world: "World", cause: int) -> None:
        """Write him into the cell's book; he moves when he next goes to his cell."""
        give_cell(world, self.person, self.room, cause)

    def about(self) -> dict[str, int]:
        """Name the person and the cell."""
        return {"whom": self.person, "place": self.room}


@command(7)
@dataclass(frozen=True, slots=True)
class PostOfficer(Command):
    """Put a member of staff on another post; on duty, he goes there at once."""

    person: int
    post: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse posts of other roles, and his own."""
        if not 0 < self.post < len(desk.plan.posts):
            return Refusal("refusal.no_post")
        post = desk.plan.posts[self.post]
        if desk.role(self.person) != post.role:
            return Refusal("refusal.wrong_role", {"role": ROLES.index(post.role)})
        return Refusal("refusal.already_so") if desk.post_of(self.person) == self.post else None

    def apply(self, world: "World", cause: int) -> None:
        """Change his post."""
        duty = world.one(self.person, Duty)
        duty.post, duty.leg = self.post, 0
        because = [Cause(cause, 1.0, Role.DEED)]
        duty.because = world.emit(Kind.Posted, who=self.person, detail=self.post, because=because)
        world.one(self.person, Doing).until = world.tick

    def about(self) -> dict[str, int]:
        """Name the person and the first room of the post."""
        return {"whom": self.person}


@command(8)
@dataclass(frozen=True, slots=True)
class SendPerson(Command):
    """Order a person to a room, for an hour."""

    person: int
    room: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse for people who are not here and for rooms they can't be sent to."""
        if not desk.is_here(self.person):
            return Refusal("refusal.not_here")
        if not 0 < self.room < len(desk.plan.rooms) or desk.plan.rooms[self.room].kind == "outside":
            return Refusal("refusal.no_room")
        if desk.role(self.person) == "inmate" and not desk.can_reach(self.person, self.room):
            return Refusal("refusal.locked_in", {"room": self.room})
        return None

    def apply(self, world: "World", cause: int) -> None:
        """Note the order; he sets out with his next choice, at once."""
        because = [Cause(cause, 1.0, Role.DEED)]
        event = world.emit(Kind.Sent, who=self.person, place=self.room, because=because)
        world.attach("send", self.person, Send(self.person, self.room, world.tick + MINUTES_SENT, event))
        world.one(self.person, Doing).until = world.tick

    def about(self) -> dict[str, int]:
        """Name the person and the room."""
        return {"whom": self.person, "place": self.room}


@command(9)
@dataclass(frozen=True, slots=True)
class SetShift(Command):
    """Put a member of staff on another shift, from the next one that begins."""

    person: int
    shift: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse for inmates, unknown shifts and his own."""
        if not 0 <= self.shift < len(SHIFT_STARTS_HOURS) or desk.role(self.person) in (
            "",
            "inmate",
            "visitor",
        ):
            return Refusal("refusal.wrong_role")
        return Refusal("refusal.already_so") if desk.shift_of(self.person) == self.shift else None

    def apply(self, world: "World", cause: int) -> None:
        """Change the roster."""
        world.one(self.person, Duty).shift = self.shift

    def about(self) -> dict[str, int]:
        """Name the person."""
        return {"whom": self.person}

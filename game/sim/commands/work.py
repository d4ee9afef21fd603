"""Orders about work: who works where."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.commands.base import Command, Refusal, command
from game.sim.people import Doing, Identity, Roots

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World

WORKPLACES = ("kitchen", "workshop", "laundry", "library", "storage")
"""Kinds of rooms where inmates work."""


@command(32)
@dataclass(frozen=True, slots=True)
class AssignJob(Command):
    """Give an inmate work in a room, or take it from him (room 0)."""

    person: int
    room: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse for staff, for rooms without work, for full ones and for what is so already."""
        if not desk.is_here(self.person):
            return Refusal("refusal.not_here")
        if desk.role(self.person) != "inmate":
            return Refusal("refusal.not_an_inmate")
        if desk.job_of(self.person) == self.room:
            return Refusal("refusal.already_so")
        if not self.room:
            return None
        if not 0 < self.room < len(desk.plan.rooms) or desk.plan.rooms[self.room].kind not in WORKPLACES:
            return Refusal("refusal.no_workplace")
        clash = desk.clashes(self.person, self.room)
        if clash:
            return Refusal("refusal.kept_apart", {"who": self.person, "whom": clash})
        return None if desk.jobs_free(self.room) else Refusal("refusal.no_work_there", {"room": self.room})

    def apply(self, world: "World", cause: int) -> None:
        """Write him into the books of the workplace; he goes there when his wing next works."""
        world.one(self.person, Identity).job = self.room
        world.one(self.person, Roots).job = cause
        doing = world.one(self.person, Doing)
        doing.until, doing.because = world.tick, cause

    def about(self) -> dict[str, int]:
        """Name the person and the workplace."""
        return {"whom": self.person, "place": self.room}

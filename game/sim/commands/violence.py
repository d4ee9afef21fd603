"""Orders in a fight: more officers."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.commands.base import Command, Refusal, command
from game.sim.violence.fights import fight_of

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World

MOST_OFFICERS = 8


@command(31)
@dataclass(frozen=True, slots=True)
class CallOfficers(Command):
    """Send so many more officers, the nearest, to a room in which men fight."""

    room: int
    officers: int = 2

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse where no fight is known of, silly numbers, and when nobody can come."""
        if not any(fight.room == self.room for fight in desk.fights()):
            return Refusal("refusal.no_fight")
        if not 0 < self.officers <= MOST_OFFICERS:
            return Refusal("refusal.too_many_officers", {"n": MOST_OFFICERS})
        return None if desk.officers_free(self.room) else Refusal("refusal.no_officer_free")

    def apply(self, world: "World", cause: int) -> None:
        """Call them; they set out with the next minute."""
        for view in world.desk().fights():
            fight = fight_of(world, view.id) if view.room == self.room else None
            if fight is not None:
                fight.wanted = len(fight.responders) + self.officers
                fight.alarm, fight.alarm_tick = cause, world.tick

    def about(self) -> dict[str, int]:
        """Name the room."""
        return {"place": self.room}

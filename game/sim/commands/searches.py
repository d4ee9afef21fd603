"""Orders to search: a cell, or a man."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.commands.base import Command, Refusal, command
from game.sim.goods.searching import CELL, PERSON, begin_search
from game.sim.house.plan import CELL_KINDS

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World


@command(18)
@dataclass(frozen=True, slots=True)
class SearchCell(Command):
    """Have a cell searched: the nearest free officer goes there and turns it over."""

    room: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse rooms that are no cells, cells being searched, and when no officer is free."""
        if not 0 < self.room < len(desk.plan.rooms) or desk.plan.rooms[self.room].kind not in CELL_KINDS:
            return Refusal("refusal.no_cell")
        if desk.is_being_searched(CELL, self.room):
            return Refusal("refusal.being_searched")
        return None if desk.search_odds(CELL, self.room).officer else Refusal("refusal.no_officer")

    def apply(self, world: "World", cause: int) -> None:
        """Send the officer."""
        begin_search(world, CELL, self.room, cause)

    def about(self) -> dict[str, int]:
        """Name the cell."""
        return {"place": self.room}


@command(19)
@dataclass(frozen=True, slots=True)
class SearchPerson(Command):
    """Have an inmate searched: the nearest free officer goes to him."""

    person: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse for who is no inmate or not here, who is being searched, and when no officer is free."""
        if not desk.is_here(self.person) or not desk.room_of(self.person):
            return Refusal("refusal.not_here")
        if desk.role(self.person) != "inmate":
            return Refusal("refusal.only_inmates")
        if desk.is_being_searched(PERSON, self.person):
            return Refusal("refusal.being_searched")
        return None if desk.search_odds(PERSON, self.person).officer else Refusal("refusal.no_officer")

    def apply(self, world: "World", cause: int) -> None:
        """Send the officer."""
        begin_search(world, PERSON, self.person, cause)

    def about(self) -> dict[str, int]:
        """Name the man."""
        return {"whom": self.person}

"""Searches: of cells and of men, ordered by the office or made by a wing's officers of their own accord."""

from game.sim.engine.calendar import MINUTES_PER_HOUR, hour_of
from game.sim.engine.system import System
from game.sim.goods.items import items_in, items_of
from game.sim.goods.searching import (
    CELL,
    PERSON,
    Search,
    SearchRules,
    begin_search,
    last_shift,
    look_through,
    room_to_search,
    send_to_search,
)  # fmt: skip
from game.sim.house.going import hold, release
from game.sim.minds.thoughts import think
from game.sim.people import INMATE, Identity, Place, Status
from game.sim.states import Hold, State

ROUTINE_HOURS = (9, 10, 11, 13, 14, 15, 16, 17)
"""When wings' officers search cells of their own accord."""


class SearchSystem(System):
    """Officers sent to search go there, take their time, and find each thing with the odds that the desk shows.

    They are missing at their posts meanwhile; who is searched, or lives in the cell, resents it.
    """

    every = 4

    def run(self) -> None:
        """Let routine begin what it does at this hour, and see to all searches."""
        world = self.world
        if world.tick % MINUTES_PER_HOUR == 0 and hour_of(world.tick) in ROUTINE_HOURS:
            self._routine()
        for id, search in world.each(Search):
            if world.one(search.officer, State).held != Hold.SEARCH or world.tick > search.until:
                self._give_up(id, search)
            elif search.ends:
                if world.tick >= search.ends:
                    self._conclude(id, search)
            else:
                self._approach(search)

    def _routine(self) -> None:
        """Draw whether a cell is searched this hour, and which."""
        world, cells = self.world, self.world.ground.cells
        share = self.rules(SearchRules).routine_cells / len(ROUTINE_HOURS)
        drawn, cell = self.dice.uniform(), cells[self.dice.below(len(cells))] if cells else 0
        if cell and drawn < share:
            begin_search(world, CELL, cell, last_shift(world), world.plan.rooms[cell].wing, routine=True)

    def _approach(self, search: Search) -> None:
        """Begin when the officer is there; he follows a man who has moved on."""
        world, rules = self.world, self.rules(SearchRules)
        officer, room = world.one(search.officer, Place), room_to_search(world, search)
        if not room:
            return
        if int(world.ground.room_at[officer.tile]) != room or officer.walking:
            if int(officer.room) != room:
                send_to_search(world, search.officer, room, search.until)
            return
        minutes = rules.cell_minutes if search.kind == CELL else rules.person_minutes
        if search.kind == PERSON:
            if world.one(search.target, State).held:
                return
            hold(
                world, world.people.rows([search.target]), Hold.SEARCH, "search", search.until, search.because
            )
        search.ends = world.tick + int(minutes)
        search.until = max(search.until, search.ends + self.every)

    def _conclude(self, id: int, search: Search) -> None:
        """Let the officer have looked everywhere; each thing there was found or not."""
        world = self.world
        if search.kind == CELL:
            items, at = items_in(world, search.target), {"place": search.target}
        else:
            room = int(world.ground.room_at[world.one(search.target, Place).tile])
            items, at = items_of(world, search.target), {"whom": search.target, "place": room}
        event, _ = look_through(world, self.dice, search.kind, items, search.officer, search.because, **at)
        scale = self.rules(SearchRules).routine_grudge if search.routine else 1.0
        for person in self._searched(search):
            think(world, person, "searched", event, scale=scale)
        self._give_up(id, search)

    def _searched(self, search: Search) -> list[int]:
        """Return who minds the search: the man, or those who live in the cell."""
        if search.kind == PERSON:
            return [search.target]
        identity = self.everyone(Identity)
        lives = (identity.cell == search.target) & (identity.status == Status.PRESENT)
        found: list[int] = self.world.people.ids[lives & (identity.role == INMATE)].tolist()
        return found

    def _give_up(self, id: int, search: Search) -> None:
        """Let everybody go who was held by a search."""
        self.world.detach("search", id)
        for person in (search.officer, search.target if search.kind == PERSON else 0):
            if person in self.world.people and self.world.one(person, State).held == Hold.SEARCH:
                release(self.world, self.world.people.rows([person]))

"""Errands: people whom the office has sent somewhere."""

import numpy as np

from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.house.going import can_go, first_free, head, taken_spots
from game.sim.house.uses import INDEX, USES
from game.sim.minds.knowledge import TRUTH
from game.sim.office import Send
from game.sim.people import Doing, Identity
from game.sim.states import Hold, State


class SendSystem(System):
    """Who was ordered somewhere goes there, stays for the time, and is then his own man again."""

    every = 2

    def run(self) -> None:
        """Set out who was sent; end what is over."""
        for person, send in self.world.each(Send):
            here = person in self.world.people
            if here and self.world.desk(TRUTH).room_of(person) == send.room:
                send.reached = True
            if self.world.tick >= send.until or not here:
                self._end(person, send)
            elif self._is_due(person):
                self._go(person, send)

    def _is_due(self, person: int) -> bool:
        """Tell whether he can be set out: his time is up, and nothing has hold of him."""
        until, held = self.world.one(person, Doing).until, self.world.one(person, State).held
        return bool(until <= self.world.tick and held == Hold.NONE)

    def _end(self, person: int, send: Send) -> None:
        """Let the order be over; who never got there did not do what he was told."""
        self.world.detach("send", person)
        if not send.reached:
            because = [Cause(send.because, 1.0, Role.MOTIVE)]
            self.world.emit(Kind.Refused, who=person, place=send.room, because=because)

    def _go(self, person: int, send: Send) -> None:
        world = self.world
        row = int(world.people.row_of[person])
        taken, beds = taken_spots(world), world.everyone(Identity).bed
        taken[beds] = True  # a bed is its owner's, also while he is out
        taken[beds[row]] = False
        spots = world.ground.spots_of([send.room], USES[INDEX["sent"]].spots).tolist()
        spot = first_free(spots, taken)
        rows = np.array([row])
        if spot and can_go(world, rows, np.array([spot]))[0]:
            head(world, rows, np.array([spot]), INDEX["sent"], send.until)
            world.everyone(Doing).because[row] = send.because

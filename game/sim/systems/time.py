"""Days and hours: what begins with them."""

from game.sim.engine.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR, hour_of, minute_of_day
from game.sim.engine.system import System
from game.sim.events import Kind
from game.sim.house.wings import refresh, stir
from game.sim.office import Wing
from game.sim.people import Identity, Status
from game.sim.systems.choice import TROLLEY_HOURS
from game.sim.systems.meals import note_missed

BRIEF_MINUTE = 6 * MINUTES_PER_HOUR
"""06:00: the office's day begins; its eyes are free again."""


class DaySystem(System):
    """At midnight a new day begins and the departed are filed; at six the office's watches end."""

    every = MINUTES_PER_HOUR

    def run(self) -> None:
        """Begin what begins at this hour."""
        minute = minute_of_day(self.world.tick)
        if minute == 0:
            self.world.emit(Kind.DayBegan, amount=self.world.tick // MINUTES_PER_DAY + 1)
            self._file_the_departed()
        if minute == BRIEF_MINUTE:
            self._free_the_eyes()

    def _free_the_eyes(self) -> None:
        """End the watches of yesterday; those set on the stroke of six are today's."""
        office, past = self.world.office, self.world.chronicle
        office.eyes[:] = [eye for eye in office.eyes if past.event(eye.because).tick == self.world.tick]
        office.set_today = len(office.eyes)

    def _file_the_departed(self) -> None:
        status = self.everyone(Identity).status
        gone = self.world.people.ids[status >= Status.RELEASED]
        if gone.size:
            self.world.people.retire(gone.tolist())


class RegimeSystem(System):
    """Every hour each wing turns to what its regime, or a lockdown, says; its people follow within minutes.

    Where they are locked in, the trolley with the meal rouses them; who is still hungry after a meal, missed it.
    """

    every = MINUTES_PER_HOUR

    def run(self) -> None:
        """Turn the wings."""
        for _, wing in self.world.each(Wing):
            if wing.activity == "meal" and wing.hours[hour_of(self.world.tick)] != "meal":
                note_missed(self.world, wing.id)
            turned = refresh(self.world, wing, wing.because if wing.locked_down else 0)
            if not turned and wing.activity == "locked" and hour_of(self.world.tick) in TROLLEY_HOURS:
                stir(self.world, wing.id)

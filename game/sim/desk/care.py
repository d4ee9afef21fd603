"""Care on the desk: who could listen, mediate, console or treat now; who is kept apart; who waits for a talk."""

import numpy as np

from game.sim.care.apart import kept_from
from game.sim.care.talks import Talk
from game.sim.desk.places import PlacesDesk
from game.sim.engine.calendar import hour_of
from game.sim.house.going import ways
from game.sim.house.ground import Ints
from game.sim.house.plan import ROLES
from game.sim.house.uses import INDEX
from game.sim.office import Wing
from game.sim.people import CHAPLAIN, OFFICER, Assessed, Doing, Duty, Identity, Place
from game.sim.states import Hold, State
from game.sim.systems.care import NIGHT_HOURS

SUITED = 0.45
"""From which mean of empathy and charisma, as the office judges them, an officer may mediate (ours)."""
ORDINARY_WINGS = ("rehabilitation", "general")
"""Kinds of wings to which men are moved as a matter of course."""


class CareDesk(PlacesDesk):
    """Who can look after whom."""

    @property
    def is_night(self) -> bool:
        """Whether it is the time in which nobody is called out of his cell to talk."""
        return hour_of(self.tick) in NIGHT_HOURS

    def kept_from(self, person: int) -> list[int]:
        """Return from whom somebody is kept apart by order."""
        return kept_from(self._world, person)

    def clashes(self, person: int, room: int) -> int:
        """Return from whom of those who live or work in a room somebody is kept apart; 0: from nobody."""
        others = [id for id in self.kept_from(person) if self.is_here(id)]
        return next((id for id in others if room in (self.cell_of(id), self.job_of(id))), 0)

    def cell_for(self, person: int, wing: int = 0, but: int = 0) -> int:
        """Return a cell with a bed for somebody, in his wing before others, apart from `but`; 0 for none."""
        own = int(self._one(person, Identity).wing)
        rooms = self.free_cells(wing)
        kinds = [self.plan.wings[self.plan.rooms[room].wing].kind for room in rooms]
        fit = [
            (self.plan.rooms[room].wing != own, room) for room, kind in zip(rooms, kinds, strict=True)
            if (wing or kind in ORDINARY_WINGS) and not self.clashes(person, room)
            and room != self.cell_of(person) and not (but and self.cell_of(but) == room)
        ]  # fmt: skip
        return min(fit)[1] if fit else 0

    def protective_wing(self) -> int:
        """Return the wing for those who need protection, 0 where there is none."""
        return next((wing.id for wing in self.plan.wings[1:] if wing.kind == "protective"), 0)

    def talks(self) -> list[Talk]:
        """Return the talks that are arranged or under way, the oldest first."""
        return [talk for _, talk in self._world.each(Talk)]

    def in_talk(self, person: int) -> bool:
        """Whether a talk is arranged with somebody, or under way."""
        return any(person in talk.people or person == talk.host for talk in self.talks())

    def listener(self, person: int) -> int:
        """Return the nearest officer who has time to listen and can get to somebody; 0 for none."""
        return next((id for id in self._near(self._free(OFFICER), person) if not self.in_talk(id)), 0)

    def mediators(self) -> list[int]:
        """Return who has time and a way with people: the chaplain, then officers, as far as they are known."""
        rows = np.concatenate([self._free(CHAPLAIN), self._free(OFFICER)])
        able = [id for id in self._world.people.ids[rows].tolist() if self.is_suited(id)]
        return sorted(able, key=lambda id: (self.role(id) != "chaplain", -self.tact(id), id))

    def tact(self, person: int) -> float:
        """Return how good a hand somebody has with people, as the office judges him, 0 to 1."""
        judged = self._one(person, Assessed)
        return float((judged.empathy + judged.charisma) / 2)

    def is_suited(self, person: int) -> bool:
        """Whether somebody may mediate: the chaplain, or an officer with empathy and charisma."""
        role = self.role(person)
        return role == "chaplain" or (role == "officer" and self.tact(person) >= SUITED)

    def has_time(self, person: int) -> bool:
        """Whether a member of staff is on duty, and neither torn away nor bound by a lockdown."""
        row = int(self._world.people.row_of[person]) if self.exists(person) else -1
        role = ROLES.index(self.role(person)) if row >= 0 else 0
        return row in self._free(role).tolist() if row >= 0 else False

    def on_duty(self, role: str) -> int:
        """Return how many of a profession are on duty now."""
        duty, identity = self._world.everyone(Duty), self._world.everyone(Identity)
        return int(((duty.on == 1) & (identity.role == ROLES.index(role))).sum())

    def waiting(self, kind: str) -> int:
        """Return how many wait for the chaplain (`chapel`) or the medics (`ward`), or are with them."""
        return len([talk for talk in self.talks() if talk.kind == kind])

    def officers_bound(self, wing: int) -> int:
        """Return how many officers of a wing's posts have no time for anything else, for it is locked down."""
        state = self._world.component("wing", wing, Wing)
        duty = self._world.everyone(Duty)
        mine = (duty.on == 1) & (self._world.ground.post_wing[duty.post] == wing)
        return int(mine.sum()) if state is not None and state.locked_down else 0

    def _free(self, role: int) -> Ints:
        """Return the rows of a profession's people who have time: on duty, at their post, not bound."""
        world = self._world
        duty, place, doing = world.everyone(Duty), world.everyone(Place), world.everyone(Doing)
        free = (duty.on == 1) & (place.tile > 0) & (world.everyone(Identity).role == role)
        free &= (world.everyone(State).held == Hold.NONE) & (doing.use == INDEX["duty"])
        locked = [wing.id for _, wing in world.each(Wing) if wing.locked_down]
        rows: Ints = (free & ~np.isin(world.ground.post_wing[duty.post], locked)).nonzero()[0]
        return rows

    def _near(self, rows: Ints, person: int) -> list[int]:
        """Return those of some people (rows) who can get to somebody, the nearest first."""
        world, place = self._world, self._world.everyone(Place)
        at, width = int(self._one(person, Place).tile), world.ground.width
        far = abs(place.tile[rows] % width - at % width) + abs(place.tile[rows] // width - at // width)
        rows = rows[np.argsort(far, kind="stable")]
        rooms = np.full(len(rows), self.room_of(person), np.int64)
        can = ways(world).reaches(place.tile[rows], world.everyone(Identity).keys[rows], rooms)
        ids: list[int] = world.people.ids[rows[can]].tolist()
        return ids

"""Care: hearings, mediations, the chaplain's and the medics' time; what comes of people being listened to."""

from dataclasses import dataclass

import numpy as np

from game.sim.care.talks import Talk, let_go, rows_of, set_out
from game.sim.care.talks_over import AFTER, called_off
from game.sim.engine.calendar import hour_of
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.house.ground import Ints
from game.sim.house.lockdowns import Lockdown
from game.sim.house.uses import INDEX
from game.sim.people import CHAPLAIN, INMATE, MEDIC, Doing, Duty, Identity, Place
from game.sim.states import Hold, State
from game.sim.systems.sight import SightRules

ROLE_OF = {"chapel": CHAPLAIN, "ward": MEDIC}
"""Whose time a referral takes."""
RETRY_MINUTES = 15
"""How often those who could not begin yet are looked at again."""
NIGHT_HOURS = (21, 22, 23, 0, 1, 2, 3, 4, 5, 6)
"""From the evening count to the end of the morning's: nobody is called out of his cell to talk."""


@dataclass(frozen=True, slots=True)
class CareRules(Rules):
    """How talks are held."""

    patience_minutes: float = rule(
        180, "minutes", "how long a talk that was arranged waits for those concerned", low=10
    )
    walk_minutes: float = rule(
        40, "minutes", "how long people wait for one another in the room", low=5, high=240
    )
    hearing_minutes: float = rule(30, "minutes", "a hearing", low=5, high=240)
    mediation_minutes: float = rule(40, "minutes", "a mediation", low=5, high=240)
    chapel_minutes: float = rule(45, "minutes", "the chaplain's time for one man", low=5, high=240)
    ward_minutes: float = rule(25, "minutes", "the medics' time for one man", low=5, high=240)


class CareSystem(System):
    """Whom the office brings together walk to a room, wait for one another, talk their time, and are let go.

    A talk is off when one of them is torn away by something else, his wing is locked down, or nobody has time.
    """

    every = 5
    phase = 3

    def run(self) -> None:
        """Look after all talks."""
        for _, talk in self.world.each(Talk):
            if not talk.room:
                if (self.world.tick - talk.asked) % RETRY_MINUTES < self.every:
                    self._waiting(talk)
            elif self._torn_apart(talk):
                self._call_off(talk)
            elif not talk.begun:
                self._gathering(talk)
            elif self.world.tick >= talk.ends:
                self._over(talk)

    def _waiting(self, talk: Talk) -> None:
        """Send them on their way as soon as all are free; give up after a while, and at night."""
        late = self.world.tick - talk.asked > self.rules(CareRules).patience_minutes
        if late or hour_of(self.world.tick) in NIGHT_HOURS:
            self._call_off(talk)
            return
        talk.host = talk.host or self._host(talk)
        if not talk.host or not self._all_free(rows_of(self.world, talk)):
            return
        until = self.world.tick + int(self.rules(CareRules).walk_minutes)
        if set_out(self.world, talk, until):
            talk.seen = self._seen_going(talk)
        elif talk.kind in ROLE_OF:
            talk.host = 0

    def _host(self, talk: Talk) -> int:
        """Return who of the profession is on duty and free, the first by number."""
        if talk.kind not in ROLE_OF:
            return 0
        mine = (self.everyone(Identity).role == ROLE_OF[talk.kind]) & (self.everyone(Duty).on == 1)
        mine &= (self.everyone(State).held == Hold.NONE) & (self.everyone(Place).tile > 0)
        mine &= self.everyone(Doing).use == INDEX["duty"]
        ids = self.world.people.ids[mine]
        return int(ids.min()) if ids.size else 0

    def _all_free(self, rows: Ints) -> bool:
        if (rows < 0).any():
            return False
        here = self.everyone(Place).tile[rows] > 0
        awake = self.everyone(Doing).use[rows] != INDEX["sleep"]
        return bool((here & awake & (self.everyone(State).held[rows] == Hold.NONE)).all())

    def _torn_apart(self, talk: Talk) -> bool:
        """Tell whether one of them is gone, in something else's hold, or has to be locked in."""
        rows = rows_of(self.world, talk)
        if (rows < 0).any() or (self.everyone(State).held[rows] != Hold.TALK).any():
            return True
        locked = [wing for wing, _ in self.world.each(Lockdown)]
        if not locked:
            return False
        identity, here = self.everyone(Identity), self.world.ground.room_at[self.everyone(Place).tile[rows]]
        out = here[:-1] != identity.cell[rows[:-1]]
        return bool((np.isin(identity.wing[rows[:-1]], locked) & out).any())

    def _gathering(self, talk: Talk) -> None:
        rows = rows_of(self.world, talk)
        if not self.everyone(Place).walking[rows].any():
            talk.begun = self.world.tick
            talk.ends = self.world.tick + int(getattr(self.rules(CareRules), f"{talk.kind}_minutes"))
            self.everyone(Doing).until[rows] = talk.ends
            self.everyone(State).held_until[rows] = talk.ends
        elif self.world.tick >= talk.ends:
            self._call_off(talk)

    def _over(self, talk: Talk) -> None:
        """Let the talk have its effect, and let them go."""
        AFTER[talk.kind](self.world, talk, self.dice)
        let_go(self.world, talk)

    def _call_off(self, talk: Talk) -> None:
        called_off(self.world, talk)
        let_go(self.world, talk)

    def _seen_going(self, talk: Talk) -> tuple[int, ...]:
        """Return which inmates see somebody being called away."""
        if talk.kind != "hearing":
            return ()
        place, ground = self.everyone(Place), self.world.ground
        at = int(place.tile[self.world.people.row_of[talk.people[0]]])
        width = ground.width
        far = np.maximum(abs(place.tile % width - at % width), abs(place.tile // width - at // width))
        near = (far <= self.rules(SightRules).near_tiles) & (place.tile > 0)
        near &= (self.everyone(Identity).role == INMATE) & (self.everyone(Doing).use != INDEX["sleep"])
        rows = (near & ground.sees[ground.room_at[place.tile], ground.room_at[at]]).nonzero()[0]
        rows = rows[ground.clear_view(place.tile[rows], at)]
        return tuple(id for id in self.world.people.ids[rows].tolist() if id not in talk.people)

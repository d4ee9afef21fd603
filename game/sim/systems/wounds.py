"""Wounds: they heal, fester or kill; staff notice them; the infirmary takes in who needs it, as it has beds."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.deals.meetings import overseen
from game.sim.engine.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR, hour_of
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.goods.items import Fate, Items, end_item, items_of
from game.sim.house.going import can_go, head, hold, release, taken_spots
from game.sim.house.ground import Ints
from game.sim.house.plan import ROLES
from game.sim.house.uses import INDEX
from game.sim.minds.thoughts import forget, think
from game.sim.people import INMATE, MEDIC, Duty, Identity, Place, Status, Trail
from game.sim.states import Body, Hold, State, StateRoots
from game.sim.violence.wounds import DEADLY, GRAVE, HURT, Patient, die

if TYPE_CHECKING:
    from game.sim.world import World

__all__ = ["BodyRules", "BodySystem"]
NOTICE_HOURS = (6, 8, 13, 18, 21)
"""Head counts and meals: hours in which staff look at everybody."""
LONGEST_STAY_MINUTES = 60 * MINUTES_PER_DAY


@dataclass(frozen=True, slots=True)
class BodyRules(Rules):
    """How wounds go."""

    heals_per_day: float = rule(0.05, "1/d", "of a wound that closes by itself", low=0, high=1)
    nursed_per_day: float = rule(0.15, "1/d", "of a wound that medics have treated, in bed", low=0, high=1)
    festers_per_day: float = rule(
        0.1, "1/d", "by which a grave wound grows that nobody treats", low=0, high=1
    )
    notice: float = rule(
        0.25, "share", "chance that staff in the room notice a scratch at a count or a meal", low=0, high=1
    )
    notice_wound: float = rule(1.5, "share", "added to that for a full wound", low=0, high=5)
    discharge: float = rule(0.08, "wound", "below which somebody is sent back", low=0, high=0.14)
    grave_death: float = rule(
        0.008, "1/h", "chance to die of a grave wound that nobody treats", low=0, high=1
    )
    deadly_death: float = rule(
        0.15, "1/h", "chance to die of a deadly wound that nobody treats", low=0, high=1
    )
    nursed_death: float = rule(
        0.006, "1/h", "chance to die of a deadly wound under the medics' hands", low=0, high=1
    )


class BodySystem(System):
    """Wounds heal by themselves, faster under medics; grave ones want a bed of the infirmary, and may kill.

    Staff notice the wounds of those in their room at head counts and meals, whoever did it.
    """

    every = 10
    phase = 6

    def run(self) -> None:
        """Let ten minutes pass for all who are hurt."""
        body, identity = self.everyone(Body), self.everyone(Identity)
        rows = ((body.wound > 0) & (identity.status <= Status.AWAY)).nonzero()[0]
        patients = dict(self.world.each(Patient))
        if rows.size or patients:
            self._heal(rows, patients)
            if self.world.tick % MINUTES_PER_HOUR == self.phase and hour_of(self.world.tick) in NOTICE_HOURS:
                self._notice(rows)
            self._need_care(rows, patients)
            self._care(patients)
            self._bleed(patients)

    def _heal(self, rows: Ints, patients: dict[int, Patient]) -> None:
        rules, body = self.rules(BodyRules), self.everyone(Body)
        nursed = np.array(
            [self._is_nursed(patients.get(id)) for id in self.world.people.ids[rows].tolist()], bool
        )
        wound = body.wound[rows]
        staff = self.everyone(Identity).role[rows] != INMATE
        festers = (wound >= GRAVE) & ~nursed & ~staff
        daily = np.where(
            nursed, -rules.nursed_per_day, np.where(festers, rules.festers_per_day, -rules.heals_per_day)
        )
        after = wound + daily * (self.every / MINUTES_PER_DAY)
        body.wound[rows] = np.minimum(np.maximum(after, 0.0), np.where(festers, 0.99, 1.0))

    def _is_nursed(self, patient: Patient | None) -> bool:
        return patient is not None and patient.treated > 0

    def _notice(self, rows: Ints) -> None:
        """Let staff see the wounds of those in their room that they know nothing of."""
        rules, state, place = self.rules(BodyRules), self.everyone(State), self.everyone(Place)
        staffed = overseen(self.world)[self.world.ground.room_at[place.tile]]
        inmate = self.everyone(Identity).role == INMATE
        wound, drawn = self.everyone(Body).wound, self.dice.uniforms(len(rows))
        shows = drawn < rules.notice + rules.notice_wound * wound[rows]
        shows &= (staffed & inmate & (place.tile > 0) & (state.held != Hold.SICK))[rows]
        for row in rows[shows].tolist():
            person = int(self.world.people.ids[row])
            if not known_wound(self.world, person):
                see_bruise(self.world, person)

    def _need_care(self, rows: Ints, patients: dict[int, Patient]) -> None:
        """Let the medics hear of who is badly hurt: of grave wounds always, of others when staff know."""
        world, wound = self.world, self.everyone(Body).wound
        hurt = rows[(wound[rows] >= HURT) & (self.everyone(Identity).role[rows] == INMATE)]
        for person in world.people.ids[hurt].tolist():
            state = world.one(person, State)
            if person in patients or state.held == Hold.FIGHT:
                continue
            because = known_wound(world, person)
            if not because and world.one(person, Body).wound >= GRAVE:
                because = see_bruise(world, person)
            if because:
                patients[person] = Patient(person, world.tick, because)
                world.attach("patient", person, patients[person])

    def _care(self, patients: dict[int, Patient]) -> None:
        """Find beds for those who wait, treat those who lie, send back those who are well."""
        well = self.rules(BodyRules).discharge
        for person, patient in list(patients.items()):
            wound = self.world.one(person, Body).wound
            if patient.discharged:
                self._bring_home(person, patient)
            elif wound < (well if patient.bed else HURT):
                self._discharge(person, patient)
            elif patient.bed:
                self._treat(person, patient)
            elif self.world.one(person, State).held == Hold.NONE:
                self._admit(person, patient)

    def _admit(self, person: int, patient: Patient) -> None:
        """Take somebody to a free bed; orderlies with keys bring him."""
        world, rows = self.world, self.world.people.rows(np.array([person], np.int64))
        beds = world.ground.spots_of(
            [room.id for room in world.plan.rooms if room.kind == "infirmary"], ("sickbed",)
        )
        beds = beds[~taken_spots(world)[beds]]
        identity, until = self.everyone(Identity), world.tick + LONGEST_STAY_MINUTES
        own = int(identity.keys[rows[0]])
        identity.keys[rows] = (1 << len(world.plan.keys)) - 1
        for bed in beds[:1].tolist() if self.everyone(Place).tile[rows[0]] else ():
            if can_go(world, rows, np.array([bed]))[0]:
                because = [Cause(patient.because, 1.0, Role.MOTIVE)]
                patient.admitted = world.emit(
                    Kind.Admitted, who=person, place=int(world.ground.spot_room[bed]),
                    amount=world.tick - patient.since, because=because,
                )  # fmt: skip
                patient.bed = bed
                hold(world, rows, Hold.SICK, "lie_sick", until, patient.admitted)
                head(world, rows, np.array([bed]), INDEX["lie_sick"], until)
                return
        identity.keys[rows] = own

    def _treat(self, person: int, patient: Patient) -> None:
        """Let a medic on duty see to who lies in his bed; the orderlies' keys are theirs again."""
        world, row = self.world, int(self.world.people.row_of[person])
        place, identity, trail = self.everyone(Place), self.everyone(Identity), self.everyone(Trail)
        if place.walking[row] or place.tile[row] != world.ground.spot_tile[patient.bed]:
            return
        if trail.at0[row] == place.tile[row]:
            identity.keys[row] = own_keys(world, int(identity.role[row]))
        room = int(world.ground.room_at[place.tile[row]])
        wing = world.ground.room_wing[world.ground.room_at[place.tile]] == world.ground.room_wing[room]
        medics = (identity.role == MEDIC) & (self.everyone(Duty).on == 1) & (place.tile > 0) & wing
        if not patient.treated and medics.any():
            patient.treated = world.emit(
                Kind.Treated, who=int(world.people.ids[medics.nonzero()[0][0]]), whom=person, place=room,
                amount=self.everyone(Body).wound[row], because=[Cause(patient.admitted, 1.0, Role.MOTIVE)],
            )  # fmt: skip
            forget(world, person, "in_pain")
            think(world, person, "treated", patient.treated)
            self._take_things(person, patient.treated, room)

    def _take_things(self, person: int, because: int, room: int) -> None:
        """Let medics find what somebody has on him when they undress him."""
        for item in items_of(self.world, person):
            found = self.world.emit(
                Kind.Found, whom=person, place=room, item=item, detail=self.world.one(item, Items).thing,
                because=[Cause(because, 1.0, Role.OPPORTUNITY)],
            )  # fmt: skip
            end_item(self.world, item, Fate.SEIZED, found)

    def _discharge(self, person: int, patient: Patient) -> None:
        """Send somebody back to his cell; who still waited for a bed needs none any more."""
        world, rows = self.world, self.world.people.rows(np.array([person], np.int64))
        if not patient.bed:
            world.detach("patient", person)
            return
        because = [Cause(patient.treated or patient.admitted, 1.0, Role.MOTIVE)]
        room, until = int(world.ground.spot_room[patient.bed]), world.tick + MINUTES_PER_DAY
        patient.discharged = world.emit(Kind.Discharged, who=person, place=room, because=because)
        patient.bed = 0
        identity = self.everyone(Identity)
        identity.keys[rows] = (1 << len(world.plan.keys)) - 1
        hold(world, rows, Hold.SICK, "sent", until, patient.discharged)
        if identity.bed[rows[0]]:
            head(world, rows, identity.bed[rows], INDEX["sent"], until)

    def _bring_home(self, person: int, patient: Patient) -> None:
        """Let somebody go whom the orderlies have brought back, or who has no bed to be brought to."""
        world, row = self.world, int(self.world.people.row_of[person])
        place, identity = self.everyone(Place), self.everyone(Identity)
        if not place.walking[row] and self.everyone(Trail).at0[row] == place.tile[row]:
            identity.keys[row] = own_keys(world, int(identity.role[row]))
            release(world, np.array([row]))
            world.detach("patient", person)

    def _bleed(self, patients: dict[int, Patient]) -> None:
        """Let some die of grave wounds; staff are driven to a hospital in time."""
        rules, body, identity = self.rules(BodyRules), self.everyone(Body), self.everyone(Identity)
        grave = (body.wound >= GRAVE) & (identity.status == Status.PRESENT) & (identity.role == INMATE)
        rows = (grave & (self.everyone(State).fight == 0)).nonzero()[0]
        drawn = self.dice.uniforms(len(rows))
        for row, chance in zip(rows.tolist(), drawn.tolist(), strict=True):
            person = int(self.world.people.ids[row])
            deadly = body.wound[row] >= DEADLY
            hourly = rules.deadly_death if deadly else rules.grave_death
            if self._is_nursed(patients.get(person)):
                hourly = rules.nursed_death if deadly else 0.0
            if chance < hourly * self.every / MINUTES_PER_HOUR:
                die(self.world, person, self.world.one(person, StateRoots).wound)


def own_keys(world: "World", role: int) -> int:
    """Return the bits of the keys that somebody of a role carries."""
    bits = 0
    for key in world.plan.keyrings.get(ROLES[role], ()):
        bits |= world.ground.key_bit[key]
    return bits


def known_wound(world: "World", person: int) -> int:
    """Return the event by which the staff know of somebody's wound: the wound itself, or that it was seen; 0: none."""
    root = int(world.one(person, StateRoots).wound)
    if not root or world.knowledge.knows(root):
        return root
    events = world.chronicle.events
    seen = (events.column("kind") == Kind.BruiseSeen) & (events.column("who") == person)
    ids = seen.nonzero()[0] + 1
    return int(ids[-1]) if ids.size and ids[-1] > root else 0


def see_bruise(world: "World", person: int) -> int:
    """Let staff see that somebody is hurt, and not by whom; return the event."""
    room = int(world.ground.room_at[world.one(person, Place).tile])
    because = [Cause(world.one(person, StateRoots).wound, 1.0, Role.DEED)]
    amount = world.one(person, Body).wound
    return world.emit(Kind.BruiseSeen, who=person, place=room, amount=amount, because=because)

"""Bodies on the desk: fights that are known of, who is hurt, who lies in the infirmary, who waits for a bed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.sim.desk.sights import SightsDesk
from game.sim.events import Kind
from game.sim.people import Identity
from game.sim.states import Body, StateRoots
from game.sim.views import Sign
from game.sim.violence.fights import Fight, open_fights
from game.sim.violence.officers import free_officers, travel_minutes
from game.sim.violence.wounds import HURT, SEVERITIES, Patient, severity

WOUND_KNOWN_MINUTES = 10 * 24 * 60
"""How long a wound that was seen once stands in a dossier, unless medics know better."""
_OF_FIGHTS = ("fight", "watch", "fetch")
_TELLS_OF_WOUNDS = (Kind.Wounded.name, Kind.BruiseSeen.name, Kind.Treated.name)
_CONCERNS_WOUNDS = (Kind.Wounded, Kind.BruiseSeen, Kind.Treated, Kind.Discharged)


@dataclass(frozen=True, slots=True)
class Coming:
    """An officer on the way to a fight; 0 minutes: he is there."""

    officer: int
    minutes: int


@dataclass(frozen=True, slots=True)
class FightView:
    """A fight that is known of. `sides` name only those who were made out."""

    id: int
    room: int
    since: int
    """Tick."""
    sides: tuple[tuple[int, ...], tuple[int, ...]]
    officers: tuple[Coming, ...]


@dataclass(frozen=True, slots=True)
class WoundView:
    """A wound as known: one of SEVERITIES, by which event, and whether medics have judged it."""

    person: int
    severity: str
    event: int
    tick: int
    by_medics: bool


@dataclass(frozen=True, slots=True)
class PatientView:
    """Somebody in the medics' care, or waiting for it."""

    person: int
    severity: str
    """One of SEVERITIES, as the medics judge."""
    since: int
    """Tick from which he needs care."""
    bed: int
    """Spot id; 0: he waits."""
    treated: bool
    cause: int
    """Event by which he came to be hurt, 0 where nobody knows."""


@dataclass(frozen=True, slots=True)
class Infirmary:
    """Beds of the infirmary, and who lies in them or waits."""

    beds: int
    free: int
    patients: tuple[PatientView, ...]
    waiting: tuple[PatientView, ...]


class BodiesDesk(SightsDesk):
    """Fights, wounds and the infirmary."""

    def fights(self) -> list[FightView]:
        """Return the fights known of that go on now, the oldest first."""
        return [self._fight(fight) for fight in open_fights(self._world) if self._knows_of(fight)]

    def _knows_of(self, fight: Fight) -> bool:
        """Tell whether a fight is known: it was seen, or officers are on their way."""
        return self.sees_all or bool(fight.responders) or self._world.knowledge.knows(fight.id)

    def _fight(self, fight: Fight) -> FightView:
        known = self.known_fighters(fight)
        sides = [tuple(p for p in side if p in known) for side in (fight.attackers, fight.defenders)]
        world = self._world
        rows = world.people.rows(np.array([r.officer for r in fight.responders], np.int64))
        minutes = travel_minutes(world, rows, fight.place).tolist() if rows.size else []
        coming = [
            Coming(r.officer, 0 if r.arrived else max(1, far))
            for r, far in zip(fight.responders, minutes, strict=True)
        ]
        return FightView(fight.id, fight.place, fight.began, (sides[0], sides[1]), tuple(coming))

    def _doing(self, person: int, use: int) -> str:
        """Return what somebody does; of a fight that nobody knows of, not even the noise."""
        done = super()._doing(person, use)
        if self.sees_all or done not in _OF_FIGHTS:
            return done
        for fight in open_fights(self._world):
            around = [*fight.gapers, *(runner.person for runner in fight.runners)]
            if self._knows_of(fight) and person in (*self.known_fighters(fight), *around):
                return done
        return "wait"

    def known_fighters(self, fight: Fight) -> list[int]:
        """Return who of those in a fight was made out: all once officers are there, else those whom facts name."""
        if self.sees_all or any(responder.arrived for responder in fight.responders):
            return fight.fighters
        known: list[int] = []
        knowledge = self._world.knowledge
        for number in range(len(knowledge.learned) - 1, -1, -1):
            fact = knowledge.fact_at(number)
            if fact.learned < fight.began:
                break
            if fact.event >= fight.id:
                known += [fact.who, fact.whom]
        return [person for person in fight.fighters if person in known]

    def officers_free(self, room: int) -> int:
        """Return how many officers on duty could go to a room now."""
        rows = free_officers(self._world).nonzero()[0]
        return int((travel_minutes(self._world, rows, room) >= 0).sum()) if rows.size else 0

    def wound(self, person: int) -> WoundView | None:
        """Return what is known of somebody's wounds, None when nothing is."""
        world = self._world
        now = self._one(person, Body).wound
        patient = world.component("patient", person, Patient)
        if self.sees_all or (patient is not None and patient.treated):
            event = self._one(person, StateRoots).wound if now > 0 else 0
            view = WoundView(person, SEVERITIES[severity(now)], event, self.tick, patient is not None)
            return view if now > 0 else None
        return self._last_seen(person)

    def _last_seen(self, person: int) -> WoundView | None:
        """Return the last wound that staff saw on somebody, unless he has been sent back since."""
        past = self._world.chronicle
        who, whom = past.events.column("who"), past.events.column("whom")
        concerned = np.isin(past.events.column("kind"), _CONCERNS_WOUNDS) & (
            (who == person) | (whom == person)
        )
        for event in (concerned.nonzero()[0] + 1).tolist()[::-1]:
            fact = self._world.knowledge.fact(event)
            if fact is None or fact.learned < self.tick - WOUND_KNOWN_MINUTES:
                continue
            if fact.kind == Kind.Discharged.name and fact.who == person:
                return None
            hurt = fact.whom if fact.kind == Kind.Treated.name else fact.who
            if fact.kind in _TELLS_OF_WOUNDS and hurt == person:
                level = severity(fact.amount) if "amount" in fact.known else 1
                return WoundView(person, SEVERITIES[max(1, level)], event, fact.tick, False)
        return None

    def infirmary(self) -> Infirmary:
        """Return the beds of the infirmary, who lies there and who waits for a bed, the worst first."""
        world = self._world
        rooms = [room.id for room in self.plan.rooms if room.kind == "infirmary"]
        beds = len(world.ground.spots_of(rooms, ("sickbed",)))
        views = [self._patient(patient) for _, patient in world.each(Patient) if not patient.discharged]
        lying = tuple(view for view in views if view.bed)
        waiting = sorted(
            (v for v in views if not v.bed), key=lambda v: (-SEVERITIES.index(v.severity), v.since)
        )
        return Infirmary(beds, beds - len(lying), lying, tuple(waiting))

    def _patient(self, patient: Patient) -> PatientView:
        wound = self._one(patient.person, Body).wound
        root = self._one(patient.person, StateRoots).wound
        cause = root if self.sees_all or self._world.knowledge.knows(root) else 0
        return PatientView(
            patient.person,
            SEVERITIES[severity(wound)],
            patient.since,
            patient.bed,
            patient.treated > 0,
            cause,
        )

    def signs_of_blows(self, ids: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return for people by id the sign of a fight or of a wound, as far as it is known; 0 for none."""
        world = self._world
        fighting = [p for f in open_fights(world) if self._knows_of(f) for p in self.known_fighters(f)]
        hurt = [
            person
            for person, patient in world.each(Patient)
            if not patient.treated and not patient.discharged
        ]
        if self.sees_all:
            body = world.everyone(Body).wound >= HURT
            hurt += world.people.ids[body & (world.everyone(Identity).role == 0)].tolist()
        signs = np.where(np.isin(ids, hurt), int(Sign.HURT), 0)
        return np.where(np.isin(ids, fighting), int(Sign.FIGHT), signs)

"""People on the desk: names, files, and what is known of how they are."""

from game.sim.desk.base import DeskBase
from game.sim.engine.calendar import MINUTES_PER_DAY, day_of
from game.sim.house.going import ways
from game.sim.house.plan import ROLES
from game.sim.house.uses import USES
from game.sim.minds.ties import TieEnds, ties_of
from game.sim.people import (
    INMATE,
    NEEDS,
    TRAITS,
    Assessed,
    Doing,
    Duty,
    Identity,
    Name,
    Needs,
    Noted,
    NotedWhen,
    Place,
    Sentence,
    Status,
    Sureness,
    Temper,
)  # fmt: skip
from game.sim.views import Dossier, Estimate

EVENTS_IN_DOSSIER = 40
FRESH_CONFIDENCE = 0.9
"""How sure a judgement by sight is when it is made."""


def confidence_at(age_minutes: int) -> float:
    """Return how sure a judgement by sight still is: half as much after a day, a third after two."""
    return FRESH_CONFIDENCE / (1 + max(0, age_minutes) / MINUTES_PER_DAY)


class PeopleDesk(DeskBase):
    """Who is who."""

    def name(self, person: int) -> str:
        """Full name, empty for nobody."""
        name = self._world.component("person", person, Name)
        return f"{name.first} {name.last}".strip() if name else ""

    def short_name(self, person: int) -> str:
        """Initial and last name, such as `T. Beecher`."""
        name = self._world.component("person", person, Name)
        if name is None:
            return ""
        return f"{name.first[0]}. {name.last}" if name.first and name.last else name.first or name.last

    def role(self, person: int) -> str:
        """One of ROLES, empty for nobody."""
        return ROLES[self._one(person, Identity).role] if self.exists(person) else ""

    def is_here(self, person: int) -> bool:
        """Whether a person is within the walls now."""
        return self.status(person) is Status.PRESENT

    def is_expected(self, person: int) -> bool:
        """Whether a person is yet to come."""
        return self.status(person) is Status.EXPECTED

    def people(self, role: str | None = None) -> list[int]:
        """Ids of all who belong to the prison now, or of those of one role."""
        identity = self._world.everyone(Identity)
        belongs = (identity.status == Status.PRESENT) | (identity.status == Status.AWAY)
        if role is not None:
            belongs &= identity.role == ROLES.index(role)
        ids: list[int] = self._world.people.ids[belongs].tolist()
        return sorted(ids)

    def find(self, text: str) -> list[int]:
        """Ids of people whose name or number has the text in it, whatever its case."""
        text = text.casefold()
        names = dict(self._world.each(Name))
        return [
            id for id in self.people()
            if text in self.name(id).casefold() or text in names[id].number.casefold()
        ]  # fmt: skip

    def look_of(self, person: int) -> int:
        """Seed of a person's looks."""
        return int(self._one(person, Identity).look)

    def cell_of(self, person: int) -> int:
        """Room id of an inmate's cell, 0 for none."""
        return int(self._one(person, Identity).cell)

    def post_of(self, person: int) -> int:
        """Post id of a member of staff, 0 for none."""
        return int(self._one(person, Duty).post)

    def job_of(self, person: int) -> int:
        """Room id of an inmate's workplace, 0 for none."""
        return int(self._one(person, Identity).job)

    def jobs_free(self, room: int) -> int:
        """How many more can work in a room."""
        jobs = self._world.everyone(Identity).job
        return len(self._world.ground.spots_in.get((room, "work"), ())) - int((jobs == room).sum())

    def shift_of(self, person: int) -> int:
        """Shift of a member of staff, −1 for none."""
        return int(self._one(person, Duty).shift)

    def room_of(self, person: int) -> int:
        """Room a person is in, 0 when off the map."""
        return int(self._world.ground.room_at[self._one(person, Place).tile])

    def can_reach(self, person: int, room: int) -> bool:
        """Whether a person can get to a room with his keys and the doors as they are."""
        world, row = self._world, self._world.people.row_of[person]
        tile = world.everyone(Place).tile[row : row + 1]
        keys = world.everyone(Identity).keys[row : row + 1]
        rooms = world.ground.room_at[tile] * 0 + room
        return bool(tile[0] > 0 and ways(world).reaches(tile, keys, rooms)[0])

    def dossier(self, person: int) -> Dossier:
        """Return all that is known of a person. Raises KeyError for nobody."""
        who, place, doing = self._one(person, Identity), self._one(person, Place), self._one(person, Doing)
        name = self._world.component("person", person, Name) or Name("", "")
        duty = self._one(person, Duty)
        crime, days, served, remaining = self._sentence(person)
        inmate = who.role == INMATE
        return Dossier(
            id=person, name=self.name(person), number=name.number, role=ROLES[who.role], age=who.age_years,
            look=who.look, faction=who.faction, crime=crime, sentence=days, served_days=served,
            remaining_days=remaining, wing=who.wing, cell=who.cell, room=self.room_of(person),
            doing=self._doing(person, doing.use), walking=bool(place.walking),
            activity=self._world.wing(who.wing).activity if who.wing else "", since=doing.since,
            needs=self._needs(person), traits=self._traits(person) if inmate else (), post=duty.post,
            shift=duty.shift, on_duty=bool(duty.on), job=who.job, watched=self._watched(person),
            present=self.is_here(person), events=tuple(self._events(person)),
        )  # fmt: skip

    def _doing(self, person: int, use: int) -> str:
        """Return what somebody does, as known."""
        return USES[use].key

    def _sentence(self, person: int) -> tuple[str, int, int, int]:
        sentence = self._world.component("person", person, Sentence)
        if sentence is None:
            return "", 0, 0, 0
        served = max(0, day_of(self.tick) - sentence.since_day)
        remaining = sentence.days - served if sentence.days > 0 else sentence.days
        return sentence.crime, sentence.days, served, remaining

    def _needs(self, person: int) -> tuple[Estimate, ...]:
        if self.sees_all:
            needs = self._one(person, Needs)
            return tuple(Estimate(key, 100 * (1 - getattr(needs, key)), 0, -1) for key in NEEDS)
        when = self._one(person, NotedWhen)
        if when.tick < 0:
            return tuple(Estimate(key, 0.0, 0, -1, 0.0) for key in NEEDS)
        noted, age = self._one(person, Noted), self.tick - when.tick
        sure = confidence_at(age)
        return tuple(Estimate(key, 100 * (1 - getattr(noted, key)), age, when.by, sure) for key in NEEDS)

    def _traits(self, person: int) -> tuple[Estimate, ...]:
        held = self._one(person, Temper) if self.sees_all else self._one(person, Assessed)
        sentence = self._world.component("person", person, Sentence)
        since = sentence.since_day if sentence else 1
        age = max(0, day_of(self.tick) - since) * MINUTES_PER_DAY
        sure = None if self.sees_all else self._one(person, Sureness)
        return tuple(
            Estimate(key, 100 * getattr(held, key), age, 0, getattr(sure, key) if sure else 1.0)
            for key in TRAITS
        )

    def tied_to(self, person: int) -> list[int]:
        """Ids of those between whom and a person something happened: all to the truth, else what shows both ends."""
        world, ends = self._world, self._world.everyone(TieEnds)
        found = []
        for row in ties_of(world, person).tolist():
            other, because = int(ends.whom[row]), int(ends.because[row])
            fact = world.knowledge.fact(because) if because else None
            if self.sees_all or (fact is not None and {person, other} <= {fact.who, fact.whom}):
                found.append(other)
        return found

    def _watched(self, person: int) -> bool:
        return any(eye.kind == "person" and eye.id == person for eye in self._world.office.eyes)

    def _events(self, person: int) -> list[int]:
        """Return the last known events a person has part in, newest last."""
        columns = self._world.chronicle.events
        who, whom = columns.column("who"), columns.column("whom")
        ids = ((who == person) | (whom == person)).nonzero()[0] + 1
        known = [id for id in ids.tolist() if self.sees_all or self._takes_part_known(id, person)]
        return known[-EVENTS_IN_DOSSIER:]

    def _takes_part_known(self, event: int, person: int) -> bool:
        fact = self._world.knowledge.fact(event)
        return fact is not None and person in (fact.who, fact.whom)

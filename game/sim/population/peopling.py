"""Peopling a prison: the cast as written, the rest drawn from the seed; varied, and believable on the whole."""

from typing import TYPE_CHECKING

from game.sim.events import Kind
from game.sim.house.plan import ROLES
from game.sim.house.uses import INDEX
from game.sim.house.wings import refresh
from game.sim.minds.ties import shift_tie
from game.sim.office import Office, Wing
from game.sim.people import (
    NEEDS,
    TRAITS,
    Assessed,
    Doing,
    Identity,
    Locks,
    Name,
    Needs,
    Place,
    Sentence,
    Status,
    Temper,
)  # fmt: skip
from game.sim.population.cast import DEATH, LIFE, Cast, Crime, Generate, PersonSpec
from game.sim.population.families import found_families
from game.sim.population.housing import give_beds, share_out_jobs
from game.sim.population.livings import note_nature, open_books
from game.sim.population.staffing import assign_posts
from game.sim.systems.drugs import begin_habits

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World

DAYS_PER_YEAR = 365
ADULT_YEARS, LONGEST_SERVED_YEARS = 18, 20
"""Nobody came here younger, or longer ago."""
FIRST_YEAR = 97
"""Day 1 lies in this year, as far as the numbers of those who come tell."""
LIFE_FROM_YEARS = 55
"""A drawn sentence this long is written as life."""
TEMPER_SPREAD = 0.17
ASSESSMENT_ERROR = 0.12
"""Deviation of the intake interview from the truth: it can be wrong."""
LOOK_BITS = 31
SEXES = {"m": 1, "f": 2}
"""The sex stands above the seed of the looks, so that a name and a face go together."""
AGE_YEARS = {"inmate": (19, 64), "officer": (23, 60), "visitor": (20, 70)}
FRIENDS_PER_INMATE = 2
FOES_SHARE = 0.3
"""Share of inmates who brought an old enmity with them, or made one before day 1."""


def populate(world: "World", cast: Cast) -> None:
    """Fill an empty world: office, wings, doors, people, cells, jobs, posts, ties."""
    world.attach("office", 1, Office())
    for wing in world.plan.wings[1:]:
        regime = next((r for r in world.plan.regimes if r.key == wing.regime), None)
        hours = list(regime.hours) if regime else ["free"] * 24
        world.attach("wing", wing.id, Wing(wing.id, hours))
    world.doors.add(len(world.plan.doors) - 1)
    world.everyone(Locks).locked[:] = [door.locked for door in world.plan.doors[1:]]
    _Peopling(world, cast).run()
    for _, state in world.each(Wing):
        refresh(world, state)
    world.knowledge.note_new(world)


def look_number(spec: PersonSpec, drawn: int) -> int:
    """Return the number of somebody's looks: the seed he was given, else the one that was drawn, and his sex."""
    return spec.look.get("seed", drawn) | SEXES[spec.sex] << LOOK_BITS


class _Peopling:
    """One run of filling in people; keeps the dice and the names given so far."""

    def __init__(self, world: "World", cast: Cast) -> None:
        self.world = world
        self.cast = cast
        self.dice: Dice = world.dice("population")
        self.names: set[tuple[str, str]] = {(spec.first, spec.last) for spec in cast.people}
        self.crimes = {crime.key: crime for crime in cast.crimes}
        self.serial = 0
        """Last number given; new ones go up by a few, for not everybody who came is still here."""

    def run(self) -> None:
        """Bring in all; the first event is the root of what was so before."""
        self.root = self.world.emit(Kind.WorldBegan)
        for spec in self.cast.people:
            self._add(spec)
        for group in self.cast.generate:
            for number in range(group.count):
                self._add(self._draw(group, number))
        give_beds(self.world, self.cast, self.dice)
        share_out_jobs(self.world, self.dice)
        assign_posts(self.world, self.cast)
        self._old_ties()
        self._spread_out()
        open_books(self.world)
        found_families(self.world, self.cast)
        begin_habits(self.world, self.root)

    def _draw(self, group: Generate, number: int) -> PersonSpec:
        sex = "f" if group.role != "inmate" and self.dice.uniform() < 0.25 else "m"
        firsts = self.cast.names.first_f if sex == "f" else self.cast.names.first_m
        for _ in range(50):
            name = self.dice.pick(firsts), self.dice.pick(self.cast.names.last)
            if name not in self.names:
                break
        self.names.add(name)
        return PersonSpec("", name[0], name[1], group.role, sex, wing=group.wing)

    def _add(self, spec: PersonSpec) -> None:
        id = int(self.world.people.add()[0])
        self.world.adopt_people([id])
        inmate = spec.role == "inmate"
        low, high = AGE_YEARS.get(spec.role, AGE_YEARS["officer"])
        spread = self.dice.uniform() * self.dice.uniform() if inmate else self.dice.uniform()
        self.serial += 1 + self.dice.below(9)
        who = self.world.one(id, Identity)
        who.role = ROLES.index(spec.role)
        who.age_years = spec.age or low + int((high - low) * spread)
        who.look = look_number(spec, self.dice.below(1 << LOOK_BITS))
        who.faction = spec.faction
        who.keys = self._keys(spec.role)
        who.wing = self._wing(spec.wing)
        if not spec.present:
            who.status = Status.EXPECTED
        if spec.key:
            self.world.id_of_key[spec.key] = id
        crime = self._crime(spec) if inmate else None
        number = self._number(self._sentence(id, spec, crime)) if crime else ""
        self.world.attach("person", id, Name(spec.first, spec.last, number, spec.key, spec.sex))
        self._temper(id, spec, crime)
        needs = self.world.one(id, Needs)
        for need in NEEDS:
            setattr(needs, need, spec.needs.get(need, 0.05 + 0.35 * self.dice.uniform()))

    def _keys(self, role: str) -> int:
        bits = 0
        for key in self.world.plan.keyrings.get(role, ()):
            bits |= self.world.ground.key_bit[key]
        return bits

    def _wing(self, key: str) -> int:
        return next((wing.id for wing in self.world.plan.wings if key and wing.key == key), 0)

    def _crime(self, spec: PersonSpec) -> Crime:
        if spec.crime in self.crimes:
            return self.crimes[spec.crime]
        if spec.crime:
            return Crime(spec.crime)
        return self.dice.weighted(self.cast.crimes, [crime.weight for crime in self.cast.crimes])

    def _number(self, since_day: int) -> str:
        """Return the number under which somebody is filed: the year he came, and how many came before."""
        return f"{(FIRST_YEAR + (since_day - 1) // DAYS_PER_YEAR) % 100:02d}-{self.serial:03d}"

    def _sentence(self, id: int, spec: PersonSpec, crime: Crime) -> int:
        """Draw what he was sentenced to and how much of it he has served; return the day it began."""
        low, high = crime.years
        years = low + (high - low) * self.dice.uniform() * self.dice.uniform()
        days = spec.sentence or (LIFE if years >= LIFE_FROM_YEARS else int(years * DAYS_PER_YEAR))
        grown = max(0, self.world.one(id, Identity).age_years - ADULT_YEARS) * DAYS_PER_YEAR
        longest = min(grown, LONGEST_SERVED_YEARS * DAYS_PER_YEAR)
        served = int(self.dice.uniform() * (min(days, longest) if days > 0 else longest))
        since = 1 - served if spec.present and days != DEATH else 1
        self.world.attach("person", id, Sentence(crime.key, days, since))
        return since

    def _temper(self, id: int, spec: PersonSpec, crime: Crime | None) -> None:
        """Draw the temper around the average, hotter for violent crimes and young men; assess it with an error."""
        temper, assessed = self.world.one(id, Temper), self.world.one(id, Assessed)
        lean = 0.25 * (crime.violence - 0.4) if crime else -0.1
        age = self.world.one(id, Identity).age_years
        lean += 0.004 * (35 - age) if crime else 0.0
        off = self.dice.bell(2 * len(TRAITS))
        for i, trait in enumerate(TRAITS):
            mean = getattr(Temper, trait).default + (lean if trait == "aggression" else 0.0)
            value = spec.traits.get(trait, mean + TEMPER_SPREAD * float(off[2 * i]))
            value = min(0.98, max(0.02, value))
            setattr(temper, trait, value)
            judged = value + ASSESSMENT_ERROR * float(off[2 * i + 1])
            setattr(assessed, trait, min(0.98, max(0.02, judged)))
        note_nature(self.world, id)

    def _old_ties(self) -> None:
        """Let people know each other from before: friends in the wing, some old foes, cellmates used to each other."""
        world = self.world
        for spec in self.cast.ties:
            who, whom = world.id_of(spec.who), world.id_of(spec.whom)
            event = world.emit(Kind.KnownBefore, who=who, whom=whom, amount=spec.regard - spec.hate)
            shift_tie(world, who, whom, event, regard=spec.regard, hate=spec.hate)
        everyone = world.everyone(Identity)
        for wing in range(1, len(world.plan.wings)):
            rows = (
                (everyone.wing == wing) & (everyone.role == 0) & (everyone.status == Status.PRESENT)
            ).nonzero()[0]
            ids = world.people.ids[rows].tolist()
            for id in ids if len(ids) > 1 else []:
                for _ in range(self.dice.below(2 * FRIENDS_PER_INMATE)):
                    self._know(id, self.dice.pick(ids), self.dice.between(0.1, 0.6), 0.0)
                if self.dice.uniform() < FOES_SHARE:
                    self._know(id, self.dice.pick(ids), 0.0, self.dice.between(0.2, 0.7))

    def _know(self, who: int, whom: int, regard: float, hate: float) -> None:
        if who == whom:
            return
        event = self.world.emit(Kind.KnownBefore, who=who, whom=whom, amount=regard - hate, because=())
        shift_tie(self.world, who, whom, event, regard=regard - hate, hate=hate)

    def _spread_out(self) -> None:
        """Put the inmates who are here on their beds; they wake with the head count."""
        place, identity = self.world.everyone(Place), self.world.everyone(Identity)
        doing, ground = self.world.everyone(Doing), self.world.ground
        here = (identity.bed > 0) & (identity.status == Status.PRESENT)
        rows = here.nonzero()[0]
        place.goal[rows] = identity.bed[rows]
        place.room[rows] = identity.cell[rows]
        place.tile[rows] = ground.spot_tile[identity.bed[rows]]
        place.pose[rows] = ground.spot_pose[identity.bed[rows]]
        place.facing[rows] = ground.spot_facing[identity.bed[rows]]
        doing.use[rows] = INDEX["sleep"]
        doing.since[rows] = doing.until[rows] = self.world.tick

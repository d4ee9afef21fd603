"""Motives: who has a reason to strike whom, and what makes him do it or hold back, for a few pairs at once."""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.deals.meetings import backing
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.hazard import Floats, Hazard
from game.sim.events import Cause, Kind, Role
from game.sim.goods.items import THINGS, Items
from game.sim.house.ground import Ints
from game.sim.house.occasions import occasions
from game.sim.minds.ties import FEELINGS, TieRoots, Ties, tie_between
from game.sim.people import OFFICER, Duty, Identity, Needs, Place, Roots, Temper
from game.sim.states import Body, Break, Mind, State, StateRoots
from game.sim.systems.sight import SightRules
from game.sim.violence.fights import DEBT, FEAR, HATE
from game.sim.violence.numbers import ViolenceRules

if TYPE_CHECKING:
    from game.sim.world import World

Bools = NDArray[np.bool_]
FRESH_QUARREL_MINUTES = 10
LEAST_MOTIVE = 1.1
"""A factor of hate, debt or fear below this is no motive at all."""
NO_COVER = 0.5
"""Where officers leave more of the chance than this, that none is near is part of why."""
QUIET_ROOMS = ("showers", "cell", "pod", "storage", "laundry", "gym")
"""Kinds of rooms in which a planned blow is less likely to be seen."""
_WEAPON = np.array([thing.weapon for thing in THINGS])


class Motives:
    """Pairs (`a` may strike `b`, both rows) with all that matters between them."""

    def __init__(self, world: "World", a: Ints, b: Ints) -> None:
        self.world, self.a, self.b = world, a, b
        self.rules = world.rules(ViolenceRules)
        self.room: Ints = world.ground.room_at[world.everyone(Place).tile[a]]
        self.hate, self.hate_root = self._felt("hate", a, b)
        self.fear, self.fear_root = self._felt("fear", a, b)
        self.dread, _ = self._felt("fear", b, a)
        self.owed, self.owed_root = self._felt("debt", b, a)

    def _felt(self, feeling: str, of: Ints, towards: Ints) -> tuple[Floats, Ints]:
        world, at, ids = self.world, FEELINGS.index(feeling), self.world.people.ids
        values, roots = np.zeros(len(of)), np.zeros(len(of), np.int64)
        for i, (who, whom) in enumerate(zip(ids[of].tolist(), ids[towards].tolist(), strict=True)):
            tie = tie_between(world, who, whom)
            if tie:
                row = int(world.ties.row_of[tie])
                values[i], roots[i] = (
                    world.everyone(Ties).block[at, row],
                    world.everyone(TieRoots).block[at, row],
                )
        return values, roots

    def _age(self, roots: Ints) -> Floats:
        """Return how many days ago events were; 0 for none."""
        ticks = [
            self.world.chronicle.event(root).tick if root else self.world.tick for root in roots.tolist()
        ]
        return (self.world.tick - np.array(ticks, np.float64)) / MINUTES_PER_DAY

    def _of_kind(self, roots: Ints, kind: Kind) -> Bools:
        return np.array(
            [root > 0 and self.world.chronicle.event(root).kind is kind for root in roots.tolist()], bool
        )

    @cached_property
    def defied(self) -> Bools:
        """Whether the hate is for a demand refused."""
        return self._of_kind(self.hate_root, Kind.Defied)

    @cached_property
    def heated(self) -> Bools:
        """Whether the two have just quarrelled."""
        fresh: Bools = self._age(self.hate_root) * MINUTES_PER_DAY <= FRESH_QUARREL_MINUTES
        return fresh & self._of_kind(self.hate_root, Kind.Quarrelled)

    @cached_property
    def fought(self) -> Bools:
        """Whether the two have fought within the last days, as far as their feelings still go back to it."""
        found = np.zeros(len(self.a), bool)
        for roots in (self.hate_root, self.fear_root, self._felt("hate", self.b, self.a)[1]):
            found |= self._of_kind(roots, Kind.FightEnded) & (self._age(roots) <= self.rules.truce_days)
        return found

    @cached_property
    def shaken(self) -> Bools:
        """Whether `a` has just been in a fight."""
        shaken: Bools = self.world.everyone(State).alarmed[self.a] > self.world.tick
        return shaken

    @cached_property
    def raging(self) -> Bools:
        """Whether `a` lashes out, `b` is the one he means, and it is not out of him yet."""
        state, roots = self.world.everyone(State), self.world.everyone(StateRoots).broken[self.a]
        events = [self.world.chronicle.event(root).whom if root else 0 for root in roots.tolist()]
        meant = np.array(events, np.int64) == self.world.people.ids[self.b]
        raging: Bools = (state.broken[self.a] == Break.LASHING_OUT) & meant & ~self.shaken
        return raging

    @cached_property
    def strengths(self) -> Floats:
        """Return the factors of hate, debt and fear: (motives, pairs)."""
        rules = self.rules
        overdue = np.minimum(self.owed / rules.large_debt, 1.0) * (
            self._age(self.owed_root) >= rules.grace_days
        )
        cornered = np.where(self.cover < 0.5, 0.1, 1.0) * (1 - self.friends / 4)
        menace = cornered / (1 + self._age(self.fear_root) / rules.menace_days)
        unsafe = 0.3 + self.world.everyone(Needs).safety[self.a]
        unbowed = 1 - rules.sated * self.dread
        return np.stack([
            1 + rules.hate * self.hate * self.hate * unbowed,
            1 + rules.debt * overdue * unbowed,
            1 + rules.fear * self.fear * self.fear * menace * unsafe,
        ])  # fmt: skip

    @cached_property
    def motive(self) -> Ints:
        """Return the strongest motive of each pair, as an index in MOTIVES."""
        strongest = self.strengths.argmax(axis=0) + 1
        strongest = np.where((strongest == HATE) & self.defied, DEBT, strongest)
        return np.where(self.raging & (self.fear > self.hate), FEAR, strongest)

    @cached_property
    def cover(self) -> Floats:
        """Return what officers in sight, and how far the next one is, leave of the chance: 0 to 1."""
        world, rules, sight = self.world, self.rules, self.world.rules(SightRules)
        place, ground = world.everyone(Place), world.ground
        on = (world.everyone(Identity).role == OFFICER) & (world.everyone(Duty).on == 1) & (place.tile > 0)
        tiles = place.tile[on]
        left = np.ones(len(self.a))
        for i, at in enumerate(place.tile[self.a].tolist() if tiles.size else ()):
            far = np.maximum(
                abs(tiles % ground.width - at % ground.width), abs(tiles // ground.width - at // ground.width)
            )
            seen = ground.sees[ground.room_at[tiles], ground.room_at[at]] & (far <= sight.far_tiles)
            seen[seen] = ground.clear_view(tiles[seen], at)
            if seen.any():
                left[i] = rules.seen if far[seen].min() <= sight.near_tiles else rules.seen_far
            else:
                left[i] = 0.5 + 0.5 * min(1.0, float(far.min()) / rules.far_help)
        return left

    @cached_property
    def crowd(self) -> Floats:
        """Return how full the room of each pair is, above its capacity."""
        place, ground = self.world.everyone(Place), self.world.ground
        people = np.bincount(ground.room_at[place.tile[place.tile > 0]], minlength=len(self.world.plan.rooms))
        return np.maximum(people[self.room] / ground.room_capacity[self.room] - 1, 0.0)

    @cached_property
    def _backing(self) -> Floats:
        return backing(self.world)

    @property
    def friends(self) -> Floats:
        """Return how many would stand by each `a`, up to three."""
        return np.minimum(self._backing[self.a], 3.0)

    @cached_property
    def weapons(self) -> tuple[Bools, Bools, Ints]:
        """Return who of `a`, who of `b` has a weapon on him, and where that of `a` comes from."""
        items, people = self.world.everyone(Items), self.world.people
        held = ((items.person > 0) & _WEAPON[items.thing]).nonzero()[0]
        because = np.zeros(people.n, np.int64)
        because[people.rows(items.person[held])] = items.because[held]
        return because[self.a] > 0, because[self.b] > 0, because[self.a]

    def hazard(self, base: float) -> Hazard:
        """Set up the chance of each pair with all its named factors."""
        hazard = Hazard(np.full(len(self.a), base))
        self._drives(hazard)
        self._state(hazard)
        self._setting(hazard)
        return hazard

    def _drives(self, hazard: Hazard) -> None:
        hate, debt, fear = self.strengths
        hazard.times("hate", hate, self.hate_root)
        hazard.times("debt", debt, self.owed_root)
        hazard.times("fear", fear, self.fear_root)
        hazard.times("quarrel", np.where(self.heated, self.rules.quarrel, 1.0), self.hate_root)
        moved = (self.strengths.max(axis=0) > LEAST_MOTIVE) | self.heated | self.raging
        hazard.times("motive", np.where(moved, 1.0, 0.0))
        broken = self.world.everyone(StateRoots).broken[self.a]
        hazard.times("rage", np.where(self.raging, self.rules.rage, 1.0), broken)

    def _state(self, hazard: Hazard) -> None:
        """Let what `a` is like, and how he is, weigh."""
        world, rules, a = self.world, self.rules, self.a
        temper, mind, roots = world.everyone(Temper), world.everyone(Mind), world.everyone(StateRoots)
        kept = world.everyone(Roots)
        heat = np.maximum(1 + rules.temper * (temper.aggression[a] - 0.4), 0.2)
        hazard.times("temper", heat, kept.aggression[a])
        hazard.times("stress", 1 + rules.stress * mind.stress[a], roots.stress[a])
        hazard.times("gloom", 1 + rules.gloom * np.maximum(-mind.mood[a], 0.0), roots.stress[a])
        hazard.times("craving", 1 + rules.craving * mind.craving[a], roots.craving[a])
        hazard.times("drug", 1 + rules.drug * world.everyone(Body).drugged[a], roots.craving[a])
        hazard.times("hunger", 1 + rules.hunger * world.everyone(Needs).hunger[a], kept.hunger[a])
        hazard.times("discipline", 1.5 - temper.discipline[a])
        hazard.times("nerve", 0.5 + temper.nerve[a], kept.nerve[a])
        hazard.times("shaken", np.where(self.shaken, rules.shaken, 1.0))
        hazard.times("truce", np.where(self.fought & ~self.raging, rules.truce, 1.0))
        awe = np.where(self.motive == FEAR, 1.0, 1 - rules.awe * self.fear)
        hazard.times("awe", awe)

    def _setting(self, hazard: Hazard) -> None:
        """Let place, onlookers and weapons weigh; who is beside himself with rage cares for none of it."""
        world, rules = self.world, self.rules
        planned = ~self.raging & ~self.heated
        mine, theirs, made = self.weapons
        hazard.times("weapon", np.where(mine, 1 + rules.weapon, 1.0), made, Role.MEANS)
        hazard.times("armed", np.where(theirs & ~self.raging, rules.armed, 1.0))
        hazard.times("crowding", 1 + rules.crowding * self.crowd, role=Role.OPPORTUNITY)
        cover = np.where(self.heated, np.sqrt(self.cover), self.cover)
        hazard.times("officers", np.where(self.raging, 1.0, cover))
        camera = np.array([world.plan.rooms[room].camera for room in self.room.tolist()], bool)
        hazard.times("camera", np.where(planned & camera, rules.camera, 1.0))
        quiet = np.array([world.plan.rooms[room].kind in QUIET_ROOMS for room in self.room.tolist()], bool)
        hazard.times("quiet", np.where(planned & quiet, rules.quiet, 1.0))
        hazard.times("friends", 1 + rules.friends * self.friends)
        guards = np.where(self.raging, 0.0, np.minimum(self._backing[self.b], 3.0))
        hazard.times("guards", 1 / (1 + rules.guards * guards))

    def openings(self, pair: int) -> list[Cause]:
        """Return what let one pair come to blows: no officer near (the shift), a full room (the day), orders."""
        found = []
        if self.cover[pair] > NO_COVER:
            found.append(
                Cause(_latest(self.world, Kind.ShiftBegan), float(self.cover[pair]) / 2, Role.OPPORTUNITY)
            )
        if self.crowd[pair] > 0:
            extra = 1 + self.rules.crowding * float(self.crowd[pair])
            found.append(Cause(_latest(self.world, Kind.DayBegan), 1 - 1 / extra, Role.OPPORTUNITY))
        who, whom = (int(self.world.people.ids[rows[pair]]) for rows in (self.a, self.b))
        return [*found, *occasions(self.world, who, whom, self.rules.seen)]


def _latest(world: "World", kind: Kind) -> int:
    """Return the last event of a kind, 0 for none."""
    found = (world.chronicle.events.column("kind") == kind).nonzero()[0]
    return int(found[-1]) + 1 if found.size else 0

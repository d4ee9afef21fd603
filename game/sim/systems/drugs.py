"""Drugs: what they do to who takes them, and what their want does."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.goods.items import THING, Fate, Items, end_item
from game.sim.goods.market import DRUG
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.minds.thoughts import forget, think
from game.sim.people import INMATE, Doing, Identity, Place, Sentence, is_staff
from game.sim.states import Body, Mind, State, StateRoots

if TYPE_CHECKING:
    from game.sim.world import World

_HOUR, _DAY = 60.0, 1440.0
HABITS_BY_CRIME = {"drugs": 0.22, "smuggling": 0.1, "theft": 0.1, "burglary": 0.08, "robbery": 0.06}
"""Share of those in for a crime who come in with a habit; of all others HABITS_ELSE. Ours."""
HABITS_ELSE = 0.02
REMIND_HOURS = 8
"""How often want makes itself felt anew."""


@dataclass(frozen=True, slots=True)
class DrugRules(Rules):
    """How a dose works and how its want grows."""

    craving_per_hour: float = rule(
        0.06, "1/h", "of craving, for one wholly dependent; withdrawal sets in within a day", low=0, high=1
    )
    clean_per_day: float = rule(0.012, "1/day", "of dependence lost without a dose", low=0, high=1)
    sober_per_hour: float = rule(0.22, "1/h", "of its effect that wears off", low=0, high=1)
    habit: float = rule(0.12, "dependence", "that a dose leaves, of what is missing to 1", low=0, high=1)
    dose: float = rule(0.8, "drugged", "what a dose does", low=0, high=1)
    craves: float = rule(0.5, "craving", "from which it weighs on him and is on his mind", low=0, high=1)
    takes: float = rule(0.2, "craving", "from which who has a dose takes it in his cell", low=0, high=1)
    desperate: float = rule(0.75, "craving", "from which he takes it wherever nobody looks", low=0, high=1)


class DrugSystem(System):
    """Who is used to a drug comes to crave it; a dose stills that, lifts him for hours, and makes him need it more.

    Who goes without is in withdrawal at first, and slowly gets clean.
    """

    every = 60
    phase = 11

    def run(self) -> None:
        """Let an hour of want pass; then let those take some who have it."""
        mind, body, rules = self.everyone(Mind), self.everyone(Body), self.rules(DrugRules)
        if body.drugged.any():
            body.drugged = np.maximum(body.drugged - rules.sober_per_hour * self.every / _HOUR, 0.0)
        used_to_it = (mind.dependence > 0) & (self.everyone(Identity).role == INMATE)
        rows = (used_to_it & (self.everyone(Place).tile > 0)).nonzero()[0]
        if rows.size:
            self._want(rows)
        doses = self._carried()
        for item in doses:
            self._take_if_he_will(item)

    def _want(self, rows: Ints) -> None:
        mind, rules = self.everyone(Mind), self.rules(DrugRules)
        before, habit = mind.craving[rows], mind.dependence[rows]
        sober = self.everyone(Body).drugged[rows] == 0
        step = rules.craving_per_hour * self.every / _HOUR
        after = np.where(sober, before + step * habit, before)
        mind.craving[rows] = after = np.minimum(after, np.minimum(1.0, 0.3 + 1.2 * habit))
        mind.dependence[rows] = np.maximum(habit - rules.clean_per_day * self.every / _DAY, 0.0)
        reminded = self.world.tick // self.every % int(REMIND_HOURS * _HOUR / self.every) == 0
        feels = (after >= rules.craves) & ((before < rules.craves) | reminded)
        clean = (mind.dependence[rows] == 0).nonzero()[0]
        mind.craving[rows[clean]] = 0.0
        for i in feels.nonzero()[0].tolist():
            self._crave(int(self.world.people.ids[rows[i]]), bool(before[i] < rules.craves))

    def _crave(self, person: int, anew: bool) -> None:
        """Let want make itself felt; it goes back to the last dose, or to the habit he came with."""
        world, roots = self.world, self.world.one(person, StateRoots)
        if anew:
            room = int(world.ground.room_at[world.one(person, Place).tile])
            roots.craving = world.emit(
                Kind.Craved, who=person, place=room, amount=world.one(person, Mind).craving,
                because=[Cause(int(roots.craving), 1.0, Role.MOTIVE)],
            )  # fmt: skip
        think(world, person, "craving", int(roots.craving))

    def _carried(self) -> list[int]:
        """Return the doses that somebody has on him."""
        items = self.everyone(Items)
        carried = (items.thing == THING[DRUG]) & (items.fate == Fate.THERE) & (items.person > 0)
        found: list[int] = self.world.items.ids[carried].tolist()
        return found

    def _take_if_he_will(self, item: int) -> None:
        """Let who carries a dose take it: for want, or because he bought it; at home, or where nobody looks."""
        world, rules = self.world, self.rules(DrugRules)
        person = int(world.one(item, Items).person)
        if person not in world.people or not world.one(person, Place).tile:
            return
        mind, state, doing = world.one(person, Mind), world.one(person, State), world.one(person, Doing)
        if state.held or doing.use == INDEX["sleep"] or world.one(person, Body).drugged > 0:
            return
        last = world.chronicle.event(int(world.one(item, Items).because))
        bought = last.kind == Kind.Sold and last.whom == person
        home = int(world.ground.room_at[world.one(person, Place).tile]) == world.one(person, Identity).cell
        if (home and (bought or mind.craving >= rules.takes)) or (
            mind.craving >= rules.desperate and not self._seen(person)
        ):
            take(world, person, item)

    def _seen(self, person: int) -> bool:
        place, ground = self.everyone(Place), self.world.ground
        here = ground.room_at[place.tile] == ground.room_at[self.world.one(person, Place).tile]
        staff: NDArray[np.bool_] = here & is_staff(self.everyone(Identity).role)
        return bool(staff.any())


def take(world: "World", person: int, item: int) -> None:
    """Let somebody use a dose."""
    rules, mind, body = world.rules(DrugRules), world.one(person, Mind), world.one(person, Body)
    roots = world.one(person, StateRoots)
    want = max(0.05, float(mind.craving)) if roots.craving else 0.0
    because = [
        Cause(int(roots.craving), want, Role.MOTIVE),
        Cause(int(world.one(item, Items).because), 1.0, Role.MEANS),
    ]
    room = int(world.ground.room_at[world.one(person, Place).tile])
    event = world.emit(Kind.Used, who=person, place=room, item=item, because=because)
    end_item(world, item, Fate.USED, event)
    body.drugged = min(1.0, body.drugged + rules.dose)
    mind.craving = 0.0
    mind.dependence = min(1.0, mind.dependence + rules.habit * (1 - mind.dependence))
    roots.craving = event
    forget(world, person, "craving")
    think(world, person, "high", event)


def begin_habits(world: "World", root: int) -> None:
    """Let a few come in with a habit, by what they are in for; it goes back to what was so before."""
    dice = world.dice("habits")
    for id in world.people.ids.tolist():
        if world.one(id, Identity).role != INMATE:
            continue
        sentence = world.component("person", id, Sentence)
        share = HABITS_BY_CRIME.get(sentence.crime, HABITS_ELSE) if sentence else HABITS_ELSE
        drawn, strength = dice.uniform(), dice.uniform()
        if drawn < share:
            mind = world.one(id, Mind)
            mind.dependence, mind.craving = 0.35 + 0.5 * strength, 0.2 + 0.3 * strength
            world.one(id, StateRoots).craving = root

"""The reduced day in Mesa: needs, choice, meals, movement and quarrels, by the rules of the prison's own systems.

Written as one would write it in Mesa 3: people are agents with methods, the model steps them in turn. What can be
looked up is made beforehand (`Layout`), who stands where is a dict, and the model keeps plain lists of its agents,
which are quicker to walk than AgentSets. It takes its start from a world and draws the same dice in the same order, so
that both sides have to come to the same day, person by person.
"""

import mesa

from benchmarks.layout import Layout
from benchmarks.mesa_copy import people_of, ties_of
from benchmarks.mesa_meals import serve_meals
from benchmarks.mesa_person import Person
from benchmarks.mesa_quarrels import Quarrel, let_quarrel
from benchmarks.mesa_walk import walk
from benchmarks.words import Words
from game.sim.engine.calendar import hour_of
from game.sim.house.uses import ALLOWED, CHOSEN, INDEX, USES
from game.sim.house.wings import STAGGER_MINUTES
from game.sim.office import Wing
from game.sim.people import NEEDS
from game.sim.systems.choice import TROLLEY_HOURS, ChoiceRules, ChoiceSystem
from game.sim.systems.meals import MealRules, MealSystem
from game.sim.systems.movement import MovementRules
from game.sim.systems.needs import RELIEF, NeedsRules, NeedsSystem
from game.sim.systems.quarrels import QuarrelRules, QuarrelSystem
from game.sim.systems.time import RegimeSystem
from game.sim.world import World

EAT_IN, WAIT = INDEX["eat_in"], INDEX["wait"]


class MesaDay(mesa.Model):
    """A prison's day, agent by agent."""

    def __init__(self, world: World) -> None:
        super().__init__(seed=world.seed)
        self.tick = world.tick
        self.layout = Layout(world)
        self.choice, self.meals = world.rules(ChoiceRules), world.rules(MealRules)
        self.patience = int(world.rules(MovementRules).patience)
        self.quarrel_rules = world.rules(QuarrelRules)
        self._needs(world.rules(NeedsRules))
        self.pulls = [(u.draw, tuple(NEEDS.index(need) for need in u.needs), len(u.needs)) for u in USES]
        self.hours = {id: wing.hours for id, wing in world.each(Wing)}
        self.activity = {id: wing.activity for id, wing in world.each(Wing)}
        self.dice = {
            name: Words(world.dice(name)) for name in ("stir", "ChoiceSystem", "MealSystem", "QuarrelSystem")
        }
        self.people = people_of(world, self)
        self.inmates = [person for person in self.people if person.inmate]
        self.at = {person.tile: person for person in self.people if person.tile}
        self.afoot: set[Person] = set()
        """Who walks in this minute."""
        self.ties = ties_of(world)
        self.quarrels: list[Quarrel] = []

    def _needs(self, rules: NeedsRules) -> None:
        every = NeedsSystem.every
        self.growth = [getattr(rules, f"{need}_per_hour") * (every / 60) for need in NEEDS]
        self.reliefs = [[relief * every for relief in row] for row in RELIEF.tolist()]
        self.home = rules.home_relief_per_hour * every / 60

    def step(self) -> None:
        """Let one minute pass."""
        tick = self.tick
        if tick % RegimeSystem.every == RegimeSystem.phase:
            self.turn_wings()
        if tick % ChoiceSystem.every == ChoiceSystem.phase:
            self.choose()
        if tick % MealSystem.every == MealSystem.phase:
            serve_meals(self)
        walk(self)
        if tick % NeedsSystem.every == NeedsSystem.phase:
            for person in self.people:
                person.grow(self.growth, self.reliefs, self.home)
        if tick % QuarrelSystem.every == QuarrelSystem.phase:
            let_quarrel(self)
        self.tick += 1

    # --- regime

    def turn_wings(self) -> None:
        """Let each wing do what its hour says; its people think again within minutes, and when the trolley comes."""
        trolley = hour_of(self.tick) in TROLLEY_HOURS
        below = self.dice["stir"].below
        for wing, hours in self.hours.items():
            activity = hours[hour_of(self.tick)]
            if activity != self.activity[wing] or (activity == "locked" and trolley):
                self.activity[wing] = activity
                for person in self.inmates:
                    if person.wing == wing:
                        person.until = min(person.until, self.tick + below(STAGGER_MINUTES))

    # --- choice

    def choose(self) -> None:
        """Let all choose whose time is up."""
        due = [p for p in self.inmates if p.until <= self.tick and p.tile]
        if not due:
            return
        dice, taken = self.dice["ChoiceSystem"], {person.goal for person in self.people}
        allowed = {wing: self.allowed(activity) for wing, activity in self.activity.items()}
        chances = [[dice.uniform() * self.choice.whim for _ in due] for _ in CHOSEN]
        columns = zip(*chances, strict=True)
        wishes = [p.wish(allowed[p.wing], mine) for p, mine in zip(due, columns, strict=True)]
        starts = [dice.uniform() for _ in due]
        found = [p.find_spot(*each, taken) for p, *each in zip(due, wishes, starts, strict=True)]
        self.set_out([(p, *spot) for p, spot in zip(due, found, strict=True) if spot[0]])
        self.stay([p for p, (spot, _) in zip(due, found, strict=True) if not spot])

    def allowed(self, activity: str) -> list[int]:
        """Return what people may do in an activity."""
        uses = [INDEX[key] for key in ALLOWED[activity]]
        if activity == "locked" and hour_of(self.tick) in TROLLEY_HOURS:
            uses.append(EAT_IN)
        return sorted(uses)

    def set_out(self, found: list[tuple[Person, int, int]]) -> None:
        """Send people to the spots they found, if there is a way."""
        dice, spread, layout = self.dice["ChoiceSystem"], self.choice.stay_spread, self.layout
        stranded = []
        for person, spot, use in found:
            stay = int(USES[use].minutes * (1 - spread + 2 * spread * dice.uniform()))
            if layout.reaches(person.tile, person.keys, layout.spot_room[spot]):
                person.head(spot, use, self.tick + stay)
            else:
                stranded.append(person)
        self.stay(stranded)

    def stay(self, people: list[Person]) -> None:
        """Let people wait where they are and try again soon."""
        retry = int(self.choice.retry_minutes)
        for person in people:
            person.use = WAIT
            person.until = self.tick + retry + self.dice["ChoiceSystem"].below(retry)

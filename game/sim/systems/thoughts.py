"""What happens to people, and what lasts, comes to weigh on their minds."""

from dataclasses import dataclass

import numpy as np

from game.sim.engine.calendar import MINUTES_PER_HOUR, minute_of_day
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Event, Kind
from game.sim.house.ground import Ints
from game.sim.minds.heed import Heedful, heedful
from game.sim.minds.thoughts import THOUGHT, THOUGHTS, think, think_all
from game.sim.minds.ties import TieEnds, TieRoots, Ties, feeling
from game.sim.people import INMATE, Doing, Identity, Place, Roots, Sentence, Status, Temper
from game.sim.systems.news import break_news
from game.sim.violence.wounds import HURT

EVENING_MINUTE = 21 * MINUTES_PER_HOUR
"""21:00: what keeps men awake comes to mind."""
WORLD_BEGAN = 1
"""The first event: what was so from the start goes back to it."""
_HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True)
class ThoughtRules(Rules):
    """What comes to mind by itself."""

    crowded_minutes: float = rule(
        45, "minutes", "in a room fuller than it should be that tell", low=0, high=600
    )
    fear: float = rule(0.3, "fear", "of a cellmate that keeps a man awake", low=0, high=1)
    hate: float = rule(0.5, "hate", "towards a cellmate that does", low=0, high=1)
    debt_packs: float = rule(2, "packs", "owed in all, from which debts weigh", low=0, high=1000)
    heavy_debt_packs: float = rule(20, "packs", "at which they weigh twice", low=1, high=1000)


class ThoughtSystem(System):
    """Hunger, first days, crowding, debts, a feared cellmate and the sight of violence come to weigh on minds."""

    every = 15

    def run(self) -> None:
        """Take to heart what was new, and by the hour what lasts."""
        heed = heedful(self.world)
        if heed.events == 0:
            self._fresh_from_outside()
        self._heed(heed)
        if self.world.tick % MINUTES_PER_HOUR == 0:
            self._crowding()
        if minute_of_day(self.world.tick) == EVENING_MINUTE:
            self._cellmates()
            self._debts()

    def _heed(self, heed: Heedful) -> None:
        """Go through what happened and was looked at by those who could see it."""
        past, hungry, last = self.world.chronicle, [], heed.events
        heed.events = self.world.knowledge.noted
        for id in range(last + 1, heed.events + 1):
            event = past.event(id)
            if event.kind == Kind.Hungered:
                hungry.append((event.who, id))
            elif event.kind == Kind.Arrived:
                think(self.world, event.who, "first_days", id)
            elif event.kind == Kind.Assaulted:
                self._shock(event)
            elif event.kind == Kind.Died or (event.kind == Kind.Wounded and event.amount >= HURT):
                break_news(self.world, event)
        latest = {person: event for person, event in hungry if person in self.world.people}
        if latest:
            people, events = (np.array(held, np.int64) for held in zip(*latest.items(), strict=True))
            think_all(self.world, people, "went_hungry", events)

    def _shock(self, event: Event) -> None:
        """Who saw an assault is shaken, the less nerve he has the more; not who hates the one who was hit."""
        for person in self.world.knowledge.witnesses(event.id):
            if person in self.world.people and feeling(self.world, person, event.whom, "hate") < 0.5:
                scale = 1.5 - self.world.one(person, Temper).nerve
                think(self.world, person, "saw_violence", event.id, event.whom, scale)

    def _fresh_from_outside(self) -> None:
        """Those whose sentence began within days have not found their feet yet."""
        lasts = THOUGHTS[THOUGHT["first_days"]].hours / _HOURS_A_DAY
        for person, sentence in self.world.each(Sentence):
            left = 1.0 - (1 - sentence.since_day) / lasts
            if 0 < left <= 1 and self.world.one(person, Identity).status == Status.PRESENT:
                think(self.world, person, "first_days", WORLD_BEGAN, 0, left)

    def _crowding(self) -> None:
        """Who has been in too full a room for long feels it; the last to come there made it so."""
        place, identity, doing = self.everyone(Place), self.everyone(Identity), self.everyone(Doing)
        ground = self.world.ground
        inmates = ((identity.role == INMATE) & (place.tile > 0)).nonzero()[0]
        room = ground.room_at[place.tile[inmates]]
        full = np.bincount(room, minlength=len(ground.room_capacity)) > ground.room_capacity
        long = doing.since[inmates] <= self.world.tick - self.rules(ThoughtRules).crowded_minutes
        feels = full[room] & long & (place.walking[inmates] == 0)
        if feels.any():
            rows, room = inmates[feels], room[feels]
            because = np.maximum(self._last_come(rows, room), WORLD_BEGAN)
            think_all(self.world, self.world.people.ids[rows], "crowded", because)

    def _last_come(self, rows: Ints, room: Ints) -> Ints:
        """Return for each how the newest of those in his room came in, 0 for none."""
        arrived = self.everyone(Roots).arrived[rows]
        order = np.argsort(arrived, kind="stable")
        newest = np.zeros(len(self.world.plan.rooms), np.int64)
        newest[room[order]] = arrived[order]
        return newest[room]

    def _cellmates(self) -> None:
        """Who shares a cell with somebody he fears, or hates, lies awake."""
        world, rules = self.world, self.rules(ThoughtRules)
        ties, ends, roots = world.everyone(Ties), world.everyone(TieEnds), world.everyone(TieRoots)
        rows = ((ties.fear >= rules.fear) | (ties.hate >= rules.hate)).nonzero()[0]
        who, whom = world.people.rows(ends.who[rows]), world.people.rows(ends.whom[rows])
        cell = self.everyone(Identity).cell
        shares = (who >= 0) & (whom >= 0) & (cell[who] > 0) & (cell[who] == cell[whom])
        rows = rows[shares]
        feared = ties.fear[rows] >= ties.hate[rows]
        because = np.where(feared, roots.fear[rows], roots.hate[rows])
        scale = np.maximum(ties.fear[rows], ties.hate[rows]) + 0.5
        think_all(world, ends.who[rows], "afraid_of_cellmate", because, ends.whom[rows], scale)

    def _debts(self) -> None:
        """Who owes much has it on his mind; it goes back to the largest of his debts."""
        world, rules = self.world, self.rules(ThoughtRules)
        debt, ends = world.everyone(Ties).debt, world.everyone(TieEnds)
        owed = (debt > 0).nonzero()[0]
        owed = owed[world.people.rows(ends.who[owed]) >= 0]
        if not owed.size:
            return
        rows = world.people.rows(ends.who[owed])
        total = np.bincount(rows, weights=debt[owed], minlength=world.people.n)
        largest = np.zeros(world.people.n, np.int64)
        by_size = np.argsort(debt[owed], kind="stable")
        largest[rows[by_size]] = world.everyone(TieRoots).debt[owed[by_size]]
        weighs = (total >= rules.debt_packs).nonzero()[0]
        scale = 1.0 + np.minimum(total[weighs] / rules.heavy_debt_packs, 1.0)
        think_all(world, world.people.ids[weighs], "in_debt", largest[weighs], 0, scale)

"""Quarrels: words between people who stand close, and what they leave behind."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.deals.base import nature
from game.sim.engine.hazard import Hazard
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.house.ground import Ints
from game.sim.house.near import side_by_side
from game.sim.house.occasions import occasions
from game.sim.house.uses import INDEX
from game.sim.minds.thoughts import think
from game.sim.minds.ties import TieRoots, Ties, shift_tie, tie_between
from game.sim.people import INMATE, Doing, Identity, Needs, Place, Roots, Temper, is_staff

if TYPE_CHECKING:
    from game.sim.world import World
from game.sim.violence.scuffles import ScuffleRules, shove

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class QuarrelRules(Rules):
    """What makes people quarrel. All factors are 1 for an average pair."""

    per_hour: float = rule(
        0.006, "1/h", "quarrels an hour between two average men who stand side by side", low=0, high=1
    )
    highest_factor: float = rule(
        60.0, "factor", "bound of all factors together: chances above it are cut", low=1, high=1000
    )
    temper: float = rule(3.0, "factor", "of the hotter one's aggression above 0.4, per unit", low=0, high=20)
    hunger: float = rule(1.0, "factor", "of the hungrier one's hunger, per unit", low=0, high=20)
    fatigue: float = rule(0.6, "factor", "of the wearier one's fatigue, per unit", low=0, high=20)
    hate: float = rule(20.0, "factor", "of the stronger hate between them, per unit", low=0, high=100)
    regard: float = rule(0.9, "share", "by which full regard calms", low=0, high=1)
    crowding: float = rule(
        1.5, "factor", "of a room fuller than its capacity, per share above", low=0, high=20
    )
    officer: float = rule(0.35, "factor", "with staff in the room", low=0, high=1)
    insult: float = rule(0.08, "hate", "that a quarrel leaves in the one who was shouted at", low=0, high=1)
    fright: float = rule(0.08, "need", "of safety lost by both", low=0, high=1)
    minutes: float = rule(5, "minutes", "how long a quarrel is to be seen", low=1, high=60)


class QuarrelSystem(System):
    """Two inmates side by side may quarrel: likelier for temper, hunger, weariness, hate, crowding; less before staff.

    Draw first, look after: only pairs whose draw lies under the highest possible chance are looked at.
    """

    every = 10
    phase = 2

    def run(self) -> None:
        """Draw for all pairs; let those who hit quarrel."""
        first, second = self._pairs()
        if not first.size:
            return
        rules = self.rules(QuarrelRules)
        base = rules.per_hour * self.every / 60
        drawn = self.dice.uniforms(len(first))
        near = (drawn < base * rules.highest_factor).nonzero()[0]
        if not near.size:
            return
        a, b, drawn = first[near], second[near], drawn[near]
        hazard = self._hazard(a, b, base)
        for hit in hazard.hits_of(drawn).tolist():
            self._quarrel(int(a[hit]), int(b[hit]), hazard, hit)

    def _pairs(self) -> tuple[Ints, Ints]:
        """Return the rows of all pairs of inmates on neighbouring tiles of one room, awake."""
        place = self.everyone(Place)
        awake = (self.everyone(Doing).use != INDEX["sleep"]) & (place.tile > 0)
        return side_by_side(self.world, (awake & (self.everyone(Identity).role == INMATE)).nonzero()[0])

    def _hazard(self, a: Ints, b: Ints, base: float) -> Hazard:
        """Set up the hazard of pairs (rows) with all its named factors."""
        rules, needs, temper = self.rules(QuarrelRules), self.everyone(Needs), self.everyone(Temper)
        roots = self.everyone(Roots)
        hungrier = np.where(needs.hunger[a] >= needs.hunger[b], a, b)
        hotter = np.where(temper.aggression[a] >= temper.aggression[b], a, b)
        room = self.world.ground.room_at[self.everyone(Place).tile[a]]
        hate, regard, because = self._ties(a, b)
        staffed, crowd = self._company(room)
        hazard = Hazard(np.full(len(a), base))
        hazard.times("temper", 1 + rules.temper * (temper.aggression[hotter] - 0.4), roots.aggression[hotter])
        hazard.times("hunger", 1 + rules.hunger * needs.hunger[hungrier], roots.hunger[hungrier])
        hazard.times("fatigue", 1 + rules.fatigue * np.maximum(needs.fatigue[a], needs.fatigue[b]))
        hazard.times("hate", 1 + rules.hate * hate, because)
        hazard.times("regard", 1 - rules.regard * np.maximum(regard, 0.0))
        hazard.times("crowding", 1 + rules.crowding * np.maximum(crowd - 1, 0.0), role=Role.OPPORTUNITY)
        hazard.times("officer", np.where(staffed, rules.officer, 1.0))
        return hazard

    def _ties(self, a: Ints, b: Ints) -> tuple[Floats, Floats, Ints]:
        """Return the stronger hate, the weaker regard, and the event behind the hate, of each pair."""
        ids, world = self.world.people.ids, self.world
        ties, roots = world.everyone(Ties), world.everyone(TieRoots)
        hate, regard, because = np.zeros(len(a)), np.zeros(len(a)), np.zeros(len(a), np.int64)
        for i, (x, y) in enumerate(zip(ids[a].tolist(), ids[b].tolist(), strict=True)):
            known = [tie for tie in (tie_between(world, x, y), tie_between(world, y, x)) if tie]
            found = world.ties.rows(known).tolist() if known else []
            for row in found:
                if ties.hate[row] > hate[i]:
                    hate[i], because[i] = ties.hate[row], roots.hate[row]
            if len(found) == 2:
                regard[i] = min(ties.regard[found[0]], ties.regard[found[1]])
        return hate, regard, because

    def _company(self, rooms: Ints) -> tuple[NDArray[np.bool_], Floats]:
        """Return whether staff are in each room, and how full it is of its capacity."""
        place, role = self.everyone(Place), self.everyone(Identity).role
        here = self.world.ground.room_at[place.tile]
        count = len(self.world.plan.rooms)
        staff = np.bincount(here[is_staff(role) & (place.tile > 0)], minlength=count)
        people = np.bincount(here, minlength=count)
        return staff[rooms] > 0, people[rooms] / self.world.ground.room_capacity[rooms]

    def _quarrel(self, a: int, b: int, hazard: Hazard, hit: int) -> None:
        temper, ids = self.everyone(Temper), self.world.people.ids
        if temper.aggression[b] > temper.aggression[a]:
            a, b = b, a
        # Where nothing made it likelier than usual it is still in the hotter one's nature: nothing comes of nothing.
        who, whom = int(ids[a]), int(ids[b])
        because = [
            *(hazard.causes(hit) or [nature(self.world, who, "aggression")]),
            *occasions(self.world, who, whom, self.rules(QuarrelRules).officer),
        ]
        fall_out(self.world, who, whom, float(hazard.chance()[hit]), because)


def fall_out(world: "World", who: int, whom: int, amount: float, because: list[Cause]) -> int:
    """Let somebody go at another with words: both bear it in mind, feel less safe, and are seen at it for a while."""
    rules, rows = world.rules(QuarrelRules), world.people.rows([who, whom])
    room = int(world.ground.room_at[world.everyone(Place).tile[rows[0]]])
    event = world.emit(Kind.Quarrelled, who=who, whom=whom, place=room, amount=amount, because=because)
    shift_tie(world, whom, who, event, regard=-rules.insult, hate=rules.insult)
    shift_tie(world, who, whom, event, regard=-rules.insult / 2, hate=rules.insult / 2)
    for person in (whom, who):
        think(world, person, "quarrelled", event, whom + who - person)
    safety = world.everyone(Needs).safety
    safety[rows] = np.minimum(1.0, safety[rows] + rules.fright)
    world.everyone(Doing).quarrel_until[rows] = world.tick + int(rules.minutes)
    shove(world, who, whom, event, world.rules(ScuffleRules).quarrel)
    return event

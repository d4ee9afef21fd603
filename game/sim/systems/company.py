"""Company: men who share a cell or a table come to like one another, or not; what nobody renews fades."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.sim.deals.meetings import newness
from game.sim.engine.calendar import MINUTES_PER_HOUR, minute_of_day
from game.sim.engine.hazard import Floats
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.house.ground import Ints
from game.sim.house.near import notice, side_by_side
from game.sim.house.occasions import share_cell
from game.sim.house.uses import INDEX
from game.sim.minds.ties import TieEnds, TieRoots, Ties, shift_tie, tie_index_of
from game.sim.people import INMATE, Doing, Identity, Place, Roots, Temper

Bools = NDArray[np.bool_]
_TOGETHER = tuple(INDEX[use] for use in ("talk", "play", "eat", "train", "work", "pray", "read"))
"""What brings people side by side together."""
_IN_CELL = tuple(INDEX[use] for use in ("sleep", "rest", "count", "eat_in", "wait"))
"""What they do beside one another in their cell."""


@dataclass(frozen=True, slots=True)
class CompanyRules(Rules):
    """How ties grow by company, and fade."""

    table_per_hour: float = rule(
        0.02, "1/h", "of the way to what they make of one another, side by side", low=0, high=1
    )
    cell_per_hour: float = rule(0.007, "1/h", "of that way, in one cell", low=0, high=1)
    meet_per_hour: float = rule(
        0.06, "1/h", "chance that two side by side come to know one another", low=0, high=1
    )
    know_most: float = rule(15, "people", "more nobody comes to know in this way", low=0, high=1000)
    meet_at_once: float = rule(
        4, "pairs", "pairs that come to know one another at one time, at most", low=0, high=1000
    )
    turn_at_once: float = rule(
        6, "people", "at most, become friends or fall out at one time", low=0, high=1000
    )
    liking: float = rule(
        0.30, "regard", "between two of one temper, none of them kinder than others", low=-1, high=1
    )
    mismatch: float = rule(0.9, "regard", "taken off for tempers apart, per unit", low=0, high=4)
    kindness: float = rule(
        0.5, "regard", "added for his empathy and the other's charm above 0.5", low=0, high=4
    )
    kin: float = rule(0.15, "regard", "added within a faction, taken off between two", low=0, high=1)
    first: float = rule(0.3, "share", "of it that the first impression makes", low=0, high=1)
    trust: float = rule(0.6, "share", "of regard that trust follows, at half the pace", low=0, high=1)
    sworn_hate: float = rule(0.3, "hate", "from which company mends nothing", low=0, high=1)
    friend: float = rule(0.35, "regard", "from which a man is a friend", low=0, high=1)
    foe: float = rule(-0.30, "regard", "from which he can't stand him", low=-1, high=0)
    fades_hate: float = rule(0.94, "1/d", "what a day leaves of hate: men make up", low=0, high=1)
    fades_fear: float = rule(0.9, "1/d", "what a day leaves of fear", low=0, high=1)
    fades_regard: float = rule(0.996, "1/d", "what a day leaves of regard", low=0, high=1)
    fades_respect: float = rule(0.97, "1/d", "what a day leaves of respect and trust", low=0, high=1)
    fades_scorn: float = rule(0.93, "1/d", "what a day leaves of regard below 0", low=0, high=1)
    fades_debt: float = rule(
        0.94, "1/d", "what a day leaves of a debt: much is settled in services", low=0, high=1
    )
    forgotten: float = rule(
        0.02, "points", "a tie of which nothing is left above this is forgotten", low=0, high=0.5
    )


class CompanySystem(System):
    """Who shares a cell, a table or an hour comes to like the other or can't stand him; ties fade and are forgotten."""

    every = 2 * MINUTES_PER_HOUR
    phase = 40

    def run(self) -> None:
        """Let two hours of company do their work; once a night, all ties fade."""
        who, whom, pace = self._pairs()
        if who.size:
            ties = self._ties(who, whom)
            known = ties >= 0
            self._grow(who[known], whom[known], ties[known], pace[known])
            self._meet(who[~known], whom[~known])
        if minute_of_day(self.world.tick) < self.every:
            self._fade()

    def _pairs(self) -> tuple[Ints, Ints, Floats]:
        """Return all who keep company now, in both directions (by row), and how fast that works."""
        place, doing, rules = self.everyone(Place), self.everyone(Doing), self.rules(CompanyRules)
        there = (self.everyone(Identity).role == INMATE) & (place.tile > 0) & (place.walking == 0)
        a, b = side_by_side(self.world, (there & np.isin(doing.use, _TOGETHER)).nonzero()[0])
        c, d = self._cellmates(there & np.isin(doing.use, _IN_CELL))
        first, second = np.concatenate([a, c]), np.concatenate([b, d])
        per_hour = np.repeat([rules.table_per_hour, rules.cell_per_hour], [len(a), len(c)])
        both = np.concatenate([per_hour, per_hour]) * (self.every / MINUTES_PER_HOUR)
        return np.concatenate([first, second]), np.concatenate([second, first]), both

    def _cellmates(self, there: Bools) -> tuple[Ints, Ints]:
        """Return the rows of all pairs who are together in the cell they share."""
        cell, place = self.everyone(Identity).cell, self.everyone(Place)
        rows = (there & (cell > 0) & (self.world.ground.room_at[place.tile] == cell)).nonzero()[0]
        rows = rows[np.argsort(cell[rows], kind="stable")]
        first, second = [], []
        apart = 1
        while apart < len(rows):
            same = (cell[rows[:-apart]] == cell[rows[apart:]]).nonzero()[0]
            if not same.size:
                break
            first.append(rows[same])
            second.append(rows[same + apart])
            apart += 1
        none = np.zeros(0, np.int64)
        return np.concatenate([none, *first]), np.concatenate([none, *second])

    def _ties(self, who: Ints, whom: Ints) -> Ints:
        """Return the rows of the ties from one to the other, −1 where there is none."""
        world, ids = self.world, self.world.people.ids
        index = tie_index_of(world)
        pairs = zip(ids[who].tolist(), ids[whom].tolist(), strict=True)
        return world.ties.rows(np.array([index.get(pair, 0) for pair in pairs], np.int64))

    def _made_of_him(self, who: Ints, whom: Ints) -> Floats:
        """Return what one makes of the other by their natures, were there nothing else between them: a regard."""
        rules, temper, faction = (
            self.rules(CompanyRules),
            self.everyone(Temper),
            self.everyone(Identity).faction,
        )
        apart = abs(temper.aggression[who] - temper.aggression[whom])
        apart = apart + abs(temper.discipline[who] - temper.discipline[whom]) / 2
        kind = temper.empathy[who] + temper.charisma[whom] - 1.0
        ours, theirs = faction[who], faction[whom]
        kin = np.where(ours == theirs, rules.kin, -rules.kin) * ((ours > 0) & (theirs > 0))
        regard = rules.liking - rules.mismatch * apart + rules.kindness * kind + kin
        held: Floats = np.minimum(0.8, np.maximum(-0.6, regard))
        return held

    def _grow(self, who: Ints, whom: Ints, rows: Ints, pace: Floats) -> None:
        """Let regard and trust go on towards what they make of one another; hate that runs deep doesn't mend by it."""
        rules, ties = self.rules(CompanyRules), self.everyone(Ties)
        before, made = ties.regard[rows], self._made_of_him(who, whom)
        made = np.where(ties.hate[rows] >= rules.sworn_hate, np.minimum(made, before), made)
        after = before + pace * (made - before)
        friends = (before < rules.friend) & (after >= rules.friend)
        foes = (before > rules.foe) & (after <= rules.foe)
        turns = friends | foes
        ties.regard[rows] = np.where(turns, before, after)
        trust = ties.trust[rows]
        ties.trust[rows] = trust + pace / 2 * np.maximum(rules.trust * after - trust, 0.0)
        for at in turns.nonzero()[0][: int(rules.turn_at_once)].tolist():
            self._turn(int(who[at]), int(whom[at]), int(rows[at]), float(after[at] - before[at]))

    def _turn(self, who: int, whom: int, tie: int, step: float) -> None:
        """Let one become the other's friend, or fall out with him: the reason of all that grew so slowly."""
        world, ids = self.world, self.world.people.ids
        before = int(self.everyone(TieRoots).regard[tie])
        kind = Kind.Befriended if step > 0 else Kind.FellOut
        if before and world.chronicle.event(before).kind == kind:
            self.everyone(Ties).regard[tie] += step
            return
        because = [
            Cause(before, 0.6, Role.MOTIVE),
            Cause(int(self.everyone(Roots).empathy[who]), 0.4, Role.MOTIVE),
            *share_cell(world, int(ids[who]), int(ids[whom])),
        ]
        event = world.emit(
            kind, who=int(ids[who]), whom=int(ids[whom]), place=self._room(who), because=because
        )
        shift_tie(world, int(ids[who]), int(ids[whom]), event, regard=step)
        notice(world, event, int(ids[who]), 0.7, 0.5)

    def _room(self, row: int) -> int:
        return int(self.world.ground.room_at[self.everyone(Place).tile[row]])

    def _meet(self, who: Ints, whom: Ints) -> None:
        """Let some who are strangers come to know one another; nobody knows the whole house."""
        rules, people = self.rules(CompanyRules), self.world.people
        drawn = self.dice.uniforms(len(who)) < rules.meet_per_hour * self.every / MINUTES_PER_HOUR
        known = people.rows(self.everyone(TieEnds).who)
        known = np.bincount(known[known >= 0], minlength=people.n)
        open_to = (known[who] < rules.know_most) & (known[whom] < rules.know_most) & (who < whom)
        met = (drawn & open_to).nonzero()[0][: int(rules.meet_at_once)]
        made = self._made_of_him(who, whom) * rules.first
        back = self._made_of_him(whom, who) * rules.first
        for at in met.tolist():
            self._introduce(int(who[at]), int(whom[at]), float(made[at]), float(back[at]))

    def _introduce(self, who: int, whom: int, regard: float, back: float) -> None:
        """Let two come to know one another; first impressions are their own."""
        world, roots, ids = self.world, self.everyone(Roots), self.world.people.ids
        one, other = int(ids[who]), int(ids[whom])
        newest, new = int(max(roots.arrived[who], roots.arrived[whom])), newness(world)
        because = [
            Cause(newest, float(max(new[who], new[whom])) / 2, Role.OPPORTUNITY),
            Cause(int(roots.empathy[who]), 0.5, Role.MOTIVE),
            *share_cell(world, one, other),
        ]
        event = world.emit(
            Kind.Acquainted, who=one, whom=other, place=self._room(who), amount=regard, because=because
        )
        shift_tie(world, one, other, event, regard=regard)
        shift_tie(world, other, one, event, regard=back)

    def _fade(self) -> None:
        """Let a day take its share of what people hold of one another; what nothing is left of is forgotten."""
        ties, rules = self.everyone(Ties), self.rules(CompanyRules)
        ties.debt *= rules.fades_debt
        ties.hate *= rules.fades_hate
        ties.fear *= rules.fades_fear
        ties.regard *= np.where(ties.regard < 0, rules.fades_scorn, rules.fades_regard)
        ties.respect *= rules.fades_respect
        ties.trust *= rules.fades_respect
        left = np.maximum(abs(ties.block[:-1]).max(axis=0), ties.debt)
        faded = self.world.ties.ids[left < rules.forgotten].tolist()
        if faded:
            self.world.ties.retire(faded)

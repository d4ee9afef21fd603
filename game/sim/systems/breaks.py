"""Breaking points: signs before, giving way, and coming round again."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR
from game.sim.engine.hazard import Floats, Hazard
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.house.going import release
from game.sim.house.near import notice
from game.sim.house.uses import INDEX
from game.sim.minds.signs import SIGNS, sign_weights
from game.sim.minds.thoughts import THOUGHT, ThoughtEnds, Thoughts
from game.sim.minds.ties import TieEnds, TieRoots, Ties, ties_of
from game.sim.people import INMATE, Doing, Identity, Place, Roots, Temper
from game.sim.states import Break, Hold, Mind, State, StateRoots

if TYPE_CHECKING:
    from game.sim.house.ground import Ints
    from game.sim.world import World

HELPS = tuple(
    THOUGHT[key]
    for key in ("heard", "consoled", "visit", "mediated", "protected", "favour_done", "letter_good", "treated",
                "backed_up", "gift")
)  # fmt: skip
"""Thoughts that bring a man round."""


@dataclass(frozen=True, slots=True)
class BreakRules(Rules):
    """When people give way, how they show it before, and how they come round."""

    sign_stress: float = rule(0.4, "stress", "from which it shows", low=0, high=1)
    sign_per_hour: float = rule(
        0.05, "1/h", "signs, awake, just above that; twice as many at 1", low=0, high=1
    )
    notice: float = rule(0.6, "share", "chance that staff who see him make something of it", low=0, high=1)
    stress: float = rule(0.6, "stress", "from which men break", low=0, high=1)
    withdraw_per_hour: float = rule(0.004, "1/h", "withdrawals just above it", low=0, high=1)
    snap_per_hour: float = rule(0.003, "1/h", "outbursts just above it, beside one he hates", low=0, high=1)
    more_stress: float = rule(12.0, "factor", "of stress above that, per unit", low=0, high=100)
    low_mood: float = rule(2.0, "factor", "of a mood below 0, per unit", low=0, high=100)
    timid: float = rule(2.5, "factor", "of nerve missing, towards withdrawal, per unit", low=0, high=100)
    hot: float = rule(
        4.0, "factor", "of aggression above 0.4, towards lashing out, per unit", low=0, high=100
    )
    hate: float = rule(6.0, "factor", "of hate or fear of the one beside him, per unit", low=0, high=100)
    least_hate: float = rule(0.25, "hate", "or fear towards the one he lashes out at", low=0, high=1)
    withdrawn_days: float = rule(6, "days", "after which a man comes round by himself", low=0.1, high=365)
    lashing_hours: float = rule(5, "hours", "for which he is beside himself", low=0.1, high=240)
    help_per_hour: float = rule(
        0.06, "1/h", "chance to come round, for each 0.1 of mood that help gives", low=0, high=1
    )
    relief: float = rule(0.15, "stress", "below the breaking point at which he comes round", low=0, high=1)


class BreakSystem(System):
    """Who is worn down by stress shows signs, then withdraws or lashes out; time and help bring him round."""

    every = MINUTES_PER_HOUR
    phase = 20

    def run(self) -> None:
        """Let men come round, show signs, give way."""
        state, mind, rules = self.everyone(State), self.everyone(Mind), self.rules(BreakRules)
        for row in (state.broken > Break.NONE).nonzero()[0].tolist():
            self._come_round(row)
        able = (self.everyone(Identity).role == INMATE) & (self.everyone(Place).tile > 0)
        able &= (state.broken == Break.NONE) & (state.held == Hold.NONE)
        able &= (self.everyone(Doing).use != INDEX["sleep"]) & (mind.stress >= rules.sign_stress)
        rows = able.nonzero()[0]
        if rows.size:
            self._show_signs(rows)
            self._break(rows[mind.stress[rows] >= rules.stress])

    def _show_signs(self, rows: "Ints") -> None:
        """Let some show how they are; staff who see it may make something of it."""
        world, rules, stress = self.world, self.rules(BreakRules), self.everyone(Mind).stress[rows]
        chance = rules.sign_per_hour * (1 + (stress - rules.sign_stress) / max(0.01, 1 - rules.sign_stress))
        for row in rows[self.dice.uniforms(len(rows)) < chance].tolist():
            person = int(world.people.ids[row])
            sign = self.dice.weighted(range(len(SIGNS)), sign_weights(world, person))
            room = int(world.ground.room_at[self.everyone(Place).tile[row]])
            because = [Cause(_burden(world, row), 1.0, Role.MOTIVE)]
            event = world.emit(Kind.SignShown, who=person, place=room, detail=sign, because=because)
            notice(world, event, person, 0.8, rules.notice)

    def _break(self, rows: "Ints") -> None:
        """Draw for both ways to give way; one who lashes out needs somebody beside him to go for."""
        if not rows.size:
            return
        targets, feelings, roots = self._targets(rows)
        snap = self._snapping(rows, targets, feelings, roots)
        withdraw = self._withdrawing(rows)
        hit = dict.fromkeys(withdraw.hits(self.dice).tolist(), withdraw)
        hit |= dict.fromkeys(snap.hits(self.dice).tolist(), snap)
        for at, hazard in sorted(hit.items(), key=lambda entry: entry[0]):
            whom = int(targets[at]) if hazard is snap else 0
            self._give_way(int(rows[at]), whom, _each_once(hazard.causes(at)))

    def _pressed(self, rows: "Ints", base: Floats) -> Hazard:
        """Set up what both ways have in common."""
        rules, mind = self.rules(BreakRules), self.everyone(Mind)
        burden = np.array([_burden(self.world, row) for row in rows.tolist()])
        worst = np.array([_worst(self.world, row) for row in rows.tolist()])
        hazard = Hazard(base)
        hazard.times("stress", 1.1 + rules.more_stress * (mind.stress[rows] - rules.stress), burden)
        mood = 1 + rules.low_mood * np.maximum(-mind.mood[rows], 0.0)
        return hazard.times("mood", mood, np.where(worst == burden, 0, worst))

    def _withdrawing(self, rows: "Ints") -> Hazard:
        rules, temper, roots = self.rules(BreakRules), self.everyone(Temper), self.everyone(Roots)
        hazard = self._pressed(rows, np.full(len(rows), rules.withdraw_per_hour))
        hazard.times("nerve", 0.5 + rules.timid * (1 - temper.nerve[rows]), roots.nerve[rows])
        return hazard.times("temper", 1.2 - 0.8 * temper.aggression[rows])

    def _snapping(self, rows: "Ints", targets: "Ints", feelings: Floats, roots: "Ints") -> Hazard:
        rules, temper = self.rules(BreakRules), self.everyone(Temper)
        hazard = self._pressed(rows, np.where(targets > 0, rules.snap_per_hour, 0.0))
        hot = np.maximum(0.2, 1 + rules.hot * (temper.aggression[rows] - 0.4))
        hazard.times("temper", hot, self.everyone(Roots).aggression[rows])
        return hazard.times("hate", 1 + rules.hate * feelings, roots)

    def _targets(self, rows: "Ints") -> tuple["Ints", Floats, "Ints"]:
        """Return whom each hates or fears most of those in the room with him, how much, and the event behind it."""
        found = [self._target(row) for row in rows.tolist()]
        whom, feeling, root = zip(*found, strict=True)
        return np.array(whom, np.int64), np.array(feeling, np.float64), np.array(root, np.int64)

    def _target(self, row: int) -> tuple[int, float, int]:
        world, place = self.world, self.everyone(Place)
        ties, ends, roots = world.everyone(Ties), world.everyone(TieEnds), world.everyone(TieRoots)
        held = ties_of(world, int(world.people.ids[row]))
        held = held[np.maximum(ties.hate[held], ties.fear[held]) >= self.rules(BreakRules).least_hate]
        others, room = world.people.rows(ends.whom[held]), world.ground.room_at
        near = (others >= 0) & (place.tile[others] > 0) & (room[place.tile[others]] == room[place.tile[row]])
        near &= (self.everyone(Identity).role[others] == INMATE) & (
            self.everyone(State).held[others] == Hold.NONE
        )
        held = held[near]
        if not held.size:
            return 0, 0.0, 0
        worst = int(held[np.maximum(ties.hate[held], ties.fear[held]).argmax()])
        hates = ties.hate[worst] >= ties.fear[worst]
        root = roots.hate[worst] if hates else roots.fear[worst]
        return int(ends.whom[worst]), float(max(ties.hate[worst], ties.fear[worst])), int(root)

    def _give_way(self, row: int, whom: int, because: list[Cause]) -> None:
        """Let a man break: he keeps to his cell for days, or is beside himself for hours."""
        world, rules, state = self.world, self.rules(BreakRules), self.everyone(State)
        person, room = int(world.people.ids[row]), int(world.ground.room_at[self.everyone(Place).tile[row]])
        kind, lasts = Kind.Withdrew, rules.withdrawn_days * MINUTES_PER_DAY
        if whom:
            kind, lasts = Kind.Snapped, rules.lashing_hours * MINUTES_PER_HOUR
        event = world.emit(kind, who=person, whom=whom, place=room, because=because)
        state.broken[row] = Break.LASHING_OUT if whom else Break.WITHDRAWN
        state.broken_until[row] = world.tick + int(lasts * (0.7 + 0.6 * self.dice.uniform()))
        self.everyone(StateRoots).broken[row] = event
        release(world, np.array([row]))
        if kind == Kind.Withdrew:
            notice(world, event, person, 0.7)

    def _come_round(self, row: int) -> None:
        """End a break when its time is over, or earlier by what helped; till then staff may come to see it."""
        world, rules, state = self.world, self.rules(BreakRules), self.everyone(State)
        person, broken = int(world.people.ids[row]), int(self.everyone(StateRoots).broken[row])
        help, by = _help(world, person)
        early = state.broken[row] == Break.WITHDRAWN and self.dice.uniform() < rules.help_per_hour * help
        if not early and world.tick < state.broken_until[row]:
            if broken and state.broken[row] == Break.WITHDRAWN and not world.knowledge.knows(broken):
                notice(world, broken, person, 0.7)
            return
        because = [Cause(broken, 1.0, Role.OPPORTUNITY)]
        because += [Cause(by, 1.0, Role.MOTIVE)] if early and by != broken else []
        stress = self.everyone(Mind).stress
        stress[row] = min(float(stress[row]), rules.stress - rules.relief)
        state.broken[row], state.broken_until[row] = Break.NONE, 0
        self.everyone(StateRoots).broken[row] = 0
        event = world.emit(Kind.Recovered, who=person, because=because)
        if world.knowledge.knows(broken) and world.everyone(Place).tile[row]:
            notice(world, event, person, 0.8)
        self.everyone(Doing).until[row] = world.tick


def _each_once(causes: list[Cause]) -> list[Cause]:
    """Name each event once, by the weightiest of the ways in which it counts."""
    lightest_first = sorted(causes, key=lambda cause: cause.weight)
    return list({cause.event: cause for cause in lightest_first}.values())


def _burden(world: "World", row: int) -> int:
    """Return what a man's stress goes back to: what weighed most on him, or his own nerves."""
    roots = world.everyone(StateRoots)
    return int(roots.stress[row]) or int(world.everyone(Roots).nerve[row])


def _worst(world: "World", row: int) -> int:
    """Return the event behind the thought that weighs most on a man now, 0 for none."""
    ends, strength = world.everyone(ThoughtEnds), world.everyone(Thoughts).strength
    rows = ((ends.person == int(world.people.ids[row])) & (strength < 0)).nonzero()[0]
    return int(ends.because[rows[strength[rows].argmin()]]) if rows.size else 0


def _help(world: "World", person: int) -> tuple[float, int]:
    """Return how much what people did for a man lifts him, and the event of what lifts him most."""
    ends, strength = world.everyone(ThoughtEnds), world.everyone(Thoughts).strength
    rows = ((ends.person == person) & np.isin(ends.thought, HELPS) & (strength > 0)).nonzero()[0]
    if not rows.size:
        return 0.0, 0
    return float(strength[rows].sum()) * 10, int(ends.because[rows[strength[rows].argmax()]])

"""Requests: what drives inmates to ask the office for something, and what its silence does to them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.sim.care.requests import SILENCE, Request, close_request, make_request, open_requests
from game.sim.engine.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR, hour_of
from game.sim.engine.hazard import Hazard
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Role
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.minds.thoughts import think
from game.sim.minds.ties import TieEnds, TieRoots, Ties
from game.sim.minds.trust import office_trust
from game.sim.people import INMATE, Doing, Identity, Place, Temper
from game.sim.states import Body, Break, Mind, State, StateRoots

Floats = NDArray[np.float64]
Ask = tuple[float, int, str, int, int]
"""How pressing it is, who asks, for what, about whom, and the event that made him."""
KEPT_DAYS = 3
"""How long an answered request stays on file."""
ASKING_HOURS = (7, 21)
"""From when to when one can hand in a request."""


@dataclass(frozen=True, slots=True)
class RequestRules(Rules):
    """When inmates turn to the office. All factors are 1 for a man of average trust."""

    talk_per_day: float = rule(
        0.08, "1/d", "requests for a talk of a man at the end of his tether", low=0, high=5
    )
    move_per_day: float = rule(
        0.12, "1/d", "requests for another cell, with full fear or hate of a cellmate", low=0, high=5
    )
    protection_per_day: float = rule(
        0.12, "1/d", "requests for protection in full fear of somebody", low=0, high=5
    )
    medic_per_day: float = rule(
        0.18, "1/d", "requests for the medic with the worst wound or craving", low=0, high=5
    )
    truce_per_day: float = rule(
        0.06, "1/d", "requests for a mediation in full hate, by a gentle man", low=0, high=5
    )
    stress: float = rule(0.35, "stress", "from which a man may ask for a talk", low=0, high=1)
    fear: float = rule(0.4, "fear", "from which a man may ask to get away from somebody", low=0, high=1)
    hate: float = rule(0.3, "hate", "from which a man may want it to end", low=0, high=1)
    ill: float = rule(
        0.12, "share", "of a wound or a craving from which a man may ask for the medic", low=0, high=1
    )
    trust: float = rule(1.6, "factor", "of trust in the office above 0.4, per unit", low=0, high=10)
    most_open: float = rule(
        8, "requests", "that wait at once: with more, nobody believes in an answer", low=1, high=100
    )


class RequestSystem(System):
    """By day men whom something presses ask the office for help, the likelier the more they trust it.

    What is not answered in time counts as refused. Nobody asks twice for the same within a few days.
    """

    every = 2 * MINUTES_PER_HOUR
    phase = 25

    def run(self) -> None:
        """Close what has waited too long; let new requests come in, the most pressing first."""
        self._silence()
        asked = [(request.who, request.kind) for _, request in self.world.each(Request)]
        room = int(self.rules(RequestRules).most_open) - len(open_requests(self.world))
        if room > 0 and ASKING_HOURS[0] <= hour_of(self.world.tick) < ASKING_HOURS[1]:
            asks = [ask for ask in (*self._about_himself(), *self._about_others()) if ask[1:3] not in asked]
            for _, who, kind, about, because in sorted(asks, key=lambda ask: (-ask[0], *ask[1:]))[:room]:
                make_request(self.world, who, kind, because, about)

    def _silence(self) -> None:
        """Let requests whose time is out be refused, and put old ones away."""
        held = self.world.each(Request)
        for number, request in held:
            if not request.answer and self.world.tick >= request.until and request.kind != "visit":
                cause = Cause(request.made, 1.0, Role.OPPORTUNITY)
                event = close_request(self.world, request, "silence", SILENCE, cause)
                think(self.world, request.who, "refused", event)
            old = self.world.tick - request.until > KEPT_DAYS * MINUTES_PER_DAY
            if request.answer and old and number != held[-1][0]:
                self.world.detach("request", number)

    def _about_himself(self) -> list[Ask]:
        """Draw for those who want to talk, and for those whom something ails."""
        rules, mind, body = self.rules(RequestRules), self.everyone(Mind), self.everyone(Body)
        roots, able = self.everyone(StateRoots), self._able()
        pressed = np.maximum(mind.stress, -mind.mood)
        hurts = body.wound >= mind.craving
        ails = np.where(hurts, body.wound, mind.craving)
        talk = (able & (pressed > rules.stress) & (roots.stress > 0)).nonzero()[0]
        cause = np.where(hurts, roots.wound, roots.craving)
        ill = (able & (ails > rules.ill) & (cause > 0)).nonzero()[0]
        none_talk, none_ill = np.zeros(len(talk), np.int64), np.zeros(len(ill), np.int64)
        return [
            *self._draw("talk", rules.talk_per_day, talk, pressed[talk], roots.stress[talk], none_talk),
            *self._draw("medic", rules.medic_per_day, ill, ails[ill], cause[ill], none_ill),
        ]

    def _about_others(self) -> list[Ask]:
        """Draw for those who want to get away from somebody, or to end what is between them."""
        rules, ties, roots = self.rules(RequestRules), self.everyone(Ties), self.everyone(TieRoots)
        at, who, whom = self._at_odds()
        afraid = ties.fear[at] >= ties.hate[at]
        push = np.maximum(ties.fear[at], ties.hate[at])
        because = np.where(afraid, roots.fear[at], roots.hate[at])
        cell, temper = self.everyone(Identity).cell, self.everyone(Temper)
        mates = (cell[who] == cell[whom]) & (cell[who] > 0)
        gentle = 2 * np.maximum(0.0, temper.empathy[who] - temper.aggression[who] + 0.2)
        asks: list[Ask] = []
        for kind, per_day, fits, how in (
            ("move", rules.move_per_day, mates, push),
            ("protection", rules.protection_per_day, ~mates & afraid & (push > rules.fear), push),
            ("truce", rules.truce_per_day, ~mates & ~afraid, push * gentle),
        ):
            mine = fits & (because > 0)
            about = self.world.people.ids[whom[mine]]
            asks += self._draw(kind, per_day, who[mine], how[mine], because[mine], about)
        return asks

    def _at_odds(self) -> tuple[Ints, Ints, Ints]:
        """Return the ties of strong fear or hate between inmates who are here, with both their rows."""
        rules, ties, ends = self.rules(RequestRules), self.everyone(Ties), self.everyone(TieEnds)
        at = ((ties.fear > rules.fear) | (ties.hate > rules.hate)).nonzero()[0]
        who, whom = self.world.people.rows(ends.who[at]), self.world.people.rows(ends.whom[at])
        fits = (who >= 0) & (whom >= 0) & self._able()[who]
        fits &= (self.everyone(Identity).role[whom] == INMATE) & (self.everyone(Place).tile[whom] > 0)
        return at[fits], who[fits], whom[fits]

    def _able(self) -> NDArray[np.bool_]:
        """Tell who can ask: inmates awake and their own men; who has withdrawn asks for nothing."""
        state, doing = self.everyone(State), self.everyone(Doing)
        able = (self.everyone(Identity).role == INMATE) & (self.everyone(Place).tile > 0)
        able &= (state.held == 0) & (state.broken != Break.WITHDRAWN)
        found: NDArray[np.bool_] = able & (doing.use != INDEX["sleep"])
        return found

    def _draw(
        self, kind: str, per_day: float, rows: Ints, push: Floats, because: Ints, about: Ints
    ) -> list[Ask]:
        """Draw for people (rows) by how hard something pushes them and what they make of the office."""
        if not rows.size:
            return []
        rules, hours = self.rules(RequestRules), ASKING_HOURS[1] - ASKING_HOURS[0]
        hazard = Hazard(np.full(len(rows), per_day * self.every / (hours * MINUTES_PER_HOUR)))
        hazard.times("pressed", push, because)
        trust = np.maximum(0.1, 1 + rules.trust * (office_trust(self.world)[rows] - 0.4))
        hazard.times("trust", trust)
        ids = self.world.people.ids[rows]
        return [
            (float(push[hit]), int(ids[hit]), kind, int(about[hit]), int(because[hit]))
            for hit in hazard.hits(self.dice).tolist()
        ]

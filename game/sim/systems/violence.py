"""Violence: a man strikes when he has a reason, the means and the moment."""

from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.system import System
from game.sim.people import Doing, Place
from game.sim.states import Break, State
from game.sim.violence.assaults import assault, weapon_of
from game.sim.violence.fights import MOTIVES
from game.sim.violence.motives import Motives
from game.sim.violence.numbers import ViolenceRules
from game.sim.violence.targets import targets

if TYPE_CHECKING:
    from game.sim.engine.hazard import Floats, Ints

__all__ = ["MOTIVES", "ViolenceRules", "ViolenceSystem"]


class ViolenceSystem(System):
    """Who hates, is owed or defied, or is cornered by whom he fears, may strike him: less before officers.

    Draw first, look after: each man draws once, and only those whose draw lies under the highest possible chance are
    looked at, with all they have something against who are within reach. Men in a rage are always looked at.
    """

    every = 10
    phase = 3

    def run(self) -> None:
        """Draw for everybody; let those who hit strike."""
        rules, state = self.rules(ViolenceRules), self.everyone(State)
        drawn = self.dice.uniforms(self.world.people.n)
        heated = self.everyone(Doing).quarrel_until > self.world.tick
        bound = np.where(heated, max(rules.highest_heated, rules.highest_chance), rules.highest_chance)
        bound = np.where(state.broken == Break.LASHING_OUT, 1.0, bound)
        near = (drawn < bound) & (self.everyone(Place).tile > 0)
        if not near.any():
            return
        a, b = targets(self.world, near)
        if a.size:
            self._look(a, b, drawn, bound)

    def _look(self, a: "Ints", b: "Ints", drawn: "Floats", bound: "Floats") -> None:
        """Let each man who has several to strike at choose by how likely each is, with his one draw."""
        motives = Motives(self.world, a, b)
        hazard = motives.hazard(self.rules(ViolenceRules).per_hour * self.every / 60)
        chance = hazard.chance()
        reached: dict[int, float] = {}
        busy: dict[int, bool] = {}
        for pair in range(len(a)):
            row, other = int(a[pair]), int(b[pair])
            before = reached.get(row, 0.0)
            reached[row] = before + float(chance[pair])
            hits = before <= drawn[row] < min(reached[row], float(bound[row]))
            if hits and row not in busy and other not in busy:
                busy |= {row: True, other: True}
                who, whom = int(self.world.people.ids[row]), int(self.world.people.ids[other])
                because = [*hazard.causes(pair), *motives.openings(pair)]
                weapon = weapon_of(self.world, who) if motives.weapons[0][pair] else 0
                assault(self.world, who, whom, int(motives.motive[pair]), because, weapon)

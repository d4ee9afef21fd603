"""Purses: what comes in by the commissary, and what goes up in smoke."""

import numpy as np

from game.sim.engine.calendar import MINUTES_PER_DAY, weekday_of
from game.sim.engine.system import System
from game.sim.goods.purses import QUARTER, Purse, PurseRules
from game.sim.people import INMATE, Identity, Status


class PurseSystem(System):
    """Once a week the commissary turns wages and money from outside into packs; each day some go up in smoke."""

    every = MINUTES_PER_DAY
    phase = 16 * 60

    def run(self) -> None:
        """Let a day's worth come and go, in whole quarters."""
        identity, rules = self.everyone(Identity), self.rules(PurseRules)
        here = (identity.role == INMATE) & (identity.status == Status.PRESENT)
        packs = self.everyone(Purse).packs
        if weekday_of(self.world.tick) == int(rules.commissary_weekday):
            support = 2 * rules.support_packs * self.dice.uniforms(len(packs)) / QUARTER
            bought = support.astype(np.int64) * QUARTER + rules.wage_packs * (identity.job > 0)
            packs += np.where(here, bought, 0.0)
        smoked = (2 * rules.smoked_packs * self.dice.uniforms(len(packs)) / QUARTER + 0.5).astype(np.int64)
        packs -= np.where(here, np.minimum(smoked * QUARTER, packs), 0.0)

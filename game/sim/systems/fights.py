"""Fights: blows fall minute by minute, until somebody ends it or somebody has enough."""

from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.states import State, StateRoots
from game.sim.violence.aftermath import FightAftermathRules, end
from game.sim.violence.blows import FightRules, exchange
from game.sim.violence.bystanders import FightBystanderRules, decide, run
from game.sim.violence.fights import Fight, open_fights
from game.sim.violence.officers import FightResponseRules, arrive, call, notice, part

if TYPE_CHECKING:
    from game.sim.violence.fights import Responder

__all__ = ["FightAftermathRules", "FightBystanderRules", "FightResponseRules", "FightRules", "FightSystem"]


class FightSystem(System):
    """A fight goes on until officers part the men, or one side is down or has enough; those around make up their minds.

    Officers set out when they see or hear it, see it on a screen, are fetched or called; how far they have to come is
    how long it lasts.
    """

    def run(self) -> None:
        """Let a minute of each fight pass."""
        if np.count_nonzero(self.everyone(State).fight):
            for fight in open_fights(self.world):
                self._minute(fight)

    def _minute(self, fight: Fight) -> None:
        world, dice = self.world, self.dice
        decide(world, fight, dice)
        run(world, fight)
        notice(world, fight)
        call(world, fight)
        arrive(world, fight)
        parted = part(world, fight, dice)
        if parted is not None:
            self._break_up(fight, parted)
            return
        exchange(world, fight, dice)
        if not (fight.standing(fight.attackers) and fight.standing(fight.defenders)):
            end(world, fight, self._losers(fight), known=any(r.arrived for r in fight.responders))

    def _break_up(self, fight: Fight, by: "Responder") -> None:
        because = [Cause(by.because, 1.0, Role.DEED), Cause(fight.id, 1.0, Role.MOTIVE)]
        broken_up = self.world.emit(
            Kind.BrokenUp, who=by.officer, whom=fight.who, place=fight.place, detail=fight.id, because=because
        )
        end(self.world, fight, [Cause(broken_up, 1.0, Role.DEED)], known=True)

    def _losers(self, fight: Fight) -> list[Cause]:
        """Return what took those who lost out of it: their wounds."""
        roots = [self.world.one(person, StateRoots).wound for person in fight.beaten]
        return [Cause(root, 0.5, Role.DEED) for root in roots if root > fight.id]

"""Tributes: what protection costs, week by week."""

from dataclasses import dataclass

from game.sim.deals.base import note
from game.sim.deals.meetings import at_large
from game.sim.deals.pacts import TRIBUTE_DAYS, Pact, abandon
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.goods.purses import pay
from game.sim.minds.thoughts import forget, think
from game.sim.minds.ties import shift_tie
from game.sim.people import Identity, Place, Roots, Status, Temper


@dataclass(frozen=True, slots=True)
class TributeRules(Rules):
    """How protection is paid for."""

    patience: float = rule(2, "times", "that a ward may pay short before he is on his own", low=1, high=20)
    gratitude: float = rule(0.04, "trust", "that each tribute paid adds on both sides", low=0, high=1)


class TributeSystem(System):
    """A man under protection pays each week when he meets his protector; what is short he owes, and not for long."""

    every = 60
    phase = 41

    def run(self) -> None:
        """Look at all tributes that are due."""
        for _, pact in self.world.each(Pact):
            if not self._stands(pact):
                abandon(self.world, pact.ward)
            elif pact.due <= self.world.tick and self._meet(pact):
                self._collect(pact)

    def _stands(self, pact: Pact) -> bool:
        """Tell whether both are still here."""
        people = self.world.people
        both = (pact.protector, pact.ward)
        return all(id in people and self.world.one(id, Identity).status == Status.PRESENT for id in both)

    def _meet(self, pact: Pact) -> bool:
        rows = self.world.people.rows([pact.protector, pact.ward])
        here = self.world.ground.room_at[self.everyone(Place).tile[rows]]
        return bool(here[0] == here[1] and at_large(self.world)[rows].all())

    def _collect(self, pact: Pact) -> None:
        """Take the tribute; go without, and lose patience."""
        world, rules, nature = self.world, self.rules(TributeRules), self.world.one(pact.ward, Roots)
        handed = pay(world, pact.ward, pact.protector, pact.packs)
        pact.due += TRIBUTE_DAYS * MINUTES_PER_DAY
        causes = [
            Cause(pact.made, 1.0, Role.DEED),
            Cause(nature.nerve, 1 - world.one(pact.ward, Temper).nerve, Role.MOTIVE),
        ]
        if handed >= pact.packs:
            event = note(world, Kind.Paid, pact.ward, pact.protector, causes, handed)
            shift_tie(world, pact.protector, pact.ward, event, trust=rules.gratitude, regard=rules.gratitude)
            shift_tie(world, pact.ward, pact.protector, event, trust=rules.gratitude)
            think(world, pact.ward, "protected", event, pact.protector, 0.5)
            pact.unpaid = 0
            return
        self._fall_short(pact, handed, causes)

    def _fall_short(self, pact: Pact, handed: float, causes: list[Cause]) -> None:
        """Note what is missing as a debt; too often, and the hand is withdrawn."""
        world, short = self.world, pact.packs - handed
        root = Cause(world.one(pact.protector, Roots).cunning, 0.3, Role.MOTIVE)
        event = note(world, Kind.Demanded, pact.protector, pact.ward, [*causes, root], pact.packs)
        if handed:
            note(world, Kind.Paid, pact.ward, pact.protector, [Cause(event, 1.0, Role.DEED)], handed)
        shift_tie(world, pact.ward, pact.protector, event, debt=short, fear=0.06)
        shift_tie(world, pact.protector, pact.ward, event, regard=-0.06)
        think(world, pact.ward, "in_debt", event, pact.protector)
        pact.unpaid += 1
        if pact.unpaid >= self.rules(TributeRules).patience:
            abandon(world, pact.ward)
            forget(world, pact.ward, "protected", pact.protector)

"""Dealings on the desk: who owes whom, and who stands under whose protection, as far as it has come out."""

from dataclasses import dataclass

import numpy as np

from game.sim.deals.pacts import Pact, protector_of, wards_of
from game.sim.desk.base import DeskBase
from game.sim.events import Kind
from game.sim.minds.knowledge import Fact
from game.sim.minds.ties import TieEnds, TieRoots, Ties

_OWING = (Kind.Lent, Kind.Demanded, Kind.Paid, Kind.Defied)
_BY_CREDITOR = (Kind.Lent.name, Kind.Demanded.name)
"""Of these the creditor is `who`; of the others he is `whom`."""
_LEAST_PACKS = 0.25


@dataclass(frozen=True, slots=True)
class DebtView:
    """One man's debt to another, as it is believed to be."""

    debtor: int
    creditor: int
    packs: float
    """Packs of cigarettes; 0: nobody knows how many."""
    because: int
    """The last event known of it, for "why?"."""
    since: int
    """Tick of that event."""


class DealingsDesk(DeskBase):
    """Debts and protection, told from what was seen and said; to the truth, from the books themselves."""

    def debts(self, person: int) -> tuple[DebtView, ...]:
        """Return what a person owes and is owed, the latest first."""
        found = self._true_debts(person) if self.sees_all else self._believed_debts(person)
        return tuple(sorted(found, key=lambda debt: (-debt.since, -debt.because)))

    def protector_of(self, person: int) -> int:
        """Return who is believed to protect a person, 0 for nobody."""
        if self.sees_all:
            return protector_of(self._world, person)
        taken = [fact for fact in self._known((Kind.ProtectionTaken,), person) if fact.who == person]
        return taken[-1].whom if taken and taken[-1].whom in self._world.people else 0

    def wards_of(self, person: int) -> tuple[int, ...]:
        """Return whom a person is believed to protect, in the order of ids."""
        if self.sees_all:
            return tuple(wards_of(self._world, person))
        taken = [fact.who for fact in self._known((Kind.ProtectionTaken,), person) if fact.whom == person]
        return tuple(ward for ward in sorted(dict.fromkeys(taken)) if self.protector_of(ward) == person)

    def tribute_of(self, person: int) -> float:
        """Return how many packs a week a person pays for protection; 0: none, or nobody knows."""
        if self.sees_all:
            pact = self._world.component("pact", person, Pact)
            return pact.packs if pact else 0.0
        taken = [fact for fact in self._known((Kind.ProtectionTaken,), person) if fact.who == person]
        return taken[-1].amount if taken else 0.0

    def _true_debts(self, person: int) -> list[DebtView]:
        world = self._world
        ties, ends, roots = world.everyone(Ties), world.everyone(TieEnds), world.everyone(TieRoots)
        mine = ((ends.who == person) | (ends.whom == person)) & (ties.debt >= _LEAST_PACKS)
        past = world.chronicle
        return [
            DebtView(
                int(ends.who[row]), int(ends.whom[row]), float(ties.debt[row]), int(roots.debt[row]),
                past.event(int(roots.debt[row])).tick if roots.debt[row] else 0,
            )
            for row in mine.nonzero()[0].tolist()
        ]  # fmt: skip

    def _believed_debts(self, person: int) -> list[DebtView]:
        """Follow what is known of loans, demands and payments between a person and each other one."""
        held: dict[tuple[int, int], DebtView] = {}
        for fact in self._known(_OWING, person):
            ends = (fact.whom, fact.who) if fact.kind in _BY_CREDITOR else (fact.who, fact.whom)
            if fact.kind == Kind.Paid.name:
                self._settle(held, ends, fact)
            elif fact.kind == Kind.Lent.name or ends in held:
                more = fact.amount if fact.kind == Kind.Lent.name else 0.0
                packs = (held[ends].packs if ends in held else 0.0) + more
                held[ends] = DebtView(*ends, packs, fact.event, fact.tick)
        return list(held.values())

    def _settle(self, held: dict[tuple[int, int], DebtView], ends: tuple[int, int], fact: Fact) -> None:
        """Take a payment off what is believed to be owed; of unknown size, it counts as all."""
        debt = held.pop(ends, None)
        if debt is not None and "amount" in fact.known and debt.packs > fact.amount:
            held[ends] = DebtView(*ends, debt.packs - fact.amount, fact.event, fact.tick)

    def _known(self, kinds: tuple[Kind, ...], person: int) -> list[Fact]:
        """Return what is known of a person's part in some kinds of deals, oldest first, where both ends are known."""
        columns = self._world.chronicle.events
        who, whom = columns.column("who"), columns.column("whom")
        ids = (np.isin(columns.column("kind"), kinds) & ((who == person) | (whom == person))).nonzero()[0] + 1
        facts = [self._world.knowledge.fact(id) for id in ids.tolist()]
        return [fact for fact in facts if fact is not None and {"who", "whom"} <= fact.known]

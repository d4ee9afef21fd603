"""Debts: what is owed is paid back, or asked for, or held against a man."""

from dataclasses import dataclass

from game.sim.deals.answers import bend, defy, gives_in, threaten
from game.sim.deals.base import nature, note
from game.sim.deals.meetings import at_large
from game.sim.deals.pressure import flare
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.goods.purses import in_quarters, packs_of, pay
from game.sim.house.ground import Ints
from game.sim.minds.thoughts import forget, think
from game.sim.minds.ties import TieEnds, TieRoots, Ties, feeling, shift_tie
from game.sim.people import Place, Temper

HIGHEST_CHANCE = 0.3
"""Within an hour: chances above it are cut, so that most debts need no closer look."""


@dataclass(frozen=True, slots=True)
class DebtRules(Rules):
    """How debts are kept, paid and collected."""

    least_packs: float = rule(0.5, "packs", "of a debt that anybody remembers", low=0.25, high=50)
    term_days: float = rule(3, "days", "until a debt is overdue", low=0, high=60)
    repay_per_hour: float = rule(
        0.06,
        "1/h",
        "chance that a debtor who can pays when he meets his man, at average discipline",
        low=0,
        high=1,
    )
    ask_per_hour: float = rule(
        0.018,
        "1/h",
        "chance that an average creditor asks for an overdue debt when he meets his man",
        low=0,
        high=1,
    )
    late: float = rule(0.5, "factor", "of each further day that a debt is late", low=0, high=10)
    temper: float = rule(2.0, "factor", "of the creditor's aggression above 0.4, per unit", low=0, high=20)
    regard: float = rule(0.8, "share", "by which full regard makes a creditor patient", low=0, high=1)
    interest: float = rule(
        0.15, "share", "added to a debt each time it is asked for and not paid in full", low=0, high=2
    )
    most_packs: float = rule(12, "packs", "beyond which nobody lets a debt grow", low=1, high=999)
    latest_days: float = rule(4, "days", "after which a debt is no more pressing than before", low=0, high=60)
    threat: float = rule(0.6, "share", "of hot creditors who threaten when they get nothing", low=0, high=2)


class DebtSystem(System):
    """A debtor who has it may pay when he meets his man; a creditor asks for what is overdue, and may threaten.

    Hot creditors ask sooner, fond ones later. What is asked for and not paid grows; who will not pay makes an enemy.
    """

    every = 60
    phase = 37

    def run(self) -> None:
        """Look at all debts whose two ends are in one room."""
        for row in self._meeting().tolist():
            paid, asked = self.dice.uniform(), self.dice.uniform()
            if min(paid, asked) >= HIGHEST_CHANCE:
                continue
            debtor, creditor = self._ends(row)
            owed = in_quarters(float(self.everyone(Ties).debt[row]))
            if packs_of(self.world, debtor) >= owed and paid < self._willing(debtor):
                self._repay(debtor, creditor, owed, row)
            elif asked < self._pressing(debtor, creditor, row):
                self._collect(debtor, creditor, owed, row)

    def _meeting(self) -> Ints:
        """Return the rows of ties with a debt between two men at large in one room."""
        world, ends = self.world, self.everyone(TieEnds)
        rows = (self.everyone(Ties).debt >= self.rules(DebtRules).least_packs).nonzero()[0]
        debtors, creditors = world.people.rows(ends.who[rows]), world.people.rows(ends.whom[rows])
        free, here = at_large(world), world.ground.room_at[self.everyone(Place).tile]
        both = (debtors >= 0) & (creditors >= 0) & free[debtors] & free[creditors]
        found: Ints = rows[both & (here[debtors] == here[creditors])]
        return found

    def _ends(self, row: int) -> tuple[int, int]:
        ends = self.everyone(TieEnds)
        return int(ends.who[row]), int(ends.whom[row])

    def _willing(self, debtor: int) -> float:
        """Return how likely a debtor pays of himself within the hour."""
        temper = self.world.one(debtor, Temper)
        willing: float = self.rules(DebtRules).repay_per_hour * (temper.discipline + temper.loyalty)
        return willing

    def _pressing(self, debtor: int, creditor: int, row: int) -> float:
        """Return how likely a creditor asks within the hour."""
        rules, temper = self.rules(DebtRules), self.world.one(creditor, Temper)
        late = self._days(row) - rules.term_days if self._root(row) else 0.0
        if late < 0:
            return 0.0
        chance: float = rules.ask_per_hour * (1 + rules.late * min(late, rules.latest_days))
        chance *= max(0.1, 1 + rules.temper * (temper.aggression - 0.4))
        return chance * (1 - rules.regard * max(0.0, feeling(self.world, creditor, debtor, "regard")))

    def _days(self, row: int) -> float:
        """Return how long a debt has stood as it is; old ones, from before, are due from the first day."""
        root = self.world.chronicle.event(self._root(row))
        before = self.rules(DebtRules).term_days if root.kind is Kind.KnownBefore else 0.0
        return before + (self.world.tick - root.tick) / MINUTES_PER_DAY

    def _root(self, row: int) -> int:
        return int(self.everyone(TieRoots).debt[row])

    def _repay(self, debtor: int, creditor: int, owed: float, row: int) -> None:
        """Pay in full, of one's own will."""
        event = self._settle(debtor, creditor, owed, [Cause(self._root(row), 1.0, Role.DEED)])
        shift_tie(self.world, creditor, debtor, event, regard=0.05, trust=0.1)

    def _settle(self, debtor: int, creditor: int, packs: float, causes: list[Cause]) -> int:
        """Hand packs over against a debt; settled, it is off his mind."""
        world = self.world
        handed = pay(world, debtor, creditor, packs)
        event = note(world, Kind.Paid, debtor, creditor, causes, handed)
        shift_tie(world, debtor, creditor, event, debt=-handed)
        if feeling(world, debtor, creditor, "debt") < self.rules(DebtRules).least_packs:
            forget(world, debtor, "in_debt", creditor)
        return event

    def _collect(self, debtor: int, creditor: int, owed: float, row: int) -> None:
        """Ask for it; take what is there, let the rest grow, and take a no for what it is."""
        world = self.world
        causes = [
            Cause(self._root(row), 1.0, Role.DEED),
            nature(world, creditor, "aggression"),
        ]
        event = note(world, Kind.Demanded, creditor, debtor, causes, owed)
        gives, answer = gives_in(world, creditor, debtor, event, self.dice)
        has = min(owed, in_quarters(packs_of(world, debtor)))
        if gives and has:
            paid = self._settle(debtor, creditor, owed, answer)
            if has < owed:
                bend(world, debtor, creditor, paid)
        if has < owed or not gives:
            self._grow(debtor, creditor, (owed - has) if gives else owed, event)
        if not gives:
            self._refuse(debtor, creditor, owed, answer)
        elif not has:
            self._press(debtor, creditor, event)

    def _grow(self, debtor: int, creditor: int, left: float, event: int) -> None:
        """Add the interest of a debt that was asked for in vain."""
        rules = self.rules(DebtRules)
        owed = feeling(self.world, debtor, creditor, "debt")
        more = min(max(0.25, in_quarters(left * rules.interest)), max(0.0, rules.most_packs - owed))
        shift_tie(self.world, debtor, creditor, event, debt=more)
        think(self.world, debtor, "in_debt", event, creditor)

    def _refuse(self, debtor: int, creditor: int, owed: float, answer: list[Cause]) -> None:
        """Say no to a creditor's face."""
        defied = defy(self.world, debtor, creditor, answer, owed)
        self._press(debtor, creditor, defied)
        flare(self.world, creditor, debtor, defied, self.dice)

    def _press(self, debtor: int, creditor: int, event: int) -> None:
        """Let a creditor who got nothing threaten, if it is in him."""
        world, aggression = self.world, self.world.one(creditor, Temper).aggression
        if self.dice.uniform() < self.rules(DebtRules).threat * aggression:
            causes = [Cause(event, 1.0, Role.DEED), nature(world, creditor, "aggression")]
            threaten(world, creditor, debtor, causes, self.dice)

"""Purses: what inmates have to pay with. Inside, money is cigarettes; they are counted in packs, by quarters.

Packs come in by the commissary and go up in smoke; in between they only change hands, and nothing is lost.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.engine.columns import Column, Columns
from game.sim.engine.rules import Rules, rule

if TYPE_CHECKING:
    from game.sim.world import World

QUARTER = 0.25
"""The smallest sum, in packs: five cigarettes. Quarters are exact in binary, so that books balance to the last one."""


class Purse(Columns):
    """What one has to pay with."""

    packs = Column("f8")
    """Packs of cigarettes."""


@dataclass(frozen=True, slots=True)
class PurseRules(Rules):
    """What men have to pay with."""

    commissary_weekday: float = rule(
        3, "day", "of the week on which the commissary delivers, 0: Monday", low=0, high=6
    )
    wage_packs: float = rule(
        3.0, "packs/week", "that a week's work buys", "some 20 to 60 cents an hour in American state prisons "
        "(Prison Policy Initiative 2017), at some 2 dollars a pack in the 1990s", low=0, high=50,
    )  # fmt: skip
    support_packs: float = rule(2.0, "packs/week", "that families send on average", low=0, high=50)
    smoked_packs: float = rule(0.5, "packs/day", "smoked by a man who has them", low=0, high=5)
    first_packs: float = rule(4.0, "packs", "that a man has on the first day, on average", low=0, high=50)
    debtors: float = rule(0.12, "share", "of men who owe somebody on the first day", low=0, high=1)
    wards: float = rule(0.04, "share", "of men under protection on the first day", low=0, high=1)


def packs_of(world: "World", person: int) -> float:
    """Return how many packs somebody has."""
    return float(world.one(person, Purse).packs) if person in world.people else 0.0


def pay(world: "World", giver: int, taker: int, packs: float) -> float:
    """Let packs change hands, as many as the giver has of those asked for; return how many did."""
    handed = min(in_quarters(packs), packs_of(world, giver))
    if handed <= 0 or taker not in world.people:
        return 0.0
    from_purse, to_purse = world.one(giver, Purse), world.one(taker, Purse)
    from_purse.packs -= handed
    to_purse.packs += handed
    return handed


def in_quarters(packs: float) -> float:
    """Return a sum as whole quarters of a pack, rounded down."""
    return int(packs / QUARTER) * QUARTER

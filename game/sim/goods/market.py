"""What a dose goes for: its price in quiet times, times how scarce it is, more where a wing is locked down."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.engine.rules import Rules, rule
from game.sim.goods.items import THING, THINGS, Fate, Items
from game.sim.goods.purses import in_quarters
from game.sim.office import Wing
from game.sim.people import INMATE, Identity, Status
from game.sim.states import Mind

if TYPE_CHECKING:
    from game.sim.world import World

DRUG = "heroin"
"""The one drug there is."""
USED_TO_IT = 0.15
"""Dependence from which somebody counts as a customer."""


@dataclass(frozen=True, slots=True)
class MarketRules(Rules):
    """How prices follow what is there and what is wanted."""

    doses_per_customer: float = rule(
        0.5, "doses", "supply for each customer at which the price is the usual one", low=0.01, high=10
    )
    cheapest: float = rule(0.6, "factor", "lowest price, of the usual", low=0.1, high=1)
    dearest: float = rule(3.0, "factor", "highest price, of the usual", "several times the street's", 1, 20)
    lockdown: float = rule(1.5, "factor", "on the price in a wing that is locked down", low=1, high=10)
    credit_packs: float = rule(10, "packs", "how much a seller lets one man owe him", low=0, high=1000)


def supply(world: "World") -> int:
    """Return how many doses there are inside."""
    items = world.everyone(Items)
    return int(((items.thing == THING[DRUG]) & (items.fate == Fate.THERE)).sum())


def customers(world: "World") -> int:
    """Return how many inmates are used to the drug."""
    identity = world.everyone(Identity)
    here = (identity.role == INMATE) & (identity.status == Status.PRESENT)
    return int((here & (world.everyone(Mind).dependence >= USED_TO_IT)).sum())


def scarcity(world: "World") -> float:
    """Return by what the price differs from the usual one: demand by supply, within bounds."""
    rules = world.rules(MarketRules)
    wanted = 1 + customers(world) * rules.doses_per_customer
    return min(rules.dearest, max(rules.cheapest, wanted / (1 + supply(world))))


def price(world: "World", wing: int) -> float:
    """Return what a dose goes for among the men of a wing now, in packs, by quarters."""
    state = world.component("wing", wing, Wing) if wing else None
    locked = world.rules(MarketRules).lockdown if state is not None and state.locked_down else 1.0
    return in_quarters(THINGS[THING[DRUG]].price_packs * scarcity(world) * locked)

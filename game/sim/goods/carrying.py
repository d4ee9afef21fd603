"""Carrying: what a visitor brings in, why, and how it changes hands at the booth."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.hazard import Hazard
from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.goods.items import Fate, Items, give_item, make_item
from game.sim.goods.market import DRUG
from game.sim.minds.ties import TieRoots, Ties, ties_of
from game.sim.people import Identity, Roots, Temper
from game.sim.states import Mind, StateRoots
from game.sim.visits.book import Relative, Visit, rule_of

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class CarryRules(Rules):
    """What makes visitors carry. All factors are 1 for an average man and an average visitor."""

    per_visit: float = rule(
        0.02, "chance", "that a visitor brings something to an average man", low=0, high=1
    )
    craving: float = rule(7.0, "factor", "of the inmate's craving, per unit", low=0, high=50)
    debt: float = rule(2.0, "factor", "of what he owes one man, per 10 packs", low=0, high=50)
    fear: float = rule(2.5, "factor", "of his fear of the man he fears most, per unit", low=0, high=50)
    trade: float = rule(6.0, "factor", "of his cunning above 0.5, per unit: he means to sell", low=0, high=50)
    warmth: float = rule(0.8, "factor", "of the visitor's warmth above 0.5, per unit", low=0, high=2)
    poverty: float = rule(0.8, "factor", "of the visitor's want of money, per unit", low=0, high=2)
    pressure: float = rule(1.5, "factor", "of how the inmate's troubles weigh on the visitor", low=0, high=5)
    deterrence: float = rule(0.6, "factor", "where it is known that all visitors are searched", low=0, high=1)
    watched: float = rule(0.35, "chance", "that they dare to pass it before an officer's eyes", low=0, high=1)
    doses: float = rule(3, "doses", "that are brought at most at a time", low=1, high=50)
    press: float = rule(0.15, "pressure", "that a visit to a man in need puts on a visitor", low=0, high=1)


def bringing(world: "World", visit: Visit, relative: Relative) -> Hazard:
    """Return the chance that a visitor brings drugs, with its reasons: on the inmate's side, then on his own."""
    rules, who = world.rules(CarryRules), visit.inmate
    mind, roots = world.one(who, Mind), world.one(who, Roots)
    debt, owed = _strongest(world, who, "debt")
    fear, feared = _strongest(world, who, "fear")
    cunning = max(0.0, float(world.one(who, Temper).cunning) - 0.5)
    warmth, between = relative.warmth - 0.5, relative.because or visit.asked
    searched = rule_of(world, int(world.one(who, Identity).wing)) == "search"
    hazard = Hazard(np.array([rules.per_visit]))
    hazard.times("craving", 1 + rules.craving * mind.craving, world.one(who, StateRoots).craving)
    hazard.times("debt", 1 + rules.debt * min(debt, 50.0) / 10, owed)
    hazard.times("fear", 1 + rules.fear * fear, feared)
    hazard.times("trade", 1 + rules.trade * cunning, roots.cunning)
    hazard.times("warmth", 1 + rules.warmth * warmth, between, Role.MEANS)
    hazard.times("poverty", 1 + rules.poverty * (0.5 - relative.money), between, Role.MEANS)
    hazard.times("pressure", 1 + rules.pressure * relative.pressure, between, Role.MEANS)
    hazard.times("searched", rules.deterrence if searched else 1.0)
    return hazard


def _strongest(world: "World", who: int, name: str) -> tuple[float, int]:
    """Return the highest value of one of somebody's feelings, and the event it goes back to."""
    rows = ties_of(world, who)
    if not rows.size:
        return 0.0, 0
    values = getattr(world.everyone(Ties), name)[rows]
    best = int(values.argmax())
    return float(values[best]), int(getattr(world.everyone(TieRoots), name)[rows[best]])


def bring(world: "World", visit: Visit, relative: Relative) -> None:
    """Let a visitor set out, with something on him or not; what he carries is still outside."""
    rules, dice = world.rules(CarryRules), world.dice("smuggling")
    drawn, doses = dice.uniforms(1), 1 + dice.below(int(rules.doses))
    if not bringing(world, visit, relative).hits_of(drawn).size:
        return
    for _ in range(doses):
        item = make_item(world, DRUG, visit.because or visit.asked, person=visit.visitor)
        world.one(item, Items).fate = Fate.OUTSIDE
        visit.items.append(item)


def pass_over(world: "World", visit: Visit, relative: Relative) -> None:
    """Let what the visitor brought change hands at the booth, if they dare."""
    rules = world.rules(CarryRules)
    if not visit.items or (visit.watched and world.dice("smuggling").uniform() >= rules.watched):
        return
    place = int(world.ground.spot_room[visit.booth])
    causes = bringing(world, visit, relative).causes(0)
    for item in visit.items:
        past = int(world.one(item, Items).because)
        visit.passed = world.emit(
            Kind.Smuggled, who=visit.inmate, whom=visit.visitor, place=place, item=item,
            because=[*causes, Cause(visit.began, 0.5, Role.OPPORTUNITY), Cause(past, 0.3, Role.OPPORTUNITY)],
        )  # fmt: skip
        give_item(world, item, visit.inmate, visit.passed)
        world.one(item, Items).made = visit.passed
    relative.pressure = max(0.0, relative.pressure - rules.press)

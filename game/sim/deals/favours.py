"""Favours, gifts and loans: what one man does for another, out of kindness or as an investment."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.deals.base import Deal, nature, note
from game.sim.deals.meetings import Floats, Meetings
from game.sim.engine.hazard import Hazard
from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.goods.purses import Purse, in_quarters, packs_of, pay
from game.sim.minds.thoughts import think
from game.sim.minds.ties import feeling, root_of, shift_tie
from game.sim.people import Needs, Place, Roots, Temper

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World

SEAT, CIGARETTE, WORD = 0, 1, 2
"""What a favour is (`Event.detail`): a seat at the table, a few cigarettes, a word put in."""

LEAST = 0.7
"""How little a want of kindness, or of calculation, holds back: either will do."""


@dataclass(frozen=True, slots=True)
class FavourRules(Rules):
    """What makes men do something for others. All factors are 1 for two average men who don't know each other."""

    favours_per_hour: float = rule(
        0.011, "1/h", "favours of an average man to one he stands with", low=0, high=5
    )
    gifts_per_hour: float = rule(
        0.025, "1/h", "gifts of an average man to one he likes a little", low=0, high=5
    )
    loans_per_hour: float = rule(0.011, "1/h", "loans of an average man to one he stands with", low=0, high=5)
    empathy: float = rule(2.0, "factor", "of empathy above 0.5, per unit", low=0, high=2)
    cunning: float = rule(1.4, "factor", "of cunning above 0.5, per unit", low=0, high=2)
    regard: float = rule(3.0, "factor", "of regard, per unit", low=0, high=20)
    hate: float = rule(0.95, "share", "by which full hate holds back", low=0, high=1)
    newcomer: float = rule(3.0, "factor", "of a man on his first day, who has nobody yet", low=0, high=20)
    fear: float = rule(1.0, "factor", "of the fear that shows on the other, per unit", low=0, high=20)
    thanks: float = rule(0.10, "regard", "that a favour earns", low=0, high=1)
    trust: float = rule(0.08, "trust", "that a favour earns", low=0, high=1)
    price_packs: float = rule(
        1.0, "packs", "what a favour done as an investment is to bring in", low=0, high=50
    )
    gift_packs: float = rule(0.75, "packs", "given to a friend", low=0, high=50)
    loan_packs: float = rule(2.0, "packs", "lent at a time", low=0, high=50)
    loan_return: float = rule(
        1.5, "factor", "owed for each pack lent: three for two, as is usual inside",
        "store men's rates in memoirs of American prisons", low=1, high=5,
    )  # fmt: skip
    poor_packs: float = rule(1.5, "packs", "below which a man wants a loan", low=0, high=50)


class Favour(Deal):
    """A seat, a few cigarettes, a word put in: for kindness, or to have him in one's debt."""

    def rate(self, world: "World") -> float:
        """Favours an hour."""
        return world.rules(FavourRules).favours_per_hour

    def hazard(self, meetings: Meetings, base: Floats) -> Hazard:
        """Kindness, regard, and calculation; a lonely or frightened man draws them."""
        world, rules, a = meetings.world, meetings.world.rules(FavourRules), meetings.a
        temper, roots = world.everyone(Temper), world.everyone(Roots)
        hazard = _goodwill(Hazard(base), meetings)
        hazard.times(
            "kindness", np.maximum(1 + rules.empathy * (temper.empathy[a] - 0.5), LEAST), roots.empathy[a]
        )
        hazard.times(
            "calculation", np.maximum(1 + rules.cunning * (temper.cunning[a] - 0.5), LEAST), roots.cunning[a]
        )
        hazard.times(
            "newcomer", 1 + rules.newcomer * meetings.new, roots.arrived[meetings.b], Role.OPPORTUNITY
        )
        hazard.times("fear shows", 1 + rules.fear * world.everyone(Needs).safety[meetings.b])
        return hazard.times("alone", 0.5 + meetings.alone)

    def happen(self, world: "World", who: int, whom: int, because: list[Cause], dice: "Dice") -> None:
        """He takes it, and thinks of him; an investment goes into the books."""
        rules, motive, invests = world.rules(FavourRules), *self._motive(world, who, whom, dice)
        what = self._what(world, who)
        handed = pay(world, who, whom, 0.25) if what == CIGARETTE else 0.0
        event = note(world, Kind.FavourDone, who, whom, [*because, motive], handed, what)
        debt = rules.price_packs if invests else 0.0
        shift_tie(world, whom, who, event, regard=rules.thanks, trust=rules.trust, debt=debt)
        shift_tie(world, who, whom, event, regard=rules.thanks / 3)
        think(world, whom, "favour_done", event, who)

    def _motive(self, world: "World", who: int, whom: int, dice: "Dice") -> tuple[Cause, bool]:
        """Return what moves him most, and whether he will want something for it."""
        temper, roots = world.one(who, Temper), world.one(who, Roots)
        kind = temper.empathy * temper.empathy + max(0.0, feeling(world, who, whom, "regard"))
        sly = temper.cunning * temper.cunning * (1 + max(0.0, temper.cunning - temper.empathy))
        invests = dice.uniform() * (kind + sly) < sly
        root, weight = (roots.cunning, sly) if invests else (roots.empathy, kind)
        return Cause(root, weight / (kind + sly), Role.MOTIVE), invests

    def _what(self, world: "World", who: int) -> int:
        """Return what there is to be done here: at table a seat, else cigarettes, else a word."""
        if world.plan.rooms[world.ground.room_at[world.one(who, Place).tile]].kind == "canteen":
            return SEAT
        return CIGARETTE if packs_of(world, who) >= 1 else WORD


class Gift(Deal):
    """A friend gets something, and owes nothing."""

    def rate(self, world: "World") -> float:
        """Gifts an hour."""
        return world.rules(FavourRules).gifts_per_hour

    def hazard(self, meetings: Meetings, base: Floats) -> Hazard:
        """Only where there is regard, and something to give."""
        world, rules, a = meetings.world, meetings.world.rules(FavourRules), meetings.a
        temper, packs = world.everyone(Temper), world.everyone(Purse).packs
        regard, because = meetings.mine("regard")
        hazard = _goodwill(Hazard(base), meetings)
        hazard.times("a friend", np.where(regard > 0, 1 + 2 * regard, 0.0), because)
        hazard.times(
            "kindness", 1 + rules.empathy * (temper.empathy[a] - 0.5), world.everyone(Roots).empathy[a]
        )
        return hazard.times("has enough", (packs[a] >= 2 * rules.gift_packs).astype(np.float64))

    def happen(self, world: "World", who: int, whom: int, because: list[Cause], dice: "Dice") -> None:
        """It changes hands."""
        rules = world.rules(FavourRules)
        given = pay(world, who, whom, rules.gift_packs)
        event = note(world, Kind.Gifted, who, whom, [*because, nature(world, who, "empathy", 0.5)], given)
        shift_tie(world, whom, who, event, regard=rules.thanks, trust=rules.trust / 2)
        think(world, whom, "gift", event, who)


class Loan(Deal):
    """Some packs for one who is out of them, to be paid back with something on top."""

    highest_factor = 25.0

    def rate(self, world: "World") -> float:
        """Loans an hour."""
        return world.rules(FavourRules).loans_per_hour

    def hazard(self, meetings: Meetings, base: Floats) -> Hazard:
        """He who has packs and a head for figures lends to him who has none, if he owes him nothing yet."""
        world, rules, a = meetings.world, meetings.world.rules(FavourRules), meetings.a
        temper, packs = world.everyone(Temper), world.everyone(Purse).packs
        owed, _ = meetings.theirs("debt")
        hazard = _goodwill(Hazard(base), meetings)
        hazard.times(
            "calculation", 1 + rules.cunning * (temper.cunning[a] - 0.5), world.everyone(Roots).cunning[a]
        )
        hazard.times("can spare it", (packs[a] >= 2 * rules.loan_packs).astype(np.float64))
        hazard.times("is out of them", np.where(packs[meetings.b] < rules.poor_packs, 4.0, 0.0))
        return hazard.times("owes enough", np.where(owed > rules.price_packs, 0.1, 1.0))

    def happen(self, world: "World", who: int, whom: int, because: list[Cause], dice: "Dice") -> None:
        """It goes into the books with its interest."""
        rules = world.rules(FavourRules)
        motive = nature(world, who, "cunning", 0.5)
        fond = Cause(root_of(world, who, whom, "regard"), max(0.0, feeling(world, who, whom, "regard")))
        lent = pay(world, who, whom, rules.loan_packs)
        event = note(world, Kind.Lent, who, whom, [*because, motive, fond], lent)
        owed = in_quarters(lent * rules.loan_return)
        shift_tie(world, whom, who, event, regard=rules.thanks / 2, trust=rules.trust / 2, debt=owed)
        shift_tie(world, who, whom, event, trust=rules.trust / 2)


def _goodwill(hazard: Hazard, meetings: Meetings) -> Hazard:
    """Multiply by what one holds of the other."""
    rules = meetings.world.rules(FavourRules)
    regard, because = meetings.mine("regard")
    hate, _ = meetings.mine("hate")
    hazard.times("regard", 1 + rules.regard * np.maximum(regard, 0.0), because)
    return hazard.times("hate", 1 - rules.hate * hate)

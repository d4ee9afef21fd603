"""Pressure: insults, demands, offers of protection and threats, and what each of them may lead to at once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.deals.answers import bend, defy, gives_in, make_a_name, threaten, vex_protector
from game.sim.deals.base import Deal, earlier_favour, nature, note
from game.sim.deals.meetings import Floats, Meetings, backing, might
from game.sim.deals.pacts import Pact, protect
from game.sim.engine.hazard import Hazard
from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.goods.purses import Purse, in_quarters, pay
from game.sim.minds.thoughts import think
from game.sim.minds.ties import feeling, root_of, shift_tie
from game.sim.people import Identity, Needs, Roots, Temper
from game.sim.systems.quarrels import fall_out

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class PressureRules(Rules):
    """What makes men lean on others. All factors are 1 for two average men who don't know each other."""

    insults_per_hour: float = rule(
        0.012, "1/h", "insults of an average man to one he stands with", low=0, high=5
    )
    demands_per_hour: float = rule(
        0.008, "1/h", "demands of an average man on one he stands with", low=0, high=5
    )
    offers_per_hour: float = rule(0.003, "1/h", "offers of protection, likewise", low=0, high=5)
    threats_per_hour: float = rule(
        0.003, "1/h", "threats out of hate, likewise, per 0.1 of hate", low=0, high=5
    )
    temper: float = rule(2.5, "factor", "of aggression above 0.4, per unit", low=0, high=20)
    cunning: float = rule(1.5, "factor", "of cunning above 0.5, per unit", low=0, high=2)
    pity: float = rule(1.6, "factor", "by which empathy above 0.4 holds back, per unit", low=0, high=2)
    hate: float = rule(6.0, "factor", "of hate, per unit", low=0, high=100)
    regard: float = rule(0.95, "share", "by which full regard holds back", low=0, high=1)
    rivalry: float = rule(1.8, "factor", "between men of two factions", low=0, high=20)
    edge: float = rule(2.5, "factor", "of being the stronger, per unit", low=0, high=20)
    awe: float = rule(0.9, "share", "by which full fear of the other holds back", low=0, high=1)
    newcomer: float = rule(2.5, "factor", "of a man on his first day", low=0, high=20)
    officer: float = rule(0.4, "factor", "with staff in the room", low=0, high=1)
    protector: float = rule(4.0, "factor", "by which a mighty protector divides", low=0, high=100)
    sting: float = rule(0.09, "hate", "that an insult leaves", low=0, high=1)
    retort: float = rule(0.6, "share", "of insults answered by a man of full aggression", low=0, high=1)
    demand_packs: float = rule(1.0, "packs", "asked for at a time", low=0, high=50)
    shame_packs: float = rule(0.5, "packs", "that count as nothing: who has less owes it", low=0, high=50)
    goading: float = rule(
        0.5, "share", "of that: men who go on when their insult is not answered", low=0, high=1
    )
    threat_after: float = rule(0.7, "share", "of defied men of full aggression who threaten", low=0, high=1)
    tribute_packs: float = rule(1.5, "packs/week", "asked for protection", low=0, high=50)
    relief: float = rule(0.15, "need", "of safety met by being under protection", low=0, high=1)


class _Harsh(Deal):
    """What nobody likes to be heard at by staff."""

    def before_staff(self, world: "World") -> float:
        """Factor on it with staff in the room."""
        return world.rules(PressureRules).officer


class Insult(_Harsh):
    """A word that all can hear; he may give one back, or the other does not leave it at that."""

    def rate(self, world: "World") -> float:
        """Insults an hour."""
        return world.rules(PressureRules).insults_per_hour

    def hazard(self, meetings: Meetings, base: Floats) -> Hazard:
        """Temper, hate and rivalry; new men are mocked."""
        world, rules = meetings.world, meetings.world.rules(PressureRules)
        faction = world.everyone(Identity).faction
        ours, his = faction[meetings.a], faction[meetings.b]
        rival = (ours > 0) & (his > 0) & (ours != his)
        hazard = _malice(Hazard(base), meetings)
        return hazard.times("rivalry", np.where(rival, rules.rivalry, 1.0))

    def happen(self, world: "World", who: int, whom: int, because: list[Cause], dice: "Dice") -> None:
        """It stings, more before others; hot men answer."""
        rules = world.rules(PressureRules)
        event = note(world, Kind.Insulted, who, whom, [*because, nature(world, who, "aggression")])
        shift_tie(world, whom, who, event, hate=rules.sting, regard=-rules.sting)
        mocked = backing(world)[world.people.row_of[who]] > backing(world)[world.people.row_of[whom]]
        think(world, whom, "mocked" if mocked else "insulted", event, who)
        vex_protector(world, whom, who, event)
        if not flare(world, whom, who, event, dice):
            flare(world, who, whom, event, dice, rules.goading)


class Demand(_Harsh):
    """Packs, or else: he pays, or he stands up."""

    def rate(self, world: "World") -> float:
        """Demands an hour."""
        return world.rules(PressureRules).demands_per_hour

    def hazard(self, meetings: Meetings, base: Floats) -> Hazard:
        """The strong ask the weak, the lonely and the new, where no officer hears it."""
        world, rules, a = meetings.world, meetings.world.rules(PressureRules), meetings.a
        temper, packs = world.everyone(Temper), world.everyone(Purse).packs
        hazard = _malice(Hazard(base), meetings)
        hazard.times("pity", np.maximum(1 - rules.pity * (temper.empathy[a] - 0.4), 0.05))
        hazard.times("edge", np.maximum(1 + rules.edge * meetings.edge, 0.05))
        hazard.times("alone", 0.4 + 0.9 * meetings.alone, role=Role.OPPORTUNITY)
        return hazard.times("has something", np.where(packs[meetings.b] >= rules.shame_packs, 1.3, 0.6))

    def happen(self, world: "World", who: int, whom: int, because: list[Cause], dice: "Dice") -> None:
        """Ask, and see."""
        rules = world.rules(PressureRules)
        asked = in_quarters(rules.demand_packs * (0.75 + dice.uniform()))
        natures = [nature(world, who, trait) for trait in ("cunning", "aggression")]
        causes = [*because, *earlier_favour(world, who, whom, asked), *natures]
        event = note(world, Kind.Demanded, who, whom, causes, asked)
        vex_protector(world, whom, who, event)
        gives, answer = gives_in(world, who, whom, event, dice)
        if gives:
            hand_over(world, whom, who, event, answer, asked)
        else:
            stand_up(world, whom, who, answer, asked, dice)


class Offer(Deal):
    """A strong man's hand over a weak one, for so many packs a week."""

    def rate(self, world: "World") -> float:
        """Offers an hour."""
        return world.rules(PressureRules).offers_per_hour

    def hazard(self, meetings: Meetings, base: Floats) -> Hazard:
        """Made by the strong and sly to the weak, the frightened and the new, who have nobody."""
        world, rules, a = meetings.world, meetings.world.rules(PressureRules), meetings.a
        temper, roots = world.everyone(Temper), world.everyone(Roots)
        hate, _ = meetings.mine("hate")
        hazard = Hazard(base)
        hazard.times(
            "calculation", np.maximum(1 + rules.cunning * (temper.cunning[a] - 0.5), 0.05), roots.cunning[a]
        )
        hazard.times("strength", np.where(meetings.edge > 0, 1 + 2 * rules.edge * meetings.edge, 0.0))
        hazard.times(
            "newcomer", 1 + rules.newcomer * meetings.new, roots.arrived[meetings.b], Role.OPPORTUNITY
        )
        hazard.times("fear shows", 0.5 + 2 * world.everyone(Needs).safety[meetings.b])
        hazard.times("alone", 0.4 + 0.9 * meetings.alone, role=Role.OPPORTUNITY)
        hazard.times("hate", 1 - hate)
        taken = np.isin(world.people.ids[meetings.b], [pact.ward for _, pact in world.each(Pact)])
        return hazard.times("taken", np.where(taken, 0.0, 1.0))

    def happen(self, world: "World", who: int, whom: int, because: list[Cause], dice: "Dice") -> None:
        """He takes it, or does without."""
        rules = world.rules(PressureRules)
        packs = in_quarters(rules.tribute_packs * (0.7 + 0.7 * dice.uniform()))
        causes = [*because, *earlier_favour(world, who, whom, packs), nature(world, who, "cunning")]
        event = note(world, Kind.ProtectionOffered, who, whom, causes, packs)
        takes, answer = gives_in(world, who, whom, event, dice)
        if not takes:
            defy(world, whom, who, answer, packs)
            return
        taken = note(world, Kind.ProtectionTaken, whom, who, answer, packs)
        protect(world, who, whom, packs, taken)
        shift_tie(world, whom, who, taken, trust=0.12, respect=0.15, fear=0.05)
        shift_tie(world, who, whom, taken, regard=0.08)
        think(world, whom, "protected", taken, who)
        needs = world.one(whom, Needs)
        needs.safety = max(0.0, needs.safety - rules.relief)
        make_a_name(world, who, whom, taken, respect=0.05)


class Threat(_Harsh):
    """One who hates a man tells him what will happen to him."""

    highest_factor = 40.0

    def rate(self, world: "World") -> float:
        """Threats an hour."""
        return world.rules(PressureRules).threats_per_hour

    def hazard(self, meetings: Meetings, base: Floats) -> Hazard:
        """Only out of hate."""
        hate, because = meetings.mine("hate")
        return _malice(Hazard(base), meetings).times("grudge", 10 * hate, because)

    def happen(self, world: "World", who: int, whom: int, because: list[Cause], dice: "Dice") -> None:
        """It is said."""
        grudge = Cause(root_of(world, who, whom, "hate"), feeling(world, who, whom, "hate"), Role.MOTIVE)
        threaten(world, who, whom, [*because, grudge, nature(world, who, "aggression")], dice)


def hand_over(world: "World", who: int, whom: int, event: int, because: list[Cause], asked: float) -> None:
    """Let somebody pay what was asked of him under pressure; what he does not have he owes."""
    handed = pay(world, who, whom, asked)
    paid = note(world, Kind.Paid, who, whom, because, handed)
    bend(world, who, whom, paid)
    if handed:
        think(world, who, "robbed", paid, whom)
    if asked - handed >= world.rules(PressureRules).shame_packs:
        shift_tie(world, who, whom, event, debt=asked - handed)
        think(world, who, "in_debt", event, whom)


def stand_up(world: "World", who: int, whom: int, because: list[Cause], asked: float, dice: "Dice") -> None:
    """Let somebody refuse what was asked; the other may threaten him, and words may fly."""
    rules = world.rules(PressureRules)
    defied = defy(world, who, whom, because, asked)
    make_a_name(world, who, whom, defied, respect=0.06)
    if dice.uniform() < rules.threat_after * world.one(whom, Temper).aggression:
        threaten(world, whom, who, [Cause(defied, 1.0, Role.DEED), nature(world, whom, "aggression")], dice)
    else:
        flare(world, whom, who, defied, dice)


def flare(world: "World", who: int, whom: int, event: int, dice: "Dice", share: float = 1.0) -> bool:
    """Let somebody go on to a quarrel at once, perhaps, after what was said; men quarrel with the weak sooner."""
    rules, temper = world.rules(PressureRules), world.one(who, Temper)
    rows, strength = world.people.rows([who, whom]), might(world)
    hate = feeling(world, who, whom, "hate")
    chance = share * rules.retort * (temper.aggression + hate)
    chance *= 1 + 0.5 * float(strength[rows[0]] - strength[rows[1]])
    chance *= 1 - rules.awe * feeling(world, who, whom, "fear")
    if dice.uniform() >= chance:
        return False
    causes = [Cause(event, 1.0, Role.DEED), nature(world, who, "aggression")]
    root = root_of(world, who, whom, "hate")
    if root != event:
        causes.append(Cause(root, hate, Role.MOTIVE))
    fall_out(world, who, whom, min(1.0, chance), causes)
    return True


def _malice(hazard: Hazard, meetings: Meetings) -> Hazard:
    """Multiply by what makes a man go at another, and by what holds him back."""
    world, rules, a = meetings.world, meetings.world.rules(PressureRules), meetings.a
    roots = world.everyone(Roots)
    hate, because = meetings.mine("hate")
    regard, fear = meetings.mine("regard")[0], meetings.mine("fear")[0]
    temper = np.maximum(1 + rules.temper * (world.everyone(Temper).aggression[a] - 0.4), 0.1)
    hazard.times("temper", temper, roots.aggression[a])
    hazard.times("hate", 1 + rules.hate * hate, because)
    hazard.times("newcomer", 1 + rules.newcomer * meetings.new, roots.arrived[meetings.b], Role.OPPORTUNITY)
    hazard.times("regard", 1 - rules.regard * np.maximum(regard, 0.0))
    hazard.times("fear", 1 - rules.awe * fear)
    hazard.times("protector", 1 / (1 + rules.protector * meetings.guard))
    return hazard.times("officer", np.where(meetings.staffed, rules.officer, 1.0))

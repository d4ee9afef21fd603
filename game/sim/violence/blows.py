"""Blows: what a minute of fighting does, and who has enough of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.goods.items import THINGS, Items
from game.sim.minds.ties import feeling
from game.sim.people import Place, Temper
from game.sim.states import Body, Break, State
from game.sim.violence.assaults import weapon_of
from game.sim.violence.fights import ARM_TILES, Fight, close_in, gap
from game.sim.violence.wounds import hurt

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class FightRules(Rules):
    """How a fight goes, minute by minute."""

    lands: float = rule(0.45, "share", "blows a minute that land, between average men", low=0, high=1)
    fist: float = rule(
        0.2, "wound", "of the heaviest blow with the fist; most are far lighter", low=0, high=1
    )
    fist_limit: float = rule(0.45, "wound", "beyond which fists hardly do any more harm", low=0.01, high=1)
    least_harm: float = rule(0.25, "share", "of a weapon's harm that its lightest hit does", low=0, high=1)
    parried: float = rule(
        0.75, "share", "of blows that land when one has a weapon: the other shies", low=0, high=1
    )
    draws: float = rule(0.35, "share", "chance a minute that who has a weapon on him draws it", low=0, high=1)
    down: float = rule(0.5, "wound", "taken within a fight, that no man stands", low=0, high=1)
    gives_up: float = rule(
        0.02, "1/min", "chance that an unhurt man of average nerve has enough", low=0, high=1
    )
    pain: float = rule(
        9, "factor", "of the wound he has taken, per unit, on his having enough", low=0, high=50
    )
    odds: float = rule(
        0.6, "factor", "of each man more on the other side, on his having enough", low=0, high=10
    )
    blade: float = rule(2.5, "factor", "of a weapon on the other side, on his having enough", low=1, high=10)


def exchange(world: "World", fight: Fight, dice: "Dice") -> None:
    """Let everyone who stands strike once, or try to; then see who has enough."""
    for person in fight.fighters:
        foes = fight.foes(person) if person in fight.standing(fight.fighters) else []
        if not foes:
            continue
        foe = min(foes, key=lambda other: (gap(world, person, other), other))
        close_in(world, person, foe)
        _draw_weapon(world, fight, person, dice)
        if gap(world, person, foe) <= ARM_TILES + 1:
            _strike(world, fight, person, foe, dice)
    for person in fight.standing(fight.fighters):
        if _has_enough(world, fight, person, dice):
            fight.beaten.append(person)


def _draw_weapon(world: "World", fight: Fight, person: int, dice: "Dice") -> None:
    weapon = 0 if person in fight.arms else weapon_of(world, person)
    if weapon and dice.uniform() < world.rules(FightRules).draws:
        fight.arms[person] = weapon


def _strike(world: "World", fight: Fight, person: int, foe: int, dice: "Dice") -> None:
    rules, weapon = world.rules(FightRules), fight.arms.get(person, 0)
    temper, other = world.one(person, Temper), world.one(foe, Temper)
    strength = 1 - 0.5 * world.one(person, Body).wound
    lands = rules.lands * (0.6 + 0.8 * temper.nerve) * (1.2 - 0.4 * other.nerve) * strength
    if dice.uniform() >= lands * (rules.parried if weapon else 1.0):
        return
    taken = world.one(foe, Body).wound
    amount = heaviness(rules, temper.aggression, dice) * strength * max(0.05, 1 - taken / rules.fist_limit)
    because = [Cause(fight.because[person], 1.0, Role.DEED)]
    if weapon:
        harm = THINGS[world.one(weapon, Items).thing].harm
        amount += harm * (rules.least_harm + (1 - rules.least_harm) * dice.uniform())
        because.append(Cause(world.one(weapon, Items).made, min(1.0, harm / amount), Role.MEANS))
    room = int(world.ground.room_at[world.one(person, Place).tile])
    blow = world.emit(
        Kind.Struck, who=person, whom=foe, place=room, item=weapon, amount=min(1.0, amount), because=because
    )
    hurt(world, foe, person, amount, blow, weapon)


def heaviness(rules: FightRules, aggression: float, dice: "Dice") -> float:
    """Draw how heavy a blow with the fist is: few are."""
    drawn = dice.uniform()
    return rules.fist * drawn * drawn * (0.6 + aggression)


def _has_enough(world: "World", fight: Fight, person: int, dice: "Dice") -> bool:
    """Draw whether somebody is down or his nerve fails."""
    rules, state = world.rules(FightRules), world.one(person, State)
    wound, drawn = world.one(person, Body).wound, dice.uniform()
    foes = fight.foes(person)
    if wound >= rules.down or not foes:
        return bool(wound >= rules.down)
    if state.broken == Break.LASHING_OUT:
        return False
    mine = fight.attackers if person in fight.attackers else fight.defenders
    chance = rules.gives_up * (1.6 - 1.2 * world.one(person, Temper).nerve) * (1 + rules.pain * wound)
    chance *= 1 + rules.odds * max(0, len(foes) - len(fight.standing(mine)))
    if any(foe in fight.arms for foe in foes) and person not in fight.arms:
        chance *= rules.blade
    fear = max(feeling(world, person, foe, "fear") for foe in foes)
    return bool(drawn < chance * (1 + fear))

"""Answers: whether a man who is leant on gives in or stands up, what weighs for either, and what it leaves behind."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.deals.base import note
from game.sim.deals.meetings import at_large, backing, might, newness
from game.sim.deals.pacts import protector_of
from game.sim.deals.pleas import plead
from game.sim.deals.scale import Scale
from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.minds.thoughts import think
from game.sim.minds.ties import feeling, root_of, shift_tie
from game.sim.people import Needs, Place, Roots, Temper

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World

SEEN_BY_MOST = 5
"""So many onlookers, the nearest, make up their minds about somebody who is tried."""
SEEN_TILES = 6


@dataclass(frozen=True, slots=True)
class PressureAnswerRules(Rules):
    """What weighs with a man who is leant on: each number is the weight of a full measure of it on the scale."""

    at_all: float = rule(0.35, "weight", "of wanting no trouble", low=0, high=10)
    fear: float = rule(2.2, "weight", "of fear of him who asks", low=0, high=10)
    dread: float = rule(0.9, "weight", "of not feeling safe at all", low=0, high=10)
    edge: float = rule(1.2, "weight", "of his being the stronger by far", low=0, high=10)
    new: float = rule(0.5, "weight", "of being new here", low=0, high=10)
    nerve: float = rule(2.2, "weight", "of nerve", low=0, high=10)
    discipline: float = rule(0.4, "weight", "of discipline", low=0, high=10)
    temper: float = rule(0.5, "weight", "of aggression", low=0, high=10)
    hate: float = rule(0.8, "weight", "of hate for him who asks", low=0, high=10)
    friend: float = rule(0.25, "weight", "of each friend in the room, up to three", low=0, high=10)
    protector: float = rule(1.2, "weight", "of a mighty protector", low=0, high=10)
    scare: float = rule(0.14, "fear", "left by giving in", low=0, high=1)
    grudge: float = rule(0.07, "hate", "left on both sides by defiance", low=0, high=1)
    esteem: float = rule(0.08, "respect", "won or lost with those who see it", low=0, high=1)
    threat: float = rule(0.18, "fear", "left by a threat", low=0, high=1)


def weigh(world: "World", asker: int, asked: int) -> Scale:
    """Lay out what speaks for giving in to somebody, and what against it."""
    rules, temper, roots = world.rules(PressureAnswerRules), world.one(asked, Temper), world.one(asked, Roots)
    row, his = (int(world.people.row_of[id]) for id in (asked, asker))
    strength = might(world)
    scale = Scale()
    scale.add("at all", rules.at_all)
    scale.add("fear", rules.fear * feeling(world, asked, asker, "fear"), root_of(world, asked, asker, "fear"))
    scale.add("dread", rules.dread * world.one(asked, Needs).safety)
    scale.add("edge", rules.edge * float(strength[his] - strength[row]), world.one(asker, Roots).aggression)
    scale.add("new", rules.new * float(newness(world)[row]), roots.arrived)
    scale.add("nerve", -rules.nerve * temper.nerve * temper.nerve, roots.nerve)
    scale.add("discipline", -rules.discipline * temper.discipline)
    scale.add("temper", -rules.temper * temper.aggression, roots.aggression)
    scale.add(
        "hate", -rules.hate * feeling(world, asked, asker, "hate"), root_of(world, asked, asker, "hate")
    )
    scale.add("friends", -rules.friend * min(3.0, float(backing(world)[row])))
    guard = protector_of(world, asked)
    if guard and guard != asker and guard in world.people:
        made = root_of(world, asked, guard, "trust")
        scale.add("protector", -rules.protector * float(strength[world.people.row_of[guard]]), made)
    return scale


def gives_in(world: "World", asker: int, asked: int, event: int, dice: "Dice") -> tuple[bool, list[Cause]]:
    """Draw whether somebody gives in, and return it with its causes, first of them what was asked."""
    scale = weigh(world, asker, asked)
    yes = dice.uniform() < scale.share
    nature = Cause(world.one(asked, Roots).nerve, 0.1, Role.MOTIVE)
    return yes, [Cause(event, 1.0, Role.DEED), *scale.causes(yes), nature]


def defy(world: "World", who: int, whom: int, because: list[Cause], amount: float = 0.0) -> int:
    """Let somebody refuse: he walks taller, and has an enemy."""
    rules = world.rules(PressureAnswerRules)
    event = note(world, Kind.Defied, who, whom, because, amount)
    shift_tie(world, whom, who, event, hate=rules.grudge, regard=-rules.grudge, respect=rules.esteem)
    shift_tie(world, who, whom, event, hate=rules.grudge / 2, regard=-rules.grudge)
    think(world, who, "stood_up", event, whom)
    return event


def bend(world: "World", who: int, whom: int, event: int) -> None:
    """Let somebody who gave in bear what it does to him."""
    rules = world.rules(PressureAnswerRules)
    shift_tie(world, who, whom, event, fear=rules.scare, hate=rules.grudge / 2, regard=-rules.grudge)
    shift_tie(world, whom, who, event, respect=-rules.esteem)
    think(world, who, "gave_in", event, whom)


def threaten(world: "World", who: int, whom: int, because: list[Cause], dice: "Dice") -> int:
    """Let somebody be told what will happen to him; he may turn to the office."""
    rules = world.rules(PressureAnswerRules)
    event = note(world, Kind.Threatened, who, whom, because)
    shift_tie(world, whom, who, event, fear=rules.threat, hate=rules.grudge, regard=-rules.grudge)
    think(world, whom, "threatened", event, who)
    safety = world.one(whom, Needs)
    safety.safety = min(1.0, safety.safety + rules.threat / 2)
    vex_protector(world, whom, who, event)
    plead(world, whom, who, event, dice)
    return event


def vex_protector(world: "World", ward: int, offender: int, event: int) -> None:
    """Let a protector take it ill that somebody goes at his man."""
    guard = protector_of(world, ward)
    if guard and guard != offender and guard in world.people:
        grudge = world.rules(PressureAnswerRules).grudge
        shift_tie(world, guard, offender, event, hate=grudge, regard=-grudge)


def make_a_name(
    world: "World", person: int, other: int, event: int, respect: float, fear: float = 0.0
) -> None:
    """Let the nearest onlookers think more, or less, of somebody for what he just did."""
    ground, tiles = world.ground, world.everyone(Place).tile
    tile = int(tiles[world.people.row_of[person]])
    far = np.maximum(
        abs(tiles % ground.width - tile % ground.width), abs(tiles // ground.width - tile // ground.width)
    )
    near = at_large(world) & (far <= SEEN_TILES) & (ground.room_at[tiles] == ground.room_at[tile])
    rows = near.nonzero()[0]
    rows = rows[np.argsort(far[rows], kind="stable")]
    seers = [id for id in world.people.ids[rows].tolist() if id not in (person, other)]
    for seer in seers[:SEEN_BY_MOST]:
        shift_tie(world, seer, person, event, respect=respect, fear=fear)

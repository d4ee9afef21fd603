"""Pleas: a man who is leant on may turn to the office, if his fear is greater than his nerve and his distrust."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.care.requests import make_request
from game.sim.engine.rules import Rules, rule
from game.sim.minds.ties import feeling
from game.sim.minds.trust import office_trust_of
from game.sim.people import Identity, Needs, Temper

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class PressurePleaRules(Rules):
    """When a man asks the office for help against another."""

    share: float = rule(0.2, "share", "of average men who do after a threat or a test", low=0, high=1)
    fear: float = rule(2.0, "factor", "of fear of the other, per unit", low=0, high=20)
    nerve: float = rule(1.5, "factor", "by which nerve above 0.5 holds back, per unit", low=0, high=2)
    code: float = rule(0.8, "factor", "by which loyalty above 0.5 holds back, per unit", low=0, high=2)
    office: float = rule(2.0, "factor", "of trust in the office, per unit", low=0, high=20)
    protection: float = rule(0.5, "fear", "from which he asks for protection", low=0, high=1)


def plead(world: "World", who: int, about: int, because: int, dice: "Dice") -> int:
    """Let somebody who was threatened or tried ask for help, perhaps; return the request, 0 for none."""
    if dice.uniform() >= likelihood(world, who, about):
        return 0
    return make_request(world, who, _kind(world, who, about), because, about)


def likelihood(world: "World", who: int, about: int) -> float:
    """Return how likely somebody is to turn to the office because of another, 0 to 1."""
    rules, temper = world.rules(PressurePleaRules), world.one(who, Temper)
    chance: float = rules.share * (1 + rules.fear * feeling(world, who, about, "fear"))
    chance *= (0.5 + world.one(who, Needs).safety) * max(0.0, 1 - rules.nerve * (temper.nerve - 0.5))
    chance *= max(0.0, 1 - rules.code * (temper.loyalty - 0.5))
    return min(1.0, chance * rules.office * office_trust_of(world, who))


def _kind(world: "World", who: int, about: int) -> str:
    """Return what he asks for: away from a cellmate, protection from one he dreads, else a talk."""
    cell = world.one(who, Identity).cell
    if cell and cell == world.one(about, Identity).cell:
        return "move"
    dread = feeling(world, who, about, "fear")
    return "protection" if dread >= world.rules(PressurePleaRules).protection else "talk"

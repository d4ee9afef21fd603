"""Warning signs: what can be seen on somebody before he gives way under stress."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.people import Needs, Temper

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign, and what makes it likely: a need or a trait, and how much more likely full measure makes it."""

    key: str
    weight: float
    """How likely beside the others, for an average man."""
    need: str = ""
    trait: str = ""
    factor: float = 0.0
    """Added to the weight by the need or trait at 1; negative: taken off."""


SIGNS: tuple[Sign, ...] = (
    Sign("staring", 1.0, trait="aggression", factor=-0.8),
    Sign("not_eating", 0.2, need="hunger", factor=1.6),
    Sign("sleepless", 0.2, need="fatigue", factor=1.4),
    Sign("neglect", 0.2, need="hygiene", factor=1.2),
    Sign("startled", 0.2, need="safety", factor=1.4),
    Sign("pacing", 0.3, trait="aggression", factor=1.2),
    Sign("snapping", 0.0, trait="aggression", factor=1.4),
    Sign("gives_away", 0.35, trait="empathy", factor=0.4),
)
"""All signs; the `detail` of `SignShown` is an index: new ones go to the end. Weights are ours."""


def sign_weights(world: "World", person: int) -> list[float]:
    """Return how likely each sign is on somebody, in the order of SIGNS."""
    needs, temper = world.one(person, Needs), world.one(person, Temper)
    weights = []
    for sign in SIGNS:
        held = getattr(needs, sign.need) if sign.need else getattr(temper, sign.trait)
        weights.append(max(0.02, sign.weight + sign.factor * held))
    return weights

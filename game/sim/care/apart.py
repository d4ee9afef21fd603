"""People who are kept apart by order: never one cell, one sitting in the canteen, or one workplace."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.engine.codec import component

if TYPE_CHECKING:
    from game.sim.world import World


@component
@dataclass(frozen=True, slots=True)
class Apart:
    """Two inmates who are kept apart; the entity's space is `apart`."""

    one: int
    other: int
    because: int
    """Event `Separated`."""


def kept_from(world: "World", person: int) -> list[int]:
    """Return from whom somebody is kept apart."""
    pairs = [(each.one, each.other) for _, each in world.each(Apart)]
    return [b if a == person else a for a, b in pairs if person in (a, b)]


def keep_apart(world: "World", one: int, other: int, because: int) -> None:
    """Keep two people apart from now on."""
    number = 1 + max((id for id, _ in world.each(Apart)), default=0)
    world.attach("apart", number, Apart(one, other, because))


def let_together(world: "World", one: int, other: int) -> None:
    """Let two people meet again."""
    for number, each in world.each(Apart):
        if one in (each.one, each.other) and other in (each.one, each.other):
            world.detach("apart", number)

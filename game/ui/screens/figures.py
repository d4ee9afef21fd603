"""The faces of a story, as they are known before it begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.sim.population.cast import PersonSpec
from game.sim.population.peopling import look_number
from game.ui.art.palette import FACTIONS, Colour


@dataclass(frozen=True, slots=True)
class Figure:
    """A face of a story, as known before it begins. What is left to the seed is 0, or None."""

    name: str
    role: str
    age: int
    crime: str
    look: int | None
    accent: Colour = FACTIONS[0]


def figures_of(people: Iterable[PersonSpec], accents: Sequence[Colour]) -> tuple[Figure, ...]:
    """The faces among the people of a cast, in its order; `accents`: colours by a faction's number."""
    return tuple(
        Figure(
            f"{spec.first} {spec.last}".strip(), spec.role, spec.age, spec.crime,
            look_number(spec, 0) if "seed" in spec.look else None, accents[spec.faction % len(accents)],
        )
        for spec in people if spec.known
    )  # fmt: skip

"""A scale: reasons for and against, each named, with the event it goes back to; a yes is as likely as its share."""

from dataclasses import dataclass, field

from game.sim.events import Cause, Role


@dataclass(frozen=True, slots=True)
class Weight:
    """One reason on a scale."""

    name: str
    strength: float
    because: int


@dataclass(slots=True)
class Scale:
    """Reasons for giving in, and for standing up."""

    yes: list[Weight] = field(default_factory=list)
    no: list[Weight] = field(default_factory=list)

    def add(self, name: str, strength: float, because: int = 0) -> None:
        """Lay a reason for yes on the scale; below 0 it is one for no."""
        if strength > 0:
            self.yes.append(Weight(name, strength, because))
        elif strength < 0:
            self.no.append(Weight(name, -strength, because))

    @property
    def share(self) -> float:
        """How likely a yes is, 0 to 1."""
        total = _total(self.yes) + _total(self.no)
        return _total(self.yes) / total if total else 0.5

    def causes(self, yes: bool) -> list[Cause]:
        """Return the reasons for the side that won as edges, each with its share of it."""
        side = self.yes if yes else self.no
        total = _total(side)
        return [Cause(w.because, w.strength / total, Role.MOTIVE) for w in side if w.because]


def _total(side: list[Weight]) -> float:
    total = 0.0
    for weight in side:
        total += weight.strength
    return total

"""One mechanism for chance with reasons: a rate, times named factors, each with the event it comes from.

A hazard is set up for many candidates at once; only the draws that hit are decomposed. A factor's weight is the
share of the hazard that would be lost without it: 1 − 1/f for a factor f > 1. A factor below 1 holds back and is
no cause.
"""

from dataclasses import dataclass, field
from typing import Any, TypeGuard

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.dice import Dice
from game.sim.events import Cause, Role

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Factor:
    """One named term: its strength for each candidate and the event it goes back to (0: none)."""

    name: str
    strength: Floats
    because: Ints
    role: Role


@dataclass(slots=True)
class Term:
    """A factor of one candidate, for the question "why this number?"."""

    name: str
    strength: float
    because: int
    role: Role


@dataclass(slots=True)
class Hazard:
    """Chances for `n` candidates; `base` is the chance of each before any factor, per draw."""

    base: Floats
    factors: list[Factor] = field(default_factory=list)

    def times(
        self, name: str, strength: Floats | float, because: Ints | int = 0, role: Role = Role.MOTIVE
    ) -> "Hazard":
        """Multiply by a named factor; `because` is the event that made it so, for each candidate or for all."""
        n = len(self.base)
        values = strength if _fits(strength, np.float64, n) else np.full(n, strength, np.float64)
        roots = because if _fits(because, np.int64, n) else np.full(n, because, np.int64)
        self.factors.append(Factor(name, values, roots, role))
        return self

    def chance(self) -> Floats:
        """Return the chance of each candidate, clipped to 0…1."""
        chance = self.base.copy()
        for factor in self.factors:
            chance *= factor.strength
        return np.minimum(chance, 1.0)

    def hits(self, dice: Dice) -> Ints:
        """Draw once for each candidate; return the numbers of those that hit."""
        return self.hits_of(dice.uniforms(len(self.base)))

    def hits_of(self, drawn: Floats) -> Ints:
        """Return the candidates that hit with numbers drawn before (draw first, look after)."""
        hits: Ints = (drawn < self.chance()).nonzero()[0]
        return hits

    def terms(self, candidate: int) -> list[Term]:
        """Return the named terms of one candidate's chance."""
        return [
            Term(f.name, float(f.strength[candidate]), int(f.because[candidate]), f.role)
            for f in self.factors
        ]

    def causes(self, candidate: int) -> list[Cause]:
        """Return what made this candidate's hazard, as edges for the chronicle."""
        causes = []
        for term in self.terms(candidate):
            if term.because and term.strength > 1.0:
                causes.append(Cause(term.because, 1.0 - 1.0 / term.strength, term.role))
        return causes


def _fits(values: Any, dtype: type, n: int) -> TypeGuard[NDArray[Any]]:
    """Tell whether values are an array as it is wanted already."""
    return getattr(values, "shape", None) == (n,) and values.dtype == dtype

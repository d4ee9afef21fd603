"""Trust in the office: what an inmate thinks of it, by how it has treated him so far."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.minds.thoughts import THOUGHT, ThoughtEnds, Thoughts
from game.sim.people import Temper

if TYPE_CHECKING:
    from game.sim.world import World

Floats = NDArray[np.float64]
OF_THE_OFFICE = (
    "heard",
    "refused",
    "searched",
    "locked_down",
    "visit_denied",
    "mediated",
    "consoled",
    "treated",
)
"""Thoughts that the office's doings leave."""
START = 0.4
"""Trust in the office of a man of average loyalty to whom it has done nothing yet, 0 to 1 (ours)."""
WEIGHT = 1.2
"""Trust won or lost by a point of mood that the office has caused (ours)."""
_COUNTS = np.array([THOUGHT[key] for key in OF_THE_OFFICE], np.int64)


def office_trust(world: "World") -> Floats:
    """Return everyone's trust in the office, by row, 0 to 1."""
    ends, strength = world.everyone(ThoughtEnds), world.everyone(Thoughts).strength
    counts = np.isin(ends.thought, _COUNTS).nonzero()[0]
    rows = world.people.rows(ends.person[counts])
    there = rows >= 0
    done = np.bincount(rows[there], weights=strength[counts][there], minlength=world.people.n)
    trust = START + WEIGHT * done + 0.2 * (0.5 - world.everyone(Temper).loyalty)
    held: Floats = np.minimum(np.maximum(trust, 0.0), 1.0)
    return held


def office_trust_of(world: "World", person: int) -> float:
    """Return one man's trust in the office, 0 to 1."""
    return float(office_trust(world)[world.people.row_of[person]])

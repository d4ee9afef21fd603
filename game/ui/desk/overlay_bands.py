"""Bands of satisfaction and mood: the tint of a room, its sign and the strip of a legend follow the same thresholds."""

from typing import NamedTuple

from game.ui.desk.moods import mood_level
from game.ui.desk.overlay_legends import BAD, FAIR, GOOD, LOW, MIDDLE
from game.ui.kit.theme import Rgb, Theme

Edges = tuple[float, float]
"""Values (0..100) from which a room is so so, and from which it is well."""


def _first(level: str) -> float:
    """The least mood that is called so, told from 0 to 100."""
    return next(mood for mood in range(-100, 101) if mood_level(mood) == level) / 2 + 50


NEED_EDGES: Edges = (LOW, MIDDLE)
MOOD_EDGES: Edges = (_first("fair"), _first("good"))
FULL_GOOD = 20
"""Points over the second edge from which green is full."""


Mixed = tuple[str, str, float]
"""A colour, another, and how much (0..1) of the other is in it."""


class Band(NamedTuple):
    """A part of the scale: its colours from its lower to its upper end, and its sign."""

    low: Mixed
    high: Mixed
    icon: str
    ink: str


BANDS = (
    Band((BAD, FAIR, 0.0), (BAD, FAIR, 0.3), "face-slightly-frowning", "danger"),
    Band((BAD, FAIR, 0.75), (BAD, FAIR, 1.0), "face-neutral", "warn"),
    Band((FAIR, GOOD, 0.75), (FAIR, GOOD, 1.0), "face-slightly-smiling", "good"),
)
"""Neighbours leave a gap between their colours, so that no tint lies between two signs."""


def band_of(value: float, edges: Edges) -> Band:
    """The band that a value (0..100) lies in."""
    return BANDS[sum(value >= edge for edge in edges)]


def colour_of(theme: Theme, value: float, edges: Edges) -> Rgb:
    """The colour of a value (0..100), as the theme's palette has it."""
    number = sum(value >= edge for edge in edges)
    start, end = (0.0, *edges)[number], (*edges, edges[1] + FULL_GOOD)[number]
    share = max(0.0, min(1.0, (value - start) / (end - start)))
    return theme.mix(theme.mix(*BANDS[number].low), theme.mix(*BANDS[number].high), share)

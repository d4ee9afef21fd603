"""Every sound there is: what kind it is, who makes it, how loud it is made."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from game.ui.sound import effects, music, places, unrest
from game.ui.sound.synth import Wave, close, leveled

KINDS = ("ambience", "effects", "music")
PEAK = 0.85
"""No sample is above this share of full scale."""
LOOP_PEAK = 0.55
"""None of a place: several of them are heard at once."""
Samples = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a sound is made."""

    kind: str
    make: Callable[[Generator], Wave]
    loudness: float
    """Root of the mean square, as a share of full scale."""

    @property
    def loops(self) -> bool:
        """Whether it goes on until it is stopped."""
        return self.kind == "ambience"


def _all(kind: str, loud: dict[Callable[[Generator], Wave], float]) -> dict[str, Recipe]:
    return {make.__name__: Recipe(kind, make, loudness) for make, loudness in loud.items()}


RECIPES: dict[str, Recipe] = {
    **_all(
        "effects",
        {
            effects.click: 0.03,
            effects.hover: 0.012,
            effects.toggle: 0.035,
            effects.refuse: 0.06,
            effects.notice: 0.05,
            effects.paper: 0.05,
            effects.stamp: 0.09,
            effects.pen: 0.03,
            effects.shutter: 0.03,
            effects.lock: 0.05,
            effects.buzz: 0.07,
            effects.door: 0.12,
            effects.gate: 0.1,
            effects.bell_signal: 0.06,
            effects.quarrel: 0.1,
            effects.alarm: 0.18,
            unrest.blow: 0.11,
            unrest.shouting: 0.1,
            unrest.whistle: 0.06,
            unrest.search: 0.06,
            unrest.keys: 0.035,
        },
    ),
    **_all(
        "music",
        {
            music.decision: 0.09,
            music.title: 0.1,
            music.dawn: 0.08,
            music.dusk: 0.08,
            music.kept: 0.08,
            music.lost: 0.08,
            music.ending: 0.09,
            music.good_ending: 0.09,
            music.bad_ending: 0.09,
        },
    ),
    **_all(
        "ambience",
        {
            places.air: 0.035,
            places.murmur: 0.042,
            places.crowd: 0.075,
            places.steps: 0.037,
            places.clanks: 0.056,
            places.canteen: 0.034,
            places.wind: 0.06,
            places.rain: 0.06,
            places.night: 0.04,
            places.birds: 0.025,
            places.office: 0.018,
            places.water: 0.05,
            places.workshop: 0.05,
            places.gym: 0.045,
            places.visits: 0.04,
            places.tension: 0.08,
        },
    ),
}
"""By name, in the order in which they are made: first what a hand on the desk is answered with."""
AMBIENCE = tuple(name for name, recipe in RECIPES.items() if recipe.loops)


def synthesize(name: str) -> Samples:
    """Make a sound: always the same one. Two channels of 16 bits."""
    recipe = RECIPES[name]
    peak = LOOP_PEAK if recipe.loops else PEAK
    wave = leveled(recipe.make(np.random.default_rng(zlib.crc32(name.encode()))), recipe.loudness, peak)
    if not recipe.loops:
        wave = close(wave, 0.004)
    return np.ascontiguousarray((wave * 32767).astype(np.int16))

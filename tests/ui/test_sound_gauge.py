"""Nobody can listen here: sounds and mixes are measured instead, beside one another and by their spectrum."""

from functools import cache
from itertools import combinations, pairwise

import numpy as np
import pytest

from game.ui.sound import mixer
from game.ui.sound.catalogue import AMBIENCE, RECIPES
from game.ui.sound.gauge import (
    PLACES,
    Figures,
    Floats,
    figures,
    loudness,
    mixed,
    partials_of,
    rendered,
    seam,
    share_between,
    steepest,
)
from game.ui.sound.hearing import mix_of
from game.ui.sound.listener import CUES


@cache
def figures_of(name: str) -> Figures:
    return figures(rendered(name))


@cache
def mix(place: str) -> Floats:
    return mixed(mix_of(PLACES[place]), 12.0)


SINGLE = [name for name in RECIPES if name not in AMBIENCE]
QUIETEST, LOUDEST = -45.0, -14.0
"""Decibels between which everything lies."""


@pytest.mark.parametrize("name", RECIPES)
def test_every_sound_is_heard_and_none_is_clipped_or_off_centre(name: str) -> None:
    f = figures_of(name)
    assert f.peak < 0.86 and f.constant < 0.001
    assert QUIETEST < f.loudness < LOUDEST
    assert (np.abs(rendered(name)) > 0.98 * f.peak).mean() < 0.002  # no flat tops


def test_the_urgent_is_louder_than_the_usual() -> None:
    loud = {name: figures_of(name).loudness for name in RECIPES}
    order = [("alarm",), ("door", "lock", "clanks"), ("steps",), ("murmur", "crowd", "visits")]
    for louder, quieter in pairwise(order):
        assert min(loud[name] for name in louder) > max(loud[name] for name in quieter)
    assert max(loud, key=lambda name: loud[name]) == "alarm"
    assert loud["alarm"] > max(
        loud[cue.name] + 20 * np.log10(cue.volume) for cue in CUES.values() if cue.name != "alarm"
    )
    assert loud["click"] < loud["murmur"] and loud["hover"] < loud["click"]


@pytest.mark.parametrize("name", AMBIENCE)
def test_a_loop_has_no_seam(name: str) -> None:
    assert seam(rendered(name)) <= 1.0


@pytest.mark.parametrize("name", SINGLE)
def test_single_sounds_rise_from_nothing_and_end_in_nothing(name: str) -> None:
    wave = rendered(name)
    assert np.abs(wave[:3]).max() < 0.01 and np.abs(wave[-160:]).max() < 0.004
    assert steepest(wave[: len(wave) // 50]) < 0.6 and steepest(wave[-1600:]) < 0.02


@pytest.mark.parametrize("place", PLACES)
def test_no_place_is_clipped_even_with_an_alarm_over_it(place: str) -> None:
    wave = mix(place)
    alarm = figures_of("alarm").peak * CUES["WingLocked"].volume
    assert (
        figures(wave).peak + alarm
    ) * mixer.HEADROOM < 1.05  # both at their very loudest, all volumes at full
    assert np.quantile(np.abs(wave), 0.9999) * mixer.HEADROOM + alarm * mixer.HEADROOM < 1.0
    assert figures(wave).constant < 0.001


def test_nights_are_quiet_and_meals_are_not() -> None:
    loud = {place: loudness(mix(place)) for place in PLACES}
    assert min(loud, key=lambda place: loud[place]) == "night"
    assert loud["night"] < loud["noon"] - 8
    assert max(loud.values()) < figures_of("alarm").loudness - 3


def test_voices_lie_where_voices_lie_and_rain_lies_everywhere() -> None:
    for name in ("murmur", "crowd", "visits"):
        assert share_between(rendered(name), 200, 1000) > 0.8
    assert share_between(rendered("rain"), 1000, 12_000) > 0.7
    assert figures_of("rain").flatness > 0.4 > 3 * figures_of("alarm").flatness
    assert share_between(rendered("blow"), 60, 1300) > 0.9  # muffled
    assert share_between(rendered("whistle"), 2000, 2800) > 0.6


@pytest.mark.parametrize("name", ["clanks", "door", "lock", "keys"])
def test_struck_metal_has_no_harmony(name: str) -> None:
    tones = partials_of(rendered(name), 8)
    ratios = np.array([high / low for low, high in combinations(tones, 2)])
    assert np.abs(ratios - np.round(ratios)).mean() > 0.12


def test_a_place_fades_in_and_out_without_a_step() -> None:
    frame = 1 / 60 / mixer.FADE
    levels = np.arange(0, 1 + frame, frame)
    volumes = np.array([mixer.curve(level) for level in np.minimum(1, levels)])
    assert (np.diff(volumes) >= 0).all() and np.diff(volumes).max() < 0.02

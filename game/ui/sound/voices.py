"""People who talk where one can't make out the words: throats, vowels, phrases and pauses."""

import math

import numpy as np
from numpy.random import Generator

from game.ui.sound.synth import RATE, Wave, band, drift, moments, noise, passage, samples, silence

VOWELS = ((620, 1150), (420, 900), (350, 1750), (500, 1450))
"""Two formants each, in hertz."""
SYLLABLE = 0.21
"""Seconds."""


def voice(dice: Generator, seconds: float, busy: float = 0.6, strain: float = 1.0) -> Wave:
    """One person: `busy` is how much of the time he talks; `strain` above 1 is a raised voice."""
    pitch = float(dice.uniform(88, 150)) * strain
    melody = pitch * (0.86 + 0.3 * drift(dice, seconds, 0.55) * strain)
    turns = np.cumsum(melody) / RATE
    turns *= round(float(turns[-1])) / turns[-1]  # whole turns: the loop closes
    throat = (2 * (turns % 1.0) - 1).astype(np.float32) + noise(dice, seconds) * 0.12
    mouth = _mouth(dice, throat, seconds)
    return mouth * _speech(dice, seconds, busy)


def _mouth(dice: Generator, throat: Wave, seconds: float) -> Wave:
    """The throat through vowels that change."""
    made, spectrum, count = silence(seconds), np.fft.rfft(throat), len(throat)
    for first, second in VOWELS:
        low, high = (
            passage(count, first * 0.8, first * 1.2, 3),
            passage(count, second * 0.88, second * 1.12, 3),
        )
        shaped = np.fft.irfft(spectrum * (low + high * 0.5), count).astype(np.float32)
        made += shaped * drift(dice, seconds, SYLLABLE * 1.3) ** 2
    return made


def _speech(dice: Generator, seconds: float, busy: float) -> Wave:
    """How loud it is: syllables within phrases, and pauses between them."""
    count = max(2, round(seconds / SYLLABLE))
    beat = 0.5 - 0.5 * np.cos(2 * math.pi * moments(seconds) * count / seconds)
    stress = 0.35 + 0.65 * drift(dice, seconds, SYLLABLE * 1.7)
    phrase = np.clip((drift(dice, seconds, 2.1) - (1 - busy)) * 7, 0, 1)
    made: Wave = (beat**0.8 * stress * phrase).astype(np.float32)
    return made[: samples(seconds)]


def murmur(dice: Generator, seconds: float, people: int, muffled: float) -> tuple[Wave, Wave]:
    """Many at once on two channels; what lies above `muffled` hertz is swallowed by the room.

    A few throats are enough: each is heard several times, at other places of the loop.
    """
    left, right = silence(seconds), silence(seconds)
    throats = min(people, 6)
    for number in range(throats):
        one = voice(dice, seconds, 0.62)
        for turn in range(math.ceil((people - number) / throats)):
            shifted = np.roll(one, samples(seconds * turn / 5 + float(dice.random())))
            side = float(dice.uniform(0.15, 0.85))
            left += shifted * (1 - side)
            right += shifted * side
    return band(left, 110, muffled), band(right, 110, muffled)

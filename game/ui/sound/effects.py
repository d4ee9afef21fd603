"""Single sounds: doors, alarms, paper, what the desk answers to a hand."""

import math

import numpy as np
from numpy.random import Generator

from game.ui.sound.synth import (
    Wave,
    band,
    bell,
    close,
    fade,
    hall,
    moments,
    noise,
    partials,
    put,
    silence,
    struck,
    thud,
    tone,
)
from game.ui.sound.voices import voice


def _dry(wave: Wave) -> Wave:
    return close(np.stack([wave, wave], axis=1))


def _in_hall(dice: Generator, wave: Wave, half: float = 0.22, wet: float = 0.4) -> Wave:
    return close(hall(wave, dice, half, wet), 0.06)


def door(dice: Generator) -> Wave:
    """A steel door falls shut."""
    made = silence(2.4)
    put(made, fade(band(noise(dice, 0.5), 180, 700), 0.35, 0.05), 0.0, 0.25)
    put(made, struck(dice, 105, 1.6, 0.16, 11), 0.42)
    put(made, thud(dice, 58, 1.2, 0.12), 0.42, 1.6)
    put(made, struck(dice, 310, 0.6, 0.03, 6), 0.55, 0.4)
    return _in_hall(dice, made, 0.3, 0.45)


def lock(dice: Generator) -> Wave:
    """A key turns, a bolt goes home."""
    made = silence(1.3)
    for at, loud in ((0.0, 0.4), (0.09, 0.3), (0.2, 0.5)):
        put(made, struck(dice, 1700, 0.2, 0.012, 5), at, loud * 0.6)
    put(made, struck(dice, 240, 0.7, 0.05, 8), 0.34)
    put(made, thud(dice, 110, 0.4, 0.03), 0.34, 0.8)
    return _in_hall(dice, made, 0.16, 0.35)


def buzz(dice: Generator) -> Wave:
    """An electric lock lets go."""
    t = moments(0.5)
    hum = np.sign(np.sin(2 * math.pi * 60 * t)) * 0.5 + np.sin(2 * math.pi * 480 * t) * 0.2
    made = silence(1.2)
    put(made, close(band(hum.astype(np.float32), 90, 1500), 0.03), 0.0)
    put(made, struck(dice, 330, 0.5, 0.04, 6), 0.5, 0.7)
    return _in_hall(dice, made, 0.14, 0.3)


def gate(dice: Generator) -> Wave:
    """The gate: a motor, chains, a stop."""
    made = silence(3.0)
    t = moments(1.6)
    motor = band((np.sin(2 * math.pi * 70 * t) + np.sin(2 * math.pi * 141 * t)).astype(np.float32), 50, 600)
    put(made, close(motor + band(noise(dice, 1.6), 300, 1400) * 0.4, 0.2), 0.0, 0.5)
    for number in range(9):
        put(made, struck(dice, 700, 0.2, 0.02, 5), 0.15 * number + 0.1, 0.14)
    put(made, struck(dice, 90, 1.2, 0.14, 10), 1.62, 0.9)
    put(made, thud(dice, 52, 1.0, 0.1), 1.62, 1.2)
    return _in_hall(dice, made, 0.3, 0.4)


def alarm(dice: Generator) -> Wave:
    """Two tones, three times; sober enough to be heard often."""
    made = silence(3.6)
    for number in range(6):
        pitch = (466, 392)[number % 2]
        parts = [(n, 1.0 / n, 9.0) for n in (1, 2, 3, 5)]
        put(made, close(partials(pitch, 0.42, parts, 0.01), 0.03), number * 0.46)
    return _in_hall(dice, band(made, 200, 2600), 0.3, 0.4)


def bell_signal(dice: Generator) -> Wave:
    """The bell of the day: count, meals, lock-up."""
    t = moments(1.1)
    clapper = 0.6 + 0.4 * np.sign(np.sin(2 * math.pi * 17 * t))
    made = silence(2.4)
    ring = partials(1180, 1.1, [(1, 1, 3), (2.4, 0.5, 2), (3.9, 0.3, 1)])
    put(made, close((ring * clapper).astype(np.float32), 0.05), 0.0)
    return _in_hall(dice, band(made, 300, 4000), 0.35, 0.6)


def quarrel(dice: Generator) -> Wave:
    """Raised voices, and a chair."""
    made = silence(2.6)
    for at, strain in ((0.0, 1.5), (0.5, 1.75), (1.1, 1.6)):
        shout = band(voice(dice, 1.0, 0.95, strain), 180, 2600)
        put(made, close(shout / max(1e-6, float(np.abs(shout).max())), 0.08), at, 0.8)
    put(made, struck(dice, 260, 0.5, 0.03, 6), 1.3, 0.35)
    put(made, thud(dice, 120, 0.5, 0.04), 1.32, 0.5)
    return _in_hall(dice, made, 0.22, 0.5)


def paper(dice: Generator) -> Wave:
    """A sheet is taken up."""
    made = silence(0.7)
    for at, long, loud in ((0.0, 0.16, 0.7), (0.13, 0.22, 1.0), (0.36, 0.12, 0.4)):
        grain = noise(dice, long) * (dice.random(len(silence(long))) > 0.6)
        put(made, fade(band(grain.astype(np.float32), 1400, 7000), long * 0.4, 0.04), at, loud)
    return _dry(made)


def stamp(dice: Generator) -> Wave:
    """A stamp comes down on paper: it is decided."""
    made = silence(0.9)
    put(made, thud(dice, 88, 0.6, 0.05), 0.0, 1.4)
    put(made, fade(band(noise(dice, 0.2), 500, 2400), 0.001, 0.012), 0.0, 0.8)
    put(made, struck(dice, 900, 0.3, 0.02, 4), 0.13, 0.12)
    return _in_hall(dice, made, 0.07, 0.2)


def pen(dice: Generator) -> Wave:
    """A line is written."""
    made = silence(0.6)
    for at in (0.0, 0.11, 0.2, 0.33):
        put(made, fade(band(noise(dice, 0.12), 1800, 5200), 0.03, 0.025), at, float(dice.uniform(0.5, 1)))
    return _dry(made)


def shutter(dice: Generator) -> Wave:
    """An eye is set: the shutter of a camera."""
    made = silence(0.4)
    for at in (0.0, 0.07):
        put(made, fade(band(noise(dice, 0.1), 1100, 5000), 0.001, 0.008), at)
        put(made, struck(dice, 1900, 0.15, 0.01, 4), at, 0.3)
    return _dry(made)


def click(dice: Generator) -> Wave:
    """A button."""
    made = silence(0.12)
    put(made, fade(band(noise(dice, 0.05), 900, 3600), 0.001, 0.004), 0.0)
    put(made, fade(tone(420, 0.08), 0.001, 0.008), 0.0, 0.5)
    return _dry(made)


def toggle(dice: Generator) -> Wave:
    """A switch."""
    made = silence(0.16)
    put(made, fade(tone(640, 0.06), 0.001, 0.01), 0.0, 0.6)
    put(made, fade(tone(860, 0.08), 0.001, 0.012), 0.045, 0.7)
    put(made, fade(band(noise(dice, 0.04), 1500, 4000), 0.001, 0.003), 0.0, 0.8)
    return _dry(made)


def hover(dice: Generator) -> Wave:
    """The mouse comes to something."""
    return _dry(fade(band(noise(dice, 0.08), 1600, 3200), 0.002, 0.006))


def refuse(dice: Generator) -> Wave:
    """It can't be done."""
    made = silence(0.4)
    put(made, fade(tone(146, 0.3), 0.004, 0.05), 0.0)
    put(made, fade(tone(138, 0.3), 0.004, 0.06), 0.09, 0.9)
    return _dry(band(made + band(noise(dice, 0.4), 60, 200) * 0.02, 60, 900))


def notice(dice: Generator) -> Wave:
    """News on the desk."""
    made = silence(1.3)
    put(made, bell(587.3, 1.0), 0.0, 0.5)
    put(made, bell(880.0, 1.0), 0.13, 0.4)
    return _in_hall(dice, made, 0.12, 0.25)

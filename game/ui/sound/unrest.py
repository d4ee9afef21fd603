"""Single sounds of people against people: blows, shouts, an officer's whistle, a cell turned over, keys on a belt."""

import math

import numpy as np
from numpy.random import Generator

from game.ui.sound.synth import (
    Wave,
    band,
    close,
    fade,
    hall,
    moments,
    noise,
    put,
    silence,
    struck,
    thud,
)
from game.ui.sound.voices import voice


def blow(dice: Generator) -> Wave:
    """A scuffle, heard through a wall: cloth, shoes, a body against a locker. Nothing wet, nothing sharp."""
    made = silence(1.8)
    for at, loud in ((0.06, 0.8), (0.31, 1.0), (0.74, 0.7)):
        put(made, thud(dice, float(dice.uniform(72, 96)), 0.4, 0.045), at, loud)
        put(made, fade(band(noise(dice, 0.3), 200, 900), 0.012, 0.05), at - 0.02, loud * 0.8)
    for at in (0.0, 0.2, 0.48, 0.6, 0.9):
        put(made, fade(band(noise(dice, 0.3), 300, 1300), 0.03, 0.05), at, float(dice.uniform(0.4, 0.8)))
    put(made, struck(dice, 190, 0.7, 0.05, 7), 0.76, 0.3)
    return close(hall(band(made, 60, 1300), dice, 0.18, 0.45), 0.06)


def shouting(dice: Generator) -> Wave:
    """A crowd that has seen something: a dozen raised voices that swell, and ebb."""
    made = silence(3.4)
    t = moments(3.4)
    for number in range(12):
        start = float(dice.uniform(0, 1.2))
        shout = band(voice(dice, 1.8, 0.95, float(dice.uniform(1.4, 1.9))), 200, 2400)
        put(made, close(shout / max(1e-6, float(np.abs(shout).max())), 0.1), start, 0.5 + 0.04 * number)
    swell = np.clip(t / 0.6, 0, 1) * np.clip((3.1 - t) / 1.4, 0, 1)
    return close(hall((made * swell).astype(np.float32), dice, 0.26, 0.6), 0.08)


def whistle(dice: Generator) -> Wave:
    """An officer's whistle: a short blast and a long one, with the pea that makes it tremble."""
    made = silence(1.9)
    for at, long in ((0.0, 0.2), (0.3, 0.62)):
        t = moments(long)
        pea = np.sin(2 * math.pi * 34 * t)
        pitch = 2350 + 70 * pea + 60 * np.minimum(1, t / 0.05)
        turns = 2 * math.pi * np.cumsum(pitch) / 32_000
        blast = (np.sin(turns) + 0.3 * np.sin(2 * turns)) * (0.75 + 0.25 * pea)
        breath = band(noise(dice, long), 1500, 5000) * 0.12
        put(made, close((blast + breath).astype(np.float32), 0.03), at)
    return close(hall(band(made, 700, 6000), dice, 0.24, 0.4), 0.06)


def search(dice: Generator) -> Wave:
    """A cell is searched: drawers out and in, a mattress lifted, small things set down."""
    made = silence(2.8)
    for at, long in ((0.0, 0.3), (0.95, 0.26), (1.9, 0.3)):
        slide = band(noise(dice, long), 240, 1500) * (0.7 + 0.3 * np.sin(2 * math.pi * 46 * moments(long)))
        put(made, close(slide.astype(np.float32), 0.05), at, 0.5)
        put(made, thud(dice, 130, 0.4, 0.03), at + long, 0.8)
        put(made, struck(dice, 520, 0.3, 0.02, 5), at + long, 0.18)
    put(made, fade(band(noise(dice, 0.7), 120, 600), 0.12, 0.12), 0.45, 0.8)
    for at in (1.4, 1.53, 1.7, 2.4):
        put(made, struck(dice, float(dice.uniform(900, 1900)), 0.2, 0.012, 4), at, 0.14)
    return close(hall(made, dice, 0.12, 0.3), 0.06)


def keys(dice: Generator) -> Wave:
    """A bunch of keys on a belt, a few steps long, and one of them found."""
    made = silence(1.5)
    for step in (0.0, 0.26, 0.5, 0.78):
        for _ in range(6):
            at = step + float(dice.uniform(0, 0.11))
            ring = struck(dice, float(dice.uniform(1900, 3400)), 0.25, 0.022, 4)
            put(made, ring, at, float(dice.uniform(0.12, 0.5)))
    return close(hall(band(made, 900, 7000), dice, 0.12, 0.3), 0.06)

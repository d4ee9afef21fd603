"""How places sound: loops that go on without a seam."""

import math

import numpy as np
from numpy.random import Generator

from game.ui.sound.synth import (
    Wave,
    band,
    drift,
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
    wide,
)
from game.ui.sound.voices import murmur as many_voices

LOOP, LONG = 12.0, 20.0
"""Seconds of a loop; those with single events are longer, so that their return is not noticed."""


def _two(dice: Generator, seconds: float, low: float, high: float, steep: float = 2.0) -> Wave:
    """Noise in a band, different on both sides."""
    left, right = (band(noise(dice, seconds), low, high, steep) for _ in range(2))
    return wide(left + right * 0.35, right + left * 0.35)


def _whole(pitch: float, seconds: float) -> float:
    """The frequency nearest to `pitch` that fits into the loop in whole turns."""
    return round(pitch * seconds) / seconds


def _scatter(dice: Generator, seconds: float, count: int) -> list[float]:
    """Moments spread unevenly over a loop."""
    step = seconds / count
    return [(number + float(dice.uniform(0.05, 0.95))) * step for number in range(count)]


def air(dice: Generator) -> Wave:
    """Indoors: the fans behind the walls, and a trace of the lamps."""
    made = _two(dice, LOOP, 45, 260, 2.4)
    made /= made.std()
    for pitch, loud in ((60, 0.22), (120, 0.3), (240, 0.06)):
        made += tone(_whole(pitch, LOOP), LOOP)[:, None] * loud
    return made * (0.85 + 0.3 * drift(dice, LOOP, 4.0))[:, None]


def murmur(dice: Generator) -> Wave:
    """A few people who talk in a hall."""
    return hall(wide(*many_voices(dice, LOOP, 5, 1500)), dice, 0.16, 0.55)


def crowd(dice: Generator) -> Wave:
    """Many people who talk in a hall."""
    return hall(wide(*many_voices(dice, LOOP, 26, 1300)), dice, 0.2, 0.6)


def steps(dice: Generator) -> Wave:
    """Shoes on concrete: three people who pass by."""
    left, right = silence(LONG), silence(LONG)
    for start, pace, side in ((0.6, 0.56, 0.2), (7.4, 0.5, 0.8), (13.1, 0.62, 0.45)):
        for number in range(10):
            loud = math.sin(math.pi * (number + 0.7) / 10.8) * float(dice.uniform(0.75, 1))
            sole = fade(band(noise(dice, 0.25), 180, float(dice.uniform(900, 1700))), 0.002, 0.016)
            foot = sole + thud(dice, 95, 0.25, 0.02) * 0.5
            at, going = start + number * pace + float(dice.uniform(-0.02, 0.02)), side + (number - 5) * 0.04
            put(left, foot, at, loud * (1 - going))
            put(right, foot, at, loud * going)
    return hall(wide(left, right), dice, 0.13, 0.45)


def clanks(dice: Generator) -> Wave:
    """Doors, keys and bolts somewhere in the house."""
    left, right = silence(LONG), silence(LONG)
    for number, at in enumerate(_scatter(dice, LONG, 6)):
        side, loud = float(dice.uniform(0.1, 0.9)), float(dice.uniform(0.4, 1))
        if number % 3 == 2:
            hit = sum((_jingle(dice, 0.05 * turn) for turn in range(7)), silence(1.2)) * 0.35
        else:
            hit = struck(dice, float(dice.uniform(120, 260)), 1.2, 0.1) + thud(dice, 70, 1.2, 0.08)
        put(left, hit, at, loud * (1 - side))
        put(right, hit, at, loud * side)
    return hall(wide(left, right), dice, 0.42, 0.86, high=1900)


def _jingle(dice: Generator, at: float) -> Wave:
    made = silence(1.2)
    put(made, struck(dice, float(dice.uniform(1800, 3100)), 0.2, 0.02, 4), at + float(dice.uniform(0, 0.03)))
    return made


def canteen(dice: Generator) -> Wave:
    """Trays, spoons and cups."""
    left, right = silence(LOOP), silence(LOOP)
    for at in _scatter(dice, LOOP, 64):
        side, loud = float(dice.uniform(0.05, 0.95)), float(dice.uniform(0.12, 1)) ** 2
        pitch = float(dice.choice([620, 900, 1350, 1900, 2500])) * float(dice.uniform(0.9, 1.1))
        hit = struck(dice, pitch, 0.3, 0.022, 5)
        put(left, hit, at, loud * (1 - side))
        put(right, hit, at, loud * side)
    for at in _scatter(dice, LOOP, 5):
        put(left, fade(band(noise(dice, 0.5), 300, 1500), 0.12, 0.08), at, 0.5)  # a chair is pushed
    left, right = band(left, 150, 3400), band(right, 150, 3400)
    return hall(wide(left, right), dice, 0.15, 0.5, high=3000)


def workshop(dice: Generator) -> Wave:
    """A machine that runs, a hammer, a saw."""
    hum = sum((tone(_whole(50 * n, LOOP), LOOP) / n for n in (1, 2, 3, 4, 6)), silence(LOOP))
    made = wide(hum, hum) * 0.3 + _two(dice, LOOP, 200, 2200) * 0.25
    saw = band(noise(dice, LOOP), 700, 2600) * np.clip(np.sin(2 * math.pi * moments(LOOP) * 14 / LOOP), 0, 1)
    made += wide(saw * 0.5, saw * 0.3) * (drift(dice, LOOP, 3.0) > 0.5)[:, None]
    blows = silence(LOOP)
    for start in (1.5, 6.8):
        for number in range(4):
            put(blows, struck(dice, 420, 0.4, 0.03, 6), start + 0.42 * number, 1.5)
    return hall(made + wide(blows * 0.4, blows), dice, 0.12, 0.35)


def gym(dice: Generator) -> Wave:
    """Weights that are put down."""
    left, right = silence(LONG), silence(LONG)
    for at in _scatter(dice, LONG, 9):
        side = float(dice.uniform(0.2, 0.8))
        hit = struck(dice, float(dice.uniform(300, 520)), 0.6, 0.04, 6) * 0.5 + thud(dice, 80, 0.6, 0.05)
        put(left, hit, at, 1 - side)
        put(right, hit, at, side)
    return hall(wide(left, right), dice, 0.2, 0.5)


def office(dice: Generator) -> Wave:
    """A keyboard, a radio that mutters."""
    left, right = silence(LONG), silence(LONG)
    for start in _scatter(dice, LONG, 5):
        for number in range(int(dice.integers(6, 16))):
            press = fade(band(noise(dice, 0.06), 900, 3800), 0.001, 0.006)
            put(
                left,
                press,
                start + number * 0.13 + float(dice.uniform(0, 0.06)),
                float(dice.uniform(0.3, 0.8)),
            )
    radio = band(many_voices(dice, LONG, 1, 2600)[0], 500, 2400, 4) * 2
    radio += band(noise(dice, LONG), 900, 2600) * 0.2
    right += radio * (drift(dice, LONG, 5.0) > 0.62) * 0.4
    left, right = band(left, 200, 3000), band(right, 200, 3000)
    return hall(wide(left + right * 0.3, right), dice, 0.07, 0.25)


def visits(dice: Generator) -> Wave:
    """The visiting room: families who speak low across a table, a chair, a cough."""
    left, right = many_voices(dice, LONG, 7, 1200)
    left, right = left / left.std(), right / right.std()
    for at in _scatter(dice, LONG, 3):
        put(left, fade(band(noise(dice, 0.4), 240, 1200), 0.1, 0.07), at, 1.6)  # a chair is pulled up
    for at in _scatter(dice, LONG, 2):
        put(right, fade(band(noise(dice, 0.25), 300, 1400), 0.01, 0.05), at, 1.8)  # somebody coughs
    return hall(wide(left, right), dice, 0.1, 0.35)


def water(dice: Generator) -> Wave:
    """Showers."""
    made = _two(dice, LOOP, 700, 4800) * 0.7 + _two(dice, LOOP, 200, 900) * 0.5
    return hall(made * (0.8 + 0.3 * drift(dice, LOOP, 1.5))[:, None], dice, 0.18, 0.4)


def wind(dice: Generator) -> Wave:
    """Open air: wind that comes in gusts, and a chain on a mast."""
    low, high = _two(dice, LONG, 60, 260), _two(dice, LONG, 280, 950)
    gust = drift(dice, LONG, 3.4)[:, None]
    made: Wave = low * (0.5 + gust) + high * gust**2 * 0.8
    chain = silence(LONG)
    for at in _scatter(dice, LONG, 5):
        put(chain, struck(dice, 1500, 0.4, 0.05, 4), at, float(dice.uniform(0.1, 0.35)))
    made /= made.std()
    return made + hall(wide(chain, chain * 0.5), dice, 0.2, 0.5) * 1.6


def birds(dice: Generator) -> Wave:
    """A few birds beyond the wall."""
    left, right = silence(LONG), silence(LONG)
    for start in _scatter(dice, LONG, 7):
        side, base = float(dice.uniform(0, 1)), float(dice.uniform(2300, 3600))
        for number in range(int(dice.integers(2, 6))):
            t = moments(0.11)
            chirp = np.sin(2 * math.pi * (base * t + 900 * t**2 * float(dice.choice([-3, 2, 4]))))
            put(left, fade(chirp.astype(np.float32), 0.012, 0.03), start + number * 0.17, 1 - side)
            put(right, fade(chirp.astype(np.float32), 0.012, 0.03), start + number * 0.17, side)
    return hall(wide(left, right), dice, 0.3, 0.6, high=6000)


def rain(dice: Generator) -> Wave:
    """Rain on asphalt and grass."""
    made = _two(dice, LOOP, 900, 5200, 1.2)
    made /= made.std()
    drops = wide(silence(LOOP), silence(LOOP))
    for at in _scatter(dice, LOOP, 260):
        hit = fade(band(noise(dice, 0.05), 1200, float(dice.uniform(2500, 7000))), 0.001, 0.005)
        put(drops[:, int(dice.integers(2))], hit, at, float(dice.uniform(0.4, 2)))
    return made * (0.85 + 0.25 * drift(dice, LOOP, 3.0))[:, None] + drops


def night(dice: Generator) -> Wave:
    """The house asleep: hum of the lamps, pipes, somebody who breathes."""
    made = _two(dice, LONG, 35, 150, 1.6)
    made /= made.std()
    for pitch, loud in ((60, 0.5), (120, 0.4), (180, 0.14), (300.1, 0.04)):
        made += tone(_whole(pitch, LONG), LONG)[:, None] * loud
    breath = (
        band(noise(dice, LONG), 240, 800) * np.clip(np.sin(2 * math.pi * moments(LONG) * 5 / LONG), 0, 1) ** 2
    )
    made += wide(breath * 0.9, breath * 0.4)
    pipes = silence(LONG)
    for at in _scatter(dice, LONG, 3):
        put(pipes, partials(410, 0.9, [(1, 1, 0.05), (2.3, 0.6, 0.04), (3.7, 0.3, 0.03)]), at, 0.7)
    return made + hall(wide(pipes * 0.4, pipes), dice, 0.4, 0.85)


def tension(dice: Generator) -> Wave:
    """A bed of unrest: a heart, and two low strings that rub."""
    beats = silence(LOOP)
    for second in range(12):
        put(beats, thud(dice, 46, 0.5, 0.07), second, 1.0)
        put(beats, thud(dice, 41, 0.5, 0.06), second + 0.28, 0.65)
    low = (
        tone(_whole(55, LOOP), LOOP)
        + tone(_whole(58.3, LOOP), LOOP) * 0.8
        + tone(_whole(110, LOOP), LOOP) * 0.3
    )
    swell = 0.4 + 0.6 * drift(dice, LOOP, 4.0)
    return hall(wide(beats + low * swell * 0.22, beats + low[::-1] * swell * 0.22), dice, 0.2, 0.3, low=30)

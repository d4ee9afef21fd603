"""What sounds are made of: noise in bands, tones, envelopes, echoes. Arrays of samples, −1 to 1.

Everything that depends on a stretch of time as a whole (filters, echoes) goes around in a circle: what would ring on
behind the end is heard at the beginning. So a loop has no seam, and a single sound is given silence to ring out in.
"""

import math
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

RATE = 32_000
"""Samples a second."""
HALVINGS = 13
"""How often something falls by half until it can't be heard any more."""
Wave = NDArray[np.float32]
"""One channel: (samples,); two: (samples, 2)."""


def samples(seconds: float) -> int:
    """How many samples a stretch of time has."""
    return max(1, round(seconds * RATE))


def silence(seconds: float) -> Wave:
    """Nothing, for so long."""
    return np.zeros(samples(seconds), np.float32)


def moments(seconds: float) -> Wave:
    """The time of each sample, in seconds."""
    made: Wave = (np.arange(samples(seconds)) / RATE).astype(np.float32)
    return made


def noise(dice: Generator, seconds: float) -> Wave:
    """White noise."""
    made: Wave = dice.standard_normal(samples(seconds), dtype=np.float32)
    return made


def passage(count: int, low: float, high: float, steep: float = 2.0) -> Wave:
    """How much of each frequency of `count` samples lies between two of them, in hertz.

    `steep`: how fast the rest fades, in powers of frequency.
    """
    pitch = np.fft.rfftfreq(count, 1 / RATE) + 1e-3
    gain = 1 / np.sqrt((1 + (low / pitch) ** (2 * steep)) * (1 + (pitch / high) ** (2 * steep)))
    made: Wave = gain.astype(np.float32)
    return made


def band(wave: Wave, low: float, high: float, steep: float = 2.0) -> Wave:
    """What lies between two frequencies."""
    spectrum = np.fft.rfft(wave) * passage(len(wave), low, high, steep)
    made: Wave = np.fft.irfft(spectrum, len(wave)).astype(np.float32)
    return made


def drift(dice: Generator, seconds: float, period: float) -> Wave:
    """A value that wanders between 0 and 1, about once a `period` of seconds, and ends where it began."""
    count = max(2, round(seconds / period))
    knots = dice.random(count)
    places = np.linspace(0, count, samples(seconds), endpoint=False)
    left = places.astype(int)
    share = (1 - np.cos((places - left) * math.pi)) / 2
    made: Wave = (knots[left % count] * (1 - share) + knots[(left + 1) % count] * share).astype(np.float32)
    return made


def fade(wave: Wave, attack: float, half: float) -> Wave:
    """`wave` that rises for `attack` seconds and falls by half every `half` seconds."""
    t = moments(len(wave) / RATE)[: len(wave)]
    rise = np.minimum(1.0, t / max(attack, 1e-4))
    made: Wave = (wave * rise * np.exp2(-t / np.float32(half))).astype(np.float32)
    return made


def close(wave: Wave, seconds: float = 0.02) -> Wave:
    """`wave` that begins and ends in silence."""
    count = min(len(wave) // 2, samples(seconds))
    ramp = np.linspace(0, 1, count, dtype=np.float32)
    made = wave.copy()
    shape = (count,) + (1,) * (wave.ndim - 1)
    made[:count] *= np.minimum(1, ramp * 6).reshape(shape)
    made[-count:] *= ramp[::-1].reshape(shape)
    return made


def tone(pitch: float, seconds: float, phase: float = 0.0) -> Wave:
    """A pure tone."""
    turns = np.arange(samples(seconds)) * (pitch / RATE) + phase
    turns -= np.floor(turns)
    made: Wave = np.sin(np.float32(2 * math.pi) * turns.astype(np.float32))
    return made


def partials(
    pitch: float, seconds: float, parts: Iterable[tuple[float, float, float]], attack: float = 0.003
) -> Wave:
    """Tones above one another: each a multiple of `pitch`, how loud, and the seconds in which it falls by half."""
    made = silence(seconds)
    for number, (multiple, loud, half) in enumerate(parts):
        if pitch * multiple < RATE * 0.45:
            heard = min(seconds, half * HALVINGS)
            one = fade(tone(pitch * multiple, heard, number * 0.37), attack, half)
            made[: len(one)] += one[: len(made)] * np.float32(loud)
    return made


def put(into: Wave, wave: Wave, at: float, loud: float = 1.0) -> None:
    """Add `wave` into another, from second `at` on; what stands over the end comes at the beginning."""
    start, whole = samples(at) % len(into), len(into)
    wave = wave[:whole]
    first = min(len(wave), whole - start)
    into[start : start + first] += wave[:first] * loud
    if first < len(wave):
        into[: len(wave) - first] += wave[first:] * loud


def hall(wave: Wave, dice: Generator, half: float, wet: float, low: float = 120, high: float = 3200) -> Wave:
    """`wave` in a room, on two channels: echoes fall by half every `half` seconds; `wet` is their share, 0 to 1."""
    tail = min(len(wave) / RATE, half * 10)
    dry = wave if wave.ndim == 2 else np.stack([wave, wave], axis=1)
    made = dry * (1 - wet)
    for side in range(2):
        answer = np.zeros(len(dry), np.float32)
        ring = fade(noise(dice, tail), 0.012, half)
        answer[: len(ring)] = ring[: len(answer)]
        answer = band(answer, low, high)
        answer /= max(1e-6, float(np.sqrt((answer**2).sum())))
        heard = np.fft.irfft(np.fft.rfft(dry[:, side]) * np.fft.rfft(answer), len(dry))
        made[:, side] += heard.astype(np.float32) * wet
    room: Wave = made.astype(np.float32)
    return room


def wide(left: NDArray[np.floating], right: NDArray[np.floating]) -> Wave:
    """Two channels."""
    made: Wave = np.stack([left, right], axis=1).astype(np.float32)
    return made


def leveled(wave: Wave, loudness: float, peak: float = 0.85) -> Wave:
    """`wave` at a loudness (root of the mean square), its peaks rounded below `peak`, without any constant part."""
    wave = wave - wave.mean(axis=0)
    now = float(np.sqrt((wave**2).mean()))
    scaled = wave * (loudness / max(now, 1e-6))
    made: Wave = (np.tanh(scaled / peak) * peak).astype(np.float32)
    return made


def struck(dice: Generator, pitch: float, seconds: float, half: float, count: int = 9) -> Wave:
    """A piece of metal that was struck: tones that have nothing to do with one another, and the blow itself."""
    made = silence(seconds)
    for number in range(count):
        multiple = (1 + number * 0.83) * float(dice.uniform(0.86, 1.18))
        ring = half * float(dice.uniform(0.5, 1.4)) / (1 + number * 0.22)
        made += partials(pitch * multiple, seconds, [(1.0, 1.0 / (1 + number * 0.55), ring)], 0.001)
    blow = fade(band(noise(dice, seconds), pitch, 5200), 0.001, 0.012)
    return made * 0.3 + blow * 1.4


def thud(dice: Generator, pitch: float, seconds: float, half: float) -> Wave:
    """Something heavy against something solid."""
    t = moments(seconds)
    sweep = np.sin(2 * math.pi * pitch * (t + 0.02 * (1 - np.exp(-t * 40)))).astype(np.float32)
    return fade(sweep, 0.002, half) + fade(band(noise(dice, seconds), 60, pitch * 6), 0.001, half / 3) * 0.5


@lru_cache(maxsize=64)
def key(pitch: float, seconds: float) -> Wave:
    """A key of a felted piano: strings a little out of tune with their own harmonics, and with one another."""
    made, stiff = silence(seconds), 0.00045
    bright = min(1.0, 320 / pitch)
    for number in range(1, 10):
        multiple = number * math.sqrt(1 + stiff * number * number)
        strong = bright ** (number - 1) * 0.62 ** (number - 1) if number > 1 else 1.0
        half = 1.25 * (220 / pitch) ** 0.4 / number**0.75
        made += partials(
            pitch * multiple, seconds, [(1.0, strong, half), (1.0012, strong * 0.6, half)], 0.008
        )
    felt = np.random.default_rng(round(pitch * 7))
    knock = fade(band(noise(felt, seconds), 90, 500), 0.002, 0.03)
    whole: Wave = (made + knock * 0.22).astype(np.float32)
    return whole


def bell(pitch: float, seconds: float, loud: float = 1.0) -> Wave:
    """A bell: hum, prime, minor third, fifth, octave, and above."""
    parts = [
        (0.5, 0.5, 1.6),
        (1, 1, 1.1),
        (1.19, 0.55, 0.9),
        (1.5, 0.35, 0.6),
        (2, 0.6, 0.7),
        (2.74, 0.25, 0.3),
    ]
    return partials(pitch, seconds, [*parts, (4.1, 0.12, 0.15)], 0.002) * loud

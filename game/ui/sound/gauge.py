"""Measures sounds, for ears that are not there: `python -m game.ui.sound.gauge` prints every sound and some mixes.

Loudness is that of the loudest tenth of a second, weighted as the ear hears it (A-weighting, IEC 61672), in decibels
below full scale. So a short clank and a long murmur can be put side by side.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.ui.sound.catalogue import RECIPES, synthesize
from game.ui.sound.hearing import Earshot, mix_of
from game.ui.sound.mixer import curve
from game.ui.sound.synth import RATE

Floats = NDArray[np.floating]
WINDOW = 0.1
"""Seconds over which something has to be loud to be heard as loud."""
SILENCE = -120.0
"""Decibels that count as nothing."""
PLACES: dict[str, Earshot] = {
    "night": Earshot(hour=2, people=2, zoom=1.0),
    "morning": Earshot(hour=7, people=40, walking=12, crowd_by_kind={"commons": 40}),
    "noon": Earshot(hour=12, people=120, walking=10, crowd_by_kind={"canteen": 110}),
    "workshop": Earshot(hour=10, people=14, walking=2, crowd_by_kind={"workshop": 12}),
    "yard": Earshot(hour=15, people=60, walking=8, outdoors=1.0),
    "rain": Earshot(hour=17, people=20, walking=6, outdoors=1.0, rain=1.0),
    "visits": Earshot(hour=14, people=20, walking=1, crowd_by_kind={"visiting": 16}),
    "unrest": Earshot(hour=20, people=160, walking=30, tension=95, crowd_by_kind={"canteen": 60, "gym": 20}),
}
"""Some hours and places that a player will hear, the fullest among them."""


class Figures(NamedTuple):
    """What there is to say of a sound in numbers."""

    peak: float
    rms: float
    loudness: float
    """Decibels, of the loudest tenth of a second."""
    constant: float
    """The mean of the samples: should be next to nothing."""
    centroid: float
    """The middle of its power, in hertz."""
    flatness: float
    """0: a pure tone; 1: white noise. Between 100 and 10,000 Hz."""


@cache
def rendered(name: str) -> Floats:
    """A sound as it is played, −1 to 1; (samples, 2)."""
    return synthesize(name) / 32767.0


def mixed(mix: Mapping[str, float], seconds: float = 20.0) -> Floats:
    """The loops of a mix together, before the volumes that the player sets."""
    made = np.zeros((round(seconds * RATE), 2))
    for name, level in mix.items():
        loop = rendered(name)
        made += np.resize(loop, made.shape) * curve(level)
    return made


def figures(wave: Floats) -> Figures:
    """Measure a sound, or a mix."""
    power = np.abs(np.fft.rfft(wave.mean(axis=1))) ** 2
    pitch = np.fft.rfftfreq(len(wave), 1 / RATE)
    return Figures(
        float(np.abs(wave).max()),
        float(np.sqrt((wave**2).mean())),
        loudness(wave),
        float(np.abs(wave.mean(axis=0)).max()),
        float((power * pitch).sum() / max(1e-12, power.sum())),
        flatness(power, pitch),
    )


def loudness(wave: Floats) -> float:
    """Decibels of the loudest tenth of a second, as the ear weighs it."""
    weight = a_weight(np.fft.rfftfreq(len(wave), 1 / RATE))[:, None]
    heard = np.fft.irfft(np.fft.rfft(wave, axis=0) * weight, len(wave), axis=0)
    count = max(1, round(WINDOW * RATE))
    energy = np.convolve(
        (heard**2).mean(axis=1), np.ones(count) / count, "valid" if len(wave) > count else "same"
    )
    return decibels(float(np.sqrt(max(0.0, energy.max()))))


def decibels(share: float) -> float:
    """A share of full scale in decibels."""
    return max(SILENCE, 20 * float(np.log10(max(share, 1e-9))))


def a_weight(pitch: Floats) -> Floats:
    """How well the ear hears frequencies, 1 at 1,000 Hz (IEC 61672-1, annex E)."""
    f = pitch**2
    gain = 12194**2 * f**2 / ((f + 20.6**2) * np.sqrt((f + 107.7**2) * (f + 737.9**2)) * (f + 12194**2))
    found: Floats = gain * 1.2589
    return found


def flatness(power: Floats, pitch: Floats) -> float:
    """How evenly power is spread over pitch: the geometric mean over the mean, in bands of a twelfth of an octave."""
    bands = np.floor(12 * np.log2(np.maximum(pitch, 1e-9) / 100)).astype(int)
    within = (bands >= 0) & (bands < 80)
    count = np.bincount(bands[within], minlength=80)
    sums = np.bincount(bands[within], power[within], 80)[count > 0] / count[count > 0] + 1e-18
    return float(np.exp(np.log(sums).mean()) / sums.mean())


def seam(wave: Floats) -> float:
    """The step from a loop's end to its beginning, over its steepest step in a thousand; 1 and less is not heard."""
    steps = np.abs(np.diff(wave, axis=0))
    usual = np.quantile(steps, 0.999, axis=0) + 1e-4
    return float((np.abs(wave[0] - wave[-1]) / usual).max())


def steepest(wave: Floats) -> float:
    """The largest step between two samples, as a share of full scale."""
    return float(np.abs(np.diff(wave, axis=0)).max())


def share_between(wave: Floats, low: float, high: float) -> float:
    """Which share of its power lies between two frequencies."""
    power = np.abs(np.fft.rfft(wave.mean(axis=1))) ** 2
    pitch = np.fft.rfftfreq(len(wave), 1 / RATE)
    return float(power[(pitch >= low) & (pitch < high)].sum() / max(1e-12, power.sum()))


def partials_of(wave: Floats, count: int = 6, low: float = 80.0) -> list[float]:
    """The strongest tones in it, in hertz, the lowest first."""
    power = np.abs(np.fft.rfft(wave.mean(axis=1))) ** 2
    pitch = np.fft.rfftfreq(len(wave), 1 / RATE)
    power = np.where(pitch >= low, power, 0.0)
    found: list[float] = []
    for row in np.argsort(power)[::-1][:4000].tolist():
        if all(abs(pitch[row] / other - 1) > 0.06 for other in found):
            found.append(float(pitch[row]))
        if len(found) == count:
            break
    return sorted(found)


def _print(rows: Mapping[str, Callable[[], Floats]]) -> None:
    for name, make in rows.items():
        f = figures(make())
        print(
            f"{name:13} peak {f.peak:5.3f}  rms {f.rms:6.4f}  {f.loudness:6.1f} dB  "
            f"dc {f.constant:8.5f}  {f.centroid:6.0f} Hz  flat {f.flatness:5.3f}"
        )


if __name__ == "__main__":
    _print({name: lambda name=name: rendered(name) for name in RECIPES})  # type: ignore[misc]
    _print({name: lambda near=near: mixed(mix_of(near)) for name, near in PLACES.items()})  # type: ignore[misc]

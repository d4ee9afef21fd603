"""Chance, the same on every machine: uniform numbers from PCG64's raw words, and nothing else.

numpy guarantees the raw stream of a bit generator for good, but no distribution across versions; so the few
distributions the prison needs are written here.
"""

import zlib
from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
_UNIT = 2.0**-53
_STATE_WORDS = 4


class Dice:
    """One stream of chance, named; streams of different names don't disturb each other."""

    def __init__(self, seed: int, name: str) -> None:
        self._bits = np.random.PCG64(np.random.SeedSequence([seed, zlib.crc32(name.encode())]))

    def uniform(self) -> float:
        """Draw a number in [0, 1)."""
        return (self._bits.random_raw() >> 11) * _UNIT

    def uniforms(self, n: int) -> NDArray[np.float64]:
        """Draw `n` numbers in [0, 1)."""
        drawn: NDArray[np.float64] = (self._bits.random_raw(n) >> np.uint64(11)) * np.float64(_UNIT)
        return drawn

    def below(self, n: int) -> int:
        """Draw a whole number in [0, n)."""
        return ((self._bits.random_raw() >> 32) * n) >> 32

    def belows(self, n: int, size: int) -> NDArray[np.int64]:
        """Draw `size` whole numbers in [0, n)."""
        words = (self._bits.random_raw(size) >> np.uint64(32)) * np.uint64(n)
        return (words >> np.uint64(32)).astype(np.int64)

    def between(self, low: float, high: float) -> float:
        """Draw a number in [low, high)."""
        return low + (high - low) * self.uniform()

    def pick(self, things: Sequence[T]) -> T:
        """Draw one of `things`."""
        return things[self.below(len(things))]

    def weighted(self, things: Sequence[T], weights: Sequence[float]) -> T:
        """Draw one of `things`, each as likely as its weight."""
        total = 0.0
        for weight in weights:
            total += weight
        mark = self.uniform() * total
        for thing, weight in zip(things, weights, strict=True):
            mark -= weight
            if mark < 0:
                return thing
        return things[-1]

    def shuffle(self, things: list[T]) -> None:
        """Put `things` in a random order, in place."""
        for i in range(len(things) - 1, 0, -1):
            j = self.below(i + 1)
            things[i], things[j] = things[j], things[i]

    def bell(self, n: int) -> NDArray[np.float64]:
        """Draw `n` numbers around 0 with a deviation of 1: twelve uniforms summed (Irwin–Hall), no logarithms."""
        words = self.uniforms(12 * n).reshape(12, n)
        total = words[0].copy()
        for row in words[1:]:
            total += row
        centred: NDArray[np.float64] = total - 6.0
        return centred

    def freeze(self) -> list[int]:
        """Return the state as four words of 64 bits."""
        inner = self._bits.state["state"]
        state, increment = int(inner["state"]), int(inner["inc"])
        low = (1 << 64) - 1
        return [state >> 64, state & low, increment >> 64, increment & low]

    def thaw(self, words: Sequence[int]) -> None:
        """Take up a state that `freeze` gave."""
        if len(words) != _STATE_WORDS:
            raise ValueError(f"dice have {_STATE_WORDS} words of state, not {len(words)}")
        state: Any = {"state": (words[0] << 64) | words[1], "inc": (words[2] << 64) | words[3]}
        self._bits.state = {"bit_generator": "PCG64", "state": state, "has_uint32": 0, "uinteger": 0}

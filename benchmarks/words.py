"""The prison's dice for plain Python: the same numbers in the same order, drawn ahead and handed out one by one."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from game.sim.engine.dice import Dice

_AHEAD = 2048
_UNIT = 2.0**-53


class Words:
    """Goes on where a stream of the world's dice is now. `word()` is the raw 64 bits that all draws are made of."""

    def __init__(self, dice: Dice) -> None:
        bits = Dice(0, "copy")
        bits.thaw(dice.freeze())
        raw: Callable[[], list[int]] = partial(_ahead, bits)
        words: Iterator[int] = chain.from_iterable(iter(raw, []))
        self.word = words.__next__

    def uniform(self) -> float:
        """Draw a number in [0, 1)."""
        return (self.word() >> 11) * _UNIT

    def below(self, n: int) -> int:
        """Draw a whole number in [0, n)."""
        return ((self.word() >> 32) * n) >> 32


def _ahead(dice: Dice) -> list[int]:
    words: list[int] = dice._bits.random_raw(_AHEAD).tolist()
    return words

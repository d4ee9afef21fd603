"""Rows that are only ever added: sealed, immutable blocks that all forks of a world share, and an open end."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

SMALL_BLOCK_ROWS = 1024
FULL_BLOCK_ROWS = 8192


class Log:
    """A growing table of one structured dtype. Row numbers count from 0 and never change."""

    def __init__(self, dtype: np.dtype[Any], blocks: tuple[NDArray[Any], ...] = ()) -> None:
        self.dtype = dtype
        self._blocks: list[NDArray[Any]] = [block for block in blocks if len(block)]
        self._ends: list[int] = []
        total = 0
        for block in self._blocks:
            total += len(block)
            self._ends.append(total)
        self._open: list[tuple[Any, ...]] = []

    def __len__(self) -> int:
        return self._sealed + len(self._open)

    @property
    def _sealed(self) -> int:
        return self._ends[-1] if self._ends else 0

    def append(self, *row: Any) -> int:
        """Add a row, values in the dtype's order; return its number."""
        self._open.append(row)
        number = self._sealed + len(self._open) - 1
        if len(self._open) >= FULL_BLOCK_ROWS:
            self.seal()
        return number

    def __getitem__(self, number: int) -> tuple[Any, ...]:
        """Return a row as plain Python values."""
        if not 0 <= number < len(self):
            raise IndexError(f"row {number} of a log of {len(self)}")
        if number >= self._sealed:
            return self._open[number - self._sealed]
        block = bisect_right(self._ends, number)
        start = self._ends[block] - len(self._blocks[block])
        row: tuple[Any, ...] = self._blocks[block][number - start].item()
        return row

    def since(self, number: int) -> Iterator[tuple[Any, ...]]:
        """Yield the rows from `number` on."""
        for i in range(max(0, number), len(self)):
            yield self[i]

    def column(self, name: str) -> NDArray[Any]:
        """Return one column over all rows, as a fresh array."""
        position = (self.dtype.names or ()).index(name)
        parts = [block[name] for block in self._blocks]
        parts.append(np.array([row[position] for row in self._open], self.dtype[name]))
        return np.concatenate(parts)

    def seal(self) -> tuple[NDArray[Any], ...]:
        """Close the open end into an immutable block; return all blocks. Small neighbours are joined."""
        if self._open:
            block = np.array(self._open, self.dtype)
            if self._blocks and len(self._blocks[-1]) < SMALL_BLOCK_ROWS:
                block = np.concatenate([self._blocks.pop(), block])
                self._ends.pop()
            block.flags.writeable = False
            self._ends.append(self._sealed + len(block))
            self._blocks.append(block)
            self._open = []
        return tuple(self._blocks)

    def rows(self) -> NDArray[Any]:
        """Return all rows as one array; independent of how they are parted into blocks."""
        blocks = self.seal()
        return np.concatenate(blocks) if blocks else np.zeros(0, self.dtype)

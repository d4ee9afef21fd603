"""People in the window as they were drawn: in columns, so that thousands cost little."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pygame
from numpy.typing import NDArray

OPAQUE = 110
"""Alpha from which a point of a picture belongs to the person."""
REACH = 4
"""Tiles around a point in which the pictures of those lie who may be under it."""

Ints = NDArray[np.int64]


class Body(NamedTuple):
    """One of them, from which `pick` finds him and marks know where he is."""

    id: int
    foot: int
    picture: pygame.Surface
    at: tuple[int, int]
    row: int
    sign: int
    lies: bool


@dataclass(frozen=True, slots=True, eq=False)
class Bodies:
    """All of them, from north to south."""

    ids: Ints
    feet: Ints
    pictures: list[pygame.Surface]
    left: Ints
    top: Ints
    rows: Ints
    """In the scene."""
    signs: Ints
    lies: NDArray[np.bool_]
    tile: int

    def one(self, index: int) -> Body:
        """One of them, by his place in the order."""
        at = int(self.left[index]), int(self.top[index])
        foot, row, sign = int(self.feet[index]), int(self.rows[index]), int(self.signs[index])
        return Body(int(self.ids[index]), foot, self.pictures[index], at, row, sign, bool(self.lies[index]))

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Body]:
        return map(self.one, range(len(self)))

    def marked(self, people: Collection[int]) -> list[Body]:
        """Who has a sign over his head or is one of these people."""
        wanted = (self.signs != 0) | np.isin(self.ids, np.fromiter(people, np.int64, len(people)))
        return [self.one(index) for index in wanted.nonzero()[0].tolist()]

    def pick(self, x: int, y: int, slack: int) -> int:
        """The person drawn at a point, the foremost first; else who stands within `slack` pixels; else 0."""
        reach = REACH * self.tile + slack
        close = (np.abs(self.left - x) < reach) & (np.abs(self.top - y) < reach)
        near = [self.one(index) for index in close.nonzero()[0].tolist()]
        for body in reversed(near):
            px, py = x - body.at[0], y - body.at[1]
            inside = 0 <= px < body.picture.get_width() and 0 <= py < body.picture.get_height()
            if inside and body.picture.get_at((px, py)).a > OPAQUE:
                return body.id
        best, found = slack * slack + 1, 0
        for body in near:
            wide, high = body.picture.get_size()
            apart = (body.at[0] + wide // 2 - x) ** 2 + (body.foot - high // 3 - y) ** 2
            if apart < best:
                best, found = apart, body.id
        return found


def nobody(tile: int) -> Bodies:
    """An empty window."""
    none = np.zeros(0, np.int64)
    return Bodies(none, none, [], none, none, none, none, none.astype(bool), tile)

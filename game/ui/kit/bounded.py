"""A memory that forgets what was not used for longest."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Bounded(Generic[V]):
    """Values by key, at most `room` units of weight; the longest unused goes first."""

    def __init__(self, room: int, weigh: Callable[[V], int] = lambda _value: 1) -> None:
        self._room = room
        self._weigh = weigh
        self._kept: OrderedDict[Hashable, V] = OrderedDict()
        self.weight = 0

    def __len__(self) -> int:
        return len(self._kept)

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """The value of `key`, made when it isn't there."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        value = make()
        self._kept[key] = value
        self.weight += self._weigh(value)
        while self.weight > self._room and len(self._kept) > 1:
            self.weight -= self._weigh(self._kept.popitem(last=False)[1])
        return value

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self.weight = 0

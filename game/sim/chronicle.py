"""Everything that happened, and why: events as rows, causes as edges between them."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.log import Log
from game.sim.events import Cause, Event, Kind, Role

EVENT = np.dtype(
    [
        ("tick", "<i8"),
        ("kind", "<i4"),
        ("who", "<i4"),
        ("whom", "<i4"),
        ("place", "<i4"),
        ("item", "<i4"),
        ("amount", "<f8"),
        ("detail", "<i8"),
    ]
)
EDGE = np.dtype([("event", "<i8"), ("cause", "<i8"), ("weight", "<f8"), ("role", "<i4")])


class Chronicle:
    """The true course of the prison. Event ids count from 1; a cause is always older than its effect."""

    def __init__(self, events: Log | None = None, edges: Log | None = None) -> None:
        self.events = events or Log(EVENT)
        self.edges = edges or Log(EDGE)
        self._edges_of: dict[int, list[int]] = {}
        self._indexed = 0

    def __len__(self) -> int:
        return len(self.events)

    def emit(
        self,
        tick: int,
        kind: Kind,
        who: int = 0,
        whom: int = 0,
        place: int = 0,
        item: int = 0,
        amount: float = 0.0,
        detail: int = 0,
        because: Iterable[Cause] = (),
    ) -> int:
        """Write an event down with its causes; return its id."""
        event = self.events.append(tick, int(kind), who, whom, place, item, float(amount), detail) + 1
        for cause in because:
            if cause.event:
                if not 0 < cause.event < event:
                    raise ValueError(f"event {event} can't be caused by {cause.event}: causes come first")
                self.edges.append(event, cause.event, float(cause.weight), int(cause.role))
        return event

    def event(self, id: int) -> Event:
        """Return an event by its id."""
        tick, kind, *rest = self.events[id - 1]
        return Event(id, tick, Kind(kind), *rest)

    def since(self, id: int) -> Iterator[Event]:
        """Yield the events after `id`."""
        for number in range(id, len(self.events)):
            yield self.event(number + 1)

    def causes(self, id: int) -> list[Cause]:
        """Return what made an event happen, weightiest first."""
        self._index()
        rows = [self.edges[i] for i in self._edges_of.get(id, ())]
        causes = [Cause(cause, weight, Role(role)) for _, cause, weight, role in rows]
        return sorted(causes, key=lambda cause: (-cause.weight, cause.event))

    def _index(self) -> None:
        for number in range(self._indexed, len(self.edges)):
            self._edges_of.setdefault(self.edges[number][0], []).append(number)
        self._indexed = len(self.edges)

    def count(self) -> dict[str, int]:
        """Return how often each kind happened."""
        numbers = np.bincount(self.events.column("kind"), minlength=len(Kind))
        return {kind.name: int(numbers[kind]) for kind in Kind if numbers[kind]}

    def freeze(self) -> tuple[tuple[NDArray[Any], ...], tuple[NDArray[Any], ...]]:
        """Seal both logs; the blocks may be shared, for nobody can write them any more."""
        return self.events.seal(), self.edges.seal()

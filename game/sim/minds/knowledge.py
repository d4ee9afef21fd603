"""Who knows what: facts learned of events, and people who saw them. Truth is the chronicle; this is belief."""

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.sim.chronicle import Chronicle
from game.sim.engine.log import Log
from game.sim.events import Kind
from game.sim.minds.noticing import LOUDNESS, UNSEEN

if TYPE_CHECKING:
    from game.sim.world import World

WARDEN = 0
"""The knower whom the player is."""
TRUTH = -1
"""A knower for debugging and for the report at the end: knows all."""

FIELDS = ("who", "whom", "place", "item", "amount", "detail")
ALL_KNOWN = (1 << len(FIELDS)) - 1
FACTS_KEPT = 20_000
"""Facts kept as read, of some hundred bytes each; beyond, they are read anew."""


class Source(IntEnum):
    """How something became known."""

    ORDER = 0
    """The office's own doing, or a matter of record."""
    STAFF = 1
    CAMERA = 2
    EYE = 3
    REPORT = 4
    TOLD = 5
    """An inmate said so."""
    FOUND = 6
    """It came to light in a search."""
    MEDIC = 7
    """The medics saw it."""
    OVERHEARD = 8
    """Somebody listened in: a visit watched, a call."""


LEARNED = np.dtype(
    [
        ("event", "<i8"),
        ("tick", "<i8"),
        ("source", "<i4"),
        ("informant", "<i4"),
        ("confidence", "<f8"),
        ("mask", "<i4"),
    ]
)
SEEN = np.dtype([("event", "<i8"), ("person", "<i4"), ("tiles", "<i4")])

_UNSPOKEN = (Kind.WorldBegan, Kind.KnownBefore, Kind.TraitNoted, Kind.BeatFired, Kind.TraitShown)
HIDDEN = frozenset((*_UNSPOKEN, *LOUDNESS, *UNSEEN))
"""Kinds that become known only by being seen, found or told; all others are matters of record."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of an event: when it was learned, how, from whom, how surely, and which fields of it."""

    event: int
    tick: int
    learned: int
    kind: str
    who: int
    whom: int
    place: int
    item: int
    amount: float
    detail: int
    known: frozenset[str]
    source: str
    informant: int
    confidence: float


def mask_of(*fields: str) -> int:
    """Return the bits of some fields."""
    bits = 0
    for field in fields:
        bits |= 1 << FIELDS.index(field)
    return bits


def _tells_more(new: tuple[Any, ...], held: tuple[Any, ...]) -> bool:
    """Tell whether a row of `learned` knows more of its event than another: more fields, or the same more surely."""
    fields, known = new[5].bit_count(), held[5].bit_count()
    return bool(fields > known or (fields == known and new[4] > held[4]))


class Knowledge:
    """What the warden learned of the past, in order of learning, and who saw what with his own eyes."""

    def __init__(
        self, past: Chronicle, learned: Log | None = None, seen: Log | None = None, noted: int = 0
    ) -> None:
        self.past = past
        self.learned = learned or Log(LEARNED)
        self.seen = seen or Log(SEEN)
        self.noted = noted
        """The last event looked at for matters of record."""
        self._facts: dict[int, Fact] = {}
        """Facts by row of `learned`, as read lately: neither the row nor the event ever changes."""
        self._row_of: dict[int, int] = {}
        self._indexed = 0

    def learn(
        self,
        tick: int,
        event: int,
        source: Source,
        informant: int = 0,
        confidence: float = 1.0,
        mask: int = ALL_KNOWN,
    ) -> None:
        """Note that the warden learns of an event."""
        self.learned.append(event, tick, int(source), informant, confidence, mask)

    def learn_all(self, world: "World", event: int) -> None:
        """Note that the warden knows an event wholly, by his own doing."""
        self.learn(world.tick, event, Source.ORDER)

    def note_new(self, world: "World") -> None:
        """Let all new matters of record become known; each is known once."""
        for event in world.chronicle.since(self.noted):
            if event.kind not in HIDDEN and not self.knows(event.id):
                self.learn(world.tick, event.id, Source.ORDER)
        self.noted = len(world.chronicle)

    def saw(self, event: int, person: int, tiles: int) -> None:
        """Note that a person saw an event from so many tiles away."""
        self.seen.append(event, person, tiles)

    def knows(self, event: int) -> bool:
        """Tell whether the warden has learned of an event."""
        return self._row(event) is not None

    def fact(self, event: int) -> Fact | None:
        """Return what the warden knows of an event, or None."""
        row = self._row(event)
        return None if row is None else self.fact_at(row)

    def fact_at(self, number: int) -> Fact:
        """Return what a row of `learned` says."""
        fact = self._facts.get(number)
        if fact is None:
            if len(self._facts) >= FACTS_KEPT:
                self._facts.clear()
            fact = self._facts[number] = self._read(*self.learned[number])
        return fact

    def truth(self, event: int) -> Fact:
        """Return all there is to know of an event."""
        happened = self.past.event(event)
        return self._read(event, happened.tick, int(Source.REPORT), 0, 1.0, ALL_KNOWN)

    def _read(self, id: int, learned: int, source: int, informant: int, confidence: float, mask: int) -> Fact:
        """Return an event as it is known by some bits of its fields; unknown fields are 0."""
        event = self.past.event(id)
        known = frozenset(field for i, field in enumerate(FIELDS) if mask >> i & 1)
        values = {field: getattr(event, field) if field in known else 0 for field in FIELDS}
        return Fact(
            event=event.id, tick=event.tick, learned=learned, kind=event.kind.name, known=known,
            source=Source(source).name.lower(), informant=informant, confidence=confidence, **values,
        )  # fmt: skip

    def witnesses(self, event: int) -> list[int]:
        """Return who saw an event with his own eyes."""
        rows: NDArray[Any] = self.seen.rows()
        found: list[int] = rows["person"][rows["event"] == event].tolist()
        return found

    def _row(self, event: int) -> int | None:
        for number in range(self._indexed, len(self.learned)):
            learned = self.learned[number][0]
            held = self._row_of.setdefault(learned, number)
            if _tells_more(self.learned[number], self.learned[held]):
                self._row_of[learned] = number
        self._indexed = len(self.learned)
        return self._row_of.get(event)

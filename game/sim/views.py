"""What the desk hands out: plain, frozen views. Needs and traits are satisfaction and degree, 0 to 100."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from game.sim.commands.base import Refusal
from game.sim.minds.knowledge import Fact
from game.sim.office import Effect, Text

Ints = NDArray[np.int64]


class Sign(IntEnum):
    """What is to be seen over a head."""

    NONE = 0
    TALK = 1
    QUARREL = 2
    PHONE = 3
    WAIT = 4
    EYE = 5
    ERRAND = 6
    FIGHT = 7
    HURT = 8
    ANGER = 9
    FEAR = 10
    SORROW = 11
    CRAVING = 12


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Everyone on the map, for drawing: one row a person, by id."""

    ids: Ints
    kind: Ints
    """Index in ROLES."""
    trail: NDArray[np.int64]
    """(n, 7) tiles: the start of the last tick, then its six sub-steps."""
    pose: Ints
    facing: Ints
    look: Ints
    sign: Ints
    faction: Ints
    age: Ints
    tray: NDArray[np.bool_] | None = None
    """Who carries a tray from the hatch to his place; None: nobody."""


@dataclass(frozen=True, slots=True, eq=False)
class Lookout:
    """What the office has to see with, by room id."""

    staff: Ints
    """Staff in the room, awake."""
    seen: NDArray[np.bool_]
    """Whether staff look into it, from there or through glass and bars."""
    camera: NDArray[np.bool_]
    """Whether it has a camera that somebody minds."""
    eye: NDArray[np.bool_]
    """Whether an eye of the office is on it, or on somebody there."""


@dataclass(frozen=True, slots=True)
class Listing:
    """People as a list shows them: one entry a person in each field, in the order asked for."""

    ids: tuple[int, ...]
    age: tuple[int, ...]
    wing: tuple[int, ...]
    room: tuple[int, ...]
    doing: tuple[str, ...]
    walking: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value as known: 0 to 100, how many minutes old, and from whom (0: the files; −1: nobody knows)."""

    key: str
    value: float
    age_minutes: int
    source: int
    confidence: float = 1.0
    """How sure that is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """A person as known. Sentences in days; −1 life, −2 death; 0 for staff."""

    id: int
    name: str
    number: str
    role: str
    age: int
    look: int
    faction: int
    crime: str
    sentence: int
    served_days: int
    remaining_days: int
    wing: int
    cell: int
    room: int
    doing: str
    walking: bool
    activity: str
    since: int
    needs: tuple[Estimate, ...]
    traits: tuple[Estimate, ...]
    post: int
    shift: int
    on_duty: bool
    job: int
    watched: bool
    present: bool
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WingView:
    """A wing as known."""

    id: int
    key: str
    name: str
    kind: str
    hours: tuple[str, ...]
    activity: str
    inmates: int
    capacity: int
    officers: int
    doors: int
    doors_locked: int
    locked_down: bool
    because: int


@dataclass(frozen=True, slots=True)
class RoomView:
    """A room as known."""

    id: int
    key: str
    name: str
    kind: str
    wing: int
    capacity: int
    people: tuple[int, ...]
    residents: tuple[int, ...]
    camera: bool
    watched: bool
    doors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DoorView:
    """A door as known; `order` 0: by regime, 1: locked by order, 2: open by order."""

    id: int
    rooms: tuple[int, int]
    locked: bool
    key: str
    order: int


@dataclass(frozen=True, slots=True)
class PostView:
    """A post: how many should be on it now, who is, and who is on the roster of it by shift."""

    id: int
    key: str
    name: str
    role: str
    rooms: tuple[int, ...]
    wanted: int
    staff: tuple[int, ...]
    roster: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    """One way to decide, and why it can't be taken, if so."""

    key: str
    text: Text
    hint: Text | None
    effects: tuple[Effect, ...]
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class DecisionView:
    """An open question."""

    id: int
    key: str
    title: Text
    text: Text
    options: tuple[OptionView, ...]
    asked: int
    deadline: int
    default: str
    place: int
    about: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EyeView:
    """A watch the office has set."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class MeasureView:
    """How a figure that an objective hangs on stands, as far as is known."""

    of: str
    """`need`, `debt` or `count`."""
    need: str
    value: float | None
    """0 to 100, packs, or how often; None: nobody knows."""
    sign: str
    bound: float


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """What the scenario asks of the warden; `state` is open, kept, failed or done."""

    key: str
    text: Text
    state: str
    because: int
    """The event that decided it, for "why?"; 0 while it is open."""
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """How the scenario ended."""

    key: str
    title: Text
    text: Text
    grade: str
    canon: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """An answer to "why?": an event as known (None: unknown), and what led to it."""

    event: int
    fact: Fact | None
    weight: float
    role: str
    children: tuple["Tree", ...]

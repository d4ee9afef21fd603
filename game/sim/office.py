"""Components that few have: the warden's office with its eyes, wings, open decisions, errands."""

from dataclasses import dataclass, field

from game.sim.engine.codec import component

EYES_A_DAY = 3
"""Watches the office can set a day (play.md: attention is the scarcest thing)."""


@component
@dataclass(slots=True)
class Eye:
    """A watch on a person or a room: what happens there is known at once."""

    kind: str
    """`person` or `room`."""
    id: int
    because: int
    """Event of the order."""


@component
@dataclass(slots=True)
class Office:
    """The warden's office: there is one."""

    eyes: list[Eye] = field(default_factory=list)
    set_today: int = 0


@component
@dataclass(slots=True)
class Wing:
    """The state of a wing; its id is the plan's."""

    id: int
    hours: list[str]
    """The regime: 24 activities."""
    activity: str = "free"
    since: int = 0
    locked_down: bool = False
    because: int = 0
    """Event that brought the present state."""


@component
@dataclass(frozen=True, slots=True)
class Text:
    """A message by its key, with people, rooms or numbers for its placeholders. No system writes prose."""

    key: str
    args: dict[str, int] = field(default_factory=dict)


@component
@dataclass(frozen=True, slots=True)
class Effect:
    """What an option is said to do: an icon, a word and a tone; `?` in `tone` where nobody knows."""

    icon: str
    text: Text
    tone: str = "info"


@component
@dataclass(frozen=True, slots=True)
class Option:
    """One way to decide."""

    key: str
    text: Text
    hint: Text | None = None
    effects: tuple[Effect, ...] = ()


@component
@dataclass(slots=True)
class Decision:
    """A question to the warden. The prison never waits: at the deadline the default is taken."""

    id: int
    key: str
    title: Text
    text: Text
    options: tuple[Option, ...]
    asked: int
    """Tick."""
    deadline: int
    """Tick."""
    default: str
    place: int = 0
    about: tuple[int, ...] = ()
    because: int = 0
    """Event `Asked`."""
    chosen: str = ""
    answer: int = 0
    """Event `Decided`."""


@component
@dataclass(frozen=True, slots=True)
class Message:
    """Something the warden was told; the event `Said` names it by its id."""

    id: int
    event: int
    text: Text


@component
@dataclass(slots=True)
class Send:
    """An order to a person to be somewhere; ends when he has been there for its time."""

    person: int
    room: int
    until: int
    because: int
    reached: bool = False


@component
@dataclass(frozen=True, slots=True)
class Key:
    """What an entity is, in ids of our own: a space such as `person` and a number in it."""

    space: str
    id: int

"""Things that matter: each is one row with one holder or hiding place, and a history in the chronicle.

Nothing comes from nowhere: an item is made by an event (brought in, made), and ends by one (used, seized).
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from game.sim.engine.columns import Column, Columns
from game.sim.house.ground import Ints

if TYPE_CHECKING:
    from game.sim.world import World


class Items(Columns):
    """A thing that matters: who has it or where it lies, and what it goes back to (`items.py`)."""

    thing = Column("i8")
    """Index in THINGS."""
    person = Column("i8")
    """Who carries it; 0: nobody."""
    room = Column("i8")
    """Where it is hidden; 0: nowhere."""
    owner = Column("i8")
    """Whose it is, while it is hidden or carried."""
    fate = Column("i8")
    """One of `Fate`."""
    made = Column("i8")
    """Event that brought it into the prison."""
    because = Column("i8")
    """The last event of its history."""


class Fate(IntEnum):
    """What became of an item."""

    THERE = 0
    USED = 1
    SEIZED = 2
    OUTSIDE = 3
    """Not in the prison: a visitor still has it, or has taken it away again."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A kind of item."""

    key: str
    price_packs: float
    """What it goes for inside in quiet times, in packs of cigarettes; 0: not for sale."""
    bulk: float
    """How easily a search finds it, 0 to 1."""
    harm: float = 0.0
    """How much worse a blow is with it: added to the severity of a wound, 0 to 1."""
    weapon: bool = False


THINGS: tuple[Thing, ...] = (
    Thing("heroin", 4.0, 0.25),
    Thing("shank", 6.0, 0.5, 0.35, True),
    Thing("padlock", 0.0, 0.6, 0.2, True),
    Thing("letter", 0.0, 0.0),
)  # fmt: skip
"""All kinds; `Items.thing` is an index: new ones go to the end. One of heroin is one dose."""

THING = {thing.key: i for i, thing in enumerate(THINGS)}


def make_item(world: "World", key: str, because: int, person: int = 0, room: int = 0, owner: int = 0) -> int:
    """Bring an item into the world, carried by a person or lying in a room; return its id."""
    id = int(world.items.add()[0])
    item = world.one(id, Items)
    item.thing, item.person, item.room = THING[key], person, room
    item.owner, item.made, item.because = owner or person, because, because
    return id


def give_item(world: "World", id: int, person: int, because: int) -> None:
    """Let an item change hands: it is now carried by, and belongs to, a person."""
    item = world.one(id, Items)
    item.person, item.room, item.owner, item.because, item.fate = person, 0, person, because, Fate.THERE


def hide_item(world: "World", id: int, room: int, because: int) -> None:
    """Let whoever carries an item hide it in a room; it stays his."""
    item = world.one(id, Items)
    item.person, item.room, item.because = 0, room, because


def end_item(world: "World", id: int, fate: Fate, because: int) -> None:
    """Let an item be used up or seized: nobody has it any more, its history stays."""
    item = world.one(id, Items)
    item.person = item.room = item.owner = 0
    item.fate, item.because = fate, because


def items_of(world: "World", person: int, key: str = "") -> list[int]:
    """Return the ids of what somebody carries, of one kind or all."""
    return _where(world, "person", person, key)


def items_in(world: "World", room: int, key: str = "") -> list[int]:
    """Return the ids of what is hidden in a room, of one kind or all."""
    return _where(world, "room", room, key)


def owned_by(world: "World", person: int, key: str = "") -> list[int]:
    """Return the ids of what is somebody's, carried or hidden, of one kind or all."""
    return _where(world, "owner", person, key)


def _where(world: "World", column: str, value: int, key: str) -> list[int]:
    items = world.everyone(Items)
    fits: Ints = (getattr(items, column) == value) & (items.fate == Fate.THERE)
    if key:
        fits = fits & (items.thing == THING[key])
    found: list[int] = world.items.ids[fits].tolist() if value else []
    return found

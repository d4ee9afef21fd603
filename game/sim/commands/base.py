"""What an order is: data that says why it can't be given, and what follows when it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar, TypeVar

from game.sim.engine.codec import component

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World


class Authority(IntEnum):
    """On whose word an order is given."""

    WARDEN = 0
    GOVERNOR = 1
    STORY = 2
    """A scenario's effects: derived from the files, never recorded for the replay."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an order can't be given: the key of a message and what fills it."""

    reason: str
    args: dict[str, int] = field(default_factory=dict)


class Command:
    """Base of all orders; each is a frozen dataclass.

    `refuse` rests on what the giver knows, and guards both the button and the deed. `apply` gives orders to
    people and to machines; it never performs a person's deed. `cause` is the event `Ordered`, 0 when the
    command is not `noted`.
    """

    authorities: ClassVar[tuple[Authority, ...]] = tuple(Authority)
    noted: ClassVar[bool] = True

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Say why this can't be ordered, or None."""
        return None

    def apply(self, world: "World", cause: int) -> None:
        """Carry the order out."""
        raise NotImplementedError

    def about(self) -> dict[str, int]:
        """Return the fields of the event `Ordered`: `who`, `whom`, `place`."""
        return {}


_CODES: dict[type[Command], int] = {}
C = TypeVar("C", bound=type[Command])


def command(code: int) -> Callable[[C], C]:
    """Register a command class under a number that saves keep for good."""

    def register(cls: C) -> C:
        if code in _CODES.values():
            raise TypeError(f"two commands have the number {code}")
        _CODES[cls] = code
        component(cls)
        return cls

    return register


def code_of(command: Command) -> int:
    """Return the number of a command's class."""
    return _CODES[type(command)]


def command_named(code: int) -> str:
    """Return the name of the command class with that number."""
    return next(cls.__name__ for cls, number in _CODES.items() if number == code)


@dataclass(frozen=True, slots=True)
class OrderGiven:
    """An order as it was given: with the scenario and the seed, these are the replay."""

    tick: int
    number: int
    by: Authority
    command: Command

"""What a screen asks for next. The app carries it out; a screen knows no other screen's life."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pygame import Surface
from pygame.event import Event

from game.ui.kit import Ui


class Screen(Protocol):
    """Something that fills the window."""

    @property
    def ui(self) -> Ui:
        """The kit it is drawn with."""

    def frame(self, surface: Surface, events: Iterable[Event], now: float, seconds: float) -> Step | None:
        """Take a frame's events and draw; returns what is to come next, None while this screen stays."""

    def enter(self) -> None:
        """Be on top, for the first time or again."""

    def leave(self) -> None:
        """Be gone for good."""


@dataclass(frozen=True, slots=True)
class Launch:
    """A game to be loaded: a scenario at its beginning, or a save."""

    scenario: str
    """Id of a scenario, or path of its file."""
    seed: int = 1
    save: Path | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """Lay a screen over this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Instead:
    """Put a screen in this one's place."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Play:
    """End whatever is played and load a game."""

    launch: Launch


@dataclass(frozen=True, slots=True)
class Back:
    """Close this screen."""


@dataclass(frozen=True, slots=True)
class Home:
    """Close all down to the title."""


@dataclass(frozen=True, slots=True)
class Quit:
    """End the game."""


Step = Open | Instead | Play | Back | Home | Quit

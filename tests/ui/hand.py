"""A hand on the mouse and the keyboard of a desk in tests: clicks by widget id."""

from collections.abc import Callable

import pygame
from pygame.event import Event

Frame = Callable[[list[Event]], None]


def move(at: tuple[int, int]) -> Event:
    """The mouse goes to a point."""
    return Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))


def press(at: tuple[int, int]) -> Event:
    """The left button goes down."""
    return Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1)


def release(at: tuple[int, int]) -> Event:
    """The left button comes up."""
    return Event(pygame.MOUSEBUTTONUP, pos=at, button=1)


def key(code: int, mod: int = 0) -> Event:
    """A key goes down."""
    return Event(pygame.KEYDOWN, key=code, mod=mod)


def click(frame: Frame, at: tuple[int, int]) -> None:
    """Move, press, release, and let the desk draw what came of it."""
    frame([move(at)])
    frame([press(at)])
    frame([release(at)])
    frame([])

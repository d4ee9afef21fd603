"""What the player did since the last frame."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import pygame
from pygame.event import Event

DOUBLE_CLICK = 0.35
"""Seconds between two clicks that count as one double click."""


@dataclass(slots=True)
class Inputs:
    """Mouse and keys of one frame."""

    mouse: tuple[int, int] = (-1, -1)
    press: bool = False
    release: bool = False
    down: bool = False
    double: bool = False
    right: bool = False
    moved: bool = False
    wheel: int = 0
    keys: list[Event] = field(default_factory=list)
    typed: str = ""
    _last_press: float = -9.0
    _last_at: tuple[int, int] = (-1, -1)

    def take(self, events: Iterable[Event], now: float) -> None:
        """Read the events of a frame; `now` in seconds."""
        self.press = self.release = self.double = self.right = self.moved = False
        self.wheel, self.typed = 0, ""
        self.keys = []
        for event in events:
            if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                self.moved = self.moved or event.pos != self.mouse
                self.mouse = event.pos
            if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
                self._press(now)
            elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
                self.release, self.down = True, False
            elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 3:
                self.right = True
            elif event.type == pygame.MOUSEWHEEL:
                self.wheel += event.y
            elif event.type == pygame.KEYDOWN:
                self.keys.append(event)
            elif event.type == pygame.TEXTINPUT:
                self.typed += event.text
            elif event.type == pygame.WINDOWLEAVE:
                self.mouse = (-1, -1)
            elif event.type == pygame.WINDOWFOCUSLOST:
                self.down = False
                self.mouse = (-1, -1)  # until it moves again: else a map at its edge would go on scrolling

    def _press(self, now: float) -> None:
        near = abs(self.mouse[0] - self._last_at[0]) + abs(self.mouse[1] - self._last_at[1]) < 8
        self.press = self.down = True
        self.double = near and now - self._last_press < DOUBLE_CLICK
        self._last_press = -9.0 if self.double else now
        self._last_at = self.mouse

    def key(self, *codes: int) -> bool:
        """Whether one of these keys went down; it counts only once."""
        for event in self.keys:
            if event.key in codes:
                self.keys.remove(event)
                return True
        return False

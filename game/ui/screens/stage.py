"""What all screens share: kit, words, preferences, keys, sound, the scenarios there are, and what lies behind them."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

import pygame
from pygame import Rect, Surface

from game.ui.bindings import Bindings, named_key
from game.ui.desk.regions import ROOMY_HEIGHT
from game.ui.kit import Ui, load_theme
from game.ui.preferences import AUTOMATIC, VOLUMES, Preferences, save_preferences
from game.ui.screens.library import Library
from game.ui.sound import AnySound, NullSound
from game.ui.stops import Stops
from game.ui.words import Words

LEAST_ROOM = (850, 478)
"""Pixels a menu needs at scale 1: so it holds at 1.5 in the smallest window."""
GOOD_ROOM = (1280, 720)
"""Pixels a menu has at scale 1, if it may choose."""
ROOMY_DESK = (1600, ROOMY_HEIGHT)
"""Pixels the desk has at scale 1, if it may choose: the map between sheet and file, and the bottom open."""

MOST_SEED = 999_999
"""The largest seed that is rolled: short enough to be told to somebody."""


def fresh_seed() -> int:
    """A seed for a new game that nobody played before."""
    return 1 + secrets.randbelow(MOST_SEED)


class Behind(Protocol):
    """What is seen behind a menu."""

    def draw(self, surface: Surface, seconds: float) -> None:
        """Fill the surface; `seconds` have passed since the last frame."""


class Plain:
    """Nothing but a dark ground."""

    def draw(self, surface: Surface, seconds: float) -> None:
        """Fill the surface."""
        surface.fill(load_theme().rgb("bg"))


class Stage:
    """Shared by all screens of one window."""

    def __init__(self, preferences: Preferences, file: Path, sound: AnySound | None = None) -> None:
        self.preferences = preferences
        self.file = file
        self.sound: AnySound = sound or NullSound()
        self.words = Words(preferences.language)
        self.keys = Bindings(preferences.keys)
        self.stops = Stops(preferences.stops)
        self.ui = Ui(load_theme(preferences.palette), max(1.0, preferences.scale))
        self.behind: Behind = Plain()
        self.living: Behind | None = None
        """The prison behind the title, once it is made."""
        self.library = Library()
        self.seed: int | None = None
        """The seed that a new game is offered; None: one that is rolled."""
        self.window_changed = False
        """Set when the window has to be opened anew."""
        self._set_volumes()

    def set(self, **values: Any) -> None:
        """Change preferences, keep them, and let them take effect at once."""
        before = replace(self.preferences)
        for name, value in values.items():
            setattr(self.preferences, name, value)
        after = self.preferences
        if after == before:
            return
        save_preferences(after, self.file)
        if after.language != self.words.lang:
            self.words = Words(after.language)
        if after.palette != before.palette:
            self.ui.theme = load_theme(after.palette)
        window = (before.fullscreen, before.framebuffer_acceleration)
        self.window_changed |= window != (after.fullscreen, after.framebuffer_acceleration)
        self.stops = Stops(after.stops)
        self._set_volumes()

    def keep_keys(self) -> None:
        """Keep the keys as they are bound now."""
        self.set(keys=self.keys.changes())

    def fit(self, surface: Surface) -> None:
        """Menus grow with the window; further, as the player wants it and as they fit."""
        size = surface.get_size()
        wanted = max(1.0, self.preferences.scale, min(2.0, _steps(size, GOOD_ROOM)))
        self.ui.scale = min(wanted, max(1.0, _steps(size, LEAST_ROOM)))

    def desk_scale(self, size: tuple[int, int]) -> float:
        """How large the desk is in a window of this size: as the player set it; else it grows, and stays roomy."""
        if self.preferences.scale != AUTOMATIC:
            return self.preferences.scale
        return max(1.0, min(2.0, _steps(size, ROOMY_DESK)))

    def key_name(self, action: str) -> str:
        """The name of an action's key in the player's language; a dash without one."""
        return self.keys.shown(action, self.words)

    def named_key(self, name: str) -> str:
        """A key's name as pygame has it, in the player's language."""
        return named_key(name, self.words)

    def _set_volumes(self) -> None:
        for kind in VOLUMES:
            self.sound.set_volume(kind, getattr(self.preferences, kind))


def _steps(size: tuple[int, int], room: tuple[int, int]) -> float:
    """How many times a window holds so many pixels, in whole quarters."""
    return int(min(size[0] / room[0], size[1] / room[1]) * 4) / 4


def stretched(picture: Surface, area: Rect) -> Surface:
    """A picture scaled to cover a rectangle, cut where it is too long."""
    factor = max(area.w / picture.get_width(), area.h / picture.get_height())
    size = max(area.w, round(picture.get_width() * factor)), max(area.h, round(picture.get_height() * factor))
    whole = pygame.transform.smoothscale(picture, size)
    return whole.subsurface(Rect((size[0] - area.w) // 2, (size[1] - area.h) // 2, area.w, area.h))

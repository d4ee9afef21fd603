"""Opening a window, and saying clearly when there is none to open."""

import os
import sys

import pygame
from pygame import Surface

TITLE = "Emerald City"
FIRST_SIZE = (1600, 900)
LEAST_SIZE = (1280, 720)
HIDDEN_DRIVERS = ("dummy", "offscreen")


class NoDisplayError(RuntimeError):
    """There is no display to open a window on."""

    def __init__(self) -> None:
        super().__init__(
            "There is no display to open a window on. Without one, run the prison headless: "
            "main.py run SCENARIO --days 1, or draw a picture of it: main.py shot SCENARIO"
        )


def prepare(acceleration: bool = False) -> None:
    """Set what SDL reads before it starts. No sound is made yet, and no sound device is needed."""
    os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "1" if acceleration else "0"
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    pygame.display.init()
    pygame.font.init()


def open_window(acceleration: bool = False, fullscreen: bool = False) -> Surface:
    """Open the game's window. Raises NoDisplayError where there is no display."""
    if "SDL_VIDEODRIVER" not in os.environ and _no_display():
        raise NoDisplayError
    try:
        prepare(acceleration)
        if pygame.display.get_driver() in HIDDEN_DRIVERS and "SDL_VIDEODRIVER" not in os.environ:
            raise NoDisplayError
        width, height = _fitting(pygame.display.get_desktop_sizes()[0])
        flags = pygame.FULLSCREEN if fullscreen else pygame.RESIZABLE
        surface = pygame.display.set_mode((0, 0) if fullscreen else (width, height), flags)
    except pygame.error as fault:
        raise NoDisplayError from fault
    pygame.display.set_caption(TITLE)
    return surface


def _no_display() -> bool:
    """On Linux, SDL would silently draw into nowhere."""
    return sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _fitting(desktop: tuple[int, int]) -> tuple[int, int]:
    """The first size, made smaller where the desktop is."""
    return min(FIRST_SIZE[0], desktop[0]), min(FIRST_SIZE[1], desktop[1] - 60)


def open_hidden(size: tuple[int, int]) -> Surface:
    """A screen in memory, for pictures and tests."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    prepare()
    return pygame.display.set_mode(size)

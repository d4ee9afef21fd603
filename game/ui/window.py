"""Opening a window, and saying clearly when there is none to open."""

import os
import sys

import pygame
from pygame import Surface
from pygame.event import Event

TITLE = "Emerald City"
FIRST_SIZE = (1600, 900)
LEAST_SIZE = (850, 480)
"""Pixels the screens are made for; a smaller window shows them scaled down."""
Size = tuple[int, int]
HIDDEN_DRIVERS = ("dummy", "offscreen")
HIDDEN_FRAMES = 10
"""Pictures a second while the window is minimised, and no time passes in the prison."""
POINTS = ("pos", "rel")
"""Fields of mouse events that are pixels of the window."""


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
    os.environ.setdefault("SDL_VIDEO_CENTERED", "1")
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
        surface = _set_mode(fullscreen)
    except pygame.error as fault:
        raise NoDisplayError from fault
    return surface


def reopen_window(acceleration: bool, fullscreen: bool, size: Size | None = None) -> Surface:
    """Have the window as its settings are now; `size`: how large it is when it doesn't fill the screen.

    It is closed and opened: SDL looks at acceleration only when it starts, and a window that comes back from the full
    screen has its old size only where a window manager sees to it.
    """
    pygame.display.quit()
    prepare(acceleration)
    return _set_mode(fullscreen, size)


def is_seen() -> bool:
    """Whether the window is on the screen: neither minimised nor hidden."""
    return pygame.display.get_active()


def _set_mode(fullscreen: bool, size: Size | None = None) -> Surface:
    desktop = pygame.display.get_desktop_sizes()[0]
    size = desktop if fullscreen else _fitting(desktop, size or FIRST_SIZE)
    surface = pygame.display.set_mode(size, pygame.FULLSCREEN if fullscreen else pygame.RESIZABLE)
    pygame.display.set_caption(TITLE)
    return surface


def _no_display() -> bool:
    """On Linux, SDL would silently draw into nowhere."""
    return sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _fitting(desktop: Size, size: Size) -> Size:
    """A size, made smaller where the desktop is."""
    return min(size[0], desktop[0]), min(size[1], desktop[1] - 60)


def open_hidden(size: tuple[int, int]) -> Surface:
    """A screen in memory, for pictures and tests."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    prepare()
    return pygame.display.set_mode(size)


class Pane:
    """What screens are drawn on: the window itself, or a larger surface that is scaled down into a small window."""

    def __init__(self, window: Surface) -> None:
        self.window = window
        self.shrink = 1.0
        self.windowed: Size | None = None
        """How large the window was when it last did not fill the screen."""
        self.surface = window
        self.fit(window)

    def fit(self, window: Surface) -> None:
        """Take a window, as large as it is now."""
        self.window = window
        if not window.get_flags() & pygame.FULLSCREEN:
            self.windowed = window.get_size()
        width, height = (max(1, length) for length in window.get_size())
        self.shrink = max(1.0, LEAST_SIZE[0] / width, LEAST_SIZE[1] / height)
        if self.shrink == 1.0:
            self.surface = window
        else:
            size = round(width * self.shrink), round(height * self.shrink)
            self.surface = Surface(size, 0, window)

    def show(self) -> None:
        """Bring what was drawn into the window."""
        if self.surface is not self.window:
            pygame.transform.smoothscale(self.surface, self.window.get_size(), self.window)

    def events(self, events: list[Event]) -> list[Event]:
        """Events with the mouse where it is on the surface drawn on."""
        return events if self.shrink == 1.0 else [self._moved(event) for event in events]

    def _moved(self, event: Event) -> Event:
        points = {name: _times(event.dict[name], self.shrink) for name in POINTS if name in event.dict}
        return Event(event.type, event.dict | points) if points else event


def _times(point: tuple[float, float], factor: float) -> tuple[int, int]:
    return round(point[0] * factor), round(point[1] * factor)

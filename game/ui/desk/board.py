"""What the desk asks of the map in its middle."""

from typing import Protocol

from pygame import Rect, Surface

from game.ui.kit import Ui
from game.ui.map.veil import Veil


class Board(Protocol):
    """A map that can be moved, asked what is where, and drawn."""

    following: int
    """Person the camera goes with; 0: nobody."""
    dragged: bool
    """Whether the last press moved the map, so that its release is no click."""
    veil: Veil | None
    """What an overlay lays over the map."""
    alarms: tuple[int, ...]
    """Rooms in which the alarm light burns."""
    fighting: frozenset[int]
    """Who is known to be fighting."""

    @property
    def plates(self) -> list[Rect]:
        """Where people's names stand on the screen."""

    def draw(self, ui: Ui, area: Rect, person: int, seconds: float) -> None:
        """Draw the prison as of now, `person` marked; `seconds` since the last frame move the camera."""

    def picture(self, surface: Surface, area: Rect, room: int, person: int = 0) -> None:
        """Draw a room as it is now, large, into a part of a surface; `person` in its upper half, if he is there."""

    def live(self, surface: Surface, area: Rect, room: int, person: int) -> None:
        """Draw a place as it goes on there, a few times a second, into a part of a surface."""

    def in_view(self) -> tuple[float, float, float, float]:
        """What the window shows: left, top, width, height, in tiles."""

    def look_at_tile(self, x: float, y: float) -> None:
        """Bring a point of the plan, in tiles, into the middle."""

    def spot_of(self, room: int) -> tuple[int, int]:
        """Where the middle of a room is on the screen."""

    def spot_of_person(self, person: int) -> tuple[int, int] | None:
        """Where somebody stands on the screen; None for who is not on the map."""

    def move(self, right: float, down: float) -> None:
        """Move the view by pixels of the screen."""

    def zoom(self, steps: int, at: tuple[int, int] | None, area: Rect | None) -> None:
        """Come nearer (positive) or go away, around a point of the screen."""

    def drag(self, mouse: tuple[int, int], started: bool) -> None:
        """Move the map with the mouse."""

    def person_at(self, at: tuple[int, int], area: Rect) -> int:
        """The person at a point of the screen, 0 for nobody."""

    def room_at(self, at: tuple[int, int], area: Rect) -> int:
        """The room at a point of the screen, 0 for none."""

    def top_of(self, room: int) -> tuple[int, int, int]:
        """Where a room's upper edge is on the screen: its middle, its height, and the room's width there."""

    def show_room(self, room: int) -> None:
        """Bring a room into the middle."""

    def show_person(self, person: int) -> None:
        """Bring a person into the middle."""

    def follow(self, person: int) -> None:
        """Go with a person; 0: with nobody any more."""

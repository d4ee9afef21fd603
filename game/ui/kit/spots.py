"""Rectangles that take part in input, and what floats beside them."""

from dataclasses import dataclass

from pygame import Rect, Surface


@dataclass(slots=True)
class Spot:
    """A rectangle that takes part in input. Later ones lie above earlier ones."""

    id: str
    rect: Rect
    kind: str
    """`click`, `drag`, `grip` (can be picked up), `drop` (takes what is dragged), `scroll` (takes the wheel only)
    or `block` (takes everything)."""
    radius: float = 6
    """Of the corners of the ring that shows the focus."""


@dataclass(slots=True)
class Tip:
    """A tooltip asked for in this frame: rich text beside a rectangle."""

    text: str
    anchor: Rect
    beside: bool = False
    """Whether it lies to the right, so that it covers nothing of a column of such anchors."""


@dataclass(slots=True)
class Drag:
    """What is being carried, and its picture at the mouse."""

    source: str
    payload: object
    ghost: Surface
    grip: tuple[int, int]
    """Where in the picture the mouse holds it."""
    by_keys: bool = False


OVER_ALL = ("modal", "popup")
"""Ids of blocks below which nothing can be clicked."""

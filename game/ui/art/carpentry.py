"""What furniture is made of: boxes, stools, screens, books; and how a kind of furniture is registered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import pygame

from game.sim.house.furniture import FURNITURE
from game.ui.art.canvas import Canvas
from game.ui.art.palette import SHADOW, Colour, darker, lighter

TILE = 32
Painter: TypeAlias = Callable[[Canvas, int], None]
"""Paints a variant; the origin is the footprint's top left corner."""


@dataclass(frozen=True, slots=True)
class Thing:
    """How a kind of furniture is drawn."""

    flat: Painter | None = None
    """Lies on the floor, under everybody: seats, mats, beds."""
    tall: Painter | None = None
    """Stands up; people are before it or behind it."""
    rise: int = 0
    """Pixels by which it rises above its footprint."""
    base: int = 0
    """Where it touches the ground, in pixels below its top; people with feet below are before it."""
    variants: int = 1
    overhang: int = 0
    """Pixels by which it reaches over its footprint to the left and right."""
    by_room: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """The variants for rooms of some kinds, where they aren't the first `variants`."""

    def variants_in(self, room_kind: str) -> Sequence[int]:
        """The variants that may stand in a kind of room."""
        return self.by_room.get(room_kind, range(self.variants))


THINGS: dict[str, Thing] = {}
"""Filled by the modules of each theme."""


def thing(
    kind: str,
    flat: Painter | None = None,
    tall: Painter | None = None,
    *,
    rise: int = 0,
    base: int = 0,
    variants: int = 1,
    overhang: int = 0,
    by_room: Mapping[str, Sequence[int]] | None = None,
) -> None:
    """Register the painters of a kind; without `base`, it touches the ground where its footprint ends."""
    foot = base or FURNITURE[kind].height * TILE - 2
    THINGS[kind] = Thing(flat, tall, rise, foot, variants, overhang, by_room or {})


def box(
    c: Canvas, x: float, y: float, w: float, h: float, colour: Colour, side: float = 5, r: float = 1.4
) -> None:
    """A solid box seen from above and the south: its top, and a darker south side `side` high."""
    c.rect(x + 0.6, y + 2.2, w + 1.4, h - 0.6, SHADOW, r + 0.8)
    c.rect(x - 0.5, y - 0.5, w + 1, h + 1, darker(colour, 0.72), r + 0.5)
    c.rect(x, y, w, h, darker(colour, 0.40), r)
    c.rect(x, y, w, h - side, colour, r)
    c.rect(x, y, w, 1.0, lighter(colour, 0.34), min(r, 0.8))
    c.rect(x + 0.9, y + 0.9, w - 1.8, h - side - 1.8, lighter(colour, 0.09), max(0.0, r - 0.6))


def stool(c: Canvas, x: float, y: float, colour: Colour) -> None:
    """A round stool."""
    c.oval(x + 0.6, y + 2.4, 6.0, 4.8, SHADOW)
    c.oval(x, y + 1.6, 5.8, 4.7, darker(colour, 0.62))
    c.oval(x, y, 5.6, 4.5, darker(colour, 0.18))
    c.oval(x, y - 0.4, 4.4, 3.3, lighter(colour, 0.14))


def screen(c: Canvas, x: float, y: float, w: float, h: float, colour: Colour) -> None:
    """A lit screen with a few lines of text on it."""
    c.rect(x, y, w, h, (16, 19, 23), 0.9)
    c.fade(x + 0.8, y + 0.8, w - 1.6, h - 1.6, lighter(colour, 0.12), darker(colour, 0.34))
    for row in range(max(1, int(h // 3))):
        c.rect(x + 1.5, y + 1.6 + row * 1.9, (w - 3) * (0.75 - 0.22 * (row % 2)), 0.7, (255, 255, 255, 130))


def paper(c: Canvas, x: float, y: float, w: float = 6, h: float = 5) -> None:
    """A written sheet."""
    c.rect(x + 0.4, y + 0.5, w, h, (0, 0, 0, 60))
    c.rect(x, y, w, h, (232, 227, 214), 0.3)
    for row in range(int(h // 1.5)):
        c.rect(x + 0.9, y + 1.0 + row * 1.4, (w - 2) * (1.0 if row % 2 else 0.75), 0.5, (110, 112, 118))


def books(c: Canvas, x: float, y: float, w: float, h: float, seed: int) -> None:
    """A row of book spines."""
    spines: tuple[Colour, ...] = (
        (122, 52, 46),
        (52, 84, 108),
        (96, 104, 62),
        (150, 116, 60),
        (70, 62, 86),
        (176, 168, 150),
    )
    at, count = x, seed * 7 + 3
    while at < x + w - 1.4:
        count = (count * 73 + 41) % 997
        thick, low = 1.5 + count % 3 * 0.55, count % 4 * 0.5
        colour = spines[count % len(spines)]
        c.rect(at, y + low, min(thick, x + w - at), h - low, colour, 0.3)
        c.rect(at, y + low, 0.5, h - low, lighter(colour, 0.3))
        at += thick + 0.25


def paint_tray(variant: int) -> pygame.Surface:
    """A tray with a meal on it, as it lies before who eats."""
    c = Canvas(16, 10)
    c.rect(1, 1.8, 14, 8, (0, 0, 0, 90), 1.6)
    c.rect(0.8, 0.6, 14.4, 8, darker((96, 118, 130), 0.6), 1.6)
    c.rect(1.2, 1, 13.6, 7.2, ((96, 118, 130), (150, 112, 78), (112, 128, 98))[variant % 3], 1.4)
    c.oval(5.6, 4.7, 3.4, 2.6, (236, 234, 226))
    c.oval(5.6, 4.6, 2.3, 1.7, ((176, 110, 58), (196, 162, 84), (122, 150, 82))[variant // 3 % 3])
    c.oval(12, 3.4, 1.7, 1.4, (226, 228, 224))
    c.oval(12, 3.3, 1.1, 0.8, (120, 84, 54))
    c.rect(10, 6, 4, 1.4, (214, 196, 140), 0.6)
    return c.picture()

"""Small signs over heads: what somebody is about, as far as it is known."""

from collections.abc import Callable

import pygame

from game.sim.views import Sign
from game.ui.art.canvas import Canvas
from game.ui.art.palette import Colour, rgb

SIDE = 18
TAIL = 4
"""Height of the tip under a sign."""


PAPER = rgb("EDF0F2")
INK = rgb("1C232B")
RED = rgb("DB5A52")
AMBER = rgb("E2B04A")
BLUE = rgb("62A9D6")
VIOLET = rgb("8A6FD0")
SLATE = rgb("56708C")
GREEN = rgb("6FBF86")


def _bubble(c: Canvas, colour: Colour) -> None:
    def shape() -> None:
        c.rect(1.5, 1.5, 15, 13, colour, 4.4)
        c.shape([(6.4, 13), (11.6, 13), (9, 18)], colour)

    c.outlined(shape, 0.9, rgb("10151A"))
    c.rect(3.4, 2.2, 11.2, 1.0, (255, 255, 255, 90), 0.5)


def _talk(c: Canvas) -> None:
    _bubble(c, PAPER)
    for x in (5.4, 9.0, 12.6):
        c.oval(x, 8, 1.25, 1.25, INK)


def _quarrel(c: Canvas) -> None:
    _bubble(c, RED)
    c.shape(
        [(9.8, 3.0), (5.4, 8.8), (8.4, 8.8), (7.4, 13.2), (12.8, 6.8), (9.6, 6.8), (11.6, 3.0)],
        (255, 255, 255),
    )


def _phone(c: Canvas) -> None:
    _bubble(c, PAPER)
    c.path([(5.6, 5.2), (6.6, 9.4), (10.6, 11.6)], INK, 1.8)
    c.oval(5.6, 5.2, 1.7, 1.7, INK)
    c.oval(10.9, 11.4, 1.7, 1.7, INK)
    for reach in (2.0, 4.0):
        c.path([(9.4, 4.6 + reach * 0.1), (9.4 + reach * 0.8, 5.4), (9.8 + reach, 8)], BLUE, 0.8)


def _wait(c: Canvas) -> None:
    _bubble(c, PAPER)
    c.oval(9, 8, 5.0, 5.0, INK)
    c.oval(9, 8, 3.9, 3.9, PAPER)
    c.path([(9, 5.2), (9, 8), (11.2, 9.2)], INK, 1.0)


def _eye(c: Canvas) -> None:
    _bubble(c, AMBER)
    c.shape(
        [(3.4, 8), (6.2, 5.2), (9, 4.4), (11.8, 5.2), (14.6, 8), (11.8, 10.8), (9, 11.6), (6.2, 10.8)], INK
    )
    c.shape([(4.8, 8), (7, 6.2), (9, 5.6), (11, 6.2), (13.2, 8), (11, 9.8), (9, 10.4), (7, 9.8)], PAPER)
    c.oval(9, 8, 2.1, 2.1, INK)
    c.oval(9.6, 7.4, 0.6, 0.6, (255, 255, 255))


def _errand(c: Canvas) -> None:
    _bubble(c, BLUE)
    c.rect(4.4, 7.0, 6.4, 2.2, (255, 255, 255), 0.6)
    c.shape([(9.4, 4.0), (14.0, 8.1), (9.4, 12.2)], (255, 255, 255))


def _fight(c: Canvas) -> None:
    _bubble(c, RED)
    white = (255, 255, 255)
    for side in (-1, 1):  # two crossed swords: blade, guard, pommel
        c.path([(9 - side * 4.6, 3.2), (9 + side * 3.6, 11.0)], white, 1.7)
        c.path([(9 + side * 1.2, 11.4), (9 + side * 4.4, 8.6)], white, 1.2)
        c.oval(9 + side * 4.5, 12.0, 1.1, 1.1, white)


def _hurt(c: Canvas) -> None:
    _bubble(c, PAPER)
    c.rect(7.5, 3.6, 3.0, 8.8, RED, 0.6)
    c.rect(4.6, 6.5, 8.8, 3.0, RED, 0.6)


def _anger(c: Canvas) -> None:
    _bubble(c, AMBER)
    for side in (-1, 1):
        c.path([(9 + side * 5.0, 4.4), (9 + side * 1.8, 6.4)], INK, 1.5)
        c.oval(9 + side * 3.0, 7.6, 1.1, 1.1, INK)
    c.path([(6.2, 11.8), (7.6, 10.6), (10.4, 10.6), (11.8, 11.8)], INK, 1.4)


def _fear(c: Canvas) -> None:
    _bubble(c, VIOLET)
    for side in (-1, 1):
        c.oval(9 + side * 2.9, 6.6, 2.0, 2.4, (255, 255, 255))
        c.oval(9 + side * 2.9, 6.9, 0.9, 1.1, INK)
    c.path([(5.6, 11.8), (7.3, 10.7), (9, 11.8), (10.7, 10.7), (12.4, 11.8)], (255, 255, 255), 1.2)


def _sorrow(c: Canvas) -> None:
    _bubble(c, SLATE)
    c.shape([(9, 3.0), (12.2, 8.2), (11.6, 11.0), (9, 12.6), (6.4, 11.0), (5.8, 8.2)], (255, 255, 255))
    c.shape([(7.4, 8.6), (8.2, 10.4), (9.4, 11.0), (8.4, 11.4), (7.2, 10.4)], SLATE)


def _craving(c: Canvas) -> None:
    _bubble(c, GREEN)
    c.path([(4.6, 12.0), (6.6, 10.0)], INK, 1.1)
    c.path([(6.4, 10.2), (11.2, 5.4)], (255, 255, 255), 3.4)
    c.path([(11.2, 5.4), (13.4, 3.2)], INK, 1.2)
    c.path([(12.0, 2.8), (13.8, 4.6)], INK, 1.2)


PAINTERS: dict[Sign, Callable[[Canvas], None]] = {
    Sign.TALK: _talk,
    Sign.QUARREL: _quarrel,
    Sign.PHONE: _phone,
    Sign.WAIT: _wait,
    Sign.EYE: _eye,
    Sign.ERRAND: _errand,
    Sign.FIGHT: _fight,
    Sign.HURT: _hurt,
    Sign.ANGER: _anger,
    Sign.FEAR: _fear,
    Sign.SORROW: _sorrow,
    Sign.CRAVING: _craving,
}


def paint_sign(sign: Sign) -> pygame.Surface:
    """A sign with a tip that points at who it is about."""
    c = Canvas(SIDE, SIDE + TAIL - 2)
    PAINTERS[sign](c)
    return c.picture()

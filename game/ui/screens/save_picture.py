"""The small picture that a save is known by."""

import io

import pygame
from pygame import Surface

from game.ui.desk.map_board import MapBoard

SIZE = (320, 180)
"""Pixels of it."""


def picture_of(board: MapBoard) -> Surface:
    """The room in the middle of the map, small."""
    view = board.view
    room = view.room_at(view.camera.rect.center) or next(iter(view.plan.rooms[1:])).id
    small = Surface(SIZE)
    view.picture(small, small.get_rect(), room, board.moment)
    return small


def png_of(picture: Surface) -> bytes:
    """A picture as a file."""
    written = io.BytesIO()
    pygame.image.save(picture, written, "save.png")
    return written.getvalue()

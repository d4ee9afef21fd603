"""The small picture that a save is known by."""

import struct
import zlib

import numpy as np
import pygame
from pygame import Surface

from game.ui.desk.map_board import MapBoard

SIZE = (320, 180)
"""Pixels of it."""
DRAWN = (960, 540)
"""Pixels in which it is drawn before it is made small: so much of the map is on it."""
SIGNATURE, TRUE_COLOUR, QUICKLY = b"\x89PNG\r\n\x1a\n", 2, 1
"""How a PNG begins, the colours it has, and how thoroughly it is packed (1 to 9)."""


def picture_of(board: MapBoard) -> Surface:
    """What the middle of the map shows, small."""
    large = Surface(DRAWN)
    board.view.glimpse(large, large.get_rect(), board.moment)
    return pygame.transform.smoothscale(large, SIZE)


def png_of(picture: Surface) -> bytes:
    """A picture as a file. SDL's own takes eleven milliseconds for it, most of a frame; this takes two."""
    width, height = picture.get_size()
    rows = np.zeros((height, 1 + 3 * width), np.uint8)  # each row begins with a 0: it is not filtered
    rows[:, 1:] = np.frombuffer(pygame.image.tobytes(picture, "RGB"), np.uint8).reshape(height, -1)
    head = struct.pack(">IIBBBBB", width, height, 8, TRUE_COLOUR, 0, 0, 0)
    packed = zlib.compress(rows.tobytes(), QUICKLY)
    return SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

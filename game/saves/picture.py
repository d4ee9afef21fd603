"""The small picture of a save: a PNG, looked at only so far that no size in it can do harm."""

import struct
import zlib

MOST_BYTES = 512 << 10
MOST_PIXELS_A_SIDE = 1024
_HEAD = struct.Struct(">8sI4sIIBBBBBI")


def sound_picture(data: bytes) -> bool:
    """Whether these bytes begin like a PNG of a harmless size."""
    if not _HEAD.size <= len(data) <= MOST_BYTES:
        return False
    mark, length, kind, width, height, depth, _, _, _, interlaced, crc = _HEAD.unpack_from(data)
    if (mark, length, kind) != (b"\x89PNG\r\n\x1a\n", 13, b"IHDR") or crc != zlib.crc32(data[12:29]):
        return False
    small = 0 < width <= MOST_PIXELS_A_SIDE and 0 < height <= MOST_PIXELS_A_SIDE
    return bool(small and depth == 8 and interlaced == 0)

"""Making saves that are wrong: other members, other headers, the right checksum."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np

from game.saves import container, npy
from game.saves.container import Content


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int) -> bytes:
    """A grey picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width + 1) * min(height, 64)))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


PICTURE = png(64, 36)


def sealed(body: bytes, content: int = Content.SAVE, version: int = container.VERSION) -> bytes:
    """A file with the right header for whatever its body is."""
    return (
        container._HEADER.pack(container.MAGIC, version, content, len(body), container._checksum(body)) + body
    )


def zipped(members: list[tuple[str, bytes]], level: int = 1) -> bytes:
    """A zip of any members at all."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def members_of(blob: bytes) -> dict[str, bytes]:
    return container.unpack(blob, Content(struct.unpack_from(">H", blob, 10)[0]))


def changed(blob: bytes, **members: bytes | None) -> bytes:
    """The same save with other members; None takes one away. `__` stands for a dot in a name."""
    held = members_of(blob)
    for name, data in members.items():
        held.pop(name.replace("__", "."), None)
        if data is not None:
            held[name.replace("__", ".")] = data
    return sealed(zipped(list(held.items())))


def rewritten(blob: bytes, member: str, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The same save with another `meta.json` or `state.json`."""
    held = members_of(blob)
    plain = json.loads(held[member])
    change(plain)
    held[member] = json.dumps(plain).encode()
    return sealed(zipped(list(held.items())))


def array_of(blob: bytes, member: str) -> np.ndarray[Any, Any]:
    """A copy of one array of a save."""
    return npy.decode(members_of(blob)[member], member).copy()


def npy_of(header: str, body: bytes = b"", magic: bytes = npy.MAGIC) -> bytes:
    """An array's bytes with any header at all."""
    raw = header.encode("latin-1") + b"\n"
    return magic + struct.pack("<H", len(raw)) + raw + body

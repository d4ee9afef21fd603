"""The container of saves and replays: a header with length and checksum, then a zip of members that are on a list.

Nothing inside is looked at before the checksum holds; no member is unpacked before its name, size and ratio are
found to be in order. Never pickle.
"""

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from enum import IntEnum

from game.saves.errors import PartError

MAGIC = b"EMERALD\n"
VERSION = 1
MOST_BYTES = 32 << 20
"""Of a whole file."""
MOST_UNPACKED_BYTES = 64 << 20
"""Of all members together."""
MOST_MEMBERS = 256
_DIRECTORY_BYTES = 64 << 10
_FREE_RATIO_BYTES = 4 << 20
_MOST_RATIO = 300
"""Larger members than the above that are packed tighter than this are bombs; columns of zeros stay below it."""
_LEVEL = 1
_SMALL_BYTES = 128
"""Members below this size, and pictures, are stored as they are."""
_HEADER = struct.Struct(">8sHHQ32s")
HEADER_BYTES = _HEADER.size
_END = struct.Struct("<4sHHHHIIH")
_END_64 = b"PK\x06\x07"
_JSON = ("meta.json", "state.json", "replay.json")
_ARRAY = re.compile(r"[a-z_]{1,40}\.[A-Za-z0-9_]{1,60}\.npy")
LIMITS = {"meta.json": 64 << 10, "state.json": 4 << 20, "replay.json": 4 << 20, "picture.png": 512 << 10}
"""Bytes a member may have; arrays are bounded by their headers."""


class Content(IntEnum):
    """What is in a container."""

    SAVE = 1
    REPLAY = 2


def pack(content: Content, members: dict[str, bytes]) -> bytes:
    """Return members as the bytes of a file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zipped:
        for name, data in members.items():
            if not allowed(name) or len(data) > LIMITS.get(name, MOST_UNPACKED_BYTES):
                raise PartError(name, f"{len(data)} bytes are too many, or the name is none of ours")
            plain = len(data) < _SMALL_BYTES or name.endswith(".png")
            # The archive's own level is ignored for a ZipInfo: it has to be told each time.
            info = zipfile.ZipInfo(name)
            method = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
            zipped.writestr(info, data, compress_type=method, compresslevel=_LEVEL)
    body = buffer.getvalue()
    if len(body) + HEADER_BYTES > MOST_BYTES:
        raise PartError("size", f"{len(body)} bytes are more than a file may have")
    return _HEADER.pack(MAGIC, VERSION, content, len(body), _checksum(body)) + body


def unpack(
    data: bytes, content: Content, wanted: Callable[[str], bool] = lambda name: True
) -> dict[str, bytes]:
    """Return the members of a file, after all checks that the container allows."""
    body = _body(data, content)
    with _opened(io.BytesIO(body)) as zipped:
        infos = _checked(zipped.infolist())
        return {info.filename: _member(zipped, info) for info in infos if wanted(info.filename)}


def peek(file: io.BufferedReader, content: Content, names: Iterable[str]) -> dict[str, bytes]:
    """Return a few members without reading the whole file: their own checksums stand in for that of all."""
    header = file.read(HEADER_BYTES)
    length, _ = _lengths(header, content)
    size = file.seek(0, io.SEEK_END)
    if size != HEADER_BYTES + length:
        raise PartError("length", f"{size} bytes where the header asks for {HEADER_BYTES + length}")
    with _opened(file) as zipped:
        infos = {info.filename: info for info in _checked(zipped.infolist())}
        return {name: _member(zipped, infos[name]) for name in names if name in infos}


def allowed(name: str) -> bool:
    """Whether a member may have this name: a short list, and columns. No folders."""
    return name in _JSON or name == "picture.png" or _ARRAY.fullmatch(name) is not None


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=32).digest()


def _lengths(header: bytes, content: Content) -> tuple[int, bytes]:
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        raise PartError("header", "is not a file of this game")
    _, version, kind, length, checksum = _HEADER.unpack(header[:HEADER_BYTES])
    if version != VERSION:
        newer = version > VERSION
        fault = f"container version {version}; this game reads version {VERSION}"
        raise PartError("header", fault, "newer" if newer else "damaged")
    if kind != content:
        raise PartError("header", f"is no {content.name.lower()}")
    return length, checksum


def _body(data: bytes, content: Content) -> bytes:
    if len(data) > MOST_BYTES:
        raise PartError("size", f"more than {MOST_BYTES >> 20} MiB")
    length, checksum = _lengths(data, content)
    if len(data) != HEADER_BYTES + length:
        raise PartError("length", f"{len(data)} bytes where the header asks for {HEADER_BYTES + length}")
    body = data[HEADER_BYTES:]
    if _checksum(body) != checksum:
        raise PartError("checksum", "the content is not what was written")
    return body


def _opened(file: io.BytesIO | io.BufferedReader) -> zipfile.ZipFile:
    """Open the zip, once its directory is known to be small: each entry would become an object."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _END.size - 20))
    tail = file.read()
    if len(tail) < _END.size:
        raise PartError("archive", "has no directory")
    mark, _, _, _, count, directory, _, comment = _END.unpack(tail[-_END.size :])
    if mark != b"PK\x05\x06" or comment or tail.startswith(_END_64):
        raise PartError("archive", "has no plain directory")
    if count > MOST_MEMBERS or directory > _DIRECTORY_BYTES:
        raise PartError("archive", f"{count} members are too many")
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error) as fault:
        raise PartError("archive", f"can't be read: {fault}") from fault


def _checked(infos: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    total, seen = 0, set[str]()
    for info in infos:
        name = info.filename
        if not allowed(name) or info.orig_filename != name:
            raise PartError("archive", f"a member may not be named {name[:60]!r}")
        if name in seen:
            raise PartError(name, "is there twice")
        seen.add(name)
        if info.flag_bits & 1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise PartError(name, "is packed in a way that is not allowed")
        total += info.file_size
        if info.file_size > LIMITS.get(name, MOST_UNPACKED_BYTES) or total > MOST_UNPACKED_BYTES:
            raise PartError(name, f"{info.file_size} bytes unpacked are too many")
        if info.file_size > _FREE_RATIO_BYTES and info.file_size > _MOST_RATIO * max(1, info.compress_size):
            raise PartError(name, "unpacks to far more than it is")
    return infos


def _member(zipped: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    try:
        with zipped.open(info) as member:
            data = member.read(info.file_size + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        RuntimeError,
        OSError,
        struct.error,
    ) as fault:
        raise PartError(info.filename, f"can't be unpacked: {fault}") from fault
    if len(data) != info.file_size:
        raise PartError(info.filename, "has another size than its directory says")
    return data

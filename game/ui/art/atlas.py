"""Pictures that were drawn once: kept in memory at several sizes, and on disk for the next start."""

import contextlib
import os
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import platformdirs
import pygame

from game.ui.art.canvas import MASTER, shrink

ART = Path(__file__).parent
TILE = 32 * MASTER
"""Pixels of a tile at the size pictures are kept in."""
VERSION = "version"
"""Name of the checksum of the art in the file of pictures."""


def sources_crc(folder: Path = ART) -> int:
    """A checksum of everything that decides how pictures look."""
    crc = zlib.crc32(pygame.version.ver.encode())
    for source in sorted(folder.glob("*.py")):
        crc = zlib.crc32(source.read_bytes(), crc)
    return crc


def cache_file() -> Path:
    """Where the pictures of this version of the art are kept."""
    folder = Path(platformdirs.user_cache_dir("emerald-city"))
    return folder / f"art-{sources_crc():08x}.npz"


class Atlas:
    """Pictures by name. What is missing is drawn, and stays.

    A damaged, foreign or missing file is no error: its pictures are drawn again.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self.pictures: dict[str, pygame.Surface] = {}
        self.sizes: dict[tuple[str, int], pygame.Surface] = {}
        self.grown = False
        if file is not None:
            self._read(file)

    def _read(self, file: Path) -> None:
        problems = (
            OSError,
            ValueError,
            KeyError,
            EOFError,
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
        )
        try:
            with np.load(file, allow_pickle=False) as stored:
                if int(stored[VERSION]) != sources_crc():
                    return
                found = {name: _surface(stored[name]) for name in stored.files if name != VERSION}
        except problems:
            return
        self.pictures = found

    def picture(self, name: str, paint: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture at the size it is kept in; painted if nobody has asked for it before."""
        picture = self.pictures.get(name)
        if picture is None:
            picture = self.pictures[name] = paint()
            self.grown = True
        return picture

    def sized(self, name: str, tile: int, paint: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture for tiles of `tile` pixels, ready for the screen."""
        scaled = self.sizes.get((name, tile))
        if scaled is None:
            full = self.picture(name, paint)
            size = (
                max(1, round(full.get_width() * tile / TILE)),
                max(1, round(full.get_height() * tile / TILE)),
            )
            see_through = bool(full.get_flags() & pygame.SRCALPHA)
            scaled = shrink(full, size) if see_through else pygame.transform.smoothscale(full, size)
            if pygame.display.get_surface():
                scaled = scaled.convert_alpha() if see_through else scaled.convert()
            self.sizes[name, tile] = scaled
        return scaled

    def save(self) -> None:
        """Write what is new to disk, all or nothing; a disk that refuses is no error."""
        if self.file is None or not self.grown:
            return
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.file.parent, suffix=".part")
            try:
                arrays = {key: _array(picture) for key, picture in self.pictures.items()}
                with os.fdopen(handle, "wb") as out:
                    np.savez(out, **arrays, **{VERSION: np.array(sources_crc())})  # type: ignore[arg-type]
                Path(name).replace(self.file)
            finally:
                Path(name).unlink(missing_ok=True)
            self.grown = False
            _drop_old(self.file)


def _drop_old(file: Path) -> None:
    """Remove the pictures of earlier versions of the art."""
    for old in file.parent.glob("art-*.npz"):
        if old != file:
            with contextlib.suppress(OSError):
                old.unlink()


def _array(picture: pygame.Surface) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Rows of RGBA, or of RGB for a picture without holes."""
    see_through = bool(picture.get_flags() & pygame.SRCALPHA)
    raw = pygame.image.tobytes(picture, "RGBA") if see_through else pygame.image.tobytes(picture, "RGB")
    return np.frombuffer(raw, np.uint8).reshape(picture.get_height(), picture.get_width(), -1)


def _surface(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> pygame.Surface:
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] not in (3, 4):
        raise ValueError("not a picture")
    height, width, depth = pixels.shape
    return pygame.image.frombytes(pixels.tobytes(), (width, height), "RGBA" if depth == 4 else "RGB")

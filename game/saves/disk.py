"""Files that are either there whole or not at all, the folder they are in, and its lock.

A file is written beside its place, brought to the disk, and only then moved there; what it replaces is kept as `.bak`.
Whoever was told "saved" finds it after a crash, a kill, a power cut or on a full disk.
"""

import contextlib
import errno
import os
import shutil
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

import platformdirs

from game.saves.errors import SaveError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_WRITING = threading.Lock()
_DIRECTORY = getattr(os, "O_DIRECTORY", 0)
_BINARY = getattr(os, "O_BINARY", 0)


OWN_FOLDER = "EMERALD_CITY_DATA"
"""Variable of the environment that names another folder for the player's data."""


def data_folder() -> Path:
    """The player's data: saves, replays, packs of his own."""
    own = os.environ.get(OWN_FOLDER)
    return Path(own) if own else Path(platformdirs.user_data_dir("emerald-city", False))


def saves_folder() -> Path:
    """Where saves are."""
    return data_folder() / "saves"


def backup_file(path: Path) -> Path:
    """Where the file that was replaced last is kept."""
    return path.with_name(f"{path.name}.bak")


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in its place, or raise SaveError and leave the old one there."""
    draft = path.with_name(f".{path.name}.part")
    with _WRITING:
        try:
            _make_folder(path.parent)
            _write_out(draft, data)
            if path.exists():
                _keep_old(path)
            draft.replace(path)
            _settle(path.parent)
        except OSError as fault:
            with contextlib.suppress(OSError):
                draft.unlink()
            full = fault.errno in (errno.ENOSPC, errno.EDQUOT)
            words = fault.strerror or str(fault)
            raise SaveError(path, "writing", f"not saved: {words}", "full" if full else "disk") from fault


def _make_folder(folder: Path) -> None:
    """Make a folder with those above it, and bring each new one's name to the disk."""
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in new:
        _settle(each.parent)


def _write_out(draft: Path, data: bytes) -> None:
    """Write a file and wait until it is on the disk."""
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o644)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _keep_old(path: Path) -> None:
    """Give the file that is about to be replaced a second name; where links don't work, a copy."""
    spare = path.with_name(f".{path.name}.bak.part")
    spare.unlink(missing_ok=True)
    try:
        os.link(path, spare)
    except OSError:
        shutil.copyfile(path, spare)
        with spare.open("rb+") as copied:
            os.fsync(copied.fileno())
    spare.replace(backup_file(path))


def _settle(folder: Path) -> None:
    """Bring a folder's own entries to the disk. Windows does so by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | _DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Delete a file with its backup."""
    with _WRITING:
        try:
            backup_file(path).unlink(missing_ok=True)
            path.unlink(missing_ok=True)
            _settle(path.parent)
        except OSError as fault:
            raise SaveError(path, "deleting", fault.strerror or str(fault), "disk") from fault


def read_at_most(path: Path, most: int) -> bytes:
    """Read a file, one byte more than allowed at the most: who gets that many knows it is too large."""
    try:
        if not path.is_file():
            raise SaveError(path, "file", "there is no such file", "unreadable")
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as fault:
        words = getattr(fault, "strerror", None) or str(fault)
        raise SaveError(path, "file", f"can't be read: {words}", "unreadable") from fault


class DataLock:
    """Held while a game runs: a second one would turn the same autosaves. The system frees it when the game dies."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "game.lock"
        self._handle = -1
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(self.file, os.O_RDWR | os.O_CREAT, 0o644)
            _lock(self._handle)
        except OSError as fault:
            busy = self._handle >= 0 and fault.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
            self.release()
            words = "another game is running" if busy else fault.strerror or str(fault)
            raise SaveError(self.file, "lock", words, "busy" if busy else "disk") from fault

    def release(self) -> None:
        """Let another game have the folder."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _lock(handle: int) -> None:
    """Take the lock, or raise OSError at once."""
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def hold_data_folder(folder: Path | None = None) -> DataLock:
    """Take the data folder for this game; SaveError of reason `busy` when another one has it."""
    return DataLock(folder or data_folder())

"""Sounds by name, made beside the game when they were never made on this machine, and kept on disk."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from functools import cache
from pathlib import Path

import numpy as np
import platformdirs
import pygame

from game.ui.sound.catalogue import RECIPES, Samples, synthesize

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
MADE_BY = ("synth", "voices", "places", "effects", "unrest", "music", "catalogue")
"""Modules that decide how sounds sound."""
LONGEST = 60 * 44_100
"""Samples; a file with more is not ours."""
BREATH = 0.03
"""Seconds that the background thread leaves to the window after each sound."""


@cache
def sources_crc() -> int:
    """A checksum of everything that decides how sounds sound."""
    crc = zlib.crc32(np.__version__.encode())
    for name in MADE_BY:
        crc = zlib.crc32((HERE / f"{name}.py").read_bytes(), crc)
    return crc


def cache_folder() -> Path:
    """Where the sounds of this version are kept."""
    return Path(platformdirs.user_cache_dir("emerald-city")) / f"sound-{sources_crc():08x}"


def read(file: Path) -> Samples | None:
    """A sound from disk; None when it isn't there, or isn't whole."""
    try:
        found = np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    fits = found.dtype == np.int16 and found.ndim == 2 and found.shape[1] == 2
    return found if fits and 0 < len(found) <= LONGEST else None


def write(file: Path, sound: Samples) -> None:
    """Keep a sound; a disk that refuses is no reason to be silent."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=file.parent, suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            np.save(stream, sound, allow_pickle=False)
        Path(draft).replace(file)


def forget_old(folder: Path) -> None:
    """Remove what earlier versions kept."""
    with contextlib.suppress(OSError):
        for other in folder.parent.glob("sound-*"):
            if other != folder:
                shutil.rmtree(other, ignore_errors=True)


class Bank:
    """The sounds that are ready. What was never made on this machine is made by another process, beside the game."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or cache_folder()
        self.ready: dict[str, pygame.mixer.Sound] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="sounds", daemon=True)

    def start(self) -> None:
        """Begin to make and to load them, in the background."""
        self._thread.start()

    def stop(self) -> None:
        """Make no more; returns when the one being loaded is done."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=3.0)

    @property
    def done(self) -> bool:
        """Whether all there will be is ready."""
        return not self._thread.is_alive()

    def get(self, name: str) -> pygame.mixer.Sound | None:
        """A sound, when it is ready."""
        return self.ready.get(name)

    def _work(self) -> None:
        forget_old(self.folder)
        missing = [name for name in RECIPES if not self._file(name).exists()]
        baker = bake_beside(self.folder) if missing else None
        waiting = list(RECIPES)
        while waiting and not self._stop.is_set():
            alone = baker is None or baker.poll() is not None
            try:
                waiting = [name for name in waiting if not self._load(name, alone)]
            except (pygame.error, MemoryError):  # the device is gone, or there is no room: the game goes on
                break
            self._stop.wait(BREATH)
        if baker is not None and baker.poll() is None:
            baker.terminate()
            baker.wait()

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.npy"

    def _load(self, name: str, alone: bool) -> bool:
        """Make a sound ready from its file; `alone`: nobody else makes it, so make it here if need be."""
        if self._stop.is_set():
            return True
        found = read(self._file(name))
        if found is None and alone:
            found = synthesize(name)
            write(self._file(name), found)
        if found is not None:
            self.ready[name] = pygame.mixer.Sound(buffer=found.tobytes())
            time.sleep(BREATH)
        return found is not None


def bake_beside(folder: Path) -> subprocess.Popen[bytes] | None:
    """Make what is missing in a process of its own, so that no picture waits for it; None where that can't be."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    try:
        return subprocess.Popen(
            [sys.executable, "-m", "game.ui.sound.bake", str(folder)],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None

"""Makes the sounds that a folder lacks: `python -m game.ui.sound.bake FOLDER`. The game starts it beside itself."""

import contextlib
import os
import sys
from pathlib import Path

from game.ui.sound.bank import read, write
from game.ui.sound.catalogue import RECIPES, synthesize

PATIENCE = 10
"""How far it stands back behind other programs (the system's nice value)."""


def bake(folder: Path) -> int:
    """Make what is missing, in the order of the catalogue; returns how many were made."""
    made = 0
    for name in RECIPES:
        file = folder / f"{name}.npy"
        if read(file) is None:
            write(file, synthesize(name))
            made += 1
    return made


if __name__ == "__main__":
    with contextlib.suppress(OSError, AttributeError):
        os.nice(PATIENCE)
    bake(Path(sys.argv[1]))

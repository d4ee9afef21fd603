"""The command line: play, run, test, lab, check, schema, shot, shots, bench, gallery, saves, replay.

Faults are one clear line on standard error: exit code 2 for a call that can't be understood, 3 for files that can't be
used, 4 where something the machine lacks is in the way.
"""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from game.cli import measuring, packs, pictures, playing
from game.cli.base import app

__all__ = ["app", "main", "measuring", "packs", "pictures", "playing"]


def main() -> None:
    """Run the command line."""
    app()

"""Where the game's own data files are, and how they are read."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "assets"


@cache
def read(name: str) -> dict[str, Any]:
    """The file `name` of the assets folder, as plain dicts and lists. Ours, so a fault in it is a bug."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    found = yaml.load(text, Loader=yaml.SafeLoader)
    if not isinstance(found, dict):
        raise ValueError(f"{name}: a mapping is expected")
    return found

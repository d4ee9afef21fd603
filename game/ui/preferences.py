"""What the player set once and finds again: language, size of the desk, how the window is drawn."""

import contextlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import platformdirs
from babel import default_locale

from game.ui.words import LANGUAGES


def preferences_file() -> Path:
    """Where the preferences are kept."""
    return Path(platformdirs.user_config_dir("emerald-city")) / "preferences.json"


def own_language() -> str:
    """The language of the player's system, if the game speaks it; else the first one."""
    with contextlib.suppress(ValueError):
        found = (default_locale() or "")[:2]
        if found in LANGUAGES:
            return found
    return LANGUAGES[0]


@dataclass(slots=True)
class Preferences:
    """Values of the settings; `lang` empty: the system's."""

    lang: str = ""
    scale: float = 1.0
    fullscreen: bool = False
    framebuffer_acceleration: bool = False
    """SDL's own acceleration of the window: without it `flip` is much faster in software rendering."""

    @property
    def language(self) -> str:
        """The language to use."""
        return self.lang if self.lang in LANGUAGES else own_language()


def load_preferences(file: Path) -> Preferences:
    """The preferences in a file; whatever is missing or wrong there has its default."""
    preferences = Preferences()
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return preferences
    if isinstance(raw, dict):
        for field in fields(Preferences):
            value = raw.get(field.name)
            if type(value) is type(getattr(preferences, field.name)):
                setattr(preferences, field.name, value)
    preferences.scale = max(1.0, min(2.0, preferences.scale))
    return preferences


def save_preferences(preferences: Preferences, file: Path) -> None:
    """Keep them; a disk that refuses is no reason to trouble the player."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(asdict(preferences), indent=1), encoding="utf-8")

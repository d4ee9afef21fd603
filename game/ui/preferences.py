"""What the player set once and finds again: language, size, keys, sound, time, comfort, how the window is drawn."""

import contextlib
import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import platformdirs
from babel import default_locale

from game.ui.clock import PLAY, SPEEDS
from game.ui.words import LANGUAGES

VOLUMES = ("master", "ambience", "effects", "music")
"""Kinds of sound, each a field of the preferences."""
AUTOMATIC = 0.0
"""The scale of an interface that grows with its window."""


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
    scale: float = AUTOMATIC
    """How large the interface is, 1 to 2; or AUTOMATIC."""
    fullscreen: bool = False
    framebuffer_acceleration: bool = False
    """SDL's own acceleration of the window: without it `flip` is much faster in software rendering."""
    speed: int = PLAY
    """Index in SPEEDS with which a new game begins."""
    stops: dict[str, str] = field(default_factory=dict)
    """Rules that differ from those of `stops.GROUPS`, by group of events."""
    autosave: bool = True
    """Whether the game is saved at each day's end."""
    keys: dict[str, list[int]] = field(default_factory=dict)
    """Keys that differ from those of `bindings.ACTIONS`, by action."""
    master: float = 0.8
    ambience: float = 0.7
    effects: float = 0.8
    music: float = 0.6
    calm: bool = False
    """Reduced flashes: alarms and marks stand still instead of pulsing."""
    palette: str = "standard"
    """One of `kit.theme.palettes()`: colours for eyes that see them differently."""
    hints: bool = True
    edge_scroll: bool = True
    """Whether the map moves when the mouse rests at the window's edge."""
    warned: bool = False
    """Whether the player has been told what the game contains."""

    @property
    def language(self) -> str:
        """The language to use."""
        return self.lang if self.lang in LANGUAGES else own_language()


def load_preferences(file: Path) -> Preferences:
    """The preferences in a file; whatever is missing or wrong there has its default."""
    preferences = Preferences()
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return preferences
    if isinstance(raw, dict):
        for each in fields(Preferences):
            value, usual = raw.get(each.name), getattr(preferences, each.name)
            if type(usual) is float and type(value) is int:
                value = float(value)
            if type(value) is type(usual) and _is_sound(each.name, value):
                setattr(preferences, each.name, value)
    if preferences.scale != AUTOMATIC:
        preferences.scale = max(1.0, min(2.0, preferences.scale))
    preferences.speed = max(0, min(len(SPEEDS) - 1, preferences.speed))
    for kind in VOLUMES:
        setattr(preferences, kind, max(0.0, min(1.0, getattr(preferences, kind))))
    return preferences


def _is_sound(name: str, value: Any) -> bool:
    """Whether what is nested in a value has the form it should have."""
    if name == "stops":
        return all(isinstance(rule, str) for rule in value.values())
    if name == "keys":
        return all(isinstance(keys, list) and all(type(k) is int for k in keys) for keys in value.values())
    return not isinstance(value, float) or value == value


def save_preferences(preferences: Preferences, file: Path) -> None:
    """Keep them; a disk that refuses is no reason to trouble the player."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(file.name + ".part")
        draft.write_text(json.dumps(asdict(preferences), indent=1), encoding="utf-8")
        draft.replace(file)

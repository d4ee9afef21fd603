"""The files of words: nested keys made flat, plurals kept together."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from game.ui import assets

LANGUAGES = ("en", "de")
PLURALS = frozenset(("zero", "one", "two", "few", "many", "other"))
Message = str | dict[str, str]
"""A text, or one text for each plural form."""


def flatten(tree: Mapping[str, Any], prefix: str = "") -> dict[str, Message]:
    """`{"ui": {"day": "Day"}}` as `{"ui.day": "Day"}`. A mapping of plural forms stays one message."""
    flat: dict[str, Message] = {}
    for key, value in tree.items():
        name = f"{prefix}{key}"
        if not isinstance(value, Mapping):
            flat[name] = str(value)
        elif len(value) > 1 and PLURALS.issuperset(value):
            flat[name] = {str(form): str(text) for form, text in value.items()}
        else:
            flat.update(flatten(value, f"{name}."))
    return flat


@cache
def catalogue(lang: str) -> dict[str, Message]:
    """All messages of the game itself in a language."""
    return flatten(assets.read(f"text/{lang}.yaml"))

"""Everything the desk says, in the player's language: looked up, filled, counted and dated."""

from game.ui.words.catalogue import LANGUAGES
from game.ui.words.words import MissingWordError, Words

__all__ = ["LANGUAGES", "MissingWordError", "Words"]

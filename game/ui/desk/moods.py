"""Moods, stress and points in words, colours and signs, the same wherever they are told."""

from game.ui.kit.theme import Colour

STRONG = 30.0
"""Points from which hate is called hate, and fear fear."""
TOLD_POINTS = 18
"""How far (of 100) a trait has to lie from the middle to be called by its name."""


def mood_level(value: float) -> str:
    """A mood from −100 to 100 in a word: a key of `mind.level`."""
    return "despair" if value < -60 else "low" if value < -15 else "fair" if value < 35 else "good"


def mood_tone(value: float) -> Colour:
    """The colour of a mood; a word goes with it."""
    return {"despair": "danger", "low": "warn", "fair": "link", "good": "good"}[mood_level(value)]


def strain_level(value: float) -> str:
    """A stress from 0 to 100 in a word: a key of `mind.strain`."""
    return "calm" if value < 25 else "tense" if value < 50 else "heavy" if value < 75 else "breaking"


def strain_tone(value: float) -> Colour:
    """The colour of a stress; a word goes with it."""
    return {"calm": "good", "tense": "link", "heavy": "warn", "breaking": "danger"}[strain_level(value)]


def signed(value: float) -> str:
    """A weight with its sign; small ones with one digit behind the point, unless they are whole."""
    if abs(value) < 0.05:
        return ""
    text = f"{value:+.0f}" if abs(value) >= 9.5 or value == round(value) else f"{value:+.1f}"
    return text.replace("-", "\N{MINUS SIGN}")


def feeling_key(feeling: str, points: float) -> str:
    """The message that tells of a feeling; below STRONG points hate is a grudge yet, and fear caution."""
    said = "says_little" if points < STRONG and feeling in ("hate", "fear") else "says"
    return f"tie.{said}.{feeling}"

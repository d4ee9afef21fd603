"""Overlays by name: their signs, their colours (names of the theme), and what their legends say."""

from game.ui.desk.strands import STYLES

OVERLAYS = ("cover", "sight", "needs", "crowd", "mood", "tension", "ties")
ICONS = {
    "cover": "shield", "sight": "eye", "needs": "heart-pulse", "crowd": "users", "mood": "brain", "tension": "flame",
    "ties": "waypoints",
}  # fmt: skip
GOOD, FAIR, BAD, CALM = "tint_good", "tint_fair", "tint_bad", "tint_calm"
FAR, UNSEEN, UNKNOWN = "tint_far", "tint_unseen", "tint_unknown"
CAMERA, EYE = "tint_camera", "tint_eye"
UNEASY, TENSE = 30, 50
"""Tension (0..100) from which a room is uneasy, and tense."""
LOW, MIDDLE = 35, 60
"""Satisfaction (0..100) below which a room is in need, and below which it is so so."""


LEGENDS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "cover": (("near", GOOD, "shield"), ("far", FAR, "eye"), ("none", UNSEEN, "eye-off")),
    "sight": (
        ("eye", EYE, "eye"),
        ("staff", GOOD, "shield"),
        ("camera", CAMERA, "camera"),
        ("none", UNSEEN, "eye-off"),
    ),
    "needs": (
        ("good", GOOD, "face-slightly-smiling"),
        ("fair", FAIR, "face-neutral"),
        ("bad", BAD, "face-slightly-frowning"),
        ("unknown", UNKNOWN, "circle-question-mark"),
    ),
    "mood": (
        ("good", GOOD, "face-slightly-smiling"),
        ("fair", FAIR, "face-neutral"),
        ("bad", BAD, "face-slightly-frowning"),
        ("unknown", UNKNOWN, "circle-question-mark"),
    ),
    "tension": (("calm", CALM, "leaf"), ("uneasy", FAIR, "zap"), ("tense", BAD, "flame")),
    "ties": tuple((feeling, FAIR, style.icon) for feeling, style in STYLES.items()),
    "crowd": (("free", CALM, "users"), ("half", FAIR, "users"), ("full", BAD, "triangle-alert")),
}
"""By overlay: name of the entry, its colour on the map, its sign."""

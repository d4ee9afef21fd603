"""How much a piece of news weighs: severity × nearness to a face × novelty."""

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.minds.knowledge import Fact

SEVERITY: dict[str, float] = {
    **dict.fromkeys(("Died", "Ended"), 1.0),
    **dict.fromkeys(("Asked", "Said", "Found", "Betrayed"), 0.7),
    **dict.fromkeys(("WingLocked", "ObjectiveKept", "ObjectiveFailed", "Threatened"), 0.6),
    **dict.fromkeys(("Arrived", "Decided", "Refused", "Demanded"), 0.5),
    **dict.fromkeys(("WingUnlocked", "Left"), 0.35),
    **dict.fromkeys(("Hungered", "KnownBefore", "TraitNoted"), 0.25),
    **dict.fromkeys(("Sent", "CellAssigned", "Posted", "RegimeSet", "DoorLocked", "DoorUnlocked"), 0.15),
    **dict.fromkeys(("EyeSet", "EyeCleared", "Ordered"), 0.1),
    **dict.fromkeys(("DayBegan", "ShiftBegan", "WorldBegan", "BeatFired", "BeatMissed"), 0.02),
    **dict.fromkeys(("Assaulted",), 0.8),
    **dict.fromkeys(("Wounded", "Snapped", "BruiseSeen", "Withdrew"), 0.65),
    **dict.fromkeys(("BrokenUp", "Told", "Admitted", "Joined", "Struck"), 0.5),
    **dict.fromkeys(("RequestAnswered", "Heard", "Referred", "Treated", "Discharged", "FightEnded"), 0.2),
    **dict.fromkeys(("Responded", "Watched", "LookedAway", "FetchedHelp"), 0.3),
    **dict.fromkeys(("Quarrelled", "ProtectionOffered", "ProtectionTaken"), 0.45),
    **dict.fromkeys(("Smuggled", "Sold", "Used"), 0.6),
    **dict.fromkeys(("VisitDenied", "LetterCame", "Hidden", "Craved"), 0.35),
    **dict.fromkeys(
        ("VisitAsked", "VisitAllowed", "VisitBegan", "VisitEnded", "VisitWatched", "Searched"), 0.12
    ),
}
PETITIONS: dict[str, float] = {
    "protection": 0.9, "medic": 0.7, "move": 0.55, "talk": 0.5, "truce": 0.45, "visit": 0.45,
}  # fmt: skip
"""How grave each kind of request is: times nearness to a face, from LOUD on it lies over the map as a card."""
OTHER = 0.4
"""Severity of a kind that isn't named above."""
NEAR_KINDS = frozenset(("Asked", "Said", "Ended", "Decided", "ObjectiveKept", "ObjectiveFailed"))
"""What the story itself says: near, whomever it names."""


def severity(kind: str) -> float:
    """How grave a kind of event is, 0 to 1."""
    return SEVERITY.get(kind, OTHER)


def nearness(fact: "Fact", desk: "Desk", faces: Collection[int]) -> float:
    """How near an event is to a face on the rail, 0 to 1. What an eye was on is near."""
    if fact.who in faces or fact.whom in faces:
        return 1.0
    if fact.source == "eye" or fact.kind in NEAR_KINDS:
        return 0.9
    if fact.place:
        rooms = desk.plan.rooms
        if any(desk.room_of(face) == fact.place for face in faces if desk.exists(face)):
            return 0.7
        wing = rooms[fact.place].wing
        if wing and any(rooms[desk.cell_of(face)].wing == wing for face in faces if desk.exists(face)):
            return 0.45
    return 0.3


def novelty(before: int) -> float:
    """How new something is that was already told so often within a day: 1, then less."""
    return 1.0 / (1.0 + 0.4 * before)

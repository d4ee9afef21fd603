"""What stops the clock, what is only pointed out, and what just goes into the events: as the player wants it."""

from collections.abc import Mapping

STOP, WARN, SILENT = RULES = ("stop", "warn", "silent")
"""Stop: time stands still. Warn: a banner over the map, and `until something happens` ends. Silent: neither."""
GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "decisions": (STOP, ("Asked",)),
    "deaths": (STOP, ("Died",)),
    "violence": (STOP, ("Assaulted", "Wounded")),
    "breaks": (WARN, ("Snapped", "Withdrew", "BruiseSeen")),
    "requests": (STOP, ("RequestMade",)),
    "quarrels": (WARN, ("Quarrelled", "Threatened")),
    "refusals": (WARN, ("Refused", "Found", "Betrayed")),
    "story": (WARN, ("Said", "Decided")),
    "objectives": (WARN, ("ObjectiveKept", "ObjectiveFailed")),
    "arrivals": (WARN, ("Arrived", "Left")),
    "lockdowns": (WARN, ("WingLocked", "WingUnlocked")),
    "needs": (SILENT, ("Hungered",)),
    "days": (SILENT, ("DayBegan", "ShiftBegan")),
}
"""Group of events: its rule when nothing is set, and the kinds in it."""


class Stops:
    """The rules in force: those the player set, else those of GROUPS."""

    def __init__(self, chosen: Mapping[str, str] | None = None) -> None:
        self.chosen = {
            group: rule for group, rule in (chosen or {}).items() if group in GROUPS and rule in RULES
        }

    def of_group(self, group: str) -> str:
        """The rule of a group."""
        return self.chosen.get(group, GROUPS[group][0])

    def by_kind(self) -> dict[str, str]:
        """The rule for every kind of event in a group."""
        return {kind: self.of_group(group) for group, (_, kinds) in GROUPS.items() for kind in kinds}

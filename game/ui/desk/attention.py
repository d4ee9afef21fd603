"""What the player is told, and how loudly: severity × nearness to a face × novelty, and how much of it a day bears."""

from collections import Counter, deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.sim.care.requests import REQUEST_KINDS
from game.sim.engine.calendar import day_of

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.minds.knowledge import Fact
    from game.sim.views import DecisionView

INTERRUPTIONS, BANNERS, LINES, PEEKS = 4, 3, 12, 6
"""At most so many a day stop the clock, lie over the map, stand in the feed unfolded, or show a picture."""
SEVERITY: dict[str, float] = {
    **dict.fromkeys(("Died", "Killed", "Escaped", "Rioted", "Ended"), 1.0),
    **dict.fromkeys(("Fought", "Attacked", "Stabbed", "Injured", "Overdosed", "Hanged"), 0.8),
    **dict.fromkeys(("Asked", "Said", "Found", "Betrayed"), 0.7),
    **dict.fromkeys(("WingLocked", "ObjectiveKept", "ObjectiveFailed", "Threatened"), 0.6),
    **dict.fromkeys(("Arrived", "Decided", "Refused", "Released"), 0.5),
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
    "Quarrelled": 0.45,
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
ALARMING = 0.6
"""Severity from which something may stop the clock and light the alarm."""
LOUD, SHOWN = 0.4, 0.2
"""Scores from which there is a banner, and a small picture when it happens out of view."""
SCENES = frozenset(
    (
        *("Quarrelled", "Arrived", "Refused", "WingLocked", "Fought", "Attacked", "Stabbed", "Injured"),
        *("Died", "Killed", "Escaped", "Rioted", "Overdosed", "Found", "Threatened"),
        *("Assaulted", "Wounded", "Snapped", "BruiseSeen", "Withdrew"),
    )
)
"""Kinds that can be looked at while they happen."""
FIGHT = "Assaulted"
OWN_ALARMS = frozenset(("WingLocked",))
"""The office's own orders: they light the alarm, but nobody has to be told of them."""
ALARM_MINUTES, BANNER_MINUTES = 12, 90
"""How long the alarm light burns, and how long a banner waits to be looked at."""
FRESH_MINUTES = 2
STOP, WARN, SILENT = "stop", "warn", "silent"


def severity(kind: str) -> float:
    """How grave a kind of event is, 0 to 1."""
    return SEVERITY.get(kind, OTHER)


def nearness(fact: "Fact", desk: "Desk", faces: Collection[int]) -> float:
    """How near an event is to a face on the rail, 0 to 1. What an eye was on is near."""
    if fact.who in faces or fact.whom in faces:
        return 1.0
    if fact.source == "eye" or fact.kind in ("Asked", "Said", "Ended", "Decided"):
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


@dataclass(slots=True)
class Alert:
    """A banner over the map."""

    fact: "Fact"
    alarming: bool
    dismissed: bool = False


@dataclass
class Attention:
    """Weighs news as they come. `rules`: what a kind of event does; see `rule_of`."""

    rules: dict[str, str] = field(default_factory=dict)
    alerts: list[Alert] = field(default_factory=list)
    fresh: deque["Fact"] = field(default_factory=lambda: deque(maxlen=12))
    """What may be shown in a small picture."""
    news: dict[int, "Fact"] = field(default_factory=dict)
    """By person: the last notable thing known of him that the player hasn't looked at."""
    scores: dict[int, float] = field(default_factory=dict)
    """By event."""
    _told: Counter[tuple[int, str, int]] = field(default_factory=Counter)
    spent: Counter[tuple[int, str]] = field(default_factory=Counter)
    """By day and on what."""
    asked: dict[int, bool] = field(default_factory=dict)
    """Questions looked at, and whether they may interrupt."""
    last_question: str = ""
    petitions: list[int] = field(default_factory=list)
    """Requests that lie over the map as a card, the one to be shown last."""
    _learned: int = 0

    def rule_of(self, kind: str) -> str:
        """`stop`, `warn` or `silent`: as the player set it, else by severity."""
        return self.rules.get(kind, STOP if severity(kind) >= 0.8 else WARN)

    def begin(self, desk: "Desk", faces: Collection[int]) -> None:
        """Take what is known already for old."""
        for fact in desk.feed(limit=400):
            self._weigh(fact, desk, faces)
        self._learned = desk.learned_count()

    def take(self, desk: "Desk", faces: Collection[int]) -> bool:
        """Look at what was learned since the last time; returns whether the clock should stop."""
        count = desk.learned_count()
        if count == self._learned:
            return False
        facts = desk.feed(limit=count - self._learned)
        self._learned = count
        stops = [self._notice(fact, desk, faces) for fact in facts]
        return any(stops)

    def _weigh(self, fact: "Fact", desk: "Desk", faces: Collection[int]) -> float:
        key = (day_of(fact.tick), fact.kind, fact.place)
        score = severity(fact.kind) * nearness(fact, desk, faces) * novelty(self._told[key])
        self._told[key] += 1
        self.scores[fact.event] = score
        return score

    def _notice(self, fact: "Fact", desk: "Desk", faces: Collection[int]) -> bool:
        told = next((alert for alert in self.alerts if alert.fact.event == fact.event), None)
        if told is not None:
            told.fact = fact  # more of it is known now
            return False
        score = self._weigh(fact, desk, faces)
        if severity(fact.kind) >= 0.35:
            self.news.update({person: fact for person in (fact.who, fact.whom) if person})
        rule, late = self.rule_of(fact.kind), fact.learned - fact.tick > FRESH_MINUTES
        if rule == SILENT or late:
            return False
        if fact.kind == "RequestMade":
            return self._petition(fact, desk, faces)
        if fact.kind not in SCENES:
            chosen = self.rules.get(fact.kind) == STOP and fact.kind != "Asked"
            return chosen and self._spend("stop", desk.tick, INTERRUPTIONS)
        if fact.kind == FIGHT and fact.place:
            self.fresh.append(fact)  # what goes on there can be looked at, banner or not
        grave = severity(fact.kind) >= ALARMING
        if fact.kind in OWN_ALARMS:
            self.alerts.append(Alert(fact, alarming=True, dismissed=True))
            return False
        if (score >= LOUD or grave) and self._spend("banner", desk.tick, BANNERS):
            self.alerts.append(Alert(fact, grave))
            return rule == STOP and self._spend("stop", desk.tick, INTERRUPTIONS)
        if score >= SHOWN and fact.place and self._spend("peek", desk.tick, PEEKS):
            self.fresh.append(fact)
        return False

    def _petition(self, fact: "Fact", desk: "Desk", faces: Collection[int]) -> bool:
        """Lay a request over the map if it is grave or near enough; one of a face interrupts, never twice alike."""
        kind = REQUEST_KINDS[fact.item % len(REQUEST_KINDS)]
        if PETITIONS[kind] * nearness(fact, desk, faces) < LOUD or not self._spend(
            "banner", desk.tick, BANNERS
        ):
            return False
        self.petitions.append(fact.detail)
        alike, self.last_question = self.last_question == f"request {kind}", f"request {kind}"
        stops = fact.who in faces and self.rules.get(fact.kind, STOP) == STOP and not alike
        return stops and self._spend("stop", desk.tick, INTERRUPTIONS)

    def _spend(self, what: str, tick: int, limit: int) -> bool:
        key = (day_of(tick), what)
        if self.spent[key] >= limit:
            return False
        self.spent[key] += 1
        return True

    def may_ask(self, decision: "DecisionView", tick: int) -> bool:
        """Whether a question may interrupt: four a day, never two alike in a row. The others wait on the rail."""
        if self.rules.get("Asked", STOP) != STOP:
            return False
        if decision.id not in self.asked:
            alike = decision.key == self.last_question
            self.asked[decision.id] = not alike and self._spend("stop", tick, INTERRUPTIONS)
            self.last_question = decision.key
        return self.asked[decision.id]

    def open_alerts(self, tick: int) -> list[Alert]:
        """Banners that still matter, the newest first."""
        return [
            alert
            for alert in reversed(self.alerts[-BANNERS:])
            if not alert.dismissed and tick - alert.fact.tick <= BANNER_MINUTES
        ]

    def alarm_rooms(self, tick: int, rooms_of: Callable[["Fact"], tuple[int, ...]]) -> tuple[int, ...]:
        """Rooms in which the alarm light burns."""
        found: set[int] = set()
        for alert in self.alerts[-2 * BANNERS :]:
            if alert.alarming and tick - alert.fact.tick <= ALARM_MINUTES:
                found.update(rooms_of(alert.fact))
        return tuple(sorted(found))

    def score(self, fact: "Fact") -> float:
        """The score of something told."""
        return self.scores.get(fact.event, severity(fact.kind) * 0.3)

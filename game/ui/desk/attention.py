"""What the player is told, and how loudly: severity × nearness to a face × novelty, and how much of it a day bears."""

from collections import Counter, deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.sim.care.requests import REQUEST_KINDS
from game.sim.engine.calendar import day_of
from game.ui.desk.questions import Questions
from game.ui.desk.weights import PETITIONS, nearness, novelty, severity

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.minds.knowledge import Fact
    from game.sim.views import DecisionView

INTERRUPTIONS, BANNERS, LINES, PEEKS = 4, 3, 12, 6
"""At most so many a day stop the clock, lie over the map, stand in the feed unfolded, or show a picture.

Questions of the story count among the first, and are asked all the same: see `questions`.
"""
ALARMING = 0.6
"""Severity from which something may stop the clock and light the alarm."""
LOUD, SHOWN, PRESSING = 0.4, 0.2, 0.42
"""Scores from which there is a banner, a small picture when it happens out of view, and an end to a hurry."""
TELLING = frozenset(("Said", "ObjectiveKept", "ObjectiveFailed", "Died"))
"""Kinds that end a hurry, whomever they are about."""
STRANGERS = 1
"""Banners a day that may go to what happens to nobody the player knows."""
SCENES = frozenset(
    (
        *("Quarrelled", "Arrived", "Refused", "WingLocked"),
        *("Died", "Found", "Threatened"),
        *("Assaulted", "Wounded", "Snapped", "BruiseSeen", "Withdrew"),
    )
)
"""Kinds that can be looked at while they happen."""
FIGHT = "Assaulted"
OWN_ALARMS = frozenset(("WingLocked",))
"""The office's own orders: they light the alarm, but nobody has to be told of them."""
ALARM_MINUTES, BANNER_MINUTES = 12, 20
"""How long the alarm light burns, and how long a banner waits to be looked at."""
FRESH_MINUTES, REPEAT_MINUTES = 2, 120
"""How late something may be learned and still be news; for how long the same does not end a hurry again."""
STOP, WARN, SILENT = "stop", "warn", "silent"


@dataclass(slots=True)
class Alert:
    """A banner over the map."""

    fact: "Fact"
    alarming: bool
    dismissed: bool = False
    sent: str = ""
    """Who was sent there, if somebody was."""


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
    _pressed: dict[tuple[str, int, int], int] = field(default_factory=dict)
    """By kind and whom it was between: when it was pressing last."""
    _told: Counter[tuple[int, str, int, int]] = field(default_factory=Counter)
    spent: Counter[tuple[int, str]] = field(default_factory=Counter)
    """By day and on what."""
    questions: Questions = field(default_factory=Questions)
    petitions: list[int] = field(default_factory=list)
    """Requests that lie over the map as a card, the one to be shown last."""
    pressing: "Fact | None" = None
    """The weightiest of what was learned last, if it ends a hurry or stops the clock."""
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
        count, self.pressing = desk.learned_count(), None
        if count == self._learned:
            return False
        facts = desk.feed(limit=count - self._learned)
        self._learned = count
        stops = [self._take(fact, desk, faces) for fact in facts]
        return any(stops)

    def _take(self, fact: "Fact", desk: "Desk", faces: Collection[int]) -> bool:
        before, stops = self.scores.get(fact.event, 0.0), self._notice(fact, desk, faces)
        score = self.score(fact)
        if (stops or self._presses(fact, before, score)) and score >= self.score(self.pressing or fact):
            self.pressing = fact
        return stops

    def _presses(self, fact: "Fact", before: float, score: float) -> bool:
        """Whether something learned ends a hurry: it is near a face, weighty, and was not told already."""
        rule = self.rule_of(fact.kind)
        if rule == SILENT or (fact.kind == "Asked" and rule == STOP) or before >= PRESSING:
            return False
        if fact.kind == "RequestMade":
            return fact.detail in self.petitions
        if score < PRESSING and (fact.kind not in TELLING or before):
            return False
        return fact.kind in TELLING or not self._repeats(fact)

    def _repeats(self, fact: "Fact") -> bool:
        """Whether the same between the same people was pressing a while ago; if not, it is now."""
        alike = fact.kind, fact.who, fact.whom
        last, self._pressed[alike] = self._pressed.get(alike), fact.tick
        return last is not None and fact.tick - last <= REPEAT_MINUTES

    def _weigh(self, fact: "Fact", desk: "Desk", faces: Collection[int]) -> float:
        face = next((who for who in (fact.who, fact.whom) if who in faces), 0)
        key = (day_of(fact.tick), fact.kind, fact.place, face)  # what befalls him is not old for others' sake
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
        near = score >= LOUD or fact.kind in TELLING
        if fact.kind in OWN_ALARMS:
            self.alerts.append(Alert(fact, alarming=True, dismissed=True))
            return False
        if (near or grave) and self._spend("banner", desk.tick, BANNERS if near else STRANGERS):
            self.alerts.append(Alert(fact, grave))
            return near and rule == STOP and self._spend("stop", desk.tick, INTERRUPTIONS)
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
        alike, self.questions.last = self.questions.last == f"request {kind}", f"request {kind}"
        stops = fact.who in faces and self.rules.get(fact.kind, STOP) == STOP and not alike
        return stops and self._spend("stop", desk.tick, INTERRUPTIONS)

    def _spend(self, what: str, tick: int, limit: int) -> bool:
        key = (day_of(tick), what)
        if self.spent[key] >= limit:
            return False
        self.spent[key] += 1
        return True

    def may_ask(self, decision: "DecisionView", tick: int) -> bool:
        """Whether a question may interrupt now; one that may not yet waits on the rail."""
        if self.rules.get("Asked", STOP) != STOP:
            return False
        return self.questions.may_ask(decision, tick, self.spent)

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

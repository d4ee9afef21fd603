"""Bonds on the desk: between whom known events made feelings, and what those events were; signs of feeling on people.

The office never reads a tie: it adds up what it knows to have shaped it.
"""

from dataclasses import dataclass

import numpy as np

from game.sim.desk.causes import CausesDesk
from game.sim.engine.calendar import MINUTES_PER_HOUR
from game.sim.events import Kind
from game.sim.house.ground import Ints
from game.sim.minds.knowledge import Fact
from game.sim.minds.signs import SIGNS
from game.sim.minds.ties import FEELINGS
from game.sim.states import Mind, NotedMind
from game.sim.views import Sign

SHOWN_MINUTES = 60
"""How long a feeling shows on somebody after what made it became known (ours)."""
DESPAIR = -0.85
"""Mood, as judged, from which it shows on somebody without any event (ours)."""
_FEARFUL_SIGNS = ("startled", "sleepless")
_SHOWN_ON_WHOM = {Kind.Threatened.name: Sign.FEAR, Kind.Insulted.name: Sign.ANGER}
_SHOWN_ON_WHO = {
    Kind.Snapped.name: Sign.ANGER,
    Kind.Withdrew.name: Sign.SORROW,
    Kind.Craved.name: Sign.CRAVING,
}


@dataclass(frozen=True, slots=True)
class BondReason:
    """One known event that moved a feeling, by how many points."""

    feeling: str
    """One of FEELINGS."""
    points: float
    event: int
    tick: int


@dataclass(frozen=True, slots=True)
class BondView:
    """What one person is believed to feel for another, and why."""

    who: int
    whom: int
    feelings: tuple[tuple[str, float], ...]
    """Those that are not nothing, with −100 to 100 points; the strongest first. Debts are told by `Desk.debts`."""
    reasons: tuple[BondReason, ...]
    """The last first."""

    @property
    def strength(self) -> float:
        """Points of the strongest feeling."""
        return max((abs(points) for _, points in self.feelings), default=0.0)


@dataclass(frozen=True, slots=True)
class BondShift:
    """What one event did at once to what one person feels for another."""

    who: int
    whom: int
    feeling: str
    """One of FEELINGS."""
    points: float
    """−100 to 100; of a debt, packs."""


class BondsDesk(CausesDesk):
    """Who feels what for whom, as far as known events tell."""

    def shifts_of(self, event: int) -> tuple[BondShift, ...]:
        """Return which feelings an event moved, the most moved first; none of an event that is not known."""
        log, fact = self._world.reasons, self.fact(event)
        found = []
        for number in (log.column("event") == event).nonzero()[0].tolist() if fact is not None else ():
            who, whom, _, *moved = log[number]
            for feeling, points in zip(FEELINGS, moved, strict=True):
                if points and (self.sees_all or self._links(fact, who, whom)):
                    found.append(
                        BondShift(who, whom, feeling, points * (1.0 if feeling == "debt" else 100.0))
                    )
        return tuple(sorted(found, key=lambda shift: (-abs(shift.points), shift.who, shift.whom)))

    def bonds(self, person: int) -> tuple[BondView, ...]:
        """Return the bonds from and to a person, the strongest first."""
        log = self._world.reasons
        who, whom = log.column("who"), log.column("whom")
        found: dict[tuple[int, int], list[BondReason]] = {}
        for number in ((who == person) | (whom == person)).nonzero()[0].tolist()[::-1]:
            row = log[number]
            fact = self.fact(row[2]) if row[2] else None
            if fact is not None and self._links(fact, row[0], row[1]):
                found.setdefault((row[0], row[1]), []).extend(_reasons(row, fact))
        bonds = [_bond(ends, reasons) for ends, reasons in found.items()]
        return tuple(sorted((b for b in bonds if b.feelings), key=lambda b: (-b.strength, b.who, b.whom)))

    def signs_of_feeling(self, ids: Ints) -> Ints:
        """Return for people by id the sign of what they feel, as far as it shows and is known; 0 for none."""
        shown = self._shown_lately()
        people = np.array(list(shown), np.int64)
        signs = np.where(np.isin(ids, self._despairing()), int(Sign.SORROW), 0)
        for person in people[np.isin(people, ids)].tolist():
            signs[ids == person] = shown[person]
        found: Ints = signs.astype(np.int64)
        return found

    def _shown_lately(self) -> dict[int, int]:
        """Return by person the sign of the last known event that shows on him."""
        found: dict[int, int] = {}
        knowledge = self._world.knowledge
        for number in range(len(knowledge.learned) - 1, -1, -1):
            fact = knowledge.fact_at(number)
            if fact.learned < self.tick - SHOWN_MINUTES:
                break
            if fact.tick >= self.tick - MINUTES_PER_HOUR:
                for person, sign in _shown_by(fact):
                    found.setdefault(person, int(sign))
        return found

    def _despairing(self) -> Ints:
        """Return who is in despair, as judged."""
        world = self._world
        mood = (world.everyone(Mind) if self.sees_all else world.everyone(NotedMind)).mood
        ids: Ints = world.people.ids[(mood <= DESPAIR) & self._judged()]
        return ids


def _reasons(
    row: tuple[int, int, int, float, float, float, float, float, float], fact: Fact
) -> list[BondReason]:
    """Return what one event did to each feeling but debt."""
    moved = zip(FEELINGS, row[3:], strict=True)
    return [
        BondReason(feeling, 100.0 * points, fact.event, fact.tick) for feeling, points in moved
        if points and feeling != "debt"
    ]  # fmt: skip


def _bond(ends: tuple[int, int], reasons: list[BondReason]) -> BondView:
    totals = dict.fromkeys(FEELINGS, 0.0)
    for reason in reasons:
        totals[reason.feeling] += reason.points
    bounded = {
        name: min(100.0, max(-100.0 if name == "regard" else 0.0, points)) for name, points in totals.items()
    }
    feelings = [(name, points) for name, points in bounded.items() if abs(points) >= 1.0]
    return BondView(*ends, tuple(sorted(feelings, key=lambda pair: -abs(pair[1]))), tuple(reasons))


def _shown_by(fact: Fact) -> list[tuple[int, Sign]]:
    """Return on whom an event shows, and how."""
    shown = []
    if fact.whom and fact.kind in _SHOWN_ON_WHOM:
        shown.append((fact.whom, _SHOWN_ON_WHOM[fact.kind]))
    if fact.who and fact.kind in _SHOWN_ON_WHO:
        shown.append((fact.who, _SHOWN_ON_WHO[fact.kind]))
    if fact.who and fact.kind == Kind.SignShown.name:
        fearful = SIGNS[fact.detail % len(SIGNS)].key in _FEARFUL_SIGNS
        shown.append((fact.who, Sign.FEAR if fearful else Sign.SORROW))
    return shown

"""Lets the prison be heard: places by what is in view, single sounds for what the office learns."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.calendar import hour_of
from game.sim.minds.knowledge import Fact
from game.ui.map.weather import rain_at
from game.ui.sound.hearing import Ears, mix_of

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.ui.desk.map_board import MapBoard
    from game.ui.kit import Ui
    from game.ui.session import Session
    from game.ui.sound.mixer import AnySound

LISTEN = 0.2
"""Seconds between two looks at the desk."""
AGAIN = 1.4
"""Seconds until the same sound is played again."""
MOST = 3
"""Single sounds that begin at a time; the first of CUES go before the others."""
FACTS = 40
"""How far back the feed is read."""
WITHIN_EARSHOT = 2
"""Minutes after which what was learned is a tale, no noise."""
AWAY = 0.4
"""How loud it is where the camera doesn't look."""
HOVER_GAP = 0.06


@dataclass(frozen=True, slots=True)
class Cue:
    """The sound of a kind of event; `placed`: it comes from where it happened; `heard`: only while it happens."""

    name: str
    volume: float = 1.0
    placed: bool = True
    heard: bool = False


CUES = {
    "Ended": Cue("ending", 1.0, False),
    "WingLocked": Cue("alarm", 1.0),
    "Asked": Cue("decision", 0.9, False),
    "Responded": Cue("whistle", 0.8, heard=True),
    "Assaulted": Cue("blow", 1.0, heard=True),
    "Snapped": Cue("quarrel", 1.0, heard=True),
    "Joined": Cue("shouting", 0.9, heard=True),
    "Struck": Cue("blow", 0.8, heard=True),
    "Watched": Cue("shouting", 0.6, heard=True),
    "Quarrelled": Cue("quarrel", 0.9),
    "Threatened": Cue("quarrel", 0.6, heard=True),
    "BrokenUp": Cue("whistle", 0.5, heard=True),
    "ObjectiveFailed": Cue("lost", 0.8, False),
    "ObjectiveKept": Cue("kept", 0.8, False),
    "Refused": Cue("refuse", 0.9, False),
    "Decided": Cue("stamp", 1.0, False),
    "Arrived": Cue("gate", 0.8),
    "Left": Cue("gate", 0.6),
    "Said": Cue("paper", 0.9, False),
    "DoorLocked": Cue("lock"),
    "DoorUnlocked": Cue("buzz", 0.8),
    "WingUnlocked": Cue("buzz"),
    "Searched": Cue("search", 0.9, heard=True),
    "VisitBegan": Cue("keys", 0.9, heard=True),
    "VisitEnded": Cue("keys", 0.6, heard=True),
    "RequestMade": Cue("paper", 0.6, False),
    "ShiftBegan": Cue("bell_signal", 0.5, False),
    "EyeSet": Cue("shutter", 0.8, False),
    "EyeCleared": Cue("shutter", 0.5, False),
    "CellAssigned": Cue("pen", 0.9, False),
    "Posted": Cue("pen", 0.8, False),
    "RegimeSet": Cue("pen", 0.9, False),
    "Sent": Cue("pen", 0.7, False),
}
"""By kind of event, the most urgent first."""
HOURS = {6: "dawn", 22: "dusk"}
"""A few notes for the morning's brief, and for the evening's report."""
GRADES = {"good": "good_ending", "fair": "good_ending", "bad": "bad_ending", "failed": "bad_ending"}


def _is_heard(fact: Fact) -> bool:
    """Whether a fact has a sound; what is told of a blow hours later has none."""
    cue = CUES.get(fact.kind)
    return cue is not None and (not cue.heard or fact.learned - fact.tick <= WITHIN_EARSHOT)


class Listener:
    """Between the desk and the sound. `frame` once a picture while a prison is played; `touch` on every screen."""

    def __init__(self, sound: "AnySound") -> None:
        self.sound = sound
        self._session: Session | None = None
        self._ears: Ears | None = None
        self._since = LISTEN
        self._seen: tuple[int, int] = (-1, -1)
        self._tick = 0
        self._heard: set[int] = set()
        self._locked = np.zeros(0, bool)
        self._hour = 0
        self._now = 0.0
        self._last: dict[str, float] = {}

    def frame(self, session: "Session", board: "MapBoard", seconds: float) -> None:
        """Hear what there is. `seconds` since the last picture."""
        self.sound.frame(seconds)
        self._now += seconds
        self._since += seconds
        if self.sound.silent or self._since < LISTEN:
            return
        self._since = 0.0
        if session is not self._session:
            self._begin(session)
        self._surroundings(session, board)
        if session.version != self._seen:
            self._seen = session.version
            self._news(session.desk, board)
            self._doors(session.desk, board)

    def rest(self, seconds: float) -> None:
        """No prison is played: its place falls silent, and the title is heard. Instead of `frame`."""
        if self._session is not None:
            self._session = None
            self.sound.ambience({})
        self.sound.music("title")
        self._now += seconds
        self.sound.frame(seconds)

    def touch(self, ui: "Ui") -> None:
        """Answer what the hand did on the desk."""
        for name in dict.fromkeys(ui.sounds):
            gap = HOVER_GAP if name == "hover" else 0.0
            if self._now - self._last.get(name, -9.0) >= gap:
                self._last[name] = self._now
                self.sound.play(name, 0.7 if name == "hover" else 1.0)

    def _begin(self, session: "Session") -> None:
        """Another prison, or another time of it: what happened before is no news."""
        desk = session.desk
        self.sound.music(None)
        self._session, self._ears = session, Ears(desk.plan)
        self._tick, self._heard = desk.tick, {fact.event for fact in desk.feed(limit=FACTS)}
        self._locked, self._seen = desk.doors_locked(), session.version
        self._hour = hour_of(desk.tick)

    def _surroundings(self, session: "Session", board: "MapBoard") -> None:
        assert self._ears is not None
        desk = session.desk
        camera, rate = board.view.camera, session.clock.rate
        rain = rain_at(session.world.seed, desk.tick)
        tension = session.tension[-1][1] if session.tension else 0.0
        hour = hour_of(desk.tick)
        if hour != self._hour and hour in HOURS:
            self._once(HOURS[hour], 0.8, 0.0)
        self._hour = hour
        near = self._ears.hear(board.scene, camera, hour, rain, tension, rate)
        self.sound.ambience(mix_of(near))

    # what is new

    def _news(self, desk: "Desk", board: "MapBoard") -> None:
        facts = [fact for fact in desk.feed(limit=FACTS) if fact.learned >= self._tick]
        fresh = [fact for fact in facts if fact.event not in self._heard and _is_heard(fact)]
        self._tick, self._heard = desk.tick, {fact.event for fact in facts}
        order = list(CUES)
        played = 0
        for fact in sorted(fresh, key=lambda fact: order.index(fact.kind)):
            if played < MOST and self._play(desk, fact, board):
                played += 1

    def _play(self, desk: "Desk", fact: Fact, board: "MapBoard") -> bool:
        cue, name = CUES[fact.kind], CUES[fact.kind].name
        if fact.kind == "Ended":
            outcome = desk.outcome()
            name = GRADES.get(outcome.grade, name) if outcome else name
        loud, pan = self._from(board, [fact.place]) if cue.placed and fact.place else (1.0, 0.0)
        return self._once(name, cue.volume * loud, pan)

    def _once(self, name: str, volume: float, pan: float) -> bool:
        """Play it, unless it was played a moment ago."""
        if self._now - self._last.get(name, -9.0) < AGAIN:
            return False
        self._last[name] = self._now
        self.sound.play(name, volume, pan)
        return True

    def _doors(self, desk: "Desk", board: "MapBoard") -> None:
        """Doors that fall shut, or open, as the hours have it: one sound for all of them, as loud as they are many."""
        locked = desk.doors_locked()
        if len(locked) == len(self._locked):
            for name, changed in (("door", locked & ~self._locked), ("buzz", self._locked & ~locked)):
                doors = changed.nonzero()[0].tolist()
                rooms = [max(desk.plan.doors[door].rooms) for door in doors]
                if rooms:
                    loud, pan = self._from(board, rooms)
                    self._once(name, loud * min(0.9, 0.3 + 0.05 * len(rooms)), pan)
        self._locked = locked

    def _from(self, board: "MapBoard", rooms: Iterable[int]) -> tuple[float, float]:
        """How loud rooms are, by the nearest in view, and from which side they are heard."""
        camera, loud, pans = board.view.camera, AWAY, []
        for room in rooms:
            x, y = camera.to_screen(board.view.middle_of(room))
            if camera.rect.collidepoint(x, y):
                loud = 1.0
            pans.append(max(-1.0, min(1.0, (x - camera.rect.centerx) / max(1, camera.rect.w / 2))))
        return loud, 0.7 * sum(pans) / max(1, len(pans))

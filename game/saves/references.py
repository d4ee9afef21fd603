"""What a snapshot's numbers point at: tiles, spots, rooms, people, events. Looked at before a world is made of them.

Columns are known by their names, so that a new `because` or `room` is looked at from the day it is there.
"""

import numpy as np

from game.saves.errors import PartError
from game.saves.meta import LATEST_TICK
from game.saves.names import columns_classes
from game.sim.care.apart import Apart
from game.sim.care.requests import REQUEST_KINDS, Request
from game.sim.care.talks import ROOMS, Talk
from game.sim.commands.base import Command, command_named
from game.sim.deals.pacts import Pact
from game.sim.engine.snapshot import Snapshot
from game.sim.events import Kind, Role
from game.sim.goods.items import THINGS, Fate
from game.sim.goods.searching import CELL, PERSON, Search
from game.sim.house.furniture import Facing, Pose
from game.sim.house.lockdowns import Lockdown
from game.sim.house.plan import ACTIVITIES, ROLES
from game.sim.house.uses import USES
from game.sim.minds.heed import Heedful, News
from game.sim.minds.knowledge import ALL_KNOWN, Source
from game.sim.minds.thoughts import THOUGHTS, Told
from game.sim.office import Decision, Eye, Message, Office, Send, Wing
from game.sim.people import NEEDS, Name, Status
from game.sim.population.families import RELATIONS
from game.sim.states import Break, Hold
from game.sim.storyboard import MEASURES, SIGNS, Measure, Storyboard
from game.sim.violence.fights import Fight
from game.sim.violence.wounds import Patient
from game.sim.visits.book import RULES_OF_VISITS, STATES, Relative, Visit, VisitPolicy
from game.story.scenario import Scenario
from game.story.state import Story

Range = tuple[int, int]
_HIGHEST = 1 << 40
_TILES = ("tile", *(f"at{step}" for step in range(7)))
_ROOMS, _SPOTS, _EVENTS = (
    ("room", "cell", "job", "place"),
    ("goal", "bed"),
    ("because", "ordered", "event", "cause", "made"),
)
_POSTS, _PEOPLE = ("post", "roster"), ("who", "whom", "by", "person", "informant", "owner")
_TICKS = ("tick", "since", "until", "held_until", "broken_until", "alarmed")


class References:
    """The ranges that hold in one snapshot of one scenario."""

    def __init__(self, snapshot: Snapshot, scenario: Scenario) -> None:
        self.snapshot = snapshot
        self.scenario = scenario
        plan = snapshot.plan
        self.events = sum(len(block) for block in snapshot.logs["events"])
        self.people = {int(id) for table in ("people", "archive") for id in snapshot.tables[table]["ids"]}
        self.rooms, self.wings = len(plan.rooms) - 1, len(plan.wings) - 1
        self.range_of: dict[str, Range] = {
            "role": (0, len(ROLES) - 1), "status": (0, max(Status)), "use": (0, len(USES) - 1),
            "pose": (0, max(Pose)), "facing": (0, max(Facing)), "shift": (-1, 2),
            "keys": (0, (1 << len(plan.keys)) - 1), "thought": (0, len(THOUGHTS) - 1),
            "known": (0, max(Told)), "thing": (0, len(THINGS) - 1), "fate": (0, max(Fate)), "held": (0, max(Hold)),
            "broken": (0, max(Break)), "wing": (0, self.wings), "leg": (0, 1000),
        }  # fmt: skip
        self.range_of |= dict.fromkeys(_TILES, (0, plan.width * plan.height - 1))
        self.range_of |= dict.fromkeys(_ROOMS, (0, self.rooms))
        self.range_of |= dict.fromkeys(_SPOTS, (0, len(plan.spots) - 1))
        self.range_of |= dict.fromkeys(_POSTS, (0, len(plan.posts) - 1))
        self.range_of |= dict.fromkeys(_EVENTS, (0, self.events))
        self.range_of |= dict.fromkeys(_PEOPLE, (0, int(snapshot.tables["people"]["next_id"][0]) - 1))
        self.range_of["fight"] = (0, self.events)
        self.range_of |= dict.fromkeys(_TICKS, (-LATEST_TICK, LATEST_TICK))

    def check(self) -> None:
        """Raise PartError at the first number that points nowhere."""
        self._columns()
        self._logs()
        self._entities()
        for key, id in self.snapshot.keys.items():
            self._known(id in self.people, "keys", f"{key[:40]} is nobody")

    def _known(self, holds: bool, part: str, fault: str) -> None:
        if not holds:
            raise PartError(part, fault)

    def _columns(self) -> None:
        kinds = columns_classes()
        for table, frozen in self.snapshot.tables.items():
            for name, block in frozen.items():
                for i, column in enumerate(kinds[name].columns if name in kinds else ()):
                    ranged = "event" if name.endswith("Roots") else column.name
                    self._within(f"{table}.{name}.{column.name}", ranged, block[i])
        doors = self.snapshot.tables["doors"]["ids"]
        self._known(len(doors) == len(self.snapshot.plan.doors) - 1, "doors", "are not those of the plan")
        held = {*self.snapshot.tables["people"]["ids"].tolist()}
        gone = self.snapshot.tables["archive"]["ids"]
        self._known(held.isdisjoint(gone.tolist()), "archive.ids", "somebody is both here and gone")

    def _within(
        self, part: str, column: str, values: "np.ndarray[tuple[int, ...], np.dtype[np.generic]]"
    ) -> None:
        if values.dtype.kind not in "iu" or not values.size:
            return
        low, high = self.range_of.get(column, (-_HIGHEST, _HIGHEST))
        least, most = int(values.min()), int(values.max())
        if least < low or most > high:
            value = least if least < low else most
            raise PartError(part, f"{value} is out of range: {low} to {high}")

    def _logs(self) -> None:
        special = {
            "events.kind": (0, max(Kind)), "edges.role": (0, max(Role)), "learned.source": (0, max(Source)),
            "learned.mask": (0, ALL_KNOWN), "seen.tiles": (0, 1 << 20), "events.item": (-(1 << 31), 1 << 31),
        }  # fmt: skip
        for log, blocks in self.snapshot.logs.items():
            for block in blocks:
                for column in block.dtype.names or ():
                    name = f"{log}.{column}"
                    self.range_of |= {name: special[name]} if name in special else {}
                    self._within(name, name if name in special else column, block[column])
        for block in self.snapshot.logs["events"]:
            for code in np.unique(block["detail"][block["kind"] == Kind.Ordered] // 10).tolist():
                try:
                    command_named(code)
                except StopIteration:
                    raise PartError("events.detail", f"there is no order of number {code}") from None
        self._known(0 <= self.snapshot.noted <= self.events, "noted", "points behind the last event")

    def _entities(self) -> None:
        found: dict[type, set[int]] = {}
        for space, id, parts in self.snapshot.components:
            part = f"{space} {id}"
            self._known(space != "person" or id in self.people, part, "there is no such person")
            for each in parts:
                self._known(not isinstance(each, Command), part, "an order is no component")
                found.setdefault(type(each), set()).add(id)
                self._component(part, each)
        self._known(found.get(Name, set()) >= self.people, "people", "somebody has no name")
        self._known(found.get(Office) == {1}, "office", "there has to be one")
        self._known(
            found.get(Wing, set()) == {*range(1, self.wings + 1)}, "wings", "are not those of the plan"
        )
        self._known(found.get(Story) == found.get(Storyboard) == {1}, "story", "there has to be one")

    def _component(self, part: str, each: object) -> None:
        if isinstance(each, Wing):
            hours = len(each.hours) == 24 and {*each.hours, each.activity} <= {*ACTIVITIES}
            self._known(hours and 0 < each.id <= self.wings, part, "its regime is none")
        elif isinstance(each, Decision):
            self._decision(part, each)
        elif isinstance(each, Office):
            self._known(all(self._is_watched(eye) for eye in each.eyes), part, "an eye watches nothing")
        elif isinstance(each, Send):
            self._known(
                each.person in self.people and 0 < each.room <= self.rooms, part, "sends nobody, or nowhere"
            )
        elif isinstance(each, Fight):
            self._fight(part, each)
        elif isinstance(each, Patient):
            noted = 0 < each.because <= self.events and min(each.admitted, each.treated) >= 0
            noted = noted and max(each.admitted, each.treated, each.discharged) <= self.events
            held = each.person in self.people and 0 <= each.bed < len(self.snapshot.plan.spots)
            self._known(noted and held, part, "nurses nobody")
        elif isinstance(each, Pact):
            both = {each.protector, each.ward} <= self.people and 0 < each.made <= self.events
            self._known(both, part, "protects nobody")
        elif isinstance(each, Message):
            self._known(0 < each.event <= self.events, part, "was never said")
        elif isinstance(each, Relative | Visit | VisitPolicy | Search):
            self._known(self._is_of_here(each), part, "points at nobody, nowhere, or at what never happened")
        elif isinstance(each, Storyboard):
            self._known({*each.faces} <= self.people, part, "has a face that is nobody's")
            measures = [measure for held in each.measures.values() for measure in held]
            self._known(all(self._measures(each) for each in measures), part, "measures what is not there")
        elif isinstance(each, Story):
            self._story(each)
        elif isinstance(each, Talk | Apart | Lockdown | Request):
            self._known(self._of_the_office(each), part, "is with nobody, or goes back to nothing")
        elif isinstance(each, Heedful):
            self._known(0 <= each.events <= self.events and each.learned >= 0, part, "heeds what never was")
        elif isinstance(each, News):
            self._known({*each.waiting} <= self.people, part, "is for somebody who is nobody")

    def _measures(self, each: Measure) -> bool:
        """Whether a figure that an objective hangs on is somebody's, or counts what happened."""
        events = all(0 < event <= self.events for event in each.counted)
        is_ones = each.who in self.people and (each.of != "need" or each.need in NEEDS)
        return events and each.sign in SIGNS and each.of in MEASURES and (each.of == "count" or is_ones)

    def _fight(self, part: str, each: Fight) -> None:
        """Who fights, looks on, runs or comes has to be somebody, and everything has to go back to an event."""
        people = {*each.fighters, *each.because, *each.arms, *each.beaten, *each.decided, *each.gapers, each.who,
                  each.whom, *(r.person for r in each.runners), *(r.officer for r in each.responders)}  # fmt: skip
        called = [*(r.because for r in each.runners), *(r.because for r in each.responders)]
        events = [each.id, *each.because.values(), *called]
        self._known(
            people <= self.people and 0 < each.place <= self.rooms, part, "is fought by nobody, or nowhere"
        )
        self._known(all(0 < event <= self.events for event in events), part, "never began")
        items = int(self.snapshot.tables["items"]["next_id"][0])
        self._known(
            0 <= each.alarm <= self.events and all(0 < i < items for i in each.arms.values()),
            part,
            "is false",
        )

    def _of_the_office(self, each: Talk | Apart | Lockdown | Request) -> bool:
        """Tell whether a talk, a separation, a lockdown or a request names people, rooms and events that are there."""
        if isinstance(each, Talk):
            meet = {*each.people, *each.seen} <= self.people and (each.host in self.people or not each.host)
            fits = each.kind in ROOMS and len(each.people) in (1, 2) and 0 <= each.room <= self.rooms
            return meet and fits and 0 <= each.because <= self.events
        if isinstance(each, Apart):
            return {each.one, each.other} <= self.people and 0 < each.because <= self.events
        if isinstance(each, Lockdown):
            return 0 < each.wing <= self.wings and 0 <= each.because <= self.events
        about = each.about in self.people or not each.about
        return (
            each.who in self.people and about and each.kind in REQUEST_KINDS and 0 < each.made <= self.events
        )

    def _decision(self, part: str, each: Decision) -> None:
        answers = [option.key for option in each.options]
        self._known(
            each.default in answers and each.chosen in ("", *answers),
            part,
            "an answer is none of its own",
        )
        self._known(0 <= each.place <= self.rooms and {*each.about} <= self.people, part, "is about nobody")

    def _is_of_here(self, each: Relative | Visit | VisitPolicy | Search) -> bool:
        """Tell whether all that a relative, a visit, a rule for visits or a search names is there."""
        events, people = range(self.events + 1), {0, *self.people}
        if isinstance(each, VisitPolicy):
            return each.rule in RULES_OF_VISITS and each.because in events
        if isinstance(each, Relative):
            named = each.relation in RELATIONS and each.because in events and each.flagged in events
            return named and each.who in self.people and each.person in people
        if isinstance(each, Visit):
            past = {each.asked, each.because, each.began, each.passed}
            booth = 0 <= each.booth < len(self.snapshot.plan.spots) and each.state in STATES
            items = set(self.snapshot.tables["items"]["ids"].tolist())
            return (
                booth
                and all(event in events for event in past)
                and {*each.items} <= items
                and {each.inmate, each.visitor, each.officer} <= people
            )
        target = self.rooms if each.kind == CELL else max(people)
        known = each.kind in (CELL, PERSON) and each.officer in self.people and each.because in events
        return known and 0 < each.target <= target

    def _is_watched(self, eye: Eye) -> bool:
        return (
            eye.id in self.people if eye.kind == "person" else eye.kind == "room" and 0 < eye.id <= self.rooms
        )

    def _story(self, story: Story) -> None:
        """The story's own books name beats and objectives that have to be in the scenario's file."""
        file = self.scenario.file
        if story.scenario != self.scenario.id:
            raise PartError("story", f"tells {story.scenario[:60]}, not {self.scenario.id}")
        books = (story.open_since, story.fired, story.done_at, story.missed, story.steered, story.asked,
                 story.chosen, story.answered, story.called_off)  # fmt: skip
        beats = {beat for book in books for beat in book} - {str(key) for key in file.beats}
        lost = sorted(beats | ({*story.objectives} - {str(key) for key in file.objectives}))
        if lost:
            raise PartError("story", f"the scenario has no '{lost[0][:60]}' any more", "changed")
        noted = [
            *story.fired.values(),
            *story.missed.values(),
            *story.answered.values(),
            story.ending_because,
        ]
        self._known(
            all(0 <= event <= self.events for event in noted), "story", "goes back to what never happened"
        )
        self._cast()

    def _cast(self) -> None:
        keys = {spec.key for spec in self.scenario.cast.people if spec.key}
        gone = sorted(keys - self.snapshot.keys.keys())
        if gone:
            raise PartError(
                "story", f"the scenario has '{gone[0][:60]}', whom the save doesn't know", "changed"
            )

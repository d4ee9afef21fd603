"""The pass over all references: every name in a file is looked up, every fault comes with a suggestion."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.sim.house.plan import CELL_KINDS, PrisonPlan
from game.story.casting import merged
from game.story.names import CastName, CrimeName, FactionName, PostName, RoomName, WingName
from game.story.people_file import CastEntry, PeopleFile
from game.story.prison.format import PrisonFile
from game.story.reading.bind import Model, Path
from game.story.reading.nodes import Node, locate, locate_key
from game.story.reading.problem import did_you_mean
from game.story.reading.scalars import Name, Words
from game.story.reading.source import Source
from game.story.texts import fields
from game.story.verbs import Verb
from game.story.walk import walk

Scope = Mapping[type[Name], Iterable[str]]


@dataclass(slots=True)
class Checked:
    """A bound file with what is needed to report on it."""

    model: Model
    root: Node
    source: Source

    def report(self, path: Path, code: str, message: str, help: str = "") -> None:
        """Notes a problem of the value at a path, or of the key if the path ends in `[key]`."""
        if path and path[-1] == "[key]":
            place = locate_key(self.root, path[:-1])
        else:
            place = locate(self.root, path)
        self.source.report(place, code, message, help)

    def unknown(self, path: Path, what: str, word: str, known: Iterable[str]) -> None:
        """Notes a name that is none."""
        self.report(path, "E105", f"unknown {what} '{word}'", did_you_mean(word, known))


def places(plan: PrisonPlan | None, prison: PrisonFile | None) -> dict[type[Name], list[str]]:
    """The names a prison brings; its rooms only if it could be drawn."""
    names: dict[type[Name], list[str]] = {}
    if prison is not None:
        names |= {WingName: list(prison.wings), PostName: list(prison.posts)}
    if plan is not None:
        names[RoomName] = [room.key for room in plan.rooms[1:]]
    return names


def people_scope(people: PeopleFile | None) -> dict[type[Name], list[str]]:
    """The names a people.yaml brings, its cast aside."""
    if people is None:
        return {}
    return {CrimeName: list(people.crimes), FactionName: list(people.factions)}


def check_names(file: Checked, scope: Scope) -> None:
    """Looks up every name of the classes in scope."""
    for path, value in walk(file.model):
        known = scope.get(type(value)) if isinstance(value, Name) else None
        if known is not None and value not in known:
            file.unknown(path, value.what, value, known)


def check_texts(file: Checked, cast: Iterable[str]) -> None:
    """Texts may name people of the cast in braces, and nothing else."""
    people = list(cast)
    for path, value in walk(file.model):
        if not isinstance(value, Words):
            continue
        for field in fields(value):
            if field not in people:
                file.report(path, "E106", f"the text names '{{{field}}}'", did_you_mean(field, people))


def check_verbs(file: Checked) -> None:
    """What verbs say about themselves: levers that force a deed, and the like."""
    for path, value in walk(file.model):
        if isinstance(value, Verb):
            for warning in value.warnings():
                file.report(path, "W301", warning)


def check_people(
    file: Checked, people: PeopleFile, plan: PrisonPlan | None, prison: PrisonFile | None
) -> None:
    """A people.yaml against its prison: names, complete entries, and a bed for everybody."""
    check_names(file, places(plan, prison) | people_scope(people) | {CastName: list(people.cast)})
    for key, entry in people.cast.items():
        check_complete(file, key, entry)
        check_cell(file, key, entry, plan)
    for key, crime in people.crimes.items():
        if crime.years[0] > crime.years[1]:
            file.report(("crimes", key, "years"), "E104", "'years': the shortest sentence comes first")
    if plan is not None:
        _check_beds(file, people, plan)


def check_complete(file: Checked, key: str, entry: CastEntry) -> None:
    """A person needs a name and a role."""
    for name, value in (("name", entry.name), ("is", entry.is_)):
        if value is None:
            file.report(("cast", key), "E101", f"missing key '{name}'")


def check_cell(file: Checked, key: str, entry: CastEntry, plan: PrisonPlan | None) -> None:
    """People live in cells, and in the wing the cell is in."""
    room = (
        next((room for room in plan.rooms if room.key == entry.cell), None) if plan and entry.cell else None
    )
    if room is None or plan is None:
        return
    if room.kind not in CELL_KINDS:
        file.report(("cast", key, "cell"), "E107", f"'{room.key}' is no cell, but a {room.kind}")
    elif entry.wing and plan.wings[room.wing].key != entry.wing:
        file.report(("cast", key, "cell"), "E107", f"'{room.key}' is not in the wing '{entry.wing}'")


def _check_beds(file: Checked, people: PeopleFile, plan: PrisonPlan) -> None:
    """Counts inmates against beds, wing by wing, then altogether."""
    beds = {wing.key: 0 for wing in plan.wings}
    for room in plan.rooms[1:]:
        if room.kind in CELL_KINDS:
            beds[plan.wings[room.wing].key] += room.capacity
    inmates = dict.fromkeys(beds, 0)
    for entry in merged(people, None).values():
        if entry.is_ == "inmate":
            inmates[entry.wing or ""] = inmates.get(entry.wing or "", 0) + 1
    for i, group in enumerate(people.generate):
        if group.role != "inmate":
            continue
        wing = group.wing or ""
        inmates[wing] = inmates.get(wing, 0) + group.count
        if wing in beds and wing and inmates[wing] > beds[wing]:
            message = f"too few beds in '{wing}': {inmates[wing]} inmates, {beds[wing]} beds"
            file.report(("generate", i, "count"), "E214", message)
    if sum(inmates.values()) > sum(beds.values()):
        message = f"too few beds: {sum(inmates.values())} inmates, {sum(beds.values())} beds"
        file.report(("generate",), "E214", message)

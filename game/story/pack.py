"""A pack as it is on disk: its files read, bound, checked against one another. One file's faults never stop another."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from game.sim.house.plan import PrisonPlan
from game.story.course_check import check_scenario
from game.story.pack_file import PackFile
from game.story.people_file import PeopleFile
from game.story.policy import PoliciesFile
from game.story.prison.format import PrisonFile
from game.story.prison_file import build
from game.story.reading.bind import Model, bind
from game.story.reading.nodes import Node
from game.story.reading.parse import parse
from game.story.reading.problem import Place, Problem, did_you_mean
from game.story.reading.source import Source, read_source, shown
from game.story.references import Checked, check_people
from game.story.scenario_file import ScenarioFile
from game.story.walk import name_texts

M = TypeVar("M", bound=Model)
SHARED = ("pack", "prison", "people", "policies")
MOST_FILES = 200


@dataclass(slots=True)
class Read(Generic[M]):
    """A file as it was read; `model` is None when it can't be used."""

    source: Source
    root: Node | None = None
    model: M | None = None

    @property
    def checked(self) -> Checked | None:
        """The file, ready for the reference pass."""
        if self.model is None or self.root is None:
            return None
        return Checked(self.model, self.root, self.source)


def read_as(model: type[M], path: Path, name: str) -> Read[M]:
    """Reads and binds a file; its texts get their keys under `name`."""
    source = read_source(path)
    root = parse(source)
    bound = bind(model, root, source) if root is not None else None
    if bound is not None:
        name_texts(bound, name)
    return Read(source, root, bound)


@dataclass(slots=True)
class Pack:
    """A pack's files."""

    folder: Path
    pack: Read[PackFile]
    prison: Read[PrisonFile]
    people: Read[PeopleFile]
    plan: PrisonPlan | None
    scenarios: dict[str, Read[ScenarioFile]] = field(default_factory=dict)
    """By the file's name without `.yaml`."""
    translations: dict[str, Read[Model]] = field(default_factory=dict)
    """By language."""
    policies: Read[PoliciesFile] | None = None
    """Stand-ins for the player, if the pack has any."""

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with it, file by file."""
        sources = [self.pack.source, self.prison.source, self.people.source]
        sources += [read.source for read in self.scenarios.values()]
        sources += [read.source for read in self.translations.values()]
        sources += [self.policies.source] if self.policies else []
        return sorted(problem for source in sources for problem in source.problems)

    @property
    def id(self) -> str:
        """Id of the pack; its folder's name while pack.yaml can't be read."""
        return str(self.pack.model.id) if self.pack.model else self.folder.name


def read_pack(folder: Path, only: str | None = None) -> Pack:
    """Reads a pack; with `only`, of its scenarios just that one."""
    pack = read_as(PackFile, folder / "pack.yaml", "pack")
    prison = read_as(PrisonFile, folder / "prison.yaml", "prison")
    plan = None
    if prison.model is not None and prison.root is not None:
        for room in prison.model.rooms.values():
            room.name.key = f"prison.rooms.{room.key}.name"
        plan = build(prison.model, prison.root, prison.source)
    people = read_as(PeopleFile, folder / "people.yaml", "people")
    if people.model is not None and people.checked is not None:
        check_people(people.checked, people.model, plan, prison.model)
    read = Pack(folder, pack, prison, people, plan)
    for stem in scenario_names(folder):
        if only in (None, stem):
            read.scenarios[stem] = _read_scenario(read, stem)
    if (folder / "policies.yaml").is_file():
        read.policies = read_as(PoliciesFile, folder / "policies.yaml", "policies")
        if only is None:
            check_policies(read)
    check_trials(read)
    for path in sorted((folder / "text").glob("*.yaml"))[:MOST_FILES]:
        source = read_source(path)
        read.translations[path.stem] = Read(source, parse(source))
    return read


def scenario_names(folder: Path) -> list[str]:
    """The scenario files of a pack, by name; links that lead out of the folder are passed over."""
    found = sorted(folder.glob("*.yaml"))[:MOST_FILES]
    inside = [path for path in found if path.resolve().parent == folder.resolve()]
    return [path.stem for path in inside if path.stem not in SHARED]


def _read_scenario(pack: Pack, stem: str) -> Read[ScenarioFile]:
    read = read_as(ScenarioFile, pack.folder / f"{stem}.yaml", stem)
    if read.model is None or read.checked is None:
        return read
    if pack.pack.model is not None and read.model.id != f"{pack.pack.model.id}.{stem}":
        message = f"the id of this file has to be '{pack.pack.model.id}.{stem}'"
        read.checked.report(("id",), "E107", message)
    prison = pack.prison.model
    if prison is not None and read.model.start.prison != prison.prison:
        read.checked.unknown(("start", "prison"), "prison", read.model.start.prison, [prison.prison])
    check_scenario(read.checked, read.model, pack.people.model, pack.plan, prison)
    return read


def check_policies(pack: Pack) -> None:
    """Look up the scenarios, beats, options and people that policies name."""
    if pack.policies is None or pack.policies.model is None or pack.policies.checked is None:
        return
    file = pack.policies.checked
    for name, policy in pack.policies.model.policies.items():
        for stem, play in policy.plays.items():
            path = ("policies", name, "plays", stem)
            scenario = pack.scenarios[stem].model if stem in pack.scenarios else None
            if scenario is None:
                file.unknown((*path, "[key]"), "scenario", stem, pack.scenarios)
                continue
            asked = {beat: told.ask for beat, told in scenario.beats.items() if told.ask is not None}
            for beat, option in play.answers.items():
                if beat not in asked:
                    file.unknown((*path, "answers", beat, "[key]"), "question", beat, asked)
                elif option not in asked[beat].options:
                    file.unknown((*path, "answers", beat), "option", option, asked[beat].options)
            cast = [*scenario.cast, *(pack.people.model.cast if pack.people.model else ())]
            for i, person in enumerate(play.watch):
                if person not in cast:
                    file.unknown((*path, "watch", i), "person", person, cast)


def check_trials(pack: Pack) -> None:
    """Look up the policies that trials name."""
    policies = pack.policies.model.policies if pack.policies and pack.policies.model else {}
    for read in pack.scenarios.values():
        for name, trial in read.model.tests.items() if read.model else ():
            if trial.policy and trial.policy not in policies and read.checked is not None:
                read.checked.unknown(("tests", name, "policy"), "policy", trial.policy, policies)


def is_pack(folder: Path) -> bool:
    """Whether a folder is a pack."""
    return (folder / "pack.yaml").is_file()


def nothing_there(path: Path, known: list[str]) -> Problem:
    """The problem of a path that is no pack, and no file of one."""
    source = Source(shown(path))
    source.report(Place(), "E001", "this is neither a pack nor a file of one", did_you_mean(path.name, known))
    return source.problems[0]

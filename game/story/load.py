"""The door of this room: packs, scenarios, checks, and worlds that play them."""

from pathlib import Path

import platformdirs

from game.sim.population.peopling import populate
from game.sim.world import World
from game.story.casting import make_cast
from game.story.director import Director
from game.story.numbers import make_rules
from game.story.pack import Pack, is_pack, nothing_there, read_pack, scenario_names
from game.story.reading.problem import Problem, did_you_mean, only_errors
from game.story.scenario import Scenario
from game.story.translation import check_translations, make_texts

SHIPPED = Path(__file__).parents[2] / "scenarios"


class BrokenFilesError(Exception):
    """Files that can't be used; `problems` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class UnknownScenarioError(Exception):
    """A scenario that no pack has; the text says so, with a suggestion."""


def pack_folders() -> list[Path]:
    """Where packs are: those that ship, then those in the player's data folder."""
    roots = [SHIPPED, Path(platformdirs.user_data_dir("emerald-city", False)) / "scenarios"]
    return [folder for root in roots if root.is_dir() for folder in sorted(root.iterdir()) if is_pack(folder)]


def scenario_ids() -> dict[str, Path]:
    """All scenarios there are, by id such as `oz.e01`, with their files."""
    found: dict[str, Path] = {}
    for folder in pack_folders():
        for stem in scenario_names(folder):
            found.setdefault(f"{folder.name}.{stem}", folder / f"{stem}.yaml")
    return found


def load_pack(path: Path | str) -> Pack:
    """A pack with all its files, however broken: what is wrong is in its `problems`."""
    pack = read_pack(Path(path))
    check_translations(pack)
    return pack


def check(path: Path | str) -> list[Problem]:
    """All that is wrong with a pack, with one file of a pack, or with all packs of a folder."""
    path = Path(path)
    if path.is_file() and is_pack(_folder_of(path)):
        named = path.resolve()
        return [each for each in check(_folder_of(path)) if Path(each.file).resolve() == named]
    if is_pack(path):
        return load_pack(path).problems
    packs = sorted(each for each in path.iterdir() if is_pack(each)) if path.is_dir() else []
    if not packs:
        return [nothing_there(path, list(scenario_ids()))]
    return [problem for each in packs for problem in load_pack(each).problems]


def _folder_of(path: Path) -> Path:
    parent = path.parent
    return parent.parent if parent.name == "text" else parent


def load_scenario(name_or_path: str | Path) -> Scenario:
    """A scenario by id (`oz.e01`), by name (`e01`), or by the path of its file.

    Raises UnknownScenarioError when there is none, BrokenFilesError when it can't be used.
    """
    path = find_scenario(name_or_path)
    pack = read_pack(path.parent, only=path.stem)
    read, problems = pack.scenarios.get(path.stem), pack.problems
    if only_errors(problems) or read is None or read.model is None:
        raise BrokenFilesError(problems or [nothing_there(path, [])])
    if pack.people.model is None or pack.plan is None:
        raise BrokenFilesError(problems)
    file = read.model
    return Scenario(
        id=file.id,
        plan=pack.plan,
        cast=make_cast(pack.people.model, file),
        file=file,
        texts=make_texts(pack, file.lang),
        rules=make_rules(file.rules),
        warnings=tuple(problems),
        policies=dict(pack.policies.model.policies) if pack.policies and pack.policies.model else {},
        factions={str(key): str(each.colour) for key, each in pack.people.model.factions.items()},
        beat_number={str(key): number for number, key in enumerate(file.beats, 1)},
    )


def find_scenario(name_or_path: str | Path) -> Path:
    """The file of a scenario."""
    path = Path(name_or_path)
    if path.suffix == ".yaml" or path.is_dir():
        if path.is_file() and is_pack(path.parent):
            return path
        raise UnknownScenarioError(f"there is no scenario file {path}")
    known = scenario_ids()
    names = {id.partition(".")[2]: found for id, found in reversed(known.items())} | known
    if str(name_or_path) not in names:
        help = did_you_mean(str(name_or_path), names)
        raise UnknownScenarioError(f"there is no scenario '{name_or_path}'" + (f": {help}" if help else ""))
    return names[str(name_or_path)]


def make_world(scenario: Scenario, seed: int = 1) -> World:
    """A new world at the scenario's beginning, with its director."""
    world = World(scenario.plan, seed, scenario.rules)
    populate(world, scenario.cast)
    director = Director(scenario)
    director.begin(world)
    world.add_guest(director)
    return world

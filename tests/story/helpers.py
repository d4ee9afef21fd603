"""Small things the tests of stories share: packs, edits, and what the check says."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from game.story.load import check
from game.story.pack_file import PackFile
from game.story.people_file import PeopleFile
from game.story.policy import PoliciesFile
from game.story.prison.format import PrisonFile, ThingEntry
from game.story.reading.bind import Model, bind
from game.story.reading.bind import Path as KeyPath
from game.story.reading.parse import parse
from game.story.reading.problem import Problem
from game.story.reading.source import decode
from game.story.scenario_file import ScenarioFile
from game.story.walk import walk

SMALL = Path(__file__).parent / "small"
OZ = Path(__file__).parents[2] / "scenarios" / "oz"
MODELS: dict[str, type[Model]] = {
    "pack": PackFile,
    "prison": PrisonFile,
    "people": PeopleFile,
    "policies": PoliciesFile,
}


def model_of(path: Path) -> type[Model]:
    return MODELS.get(path.stem, ScenarioFile)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems_of(path: Path) -> list[Problem]:
    return check(path)


def told(problems: list[Problem]) -> list[str]:
    """Problems as `line:column code`."""
    return [f"{each.line}:{each.column} {each.code}" for each in problems]


def where(path: Path, text: str, nth: int = 1) -> tuple[int, int]:
    """Line and column of the nth occurrence of a text in a file."""
    whole, at = path.read_text(encoding="utf-8"), -1
    for _ in range(nth):
        at = whole.index(text, at + 1)
    return whole.count("\n", 0, at) + 1, at - whole.rfind("\n", 0, at)


def first_line(text: str) -> int:
    """The line of the first key of a file."""
    lines = text.split("\n")
    return 1 + next(i for i, line in enumerate(lines) if line.strip() and not line.startswith("#"))


@dataclass(frozen=True)
class Damage:
    """One way to damage a file, and where that has to be reported."""

    text: str
    codes: tuple[str, ...]
    line: int
    what: str


def bound_problems(text: str, model: type[Model]) -> list[Problem]:
    source = decode(text.encode(), "file.yaml")
    root = parse(source)
    if root is not None:
        bind(model, root, source)
    return source.problems


class Marked:
    """A file with the marks of all its keys and values, as PyYAML's own composer sees them."""

    def __init__(self, text: str, model: type[Model]) -> None:
        self.text = text
        self.tree = yaml.compose(text, Loader=yaml.SafeLoader)
        source = decode(text.encode(), "file.yaml")
        root = parse(source)
        assert root is not None
        self.bound = bind(model, root, source)
        assert self.bound is not None, source.problems

    def pair(self, path: KeyPath) -> tuple[Any, Any, Any] | None:
        """Key and value at a path, and the key that owns their mapping; None if the file leaves it out."""
        node, owner, key = self.tree, None, None
        for part in path:
            if isinstance(node, yaml.MappingNode):
                pair = next(((k, v) for k, v in node.value if k.value == str(part)), None)
                if pair is None:
                    return None
                owner, (key, node) = key, pair
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
                owner, node = key, node.value[part]
                key = node
            else:
                return None
        return (key, node, owner) if key is not None and key is not node else None

    def fields(self) -> Iterator[tuple[KeyPath, bool, Model]]:
        """Every key that a model of the file has and the file says, and whether it is required."""
        for path, value in walk(self.bound):
            if isinstance(value, Model):
                for name, field in type(value).model_fields.items():
                    if name in value.model_fields_set:
                        yield (*path, field.alias or name), field.is_required(), value

    def misspelt(self) -> Iterator[Damage]:
        for path, _, _ in self.fields():
            pair = self.pair(path)
            if pair is not None:
                at = pair[0].end_mark.index
                text = self.text[:at] + "x" + self.text[at:]
                yield Damage(text, ("E102", "E103"), pair[0].start_mark.line + 1, f"{path} misspelt")

    def without(self) -> Iterator[Damage]:
        for path, required, model in self.fields():
            pair = self.pair(path)
            if pair is None or not required:
                continue
            if isinstance(model, ThingEntry) and model.floor:
                continue  # without its thing, it is a sound entry of another kind
            key, value, owner = pair
            start, end = key.start_mark.index, len(self.text[: value.end_mark.index].rstrip())
            rest = self.text[end:]
            flow = rest.lstrip()
            if flow.startswith(","):
                end += len(rest) - len(flow) + 1
            elif self.text[:start].rstrip().endswith(","):
                start = len(self.text[:start].rstrip()) - 1
            kept = "\n" * self.text.count("\n", start, end)
            text = self.text[:start] + kept + self.text[end:]
            line = owner.start_mark.line + 1 if owner is not None else first_line(text)
            yield Damage(text, ("E101", "E103", "E104"), line, f"{path} removed")

    def retyped(self) -> Iterator[Damage]:
        for path, _, _ in self.fields():
            pair = self.pair(path)
            if pair is not None and isinstance(pair[1], yaml.ScalarNode):
                start, end = pair[1].start_mark.index, pair[1].end_mark.index
                kept = "\n" * self.text.count("\n", start, end)
                text = self.text[:start] + "[[]]" + kept + self.text[end:]
                yield Damage(text, ("E104", "E103"), pair[1].start_mark.line + 1, f"{path} retyped")

"""Numbers of the simulation that a scenario changes: looked up in the rules classes, and held to their ranges."""

import re
from collections.abc import Mapping
from dataclasses import fields

import game.sim.systems  # noqa: F401 - makes all rules classes known
from game.sim.engine.rules import Rules, notes
from game.story.references import Checked

Numbers = Mapping[str, Mapping[str, float]]


def rules_by_name() -> dict[str, type[Rules]]:
    """The rules of all systems: `QuarrelRules` is `quarrel` in files."""
    return {_name(each): each for each in Rules.__subclasses__()}


def _name(rules: type[Rules]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", rules.__name__.removesuffix("Rules")).lower()


def check_numbers(file: Checked, numbers: Numbers) -> None:
    """Rules and numbers have to exist, and lie in their ranges."""
    known = rules_by_name()
    for name, changes in numbers.items():
        if name not in known:
            file.unknown(("rules", name, "[key]"), "rule", name, known)
            continue
        ranges = {note.name: note for note in notes(known[name]())}
        for key, value in changes.items():
            note = ranges.get(key)
            if note is None:
                file.unknown(("rules", name, key, "[key]"), "number", key, ranges)
            elif not note.low <= value <= note.high:
                message = f"'{key}': {value:g} is not between {note.low:g} and {note.high:g} ({note.unit})"
                file.report(("rules", name, key), "E104", message)


def make_rules(numbers: Numbers) -> tuple[Rules, ...]:
    """The rules that differ from the simulation's own."""
    known = rules_by_name()
    made = []
    for name, changes in numbers.items():
        types = {field.name: type(getattr(known[name](), field.name)) for field in fields(known[name])}  # type: ignore[arg-type]
        made.append(known[name](**{key: types[key](value) for key, value in changes.items()}))
    return tuple(made)

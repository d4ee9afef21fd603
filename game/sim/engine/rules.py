"""Numbers that shape behaviour: fields of frozen dataclasses beside their rule, with unit, range and source."""

from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class RuleNote:
    """What a number means, for `docs/simulation.md` and for checking a scenario's `rules:`."""

    name: str
    value: float
    unit: str
    meaning: str
    source: str
    low: float
    high: float


def rule(
    value: float, unit: str, meaning: str, source: str = "ours", low: float = 0.0, high: float = 1e9
) -> Any:
    """Declare a number of a rules class: its default, unit, meaning, source and allowed range."""
    note = {"unit": unit, "meaning": meaning, "source": source, "low": low, "high": high}
    return field(default=value, metadata=note)


class Rules:
    """Base of all rules classes; a world holds one object of each."""


def notes(rules: Rules) -> list[RuleNote]:
    """Return the numbers of a rules object with what is known of them."""
    found = []
    for f in fields(rules):  # type: ignore[arg-type]
        m = f.metadata
        value = float(getattr(rules, f.name))
        found.append(RuleNote(f.name, value, m["unit"], m["meaning"], m["source"], m["low"], m["high"]))
    return found


def check(rules: Rules) -> None:
    """Raise ValueError when a number is out of its range."""
    for note in notes(rules):
        if not note.low <= note.value <= note.high:
            where = f"{type(rules).__name__}.{note.name}"
            raise ValueError(f"{where} is {note.value}, but has to lie between {note.low} and {note.high}")

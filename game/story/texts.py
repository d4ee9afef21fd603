"""Texts of a pack in all its languages: the source stands in the files, the others in text/<lang>.yaml by path."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from game.story.reading.nodes import Mapping, Node, Scalar
from game.story.reading.problem import Place

FIELD = re.compile(r"\{(\w*)\}")


@dataclass(slots=True)
class Texts:
    """Texts by language and key. A key is the file's name and the path: `e01.beats.cell.ask.text`."""

    source: str = "en"
    by_language: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def languages(self) -> list[str]:
        """The languages there are, the source first."""
        return [self.source, *sorted(lang for lang in self.by_language if lang != self.source)]

    def of(self, lang: str) -> dict[str, str]:
        """All texts in a language; where it has none, in the source language."""
        return self.by_language.get(self.source, {}) | self.by_language.get(lang, {})

    def get(self, key: str, lang: str) -> str:
        """One text; the key itself when there is none."""
        found = self.by_language.get(lang, {}).get(key)
        return found if found is not None else self.by_language.get(self.source, {}).get(key, key)

    def add(self, lang: str, texts: Iterable[tuple[str, str]]) -> None:
        """Adds texts in a language; later ones win."""
        self.by_language.setdefault(lang, {}).update(texts)


def fields(text: str) -> list[str]:
    """The names in braces, in the order they come."""
    return FIELD.findall(text)


def fill(text: str, values: dict[str, str]) -> str:
    """A text with its fields filled; unknown ones stay. Never `str.format`, which would read attributes."""
    return FIELD.sub(lambda match: values.get(match[1], match[0]), text)


def leaves(node: Node, path: str = "") -> Iterator[tuple[str, Scalar, Place]]:
    """All texts of a translation, nested or under dotted keys, with their keys and where these stand."""
    if not isinstance(node, Mapping):
        return
    for key, (name, value) in node.pairs.items():
        here = f"{path}.{key}" if path else key
        if isinstance(value, Scalar):
            yield here, value, name.place
        elif isinstance(value, Mapping):
            yield from leaves(value, here)
        else:
            for i, item in enumerate(value.items):
                if isinstance(item, Scalar):
                    yield f"{here}.{i}", item, item.place
                else:
                    yield from leaves(item, f"{here}.{i}")

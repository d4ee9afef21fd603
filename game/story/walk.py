"""Walking through a bound file: every name, text and part of it, with its path."""

from collections.abc import Iterator
from typing import Any

from game.story.reading.bind import Model, Path
from game.story.reading.scalars import Name, Words


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """All names, texts and models within a model, in the order of its fields; paths are those of the file."""
    if isinstance(value, Name | Words):
        yield path, value
    elif isinstance(value, Model):
        path = (*path, *value.path_within())
        yield path, value
        for name, field in type(value).model_fields.items():
            yield from walk(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from walk(item, (*path, i))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk(key, (*path, key, "[key]"))
            yield from walk(item, (*path, key))


def dotted(path: Path) -> str:
    """A path as translations write it, such as `beats.cell.ask.options.groves.text`."""
    return ".".join(str(part) for part in path)


def name_texts(model: Model, file: str) -> None:
    """Gives each text of a file its key: the file's name and the path."""
    for path, value in walk(model):
        if isinstance(value, Words):
            value.key = f"{file}.{dotted(path)}"

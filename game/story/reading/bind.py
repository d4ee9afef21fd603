"""Nodes into models: pydantic checks, and each of its errors is told at the place in the file it is about."""

import re
from typing import Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, ValidationInfo, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from game.story.reading.nodes import Mapping, Node, follow, is_variant, locate, locate_key, plain
from game.story.reading.problem import did_you_mean
from game.story.reading.source import Source

ModelT = TypeVar("ModelT", bound="Model")
Path = tuple[int | str, ...]
Known = dict[int, list[str]]
"""Which keys a mapping may have, by the identity of its dictionary."""


class Model(BaseModel):
    """A part of a file: only the keys it names, each of exactly its kind."""

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, use_attribute_docstrings=True, defer_build=True
    )

    needs_one: ClassVar[tuple[str, ...]] = ()
    """At least one of these fields has to be given."""

    def path_within(self) -> Path:
        """What stands in the file between the place of this part and its keys; a verb its own name."""
        return ()

    @model_validator(mode="before")
    @classmethod
    def _note_keys(cls, value: Any, info: ValidationInfo) -> Any:
        """Remembers which keys belong here, for suggestions."""
        if isinstance(info.context, dict) and isinstance(value, dict):
            info.context[id(value)] = [field.alias or name for name, field in cls.model_fields.items()]
        return value

    @model_validator(mode="after")
    def _check_needed(self) -> Self:
        """Sees to `needs_one`."""
        if self.needs_one and not self.model_fields_set.intersection(self.needs_one):
            names = ", ".join(name.removesuffix("_") for name in self.needs_one)
            raise PydanticCustomError("needs_one", "at least one is needed of: {names}", {"names": names})
        return self


def bind(model: type[ModelT], node: Node, source: Source) -> ModelT | None:
    """The model of a tree, or None with every fault reported."""
    data = plain(node)
    known: Known = {}
    try:
        return model.model_validate(data, context=known)
    except ValidationError as fault:
        for error in fault.errors(include_url=False):
            _report(error, node, data, known, source)
        return None


def _report(error: ErrorDetails, node: Node, data: Any, known: Known, source: Source) -> None:
    path, kind = error["loc"], error["type"]
    if kind == "missing":
        source.report(locate(node, path[:-1]), "E101", f"missing key '{path[-1]}'")
    elif kind == "extra_forbidden":
        keys = known.get(id(_reach(data, path[:-1])), [])
        help = did_you_mean(str(path[-1]), keys)
        source.report(locate_key(node, path), "E102", f"unknown key '{path[-1]}'", help)
    elif kind in ("union_tag_invalid", "union_tag_not_found"):
        _report_verb(error, node, source)
    elif path and path[-1] == "[key]":
        source.report(locate_key(node, path[:-1]), "E104", f"'{path[-2]}': {_sentence(error)}")
    else:
        help = _choices(error)
        source.report(locate(node, path), "E104", f"{_name(path)}{_sentence(error)}", help)


def _report_verb(error: ErrorDetails, node: Node, source: Source) -> None:
    """A tagged union names its choices by function: `effect()`, `condition()`, `sign()`."""
    context = error.get("ctx", {})
    what = str(context.get("discriminator", "")).strip("'").removesuffix("()").replace("_", " ")
    target = follow(node, error["loc"])
    if isinstance(target, Mapping) and error["type"] == "union_tag_invalid":
        word, (key, _) = next(iter(target.pairs.items()))
        known = re.findall(r"'<?([^'>]*)>?'", str(context.get("expected_tags", "")))
        source.report(key.place, "E103", f"unknown {what} '{word}'", did_you_mean(word, known))
    else:
        message = f"{_name(error['loc'])}an entry here is one {what} with what it needs"
        source.report(locate(node, error["loc"]), "E103", message, "written `- {name: {key: value}}`")


def _reach(data: Any, path: Path) -> Any:
    for part in path:
        if is_variant(part):
            continue
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _name(path: Path) -> str:
    words = [part for part in path if isinstance(part, str) and not is_variant(part)]
    return f"'{words[-1]}': " if words else ""


def _choices(error: ErrorDetails) -> str:
    if error["type"] == "unknown_word":
        context = error.get("ctx", {})
        return did_you_mean(str(context["word"]), context["known"])
    if error["type"] not in ("literal_error", "enum"):
        return ""
    expected = re.findall("'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    return did_you_mean(str(error["input"]), expected)


_SENTENCES = {
    "string_type": "should be text",
    "int_type": "should be a whole number",
    "int_from_float": "should be a whole number",
    "float_type": "should be a number",
    "bool_type": "should be true or false",
    "list_type": "should be a list",
    "dict_type": "should be a mapping",
    "model_type": "should be a mapping",
    "model_attributes_type": "should be a mapping",
    "string_too_short": "should not be empty",
}


def _sentence(error: ErrorDetails) -> str:
    """What is wrong, in the words of files rather than of Python."""
    if error["type"] in ("literal_error", "enum"):
        return f"unknown value '{error['input']}'" if error["input"] is not None else "a value is missing"
    sentence = _SENTENCES.get(error["type"])
    if sentence is None:
        message = error["msg"]
        return message[:1].lower() + message[1:]
    if error["input"] is None:
        return f"{sentence}, but nothing stands here"
    if error["type"] == "string_type" and not isinstance(error["input"], dict | list):
        return f"{sentence}: put it in quotes"
    return sentence

"""The reference part of docs/modding.md, written from the classes that read the files."""

import re
from pathlib import Path
from typing import Any

from game.story.pack_file import PackFile
from game.story.people_file import PeopleFile
from game.story.policy import PoliciesFile
from game.story.prison.format import PrisonFile
from game.story.reading.bind import Model
from game.story.scenario_file import ScenarioFile
from game.story.verbs import Condition, Effect, Verb

BEGIN, END = "<!-- reference: begin -->", "<!-- reference: end -->"
FILES: dict[str, type[Model]] = {
    "pack.yaml": PackFile,
    "prison.yaml": PrisonFile,
    "people.yaml": PeopleFile,
    "policies.yaml": PoliciesFile,
    "A scenario": ScenarioFile,
}


def reference() -> str:
    """All files, conditions and effects with their keys."""
    parts = []
    for name, model in FILES.items():
        parts.append(f"## {name}\n\n{model.__doc__}\n\n{_table(model)}")
        parts += [f"### {title}\n\n{text}\n\n{table}" for title, text, table in _parts(model)]
    parts += [_verbs("Conditions", Condition), _verbs("Effects", Effect)]
    return "\n\n".join(parts) + "\n"


def with_reference(page: str) -> str:
    """A page with its reference part brought up to date."""
    before, _, rest = page.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{reference()}\n{END}{after}"


def _verbs(title: str, base: type[Condition] | type[Effect]) -> str:
    parts = [f"## {title}"]
    for tag, verb in sorted(base.verbs.items()):
        short = f"\n\nShort: `{tag}: {verb.short}`." if verb.short else ""
        parts.append(f"### {tag}\n\n{verb.__doc__}{short}\n\n{_table(verb)}")
    return "\n\n".join(parts)


def _table(model: type[Model]) -> str:
    schema = _body(model)
    needed = schema.get("required", [])
    rows = ["| key | value | meaning |", "|---|---|---|"]
    for name, field in schema.get("properties", {}).items():
        mark = "" if name in needed else " *"
        meaning = field.get("description") or _doc(field)
        row = f"| `{name}`{mark} | {_kind(field)} | {' '.join(meaning.split())} |"
        rows.append(row.replace("`|", "`\\|"))
    return "\n".join(rows)


def _doc(field: dict[str, Any]) -> str:
    model = _by_name().get(str(field.get("$ref", "")).rpartition("/")[2])
    return (model.__doc__ or "") if model else ""


def _body(model: type[Model]) -> dict[str, Any]:
    """The schema of a model's keys; of a verb, what stands behind its tag."""
    schema = model.model_json_schema()
    if "$ref" in schema:
        schema = schema["$defs"][schema["$ref"].rpartition("/")[2]]
    if issubclass(model, Verb):
        written = schema["properties"][model.tag]
        schema = written["anyOf"][-1] if "anyOf" in written else written
    return schema


def _parts(model: type[Model]) -> list[tuple[str, str, str]]:
    """The parts a file is made of, with their tables; verbs have a chapter of their own."""
    found = []
    for part in _models_within(model, []):
        found.append((_spaced(part.__name__), part.__doc__ or "", _table(part)))
    return found


def _models_within(model: type[Model], seen: list[type[Model]]) -> list[type[Model]]:
    for field in model.model_fields.values():
        for name in re.findall(r"\w+", str(field.annotation)):
            part = _by_name().get(name)
            if part is not None and part not in seen and part is not model:
                seen.append(part)
                _models_within(part, seen)
    return seen


def _by_name() -> dict[str, type[Model]]:
    plain = [each for each in Model.__subclasses__() if each is not Verb and each not in FILES.values()]
    return {each.__name__: each for each in plain}


def _kind(field: dict[str, Any]) -> str:
    """A field's type in words."""
    if "enum" in field or "const" in field:
        words = field.get("enum", [field.get("const")])
        return ", ".join(f"`{word}`" for word in words)
    if "anyOf" in field:
        return " or ".join(
            dict.fromkeys(_kind(each) for each in field["anyOf"] if each.get("type") != "null")
        )
    if "$ref" in field:
        return _spaced(field["$ref"].rpartition("/")[2])
    if "oneOf" in field:
        return _choice([each["$ref"].rpartition("/")[2] for each in field["oneOf"]])
    if field.get("type") == "array":
        return f"list of {_kind(field.get('items', {}))}"
    if field.get("type") == "object":
        inner = [field["additionalProperties"]] if field.get("additionalProperties") else []
        return f"mapping to {_kind([*inner, *field.get('patternProperties', {}).values(), {}][0])}"
    if field.get("type") in ("integer", "number"):
        return "number" + _range(field)
    example = f", such as `{field['examples'][0]}`" if field.get("examples") else ""
    return {"string": "text", "boolean": "true or false"}.get(str(field.get("type")), "value") + example


def _choice(names: list[str]) -> str:
    """A choice of models: all conditions, all effects, or one of a few."""
    for base in (Condition, Effect):
        if names[0] in [verb.__name__ for verb in base.verbs.values()]:
            return _spaced(base.__name__)
    return " or ".join(map(_spaced, names))


def _spaced(name: str) -> str:
    """`CastEntry` as `cast`."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name.removesuffix("Entry")).lower()


def _range(field: dict[str, Any]) -> str:
    low, high = field.get("minimum"), field.get("maximum")
    return f", {low} to {high}" if low is not None and high is not None else ""


if __name__ == "__main__":
    page = Path(__file__).parents[2] / "docs" / "modding.md"
    page.write_text(with_reference(page.read_text(encoding="utf-8")), encoding="utf-8")

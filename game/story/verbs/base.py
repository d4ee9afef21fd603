"""What a verb is: a class with its fields and its behaviour. Nothing else has to know it.

In files a verb is a mapping with one key, its tag: `need: {who: keane, need: safety, by: -30}`. One that is mostly
about one thing has a short form: `beat_done: arrival`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from game.story.reading.bind import Model, Path

if TYPE_CHECKING:
    from game.sim.storyboard import Measure
    from game.story.telling import Telling


class Verb(Model):
    """Base of conditions and effects. A subclass with a `tag` is known from then on."""

    tag: ClassVar[str] = ""
    short: ClassVar[str] = ""
    """The field that a value other than a mapping stands for."""
    verbs: ClassVar[dict[str, type["Verb"]]]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Registers the verb by its tag."""
        if cls.tag:
            if cls.tag in cls.verbs:
                raise TypeError(f"two verbs are called {cls.tag}")
            cls.verbs[cls.tag] = cls

    @model_validator(mode="before")
    @classmethod
    def _note_keys(cls, value: Any, info: ValidationInfo) -> Any:
        """Takes the verb out of its mapping, spells its short form out, remembers its keys."""
        if isinstance(value, dict) and list(value) == [cls.tag]:
            value = value[cls.tag]
        if cls.short and not isinstance(value, dict):
            return {cls.short: value}
        if isinstance(info.context, dict) and isinstance(value, dict):
            info.context[id(value)] = [field.alias or name for name, field in cls.model_fields.items()]
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        body = handler(schema)
        if not cls.tag:
            return body
        fields = handler.resolve_ref_schema(body)
        short = fields.get("properties", {}).get(cls.short)
        written: JsonSchemaValue = {"anyOf": [short, dict(fields)]} if short else dict(fields)
        fields.clear()
        fields.update(
            type="object", description=cls.__doc__, properties={cls.tag: written}, required=[cls.tag],
            additionalProperties=False,
        )  # fmt: skip
        return body

    def path_within(self) -> Path:
        """The tag stands between the place of the verb and its keys."""
        return (self.tag,)

    def warnings(self) -> Iterator[str]:
        """What a writer should think about again, though it works."""
        return iter(())


class Condition(Verb):
    """Something that holds or doesn't."""

    verbs: ClassVar[dict[str, type[Verb]]] = {}

    def holds(self, story: "Telling") -> bool:
        """Whether it holds now."""
        raise NotImplementedError

    def causes(self, story: "Telling") -> list[int]:
        """The events that make it hold: what comes of it cites them."""
        return []

    def measure(self, story: "Telling") -> "Measure | None":
        """The figure it compares, where the desk can show one."""
        return None


class Effect(Verb):
    """Something the story brings about through a command."""

    verbs: ClassVar[dict[str, type[Verb]]] = {}

    def apply(self, story: "Telling") -> None:
        """Brings it about."""
        raise NotImplementedError


def _tag(value: Any) -> str | None:
    return str(next(iter(value))) if isinstance(value, dict) and len(value) == 1 else None


def condition(value: Any) -> str | None:
    """Tell which condition a mapping of one key is."""
    return _tag(value)


def effect(value: Any) -> str | None:
    """Tell which effect a mapping of one key is."""
    return _tag(value)


class _AnyOf:
    """Annotation: one of all verbs of a base class, told apart by the tag."""

    def __init__(self, base: type[Condition] | type[Effect]) -> None:
        self.base = base

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        choices = {tag: handler.generate_schema(verb) for tag, verb in sorted(self.base.verbs.items())}
        return core_schema.tagged_union_schema(choices, condition if self.base is Condition else effect)


AnyCondition: TypeAlias = Annotated[Condition, _AnyOf(Condition)]
AnyEffect: TypeAlias = Annotated[Effect, _AnyOf(Effect)]

"""Words with a meaning of their own: lengths of time, moments, hours, comparisons, names, texts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60}
DAY = 24 * 60
_LENGTH = re.compile(r"([0-9]{1,5}) (minute|hour|day|week)s?\Z")
_MOMENT = re.compile(r"day ([1-9][0-9]{0,3}) ([01][0-9]|2[0-3]):([0-5][0-9])\Z")
_COMPARISON = re.compile(r"(>=|<=|>|<|=|!=) ?(-?[0-9]{1,9}(?:\.[0-9]{1,6})?)\Z")


def _length(value: Any) -> int:
    """`2 days`, `90 minutes` in minutes."""
    match = _LENGTH.match(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError(
            "duration", "a length of time is written '90 minutes', '6 hours' or '2 days'"
        )
    return int(match[1]) * MINUTES[match[2]]


def _moment(value: Any) -> int:
    """`day 3 14:30` as a tick: minutes since day 1 00:00."""
    match = _MOMENT.match(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("moment", "a moment is written 'day 3 14:30'")
    return (int(match[1]) - 1) * DAY + int(match[2]) * 60 + int(match[3])


def _hour(value: Any) -> int:
    """An hour of the day; keys of mappings are text."""
    if isinstance(value, str) and re.fullmatch("[0-9]{1,2}", value) and int(value) < 24:
        return int(value)
    raise PydanticCustomError("hour", "an hour is a whole number from 0 to 23")


Duration = Annotated[
    int,
    BeforeValidator(_length),
    WithJsonSchema({"type": "string", "pattern": r"^\d+ (minute|hour|day|week)s?$", "examples": ["2 days"]}),
]
Moment = Annotated[
    int,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "pattern": r"^day \d+ \d\d:\d\d$", "examples": ["day 3 14:30"]}),
]
Hour = Annotated[int, BeforeValidator(_hour), WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}$"})]


@dataclass(frozen=True, slots=True)
class Comparing:
    """`>= 2`: a comparison that waits for its left side."""

    sign: str
    number: float

    def holds(self, value: float) -> bool:
        """Whether it is true of a value."""
        return {
            ">=": value >= self.number,
            "<=": value <= self.number,
            ">": value > self.number,
            "<": value < self.number,
            "=": value == self.number,
            "!=": value != self.number,
        }[self.sign]


def _comparison(value: Any) -> Comparing:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Comparing("=", float(value))
    match = _COMPARISON.match(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("comparison", "a comparison is a number or text such as '>= 2'")
    return Comparing(match[1], float(match[2]))


Comparison = Annotated[
    Comparing,
    BeforeValidator(_comparison),
    WithJsonSchema(
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^(>=|<=|>|<|=|!=) ?-?\d"}]}
    ),
]


class OneOf:
    """Annotation of a text that has to be one of the words known for `what`."""

    def __init__(self, what: str, known: Iterable[str]) -> None:
        self.what = what
        self.known = list(known)

    def _check(self, word: str) -> str:
        if word not in self.known:
            raise PydanticCustomError(
                "unknown_word",
                "unknown {what} '{word}'",
                {"what": self.what, "word": word, "known": self.known},
            )
        return word

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, core_schema.str_schema(strict=True))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "enum": self.known}


class Name(str):
    """A word that refers to something: its class says what, and the reference pass looks it up."""

    what: ClassVar[str] = "name"
    pattern: ClassVar[str] = r"[a-z][a-z0-9_]{0,39}"
    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls.read, core_schema.str_schema(strict=True))

    @classmethod
    def read(cls, text: str) -> "Name":
        """Check the shape of the name."""
        if not re.fullmatch(cls.pattern, text):
            raise PydanticCustomError(
                "name", "a name is small letters, digits and '_', beginning with a letter"
            )
        return cls(text)


Key = Annotated[
    str, AfterValidator(Name.read), WithJsonSchema({"type": "string", "pattern": f"^{Name.pattern}$"})
]
"""A name that is given here, rather than referred to."""


class Words(str):
    """A text for people, in the file's language; other languages hold it under its path."""

    __slots__ = ("key",)
    key: str
    """Where it stands, such as `beats.cell.ask.text`; set when the file has been read."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(strict=True, min_length=1, max_length=4000)
        )

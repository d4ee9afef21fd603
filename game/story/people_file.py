"""What stands in a people.yaml: names to draw from, crimes, factions, who is generated, and who is known by name."""

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from game.sim.people import NEEDS, TRAITS
from game.sim.population.cast import DEATH, LIFE
from game.sim.population.families import RELATIONS
from game.story.names import CastName, CrimeName, FactionName, PostName, RoomName, WingName
from game.story.prison.format import RoleName
from game.story.reading.bind import Model
from game.story.reading.scalars import Key, OneOf, Words

DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
SHIFTS = ("day", "evening", "night")
_TERM = re.compile(r"([0-9]{1,4}) (day|week|month|year)s?\Z")


def _term(value: Any) -> int:
    """`15 years`, `life`, `death` in days, or the numbers that stand for those two."""
    if value in ("life", "death"):
        return LIFE if value == "life" else DEATH
    match = _TERM.match(value) if isinstance(value, str) else None
    if match is None or not int(match[1]):
        raise PydanticCustomError("term", "a sentence is written '15 years', '8 months', 'life' or 'death'")
    return int(match[1]) * DAYS[match[2]]


Term = Annotated[
    int,
    BeforeValidator(_term),
    WithJsonSchema({"type": "string", "pattern": r"^(life|death|\d+ (day|week|month|year)s?)$"}),
]
Percent = Annotated[int, Field(ge=0, le=100)]
Points = Annotated[int, Field(ge=-100, le=100)]
GivenName = Annotated[str, Field(min_length=1, max_length=60)]


class CastEntry(Model):
    """A person known by name. What is left out is drawn from the seed."""

    name: GivenName | None = None
    """First and last name."""
    is_: Annotated[RoleName | None, Field(alias="is")] = None
    """Role in the prison."""
    sex: Literal["m", "f"] = "m"
    """`m` or `f`."""
    age: Annotated[int, Field(ge=16, le=99)] | None = None
    """Years."""
    crime: CrimeName | None = None
    """What an inmate is in for."""
    sentence: Term | None = None
    """`15 years`, `life`, `death`."""
    wing: WingName | None = None
    """Where he lives or works."""
    cell: RoomName | None = None
    """The cell he lives in."""
    traits: dict[Annotated[str, OneOf("trait", TRAITS)], Percent] = {}
    """What he is like, 0 to 100."""
    needs: dict[Annotated[str, OneOf("need", NEEDS)], Percent] = {}
    """How content he is at the start, 0 to 100."""
    faction: FactionName | None = None
    """Whom he sides with."""
    look: dict[Key, Annotated[int, Field(ge=0, lt=2**31)]] = {}
    """How he looks: `seed` fixes it."""
    present: bool = True
    """Whether he is in the prison from the start; if not, the effect `arrive` brings him."""
    post: PostName | None = None
    """Where staff serve."""
    shift: Literal["day", "evening", "night"] | None = None
    """When staff serve."""
    known: bool = False
    """Whether he is a face of the story."""
    family_of: CastName | None = None
    """Of a visitor: whose family he is."""
    relation: Annotated[str, OneOf("relation", RELATIONS)] | None = None
    """Of a visitor: what he is to him; a friend, if nothing is said."""
    documented: bool = False
    """Whether the source of the story names him, rather than the game."""


class TieEntry(Model):
    """What one person holds of another at the start."""

    who: CastName
    """Who feels it."""
    whom: CastName
    """Towards whom."""
    regard: Points = 0
    """Points, −100 to 100."""
    hate: Percent = 0
    """Points, 0 to 100."""


class NamesEntry(Model):
    """Names to draw from."""

    first_m: Annotated[list[GivenName], Field(min_length=1)]
    """First names of men."""
    first_f: Annotated[list[GivenName], Field(min_length=1)]
    """First names of women."""
    last: Annotated[list[GivenName], Field(min_length=1)]
    """Last names."""


class CrimeEntry(Model):
    """What people are in for."""

    weight: Annotated[float, Field(gt=0, le=1000)]
    """How common, against the others."""
    years: Annotated[list[Annotated[int, Field(ge=0, le=200)]], Field(min_length=2, max_length=2)]
    """Shortest and longest sentence."""
    violence: Annotated[float, Field(ge=0, le=1)]
    """How violent, 0 to 1."""


class FactionEntry(Model):
    """A group among the inmates."""

    name: Words
    """Name for people."""
    colour: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]
    """Its colour, such as `#4f8f6b`."""


class GenerateEntry(Model):
    """So many people drawn from the seed."""

    role: RoleName
    """Role in the prison."""
    count: Annotated[int, Field(ge=0, le=5000)]
    """How many."""
    wing: WingName | None = None
    """Where they live or work."""


class PeopleFile(Model):
    """Everyone in the prison."""

    format: Literal[1]
    """Version of the format."""
    names: NamesEntry
    """Names to draw from."""
    crimes: Annotated[dict[Key, CrimeEntry], Field(min_length=1)]
    """Crimes by id."""
    factions: dict[Key, FactionEntry] = {}
    """Factions by id."""
    generate: list[GenerateEntry] = []
    """Who is drawn from the seed."""
    cast: dict[Key, CastEntry] = {}
    """People known by name, by id."""
    ties: list[TieEntry] = []
    """What people of the cast hold of each other."""

"""Who is to live and work in the prison: what the story hands over, before the dice fill in the rest."""

from dataclasses import dataclass, field

LIFE = -1
DEATH = -2


@dataclass(frozen=True, slots=True)
class PersonSpec:
    """A person written down in a file. Empty and zero values are drawn from the seed."""

    key: str
    first: str
    last: str
    role: str = "inmate"
    sex: str = "m"
    age: int = 0
    crime: str = ""
    sentence: int = 0
    """Days; LIFE, DEATH; 0: drawn."""
    wing: str = ""
    cell: str = ""
    traits: dict[str, float] = field(default_factory=dict)
    needs: dict[str, float] = field(default_factory=dict)
    faction: int = 0
    look: dict[str, int] = field(default_factory=dict)
    """`seed` fixes the looks."""
    present: bool = True
    """False: comes in later, by the gate."""
    post: str = ""
    shift: int = -1
    known: bool = False
    """One of the faces of the story."""
    family_of: str = ""
    """Of a visitor: key of the inmate he belongs to."""
    relation: str = ""
    """What he is to him: one of RELATIONS (`families.py`); empty: a friend."""


@dataclass(frozen=True, slots=True)
class Generate:
    """So many people of a role, drawn from the seed."""

    role: str
    count: int
    wing: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Names to draw from."""

    first_m: tuple[str, ...] = ("John", "Paul")
    first_f: tuple[str, ...] = ("Ann", "Mary")
    last: tuple[str, ...] = ("Doe", "Roe")


@dataclass(frozen=True, slots=True)
class Crime:
    """What people are in for: how common, how long, how violent (0 to 1)."""

    key: str
    weight: float = 1.0
    years: tuple[int, int] = (2, 10)
    violence: float = 0.3


@dataclass(frozen=True, slots=True)
class TieSpec:
    """What two people hold of each other at the start."""

    who: str
    whom: str
    regard: float = 0.0
    hate: float = 0.0


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone the scenario brings."""

    people: tuple[PersonSpec, ...] = ()
    generate: tuple[Generate, ...] = ()
    names: Names = Names()
    crimes: tuple[Crime, ...] = (Crime("theft"),)
    ties: tuple[TieSpec, ...] = ()
    keep_free: tuple[str, ...] = ()
    """Cells whose free beds a story will want: those drawn from the seed are put elsewhere, while there is room."""

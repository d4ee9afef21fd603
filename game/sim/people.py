"""What everyone has: inmates, officers, medics, visitors; one row a person, one class a concern."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.codec import component
from game.sim.engine.columns import Column, Columns
from game.sim.goods.purses import Purse
from game.sim.house.plan import ROLES
from game.sim.states import Body, Mind, NotedMind, State, StateRoots

INMATE = ROLES.index("inmate")
OFFICER = ROLES.index("officer")
MEDIC = ROLES.index("medic")
CHAPLAIN = ROLES.index("chaplain")
VISITOR = ROLES.index("visitor")
NEEDS = ("hunger", "fatigue", "hygiene", "company", "recreation", "safety", "family", "purpose")
TRAITS = ("aggression", "discipline", "nerve", "cunning", "empathy", "charisma", "faith", "loyalty")
NOTED_TRAITS = ("aggression", "nerve", "cunning", "empathy")
"""Traits that deeds go back to: each has an event of its own (`TraitNoted`) among the `Roots`."""


def is_staff(role: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which roles are those of staff: visitors guard and judge nobody."""
    staff: NDArray[np.bool_] = (role != INMATE) & (role != VISITOR)
    return staff


class Status(IntEnum):
    """Where a person stands towards the prison."""

    EXPECTED = 0
    """Will come in later."""
    PRESENT = 1
    AWAY = 2
    """Staff at home, between shifts."""
    RELEASED = 3
    DEAD = 4


class Identity(Columns):
    """Who one is: never changes but for `status` and `wing`."""

    role = Column("i8")
    """Index in ROLES."""
    status = Column("i8", Status.PRESENT)
    age_years = Column("i8", 30)
    look = Column("i8")
    """Seed of the looks."""
    faction = Column("i8")
    wing = Column("i8")
    cell = Column("i8")
    """Room id; 0: none."""
    bed = Column("i8")
    """Spot id of the own bed; 0: none."""
    keys = Column("i8")
    """Bits of the classes of keys carried."""
    job = Column("i8")
    """Room id of the workplace; 0: none."""


class Place(Columns):
    """Where one is and where one is going. Tile 0 is off the map: at home, or not yet come."""

    tile = Column("i8")
    goal = Column("i8")
    """Spot id reserved, reached or on the way to; 0: none."""
    room = Column("i8")
    """Room id of the goal."""
    walking = Column("i8")
    """1 while on the way."""
    waited = Column("i8")
    """Sub-steps stood before something in the way."""
    pose = Column("i8")
    facing = Column("i8")


class Trail(Columns):
    """The tiles of the last tick, from its start to its sixth sub-step: the ui draws people walking along them."""

    at0 = Column("i8")
    at1 = Column("i8")
    at2 = Column("i8")
    at3 = Column("i8")
    at4 = Column("i8")
    at5 = Column("i8")
    at6 = Column("i8")


class Doing(Columns):
    """What one does, and until when."""

    use = Column("i8")
    """Index in USES."""
    since = Column("i8")
    until = Column("i8")
    """Tick of the next choice."""
    because = Column("i8")
    """Event of the order that made one do it; 0: own choice."""
    quarrel_until = Column("i8")


class Needs(Columns):
    """What a person lacks, from 0 (content) to 1 (desperate)."""

    hunger = Column("f8", 0.1)
    fatigue = Column("f8", 0.1)
    hygiene = Column("f8", 0.1)
    company = Column("f8", 0.2)
    recreation = Column("f8", 0.2)
    safety = Column("f8", 0.2)
    family = Column("f8", 0.3)
    purpose = Column("f8", 0.3)


class Temper(Columns):
    """What one is like, from 0 to 1; hidden from the warden but for what was assessed."""

    aggression = Column("f8", 0.4)
    discipline = Column("f8", 0.5)
    nerve = Column("f8", 0.5)
    cunning = Column("f8", 0.5)
    empathy = Column("f8", 0.5)
    charisma = Column("f8", 0.5)
    faith = Column("f8", 0.3)
    loyalty = Column("f8", 0.5)


class Assessed(Temper):
    """What the office makes of the temper: the intake interview, then deeds that came to its ears; it can be wrong."""


class Sureness(Temper):
    """How sure the office is of each trait in `Assessed`, from 0 to 1."""

    aggression = Column("f8", 0.35)
    discipline = Column("f8", 0.35)
    nerve = Column("f8", 0.25)
    cunning = Column("f8", 0.2)
    empathy = Column("f8", 0.25)
    charisma = Column("f8", 0.35)
    faith = Column("f8", 0.3)
    loyalty = Column("f8", 0.2)


class Roots(Columns):
    """Events that lasting values go back to, so that deeds can cite them; 0: none."""

    aggression = Column("i8")
    nerve = Column("i8")
    cunning = Column("i8")
    empathy = Column("i8")
    hunger = Column("i8")
    """The meal that was missed, until the next one is eaten."""
    arrived = Column("i8")
    """How he came in, of those who came while the office was watching."""
    cell = Column("i8")
    """The order that gave him his cell."""
    job = Column("i8")
    """The order that gave him his work."""


class Noted(Needs):
    """Needs as staff last judged them, and how far off they tend to be."""


class NotedWhen(Columns):
    """When staff last judged a person's needs, and who; -1: never."""

    tick = Column("i8", -1)
    by = Column("i8")


class Duty(Columns):
    """Staff: which shift, which post, and whether on it now."""

    shift = Column("i8", -1)
    post = Column("i8")
    roster = Column("i8")
    """The post by the roster; `post` may differ by order."""
    on = Column("i8")
    """1 from arrival until relief."""
    leg = Column("i8")
    """Which room of a round."""
    because = Column("i8")
    """Event of the order that put him there; 0: the roster."""


PEOPLE = (
    Identity, Place, Trail, Doing, Needs, Temper, Assessed, Sureness, Mind, NotedMind, Body, State, StateRoots, Roots,
    Noted, NotedWhen, Duty, Purse,
)  # fmt: skip


@component
@dataclass(frozen=True, slots=True)
class Name:
    """What a person is called, and under which number filed."""

    first: str
    last: str
    number: str = ""
    key: str = ""
    """Name in the scenario's files; empty for generated people."""
    sex: str = "m"


@component
@dataclass(frozen=True, slots=True)
class Sentence:
    """What an inmate serves: a crime's key, days (−1: life, −2: death) and the tick from which it runs."""

    crime: str
    days: int
    since_day: int = 0
    """Day of admission, relative to day 1; negative for those who were here before."""


class Locks(Columns):
    """The doors: row r is door r + 1 of the plan."""

    locked = Column("i8")
    order = Column("i8")
    """0: as the regime has it, 1: locked by order, 2: open by order."""
    because = Column("i8")
    """Event that brought it to this state; 0: the plan."""
    ordered = Column("i8")
    """Event of the order still standing; 0: none."""

"""How people are in body and mind, and what has hold of them; one class a concern, all people in columns."""

from enum import IntEnum

from game.sim.engine.columns import Column, Columns


class Hold(IntEnum):
    """What can keep a person from choosing what he does."""

    NONE = 0
    FIGHT = 1
    """In a fight, or gaping at one."""
    RESPOND = 2
    """Staff on the way to a fight, or at it."""
    SICK = 3
    """In the infirmary, or being taken there."""
    VISIT = 4
    """With a visitor."""
    TALK = 5
    """With the office, the chaplain, or at a mediation."""
    SEARCH = 6
    """Being searched, or searching."""


class Break(IntEnum):
    """How people give way under stress."""

    NONE = 0
    WITHDRAWN = 1
    """Keeps to his cell, speaks to nobody."""
    LASHING_OUT = 2
    """Goes for the one he hates or fears."""


class Mind(Columns):
    """How somebody feels. Thoughts are rows of their own (`minds.py`); this is what they come to."""

    mood = Column("f8")
    """−1 (in despair) to 1 (glad): the sum of his thoughts, and of his needs."""
    stress = Column("f8", 0.2)
    """0 to 1: builds up over weeks of misery, and wears off as slowly."""
    craving = Column("f8")
    """0 to 1: how much he wants the drug he is used to."""
    dependence = Column("f8")
    """0 to 1: how much he is used to it."""


class NotedMind(Mind):
    """Mood and stress as staff last judged them; `NotedWhen` says when."""


class Body(Columns):
    """How somebody's body is."""

    wound = Column("f8")
    """0 (sound) to 1 (dying): the sum of his wounds, healed ones left out."""
    drugged = Column("f8")
    """0 to 1: under the influence."""


class State(Columns):
    """What somebody is in the midst of, and cannot choose."""

    held = Column("i8")
    """One of `Hold`: what keeps him from choosing; 0: he is his own man."""
    held_until = Column("i8")
    """Tick; who holds him lets him go."""
    broken = Column("i8")
    """One of `Break`: how he has given way under stress; 0: he has not."""
    broken_until = Column("i8")
    fight = Column("i8")
    """Number of the fight he is in; 0: none."""
    alarmed = Column("i8")
    """Tick until which he is shaken: he shows it."""
    tested = Column("i8")
    """How often others have tried him since he came."""


class StateRoots(Columns):
    """Events that states go back to, so that deeds can cite them; 0: none."""

    held = Column("i8")
    broken = Column("i8")
    wound = Column("i8")
    """The blow that did most of it."""
    craving = Column("i8")
    stress = Column("i8")
    """What weighed most when it last rose."""

"""What a story shows on the desk: its faces, its objectives, its end. The prison itself never reads it."""

from dataclasses import dataclass, field

from game.sim.engine.codec import component
from game.sim.office import Text

MEASURES = ("need", "debt", "count")
SIGNS = (">=", "<=", ">", "<", "=", "!=")
"""How a figure may be compared."""


@component
@dataclass(slots=True)
class Measure:
    """A figure that an objective hangs on, and what is asked of it; the desk looks it up as the office knows it."""

    of: str
    """`need` of `who`; `debt`: the most that `who` owes one man, in packs; `count` of the events in `counted`."""
    sign: str
    """One of `SIGNS`."""
    bound: float
    who: int = 0
    need: str = ""
    counted: list[int] = field(default_factory=list)


@component
@dataclass(slots=True)
class Goal:
    """One objective; `state` is open, kept, failed or done."""

    key: str
    text: Text
    state: str = "open"
    because: int = 0
    """Event that says that it was kept or failed."""


@component
@dataclass(slots=True)
class Storyboard:
    """Attached to the entity ("story", 1)."""

    scenario: str = ""
    title: Text = field(default_factory=lambda: Text("story.none"))
    faces: list[int] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    ends: int = 0
    """Tick at which the scenario's length is over; 0: never."""
    outcome: str = ""
    outcome_title: Text | None = None
    outcome_text: Text | None = None
    grade: str = ""
    canon: bool = False
    because: int = 0
    """Event `Ended`."""
    measures: dict[str, list[Measure]] = field(default_factory=dict)
    """The figures that the goals hang on, by their keys."""

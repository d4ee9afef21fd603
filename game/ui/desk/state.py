"""What the player has open, chosen and set: nothing of it is known to the prison."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from game.ui.kit.table import Order

if TYPE_CHECKING:
    from game.ui.desk.peeks import Peek
    from game.ui.desk.picking import Picking

SHEETS = ("people", "wings", "hours", "posts", "brief", "requests", "visits", "infirmary")


class Question(NamedTuple):
    """What is asked "why?" of a number: `mood`, `stress`, `tie`, `need`, `trait`, `tension` or `staff`; about whom."""

    kind: str
    who: int = 0
    """A person; for a tension a wing, 0 for the whole prison."""
    whom: int = 0
    key: str = ""
    """The feeling, need or trait."""


@dataclass(slots=True)
class Notice:
    """A line that floats over the map for a while, such as why an order was refused."""

    text: str
    until: float
    tone: str = "warn"


@dataclass(slots=True)
class DeskState:
    """The state of the screen."""

    person: int = 0
    room: int = 0
    sheet: str = ""
    """One of SHEETS; empty: the map alone."""
    folded: bool | None = None
    """Whether the bottom is folded; None: as the window's size suggests."""
    feed_filter: int = 0
    feed_order: str = "weight"
    """`weight` or `time`: what the feed shows first."""
    unfolded: set[tuple[int, str]] = field(default_factory=set)
    """Days and groups whose lesser lines are open."""
    overlay: str = ""
    """What is laid over the map: one of `overlay_fields.OVERLAYS`, empty for nothing."""
    overlay_need: str = ""
    """The need that the overlay of needs shows; empty: all together."""
    why: int = 0
    """Event whose causes lie open."""
    asked: Question | None = None
    """The number whose reasons lie open, or wait below those of an event."""
    why_trail: list[int] = field(default_factory=list)
    """Events through which one came to `why`, in the card itself."""
    dossier_tab: str = "overview"
    """`overview`, `mind` or `ties`."""
    chart: str = ""
    """Figure of the top bar whose course lies open."""
    chart_long: bool = False
    daily: str = ""
    """`morning` or `evening`: the report that lies open."""
    dailies: bool = True
    """Whether those open by themselves."""
    daily_seen: int = 2
    """The last of them that opened: twice the day, and one more for an evening. The first morning, the story begins."""
    brush: str = ""
    """Activity that the grid of hours paints; empty: a click opens nothing."""
    painting: tuple[int, int] | None = None
    """Wing and hour that the mouse painted last."""
    hints: bool = True
    hints_seen: set[str] = field(default_factory=set)
    minimap: bool = True
    edge_scroll: bool = True
    peeks: list["Peek"] = field(default_factory=list)
    people_tab: int = 0
    search: dict[str, str] = field(default_factory=dict)
    sorting: dict[str, Order] = field(default_factory=dict)
    sending: int = 0
    """Person for whom a room is to be clicked."""
    assigning: int = 0
    """Person for whom a cell is being chosen."""
    posting: int = 0
    """Post for which an officer is being chosen."""
    ordering: tuple[str, int] | None = None
    """What the card of orders is about: `person`, `room` or `wing`, and its id."""
    picking: "Picking | None" = None
    """The second half of an order that is being chosen: another man, or a workplace."""
    fights_shut: set[int] = field(default_factory=set)
    """Fights whose card was put aside."""
    visits_tab: int = 0
    visits_day: int = 0
    """Day whose timetable lies open; 0: today."""
    visit: int = 0
    """Visit that is looked at."""
    hour: tuple[int, int] | None = None
    """Wing and hour whose activity is being chosen."""
    decision: int = 0
    """Decision that is open on the screen."""
    option: str = ""
    settings: bool = False
    outcome_seen: bool = False
    report: bool = False
    """Whether the report on how it ended is asked for."""
    notice: Notice | None = None
    stopped_at: float = -1.0
    """When the clock last stopped by itself, in real seconds."""

    def search_for(self, name: str) -> str:
        """What is typed into a search field."""
        return self.search.get(name, "")

    def order_of(self, name: str) -> Order:
        """How a table is sorted."""
        return self.sorting.setdefault(name, Order())

    def back(self) -> bool:
        """Close the uppermost thing that is open; False when nothing was."""
        for name in (
            *(
                "settings",
                "daily",
                "why",
                "asked",
                "chart",
                "picking",
                "ordering",
                "hour",
                "brush",
                "assigning",
            ),
            *("posting", "sending", "room", "person", "sheet", "overlay"),
        ):
            value = getattr(self, name)
            if value:
                setattr(
                    self, name, None if name in ("asked", "hour", "ordering", "picking") else type(value)()
                )
                return True
        return False

"""What the player has open, chosen and set: nothing of it is known to the prison."""

from dataclasses import dataclass, field

from game.ui.kit.table import Order

SHEETS = ("people", "wings", "posts", "brief")


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
    people_tab: int = 0
    search: dict[str, str] = field(default_factory=dict)
    sorting: dict[str, Order] = field(default_factory=dict)
    sending: int = 0
    """Person for whom a room is to be clicked."""
    assigning: int = 0
    """Person for whom a cell is being chosen."""
    posting: int = 0
    """Post for which an officer is being chosen."""
    hour: tuple[int, int] | None = None
    """Wing and hour whose activity is being chosen."""
    decision: int = 0
    """Decision that is open on the screen."""
    option: str = ""
    settings: bool = False
    outcome_seen: bool = False
    notice: Notice | None = None

    def search_for(self, name: str) -> str:
        """What is typed into a search field."""
        return self.search.get(name, "")

    def order_of(self, name: str) -> Order:
        """How a table is sorted."""
        return self.sorting.setdefault(name, Order())

    def back(self) -> bool:
        """Close the uppermost thing that is open; False when nothing was."""
        for name in ("settings", "hour", "assigning", "posting", "sending", "room", "person", "sheet"):
            value = getattr(self, name)
            if value:
                setattr(self, name, None if name == "hour" else type(value)())
                return True
        return False

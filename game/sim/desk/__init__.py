"""What somebody may know of the prison, as of now: all that the ui, reports and refusals read.

`WARDEN` sees what the office learned; `TRUTH` sees all. A desk is good until the next tick.
"""

from game.sim.desk.affairs import AffairsDesk
from game.sim.desk.sights import SightsDesk


class Desk(AffairsDesk, SightsDesk):
    """A view of one world for one knower: people, places, sights and affairs."""


__all__ = ["Desk"]

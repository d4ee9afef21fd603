"""What somebody may know of the prison, as of now: all that the ui, reports and refusals read.

`WARDEN` sees what the office learned; `TRUTH` sees all. A desk is good until the next tick.
"""

from game.sim.desk.bodies import BodiesDesk
from game.sim.desk.bonds import BondsDesk
from game.sim.desk.goals import GoalsDesk
from game.sim.desk.visits import VisitDesk


class Desk(BondsDesk, GoalsDesk, BodiesDesk, VisitDesk):
    """A view of one world for one knower: people and their minds, requests, affairs and what lies behind them."""


__all__ = ["Desk"]

"""The tick at a glance: what happens in a minute, in this order."""

from game.sim.system import System
from game.sim.systems.choice import ChoiceSystem
from game.sim.systems.decisions import DecisionSystem
from game.sim.systems.doors import DoorSystem
from game.sim.systems.errands import SendSystem
from game.sim.systems.meals import MealSystem
from game.sim.systems.movement import MovementSystem
from game.sim.systems.needs import NeedsSystem, ObservationSystem
from game.sim.systems.quarrels import QuarrelSystem
from game.sim.systems.sight import SightSystem
from game.sim.systems.staff import GateSystem, PostSystem, ShiftSystem
from game.sim.systems.time import DaySystem, RegimeSystem

SCHEDULE: tuple[type[System], ...] = (
    DaySystem,
    RegimeSystem,
    ShiftSystem,
    GateSystem,
    SendSystem,
    PostSystem,
    ChoiceSystem,
    MealSystem,
    DoorSystem,
    MovementSystem,
    NeedsSystem,
    QuarrelSystem,
    ObservationSystem,
    DecisionSystem,
    SightSystem,
)

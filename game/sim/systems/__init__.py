"""The tick at a glance: what happens in a minute, in this order."""

from game.sim.engine.system import System
from game.sim.systems.breaks import BreakSystem
from game.sim.systems.care import CareSystem
from game.sim.systems.choice import ChoiceSystem
from game.sim.systems.company import CompanySystem
from game.sim.systems.debts import DebtSystem
from game.sim.systems.decisions import DecisionSystem
from game.sim.systems.doors import DoorSystem
from game.sim.systems.drugs import DrugSystem
from game.sim.systems.errands import SendSystem
from game.sim.systems.favours import FavourSystem
from game.sim.systems.fights import FightSystem
from game.sim.systems.letters import LetterSystem
from game.sim.systems.lockdown import LockdownSystem
from game.sim.systems.meals import MealSystem
from game.sim.systems.moods import MoodSystem, StressSystem
from game.sim.systems.movement import MovementSystem
from game.sim.systems.needs import NeedsSystem, ObservationSystem
from game.sim.systems.newcomers import NewcomerSystem
from game.sim.systems.news import NewsSystem
from game.sim.systems.pressure import PressureSystem
from game.sim.systems.purses import PurseSystem
from game.sim.systems.quarrels import QuarrelSystem
from game.sim.systems.requests import RequestSystem
from game.sim.systems.rumours import RumourSystem
from game.sim.systems.searches import SearchSystem
from game.sim.systems.sight import SightSystem
from game.sim.systems.smuggling import SmugglingSystem
from game.sim.systems.staff import GateSystem, PostSystem, ShiftSystem
from game.sim.systems.tempers import TemperSystem
from game.sim.systems.thoughts import ThoughtSystem
from game.sim.systems.time import DaySystem, RegimeSystem
from game.sim.systems.tributes import TributeSystem
from game.sim.systems.violence import ViolenceSystem
from game.sim.systems.visits import VisitSystem
from game.sim.systems.weapons import WeaponSystem
from game.sim.systems.wounds import BodySystem

SCHEDULE: tuple[type[System], ...] = (
    DaySystem,
    RegimeSystem,
    PurseSystem,
    ShiftSystem,
    GateSystem,
    SendSystem,
    CareSystem,
    VisitSystem,
    SearchSystem,
    PostSystem,
    ChoiceSystem,
    MealSystem,
    DoorSystem,
    MovementSystem,
    NeedsSystem,
    LetterSystem,
    DrugSystem,
    SmugglingSystem,
    ThoughtSystem,
    NewsSystem,
    MoodSystem,
    StressSystem,
    BreakSystem,
    CompanySystem,
    QuarrelSystem,
    FavourSystem,
    PressureSystem,
    NewcomerSystem,
    DebtSystem,
    TributeSystem,
    RumourSystem,
    WeaponSystem,
    ViolenceSystem,
    FightSystem,
    BodySystem,
    LockdownSystem,
    RequestSystem,
    ObservationSystem,
    TemperSystem,
    DecisionSystem,
    SightSystem,
)

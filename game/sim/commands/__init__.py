"""All orders: what the warden, the governor and the story can have done in the prison."""

from game.sim.commands.base import Authority, Command, OrderGiven, Refusal, code_of, command_named
from game.sim.commands.care import HearPerson, Mediate, Protect, Refer, Separate
from game.sim.commands.office import ClearEye, Decide, SetEye
from game.sim.commands.persons import AssignCell, PostOfficer, SendPerson, SetShift
from game.sim.commands.requests import AnswerRequest
from game.sim.commands.searches import SearchCell, SearchPerson
from game.sim.commands.story import Arrive, AskDecision, BookVisit, GiveThought, Mark, Say, SetNeed, SetTie
from game.sim.commands.violence import CallOfficers
from game.sim.commands.visits import AllowVisit, DenyVisit, SetVisitRule, WatchVisit
from game.sim.commands.wings import FreeDoor, LockDoor, LockWing, SetRegime, UnlockDoor, UnlockWing
from game.sim.commands.work import AssignJob

__all__ = [
    "AllowVisit", "AnswerRequest", "Arrive", "AskDecision", "AssignCell", "AssignJob", "Authority",
    "BookVisit", "CallOfficers", "ClearEye", "Command", "Decide", "DenyVisit", "FreeDoor", "GiveThought", "HearPerson",
    "LockDoor", "LockWing", "Mark", "Mediate", "OrderGiven", "PostOfficer", "Protect", "Refer", "Refusal",
    "Say", "SearchCell", "SearchPerson", "SendPerson", "Separate", "SetEye", "SetNeed", "SetRegime",
    "SetShift", "SetTie", "SetVisitRule", "UnlockDoor", "UnlockWing", "WatchVisit", "code_of", "command_named",
]  # fmt: skip

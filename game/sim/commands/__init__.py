"""All orders: what the warden, the governor and the story can have done in the prison."""

from game.sim.commands.base import Authority, Command, OrderGiven, Refusal, code_of, command_named
from game.sim.commands.office import ClearEye, Decide, SetEye
from game.sim.commands.persons import AssignCell, PostOfficer, SendPerson, SetShift
from game.sim.commands.story import Arrive, AskDecision, GiveThought, Mark, Say, SetNeed, SetTie
from game.sim.commands.wings import LockDoor, LockWing, SetRegime, UnlockDoor, UnlockWing
from game.sim.commands.work import AssignJob

__all__ = [
    "Arrive", "AskDecision", "AssignCell", "AssignJob", "Authority", "ClearEye", "Command", "Decide",
    "GiveThought", "LockDoor", "LockWing", "Mark", "OrderGiven", "PostOfficer", "Refusal", "Say",
    "SendPerson", "SetEye", "SetNeed", "SetRegime", "SetShift", "SetTie", "UnlockDoor", "UnlockWing",
    "code_of", "command_named",
]  # fmt: skip

"""Orders to wings and doors: regimes, locks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.commands.base import Command, Refusal, command
from game.sim.events import Cause, Kind, Role
from game.sim.house.lockdowns import begin_lockdown, end_lockdown
from game.sim.house.plan import ACTIVITIES
from game.sim.house.wings import refresh
from game.sim.people import Locks

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World

BY_REGIME, LOCKED, OPEN = 0, 1, 2
"""What `Locks.order` can say."""


@command(1)
@dataclass(frozen=True, slots=True)
class SetRegime(Command):
    """Set what a wing does in one hour of the day, from the next time that hour comes."""

    wing: int
    hour: int
    activity: str

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse unknown wings, hours and activities, and what is so already."""
        if not 0 < self.wing < len(desk.plan.wings):
            return Refusal("refusal.no_wing")
        if not 0 <= self.hour < 24 or self.activity not in ACTIVITIES:
            return Refusal("refusal.no_activity")
        if desk.wing(self.wing).hours[self.hour] == self.activity:
            return Refusal("refusal.already_so")
        return None

    def apply(self, world: "World", cause: int) -> None:
        """Change the hour; the wing follows at once when it is that hour now."""
        world.wing(self.wing).hours[self.hour] = self.activity
        event = world.emit(
            Kind.RegimeSet, detail=self.wing, amount=self.hour, item=ACTIVITIES.index(self.activity),
            because=[Cause(cause, 1.0, Role.DEED)],
        )  # fmt: skip
        refresh(world, world.wing(self.wing), event)


def _door_refusal(desk: "Desk", door: int, wanted: int) -> Refusal | None:
    if not 0 < door < len(desk.plan.doors):
        return Refusal("refusal.no_door")
    if not desk.plan.doors[door].key:
        return Refusal("refusal.no_lock")
    if desk.door(door).order == wanted:
        return Refusal("refusal.already_ordered")
    return None


def _order_door(world: "World", door: int, wanted: int, cause: int) -> None:
    lock = world.one(door, Locks)
    lock.order = wanted
    lock.ordered = cause


@command(2)
@dataclass(frozen=True, slots=True)
class LockDoor(Command):
    """Have a door locked and kept locked, whatever the regime says."""

    door: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse doors that are not there, have no lock, or are under that order."""
        return _door_refusal(desk, self.door, LOCKED)

    def apply(self, world: "World", cause: int) -> None:
        """Pass the order to whoever works the doors."""
        _order_door(world, self.door, LOCKED, cause)

    def about(self) -> dict[str, int]:
        """Name the room behind the door."""
        return {"item": self.door}


@command(3)
@dataclass(frozen=True, slots=True)
class UnlockDoor(Command):
    """Have a door opened and kept open, whatever the regime says."""

    door: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse doors that are not there, have no lock, or lead out of the prison."""
        if 0 < self.door < len(desk.plan.doors) and desk.plan.doors[self.door].key == "outer":
            return Refusal("refusal.outer_door")
        return _door_refusal(desk, self.door, OPEN)

    def apply(self, world: "World", cause: int) -> None:
        """Pass the order to whoever works the doors."""
        _order_door(world, self.door, OPEN, cause)

    def about(self) -> dict[str, int]:
        """Name the door."""
        return {"item": self.door}


@command(4)
@dataclass(frozen=True, slots=True)
class LockWing(Command):
    """Send a wing's inmates to their cells and have all its doors locked, until it is unlocked."""

    wing: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse wings without cells, and those locked already."""
        if not 0 < self.wing < len(desk.plan.wings) or not desk.wing(self.wing).capacity:
            return Refusal("refusal.no_wing")
        return Refusal("refusal.already_so") if desk.wing(self.wing).locked_down else None

    def apply(self, world: "World", cause: int) -> None:
        """Set the wing's state; officers and inmates follow it."""
        wing = world.wing(self.wing)
        wing.locked_down = True
        event = world.emit(Kind.WingLocked, detail=self.wing, because=[Cause(cause, 1.0, Role.DEED)])
        begin_lockdown(world, self.wing, event)
        wing.because = event
        refresh(world, wing, event)


@command(5)
@dataclass(frozen=True, slots=True)
class UnlockWing(Command):
    """End a wing's lock-up; it goes back to its regime."""

    wing: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse wings that are not locked down."""
        if not 0 < self.wing < len(desk.plan.wings):
            return Refusal("refusal.no_wing")
        return None if desk.wing(self.wing).locked_down else Refusal("refusal.already_so")

    def apply(self, world: "World", cause: int) -> None:
        """Set the wing's state; officers and inmates follow it."""
        wing = world.wing(self.wing)
        wing.locked_down = False
        end_lockdown(world, self.wing)
        refresh(
            world,
            wing,
            world.emit(Kind.WingUnlocked, detail=self.wing, because=[Cause(cause, 1.0, Role.DEED)]),
        )


@command(30)
@dataclass(frozen=True, slots=True)
class FreeDoor(Command):
    """Give a door back to its regime: no order holds it any more."""

    door: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse doors that are not there, have no lock, or go by the regime already."""
        refusal = _door_refusal(desk, self.door, BY_REGIME)
        if refusal is not None and refusal.reason == "refusal.already_ordered":
            return Refusal("refusal.by_regime")
        return refusal

    def apply(self, world: "World", cause: int) -> None:
        """Pass the order to whoever works the doors; what the regime then does with it is routine."""
        _order_door(world, self.door, BY_REGIME, 0)

    def about(self) -> dict[str, int]:
        """Name the door."""
        return {"item": self.door}

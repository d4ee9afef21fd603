"""What the office does itself: watches, answers to questions."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from game.sim.commands.base import Command, Refusal, command
from game.sim.events import Cause, Kind, Role
from game.sim.office import EYES_A_DAY, Decision, Eye

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World


@command(10)
@dataclass(frozen=True, slots=True)
class SetEye(Command):
    """Have a person or a room watched: what happens there is known at once. Three a day."""

    kind: str
    """`person` or `room`."""
    id: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse what can't be watched, what is watched, and a fourth eye in a day."""
        is_room = self.kind == "room" and 0 < self.id < len(desk.plan.rooms)
        if not (is_room or (self.kind == "person" and desk.is_here(self.id))):
            return Refusal("refusal.not_here")
        if desk.is_watched(self.kind, self.id):
            return Refusal("refusal.already_so")
        return None if desk.eyes_free else Refusal("refusal.no_eye", {"n": EYES_A_DAY})

    def apply(self, world: "World", cause: int) -> None:
        """Set the watch."""
        fields = {"who": self.id} if self.kind == "person" else {"place": self.id}
        event = world.emit(Kind.EyeSet, because=[Cause(cause, 1.0, Role.DEED)], **fields)
        world.office.eyes.append(Eye(self.kind, self.id, event))
        world.office.set_today += 1


@command(11)
@dataclass(frozen=True, slots=True)
class ClearEye(Command):
    """Stop watching a person or a room; the eye is free again tomorrow."""

    kind: str
    id: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse where nobody watches."""
        return None if desk.is_watched(self.kind, self.id) else Refusal("refusal.already_so")

    def apply(self, world: "World", cause: int) -> None:
        """Lift the watch."""
        eyes = world.office.eyes
        eyes[:] = [eye for eye in eyes if (eye.kind, eye.id) != (self.kind, self.id)]
        fields = {"who": self.id} if self.kind == "person" else {"place": self.id}
        world.emit(Kind.EyeCleared, because=[Cause(cause, 1.0, Role.DEED)], **fields)


@command(12)
@dataclass(frozen=True, slots=True)
class Decide(Command):
    """Answer an open question."""

    noted: ClassVar[bool] = False
    decision: int
    option: str

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse questions that are not open, and answers they don't have."""
        decision = desk.open_decision(self.decision)
        if decision is None:
            return Refusal("refusal.no_decision")
        if self.option not in [option.key for option in decision.options]:
            return Refusal("refusal.no_option")
        return None

    def apply(self, world: "World", cause: int) -> None:
        """Write the answer down; what follows from it names it as a cause."""
        decision = world.component("decision", self.decision, Decision)
        if decision is not None:
            answer(world, decision, self.option)


def answer(world: "World", decision: Decision, option: str, by_default: bool = False) -> None:
    """Take an option of an open question; `by_default` when its time ran out."""
    decision.chosen = option
    decision.answer = world.emit(
        Kind.Decided, place=decision.place, detail=decision.id,
        item=[o.key for o in decision.options].index(option), amount=float(by_default),
        because=[Cause(decision.because, 1.0, Role.MOTIVE)],
    )  # fmt: skip

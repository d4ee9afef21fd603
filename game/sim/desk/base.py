"""What all parts of the desk stand on."""

from typing import TYPE_CHECKING, TypeVar

from game.sim.engine.columns import Columns
from game.sim.house.plan import PrisonPlan
from game.sim.minds.knowledge import TRUTH, WARDEN, Fact
from game.sim.people import Identity, Status

if TYPE_CHECKING:
    from game.sim.world import World

C = TypeVar("C", bound=Columns)


class DeskBase:
    """One world as one knower may see it."""

    def __init__(self, world: "World", knower: int = WARDEN) -> None:
        self._world = world
        self.knower = knower
        self.tick = world.tick
        self.plan: PrisonPlan = world.plan

    @property
    def sees_all(self) -> bool:
        """Whether this is the desk of truth."""
        return self.knower == TRUTH

    def _one(self, id: int, kind: type[C]) -> C:
        return self._world.one(id, kind)

    def fact(self, event: int) -> Fact | None:
        """Return what is known of an event, None when nothing is."""
        knowledge = self._world.knowledge
        return knowledge.truth(event) if self.sees_all else knowledge.fact(event)

    def exists(self, person: int) -> bool:
        """Whether there is, or was, such a person."""
        people = self._world.people
        return person in people or (people.archive is not None and person in people.archive)

    def status(self, person: int) -> Status | None:
        """How a person stands towards the prison, None for nobody."""
        return Status(self._one(person, Identity).status) if self.exists(person) else None

"""Orders about visits: allowed, searched, denied, watched; and a wing's standing rule for them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.commands.base import Command, Refusal, command
from game.sim.events import Cause, Role
from game.sim.visits.book import ALLOWED, ASKED, RULES_OF_VISITS, Visit, VisitPolicy, allow, deny

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World


class VisitCommand(Command):
    """Base of the orders about one visit."""

    visit: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse visits that there are not, and those that are over, denied or under way."""
        view = desk.visit(self.visit)
        if view is None:
            return Refusal("refusal.no_visit")
        return None if view.state in (ASKED, ALLOWED) else Refusal("refusal.visit_past")

    def _of(self, world: "World") -> Visit:
        visit = world.component("visit", self.visit, Visit)
        if visit is None:
            raise LookupError(f"no visit {self.visit}")
        return visit


@command(27)
@dataclass(frozen=True, slots=True)
class AllowVisit(VisitCommand):
    """Let a visit take place; `searched`: the visitor is searched at the gate first."""

    visit: int
    searched: bool = False

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse also what is so already."""
        refusal = VisitCommand.refuse(self, desk)
        view = desk.visit(self.visit)
        if refusal is None and view and view.state == ALLOWED and view.searched == self.searched:
            return Refusal("refusal.already_so")
        return refusal

    def apply(self, world: "World", cause: int) -> None:
        """Write it into the books of the gate."""
        allow(world, self._of(world), self.searched, Cause(cause, 1.0, Role.DEED))


@command(28)
@dataclass(frozen=True, slots=True)
class DenyVisit(VisitCommand):
    """Let a visit not take place."""

    visit: int

    def apply(self, world: "World", cause: int) -> None:
        """Strike it from the books of the gate; he is told."""
        deny(world, self._of(world), Cause(cause, 1.0, Role.DEED))


@command(29)
@dataclass(frozen=True, slots=True)
class WatchVisit(VisitCommand):
    """Have an officer sit beside a visit and listen: what is said and passed becomes known. Costs him an hour."""

    visit: int

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse also what is watched already."""
        refusal = VisitCommand.refuse(self, desk)
        view = desk.visit(self.visit)
        return refusal or (Refusal("refusal.already_so") if view and view.watched else None)

    def apply(self, world: "World", cause: int) -> None:
        """Note it; an officer goes there at the hour."""
        self._of(world).watched = True


@command(40)
@dataclass(frozen=True, slots=True)
class SetVisitRule(Command):
    """Set a wing's standing rule for visits, by which all are decided that nobody decides otherwise."""

    wing: int
    rule: str
    """One of RULES_OF_VISITS: all come, all come and are searched, nobody comes."""

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse unknown wings and rules, and what is so already."""
        if not 0 < self.wing < len(desk.plan.wings):
            return Refusal("refusal.no_wing")
        if self.rule not in RULES_OF_VISITS:
            return Refusal("refusal.no_visit_rule")
        return Refusal("refusal.already_so") if desk.visit_rule(self.wing) == self.rule else None

    def apply(self, world: "World", cause: int) -> None:
        """Set the rule; it holds for visits asked for from now on, and for those still open."""
        world.attach("wing", self.wing, VisitPolicy(self.rule, cause))

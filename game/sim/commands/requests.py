"""The answers to what inmates ask of the office. Each comes to an order of its own kind, or to a no."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.care.requests import ELSEWHERE, GRANTED, REFUSED, Request, close_request
from game.sim.commands.base import Command, Refusal, command
from game.sim.commands.care import HearPerson, Mediate, Protect, Refer
from game.sim.commands.persons import AssignCell
from game.sim.commands.visits import AllowVisit, DenyVisit
from game.sim.events import Cause, Role
from game.sim.minds.thoughts import think

if TYPE_CHECKING:
    from game.sim.desk import Desk
    from game.sim.world import World

ANSWERS: dict[str, tuple[str, ...]] = {
    "talk": ("hear", "chaplain", "refuse"),
    "visit": ("allow", "search", "deny"),
    "move": ("grant", "refuse"),
    "protection": ("grant", "refuse"),
    "medic": ("grant", "refuse"),
    "truce": ("mediate", "refuse"),
}
"""What can be answered to each kind of request, the fullest answer first."""


@command(26)
@dataclass(frozen=True, slots=True)
class AnswerRequest(Command):
    """Answer an open request. `room`: the cell to move to; 0: one with a free bed, in his own wing before others."""

    request: int
    answer: str
    room: int = 0

    def refuse(self, desk: "Desk") -> Refusal | None:
        """Refuse what is answered already, answers that don't fit, and what the order itself would be refused for."""
        request = desk.open_request(self.request)
        if request is None:
            return Refusal("refusal.no_request")
        if self.answer not in ANSWERS[request.kind]:
            return Refusal("refusal.no_option")
        if self.answer == "refuse":
            return None
        if request.kind == "move" and not self._cell(desk, request):
            return Refusal("refusal.no_bed_at_all")
        return self._order(desk, request).refuse(desk)

    def _cell(self, desk: "Desk", request: Request) -> int:
        return self.room or desk.cell_for(request.who, but=request.about)

    def _order(self, desk: "Desk", request: Request) -> Command:
        """Return the order that an answer comes to."""
        orders: dict[tuple[str, str], Command] = {
            ("talk", "hear"): HearPerson(request.who),
            ("talk", "chaplain"): Refer(request.who, "chaplain"),
            ("medic", "grant"): Refer(request.who, "medic"),
            ("move", "grant"): AssignCell(request.who, self._cell(desk, request)),
            ("protection", "grant"): Protect(request.who),
            ("truce", "mediate"): Mediate(request.who, request.about),
            ("visit", "allow"): AllowVisit(desk.visit_for(request.id)),
            ("visit", "search"): AllowVisit(desk.visit_for(request.id), searched=True),
            ("visit", "deny"): DenyVisit(desk.visit_for(request.id)),
        }
        return orders[request.kind, self.answer]

    def apply(self, world: "World", cause: int) -> None:
        """Close the request; what was granted is ordered, a no stays on his mind."""
        request = world.component("request", self.request, Request)
        if request is None:
            return
        order = self._order(world.desk(), request) if self.answer != "refuse" else None
        if order is not None and request.kind == "visit":
            order.apply(world, cause)  # it closes the request itself, as it does when it is given by itself
            return
        amount = REFUSED if order is None else ELSEWHERE if self.answer == "chaplain" else GRANTED
        event = close_request(world, request, self.answer, amount, Cause(cause, 1.0, Role.DEED))
        if order is None:
            think(world, request.who, "refused", event)
        else:
            order.apply(world, event)

    def about(self) -> dict[str, int]:
        """Name the request."""
        return {"item": self.request}

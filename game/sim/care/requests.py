"""Requests: what inmates ask of the office, each with its reason, open until answered or too old."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.codec import component
from game.sim.events import Cause, Kind, Role
from game.sim.house.occasions import share_cell

if TYPE_CHECKING:
    from game.sim.world import World

REQUEST_KINDS = ("talk", "visit", "move", "protection", "medic", "truce")
"""What can be asked for: a talk, a visit, another cell, protection, the medic, a mediation."""
OPEN_MINUTES = 2 * MINUTES_PER_DAY
"""How long a request waits before it counts as refused."""


@component
@dataclass(slots=True)
class Request:
    """A request of an inmate; the entity's space is `request`."""

    id: int
    who: int
    kind: str
    """One of REQUEST_KINDS."""
    made: int
    """Event `RequestMade`; what follows from the answer cites it."""
    tick: int
    until: int
    """Tick at which silence is a refusal."""
    about: int = 0
    """Whom it is about: a visitor, somebody he is afraid of."""
    answer: str = ""
    """Empty while it is open."""


def make_request(
    world: "World", who: int, kind: str, because: int, about: int = 0, wait: int = OPEN_MINUTES
) -> int:
    """Let an inmate ask for something, unless he asks for it already; return the request's number, 0 for none."""
    held = world.each(Request)
    if any(r.who == who and r.kind == kind and not r.answer for _, r in held):
        return 0
    id = 1 + max((number for number, _ in held), default=0)
    together = share_cell(world, who, about) if kind == "move" and about else []
    made = world.emit(
        Kind.RequestMade, who=who, whom=about, detail=id, item=REQUEST_KINDS.index(kind),
        because=[Cause(because, 1.0, Role.MOTIVE), *together],
    )  # fmt: skip
    world.attach("request", id, Request(id, who, kind, made, world.tick, world.tick + wait, about))
    return id


def open_requests(world: "World") -> list[Request]:
    """Return the requests that wait for an answer, the oldest first."""
    return [request for _, request in world.each(Request) if not request.answer]


GRANTED, ELSEWHERE, REFUSED, SILENCE = 1.0, 0.5, 0.0, -1.0
"""`amount` of the event `RequestAnswered`: as asked, something else instead, no, no answer at all."""


def close_request(world: "World", request: Request, answer: str, amount: float, because: Cause) -> int:
    """Answer a request; what follows from the answer cites the event that is returned."""
    request.answer = answer
    causes = [because] if because.event == request.made else [because, Cause(request.made, 0.5, Role.MOTIVE)]
    return world.emit(
        Kind.RequestAnswered, who=request.who, whom=request.about, detail=request.id, amount=amount,
        item=REQUEST_KINDS.index(request.kind), because=causes,
    )  # fmt: skip

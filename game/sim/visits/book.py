"""Those outside: relatives of inmates, what they are to them, and the visits they pay."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.sim.care.requests import GRANTED, REFUSED, Request, close_request
from game.sim.engine.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR
from game.sim.engine.codec import component
from game.sim.events import Cause, Kind, Role
from game.sim.house.uses import LOCKING
from game.sim.minds.thoughts import think
from game.sim.people import Identity
from game.sim.storyboard import Storyboard

if TYPE_CHECKING:
    from game.sim.world import World

VISITING_HOURS = (9, 10, 13, 14, 15)
"""Hours at whose beginning a visit can begin; each lasts less than an hour."""
RULES_OF_VISITS = ("allow", "search", "none")
"""What a wing's standing rule can be: all come, all come and are searched, nobody comes."""
BOOKS_CLOSE_HOUR = 18
"""The evening before: what the office has not answered by now, the standing rule decides."""
RULE_BY_WING_KIND = {"protective": "search", "death_row": "search", "solitary": "none"}
"""The standing rule of wings of a kind as the game begins; of all others: `allow`."""
BOOK_DAYS = 3
"""How many days ahead visits are booked."""
ASKED, ALLOWED, DENIED, UNDER_WAY, OVER = "asked", "allowed", "denied", "under way", "over"
STATES = (ASKED, ALLOWED, DENIED, UNDER_WAY, OVER)
REFUSED_WARMTH = 0.05
"""What a visit denied takes off a relative's warmth."""


@component
@dataclass(slots=True)
class Relative:
    """Somebody outside who belongs to an inmate; the entity's space is `relative`."""

    id: int
    who: int
    """The inmate."""
    relation: str
    """One of RELATIONS (`families.py`)."""
    first: str
    last: str
    sex: str
    age: int
    look: int
    warmth: float
    """0 to 1: how much he still cares."""
    money: float
    """0 to 1: how well off he is."""
    pressure: float = 0.0
    """0 to 1: how much the inmate's troubles have come to weigh on him."""
    visits: int = 0
    """How often he has come, before day 1 too; 0: the gate does not know him."""
    person: int = 0
    """His row among the people; 0 until a visit of his is first asked for."""
    because: int = 0
    """The last event between the two; 0: nothing yet but the blood."""
    met: int = -MINUTES_PER_DAY * 7
    """Tick of the last visit, held or denied."""
    wrote: int = 0
    """Tick of the last letter."""
    barred_until: int = 0
    """Tick until which the gate turns him away."""
    flagged: int = 0
    """The find for which the office minds him; 0: none."""


@component
@dataclass(slots=True)
class Visit:
    """A visit, from the day it is asked for; the entity's space is `visit`."""

    id: int
    inmate: int
    visitor: int
    relative: int
    asked: int
    """Event `VisitAsked`."""
    day: int
    hour: int
    state: str = ASKED
    """One of STATES."""
    searched: bool = False
    """Whether the visitor is to be searched at the gate; done when `cleared`."""
    watched: bool = False
    """Whether an officer is to listen."""
    because: int = 0
    """The event that brought the present state."""
    items: list[int] = field(default_factory=list)
    """What the visitor brings; nobody knows who does not find it."""
    request: int = 0
    """Number of the request that waits for the office; 0: a matter of routine."""
    officer: int = 0
    """Who listens."""
    booth: int = 0
    """Spot id of the inmate's side."""
    cleared: bool = False
    """Whether the visitor is past the gate."""
    began: int = 0
    """Event `VisitBegan`."""
    until: int = 0
    """Tick at which time is up."""
    passed: int = 0
    """The event by which something last changed hands, until somebody had the time to step in."""

    @property
    def start(self) -> int:
        """Tick at which it is to begin."""
        return (self.day - 1) * MINUTES_PER_DAY + self.hour * MINUTES_PER_HOUR

    @property
    def books_close(self) -> int:
        """Tick of the evening before, at which the standing rule decides what nobody has."""
        return (self.day - 2) * MINUTES_PER_DAY + BOOKS_CLOSE_HOUR * MINUTES_PER_HOUR


@component
@dataclass(slots=True)
class VisitPolicy:
    """A wing's standing rule for visits; beside its `Wing`, once it was set."""

    rule: str
    """One of RULES_OF_VISITS."""
    because: int = 0
    """The order."""


def rule_of(world: "World", wing: int) -> str:
    """Return a wing's standing rule for visits."""
    policy = world.component("wing", wing, VisitPolicy) if wing else None
    return policy.rule if policy else RULE_BY_WING_KIND.get(world.plan.wings[wing].kind, "allow")


def relative_of(world: "World", visitor: int) -> Relative | None:
    """Return what a visitor is to an inmate, None for who is nobody's."""
    return next((r for _, r in world.each(Relative) if visitor and r.person == visitor), None)


def live_visits(world: "World") -> list[Visit]:
    """Return the visits that are still to come or under way."""
    return [v for _, v in world.each(Visit) if v.state in (ASKED, ALLOWED, UNDER_WAY)]


def booths(world: "World", block: int = 0) -> list[tuple[int, int]]:
    """Return the booths of a block of the prison: spot of the inmate, spot of the visitor."""
    ground, spots, found = world.ground, world.plan.spots, []
    for room in world.plan.rooms[1:]:
        if room.kind == "visiting" and ground.room_block[room.id] == block:
            outer = {spots[s].piece: s for s in ground.spots_in.get((room.id, "visitor"), ())}
            mine = ground.spots_in.get((room.id, "visit"), ())
            found += [(s, outer[spots[s].piece]) for s in mine if spots[s].piece in outer]
    return found


def free_hours(world: "World", wing: int) -> tuple[int, ...]:
    """Return the visiting hours in which a wing's men can come: not those in which they are locked in, or eat."""
    hours = world.wing(wing).hours if wing else ["free"] * 24
    return tuple(h for h in VISITING_HOURS if hours[h] not in LOCKING and hours[h] != "meal")


def slot(world: "World", wing: int, block: int, booked: list[Visit]) -> tuple[int, int]:
    """Return the first day from tomorrow on with a booth free, and its emptiest hour; (0, 0): none for days."""
    count, hours = len(booths(world, block)), free_hours(world, wing)
    today = world.tick // MINUTES_PER_DAY + 1
    for day in range(today + 1, today + 1 + BOOK_DAYS):
        taken = [v.hour for v in booked if v.day == day]
        free = [hour for hour in hours if taken.count(hour) < count]
        if free:
            return day, min(free, key=lambda hour: (taken.count(hour), hour))
    return 0, 0


def is_open_matter(world: "World", relative: Relative) -> bool:
    """Tell whether a visit goes before the warden: for a face of the story, a man watched, a visitor once caught."""
    board = world.component("story", 1, Storyboard)
    watched = any(eye.kind == "person" and eye.id == relative.who for eye in world.office.eyes)
    return watched or bool(relative.flagged) or bool(board and relative.who in board.faces)


def allow(world: "World", visit: Visit, searched: bool, because: Cause) -> None:
    """Let a visit take place, on somebody's word."""
    event = world.emit(
        Kind.VisitAllowed, who=visit.inmate, whom=visit.visitor, detail=visit.id, amount=float(searched),
        because=[because, Cause(visit.asked, 0.5, Role.MOTIVE)],
    )  # fmt: skip
    visit.state, visit.searched, visit.because = ALLOWED, searched, event
    _answer(world, visit, "search" if searched else "allow", event)


def deny(world: "World", visit: Visit, because: Cause) -> None:
    """Let a visit not take place: both bear it in mind."""
    causes = [because, *([Cause(visit.asked, 0.5)] if visit.asked != because.event else [])]
    event = world.emit(
        Kind.VisitDenied, who=visit.inmate, whom=visit.visitor, detail=visit.id, because=causes
    )
    visit.state, visit.because = DENIED, event
    _answer(world, visit, "deny", event)
    relative = world.component("relative", visit.relative, Relative)
    scale = 1.0
    if relative is not None:
        scale = 0.6 + 0.6 * relative.warmth
        relative.warmth = max(0.0, relative.warmth - REFUSED_WARMTH)
        relative.met, relative.because = world.tick, event
    think(world, visit.inmate, "visit_denied", event, visit.visitor, scale)


def _answer(world: "World", visit: Visit, answer: str, because: int) -> None:
    """Close the request that a visit was put to the office with."""
    request = world.component("request", visit.request, Request) if visit.request else None
    if request is not None and not request.answer:
        amount = REFUSED if answer == "deny" else GRANTED
        close_request(world, request, answer, amount, Cause(because, 1.0, Role.DEED))


def present_inmates_with_family(world: "World") -> Iterator[Relative]:
    """Yield the relatives of inmates who are here, in the order of their numbers."""
    identity, rows = world.everyone(Identity), world.people.row_of
    for _, relative in world.each(Relative):
        row = int(rows[relative.who])
        if row >= 0 and identity.status[row] == 1:
            yield relative

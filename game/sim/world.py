"""A prison in time: its people, its state, its past; one step is one minute.

Systems run in the order of SCHEDULE, then the guests (the story's director). Orders come in between ticks through
`order`, and only there. What happened is in the chronicle; what somebody knows of it is on his desk.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar, cast

import esper
import numpy as np

from game.sim import events, people
from game.sim.chronicle import Chronicle
from game.sim.commands.base import Authority, Command, OrderGiven, Refusal, code_of
from game.sim.desk import Desk
from game.sim.engine.calendar import moment
from game.sim.engine.columns import Columns, Table
from game.sim.engine.dice import Dice
from game.sim.engine.log import Log
from game.sim.engine.rules import Rules, check
from game.sim.engine.system import System
from game.sim.goods.items import Items
from game.sim.house.ground import ground_of
from game.sim.house.paths import Paths
from game.sim.house.plan import PrisonPlan
from game.sim.minds import ties
from game.sim.minds.knowledge import TRUTH, WARDEN, Knowledge
from game.sim.minds.thoughts import COURSE, ThoughtEnds, Thoughts
from game.sim.office import Key, Office, Wing

T = TypeVar("T")
C = TypeVar("C", bound=Columns)
R = TypeVar("R", bound=Rules)
START = moment(1, 6)
"""A scenario begins on day 1 at 06:00, with the head count."""
_NAMES = itertools.count(1)


class Guest(Protocol):
    """Somebody who looks on after each tick and may give orders, such as the story's director."""

    def process(self, world: "World") -> None:
        """Do what is due at this tick."""


class World:
    """One prison. `schedule` is what runs each tick; tests and benchmarks may hand in less."""

    def __init__(
        self,
        plan: PrisonPlan,
        seed: int = 1,
        rules: Iterable[Rules] = (),
        schedule: tuple[type[System], ...] | None = None,
        tick: int = START,
    ) -> None:
        from game.sim.systems import SCHEDULE

        self.plan = plan
        self.seed = seed
        self.tick = tick
        self.ground = ground_of(plan)
        self.paths = Paths(self.ground)
        self.people = Table(people.PEOPLE, Table(people.PEOPLE))
        self.ties = Table((ties.Ties, ties.TieRoots, ties.TieEnds))
        self.thoughts = Table((Thoughts, ThoughtEnds))
        self.items = Table((Items,))
        self.doors = Table((people.Locks,))
        self._table_of = {kind: table for table in self.tables.values() for kind in table.kinds}
        self.chronicle = Chronicle()
        self.knowledge = Knowledge(self.chronicle)
        self.reasons = Log(ties.REASON)
        """Why ties changed, in the order in which they did."""
        self.courses = Log(COURSE)
        """How every inmate was, day by day."""
        self.orders: list[OrderGiven] = []
        self.id_of_key: dict[str, int] = {}
        self.tie_index: dict[tuple[int, int], int] = {}
        self.guests: list[Guest] = []
        self.schedule = SCHEDULE if schedule is None else schedule
        self._rules: dict[type[Rules], Rules] = {}
        self._dice: dict[str, Dice] = {}
        self._entities: dict[tuple[str, int], int] = {}
        self._ticking = False
        self._context = f"prison {next(_NAMES)}"
        for held in rules:
            check(held)
            self._rules[type(held)] = held
        with self.entered():
            for place, system in enumerate(self.schedule):
                esper.add_processor(system(self), priority=-place)

    @property
    def tables(self) -> dict[str, Table]:
        """The tables of columns by name; `people.archive` holds the departed."""
        return {name: getattr(self, name) for name in ("people", "ties", "thoughts", "items", "doors")}

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Make this prison's esper context the current one for a while."""
        before = esper.current_world
        if before == self._context:
            yield
            return
        esper.switch_world(self._context)
        try:
            yield
        finally:
            esper.switch_world(before)

    def close(self) -> None:
        """Give the esper context back; the world can't be used any more."""
        if self._context in esper.list_worlds():
            esper.delete_world(self._context)

    def everyone(self, kind: type[C]) -> C:
        """Return the arrays of a Columns class, one value a row."""
        return self._table_of[kind].everyone(kind)

    def one(self, id: int, kind: type[C]) -> C:
        """Return one row of a Columns class by its id, the departed included."""
        return self._table_of[kind].one(id, kind)

    def attach(self, space: str, id: int, *components: Any) -> None:
        """Give components to the entity of this id, which is made when missing."""
        with self.entered():
            entity = self._entities.get((space, id))
            if entity is None:
                self._entities[space, id] = esper.create_entity(Key(space, id), *components)
                return
            for component in components:
                esper.add_component(entity, component)

    def detach(self, space: str, id: int) -> None:
        """Remove an entity with all its components."""
        with self.entered():
            esper.delete_entity(self._entities.pop((space, id)), immediate=True)

    def component(self, space: str, id: int, kind: type[T]) -> T | None:
        """Return a component of an entity, or None."""
        entity = self._entities.get((space, id))
        if entity is None:
            return None
        if esper.current_world == self._context:
            return cast("T | None", esper.try_component(entity, kind))
        with self.entered():
            return cast("T | None", esper.try_component(entity, kind))

    def each(self, kind: type[T]) -> list[tuple[int, T]]:
        """Return all components of a class with their ids, in the order of ids."""
        if esper.current_world != self._context:
            with self.entered():
                return self.each(kind)
        found = [(key.space, key.id, part) for _, (key, part) in esper.get_components(Key, kind)]
        return [(id, part) for _, id, part in sorted(found, key=lambda entry: entry[:2])]

    def entities(self) -> list[tuple[str, int, list[Any]]]:
        """Return all entities with what is attached to each, columns left out, in the order of ids."""
        with self.entered():
            return [
                (space, id, [p for p in _parts(e) if not isinstance(p, Key | Columns)])
                for (space, id), e in sorted(self._entities.items())
            ]

    @property
    def office(self) -> Office:
        """The warden's office."""
        office = self.component("office", 1, Office)
        if office is None:
            raise LookupError("this world has no office; was it populated?")
        return office

    def wing(self, id: int) -> Wing:
        """Return the state of a wing."""
        wing = self.component("wing", id, Wing)
        if wing is None:
            raise LookupError(f"no wing {id}")
        return wing

    def id_of(self, key: str) -> int:
        """Return the id of a person of the cast, 0 when there is none of that key."""
        return self.id_of_key.get(key, 0)

    def dice(self, name: str) -> Dice:
        """Return the stream of chance of that name."""
        dice = self._dice.get(name)
        if dice is None:
            dice = self._dice[name] = Dice(self.seed, name)
        return dice

    def rules(self, kind: type[R]) -> R:
        """Return the numbers of a rule, as the scenario has them."""
        held = self._rules.get(kind)
        if held is None:
            held = self._rules[kind] = kind()
        return cast(R, held)

    def emit(self, kind: events.Kind, **fields: Any) -> int:
        """Write down that something happens now; see `Chronicle.emit`."""
        return self.chronicle.emit(self.tick, kind, **fields)

    def order(
        self, command: Command, by: Authority = Authority.WARDEN, because: Iterable[events.Cause] = ()
    ) -> Refusal | None:
        """Give an order, between ticks. Refused, it changes nothing and says why; else it is carried out."""
        if self._ticking:
            raise RuntimeError("orders are given between ticks, never by a system")
        with self.entered():
            refusal = self.allows(command, by)
            if refusal is None:
                self._carry_out(command, by, because)
        return refusal

    def allows(self, command: Command, by: Authority = Authority.WARDEN) -> Refusal | None:
        """Say why an order would be refused, or None."""
        if by not in command.authorities:
            return Refusal("refusal.authority")
        return command.refuse(self.desk(TRUTH if by is Authority.STORY else WARDEN))

    def _carry_out(self, command: Command, by: Authority, because: Iterable[events.Cause]) -> None:
        cause = 0
        if by is not Authority.STORY:
            self.orders.append(OrderGiven(self.tick, len(self.orders), by, command))
        if command.noted:
            cause = self.emit(
                events.Kind.Ordered,
                detail=code_of(command) * 10 + by.value,
                because=because,
                **command.about(),
            )
            self.knowledge.learn_all(self, cause)
        command.apply(self, cause)
        self.knowledge.note_new(self)

    def desk(self, knower: int = WARDEN) -> Desk:
        """Return all that somebody may know, as of now."""
        return Desk(self, knower)

    def step(self) -> None:
        """Let one minute pass."""
        self.run(1)

    def run(self, ticks: int, until: Callable[["World"], bool] | None = None) -> None:
        """Let minutes pass, fewer when `until` says so after one of them."""
        with self.entered():
            for _ in range(ticks):
                self._ticking = True
                esper.process()
                self._ticking = False
                for guest in self.guests:
                    guest.process(self)
                self.tick += 1
                if until is not None and until(self):
                    break

    def add_guest(self, guest: Guest) -> None:
        """Let somebody look on after each tick from now on."""
        self.guests.append(guest)

    def adopt_people(self, ids: Any) -> None:
        """Attach the views of new people's columns to their entities."""
        for id in np.asarray(ids).tolist():
            self.attach("person", id, *(kind(self.people, id) for kind in people.PEOPLE))


def _parts(entity: int) -> tuple[Any, ...]:
    return esper.components_for_entity(entity)

"""A snapshot as plain data and arrays, and back. Names are kept with values, so that what is new has its default.

Reading trusts nothing: a component read from plain data has to give the same plain data again, whatever was coerced
shows; whole numbers, sizes and ids are looked at before a table makes room for them.
"""

import dataclasses
from collections.abc import Iterator
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, StrictInt, StrictStr, ValidationError

from game.saves.errors import PartError
from game.saves.meta import Count, Meta, Record, Tick, first_fault
from game.saves.names import columns_classes, rules_classes
from game.saves.notes import DeskNotes
from game.saves.recorder import Recorded
from game.sim.chronicle import EDGE, EVENT
from game.sim.commands.base import Authority, Command, OrderGiven
from game.sim.engine.codec import component_named, plain, rich
from game.sim.engine.columns import Columns, Table
from game.sim.engine.rules import Rules
from game.sim.engine.snapshot import Blocks, Snapshot
from game.sim.minds.knowledge import LEARNED, SEEN
from game.sim.minds.thoughts import COURSE
from game.sim.minds.ties import REASON
from game.sim.world import World

LOGS: dict[str, np.dtype[Any]] = {
    "events": EVENT,
    "edges": EDGE,
    "learned": LEARNED,
    "seen": SEEN,
    "reasons": REASON,
    "courses": COURSE,
}
HIGHEST_ID = 2_000_000
Key = Annotated[StrictStr, Field(max_length=200)]
Part = tuple[Key, list[Any]]
Id = Annotated[StrictInt, Field(ge=0, le=HIGHEST_ID)]
Word = Annotated[StrictInt, Field(ge=0, lt=1 << 64)]


class State(Record):
    """What is in a save beside its columns."""

    columns: dict[Key, list[Key]]
    """Names of the rows of each table's arrays."""
    next_ids: dict[Key, Id]
    noted: Count
    fields: dict[Key, list[Key]]
    """Names of the values of each class in `entities`."""
    entities: list[tuple[Key, Id, list[Part]]]
    """Space, id, and what is attached."""
    dice: dict[Key, Annotated[list[Word], Field(min_length=4, max_length=4)]]
    rules: dict[Key, dict[Key, float | int]]
    orders: list[tuple[Tick, StrictInt, Key, list[Any]]]
    """When, on whose word, which, and its values."""
    keys: dict[Key, Id]
    record: Recorded | None = None
    notes: DeskNotes | None = None
    """What lies on the player's desk; it belongs to no digest."""


def encode(
    snapshot: Snapshot, record: Recorded | None = None, notes: DeskNotes | None = None
) -> tuple[State, dict[str, NDArray[Any]]]:
    """Return a snapshot as plain data and arrays by member."""
    arrays = {f"{log}.{c}.npy": values for log, c, values in _log_columns(snapshot)}
    columns: dict[str, list[str]] = {}
    kinds = columns_classes()
    for table, frozen in snapshot.tables.items():
        for name, values in frozen.items():
            if name in kinds:
                columns[f"{table}.{name}"] = [column.name for column in kinds[name].columns]
            if name != "next_id":
                arrays[f"{table}.{name}.npy"] = values
    used = {type(part) for _, _, parts in snapshot.components for part in parts}
    state = State(
        columns=columns,
        next_ids={table: int(frozen["next_id"][0]) for table, frozen in snapshot.tables.items()},
        noted=snapshot.noted,
        fields={cls.__name__: [f.name for f in dataclasses.fields(cls)] for cls in sorted(used, key=str)},
        entities=[(space, id, [_part(p) for p in parts]) for space, id, parts in snapshot.components],
        dice={name: list(words) for name, words in snapshot.dice.items()},
        rules={type(rules).__name__: dataclasses.asdict(rules) for rules in snapshot.rules},  # type: ignore[call-overload]
        orders=[(o.tick, int(o.by), *_part(o.command)) for o in snapshot.orders],
        keys=snapshot.keys,
        record=record,
        notes=notes,
    )
    return state, arrays


def _part(part: Any) -> Part:
    return type(part).__name__, plain(part)


def _log_columns(snapshot: Snapshot) -> Iterator[tuple[str, str, NDArray[Any]]]:
    for log, blocks in snapshot.logs.items():
        rows = np.concatenate(blocks) if blocks else np.zeros(0, LOGS[log])
        for column in LOGS[log].names or ():
            yield log, column, np.ascontiguousarray(rows[column])


def state_of(raw: Any) -> State:
    """Return the state from its plain data."""
    try:
        return State.model_validate(raw)
    except ValidationError as fault:
        raise PartError("state.json", first_fault(fault)) from None


class Decoder:
    """One reading of a save's state. `fresh` is an empty world on the plan: it knows which tables there are."""

    def __init__(self, meta: Meta, state: State, arrays: dict[str, NDArray[Any]], fresh: World) -> None:
        self.meta = meta
        self.state = state
        self.arrays = arrays
        self.fresh = fresh
        self.filled = False
        """Whether anything was missing and has its default: the save is older than some system."""

    def snapshot(self) -> Snapshot:
        """Return the snapshot; every array is the right size, every value of the right kind."""
        tables = {name: self._table(name, table) for name, table in self._tables().items()}
        logs: dict[str, Blocks] = {name: (self._log(name, dtype),) for name, dtype in LOGS.items()}
        if self.arrays:
            raise PartError(next(iter(self.arrays)), "is nothing that this game knows")
        return Snapshot(
            self.fresh.plan, self.meta.seed, self.meta.tick, tables, logs, self.state.noted,
            tuple((space, id, tuple(self._component(*p) for p in parts)) for space, id, parts in self.state.entities),
            {name: tuple(words) for name, words in self.state.dice.items()},
            tuple(self._rules(name, values) for name, values in self.state.rules.items()),
            tuple(self._order(i, *order) for i, order in enumerate(self.state.orders)),
            dict(self.state.keys),
        )  # fmt: skip

    def _tables(self) -> dict[str, Table]:
        archive = self.fresh.people.archive
        return self.fresh.tables | ({"archive": archive} if archive is not None else {})

    def _table(self, name: str, table: Table) -> dict[str, NDArray[Any]]:
        ids = self._take(f"{name}.ids.npy", np.dtype("<i8"), None)
        if ids is None:
            self.filled = True
            return table.freeze()
        next_id = self.state.next_ids.get(name, 0)
        if len(ids) and (ids.min() < 1 or ids.max() >= next_id or len(np.unique(ids)) != len(ids)):
            raise PartError(f"{name}.ids.npy", "ids are out of range, or there twice")
        frozen = {kind.__name__: self._block(name, kind, len(ids)) for kind in table.kinds}
        return frozen | {"ids": ids, "next_id": np.array([next_id], np.int64)}

    def _block(self, table: str, kind: type[Columns], rows: int) -> NDArray[Any]:
        """Return the matrix of a Columns class; columns that are new have their defaults."""
        name = f"{table}.{kind.__name__}"
        held = self.state.columns.get(name, [])
        dtype = kind.columns[0].dtype
        wanted = [column.name for column in kind.columns]
        saved = self._take(f"{name}.npy", dtype, (len(held), rows)) if held else None
        if saved is not None and held == wanted:
            return saved
        if len(set(held)) != len(held) or not set(held) <= set(wanted):
            raise PartError(f"{name}.npy", "has columns that this game doesn't know")
        self.filled = True
        block = np.zeros((len(wanted), rows), dtype)
        for i, column in enumerate(kind.columns):
            kept = saved is not None and column.name in held
            block[i] = saved[held.index(column.name)] if kept and saved is not None else column.default
        return block

    def _log(self, name: str, dtype: np.dtype[Any]) -> NDArray[Any]:
        names = dtype.names or ()
        first = self._take(f"{name}.{names[0]}.npy", dtype[names[0]], None)
        rows = np.zeros(0 if first is None else len(first), dtype)
        for column in names:
            values = (
                self._take(f"{name}.{column}.npy", dtype[column], (len(rows),))
                if column != names[0]
                else first
            )
            if values is None:
                self.filled = True
            else:
                rows[column] = values
        rows.flags.writeable = False
        return rows

    def _take(self, member: str, dtype: np.dtype[Any], shape: tuple[int, ...] | None) -> NDArray[Any] | None:
        """Take an array of the right type and shape; None when there is none. Floats are finite."""
        array = self.arrays.pop(member, None)
        if array is None:
            return None
        fits = array.ndim == 1 if shape is None else array.shape == shape
        if array.dtype != dtype or not fits:
            raise PartError(member, f"{array.dtype} of shape {array.shape} is not what belongs there")
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise PartError(member, "a number is not finite")
        return array

    def _component(self, name: str, values: list[Any]) -> Any:
        try:
            cls = component_named(name)
        except KeyError:
            raise PartError(f"state.json: {name}", "this game has no such component") from None
        given = dict(zip(self.state.fields.get(name, ()), values, strict=False))
        wanted = dataclasses.fields(cls)
        if len(given) != len(values) or not given.keys() <= {f.name for f in wanted}:
            raise PartError(f"state.json: {name}", "has values that this game doesn't know")
        full = [given[f.name] if f.name in given else self._default(name, f) for f in wanted]
        return _read(cls, full, f"state.json: {name}")

    def _default(self, name: str, field: "dataclasses.Field[Any]") -> Any:
        self.filled = True
        if field.default_factory is not dataclasses.MISSING:
            return plain(field.default_factory())
        if field.default is dataclasses.MISSING:
            raise PartError(f"state.json: {name}", f"{field.name} is missing")
        return plain(field.default)

    def _rules(self, name: str, values: dict[str, float | int]) -> Rules:
        cls = rules_classes().get(name)
        if cls is None:
            raise PartError(f"state.json: {name}", "this game has no such rules")
        known = {f.name for f in dataclasses.fields(cls)}  # type: ignore[arg-type]
        if not values.keys() <= known:
            raise PartError(f"state.json: {name}", "has numbers that this game doesn't know")
        self.filled |= values.keys() != known
        return cls(**values)

    def _order(self, number: int, tick: int, by: int, name: str, values: list[Any]) -> OrderGiven:
        return read_order(number, tick, by, name, values)


def read_order(number: int, tick: int, by: int, name: str, values: list[Any]) -> OrderGiven:
    """Return an order from plain data; story orders are never recorded."""
    part = f"order {number}"
    try:
        cls = component_named(name)
    except KeyError:
        raise PartError(part, f"there is no order {name[:40]}") from None
    if by not in (Authority.WARDEN, Authority.GOVERNOR) or not issubclass(cls, Command):
        raise PartError(part, f"{name} is not given by anybody")
    return OrderGiven(tick, number, Authority(by), _read(cls, values, part))


def _read(cls: type, values: list[Any], part: str) -> Any:
    """Make an object of plain data, and hold it against what it gives when made plain again."""
    try:
        made: Any = rich(cls, values)
        same = plain(made) == values
    except (ValueError, TypeError, KeyError, AttributeError, StopIteration, RecursionError) as fault:
        raise PartError(part, f"can't be read: {fault}"[:120]) from fault
    if not same:
        raise PartError(part, "holds values of another kind")
    return made

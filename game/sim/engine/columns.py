"""What everyone has, as columns: one class describes one person's values and, at once, everyone's arrays.

    class Needs(Columns):
        hunger = Column("f8", 0.1)

    world.everyone(Needs).hunger      # an array, one value a row
    world.one(17, Needs).hunger       # person 17's value

Ids are for good, rows are not: the present occupy dense rows, the departed move to an archive.
"""

from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

FIRST_CAPACITY_ROWS = 64


class Column:
    """One value of a row: its dtype and its default."""

    def __init__(self, dtype: str = "f8", default: float = 0) -> None:
        self.dtype = np.dtype(dtype)
        self.default = default
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, view: Any, owner: type | None = None) -> Any:
        if view is None:
            return self
        return view.table.cell(type(view), self.name, view.id).item()

    def __set__(self, view: Any, value: Any) -> None:
        view.table.cell(type(view), self.name, view.id)[...] = value


class Arrays:
    """Everyone's values of one Columns class; assigning copies into the table, never replaces its arrays."""

    __slots__: tuple[str, ...] = ("block",)
    block: NDArray[Any]
    """All columns as rows of one matrix (columns, people): for rules that treat them alike."""

    def __setattr__(self, name: str, value: Any) -> None:
        held = getattr(self, name)
        if value is not held:
            held[...] = value


class Columns:
    """Base of all column classes. An instance is one row, seen through its id; columns share one dtype.

    A class derived from another has the same columns over again, for values of its own.
    """

    columns: ClassVar[tuple[Column, ...]] = ()
    positions: ClassVar[dict[str, int]] = {}
    arrays: ClassVar[type[Arrays]] = Arrays
    block: Any
    """Only of everyone's arrays: all columns as rows of one matrix (columns, people)."""

    def __init__(self, table: "Table", id: int) -> None:
        self.table = table
        self.id = id

    def __init_subclass__(cls) -> None:
        bases = reversed(cls.__mro__)
        found = [value for base in bases for value in vars(base).values() if isinstance(value, Column)]
        if len({column.dtype for column in found}) > 1:
            raise TypeError(f"{cls.__name__}: the columns of one class share one dtype")
        cls.columns = tuple(found)
        cls.positions = {column.name: i for i, column in enumerate(found)}
        cls.arrays = type(f"{cls.__name__}Arrays", (Arrays,), {"__slots__": tuple(c.name for c in found)})

    @classmethod
    def position(cls, name: str) -> int:
        """Return the row of the block that holds a column."""
        return cls.positions[name]


C = TypeVar("C", bound=Columns)


class Table:
    """Rows of several Columns classes under ids that count from 1 and are never used again."""

    def __init__(self, kinds: Iterable[type[Columns]], archive: "Table | None" = None) -> None:
        self.kinds = tuple(kinds)
        self.by_name = {kind.__name__: kind for kind in self.kinds}
        self.n = 0
        self.next_id = 1
        self._capacity = FIRST_CAPACITY_ROWS
        self._ids = np.zeros(self._capacity, np.int64)
        self._row_of = np.full(self._capacity + 1, -1, np.int64)
        self._blocks = {
            kind: np.zeros((len(kind.columns), self._capacity), kind.columns[0].dtype) for kind in self.kinds
        }
        self._views: dict[type[Columns], Any] = {}
        self.archive = archive

    @property
    def ids(self) -> NDArray[np.int64]:
        """Ids by row."""
        return self._ids[: self.n]

    @property
    def row_of(self) -> NDArray[np.int64]:
        """Row by id, -1 for ids that are not here."""
        return self._row_of

    def rows(self, ids: Any) -> NDArray[np.int64]:
        """Return the rows of ids, -1 where one is not here."""
        found: NDArray[np.int64] = self._row_of.take(ids)
        return found

    def __contains__(self, id: int) -> bool:
        return 0 < id < len(self._row_of) and bool(self._row_of[id] >= 0)

    def everyone(self, kind: type[C]) -> C:
        """Return all rows of a Columns class as arrays."""
        view = self._views.get(kind)
        if view is None:
            view = object.__new__(kind.arrays)
            block = self._blocks[kind][:, : self.n]
            object.__setattr__(view, "block", block)
            for i, column in enumerate(kind.columns):
                object.__setattr__(view, column.name, block[i])
            self._views[kind] = view
        return cast(C, view)

    def one(self, id: int, kind: type[C]) -> C:
        """Return one row of a Columns class, to read and to write."""
        return kind(self, id)

    def cell(self, kind: type[Columns], name: str, id: int) -> NDArray[Any]:
        """Return the place of one value; looks into the archive for the departed."""
        row = int(self._row_of[id]) if 0 < id < len(self._row_of) else -1
        if row < 0:
            if self.archive is not None and id in self.archive:
                return self.archive.cell(kind, name, id)
            raise KeyError(f"no row with id {id}")
        return self._blocks[kind][kind.position(name), row : row + 1].reshape(())

    def add(self, count: int = 1) -> NDArray[np.int64]:
        """Add rows with default values; return their ids."""
        ids = np.arange(self.next_id, self.next_id + count, dtype=np.int64)
        self.next_id += count
        self._enter(ids)
        for kind in self.kinds:
            for i, column in enumerate(kind.columns):
                self._blocks[kind][i, self.n - count : self.n] = column.default
        return ids

    def retire(self, ids: Iterable[int]) -> None:
        """Move rows to the archive; the others close ranks in their order."""
        gone = np.zeros(self.n, bool)
        gone[self.rows(np.array(list(ids), np.int64))] = True
        if self.archive is not None:
            self.archive.adopt(
                self.ids[gone], {kind: self._blocks[kind][:, : self.n][:, gone] for kind in self.kinds}
            )
        keep = ~gone
        kept_ids = self.ids[keep]
        kept = {kind: self._blocks[kind][:, : self.n][:, keep] for kind in self.kinds}
        self._row_of[:] = -1
        self.n = 0
        self.adopt(kept_ids, kept)

    def adopt(self, ids: NDArray[np.int64], blocks: dict[type[Columns], NDArray[Any]]) -> None:
        """Take up rows that were elsewhere before, under their own ids."""
        self._enter(ids)
        for kind in self.kinds:
            self._blocks[kind][:, self.n - len(ids) : self.n] = blocks[kind]
        if len(ids):
            self.next_id = max(self.next_id, int(ids.max()) + 1)

    def freeze(self) -> dict[str, NDArray[Any]]:
        """Return a copy of all rows, by name."""
        frozen = {kind.__name__: self._blocks[kind][:, : self.n].copy() for kind in self.kinds}
        frozen["ids"] = self.ids.copy()
        frozen["next_id"] = np.array([self.next_id], np.int64)
        return frozen

    def thaw(self, frozen: dict[str, NDArray[Any]]) -> None:
        """Take up rows that `freeze` gave; the table has to be new."""
        self.adopt(frozen["ids"], {kind: frozen[kind.__name__] for kind in self.kinds})
        self.next_id = int(frozen["next_id"][0])

    def _enter(self, ids: NDArray[np.int64]) -> None:
        """Make room for rows at the end and note where they are."""
        self._grow(self.n + len(ids), int(ids.max()) if len(ids) else 0)
        self._ids[self.n : self.n + len(ids)] = ids
        self._row_of[ids] = np.arange(self.n, self.n + len(ids))
        self.n += len(ids)
        self._views.clear()

    def _grow(self, rows: int, highest: int) -> None:
        if highest >= len(self._row_of):
            longer = np.full(max(highest + 1, 2 * len(self._row_of)), -1, np.int64)
            longer[: len(self._row_of)] = self._row_of
            self._row_of = longer
        if rows <= self._capacity:
            return
        self._capacity = max(rows, 2 * self._capacity)
        self._ids = np.concatenate([self._ids[: self.n], np.zeros(self._capacity - self.n, np.int64)])
        for kind, block in self._blocks.items():
            wider = np.zeros((len(block), self._capacity), block.dtype)
            wider[:, : self.n] = block[:, : self.n]
            self._blocks[kind] = wider

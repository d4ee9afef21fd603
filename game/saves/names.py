"""The game's own classes by the names under which saves know them; those of tests and tools are none of them."""

from collections.abc import Iterator

from game.sim.engine.columns import Columns
from game.sim.engine.rules import Rules


def columns_classes() -> dict[str, type[Columns]]:
    """Return all classes of columns."""
    return {kind.__name__: kind for kind in _below(Columns) if kind.__module__.startswith("game.")}


def _below(kind: type[Columns]) -> Iterator[type[Columns]]:
    for derived in kind.__subclasses__():
        yield derived
        yield from _below(derived)


def rules_classes() -> dict[str, type[Rules]]:
    """Return all classes of rules."""
    return {kind.__name__: kind for kind in Rules.__subclasses__() if kind.__module__.startswith("game.")}

"""The order in which Tab goes: as things were drawn, each row from left to right, ways out last, tooltips never."""

from itertools import groupby

from pygame import Rect

ROW = 4
"""Pixels by which the middles of neighbours in a row may differ."""


def in_order(places: dict[str, Rect]) -> list[str]:
    """The ids of what can have the focus, in the order of Tab."""
    names = [name for name in places if not name.startswith("tip.")]
    row, rows = 0, dict[str, int]()
    for before, name in zip([None, *names], names, strict=False):
        if before and abs(places[before].centery - places[name].centery) > ROW:
            row += 1
        rows[name] = row
    ordered: list[str] = []
    for _, run in groupby(names, rows.__getitem__):
        ordered += sorted(run, key=lambda name: places[name].x)
    return sorted(ordered, key=_is_way_out)


def _is_way_out(name: str) -> bool:
    return name == "back" or name.endswith(".close")

"""Where lamps hang, and what each of them lights: worked out once from the plan, in layers that are lit by the hour."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.sim.house.plan import CELL_KINDS, PrisonPlan, RoomPlan
from game.ui.map.ground import Ground, opaque_doors

LP = 4
"""Pixels of the light map for a tile."""
LAYERS = ("cells", "rooms", "watch", "yard", "screens", "night")
WATCH_KINDS = ("control", "infirmary", "theatre", "gatehouse", "intake")
"""Rooms that are lit day and night."""
WARM, NEUTRAL, COLD = (255, 216, 166), (255, 236, 206), (222, 242, 255)
FLOOD = (255, 214, 150)
AMBER, FAINT = (255, 196, 120), (255, 230, 200)
RAYS = 14
"""Points looked at between a lamp and what it lights."""

Field = NDArray[np.float32]


class NightLight(NamedTuple):
    """Small lamps that burn while a room sleeps: tiles from one to the next, and what each is."""

    apart: float
    radius: float
    colour: tuple[int, int, int]
    strength: float


class Lamp(NamedTuple):
    """A lamp at `x`, `y` (in tiles), reaching `radius` tiles."""

    x: float
    y: float
    radius: float
    colour: tuple[int, int, int]
    strength: float
    layer: str
    room: int


GLOWING = {
    "tv": (1.0, 1.0, 3.4, (110, 176, 255), 0.75),
    "monitors": (1.5, 0.9, 3.0, (120, 210, 240), 0.6),
    "console": (2.0, 1.0, 3.4, (120, 214, 236), 0.6),
    "altar": (1.0, 0.6, 3.4, (255, 190, 110), 0.7),
    "stove": (1.0, 0.8, 2.2, (255, 170, 90), 0.4),
    "detector": (0.5, 0.5, 2.0, (120, 230, 160), 0.35),
}
"""Furniture that shines by itself: where on it, how far, which colour, how strong."""

LAMPS_APART, SLACK = 5.2, 1.5
"""Tiles from one lamp of a room to the next, and by how many a lamp may hang beside the room's floor."""
NIGHT_LIGHTS = {
    "corridor": NightLight(7.0, 4.2, AMBER, 0.45),
    "commons": NightLight(8.0, 4.8, AMBER, 0.42),
    "cell": NightLight(LAMPS_APART, 3.6, FAINT, 0.32),
    "pod": NightLight(LAMPS_APART, 3.6, FAINT, 0.32),
}
"""By kind of room: pools where people walk; in cells just enough to tell who lies there."""


def lamps_of(plan: PrisonPlan) -> list[Lamp]:
    """All lamps of a prison."""
    found = []
    for room in plan.rooms[1:]:
        if not room.outdoors and room.kind != "outside":
            found += _ceiling(plan, room) + _night_lights(plan, room)
    for piece in plan.pieces:
        y, x = divmod(piece.tile, plan.width)
        if piece.kind == "mast":
            found.append(Lamp(x + 0.5, y + 1.2, 9.0, FLOOD, 1.0, "yard", piece.room))
        if piece.kind in GLOWING:
            dx, dy, radius, colour, strength = GLOWING[piece.kind]
            found.append(Lamp(x + dx, y + dy, radius, colour, strength, "screens", piece.room))
    return found


def _ceiling(plan: PrisonPlan, room: RoomPlan) -> list[Lamp]:
    """The lamps of a room's day and evening; those of cells are weak, as there is one for a few tiles."""
    layer = "cells" if room.kind in CELL_KINDS else "watch" if room.kind in WATCH_KINDS else "rooms"
    colour = (
        WARM if layer == "cells" else COLD if room.kind in ("infirmary", "theatre", "showers") else NEUTRAL
    )
    reach, strength = (3.3, 0.6) if layer == "cells" else (5.0, 0.7)
    return [Lamp(x, y, reach, colour, strength, layer, room.id) for x, y in _grid(plan, room, LAMPS_APART)]


def _night_lights(plan: PrisonPlan, room: RoomPlan) -> list[Lamp]:
    """What burns in a room through the night."""
    light = NIGHT_LIGHTS.get(room.kind)
    if light is None:
        return []
    spots = _grid(plan, room, light.apart, light.apart / 2)
    return [Lamp(x, y, light.radius, light.colour, light.strength, "night", room.id) for x, y in spots]


def _grid(plan: PrisonPlan, room: RoomPlan, apart: float, moved: float = 0.0) -> list[tuple[float, float]]:
    """Points in a grid over a room, about one to so many tiles; a single one in a small room.

    Points beside its floor are left out; with `moved`, they are brought onto it from up to so many tiles away, so
    that galleries around cells, too, have their lights.
    """
    spots = np.array([divmod(tile, plan.width) for tile in room.tiles], float)
    if not len(spots):
        return []
    (top, left), (bottom, right) = spots.min(0), spots.max(0) + 1
    columns, rows = max(1, round((right - left) / apart)), max(1, round((bottom - top) / apart))
    found = []
    for row in range(rows):
        for column in range(columns):
            x, y = left + (column + 0.5) * (right - left) / columns, top + (row + 0.5) * (bottom - top) / rows
            near = spots[np.hypot(spots[:, 1] + 0.5 - x, spots[:, 0] + 0.5 - y).argmin()]
            miss = max(abs(near[1] + 0.5 - x), abs(near[0] + 0.5 - y))
            if moved and 0.5 < miss <= moved:
                x, y = float(near[1]) + 0.5, float(near[0]) + 0.5
            if miss <= max(SLACK, moved):
                found.append((x, y))
    return found


def lit_layers(ground: Ground, lamps: list[Lamp]) -> dict[str, Field]:
    """What the lamps of each layer add to the light map, (width, height, 3) with 1.0 as full light."""
    plan = ground.plan
    opaque = ground.solid | opaque_doors(plan)
    layers = {name: np.zeros((plan.width * LP, plan.height * LP, 3), np.float32) for name in LAYERS}
    for lamp in lamps:
        _shine(layers[lamp.layer], lamp, plan, opaque, ground.solid)
    return {name: _soften(field) for name, field in layers.items()}


def _shine(
    field: Field, lamp: Lamp, plan: PrisonPlan, opaque: NDArray[np.bool_], solid: NDArray[np.bool_]
) -> None:
    """Add a lamp to its layer: it fades with distance and is stopped by walls."""
    x0, x1 = (
        max(0, int((lamp.x - lamp.radius) * LP)),
        min(field.shape[0], int((lamp.x + lamp.radius) * LP) + 1),
    )
    y0, y1 = (
        max(0, int((lamp.y - lamp.radius) * LP)),
        min(field.shape[1], int((lamp.y + lamp.radius) * LP) + 1),
    )
    xs, ys = (np.arange(x0, x1) + 0.5) / LP, (np.arange(y0, y1) + 0.5) / LP
    dx, dy = xs[:, None] - lamp.x, (ys - lamp.y)[None, :] * 1.06
    near = np.clip(1.0 - np.sqrt(dx * dx + dy * dy) / lamp.radius, 0.0, 1.0) ** 1.7
    tiles = ys.astype(int)[None, :], xs.astype(int)[:, None]
    own = (plan.room_at[tiles] == lamp.room) | solid[tiles]
    light = (near * _seen_from(lamp, xs, ys, opaque, own) * lamp.strength).astype(np.float32)
    field[x0:x1, y0:y1] += light[:, :, None] * (np.array(lamp.colour, np.float32) / 255)


def _seen_from(
    lamp: Lamp,
    xs: NDArray[np.float64],
    ys: NDArray[np.float64],
    opaque: NDArray[np.bool_],
    own: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Which points have the lamp in sight. In its own room the last stretch does not count, so that walls are lit."""
    seen, (height, width) = np.ones((len(xs), len(ys)), np.bool_), opaque.shape
    for step in range(1, RAYS + 1):
        share = step / RAYS
        tx = np.clip(lamp.x + (xs - lamp.x) * share, 0, width - 1).astype(int)
        ty = np.clip(lamp.y + (ys - lamp.y) * share, 0, height - 1).astype(int)
        stopped = opaque[ty[None, :], tx[:, None]]
        seen &= ~(stopped if share < 0.72 else stopped & ~own)
    return seen


def _soften(field: Field) -> Field:
    """A little blur hides the single pixels of shadows."""
    out = field.copy()
    out[1:-1] = (field[:-2] + 2 * field[1:-1] + field[2:]) / 4
    side = out.copy()
    out[:, 1:-1] = (side[:, :-2] + 2 * side[:, 1:-1] + side[:, 2:]) / 4
    return out

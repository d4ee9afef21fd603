"""What overlays show: colours by tile, and a sign with a number for each room, from what the desk knows."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.sim.house.plan import PrisonPlan
from game.sim.people import NEEDS
from game.ui.desk.context import Context
from game.ui.desk.moods import signed
from game.ui.desk.overlay_bands import MOOD_EDGES, NEED_EDGES, band_of, colour_of
from game.ui.desk.overlay_legends import (
    BAD,
    CALM,
    CAMERA,
    EYE,
    FAIR,
    FAR,
    GOOD,
    TENSE,
    UNEASY,
    UNKNOWN,
    UNSEEN,
)
from game.ui.kit.theme import Colour, Rgb
from game.ui.map.veil import Veil

DIMMED = 0.5
"""How much of the light the overlay of ties takes."""
FULL, HALF = 1.0, 0.5
"""People for each place from which a room is crowded, and half full."""
SHARE, WHITE = 0.74, 0.1
"""How much of the light an overlay takes, and how much white is in its colours on the map."""

SEEN = 0.62
"""How much of the light is tinted where staff see: what is usual, less than an eye's or a camera's."""
LARGE = 20
"""Tiles from which a room is large: worth a tag, and more than a glimpse through its door."""


class Tag(NamedTuple):
    """What stands over a room: a sign, a word or number, and the colour of the sign."""

    room: int
    icon: str
    text: str
    colour: str


class Picture(NamedTuple):
    """An overlay as of now."""

    veil: Veil
    tags: list[Tag]


def picture_of(context: Context) -> Picture | None:
    """The overlay that is switched on, None for none."""
    name, need = context.state.overlay, context.state.overlay_need
    if not name:
        return None
    of = (need, context.ui.theme.palette)
    return context.remember(f"overlay {name}", of, lambda: PAINTERS[name](context))


def _by_room(context: Context, key: object, colours: dict[int, tuple[Colour, float]]) -> Veil:
    """A veil of one colour for each room."""
    plan = context.desk.plan
    colour = np.zeros((len(plan.rooms), 3), np.uint8)
    share = np.zeros(len(plan.rooms), np.float32)
    for room, (ink, much) in colours.items():
        colour[room], share[room] = _light(context, ink), much
    share[0] = 0
    at = plan.room_at.astype(np.int64)
    return Veil((key, colour.tobytes(), share.tobytes()), colour[at], share[at])


def _light(context: Context, colour: Colour) -> Rgb:
    """A colour as light: bright enough for people to stand out under it; what is unseen stays dark."""
    theme = context.ui.theme
    return theme.rgb(colour) if colour == UNSEEN else theme.mix(colour, "white", WHITE)


def _rooms(context: Context) -> range:
    return range(1, len(context.desk.plan.rooms))


def _worth(context: Context, room: int, people: int) -> bool:
    """Whether a room is worth a tag: a large one, or one with people."""
    return people > 0 or len(context.desk.plan.rooms[room].tiles) >= LARGE


def _cover(context: Context) -> Picture:
    """Where officers see: faces near by, shapes farther off, nothing beyond."""
    desk, plan = context.desk, context.desk.plan
    level, staffed = without_glimpses(plan, _seen_levels(context)), desk.lookout()
    looked_into = set(plan.room_at[level > 0].tolist())
    inside = plan.room_at > 0
    colour, share = np.zeros((*level.shape, 3), np.uint8), np.where(inside, SHARE, 0).astype(np.float32)
    for step, ink in enumerate((UNSEEN, FAR, GOOD)):
        colour[level == step] = _light(context, ink)
    tags = []
    for room in _rooms(context):
        count = int(staffed.staff[room])
        if count:
            tags.append(Tag(room, "shield", str(count), "good"))
        elif len(plan.rooms[room].tiles) >= LARGE:
            seen = room in looked_into
            text = "" if seen else context.words("overlay.unseen")
            tags.append(Tag(room, "eye" if seen else "eye-off", text, "muted"))
    return Picture(Veil(("cover", level.tobytes(), context.ui.theme.palette), colour, share), tags)


def _seen_levels(context: Context) -> NDArray[np.int8]:
    """0 where no officer sees, 1 where he sees shapes, 2 where he tells faces, by tile."""
    desk, plan = context.desk, context.desk.plan
    kept = context.memory.setdefault("seen from", ((), {}))[1]
    level = np.zeros(plan.width * plan.height, np.int8)
    for tile in set(desk.staff_tiles().tolist()):
        if tile not in kept:
            kept[tile] = desk.seen_from(tile)
        tiles, near = kept[tile]
        level[tiles] = np.maximum(level[tiles], np.where(near, 2, 1))
    return level.reshape(plan.height, plan.width)


def without_glimpses(plan: PrisonPlan, level: NDArray[np.int8]) -> NDArray[np.int8]:
    """Levels without the strips that are seen of a large room through a door or bars: a glimpse covers nothing."""
    inside = np.greater(plan.room_at, 0)
    large = np.array([len(room.tiles) >= LARGE for room in plan.rooms])[plan.room_at.astype(np.int64)]
    narrow = ~_spread(inside & ~_spread(inside & (level == 0)))
    return np.where(large & narrow, 0, level).astype(np.int8)


def _spread(tiles: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The tiles and all around them."""
    around = np.lib.stride_tricks.sliding_window_view(np.pad(tiles, 1), (3, 3))
    return np.asarray(around.any(axis=(2, 3)), np.bool_)


def _sight(context: Context) -> Picture:
    """What the office sees now, and by what; the rest lies in the dark."""
    look, count, tags = context.desk.lookout(), context.desk.head_count(), []
    colours: dict[int, tuple[Colour, float]] = {}
    for room in _rooms(context):
        if look.eye[room]:
            colours[room], icon, ink = (EYE, SHARE), "eye", "accent"
        elif look.seen[room]:
            colours[room], icon, ink = (GOOD, SEEN), "shield", "good"
        elif look.camera[room]:
            colours[room], icon, ink = (CAMERA, SHARE), "camera", "link"
        else:
            colours[room], icon, ink = (UNSEEN, 0.86), "eye-off", "muted"
        if _worth(context, room, int(count[room])):
            tags.append(Tag(room, icon, "", ink))
    return Picture(_by_room(context, "sight", colours), tags)


def _needs(context: Context) -> Picture:
    """How content people are in each room, as staff judge it."""
    moods, count, need = context.desk.moods(), context.desk.head_count(), context.state.overlay_need
    values = moods[:, NEEDS.index(need)] if need else moods.mean(1)
    colours: dict[int, tuple[Colour, float]] = {}
    tags = []
    for room in _rooms(context):
        value = float(values[room])
        if value >= 0:
            colours[room] = colour_of(context.ui.theme, value, NEED_EDGES), SHARE
            band = band_of(value, NEED_EDGES)
            tags.append(Tag(room, band.icon, f"{value:.0f}", band.ink))
        elif count[room]:
            colours[room] = UNKNOWN, 0.45
    return Picture(_by_room(context, ("needs", need), colours), tags)


def _crowd(context: Context) -> Picture:
    """How full rooms are."""
    plan, count, tags = context.desk.plan, context.desk.head_count(), []
    colours: dict[int, tuple[Colour, float]] = {}
    for room in _rooms(context):
        people, places = int(count[room]), max(1, plan.rooms[room].capacity)
        if not people:
            continue
        share = people / places
        full = share > FULL
        tint, ink = (BAD, "danger") if full else (FAIR, "warn") if share > HALF else (CALM, "link")
        colours[room] = tint, SHARE if full or plan.rooms[room].capacity > 2 else 0.4
        tags.append(Tag(room, "triangle-alert" if full else "users", f"{people}/{places}", ink))
    return Picture(_by_room(context, "crowd", colours), tags)


def _mood(context: Context) -> Picture:
    """How people in each room feel, as staff judge it; told from −100 to 100, as everywhere."""
    values, count = context.desk.moods_by_room(), context.desk.head_count()
    colours: dict[int, tuple[Colour, float]] = {}
    tags = []
    for room in _rooms(context):
        value = float(values[room])
        if value >= 0:
            colours[room] = colour_of(context.ui.theme, value, MOOD_EDGES), SHARE
            band = band_of(value, MOOD_EDGES)
            tags.append(Tag(room, band.icon, signed(round(2 * value - 100)) or "0", band.ink))
        elif count[room]:
            colours[room] = UNKNOWN, 0.45
    return Picture(_by_room(context, "mood", colours), tags)


def _tension(context: Context) -> Picture:
    """How tense each room is judged to be."""
    values, tags = context.desk.tension_by_room(), []
    colours: dict[int, tuple[Colour, float]] = {}
    for room in _rooms(context):
        value = float(values[room])
        if value < 0:
            continue
        tint, ink, icon = (
            (BAD, "danger", "flame") if value >= TENSE else (FAIR, "warn", "zap") if value >= UNEASY
            else (CALM, "link", "leaf")
        )  # fmt: skip
        colours[room] = tint, SHARE if value >= UNEASY else 0.4
        tags.append(Tag(room, icon, f"{value:.0f}", ink))
    return Picture(_by_room(context, "tension", colours), tags)


def _ties(context: Context) -> Picture:
    """All rooms dimmed, so that the lines that are drawn over it stand out."""
    plan = context.desk.plan
    dark = context.ui.rgb(UNSEEN)
    colour = np.full((plan.height, plan.width, 3), dark, np.uint8)
    return Picture(Veil(("ties", dark), colour, np.where(plan.room_at > 0, DIMMED, 0).astype(np.float32)), [])


PAINTERS: dict[str, Callable[[Context], Picture]] = {
    "cover": _cover,
    "sight": _sight,
    "needs": _needs,
    "crowd": _crowd,
    "mood": _mood,
    "tension": _tension,
    "ties": _ties,
}

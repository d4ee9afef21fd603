"""What is within earshot: the rooms and people in view, the hour, the weather; and how that sounds."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.house.furniture import Pose
from game.sim.house.plan import PrisonPlan
from game.sim.views import Scene

if TYPE_CHECKING:
    from game.ui.map.camera import Camera

TILE = 32
"""Pixels of a tile at zoom 1."""
DAY = range(6, 22)
BIRDS = range(5, 20)
PAUSED = 0.45
"""What is left of the place while time stands still."""
FAST = 8.0
"""Ticks a second from which single steps are no longer heard as such."""
LOUD_ROOMS = {
    "canteen": ("canteen", 24),
    "kitchen": ("canteen", 10),
    "workshop": ("workshop", 6),
    "laundry": ("workshop", 10),
    "gym": ("gym", 5),
    "showers": ("water", 3),
    "visiting": ("visits", 10),
    "office": ("office", 2),
    "control": ("office", 2),
    "gatehouse": ("office", 3),
    "staff": ("office", 5),
}
"""By kind of room: what is to be heard there, and how many awake people in view make it full."""


@dataclass(frozen=True, slots=True)
class Earshot:
    """What is near enough to be heard. Shares are 0 to 1."""

    outdoors: float = 0.0
    """Share of the view under the open sky."""
    people: int = 0
    """Awake people in view."""
    walking: int = 0
    crowd_by_kind: dict[str, int] = field(default_factory=dict)
    """Awake people in view by the kind of room they are in."""
    zoom: float = 1.0
    hour: int = 12
    rain: float = 0.0
    tension: float = 0.0
    """0 to 100, as the office judges it."""
    rate: float = 1.0
    """Ticks a second; 0 while time stands still."""


class Ears:
    """Hears a plan."""

    def __init__(self, plan: PrisonPlan) -> None:
        self.plan = plan
        self.kinds = sorted({room.kind for room in plan.rooms})
        self._kind_of = np.array([self.kinds.index(room.kind) for room in plan.rooms])
        self._open = np.array([room.outdoors or room.kind == "yard" for room in plan.rooms])

    def view(self, camera: "Camera") -> tuple[int, int, int, int]:
        """The tiles in view: left, top, right, bottom; the last two lie outside."""
        left, top = camera.to_world(camera.rect.topleft)
        right, bottom = camera.to_world(camera.rect.bottomright)
        x0, y0 = max(0, int(left // TILE)), max(0, int(top // TILE))
        x1, y1 = min(self.plan.width, int(right // TILE) + 1), min(self.plan.height, int(bottom // TILE) + 1)
        return x0, y0, max(x0, x1), max(y0, y1)

    def hear(
        self, scene: Scene, camera: "Camera", hour: int, rain: float, tension: float, rate: float
    ) -> Earshot:
        """What is in view now."""
        x0, y0, x1, y1 = self.view(camera)
        rooms = self.plan.room_at[y0:y1, x0:x1].ravel()
        rooms = rooms[rooms > 0]
        tiles = scene.trail[:, -1]
        ys, xs = np.divmod(tiles, self.plan.width)
        awake = (xs >= x0) & (xs < x1) & (ys >= y0) & (ys < y1) & (scene.pose != int(Pose.LIE))
        return Earshot(
            outdoors=float(self._open[rooms].mean()) if len(rooms) else 1.0,
            people=int(awake.sum()),
            walking=int((awake & (scene.pose == int(Pose.WALK))).sum()),
            crowd_by_kind=self._by_kind(tiles[awake]),
            zoom=camera.zoom,
            hour=hour,
            rain=rain,
            tension=tension,
            rate=rate,
        )

    def _by_kind(self, tiles: NDArray[np.int64]) -> dict[str, int]:
        counts = np.bincount(self._kind_of[self.plan.room_at.ravel()[tiles]], minlength=len(self.kinds))
        return {kind: int(count) for kind, count in zip(self.kinds, counts, strict=True) if count}


def _rise(value: float, low: float, high: float) -> float:
    """0 up to `low`, 1 from `high` on, smoothly in between."""
    share = max(0.0, min(1.0, (value - low) / (high - low)))
    return share * share * (3 - 2 * share)


def mix_of(near: Earshot) -> dict[str, float]:
    """How loud each loop is, for what is within earshot."""
    indoors, day = 1.0 - near.outdoors, near.hour in DAY
    crowd = _rise(near.people, 14, 90)
    detail = 0.45 + 0.4 * min(1.0, near.zoom)
    walking = _rise(near.walking, 0, 12) * detail
    mix = {
        "air": 0.2 + 0.5 * indoors,
        "crowd": crowd * (0.9 if day else 0.5),
        "murmur": _rise(near.people, 1, 16) * (1 - 0.55 * crowd) * (0.85 if day else 0.45),
        "steps": walking * (0.35 if near.rate >= FAST else 1.0),
        "clanks": (0.5 if day else 0.3) * (0.25 + 0.75 * indoors),
        "wind": 0.12 + 0.75 * near.outdoors if near.outdoors > 0.02 else 0.0,
        "birds": 0.8 * near.outdoors * (near.hour in BIRDS) * (1 - min(1.0, near.rain * 2)),
        "rain": near.rain * (0.3 + 0.7 * near.outdoors),
        "night": 0.0 if day else 0.75 * indoors,
        "tension": 0.85 * _rise(near.tension, 52, 88),
    }
    for kind, people in near.crowd_by_kind.items():
        if kind in LOUD_ROOMS:
            name, full = LOUD_ROOMS[kind]
            mix[name] = min(1.0, mix.get(name, 0.0) + _rise(people, 0, full) * detail)
    still = PAUSED if near.rate == 0 else 1.0
    return {name: round(max(0.0, min(1.0, level * still)), 3) for name, level in mix.items()}

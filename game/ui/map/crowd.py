"""People on the map: where they are between two sub-steps, what they do, and their pictures from north to south."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.sim.house.furniture import Facing, Pose
from game.sim.house.plan import ROLES, PrisonPlan
from game.sim.views import Scene
from game.ui.art.bank import Bank, encode, foot, frame_count
from game.ui.art.clothes import WORK_CLOTHES
from game.ui.map.bodies import Bodies
from game.ui.map.feet import Feet
from game.ui.map.window import Window

STEPS_A_TILE = 3.0
"""Pictures of walking for each tile walked."""
BEATS_A_SECOND = {
    Pose.EAT: 1.1,
    Pose.WORK: 1.6,
    Pose.TALK: 1.3,
    Pose.TRAIN: 2.2,
    Pose.WASH: 1.5,
    Pose.FIGHT: 3.0,
}
"""How often the picture of a pose changes."""
FAR_TILE = 12
"""Pixels of a tile up to which people are seen from far: few looks and poses, that thousands share."""
FAR_LOOKS, FAR_AGE = 6, 35
"""Looks of each kind and faction that can be told apart from far, and the age they are given."""
SEATABLE = (Pose.STAND, Pose.SIT, Pose.EAT, Pose.WORK, Pose.READ, Pose.PRAY, Pose.TALK, Pose.PHONE)
TRAY_AHEAD = {Facing.SOUTH: (0, 4), Facing.NORTH: (0, -42), Facing.EAST: (19, -9), Facing.WEST: (-19, -9)}
"""Where the tray of who eats is, from his feet."""

CARRIED = {
    Facing.SOUTH: (0, -21, True),
    Facing.NORTH: (0, -27, False),
    Facing.EAST: (10, -21, True),
    Facing.WEST: (-10, -21, True),
}
"""Where a tray is carried, from the feet, and whether it hides the body."""

INMATE = ROLES.index("inmate")
WORKPLACES = tuple(WORK_CLOTHES)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Posture(NamedTuple):
    """Everyone at a moment: feet in pixels of zoom 1, and what picture shows him."""

    x: Floats
    y: Floats
    pose: Ints
    facing: Ints
    frame: Ints
    seated: NDArray[np.bool_]


class Crowd:
    """Draws people of a scene."""

    def __init__(self, plan: PrisonPlan, bank: Bank) -> None:
        self.plan, self.bank, self.feet = plan, bank, Feet(plan)
        self._beats = np.array([BEATS_A_SECOND.get(pose, 0.0) for pose in Pose])
        self._frames = np.array([frame_count(pose) for pose in Pose])
        self._seatable = np.isin(np.arange(len(Pose)), SEATABLE)
        jobs = [WORKPLACES.index(room.kind) + 1 if room.kind in WORKPLACES else 0 for room in plan.rooms]
        self._work = np.array(jobs, np.int64)[plan.room_at.astype(np.int64).reshape(-1)]
        """By tile: the number of the workplace, from 1, or 0."""
        self._scene: Scene | None = None
        self._looks: Ints = np.zeros(0, np.int64)
        self._far_looks: Ints = np.zeros(0, np.int64)

    def posture(self, scene: Scene, fraction: float, seconds: float = 0.0) -> Posture:
        """Everyone at a fraction 0..1 of the last tick; `seconds` of real time move hands and spoons."""
        trail, last = scene.trail, scene.trail.shape[1] - 1
        along = min(1.0, max(0.0, fraction)) * last
        sub = min(last - 1, int(along))
        share = along - sub
        here, there = trail[:, sub], trail[:, sub + 1]
        x = self.feet.x[here] * (1 - share) + self.feet.x[there] * share
        y = self.feet.y[here] * (1 - share) + self.feet.y[there] * share
        walks = here != there
        waits = ~walks & (trail[:, sub + 1 :] != there[:, None]).any(1)
        pose = np.where(walks, int(Pose.WALK), np.where(waits, int(Pose.STAND), scene.pose)).astype(np.int64)
        dx, dy = self.feet.x[there] - self.feet.x[here], self.feet.y[there] - self.feet.y[here]
        aside = np.where(dx > 0, int(Facing.EAST), int(Facing.WEST))
        ahead = np.where(dy > 0, int(Facing.SOUTH), int(Facing.NORTH))
        facing = np.where(walks, np.where(np.abs(dx) > np.abs(dy), aside, ahead), scene.facing).astype(
            np.int64
        )
        beat = np.where(walks, along * STEPS_A_TILE, seconds * self._beats[pose]) + scene.ids * 0.618
        frame = beat.astype(np.int64) % self._frames[pose]
        seated = self.feet.seat[there] & ~walks & self._seatable[pose]
        return Posture(x, y, pose, facing, frame, seated)

    def bodies(self, scene: Scene, posture: Posture, window: Window) -> Bodies:
        """Who is in the window, with his picture, from north to south."""
        self._know(scene)
        x = np.rint(posture.x * window.scale).astype(np.int64) - window.left
        y = np.rint(posture.y * window.scale).astype(np.int64) - window.top
        reach = 2 * window.tile
        seen = (x > -reach) & (x < window.width + reach) & (y > -reach) & (y < window.height + reach)
        rows = seen.nonzero()[0]
        rows = rows[np.argsort(y[rows], kind="stable")]
        pose, facing, frame = posture.pose[rows], posture.facing[rows], posture.frame[rows]
        seated = posture.seated[rows]
        if window.tile <= FAR_TILE:
            looks, (pose, frame) = self._far_looks[rows], _from_far(pose, frame, seated)
        else:
            looks = self._dressed(scene, posture, rows)
        keys = encode(looks, pose, facing, frame, seated)
        pictures = self.bank.sprites(keys.tolist(), window.tile)
        lies = pose == Pose.LIE
        (sx, sy), (lx, ly) = foot(Pose.STAND, window.tile), foot(Pose.LIE, window.tile)
        left, top = x[rows] - np.where(lies, lx, sx), y[rows] - np.where(lies, ly, sy)
        return Bodies(
            scene.ids[rows], y[rows], pictures, left, top, rows, scene.sign[rows], lies, window.tile
        )

    def _dressed(self, scene: Scene, posture: Posture, rows: Ints) -> Ints:
        """The looks of some people: inmates change their clothes where they work."""
        x, y = (posture.x[rows] // 32).astype(np.int64), (posture.y[rows] // 32).astype(np.int64)
        last = len(self._work) - 1
        work = np.where(scene.kind[rows] == INMATE, self._work[np.clip(y * self.plan.width + x, 0, last)], 0)
        looks = self._looks[rows]
        for index in work.nonzero()[0].tolist():
            look, kind, age, faction = (int(column[rows[index]]) for column in _appearance(scene))
            looks[index] = self.bank.look_id(look, kind, age, faction, WORKPLACES[int(work[index]) - 1])
        return looks

    def trays(self, posture: Posture, window: Window) -> list[tuple[int, tuple[int, int]]]:
        """Where the trays of those who eat at a table are, with the row of the picture they come after."""
        found = []
        for row in ((posture.pose == Pose.EAT) & posture.seated).nonzero()[0].tolist():
            dx, dy = TRAY_AHEAD[Facing(int(posture.facing[row]))]
            x = round((posture.x[row] + dx) * window.scale) - window.left
            y = round((posture.y[row] + dy) * window.scale) - window.top
            under = 31 if posture.facing[row] == Facing.SOUTH else -2
            found.append((round((posture.y[row] + under) * window.scale) - window.top, (x, y)))
        return found

    def carried(self, scene: Scene, posture: Posture, window: Window) -> list[tuple[int, tuple[int, int]]]:
        """Where the trays of those who walk to their places are, with the row of the picture they come after."""
        if scene.tray is None:
            return []
        found = []
        for row in (scene.tray & (posture.pose == Pose.WALK)).nonzero()[0].tolist():
            dx, dy, before = CARRIED[Facing(int(posture.facing[row]))]
            x = round((posture.x[row] + dx) * window.scale) - window.left
            y = round((posture.y[row] + dy) * window.scale) - window.top
            foot = round(posture.y[row] * window.scale) - window.top
            found.append((foot + (1 if before else -1), (x, y)))
        return found

    def _know(self, scene: Scene) -> None:
        """Number the looks of a scene's people, if they aren't those of the last one."""
        known = self._scene
        if known is None or not all(map(np.array_equal, _appearance(known), _appearance(scene))):
            rows = list(zip(*(column.tolist() for column in _appearance(scene)), strict=True))
            far = [(look % FAR_LOOKS, kind, FAR_AGE, faction) for look, kind, _, faction in rows]
            self._looks = np.array([self.bank.look_id(*row) for row in rows], np.int64)
            self._far_looks = np.array([self.bank.look_id(*row) for row in far], np.int64)
        self._scene = scene


def _appearance(scene: Scene) -> tuple[Ints, ...]:
    return scene.look, scene.kind, scene.age, scene.faction


def _from_far(pose: Ints, frame: Ints, seated: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Pose and frame as one tells them apart from far: who walks, who sits, who lies, who stands."""
    walks, lies = pose == Pose.WALK, pose == Pose.LIE
    plain = np.where(seated, int(Pose.SIT), int(Pose.STAND))
    return np.where(walks | lies, pose, plain), np.where(walks, frame, 0)

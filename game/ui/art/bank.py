"""People's pictures, drawn when they are first needed and no more of them in a frame than there is time for."""

import time
from collections.abc import Sequence

import numpy as np
import pygame
from numpy.typing import NDArray

from game.sim.house.furniture import Facing, Pose
from game.ui.art.canvas import MASTER, shrink
from game.ui.art.look import Look, look_of
from game.ui.art.palette import FACTIONS, Colour
from game.ui.art.people import HEIGHT, WIDTH, foot_of, paint_person
from game.ui.art.rigs import frames_of
from game.ui.kit.bounded import Bounded

MASTER_TILE = 32 * MASTER
MASTER_BYTES = 48 << 20
"""How much of the large pictures is kept, to make other sizes from."""
SIZED_BYTES = 64 << 20
FRAME_MS = 4.0
"""Time for new pictures in a frame, in milliseconds."""

Ints = NDArray[np.int64]


def encode(look: Ints, pose: Ints, facing: Ints, frame: Ints, seated: NDArray[np.bool_]) -> Ints:
    """One number for each picture: `look` is a look's number in the bank."""
    return (((look * 16 + pose) * 4 + facing) * 4 + frame) * 2 + seated


def decode(key: int) -> tuple[int, int, int, int, bool]:
    """Look, pose, facing, frame and seat of a picture's number."""
    return key >> 9, key >> 5 & 15, key >> 3 & 3, key >> 1 & 3, bool(key & 1)


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * 4


class Bank:
    """Gives people's pictures. Short of time, it gives the nearest one it has."""

    def __init__(self) -> None:
        self.looks: list[Look] = []
        self.accents: Sequence[Colour] = FACTIONS
        """Colours of the factions by their index; to be set before the first picture."""
        self._ids: dict[tuple[int, int, int, int, str], int] = {}
        self._masters: Bounded[pygame.Surface] = Bounded(MASTER_BYTES, _bytes)
        self._sized: dict[int, dict[int, pygame.Surface]] = {}
        self._weight = 0
        self._latest: dict[tuple[int, bool], tuple[int, int]] = {}
        self._until = float("inf")
        self._silhouettes: dict[int, pygame.Surface] = {}

    def look_id(self, number: int, kind: int, age: int, faction: int, work: str = "") -> int:
        """A look's number in the bank; `work` is the kind of room whose work clothes are worn."""
        key = (number, kind, age, faction, work)
        found = self._ids.get(key)
        if found is None:
            found = self._ids[key] = len(self.looks)
            self.looks.append(look_of(number, kind, age, faction, self.accents, work))
        return found

    def start_frame(self, milliseconds: float = FRAME_MS) -> None:
        """From here, draw new pictures for so long at most."""
        self._until = time.perf_counter() + milliseconds / 1000

    def sprites(self, keys: list[int], tile: int) -> list[pygame.Surface]:
        """The pictures of several numbers for tiles of `tile` pixels."""
        ready = self._sized.setdefault(tile, {})
        found = [ready.get(key) for key in keys]
        return [
            self._missing(key, tile) if picture is None else picture
            for key, picture in zip(keys, found, strict=True)
        ]

    def has(self, key: int, tile: int) -> bool:
        """Whether this very picture is ready."""
        return key in self._sized.get(tile, {})

    def _missing(self, key: int, tile: int) -> pygame.Surface:
        ready = self._sized[tile]
        if key in ready:
            return ready[key]
        if time.perf_counter() > self._until:
            return self._stand_in(key, tile)
        look, pose, *_ = decode(key)
        self._latest[look, pose == Pose.LIE] = key, tile
        picture = ready[key] = self._size(key, tile)
        self._weight += _bytes(picture)
        if self._weight > SIZED_BYTES:
            self._make_room(tile)
        return picture

    def _make_room(self, tile: int) -> None:
        """Let go of other sizes first, then of everything."""
        kept = self._sized[tile] if len(self._sized) > 1 else {}
        self._sized = {tile: kept}
        self._weight = sum(_bytes(picture) for picture in kept.values())

    def _size(self, key: int, tile: int) -> pygame.Surface:
        master = self._masters.get(key, lambda: self._paint(key))
        size = round(master.get_width() * tile / MASTER_TILE), round(master.get_height() * tile / MASTER_TILE)
        picture = master if size == master.get_size() else shrink(master, size)
        return picture.convert_alpha() if pygame.display.get_surface() else picture

    def _paint(self, key: int) -> pygame.Surface:
        look, pose, facing, frame, seated = decode(key)
        if facing == Facing.WEST:
            mirror = key - (Facing.WEST - Facing.EAST) * 8
            return pygame.transform.flip(self._masters.get(mirror, lambda: self._paint(mirror)), True, False)
        return paint_person(self.looks[look], Pose(pose), Facing(facing), frame, seated)

    def _stand_in(self, key: int, tile: int) -> pygame.Surface:
        """Another picture of the same person, if need be of another size; or a silhouette."""
        look, pose, *_ = decode(key)
        near, size = self._latest.get((look, pose == Pose.LIE), (0, 0))
        picture = self._sized.get(size, {}).get(near)
        if picture is not None:
            if size == tile:
                return picture
            return pygame.transform.scale_by(picture, tile / size)
        if tile not in self._silhouettes:
            self._silhouettes[tile] = _silhouette(tile)
        return self._silhouettes[tile]


def _silhouette(tile: int) -> pygame.Surface:
    """Somebody, as seen from far."""
    picture = paint_person(look_of(0, "inmate", 30), Pose.STAND, Facing.SOUTH)
    picture.fill((70, 76, 84, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return shrink(picture, (round(WIDTH * tile / 32), round(HEIGHT * tile / 32)))


def foot(pose: int, tile: int) -> tuple[int, int]:
    """The anchor of a pose's pictures, in pixels."""
    x, y = foot_of(Pose(pose))
    return round(x * tile / 32), round(y * tile / 32)


def frame_count(pose: int) -> int:
    """How many pictures a pose has."""
    return frames_of(Pose(pose))

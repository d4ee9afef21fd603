"""The view of the prison: draws it, and says what is where on the screen."""

import math
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pygame

from game.sim.house.plan import PrisonPlan
from game.sim.views import Scene
from game.ui.art.atlas import Atlas, cache_file
from game.ui.art.bank import Bank
from game.ui.art.carpentry import paint_tray
from game.ui.map.bodies import nobody
from game.ui.map.camera import TILE, TILES, Camera
from game.ui.map.crowd import Crowd, Posture
from game.ui.map.glow import Glow
from game.ui.map.ground import read_ground
from game.ui.map.light import Light
from game.ui.map.marks import Marks
from game.ui.map.moment import NO_FOCUS, Focus, Moment
from game.ui.map.shadows import Shadows
from game.ui.map.standing import Standing
from game.ui.map.terrain import Terrain, beyond
from game.ui.map.weather import Weather
from game.ui.map.where import Where
from game.ui.map.window import Window

LEAST_MS = 0.5
LIGHT_SECONDS, BUSY_MS = 0.001, 3.0
"""Seconds of a frame for summing up new light, and milliseconds of other work before it from which it waits."""
SCRATCH_STEP = 256
"""The canvas of a running zoom grows by so many pixels: a new one for every frame cost up to 20 ms."""
PATIENT_MS = 1000.0
"""From so many milliseconds for a frame on, nothing is put off."""
LEAST_STRETCH, MOST_STRETCH = 0.62, 1.6
"""How far the picture of one size may be stretched while the next is being made."""
PICK_SLACK = 10
"""Pixels of zoom 1 by which a click may miss somebody."""


class MapView(Where):
    """A prison on the screen. All that changes is handed to `draw`; it keeps nothing of the game."""

    def __init__(
        self, plan: PrisonPlan, size: tuple[int, int] = (1280, 720), cache: Path | None = None
    ) -> None:
        super().__init__(plan, size)
        self.atlas = Atlas(cache or cache_file())
        ground = read_ground(plan)
        self.bank = Bank()
        self.terrain, self.standing = Terrain(ground, self.atlas), Standing(ground, self.atlas)
        self.light, self.glow = Light(ground), Glow(plan, self.atlas)
        self.crowd, self.marks = Crowd(plan, self.bank), Marks(self.atlas)
        self.weather = Weather(ground)
        self.shadows = Shadows(ground, self.weather.areas, self.light.shade)
        self.calm = False
        """Whether alarms burn steadily instead of pulsing."""
        self.seconds = 0.0
        self._bodies = nobody(TILE)
        self._window = Window(TILE, 0, 0, *size)
        self._scratch: pygame.Surface | None = None
        self._pixel_scale = 1.0
        self._tile = TILE
        self._until = math.inf

    def prepare(self, progress: Callable[[float], None] | None = None, tile: int = TILE) -> None:
        """Draw the whole ground once, so that the first look around does not wait; then keep it on disk."""
        chunks = [(cx, cy) for cy in range(self.terrain.rows) for cx in range(self.terrain.columns)]
        for index, (cx, cy) in enumerate(chunks):
            self.terrain.chunk(cx, cy, tile)
            if progress is not None:
                progress((index + 1) / len(chunks))
        self.save_cache()

    def save_cache(self) -> None:
        """Keep the pictures drawn so far for the next start."""
        self.atlas.save()

    def update(self, seconds: float) -> None:
        """Let real time pass: zooming, hands and spoons, beating marks."""
        self.seconds += seconds
        self.camera.update(seconds)

    def draw(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        moment: Moment,
        focus: Focus = NO_FOCUS,
        budget_ms: float = 4.0,
        spent_ms: float = 0.0,
    ) -> None:
        """Draw the prison into `rect`; `budget_ms` limits the time for pictures that are new.

        `spent_ms` is what the frame took so far: in a frame that does much else, the next light waits.
        """
        self._until = time.perf_counter() + budget_ms / 1000
        hurried = budget_ms < PATIENT_MS and self.light.version
        spare = LIGHT_SECONDS if spent_ms < BUSY_MS else 0.0
        self._relight(moment, focus, spare if hurried else math.inf)
        self._paint(surface, rect, moment, focus)

    def _relight(self, now: Moment, focus: Focus, seconds: float) -> None:
        pulse = 0.5 + 0.5 * math.sin(self.seconds * 5.2) if not self.calm else 0.7
        self.light.set_time(now.minute, focus.alarms, pulse, focus.veil, now.lamps, now.rain, seconds)

    def _paint(self, surface: pygame.Surface, rect: pygame.Rect, moment: Moment, focus: Focus) -> None:
        canvas = self._aim(surface, rect)
        focus = replace(focus, covers=[self._on_canvas(cover, rect) for cover in focus.covers])
        posture = self.crowd.posture(moment.scene, moment.fraction, self.seconds)
        self.terrain.draw(canvas, self._window, self._until)
        self.bank.start_frame(self._left_ms())
        self._bodies = self.crowd.bodies(moment.scene, posture, self._window)
        marked = self._bodies.marked({focus.selected, focus.hovered, *focus.known, *focus.fighting})
        rows = self._bodies.rows.tolist()
        self.shadows.draw(canvas, self._window, posture, rows, moment.minute, moment.rain, self._until)
        self.marks.under(canvas, marked, self._window.tile, focus, self.seconds)
        self._upright(canvas, posture, moment)
        self.weather.draw(canvas, self._window, moment.rain, self.seconds)
        self.light.draw(canvas, self._window, self._left_ms() / 1000)
        self.glow.draw(canvas, self._window, self.light.darkness())
        self.marks.over(canvas, marked, self._window.tile, focus, self.seconds)
        if self._pixel_scale != 1.0:
            pygame.transform.smoothscale(canvas, rect.size, surface.subsurface(rect))

    def _on_canvas(self, place: pygame.Rect, rect: pygame.Rect) -> pygame.Rect:
        """A rectangle of the screen, in pixels of what is painted into `rect`."""
        by = 1 / self._pixel_scale
        x, y = (place.x - rect.x) * by, (place.y - rect.y) * by
        return pygame.Rect(round(x), round(y), round(place.w * by), round(place.h * by))

    @property
    def people_in_view(self) -> int:
        """How many were drawn last."""
        return len(self._bodies)

    def plates(self) -> list[pygame.Rect]:
        """Where people's names were drawn last, on the screen."""
        (x, y), by = self.camera.rect.topleft, self._pixel_scale
        return [
            pygame.Rect(x + plate.x * by, y + plate.y * by, plate.w * by, plate.h * by)
            for plate in self.marks.plates
        ]

    def _left_ms(self) -> float:
        """What is left of the frame's time for new pictures; always a little."""
        return max(LEAST_MS, (self._until - time.perf_counter()) * 1000)

    def picture(
        self,
        surface: pygame.Surface,
        rect: pygame.Rect,
        room: int,
        moment: Moment,
        focus: Focus = NO_FOCUS,
        person: int = 0,
        budget_ms: float = 0.0,
        lift: float = 0.0,
    ) -> bool:
        """Draw a room as it is now into a part of a surface, as large as fits; camera and light stay as they were.

        New pictures get the rest of the frame's time, and at least `budget_ms`; tells whether the ground is all there.
        `person`: look at him, if he is there. `lift`: how far above the middle, as a share of the height.
        """
        self._until = max(self._until, time.perf_counter() + budget_ms / 1000)
        if not self.light.version:
            self._relight(moment, focus, math.inf)
        tiles = np.array(self.plan.rooms[room].tiles)
        wide = int(np.ptp(tiles % self.plan.width)) + 3
        camera = Camera(self.camera.width, self.camera.height)
        camera.set_view(rect)
        camera.set_zoom(min(2.0, max(1.0, rect.w / wide / TILE)))
        at = self.where_is(moment.scene, person, moment.fraction) if person else None
        x, y = at or self.middle_of(room)
        camera.look_at(x, y + lift * rect.h / (TILE * camera.zoom))
        return self._aside(surface, rect, camera, moment, focus)

    def glimpse(self, surface: pygame.Surface, rect: pygame.Rect, moment: Moment) -> None:
        """Draw the middle of what is seen, as large as it is seen, into a part of a surface."""
        self._aside(surface, rect, replace(self.camera, rect=rect), moment, NO_FOCUS)

    def _aside(
        self, surface: pygame.Surface, rect: pygame.Rect, camera: Camera, moment: Moment, focus: Focus
    ) -> bool:
        """Draw what another camera sees; tells whether the ground is all there."""
        before, bodies, window, tile = self.camera, self._bodies, self._window, self._tile
        self.camera = camera
        self._paint(surface, rect, moment, focus)
        whole = self.terrain.make_ready(self._window, self._until)
        self.camera, self._bodies, self._window, self._tile = before, bodies, window, tile
        self._pixel_scale = before.tile / tile
        return whole

    def _aim(self, surface: pygame.Surface, rect: pygame.Rect) -> pygame.Surface:
        """What to draw on: the screen, or while a zoom runs, a canvas of the nearest size to be scaled."""
        self.camera.set_view(rect)
        nearest = min(TILES, key=lambda size: abs(size - self.camera.tile))
        stretch = self.camera.tile / self._tile
        if not LEAST_STRETCH < stretch < MOST_STRETCH or self._is_ready(nearest, rect):
            self._tile = nearest
        tile = self._tile
        canvas, self._pixel_scale = surface.subsurface(rect), self.camera.tile / tile
        if self._pixel_scale != 1.0:
            canvas = self._stretching(surface, rect)
        self._window = self._window_at(tile, canvas.get_size())
        if not self._covered(self._window):
            canvas.fill(beyond(self.light.darkness()))
        return canvas

    def _stretching(self, surface: pygame.Surface, rect: pygame.Rect) -> pygame.Surface:
        """A canvas that will be scaled to `rect`: a part of one that only ever grows."""
        size = round(rect.w / self._pixel_scale), round(rect.h / self._pixel_scale)
        have = self._scratch.get_size() if self._scratch else (0, 0)
        if self._scratch is None or size[0] > have[0] or size[1] > have[1]:
            grown = (-(-max(a, b) // SCRATCH_STEP) * SCRATCH_STEP for a, b in zip(size, have, strict=True))
            self._scratch = pygame.Surface(tuple(grown), 0, surface)
        return self._scratch.subsurface((0, 0), size)

    def _window_at(self, tile: int, size: tuple[int, int]) -> Window:
        left = round(self.camera.x * tile / TILE - size[0] / 2)
        top = round(self.camera.y * tile / TILE - size[1] / 2)
        return Window(tile, left, top, *size)

    def _is_ready(self, tile: int, rect: pygame.Rect) -> bool:
        """Whether all that stands still is drawn at a size; until it is, the old size is stretched."""
        if tile == self._tile:
            return True
        scale = self.camera.tile / tile
        window = self._window_at(tile, (round(rect.w / scale), round(rect.h / scale)))
        ready = self.terrain.make_ready(window, self._until)
        return ready and self.standing.make_ready(window, self._until)

    def _upright(self, canvas: pygame.Surface, posture: Posture, moment: Moment) -> None:
        """People, panes, doors and tall things, from north to south."""
        window, bodies = self._window, self._bodies
        shut = moment.doors_locked[self.standing.door_ids]
        wide = self.standing.openness(posture.x[bodies.rows], posture.y[bodies.rows], shut)
        things = self.standing.seen(window, self._until) + self.standing.seen_doors(window, shut, wide)
        trays = self._trays(moment.scene, posture, window)
        blits = [(picture, at) for _, picture, at in things]
        blits += zip(
            bodies.pictures, zip(bodies.left.tolist(), bodies.top.tolist(), strict=True), strict=True
        )
        blits += [(picture, at) for _, picture, at in trays]
        feet = np.concatenate([[foot for foot, *_ in things], bodies.feet, [foot for foot, *_ in trays]])
        canvas.fblits([blits[index] for index in np.argsort(feet, kind="stable").tolist()])

    def _trays(
        self, scene: Scene, posture: Posture, window: Window
    ) -> list[tuple[int, pygame.Surface, tuple[int, int]]]:
        found, reach = [], window.tile
        spots = self.crowd.trays(posture, window) + self.crowd.carried(scene, posture, window)
        for index, (foot, (x, y)) in enumerate(spots):
            if -reach < x < window.width + reach and -reach < y < window.height + reach:
                variant = index % 9
                picture = self.atlas.sized(f"tray.{variant}", window.tile, partial(paint_tray, variant))
                found.append((foot, picture, (x - picture.get_width() // 2, y - picture.get_height() // 2)))
        return found

    def _covered(self, window: Window) -> bool:
        """Whether the ground fills the window."""
        right, bottom = window.left + window.width, window.top + window.height
        inside = right <= self.plan.width * window.tile and bottom <= self.plan.height * window.tile
        return window.left >= 0 and window.top >= 0 and inside

    def pick(self, at: tuple[int, int]) -> int:
        """The person drawn at a point of the screen; 0: nobody."""
        rect, tile = self.camera.rect, self._window.tile
        if not rect.collidepoint(at):
            return 0
        x, y = (at[0] - rect.x) / self._pixel_scale, (at[1] - rect.y) / self._pixel_scale
        return self._bodies.pick(int(x), int(y), round(PICK_SLACK * tile / TILE))

    def where_is(self, scene: Scene, person: int, fraction: float) -> tuple[float, float] | None:
        """Where somebody is, in pixels of zoom 1; None if he is not in the scene."""
        row = int(np.searchsorted(scene.ids, person))
        if row >= len(scene.ids) or scene.ids[row] != person:
            return None
        posture = self.crowd.posture(scene, fraction, self.seconds)
        return float(posture.x[row]), float(posture.y[row])

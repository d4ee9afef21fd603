"""What lies behind menus: Oz itself, living and slowly passing by; or the desk as it was, out of focus."""

import math

import numpy as np
import pygame
from numpy.typing import NDArray
from pygame import Rect, Surface

from game.sim.engine.calendar import minute_of_day
from game.sim.house.plan import PrisonPlan
from game.sim.minds.knowledge import WARDEN
from game.sim.world import World
from game.story.scenario import Scenario
from game.ui.factions import accents, factions_of
from game.ui.kit.theme import Rgb
from game.ui.map.camera import TILE
from game.ui.map.moment import Moment
from game.ui.map.view import MapView
from game.ui.screens.stage import stretched

Floats = NDArray[np.float64]
RATE = 0.5
"""Minutes of the prison a second: the pace of watching."""
LEAP = 310
"""Minutes that pass between two scenes, so that day and night take turns."""
SCENE_SECONDS, FADE_SECONDS = 42.0, 1.6
TILES_ACROSS = 34
"""Tiles from the left edge of the window to the right, about."""
DRIFT = 11.0
"""Pixels a second that the camera drifts."""
STEPS_A_FRAME = 4
"""Minutes run in one dark frame between two scenes."""
COMMONS = 12
"""So many people more a commons seems to hold: cells lie around it."""
VEILED_SHARE, VEILED_FROM = 0.25, 0.64
"""Share of the width from which the scene comes out of the dark, right of the menu; and of a band's height from
which its veil is opaque."""
STILL_FRAMES = 8
"""Times a still picture is drawn, until all in it has its own picture."""
PLACES = ("commons", "yard", "canteen", "corridor", "workshop", "gym", "chapel", "library")
"""Kinds of rooms that are worth looking at, in turn."""


class LivingPrison:
    """A real prison that runs by itself, seen scene by scene: a place, a slow drift, darkness, another hour."""

    def __init__(self, world: World, scenario: Scenario | None = None) -> None:
        self.world = world
        self.scenario = scenario.id if scenario else ""
        self.texts = scenario.texts if scenario else None
        self.view = MapView(world.plan)
        self.view.bank.accents = accents(factions_of(scenario))
        self.patient = False
        """Whether all is drawn at once, for a still picture."""
        self._places = scenic(world.plan)
        self._scene = 0
        self.room = self._places[0]
        """The room that is looked at."""
        self._since = FADE_SECONDS
        self._owed = 0.0
        self._leap = 0
        self._still: tuple[tuple[tuple[int, int], int], Surface] | None = None
        self._veils: dict[tuple[int, int], Surface] = {}
        self._aim()

    @property
    def tick(self) -> int:
        """The prison's time."""
        return self.world.tick

    def shows(self, scenario: str) -> bool:
        """Whether a scenario plays in this prison: those of a pack share one."""
        return scenario.partition(".")[0] == self.scenario.partition(".")[0]

    @property
    def bright(self) -> bool:
        """Whether a scene can be seen, not the dark between two."""
        return not self._leap and self._light() > 0.9

    def place(self, lang: str) -> str:
        """The name of the room that is looked at."""
        room = self.world.plan.rooms[self.room]
        key = f"prison.rooms.{room.key}.name"
        found = self.texts.get(key, lang) if self.texts else key
        return room.name if found == key else found

    def draw(self, surface: Surface, seconds: float) -> None:
        """Let time pass, and draw the prison, darkened for what stands on it."""
        seconds = min(seconds, 0.1)
        self._since += seconds
        if self._leap:
            self._run_in_the_dark()
        elif self._since > SCENE_SECONDS:
            self._leap = LEAP
        else:
            self._run(seconds)
        light = self._light()
        if light <= 0.0 or self._leap:
            surface.fill((4, 6, 8))
            return
        self._show(surface, seconds)
        if light < 1.0:
            dark = round(255 * light)
            surface.fill((dark, dark, dark), special_flags=pygame.BLEND_RGB_MULT)

    def window(self, surface: Surface, area: Rect, ground: Rgb) -> None:
        """Show the place that is looked at in a part of a surface, fading into `ground` below."""
        if self._still is None or self._still[0] != (area.size, self._scene):
            still = Surface(area.size)
            for _ in range(STILL_FRAMES):
                self.view.picture(still, still.get_rect(), self.room, self._moment())
            still.blit(_band_veil(area.size, ground), (0, 0))
            self._still = (area.size, self._scene), still
        surface.blit(self._still[1], area.topleft)

    def _moment(self) -> Moment:
        desk = self.world.desk(WARDEN)
        return Moment(desk.scene(), minute_of_day(self.tick) + self._owed, self._owed, desk.doors_locked())

    def _show(self, surface: Surface, seconds: float) -> None:
        self.view.camera.set_zoom(max(1.25, surface.get_width() / TILES_ACROSS / TILE))
        self.view.update(seconds)
        angle = self._angle
        self.view.camera.drag(-math.cos(angle) * DRIFT * seconds, -math.sin(angle) * DRIFT * seconds)
        self._stay_inside(surface.get_rect())
        self.view.draw(surface, surface.get_rect(), self._moment(), budget_ms=60_000 if self.patient else 5.0)
        surface.blit(self._veil(surface.get_size()), (0, 0), special_flags=pygame.BLEND_RGB_MULT)

    def _stay_inside(self, rect: Rect) -> None:
        """Never show what is beyond the prison's ground."""
        camera = self.view.camera
        camera.set_view(rect)
        wide, high = rect.w / 2 / camera.zoom, rect.h / 2 / camera.zoom
        x = min(max(camera.x, wide), max(wide, camera.width - wide))
        y = min(max(camera.y, high), max(high, camera.height - high))
        if (x, y) != (camera.x, camera.y):
            camera.look_at(x, y)

    def _run(self, seconds: float) -> None:
        self._owed += seconds * RATE
        while self._owed >= 1.0:
            self._owed -= 1.0
            self.world.step()

    def _run_in_the_dark(self) -> None:
        ran = min(STEPS_A_FRAME, self._leap)
        self.world.run(ran)
        self._leap -= ran
        if not self._leap:
            self._scene, self._since, self._owed = self._scene + 1, 0.0, 0.0
            self._choose()
            self._aim()

    def _aim(self) -> None:
        x, y = self.view.middle_of(self.room)
        angle = self._angle
        half = DRIFT * SCENE_SECONDS / 2
        shift = (
            self.view.camera.rect.w / 6
        )  # the menu covers the left: the middle of the scene lies to the right
        self.view.camera.look_at(x - math.cos(angle) * half - shift, y - math.sin(angle) * half)

    @property
    def _angle(self) -> float:
        """Where the camera drifts to in this scene."""
        return 0.7 + self._scene * 2.4

    def _choose(self) -> None:
        """Look where most people are, but never twice in a row at the same place."""
        scene, plan = self.world.desk(WARDEN).scene(), self.world.plan
        counts = np.bincount(plan.room_at.ravel()[scene.trail[:, 0]], minlength=len(plan.rooms))
        others = [room for room in self._places if room != self.room] or self._places
        self.room = max(
            others, key=lambda room: COMMONS * (plan.rooms[room].kind == "commons") + int(counts[room])
        )

    def _light(self) -> float:
        """How bright the scene is: it comes out of the dark and goes back."""
        rise = self._since / FADE_SECONDS
        fall = (SCENE_SECONDS - self._since) / FADE_SECONDS
        return max(0.0, min(1.0, rise, fall))

    def _veil(self, size: tuple[int, int]) -> Surface:
        if size not in self._veils:
            self._veils.clear()
            self._veils[size] = shade(size)
        return self._veils[size]


def _eased(share: Floats) -> Floats:
    """0 to 1 without an edge at either end."""
    share = np.clip(share, 0.0, 1.0)
    eased: Floats = share * share * (3.0 - 2.0 * share)
    return eased


def _band_veil(size: tuple[int, int], ground: Rgb) -> Surface:
    """A veil for words over a picture: clear above, all but opaque where caps and title stand, opaque below."""
    column = Surface((1, 32), pygame.SRCALPHA)
    for y, share in enumerate(_eased(np.linspace(0.0, 1.0, 32) / VEILED_FROM)):
        column.set_at((0, y), (*ground, round(30 + 225 * float(share))))
    return pygame.transform.smoothscale(column, size)


def shade(size: tuple[int, int]) -> Surface:
    """What the scene is multiplied by: all but black at the left where the menu stands, dark above and below."""
    across, down = np.linspace(0.0, 1.0, 160)[:, None], np.linspace(0.0, 1.0, 90)[None, :]
    side = 0.03 + 0.85 * _eased((across - VEILED_SHARE) / 0.46)
    edge = 1.0 - 0.55 * np.abs(down - 0.48) ** 2.2 * 4.0
    keep = np.clip(side * np.clip(edge, 0.25, 1.0), 0.0, 1.0)
    tint = np.stack([keep * 240, keep * 248, np.minimum(255, keep * 255 + 6)], axis=2)
    small = pygame.surfarray.make_surface(tint.astype(np.uint8))
    return pygame.transform.smoothscale(small, size).convert()


def scenic(plan: PrisonPlan) -> list[int]:
    """Rooms worth looking at: the largest of each kind, commons between the others."""
    best: list[int] = []
    for kind in PLACES:
        rooms = [room for room in plan.rooms[1:] if room.kind == kind]
        rooms.sort(key=lambda room: -len(room.tiles))
        best += [room.id for room in rooms[: 2 if kind == "commons" else 1]]
    return best or [room.id for room in plan.rooms[1:2]] or [0]


class StillDesk:
    """The desk as it was when the menu was opened, out of focus and dark."""

    def __init__(self, surface: Surface) -> None:
        width, height = surface.get_size()
        small = pygame.transform.smoothscale(surface, (max(1, width // 4), max(1, height // 4)))
        soft = pygame.transform.gaussian_blur(small, 3)
        soft.fill((104, 110, 120), special_flags=pygame.BLEND_RGB_MULT)
        self._small = soft
        self._whole: Surface | None = None

    def draw(self, surface: Surface, seconds: float) -> None:
        """Fill the surface."""
        if self._whole is None or self._whole.get_size() != surface.get_size():
            self._whole = stretched(self._small, surface.get_rect()).copy()
        surface.blit(self._whole, (0, 0))

"""The map in the middle of the desk: the camera under the player's hand, and the prison as the office knows it."""

import time
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from pygame import Rect, Surface

from game.sim.desk import Desk
from game.sim.engine.calendar import minute_of_day
from game.sim.house.plan import PrisonPlan
from game.sim.views import Scene
from game.ui.art.look import look_of
from game.ui.art.portrait import paint_portrait
from game.ui.factions import accents
from game.ui.kit import Bounded, Ui
from game.ui.map.camera import TILE
from game.ui.map.moment import Focus, Moment
from game.ui.map.veil import Veil
from game.ui.map.view import MapView
from game.ui.map.weather import rain_at
from game.ui.session import Session

NEW_MS, STILL_MS, PATIENT_MS = 4.0, 6.0, 60_000.0
"""Milliseconds of a frame for new pictures: in play, for a room behind a dialog, and while a still picture is made."""
STILL_FRAMES = 20
"""Frames in which the picture of a room is drawn anew, until all in it has its own picture."""
LIFT = 0.2
"""How far above the middle of a picture somebody is shown: a title lies over its lower part."""
STILLS, LIVE_SECONDS = 6, 0.1
"""Pictures of rooms kept, and how often a live one is drawn anew."""
SLEEPING = ("sleep",)
"""Activities in which a wing's lamps are out."""
EMPTY_LAMPS = 0.4
"""How far the lamps of canteen, workshops and corridors burn while all wings sleep."""
FACE_SECONDS = 0.003
"""Seconds of a frame for new portraits."""
PORTRAITS = 700
CLEAR, HANGING, MIDDLE = 80, 110, 3
"""Pixels above and below what is shown that no card may cover; most pixels between cards that hang from the map's top
one below the other; and the share of its width, in its middle, where they count."""
AIMS = 2
"""Frames after which all cards that open with what is shown have their place."""
DRAG_PIXELS = 5
"""How far the mouse moves before a press is a drag."""


def _edges(tiles: tuple[int, ...], width: int) -> tuple[int, int, int]:
    """Tiles of a room's western, northern and eastern edge."""
    if not tiles:
        return 0, 0, 0
    xs = [tile % width for tile in tiles]
    return min(xs), min(tiles) // width, max(xs) + 1


def clear_height(area: Rect, covers: Sequence[Rect]) -> int:
    """The height on the screen in the middle of what cards that hang from an area's top leave of it.

    It is the area's own middle while they end well above that, and where they leave too little.
    """
    column = Rect(0, area.y, area.w // MIDDLE, area.h)
    column.centerx, top = area.centerx, area.y
    for cover in sorted(covers, key=lambda rect: rect.y):
        if cover.colliderect(column) and cover.y <= top + HANGING:
            top = max(top, cover.bottom)
    cramped = area.bottom - top < 2 * CLEAR
    return area.centery if cramped or top + CLEAR <= area.centery else (top + area.bottom) // 2


class Still:
    """A picture of a room, and when it was drawn."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.picture = Surface(size).convert()
        self.of: Hashable = None
        self.sittings = 0
        self.drawn = -1.0


class MapBoard:
    """A `Board` that shows a MapView."""

    def __init__(self, session: Session, cache: Path | None = None) -> None:
        plan = session.world.plan
        self.session = session
        self.view = MapView(plan, cache=cache)
        self.view.bank.accents = accents(session.factions)
        self.following = 0
        self.dragged = False
        self.patient = False
        """Whether everything is drawn at once, however long it takes."""
        self._drag_from = self._drag_at = (0, 0)
        self._scene: Scene | None = None
        self._scene_of: Hashable = None
        self._faces: Bounded[Surface] = Bounded(PORTRAITS)
        self._faces_due: set[tuple[int, int]] = set()
        """Portraits that were asked for and are yet to be painted."""
        self._face_time = 0.0
        self.veil: Veil | None = None
        self.alarms: tuple[int, ...] = ()
        self.fighting: frozenset[int] = frozenset()
        self._covers: list[Rect] = []
        self._goal = self._aimed = (0.0, 0.0)
        self._aims = 0
        self._stills: Bounded[Still] = Bounded(STILLS)
        self._lamps: tuple[float, ...] = ()
        self._lamps_of: Hashable = None
        self._edges = [_edges(room.tiles, plan.width) for room in plan.rooms]
        self._start(plan)

    def _start(self, plan: PrisonPlan) -> None:
        """Begin over the largest commons, where most is to be seen."""
        rooms = [room for room in plan.rooms if room.kind == "commons"] or list(plan.rooms[1:2])
        if rooms:
            self.show_room(max(rooms, key=lambda room: len(room.tiles)).id)

    def prepare(self, progress: Callable[[float], None]) -> None:
        """Draw the ground once when it was never drawn on this machine; else it comes as it is looked at."""
        if not self.view.atlas.pictures:
            self.view.prepare(progress)

    def close(self) -> None:
        """Keep what was drawn for the next start."""
        self.view.save_cache()

    # drawing

    def draw(self, ui: Ui, area: Rect, person: int, seconds: float) -> None:
        """Draw the prison as of now; `seconds` since the last frame move the camera."""
        self._face_time = 0.0
        self.view.marks.scale = ui.scale
        self.view.update(seconds)
        self._follow(seconds)
        hovered = self.view.pick(ui.pointer(area)) if ui.hot == "map" else 0
        covers = [cover for cover in ui.covers_before if not cover.contains(area)]  # a veil hides all alike
        self._covers = covers
        self._aim_again(area)
        focus = self._focus(person, hovered, covers)
        budget = PATIENT_MS if self.patient else NEW_MS
        self.view.draw(ui.surface, area, self.moment, focus, budget, ui.spent * 1000)

    def _focus(self, person: int, hovered: int = 0, covers: Sequence[Rect] = ()) -> Focus:
        """What to draw attention to, with the names of those whom the player knows or needs to."""
        desk, known = self.session.desk, self.session.faces
        names = {id: desk.short_name(id) for id in {person, hovered, *known, *self.fighting} if id}
        return Focus(person, hovered, names, known, self.fighting, self.alarms, covers, self.veil)

    @property
    def moment(self) -> Moment:
        """What is to be drawn now."""
        desk, fraction = self.session.desk, self.session.clock.fraction
        minute, rain = minute_of_day(desk.tick) + fraction, rain_at(self.session.world.seed, desk.tick)
        return Moment(self.scene, minute, fraction, desk.doors_locked(), self.lamps, rain)

    @property
    def lamps(self) -> tuple[float, ...]:
        """How far each wing's lamps burn: they go out when its hours have sleep."""
        if self._lamps_of != self.session.version:
            wings = self.session.desk.activities()
            asleep = all(activity in SLEEPING for activity in wings)
            house = EMPTY_LAMPS if asleep else 1.0
            self._lamps = (house, *(0.0 if activity in SLEEPING else 1.0 for activity in wings))
            self._lamps_of = self.session.version
        return self._lamps

    @property
    def scene(self) -> Scene:
        """Everyone on the map, read once a tick."""
        if self._scene is None or self._scene_of != self.session.version:
            self._scene, self._scene_of = self.session.desk.scene(), self.session.version
        return self._scene

    def picture(self, surface: Surface, area: Rect, room: int, person: int = 0) -> None:
        """Draw a room as it is now, large, into a part of a surface; `person` in its upper half, if he is there."""
        still = self._stills.get(("still", room, person, area.size), lambda: Still(area.size))
        new = still.of is None
        if still.of != self.session.version:
            still.of, still.sittings = self.session.version, STILL_FRAMES
        if still.sittings and (self.patient or not new):  # the frame that opens a dialog has enough to do
            budget = PATIENT_MS if self.patient else STILL_MS
            place, now, lift = still.picture.get_rect(), self.moment, LIFT if person else 0.0
            still.sittings -= self.view.picture(
                still.picture, place, room, now, person=person, budget_ms=budget, lift=lift
            )
        surface.blit(still.picture, area.topleft)

    def live(self, surface: Surface, area: Rect, room: int, person: int) -> None:
        """Draw a place as it goes on there, a few times a second, into a part of a surface."""
        still = self._stills.get(("live", room, area.size), lambda: Still(area.size))
        if self.view.seconds - still.drawn >= LIVE_SECONDS or self.patient:
            still.drawn, focus = self.view.seconds, self._focus(0)
            self.view.picture(still.picture, still.picture.get_rect(), room, self.moment, focus, person)
        surface.blit(still.picture, area.topleft)

    def portrait(self, desk: Desk, person: int, pixels: int) -> Surface | None:
        """A person's portrait; None when this frame has no time left for a new one, or is the first to ask for it."""
        wanted = (person, pixels)
        if not self.patient and wanted not in self._faces:
            first, busy = wanted not in self._faces_due, self._face_time > FACE_SECONDS
            self._faces_due.add(wanted)
            if first or busy:  # the frame that opens a file has enough to do
                return None
        self._faces_due.discard(wanted)
        return self._faces.get(wanted, lambda: self._paint_face(desk, person, pixels))

    def _paint_face(self, desk: Desk, person: int, pixels: int) -> Surface:
        began, file = time.perf_counter(), desk.dossier(person)
        face = paint_portrait(
            look_of(file.look, file.role, file.age, file.faction, self.view.bank.accents), pixels
        )
        self._face_time += time.perf_counter() - began
        return face.convert_alpha()

    # the camera

    def _where(self, person: int) -> tuple[float, float] | None:
        return self.view.where_is(self.scene, person, self.session.clock.fraction)

    def _follow(self, seconds: float) -> None:
        at = self._where(self.following) if self.following else None
        if at is not None:
            self.view.camera.follow(*at, seconds)

    def set_zoom(self, zoom: float) -> None:
        """Be at a zoom at once."""
        self.view.camera.set_zoom(zoom)

    def move(self, right: float, down: float) -> None:
        """Move the view by pixels of the screen."""
        self.following = 0
        self.view.camera.drag(-right, -down)

    def zoom(self, steps: int, at: tuple[int, int] | None, area: Rect | None) -> None:
        """Come nearer (positive) or go away, around a point of the screen."""
        self.view.camera.wheel(steps, None if self.following else at)

    def drag(self, mouse: tuple[int, int], started: bool) -> None:
        """Move the map with the mouse."""
        if started:
            self._drag_from, self._drag_at, self.dragged = mouse, mouse, False
            return
        far = abs(mouse[0] - self._drag_from[0]) + abs(mouse[1] - self._drag_from[1])
        if far > DRAG_PIXELS:
            self.dragged, self.following = True, 0
        if self.dragged:
            self.view.camera.drag(mouse[0] - self._drag_at[0], mouse[1] - self._drag_at[1])
        self._drag_at = mouse

    def person_at(self, at: tuple[int, int], area: Rect) -> int:
        """The person at a point of the screen, 0 for nobody."""
        return self.view.pick(at)

    def room_at(self, at: tuple[int, int], area: Rect) -> int:
        """The room at a point of the screen, 0 for none."""
        return self.view.room_at(at)

    def top_of(self, room: int) -> tuple[int, int, int]:
        """Where a room's upper edge is on the screen: its middle, its height, and the room's width there."""
        west, north, east = self._edges[room]
        left, top = self.view.camera.to_screen((west * TILE, north * TILE))
        width = round((east - west) * TILE * self.view.camera.zoom)
        return round(left) + width // 2, round(top), width

    @property
    def plates(self) -> list[Rect]:
        """Where people's names stand on the screen."""
        return self.view.plates()

    def in_view(self) -> tuple[float, float, float, float]:
        """What the window shows: left, top, width, height, in tiles."""
        camera = self.view.camera
        left, top = camera.to_world(camera.rect.topleft)
        return left / TILE, top / TILE, camera.rect.w / camera.tile, camera.rect.h / camera.tile

    def look_at_tile(self, x: float, y: float) -> None:
        """Bring a point of the plan, in tiles, into the middle."""
        self.following = 0
        self.view.camera.look_at(x * TILE, y * TILE)

    def spot_of(self, room: int) -> tuple[int, int]:
        """Where the middle of a room is on the screen."""
        x, y = self.view.camera.to_screen(self.view.middle_of(room))
        return round(x), round(y)

    def spot_of_person(self, person: int) -> tuple[int, int] | None:
        """Where somebody stands on the screen; None for who is not on the map."""
        at = self._where(person)
        if at is None:
            return None
        x, y = self.view.camera.to_screen(at)
        return round(x), round(y)

    def show_room(self, room: int) -> None:
        """Bring a room into the middle of what no card covers."""
        self.following = 0
        self._centre(*self.view.middle_of(room))

    def show_person(self, person: int) -> None:
        """Bring a person into the middle of what no card covers."""
        at = self._where(person)
        if at is not None and self.following != person:
            self.following = 0
            self._centre(*at)

    def _centre(self, x: float, y: float) -> None:
        """Look at a point of the world, also in the next frames: then it is known which cards open with it."""
        self._goal, self._aims = (x, y), AIMS
        self._aim(self.view.camera.rect)

    def _aim(self, area: Rect) -> None:
        """Look at the goal, lower or higher on the screen where cards hang over the map's middle."""
        camera, (x, y) = self.view.camera, self._goal
        camera.set_view(area)
        camera.look_at(x, y + (area.centery - clear_height(area, self._covers)) / camera.zoom)
        self._aimed = camera.x, camera.y

    def _aim_again(self, area: Rect) -> None:
        """Do so with the cards of the frame before, unless the camera went elsewhere since."""
        camera = self.view.camera
        if self._aims and not self.following and (camera.x, camera.y) == self._aimed:
            self._aims -= 1
            self._aim(area)

    def follow(self, person: int) -> None:
        """Go with a person; 0: with nobody any more."""
        self.following = person

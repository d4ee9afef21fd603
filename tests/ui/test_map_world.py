"""Weather, lamps by wing, overlays in the light, trays and smooth zooms."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.sim.house.furniture import Facing, Pose
from game.sim.house.plan import ROLES, Piece
from game.ui.art.bank import Bank
from game.ui.art.furniture import THINGS
from game.ui.map.camera import TILES
from game.ui.map.crowd import Crowd
from game.ui.map.daylight import DAY, NIGHT
from game.ui.map.ground import read_ground
from game.ui.map.lamps import LP
from game.ui.map.moment import Focus, Moment
from game.ui.map.veil import Veil, Woven
from game.ui.map.view import MapView
from game.ui.map.weather import rain_at
from game.ui.map.window import Window
from tests.ui.small_prison import HALL, HEIGHT, WIDTH, YARD, scene_of, small_plan

STAND = (8, 7, Pose.STAND, Facing.SOUTH)
OPEN = np.array([False, True, False])
PLENTY = 1e9


@pytest.fixture
def view(surface: pygame.Surface, tmp_path: Path) -> MapView:
    view = MapView(small_plan(), surface.get_size(), tmp_path / "art.npz")
    view.camera.set_zoom(1)
    return view


def draw(view: MapView, surface: pygame.Surface, moment: Moment, focus: Focus | None = None) -> bytes:
    view.draw(surface, surface.get_rect(), moment, focus or Focus(), PLENTY)
    return pygame.image.tobytes(surface, "RGB")


def noon(**changes: object) -> Moment:
    return replace(Moment(scene_of(STAND), 720.0, 0.0, OPEN), **changes)


def test_the_weather_follows_from_seed_and_tick_alone() -> None:
    course = [rain_at(3, tick) for tick in range(0, 20_000, 37)]
    assert course == [rain_at(3, tick) for tick in range(0, 20_000, 37)]
    assert course != [rain_at(4, tick) for tick in range(0, 20_000, 37)]
    assert min(course) == 0.0 and 0.3 < max(course) <= 1.0


def test_showers_begin_and_end_softly() -> None:
    ticks = range(30 * 1440)
    rain = np.array([rain_at(1, tick) for tick in ticks])
    assert np.abs(np.diff(rain)).max() < 0.1


def test_it_rains_under_the_sky_only(view: MapView, surface: pygame.Surface) -> None:
    view.seconds = 1.0
    view.camera.look_at(16 * 32, 12 * 32)
    draw(view, surface, noon())
    dry = pygame.surfarray.array3d(surface).astype(int)
    for _ in range(8):
        draw(view, surface, noon(rain=1.0))
    x, y = (round(part) for part in view.camera.to_screen((YARD[0] * 32 + 64, YARD[1] * 32 + 32)))
    wet = np.abs(pygame.surfarray.array3d(surface).astype(int) - dry).max(2)
    hall = tuple(round(part) for part in view.camera.to_screen((5 * 32, 8 * 32)))
    inside = wet[hall[0] : hall[0] + 96, hall[1] : hall[1] + 64].mean()
    assert wet[x : x + 160, y : y + 96].mean() > 10 * max(0.01, inside)


def test_a_veil_tints_its_tiles_and_leaves_the_others(view: MapView) -> None:
    share, colour = np.zeros((HEIGHT, WIDTH), np.float32), np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    share[4:10, 4:10], colour[4:10, 4:10] = 1.0, (250, 40, 40)
    view.light.set_time(720)
    before = view.light.at_tile(15, 7)
    view.light.set_time(720, veil=Veil("red", colour, share))
    red, green, _ = view.light.at_tile(7, 7)
    assert red > 235 and green < 60
    assert view.light.at_tile(15, 7) == before
    view.light.set_time(720)
    assert view.light.at_tile(7, 7)[1] > 100
    assert Woven(Veil("red", colour, share)).keeps.max() == pytest.approx(1.0)


def test_sleepers_are_seen_by_a_faint_light_that_burns_at_night_only(view: MapView) -> None:
    light, asleep = view.light, (0.0, 0.0)
    light.set_time(60, wings=asleep)
    assert 1.1 * sum(NIGHT) < sum(light.at_tile(26, 6)) < 0.75 * sum(DAY)
    light.set_time(720, wings=asleep)
    with_it = light.at_tile(26, 6)
    light.layers["night"].fill(0)
    light.set_time(720, wings=asleep)
    assert light.at_tile(26, 6) == with_it


def test_warm_pools_of_light_lie_at_night_where_men_walk(view: MapView) -> None:
    left, top, right, bottom = (side * LP for side in HALL)
    hall = view.light.layers["night"][left:right, top:bottom]
    shine = hall.sum(2)
    assert shine.max() > 4 * shine.min()
    assert hall[shine > 0.1, 0].mean() > 1.5 * hall[shine > 0.1, 2].mean()


def test_a_shelf_holds_what_its_room_is_for_and_medics_offices_are_medical() -> None:
    plan = small_plan()
    kinds = dict(zip((1, 2, 3), ("kitchen", "office", "library"), strict=True))
    rooms = tuple(replace(room, kind=kinds.get(room.id, room.kind)) for room in plan.rooms)
    wings = (plan.wings[0], replace(plan.wings[1], kind="medical"))
    ground, shelf = read_ground(replace(plan, rooms=rooms, wings=wings)), THINGS["shelf"]
    assert [ground.use_of(room) for room in (1, 2, 3)] == ["kitchen", "medical", "library"]
    for room in (1, 2, 3):
        for tile in range(60):
            assert ground.variant(Piece("shelf", tile, room)) in shelf.variants_in(ground.use_of(room))


def test_inmates_change_clothes_where_they_work() -> None:
    plan = small_plan()
    kitchen = replace(plan.rooms[1], kind="kitchen")
    crowd = Crowd(replace(plan, rooms=(plan.rooms[0], kitchen, *plan.rooms[2:])), Bank())
    scene, window = (
        scene_of(STAND, (26, 6, Pose.STAND, Facing.SOUTH)),
        Window(32, 0, 0, WIDTH * 32, HEIGHT * 32),
    )
    crowd.bodies(scene, crowd.posture(scene, 0.0), window)
    assert sorted(look.work for look in crowd.bank.looks if look.age == 30) == ["", "", "kitchen"]
    clerks = replace(scene, kind=scene.kind + ROLES.index("clerk"))
    crowd.bodies(clerks, crowd.posture(clerks, 0.0), window)
    assert not any(look.work for look in crowd.bank.looks if look.kind == "clerk")


def test_a_tray_is_carried_by_who_walks(view: MapView, surface: pygame.Surface) -> None:
    scene = scene_of(STAND)
    trail = scene.trail.copy()
    trail[0] = 7 * WIDTH + np.minimum(8 + np.arange(trail.shape[1]), 14)
    walking = replace(scene, trail=trail)
    view.camera.look_at(10 * 32, 7 * 32)
    empty = draw(view, surface, noon(scene=walking, fraction=0.3))
    laden = draw(view, surface, noon(scene=replace(walking, tray=np.array([True])), fraction=0.3))
    assert empty != laden


def test_while_a_zoom_has_no_time_the_old_size_is_stretched(view: MapView, surface: pygame.Surface) -> None:
    draw(view, surface, noon())
    view.camera.wheel(1, None)
    view.camera.update(1.0)
    assert view.camera.at_rest
    view.draw(surface, surface.get_rect(), noon(), Focus(), 0.0)
    assert view._tile == 32 and view._pixel_scale == view.camera.tile / 32
    view.draw(surface, surface.get_rect(), noon(), Focus(), PLENTY)
    assert view._tile == TILES[view.camera.step] and view._pixel_scale == 1.0


def test_a_picture_of_a_room_leaves_view_and_size_alone(view: MapView, surface: pygame.Surface) -> None:
    before = draw(view, surface, noon())
    small = pygame.Surface((200, 120))
    view.picture(small, small.get_rect(), 2, noon())
    assert draw(view, surface, noon()) == before


def test_a_glimpse_is_the_middle_of_what_is_seen_and_leaves_the_view_alone(
    view: MapView, surface: pygame.Surface
) -> None:
    before = draw(view, surface, noon())
    small = pygame.Surface((200, 120))
    view.glimpse(small, small.get_rect(), noon())
    middle = small.get_rect(center=surface.get_rect().center)
    draw(view, surface, noon())
    assert pygame.image.tobytes(small, "RGB") == pygame.image.tobytes(surface.subsurface(middle), "RGB")
    assert draw(view, surface, noon()) == before

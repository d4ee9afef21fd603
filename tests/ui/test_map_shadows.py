"""Shadows follow the hour, fall only on open ground, and cost next to nothing."""

import time
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.sim.house.furniture import Facing, Pose
from game.ui.map.ground import read_ground
from game.ui.map.moment import Moment
from game.ui.map.silhouettes import FORMS, paint_shadow
from game.ui.map.sun import LONGEST, NIGHT, WallShade, sun_at
from game.ui.map.view import MapView
from tests.ui.small_prison import scene_of, small_plan

OPEN = np.array([False, True, False])
IN_THE_YARD = (14, 18, Pose.STAND, Facing.SOUTH)
IN_THE_HALL = (8, 7, Pose.STAND, Facing.SOUTH)


@pytest.fixture
def view(surface: pygame.Surface, tmp_path: Path) -> MapView:
    view = MapView(small_plan(), surface.get_size(), tmp_path / "art.npz")
    view.camera.set_zoom(1)
    view.camera.look_at(15 * 32, 17 * 32)
    return view


def ground_around(view: MapView, surface: pygame.Surface, minute: float, spot, rain: float = 0.0):
    """How much darker the ground to the west and the east of somebody is than without him."""
    pictures = []
    for who in (spot, (spot[0], spot[1], Pose.LIE, Facing.SOUTH)):
        canvas = surface.copy()
        canvas.fill((200, 200, 200))
        posture = view.crowd.posture(scene_of(who), 0.0)
        view._aim(surface, surface.get_rect())
        view.light.set_time(minute, clouds=rain)
        view.shadows.draw(canvas, view._window, posture, [0], minute, rain)
        pictures.append(pygame.surfarray.array3d(canvas).astype(int).sum(2))
    x, y = (round(value) for value in (posture.x[0], posture.y[0]))
    left, top = x - view._window.left, y - view._window.top
    gone = (pictures[1] - pictures[0])[:, top - 60 : top + 20]
    return int(gone[left - 100 : left].sum()), int(gone[left : left + 100].sum())


def test_shadows_are_long_in_the_west_at_morning_short_at_noon_and_long_in_the_east_at_evening() -> None:
    morning, noon, evening = sun_at(450), sun_at(780), sun_at(1110)
    assert morning.east < -1.2 and evening.east > 1.2
    assert abs(noon.east) < 0.1 and abs(noon.south) < 0.6
    for minute in range(0, 1440, 7):
        sun = sun_at(minute)
        assert np.hypot(sun.east, sun.south) <= LONGEST + 1e-9


def test_at_night_and_under_thick_clouds_there_is_no_sun() -> None:
    assert sun_at(120) == sun_at(1300) == NIGHT
    assert sun_at(780, clouds=1.0) == NIGHT
    assert sun_at(780, clouds=0.15).strength < sun_at(780).strength


def test_who_stands_in_the_yard_throws_his_shadow_to_the_side_of_the_hour(
    view: MapView, surface: pygame.Surface
) -> None:
    west, east = ground_around(view, surface, 500, IN_THE_YARD)
    assert west > 5 * east > 0
    west, east = ground_around(view, surface, 1060, IN_THE_YARD)
    assert east > 5 * west > 0


def test_indoors_there_is_only_a_soft_shadow_underfoot_at_any_hour(
    view: MapView, surface: pygame.Surface
) -> None:
    view.camera.look_at(10 * 32, 8 * 32)
    hours = [ground_around(view, surface, minute, IN_THE_HALL) for minute in (500, 780, 1060, 1400)]
    assert len(set(hours)) == 1 and hours[0][0] > 0
    assert sum(hours[0]) < sum(ground_around(view, surface, 1060, IN_THE_YARD)) / 2


def test_a_mast_throws_faint_shadows_at_night(view: MapView, surface: pygame.Surface) -> None:
    near, far = (22, 18, Pose.STAND, Facing.SOUTH), (3, 20, Pose.STAND, Facing.SOUTH)
    west, east = ground_around(view, surface, 1400, near)
    day = ground_around(view, surface, 500, near)
    assert west > east and 0 < west < day[0]
    west, east = ground_around(view, surface, 1400, far)
    assert abs(west - east) < 0.2 * west


def test_walls_keep_the_sun_off_the_ground_behind_them() -> None:
    plan = small_plan()
    ground = read_ground(plan)
    shade = WallShade(ground, plan.room_at == 3)
    field = shade.cast(sun_at(1060))
    assert field is not None
    by_tile = shade.field.reshape(plan.width, 4, plan.height, 4).mean((1, 3)).T
    assert by_tile[18, 2] > 0.1 > by_tile[18, 14]  # behind the western fence; out in the middle
    assert by_tile[plan.room_at != 3].max() == pytest.approx(0, abs=0.3)
    assert shade.cast(NIGHT) is None


def test_a_shadows_picture_is_made_once_for_each_stand_of_the_sun(
    view: MapView, surface: pygame.Surface
) -> None:
    scene, made = scene_of(IN_THE_YARD, IN_THE_HALL), []
    for minute in (600, 601, 605, 612, 615):
        for _ in range(4):
            view.draw(surface, surface.get_rect(), Moment(scene, minute, 0.0, OPEN), budget_ms=1e9)
        made.append(len(view.shadows._patches))
    assert made[0] == made[2] and made[3] == made[4]


def test_every_form_gives_a_picture_at_every_hour_and_size() -> None:
    for kind in FORMS:
        for minute in (390, 700, 780, 1150):
            for tile in (16, 64):
                patch = paint_shadow(kind, sun_at(minute), tile)
                assert pygame.surfarray.array3d(patch.picture).min() < 240


def test_shadows_of_a_crowd_cost_little(view: MapView, surface: pygame.Surface) -> None:
    crowd = [(3 + n % 24, 16 + n // 24 % 5, Pose.STAND, Facing.SOUTH) for n in range(300)]
    posture, rows = view.crowd.posture(scene_of(*crowd), 0.0), list(range(300))
    view._aim(surface, surface.get_rect())
    costs = []
    for _ in range(20):
        began = time.perf_counter()
        view.shadows.draw(surface, view._window, posture, rows, 540, 0.0)
        costs.append(time.perf_counter() - began)
    assert sorted(costs)[5] < 0.008

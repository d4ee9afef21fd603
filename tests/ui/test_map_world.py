"""Weather, lamps by wing, overlays in the light, trays and smooth zooms."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.sim.house.furniture import Facing, Pose
from game.ui.map.camera import TILES
from game.ui.map.moment import Focus, Moment
from game.ui.map.veil import Veil, Woven
from game.ui.map.view import MapView
from game.ui.map.weather import rain_at
from tests.ui.small_prison import HEIGHT, WIDTH, YARD, scene_of, small_plan

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

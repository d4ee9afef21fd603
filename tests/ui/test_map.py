"""The map shows people where they are, and finds them again."""

from pathlib import Path

import numpy as np
import pygame
import pytest

from game.sim.house.furniture import Facing, Pose
from game.ui.art.bank import Bank
from game.ui.map.camera import TILES, Camera
from game.ui.map.crowd import Crowd
from game.ui.map.moment import Focus, Moment
from game.ui.map.view import MapView
from tests.ui.small_prison import HEIGHT, WIDTH, scene_of, small_plan

STAND = (8, 7, Pose.STAND, Facing.SOUTH)
OPEN = np.array([False, True, False])
PLENTY = 1e9


@pytest.fixture
def view(surface: pygame.Surface, tmp_path: Path) -> MapView:
    view = MapView(small_plan(), surface.get_size(), tmp_path / "art.npz")
    view.camera.set_zoom(1)
    return view


def draw(view: MapView, surface: pygame.Surface, scene, minute=720.0, fraction=0.0, focus=None) -> bytes:
    moment = Moment(scene, minute, fraction, OPEN)
    view.draw(surface, surface.get_rect(), moment, focus or Focus(), PLENTY)
    return pygame.image.tobytes(surface, "RGB")


def screen_of(view: MapView, scene, person: int, fraction: float = 0.0) -> tuple[int, int]:
    where = view.where_is(scene, person, fraction)
    assert where is not None
    x, y = view.camera.to_screen(where)
    return round(x), round(y)


@pytest.mark.parametrize("zoom", [0.5, 1, 2])
def test_a_click_on_a_drawn_person_finds_him(view: MapView, surface: pygame.Surface, zoom: float) -> None:
    scene = scene_of(STAND, (12, 7, Pose.STAND, Facing.EAST))
    view.camera.set_zoom(zoom)
    view.camera.look_at(10 * 32, 7 * 32)
    draw(view, surface, scene)
    for person in (1, 2):
        x, y = screen_of(view, scene, person)
        assert view.pick((x, y - round(18 * zoom))) == person


def test_a_click_on_bare_floor_finds_nobody(view: MapView, surface: pygame.Surface) -> None:
    scene = scene_of(STAND)
    draw(view, surface, scene)
    x, y = screen_of(view, scene, 1)
    assert view.pick((x + 120, y + 90)) == 0


def test_of_two_people_the_foremost_is_found(view: MapView, surface: pygame.Surface) -> None:
    scene = scene_of(STAND, (8, 8, Pose.STAND, Facing.SOUTH))
    draw(view, surface, scene)
    x, y = screen_of(view, scene, 2)
    assert view.pick((x, y - 26)) == 2


def test_walking_people_move_smoothly() -> None:
    crowd = Crowd(small_plan(), Bank())
    scene = scene_of(STAND, step=1)
    xs = [float(crowd.posture(scene, at / 60).x[0]) for at in range(61)]
    steps = np.diff(xs)
    assert (steps > 0).all()
    assert steps.max() < 3.5
    assert xs[-1] - xs[0] == pytest.approx(6 * 32)


def test_who_walks_looks_where_he_goes_and_who_arrives_takes_his_pose() -> None:
    crowd = Crowd(small_plan(), Bank())
    scene = scene_of((8, 7, Pose.TALK, Facing.SOUTH))
    trail = scene.trail.copy()
    trail[0, 2:] += 1
    walker = scene_of((8, 7, Pose.TALK, Facing.SOUTH))
    walker.trail[:] = trail
    poses = [crowd.posture(walker, at) for at in (0.05, 0.25, 0.6)]
    assert [int(p.pose[0]) for p in poses] == [Pose.STAND, Pose.WALK, Pose.TALK]
    assert int(poses[1].facing[0]) == Facing.EAST


def test_people_sit_where_the_seat_is() -> None:
    plan = small_plan()
    crowd = Crowd(plan, Bank())
    seat = next(spot for spot in plan.spots if spot.kind == "seat" and spot.facing == Facing.NORTH)
    y, x = divmod(seat.tile, plan.width)
    posture = crowd.posture(scene_of((x, y, Pose.EAT, Facing.NORTH)), 1.0)
    assert posture.seated[0]
    assert posture.y[0] < y * 32 + 25


def test_night_is_darker_than_day_and_dusk_lies_between(view: MapView, surface: pygame.Surface) -> None:
    def brightness(minute: float) -> float:
        draw(view, surface, scene_of(STAND), minute)
        return float(pygame.surfarray.array3d(surface).mean())

    noon, dusk, night = brightness(720), brightness(1200), brightness(60)
    assert night < dusk < noon
    assert night < 0.62 * noon


def test_cells_go_dark_when_their_wing_sleeps(view: MapView) -> None:
    light = view.light
    light.set_time(21 * 60)
    before = sum(light.at_tile(26, 6))
    light.set_time(21 * 60, wings=(1.0, 0.0))
    assert sum(light.at_tile(26, 6)) < 0.75 * before


def test_walls_stop_the_light_of_lamps(view: MapView) -> None:
    lamps = view.light.layers["cells"]
    assert lamps[26 * 4, 6 * 4].sum() > 0.5
    assert lamps[12 * 4, 6 * 4].sum() == 0


def test_an_alarm_is_red_where_it_sounds(view: MapView, surface: pygame.Surface) -> None:
    view.light.set_time(60, alarms=(1,))
    red, green, _ = view.light.at_tile(11, 7)
    assert red > 1.6 * green
    red, green, _ = view.light.at_tile(26, 6)
    assert red < 1.3 * green


def test_the_selected_is_marked(view: MapView, surface: pygame.Surface) -> None:
    plain = draw(view, surface, scene_of(STAND))
    marked = draw(view, surface, scene_of(STAND), focus=Focus(selected=1, names={1: "T. Beecher"}))
    assert plain != marked


def test_a_name_that_a_card_would_cut_is_left_out(view: MapView, surface: pygame.Surface) -> None:
    names = {1: "T. Beecher"}
    draw(view, surface, scene_of(STAND), focus=Focus(names=names, known=(1,)))
    plate = view.marks.plates[0]
    card = plate.move(plate.w // 2, 0)
    draw(view, surface, scene_of(STAND), focus=Focus(names=names, known=(1,), covers=(card,)))
    assert view.marks.plates == []


def test_who_fights_stands_out_and_is_named(view: MapView, surface: pygame.Surface) -> None:
    plain = draw(view, surface, scene_of(STAND))
    marked = draw(view, surface, scene_of(STAND), focus=Focus(names={1: "T. Beecher"}, fighting={1}))
    assert len(view.marks.plates) == 1
    assert plain != marked


def test_a_door_opens_for_who_comes_near_unless_it_is_locked(view: MapView) -> None:
    feet = np.array([8 * 32 + 16.0, 12 * 32 + 16.0]), np.array([12 * 32 + 20.0] * 2)
    wide = view.standing.openness(*feet, OPEN[view.standing.door_ids])
    assert wide[0] == 0
    assert wide[1] > 0


def test_the_map_says_which_tile_room_and_door_lie_under_the_pointer(view: MapView) -> None:
    at = tuple(round(v) for v in view.camera.to_screen((8 * 32 + 16, 7 * 32 + 16)))
    assert view.tile_at(at) == 7 * WIDTH + 8  # type: ignore[arg-type]
    assert view.room_at(at) == 1  # type: ignore[arg-type]
    door = tuple(round(v) for v in view.camera.to_screen((8 * 32 + 16, 13 * 32 + 16)))
    assert view.door_at(door) == 1  # type: ignore[arg-type]
    assert view.tile_at((-5000, 0)) == -1


def test_short_of_time_there_is_still_a_picture(view: MapView, surface: pygame.Surface) -> None:
    view.draw(surface, surface.get_rect(), Moment(scene_of(STAND), 720, 0.5, OPEN), budget_ms=0)
    assert len(set(pygame.image.tobytes(surface, "RGB"))) > 2


def test_a_picture_of_a_room_leaves_the_camera_where_it_was(view: MapView, surface: pygame.Surface) -> None:
    scene = scene_of(STAND)
    draw(view, surface, scene)
    before = view.camera.x, view.camera.y, view.camera.tile
    view.picture(surface, pygame.Rect(40, 40, 400, 120), 2, Moment(scene, 720, 1.0, OPEN))
    assert (view.camera.x, view.camera.y, view.camera.tile) == before


def test_the_wheel_zooms_smoothly_and_keeps_the_point_under_the_pointer() -> None:
    camera = Camera(WIDTH * 320, HEIGHT * 320, 3000, 2000)
    at = (900, 500)
    before = camera.to_world(at)
    camera.wheel(1, at)
    sizes = []
    while not camera.at_rest:
        camera.update(1 / 60)
        sizes.append(camera.tile)
    assert sizes == sorted(sizes)
    assert len(sizes) > 4
    assert camera.tile in TILES
    assert camera.to_world(at) == pytest.approx(before, abs=0.01)


def test_the_camera_stays_at_the_edge() -> None:
    camera = Camera(3000, 2000)
    camera.look_at(-9999, -9999)
    left, top = camera.to_world((0, 0))
    assert left == pytest.approx(-48)
    assert top == pytest.approx(-48)


def test_following_comes_nearer_frame_by_frame() -> None:
    camera = Camera(9000, 9000, 4000, 4000)
    apart = []
    for _ in range(30):
        camera.follow(4500, 4000, 1 / 60)
        apart.append(4500 - camera.x)
    assert apart == sorted(apart, reverse=True)
    assert apart[-1] < 40

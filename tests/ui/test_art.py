"""Everything that can stand in a plan has a picture, and the same every time."""

import numpy as np
import pygame
import pytest

from game.sim.house.furniture import FURNITURE, Facing, Pose
from game.sim.house.plan import ROLES, ROOM_KINDS, DoorKind, Floor, Wall
from game.sim.views import Sign
from game.ui.art.clothes import WORK_CLOTHES, clothes_of
from game.ui.art.doors import STEPS, paint_door
from game.ui.art.features import pack, unpack
from game.ui.art.floors import paint_floor
from game.ui.art.furniture import THINGS, paint_thing, paint_whole
from game.ui.art.look import HAIR_STYLES, look_of
from game.ui.art.palette import Colour
from game.ui.art.panes import PAINTERS, paint_pane
from game.ui.art.people import paint_person
from game.ui.art.portrait import paint_portrait
from game.ui.art.signs import paint_sign
from game.ui.art.walls import TOPS, Neighbours, paint_wall

pytestmark = pytest.mark.usefixtures("surface")


def pixels(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGBA")


def covered(picture: pygame.Surface) -> int:
    return int((pygame.surfarray.array_alpha(picture) > 40).sum())


def test_every_kind_of_furniture_has_a_picture_of_its_footprint() -> None:
    assert set(THINGS) == set(FURNITURE)
    for kind, shape in FURNITURE.items():
        picture, thing = paint_whole(kind), THINGS[kind]
        assert covered(picture) > 60, kind
        assert picture.get_width() == 2 * (shape.width * 32 + 2 * thing.overhang), kind
        assert picture.get_height() == 2 * (shape.height * 32 + thing.rise), kind


def test_kinds_of_furniture_look_different() -> None:
    assert len({pixels(paint_whole(kind)) for kind in FURNITURE}) == len(FURNITURE)


def test_seats_lie_under_people_and_tables_stand_among_them() -> None:
    for kind in ("table", "reading", "round", "desk", "console", "booth", "sofa", "pew"):
        assert paint_thing(kind, "flat") is not None, kind
        assert paint_thing(kind, "tall") is not None, kind


def test_bunks_come_with_four_blankets() -> None:
    assert len({pixels(paint_whole("bunk", variant)) for variant in range(4)}) == 4


def test_every_floor_has_a_picture_of_its_own() -> None:
    cloths = [pygame.image.tobytes(paint_floor(floor), "RGB") for floor in Floor]
    assert len(set(cloths)) == len(Floor)


def test_floors_go_on_without_a_seam() -> None:
    cloth = pygame.surfarray.array3d(paint_floor(Floor.GRASS)).astype(float)
    across = np.abs(cloth[0] - cloth[-1]).mean()
    within = np.abs(cloth[100] - cloth[101]).mean()
    assert across < within * 1.6


def test_every_wall_has_a_picture() -> None:
    for wall in Wall:
        if wall in TOPS:
            assert covered(paint_wall(wall, Neighbours(e=True, w=True))) == 64 * 64
        elif wall != Wall.NONE:
            assert wall in PAINTERS
            assert covered(paint_pane(wall, False, True, False, True)) > 200


def test_a_wall_shows_its_face_only_where_nothing_stands_to_the_south() -> None:
    free, joined = (paint_wall(Wall.LIGHT, Neighbours(s=s)) for s in (False, True))
    assert sum(free.get_at((32, 44))[:3]) > 1.5 * sum(joined.get_at((32, 44))[:3])


@pytest.mark.parametrize("kind", list(DoorKind))
@pytest.mark.parametrize("across", [True, False])
def test_a_door_shows_whether_it_is_open_and_locked(kind: DoorKind, across: bool) -> None:
    shut, locked, wide = (
        paint_door(kind, across, *state) for state in ((0, False), (0, True), (STEPS, False))
    )
    assert covered(shut) > 0
    if kind != DoorKind.OPENING:
        assert len({pixels(picture) for picture in (shut, locked, wide)}) == 3


def test_the_same_number_gives_the_same_person() -> None:
    one, other = (paint_person(look_of(4711, "inmate", 33, 2), Pose.STAND, Facing.SOUTH) for _ in range(2))
    assert pixels(one) == pixels(other)


def test_people_differ_from_one_another() -> None:
    people = {
        pixels(paint_person(look_of(n * 31 + 7, "inmate"), Pose.STAND, Facing.SOUTH)) for n in range(40)
    }
    assert len(people) == 40


def test_every_role_has_its_clothes() -> None:
    looks = {pixels(paint_person(look_of(99, role, 40), Pose.STAND, Facing.SOUTH)) for role in ROLES}
    assert len(looks) == len(ROLES)


def test_every_pose_and_facing_has_a_picture_of_its_own() -> None:
    look, seen = look_of(12, "inmate", 30, 1), {}
    for pose in Pose:
        for facing in Facing:
            picture = paint_person(look, pose, facing, frame=1)
            assert covered(picture) > 500, (pose, facing)
            seen[pose, facing] = pixels(picture)
    assert len(set(seen.values())) == len(seen)


def test_west_is_east_in_a_mirror() -> None:
    look = look_of(12, "officer")
    east, west = (paint_person(look, Pose.WALK, facing, 1) for facing in (Facing.EAST, Facing.WEST))
    assert pixels(pygame.transform.flip(east, True, False)) == pixels(west)


def test_walking_moves_the_legs() -> None:
    steps = {pixels(paint_person(look_of(5, "inmate"), Pose.WALK, Facing.EAST, frame)) for frame in (0, 1, 3)}
    assert len(steps) == 3


def test_a_number_may_pin_features() -> None:
    number = pack(seed=77, sex=2, style=HAIR_STYLES.index("bun") + 1, glasses=2, build=3)
    look = look_of(number, "visitor", 40)
    assert (look.woman, look.style, look.glasses, look.build, look.beard) == (True, "bun", True, 1, "none")
    assert unpack(number)["seed"] == look.seed == 77


@pytest.mark.parametrize("size", [24, 36, 88, 200])
def test_a_portrait_comes_in_any_size(size: int) -> None:
    portrait = paint_portrait(look_of(8, "inmate", 50), size)
    assert portrait.get_size() == (size, size)
    assert portrait.get_at((size // 2, size // 2)).a == 255
    assert portrait.get_at((0, 0)).a < 255


def test_every_sign_has_a_picture_of_its_own() -> None:
    signs = [sign for sign in Sign if sign != Sign.NONE]
    assert len({pixels(paint_sign(sign)) for sign in signs}) == len(signs)


def value(colour: Colour) -> float:
    return max(colour[:3]) / 255


def saturation(colour: Colour) -> float:
    return 1 - min(colour[:3]) / max(colour[:3])


def test_shelves_hold_what_the_room_is_for() -> None:
    shelf = THINGS["shelf"]
    rooms = ("library", "infirmary", "storage", "workshop", "kitchen", "laundry")
    seen = {
        room: {pixels(paint_whole("shelf", number)) for number in shelf.variants_in(room)} for room in rooms
    }
    for room in rooms:
        assert len(seen[room]) > 1, room
        assert not any(seen[room] & seen[other] for other in rooms if other != room), room
    for room in ("office", "classroom", "cell", "pod", "commons"):
        assert tuple(shelf.variants_in(room)) == tuple(shelf.variants_in("library"))


def test_rooms_that_shelves_know_are_kinds_of_rooms() -> None:
    assert set(THINGS["shelf"].by_room) <= {*ROOM_KINDS, "medical"}


def test_men_without_a_faction_stand_out_from_the_floor() -> None:
    shirts = {clothes_of(look_of(number, "inmate")).shirt for number in range(400)}
    assert len(shirts) >= 8
    for floor in (Floor.LINO, Floor.CELL, Floor.POD, Floor.CONCRETE):
        bare = pygame.surfarray.array3d(paint_floor(floor)).reshape(-1, 3).mean(0)
        assert min(value(shirt) for shirt in shirts) > 1.1 * value(tuple(bare)), floor
        dull = saturation(tuple(bare))
        assert sum(saturation(shirt) > 0.15 + dull for shirt in shirts) >= 0.6 * len(shirts), floor


def test_colours_of_factions_are_deeper_than_plain_clothes() -> None:
    plain = [clothes_of(look_of(number, "inmate")).shirt for number in range(100)]
    coloured = [clothes_of(look_of(number, "inmate", 0, 1 + number % 9)).shirt for number in range(100)]
    assert sum(map(saturation, coloured)) > 1.3 * sum(map(saturation, plain))


def test_work_clothes_go_over_the_same_man() -> None:
    own = look_of(4711, "inmate", 33, 2)
    cook = look_of(4711, "inmate", 33, 2, work="kitchen")
    assert (cook.skin, cook.hair, cook.outfit, cook.accent) == (own.skin, own.hair, own.outfit, own.accent)
    assert clothes_of(cook).cut == "apron" and clothes_of(cook).shirt == clothes_of(own).shirt
    for room in WORK_CLOTHES:
        at_work = paint_person(look_of(4711, "inmate", 33, 2, work=room), Pose.WORK, Facing.SOUTH)
        assert pixels(at_work) != pixels(paint_person(own, Pose.WORK, Facing.SOUTH)), room

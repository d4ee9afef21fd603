"""A prison drawn as text becomes a plan; each fault of the drawing is told at its line and column."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from game.sim.house.furniture import Pose
from game.sim.house.plan import DoorKind, Floor, PrisonPlan, Wall
from game.story.prison_file import load_prison
from game.story.reading.problem import Problem
from tests.story.helpers import OZ, SMALL, told, where

Damage = Callable[..., list[Problem]]


@pytest.fixture(scope="module", params=[SMALL, OZ], ids=["small", "oz"])
def plan(request: pytest.FixtureRequest) -> PrisonPlan:
    plan, problems = load_prison(request.param / "prison.yaml")
    assert plan is not None, [each.render() for each in problems]
    return plan


@pytest.fixture(scope="module")
def small_plan() -> PrisonPlan:
    plan, _ = load_prison(SMALL / "prison.yaml")
    assert plan is not None
    return plan


def around(plan: PrisonPlan, tile: int) -> tuple[int, ...]:
    return tile - plan.width, tile - 1, tile + 1, tile + plan.width


def reach(plan: PrisonPlan, taken: set[int]) -> set[int]:
    """All open tiles that can be walked to from the entrance past the taken ones."""
    walk = plan.walk.ravel()
    start = next(spot.tile for spot in plan.spots[1:] if spot.kind == "entrance")
    reached, front = {start}, [start]
    while front:
        for beside in around(plan, front.pop()):
            if walk[beside] == 1 and beside not in reached and beside not in taken:
                reached.add(beside)
                front.append(beside)
    return reached


def at(plan: PrisonPlan, x: int, y: int) -> int:
    return y * plan.width + x


class TestAPlan:
    def test_ids_are_indices_and_the_first_is_nobody(self, plan: PrisonPlan) -> None:
        for things in (plan.rooms, plan.wings, plan.doors, plan.spots):
            assert [thing.id for thing in things] == list(range(len(things)))
        assert plan.rooms[0].tiles == ()

    def test_the_last_column_and_row_are_never_walkable(self, plan: PrisonPlan) -> None:
        assert not plan.walk[-1].any()
        assert not plan.walk[:, -1].any()

    def test_every_walkable_tile_is_in_a_room_and_no_wall(self, plan: PrisonPlan) -> None:
        assert not ((plan.walk > 0) & (plan.room_at == 0)).any()
        assert not ((plan.walk > 0) & (plan.wall > 0)).any()

    def test_rooms_know_their_tiles(self, plan: PrisonPlan) -> None:
        room_at = plan.room_at.ravel()
        for room in plan.rooms[1:]:
            assert {int(room_at[tile]) for tile in room.tiles} == {room.id}

    def test_each_door_has_walkable_floor_of_both_its_rooms_beside_it(self, plan: PrisonPlan) -> None:
        walk, room_at, door_at = plan.walk.ravel(), plan.room_at.ravel(), plan.door_at.ravel()
        for door in plan.doors[1:]:
            beside = [door.tile + step for step in (-plan.width, -1, 1, plan.width)]
            open_to = {int(room_at[tile]) for tile in beside if walk[tile] == 1 and not door_at[tile]}
            assert open_to == set(door.rooms)
            assert door_at[door.tile] == door.id

    def test_no_spot_is_on_the_tile_of_another(self, plan: PrisonPlan) -> None:
        tiles = Counter(spot.tile for spot in plan.spots[1:])
        assert max(tiles.values()) == 1

    def test_seats_are_seats_and_standing_places_open_floor(self, plan: PrisonPlan) -> None:
        walk = plan.walk.ravel()
        for spot in plan.spots[1:]:
            assert walk[spot.tile] == (1 if spot.kind in ("stand", "entrance") else 2)

    def test_nobody_who_stands_blocks_a_way_even_if_all_places_are_taken(self, plan: PrisonPlan) -> None:
        stands = {spot.tile for spot in plan.spots[1:] if spot.kind == "stand"}
        reached = reach(plan, stands)
        assert reached == reach(plan, set()) - stands
        for spot in plan.spots[1:]:
            assert {spot.tile, *around(plan, spot.tile)} & reached, spot

    def test_standing_places_keep_off_doors(self, plan: PrisonPlan) -> None:
        doors = {
            door.tile + dy * plan.width + dx
            for door in plan.doors[1:]
            for dy in (-1, 0, 1)
            for dx in (-1, 0, 1)
        }
        assert not doors & {spot.tile for spot in plan.spots[1:] if spot.kind == "stand"}

    def test_loading_again_gives_the_same(self, plan: PrisonPlan) -> None:
        again, _ = load_prison((OZ if plan.key == "oz" else SMALL) / "prison.yaml")
        assert again is not None
        assert again.spots == plan.spots
        assert np.array_equal(again.walk, plan.walk)


class TestTheSmallPlan:
    def test_each_cell_mark_is_a_room_numbered_in_reading_order(self, small_plan: PrisonPlan) -> None:
        cells = [room for room in small_plan.rooms if room.kind == "cell"]
        assert [room.key for room in cells] == ["cell_1", "cell_2", "cell_3", "cell_4"]
        assert [room.name for room in cells] == ["Cell 1", "Cell 2", "Cell 3", "Cell 4"]
        assert [room.tiles[0] for room in cells] == sorted(room.tiles[0] for room in cells)

    def test_walls_and_floors_are_where_they_are_drawn(self, small_plan: PrisonPlan) -> None:
        assert small_plan.wall[0, 0] == Wall.CONCRETE
        assert small_plan.floor[11, 10] == Floor.ASPHALT
        assert small_plan.floor[6, 3] == Floor.LINO
        assert small_plan.walk[1, 1] == 2 and small_plan.walk[2, 1] == 0

    def test_a_queue_is_counted_from_its_counter(self, small_plan: PrisonPlan) -> None:
        queue = {spot.tile: spot.order for spot in small_plan.spots if spot.kind == "queue"}
        hatch = next(spot for spot in small_plan.spots if spot.kind == "serve")
        assert hatch.order == 0
        assert sorted(queue.values()) == [1, 2, 3, 4]
        assert queue[hatch.tile + 1] == 1
        assert queue[at(small_plan, 27, 8)] == 4

    def test_doors_know_kind_key_and_lock(self, small_plan: PrisonPlan) -> None:
        gate = next(door for door in small_plan.doors if door.kind is DoorKind.GATE)
        assert (gate.key, gate.locked) == ("outer", True)
        assert {small_plan.rooms[room].key for room in gate.rooms} == {"commons", "gate"}

    def test_hours_carry_on_over_midnight(self, small_plan: PrisonPlan) -> None:
        hours = small_plan.regimes[0].hours
        assert hours[0] == hours[5] == hours[22] == "sleep"
        assert hours[6] == "count" and hours[9] == "free"

    def test_posts_name_their_rooms(self, small_plan: PrisonPlan) -> None:
        watch = small_plan.posts[1]
        assert small_plan.rooms[watch.rooms[0]].key == "canteen"
        assert watch.staff == (2, 2, 1) and small_plan.posts[2].minutes_per_room == 8

    def test_beds_lie(self, small_plan: PrisonPlan) -> None:
        beds = [spot for spot in small_plan.spots if spot.kind == "bed"]
        assert len(beds) == 8 and {spot.pose for spot in beds} == {Pose.LIE}


ROW = f"#{15 * '.'}#{11 * '.'}#"
QUEUE = f"#{15 * '.'}#{10 * '.'}q#"
FAULTS: dict[str, tuple[str, str, str | None, str, int]] = {
    "an unknown character": ("#..C.....", "#..C..?..", "?", "E201", 0),
    "a short row": (f"{ROW}\n  #######=", f"{ROW[:-2]}\n  #######=", None, "E202", 0),
    "floor on the last column": ("/...........#", "/............", "/............", "E203", 12),
    "a marker twice": ("........K..#", "........K.K#", ".K#\n", "E204", 1),
    "a room without a marker": ("#..C....", "#.......", "#.............../", "E205", 1),
    "a room of two markers": ("#t.p#t.p", "#t.p.t.p", ".t.p#", "E207", 3),
    "a marker nowhere": ("C: {key", "Z: {key: z, name: Z, kind: office}\n  C: {key", "Z: {", "E206", 0),
    "a hole in the outer wall": ("#..G,#", "#..G, ", "..G, ", "E208", 3),
    "furniture that does not fit": ("#t.p#t.p#t.p#t.p#....", "#b.p#t.p#t.p#t.p#....", "##+###+", "E209", 1),
    "furniture on furniture": (".m...T.....#\n", ".m.m.T.....#\n", None, "E209", 0),
    "a door to nowhere": ("#######=####", "###+###=####", "+###=", "E210", 0),
    "a room without a door": ("##+###+###+###+##", "##+###+###+######", "p#....", "E211", 0),
    "a blocked door": ("#.............../...", "#.............../b..", "/b..", "E218", 0),
    "a seat nobody can get to": (f"{QUEUE}\n  #..", f"#%{QUEUE[2:]}\n  #t%", "t%.", "E213", 0),
    "a queue to nothing": ("hqqq#", "h.qq#", "qq#\n", "E216", 0),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_drawing_is_told_where_it_is(small: Path, damaged: Damage, fault: str) -> None:
    old, new, mark, code, right = FAULTS[fault]
    found = damaged("prison.yaml", (old, new))
    assert code in [each.code for each in found], [each.render() for each in found]
    if mark is not None:
        line, column = where(small / "prison.yaml", mark)
        assert f"{line}:{column + right} {code}" in told(found), [each.render() for each in found]


def test_a_room_that_no_way_leads_to_is_told_at_its_marker(small: Path, damaged: Damage) -> None:
    found = damaged("prison.yaml", ("#######=####", "############"), ("./....", "./...."))
    codes = Counter(each.code for each in found)
    assert codes["E211"] == 1 and codes["E212"] >= 5
    line, column = where(small / "prison.yaml", "K..#")
    assert f"{line}:{column} E212" in told(found)


@pytest.mark.parametrize(
    ("old", "new", "mark", "code", "help"),
    [
        ("wing: main, capacity: 2", "wing: mian, capacity: 2", "mian", "E105", "did you mean 'main'?"),
        ("key: cell}", "key: cel}", "cel}", "E105", "did you mean 'cell'?"),
        ("medic: [wing]", "medic: [wung]", "wung", "E105", "did you mean 'wing'?"),
        ("regime: strict", "regime: strct", "strct", "E105", "did you mean 'strict'?"),
        ("[commons, canteen]", "[commons, canten]", "canten]", "E105", "did you mean 'canteen'?"),
        ("wall: concrete", "wall: concret", "concret}", "E104", "did you mean 'concrete'?"),
        ("thing: bunk", "thing: bnk", "bnk", "E104", "did you mean 'bunk'?"),
        ("kind: canteen", "kind: cantine", "cantine", "E104", "did you mean 'canteen'?"),
        ("7: meal", "7: meel", "meel", "E104", "did you mean 'meal'?"),
        ("7: meal", "27: meal", "27: meal", "E104", ""),
        ("staff: [2, 2, 1]", "staff: [4, 2, 1]", "console", "E217", ""),
        ("kind: cell, wing: main, capacity: 2", "kind: cell, wing: main, capacity: 3", "p#t.p", "E214", ""),
        ("{wall: concrete}", "{wal: concrete}", "wal: con", "E103", "did you mean 'wall'?"),
        ("role: officer, rooms", "rle: officer, rooms", "rle", "E102", "did you mean 'role'?"),
    ],
)
def test_names_and_words_are_checked_with_suggestions(
    small: Path, damaged: Damage, old: str, new: str, mark: str, code: str, help: str
) -> None:
    found = damaged("prison.yaml", (old, new))
    line, column = where(small / "prison.yaml", mark)
    hits = [each for each in found if (each.line, each.column, each.code) == (line, column, code)]
    assert hits, [each.render() for each in found]
    assert help in hits[0].help


def test_a_prison_without_an_entrance_is_told_at_the_plan(small: Path, damaged: Damage) -> None:
    found = damaged("prison.yaml", (",,e,#", ",,,,#"))
    assert [each.code for each in found] == ["E215"]


def test_a_plan_has_to_be_a_block(damaged: Damage) -> None:
    found = damaged("prison.yaml", ("plan: |2", "plan: >2"))
    assert [each.code for each in found] == ["E200"]


def test_all_faults_are_told_at_once(damaged: Damage) -> None:
    found = damaged(
        "prison.yaml", ("#..C..", "#..C.?"), ("#######=#", "#########"), ("regime: strict", "regime: strct"),
        ("hqqq#", "h.qq#"),
    )  # fmt: skip
    assert {"E201", "E211", "E105", "E216"} <= {each.code for each in found}

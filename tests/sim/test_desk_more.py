"""What the desk offers to overlays, lists and reports: it tells no more than is known, and costs little."""

from collections.abc import Callable

import numpy as np
import pytest

from game.sim.commands import SetEye
from game.sim.engine.snapshot import digest
from game.sim.house.plan import CELL_KINDS
from game.sim.minds.knowledge import TRUTH, WARDEN
from game.sim.world import World


@pytest.fixture
def noon(block: Callable[..., World]) -> World:
    world = block()
    world.run(300)
    return world


def test_heads_are_counted_where_people_are(noon: World) -> None:
    desk = noon.desk(WARDEN)
    count = desk.head_count()
    for room in range(1, len(desk.plan.rooms)):
        assert count[room] == len(desk.room(room).people)


def test_staff_see_their_own_room_and_not_through_walls(noon: World) -> None:
    desk = noon.desk(WARDEN)
    for tile in desk.staff_tiles().tolist():
        tiles, near = desk.seen_from(tile)
        assert tile in tiles and near[tiles.tolist().index(tile)]
        rooms = {int(desk.plan.room_at.flat[each]) for each in tiles.tolist()}
        assert 0 not in rooms
    look = desk.lookout()
    assert look.seen[look.staff > 0].all()


def test_an_eye_on_a_person_is_an_eye_on_his_room(noon: World) -> None:
    person = next(p for p in noon.desk(WARDEN).people("inmate") if noon.desk(WARDEN).room_of(p))
    assert noon.order(SetEye("person", person)) is None
    noon.step()
    desk = noon.desk(WARDEN)
    assert desk.lookout().eye[desk.room_of(person)]
    assert not desk.lookout().eye[0]


def test_moods_are_the_means_of_what_is_noted(noon: World) -> None:
    desk = noon.desk(WARDEN)
    moods = desk.moods()
    for room in range(1, len(desk.plan.rooms)):
        files = [desk.dossier(p) for p in desk.room(room).people if desk.role(p) == "inmate"]
        known = [file for file in files if file.needs[0].source >= 0]
        if not known:
            assert (moods[room] < 0).all()
            continue
        for index in range(moods.shape[1]):
            mean = sum(file.needs[index].value for file in known) / len(known)
            assert moods[room, index] == pytest.approx(mean)


def test_nobody_knows_how_he_is_whom_nobody_judged(block: Callable[..., World]) -> None:
    fresh = block()
    person = fresh.desk(WARDEN).people("inmate")[0]
    file = fresh.desk(WARDEN).dossier(person)
    if file.needs[0].source < 0:
        assert fresh.desk(WARDEN).wellbeing(person) == -1
    assert 0 <= fresh.desk(TRUTH).wellbeing(person) <= 100
    assert fresh.desk(WARDEN).wellbeing(9999) == -1


def test_a_listing_says_what_the_files_say(noon: World) -> None:
    desk = noon.desk(WARDEN)
    people = desk.people()
    listed = desk.listing(people)
    for row, person in enumerate(people):
        file = desk.dossier(person)
        assert listed.ids[row] == person
        assert (listed.age[row], listed.room[row], listed.doing[row], listed.walking[row]) == (
            file.age, file.room, file.doing, file.walking,
        )  # fmt: skip


def test_the_nearest_officer_can_get_there(noon: World) -> None:
    desk = noon.desk(WARDEN)
    room = next(r.id for r in desk.plan.rooms[1:] if r.kind in CELL_KINDS)
    officer, tiles = desk.nearest_officer(room)
    assert desk.role(officer) == "officer" and desk.can_reach(officer, room) and tiles >= 0


def test_trays_are_carried_only_by_those_who_walk_to_eat(noon: World) -> None:
    carried = 0
    for _ in range(240):
        noon.step()
        desk = noon.desk(WARDEN)
        scene = desk.scene()
        assert scene.tray is not None
        for person in scene.ids[scene.tray].tolist():
            file = desk.dossier(person)
            assert file.doing == "eat" and file.walking
            carried += 1
    assert carried


def test_activities_are_those_of_the_wings(noon: World) -> None:
    desk = noon.desk(WARDEN)
    assert desk.activities() == [wing.activity for wing in desk.wings()]


def test_facts_are_counted_as_the_feed_has_them(noon: World) -> None:
    for knower in (WARDEN, TRUTH):
        desk = noon.desk(knower)
        assert desk.learned_count() == len(desk.feed(limit=100_000))


def test_looking_changes_nothing(noon: World) -> None:
    before = digest(noon)
    desk = noon.desk(WARDEN)
    desk.lookout(), desk.moods(), desk.head_count(), desk.nearest_officer(1), desk.scene()
    np.testing.assert_array_equal(desk.head_count(), desk.head_count())
    assert digest(noon) == before

"""Snapshots: the same world to the bit on every machine; a fork equals its original and leaves it alone."""

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.sim.commands import LockDoor, LockWing, SetRegime
from game.sim.engine.calendar import moment
from game.sim.engine.log import SMALL_BLOCK_ROWS
from game.sim.engine.snapshot import digest, fork, freeze, thaw
from game.sim.events import Kind
from game.sim.people import Needs, Temper
from game.sim.world import World
from tests.sim.elsewhere import live
from tests.sim.helpers import BLOCK_CAST, door_between, make, prison_in

ROOT = Path(__file__).parents[2]
TICKS = 1500
OTHERS = [f"python3.{minor}" for minor in (11, 12, 13, 14) if minor != sys.version_info.minor]
OTHERS += os.environ.get("EMERALD_PYTHONS", "").split()
"""Other Pythons at hand; EMERALD_PYTHONS names more, such as those of other environments."""


@pytest.fixture(scope="module")
def pickled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file: Path = tmp_path_factory.mktemp("elsewhere") / "block.pickle"
    with file.open("wb") as out:
        _PlainWords(out).dump((prison_in("block"), BLOCK_CAST))
    return file


class _PlainWords(pickle.Pickler):
    """Writes the reader's words as plain text: elsewhere there may be nothing that reads files."""

    def reducer_override(self, value: object) -> object:
        return (str, (str(value),)) if isinstance(value, str) and type(value) is not str else NotImplemented


@pytest.fixture(scope="module")
def here() -> str:
    return live(make(), TICKS)


def elsewhere(python: str, file: Path, drawn: str = "0", **variables: str) -> str:
    command = [python, "-m", "tests.sim.elsewhere", str(file), "1", str(TICKS), drawn]
    ran = subprocess.run(
        command, cwd=ROOT, env=os.environ | variables, capture_output=True, text=True, timeout=120
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_same_seed_and_orders_make_the_same_world_in_any_process(
    hash_seed: str, pickled: Path, here: str
) -> None:
    assert elsewhere(sys.executable, pickled, PYTHONHASHSEED=hash_seed) == here


def test_a_world_that_is_looked_at_is_the_same(here: str) -> None:
    assert live(make(), TICKS, drawn=True) == here


@pytest.mark.parametrize("python", OTHERS)
def test_the_same_world_on_other_pythons(python: str, pickled: Path, here: str) -> None:
    if not shutil.which(python):
        pytest.skip(f"{python} is not at hand")
    if subprocess.run([python, "-c", "import numpy, esper"], capture_output=True).returncode:
        pytest.skip(f"{python} has no numpy and esper")
    assert elsewhere(python, pickled) == here


def test_a_fork_equals_its_original_and_stays_equal() -> None:
    world = make()
    world.run(500)
    other = fork(world)
    assert digest(other) == digest(world)
    for minutes in (1, 59, 400):
        world.run(minutes)
        other.run(minutes)
        assert digest(other) == digest(world)


def test_a_fork_leaves_its_original_alone() -> None:
    world = make()
    world.run(500)
    before = digest(world)
    other = fork(world)
    other.order(LockWing(1))
    other.everyone(Needs).block[:] = 1.0
    other.wing(1).hours[5] = "yard"
    other.run(300)
    assert digest(world) == before
    alone = make()
    alone.run(500 + 300)
    world.run(300)
    assert digest(world) == digest(alone)


def test_a_snapshot_does_not_change_with_its_world_and_can_be_thawed_again() -> None:
    world = make()
    world.run(300)
    snapshot = freeze(world)
    before = digest(world)
    world.order(SetRegime(1, 20, "yard"))
    world.run(700)
    first = thaw(snapshot)
    first.run(100)
    assert digest(thaw(snapshot)) == before


@pytest.fixture(scope="module")
def unfrozen() -> str:
    world = make(seed=7)
    world.run(2000)
    return digest(world)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(1, 1990), max_size=5, unique=True))
def test_freezing_and_thawing_at_any_tick_changes_nothing(unfrozen: str, ticks: list[int]) -> None:
    world = make(seed=7)
    for tick in sorted(ticks):
        world.run(360 + tick - world.tick)
        world = thaw(freeze(world))
    world.run(360 + 2000 - world.tick)
    assert digest(world) == unfrozen


def test_freezing_every_minute_of_a_busy_hour_changes_nothing() -> None:
    world, frozen = make(), make()
    for each in (world, frozen):
        each.run(moment(1, 11, 55) - each.tick)
    for _ in range(40):
        world.step()
        frozen = fork(frozen)
        frozen.step()
        assert digest(frozen) == digest(world)


def test_a_thawed_world_heeds_its_locks_from_the_first_tick() -> None:
    world = make()
    world.run(moment(1, 13) - world.tick)
    door = door_between(world, "corridor", "canteen")
    world.order(LockDoor(door))
    world.run(6)
    canteen = world.plan.doors[door].rooms
    men = [p for p in world.desk().people("inmate") if world.desk().is_here(p)]
    other = fork(world)
    for room in canteen:
        reach = [world.desk().can_reach(person, room) for person in men]
        assert [other.desk().can_reach(person, room) for person in men] == reach


def test_forks_share_the_sealed_past() -> None:
    world = make()
    for _ in range(2 * SMALL_BLOCK_ROWS):
        world.emit(Kind.Said)
    freeze(world)
    other = fork(world)
    assert other.chronicle.events.seal()[0] is world.chronicle.events.seal()[0]


def test_the_digest_does_not_depend_on_how_the_past_is_parted() -> None:
    world, often = make(), make()
    for each in (world, often):
        for i in range(3 * SMALL_BLOCK_ROWS):
            each.emit(Kind.Said, who=i)
            if each is often and i % 1500 == 0:
                freeze(often)
    assert len(often.chronicle.events.seal()) > len(world.chronicle.events.seal())
    assert digest(often) == digest(world)


def one_need(world: World) -> None:
    world.everyone(Needs).hunger[3] = np.nextafter(world.everyone(Needs).hunger[3], 2.0)


def one_temper(world: World) -> None:
    world.one(2, Temper).faith += 1e-12


def one_event(world: World) -> None:
    world.emit(Kind.Said)


def one_hour(world: World) -> None:
    world.wing(1).hours[3] = "free"


def one_throw(world: World) -> None:
    world.dice("ChoiceSystem").uniform()


def one_sight(world: World) -> None:
    world.knowledge.saw(1, 1, 1)


@pytest.mark.parametrize("change", [one_need, one_temper, one_event, one_hour, one_throw, one_sight])
def test_the_digest_notices_the_smallest_change(change: object) -> None:
    world, other = make(), make()
    for each in (world, other):
        each.run(3)
    change(other)  # type: ignore[operator]
    assert digest(world) != digest(other)


def test_taking_a_digest_changes_nothing() -> None:
    world = make()
    world.run(100)
    assert digest(world) == digest(world)


def test_guests_go_along_with_a_fork() -> None:
    class Visitor:
        def process(self, world: World) -> None:
            pass

    world, visitor = make(), Visitor()
    world.add_guest(visitor)
    assert fork(world).guests == [visitor]

"""What the tests of saves share: a game played for a while, its bytes, and a shelf of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.saves import SaveError, load_game
from game.saves.recorder import record
from game.saves.store import capture, encode
from game.sim.commands import LockWing, SetEye
from game.sim.world import World
from game.story.load import load_scenario, make_world
from game.story.scenario import Scenario
from tests.saves.forge import PICTURE

LONGEST_LINE = 300


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return load_scenario("oz.e01")


@pytest.fixture(scope="session")
def played(scenario: Scenario) -> World:
    """A game at noon of the second day, with orders given and a question answered. Read only."""
    return play(scenario, 1800)


@pytest.fixture(scope="session")
def blob(played: World, scenario: Scenario) -> bytes:
    """The bytes of a save of it."""
    return encode(capture(played, scenario, "Noon", picture=PICTURE))


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of saves."""
    monkeypatch.setattr("game.saves.disk.data_folder", lambda: tmp_path)
    return tmp_path / "saves"


@pytest.fixture
def refuse(tmp_path: Path, scenario: Scenario) -> Callable[[bytes], str]:
    """Load some bytes, which has to fail as it should; return the line."""

    def refused(data: bytes) -> str:
        path = tmp_path / "hostile.save"
        path.write_bytes(data)
        with pytest.raises(SaveError) as fault:
            load_game(path, scenario)
        line = str(fault.value)
        assert line.startswith("hostile.save: ")
        assert line.isprintable()
        assert len(line) <= LONGEST_LINE
        return line

    return refused


def play(scenario: Scenario, ticks: int, seed: int = 1) -> World:
    world = make_world(scenario, seed)
    record(world)
    world.run(min(ticks, 60))
    assert world.order(SetEye("person", world.id_of("groves"))) is None
    world.run(max(0, min(ticks, 200) - 60))
    assert world.order(LockWing(2)) is None
    world.run(max(0, ticks - 200))
    return world

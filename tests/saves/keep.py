"""Writes the save of the present format that is kept for good in `tests/saves/data`, if there is none yet.

    python -m tests.saves.keep

Never write one again once a game of its format was released: it stands for the players' saves.
"""

import sys
from pathlib import Path

from game.saves.meta import FORMAT
from game.saves.recorder import record
from game.saves.store import capture, encode
from game.sim.commands import Decide, LockWing, SetEye
from game.story.load import load_scenario, make_world
from game.story.scenario import Scenario
from tests.saves.forge import PICTURE

DATA = Path(__file__).parent / "data"
TICKS = 1500


def kept_scenario() -> Scenario:
    """The scenario of all kept saves: a pack that never changes."""
    return load_scenario(DATA / "kept" / "first.yaml")


def kept_save(format: int) -> Path:
    return DATA / f"format-{format}.save"


def make() -> bytes:
    """A day and an hour: somebody arrived, a question was answered, a wing locked, an eye set."""
    scenario = kept_scenario()
    world = make_world(scenario, 17)
    record(world)
    world.run(155)
    assert world.order(Decide(world.desk().decisions()[0].id, "groves")) is None
    assert world.order(SetEye("person", world.id_of("abbot"))) is None
    world.run(400)
    assert world.order(LockWing(1)) is None
    world.run(TICKS - 555)
    return encode(capture(world, scenario, "Kept", picture=PICTURE))


if __name__ == "__main__":
    if kept_save(FORMAT).exists():
        sys.exit(f"{kept_save(FORMAT).name} is there already, for good")
    kept_save(FORMAT).write_bytes(make())

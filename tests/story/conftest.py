from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from game.story.load import load_scenario
from game.story.reading.problem import Problem
from game.story.scenario import Scenario
from tests.story.helpers import OZ, SMALL, edit, problems_of


@pytest.fixture(scope="session")
def small_scenario() -> Scenario:
    return load_scenario(SMALL / "s01.yaml")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small pack, to be damaged."""
    return Path(copytree(SMALL, tmp_path / "small"))


@pytest.fixture
def damaged(small: Path) -> Callable[..., list[Problem]]:
    """Replaces text in a file of the small pack, once, and returns what the check then says of that file."""

    def damage(file: str, *changes: tuple[str, str]) -> list[Problem]:
        for old, new in changes:
            edit(small / file, old, new)
        return problems_of(small / file)

    return damage


@pytest.fixture(scope="session")
def oz_files() -> list[Path]:
    return sorted(OZ.glob("*.yaml"))

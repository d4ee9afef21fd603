"""Whatever is damaged in a file is reported where it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.story.helpers import OZ, SMALL, Damage, Marked, bound_problems, model_of

FILES = [*sorted(SMALL.glob("*.yaml")), *sorted(OZ.glob("*.yaml"))]
MOST = 30
"""Damages tried of each kind in one file."""


def some(damages: Iterator[Damage]) -> list[Damage]:
    """Evenly chosen ones, if there are many."""
    found = list(damages)
    return found[:: 1 + len(found) // MOST]


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def marked(path: Path) -> Marked:
    return Marked(path.read_text(encoding="utf-8"), model_of(path))


@pytest.mark.parametrize("kind", ["misspelt", "without", "retyped"])
def test_each_damage_is_reported_at_its_line(path: Path, marked: Marked, kind: str) -> None:
    damages = some(getattr(marked, kind)())
    assert damages
    for damage in damages:
        problems = bound_problems(damage.text, model_of(path))
        hits = [each for each in problems if each.line == damage.line and each.code in damage.codes]
        assert hits, (damage.what, damage.line, [each.render() for each in problems])


def test_the_files_themselves_are_sound(path: Path) -> None:
    assert not bound_problems(path.read_text(encoding="utf-8"), model_of(path))

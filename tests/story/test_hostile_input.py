"""Whatever stands in a file: what comes of it is problems, never anything else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.story.load import check
from game.story.pack_file import PackFile
from game.story.people_file import PeopleFile
from game.story.prison.format import PrisonFile
from game.story.prison_file import read_prison
from game.story.reading.bind import Model, bind
from game.story.reading.parse import parse
from game.story.reading.problem import render
from game.story.reading.source import decode
from game.story.scenario_file import ScenarioFile
from tests.story.helpers import SMALL

MODELS: list[type[Model]] = [PackFile, PeopleFile, PrisonFile, ScenarioFile]
YAMLISH = st.text(alphabet=list("ab:-?#|>[]{},&*!%@`'\"\\ \n\t0x.UuN\u2028\ue000é"), max_size=80)
SLOW = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


def survive(raw: bytes) -> None:
    for model in MODELS:
        source = decode(raw, "f.yaml")
        root = parse(source)
        if root is not None:
            bind(model, root, source)
        assert source.problems
        render(source.problems).encode("utf-8")


@SLOW
@given(st.binary(max_size=200))
def test_random_bytes(raw: bytes) -> None:
    survive(raw)


@SLOW
@given(YAMLISH)
def test_random_text_that_looks_like_yaml(text: str) -> None:
    survive(text.encode("utf-8"))


@SLOW
@given(st.data())
def test_shipped_files_with_a_piece_overwritten(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(SMALL.glob("*.yaml"))))
    raw = path.read_bytes()
    at = data.draw(st.integers(0, len(raw) - 1))
    length = data.draw(st.integers(0, 12))
    piece = data.draw(YAMLISH).encode()[:12]
    damaged = decode(raw[:at] + piece + raw[at + length :], path.name)
    for model in MODELS:
        source = decode(damaged.text.encode(), path.name)
        root = parse(source)
        if root is not None:
            bind(model, root, source)
    read_prison(decode(damaged.text.encode(), path.name))


@SLOW
@given(st.data())
def test_plans_drawn_at_random(data: st.DataObject) -> None:
    head, _, rest = (SMALL / "prison.yaml").read_text().partition("plan: |2\n")
    tail = rest[rest.index("posts:") :]
    rows = data.draw(
        st.lists(st.text(alphabet="#.+/pCKGbtThqme ,=%X", min_size=1, max_size=12), min_size=1, max_size=9)
    )
    drawn = "".join(f"  {row}\n" for row in rows)
    read_prison(decode(f"{head}plan: |2\n{drawn}{tail}".encode(), "prison.yaml"))


@pytest.mark.parametrize("file", ["pack.yaml", "prison.yaml", "people.yaml", "s01.yaml", "text/de.yaml"])
def test_a_file_that_is_missing_or_a_folder_is_a_problem(small: Path, file: str) -> None:
    if file == "pack.yaml":
        (small / file).write_text("[]")
    else:
        (small / file).unlink()
        (small / file).mkdir()
    assert any(each.is_error for each in check(small))

"""The command line: what it prints, what it writes, and how it says that something is wrong."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from game.cli import app
from game.story.load import load_scenario
from tests.conftest import OZ


def call(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def told(result: Result) -> str:
    return result.output + (result.stderr if result.stderr not in result.output else "")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("run", "e99"), 2, "e01"),
        (("run", "/nowhere/e01.yaml"), 3, "/nowhere/e01.yaml"),
        (("run", "e01", "--choose", "cell"), 2, "beat=option"),
        (("run", "e01", "--choose", "bed=groves"), 2, "cell"),
        (("run", "e01", "--choose", "cell=nobody"), 2, "groves, rusk, vale"),
        (("run", "e01", "--policy", "kind"), 2, "careful"),
        (("check", "/nowhere"), 3, "neither a pack nor a file"),
        (("schema", "poem"), 2, "scenario"),
        (("shot", "e01", "--at", "noon"), 2, "day 1 12:30"),
        (("shot", "e01", "--size", "huge"), 2, "1600x900"),
        (("shot", "e01", "--lang", "fr"), 2, "en or de"),
        (("shot", "e01", "--select", "nobody"), 2, "nobody"),
        (("bench", "--people", "many"), 2, "300,1000"),
    ],
)
def test_a_bad_call_ends_with_one_clear_line_and_its_code(
    words: tuple[str, ...], code: int, says: str
) -> None:
    result = call(*words)
    assert result.exit_code == code
    assert says in told(result)
    assert "Traceback" not in told(result)


def test_an_unwritable_file_is_named() -> None:
    result = call("run", "e01", "--days", "0", "--json", "/nowhere/sum.json")
    assert result.exit_code == 3
    assert "/nowhere/sum.json" in told(result)


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    for file in OZ.glob("*.yaml"):
        (pack / file.name).write_text(
            file.read_text(encoding="utf-8").replace("after: [file]", "after: [fiel]")
        )
    result = call("run", str(pack / "e01.yaml"))
    assert result.exit_code == 3
    assert "fiel" in told(result) and "did you mean 'file'?" in told(result)


def test_a_run_prints_one_object() -> None:
    result = call("run", "e01", "--days", "0.2", "--seed", "3", "--choose", "cell=vale", "--json", "-")
    assert result.exit_code == 0
    summary = json.loads(result.stdout)
    assert summary["scenario"] == "oz.e01" and summary["seed"] == 3 and summary["ticks"] == 288
    assert len(summary["digest"]) == 32
    assert 250 <= summary["population"]["inmate"]["present"] <= 290
    assert summary["events"]["Arrived"] == 1
    assert summary["outcome"] is None
    assert set(summary["objectives"]) == set(load_scenario("e01").file.objectives)
    assert summary["beats"]["cell"] == {
        "state": "done",
        "tick": summary["beats"]["cell"]["tick"],
        "chosen": "vale",
    }


def test_the_same_call_gives_the_same_digest() -> None:
    words = ("run", "e01", "--days", "0.1", "--policy", "careful", "--json", "-")
    assert call(*words).stdout == call(*words).stdout


def test_the_chronicle_is_written_line_by_line_and_causes_come_first(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    result = call("run", "e01", "--days", "0.3", "--policy", "harsh", "--events", str(file), "--json", "-")
    assert result.exit_code == 0
    events = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert [event["id"] for event in events] == list(range(1, len(events) + 1))
    assert all(
        cause < event["id"] and 0 <= weight <= 1 for event in events for cause, weight, _ in event["causes"]
    )
    decided = next(event for event in events if event["kind"] == "Decided")
    assigned = next(event for event in events if event["kind"] == "CellAssigned")
    assert reaches(events, assigned["id"], decided["id"])


def reaches(events: list[dict[str, list[list[int]]]], effect: int, cause: int) -> bool:
    """Tell whether following causes from an event leads to another."""
    found = [each for each, _, _ in events[effect - 1]["causes"]]
    return cause in found or any(reaches(events, each, cause) for each in found)


def test_what_ships_passes_its_own_check() -> None:
    result = call("check", str(OZ))
    assert result.exit_code == 0
    assert "0 errors, 0 warnings" in told(result)


@pytest.mark.parametrize("kind", ["pack", "prison", "people", "policies", "scenario"])
def test_editors_get_a_schema(kind: str) -> None:
    made = json.loads(call("schema", kind).stdout)
    assert made["$schema"].startswith("https://json-schema.org/")
    assert "format" in made["properties"]


def test_a_picture_is_drawn_without_a_display(tmp_path: Path) -> None:
    out = tmp_path / "shot.png"
    result = call(
        "shot", "e01", "--at", "day 1 06:10", "--size", "1280x720", "--out", str(out), "--lang", "de"
    )
    assert result.exit_code == 0, told(result)
    assert out.read_bytes().startswith(b"\x89PNG")

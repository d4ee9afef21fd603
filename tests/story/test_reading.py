"""Files are read as data, within bounds, and whatever is wrong is told by line and column."""

import pytest

from game.story.reading.nodes import Mapping, plain
from game.story.reading.parse import parse
from game.story.reading.problem import Problem, did_you_mean
from game.story.reading.source import MAX_BYTES, Source, decode


def read(text: str | bytes) -> Source:
    source = decode(text if isinstance(text, bytes) else text.encode(), "f.yaml")
    parse(source)
    return source


def told(text: str | bytes) -> list[str]:
    return [f"{each.line}:{each.column} {each.code}" for each in sorted(read(text).problems)]


def value(text: str) -> object:
    node = parse(decode(f"a: {text}".encode(), "f.yaml"))
    assert isinstance(node, Mapping)
    return plain(node)["a"]


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "off", "Yes", "14:30", "1e3", "0x10", "08", "1_000", ".5"]
)
def test_words_that_other_readers_would_turn_into_something_else_stay_text(word: str) -> None:
    assert value(word) == word


@pytest.mark.parametrize(
    ("text", "meant"),
    [("3", 3), ("-2", -2), ("0.25", 0.25), ("true", True), ("~", None), ('"3"', "3"), ("1" * 30, "1" * 30)],
)
def test_numbers_and_truths_are_what_they_look_like(text: str, meant: object) -> None:
    assert value(text) == meant


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &x [1]\nb: *x", ["1:4 E008", "2:4 E008"]),
        ("a: !!python/name:os.system x", ["1:4 E008"]),
        ("a: 1\nb: 2\na: 3", ["3:1 E009"]),
        ("a: {b: 1, b: 2}", ["1:11 E009"]),
        ("? [1]\n: 2", ["1:3 E009"]),
        ("a: 1\n---\nb: 2", ["2:1 E010"]),
        ("", ["1:1 E010"]),
        ("a: [1, 2", ["1:9 E005"]),
        ("a:\n\tb: 1", ["2:1 E005"]),
        (b"a: 1\nb: \xff", ["2:4 E002"]),
        ("a: x\u202ey", ["1:5 E004"]),
        ('a: "\\u202e"', ["1:4 E004"]),
        ('a: "\\uD800"', ["1:4 E004"]),
        ('a: "\\UFFFFFFFF"', ["1:7 E004"]),
        ("a: \x1b[31m", ["1:4 E004"]),
        ("a: " + "x" * MAX_BYTES, ["1:1 E003"]),
        ("[" * 100_000, ["1:25 E006"]),
        ("{a: " * 30, ["1:97 E006"]),
        ("- 1\n" * 50_001, ["50000:3 E007"]),
    ],
)  # fmt: skip
def test_hostile_and_broken_files_are_refused_where_it_happens(text: str | bytes, problem: list[str]) -> None:
    assert told(text) == problem


def test_a_billion_laughs_are_named_and_never_unfolded() -> None:
    laughs = ["a0: &a0 [x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 10)]
    assert {each.code for each in read("\n".join(laughs)).problems} == {"E008"}


def test_a_file_from_windows_reads_the_same() -> None:
    assert told(b"\xef\xbb\xbfa: 1\r\na: 2\r\n") == ["2:1 E009"]


def test_a_problem_shows_its_line_a_caret_and_a_suggestion() -> None:
    line = "      - nead: {who: keane, need: hope, by: -40}"
    shown = Problem(
        "oz/e04.yaml", 36, 9, "E103", "unknown effect 'nead'", did_you_mean("nead", ["need", "say"]), line, 4
    )
    assert shown.render().split("\n") == [
        "oz/e04.yaml:36:9: error E103: unknown effect 'nead'",
        "   36 |       - nead: {who: keane, need: hope, by: -40}",
        "      |         ^^^^",
        "      = help: did you mean 'need'?",
    ]


def test_what_hides_in_a_line_is_shown_as_question_marks() -> None:
    assert "\u202e" not in read("a: x\u202ey").problems[0].render()

"""Names, options, times and texts of a scenario are checked against what there is, with suggestions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.story.reading.problem import Problem
from tests.story.helpers import edit, problems_of, told, where

Damage = Callable[..., list[Problem]]

NAMES = [
    ("after: [arrival]", "after: [arival]", "arival]", "E105", "did you mean 'arrival'?"),
    ("arrive: abbot", "arrive: abot", "abot", "E105", "did you mean 'abbot'?"),
    ("about: [abbot]", "about: [abbt]", "abbt]", "E105", "did you mean 'abbot'?"),
    ("room: gate}", "room: gat}", "gat}", "E105", "did you mean 'gate'?"),
    ("room: cell_4", "room: cell_9", "cell_9", "E105", "did you mean 'cell_"),
    ("option: groves}", "option: grovs}", "grovs}", "E105", "did you mean 'groves'?"),
    ("default: alone", "default: alon", "alon\n", "E105", "did you mean 'alone'?"),
    ("objective: settled", "objective: setled", "setled", "E105", "did you mean 'settled'?"),
    ("until: cell", "until: sell", "sell", "E105", "did you mean 'cell'?"),
    ("choose: {cell:", "choose: {sell:", "sell:", "E105", "did you mean 'cell'?"),
    ("{cell: groves}", "{cell: grovs}", "grovs}", "E105", "did you mean 'groves'?"),
    ("outcome: together", "outcome: togther", "togther", "E105", "did you mean 'together'?"),
    ("prison: small", "prison: smal", "smal,", "E105", "did you mean 'small'?"),
    ('"Where is {abbot}', '"Where is {abbt}', '"Where', "E106", "did you mean 'abbot'?"),
    ("- need:", "- nead:", "nead", "E103", "did you mean 'need'?"),
    ("{chance: 50}", "{chanc: 50}", "chanc", "E103", "did you mean 'chance'?"),
    ("of: quarrel", "of: quarel", "quarel", "E104", "did you mean 'quarrel'?"),
    ("need: safety", "need: safty", "safty", "E104", "did you mean 'safety'?"),
    ("at: day 1 08:00", "at: day 1 8:00", "day 1 8", "E104", ""),
    ("wait: 2 hours", "wait: two hours", "two", "E104", ""),
    ('is: "< 90"', 'is: "under 90"', '"under', "E104", ""),
    ("by: day 1 20:00", "by: 20:00", "20:00\n", "E104", ""),
    ("percent", "percent", "", "", ""),
][:-1]


@pytest.mark.parametrize(("old", "new", "mark", "code", "help"), NAMES, ids=[each[1] for each in NAMES])
def test_a_wrong_name_is_told_at_its_place(
    small: Path, damaged: Damage, old: str, new: str, mark: str, code: str, help: str
) -> None:
    found = damaged("s01.yaml", (old, new))
    line, column = where(small / "s01.yaml", mark)
    hits = [each for each in found if (each.line, each.column, each.code) == (line, column, code)]
    assert hits, [each.render() for each in found]
    assert help in hits[0].help


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("crime: theft, sentence", "crime: thft, sentence", "E105"),
        ("faction: reds", "faction: red", "E105"),
        ("post: watch", "post: wach", "E105"),
        ("cell: cell_2", "cell: commons", "E107"),
        ("whom: abbot", "whom: abot", "E105"),
        ("count: 3", "count: 30", "E214"),
        ("[15, 40]", "[40, 15]", "E104"),
        ("name: Leo Glynn, ", "", "E101"),
        ("sentence: life", "sentence: forever", "E104"),
    ],
)
def test_people_are_checked_against_the_prison(damaged: Damage, old: str, new: str, code: str) -> None:
    assert code in [each.code for each in damaged("people.yaml", (old, new))]


@pytest.mark.parametrize(
    ("old", "new", "code", "line_of"),
    [
        ("after: [arrival]", "after: [fear]", "W302", "  cell:\n"),
        ("by: day 1 20:00", "by: day 1 07:00\n    at: day 1 08:00", "E108", "by: day"),
        ("    by: day 1 20:00\n", "", "E108", "steer:"),
        ("need: safety, by: -30", "need: safety, by: -80", "W301", "- need: {who: abbot, need: safety, by"),
        ("whom: abbot, hate: 10", "whom: abbot, hate: 90", "W301", "- relation:"),
        ("abbot: {present: false, age: 40}", "groves: {age: 40}", "E107", "- arrive: abbot"),
        ("at: day 1 08:00", "at: day 9 08:00", "W302", "at: day 9"),
        (
            "  otherwise: {grade: partial, title: Otherwise, text: It went differently.}\n",
            "",
            "W303",
            "  together:",
        ),
        ("id: small.s01", "id: small.s02", "E107", "id: small"),
        ("{beat: cell, option: alone}", "{beat: arrival, option: alone}", "E107", "cancel_if"),
        (
            "  lucky:",
            "  lucky:\n    meets: {groves: {of: [insult], who: abbot, otherwise: groves}}",
            "E108",
            "meets",
        ),
        (
            "  lucky:",
            "  lucky:\n    meets: {rival: {of: [insult], who: abott, otherwise: groves}}",
            "E105",
            "meets",
        ),
    ],
)
def test_what_makes_no_sense_is_told(
    small: Path, damaged: Damage, old: str, new: str, code: str, line_of: str
) -> None:
    found = damaged("s01.yaml", (old, new))
    line, _ = where(small / "s01.yaml", line_of)
    assert (line, code) in [(each.line, each.code) for each in found], [each.render() for each in found]


def test_all_faults_of_all_files_are_told_at_once(small: Path) -> None:
    edit(small / "s01.yaml", "after: [arrival]", "after: [arival]")
    edit(small / "s01.yaml", "default: alone", "default: alon")
    edit(small / "people.yaml", "post: watch", "post: wach")
    edit(small / "prison.yaml", "hqqq#", "h.qq#")
    edit(small / "text/de.yaml", "title:", "titel:")
    errors = [each for each in problems_of(small) if each.is_error]
    assert {(Path(each.file).name, each.code) for each in errors} == {
        ("s01.yaml", "E105"), ("people.yaml", "E105"), ("prison.yaml", "E216"), ("de.yaml", "E105"),
    }  # fmt: skip
    assert len([each for each in errors if each.file.endswith("s01.yaml")]) == 2


def test_rules_are_held_to_their_ranges(small: Path, damaged: Damage) -> None:
    rules = "rules: {quarrel: {per_hour: 7, per_our: 0.1}, quarel: {}}\n"
    found = damaged("s01.yaml", ("start:", f"{rules}start:"))
    line, column = where(small / "s01.yaml", "rules:")
    assert told(found) == [f"{line}:{column + rules.index(word)} {code}" for word, code in
                           (("7,", "E104"), ("per_our", "E105"), ("quarel", "E105"))]  # fmt: skip


def test_a_translation_may_neither_invent_texts_nor_people(small: Path, damaged: Damage) -> None:
    found = damaged(
        "text/de.yaml", ("{abbot} wohnen", "{abot} wohnen"), ("beats.cell.ask.text", "beats.cell.ask.txt")
    )
    assert "E105" in [each.code for each in found]
    found = damaged("text/de.yaml", ("beats.cell.ask.txt", "beats.cell.ask.text"))
    assert "E106" in [each.code for each in found]

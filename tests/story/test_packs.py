"""Packs, scenarios by name, texts in several languages, schema and reference."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from game.story.load import (
    BrokenFilesError,
    UnknownScenarioError,
    check,
    load_pack,
    load_scenario,
    make_world,
)
from game.story.reading.problem import render
from game.story.reference import with_reference
from game.story.scenario import Scenario
from game.story.schema import FILES, schema
from game.story.texts import fill
from game.story.verbs import Condition, Effect
from tests.story.helpers import OZ, SMALL, edit

ROOT = Path(__file__).parents[2]


def test_every_shipped_pack_is_sound() -> None:
    for folder in (SMALL, OZ):
        assert not [each for each in check(folder) if each.is_error], render(check(folder))


@pytest.mark.parametrize("path", sorted(OZ.glob("e*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_scenario_begins_and_goes_on(path: Path) -> None:
    world = make_world(load_scenario(path))
    world.run(180)
    assert world.chronicle.count().get("BeatFired", 0) >= 1


def test_one_broken_pack_never_stops_another(tmp_path: Path) -> None:
    for name in ("good", "bad"):
        copytree(SMALL, tmp_path / name)
    (tmp_path / "bad" / "pack.yaml").write_bytes(b"\x00[")
    (tmp_path / "bad" / "prison.yaml").write_text("[" * 1000)
    (tmp_path / "bad" / "s01.yaml").write_text("")
    files = {Path(each.file).parent.name for each in check(tmp_path) if each.is_error}
    assert files == {"bad"}
    assert load_scenario(tmp_path / "good" / "s01.yaml").id == "small.s01"
    with pytest.raises(BrokenFilesError) as broken:
        load_scenario(tmp_path / "bad" / "s01.yaml")
    assert {"E004", "E006", "E010"} <= {each.code for each in broken.value.problems}


def test_a_broken_scenario_does_not_stop_its_neighbour(small: Path) -> None:
    (small / "s02.yaml").write_text("format: 1\nid: small.s02\n")
    assert load_scenario(small / "s01.yaml").id == "small.s01"
    assert {Path(each.file).name for each in check(small) if each.is_error} == {"s02.yaml"}


def test_a_link_out_of_the_folder_is_not_followed(small: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("a: b")
    (small / "s03.yaml").symlink_to(tmp_path / "secret.yaml")
    assert "s03" not in load_pack(small).scenarios


@pytest.mark.parametrize("name", ["oz.e99", "e99", "nonsense", "nowhere/e01.yaml", "/"])
def test_an_unknown_scenario_is_one_clear_line(name: str) -> None:
    with pytest.raises(UnknownScenarioError) as unknown:
        load_scenario(name)
    assert "\n" not in str(unknown.value)


def test_a_scenario_is_found_by_id_and_by_name() -> None:
    assert load_scenario("oz.e01").id == load_scenario("e01").id == "oz.e01"


def test_a_path_that_is_no_pack_is_a_problem(tmp_path: Path) -> None:
    assert [each.code for each in check(tmp_path)] == ["E001"]
    assert [each.code for each in check(tmp_path / "missing.yaml")] == ["E001"]


class TestTexts:
    def test_texts_are_found_by_file_and_path(self, small_scenario: Scenario) -> None:
        texts = small_scenario.texts
        assert texts.get("s01.beats.cell.ask.text", "en") == "Where is {abbot} to live?"
        assert texts.get("s01.beats.cell.ask.text", "de") == "Wo soll {abbot} wohnen?"

    def test_what_is_not_translated_is_in_the_source_language(self, small_scenario: Scenario) -> None:
        assert small_scenario.texts.get("s01.outcomes.otherwise.title", "de") == "Otherwise"

    def test_numbered_rooms_have_a_name_each(self, small_scenario: Scenario) -> None:
        texts = small_scenario.texts
        assert texts.of("de")["prison.rooms.cell_3.name"] == "Zelle 3"
        assert texts.of("en")["prison.rooms.cell_3.name"] == "Cell 3"

    def test_texts_in_short_verbs_have_a_key_too(self, small_scenario: Scenario) -> None:
        assert small_scenario.texts.get("s01.beats.lucky.do.0.say.text", "en") == "A stroke of luck."

    def test_braces_are_filled_by_name_and_never_followed_into_objects(self) -> None:
        assert fill("{a} {a.__class__} {b} {0}", {"a": "x"}) == "x {a.__class__} {b} {0}"


class TestReference:
    def test_the_schema_is_json_for_every_kind_of_file(self) -> None:
        for kind in FILES:
            assert json.loads(json.dumps(schema(kind)))["properties"]["format"] == {
                "const": 1, "description": "Version of the format.", "title": "Format", "type": "integer",
            }  # fmt: skip

    def test_every_verb_is_in_the_schema_under_its_tag(self) -> None:
        whole = json.dumps(schema("scenario"))
        for base in (Condition, Effect):
            for tag in base.verbs:
                assert f'"required": ["{tag}"]' in whole

    def test_every_verb_and_field_says_what_it_means(self) -> None:
        for verb in [*Condition.verbs.values(), *Effect.verbs.values()]:
            assert verb.__doc__
            for name, field in verb.model_fields.items():
                assert field.description, f"{verb.tag}.{name}"

    def test_the_reference_in_the_docs_is_up_to_date(self) -> None:
        page = (ROOT / "docs" / "modding.md").read_text(encoding="utf-8")
        assert with_reference(page) == page, "run: python -m game.story.reference"


def test_a_misspelt_file_in_a_pack_is_checked_alone(small: Path) -> None:
    edit(small / "people.yaml", "post: watch", "post: wach")
    assert [each.code for each in check(small / "people.yaml")] == ["E105"]
    assert check(small / "s01.yaml") == []

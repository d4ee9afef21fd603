"""Words: both languages say the same things, and every message can be filled."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import game.sim
from game.sim import events, people
from game.sim.commands.base import Refusal
from game.sim.house import uses
from game.sim.house.plan import ACTIVITIES, ROLES, ROOM_KINDS
from game.sim.minds.knowledge import FIELDS, Fact, Source
from game.ui.kit.icons import icon_names
from game.ui.kit.markup import TAG, plain_text
from game.ui.words import LANGUAGES, MissingWordError, Words
from game.ui.words.catalogue import PLURALS, catalogue
from game.ui.words.event_signs import OTHER_SIGN, SIGNS
from game.ui.words.narrator import Narrator
from game.ui.words.wordings import ended_once
from game.ui.words.words import FIELD


def forms(message: Any) -> Iterator[str]:
    yield from ([message] if isinstance(message, str) else message.values())


def fields_of(message: Any) -> set[str]:
    return {name for text in forms(message) for name in FIELD.findall(text)}


def test_both_languages_have_the_same_keys() -> None:
    assert set(catalogue("en")) == set(catalogue("de"))


@pytest.mark.parametrize("key", sorted(catalogue("en")))
def test_both_languages_fill_the_same_fields_and_the_same_marks(key: str) -> None:
    en, de = catalogue("en")[key], catalogue("de")[key]
    assert isinstance(en, dict) == isinstance(de, dict)
    assert fields_of(en) == fields_of(de)
    for message in (en, de):
        for text in forms(message):
            assert text.strip() and text.count("[") == text.count("]")
            opened = [tag for tag in TAG.findall(text) if not tag.startswith(("[/", "[icon"))]
            assert len(opened) == sum(tag.startswith("[/") for tag in TAG.findall(text))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_can_be_filled(lang: str) -> None:
    words = Words(lang, strict=True)
    for key, message in catalogue(lang).items():
        values = dict.fromkeys(fields_of(message), "x") | {"n": 2}
        text = words(key, **values)
        assert "{" not in text and "…" not in text, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_the_prison_names_has_a_word(lang: str) -> None:
    words = Words(lang, strict=True)
    keys = [f"event.{kind.name}.full" for kind in events.Kind]
    keys += [f"use.{use.key}" for use in uses.USES]
    keys += [f"activity.{activity}" for activity in ACTIVITIES]
    keys += [f"room_kind.{kind}" for kind in ROOM_KINDS] + [f"place.{kind}" for kind in ROOM_KINDS]
    keys += [f"need.{need}" for need in people.NEEDS]
    keys += [f"trait.{trait}.{side}" for trait in people.TRAITS for side in ("name", "low", "high")]
    keys += [f"role.{role}" for role in ROLES] + [f"source.{source.name.lower()}" for source in Source]
    assert [key for key in keys if not words.has(key)] == []


def test_every_refusal_of_the_prison_has_words() -> None:
    found: set[str] = set()
    for source in Path(game.sim.__file__).parent.rglob("*.py"):
        found.update(re.findall(r'Refusal\("refusal\.(\w+)"', source.read_text(encoding="utf-8")))
    assert found
    assert [key for key in sorted(found) if not Words("de").has(f"refusal.{key}")] == []


def test_plurals_follow_the_language() -> None:
    assert Words("de")("ui.people.count", n=1) == "1 Person"
    assert Words("de")("ui.people.count", n=1200) == "1.200 Personen"
    assert Words("en")("ui.people.count", n=1200) == "1,200 people"


def test_times_days_and_lengths_read_well() -> None:
    words = Words("de")
    assert words.time(6 * 60 + 5) == "06:05"
    assert words.moment(400, 2000) == "Tag 1, 06:40"
    assert words.weekday(0) == "Mo"
    assert [words.length(n) for n in (5, 60, 135, 4000)] == ["5 Min.", "1 Std.", "2 Std. 15 Min.", "2 Tage"]


def test_sentences_are_told_in_the_unit_that_fits() -> None:
    words = Words("en")
    assert [words.sentence(days) for days in (-2, -1, 20, 90, 365, 15 * 365)] == [
        "Sentenced to death", "Life", "20 days", "3 months", "1 year", "15 years",
    ]  # fmt: skip


def test_a_missing_field_is_an_error_in_tests_and_a_gap_in_play() -> None:
    with pytest.raises(MissingWordError):
        Words("en", strict=True)("ui.day")
    assert Words("en")("ui.day") == "Day …"


def test_filling_never_reads_attributes() -> None:
    assert Words("en").fill("{who.__class__} {who}", {"who": "x"}) == "{who.__class__} x"


def test_an_unknown_crime_is_shown_as_plain_words() -> None:
    assert Words("de").named("crime", "grand_larceny") == "Grand larceny"


def test_a_packs_own_words_win() -> None:
    assert Words("de", {"crime.murder": "Mord im Affekt"}).named("crime", "murder") == "Mord im Affekt"


def test_every_sign_of_an_event_is_an_icon_that_exists() -> None:
    assert [icon for icon, _ in (*SIGNS.values(), OTHER_SIGN) if icon not in icon_names()] == []


class FewThings:
    """A desk with two people, one room, one wing and one post, for telling facts."""

    def __init__(self, room: str = "Canteen", kind: str = "canteen") -> None:
        nothing = SimpleNamespace(key="", name="", kind="")
        self.plan = SimpleNamespace(
            rooms=(nothing, SimpleNamespace(key="r", name=room, kind=kind)),
            wings=(nothing, SimpleNamespace(key="w", name="Emerald City", kind="rehabilitation")),
            posts=(nothing, SimpleNamespace(key="p", name="Station")),
        )

    def short_name(self, id: int) -> str:
        return {1: "T. Beecher", 2: "D. Groves"}.get(id, "")

    def relation(self, visitor: int) -> tuple[str, int]:
        return "wife", 1

    def message(self, fact: Fact) -> None:
        return None

    def decision_text(self, id: int) -> None:
        return None

    def outcome(self) -> None:
        return None

    def objectives(self) -> list[Any]:
        return []


def fact(kind: str, known: frozenset[str] = frozenset(FIELDS), **fields: Any) -> Fact:
    values = {"who": 1, "whom": 2, "place": 1, "item": 0, "amount": 0.0, "detail": 1} | fields
    values = {name: value if name in known else 0 for name, value in values.items()}
    return Fact(
        event=1,
        tick=400,
        learned=400,
        kind=kind,
        known=known,
        source="staff",
        informant=0,
        confidence=1.0,
        **values,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", [kind.name for kind in events.Kind])
def test_every_kind_of_fact_can_be_told_however_little_is_known(lang: str, kind: str) -> None:
    tell = Narrator(Words(lang, strict=True), FewThings())  # type: ignore[arg-type]
    for missing in ((), ("who",), ("whom",), ("place",), ("who", "whom"), ("who", "whom", "place")):
        known = frozenset(FIELDS) - frozenset(missing)
        text = plain_text(tell.fact(fact(kind, known)))
        assert text and "{" not in text and "…" not in text
        if "who" in missing and kind == "Quarrelled":
            assert "Beecher" not in text


def test_a_visitor_is_told_with_what_he_is_to_him_who_is_visited() -> None:
    said = plain_text(Narrator(Words("en"), FewThings()).fact(fact("VisitAsked")))  # type: ignore[arg-type]
    assert "from his wife D.\N{NO-BREAK SPACE}Groves" in said


def test_a_quarrel_is_told_with_links_and_an_article_where_it_was() -> None:
    said = Narrator(Words("de"), FewThings()).fact(fact("Quarrelled"))  # type: ignore[arg-type]
    assert "[link=p1]" in said and "[link=p2]" in said
    assert "in der [link=r1]Kantine[/link]" in said


def test_a_room_with_a_name_of_its_own_keeps_it() -> None:
    said = Narrator(Words("de"), FewThings("Old wash-house", "showers")).fact(fact("Quarrelled"))  # type: ignore[arg-type]
    assert "· [link=r1]Old\N{NO-BREAK SPACE}wash-house[/link]" in said


def test_a_refusal_is_told_with_what_it_is_about() -> None:
    tell = Narrator(Words("de"), FewThings())  # type: ignore[arg-type]
    assert "Kantine" in tell.refusal(Refusal("refusal.no_bed", {"room": 1}))
    assert tell.refusal(Refusal("refusal.unheard_of")) == Words("de")("refusal.other")
    assert "Beamter" in tell.refusal(Refusal("refusal.wrong_role", {"role": ROLES.index("officer")}))


def test_every_field_of_a_fact_is_one_the_tests_know() -> None:
    assert {field.name for field in dataclasses.fields(Fact)} >= set(FIELDS)
    assert "other" in PLURALS


def test_a_value_that_ends_with_a_full_stop_ends_the_sentence() -> None:
    words = Words("de")
    assert words.fill("Seit {time}.", {"time": "50 Min."}) == "Seit 50 Min."
    assert words.fill("Und so weiter ...", {}) == "Und so weiter ..."


def test_every_icon_that_a_pack_names_can_be_drawn() -> None:
    packs = Path(__file__).parents[2] / "scenarios"
    named = {
        icon for file in packs.rglob("*.yaml") for icon in re.findall(r"icon: ([a-z0-9-]+)", file.read_text())
    }
    assert named and sorted(named - icon_names()) == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("To decide: [b]Move him?[/b].", "To decide: [b]Move him?[/b]"),
        ("Decided: he goes.", "Decided: he goes."),
        ("He asks: why?", "He asks: why?"),
    ],
)
def test_a_question_at_the_end_of_a_sentence_keeps_its_own_mark_only(told: str, expected: str) -> None:
    assert ended_once(told) == expected


def test_shares_are_written_as_the_language_writes_them() -> None:
    assert Words("en").percent(0.6) == "60%"
    assert Words("de").percent(0.6) == "60\N{NO-BREAK SPACE}%"

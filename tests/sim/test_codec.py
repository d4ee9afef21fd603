"""The codec: components, commands and rules become plain data and come back the same."""

import json
from dataclasses import dataclass, fields, is_dataclass
from enum import IntEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.commands import AskDecision, LockDoor, SetEye, SetRegime
from game.sim.engine import codec
from game.sim.office import Decision, Effect, Eye, Office, Option, Send, Text, Wing
from game.sim.people import Name, Sentence
from game.sim.storyboard import Goal, Storyboard

SIMPLE = st.text(max_size=5)


class Shade(IntEnum):
    LIGHT = 1
    DARK = 2


@dataclass(frozen=True)
class Inner:
    number: int
    share: float | None = None


@dataclass
class Outer:
    shade: Shade
    flag: bool
    inner: Inner
    many: tuple[Inner, ...]
    pair: tuple[int, str]
    names: list[str]
    book: dict[int, Inner]
    maybe: Inner | None = None


inners = st.builds(Inner, st.integers(), st.none() | st.floats(allow_nan=False))
outers = st.builds(
    Outer,
    st.sampled_from(Shade),
    st.booleans(),
    inners,
    st.lists(inners, max_size=3).map(tuple),
    st.tuples(st.integers(), st.text()),
    st.lists(st.text(), max_size=3),
    st.dictionaries(st.integers(), inners, max_size=3),
    st.none() | inners,
)
texts = st.builds(Text, SIMPLE, st.dictionaries(SIMPLE, st.integers(), max_size=2))
effects = st.builds(Effect, SIMPLE, texts, SIMPLE)
options = st.builds(Option, SIMPLE, texts, st.none() | texts, st.lists(effects, max_size=2).map(tuple))
KEPT = (
    Office,
    Wing,
    Decision,
    Eye,
    Send,
    Name,
    Sentence,
    Storyboard,
    Goal,
    SetRegime,
    LockDoor,
    SetEye,
    AskDecision,
)


def there_and_back(value: object) -> object:
    return codec.rich(type(value), json.loads(json.dumps(codec.plain(value))))


@given(outers)
def test_whatever_is_kept_comes_back_the_same_even_through_json(value: Outer) -> None:
    again = there_and_back(value)
    assert again == value
    assert isinstance(again, Outer)
    assert type(again.shade) is Shade
    assert type(again.flag) is bool


@pytest.mark.parametrize("kind", KEPT, ids=lambda kind: kind.__name__)
def test_every_component_and_order_comes_back_the_same(kind: type) -> None:
    @given(st.from_type(kind))
    def check(value: object) -> None:
        assert there_and_back(value) == value

    st.register_type_strategy(float, st.floats(allow_nan=False))
    st.register_type_strategy(Text, texts)
    st.register_type_strategy(Option, options)
    check()


def test_what_is_not_plain_is_refused_with_its_name() -> None:
    @dataclass
    class Bad:
        things: object

    with pytest.raises(TypeError, match="set can't be kept"):
        codec.plain(Bad({1, 2}))


def test_an_unknown_component_is_named_with_those_that_are_known() -> None:
    with pytest.raises(KeyError, match=r"unknown component 'Wign'.*Wing"):
        codec.component_named("Wign")


def test_every_registered_class_is_a_dataclass_of_types_the_codec_knows() -> None:
    for name, cls in codec._REGISTRY.items():
        if is_dataclass(cls):
            assert codec.component_named(name) is cls
            codec._reader(cls)
            assert all(field.init for field in fields(cls)), name

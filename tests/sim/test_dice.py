"""Chance: the same numbers on every machine, streams that don't disturb one another."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.engine.dice import Dice


def test_the_numbers_of_a_seed_and_a_name_are_known() -> None:
    dice = Dice(1, "a")
    assert [dice.uniform() for _ in range(3)] == [0.7839079634497955, 0.6685289572173779, 0.02763930978048834]
    assert dice.below(10) == 0
    assert dice.belows(6, 8).tolist() == [5, 0, 1, 3, 0, 1, 1, 4]
    assert dice.between(2, 5) == 2.2554458495889143
    assert dice.pick("abcdef") == "c"
    order = list(range(8))
    dice.shuffle(order)
    assert order == [6, 0, 3, 5, 1, 4, 7, 2]
    assert dice.weighted("abc", [1, 2, 3]) == "c"
    assert dice.bell(3).tolist() == [0.48627927756292344, 0.09075625259607811, 0.8137034825676244]
    assert dice.freeze() == [
        1940955045625055326,
        14004919552042630204,
        10232680860061224061,
        2252621017928365297,
    ]


def test_the_stream_of_a_system_is_known() -> None:
    drawn = Dice(2, "QuarrelSystem").uniforms(3).tolist()
    assert drawn == [0.6700236138002076, 0.7954584631943935, 0.1723771530669328]


def test_many_at_once_are_the_same_as_one_by_one() -> None:
    assert Dice(5, "x").uniforms(20).tolist() == [(d := Dice(5, "x")).uniform()] + [
        d.uniform() for _ in range(19)
    ]
    one_by_one = Dice(5, "x")
    assert Dice(5, "x").belows(7, 20).tolist() == [one_by_one.below(7) for _ in range(20)]


def test_streams_of_other_names_and_seeds_are_others() -> None:
    streams = {tuple(Dice(seed, name).uniforms(4).tolist()) for seed in (1, 2) for name in ("a", "b", "c")}
    assert len(streams) == 6


def test_drawing_from_one_stream_leaves_the_others_alone() -> None:
    first, second = Dice(1, "a"), Dice(1, "b")
    first.uniforms(1000)
    assert second.uniform() == Dice(1, "b").uniform()


@given(st.integers(0, 200), st.integers(0, 200))
def test_thawed_dice_go_on_where_the_frozen_ones_stood(before: int, after: int) -> None:
    dice, other = Dice(3, "x"), Dice(99, "y")
    dice.uniforms(before)
    other.uniforms(after)
    other.thaw(dice.freeze())
    assert other.uniforms(50).tolist() == dice.uniforms(50).tolist()


def test_dice_refuse_a_state_of_the_wrong_size() -> None:
    with pytest.raises(ValueError, match="4 words"):
        Dice(1, "x").thaw([1, 2, 3])


@given(st.integers(1, 2**31), st.integers(0, 2**31))
def test_whole_numbers_stay_below_their_bound(bound: int, seed: int) -> None:
    dice = Dice(seed, "x")
    assert all(0 <= dice.below(bound) < bound for _ in range(20))
    drawn = dice.belows(bound, 20)
    assert drawn.min() >= 0 and drawn.max() < bound


def test_numbers_are_evenly_spread() -> None:
    counts = np.bincount(Dice(1, "even").belows(10, 20_000), minlength=10)
    assert counts.min() > 1800 and counts.max() < 2200
    drawn = Dice(1, "even").uniforms(20_000)
    assert drawn.min() >= 0 and drawn.max() < 1
    assert abs(drawn.mean() - 0.5) < 0.01


def test_the_bell_has_mean_0_and_deviation_1() -> None:
    drawn = Dice(1, "bell").bell(20_000)
    assert abs(drawn.mean()) < 0.03
    assert abs(drawn.std() - 1) < 0.03


def test_weights_are_shares_and_a_weight_of_0_is_never_drawn() -> None:
    dice = Dice(1, "weights")
    drawn = [dice.weighted("abc", [1, 0, 3]) for _ in range(4000)]
    assert drawn.count("b") == 0
    assert 0.70 < drawn.count("c") / 4000 < 0.80


@given(st.lists(st.integers()), st.integers(0, 1000))
def test_a_shuffle_keeps_all_it_was_given(things: list[int], seed: int) -> None:
    shuffled = list(things)
    Dice(seed, "s").shuffle(shuffled)
    assert sorted(shuffled) == sorted(things)

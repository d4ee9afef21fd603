"""Hazards: a chance is a rate times named factors, and a hit says how much each of them had to do with it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.sim.engine.dice import Dice
from game.sim.engine.hazard import Hazard
from game.sim.events import Role


def hazard(base: float, n: int = 1) -> Hazard:
    return Hazard(np.full(n, base))


def test_the_chance_is_the_base_times_all_factors() -> None:
    assert hazard(0.01).times("hate", 3.0).times("calm", 0.5).chance().tolist() == [0.015]


def test_a_chance_is_never_above_one() -> None:
    assert hazard(0.5).times("rage", 100.0).chance().tolist() == [1.0]


def test_a_weight_is_the_share_that_would_be_lost_without_the_factor() -> None:
    whole = hazard(0.01).times("hate", 4.0, 7).times("hunger", 2.0, 8, Role.OPPORTUNITY)
    lost = 1 - hazard(0.01).times("hunger", 2.0).chance()[0] / whole.chance()[0]
    hate, hunger = whole.causes(0)
    assert (hate.event, hate.role) == (7, Role.MOTIVE)
    assert hate.weight == pytest.approx(lost)
    assert (hunger.event, hunger.weight, hunger.role) == (8, 0.5, Role.OPPORTUNITY)


@given(st.floats(1.0001, 1000))
def test_weights_lie_between_nothing_and_everything(strength: float) -> None:
    (cause,) = hazard(0.001).times("x", strength, 1).causes(0)
    assert 0 < cause.weight < 1


def test_what_holds_back_is_no_cause_nor_is_what_no_event_stands_behind() -> None:
    assert hazard(0.1).times("officer", 0.3, 5).times("hunger", 2.0, 0).times("even", 1.0, 6).causes(0) == []


def test_each_candidate_has_its_own_factors_and_causes() -> None:
    both = hazard(0.1, 2).times("hate", np.array([1.0, 3.0]), np.array([4, 5]))
    assert both.chance().tolist() == pytest.approx([0.1, 0.3])
    assert both.causes(0) == []
    assert [cause.event for cause in both.causes(1)] == [5]


def test_why_this_number_is_answered_by_its_terms() -> None:
    terms = hazard(0.1).times("hate", 3.0, 4).times("officer", 0.35).terms(0)
    assert [(term.name, term.strength, term.because) for term in terms] == [
        ("hate", 3.0, 4),
        ("officer", 0.35, 0),
    ]


def test_draws_hit_as_often_as_the_chance_says() -> None:
    hits = hazard(0.05, 20_000).times("hate", 2.0).hits(Dice(1, "x"))
    assert 1850 < len(hits) < 2150


def test_the_numbers_drawn_do_not_depend_on_the_chances() -> None:
    dice, other = Dice(1, "x"), Dice(1, "x")
    hazard(0.0, 50).hits(dice)
    hazard(1.0, 50).hits(other)
    assert dice.freeze() == other.freeze()


def test_a_draw_made_before_hits_below_the_chance() -> None:
    drawn = np.array([0.0, 0.0999, 0.1, 0.5])
    assert hazard(0.1, 4).hits_of(drawn).tolist() == [0, 1]

"""Needs: everyone comes to lack things by the hour, and what people do, where they do it, meets some of them."""

import numpy as np
import pytest

from game.sim.engine.calendar import moment
from game.sim.house.uses import INDEX, USES, relief_per_minute
from game.sim.people import INMATE, NEEDS, Identity, Needs, Place
from game.sim.systems.needs import NeedsRules, NeedsSystem
from game.sim.world import World
from tests.sim.helpers import crew, make, put, stage, tile

CAST = crew(adam="inmate", officer="officer")
ADAM, OFFICER = 1, 2


def cell(at: float = 0.5) -> World:
    world = stage("sight", CAST, NeedsSystem)
    world.everyone(Needs).block[:] = at
    put(world, ADAM, tile(world, 7, 3))
    return world


@pytest.mark.parametrize("need", NEEDS)
def test_an_hour_of_waiting_adds_what_the_rule_says(need: str) -> None:
    world = cell()
    world.run(60)
    growth = getattr(NeedsRules(), f"{need}_per_hour")
    assert getattr(world.one(ADAM, Needs), need) == pytest.approx(0.5 + growth)


@pytest.mark.parametrize("use", [use.key for use in USES if use.relief and use.key != "duty"])
def test_what_people_do_meets_what_it_is_for(use: str) -> None:
    idle, busy = cell(0.9), cell(0.9)
    put(busy, ADAM, tile(busy, 7, 3), use=use)
    for world in (idle, busy):
        world.run(15)
    for need, per_hour in USES[INDEX[use]].relief.items():
        without, with_ = getattr(idle.one(ADAM, Needs), need), getattr(busy.one(ADAM, Needs), need)
        assert with_ == pytest.approx(max(0.0, without - per_hour / 4), abs=1e-9)


def test_nothing_is_met_on_the_way_there() -> None:
    world = cell(0.9)
    put(world, ADAM, tile(world, 7, 3), use="eat")
    world.one(ADAM, Place).walking = 1
    world.run(15)
    assert world.one(ADAM, Needs).hunger > 0.9


def test_needs_stay_between_content_and_desperate() -> None:
    world = cell(0.99)
    world.run(3000)
    assert world.everyone(Needs).block.max() <= 1.0
    put(world, ADAM, tile(world, 7, 3), use="eat")
    world.run(300)
    assert world.one(ADAM, Needs).hunger == 0.0
    assert world.everyone(Needs).block.min() >= 0.0


def test_staff_recover_at_home() -> None:
    world = cell(0.8)
    world.run(60)
    assert world.one(OFFICER, Needs).fatigue == pytest.approx(0.8 + 0.055 - 0.25)


def test_the_table_of_relief_has_every_use_and_need() -> None:
    table = relief_per_minute()
    assert table.shape == (len(USES), len(NEEDS))
    assert table[INDEX["sleep"], NEEDS.index("fatigue")] == pytest.approx(
        USES[INDEX["sleep"]].relief["fatigue"] / 60
    )


def test_a_day_on_the_block_keeps_people_fed_and_rested() -> None:
    world = make()
    world.run(moment(3, 8) - world.tick)
    men = (world.everyone(Identity).role == INMATE) & (world.everyone(Place).tile > 0)
    needs = world.everyone(Needs)
    assert needs.fatigue[men].mean() < 0.25, "after a night's sleep"
    assert needs.hunger[men].mean() < 0.45, "after breakfast"


def test_the_block_lives_in_balance_over_five_days() -> None:
    world = make()
    means = []
    for day in range(2, 6):
        world.run(moment(day, 7) - world.tick)
        men = (world.everyone(Identity).role == INMATE) & (world.everyone(Place).tile > 0)
        means.append(world.everyone(Needs).block[:, men].mean(axis=1))
    last = dict(zip(NEEDS, means[-1], strict=True))
    for need in ("fatigue", "company", "recreation"):
        assert last[need] < 0.6, need
    assert np.abs(means[-1] - means[-2]).max() < 0.1

"""Rules: the numbers that shape behaviour, each with unit, meaning, source and range."""

import importlib
import pkgutil
from dataclasses import FrozenInstanceError, fields, replace

import pytest

import game.sim
from game.sim import open_prison
from game.sim.engine.rules import Rules, check, notes
from game.sim.engine.snapshot import digest, fork
from game.sim.systems.needs import NeedsRules
from game.sim.systems.quarrels import QuarrelRules
from tests.sim.helpers import BLOCK_CAST, make, prison_in

for module in pkgutil.walk_packages(game.sim.__path__, "game.sim."):
    importlib.import_module(module.name)
ALL_RULES = sorted(Rules.__subclasses__(), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", ALL_RULES, ids=lambda kind: kind.__name__)
def test_every_number_has_a_unit_a_meaning_a_source_and_lies_in_its_range(kind: type[Rules]) -> None:
    assert kind.__doc__
    check(kind())
    for note in notes(kind()):
        assert note.unit and note.source
        assert len(note.meaning) > 4
        assert note.low < note.high
    assert len(notes(kind())) == len(fields(kind))  # type: ignore[arg-type]


def test_a_number_out_of_its_range_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"NeedsRules.hunger_per_hour is 7.0.*between 0 and 1"):
        open_prison(prison_in("block"), BLOCK_CAST, rules=[NeedsRules(hunger_per_hour=7.0)])


def test_rules_do_not_change_while_the_prison_runs() -> None:
    with pytest.raises(FrozenInstanceError):
        make().rules(QuarrelRules).hate = 3.0  # type: ignore[misc]


def test_a_scenario_can_bring_its_own_numbers() -> None:
    rules = replace(QuarrelRules(), per_hour=0.5)
    world = open_prison(prison_in("block"), BLOCK_CAST, rules=[rules])
    assert world.rules(QuarrelRules) is rules
    assert world.rules(NeedsRules) == NeedsRules()


def test_the_numbers_are_part_of_the_digest_and_go_along_with_a_fork() -> None:
    plain, other = (
        open_prison(prison_in("block"), BLOCK_CAST, rules=[QuarrelRules(per_hour=rate)])
        for rate in (0.006, 0.007)
    )
    assert digest(plain) != digest(other)
    assert fork(other).rules(QuarrelRules).per_hour == 0.007

"""The episodes that ship, lived to their end. What share of games ends how is measured by `main.py test e01`."""

import pytest

from game import headless
from game.sim.invariants import faults
from game.story.load import load_scenario
from game.story.state import Story

QUESTIONS = 10
"""Episode 1 puts at least so many in a week, however one plays."""


@pytest.mark.parametrize("policy", ["generous", "harsh"])
def test_episode_1_asks_ends_and_settles_all_that_was_asked_of_the_office(policy: str) -> None:
    scenario = load_scenario("oz.e01")
    world = headless.start(scenario, 3, policy)
    headless.run(world, 7.5)
    story, outcome = world.component("story", 1, Story), world.desk().outcome()
    assert story is not None and outcome is not None
    assert story.outcome in scenario.file.outcomes
    assert len(story.answered) == len(story.asked) >= QUESTIONS
    assert set(story.objectives.values()) <= {"kept", "done", "failed"}
    assert faults(world) == []
    assert all(world.chronicle.causes(event) for event in story.answered.values())

"""Runs without a window: a scenario, days of it, and what came of them as one object or as lines."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.snapshot import digest
from game.sim.events import Event
from game.sim.house.plan import ROLES
from game.sim.minds.knowledge import TRUTH
from game.sim.people import Identity, Status
from game.sim.world import START, World
from game.story.load import make_world
from game.story.policy import Policy
from game.story.scenario import Scenario
from game.story.stand import stand_of
from game.story.state import Story

CHUNK_MINUTES = 60
"""Minutes between signs of progress."""


class BadChoiceError(ValueError):
    """A policy, beat or option that the scenario doesn't have; the text says so in one line."""


def start(scenario: Scenario, seed: int, policy: str = "", choices: dict[str, str] | None = None) -> World:
    """Make a world that answers by a policy and by choices given by hand, beat to option."""
    choices = choices or {}
    for beat, option in choices.items():
        ask = scenario.file.beats[beat].ask if beat in scenario.file.beats else None
        if ask is None:
            raise BadChoiceError(f"{scenario.id} has no question '{beat}'; it asks {_asked(scenario)}")
        if option not in ask.options:
            raise BadChoiceError(f"'{beat}' has no option '{option}'; it has {', '.join(ask.options)}")
    if policy and policy not in scenario.policies:
        raise BadChoiceError(
            f"there is no policy '{policy}'; there are {', '.join(scenario.policies) or 'none'}"
        )
    world = make_world(scenario, seed)
    held = scenario.policies[policy] if policy else Policy(about="By hand.")
    world.add_guest(stand_of(held, scenario.id, choices))
    return world


def _asked(scenario: Scenario) -> str:
    return ", ".join(beat for beat, told in scenario.file.beats.items() if told.ask is not None) or "nothing"


def run(world: World, days: float, progress: Callable[[int], None] = lambda minutes: None) -> None:
    """Let days pass, past an outcome, too; `progress` is told of the minutes as they pass."""
    left = round(days * MINUTES_PER_DAY)
    while left > 0:
        chunk = min(left, CHUNK_MINUTES)
        world.run(chunk)
        progress(chunk)
        left -= chunk


def summary(world: World, scenario: Scenario) -> dict[str, Any]:
    """Return what came of a run, as plain data for JSON."""
    desk = world.desk(TRUTH)
    story = world.component("story", 1, Story) or Story()
    outcome = desk.outcome()
    return {
        "scenario": scenario.id,
        "seed": world.seed,
        "ticks": world.tick - START,
        "digest": digest(world),
        "population": _population(world),
        "events": world.chronicle.count(),
        "outcome": None
        if outcome is None
        else {"key": outcome.key, "grade": outcome.grade, "canon": outcome.canon},
        "objectives": {goal.key: goal.state for goal in desk.objectives()},
        "beats": {beat: _beat(story, beat) for beat in scenario.file.beats},
    }


def _population(world: World) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {}
    for table in (world.people, world.people.archive):
        identity = table.everyone(Identity) if table is not None else None
        if identity is not None:
            for role, status in zip(identity.role.tolist(), identity.status.tolist(), strict=True):
                counts.setdefault(ROLES[role], Counter())[Status(status).name.lower()] += 1
    return {role: dict(sorted(counts[role].items())) for role in ROLES if role in counts}


def _beat(story: Story, beat: str) -> dict[str, Any]:
    state = "missed" if beat in story.missed else "done" if beat in story.done_at else "open"
    told: dict[str, Any] = {"state": state}
    if beat in story.done_at:
        told["tick"] = story.done_at[beat]
    if beat in story.chosen:
        told["chosen"] = story.chosen[beat]
    return told


def lines(world: World) -> Iterator[str]:
    """Yield the true chronicle as JSON Lines: one event a line, with causes as [id, weight, role]."""
    for event in world.chronicle.since(0):
        yield json.dumps(_line(world, event), separators=(",", ":"))


def _line(world: World, event: Event) -> dict[str, Any]:
    causes = [[c.event, round(c.weight, 6), c.role.name.lower()] for c in world.chronicle.causes(event.id)]
    return {
        "id": event.id,
        "tick": event.tick,
        "kind": event.kind.name,
        "who": event.who,
        "whom": event.whom,
        "place": event.place,
        "causes": causes,
        "item": event.item,
        "amount": event.amount,
        "detail": event.detail,
    }


def write(path: Path, text: str) -> None:
    """Write a file whole, or not at all."""
    draft = path.with_name(path.name + ".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)

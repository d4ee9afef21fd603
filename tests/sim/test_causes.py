"""Every blow, wound, death, break and trade has causes, and following them one always comes to a root.

The long form, 20 days of 20 prisons, runs when the environment variable EMERALD_LONG is 1.
"""

import os
from collections import Counter
from pathlib import Path

import pytest

from game import headless
from game.sim.events import Kind
from game.sim.world import World
from game.story.load import load_scenario
from tests.sim.brawling import ROOTS

ORDINARY = Path(__file__).parents[2] / "scenarios" / "oz" / "ordinary.yaml"
DEEDS = (
    Kind.Assaulted, Kind.Struck, Kind.Wounded, Kind.Died, Kind.Withdrew, Kind.Snapped, Kind.Sold, Kind.Used,
    Kind.Paid, Kind.Smuggled, Kind.Found,
)  # fmt: skip
DAYS, SEEDS = (20, 20) if os.environ.get("EMERALD_LONG") == "1" else (4, 2)


def ends_of(world: World, deeds: list[int]) -> Counter[str]:
    """Follow all causes of some events to where they end; return the kinds of what has no cause, counted."""
    past, seen, left = world.chronicle, set(deeds), list(deeds)
    ends: Counter[str] = Counter()
    while left:
        event = left.pop()
        causes = past.causes(event)
        assert all(0 < cause.event < event for cause in causes), (
            f"{event} is caused by itself or by what came later"
        )
        if not causes:
            ends[past.event(event).kind.name] += 1
        fresh = [cause.event for cause in causes if cause.event not in seen]
        seen.update(fresh)
        left.extend(fresh)
    return ends


@pytest.mark.parametrize("seed", range(1, SEEDS + 1))
def test_what_is_done_goes_back_to_roots_and_never_in_a_circle(seed: int) -> None:
    world = headless.start(load_scenario(ORDINARY), seed, "ordinary")
    headless.run(world, DAYS)
    deeds = [event.id for event in world.chronicle.since(0) if event.kind in DEEDS]
    causeless = [id for id in deeds if not world.chronicle.causes(id)]
    ends = ends_of(world, deeds)
    world.close()
    assert deeds, "nothing was done: nothing was looked at"
    assert not causeless
    assert set(ends) <= {kind.name for kind in ROOTS}

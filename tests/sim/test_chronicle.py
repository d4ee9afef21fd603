"""The chronicle: events as rows, causes as edges; causes come first."""

import pytest

from game.sim.chronicle import EDGE, EVENT, Chronicle
from game.sim.engine.log import SMALL_BLOCK_ROWS, Log
from game.sim.events import Cause, Kind, Role
from tests.sim.helpers import make


def test_event_ids_count_from_one() -> None:
    past = Chronicle()
    assert [past.emit(5, Kind.DayBegan), past.emit(6, Kind.Arrived, who=3)] == [1, 2]
    assert past.event(2).who == 3
    assert past.event(2).kind is Kind.Arrived


def test_an_event_keeps_its_causes_weightiest_first() -> None:
    past = Chronicle()
    a, b = past.emit(1, Kind.TraitNoted), past.emit(1, Kind.KnownBefore)
    causes = [Cause(a, 0.2, Role.MOTIVE), Cause(b, 0.9, Role.OPPORTUNITY)]
    quarrel = past.emit(2, Kind.Quarrelled, because=causes)
    assert past.causes(quarrel) == [Cause(b, 0.9, Role.OPPORTUNITY), Cause(a, 0.2, Role.MOTIVE)]
    assert past.causes(a) == []


@pytest.mark.parametrize("cause", [2, 3, 99, -1])
def test_causes_come_first(cause: int) -> None:
    past = Chronicle()
    past.emit(1, Kind.DayBegan)
    with pytest.raises(ValueError, match="causes come first"):
        past.emit(1, Kind.Ordered, because=[Cause(cause)])


def test_no_cause_is_no_edge() -> None:
    past = Chronicle()
    past.emit(1, Kind.DayBegan, because=[Cause(0)])
    assert len(past.edges) == 0


def test_causes_are_found_before_and_after_sealing() -> None:
    past = Chronicle()
    root = past.emit(1, Kind.DayBegan)
    first = past.emit(1, Kind.Ordered, because=[Cause(root)])
    assert past.causes(first)
    past.freeze()
    second = past.emit(1, Kind.Sent, because=[Cause(first)])
    assert [c.event for c in past.causes(second)] == [first]
    assert [c.event for c in past.causes(first)] == [root]


def test_forks_share_the_sealed_past_and_go_on_alone() -> None:
    past = Chronicle()
    for _ in range(SMALL_BLOCK_ROWS):
        past.emit(1, Kind.DayBegan)
    events, edges = past.freeze()
    other = Chronicle(Log(EVENT, events), Log(EDGE, edges))
    past.emit(2, Kind.Arrived, who=1)
    other.emit(2, Kind.Left, who=2)
    assert past.events.seal()[0] is other.events.seal()[0]
    assert past.event(SMALL_BLOCK_ROWS + 1).kind is Kind.Arrived
    assert other.event(SMALL_BLOCK_ROWS + 1).kind is Kind.Left


def test_events_are_counted_by_kind() -> None:
    past = Chronicle()
    for kind in (Kind.Sent, Kind.Sent, Kind.Posted):
        past.emit(1, kind)
    assert past.count() == {"Sent": 2, "Posted": 1}


def test_what_happens_now_is_written_with_the_present_tick() -> None:
    world = make()
    event = world.emit(Kind.Said)
    assert world.chronicle.event(event).tick == world.tick


def test_routine_is_no_event() -> None:
    world = make()
    before = len(world.chronicle)
    world.run(1440)
    assert len(world.chronicle) - before < 100

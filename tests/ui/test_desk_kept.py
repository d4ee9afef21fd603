"""The desk is kept with the game: pins, attention spent, the watch book; hostile notes do nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from test_desk import PlainBoard

from game.saves.notes import DeskNotes
from game.saves.store import capture, load_game, write
from game.sim.engine.snapshot import digest
from game.sim.world import World
from game.story.load import load_scenario, make_world
from game.ui.desk.attention import Alert
from game.ui.desk.keeping import notes_of, take_up
from game.ui.desk.screen import DeskScreen
from game.ui.desk.state import DeskState
from game.ui.session import PINS, Session


@pytest.fixture(scope="module")
def played() -> tuple[World, Session, DeskState]:
    """Some hours of a morning at a desk that was used."""
    world = make_world(load_scenario("oz.e01"), 3)
    session, state = Session(world), DeskState()
    session.run(240)
    for person in session.desk.people("officer")[:2]:
        session.pin(person)
    state.dailies, state.daily_seen, state.hints_seen = False, 3, {"time"}
    session.put_off.update(decision.id for decision in session.desk.decisions())
    session.attention.spent[(1, "stop")] = 3
    fact = next(fact for fact in session.desk.feed(limit=400) if fact.who)
    session.attention.alerts.append(Alert(fact, True))
    session.attention.news[fact.who] = fact
    return world, session, state


def test_a_desk_is_taken_up_as_it_was_left(played: tuple[World, Session, DeskState], tmp_path: Path) -> None:
    world, session, state = played
    scenario = load_scenario("oz.e01")
    notes = notes_of(session, state)
    path = write(capture(world, scenario, notes=notes), tmp_path / "kept.save")
    loaded = load_game(path)
    assert loaded.notes == notes and digest(loaded.world) == digest(world)
    again, fresh = Session(loaded.world), DeskState()
    take_up(loaded.notes, again, fresh)
    assert notes_of(again, fresh) == notes
    assert again.faces == session.faces and again.watchbook.unseen == session.watchbook.unseen
    assert not again.waiting()


def test_a_save_without_notes_opens_with_a_tidy_desk(
    played: tuple[World, Session, DeskState], tmp_path: Path
) -> None:
    path = write(capture(played[0], load_scenario("oz.e01")), tmp_path / "older.save")
    assert load_game(path).notes is None


def test_notes_that_name_nobody_and_nothing_are_left_out(
    played: tuple[World, Session, DeskState], surface: object
) -> None:
    far = 1 << 39
    forged = DeskNotes(
        pins=[far, 0, *played[1].desk.people("officer")[:6]],
        daily_seen=far,
        hints_seen=["no such hint"],
        put_off=[far],
        spent=[(far, "stop", 9), (1, "\u202e", 1 << 60)],
        asked=[(far, True)],
        alerts=[(far, True, False), (0, True, False)],
        news=[(far, 1), (1, far)],
        watch_day=1,
        unseen=[(far, 1), (1, 1 << 60)],
    )
    session = Session(played[0])
    desk = DeskScreen(session, PlainBoard())
    take_up(forged, session, desk.state)
    assert len(session.pins) <= PINS and far not in session.pins
    assert session.attention.alerts == [] and far not in session.attention.news
    assert max(session.watchbook.unseen.values(), default=0) <= 1440
    desk.frame(surface, [], 1.0, 0.0)  # type: ignore[arg-type]
    session.run(5)


def test_notes_are_no_part_of_the_prison(block: Callable[..., World]) -> None:
    world, state = block(), DeskState()
    session = Session(world)
    before = digest(world)
    take_up(DeskNotes(pins=[1], dailies=False, spent=[(1, "stop", 4)]), session, state)
    assert digest(world) == before and not state.dailies

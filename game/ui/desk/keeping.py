"""Keeping the desk with a game: pins, attention spent, watch book, charts, what is put off; and taking it up again."""

from collections import Counter
from collections.abc import Iterable

from game.saves.notes import DeskNotes
from game.sim.engine.calendar import MINUTES_PER_DAY, day_of
from game.sim.minds.knowledge import Fact
from game.ui.desk.attention import BANNERS, Alert
from game.ui.desk.hints import HINTS
from game.ui.desk.state import DeskState
from game.ui.session import PINS, Session

ALERTS_KEPT = 2 * BANNERS


def notes_of(session: Session, state: DeskState) -> DeskNotes:
    """What the desk holds now."""
    attention, book, desk = session.attention, session.watchbook, session.desk
    today, open_now = day_of(desk.tick), {decision.id for decision in desk.decisions()}
    return DeskNotes(
        pins=list(session.pins),
        dailies=state.dailies,
        daily_seen=state.daily_seen,
        hints_seen=sorted(state.hints_seen),
        put_off=sorted(session.put_off & open_now),
        spent=[(day, what, count) for (day, what), count in attention.spent.items() if day == today],
        asked=[(id, may) for id, may in attention.questions.asked.items() if id in open_now],
        last_question=attention.questions.last[:200],
        alerts=[
            (alert.fact.event, alert.alarming, alert.dismissed) for alert in attention.alerts[-ALERTS_KEPT:]
        ],
        news=[(person, fact.event) for person, fact in attention.news.items()][-2000:],
        watch_day=book.day,
        unseen=sorted(book.unseen.items()),
        unseen_before=sorted(book.before.items()),
        day_courses={name: list(course) for name, course in session.history.day.items()},
        month_courses={name: list(course) for name, course in session.history.month.items()},
    )


def take_up(notes: DeskNotes, session: Session, state: DeskState) -> None:
    """Put a desk back as it was; what isn't there any more, or never was, is left out."""
    desk = session.desk
    story = set(desk.faces())
    pins = [id for id in dict.fromkeys(notes.pins) if id and desk.exists(id) and id not in story]
    session.pins[:] = pins[:PINS]
    state.dailies = notes.dailies
    state.daily_seen = min(notes.daily_seen, 2 * day_of(desk.tick) + 1)
    state.hints_seen = set(notes.hints_seen) & {hint.key for hint in HINTS}
    open_now = {decision.id for decision in desk.decisions()}
    session.put_off = set(notes.put_off) & open_now
    _attention(notes, session, open_now)
    _watchbook(notes, session)
    session.history.take_up(notes.day_courses, notes.month_courses, desk.tick)


def _fact(session: Session, event: int) -> Fact | None:
    """What is known of an event; None of one that never was."""
    return session.desk.fact(event) if 0 < event <= len(session.world.chronicle) else None


def _attention(notes: DeskNotes, session: Session, open_now: set[int]) -> None:
    attention, desk = session.attention, session.desk
    today = day_of(desk.tick)
    attention.spent.update({(day, what): count for day, what, count in notes.spent if day == today})
    attention.questions.asked = {id: may for id, may in notes.asked if id in open_now}
    attention.questions.last = notes.last_question
    for event, alarming, dismissed in notes.alerts[-ALERTS_KEPT:]:
        fact = _fact(session, event)
        if fact is not None:
            attention.alerts.append(Alert(fact, alarming, dismissed))
    for person, event in notes.news:
        fact = _fact(session, event)
        if fact is not None and desk.exists(person) and person in (fact.who, fact.whom):
            attention.news[person] = fact


def _watchbook(notes: DeskNotes, session: Session) -> None:
    book, desk = session.watchbook, session.desk
    if notes.watch_day != day_of(desk.tick):
        return
    rooms = len(desk.plan.rooms)

    def counted(pages: Iterable[tuple[int, int]]) -> Counter[int]:
        return Counter({room: min(minutes, MINUTES_PER_DAY) for room, minutes in pages if 0 < room < rooms})

    book.day, book.unseen, book.before = notes.watch_day, counted(notes.unseen), counted(notes.unseen_before)

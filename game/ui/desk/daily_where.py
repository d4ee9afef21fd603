"""The morning brief on eyes: those that closed at six, and where one would tell most."""

from collections import Counter
from collections.abc import Callable

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.ui.desk.context import Context
from game.ui.desk.telling import recent

ROOMS = 9
"""Rooms out of sight that are looked through for those in which something happened."""
TOLD, NAMED = 2, 3
"""Rooms with a line of their own, and those named together in one."""
FACES = 3
Line = Callable[[str, str, str, str], None]
"""Draws a line: its name, icon, colour and text."""


def draw_where(context: Context, line: Line) -> None:
    """Say whose eyes closed, and where to look today."""
    words, free = context.words, context.desk.eyes_free
    closed = _closed(context)
    if closed:
        line("daily.where.closed", "eye-off", "warn", words("daily.closed", names=words.listing(closed)))
    rooms = _rooms(context)
    telling = sorted((each for each in rooms if each[2]), key=lambda each: (-each[2], -each[1]))
    for room, minutes, events in telling[:TOLD]:
        blind = words("daily.blind", room=context.narrator.room(room), time=words.length(minutes))
        line(f"daily.where.{room}", "eye", "accent", f"{blind} {words('daily.there', n=events)}")
    quiet = [room for room, _, events in rooms if not events][:NAMED]
    if quiet:
        names = words.listing([context.narrator.room(room) for room in quiet])
        line("daily.where.quiet", "eye", "muted", words("daily.blind_all_day", rooms=names))
    faces = context.session.faces
    if faces and free:
        names = words.listing([context.narrator.person(face) for face in faces[:FACES]])
        line("daily.where.faces", "user-round-search", "link", words("daily.faces", names=names))


def _closed(context: Context) -> list[str]:
    """Those on whom an eye was, until six this morning."""
    now = context.desk.tick
    watched = context.desk.eyes()
    found: dict[tuple[int, int], str] = {}
    for fact in context.desk.feed(limit=300):
        if fact.kind == "EyeSet" and now - MINUTES_PER_DAY <= fact.tick < now:
            name = context.narrator.person(fact.who) if fact.who else context.narrator.room(fact.place)
            found[fact.who, 0 if fact.who else fact.place] = name
    still = {(eye.id, 0) if eye.kind == "person" else (0, eye.id) for eye in watched}
    return [name for key, name in found.items() if key not in still]


def _rooms(context: Context) -> list[tuple[int, int, int]]:
    """Rooms that were long out of sight the day before: minutes, and what happened there as far as known."""
    since = context.desk.tick - MINUTES_PER_DAY
    facts = recent(context)
    events = Counter(fact.place for fact in facts if fact.tick >= since and (fact.who or fact.whom))
    return [
        (room, minutes, events[room]) for room, minutes in context.session.watchbook.yesterday(ROOMS) if room
    ]

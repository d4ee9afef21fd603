"""The morning brief on eyes: those that closed at six, and where one would tell most."""

from collections import Counter
from collections.abc import Callable

from game.sim.commands import SetEye
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.views import EyeView
from game.ui.desk.context import Context
from game.ui.desk.telling import recent

ROOMS = 9
"""Rooms out of sight that are looked through for those in which something happened."""
TOLD, NAMED = 2, 3
"""Rooms with a line of their own, and those named together in one."""
FACES, LIMIT = 3, 400
"""Faces that are named; things learned that are looked through for yesterday's eyes."""
AGAIN = "again"
"""The link that sets yesterday's eyes."""
Line = Callable[[str, str, str, str], None]
"""Draws a line: its name, icon, colour and text."""


def draw_where(context: Context, line: Line) -> None:
    """Say whose eyes closed, and where to look today."""
    words, free = context.words, context.desk.eyes_free
    closed = _closed(context)
    if closed:
        text = words("daily.closed", names=words.listing([_name(context, eye) for eye in closed]))
        if free:
            text += f" [link={AGAIN}]{words('daily.again')}[/link]"
        line("daily.where.closed", "eye-off", "warn", text)
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


def set_again(context: Context) -> None:
    """Set the eyes as they were yesterday, as many as are free."""
    for eye in _closed(context)[: context.desk.eyes_free]:
        context.order(SetEye(eye.kind, eye.id))


def _closed(context: Context) -> list[EyeView]:
    """On whom and what an eye was until six this morning, and is no more."""
    now, found = context.desk.tick, dict[EyeView, None]()
    for fact in context.desk.feed(limit=LIMIT):
        if fact.kind == "EyeSet" and now - MINUTES_PER_DAY <= fact.tick < now:
            found[EyeView("person", fact.who) if fact.who else EyeView("room", fact.place)] = None
    still = context.desk.eyes()
    return [eye for eye in found if eye not in still]


def _name(context: Context, eye: EyeView) -> str:
    narrator = context.narrator
    return narrator.person(eye.id) if eye.kind == "person" else narrator.room(eye.id)


def _rooms(context: Context) -> list[tuple[int, int, int]]:
    """Rooms that were long out of sight the day before: minutes, and what happened there as far as known."""
    since = context.desk.tick - MINUTES_PER_DAY
    facts = recent(context)
    events = Counter(fact.place for fact in facts if fact.tick >= since and (fact.who or fact.whom))
    return [
        (room, minutes, events[room]) for room, minutes in context.session.watchbook.yesterday(ROOMS) if room
    ]

"""What matters today: at most three things with place, cause and what can be done, from what the desk knows."""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from game.sim.engine.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR, minute_of_day
from game.ui.desk.clashes import clashes
from game.ui.desk.context import Context
from game.ui.desk.telling import ORDERS, PEOPLE, STORY, recent
from game.ui.desk.weights import severity

if TYPE_CHECKING:
    from game.sim.minds.knowledge import Fact

MOST = 3
LOW_MOOD = 35
"""Well-being (0..100) of a face below which it matters."""
OFTEN = 2
"""Quarrels in one place within a day from which it matters."""
GRAVE = 0.45
"""Severity from which what touched a face is said before all else."""
LOCK_UP, STALE_HOURS = 22 * MINUTES_PER_HOUR, 8
"""Minute of the day before which nothing that was judged still holds after a night; and hours until it is stale."""


class Matter(NamedTuple):
    """Something to look to. `sheet`: where it can be mended; `room`, `person`: where to look."""

    weight: float
    icon: str
    text: str
    sheet: str = ""
    room: int = 0
    person: int = 0


def matters(context: Context) -> list[Matter]:
    """The weightiest things that are out of order as far as the desk knows."""
    found = [
        *_touched(context),
        *_posts(context),
        *_wings(context),
        *_quarrels(context),
        *_faces(context),
        *_hours(context),
    ]
    return sorted(found, key=lambda matter: -matter.weight)[:MOST]


def _touched(context: Context) -> list[Matter]:
    """The gravest that is known to have touched a face within a day."""
    since, faces = context.desk.tick - MINUTES_PER_DAY, set(context.session.faces)
    facts = [
        fact
        for fact in recent(context)
        if fact.tick >= since and faces & {fact.who, fact.whom} and _is_grave(fact)
    ]
    if not facts:
        return []
    fact = max(facts, key=lambda fact: (severity(fact.kind), fact.tick))
    when = context.words.moment(fact.tick, context.desk.tick)
    text = context.words("matter.touched", time=when, what=context.narrator.fact(fact))
    person = next(face for face in context.session.faces if face in (fact.who, fact.whom))
    return [Matter(2.0, context.narrator.sign(fact.kind)[0], text, "", fact.place, person)]


def _is_grave(fact: "Fact") -> bool:
    return severity(fact.kind) >= GRAVE and fact.kind not in STORY | PEOPLE | ORDERS


def _posts(context: Context) -> list[Matter]:
    words = context.words
    short = [post for post in context.desk.posts() if len(post.staff) < post.wanted]
    if not short:
        return []
    names = words.listing([context.narrator.post_name(post.id) for post in short[:3]])
    missing = sum(post.wanted - len(post.staff) for post in short)
    room = short[0].rooms[0] if short[0].rooms else 0
    return [Matter(0.6, "shield", words("matter.short", n=missing, names=names), "posts", room)]


def _wings(context: Context) -> list[Matter]:
    words, found = context.words, []
    for wing in context.desk.wings():
        name = context.narrator.wing_name(wing.id)
        if wing.capacity and wing.inmates > wing.capacity:
            over = wing.inmates - wing.capacity
            found.append(Matter(0.5, "bed-double", words("matter.crowded", n=over, wing=name), "wings"))
        if wing.locked_down:
            found.append(Matter(0.7, "lock", words("matter.locked", wing=name), "wings"))
    return found


def _quarrels(context: Context) -> list[Matter]:
    """Where men quarrelled most within a day, and who did again and again."""
    since, words = context.desk.tick - MINUTES_PER_DAY, context.words
    facts = [f for f in recent(context) if f.kind == "Quarrelled" and f.tick >= since]
    found = []
    who = Counter(person for fact in facts for person in (fact.who, fact.whom) if person)
    hothead = next((person for person, count in who.most_common(1) if count >= OFTEN), 0)
    # one cause, one card: his quarrels make no second of the place where they were
    places = Counter(fact.place for fact in facts if fact.place and hothead not in (fact.who, fact.whom))
    for place, count in places.most_common(1):
        if count >= OFTEN:
            where = context.narrator.room(place)
            unseen = sum("who" not in fact.known for fact in facts if fact.place == place)
            why = words("matter.unseen", n=unseen) if unseen else ""
            text = words("matter.quarrels", n=count, room=where) + why
            found.append(Matter(0.4 + 0.05 * count, "message-square-warning", text, "", place))
    if hothead:
        count = who[hothead]
        text = words("matter.hothead", n=count, who=context.narrator.person(hothead))
        found.append(Matter(0.45 + 0.05 * count, "flame", text, person=hothead))
    return found


def _faces(context: Context) -> list[Matter]:
    """Faces that are in need, with the need that is worst; what was judged before the night is out of date."""
    words, found = context.words, []
    stale = min(
        (minute_of_day(context.desk.tick) - LOCK_UP) % MINUTES_PER_DAY, STALE_HOURS * MINUTES_PER_HOUR
    )
    for person in context.session.faces:
        file = context.dossier(person)
        known = [need for need in file.needs if need.source >= 0 and need.age_minutes <= stale]
        worst = min(known, key=lambda need: need.value, default=None)
        if file.room and worst is not None and worst.value < LOW_MOOD:
            text = words(
                "matter.face", who=context.narrator.person(person), need=words.named("need", worst.key),
                value=round(worst.value), age=words.length(worst.age_minutes),
            )  # fmt: skip
            found.append(Matter(0.55 + (LOW_MOOD - worst.value) / 100, "heart-pulse", text, person=person))
    return found[:1]


def _hours(context: Context) -> list[Matter]:
    wings = [wing for wing in context.desk.wings() if wing.capacity or wing.inmates]
    return [Matter(0.42, "calendar-clock", clash.text, "hours") for clash in clashes(context, wings)[:1]]

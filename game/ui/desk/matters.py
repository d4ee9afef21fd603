"""What matters today: at most three things with place, cause and what can be done, from what the desk knows."""

from collections import Counter
from typing import NamedTuple

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.ui.desk.clashes import clashes
from game.ui.desk.context import Context

MOST = 3
LOW_MOOD = 35
"""Well-being (0..100) of a face below which it matters."""
OFTEN = 2
"""Quarrels in one place within a day from which it matters."""


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
        *_posts(context),
        *_wings(context),
        *_quarrels(context),
        *_faces(context),
        *_hours(context),
    ]
    return sorted(found, key=lambda matter: -matter.weight)[:MOST]


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
    facts = [f for f in context.desk.feed(limit=300) if f.kind == "Quarrelled" and f.tick >= since]
    found = []
    places = Counter(fact.place for fact in facts if fact.place)
    for place, count in places.most_common(1):
        if count >= OFTEN:
            where = context.narrator.room(place)
            unseen = sum("who" not in fact.known for fact in facts if fact.place == place)
            why = words("matter.unseen", n=unseen) if unseen else ""
            text = words("matter.quarrels", n=count, room=where) + why
            found.append(Matter(0.4 + 0.05 * count, "message-square-warning", text, "", place))
    who = Counter(person for fact in facts for person in (fact.who, fact.whom) if person)
    for person, count in who.most_common(1):
        if count >= OFTEN:
            text = words("matter.hothead", n=count, who=context.narrator.person(person))
            found.append(Matter(0.45 + 0.05 * count, "flame", text, person=person))
    return found


def _faces(context: Context) -> list[Matter]:
    """Faces that are in need, with the need that is worst."""
    words, found = context.words, []
    for person in context.session.faces:
        file = context.dossier(person)
        known = [need for need in file.needs if need.source >= 0]
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

"""What won't fit in the hours as they are planned: seats in the canteen, room in the yard, officers for the count."""

from collections.abc import Sequence
from typing import NamedTuple

from game.sim.systems.choice import TROLLEY_HOURS
from game.sim.views import WingView
from game.ui.desk.context import Context

SLEEP_HOURS = 6
"""Hours of sleep that a man needs."""
MEALS = 2
"""Meals a day below which men go hungry."""
KINDS = {"meal": ("canteen", "seat"), "yard": ("yard", ""), "work": ("", "work")}
"""By activity: kind of room and kind of spot it takes place in; without a spot, the room's capacity counts."""


class Clash(NamedTuple):
    """Hours in which something won't fit, and what that means."""

    hours: tuple[int, ...]
    text: str


def places_for(context: Context, activity: str) -> int:
    """How many people an activity has places for."""
    plan = context.desk.plan
    kind, spot = KINDS[activity]
    if spot:
        return sum(1 for s in plan.spots[1:] if s.kind == spot and kind in ("", plan.rooms[s.room].kind))
    return sum(room.capacity for room in plan.rooms[1:] if room.kind == kind)


def clashes(context: Context, wings: Sequence[WingView]) -> list[Clash]:
    """All that won't fit, by activity, then by wing."""
    found = []
    for activity in KINDS:
        clash = _crowded(context, wings, activity)
        if clash:
            found.append(clash)
    for wing in wings:
        found += _wing(context, wing)
    return found


def _crowded(context: Context, wings: Sequence[WingView], activity: str) -> Clash | None:
    words, places = context.words, places_for(context, activity)
    worst, hours = 0, []
    for hour in range(24):
        people = sum(wing.inmates for wing in wings if wing.hours[hour] == activity)
        if people > places and places:
            hours.append(hour)
            worst = max(worst, people)
    if not hours:
        return None
    when = words.listing([words("hours.at", first=first, last=last) for first, last in _spans(hours)])
    return Clash(tuple(hours), words(f"hours.clash.{activity}", when=when, people=worst, places=places))


def _spans(hours: Sequence[int]) -> list[tuple[int, int]]:
    """Hours in a row as spans: when they begin, and when they are over."""
    spans: list[tuple[int, int]] = []
    for hour in hours:
        if spans and spans[-1][1] == hour:
            spans[-1] = (spans[-1][0], hour + 1)
        else:
            spans.append((hour, hour + 1))
    return spans


def _wing(context: Context, wing: WingView) -> list[Clash]:
    """A wing without enough sleep or meals."""
    words, name, found = context.words, context.narrator.wing_name(wing.id), []
    sleep = sum(activity == "sleep" for activity in wing.hours)
    if wing.inmates and sleep < SLEEP_HOURS:
        found.append(Clash((), words("hours.clash.sleep", wing=name, n=sleep)))
    meals = sum(activity == "meal" for activity in wing.hours)
    trolley = sum(wing.hours[hour] == "locked" for hour in TROLLEY_HOURS)
    if wing.inmates and meals + trolley < MEALS:
        found.append(Clash((), words("hours.clash.hunger", wing=name)))
    return found

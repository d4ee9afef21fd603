"""A lockdown in words: what it would stop, what it has stopped and cost so far."""

from game.sim.engine.calendar import MINUTES_PER_DAY, hour_of
from game.ui.desk.context import Context

STOPPED = ("meal", "work", "free", "yard")
"""Activities that nobody can follow in his cell."""
LITTLE = 0.5
"""Points of stress below which it counts as unchanged."""


def what_it_stops(context: Context, wing: int) -> str:
    """What a lockdown of a wing would stop today: the hours left that are for something, and visits."""
    words, desk = context.words, context.desk
    hours = desk.wing(wing).hours[hour_of(desk.tick) :]
    names = [words.named("activity", name) for name in STOPPED if name in hours]
    today = desk.tick // MINUTES_PER_DAY + 1
    visits = [
        v for v in desk.visits(today) if v.state in ("asked", "allowed") and desk.wing_of(v.inmate) == wing
    ]
    stops = words("lockdown.stops", names=words.listing(names)) if names else words("lockdown.stops_little")
    return stops + (" " + words("lockdown.visits_ahead", n=len(visits)) if visits else "")


def lockdown_text(context: Context, wing: int) -> str:
    """What a lockdown in force has cost so far."""
    view, words = context.desk.lockdown(wing), context.words
    if view is None:
        return ""
    parts = [words("lockdown.since", time=words.length(context.desk.tick - view.since))]
    if view.missed_visits:
        parts.append(words("lockdown.visits", n=view.missed_visits))
    if view.missed_work_hours:
        parts.append(words("lockdown.work", n=view.missed_work_hours))
    parts.append(_stress(context, view.stress_change))
    if view.officers_bound:
        parts.append(words("lockdown.officers", n=view.officers_bound))
    return " · ".join(parts)


def _stress(context: Context, change: float | None) -> str:
    if change is None:
        return context.words("lockdown.stress_unknown")
    if abs(change) < LITTLE:
        return context.words("lockdown.stress_same")
    return context.words("lockdown.stress", n=f"{change:+.0f}".replace("-", "−"))

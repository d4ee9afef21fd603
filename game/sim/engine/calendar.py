"""Prison time: one tick is one minute, tick 0 is midnight before day 1."""

from enum import IntEnum

MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR
SHIFT_STARTS_HOURS = (6, 14, 22)
"""When the day, evening and night shifts begin."""


class Shift(IntEnum):
    """The three shifts of the staff."""

    DAY = 0
    EVENING = 1
    NIGHT = 2


def moment(day: int, hour: int = 0, minute: int = 0) -> int:
    """Return the tick of a time of day on a day counted from 1."""
    return ((day - 1) * 24 + hour) * MINUTES_PER_HOUR + minute


def day_of(tick: int) -> int:
    """Return the day a tick lies in, counted from 1."""
    return tick // MINUTES_PER_DAY + 1


def hour_of(tick: int) -> int:
    """Return the hour of day, 0 to 23."""
    return tick // MINUTES_PER_HOUR % 24


def minute_of_day(tick: int) -> int:
    """Return the minutes since midnight."""
    return tick % MINUTES_PER_DAY


def weekday_of(tick: int) -> int:
    """Return the day of the week, 0 = Monday; day 1 is a Monday."""
    return (day_of(tick) - 1) % 7


def shift_of(tick: int) -> Shift:
    """Return the shift that is on duty."""
    hour = hour_of(tick)
    if SHIFT_STARTS_HOURS[0] <= hour < SHIFT_STARTS_HOURS[1]:
        return Shift.DAY
    return Shift.EVENING if SHIFT_STARTS_HOURS[1] <= hour < SHIFT_STARTS_HOURS[2] else Shift.NIGHT


def clock(tick: int) -> str:
    """Return a plain form for logs and errors, such as `day 3 14:05`; the player's words are the ui's."""
    return f"day {day_of(tick)} {hour_of(tick):02d}:{tick % MINUTES_PER_HOUR:02d}"

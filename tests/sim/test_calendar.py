"""The calendar: one tick is one minute, day 1 begins at tick 0 and is a Monday."""

import pytest

from game.sim.engine import calendar
from game.sim.engine.calendar import Shift, moment


def test_tick_0_is_midnight_before_day_1() -> None:
    assert moment(1) == 0
    assert calendar.clock(0) == "day 1 00:00"


@pytest.mark.parametrize(
    ("day", "hour", "minute", "tick"), [(1, 6, 0, 360), (2, 0, 0, 1440), (3, 14, 5, 2 * 1440 + 14 * 60 + 5)]
)
def test_a_moment_and_its_parts_agree(day: int, hour: int, minute: int, tick: int) -> None:
    assert moment(day, hour, minute) == tick
    assert (calendar.day_of(tick), calendar.hour_of(tick)) == (day, hour)
    assert calendar.minute_of_day(tick) == 60 * hour + minute
    assert calendar.clock(tick) == f"day {day} {hour:02d}:{minute:02d}"


def test_weeks_have_seven_days_from_monday_on() -> None:
    assert [calendar.weekday_of(moment(day, 23, 59)) for day in range(1, 9)] == [0, 1, 2, 3, 4, 5, 6, 0]


@pytest.mark.parametrize(
    ("hour", "minute", "shift"),
    [
        (5, 59, Shift.NIGHT),
        (6, 0, Shift.DAY),
        (13, 59, Shift.DAY),
        (14, 0, Shift.EVENING),
        (21, 59, Shift.EVENING),
        (22, 0, Shift.NIGHT),
        (0, 0, Shift.NIGHT),
    ],
)
def test_three_shifts_share_the_day(hour: int, minute: int, shift: Shift) -> None:
    assert calendar.shift_of(moment(4, hour, minute)) is shift

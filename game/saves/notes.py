"""What lies on the player's desk beside the prison: kept with it, and unknown to it.

It is in no digest, fork or replay. Whatever in it names somebody or something that isn't there is left out when the
desk takes it up again.
"""

from typing import Annotated

from pydantic import Field, StrictBool, StrictFloat, StrictInt, StrictStr

from game.saves.meta import Count, Record, Tick

Number = Annotated[StrictInt, Field(ge=0, le=1 << 40)]
Word = Annotated[StrictStr, Field(max_length=60)]
Figure = Annotated[StrictFloat, Field(ge=-1e9, le=1e9)]
Courses = Annotated[
    dict[Word, Annotated[list[tuple[Tick, Figure]], Field(max_length=1000)]], Field(max_length=20)
]
"""By figure: its samples with their ticks, oldest first."""


class DeskNotes(Record):
    """A save without them, as older ones are, has these defaults."""

    pins: Annotated[list[Number], Field(max_length=8)] = []
    """People on the rail of faces beside those of the story."""
    dailies: StrictBool = True
    """Whether brief and report open by themselves."""
    daily_seen: Number = 2
    """The last of them that opened; see `DeskState.daily_seen`."""
    hints_seen: Annotated[list[Word], Field(max_length=60)] = []
    put_off: Annotated[list[Number], Field(max_length=1000)] = []
    """Questions that no longer stop the clock."""
    spent: Annotated[list[tuple[Number, Word, Count]], Field(max_length=40)] = []
    """Attention spent: day, on what, how often."""
    asked: Annotated[list[tuple[Number, StrictBool]], Field(max_length=1000)] = []
    """Questions looked at, and whether they may interrupt."""
    last_question: Annotated[StrictStr, Field(max_length=200)] = ""
    alerts: Annotated[list[tuple[Number, StrictBool, StrictBool]], Field(max_length=40)] = []
    """Banners: event, whether alarming, whether dismissed."""
    news: Annotated[list[tuple[Number, Number]], Field(max_length=2000)] = []
    """Person, and the last notable event of his that nobody looked at."""
    watch_day: Number = 0
    """Day of the watch book."""
    unseen: Annotated[list[tuple[Number, Count]], Field(max_length=5000)] = []
    """Rooms out of sight that day, in minutes."""
    unseen_before: Annotated[list[tuple[Number, Count]], Field(max_length=5000)] = []
    """The same of the day before."""
    day_courses: Courses = {}
    """What the charts of the last day show."""
    month_courses: Courses = {}
    """What those of the last month show."""

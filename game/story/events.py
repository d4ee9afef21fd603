"""What files call the kinds of events that can be counted or asked for."""

from typing import Annotated

from game.sim.events import Kind
from game.story.reading.scalars import OneOf

EVENTS: dict[str, Kind] = {
    "quarrel": Kind.Quarrelled,
    "arrival": Kind.Arrived,
    "leaving": Kind.Left,
    "cell_assigned": Kind.CellAssigned,
    "posted": Kind.Posted,
    "sent": Kind.Sent,
    "refusal": Kind.Refused,
    "missed_meal": Kind.Hungered,
    "door_locked": Kind.DoorLocked,
    "door_unlocked": Kind.DoorUnlocked,
    "lockdown": Kind.WingLocked,
    "lockdown_lifted": Kind.WingUnlocked,
    "regime_set": Kind.RegimeSet,
    "eye_set": Kind.EyeSet,
    "order": Kind.Ordered,
}
DeedName = Annotated[str, OneOf("kind of event", EVENTS)]

"""How light the day is, and which lamps burn, by the minute."""

from typing import TypeAlias

import numpy as np

DAY, NIGHT, ALARM = (214, 214, 216), (64, 76, 122), (74, 70, 104)
INSIDE = (202, 204, 208)
"""Day between lamps; under them it is full day."""

Curve: TypeAlias = tuple[tuple[int, tuple[float, ...]], ...]

INDOORS: Curve = (
    (0, NIGHT),
    (300, NIGHT),
    (390, (150, 152, 168)),
    (480, (196, 198, 204)),
    (600, INSIDE),
    (1020, INSIDE),
    (1140, (188, 180, 178)),
    (1230, (128, 124, 144)),
    (1320, (78, 86, 128)),
    (1440, NIGHT),
)
"""Red, green and blue of 255 by the minute of the day, where no lamp shines."""
OUTDOORS: Curve = (
    (0, (50, 62, 108)),
    (300, (52, 64, 110)),
    (360, (120, 112, 138)),
    (405, (206, 166, 150)),
    (480, (232, 212, 188)),
    (600, (238, 234, 222)),
    (960, (240, 232, 214)),
    (1080, (236, 202, 160)),
    (1140, (200, 156, 138)),
    (1200, (120, 102, 136)),
    (1290, (60, 68, 116)),
    (1440, (50, 62, 108)),
)
BURNING: dict[str, Curve] = {
    "cells": ((0, (1.0,)), (390, (1.0,)), (480, (0.45,)), (1080, (0.45,)), (1200, (1.0,)), (1440, (1.0,))),
    "rooms": ((0, (0.95,)), (400, (1.0,)), (540, (0.34,)), (1050, (0.34,)), (1170, (1.0,)), (1440, (0.95,))),
    "watch": ((0, (1.1,)), (420, (1.0,)), (540, (0.45,)), (1050, (0.45,)), (1170, (1.0,)), (1440, (1.1,))),
    "yard": ((0, (1.0,)), (375, (1.0,)), (420, (0.0,)), (1110, (0.0,)), (1165, (1.0,)), (1440, (1.0,))),
    "night": ((0, (1.0,)), (330, (1.0,)), (390, (0.0,)), (1260, (0.0,)), (1320, (1.0,)), (1440, (1.0,))),
    "screens": ((0, (1.0,)), (420, (0.8,)), (540, (0.3,)), (1050, (0.3,)), (1200, (0.9,)), (1440, (1.0,))),
}
"""How bright the lamps of each layer burn by the minute of the day, where they are switched on."""


def by_minute(curve: Curve, minute: float) -> tuple[float, ...]:
    """The values of a curve at a minute of the day."""
    minutes = [at for at, _ in curve]
    return tuple(
        float(np.interp(minute, minutes, values)) for values in zip(*(v for _, v in curve), strict=True)
    )

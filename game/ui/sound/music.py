"""A few notes: for the title, for a decision, for an end. Felted piano and bell; sober, slow, mostly silence."""

from collections.abc import Sequence

from numpy.random import Generator

from game.ui.sound.synth import Wave, bell, close, hall, key, put, silence

Note = tuple[float, int, float]
"""When in seconds, which note (60: middle C), how loud."""


RINGING = 6.0
"""Seconds that a string is left to ring."""


def pitch_of(note: int) -> float:
    """Hertz of a note, in equal temperament with A at 440."""
    return float(440.0 * 2.0 ** ((note - 69) / 12))


def _played(dice: Generator, seconds: float, notes: Sequence[Note], bells: Sequence[Note] = ()) -> Wave:
    made = silence(seconds)
    for at, note, loud in notes:
        put(
            made, key(pitch_of(note), min(7.0, seconds - at - 0.05)), at + float(dice.uniform(0, 0.018)), loud
        )
    for at, note, loud in bells:
        put(made, bell(pitch_of(note), min(5.0, seconds - at)), at, loud)
    return close(hall(made, dice, 0.55, 0.34, high=2600), 0.4)


def title(dice: Generator) -> Wave:
    """Half a minute in D minor that does not come home: bass, an open fifth, a line of few notes above."""
    notes: list[Note] = []
    chords = (
        (38, 57, 65),
        (34, 58, 65),
        (43, 58, 62),
        (45, 57, 61),
        (38, 57, 65),
        (41, 60, 65),
        (34, 58, 62),
        (45, 57, 64),
    )
    for number, (bass, low, high) in enumerate(chords):
        at = number * 4.0
        notes += [(at, bass, 0.62), (at + 0.5, low, 0.26), (at + 1.0, high, 0.24), (at + 2.0, low, 0.2)]
    line = (
        (1.5, 69),
        (3.0, 74),
        (5.5, 72),
        (7.0, 70),
        (9.5, 69),
        (11.0, 67),
        (13.5, 64),
        (17.5, 69),
        (19.0, 77),
    )
    notes += [(at, note, 0.36) for at, note in line]
    notes += [(at, note, 0.36) for at, note in ((21.0, 76), (22.0, 72), (25.5, 74), (27.0, 70), (29.5, 69))]
    return _played(dice, 36.0, notes, [(16.0, 50, 0.1), (29.5, 57, 0.07)])


def decision(dice: Generator) -> Wave:
    """Three notes that ask."""
    return _played(dice, 5.0, [(0.0, 45, 0.6), (0.0, 57, 0.3), (0.38, 64, 0.4), (0.86, 65, 0.42)])


def ending(dice: Generator) -> Wave:
    """An end that leaves a question."""
    notes = [
        (0.0, 38, 0.6),
        (0.6, 57, 0.3),
        (1.2, 62, 0.32),
        (2.2, 65, 0.36),
        (3.4, 64, 0.34),
        (4.8, 57, 0.3),
    ]
    return _played(dice, 12.0, [*notes, (6.4, 38, 0.5), (6.4, 62, 0.26)], [(8.2, 62, 0.1)])


def good_ending(dice: Generator) -> Wave:
    """An end in which something was kept: it turns to major."""
    notes = [
        (0.0, 38, 0.55),
        (0.6, 57, 0.3),
        (1.2, 66, 0.34),
        (2.4, 69, 0.36),
        (3.6, 67, 0.34),
        (4.8, 66, 0.34),
    ]
    return _played(dice, 12.0, [*notes, (6.4, 38, 0.5), (6.4, 62, 0.3), (6.9, 69, 0.26)], [(8.4, 74, 0.09)])


def bad_ending(dice: Generator) -> Wave:
    """An end in which something was lost: it sinks."""
    notes = [
        (0.0, 36, 0.62),
        (0.7, 55, 0.3),
        (1.6, 63, 0.34),
        (3.0, 62, 0.32),
        (4.6, 60, 0.3),
        (6.6, 55, 0.26),
    ]
    return _played(dice, 12.0, [*notes, (8.0, 32, 0.55), (8.0, 56, 0.2)], [(8.0, 44, 0.12)])


def kept(dice: Generator) -> Wave:
    """An aim was reached."""
    return _played(dice, 4.0, [(0.0, 62, 0.4), (0.22, 69, 0.4)], [(0.44, 74, 0.14)])


def lost(dice: Generator) -> Wave:
    """An aim was missed."""
    return _played(dice, 4.0, [(0.0, 57, 0.42), (0.3, 56, 0.4), (0.6, 50, 0.45)])


def dawn(dice: Generator) -> Wave:
    """A day begins: the brief."""
    return _played(dice, 6.0, [(0.0, 50, 0.4), (0.5, 57, 0.3), (1.0, 64, 0.32), (1.7, 69, 0.28)])


def dusk(dice: Generator) -> Wave:
    """A day ends: the report."""
    return _played(dice, 6.0, [(0.0, 69, 0.3), (0.6, 65, 0.3), (1.2, 57, 0.32), (2.0, 50, 0.44)])

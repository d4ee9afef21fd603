"""One line of an answer to "why this number?": shared by all that explains moods, tensions and estimates."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reason:
    """What makes a number what it is, as far as the reader knows; the text is `why.<key>` in his language."""

    key: str
    """Key of a message under `why:`, filled with `args`."""
    args: dict[str, int | float | str] = field(default_factory=dict)
    weight: float = 0.0
    """How much it adds to the number; negative: takes off."""
    event: int = 0
    """The event it goes back to, for the next "why?"; 0 where there is none, or where it isn't known."""
    known: bool = True
    """False: something is at work here that nobody knows of."""

"""How far a story has come in a world: plain data, frozen and thawed with it."""

from dataclasses import dataclass, field

from game.sim.engine.codec import component


@component
@dataclass(slots=True)
class Story:
    """Attached to the entity ("story", 1), beside the storyboard. Beats and objectives by their ids in the file."""

    scenario: str = ""
    open_since: dict[str, int] = field(default_factory=dict)
    """Tick at which a beat's `after` and `at` were first met; its levers count from here."""
    fired: dict[str, int] = field(default_factory=dict)
    """Event `BeatFired` of each beat that happened."""
    met: dict[str, int] = field(default_factory=dict)
    """Whom beats have met with, by the names the file gives them."""
    done_at: dict[str, int] = field(default_factory=dict)
    """Tick at which a beat was done: happened, and answered if it asks."""
    missed: dict[str, int] = field(default_factory=dict)
    """Event `BeatMissed` of each beat that can't happen any more."""
    called_off: list[str] = field(default_factory=list)
    steered: dict[str, int] = field(default_factory=dict)
    """How many levers of a beat have been pulled."""
    asked: dict[str, int] = field(default_factory=dict)
    """Number of the decision a beat put."""
    chosen: dict[str, str] = field(default_factory=dict)
    """Answers by beat."""
    answered: dict[str, int] = field(default_factory=dict)
    """Event `Decided` by beat."""
    objectives: dict[str, str] = field(default_factory=dict)
    """State of each objective that is open or was: open, kept, failed, done."""
    ending: str = ""
    """Outcome that an effect has called for."""
    ending_because: int = 0
    outcome: str = ""
    looked: int = 0
    """Number of events when the beats were last looked at."""
    next_look: int = 0
    """Tick at which they are looked at again even if nothing happens."""

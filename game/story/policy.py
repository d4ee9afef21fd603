"""Policies: stand-ins for the player in headless runs. Data: answers by scenario, and a manner of running a prison."""

from typing import Annotated, Literal

from pydantic import Field

from game.story.names import BeatName, CastName
from game.story.reading.bind import Model
from game.story.reading.scalars import Key

Hours = Annotated[int, Field(ge=1, le=240)]
Often = Annotated[int, Field(ge=1, le=100)]
Points = Annotated[int, Field(ge=0, le=100)]


class Play(Model):
    """How a policy plays one scenario. Questions it has no answer for take their default in the end."""

    answers: dict[BeatName, Key] = {}
    """The option taken, by the beat that asks."""
    watch: list[CastName] = []
    """On whom the office's eyes are set, the first first, every day."""


class Answers(Model):
    """What is answered to the requests of inmates; a kind that is left out waits until it is too old."""

    talk: Literal["hear", "chaplain", "refuse"] | None = None
    """Somebody wants to talk."""
    move: Literal["grant", "refuse"] | None = None
    """Somebody wants another cell."""
    protection: Literal["grant", "refuse"] | None = None
    """Somebody wants protection."""
    medic: Literal["grant", "refuse"] | None = None
    """Somebody wants to see the medics."""
    truce: Literal["mediate", "refuse"] | None = None
    """Somebody wants to end what is between him and another."""
    visit: Literal["allow", "search", "deny"] | None = None
    """A visitor wants to come; `search`: he may, and is searched."""


class LockDown(Model):
    """When a wing is locked down, and for how long."""

    assaults: Often
    """Known assaults in the wing from which on it is locked down."""
    hours: Hours = 24
    """Within how many hours they count."""
    for_: Annotated[Hours, Field(alias="for")] = 6
    """How long the lockdown lasts, in hours."""


class Hearing(Model):
    """Whom the office hears of its own accord."""

    stress: Points = 60
    """Stress, as judged, from which on somebody is heard; points of 100."""
    a_day: Often = 2
    """How many a day at most."""


class Mediating(Model):
    """Whom the office brings together of its own accord."""

    quarrels: Often = 2
    """Known quarrels between two men from which on they are brought together."""
    hours: Hours = 48
    """Within how many hours they count."""


class Manner(Model):
    """How the prison is run, day by day. It rests on what the office knows, as a player's orders do."""

    requests: Answers = Answers()
    """The answers to requests."""
    visits: Literal["allow", "search", "none"] | None = None
    """The standing rule for visits in all wings with cells; left out, each wing keeps its own."""
    after_assault: list[Literal["separate", "search_cell", "hear", "mediate", "refer"]] = []
    """What follows on an assault of which both men are known: they are kept apart, the attacker's cell is searched,
    the victim is heard, both are brought together, the victim is sent to the medics."""
    lock_down_at: LockDown | None = None
    """When a wing is locked down."""
    hear: Hearing | None = None
    """Whom the office hears unasked."""
    mediate: Mediating | None = None
    """Whom it brings together unasked."""
    eyes: list[Literal["faces", "victims", "restless"]] = []
    """On whom the eyes are set that no play asks for: the faces of the story, those who were attacked, the most
    restless room."""


class Policy(Model):
    """A way to run the prison."""

    about: str
    """What it is like, in a sentence."""
    manner: Manner = Manner()
    """How it runs the prison, in any scenario."""
    plays: dict[Key, Play] = {}
    """By scenario."""


class PoliciesFile(Model):
    """A policies.yaml."""

    format: Literal[1]
    """Version of the format."""
    policies: dict[Key, Policy]
    """By name."""

"""What stands in a scenario file: its start, cast, objectives, beats, outcomes and tests."""

from typing import Annotated, Literal

from pydantic import Field

from game.story.events import DeedName
from game.story.names import BeatName, CastName, OutcomeName, RoomName
from game.story.people_file import CastEntry, TieEntry
from game.story.reading.bind import Model
from game.story.reading.scalars import Comparison, Duration, Key, Moment, Name, Words
from game.story.verbs import AnyCondition, AnyEffect

Conditions = list[AnyCondition]
Effects = list[AnyEffect]
Grade = Literal["good", "fair", "partial", "poor", "bad", "failed"]


class OwnOption(Name):
    """An option of the question it stands in."""

    what = "option"
    __slots__ = ()


class Start(Model):
    """Where and how long the scenario plays."""

    prison: Name
    """Id of the prison, as in its prison.yaml."""
    length: Duration
    """How long it lasts; then the first outcome that holds is taken."""


class Sign(Model):
    """An effect as the question announces it: an icon, a word, a tone."""

    icon: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    """Name of an icon."""
    text: Words
    """What may come of it, in a word or two; `?` where nobody knows."""
    tone: Literal["good", "warn", "danger", "info", "?"] = "info"
    """How it is meant."""


class Option(Model):
    """One way to answer."""

    text: Words
    """What the button says."""
    hint: Words | None = None
    """A sentence below it: one fact."""
    effects: list[Sign] = []
    """What is said to follow."""
    do: Effects = []
    """What follows."""


class Ask(Model):
    """A question to the warden. The prison never waits: at the deadline the default is taken."""

    title: Words | None = None
    """Headline; without it, the beat's."""
    text: Words
    """What it is about."""
    wait: Duration
    """How long the answer may take."""
    default: OwnOption
    """The answer when the time runs out."""
    options: Annotated[dict[Key, Option], Field(min_length=2, max_length=6)]
    """The ways to answer, by id."""
    about: list[CastName] = []
    """Whom it is about, the most important first."""
    room: RoomName | None = None
    """Where it is about."""


class Steer(Model):
    """A small lever, pulled while a beat has not happened yet. The player sees it and can counter it."""

    at: Annotated[int, Field(ge=0, lt=100)]
    """When: per cent of the time between the beat's beginning and its `by`."""
    do: Annotated[Effects, Field(min_length=1)]
    """What it does: motives and opportunities, never deeds."""


class Encounter(Model):
    """Somebody the beat meets with: who last did one of these things with a person of the cast, on either side."""

    of: Annotated[list[DeedName], Field(min_length=1)]
    """Kinds of deeds."""
    who: CastName
    """Whom it was done to, or who did it."""
    since: BeatName | None = None
    """Only after this beat."""
    otherwise: CastName
    """Who is meant when it was nobody."""


class Beat(Model):
    """A step of the story. It happens once: when `after`, `at` and `when` all hold, and before `by`."""

    title: Words | None = None
    """Name for people."""
    after: list[BeatName] = []
    """Beats that have to be done first."""
    at: Moment | None = None
    """Not before this moment."""
    when: Conditions = []
    """What has to be observed in the prison; all of it."""
    by: Moment | None = None
    """After this moment it is missed."""
    meets: dict[Key, Encounter] = {}
    """People found when it happens, by the names that texts and effects, from this beat on, call them."""
    ask: Ask | None = None
    """The question it puts."""
    do: Effects = []
    """What it brings about."""
    steer: list[Steer] = []
    """Levers on the way to it; need `by`."""
    missed: Effects = []
    """What follows when it is missed."""
    cancel_if: Conditions = []
    """It is missed as soon as one of these holds."""
    canon: bool = False
    """Whether it was documented."""


class Objective(Model):
    """What is asked of the warden."""

    text: Words
    """What he is to do, in a line."""
    keep: Conditions = []
    """What has to hold all the time; when one does not, it has failed."""
    reach: Conditions = []
    """What has to be reached once; then it is done."""
    until: BeatName | None = None
    """With this beat it has been kept, or, with `reach`, failed. It is looked at before `keep`."""
    later: bool = False
    """Not open at the start; the effect `objective` opens it."""


class Outcome(Model):
    """A way the scenario can end. At the end the first that holds is taken, in the order of the file."""

    canon: bool = False
    """Whether it was documented so."""
    grade: Grade
    """How the warden did."""
    when: Conditions = []
    """What has to hold; without it, it always does."""
    early: bool = False
    """Ends the scenario as soon as it holds, rather than when its length is over."""
    title: Words
    """Headline."""
    text: Words
    """What became of it all."""


class Trial(Model):
    """A promise about the scenario: played over seeds, so large a share ends so."""

    policy: Key | None = None
    """Who answers for the warden where `choose` says nothing: one of policies.yaml."""
    choose: dict[BeatName, Name] = {}
    """Answers by beat."""
    run: Duration
    """How long each game is played."""
    seeds: Annotated[int, Field(ge=1, le=1000)]
    """How many games."""
    outcome: OutcomeName | None = None
    """The outcome that counts."""
    beat: BeatName | None = None
    """The beat that counts when it has been done."""
    holds: Conditions = []
    """What has to hold in the end; all of it."""
    because: list[DeedName] = []
    """Kinds of events that have to lead to one another, cause by cause, the first cause first."""
    share: Comparison
    """Share of the games, 0 to 1."""


class ScenarioFile(Model):
    """An episode, or any other game: what stands in a scenario file."""

    format: Literal[1]
    """Version of the format."""
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$")]
    """Id of the scenario: the pack's and its own, such as `oz.e01`."""
    lang: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    """Language of the texts in this file."""
    title: Words
    """Name for people."""
    brief: Words
    """What it is about, in a few lines."""
    start: Start
    """Where and how long it plays."""
    rules: dict[Key, dict[Key, float]] = {}
    """Numbers of the simulation that are different here, by rule and name."""
    cast: dict[Key, CastEntry] = {}
    """People of this story; those of people.yaml need only say what is different here."""
    ties: list[TieEntry] = []
    """What people of the cast hold of each other at the start."""
    objectives: dict[Key, Objective] = {}
    """What is asked of the warden."""
    beats: dict[Key, Beat] = {}
    """The steps of the story by id."""
    outcomes: Annotated[dict[Key, Outcome], Field(min_length=1)]
    """How it can end; the last should always hold."""
    tests: dict[Key, Trial] = {}
    """Promises about it."""

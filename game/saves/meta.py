"""What is known of a save without opening it: enough for a list, and for finding what it refers to."""

import time
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictInt, StrictStr, ValidationError

from game.saves.errors import PartError
from game.saves.fingerprint import plan_hash, scenario_hash
from game.sim.engine.calendar import MINUTES_PER_DAY, day_of, hour_of
from game.sim.engine.snapshot import Snapshot
from game.sim.office import Text
from game.sim.storyboard import Storyboard
from game.sim.world import World
from game.story.scenario import Scenario
from game.story.texts import fill

FORMAT = 1
"""Number of the format of saves and replays; see `game.saves.migrations`."""
GAME = "0.1.0"
"""Version of the game, as in pyproject.toml."""
LATEST_TICK = 100_000 * MINUTES_PER_DAY
LATEST_SECOND = 250_000_000_000
"""Some time in the year 9892: later ones are no dates any more."""

Kind = Literal["named", "quick", "auto"]
Line = Annotated[StrictStr, Field(max_length=200)]
Hash = Annotated[StrictStr, Field(pattern=r"^[0-9a-f]{32}$")]
Count = Annotated[StrictInt, Field(ge=0, le=1 << 62)]
Tick = Annotated[StrictInt, Field(ge=0, le=LATEST_TICK)]
Told = Annotated[dict[Line, Line], Field(max_length=40)]


class Record(BaseModel):
    """Base of what is read from JSON: nothing more and nothing else than its fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Meta(Record):
    """The first page of a save."""

    format: Annotated[StrictInt, Field(ge=1, le=FORMAT)]
    game: Line
    """Version of the game that wrote it."""
    kind: Kind
    name: Line
    """As the player gave it; empty for quick saves and autosaves."""
    saved_at: Annotated[StrictInt, Field(ge=0, le=LATEST_SECOND)]
    """Seconds since 1970."""
    scenario: Line
    pack: Line
    title: Told
    """The scenario's title by language."""
    lang: Line
    """The language its texts were written in."""
    scenario_hash: Annotated[StrictStr, Field(pattern=r"^([0-9a-f]{32})?$")]
    """Of the scenario's files; empty when they were in no pack the game knows."""
    plan_hash: Hash
    digest: Hash
    seed: Count
    tick: Tick
    inmates: Count
    capacity: Count
    outcome: Line = ""
    """Id of how it ended; empty while it goes on."""
    outcome_title: Told = {}
    """By language."""
    grade: Line = ""

    @property
    def day(self) -> int:
        """Day of the game, from 1."""
        return day_of(self.tick)

    @property
    def time(self) -> str:
        """Time of day, such as `14:05`."""
        return f"{hour_of(self.tick):02d}:{self.tick % 60:02d}"


def in_language(told: dict[str, str], lang: str, source: str) -> str:
    """Return a text in a language, else in the one it was written in, else in any."""
    return told.get(lang) or told.get(source) or next(iter(told.values()), "")


def describe(world: World, scenario: Scenario, name: str, kind: Kind) -> dict[str, Any]:
    """Return what can be said of a world now: all of its first page but what takes long to work out."""
    figures = world.desk().figures()
    board = world.component("story", 1, Storyboard) or Storyboard()
    title = board.outcome_title
    return {
        "format": FORMAT,
        "game": GAME,
        "kind": kind,
        "name": name,
        "saved_at": int(time.time()),
        "scenario": str(scenario.id),
        "pack": str(scenario.id).partition(".")[0],
        "title": _told(world, scenario, Text(scenario.file.title.key)),
        "lang": str(scenario.texts.source),
        "inmates": int(figures["inmates"]),
        "capacity": int(figures["capacity"]),
        "outcome": board.outcome,
        "outcome_title": _told(world, scenario, title) if title else {},
        "grade": board.grade,
    }


def complete(page: dict[str, Any], scenario: Scenario, snapshot: Snapshot, digest: str) -> Meta:
    """Return the first page of a save, of what `describe` said."""
    refers = {"scenario_hash": scenario_hash(scenario.id), "plan_hash": plan_hash(snapshot.plan)}
    return Meta.model_validate(
        page | refers | {"digest": digest, "seed": snapshot.seed, "tick": snapshot.tick}
    )


def _told(world: World, scenario: Scenario, text: Text) -> dict[str, str]:
    """Return a text of the scenario in all its languages, with people by name."""
    desk = world.desk()
    names = {field: desk.name(id) if desk.exists(id) else str(id) for field, id in text.args.items()}
    told = {str(lang): fill(scenario.texts.get(text.key, lang), names) for lang in scenario.texts.languages}
    return {lang: words[:200] for lang, words in told.items()}


def meta_of(raw: Any) -> Meta:
    """Return the first page from its plain data."""
    try:
        return Meta.model_validate(raw)
    except ValidationError as fault:
        raise PartError("meta.json", first_fault(fault)) from None


def first_fault(fault: ValidationError) -> str:
    """Return the first fault that was found, in a line."""
    first = fault.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(step) for step in first['loc'])}: {first['msg']}"[:160]

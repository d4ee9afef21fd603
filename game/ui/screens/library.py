"""All scenarios of all packs, read beside the game while the title shows; what is broken is named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from game.sim.population.cast import PersonSpec
from game.story.casting import make_cast
from game.story.load import load_pack, pack_folders
from game.story.pack import Pack
from game.story.reading.problem import Problem, only_errors
from game.story.scenario import Scenario
from game.story.scenario_file import ScenarioFile
from game.story.texts import Texts, fill
from game.story.translation import make_texts
from game.ui.factions import accents, factions_in, factions_of
from game.ui.screens.figures import Figure, figures_of

FIRST = ("e", "ordinary", "sandbox")
"""Beginnings of names in the order they are shown; others follow by name."""


@dataclass(frozen=True, slots=True)
class Card:
    """A scenario as it is offered. A broken one has `problems` and can't be played."""

    id: str
    file: Path
    stem: str
    pack: str
    length: int = 0
    """Minutes."""
    goals: tuple[str, ...] = ()
    """Keys of the texts of what is asked from the start."""
    texts: Texts | None = None
    names: Mapping[str, str] | None = None
    problems: tuple[Problem, ...] = ()
    figures: tuple[Figure, ...] = ()
    """Whom it is about."""

    @property
    def broken(self) -> bool:
        """Whether it can't be played."""
        return bool(self.problems)

    def text(self, part: str, lang: str) -> str:
        """A text of the scenario with its people named: `title`, `brief`, `objectives.first_day.text`."""
        if self.texts is None:
            return self.id if part == "title" else ""
        key = f"{self.stem}.{part}"
        found = self.texts.get(key, lang)
        return "" if found == key else fill(found, dict(self.names or {}))

    def stakes(self, lang: str) -> list[str]:
        """What is asked of the player, a line each."""
        return [self.text(f"objectives.{goal}.text", lang) for goal in self.goals]


class Library:
    """The scenarios there are. Reading takes a second or more: it runs in a thread of its own."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self.done = False
        self._thread: Thread | None = None

    def begin(self) -> None:
        """Start to read, once."""
        if self._thread is None:
            self._thread = Thread(target=self._read, name="library", daemon=True)
            self._thread.start()

    def wait(self) -> list[Card]:
        """All cards, however long it takes."""
        self.begin()
        if self._thread is not None:
            self._thread.join()
        return self.cards

    def card(self, id: str) -> Card | None:
        """The card of a scenario, None when there is none or it is not read yet."""
        return next((card for card in self.cards if card.id == id), None)

    def _read(self) -> None:
        found: list[Card] = []
        for folder in pack_folders():
            found += cards_of(load_pack(folder))
            self.cards = list(found)
        self.done = True


def cards_of(pack: Pack) -> list[Card]:
    """The scenarios of a pack, whole and broken ones."""
    shared = only_errors(
        [*pack.pack.source.problems, *pack.prison.source.problems, *pack.people.source.problems]
    )
    shared += only_errors(
        p for read in pack.translations.values() if read.root is None for p in read.source.problems
    )
    name = str(pack.pack.model.name) if pack.pack.model else pack.folder.name
    cards = []
    for stem, read in sorted(pack.scenarios.items(), key=lambda item: _rank(item[0])):
        wrong = tuple(only_errors(read.source.problems)) + tuple(shared)
        file = pack.folder / f"{stem}.yaml"
        if wrong or read.model is None:
            cards.append(Card(f"{pack.id}.{stem}", file, stem, name, problems=wrong))
        else:
            cards.append(_whole(pack, stem, file, name, read.model))
    if not cards and shared:
        cards.append(Card(pack.id, pack.folder, pack.folder.name, name, problems=tuple(shared)))
    return cards


def _whole(pack: Pack, stem: str, file: Path, name: str, model: ScenarioFile) -> Card:
    file_of_people = pack.people.model
    people = make_cast(file_of_people, model).people if file_of_people else ()
    colours = (
        {str(key): str(each.colour) for key, each in file_of_people.factions.items()}
        if file_of_people
        else {}
    )
    goals = tuple(str(key) for key, goal in model.objectives.items() if not goal.later)
    texts, figures = make_texts(pack, model.lang), figures_of(people, accents(factions_in(colours)))
    length = int(model.start.length)
    return Card(model.id, file, stem, name, length, goals, texts, _names(people), figures=figures)


def _names(people: Iterable[PersonSpec]) -> dict[str, str]:
    return {each.key: f"{each.first} {each.last}".strip() for each in people}


def card_of(scenario: Scenario, file: Path) -> Card:
    """The card of a scenario that is loaded already."""
    people = scenario.cast.people
    figures = figures_of(people, accents(factions_of(scenario)))
    goals = tuple(str(key) for key, goal in scenario.file.objectives.items() if not goal.later)
    pack = file.parent.name
    pack = scenario.texts.get("pack.name", scenario.texts.source).replace("pack.name", pack)
    return Card(
        scenario.id,
        file,
        file.stem,
        pack,
        scenario.length,
        goals,
        scenario.texts,
        _names(people),
        figures=figures,
    )


def _rank(stem: str) -> tuple[int, str]:
    place = next((at for at, first in enumerate(FIRST) if stem.startswith(first)), len(FIRST))
    return place, stem

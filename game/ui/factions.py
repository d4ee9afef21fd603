"""The factions of a pack as the window shows them: a colour on clothes, portraits and files, and a name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.ui.art.palette import FACTIONS, Colour, rgb

if TYPE_CHECKING:
    from game.story.scenario import Scenario
    from game.ui.words import Words


@dataclass(frozen=True, slots=True)
class Faction:
    """A group among the inmates."""

    key: str
    colour: tuple[int, int, int]

    def name(self, words: "Words") -> str:
        """Its name in a language."""
        return words.extra.get(f"people.factions.{self.key}.name") or words.named("faction", self.key)


def factions_of(scenario: "Scenario | None") -> tuple[Faction, ...]:
    """The factions of a scenario; people hold their number in this list, counted from 1."""
    return factions_in(scenario.factions) if scenario is not None else ()


def factions_in(found: "Mapping[str, str]") -> tuple[Faction, ...]:
    """The factions of a pack, from colours by key."""
    return tuple(Faction(key, rgb(colour.removeprefix("#"))) for key, colour in found.items())


def accents(factions: Iterable[Faction]) -> tuple[Colour, ...]:
    """Colours by a faction's number: nobody's grey, then theirs; the usual ones where a pack has none."""
    own = tuple(faction.colour for faction in factions)
    return (FACTIONS[0], *own) if own else FACTIONS

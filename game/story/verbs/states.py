"""Conditions about how people are: in mind, in body, and in whose debt."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from game.sim.minds.ties import TieRoots, Ties, ties_of, ties_to
from game.sim.people import TRAITS, Temper
from game.sim.states import Body, Break, Mind, State, StateRoots
from game.sim.storyboard import Measure
from game.story.names import CastName
from game.story.reading.scalars import Comparison, OneOf
from game.story.verbs.base import Condition

if TYPE_CHECKING:
    from game.story.telling import Telling

BREAKS = {"none": Break.NONE, "withdrawn": Break.WITHDRAWN, "lashing_out": Break.LASHING_OUT}


class MindIs(Condition):
    """How a person feels: mood −100 to 100, stress 0 to 100, and whether he has given way under it."""

    tag = "mind"
    needs_one = ("mood", "stress", "broken")
    who: CastName
    """The person."""
    mood: Comparison | None = None
    """What his mood is compared with; points."""
    stress: Comparison | None = None
    """What his stress is compared with; points."""
    broken: Literal["none", "withdrawn", "lashing_out"] | None = None
    """How he has given way."""

    def holds(self, story: "Telling") -> bool:
        """Whether it is all so."""
        mind, state = story.one(self.who, Mind), story.one(self.who, State)
        pairs = ((self.mood, mind.mood), (self.stress, mind.stress))
        fits = all(wanted is None or wanted.holds(round(value * 100)) for wanted, value in pairs)
        return fits and (self.broken is None or state.broken == BREAKS[self.broken])

    def causes(self, story: "Telling") -> list[int]:
        """What weighs most on him."""
        roots = story.one(self.who, StateRoots)
        return [event for event in (int(roots.broken or roots.stress),) if event]


class HealthIs(Condition):
    """How sound a person is: 0 is dying, 100 is sound."""

    tag = "health"
    who: CastName
    """The person."""
    is_: Annotated[Comparison, Field(alias="is")]
    """What it is compared with, such as `< 60`; points."""

    def holds(self, story: "Telling") -> bool:
        """Whether it is so."""
        return self.is_.holds(round((1 - float(story.one(self.who, Body).wound)) * 100))

    def causes(self, story: "Telling") -> list[int]:
        """The blow that did most of it."""
        root = int(story.one(self.who, StateRoots).wound)
        return [root] if root else []


class TraitIs(Condition):
    """What a person is truly like, 0 to 100, whatever his file says."""

    tag = "trait"
    who: CastName
    """The person."""
    trait: Annotated[str, OneOf("trait", TRAITS)]
    """The trait."""
    is_: Annotated[Comparison, Field(alias="is")]
    """What it is compared with; points."""

    def holds(self, story: "Telling") -> bool:
        """Whether it is so."""
        return self.is_.holds(round(100 * float(getattr(story.one(self.who, Temper), self.trait))))


class Bond(Condition):
    """The strongest of one feeling that a person has for anybody, or that anybody has for him."""

    tag = "bond"
    who: CastName
    """The person."""
    feeling: Literal["regard", "hate", "fear", "respect", "trust", "debt"]
    """Which feeling; debt in packs, the others in points."""
    towards: Literal["others", "him"] = "others"
    """`others`: what he holds of them; `him`: what they hold of him."""
    is_: Annotated[Comparison, Field(alias="is")]
    """What the strongest is compared with."""

    def _strongest(self, story: "Telling") -> tuple[float, int]:
        world, person = story.world, story.person(self.who)
        rows = ties_of(world, person) if self.towards == "others" else ties_to(world, person)
        held = getattr(world.everyone(Ties), self.feeling)[rows]
        if not held.size:
            return 0.0, 0
        best = int(held.argmax())
        root = int(getattr(world.everyone(TieRoots), self.feeling)[rows[best]])
        return float(held[best]), root

    def holds(self, story: "Telling") -> bool:
        """Whether it is so."""
        value, _ = self._strongest(story)
        return self.is_.holds(value if self.feeling == "debt" else round(100 * value))

    def causes(self, story: "Telling") -> list[int]:
        """What last raised it."""
        _, root = self._strongest(story)
        return [root] if root else []

    def measure(self, story: "Telling") -> Measure | None:
        """The most he owes; the desk has no figure for what nobody may know."""
        if self.feeling != "debt" or self.towards != "others":
            return None
        return Measure("debt", self.is_.sign, self.is_.number, story.person(self.who))

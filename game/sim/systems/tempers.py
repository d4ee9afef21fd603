"""Tempers come to light by deeds, as far as the office hears of them."""

from dataclasses import dataclass
from typing import Any

from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Event, Kind, Role
from game.sim.minds.heed import heedful
from game.sim.minds.knowledge import FIELDS, Source
from game.sim.people import INMATE, TRAITS, Assessed, Identity, Sureness, Temper

WHO = FIELDS.index("who")

DEEDS: dict[Kind, tuple[tuple[str, float], ...]] = {
    Kind.Quarrelled: (("aggression", 0.15),),
    Kind.Insulted: (("aggression", 0.15), ("empathy", 0.1)),
    Kind.Assaulted: (("aggression", 0.4), ("nerve", 0.2)),
    Kind.Threatened: (("aggression", 0.2), ("nerve", 0.15)),
    Kind.Snapped: (("discipline", 0.3), ("aggression", 0.2)),
    Kind.Withdrew: (("nerve", 0.3),),
    Kind.Refused: (("discipline", 0.3),),
    Kind.Defied: (("nerve", 0.35), ("discipline", 0.1)),
    Kind.Tested: (("nerve", 0.3),),
    Kind.Joined: (("loyalty", 0.4), ("nerve", 0.25)),
    Kind.FetchedHelp: (("empathy", 0.35), ("nerve", 0.15)),
    Kind.LookedAway: (("nerve", 0.25), ("empathy", 0.2)),
    Kind.FavourDone: (("empathy", 0.25),),
    Kind.Gifted: (("empathy", 0.3),),
    Kind.Betrayed: (("loyalty", 0.5),),
    Kind.Told: (("loyalty", 0.35),),
    Kind.Demanded: (("cunning", 0.2), ("aggression", 0.1)),
    Kind.Lent: (("cunning", 0.2),),
    Kind.ProtectionOffered: (("charisma", 0.25),),
    Kind.Smuggled: (("cunning", 0.35), ("discipline", 0.2)),
    Kind.Hidden: (("cunning", 0.3),),
    Kind.Sold: (("cunning", 0.3),),
    Kind.Used: (("discipline", 0.3),),
    Kind.WeaponMade: (("cunning", 0.25), ("aggression", 0.2)),
    Kind.Paid: (("nerve", 0.1),),
}
"""What each deed says of him who did it: the trait, and how much of the way to the truth it takes the office."""


@dataclass(frozen=True, slots=True)
class TemperRules(Rules):
    """How the office comes to know a man by what he does."""

    telling: float = rule(1.0, "factor", "how much deeds tell", low=0, high=2)
    shown: float = rule(0.05, "share", "by which a judgement has to move to be worth a note", low=0, high=1)


class TemperSystem(System):
    """What a man is heard to have done shows what he is like: the office's judgement grows truer and surer."""

    every = 30
    phase = 25

    def run(self) -> None:
        """Weigh what the office learned since the last time."""
        heed, learned = heedful(self.world), self.world.knowledge.learned
        first, heed.learned = heed.learned, len(learned)
        for number in range(first, heed.learned):
            self._weigh(learned[number])

    def _weigh(self, fact: tuple[Any, ...]) -> None:
        """See what one fact says of him who did it, if it is known who that was."""
        id, _, _, _, confidence, mask = fact
        event = self.world.chronicle.event(id)
        told = DEEDS.get(event.kind, ())
        if not told or not mask >> WHO & 1 or event.who not in self.world.people:
            return
        if self.world.one(event.who, Identity).role == INMATE:
            for trait, weight in told:
                share = min(1.0, weight * float(confidence) * self.rules(TemperRules).telling)
                self._learn(event, trait, share, float(confidence))

    def _learn(self, deed: Event, trait: str, share: float, confidence: float) -> None:
        world = self.world
        temper, assessed = world.one(deed.who, Temper), world.one(deed.who, Assessed)
        sureness = world.one(deed.who, Sureness)
        before = getattr(assessed, trait)
        now = before + share * (getattr(temper, trait) - before)
        setattr(assessed, trait, now)
        sure = getattr(sureness, trait)
        setattr(sureness, trait, sure + share * (1.0 - sure))
        if abs(now - before) >= self.rules(TemperRules).shown:
            shown = world.emit(
                Kind.TraitShown, who=deed.who, amount=now, detail=TRAITS.index(trait),
                because=[Cause(deed.id, share, Role.DEED)],
            )  # fmt: skip
            world.knowledge.learn(world.tick, shown, Source.REPORT, 0, confidence)

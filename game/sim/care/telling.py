"""Telling: what somebody says when the office listens, out of what he suffered, saw and feels; and whom he names.

Nobody tells all. Trust and misery loosen the tongue, loyalty to the others and fear of the culprit tie it. A few name
the wrong man: out of hate, or because they did not see well.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.dice import Dice
from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Event, Kind, Role
from game.sim.house.ground import Ints
from game.sim.minds.knowledge import ALL_KNOWN, Source, mask_of
from game.sim.minds.thoughts import ThoughtEnds, Told, thoughts_of
from game.sim.minds.ties import TieEnds, Ties, feeling, ties_of
from game.sim.minds.trust import office_trust_of
from game.sim.people import Temper
from game.sim.states import Mind

if TYPE_CHECKING:
    from game.sim.world import World

WORTH_TELLING: dict[Kind, float] = {
    Kind.Died: 1.0, Kind.Wounded: 1.0, Kind.Assaulted: 0.9, Kind.Threatened: 0.7, Kind.WeaponMade: 0.7,
    Kind.Demanded: 0.6, Kind.Smuggled: 0.5, Kind.Struck: 0.5, Kind.Tested: 0.4, Kind.Sold: 0.4, Kind.Hidden: 0.3,
    Kind.Insulted: 0.3, Kind.Quarrelled: 0.3, Kind.Used: 0.2,
}  # fmt: skip
"""What people bring up, the gravest first. What one did oneself, one keeps to oneself."""
_SUFFERED = (Kind.Wounded, Kind.Died)
"""Kinds that are told from the side of who suffers them: `who` is the victim, `whom` the culprit."""


@dataclass(frozen=True, slots=True)
class TellingRules(Rules):
    """What loosens tongues."""

    days: float = rule(6, "days", "how far back somebody tells", low=1, high=60)
    most: float = rule(3, "events", "that somebody brings up in one hearing", low=0, high=20)
    openness: float = rule(0.25, "chance", "that an average man brings something up", low=-1, high=1)
    trust: float = rule(0.5, "chance", "of trust in who listens and in the office, per unit", low=0, high=2)
    misery: float = rule(0.4, "chance", "of stress, per unit", low=0, high=2)
    victim: float = rule(0.2, "chance", "when it was done to himself", low=0, high=1)
    hate: float = rule(0.4, "chance", "of hate for the culprit, per unit", low=0, high=2)
    silence: float = rule(0.5, "chance", "that loyalty to the others takes off, per unit", low=0, high=2)
    fear: float = rule(0.5, "chance", "that fear of the culprit takes off, per unit", low=0, high=2)
    naming: float = rule(
        0.1, "chance", "that naming the culprit is rarer than telling of the deed", low=-1, high=1
    )
    wrong: float = rule(0.05, "chance", "of naming somebody whom he hates instead", low=0, high=1)
    sure_victim: float = rule(0.9, "share", "confidence in what a victim says", low=0, high=1)
    sure_witness: float = rule(0.7, "share", "confidence in what a witness says", low=0, high=1)
    sure_vague: float = rule(0.5, "share", "confidence where no name falls", low=0, high=1)
    face_tiles: float = rule(9, "tiles", "from how far a witness tells faces apart", low=1, high=100)


@dataclass(frozen=True, slots=True)
class Account:
    """An event that somebody is about to tell of."""

    event: Event
    tiles: int
    """From how far he saw it; 0: it was done to him."""
    drawn: list[float]
    """What chance says of it: whether he tells, whether he names, whether he lies."""


def accounts(world: "World", teller: int, listener: int, dice: Dice) -> list[Account]:
    """Return what somebody who is heard is about to tell of; nothing, if he would rather not."""
    most, found = world.rules(TellingRules).most, list[Account]()
    for event, tiles in _what_he_knows(world, teller):
        drawn = dice.uniforms(3).tolist()
        if len(found) < most and drawn[0] < _willing(world, teller, listener, event):
            found.append(Account(event, tiles, drawn))
    return found


def tell(world: "World", teller: int, listener: int, because: int, told: list[Account]) -> None:
    """Let him say how he feels, and what he is about to tell."""
    _say_how_he_feels(world, teller)
    for each in told:
        _tell_of(world, teller, listener, each.event, each.tiles, because, each.drawn)


def _say_how_he_feels(world: "World", teller: int) -> None:
    """What is on his mind he says, other than what he is ashamed or afraid to: that stays with him."""
    ends = world.everyone(ThoughtEnds)
    for row in thoughts_of(world, teller).tolist():
        about = int(ends.whom[row])
        if not about or feeling(world, teller, about, "fear") < 0.5:
            ends.known[row] = Told.SAID


def _what_he_knows(world: "World", teller: int) -> list[tuple[Event, int]]:
    """Return what he suffered (0 tiles off) or saw that the office doesn't wholly know; the gravest first."""
    past, knowledge = world.chronicle, world.knowledge
    since = world.tick - int(world.rules(TellingRules).days) * MINUTES_PER_DAY
    concerned = (past.events.column("whom") == teller) | (past.events.column("who") == teller)
    suffered = concerned.nonzero()[0] + 1
    mine = knowledge.seen.column("person") == teller
    saw, far = knowledge.seen.column("event")[mine], knowledge.seen.column("tiles")[mine]
    known = dict(zip(saw.tolist(), far.tolist(), strict=True)) | dict.fromkeys(suffered.tolist(), 0)
    events = [(past.event(id), tiles) for id, tiles in sorted(known.items())]
    new = [
        (event, tiles) for event, tiles in events
        if event.tick >= since and event.kind in WORTH_TELLING
        and _culprit(event) != teller and _is_news(world, event)
    ]  # fmt: skip
    return sorted(new, key=lambda pair: (-WORTH_TELLING[pair[0].kind], -pair[0].id))


def _culprit(event: Event) -> int:
    return event.whom if event.kind in _SUFFERED else event.who


def _victim(event: Event) -> int:
    return event.who if event.kind in _SUFFERED else event.whom


def _is_news(world: "World", event: Event) -> bool:
    fact = world.knowledge.fact(event.id)
    return fact is None or "who" not in fact.known or "whom" not in fact.known


def _willing(world: "World", teller: int, listener: int, event: Event) -> float:
    """Return the chance that he brings an event up."""
    rules, culprit = world.rules(TellingRules), _culprit(event)
    trust = (feeling(world, teller, listener, "trust") + office_trust_of(world, teller)) / 2
    chance: float = (
        rules.openness
        + rules.trust * trust
        + rules.misery * world.one(teller, Mind).stress
        + rules.victim * (_victim(event) == teller)
        + rules.hate * feeling(world, teller, culprit, "hate")
        - rules.silence * (world.one(teller, Temper).loyalty - 0.3)
        - rules.fear * feeling(world, teller, culprit, "fear")
        - rules.silence * max(0.0, feeling(world, teller, culprit, "regard"))
    )
    return chance


def _tell_of(
    world: "World", teller: int, listener: int, event: Event, tiles: int, because: int, drawn: list[float]
) -> None:
    """Let an event come to the office's ears, with the culprit's name, a wrong one, or none."""
    rules = world.rules(TellingRules)
    names = drawn[1] < _willing(world, teller, listener, event) - rules.naming and tiles <= rules.face_tiles
    named, other = _culprit(event) if names else 0, _whom_he_hates(world, teller, event)
    if other and drawn[2] < rules.wrong:
        named = other
    right = named == _culprit(event)
    own = _victim(event) == teller
    sure = rules.sure_vague if not right else rules.sure_victim if own else rules.sure_witness
    unnamed = "whom" if event.kind in _SUFFERED else "who"
    mask = ALL_KNOWN & ~mask_of(*(("amount",) if right else ("amount", unnamed)))
    told = world.emit(
        Kind.Told, who=teller, whom=named, place=event.place, detail=event.id, amount=sure,
        because=[Cause(because, 1.0, Role.MEANS), Cause(event.id, 0.8, Role.MOTIVE)],
    )  # fmt: skip
    world.knowledge.learn(world.tick, event.id, Source.TOLD, teller, sure, mask)
    spoken = ALL_KNOWN if named else ALL_KNOWN & ~mask_of("whom")
    world.knowledge.learn(world.tick, told, Source.TOLD, teller, sure, spoken)


def _whom_he_hates(world: "World", teller: int, event: Event) -> int:
    """Return whom he hates most, other than those concerned; 0 when he hates nobody much."""
    ties, rows = world.everyone(Ties), ties_of(world, teller)
    whom: Ints = world.everyone(TieEnds).whom[rows]
    hate = np.where((whom == event.who) | (whom == event.whom), 0.0, ties.hate[rows])
    if not hate.size or hate.max() < 0.4:
        return 0
    return int(whom[hate.argmax()])

"""What comes of a talk: who was heard, who was reconciled, who was consoled or treated."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.care.talks import Talk
from game.sim.care.telling import accounts, tell
from game.sim.engine.dice import Dice
from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.minds.thoughts import forget, think
from game.sim.minds.ties import feeling, root_of, shift_tie
from game.sim.people import Needs, Temper
from game.sim.states import Body, Mind, StateRoots

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class TalkRules(Rules):
    """What talks do to people."""

    heard_stress: float = rule(0.05, "stress", "taken off whoever is heard", low=0, high=1)
    heard_trust: float = rule(0.15, "trust", "he comes to have in who listened", low=0, high=1)
    consoled_stress: float = rule(0.06, "stress", "taken off by an hour with the chaplain", low=0, high=1)
    treated_wound: float = rule(0.15, "share", "of a wound that treatment takes off at once", low=0, high=1)
    treated_craving: float = rule(0.25, "craving", "that the medics' help takes off", low=0, high=1)
    start: float = rule(
        0.3, "points", "how well a mediation between average men goes by itself", low=-1, high=1
    )
    mediator: float = rule(
        1.2, "points", "of the mediator's empathy and charisma above 0.5, per unit", low=0, high=5
    )
    gentleness: float = rule(
        0.6, "points", "of the two's empathy and discipline above 0.5, per unit", low=0, high=5
    )
    heat: float = rule(
        0.7, "points", "lost to the hotter one's aggression above 0.4, per unit", low=0, high=5
    )
    bitterness: float = rule(0.5, "points", "lost to the hate between them, per unit", low=0, high=5)
    luck: float = rule(0.3, "points", "deviation of how it goes", low=0, high=1)
    peace: float = rule(0.7, "share", "of hate that a mediation that went perfectly takes off", low=0, high=1)
    worse: float = rule(0.25, "hate", "that a mediation that failed utterly leaves", low=0, high=1)


def _heard(world: "World", talk: Talk, dice: Dice) -> None:
    """He was listened to: it eases him, he may tell what he knows, and others have seen him go there."""
    person, rules = talk.people[0], world.rules(TalkRules)
    told = accounts(world, person, talk.host, dice)
    event = world.emit(
        Kind.Heard, who=talk.host, whom=person, place=talk.room, amount=len(told),
        because=[Cause(talk.because, 1.0, Role.DEED)],
    )  # fmt: skip
    for witness in talk.seen:
        world.knowledge.saw(event, witness, 0)
    think(world, person, "heard", event, talk.host)
    _ease(world, person, rules.heard_stress)
    tell(world, person, talk.host, event, told)
    shift_tie(world, person, talk.host, event, regard=rules.heard_trust / 2, trust=rules.heard_trust)


def _mediated(world: "World", talk: Talk, dice: Dice) -> None:
    """They sat down together: it takes the edge off what is between them, or makes it worse."""
    one, other = talk.people
    rules = world.rules(TalkRules)
    amount = prospect(world, one, other, talk.host) + rules.luck * float(dice.bell(1)[0])
    amount = min(1.0, max(-1.0, amount))
    roots = [root_of(world, one, other, "hate"), root_of(world, other, one, "hate")]
    because = [Cause(talk.because, 1.0, Role.DEED), *(Cause(root, 0.5, Role.MOTIVE) for root in roots)]
    event = world.emit(
        Kind.Mediated, who=one, whom=other, place=talk.room, amount=amount, item=talk.host, because=because
    )
    for who, whom in ((one, other), (other, one)):
        _after_mediation(world, who, whom, event, amount)


def _after_mediation(world: "World", who: int, whom: int, event: int, amount: float) -> None:
    rules = world.rules(TalkRules)
    if amount > 0:
        hate = feeling(world, who, whom, "hate")
        shift_tie(
            world, who, whom, event, hate=-rules.peace * amount * hate, regard=0.2 * amount, trust=0.2 * amount,
            fear=-0.15 * amount,
        )  # fmt: skip
        think(world, who, "mediated", event, whom, amount)
        for grudge in ("quarrelled", "insulted"):
            forget(world, who, grudge, whom)
        _ease(world, who, rules.heard_stress * amount)
    elif amount < 0:
        shift_tie(world, who, whom, event, hate=-rules.worse * amount, regard=0.3 * amount)
        think(world, who, "quarrelled", event, whom, -amount)


def prospect(world: "World", one: int, other: int, mediator: int) -> float:
    """Return how well a mediation should go, luck left out: −1 to 1, by tempers, hate and the mediator."""
    rules, a, b = world.rules(TalkRules), world.one(one, Temper), world.one(other, Temper)
    m = world.one(mediator, Temper)
    hate = (feeling(world, one, other, "hate") + feeling(world, other, one, "hate")) / 2
    gentle = (a.empathy + b.empathy + a.discipline + b.discipline) / 4 - 0.5
    points: float = (
        rules.start
        + rules.mediator * ((m.empathy + m.charisma) / 2 - 0.5)
        + rules.gentleness * gentle
        - rules.heat * (max(a.aggression, b.aggression) - 0.4)
        - rules.bitterness * hate
    )
    return points


def _consoled(world: "World", talk: Talk, dice: Dice) -> None:
    """The chaplain had time for him."""
    person, rules = talk.people[0], world.rules(TalkRules)
    event = world.emit(
        Kind.Consoled,
        who=talk.host,
        whom=person,
        place=talk.room,
        because=[Cause(talk.because, 1.0, Role.DEED)],
    )
    faith = float(world.one(person, Temper).faith)
    think(world, person, "consoled", event, scale=0.6 + faith)
    _ease(world, person, rules.consoled_stress * (0.6 + faith))
    needs = world.one(person, Needs)
    needs.purpose = max(0.0, needs.purpose - 0.2)
    shift_tie(world, person, talk.host, event, regard=0.1, trust=rules.heard_trust)


def _treated(world: "World", talk: Talk, dice: Dice) -> None:
    """The medics looked after him: a wound closes sooner, a craving is easier to bear."""
    person, rules = talk.people[0], world.rules(TalkRules)
    body, mind, roots = world.one(person, Body), world.one(person, Mind), world.one(person, StateRoots)
    because = [Cause(talk.because, 1.0, Role.DEED)]
    if body.wound > 0:
        because.append(Cause(roots.wound, 0.5, Role.MOTIVE))
    event = world.emit(
        Kind.Treated, who=talk.host, whom=person, place=talk.room, amount=body.wound, because=because
    )
    body.wound *= 1 - rules.treated_wound
    mind.craving = max(0.0, mind.craving - rules.treated_craving)
    forget(world, person, "in_pain")
    think(world, person, "treated", event)
    _ease(world, person, rules.heard_stress / 2)


def _ease(world: "World", person: int, stress: float) -> None:
    mind = world.one(person, Mind)
    mind.stress = max(0.0, mind.stress - stress)


def called_off(world: "World", talk: Talk) -> None:
    """Put on record that a talk came to nothing."""
    who, whom = (*talk.people, 0)[:2]
    world.emit(
        Kind.TalkCalledOff, who=who, whom=whom, place=talk.room, because=[Cause(talk.because, 1.0, Role.DEED)]
    )


AFTER: dict[str, Callable[["World", Talk, Dice], None]] = {
    "hearing": _heard,
    "mediation": _mediated,
    "chapel": _consoled,
    "ward": _treated,
}
"""What comes of each kind of talk."""

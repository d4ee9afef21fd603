"""Livings: what men bring with them: a nature that deeds go back to, and what they have and owe from before."""

from typing import TYPE_CHECKING

from game.sim.deals.meetings import might
from game.sim.deals.pacts import TRIBUTE_DAYS, protect
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.events import Kind
from game.sim.goods.purses import QUARTER, Purse, PurseRules
from game.sim.minds.ties import shift_tie
from game.sim.people import INMATE, NOTED_TRAITS, TRAITS, Identity, Roots, Status, Temper

if TYPE_CHECKING:
    from game.sim.world import World

OLD_DEBT_PACKS = (2, 4)
"""An old debt is of so many packs, about."""
NEW_SHARE = 0.25
"""How much of what others have somebody brings with him who is yet to come."""


def note_nature(world: "World", person: int) -> None:
    """Let what somebody is like by nature be events, so that what he does can go back to them."""
    temper, roots = world.one(person, Temper), world.one(person, Roots)
    for at, trait in enumerate(TRAITS):
        if trait in NOTED_TRAITS:
            noted = world.emit(Kind.TraitNoted, who=person, amount=getattr(temper, trait), detail=at)
            setattr(roots, trait, noted)


def open_books(world: "World") -> None:
    """Fill purses, and let some men owe others, or stand under their protection, from before."""
    identity, rules, dice = world.everyone(Identity), world.rules(PurseRules), world.dice("livings")
    inmate = identity.role == INMATE
    share = 2 * rules.first_packs * dice.uniforms(len(inmate))
    share *= NEW_SHARE + (1 - NEW_SHARE) * (identity.status == Status.PRESENT)
    world.everyone(Purse).packs[:] = (share / QUARTER).astype("i8") * QUARTER * inmate
    for wing in range(1, len(world.plan.wings)):
        rows = (inmate & (identity.wing == wing) & (identity.status == Status.PRESENT)).nonzero()[0]
        ids = world.people.ids[rows].tolist()
        for id in ids if len(ids) > 1 else ():
            owes, is_ward = dice.uniform() < rules.debtors, dice.uniform() < rules.wards
            other = dice.pick(ids)
            if other != id and owes:
                _owe(world, id, other, float(dice.below(OLD_DEBT_PACKS[1] - OLD_DEBT_PACKS[0] + 1)))
            elif other != id and is_ward:
                _shelter(world, id, other, dice.below(TRIBUTE_DAYS * MINUTES_PER_DAY))


def _owe(world: "World", one: int, other: int, more: float) -> None:
    """Let the less cunning of two owe the other something."""
    sly = world.one(one, Temper).cunning > world.one(other, Temper).cunning
    debtor, creditor = (other, one) if sly else (one, other)
    event = world.emit(Kind.KnownBefore, who=debtor, whom=creditor)
    shift_tie(world, debtor, creditor, event, debt=OLD_DEBT_PACKS[0] + more)


def _shelter(world: "World", one: int, other: int, wait: int) -> None:
    """Let the lesser of two stand under the other's protection."""
    strength, rows = might(world), world.people.rows([one, other])
    ward, protector = (one, other) if strength[rows[0]] < strength[rows[1]] else (other, one)
    event = world.emit(Kind.KnownBefore, who=ward, whom=protector)
    shift_tie(world, ward, protector, event, trust=0.2, respect=0.2)
    protect(world, protector, ward, 1.0, event).due = world.tick + wait

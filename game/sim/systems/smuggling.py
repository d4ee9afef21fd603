"""Smuggling: where drugs go once they are inside: hidden, carried, sold for packs or on credit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.goods.items import THING, Fate, Items, give_item, hide_item
from game.sim.goods.market import DRUG, MarketRules, price
from game.sim.goods.purses import packs_of, pay
from game.sim.house.uses import INDEX
from game.sim.minds.thoughts import think
from game.sim.minds.ties import feeling, shift_tie
from game.sim.people import INMATE, Doing, Identity, Place, Temper, is_staff
from game.sim.states import Break, Mind, State, StateRoots

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class DealRules(Rules):
    """What makes men deal in what is forbidden."""

    deal: float = rule(
        0.5, "chance", "that a man who craves asks a seller near him, each time", low=0, high=1
    )
    tempted: float = rule(0.04, "chance", "the same, for a man in misery who never took any", low=0, high=1)
    misery: float = rule(0.6, "stress", "from which a man without discipline is tempted", low=0, high=1)
    unruly: float = rule(0.45, "trait", "discipline below which he gives in to it", low=0, high=1)
    craves: float = rule(0.3, "craving", "from which somebody buys", low=0, high=1)
    reach_tiles: float = rule(6, "tiles", "within which two can deal", low=1, high=50)
    before_staff: float = rule(0.25, "factor", "with staff in the room", low=0, high=1)
    goodwill: float = rule(0.03, "regard", "that a buyer has for who sold to him", low=0, high=1)


class SmugglingSystem(System):
    """Who has drugs hides them in his cell and carries one dose, to sell to who craves it and is near.

    The price follows from how much there is and how many want it; who can't pay, owes. Before staff they deal less.
    """

    every = 15
    phase = 7

    def run(self) -> None:
        """Look at who has some."""
        there = self._doses()
        if not there.any():
            return
        for owner in dict.fromkeys(self.everyone(Items).owner[there].tolist()):
            if owner in self.world.people and self.world.one(owner, Place).tile:
                self._keep(owner)
                self._offer(owner)

    def _doses(self) -> Bools:
        """Tell which rows of items are doses inside the prison."""
        items = self.everyone(Items)
        there: Bools = (items.thing == THING[DRUG]) & (items.fate == Fate.THERE)
        return there

    def _room(self, person: int) -> int:
        return int(self.world.ground.room_at[self.world.one(person, Place).tile])

    def _keep(self, owner: int) -> None:
        """At home, let him hide all but one dose, or take one out to carry: that is no event, only where it is."""
        world, cell = self.world, int(self.world.one(owner, Identity).cell)
        if self._room(owner) != cell or world.one(owner, Place).walking:
            return
        items, mine = self.everyone(Items), self._doses() & (self.everyone(Items).owner == owner)
        carried = world.items.ids[mine & (items.person == owner)].tolist()
        stash = world.items.ids[mine & (items.room == cell)].tolist()
        for item in carried[1:]:
            past = [Cause(int(world.one(item, Items).because), 1.0, Role.MOTIVE)]
            hide_item(
                world, item, cell, world.emit(Kind.Hidden, who=owner, place=cell, item=item, because=past)
            )
        if not carried and stash:
            give_item(world, stash[0], owner, int(world.one(stash[0], Items).because))

    def _offer(self, seller: int) -> None:
        """Let him sell what he carries, unless he craves it himself."""
        world, rules = self.world, self.rules(DealRules)
        mine = self._doses() & (self.everyone(Items).person == seller)
        if not mine.any() or world.one(seller, Mind).craving >= rules.craves:
            return
        item, chance = int(world.items.ids[mine][0]), rules.before_staff if self._staffed(seller) else 1.0
        for buyer in self._buyers(seller):
            craves = world.one(buyer, Mind).craving >= rules.craves
            asks = self.dice.uniform() < chance * (rules.deal if craves else rules.tempted)
            if asks and self._sell(item, seller, buyer, craves):
                return

    def _staffed(self, person: int) -> bool:
        """Tell whether staff is in the room."""
        place, room = self.everyone(Place), self._room(person)
        staff = is_staff(self.everyone(Identity).role) & (self.world.ground.room_at[place.tile] == room)
        return bool(staff.any())

    def _buyers(self, seller: int) -> list[int]:
        """Return who is near, wants some and has none, the most craving first."""
        place, state, ground = self.everyone(Place), self.everyone(State), self.world.ground
        at, craving = int(self.world.one(seller, Place).tile), self.everyone(Mind).craving
        near = self._wanting() & (ground.room_at[place.tile] == ground.room_at[at])
        near &= (self.everyone(Identity).role == INMATE) & (state.held == 0) & (place.tile > 0)
        near &= (state.broken != Break.WITHDRAWN) & (self.everyone(Doing).use != INDEX["sleep"])
        down, across = place.tile // ground.width, place.tile % ground.width
        far = np.maximum(abs(across - at % ground.width), abs(down - at // ground.width))
        rows = (near & (far <= self.rules(DealRules).reach_tiles)).nonzero()[0]
        rows = rows[np.argsort(-craving[rows], kind="stable")]
        supplied = self.everyone(Items).owner[self._doses()].tolist()
        return [id for id in self.world.people.ids[rows].tolist() if id != seller and id not in supplied]

    def _wanting(self) -> Bools:
        """Tell who would buy: who craves, and who is in misery and does not hold himself back."""
        rules, mind = self.rules(DealRules), self.everyone(Mind)
        misery = (mind.stress >= rules.misery) & (self.everyone(StateRoots).stress > 0)
        misery &= self.everyone(Temper).discipline < rules.unruly
        wanting: Bools = (mind.craving >= rules.craves) | misery
        return wanting

    def _sell(self, item: int, seller: int, buyer: int, craves: bool) -> bool:
        """Let a dose be sold: packs at once, the rest owed; False when the buyer is not good for it."""
        world, roots = self.world, self.world.one(buyer, StateRoots)
        asked = price(world, int(world.one(seller, Identity).wing))
        short = asked - min(asked, packs_of(world, buyer))
        if feeling(world, buyer, seller, "debt") + short > world.rules(MarketRules).credit_packs:
            return False
        because = [
            Cause(int(roots.craving if craves else roots.stress), 0.8, Role.MOTIVE),
            Cause(int(world.one(item, Items).because), 0.8, Role.MEANS),
        ]
        event = world.emit(
            Kind.Sold,
            who=seller,
            whom=buyer,
            place=self._room(seller),
            item=item,
            amount=asked,
            because=because,
        )
        owed = asked - pay(world, buyer, seller, asked)
        give_item(world, item, buyer, event)
        shift_tie(world, buyer, seller, event, regard=self.rules(DealRules).goodwill, debt=owed)
        if owed > 0:
            think(world, buyer, "in_debt", event, seller)
        return True

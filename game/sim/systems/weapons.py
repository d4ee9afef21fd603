"""Weapons: what men who are afraid, or hate, make of what lies about where they work, and where they keep it."""

from dataclasses import dataclass

import numpy as np

from game.sim.deals.meetings import overseen
from game.sim.engine.calendar import MINUTES_PER_HOUR
from game.sim.engine.hazard import Floats, Hazard
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.goods.items import THING, THINGS, Items, give_item, hide_item, make_item
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.minds.ties import TieEnds, TieRoots, Ties
from game.sim.people import INMATE, Doing, Identity, Needs, Place, Roots, Temper
from game.sim.states import State

WORKPLACES = ("workshop", "kitchen", "laundry")
_WEAPON = np.array([thing.weapon for thing in THINGS])


@dataclass(frozen=True, slots=True)
class WeaponRules(Rules):
    """What makes men make weapons, and carry them."""

    per_hour: float = rule(0.00025, "1/h", "weapons an hour that an average man makes at work", low=0, high=1)
    highest_chance: float = rule(0.02, "share", "bound of a man's chance in an hour", low=0, high=1)
    hate: float = rule(8, "factor", "of his greatest hate; it counts by its square", low=0, high=100)
    fear: float = rule(8, "factor", "of his greatest fear; it counts by its square", low=0, high=100)
    dread: float = rule(3, "factor", "of not feeling safe", low=0, high=100)
    cunning: float = rule(2, "factor", "of cunning above the average, per unit", low=0, high=20)
    staffed: float = rule(0.4, "factor", "with staff in the room", low=0, high=1)
    carries: float = rule(
        0.45, "share", "hate, fear or dread from which a man keeps it on him", low=0, high=1
    )


class WeaponSystem(System):
    """At work, a man who hates or is afraid may make himself a weapon; he hides it in his cell, or keeps it on him.

    Draw first, look after: only those whose draw lies under the highest possible chance are looked at.
    """

    every = MINUTES_PER_HOUR
    phase = 17

    def run(self) -> None:
        """Let those at work draw; let those in their cells hide what they have, or take it along."""
        self._keep()
        place, ground = self.everyone(Place), self.world.ground
        at_work = (self.everyone(Doing).use == INDEX["work"]) & (place.walking == 0) & (place.tile > 0)
        at_work &= (self.everyone(Identity).role == INMATE) & (self.everyone(State).held == 0)
        rows = at_work.nonzero()[0]
        kinds = [
            self.world.plan.rooms[room].kind in WORKPLACES
            for room in ground.room_at[place.tile[rows]].tolist()
        ]
        rows = rows[np.array(kinds, bool)]
        rows = rows[~np.isin(self.world.people.ids[rows], self._owners())]
        drawn = self.dice.uniforms(len(rows))
        near = drawn < self.rules(WeaponRules).highest_chance
        if near.any():
            hazard = self._hazard(rows[near])
            for hit in hazard.hits_of(drawn[near]).tolist():
                self._make(int(rows[near][hit]), hazard.causes(hit))

    def _owners(self) -> Ints:
        items = self.everyone(Items)
        owners: Ints = items.owner[_WEAPON[items.thing]]
        return owners

    def _worst(self, feeling: str) -> tuple[Floats, Ints]:
        """Return everyone's strongest hate or fear, by row, and the event it goes back to."""
        ties, roots, people = self.everyone(Ties), self.everyone(TieRoots), self.world.people
        values, because = np.zeros(people.n), np.zeros(people.n, np.int64)
        held = (getattr(ties, feeling) > 0).nonzero()[0]
        held = held[np.argsort(getattr(ties, feeling)[held], kind="stable")]
        rows = people.rows(self.everyone(TieEnds).who[held])
        here = rows >= 0
        values[rows[here]] = getattr(ties, feeling)[held[here]]
        because[rows[here]] = getattr(roots, feeling)[held[here]]
        return values, because

    def _hazard(self, rows: Ints) -> Hazard:
        rules, roots = self.rules(WeaponRules), self.everyone(Roots)
        (hate, hated), (fear, feared) = self._worst("hate"), self._worst("fear")
        cunning = self.everyone(Temper).cunning[rows]
        staffed = overseen(self.world)[self.world.ground.room_at[self.everyone(Place).tile[rows]]]
        hazard = Hazard(np.full(len(rows), rules.per_hour * self.every / MINUTES_PER_HOUR))
        hazard.times("hate", 1 + rules.hate * hate[rows] * hate[rows], hated[rows])
        hazard.times("fear", 1 + rules.fear * fear[rows] * fear[rows], feared[rows])
        hazard.times("dread", 1 + rules.dread * self.everyone(Needs).safety[rows], roots.nerve[rows])
        hazard.times("cunning", np.maximum(1 + rules.cunning * (cunning - 0.4), 0.1), roots.cunning[rows])
        hazard.times("staff", np.where(staffed, rules.staffed, 1.0))
        return hazard

    def _make(self, row: int, because: list[Cause]) -> None:
        world, person = self.world, int(self.world.people.ids[row])
        room = int(world.ground.room_at[self.everyone(Place).tile[row]])
        event = world.emit(
            Kind.WeaponMade,
            who=person,
            place=room,
            item=world.items.next_id,
            detail=THING["shank"],
            because=because,
        )
        make_item(world, "shank", event, person)

    def _keep(self) -> None:
        """Let owners who are in their cells hide their weapon there, or take it along when they have reason to."""
        items, place, identity = self.everyone(Items), self.everyone(Place), self.everyone(Identity)
        held = (_WEAPON[items.thing] & (items.owner > 0) & ((items.person > 0) | (items.room > 0))).nonzero()[
            0
        ]
        if not held.size:
            return
        hate, fear = self._worst("hate")[0], self._worst("fear")[0]
        for item in self.world.items.ids[held].tolist():
            owner = self.world.one(item, Items).owner
            row = int(self.world.people.row_of[owner])
            if (
                row < 0
                or self.world.ground.room_at[place.tile[row]] != identity.cell[row]
                or not place.tile[row]
            ):
                continue
            need = max(float(hate[row]), float(fear[row]), float(self.everyone(Needs).safety[row]))
            self._stow(item, owner, int(identity.cell[row]), need >= self.rules(WeaponRules).carries)

    def _stow(self, item: int, owner: int, cell: int, carry: bool) -> None:
        thing = self.world.one(item, Items)
        if carry and thing.room == cell:
            give_item(self.world, item, owner, int(thing.because))
        elif not carry and thing.person == owner:
            because = [Cause(int(thing.because), 1.0, Role.MEANS)]
            hidden = self.world.emit(
                Kind.Hidden, who=owner, place=cell, item=item, detail=int(thing.thing), because=because
            )
            hide_item(self.world, item, cell, hidden)

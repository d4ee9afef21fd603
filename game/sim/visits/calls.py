"""Calls: how a visit goes, from the gate to the booth and back; called off when one of the two can't come."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.goods.carrying import CarryRules, bring, pass_over
from game.sim.goods.items import Fate, Items, end_item
from game.sim.goods.searching import VISITOR, free_officers, look_through, seize
from game.sim.house.going import can_go, first_free, head, hold, release, taken_spots
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.minds.thoughts import think
from game.sim.people import OFFICER, Doing, Duty, Identity, Place, Status
from game.sim.states import Hold, Mind, State, StateRoots
from game.sim.visits.book import OVER, UNDER_WAY, Relative, Visit, booths, deny
from game.sim.visits.listening import listen, witness_of

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class CallRules(Rules):
    """How long visits take and what they do."""

    early_minutes: float = rule(
        10, "minutes", "that visitors are at the gate before their hour", low=0, high=50
    )
    wait_minutes: float = rule(30, "minutes", "that a visitor waits for who does not come", low=5, high=55)
    talk_minutes: float = rule(45, "minutes", "that two may talk", low=5, high=120)
    latest_minutes: float = rule(
        57, "minutes", "into the hour, when the booth is needed again", low=10, high=59
    )
    warmth: float = rule(0.02, "warmth", "that a visit adds", low=0, high=1)
    barred_days: float = rule(28, "days", "that a visitor is barred who was caught", low=1, high=365)


class Calls:
    """One round of looking at the day's visits."""

    def __init__(self, world: "World", dice: "Dice") -> None:
        self.world, self.dice = world, dice
        self.rules = world.rules(CallRules)

    def see_to(self, visit: Visit) -> None:
        """Do what is due for one visit."""
        late = self.world.tick - visit.start
        if late < -self.rules.early_minutes:
            return
        hindrance = self._hindrance(visit)
        if visit.state != UNDER_WAY:
            if hindrance:
                deny(self.world, visit, Cause(hindrance, 1.0, Role.DEED))
            else:
                self._call(visit)
        elif visit.began:
            self._attend(visit, hindrance)
        elif hindrance or late > self.rules.wait_minutes:
            self._call_off(visit, hindrance or visit.because)
        else:
            self._bring_together(visit)

    def _hindrance(self, visit: Visit) -> int:
        """Return the event that keeps the inmate from coming: his wing is locked down, or he is gone; 0: none."""
        if visit.inmate not in self.world.people:
            return visit.asked
        identity = self.world.one(visit.inmate, Identity)
        if identity.status != Status.PRESENT:
            return visit.asked
        wing = self.world.wing(identity.wing) if identity.wing else None
        return (wing.because or visit.asked) if wing and wing.locked_down else 0

    def _row(self, person: int) -> Ints:
        return self.world.people.rows([person])

    def _relative(self, visit: Visit) -> Relative | None:
        return self.world.component("relative", visit.relative, Relative)

    def _call(self, visit: Visit) -> None:
        """Let the visitor come to the gate, a booth kept for the two; he decides now whether he brings something."""
        world = self.world
        block = int(world.ground.room_block[world.one(visit.inmate, Identity).cell])
        taken = taken_spots(world)
        free = [(mine, his) for mine, his in booths(world, block) if not taken[mine] and not taken[his]]
        relative = self._relative(visit)
        if not free or relative is None:
            return
        visit.state, (visit.booth, his) = UNDER_WAY, free[0]
        bring(world, visit, relative)
        row = self._row(visit.visitor)
        world.everyone(Identity).status[row] = Status.PRESENT
        head(world, row, np.array([his]), INDEX["come_visiting"], visit.start + MINUTES_PER_DAY)
        world.everyone(Place).walking[row] = int(not visit.searched)
        visit.cleared = not visit.searched

    def _bring_together(self, visit: Visit) -> None:
        """Clear the visitor at the gate, fetch the inmate and the listener, begin when all are there."""
        world = self.world
        place = world.one(visit.visitor, Place)
        if not visit.cleared and (not place.tile or not self._clear(visit)):
            return
        place.walking = int(place.walking or world.ground.spot_tile[place.goal] != place.tile)
        self._fetch(visit.inmate, visit.booth, visit)
        if visit.watched and not visit.officer:
            visit.officer = self._listener(visit)
        if self._seated(visit.inmate, visit.booth) and self._seated(visit.visitor, int(place.goal)):
            self._begin(visit)

    def _clear(self, visit: Visit) -> bool:
        """Have the visitor searched by whoever is at the gate; False when nobody is, or he is turned away."""
        world, officer = self.world, self._gatekeeper(visit.visitor)
        if not officer:
            return False
        room = int(world.ground.room_at[world.one(visit.visitor, Place).tile])
        _, finds = look_through(
            world, self.dice, VISITOR, visit.items, officer, visit.because or visit.asked,
            whom=visit.visitor, place=room,
        )  # fmt: skip
        visit.cleared = True
        visit.items = [item for item in visit.items if item not in finds]
        for find in finds.values():
            self._bar(visit, find)
        if finds:
            self._call_off(visit, max(finds.values()))
        return not finds

    def _gatekeeper(self, visitor: int) -> int:
        """Return an officer on duty in the visitor's room, 0 when there is none."""
        world = self.world
        place, duty, room = world.everyone(Place), world.everyone(Duty), world.ground.room_at
        here = (duty.on == 1) & (world.everyone(Identity).role == OFFICER) & (place.tile > 0)
        rows = (here & (room[place.tile] == room[world.one(visitor, Place).tile])).nonzero()[0]
        return int(world.people.ids[rows[0]]) if rows.size else 0

    def _bar(self, visit: Visit, find: int) -> None:
        """Bar a visitor who was caught, and mind him from now on."""
        relative = self._relative(visit)
        if relative is not None:
            relative.flagged = find
            relative.barred_until = self.world.tick + int(self.rules.barred_days) * MINUTES_PER_DAY

    def _fetch(self, person: int, spot: int, visit: Visit) -> None:
        """Send somebody whom nothing else holds to his seat, as soon as he can get there."""
        world, row = self.world, self._row(person)
        state, spots = world.one(person, State), np.array([spot])
        if state.held == Hold.NONE and can_go(world, row, spots)[0]:
            until = visit.start + MINUTES_PER_DAY
            hold(world, row, Hold.VISIT, "visit", until, visit.because)
            head(world, row, spots, INDEX["visit" if person == visit.inmate else "listen"], until)
            world.one(person, Doing).because = visit.because

    def _listener(self, visit: Visit) -> int:
        """Send the nearest free officer to a place beside the booth; return who, 0 when there is none yet."""
        world, room = self.world, int(self.world.ground.spot_room[visit.booth])
        taken = taken_spots(world)
        spot = first_free(world.ground.spots_of([room], ("stand", "chair", "visit")).tolist(), taken)
        officers = free_officers(world, room)
        officer = int(world.people.ids[officers[0]]) if spot and officers.size else 0
        if officer:
            self._fetch(officer, spot, visit)
        return officer if officer and world.one(officer, State).held == Hold.VISIT else 0

    def _seated(self, person: int, spot: int) -> bool:
        place, ground = self.world.one(person, Place), self.world.ground
        return bool(place.goal == spot and not place.walking and place.tile == ground.spot_tile[spot])

    def _begin(self, visit: Visit) -> None:
        """Let the two talk, and what was brought change hands."""
        world, relative = self.world, self._relative(visit)
        room = int(world.ground.spot_room[visit.booth])
        visit.began = world.emit(
            Kind.VisitBegan, who=visit.inmate, whom=visit.visitor, place=room, detail=visit.id,
            because=[Cause(visit.because or visit.asked, 1.0, Role.DEED)],
        )  # fmt: skip
        last = visit.start + int(self.rules.latest_minutes)
        visit.until = min(last, world.tick + int(self.rules.talk_minutes))
        if visit.watched and visit.officer:
            world.emit(
                Kind.VisitWatched, who=visit.officer, whom=visit.inmate, place=room, detail=visit.id,
                because=[Cause(visit.began, 1.0, Role.DEED)],
            )  # fmt: skip
        if relative is not None:
            pass_over(world, visit, relative)

    def _attend(self, visit: Visit, hindrance: int) -> None:
        """See to a visit that goes on: what staff saw pass is taken away; it ends when time is up, or one must go."""
        world = self.world
        officer = witness_of(world, visit) if visit.passed else 0
        if officer:
            past, visit.passed = visit.passed, 0
            for item in [i for i in visit.items if world.one(i, Items).person == visit.inmate]:
                room = int(world.ground.spot_room[visit.booth])
                self._bar(visit, seize(world, item, officer, past, whom=visit.inmate, place=room))
        if hindrance or officer or world.tick >= visit.until:
            self._end(visit, hindrance)
        elif world.one(visit.inmate, State).held != Hold.VISIT:
            self._end(visit, int(world.one(visit.inmate, StateRoots).held))

    def _end(self, visit: Visit, because: int) -> None:
        """Let the two part: the inmate is lifted by it, and what weighs on him weighs on his visitor."""
        world, relative = self.world, self._relative(visit)
        if visit.watched and visit.officer:
            listen(world, visit)
        causes = [Cause(visit.began, 1.0, Role.DEED), Cause(because, 0.8, Role.DEED)]
        place = int(world.ground.spot_room[visit.booth])
        event = world.emit(
            Kind.VisitEnded, who=visit.inmate, whom=visit.visitor, place=place, detail=visit.id,
            amount=world.tick - world.chronicle.event(visit.began).tick, because=causes,
        )  # fmt: skip
        if relative is not None:
            think(world, visit.inmate, "visit", event, visit.visitor, 0.6 + 0.8 * relative.warmth)
            relative.visits, relative.met, relative.because = relative.visits + 1, world.tick, event
            relative.warmth = min(1.0, relative.warmth + self.rules.warmth)
            mood = float(world.one(visit.inmate, Mind).mood) if visit.inmate in world.people else 0.0
            press = world.rules(CarryRules).press * (1 if mood < 0 else -1)
            relative.pressure = min(1.0, max(0.0, relative.pressure + press))
        self._part(visit)

    def _call_off(self, visit: Visit, because: int) -> None:
        """Send the two back before they met: the visit does not take place."""
        deny(self.world, visit, Cause(because, 1.0, Role.DEED))
        denied = visit.state
        self._part(visit)
        visit.state = denied

    def _part(self, visit: Visit) -> None:
        """Let the inmate and the listener go, and the visitor leave by the gate with what he still has."""
        world = self.world
        visit.state = OVER
        for person in (visit.inmate, visit.officer):
            if person in world.people and world.one(person, State).held == Hold.VISIT:
                release(world, self._row(person))
        for item in visit.items:
            if world.one(item, Items).fate == Fate.OUTSIDE:
                end_item(world, item, Fate.OUTSIDE, visit.because or visit.asked)
        row, gates = self._row(visit.visitor), world.ground.entrances
        block = world.ground.room_block
        mine = gates[block[world.ground.spot_room[gates]] == block[world.ground.spot_room[visit.booth]]]
        if world.one(visit.visitor, Place).tile:
            head(world, row, mine[:1] if len(mine) else gates[:1], INDEX["leave"], world.tick + 600)
        else:
            world.one(visit.visitor, Identity).status = Status.AWAY

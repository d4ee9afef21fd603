"""Wounds and deaths: how hurt somebody is, and what has to be put in order after a death."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.care.requests import Request
from game.sim.deals.pacts import Pact, abandon
from game.sim.engine.codec import component
from game.sim.events import Cause, Kind, Role
from game.sim.goods.items import Fate, Items, end_item, items_of, owned_by
from game.sim.minds.thoughts import ThoughtEnds, think
from game.sim.office import Send
from game.sim.people import Doing, Duty, Identity, Place, Status
from game.sim.states import Body, State, StateRoots
from game.sim.violence.fights import open_fights

if TYPE_CHECKING:
    from game.sim.world import World

SEVERITIES = ("sound", "bruise", "hurt", "grave", "deadly")
HURT, GRAVE, DEADLY = 0.15, 0.4, 0.7
"""From which wound on somebody is hurt, gravely hurt, deadly hurt; below it is a bruise."""


@component
@dataclass(slots=True)
class Patient:
    """Somebody who needs the infirmary; the entity's space is `patient`, its id the person's."""

    person: int
    since: int
    """Tick from which he needs it."""
    because: int
    """Event by which the medics know of him."""
    bed: int = 0
    """Spot id; 0: he waits for one."""
    admitted: int = 0
    """Event `Admitted`."""
    treated: int = 0
    """Event `Treated`, the first."""
    discharged: int = 0
    """Event `Discharged`: he is on his way home."""


def severity(wound: float) -> int:
    """Return the index in SEVERITIES of a wound."""
    if wound <= 0:
        return 0
    steps = [level for level, least in enumerate((HURT, GRAVE, DEADLY), start=2) if wound >= least]
    return steps[-1] if steps else 1


def hurt(world: "World", person: int, by: int, amount: float, blow: int, item: int = 0) -> None:
    """Add to somebody's wounds; he may die of it at once."""
    body, roots = world.one(person, Body), world.one(person, StateRoots)
    before, after = body.wound, min(1.0, body.wound + amount)
    body.wound = after
    if severity(after) > severity(before):
        because = [Cause(blow, amount / after, Role.DEED)]
        if before > 0:
            because.append(Cause(roots.wound, before / after, Role.DEED))
        room = int(world.ground.room_at[world.one(person, Place).tile])
        roots.wound = world.emit(
            Kind.Wounded, who=person, whom=by, place=room, item=item, amount=after, because=because
        )
        if after >= HURT:
            think(world, person, "in_pain", roots.wound, scale=after)
    if after >= 1.0:
        die(world, person, roots.wound)


def die(world: "World", person: int, because: int) -> None:
    """Let somebody die: what he was part of goes on without him, what he carried goes to the staff."""
    place = world.one(person, Place)
    room = int(world.ground.room_at[place.tile])
    died = world.emit(Kind.Died, who=person, place=room, because=[Cause(because, 1.0, Role.DEED)])
    _part(world, person)
    for item in items_of(world, person):
        found = world.emit(
            Kind.Found, whom=person, place=room, item=item, detail=world.one(item, Items).thing,
            because=[Cause(died, 1.0, Role.OPPORTUNITY)],
        )  # fmt: skip
        end_item(world, item, Fate.SEIZED, found)
    for item in owned_by(world, person):
        world.one(item, Items).owner = 0
    identity, state, duty = world.one(person, Identity), world.one(person, State), world.one(person, Duty)
    identity.status, identity.cell, identity.bed, identity.job = Status.DEAD, 0, 0, 0
    place.tile = place.goal = place.room = place.walking = place.waited = 0
    state.held = state.held_until = state.broken = state.broken_until = state.fight = state.alarmed = 0
    duty.on, duty.shift, duty.post, duty.roster = 0, -1, 0, 0
    world.one(person, Doing).use = 0


def _part(world: "World", person: int) -> None:
    """Take somebody out of all that the living are part of: fights, errands, requests, pacts, the infirmary."""
    for fight in open_fights(world):
        for side in (fight.attackers, fight.defenders, fight.beaten, fight.gapers):
            side[:] = [other for other in side if other != person]
        fight.runners[:] = [runner for runner in fight.runners if runner.person != person]
        fight.responders[:] = [responder for responder in fight.responders if responder.officer != person]
    for space, kind in (("send", Send), ("patient", Patient)):
        if world.component(space, person, kind) is not None:
            world.detach(space, person)
    for number, request in world.each(Request):
        if request.who == person:
            world.detach("request", number)
    for ward, pact in world.each(Pact):
        if person in (ward, pact.protector):
            abandon(world, ward)
    gone = world.thoughts.ids[world.everyone(ThoughtEnds).person == person].tolist()
    if gone:
        world.thoughts.retire(gone)

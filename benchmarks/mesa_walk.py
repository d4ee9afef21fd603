"""Movement of the Mesa model: all look ahead, those with a free tile before them go, the others sort it out."""

from typing import TYPE_CHECKING

from game.sim.house.ground import SEAT
from game.sim.systems.movement import _ROUND as ROUND
from game.sim.systems.movement import SUB_STEPS

if TYPE_CHECKING:
    from benchmarks.mesa_day import MesaDay
    from benchmarks.mesa_person import Person


def walk(model: "MesaDay") -> None:
    """Walk one minute."""
    walkers = [person for person in model.people if person.walking and person.tile]
    model.afoot = set(walkers)
    for _ in range(SUB_STEPS):
        sub_step(model, walkers)
    for person in walkers:
        if person.tile == model.layout.spot_tile[person.goal]:
            person.walking = 0


def sub_step(model: "MesaDay", walkers: list["Person"]) -> None:
    """Move everyone with a free tile before him; of those who want the same one, the last goes."""
    going = []
    for person in walkers:
        if person.look_ahead():
            going.append(person)
        else:
            person.waited = 0
    staying = move_on(model, going)
    if staying:
        sort_out(model, move_on(model, staying))


def move_on(model: "MesaDay", people: list["Person"]) -> list["Person"]:
    """Let those go whose tile is free; return who stays. Called twice: some tiles have then just been left."""
    at, need = model.at, model.layout.need
    first = {p.target: p for p in people if p.target not in at and not need[p.target]}
    for tile, person in first.items():
        person.move(tile)
        person.waited = 0
    return [person for person in people if person.tile != person.target]


def sort_out(model: "MesaDay", staying: list["Person"]) -> None:
    """Let those who couldn't simply go open a door, pass one another, go round, or squeeze past."""
    at = model.at
    aim = {person: person.target for person in staying}
    done: set[Person | None] = set()
    for person, tile in aim.items():
        if person in done:
            continue
        other, waited, allowed = at.get(tile), person.waited, person.has_key(tile)
        person.waited = 0
        if other is None and allowed:
            person.move(tile)
        elif allowed and other not in done and aim.get(other) == person.tile and other.has_key(person.tile):
            swap(model, person, other)
            done.add(other)
        elif waited >= ROUND and (beside := person.way_round()):
            person.move(beside)
        else:
            person.waited = waited + 1
            if waited >= model.patience and other is not None and allowed:
                squeeze(model, person, other, done)


def squeeze(model: "MesaDay", person: "Person", other: "Person", done: set["Person | None"]) -> None:
    """Change places with who is in the way, unless he may not stand here, or has moved in this sub-step."""
    walker = other if other in model.afoot else None
    if walker in done or (walker and walker.before != walker.tile) or not other.has_key(person.tile):
        return
    if model.layout.walk[person.tile] != SEAT:
        swap(model, person, other)
        person.waited = 0
        done.add(walker)


def swap(model: "MesaDay", person: "Person", other: "Person") -> None:
    """Let two change places; who rested goes back to his spot when he can."""
    person.tile, other.tile = other.tile, person.tile
    model.at[person.tile], model.at[other.tile] = person, other
    if other in model.afoot:
        other.waited = 0
    elif other.goal:
        other.walking = 1

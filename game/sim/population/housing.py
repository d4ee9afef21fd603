"""Beds and work: who lives in which cell when a world begins, and who has a workplace."""

from typing import TYPE_CHECKING

from game.sim.engine.dice import Dice
from game.sim.office import Wing
from game.sim.people import INMATE, Identity, Status
from game.sim.population.cast import Cast

if TYPE_CHECKING:
    from game.sim.world import World

WORKSHOPS = ("kitchen", "workshop", "laundry", "library", "storage")
"""Kinds of rooms in which inmates work."""


def give_beds(world: "World", cast: Cast, dice: Dice) -> None:
    """Give each inmate who is here a bed: the cell that was asked for, else any in his wing, else any."""
    specs = {world.id_of(spec.key): spec for spec in cast.people}
    beds, kept = _beds(world), {*cast.keep_free, *(spec.cell for spec in cast.people if spec.cell)}
    inmates = [id for id in world.people.ids.tolist() if world.one(id, Identity).role == INMATE]
    asked = {id: specs[id].cell for id in inmates if id in specs and specs[id].cell}
    for id in sorted(inmates, key=lambda id: (id not in asked, id not in specs, id)):
        who = world.one(id, Identity)
        if who.status == Status.EXPECTED and id not in asked:
            continue
        asked_for = next((bed for bed in beds if asked.get(id) == _cell_of(world, bed)), 0)
        bed = asked_for or _any_bed(world, beds, int(who.wing), kept, dice)
        if bed:
            beds.remove(bed)
            who.bed = bed
            who.cell = world.plan.spots[who.bed].room
            who.wing = world.plan.rooms[who.cell].wing


def _beds(world: "World") -> list[int]:
    ground = world.ground
    return [bed for room in ground.cells for bed in ground.spots_in.get((room, "bed"), [])]


def _cell_of(world: "World", bed: int) -> str:
    return world.plan.rooms[world.plan.spots[bed].room].key


def _any_bed(world: "World", beds: list[int], wing: int, kept: set[str], dice: Dice) -> int:
    """Draw a bed: in his wing and not in a cell kept for others, else in his wing, else anywhere; 0: there is none."""
    rooms, spots = world.plan.rooms, world.plan.spots
    in_wing = [bed for bed in beds if not wing or rooms[spots[bed].room].wing == wing]
    free = [bed for bed in in_wing if _cell_of(world, bed) not in kept] or in_wing or beds
    return dice.pick(free) if free else 0


def share_out_jobs(world: "World", dice: Dice) -> None:
    """Share out the workplaces among inmates of wings that may work, at random."""
    ground, plan = world.ground, world.plan
    places = [s.room for s in plan.spots[1:] if s.kind == "work" and plan.rooms[s.room].kind in WORKSHOPS]
    working = {wing.id for _, wing in world.each(Wing) if "work" in wing.hours}
    free = [
        id for id in world.people.ids.tolist()
        if world.one(id, Identity).role == INMATE and world.one(id, Identity).wing in working
    ]  # fmt: skip
    dice.shuffle(free)
    by_block: dict[int, list[int]] = {}
    for id in free:
        by_block.setdefault(int(ground.room_block[world.one(id, Identity).cell]), []).append(id)
    for room in places:
        waiting = by_block.get(int(ground.room_block[room]), [])
        if waiting:
            world.one(waiting.pop(), Identity).job = room

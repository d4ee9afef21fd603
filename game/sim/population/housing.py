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
        free = _choice(world, beds, asked.get(id, ""), int(who.wing), kept)
        if free:
            who.bed = free[0] if id in asked and _is_in(world, free[0], asked[id]) else dice.pick(free)
            beds.remove(who.bed)
            who.cell = world.plan.spots[who.bed].room
            who.wing = world.plan.rooms[who.cell].wing


def _beds(world: "World") -> list[int]:
    ground = world.ground
    return [bed for room in ground.cells for bed in ground.spots_in.get((room, "bed"), [])]


def _is_in(world: "World", bed: int, cell: str) -> bool:
    return bool(cell) and world.plan.rooms[world.plan.spots[bed].room].key == cell


def _choice(world: "World", beds: list[int], cell: str, wing: int, kept: set[str]) -> list[int]:
    """Return the beds one may be given: of the cell asked for; of his wing, not those kept for others; any."""
    rooms, spots = world.plan.rooms, world.plan.spots
    wanted = [bed for bed in beds if _is_in(world, bed, cell)]
    in_wing = [bed for bed in beds if not wing or rooms[spots[bed].room].wing == wing]
    return wanted or [bed for bed in in_wing if rooms[spots[bed].room].key not in kept] or in_wing or beds


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

"""Who is beside whom, and who has somebody in view."""

from typing import TYPE_CHECKING

import numpy as np

from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.minds.knowledge import ALL_KNOWN, Source, mask_of
from game.sim.people import Doing, Identity, Place, is_staff

if TYPE_CHECKING:
    from game.sim.world import World

CLOSE_TILES = 9
"""How near staff have to be to read a man: as near as faces are told apart (`SightRules.near_tiles`)."""


def side_by_side(world: "World", rows: Ints) -> tuple[Ints, Ints]:
    """Return the rows of all pairs, of these people, on neighbouring tiles of one room."""
    tile, ground = world.everyone(Place).tile, world.ground
    at = np.full(ground.size + ground.width + 2, -1, np.int64)
    tiles = tile[rows]
    at[tiles] = rows
    steps = np.array([[1], [ground.width], [ground.width + 1], [ground.width - 1]])
    other = at.take(tiles + steps)
    side, first = (other >= 0).nonzero()
    second = other[side, first]
    room = ground.room_at.take(tiles)
    same = room[first] == ground.room_at.take(tiles[first] + steps[side, 0])
    return rows[first[same]], second[same]


def onlooker(world: "World", row: int, tiles: int = CLOSE_TILES) -> int:
    """Return the member of staff who has somebody (by row) in view and is nearest to him, 0 for none."""
    place, ground = world.everyone(Place), world.ground
    tile = int(place.tile[row])
    if not tile:
        return 0
    staff = is_staff(world.everyone(Identity).role) & (place.tile > 0)
    staff &= world.everyone(Doing).use != INDEX["sleep"]
    rows = (staff & ground.sees[ground.room_at[place.tile], ground.room_at[tile]]).nonzero()[0]
    far = np.maximum(
        abs(place.tile[rows] % ground.width - tile % ground.width),
        abs(place.tile[rows] // ground.width - tile // ground.width),
    )
    rows, far = rows[far <= tiles], far[far <= tiles]
    clear = ground.clear_view(place.tile[rows], tile)
    rows, far = rows[clear], far[clear]
    return int(world.people.ids[rows[far.argmin()]]) if rows.size else 0


def notice(world: "World", event: int, person: int, confidence: float, chance: float = 1.0) -> bool:
    """Let the office notice what shows on somebody: by an eye on him, or with a chance by staff who see him."""
    row = int(world.people.row_of[person])
    room = int(world.ground.room_at[world.everyone(Place).tile[row]])
    mask = ALL_KNOWN & ~mask_of("amount")
    if any((eye.kind, eye.id) in (("person", person), ("room", room)) for eye in world.office.eyes):
        world.knowledge.learn(world.tick, event, Source.EYE, mask=mask)
        return True
    drawn, staff = world.dice("notice").uniform(), onlooker(world, row)
    if not staff or drawn >= chance:
        return False
    world.knowledge.learn(world.tick, event, Source.STAFF, staff, confidence, mask)
    return True

"""Standing places: where people may stop without anybody having to squeeze past them.

A place is taken only if the free floor around it stays connected without it. As that is asked again after
each place taken, people who stand in a room never cut a way through it together, nor wall up a seat.
"""

import numpy as np
from numpy.typing import NDArray

from game.sim.house.furniture import Facing, Pose
from game.sim.house.plan import RoomPlan, SpotPlan
from game.story.prison.site import OPEN, SEAT, Site

Flags = NDArray[np.bool_]
AT_MOST = {"corridor": 12, "yard": 60}
ROOMY = 6
"""Of the eight tiles around a standing place, so many should be free."""


def add_standing(site: Site) -> None:
    """Adds spots of the kind `stand` after those of the furniture, room by room."""
    free = site.walk.reshape(-1) == OPEN
    shunned = _near_doors(site) | {spot.tile for spot in site.spots if spot.kind == "entrance"}
    for room in site.rooms[1:]:
        tiles = [tile for tile in room.tiles if free[tile] and tile not in shunned and not site.on_edge(tile)]
        roomy = [tile for tile in tiles if sum(bool(free[at]) for at in site.ring(tile)) >= ROOMY]
        for tile in sorted(_choose(site, room, roomy or tiles, free)):
            id = len(site.spots)
            site.spots.append(SpotPlan(id, tile, room.id, "stand", Pose.STAND, Facing.SOUTH, -1))


def _near_doors(site: Site) -> set[int]:
    near = {door.tile for door in site.doors[1:]}
    for door in site.doors[1:]:
        near.update(site.around(door.tile) if site.on_edge(door.tile) else site.ring(door.tile))
    return near


def _choose(site: Site, room: RoomPlan, tiles: list[int], free: Flags) -> list[int]:
    """Spreads places: each next one is the candidate farthest from all chosen, the first the most central."""
    wanted = min(room.capacity or len(tiles), AT_MOST.get(room.kind, room.capacity or 12))
    left = np.array(tiles, np.int64)
    chosen: list[int] = []
    ys, xs = left // site.width, left % site.width
    middle = np.abs(2 * ys - (ys.min() + ys.max())) + np.abs(2 * xs - (xs.min() + xs.max())) if tiles else ys
    far = -middle
    while left.size and len(chosen) < wanted:
        at = int(np.argmax(far))
        tile = int(left[at])
        left, far = np.delete(left, at), np.delete(far, at)
        if not _spare(site, tile, free):
            continue
        free[tile] = False
        reach = np.abs(left // site.width - tile // site.width) + np.abs(
            left % site.width - tile % site.width
        )
        far = np.minimum(far, reach) if chosen else reach
        chosen.append(tile)
    return chosen


def _spare(site: Site, tile: int, free: Flags) -> bool:
    """Whether all ways past a tile, and to the places beside it, stay open when somebody stands on it."""
    around = [bool(free[at]) for at in site.ring(tile)]
    ways = around[::2]
    if not any(ways) or (sum(ways) > 1 and _stretches(around) != 1):
        return False
    walk = site.walk.reshape(-1)
    places = [at for at in site.around(tile) if walk[at] == SEAT or (walk[at] == OPEN and not free[at])]
    return all(any(free[at] for at in site.around(place) if at != tile) for place in places)


def _stretches(around: list[bool]) -> int:
    """How many separate stretches of the ring touch the tile in the middle on one of its four sides."""
    if all(around):
        return 1
    start = around.index(False)
    turned = [(start + i) % 8 for i in range(8)]
    count, touching = 0, False
    for i in turned:
        if not around[i]:
            touching = False
        elif i % 2 == 0 and not touching:
            touching = True
            count += 1
    return count

"""Furniture: set down by its top left tile, with the spots it offers; queues counted from the counter."""

from dataclasses import replace

from game.sim.house.furniture import FURNITURE, Facing, Furniture, Pose
from game.sim.house.plan import CELL_KINDS, Piece, SpotPlan
from game.story.prison.doors import marker_tile
from game.story.prison.format import FLOORS, FloorEntry, ThingEntry
from game.story.prison.site import BLOCKED, FLOOR, SEAT, Site

SERVERS = ("serve", "phone", "shower", "visit")
"""Kinds of spots that people queue for."""
NO_SPOT = SpotPlan(0, -1, 0, "", Pose.STAND, Facing.SOUTH, -1)


def furnish(site: Site) -> None:
    """Fills the site's pieces and their spots, both in reading order."""
    taken: dict[int, str] = {}
    found: list[SpotPlan] = []
    for tile in site.tiles:
        entry = site.entry(tile)
        if isinstance(entry, ThingEntry) and _fits(site, tile, entry, taken):
            found += _set_down(site, tile, entry)
    found.sort(key=lambda spot: spot.tile)
    site.spots.append(NO_SPOT)
    site.spots += [replace(spot, id=i) for i, spot in enumerate(found, 1)]
    _count_queues(site)
    _check_beds(site)


def _footprint(site: Site, tile: int, shape: Furniture) -> list[tuple[int, str]]:
    """The tiles a piece covers, as far as they are on the drawing, and how it covers each."""
    x, y = tile % site.width, tile // site.width
    return [
        ((y + dy) * site.width + x + dx, mark)
        for dy, row in enumerate(shape.footprint)
        for dx, mark in enumerate(row)
        if x + dx < site.width and y + dy < site.height
    ]


def _fits(site: Site, tile: int, entry: ThingEntry, taken: dict[int, str]) -> bool:
    shape = FURNITURE[entry.thing]
    covered = _footprint(site, tile, shape)
    if len(covered) < shape.width * shape.height:
        site.report(tile, "E209", f"the {entry.thing} stands out over the edge of the plan")
        return False
    for at, mark in covered:
        under = site.entry(at)
        free = site.char(at) == FLOOR or isinstance(under, FloorEntry)
        if mark == ".":
            free = free or site.is_floor(at)
        if at != tile and not free:
            size = f"{shape.width}×{shape.height} tiles"
            site.report(
                at, "E209", f"the {entry.thing} ({size}) does not fit: '{site.char(at)}' is in its way"
            )
            return False
        if mark != "." and at in taken:
            site.report(at, "E209", f"the {entry.thing} stands on the {taken[at]}")
            return False
    taken.update({at: entry.thing for at, mark in covered if mark != "."})
    return True


def _set_down(site: Site, tile: int, entry: ThingEntry) -> list[SpotPlan]:
    shape, piece = FURNITURE[entry.thing], len(site.pieces)
    room = int(site.room_at.reshape(-1)[tile])
    site.pieces.append(Piece(entry.thing, tile, room))
    walk, floor = site.walk.reshape(-1), site.floor.reshape(-1)
    for at, mark in _footprint(site, tile, shape):
        if mark != ".":
            walk[at] = SEAT if mark == "o" else BLOCKED
        if entry.floor:
            floor[at] = FLOORS[entry.floor]
    return [
        SpotPlan(0, tile + s.dy * site.width + s.dx, room, s.kind, s.pose, s.facing, piece)
        for s in shape.spots
    ]


def _count_queues(site: Site) -> None:
    """Numbers the places of each queue by the way along it from the nearest counter, which is 0."""
    queue = {spot.tile: spot.id for spot in site.spots if spot.kind == "queue"}
    front = [spot.tile for spot in site.spots if spot.kind in SERVERS]
    reached = set(front)
    order = 0
    while front:
        order += 1
        beside = [at for tile in front for at in site.around(tile) if at in queue and at not in reached]
        front = sorted(set(beside))
        reached.update(front)
        for tile in front:
            site.spots[queue[tile]] = replace(site.spots[queue[tile]], order=order)
    for tile in sorted(set(queue) - reached):
        site.report(
            tile, "E216", "this queue leads to nothing", "its places have to touch one another and a counter"
        )


def _check_beds(site: Site) -> None:
    """A cell can't hold more people than it has beds."""
    beds: dict[int, int] = {}
    for spot in site.spots:
        beds[spot.room] = beds.get(spot.room, 0) + (spot.kind == "bed")
    for room in site.rooms[1:]:
        if room.kind in CELL_KINDS and beds.get(room.id, 0) < room.capacity:
            message = f"{room.name} is for {room.capacity}, but has {beds.get(room.id, 0)} beds"
            site.report(marker_tile(site, room.tiles), "E214", message)

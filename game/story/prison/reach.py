"""Ways: from the entrance, all doors open, one can get into every room and to every spot."""

from game.story.prison.doors import marker_tile
from game.story.prison.site import OPEN, Site


def check_ways(site: Site) -> None:
    """Reports the rooms and the spots that nobody could ever get to."""
    entrances = [spot.tile for spot in site.spots if spot.kind == "entrance"]
    if not entrances:
        help = "put the furniture `entrance` where people come in"
        site.report_at(("plan",), "E215", "the prison has no entrance", help)
        return
    reached = _reached(site, entrances)
    lost = _check_rooms(site, reached)
    for spot in site.spots[1:]:
        near = spot.tile in reached or any(at in reached for at in site.around(spot.tile))
        if not near and spot.room not in lost:
            kind = site.pieces[spot.piece].kind
            site.report(spot.tile, "E213", f"nobody can get to this place of the {kind}: all around is taken")


def _reached(site: Site, starts: list[int]) -> set[int]:
    walk = site.walk.reshape(-1)
    reached, front = set(starts), list(starts)
    while front:
        tile = front.pop()
        for beside in site.around(tile):
            if walk[beside] == OPEN and beside not in reached:
                reached.add(beside)
                front.append(beside)
    return reached


def _check_rooms(site: Site, reached: set[int]) -> set[int]:
    """Reports rooms no way leads to; those without a door have been reported for that."""
    with_door = {room for door in site.doors for room in door.rooms}
    lost = set()
    for room in site.rooms[1:]:
        if any(tile in reached for tile in room.tiles):
            continue
        lost.add(room.id)
        if room.id in with_door:
            message = f"no way leads from the entrance to {room.name}"
            site.report(marker_tile(site, room.tiles), "E212", message)
    return lost

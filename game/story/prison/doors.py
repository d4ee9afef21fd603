"""Doors: each joins exactly two rooms, and every room has one."""

from game.sim.house.plan import DoorKind, DoorPlan
from game.story.prison.format import DOORS, DoorEntry
from game.story.prison.site import OPEN, Site


def hang_doors(site: Site) -> None:
    """Fills the site's doors in reading order. Furniture stands already: a blocked door is reported."""
    site.doors.append(DoorPlan(0, -1, (0, 0), DoorKind.OPENING, "", False))
    for tile in site.tiles:
        entry = site.entry(tile)
        if isinstance(entry, DoorEntry):
            _hang(site, tile, entry)
    _check_rooms(site)


def _hang(site: Site, tile: int, entry: DoorEntry) -> None:
    room_at, walk, door_at = site.room_at.reshape(-1), site.walk.reshape(-1), site.door_at.reshape(-1)
    sides = [beside for beside in site.around(tile) if site.is_floor(beside)]
    rooms = list(dict.fromkeys(int(room_at[side]) for side in sides if room_at[side]))
    if len(rooms) != 2:
        names = ", ".join(site.rooms[room].name for room in rooms)
        found = f"{len(rooms)}: {names}" if names else "none"
        site.report(tile, "E210", f"a door has to join two rooms; this one joins {found}")
        return
    for room in rooms:
        if not any(walk[side] == OPEN for side in sides if room_at[side] == room):
            site.report(tile, "E218", f"furniture stands before this door, in {site.rooms[room].name}")
    kind = DOORS[entry.door]
    if kind is DoorKind.OPENING and (entry.key or entry.locked):
        site.report(tile, "E210", "an opening has no leaf: it can't have a key or be locked")
    if entry.locked and not entry.key and kind is not DoorKind.OPENING:
        site.report(tile, "E210", "a locked door needs a class of keys", "add `key:` to its palette entry")
    id = len(site.doors)
    site.doors.append(DoorPlan(id, tile, (rooms[0], rooms[1]), kind, entry.key or "", entry.locked))
    door_at[tile], room_at[tile], walk[tile] = id, rooms[0], OPEN
    site.floor.reshape(-1)[tile] = site.floor.reshape(-1)[_first(site, sides, rooms[0])]


def _first(site: Site, sides: list[int], room: int) -> int:
    return next(side for side in sides if site.room_at.reshape(-1)[side] == room)


def _check_rooms(site: Site) -> None:
    with_door = {room for door in site.doors for room in door.rooms}
    for room in site.rooms[1:]:
        if room.id not in with_door:
            site.report(marker_tile(site, room.tiles), "E211", f"{room.name} has no door")


def marker_tile(site: Site, tiles: tuple[int, ...]) -> int:
    """Where the marker of a room stands."""
    return next((tile for tile in tiles if site.char(tile) in site.file.rooms), tiles[0])

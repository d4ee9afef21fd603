"""Rooms by flood fill: each stretch of floor that walls and doors enclose is the room its marker names."""

from game.sim.house.plan import ROOM_KINDS, RoomPlan
from game.story.prison.format import FLOORS, FloorEntry, RoomEntry
from game.story.prison.site import GROUND, OPEN, Site

UNDER_THE_SKY = ("yard", "outside")


def find_rooms(site: Site) -> None:
    """Fills the site's rooms in the order of the file, marks of one letter in reading order."""
    regions, region_of = _regions(site)
    named = _name(site, regions, region_of)
    nobody = RoomPlan(0, "", "", "outside", 0, 0, (), outdoors=True)
    site.rooms.append(nobody)
    for marker, entry in site.file.rooms.items():
        marks = [region for region, char in sorted(named.items()) if char == marker]
        if not marks:
            site.report_at(("rooms", marker), "E206", f"the marker '{marker}' stands nowhere in the plan")
        for number, region in enumerate(sorted(marks, key=lambda r: regions[r][0]), 1):
            _add(site, entry, number, regions[region])
    _check_keys(site)
    for tiles in regions.values():
        _check_hull(site, tiles)


def _regions(site: Site) -> tuple[dict[int, list[int]], dict[int, int]]:
    """Connected floor, numbered in reading order, and the region of each tile."""
    regions: dict[int, list[int]] = {}
    region_of: dict[int, int] = {}
    for start in site.tiles:
        if start in region_of or not site.is_floor(start):
            continue
        region, open_tiles, tiles = len(regions), [start], []
        region_of[start] = region
        while open_tiles:
            tile = open_tiles.pop()
            tiles.append(tile)
            for beside in site.around(tile):
                if beside not in region_of and site.is_floor(beside):
                    region_of[beside] = region
                    open_tiles.append(beside)
        regions[region] = sorted(tiles)
    return regions, region_of


def _name(site: Site, regions: dict[int, list[int]], region_of: dict[int, int]) -> dict[int, str]:
    """Which marker names which region; markers twice and regions without one are reported."""
    named: dict[int, str] = {}
    seen: dict[str, int] = {}
    for tile in site.tiles:
        entry, char = site.entry(tile), site.char(tile)
        if not isinstance(entry, RoomEntry):
            continue
        if char in seen and not entry.each:
            line = site.place(seen[char]).line
            help = f"first in line {line}; `each: true` makes a room of each mark"
            site.report(tile, "E204", f"the marker '{char}' stands here a second time", help)
        elif region_of[tile] in named:
            message = f"'{char}' marks a room that '{named[region_of[tile]]}' has named"
            site.report(tile, "E207", message, "is a wall or a door missing between them?")
        else:
            named[region_of[tile]] = char
        seen.setdefault(char, tile)
    for region, tiles in regions.items():
        if region not in named:
            site.report(tiles[0], "E205", "this room has no marker", "put the marker of a room on its floor")
    return named


def _add(site: Site, entry: RoomEntry, number: int, tiles: list[int]) -> None:
    id, kind = len(site.rooms), entry.kind
    wings = {wing.key: wing.id for wing in site.wings}
    outdoors = kind in UNDER_THE_SKY if entry.outdoors is None else entry.outdoors
    site.rooms.append(
        RoomPlan(
            id, numbered(entry.key, number), numbered(entry.name, number), kind,
            wings.get(entry.wing or "", 0), entry.capacity, tuple(tiles), outdoors, entry.camera,
        )
    )  # fmt: skip
    ground = FLOORS[entry.floor] if entry.floor else ROOM_KINDS[kind]
    room_at, floor, walk = site.room_at.reshape(-1), site.floor.reshape(-1), site.walk.reshape(-1)
    for tile in tiles:
        room_at[tile] = id
        walk[tile] = OPEN
        if not isinstance(site.entry(tile), FloorEntry):
            floor[tile] = ground


def numbered(text: str, number: int) -> str:
    """A key or name with its number filled in."""
    return text.replace("{nn}", f"{number:02d}").replace("{n}", str(number))


def _check_keys(site: Site) -> None:
    seen: set[str] = set()
    for room in site.rooms[1:]:
        if room.key in seen:
            help = "rooms of one marker need `{n}` in their key"
            site.report(room.tiles[0], "E204", f"a second room with the key '{room.key}'", help)
        seen.add(room.key)


def _check_hull(site: Site, tiles: list[int]) -> None:
    """Nothing but a wall or a door may be between a room and the ground outside."""
    room = site.rooms[int(site.room_at.reshape(-1)[tiles[0]])]
    if room.id and room.kind == "outside":
        return
    for tile in tiles:
        if site.on_edge(tile) or any(site.char(beside) == GROUND for beside in site.around(tile)):
            where = room.name if room.id else "a room"
            site.report(tile, "E208", f"a hole in the outer wall: {where} is open to the outside")
            return

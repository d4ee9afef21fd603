"""The drawing as a site to build on: what each tile holds, and where in the file it stands."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.sim.house.plan import DoorPlan, Piece, RoomPlan, SpotPlan, WingPlan
from game.story.prison.format import (
    FLOORS,
    WALLS,
    DoorEntry,
    FloorEntry,
    PrisonFile,
    RoomEntry,
    ThingEntry,
    WallEntry,
)
from game.story.reading.nodes import Node, Scalar, follow, locate
from game.story.reading.problem import Place, did_you_mean
from game.story.reading.source import Source

GROUND, FLOOR = " ", "."
BLOCKED, OPEN, SEAT = 0, 1, 2
Bytes = NDArray[np.uint8]
Labels = NDArray[np.int16]


@dataclass(slots=True)
class Site:
    """A prison being built. Tiles are numbered row by row; arrays are (height, width)."""

    file: PrisonFile
    root: Node
    source: Source
    rows: list[str]
    first_line: int
    """Line of the file with the first row of the drawing."""
    first_column: int
    wall: Bytes
    floor: Bytes
    walk: Bytes
    room_at: Labels
    door_at: Labels
    wings: list[WingPlan] = field(default_factory=list)
    rooms: list[RoomPlan] = field(default_factory=list)
    doors: list[DoorPlan] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    spots: list[SpotPlan] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Tiles from west to east."""
        return int(self.wall.shape[1])

    @property
    def height(self) -> int:
        """Tiles from north to south."""
        return int(self.wall.shape[0])

    @property
    def tiles(self) -> range:
        """All tiles in reading order."""
        return range(self.width * self.height)

    def char(self, tile: int) -> str:
        """The character drawn there; beyond a short row, ground."""
        row = self.rows[tile // self.width]
        x = tile % self.width
        return row[x] if x < len(row) else GROUND

    def entry(self, tile: int) -> WallEntry | DoorEntry | ThingEntry | FloorEntry | RoomEntry | None:
        """What the character there stands for; None for ground and plain floor."""
        char = self.char(tile)
        return self.file.palette.get(char) or self.file.rooms.get(char)

    def is_floor(self, tile: int) -> bool:
        """Whether a room could be there: floor, furniture or a marker."""
        return self.char(tile) != GROUND and not isinstance(self.entry(tile), WallEntry | DoorEntry)

    def around(self, tile: int) -> list[int]:
        """The neighbours north, west, east and south that are on the drawing."""
        x, width = tile % self.width, self.width
        beside = [tile - width] if tile >= width else []
        beside += [tile - 1] if x else []
        beside += [tile + 1] if x < width - 1 else []
        return beside + ([tile + width] if tile + width < width * self.height else [])

    def ring(self, tile: int) -> list[int]:
        """The eight tiles around, clockwise from the north; only for tiles that are not on the edge."""
        w = self.width
        return [
            tile - w,
            tile - w + 1,
            tile + 1,
            tile + w + 1,
            tile + w,
            tile + w - 1,
            tile - 1,
            tile - w - 1,
        ]

    def on_edge(self, tile: int) -> bool:
        """Whether a tile is in the first or last row or column."""
        x, y = tile % self.width, tile // self.width
        return x in (0, self.width - 1) or y in (0, self.height - 1)

    def place(self, tile: int) -> Place:
        """Where a tile stands in the file."""
        return Place(self.first_line + tile // self.width, self.first_column + tile % self.width)

    def report(self, tile: int, code: str, message: str, help: str = "") -> None:
        """Notes a problem of a tile."""
        self.source.report(self.place(tile), code, message, help)

    def report_at(self, path: tuple[str | int, ...], code: str, message: str, help: str = "") -> None:
        """Notes a problem of an entry of the file."""
        self.source.report(locate(self.root, path), code, message, help)


def lay_out(file: PrisonFile, root: Node, source: Source) -> Site | None:
    """The drawing as a site: walls, floors, and the tiles that are no part of anything reported."""
    block = follow(root, ("plan",))
    if not isinstance(block, Scalar) or not block.literal:
        source.report(
            locate(root, ("plan",)), "E200", "the plan has to be a block of text", "begin it with `plan: |2`"
        )
        return None
    rows = block.text.rstrip("\n").split("\n")
    width, height = max(map(len, rows)), len(rows)
    if not 3 <= width <= 1000 or not 3 <= height <= 1000:
        source.report(block.place, "E200", f"a plan of {width}×{height} tiles: 3 to 1000 each way")
        return None
    first_line = block.place.line + 1
    inked = next(i for i, row in enumerate(rows) if row)
    first_column = len(source.lines[first_line + inked - 1]) - len(rows[inked]) + 1
    wall, floor, walk = (np.zeros((height, width), np.uint8) for _ in range(3))
    room_at, door_at = (np.zeros((height, width), np.int16) for _ in range(2))
    site = Site(file, root, source, rows, first_line, first_column, wall, floor, walk, room_at, door_at)
    _check_rows(site)
    _paint(site)
    return site


def _check_rows(site: Site) -> None:
    for y, row in enumerate(site.rows):
        if len(row) < site.width:
            place = Place(site.first_line + y, site.first_column + len(row))
            message = f"this row has {len(row)} tiles, the longest {site.width}"
            site.source.report(place, "E202", message, "blanks at the end count, too: they are ground")


def _paint(site: Site) -> None:
    """Walls and floors by character, the characters nobody knows, and the seam."""
    known = [*site.file.palette, *site.file.rooms]
    wall, floor = site.wall.reshape(-1), site.floor.reshape(-1)
    for tile in site.tiles:
        char, entry = site.char(tile), site.entry(tile)
        if isinstance(entry, WallEntry):
            wall[tile] = WALLS[entry.wall]
        elif isinstance(entry, FloorEntry):
            floor[tile] = FLOORS[entry.floor]
        elif entry is None and char not in (GROUND, FLOOR):
            site.report(tile, "E201", f"unknown character '{char}'", did_you_mean(char, known))
        if char != GROUND and not wall[tile] and _on_seam(site, tile):
            message = "the last column and the last row have to be wall or ground"
            site.report(tile, "E203", message)


def _on_seam(site: Site, tile: int) -> bool:
    return tile % site.width == site.width - 1 or tile // site.width == site.height - 1

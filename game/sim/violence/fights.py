"""Fights: who is in one, on whose side, who looks on, who is on the way; and how people stand to one another in it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.codec import component
from game.sim.house.flow import OPEN, SEAT
from game.sim.house.furniture import Facing, Pose
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.people import Doing, Place, Trail

if TYPE_CHECKING:
    from game.sim.world import World

MOTIVES = ("unknown", "hate", "debt", "fear")
"""Why somebody strikes; the `detail` of `Assaulted` is an index. `debt`: unpaid, or a demand defied."""
HATE, DEBT, FEAR = 1, 2, 3
ARM_TILES = 1
"""How near one has to be to strike."""
STEPS_A_MINUTE = 6
"""Tiles one comes nearer in a tick: as many as one walks."""


@component
@dataclass(slots=True)
class Responder:
    """An officer who has set out for a fight."""

    officer: int
    because: int
    """Event `Responded`."""
    arrived: bool = False


@component
@dataclass(slots=True)
class Runner:
    """Somebody on the way to fetch help."""

    person: int
    because: int
    """Event `FetchedHelp`."""
    until: int
    """Tick at which he gives it up."""


@component
@dataclass(slots=True)
class Fight:
    """A fight that is going on; the entity's space is `fight`."""

    id: int
    """Its number: the event `Assaulted` that it began with."""
    who: int
    """Who began it."""
    whom: int
    place: int
    began: int
    """Tick."""
    attackers: list[int]
    defenders: list[int]
    because: dict[int, int]
    """Of each fighter the event that brought him into it."""
    arms: dict[int, int] = field(default_factory=dict)
    """Of each armed fighter the item in his hand."""
    beaten: list[int] = field(default_factory=list)
    """Fighters who are down, or have given up."""
    decided: list[int] = field(default_factory=list)
    """Bystanders who have made up their minds."""
    gapers: list[int] = field(default_factory=list)
    runners: list[Runner] = field(default_factory=list)
    responders: list[Responder] = field(default_factory=list)
    wanted: int = 0
    """How many officers are called for by order; 0: as many as it takes."""
    alarm: int = 0
    """Event from which the staff know of it; 0: they don't."""
    alarm_tick: int = 0

    @property
    def fighters(self) -> list[int]:
        """All who fight or did, the one who began it first."""
        return [*self.attackers, *self.defenders]

    def standing(self, side: list[int]) -> list[int]:
        """Return who of a side still fights."""
        return [person for person in side if person not in self.beaten]

    def foes(self, person: int) -> list[int]:
        """Return those who still fight against a fighter."""
        return self.standing(self.defenders if person in self.attackers else self.attackers)


def open_fights(world: "World") -> list[Fight]:
    """Return the fights that are going on, the oldest first."""
    return [fight for _, fight in world.each(Fight)]


def fight_of(world: "World", number: int) -> Fight | None:
    """Return a fight by its number, None when it is over."""
    return world.component("fight", number, Fight)


def middle(world: "World", fight: Fight) -> int:
    """Return the tile of the first of those who fight."""
    tiles = world.everyone(Place).tile[world.people.rows(fight.fighters)]
    on_map = tiles[tiles > 0]
    return int(on_map[0]) if on_map.size else int(world.plan.rooms[fight.place].tiles[0])


def tiles_from(world: "World", tile: int) -> Ints:
    """Return how many tiles everyone is from a tile, by row."""
    at, width = world.everyone(Place).tile, world.ground.width
    far: Ints = np.maximum(abs(at % width - tile % width), abs(at // width - tile // width))
    return far


def gap(world: "World", one: int, other: int) -> int:
    """Return how many tiles lie between two people."""
    width, place = world.ground.width, world.everyone(Place)
    a, b = (int(place.tile[world.people.row_of[id]]) for id in (one, other))
    return max(abs(a % width - b % width), abs(a // width - b // width))


def onlookers(world: "World", tile: int, tiles: float) -> NDArray[np.bool_]:
    """Tell by row who is awake, within so many tiles, and has a clear view of a tile."""
    place, ground = world.everyone(Place), world.ground
    near: NDArray[np.bool_] = (tiles_from(world, tile) <= tiles) & (place.tile > 0)
    near &= world.everyone(Doing).use != INDEX["sleep"]
    near &= ground.sees[ground.room_at[place.tile], ground.room_at[tile]]
    rows = near.nonzero()[0]
    near[rows] = ground.clear_view(place.tile[rows], tile)
    return near


def settled(world: "World") -> NDArray[np.bool_]:
    """Tell by row who can be stopped where he is: not those who are just rising from a seat no longer theirs."""
    place, ground = world.everyone(Place), world.ground
    own: NDArray[np.bool_] = (ground.walk[place.tile] != SEAT) | (ground.spot_tile[place.goal] == place.tile)
    return own


def face(world: "World", person: int, tile: int) -> None:
    """Turn somebody towards a tile."""
    place, width = world.one(person, Place), world.ground.width
    across, down = tile % width - place.tile % width, tile // width - place.tile // width
    if abs(across) >= abs(down):
        place.facing = Facing.EAST if across >= 0 else Facing.WEST
    else:
        place.facing = Facing.SOUTH if down > 0 else Facing.NORTH


def close_in(world: "World", person: int, foe: int) -> None:
    """Let a fighter come within arm's length, as far as he gets in a minute, over free tiles of the room."""
    place, trail, row = world.everyone(Place), world.everyone(Trail).block, int(world.people.row_of[person])
    there = int(place.tile[world.people.row_of[foe]])
    still = trail[0, row] in (0, place.tile[row])
    for step in range(1, STEPS_A_MINUTE + 1 if still and gap(world, person, foe) > ARM_TILES else 0):
        tile = _nearer(world, int(place.tile[row]), there)
        if not tile:
            break
        place.tile[row], place.goal[row], place.room[row] = tile, 0, 0
        place.pose[row] = Pose.STAND
        trail[step:, row] = tile
        if gap(world, person, foe) <= ARM_TILES:
            break
    face(world, person, there)


def _nearer(world: "World", here: int, there: int) -> int:
    """Return the free tile beside `here`, in the same room, that leads nearer; 0 for none."""
    ground, width = world.ground, world.ground.width
    across, down = there % width - here % width, there // width - here // width
    ways = [(abs(across), 1 if across > 0 else -1), (abs(down), width if down > 0 else -width)]
    for distance, step in sorted(ways, key=lambda way: -way[0]):
        tile = here + step
        free = ground.walk[tile] == OPEN and not ground.door_at[tile]
        inside = free and ground.room_at[tile] == ground.room_at[here]
        if distance and inside and not (world.everyone(Place).tile == tile).any():
            return tile
    return 0

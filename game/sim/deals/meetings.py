"""Meetings: who is near enough to whom for a word, and what lies between the two, for many pairs at once."""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.deals.pacts import Pact
from game.sim.engine.calendar import MINUTES_PER_DAY
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.minds.ties import FEELINGS, TieEnds, TieRoots, Ties, tie_index_of
from game.sim.people import INMATE, Doing, Identity, Place, Roots, Temper, is_staff
from game.sim.states import Body, Break, State

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
PATCH_TILES = 5
"""People are near one another when they stand in one square of so many tiles, in one room."""
NEW_DAYS = 5
"""How long somebody who came in counts as new."""
FRIEND_REGARD = 0.25
"""From which regard on a man would rather stand by somebody than not."""
_REGARD = FEELINGS.index("regard")


def at_large(world: "World") -> Bools:
    """Tell which rows are inmates awake, on their feet's own terms, and open to a word."""
    state, place = world.everyone(State), world.everyone(Place)
    free: Bools = (world.everyone(Identity).role == INMATE) & (place.tile > 0) & (place.walking == 0)
    free &= (state.held == 0) & (state.broken != Break.WITHDRAWN)
    free &= world.everyone(Doing).use != INDEX["sleep"]
    return free


def near_pairs(world: "World", dice: "Dice") -> tuple[Ints, Ints]:
    """Return the rows of pairs: each inmate at large with one other, by chance, who is near him."""
    ground = world.ground
    rows = at_large(world).nonzero()[0]
    if not rows.size:
        return rows, rows
    tiles = world.everyone(Place).tile[rows]
    shift_x, shift_y = dice.below(PATCH_TILES), dice.below(PATCH_TILES)
    x, y = (tiles % ground.width + shift_x) // PATCH_TILES, (tiles // ground.width + shift_y) // PATCH_TILES
    key = (ground.room_at[tiles] * ground.width + x) * ground.width + y
    order = np.argsort(key, kind="stable")
    rows, key = rows[order], key[order]
    group = np.concatenate([np.zeros(1, np.int64), (np.diff(key) != 0).astype(np.int64)])[: len(rows)]
    group = np.cumsum(group)
    count = np.bincount(group)
    first = (np.cumsum(count) - count)[group]
    others = count[group] - 1
    step = 1 + (dice.uniforms(len(rows)) * others).astype(np.int64)
    partner = first + (np.arange(len(rows)) - first + step) % count[group]
    company = others > 0
    return rows[company], rows[partner[company]]


def newness(world: "World") -> Floats:
    """Return how new everyone is, by row: 1 on arrival, 0 after NEW_DAYS, and for all who were here before."""
    arrived = world.everyone(Roots).arrived
    new = np.zeros(len(arrived))
    for row in arrived.nonzero()[0].tolist():
        days = (world.tick - world.chronicle.event(int(arrived[row])).tick) / MINUTES_PER_DAY
        new[row] = max(0.0, 1 - days / NEW_DAYS)
    return new


def might(world: "World") -> Floats:
    """Return how much of a man to be reckoned with everyone is, by row, about 0 to 1: he shows it, wounds take it."""
    temper = world.everyone(Temper)
    strength: Floats = 0.45 * temper.aggression + 0.25 * temper.nerve + 0.3 * temper.charisma
    strength += 0.1 * (world.everyone(Identity).faction > 0)
    sound: Floats = np.maximum(strength * (1 - world.everyone(Body).wound), 0.0)
    return sound


def backing(world: "World") -> Floats:
    """Return how many men who like him are in the room with everyone, by row."""
    ties, ends, people = world.everyone(Ties), world.everyone(TieEnds), world.people
    fond = (ties.regard > FRIEND_REGARD).nonzero()[0]
    friends, men = people.rows(ends.who[fond]), people.rows(ends.whom[fond])
    here = world.ground.room_at[world.everyone(Place).tile]
    together = (friends >= 0) & (men >= 0) & (here[friends] == here[men]) & (here[men] > 0)
    return np.bincount(men[together], minlength=people.n).astype(np.float64)


def overseen(world: "World") -> Bools:
    """Tell in which rooms there is staff, by room id."""
    place = world.everyone(Place)
    staff = place.tile[is_staff(world.everyone(Identity).role) & (place.tile > 0)]
    count = np.bincount(world.ground.room_at[staff], minlength=len(world.plan.rooms))
    manned: Bools = count > 0
    return manned


class Meetings:
    """Pairs who meet (`a` may do something to `b`, both rows), with what lies between them."""

    def __init__(self, world: "World", a: Ints, b: Ints) -> None:
        self.world = world
        self.a, self.b = a, b
        self.room: Ints = world.ground.room_at[world.everyone(Place).tile[a]]

    def __len__(self) -> int:
        return len(self.a)

    def pair(self, number: int) -> tuple[int, int]:
        """Return the ids of one pair."""
        ids = self.world.people.ids
        return int(ids[self.a[number]]), int(ids[self.b[number]])

    def mine(self, feeling: str) -> tuple[Floats, Ints]:
        """Return what each `a` feels towards his `b`, and the events it goes back to."""
        return self._felt(self._ahead, feeling)

    def theirs(self, feeling: str) -> tuple[Floats, Ints]:
        """Return what each `b` feels towards his `a`, and the events it goes back to."""
        return self._felt(self._back, feeling)

    def _felt(self, rows: Ints, feeling: str) -> tuple[Floats, Ints]:
        """Return one feeling of ties by row, 0 where there is none."""
        if not self.world.ties.n:
            return np.zeros(len(rows)), np.zeros(len(rows), np.int64)
        at, there = FEELINGS.index(feeling), rows >= 0
        values = self.world.everyone(Ties).block[at].take(rows, mode="wrap") * there
        return values, self.world.everyone(TieRoots).block[at].take(rows, mode="wrap") * there

    @cached_property
    def _ahead(self) -> Ints:
        return self._tie_rows(self.a, self.b)

    @cached_property
    def _back(self) -> Ints:
        return self._tie_rows(self.b, self.a)

    def _tie_rows(self, a: Ints, b: Ints) -> Ints:
        world, ids = self.world, self.world.people.ids
        index = tie_index_of(world)
        pairs = zip(ids[a].tolist(), ids[b].tolist(), strict=True)
        ties = np.array([index.get(pair, 0) for pair in pairs], np.int64)
        return np.where(ties > 0, world.ties.rows(ties), -1)

    @cached_property
    def new(self) -> Floats:
        """How new each `b` is, 0 to 1."""
        return newness(self.world)[self.b]

    @cached_property
    def alone(self) -> Floats:
        """1 where nobody in the room would stand by `b`, less for each who would."""
        return 1 / (1 + backing(self.world)[self.b])

    @cached_property
    def edge(self) -> Floats:
        """How much more of a man to be reckoned with `a` is than `b`, about −1 to 1."""
        strength = might(self.world)
        return strength[self.a] - strength[self.b]

    @cached_property
    def staffed(self) -> Bools:
        """Whether staff is in the room."""
        return overseen(self.world)[self.room]

    @cached_property
    def guard(self) -> Floats:
        """How much of a man the protector of each `b` is; 0 without one, or where it is `a` himself."""
        found, people = np.zeros(len(self)), self.world.people
        protectors = {pact.ward: pact.protector for _, pact in self.world.each(Pact)}
        for number, whom in enumerate(people.ids[self.b].tolist()):
            protector = protectors.get(whom, 0)
            if protector in people and protector != int(people.ids[self.a[number]]):
                found[number] = might(self.world)[people.row_of[protector]]
        return found

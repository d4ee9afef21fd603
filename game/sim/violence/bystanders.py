"""Bystanders: each who sees a fight joins, watches, fetches help or looks away, once, and for reasons of his own."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from game.sim.deals.pacts import protector_of
from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.house.going import can_go, head, hold, release, taken_spots
from game.sim.house.ground import Ints
from game.sim.house.uses import INDEX
from game.sim.minds.knowledge import Source, mask_of
from game.sim.minds.thoughts import think
from game.sim.minds.ties import feeling, root_of, shift_tie
from game.sim.people import INMATE, Identity, Needs, Place, Roots, Temper
from game.sim.states import Break, Hold, State, StateRoots
from game.sim.violence.assaults import LONGEST_MINUTES, engage
from game.sim.violence.fights import Fight, Runner, face, gap, middle, onlookers, settled, tiles_from
from game.sim.violence.officers import free_officers, raise_alarm

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World

REACTIONS = (Kind.Joined, Kind.Watched, Kind.FetchedHelp, Kind.LookedAway)
MOST_AT_ONCE = 24
"""So many, the nearest, make up their minds about a fight in one minute."""


@dataclass(frozen=True, slots=True)
class FightBystanderRules(Rules):
    """What weighs with somebody who sees a fight: each number is the weight of a full measure of it."""

    sees_tiles: float = rule(10, "tiles", "from which a fight concerns a bystander", low=1, high=100)
    whim: float = rule(0.35, "weight", "of chance, on each reaction", low=0, high=5)
    regard: float = rule(1.2, "weight", "of regard for a fighter, on joining him", low=0, high=5)
    hate: float = rule(0.9, "weight", "of hate for the other, on joining", low=0, high=5)
    pledge: float = rule(1.3, "weight", "of protection promised to him, or had from him", low=0, high=5)
    caution: float = rule(0.4, "weight", "that holds everyone back from joining", low=0, high=5)
    fear: float = rule(
        0.9,
        "weight",
        "of fear of a fighter: against joining and fetching help, for looking away",
        low=0,
        high=5,
    )
    blade: float = rule(0.5, "weight", "of a weapon in the fight, against joining", low=0, high=5)
    watch: float = rule(0.5, "weight", "of mere curiosity", low=0, high=5)
    spite: float = rule(0.4, "weight", "of hate for a fighter, on watching", low=0, high=5)
    care: float = rule(0.75, "weight", "of empathy, on fetching help", low=0, high=5)
    code: float = rule(0.8, "weight", "of loyalty to the code, against fetching help", low=0, high=5)
    dread: float = rule(0.7, "weight", "of feeling unsafe, on looking away", low=0, high=5)
    faint: float = rule(0.5, "weight", "of want of nerve, on looking away", low=0, high=5)
    run_minutes: float = rule(15, "minutes", "after which who fetches help gives it up", low=1, high=120)


@dataclass(slots=True)
class Leaning:
    """What speaks for one reaction, with where it comes from."""

    total: float = 0.0
    reasons: list[tuple[float, int]] = field(default_factory=list)

    def add(self, weight: float, because: int = 0) -> None:
        """Add a reason; below 0 it speaks against."""
        self.total += weight
        if weight > 0 and because:
            self.reasons.append((weight, because))

    def causes(self, fight: Fight) -> list[Cause]:
        """Return its reasons as edges, each with its share, and the fight as what it is about."""
        total = 0.0
        for weight, _ in self.reasons:
            total += weight
        weighed: dict[int, float] = {}
        for weight, because in self.reasons:
            weighed[because] = weighed.get(because, 0.0) + weight / total
        motives = [Cause(event, min(1.0, weight), Role.MOTIVE) for event, weight in weighed.items()]
        return [Cause(fight.id, 1.0, Role.OPPORTUNITY), *[c for c in motives if c.event != fight.id]]


def decide(world: "World", fight: Fight, dice: "Dice") -> None:
    """Let all who see the fight for the first time make up their minds."""
    chosen: dict[Kind, list[tuple[float, int, Leaning]]] = {kind: [] for kind in REACTIONS}
    ally_of: dict[int, int] = {}
    for person in _new_eyes(world, fight):
        fight.decided.append(person)
        ally, leanings = _leanings(world, fight, person)
        scores = [
            leaning.total + world.rules(FightBystanderRules).whim * dice.uniform() for leaning in leanings
        ]
        best = max(range(len(scores)), key=lambda i: (scores[i], -i))
        chosen[REACTIONS[best]].append((leanings[best].total, person, leanings[best]))
        ally_of[person] = ally
    for _, person, leaning in chosen[Kind.Joined]:
        _join(world, fight, person, ally_of[person], leaning)
    for _, person, leaning in chosen[Kind.FetchedHelp]:
        _fetch(world, fight, person, leaning)
    _stand_by(world, fight, chosen)


def _new_eyes(world: "World", fight: Fight) -> list[int]:
    """Return who sees the fight and has not made up his mind yet, the nearest first."""
    tile, rules = middle(world, fight), world.rules(FightBystanderRules)
    state = world.everyone(State)
    sees = onlookers(world, tile, rules.sees_tiles) & settled(world) & (state.held == 0)
    sees &= (world.everyone(Identity).role == INMATE) & (state.broken != Break.WITHDRAWN)
    rows = sees.nonzero()[0]
    rows = rows[np.argsort(tiles_from(world, tile)[rows], kind="stable")]
    known = [*fight.decided, *fight.fighters]
    return [id for id in world.people.ids[rows].tolist() if id not in known][:MOST_AT_ONCE]


def _leanings(world: "World", fight: Fight, person: int) -> tuple[int, tuple[Leaning, ...]]:
    """Return whose side he would take, and what speaks for each of REACTIONS."""
    rules, temper, roots = (
        world.rules(FightBystanderRules),
        world.one(person, Temper),
        world.one(person, Roots),
    )
    sides = (_side(world, fight, person, fight.attackers, fight.defenders),
             _side(world, fight, person, fight.defenders, fight.attackers))  # fmt: skip
    ally, join = max(sides, key=lambda side: side[1].total)
    join.add(0.5 * (temper.nerve - 0.5), roots.nerve)
    join.add(0.5 * (temper.aggression - 0.4), roots.aggression)
    join.add(-rules.caution - 0.4 * temper.discipline - (rules.blade if fight.arms else 0.0))
    watch, fetch, away = Leaning(), Leaning(), Leaning()
    watch.add(rules.watch + 0.3 * world.one(person, Needs).recreation)
    fetch.add(rules.care * temper.empathy, roots.empathy)
    fetch.add(0.4 * temper.discipline - rules.code * temper.loyalty)
    away.add(rules.dread * world.one(person, Needs).safety, world.one(person, StateRoots).stress)
    away.add(rules.faint * (1 - temper.nerve), roots.nerve)
    for fighter in (fight.who, fight.whom):
        watch.add(
            rules.spite * feeling(world, person, fighter, "hate"), root_of(world, person, fighter, "hate")
        )
        fear = rules.fear * feeling(world, person, fighter, "fear")
        away.add(fear, root_of(world, person, fighter, "fear"))
        fetch.add(-fear)
        fond = max(feeling(world, person, fighter, "regard"), 0.0)
        fetch.add(0.8 * fond, root_of(world, person, fighter, "regard"))
    if fight.alarm or not free_officers(world).any():
        fetch.total = -10.0
    return ally, (join, watch, fetch, away)


def _side(
    world: "World", fight: Fight, person: int, mine: list[int], theirs: list[int]
) -> tuple[int, Leaning]:
    """Return whom of a side he would help, and what speaks for it."""
    rules, best, ally = world.rules(FightBystanderRules), Leaning(-1.0), 0
    for friend in fight.standing(mine):
        leaning = Leaning()
        leaning.add(
            rules.regard * feeling(world, person, friend, "regard"), root_of(world, person, friend, "regard")
        )
        if protector_of(world, friend) == person:
            leaning.add(rules.pledge, root_of(world, friend, person, "trust") or fight.id)
        if protector_of(world, person) == friend:
            leaning.add(rules.pledge / 2, root_of(world, person, friend, "trust") or fight.id)
        for foe in fight.standing(theirs):
            leaning.add(rules.hate * feeling(world, person, foe, "hate"), root_of(world, person, foe, "hate"))
            leaning.add(-rules.fear * feeling(world, person, foe, "fear"))
        if leaning.total > best.total:
            best, ally = leaning, friend
    return ally, best


def _join(world: "World", fight: Fight, person: int, ally: int, leaning: Leaning) -> None:
    room = int(world.ground.room_at[world.one(person, Place).tile])
    because = leaning.causes(fight)
    event = world.emit(Kind.Joined, who=person, whom=ally, place=room, detail=fight.id, because=because)
    side = fight.attackers if ally in fight.attackers else fight.defenders
    side.append(person)
    engage(world, fight, person, event)
    shift_tie(world, ally, person, event, regard=0.15, trust=0.1)
    think(world, ally, "backed_up", event, person)


def _fetch(world: "World", fight: Fight, person: int, leaning: Leaning) -> None:
    row = np.array([world.people.row_of[person]], np.int64)
    until = world.tick + int(world.rules(FightBystanderRules).run_minutes)
    event = world.emit(
        Kind.FetchedHelp, who=person, whom=fight.whom, place=fight.place, detail=fight.id,
        because=leaning.causes(fight),
    )  # fmt: skip
    hold(world, row, Hold.FIGHT, "fetch", until, event)
    fight.runners.append(Runner(person, event, until if _run_to(world, row, until) else world.tick + 1))


def _run_to(world: "World", row: Ints, until: int) -> bool:
    """Send a runner to a free place as near as he gets to the next officer; False if he gets to none."""
    place, ground = world.everyone(Place), world.ground
    officers = free_officers(world).nonzero()[0]
    width, here = ground.width, int(place.tile[row[0]])
    far = abs(place.tile[officers] % width - here % width) + abs(
        place.tile[officers] // width - here // width
    )
    taken = taken_spots(world)
    for officer in officers[np.argsort(far, kind="stable")].tolist()[:4]:
        room = int(ground.room_at[place.tile[officer]])
        spots = (ground.spot_room == room).nonzero()[0]
        spots = spots[~taken[spots]]
        if spots.size and can_go(world, row, spots[:1])[0]:
            at = ground.spot_tile[spots]
            aim = int(place.tile[officer])
            near = np.maximum(abs(at % width - aim % width), abs(at // width - aim // width)).argmin()
            head(world, row, spots[near : near + 1], INDEX["fetch"], until)
            return True
    return False


def run(world: "World", fight: Fight) -> None:
    """Let those who fetch help tell the first officer they come upon; who finds none gives it up."""
    officers = free_officers(world)
    for runner in list(fight.runners):
        tile = world.one(runner.person, Place).tile
        met = officers & onlookers(world, tile, 4)
        if met.any():
            raise_alarm(world, fight, runner.because)
            _tell(world, fight, runner)
        if met.any() or world.tick >= runner.until:
            fight.runners.remove(runner)
            release(world, np.array([world.people.row_of[runner.person]], np.int64))


def _tell(world: "World", fight: Fight, runner: Runner) -> None:
    """Let the office learn from who fetched help whom he saw at each other."""
    if not world.knowledge.knows(fight.id):
        seen = mask_of("who", "whom", "place")
        world.knowledge.learn(world.tick, fight.id, Source.TOLD, runner.person, 0.8, seen)


def _stand_by(world: "World", fight: Fight, chosen: dict[Kind, list[tuple[float, int, Leaning]]]) -> None:
    """Let some gape and some turn away; one event tells of all of a kind, with the reasons of the keenest."""
    for kind in (Kind.Watched, Kind.LookedAway):
        if not chosen[kind]:
            continue
        _, first, leaning = max(chosen[kind], key=lambda entry: (entry[0], -entry[1]))
        world.emit(
            kind, who=first, whom=fight.who, place=fight.place, amount=len(chosen[kind]), detail=fight.id,
            because=leaning.causes(fight),
        )  # fmt: skip
    tile = middle(world, fight)
    for _, person, _ in chosen[Kind.Watched]:
        row = np.array([world.people.row_of[person]], np.int64)
        hold(world, row, Hold.FIGHT, "watch", world.tick + LONGEST_MINUTES, fight.id)
        fight.gapers.append(person)
        face(world, person, tile)
    for _, person, _ in chosen[Kind.LookedAway]:
        width, here = world.ground.width, world.one(person, Place).tile
        back = (2 * (here // width) - tile // width) * width + 2 * (here % width) - tile % width
        if gap(world, person, fight.who) and world.one(person, Place).walking == 0:
            face(world, person, back)

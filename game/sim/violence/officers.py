"""Officers at a fight: who sees, hears or is told of it, how long he is on the way, and how he ends it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.house.flow import OPEN, STAY
from game.sim.house.furniture import Pose
from game.sim.house.going import head, hold, taken_spots, ways
from game.sim.house.ground import Ints
from game.sim.house.occasions import nearer_by_order
from game.sim.house.uses import INDEX
from game.sim.people import OFFICER, Doing, Duty, Identity, Place
from game.sim.states import Body, Hold, State
from game.sim.systems.sight import SightRules
from game.sim.violence.fights import STEPS_A_MINUTE, Fight, Responder, face, middle, onlookers, tiles_from
from game.sim.violence.wounds import HURT, hurt

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World

_FARTHEST_STEPS = 400


@dataclass(frozen=True, slots=True)
class FightResponseRules(Rules):
    """How officers come to know of a fight, come, and end it."""

    hears_tiles: float = rule(24, "tiles", "from which an officer of the same wing hears it", low=1, high=200)
    camera_minutes: float = rule(2, "minutes", "until who minds the screens notices", low=0, high=60)
    radio_minutes: float = rule(1, "minutes", "until those who are called set out", low=0, high=60)
    officers: float = rule(
        2,
        "officers",
        "who go to two unarmed men; one more for each man more, and for a weapon",
        low=1,
        high=20,
    )
    farthest_minutes: float = rule(
        25, "minutes", "of way from which nobody is called any more", low=1, high=120
    )
    near_tiles: float = rule(3, "tiles", "from which an officer can step in", low=1, high=20)
    two_end: float = rule(0.75, "1/min", "chance that two officers part two men", low=0, high=1)
    one_ends: float = rule(0.4, "1/min", "chance that one officer alone parts two unarmed men", low=0, high=1)
    one_armed: float = rule(
        0.1, "1/min", "chance that one officer alone parts two men with a weapon", low=0, high=1
    )
    hurt: float = rule(0.006, "1/min", "chance that an officer who steps in is hit", low=0, high=1)
    hurt_armed: float = rule(4, "factor", "of a weapon in the fight on that", low=1, high=100)
    hurt_alone: float = rule(2, "factor", "of being alone on that", low=1, high=100)


def free_officers(world: "World") -> NDArray[np.bool_]:
    """Tell by row which officers can go to a fight: on duty, sound, held by nothing, and not minding the screens."""
    duty, state = world.everyone(Duty), world.everyone(State)
    free: NDArray[np.bool_] = (
        (world.everyone(Identity).role == OFFICER) & (duty.on == 1) & (world.everyone(Place).tile > 0)
    )
    free &= (state.held == Hold.NONE) & (world.everyone(Body).wound < HURT)
    free &= ~world.ground.post_control[duty.post]
    free &= world.everyone(Doing).use != INDEX["sleep"]
    return free


def raise_alarm(world: "World", fight: Fight, because: int, delay: float = 0.0) -> None:
    """Let the staff know of a fight; the first word of it counts."""
    if not fight.alarm:
        fight.alarm, fight.alarm_tick = because, world.tick + int(delay)


def notice(world: "World", fight: Fight) -> None:
    """Let officers who see or hear the fight, or see it on a screen, raise the alarm."""
    if fight.alarm:
        return
    rules = world.rules(FightResponseRules)
    filmed = world.tick - fight.began >= rules.camera_minutes and on_screen(world, fight.place)
    if filmed or _aware(world, fight).any():
        raise_alarm(world, fight, fight.id)


def _aware(world: "World", fight: Fight) -> NDArray[np.bool_]:
    """Tell by row which free officers see or hear the fight themselves."""
    free, tile, ground = free_officers(world), middle(world, fight), world.ground
    wing = int(ground.room_wing[fight.place])
    hears = tiles_from(world, tile) <= world.rules(FightResponseRules).hears_tiles
    hears &= (ground.room_wing[ground.room_at[world.everyone(Place).tile]] == wing) & (wing > 0)
    return free & (hears | onlookers(world, tile, world.rules(SightRules).far_tiles))


def on_screen(world: "World", room: int) -> bool:
    """Tell whether a room has a camera, and somebody minds the screens."""
    duty, place = world.everyone(Duty), world.everyone(Place)
    minds = world.ground.post_control[duty.post] & (duty.on == 1) & (place.walking == 0)
    return world.plan.rooms[room].camera and bool(minds.any())


def travel_minutes(world: "World", rows: Ints, room: int) -> Ints:
    """Return how many minutes people (rows) are from a room with their keys and the doors as they are; −1: no way."""
    ground, tiles = world.ground, world.everyone(Place).tile[rows].copy()
    paths = ways(world)
    lanes = paths.lanes(world.everyone(Identity).keys[rows], np.full(len(rows), room))
    steps = np.zeros(len(rows), np.int64)
    for _ in range(_FARTHEST_STEPS):
        out = ground.room_at[tiles] != room
        code = np.where(out, paths.codes.take(lanes + tiles, mode="clip"), STAY)
        if not code.any():
            break
        steps += code != STAY
        tiles = tiles + ground.deltas.take(code)
    minutes: Ints = np.where(ground.room_at[tiles] == room, 1 + steps // STEPS_A_MINUTE, -1)
    return minutes


def call(world: "World", fight: Fight) -> None:
    """Let officers set out, as many as it takes: first those who know of it themselves, then the nearest, by radio."""
    rules = world.rules(FightResponseRules)
    missing = _wanted(world, fight) - len(fight.responders)
    if not fight.alarm or missing <= 0 or world.tick < fight.alarm_tick:
        return
    aware, free = _aware(world, fight), free_officers(world)
    if world.tick < fight.alarm_tick + rules.radio_minutes and fight.alarm == fight.id:
        free &= aware
    rows = free.nonzero()[0]
    if rows.size:
        minutes = travel_minutes(world, rows, fight.place)
        fits = (minutes >= 0) & (minutes <= rules.farthest_minutes)
        rows, minutes = rows[fits], minutes[fits]
        order = np.argsort(minutes - 100 * aware[rows], kind="stable")[:missing]
        for at in order.tolist():
            _set_out(world, fight, int(rows[at]), int(minutes[at]))


def _wanted(world: "World", fight: Fight) -> int:
    rules = world.rules(FightResponseRules)
    usual = int(rules.officers) + len(fight.fighters) - 2 + bool(fight.arms)
    return max(usual, fight.wanted)


def _set_out(world: "World", fight: Fight, row: int, minutes: int) -> None:
    officer, rows = int(world.people.ids[row]), np.array([row])
    event = world.emit(
        Kind.Responded, who=officer, place=fight.place, amount=minutes, detail=fight.id,
        because=[
            Cause(fight.alarm, 1.0, Role.DEED if fight.alarm == fight.id else Role.MOTIVE),
            *nearer_by_order(world, officer),
        ],
    )  # fmt: skip
    until = world.tick + 2 * int(world.rules(FightResponseRules).farthest_minutes)
    hold(world, rows, Hold.RESPOND, "respond", until, event)
    spot = _spot_near(world, fight)
    if spot:
        head(world, rows, np.array([spot]), INDEX["respond"], until)
    fight.responders.append(Responder(officer, event))


def _spot_near(world: "World", fight: Fight) -> int:
    """Return the free place in the room that is nearest to the fight, one to stand on if there is any; 0 for none."""
    ground, tile = world.ground, middle(world, fight)
    spots = ((ground.spot_room == fight.place) & ~taken_spots(world)).nonzero()[0]
    if not spots.size:
        return 0
    at, width = ground.spot_tile[spots], ground.width
    far = abs(at % width - tile % width) + abs(at // width - tile // width)
    far = far + np.where(ground.walk[at] == OPEN, 0, 1000)
    return int(spots[far.argmin()])


def arrive(world: "World", fight: Fight) -> None:
    """Note which officers have come near enough to step in; they stop there and face it."""
    tile, place = middle(world, fight), world.everyone(Place)
    far, near = tiles_from(world, tile), world.rules(FightResponseRules).near_tiles
    for responder in fight.responders:
        row = int(world.people.row_of[responder.officer])
        room = int(world.ground.room_at[place.tile[row]])
        here = room == fight.place and (far[row] <= near or place.walking[row] == 0)
        if not responder.arrived and here:
            responder.arrived = True
            if world.ground.walk[place.tile[row]] == OPEN:
                place.walking[row] = place.goal[row] = place.room[row] = 0
                place.pose[row] = Pose.STAND
            face(world, responder.officer, tile)


def part(world: "World", fight: Fight, dice: "Dice") -> Responder | None:
    """Let officers who are there try to part the fighters; return who does, if they succeed. One may be hit."""
    there = [responder for responder in fight.responders if responder.arrived]
    if not there:
        return None
    rules, armed, alone = world.rules(FightResponseRules), bool(fight.arms), len(there) == 1
    risk = rules.hurt * (rules.hurt_armed if armed else 1.0) * (rules.hurt_alone if alone else 1.0)
    drawn, ends = dice.uniform(), dice.uniform()
    fighters = fight.standing(fight.fighters)
    if drawn < risk and fighters:
        _hit(world, fight, dice.pick(fighters), there[0], dice)
    chance = rules.one_armed if armed else rules.one_ends
    chance = chance if alone else rules.two_end * (len(there) / 2)
    return there[0] if ends < chance * 2 / max(2, len(fighters)) else None


def _hit(world: "World", fight: Fight, person: int, responder: Responder, dice: "Dice") -> None:
    """Let an officer take a blow that was meant for another."""
    amount = dice.between(0.03, 0.15) * (2 if person in fight.arms else 1)
    blow = world.emit(
        Kind.Struck, who=person, whom=responder.officer, place=fight.place, item=fight.arms.get(person, 0),
        amount=amount, because=[Cause(fight.because[person], 1.0, Role.DEED),
                                Cause(responder.because, 0.5, Role.OPPORTUNITY)],
    )  # fmt: skip
    hurt(world, responder.officer, person, amount, blow, fight.arms.get(person, 0))

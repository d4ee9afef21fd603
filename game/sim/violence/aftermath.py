"""Aftermath: a fight ends; what it leaves in those who fought, and in those who stood by."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.engine.rules import Rules, rule
from game.sim.events import Cause, Kind, Role
from game.sim.house.going import release
from game.sim.minds.knowledge import Source, mask_of
from game.sim.minds.thoughts import think
from game.sim.minds.ties import feeling, root_of, shift_tie
from game.sim.people import Needs
from game.sim.states import Body, Break, State, StateRoots
from game.sim.violence.fights import Fight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.sim.world import World

MOST_WHO_REMEMBER = 12
"""So many of those who stood by, the nearest, think otherwise of who fought."""


@dataclass(frozen=True, slots=True)
class FightAftermathRules(Rules):
    """What a fight leaves behind."""

    shaken_minutes: float = rule(180, "minutes", "for which who fought is shaken", low=0, high=10000)
    hate: float = rule(0.22, "hate", "of the struck for who struck first", low=0, high=1)
    fear: float = rule(0.08, "fear", "of who struck him", low=0, high=1)
    wound_fear: float = rule(0.5, "fear", "for a full wound", low=0, high=1)
    spent: float = rule(0.5, "share", "of his hate that is spent when a man has struck", low=0, high=1)
    awe: float = rule(0.05, "fear", "of who struck first, with those who stood by", low=0, high=1)
    respect: float = rule(0.05, "respect", "for who held the field, with those who stood by", low=0, high=1)
    fright: float = rule(0.15, "need", "of safety lost by who was struck", low=0, high=1)


def end(world: "World", fight: Fight, because: "Sequence[Cause]" = (), known: bool = False) -> None:
    """End a fight: everybody is let go, and bears it in mind. `known`: officers were there."""
    minutes = world.tick - fight.began + 1
    ended = world.emit(
        Kind.FightEnded, who=fight.who, whom=fight.whom, place=fight.place, amount=minutes, detail=fight.id,
        because=[Cause(fight.id, 1.0, Role.DEED), *because],
    )  # fmt: skip
    if known:
        _report(world, fight, ended)
    _settle(world, fight, ended)
    _remember(world, fight, ended)
    _let_go(world, fight)
    world.detach("fight", fight.id)


def _report(world: "World", fight: Fight, ended: int) -> None:
    """Let the office learn what officers found: two men at each other, where, and who of them is hurt."""
    informant = next((r.officer for r in fight.responders if r.arrived), 0)
    knowledge = world.knowledge
    if not knowledge.knows(fight.id):
        seen = mask_of("who", "whom", "place")
        knowledge.learn(world.tick, fight.id, Source.STAFF, informant, 0.7, seen)
    knowledge.learn(world.tick, ended, Source.STAFF, informant, 1.0)
    for person in fight.fighters:
        wounded = int(world.one(person, StateRoots).wound)
        if wounded > fight.id and not knowledge.knows(wounded):
            knowledge.learn(
                world.tick, wounded, Source.STAFF, informant, 1.0, mask_of("who", "whom", "place")
            )


def _settle(world: "World", fight: Fight, ended: int) -> None:
    """Let each fighter take away what he thinks of those he fought, and of how it went."""
    rules = world.rules(FightAftermathRules)
    for mine, theirs in ((fight.attackers, fight.defenders), (fight.defenders, fight.attackers)):
        for person in mine:
            foe = theirs[0] if theirs else fight.who if mine is fight.defenders else fight.whom
            if mine is fight.defenders:
                _struck(world, rules, person, foe, ended)
            else:
                _has_struck(world, rules, person, foe, ended)
            lost = person in fight.beaten and foe not in fight.beaten
            shift_tie(world, foe, person, ended, respect=-rules.respect if lost else rules.respect)


def _struck(world: "World", rules: FightAftermathRules, person: int, foe: int, ended: int) -> None:
    wound, needs = world.one(person, Body).wound, world.one(person, Needs)
    fear = rules.fear + rules.wound_fear * wound
    shift_tie(world, person, foe, ended, hate=rules.hate, fear=fear, regard=-2 * rules.hate)
    think(world, person, "struck", ended, foe)
    needs.safety = min(1.0, needs.safety + rules.fright)


def _has_struck(world: "World", rules: FightAftermathRules, person: int, foe: int, ended: int) -> None:
    """Let him who struck be rid of some of his hate; where there was an older grudge, he is even."""
    hate, grudge = feeling(world, person, foe, "hate"), root_of(world, person, foe, "hate")
    old = grudge and world.chronicle.event(grudge).kind in (Kind.Wounded, Kind.FightEnded, Kind.Assaulted)
    think(world, person, "got_even" if old else "struck_somebody", ended, foe)
    shift_tie(world, person, foe, ended, hate=-rules.spent * hate)
    state = world.one(person, State)
    if state.broken == Break.LASHING_OUT:
        state.broken_until = min(state.broken_until, world.tick)


def _remember(world: "World", fight: Fight, ended: int) -> None:
    """Let those who stood by fear who struck first, and think more of who held the field."""
    rules = world.rules(FightAftermathRules)
    held = [person for person in (fight.who, fight.whom) if person in fight.standing(fight.fighters)]
    for person in [p for p in fight.decided if p in world.people and p not in fight.fighters][
        :MOST_WHO_REMEMBER
    ]:
        if fight.who in fight.fighters:
            shift_tie(world, person, fight.who, ended, fear=rules.awe)
        for fighter in held:
            shift_tie(world, person, fighter, ended, respect=rules.respect)


def _let_go(world: "World", fight: Fight) -> None:
    """Give everybody back to himself."""
    state, people = world.everyone(State), world.people
    fought = people.rows(np.array(fight.fighters, np.int64)) if fight.fighters else np.zeros(0, np.int64)
    state.fight[fought] = 0
    state.alarmed[fought] = world.tick + int(world.rules(FightAftermathRules).shaken_minutes)
    others = [*fight.gapers, *(r.person for r in fight.runners), *(r.officer for r in fight.responders)]
    rows = people.rows(np.array(others, np.int64)) if others else np.zeros(0, np.int64)
    release(world, np.concatenate([fought, rows]))

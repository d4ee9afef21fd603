"""Rumours: who talked to the office does not always stay a secret."""

from dataclasses import dataclass

import numpy as np

from game.sim.deals.answers import threaten
from game.sim.deals.base import nature
from game.sim.deals.meetings import at_large
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Event, Kind, Role
from game.sim.house.uses import INDEX
from game.sim.minds.thoughts import think
from game.sim.minds.ties import TieEnds, Ties, feeling, shift_tie, ties_of
from game.sim.people import INMATE, Doing, Identity, Place, Temper


@dataclass(frozen=True, slots=True)
class RumourRules(Rules):
    """How it gets about that somebody talked."""

    notice_tiles: float = rule(9, "tiles", "from which others see with whom a man speaks", low=0, high=100)
    carried: float = rule(
        0.12, "share", "of men who saw it that tell him whom it concerns, at average loyalty", low=0, high=1
    )
    leak: float = rule(0.04, "share", "of talks that come out although no inmate saw them", low=0, high=1)
    hate: float = rule(0.45, "hate", "of one who learns that he was given away", low=0, high=1)
    contempt: float = rule(0.15, "respect", "lost with those who saw it", low=0, high=1)
    hush: float = rule(
        0.5, "share", "of hot men feared by somebody who tell him to keep his mouth shut", low=0, high=1
    )


class RumourSystem(System):
    """Who is seen to talk to the office may be given away to those he talked of; they hate him for it.

    The more men saw it, and the more loyal they are, the likelier it is carried to whom it concerns. A man who is
    feared by him who was heard, and saw it, tells him to keep his mouth shut.
    """

    every = 30
    phase = 17

    def run(self) -> None:
        """Look at the talks of the last half hour."""
        for event in self._talks():
            if event.kind is Kind.Told:
                self._carry(event)
            else:
                self._hush(event)

    def _talks(self) -> list[Event]:
        """Return what was told to the office, or heard by it, since the last look, oldest first."""
        chronicle, found = self.world.chronicle, []
        for id in range(len(chronicle), 0, -1):
            tick, kind, *_ = chronicle.events[id - 1]
            if tick <= self.world.tick - self.every:
                break
            if kind in (Kind.Told, Kind.Heard):
                found.append(chronicle.event(id))
        return found[::-1]

    def _carry(self, told: Event) -> None:
        """Let those he talked of learn of it, perhaps."""
        about = self.world.chronicle.event(told.detail) if 0 < told.detail < told.id else None
        if about is None:
            return
        seers = self._seers(told, told.who)
        for hurt in (about.who, about.whom):
            if hurt != told.who and hurt in self.world.people and self._is_inmate(hurt):
                drawn = self.dice.uniform()
                if drawn < self._spread(seers, hurt):
                    self._betray(told, about, hurt, seers)

    def _is_inmate(self, person: int) -> bool:
        return bool(self.world.one(person, Identity).role == INMATE)

    def _spread(self, seers: list[int], hurt: int) -> float:
        """Return how likely one of those who saw it tells whom it concerns; he himself needs no telling."""
        rules, silent = self.rules(RumourRules), 1 - self.rules(RumourRules).leak
        for seer in seers:
            loyal = 2 * self.world.one(seer, Temper).loyalty * (1 + feeling(self.world, seer, hurt, "regard"))
            silent *= 0.0 if seer == hurt else max(0.0, 1 - rules.carried * loyal)
        return 1 - silent

    def _betray(self, told: Event, about: Event, hurt: int, seers: list[int]) -> None:
        world, rules = self.world, self.rules(RumourRules)
        event = world.emit(
            Kind.Betrayed, who=told.who, whom=hurt, place=told.place,
            because=[Cause(told.id, 1.0, Role.DEED), Cause(about.id, 0.6, Role.MOTIVE)],
        )  # fmt: skip
        shift_tie(world, hurt, told.who, event, hate=rules.hate, regard=-rules.hate, trust=-1.0)
        think(world, hurt, "betrayed", event, told.who)
        for seer in seers[:5]:
            if seer not in (hurt, told.who):
                shift_tie(world, seer, told.who, event, respect=-rules.contempt, regard=-rules.contempt / 2)

    def _seers(self, event: Event, person: int) -> list[int]:
        """Return the inmates who saw with whom somebody spoke: as it was seen, and who stands about him."""
        ground, place = self.world.ground, self.everyone(Place)
        seen = [id for id in self.world.knowledge.witnesses(event.id) if id in self.world.people]
        tile = int(place.tile[self.world.people.row_of[person]]) if person in self.world.people else 0
        if tile:
            x, y = tile % ground.width, tile // ground.width
            far = np.maximum(abs(place.tile % ground.width - x), abs(place.tile // ground.width - y))
            near = (place.tile > 0) & (far <= self.rules(RumourRules).notice_tiles)
            near &= ground.sees[ground.room_at[place.tile], ground.room_at[tile]]
            near &= (self.everyone(Doing).use != INDEX["sleep"]) & (self.everyone(Identity).role == INMATE)
            seen += self.world.people.ids[near].tolist()
        return [id for id in dict.fromkeys(seen) if id != person and self._is_inmate(id)]

    def _hush(self, heard: Event) -> None:
        """Let those whom he fears, and who saw it, tell him what silence is worth."""
        world, free = self.world, at_large(self.world)
        speaker, seers = heard.whom, self._seers(heard, heard.whom)
        if speaker not in world.people or not self._is_inmate(speaker):
            return
        ties, ends = self.everyone(Ties), self.everyone(TieEnds)
        feared = {int(ends.whom[row]): float(ties.fear[row]) for row in ties_of(world, speaker).tolist()}
        for seer in seers:
            temper, drawn = world.one(seer, Temper), self.dice.uniform()
            chance = self.rules(RumourRules).hush * temper.aggression * feared.get(seer, 0.0)
            if drawn < chance and free[world.people.row_of[seer]]:
                causes = [Cause(heard.id, 1.0, Role.DEED), nature(world, seer, "aggression")]
                threaten(world, seer, speaker, causes, self.dice)
                return

"""Newcomers: for a few days all eyes are on a man who has just come in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.deals.answers import PressureAnswerRules, bend, gives_in, make_a_name, vex_protector
from game.sim.deals.base import Deal, draw, nature, note
from game.sim.deals.favours import Favour
from game.sim.deals.meetings import Bools, Floats, Meetings, at_large, newness
from game.sim.deals.pleas import plead
from game.sim.deals.pressure import Demand, Insult, Offer, flare
from game.sim.engine.hazard import Hazard
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Cause, Kind, Role
from game.sim.house.ground import Ints
from game.sim.minds.thoughts import think
from game.sim.minds.ties import TieEnds, Ties, shift_tie, ties_to
from game.sim.people import Identity, Place, Roots, Temper
from game.sim.states import State
from game.sim.violence.scuffles import ScuffleRules, shove

if TYPE_CHECKING:
    from game.sim.engine.dice import Dice
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class NewcomerRules(Rules):
    """How much a newcomer draws upon himself."""

    near_tiles: float = rule(5, "tiles", "within which others take notice of him", low=1, high=50)
    attention: float = rule(
        1.4, "factor", "how much more goes on around him than around others", low=0, high=50
    )
    takers: float = rule(
        4, "men", "who have taken him up, from whom on the others leave him to them", low=0, high=100
    )
    taken_up: float = rule(0.08, "tie", "regard, or lack of it, or hate, of one who has", low=0, high=1)
    tests_per_hour: float = rule(
        0.03, "1/h", "tests by each average man of his wing who stands by", low=0, high=5
    )
    temper: float = rule(2.0, "factor", "of aggression above 0.4, per unit", low=0, high=20)
    swagger: float = rule(1.0, "factor", "of charisma above 0.5, per unit", low=0, high=2)
    edge: float = rule(2.0, "factor", "of being the stronger, per unit", low=0, high=20)
    passed: float = rule(1.5, "factor", "by which each test behind him divides", low=0, high=100)
    protector: float = rule(5.0, "factor", "by which a mighty protector divides", low=0, high=100)
    officer: float = rule(0.5, "factor", "with staff in the room", low=0, high=1)
    standing: float = rule(0.1, "respect", "won by standing his ground, or lost", low=0, high=1)


class Trial(Deal):
    """A newcomer is tried: a shoulder, a place at the table, a thing of his that somebody picks up."""

    def before_staff(self, world: "World") -> float:
        """Factor on it with staff in the room."""
        return world.rules(NewcomerRules).officer

    def rate(self, world: "World") -> float:
        """Tests an hour."""
        return world.rules(NewcomerRules).tests_per_hour

    def hazard(self, meetings: Meetings, base: Floats) -> Hazard:
        """The hot and the proud of his wing try him, until he has been tried."""
        world, rules, a, b = meetings.world, meetings.world.rules(NewcomerRules), meetings.a, meetings.b
        temper, roots, wing = world.everyone(Temper), world.everyone(Roots), world.everyone(Identity).wing
        regard = np.maximum(meetings.mine("regard")[0], 0.0)
        hot = np.maximum(1 + rules.temper * (temper.aggression[a] - 0.4), 0.05)
        hazard = Hazard(base)
        hazard.times("temper", hot, roots.aggression[a])
        hazard.times("swagger", 1 + rules.swagger * (temper.charisma[a] - 0.5))
        hazard.times("newcomer", 2 * meetings.new, roots.arrived[b], Role.OPPORTUNITY)
        hazard.times("edge", np.maximum(1 + rules.edge * meetings.edge, 0.05))
        hazard.times("one wing", (wing[a] == wing[b]).astype(np.float64))
        hazard.times("regard", 1 - regard)
        hazard.times("tried before", 1 / (1 + rules.passed * world.everyone(State).tested[b]))
        hazard.times("protector", 1 / (1 + rules.protector * meetings.guard))
        return hazard.times("officer", np.where(meetings.staffed, rules.officer, 1.0))

    def happen(self, world: "World", who: int, whom: int, because: list[Cause], dice: "Dice") -> None:
        """He makes room, or stands his ground; those around see which."""
        causes = [
            *because,
            nature(world, who, "aggression"),
            Cause(world.one(whom, Roots).arrived, 0.5, Role.OPPORTUNITY),
        ]
        gives, answer = gives_in(world, who, whom, 0, dice)
        event = note(world, Kind.Tested, who, whom, [*causes, *answer], 0.0 if gives else 1.0)
        world.one(whom, State).tested += 1
        vex_protector(world, whom, who, event)
        shove(world, who, whom, event, world.rules(ScuffleRules).test)
        (self._made_room if gives else self._stood)(world, who, whom, event, dice)

    def _made_room(self, world: "World", who: int, whom: int, event: int, dice: "Dice") -> None:
        standing = world.rules(NewcomerRules).standing
        bend(world, whom, who, event)
        make_a_name(world, whom, who, event, respect=-standing / 2)
        make_a_name(world, who, whom, event, respect=standing / 2, fear=standing / 2)
        plead(world, whom, who, event, dice)

    def _stood(self, world: "World", who: int, whom: int, event: int, dice: "Dice") -> None:
        standing, grudge = world.rules(NewcomerRules).standing, world.rules(PressureAnswerRules).grudge
        think(world, whom, "stood_up", event, who)
        shift_tie(world, who, whom, event, respect=standing, hate=grudge)
        shift_tie(world, whom, who, event, hate=grudge / 2, regard=-grudge)
        make_a_name(world, whom, who, event, respect=standing)
        flare(world, who, whom, event, dice)


DEALS: tuple[Deal, ...] = (Favour(), Insult(), Demand(), Offer(), Trial())


class NewcomerSystem(System):
    """A newcomer draws all who are near him: favours, offers, mockery, demands, and tests until he has a name.

    Each round is about one of the five, by chance. Once a few have taken him up, the others leave him to them.
    """

    every = 15
    phase = 8

    def run(self) -> None:
        """Draw for each newcomer and all who are near him."""
        new = newness(self.world)
        deal = self.dice.pick(DEALS)
        if not new.any():
            return
        free = at_large(self.world)
        hours = len(DEALS) * self.every / 60 * self.rules(NewcomerRules).attention
        for row in ((new > 0) & free).nonzero()[0].tolist():
            near = self._near(row, free)
            if near.size:
                draw(self.world, deal, near, np.full(len(near), row), hours, self.dice)

    def _near(self, row: int, free: Bools) -> Ints:
        """Return the rows of those who stand about a man."""
        ground, tiles = self.world.ground, self.everyone(Place).tile
        tile = int(tiles[row])
        x, y = tile % ground.width, tile // ground.width
        far = np.maximum(abs(tiles % ground.width - x), abs(tiles // ground.width - y))
        near = free & (far <= self.rules(NewcomerRules).near_tiles)
        near &= ground.room_at[tiles] == ground.room_at[tile]
        near[row] = False
        rows: Ints = near.nonzero()[0]
        takers = self._takers(row)
        left_to_them = len(takers) >= self.rules(NewcomerRules).takers
        return rows[np.isin(rows, takers)] if left_to_them else rows

    def _takers(self, row: int) -> Ints:
        """Return the rows of those to whom a man is somebody, for good or for bad."""
        world, ties, ends = self.world, self.everyone(Ties), self.everyone(TieEnds)
        to_him = ties_to(world, int(world.people.ids[row]))
        least = self.rules(NewcomerRules).taken_up
        some = (abs(ties.regard[to_him]) >= least) | (ties.hate[to_him] >= least)
        rows: Ints = world.people.rows(ends.who[to_him[some]])
        return rows

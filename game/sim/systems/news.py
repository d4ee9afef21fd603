"""News: who is hurt or dies has friends and enemies, and word of it reaches them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.sim.engine.calendar import MINUTES_PER_HOUR
from game.sim.engine.rules import Rules, rule
from game.sim.engine.system import System
from game.sim.events import Event, Kind
from game.sim.house.uses import INDEX
from game.sim.minds.heed import News
from game.sim.minds.thoughts import THOUGHT, ThoughtEnds, think
from game.sim.minds.ties import TieEnds, Ties, feeling, shift_tie, ties_to
from game.sim.people import INMATE, Doing, Identity, Place, Temper
from game.sim.systems.sight import SightRules

if TYPE_CHECKING:
    from game.sim.world import World


@dataclass(frozen=True, slots=True)
class NewsRules(Rules):
    """How word goes round, and what it does."""

    regard: float = rule(0.3, "regard", "from which somebody's wound is a friend's", low=0, high=1)
    hate: float = rule(0.3, "hate", "from which it is an enemy's", low=0, high=1)
    tell: float = rule(0.35, "share", "chance to hear of it in half an hour among others", low=0, high=1)
    hours: float = rule(24, "hours", "for which it is talked about", low=1, high=240)
    grudge: float = rule(
        0.6, "hate", "towards whoever hurt a friend, for full regard and the worst wound", low=0, high=2
    )
    dread: float = rule(0.15, "fear", "of him, for one without any nerve", low=0, high=1)


class NewsSystem(System):
    """Word of a wound or a death reaches friends and enemies within hours, where men are together and awake."""

    every = 30
    phase = 5

    def run(self) -> None:
        """Let word go round."""
        for id, news in self.world.each(News):
            if news.waiting and self.world.tick < news.until:
                self._spread(self.world.chronicle.event(id), news)
            else:
                self.world.detach("news", id)

    def _spread(self, event: Event, news: News) -> None:
        """Let those hear of it who are among others now, by chance; the victim himself names who it was."""
        rules, ids = self.rules(NewsRules), np.array(news.waiting, np.int64)
        drawn = self.dice.uniforms(len(ids))
        rows = self.world.people.rows(ids)
        told = (rows >= 0) & self._in_company()[rows] & (drawn < rules.tell)
        here = room_of(self.world, event.who)
        for person in ids[told].tolist():
            take_in(self.world, person, event, news.named or 0 < here == room_of(self.world, person))
        news.waiting[:] = ids[~told & (rows >= 0)].tolist()

    def _in_company(self) -> NDArray[np.bool_]:
        """Tell who is awake and in a room with other inmates who are."""
        place, identity = self.everyone(Place), self.everyone(Identity)
        awake = (place.tile > 0) & (identity.role == INMATE) & (self.everyone(Doing).use != INDEX["sleep"])
        room = self.world.ground.room_at[place.tile]
        count = np.bincount(room[awake], minlength=len(self.world.plan.rooms))
        company: NDArray[np.bool_] = awake & (count[room] > 1)
        return company


def room_of(world: "World", person: int) -> int:
    """Return the room somebody is in, 0 for nowhere."""
    return int(world.ground.room_at[world.one(person, Place).tile]) if person in world.people else 0


def break_news(world: "World", event: Event) -> None:
    """Let those who care learn at once if they saw it; the others hear of it later."""
    rules = world.rules(NewsRules)
    seen = world.knowledge.seen.rows()
    seen = seen[seen["event"] == event.id]
    faces = seen["person"][seen["tiles"] <= world.rules(SightRules).near_tiles].tolist()
    witnesses, ties = seen["person"].tolist(), world.everyone(Ties)
    rows = ties_to(world, event.who)
    cares = rows[(ties.regard[rows] > rules.regard) | (ties.hate[rows] > rules.hate)]
    concerned = sorted(world.everyone(TieEnds).who[cares].tolist())
    waiting = [person for person in concerned if person != event.whom and person in world.people]
    for person in waiting:
        if person in witnesses:
            take_in(world, person, event, person in faces)
    left = [person for person in waiting if person not in witnesses]
    if left:
        until = world.tick + int(rules.hours) * MINUTES_PER_HOUR
        inmates = [face for face in faces if face in world.people and not world.one(face, Identity).role]
        world.attach("news", event.id, News(until, bool(inmates), left))


def take_in(world: "World", person: int, event: Event, named: bool) -> None:
    """Let somebody learn that a friend or an enemy was hurt; a friend's wound breeds hate towards who did it."""
    rules, victim, died = world.rules(NewsRules), event.who, event.kind == Kind.Died
    culprit = event.whom if named and event.whom != person else 0
    regard = feeling(world, person, victim, "regard")
    if regard <= rules.regard or regard < feeling(world, person, victim, "hate"):
        think(world, person, "enemy_hurt", event.id, victim)
        return
    severity = 1.0 if died else event.amount
    _forget_the_wound(world, person, event)
    think(world, person, "friend_died" if died else "friend_hurt", event.id, culprit, 0.5 + regard)
    if culprit:
        fright = rules.dread * (1.0 - float(world.one(person, Temper).nerve))
        room_for_more = 1.0 - feeling(world, person, culprit, "hate")
        grudge = rules.grudge * regard * (0.4 + 0.6 * severity) * room_for_more
        shift_tie(world, person, culprit, event.id, regard=-grudge, hate=grudge, fear=fright)


def _forget_the_wound(world: "World", person: int, event: Event) -> None:
    """A death takes the place of the wound it came of; both are about one man."""
    if event.kind != Kind.Died:
        return
    ends = world.everyone(ThoughtEnds)
    rows = ((ends.person == person) & (ends.thought == THOUGHT["friend_hurt"])).nonzero()[0]
    past = world.chronicle
    gone = [row for row in rows.tolist() if past.event(int(ends.because[row])).who == event.who]
    if gone:
        world.thoughts.retire(world.thoughts.ids[np.array(gone)].tolist())

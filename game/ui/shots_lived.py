"""The prison that the pictures of the desk show: lived once, held at the moments at which there is something to see."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from game.sim.engine.calendar import moment
from game.sim.engine.snapshot import fork
from game.sim.events import Cause
from game.sim.house.plan import CELL_KINDS
from game.sim.minds.knowledge import TRUTH
from game.sim.violence.assaults import assault
from game.sim.violence.fights import HATE, gap
from game.sim.world import World
from game.story.load import make_world
from game.story.scenario import Scenario
from game.story.stand import stand_of
from game.ui.desk.attention import Attention
from game.ui.desk.history import History
from game.ui.desk.watchbook import Watchbook
from game.ui.session import Session

POLICY = "careful"
"""Who answers for the warden until the dawn of the third day; from then on questions and requests wait."""
STEPS: dict[str, tuple[str, int]] = {
    "morning": ("", moment(1, 8, 11)),
    "noon": ("played", moment(1, 12, 30)),
    "alone": ("noon", moment(3, 6)),
    "dawn": ("alone", moment(4, 6)),
    "blows": ("dawn", moment(4, 10, 20)),
    "fight": ("blows", moment(4, 13, 30)),
    "afternoon": ("fight", moment(4, 14, 30)),
    "leisure": ("afternoon", moment(4, 16, 20)),
    "evening": ("leisure", moment(4, 22)),
    "night": ("evening", moment(5, 1)),
    "end": ("noon", moment(8, 6, 10)),
}
"""By moment: the one it goes on from, and its tick. The first is without a policy, so that its question lies open."""
BLOWS, FIGHT_MINUTES, NEAR_TILES = 10, 2, 4
"""How many men strike out of the office's sight, for the infirmary; how long the fight has gone on that is shown;
from how far they strike."""


@dataclass
class Lived:
    """A prison at a moment, with what the desk has kept of it until then."""

    world: World
    history: History
    watchbook: Watchbook
    attention: Attention

    def hand_to(self, session: Session) -> None:
        """Give what was kept to a desk over this world."""
        session.history, session.watchbook = deepcopy(self.history), deepcopy(self.watchbook)
        session.attention = deepcopy(self.attention)
        session.attention.fresh.clear()  # small pictures are gone by now


class Past:
    """The moments of one scenario, each lived when it is first asked for."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._lived: dict[str, Lived] = {}

    def at(self, name: str) -> Lived:
        """A moment of STEPS, or `played`: how it begins for who plays by the policy."""
        if name not in self._lived:
            self._lived[name] = self._live(name)
        return self._lived[name]

    def _live(self, name: str) -> Lived:
        before, tick = STEPS.get(name, ("", 0))
        if before:
            held = self.at(before)
            session = Session(fork(held.world))
            held.hand_to(session)
        else:
            session = Session(make_world(self.scenario))
            if name == "played" and POLICY:
                answers = stand_of(self.scenario.policies[POLICY], self.scenario.id, {})
                session.world.add_guest(answers)
        if before == "alone" and POLICY:
            session.world.guests.pop()
        session.run(max(0, tick - session.world.tick))
        if name == "blows":
            _strike(session.world, BLOWS, seen=False)
        elif name == "fight":
            _strike(session.world, 1, seen=True)
            session.run(FIGHT_MINUTES)
        return Lived(session.world, session.history, session.watchbook, session.attention)


def _strike(world: World, count: int, seen: bool) -> None:
    """Let those strike who hate somebody near them most: most days of this prison pass without a blow."""
    desk, busy = world.desk(TRUTH), set[int]()
    for _, who, whom in sorted(_hating(world, seen), reverse=True):
        if len(busy) < 2 * count and not busy & {who, whom}:
            busy |= {who, whom}
            reasons = desk.why_tie(who, whom, "hate")
            assault(world, who, whom, HATE, [Cause(reason.event, 1.0) for reason in reasons[:1]])


def _hating(world: World, seen: bool) -> Iterator[tuple[float, int, int]]:
    """Pairs in one room that an officer sees, or doesn't: how strong the hate is, whose it is, against whom."""
    desk, sight = world.desk(TRUTH), world.desk().lookout().seen
    for who in desk.people("inmate"):
        room = desk.room_of(who)
        if not room or bool(sight[room]) != seen or desk.plan.rooms[room].kind in CELL_KINDS:
            continue
        for whom in desk.tied_to(who):
            hate = desk.known_feeling(who, whom, "hate")
            if hate and desk.room_of(whom) == room and gap(world, who, whom) <= NEAR_TILES:
                yield hate, who, whom

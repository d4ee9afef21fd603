"""The stand-in: plays a policy as a guest of a world. It reads the warden's desk, gives orders, and keeps nothing."""

from collections.abc import Iterable, Iterator

from game.sim.commands import (
    AnswerRequest,
    Command,
    Decide,
    HearPerson,
    LockWing,
    Mediate,
    Refer,
    SearchCell,
    Separate,
    SetEye,
    SetVisitRule,
    UnlockWing,
)
from game.sim.desk import Desk
from game.sim.engine.calendar import MINUTES_PER_DAY, MINUTES_PER_HOUR
from game.sim.house.plan import CELL_KINDS
from game.sim.minds.knowledge import Fact
from game.sim.office import Decision
from game.sim.world import World
from game.story.policy import Manner, Play, Policy

LOOK_MINUTES = 60
"""How often the stand-in looks at his desk."""
FOLLOW_UP_HOURS = 16
"""How long he goes on trying to do what an assault calls for: over the night, that is."""
HEARD_DAYS = 3
"""Who was heard is not called again for so many days."""
FACTS = 400
"""How many of the last facts he reads."""


class Stand:
    """Plays a scenario by answers given beforehand, and the prison by a policy's manner."""

    def __init__(
        self, answers: dict[str, str], watch: Iterable[str] = (), manner: Manner | None = None
    ) -> None:
        self.answers = answers
        self.watch = tuple(watch)
        self.manner = manner or Manner()

    def process(self, world: World) -> None:
        """Answer what is asked; set the eyes that are free; now and then, do what the manner says."""
        for number, decision in world.each(Decision):
            if not decision.chosen and decision.key in self.answers:
                world.order(Decide(number, self.answers[decision.key]))
        desk = world.desk()
        for key in self.watch[: desk.eyes_free]:
            _give(world, SetEye("person", world.id_of(key)))
        if world.tick % LOOK_MINUTES == 0 and self.manner != Manner():
            self._look(world)

    def _look(self, world: World) -> None:
        desk = world.desk()
        facts = desk.feed(limit=FACTS)
        for wish in (
            *self._requests(desk), *self._visits(desk), *self._after_assaults(desk, facts),
            *self._lockdowns(desk, facts), *self._hearings(desk, facts), *self._mediations(facts, desk.tick),
            *self._eyes(desk, facts),
        ):  # fmt: skip
            _give(world, wish)

    def _requests(self, desk: Desk) -> Iterator[Command]:
        for view in desk.requests():
            answer = getattr(self.manner.requests, view.kind)
            if answer is not None:
                yield AnswerRequest(view.id, answer)

    def _visits(self, desk: Desk) -> Iterator[Command]:
        rule = self.manner.visits
        for wing in _cell_wings(desk) if rule else ():
            if rule and desk.visit_rule(wing) != rule:
                yield SetVisitRule(wing, rule)

    def _after_assaults(self, desk: Desk, facts: list[Fact]) -> Iterator[Command]:
        """Do what an assault calls for, once for each; what can't be done at night is done in the morning."""
        since = desk.tick - FOLLOW_UP_HOURS * MINUTES_PER_HOUR
        pairs = {
            (f.who, f.whom): f.tick for f in facts
            if f.kind == "Assaulted" and f.tick >= since and f.who and f.whom
        }  # fmt: skip
        for (who, whom), tick in pairs.items():
            later = [fact for fact in facts if fact.tick >= tick]
            for step in self.manner.after_assault:
                order, done_by = self._step(desk, step, who, whom)
                if not any(f.kind == done_by and _about(order) <= {f.who, f.whom, f.place} for f in later):
                    yield order

    def _step(self, desk: Desk, step: str, who: int, whom: int) -> tuple[Command, str]:
        """Return the order a step comes to, and the event by which it is done."""
        steps: dict[str, tuple[Command, str]] = {
            "separate": (Separate(who, whom), "Separated"),
            "search_cell": (SearchCell(desk.cell_of(who)), "Searched"),
            "hear": (HearPerson(whom), "Heard"),
            "mediate": (Mediate(who, whom), "Mediated"),
            "refer": (Refer(whom, "medic"), "Referred"),
        }
        return steps[step]

    def _lockdowns(self, desk: Desk, facts: list[Fact]) -> Iterator[Command]:
        rule = self.manner.lock_down_at
        for wing in _cell_wings(desk) if rule else ():
            held = desk.lockdown(wing)
            if rule and held is not None and held.hours >= rule.for_:
                yield UnlockWing(wing)
            elif rule and held is None:
                lifted = max(
                    (f.tick for f in facts if f.kind == "WingUnlocked" and f.detail == wing), default=0
                )
                since = max(lifted, desk.tick - rule.hours * MINUTES_PER_HOUR)
                blows = [
                    f for f in facts if f.kind == "Assaulted" and f.tick > since and _in_wing(desk, f, wing)
                ]
                if len(blows) >= rule.assaults:
                    yield LockWing(wing)

    def _hearings(self, desk: Desk, facts: list[Fact]) -> Iterator[Command]:
        rule = self.manner.hear
        if rule is None:
            return
        heard = [f for f in facts if f.kind == "Heard"]
        today = [f for f in heard if f.tick > desk.tick - MINUTES_PER_DAY]
        lately = [f.whom for f in heard if f.tick > desk.tick - HEARD_DAYS * MINUTES_PER_DAY]
        arranged = len([talk for talk in desk.talks() if talk.kind == "hearing"])
        worn = [person for person in desk.strained(rule.stress) if person not in lately]
        for person in worn[: max(0, rule.a_day - len(today) - arranged)]:
            yield HearPerson(person)

    def _mediations(self, facts: list[Fact], now: int) -> Iterator[Command]:
        rule = self.manner.mediate
        if rule is None:
            return
        met = [{f.who, f.whom} for f in facts if f.kind in ("Mediated", "TalkCalledOff")]
        quarrels: dict[tuple[int, int], int] = {}
        for f in facts:
            if f.kind == "Quarrelled" and f.who and f.whom and f.tick > now - rule.hours * MINUTES_PER_HOUR:
                pair = (min(f.who, f.whom), max(f.who, f.whom))
                quarrels[pair] = quarrels.get(pair, 0) + 1
        for pair, count in quarrels.items():
            if count >= rule.quarrels and {*pair} not in met:
                yield Mediate(*pair)

    def _eyes(self, desk: Desk, facts: list[Fact]) -> Iterator[Command]:
        left = desk.eyes_free
        for target in self.manner.eyes if left else ():
            for kind, id in _targets(desk, facts, target):
                if left and not desk.is_watched(kind, id):
                    left -= 1
                    yield SetEye(kind, id)


def _targets(desk: Desk, facts: list[Fact], target: str) -> list[tuple[str, int]]:
    """Return what may be watched, the first first."""
    if target == "faces":
        return [("person", person) for person in desk.faces()]
    if target == "victims":
        hurt = dict.fromkeys(fact.whom for fact in facts[::-1] if fact.kind == "Assaulted" and fact.whom)
        return [("person", person) for person in hurt]
    tense = desk.tension_by_room()
    return [("room", int(tense.argmax()))] if float(tense.max()) > 0 else []


def _cell_wings(desk: Desk) -> list[int]:
    """Return the wings that have cells."""
    return sorted({room.wing for room in desk.plan.rooms if room.kind in CELL_KINDS and room.wing})


def _in_wing(desk: Desk, fact: Fact, wing: int) -> bool:
    return bool(fact.place) and desk.plan.rooms[fact.place].wing == wing


def _about(order: Command) -> set[int]:
    """Return whom or what an order is about, for finding what came of it."""
    return {value for value in order.about().values() if value}


def _give(world: World, order: Command) -> None:
    """Give an order, if it can be given."""
    if world.desk().allows(order) is None:
        world.order(order)


def stand_of(policy: Policy, scenario: str, answers: dict[str, str]) -> Stand:
    """Return the stand-in for a policy; answers given by hand come before its own."""
    name = scenario.rpartition(".")[2]
    play = policy.plays.get(name, Play())
    given = {str(beat): str(option) for beat, option in play.answers.items()}
    return Stand(given | answers, [str(key) for key in play.watch], policy.manner)

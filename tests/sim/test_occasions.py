"""What happens between men goes back to the orders that put them together, or left nobody near; no chance changes."""

from game.sim import open_prison
from game.sim.commands import AskDecision, AssignCell, AssignJob, Authority, Decide, LockWing, SendPerson
from game.sim.deals.base import BEHOLDEN, earlier_favour
from game.sim.events import Cause, Event, Kind, Role
from game.sim.house.occasions import CELLMATES, IN_CELL, LET_BE, LOCKED_IN, occasions
from game.sim.minds.knowledge import TRUTH, Source, mask_of
from game.sim.minds.ties import shift_tie
from game.sim.office import Option, Text
from game.sim.people import Assessed, Duty, Identity, Place, Temper
from game.sim.systems.quarrels import QuarrelRules
from game.sim.world import World
from tests.conftest import BLOCK_CAST
from tests.sim.helpers import make, prison_in, put, room_of, spots_in

MAIN = 1


def noon() -> World:
    world = make()
    world.run(5 * 60)
    return world


def cellmates(world: World) -> tuple[int, int, int]:
    """Let the office put Ben in with Adam; return both, and the event."""
    adam, ben = world.id_of("adam"), world.id_of("ben")
    cell = int(world.one(adam, Identity).cell)
    if world.one(ben, Identity).cell == cell:
        cell = next(room for room in world.ground.cells if world.desk(TRUTH).free_bed(room))
        assert world.order(AssignCell(adam, cell)) is None
    if not world.desk(TRUTH).free_bed(cell):
        mate = next(p for p in world.desk(TRUTH).people("inmate")
                    if p not in (adam, ben) and world.one(p, Identity).cell == cell)  # fmt: skip
        free = next(room for room in world.ground.cells if world.desk(TRUTH).free_bed(room))
        assert world.order(AssignCell(mate, free)) is None
    assert world.order(AssignCell(ben, cell)) is None
    return adam, ben, last(world, Kind.CellAssigned).id


def last(world: World, kind: Kind) -> Event:
    return [event for event in world.chronicle.since(0) if event.kind is kind][-1]


def goes_back(world: World, event: int, root: int) -> bool:
    """Whether an event has another among its causes."""
    return event == root or any(
        goes_back(world, cause.event, root) for cause in world.chronicle.causes(event)
    )


def stand(world: World, person: int, room: str) -> None:
    put(world, person, int(world.ground.spot_tile[spots_in(world, room)[0]]))


def go_home(world: World, person: int) -> None:
    put(world, person, int(world.ground.spot_tile[world.one(person, Identity).bed]))


def test_what_cellmates_do_goes_back_to_the_order_that_made_them_so() -> None:
    world = noon()
    adam, ben, given = cellmates(world)
    stand(world, adam, "dayroom")
    assert Cause(given, CELLMATES, Role.OPPORTUNITY) in occasions(world, adam, ben)
    go_home(world, adam)
    assert Cause(given, IN_CELL, Role.OPPORTUNITY) in occasions(world, adam, ben)
    stranger = next(p for p in world.desk().people("inmate") if p not in (adam, ben))
    assert all(cause.event != given for cause in occasions(world, adam, stranger))


def test_quarrels_in_a_cell_cite_its_assignment_as_they_happen() -> None:
    world = open_prison(prison_in("block"), BLOCK_CAST, 1, [QuarrelRules(per_hour=1.0)])
    adam, ben, given = cellmates(world)
    cell = int(world.one(adam, Identity).cell)
    world.order(LockWing(MAIN))
    world.run(12 * 60)
    found = [e for e in world.chronicle.since(given) if e.kind is Kind.Quarrelled and e.place == cell]
    between = [e for e in found if {e.who, e.whom} == {adam, ben}]
    assert between, "nothing to look at"
    assert all(goes_back(world, e.id, given) for e in between), "at once, or over the insult it began with"


def test_a_lockdown_is_cited_by_what_happens_behind_the_doors() -> None:
    world = noon()
    adam, ben, _ = cellmates(world)
    world.order(LockWing(MAIN))
    locked = Cause(last(world, Kind.WingLocked).id, LOCKED_IN, Role.OPPORTUNITY)
    stand(world, adam, "dayroom")
    assert locked not in occasions(world, adam, ben)
    go_home(world, adam)
    assert locked in occasions(world, adam, ben)


def test_work_given_by_order_is_cited_at_the_workplace() -> None:
    world = noon()
    adam, ben = world.id_of("adam"), world.id_of("ben")
    workshop = room_of(world, "workshop")
    has_job = next(p for p in world.desk().people("inmate") if world.desk().job_of(p) == workshop)
    assert world.order(AssignJob(has_job, 0)) is None
    world.one(adam, Identity).job = 0
    assert world.order(AssignJob(adam, workshop)) is None
    order = last(world, Kind.Ordered).id
    stand(world, ben, "workshop")
    assert order in [cause.event for cause in occasions(world, ben, adam)]
    stand(world, ben, "dayroom")
    assert order not in [cause.event for cause in occasions(world, ben, adam)]


def test_an_officer_sent_away_is_missed_where_he_should_stand() -> None:
    world = noon()
    adam, ben = world.id_of("adam"), world.id_of("ben")
    desk = world.desk(TRUTH)
    officer = next(p for p in desk.people("officer") if world.one(p, Duty).on and desk.plan.posts[
        int(world.one(p, Duty).post)].rooms and world.one(p, Place).tile)  # fmt: skip
    room = world.plan.posts[int(world.one(officer, Duty).roster)].rooms[0]
    put(world, adam, int(world.ground.spot_tile[next(iter(
        spot.id for spot in world.plan.spots[1:] if spot.room == room))]))  # fmt: skip
    for other in desk.people("officer"):
        world.one(other, Place).tile = world.one(other, Place).tile if other == officer else 0
    away = next(r.key for r in world.plan.rooms[1:] if r.id != room and spots_in(world, r.key))
    assert world.order(SendPerson(officer, room_of(world, away))) is None
    sent = last(world, Kind.Sent).id
    stand(world, officer, away)
    assert sent in [cause.event for cause in occasions(world, adam, ben, before_staff=0.4)]
    assert sent not in [cause.event for cause in occasions(world, adam, ben)], (
        "where staff make no difference"
    )
    put(world, officer, int(world.one(adam, Place).tile))
    assert sent not in [cause.event for cause in occasions(world, adam, ben, before_staff=0.4)]


def ask(world: World, *about: int) -> int:
    """Ask the office about some men and let it decide; return the event `Decided`."""
    options = (Option("leave", Text("x")), Option("act", Text("y")))
    question = AskDecision("q", Text("t"), Text("t"), options, 60, "leave", 0, about)
    assert world.order(question, Authority.STORY) is None
    number = world.desk().decisions()[0].id
    assert world.order(Decide(number, "leave")) is None
    return last(world, Kind.Decided).id


def test_a_decision_that_let_two_men_be_is_cited_by_what_they_do_next() -> None:
    world = noon()
    adam, ben = world.id_of("adam"), world.id_of("ben")
    decided = ask(world, adam, ben)
    assert Cause(decided, LET_BE, Role.OPPORTUNITY) in occasions(world, adam, ben)
    world.tick += 2 * 24 * 60
    assert all(cause.event != decided for cause in occasions(world, adam, ben))


def test_a_decision_that_led_to_an_order_did_not_let_them_be() -> None:
    world = noon()
    adam, ben = world.id_of("adam"), world.id_of("ben")
    decided = ask(world, adam, ben)
    world.order(
        SendPerson(adam, room_of(world, "dayroom")), Authority.STORY, [Cause(decided, 1.0, Role.DEED)]
    )
    assert all(cause.event != decided for cause in occasions(world, adam, ben))


def test_a_demand_goes_back_to_the_favour_it_calls_back() -> None:
    world = noon()
    adam, ben = world.id_of("adam"), world.id_of("ben")
    kind = world.emit(Kind.FavourDone, who=adam, whom=ben)
    shift_tie(world, ben, adam, kind, regard=0.1)
    assert earlier_favour(world, adam, ben, 1.0) == [Cause(kind, BEHOLDEN, Role.OPPORTUNITY)]
    owed = world.emit(Kind.FavourDone, who=adam, whom=ben)
    shift_tie(world, ben, adam, owed, debt=1.0)
    (cause,) = earlier_favour(world, adam, ben, 1.0)
    assert (cause.event, cause.role) == (owed, Role.MOTIVE) and cause.weight > BEHOLDEN
    assert earlier_favour(world, ben, adam, 1.0) == []


def test_turns_of_the_story_are_passed_over_in_a_tree() -> None:
    world = noon()
    quarrel = world.emit(Kind.Quarrelled, who=1, whom=2)
    beat = world.emit(Kind.BeatFired, because=[Cause(quarrel, 1.0, Role.DEED)])
    said = world.emit(Kind.Said, because=[Cause(beat, 1.0, Role.DEED)])
    alone = world.emit(Kind.Arrived, who=3, because=[Cause(world.emit(Kind.BeatFired), 1.0, Role.DEED)])
    world.knowledge.note_new(world)
    world.knowledge.learn(world.tick, quarrel, Source.STAFF)
    for knower in (0, TRUTH):
        assert [child.event for child in world.desk(knower).why(said).children] == [quarrel]
        assert world.desk(knower).why(alone).children == ()


def test_a_mans_file_makes_his_nature_a_known_motive_but_never_its_true_strength() -> None:
    world = noon()
    adam = world.id_of("adam")
    root = next(
        e.id for e in world.chronicle.since(0) if e.kind is Kind.TraitNoted and (e.who, e.detail) == (adam, 0)
    )
    deed = world.emit(Kind.Insulted, who=adam, whom=2, because=[Cause(root, 0.3)])
    world.knowledge.learn(world.tick, deed, Source.STAFF)
    world.one(adam, Assessed).aggression = 0.8
    known = world.desk().why(deed).children[0]
    world.one(adam, Temper).aggression = 0.1
    assert known.fact is not None and (known.weight, known.fact.amount) == (0.8, 0.8)
    assert world.desk().why(deed).children[0] == known
    world.one(adam, Assessed).aggression = 0.2
    assert world.desk().why(deed).children[0].fact is None, "a file that calls him meek explains no insult"


def test_a_cause_does_not_give_away_who_was_not_recognised() -> None:
    world = noon()
    came = world.emit(Kind.Arrived, who=2)
    deed = world.emit(Kind.FavourDone, who=1, whom=2, because=[Cause(came, 0.7, Role.OPPORTUNITY)])
    world.knowledge.note_new(world)
    world.knowledge.learn(world.tick, deed, Source.STAFF, 0, 1.0, mask_of("who", "place"))
    assert world.desk().why(deed).children[0].fact is None
    world.knowledge.learn(world.tick, deed, Source.TOLD)
    assert world.desk().why(deed).children[0].fact is not None

"""Visits and letters: asked for, decided, held, called off; what they do to those who wait for them."""

import pytest

from game.sim.care.requests import Request
from game.sim.commands import AllowVisit, AnswerRequest, DenyVisit, LockWing, SetEye, SetVisitRule, WatchVisit
from game.sim.engine.calendar import MINUTES_PER_DAY, hour_of
from game.sim.engine.snapshot import digest, freeze, thaw
from game.sim.events import Kind
from game.sim.invariants import faults
from game.sim.minds.knowledge import TRUTH
from game.sim.minds.thoughts import THOUGHT, ThoughtEnds, Thoughts, Told, think, thoughts_of
from game.sim.people import OFFICER, Identity, Mind, Needs, Status
from game.sim.states import Hold, State
from game.sim.systems.letters import LetterRules
from game.sim.systems.visits import VisitRules
from game.sim.visits.book import Relative, Visit
from game.sim.world import World
from tests.sim.helpers import kinds, make
from tests.sim.visiting import ROOTS, booked, roots_of, until, visiting

OFTEN = VisitRules(per_round=1.0)


def thought(world: World, person: int, key: str) -> float:
    rows = [
        r
        for r in thoughts_of(world, person).tolist()
        if world.everyone(ThoughtEnds).thought[r] == THOUGHT[key]
    ]
    return float(world.everyone(Thoughts).strength[rows[0]]) if rows else 0.0


def relative(world: World, key: str) -> Relative:
    return next(r for _, r in world.each(Relative) if r.who == world.id_of(key))


def test_a_visit_is_asked_for_booked_and_held_and_the_visitor_goes_home() -> None:
    world = visiting(OFTEN)
    visit = booked(world, "ike")
    assert visit.visitor == world.id_of("mara")
    assert visit.day > world.tick // MINUTES_PER_DAY + 1
    world.run(4 * 1440, until=lambda world: bool(visit.began))
    began = world.chronicle.event(visit.began)
    assert (began.kind, began.who, began.whom) == (Kind.VisitBegan, visit.inmate, visit.visitor)
    assert world.plan.rooms[began.place].kind == "visiting"
    assert world.one(visit.inmate, State).held == Hold.VISIT
    assert hour_of(began.tick) == visit.hour
    world.run(120)
    assert visit.state == "over"
    assert world.one(visit.visitor, Identity).status == Status.AWAY
    assert world.one(visit.inmate, State).held != Hold.VISIT


def test_a_visit_lifts_the_mood_and_meets_the_longing() -> None:
    world = visiting(OFTEN)
    visit = booked(world, "ike")
    world.run(4 * 1440, until=lambda world: bool(visit.began))
    longing, warmth = world.one(visit.inmate, Needs).family, relative(world, "ike").warmth
    world.run(90, until=lambda world: visit.state == "over")
    assert world.one(visit.inmate, Needs).family < longing
    assert thought(world, visit.inmate, "visit") > 0
    assert relative(world, "ike").warmth > warmth


def test_a_visit_denied_weighs_and_goes_back_to_the_order() -> None:
    world = visiting(OFTEN)
    visit = booked(world, "ike")
    assert world.order(DenyVisit(visit.id)) is None
    assert visit.state == "denied"
    assert thought(world, visit.inmate, "visit_denied") < 0
    (denied,) = kinds(world, "VisitDenied")
    assert world.chronicle.event(world.chronicle.causes(denied.id)[0].event).kind == Kind.Ordered
    refusal = world.order(AllowVisit(visit.id))
    assert refusal is not None
    assert refusal.reason == "refusal.visit_past"
    world.run(visit.start + 90 - world.tick)
    assert visit.inmate not in [event.who for event in kinds(world, "VisitBegan")]


def test_a_lockdown_calls_visits_off() -> None:
    world = visiting(OFTEN)
    visit = booked(world, "ike", "allowed")
    until(world, visit.day, visit.hour - 1)
    assert world.order(LockWing(1)) is None
    world.run(180)
    assert visit.state == "denied"
    assert thought(world, visit.inmate, "visit_denied") < 0
    (denied,) = [e for e in kinds(world, "VisitDenied") if e.who == visit.inmate]
    causes = [world.chronicle.event(c.event).kind for c in world.chronicle.causes(denied.id)]
    assert Kind.WingLocked in causes


def test_a_visit_under_way_ends_when_the_wing_is_locked_down() -> None:
    world = visiting(OFTEN)
    visit = booked(world, "ike", "allowed")
    world.run(4 * 1440, until=lambda world: bool(visit.began))
    world.order(LockWing(1))
    world.run(10)
    assert visit.state == "over"
    assert thought(world, visit.inmate, "visit") > 0


def test_routine_needs_no_word_of_the_office() -> None:
    world = until(visiting(OFTEN), 2, 8)
    routine = [v for v in world.desk().visits() if not v.request]
    assert len(routine) > 3
    assert {v.state for v in routine} == {"allowed"}


def test_what_concerns_a_watched_man_waits_for_the_office_until_the_evening_before() -> None:
    world = visiting(OFTEN)
    assert world.order(SetEye("person", world.id_of("ike"))) is None
    visit = booked(world, "ike")
    assert visit.state == "asked"
    assert [v.id for v in world.desk().visits_open() if v.inmate == visit.inmate] == [visit.id]
    until(world, visit.day - 1, 18, 10)
    assert visit.state == "allowed"
    request = world.component("request", visit.request, Request)
    assert request is not None
    assert request.answer == "allow"


def test_the_request_for_a_visit_is_answered_like_any_other() -> None:
    world = visiting(OFTEN)
    world.order(SetEye("person", world.id_of("ike")))
    visit = booked(world, "ike")
    assert world.order(AnswerRequest(visit.request, "search")) is None
    assert (visit.state, visit.searched) == ("allowed", True)


def test_few_visits_wait_for_the_office() -> None:
    world = until(visiting(OFTEN), 2)
    waiting = [r for _, r in world.each(Request) if r.kind == "visit"]
    assert len(waiting) <= OFTEN.strangers_a_day < len(kinds(world, "VisitAsked"))


def test_where_the_rule_says_none_nobody_comes() -> None:
    world = visiting(OFTEN)
    assert world.order(SetVisitRule(1, "none")) is None
    assert world.desk().visit_rule(1) == "none"
    until(world, 4)
    assert not kinds(world, "VisitBegan")
    assert kinds(world, "VisitDenied")


def test_where_the_rule_says_search_all_are_searched_at_the_gate() -> None:
    world = visiting(OFTEN)
    world.order(SetVisitRule(1, "search"))
    until(world, 4)
    searched = {event.whom for event in kinds(world, "Searched") if event.whom}
    assert {event.whom for event in kinds(world, "VisitBegan")} <= searched
    assert kinds(world, "VisitBegan")


def test_who_listens_to_a_visit_learns_what_weighs_on_the_man() -> None:
    world = visiting(OFTEN)
    visit = booked(world, "ike", "allowed")
    assert world.order(WatchVisit(visit.id)) is None
    world.run(4 * 1440, until=lambda world: bool(visit.began))
    assert visit.officer
    assert world.everyone(Identity).role[world.people.row_of[visit.officer]] == OFFICER
    think(world, visit.inmate, "threatened", 1, world.id_of("ned"))
    world.run(90, until=lambda world: visit.state == "over")
    rows = thoughts_of(world, visit.inmate)
    told = world.everyone(ThoughtEnds).known[rows][
        world.everyone(ThoughtEnds).thought[rows] == THOUGHT["threatened"]
    ]
    assert told.tolist() == [Told.SAID]
    assert kinds(world, "VisitWatched")
    assert world.one(visit.officer, State).held == Hold.NONE


def test_letters_bring_good_news_and_bad_and_go_back_no_further() -> None:
    world = until(visiting(LetterRules(per_day=0.8)), 4)
    letters = kinds(world, "LetterCame")
    assert {event.amount > 0 for event in letters} == {True, False}
    for letter in letters[-6:]:
        assert thought(world, letter.who, "letter_good" if letter.amount > 0 else "letter_bad")
        assert not world.chronicle.causes(letter.id)


def test_long_silence_weighs() -> None:
    world = visiting(VisitRules(per_round=0.0), LetterRules(per_day=0.0, silence_days=1))
    until(world, 4, 12)
    assert thought(world, world.id_of("ike"), "no_news") < 0


def test_the_office_reads_only_the_letters_of_those_it_minds() -> None:
    world = visiting(LetterRules(per_day=0.8))
    world.run(1)
    world.order(SetEye("person", world.id_of("ike")))
    until(world, 2)
    read = world.desk().letters()
    assert {letter.inmate for letter in read} <= {world.id_of("ike")}
    assert len(world.desk(TRUTH).letters()) > len(read)


def test_the_books_of_the_gate_do_not_say_what_a_visitor_carries() -> None:
    world = visiting(OFTEN)
    visit = booked(world, "ike")
    before = world.desk().visits()
    visit.items.append(17)
    relative(world, "ike").pressure = 1.0
    assert world.desk().visits() == before
    assert world.desk().relation(visit.visitor) == ("mother", visit.inmate)


def test_families_draw_with_dice_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with_families = make()
    monkeypatch.setattr("game.sim.population.families.FAMILY_SHARE", 0.0)
    without = make()
    names = [[world.desk().name(p) for p in world.desk().people()] for world in (with_families, without)]
    assert names[0] == names[1]
    assert with_families.dice("population").freeze() == without.dice("population").freeze()
    assert len(with_families.each(Relative)) > len(without.each(Relative)) == 0


def test_a_relative_becomes_a_person_when_a_visit_is_first_asked_for() -> None:
    world = visiting(OFTEN)
    people = world.people.n
    assert sum(bool(r.person) for _, r in world.each(Relative)) == 2
    until(world, 2)
    grown = world.people.n - people
    assert grown == sum(bool(r.person) for _, r in world.each(Relative)) - 2 > 0
    assert all(
        world.desk().name(r.person) == f"{r.first} {r.last}" for _, r in world.each(Relative) if r.person
    )


def test_a_prison_without_a_visiting_room_has_no_visits() -> None:
    world = make()
    world.run(2 * 1440)
    assert not kinds(world, "VisitAsked")


def test_visits_are_sound_minute_by_minute() -> None:
    world = until(visiting(OFTEN), 2, 8, 30)
    for _ in range(8 * 60):
        world.step()
        assert faults(world) == []
    assert len(kinds(world, "VisitEnded")) > 5


def test_a_thawed_prison_goes_on_as_the_frozen_one() -> None:
    world = until(visiting(OFTEN), 2, 9, 20)
    assert any(v.state == "under way" for _, v in world.each(Visit))
    other = thaw(freeze(world))
    for each in (world, other):
        each.run(1440)
    assert digest(world) == digest(other)


def test_all_that_comes_of_visits_goes_back_to_a_root() -> None:
    world = visiting(OFTEN, LetterRules(per_day=0.5))
    world.run(1440)
    world.order(SetVisitRule(1, "search"))
    until(world, 5)
    for kind in ("VisitAsked", "VisitBegan", "VisitEnded", "VisitDenied", "Searched"):
        for event in kinds(world, kind)[:40]:
            assert set(roots_of(world, event.id)) <= set(ROOTS), kind
    assert world.one(1, Mind).mood <= 1


def test_a_visit_nobody_answers_says_beforehand_what_the_rule_decides_and_when() -> None:
    world = visiting(OFTEN)
    world.run(4 * 1440, until=lambda world: any(v.kind == "visit" for v in world.desk().requests()))
    view = next(v for v in world.desk().requests() if v.kind == "visit")
    visit = next(v for _, v in world.each(Visit) if v.request == view.id)
    assert view.rule == "allow" and view.until > world.tick
    world.run(view.until - world.tick)
    assert visit.state == "asked"
    world.run(60)  # the gate closes its books within that hour
    assert visit.state == "allowed"
    assert all(v.id != view.id for v in world.desk().requests())

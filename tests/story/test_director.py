"""The director tells a scenario: beats in order, answers with what follows from them, causes for all of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.sim.commands import Authority, Decide
from game.sim.engine.snapshot import freeze, thaw
from game.sim.events import Cause, Kind
from game.sim.office import Decision
from game.sim.people import OFFICER, Identity, Needs
from game.sim.storyboard import Storyboard
from game.sim.world import World
from game.story.load import load_scenario, make_world
from game.story.scenario import Scenario
from game.story.state import Story
from game.story.telling import Telling
from game.story.trials import run_trials
from tests.story.helpers import SMALL, edit

DAY = 24 * 60
Edited = Callable[..., Scenario]


@pytest.fixture
def edited(small: Path) -> Edited:
    """The small scenario with a few things otherwise."""

    def change(*changes: tuple[str, str]) -> Scenario:
        for old, new in changes:
            edit(small / "s01.yaml", old, new)
        return load_scenario(small / "s01.yaml")

    return change


def until(world: World, day: int, hour: int, minute: int = 0) -> World:
    world.run((day - 1) * DAY + hour * 60 + minute - world.tick + 1)
    return world


def story(world: World) -> Story:
    state = world.component("story", 1, Story)
    assert state is not None
    return state


def board(world: World) -> Storyboard:
    found = world.component("story", 1, Storyboard)
    assert found is not None
    return found


def choose(world: World, option: str) -> World:
    until(world, 1, 8, 40)
    (number, _), *_ = world.each(Decision)
    assert world.order(Decide(number, option), Authority.WARDEN) is None
    return world


def because(world: World, event: int) -> list[int]:
    return [cause.event for cause in world.chronicle.causes(event)]


def all_causes(world: World, event: int) -> set[int]:
    found, front = set(), [event]
    while front:
        front = [each for one in front for each in because(world, one) if each not in found]
        found.update(front)
    return found


class TestBeats:
    def test_nothing_happens_before_its_moment(self, small_scenario: Scenario) -> None:
        world = until(make_world(small_scenario), 1, 7, 59)
        assert story(world).fired == {}
        assert until(world, 1, 8, 0).one(world.id_of("abbot"), Identity).status == 1
        assert list(story(world).fired) == ["arrival"]

    def test_a_beat_waits_for_those_before_it_to_be_done(self, small_scenario: Scenario) -> None:
        world = until(make_world(small_scenario), 1, 9)
        assert list(story(world).fired) == ["arrival", "cell"]
        assert "cell" not in story(world).done_at
        until(choose(world, "groves") if world.tick < 520 else world, 1, 10, 31)
        assert "cell" in story(world).done_at

    def test_at_the_deadline_the_default_is_the_answer(self, small_scenario: Scenario) -> None:
        world = until(make_world(small_scenario), 1, 10, 32)
        assert story(world).chosen == {"cell": "alone"}
        abbot = world.one(world.id_of("abbot"), Identity)
        assert world.plan.rooms[abbot.cell].key == "cell_4"

    def test_another_answer_leads_elsewhere(self, small_scenario: Scenario) -> None:
        world = until(choose(make_world(small_scenario), "groves"), 1, 9)
        abbot, groves = (world.one(world.id_of(key), Identity) for key in ("abbot", "groves"))
        assert abbot.cell == groves.cell > 0
        assert "fear" in story(world).fired
        other = until(choose(make_world(small_scenario), "alone"), 1, 9)
        assert "fear" in story(other).missed

    def test_levers_move_needs_at_once(self, small_scenario: Scenario) -> None:
        with_groves, alone = (choose(make_world(small_scenario), option) for option in ("groves", "alone"))
        for world in (with_groves, alone):
            world.run(1)
        lacks = [world.one(world.id_of("abbot"), Needs).safety for world in (with_groves, alone)]
        assert lacks[0] == pytest.approx(lacks[1] + 0.3, abs=0.01)

    def test_a_beat_whose_time_runs_out_is_missed_and_says_so(self, edited: Edited) -> None:
        scenario = edited(('is: "< 90"', 'is: "< -1"'))
        world = until(choose(make_world(scenario), "groves"), 1, 20)
        assert "fear" in story(world).missed and "fear" not in story(world).fired

    def test_levers_on_the_way_to_a_beat_are_pulled_once_at_their_time(self, edited: Edited) -> None:
        scenario = edited(('is: "< 90"', 'is: "< -1"'))
        world = until(choose(make_world(scenario), "groves"), 1, 13)
        assert story(world).steered == {}
        assert story(until(world, 1, 16)).steered == {"fear": 1}
        assert story(until(world, 1, 19)).steered == {"fear": 1}


class TestChance:
    def draws(self, scenario: Scenario, beat: str) -> list[float]:
        worlds = [make_world(scenario, seed) for seed in range(1, 9)]
        return [Telling(world, scenario, story(world), beat).draw() for world in worlds]

    def test_a_beats_dice_are_its_own(self, small_scenario: Scenario, edited: Edited) -> None:
        patched = edited(
            ("chance: 50", "chance: 90"), ("  lucky:", "  new:\n    when: [{chance: 10}]\n  lucky:")
        )
        assert self.draws(patched, "lucky") == self.draws(small_scenario, "lucky")
        assert self.draws(patched, "lucky") != self.draws(patched, "new")

    def test_seeds_differ(self, small_scenario: Scenario) -> None:
        assert len(set(self.draws(small_scenario, "lucky"))) == 8

    def test_a_beats_chance_does_not_shift_the_prisons(
        self, small_scenario: Scenario, edited: Edited
    ) -> None:
        patched = edited(("chance: 50", "chance: 0"), ("do: [{say: A stroke of luck.}]", "do: []"))
        plain, other = until(make_world(small_scenario), 1, 12), until(make_world(patched), 1, 12)
        hunger = [world.everyone(Needs).hunger.tolist() for world in (plain, other)]
        assert hunger[0] == hunger[1]


class TestCauses:
    def test_what_follows_an_answer_goes_back_to_it_and_to_the_beats_before(
        self, small_scenario: Scenario
    ) -> None:
        world = until(choose(make_world(small_scenario), "groves"), 1, 9)
        moved = next(event for event in world.chronicle.since(0) if event.kind is Kind.CellAssigned)
        causes = all_causes(world, moved.id)
        assert {
            story(world).answered["cell"],
            story(world).fired["cell"],
            story(world).fired["arrival"],
        } <= causes

    def test_a_beat_cites_what_it_waited_for(self, small_scenario: Scenario) -> None:
        world = until(choose(make_world(small_scenario), "groves"), 1, 9)
        state = story(world)
        assert because(world, state.fired["cell"]) == [state.fired["arrival"]]
        assert state.answered["cell"] in because(world, state.fired["fear"])

    def test_an_arrival_and_what_is_said_cite_their_beat(self, small_scenario: Scenario) -> None:
        world = until(make_world(small_scenario), 1, 8, 5)
        events = [each for each in world.chronicle.since(0) if each.kind in (Kind.Arrived, Kind.Said)]
        assert [because(world, event.id) for event in events] == [[story(world).fired["arrival"]]] * 2


class TestEnds:
    def test_until_is_looked_at_before_keep(self, edited: Edited) -> None:
        never = ("keep: [{count: {of: quarrel, who: abbot, is: 0}}]", "keep: [{beat_missed: fear}]")
        world = make_world(edited(never, ("until: cell", "until: arrival")))
        assert story(until(world, 1, 6, 5)).objectives["no_quarrel"] == "failed"
        kept = make_world(edited(("keep: [{beat_missed: fear}]", "keep: [{none: [{beat_done: arrival}]}]")))
        assert story(until(kept, 1, 8, 5)).objectives["no_quarrel"] == "kept"

    def test_an_objective_held_back_comes_onto_the_desk_when_a_beat_says_so(
        self, small_scenario: Scenario
    ) -> None:
        world = until(make_world(small_scenario), 1, 7)
        assert [goal.key for goal in board(world).goals] == ["no_quarrel"]
        assert [goal.key for goal in board(until(world, 1, 8, 1)).goals] == ["no_quarrel", "settled"]

    def test_the_first_outcome_that_holds_ends_it_when_the_time_is_over(
        self, small_scenario: Scenario
    ) -> None:
        world = until(choose(make_world(small_scenario), "groves"), 3, 5, 59)
        assert board(world).outcome == ""
        world.run(2)
        assert (board(world).outcome, board(world).grade, board(world).canon) == ("together", "fair", True)
        assert world.chronicle.event(board(world).because).kind is Kind.Ended

    def test_played_otherwise_it_ends_otherwise(self, small_scenario: Scenario) -> None:
        world = until(choose(make_world(small_scenario), "alone"), 3, 6, 1)
        assert board(world).outcome == "otherwise"

    def test_an_early_outcome_does_not_wait(self, edited: Edited) -> None:
        world = until(
            make_world(edited(("    canon: true\n    when: [", "    early: true\n    when: ["))), 1, 8
        )
        assert board(until(choose(world, "groves"), 1, 10)).outcome == "together"

    def test_the_world_goes_on_past_the_end(self, small_scenario: Scenario) -> None:
        world = until(make_world(small_scenario), 3, 12)
        assert board(world).outcome and world.tick > board(world).ends

    def test_a_scenarios_promises_are_played_over_seeds(self, small_scenario: Scenario) -> None:
        verdicts, outcomes = run_trials(small_scenario, SMALL / "s01.yaml", ["canon"], workers=1)
        assert [(each.games, each.kept) for each in verdicts] == [(3, True)]
        assert outcomes == {"cell=groves": {"together": 3}}


class TestState:
    def test_a_thawed_world_goes_on_as_the_frozen_one(self, small_scenario: Scenario) -> None:
        world = until(make_world(small_scenario), 1, 8, 45)
        other = thaw(freeze(world), world.guests)
        until(world, 1, 22)
        until(other, 1, 22)
        assert story(world) == story(other)
        assert world.chronicle.events.rows().tobytes() == other.chronicle.events.rows().tobytes()

    def test_two_games_of_one_seed_are_the_same(self, small_scenario: Scenario) -> None:
        worlds = [until(make_world(small_scenario, 7), 1, 14) for _ in range(2)]
        rows = [world.chronicle.events.rows().tobytes() for world in worlds]
        assert rows[0] == rows[1]

    def test_beds_the_story_gives_away_are_free(self, small_scenario: Scenario) -> None:
        for seed in range(1, 9):
            world = make_world(small_scenario, seed)
            cells = [world.one(id, Identity).cell for id in world.people.ids.tolist()]
            assert cells.count(world.one(world.id_of("groves"), Identity).cell) == 1

    def test_rules_of_the_scenario_are_the_worlds(self, edited: Edited) -> None:
        from game.sim.systems.quarrels import QuarrelRules

        scenario = edited(("start:", "rules: {quarrel: {per_hour: 0.5, minutes: 9}}\nstart:"))
        rules = make_world(scenario).rules(QuarrelRules)
        assert (rules.per_hour, rules.minutes) == (0.5, 9)


MEETING = """  lucky:
    after: [cell]
    meets:
      rival: {of: [insult, quarrel], who: abbot, since: arrival, otherwise: groves}
    do: [{need: {who: rival, need: safety, by: -100}}, {say: {text: "{rival} has had words with {abbot}."}}]
  gone:
"""


def test_a_beat_meets_who_last_had_to_do_with_a_person(edited: Edited) -> None:
    scenario = edited(("  lucky:\n", MEETING))
    world = until(make_world(scenario, 1), 1, 8, 10)
    abbot = world.id_of("abbot")
    first, last = [id for id in world.desk(-1).people("inmate") if id not in (abbot, world.id_of("groves"))][
        :2
    ]
    for rival in (first, last):
        world.emit(Kind.Insulted, who=rival, whom=abbot, because=[Cause(1)])
    choose(world, "alone")
    world.run(2)
    assert story(world).met == {"rival": last}
    assert world.one(last, Needs).safety > 0.95 > world.one(first, Needs).safety
    again = thaw(freeze(world))
    assert story(again).met == {"rival": last}


def test_who_nobody_met_is_who_stands_in_for_him(edited: Edited) -> None:
    scenario = edited(("  lucky:\n", MEETING))
    world = choose(make_world(scenario, 1), "alone")
    world.run(2)
    assert story(world).met == {"rival": world.id_of("groves")}


def test_officers_who_are_called_to_no_fight_are_one_who_goes_and_looks(edited: Edited) -> None:
    scenario = edited(
        ("    do: [{say: A stroke of luck.}]", "    do: [{call_officers: abbot}]"), ("50}", "100}")
    )
    world = choose(make_world(scenario, 1), "alone")
    world.run(2)
    sent = [event for event in world.chronicle.since(0) if event.kind == Kind.Sent]
    assert [world.one(event.who, Identity).role for event in sent] == [OFFICER]
    assert sent[0].place == world.desk(-1).room_of(world.id_of("abbot"))
    world.run(15)
    assert world.desk(-1).room_of(sent[0].who) == sent[0].place

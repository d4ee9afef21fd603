"""The end report: chains of causes that can be followed to a decision, belief beside truth, figures, ends."""

import pytest

from game import headless
from game.sim.world import World
from game.story.load import load_scenario
from game.ui.desk.weights import NEAR_KINDS
from game.ui.desk.why_tree import own_kind
from game.ui.screens.report_causes import FAR, Chains
from game.ui.screens.report_chain import ChainView
from game.ui.screens.report_followed import CONSEQUENCES, TURNS
from game.ui.screens.report_reading import read_course


@pytest.fixture(scope="module")
def world() -> World:
    world = headless.start(load_scenario("oz.e01"), 1, "careful")
    while world.desk(-1).outcome() is None:
        world.run(240)
    return world


@pytest.fixture(scope="module")
def chains(world: World) -> Chains:
    return Chains(world)


def test_the_outcome_is_among_the_key_events(chains: Chains) -> None:
    assert "Ended" in {fact.kind for fact in chains.keys}


def test_the_ending_is_first_and_the_one_that_is_followed_at_once(chains: Chains) -> None:
    assert chains.near[0].kind == "Ended"
    assert ChainView(chains).links()[0].fact.kind == "Ended"


def test_what_touches_the_storys_people_is_shown_and_the_other_men_are_folded_away(chains: Chains) -> None:
    faces, view = set(chains.truth.faces()), ChainView(chains)
    assert all({fact.who, fact.whom} & faces or fact.kind in NEAR_KINDS for fact in view.shown())
    assert chains.far and not any({fact.who, fact.whom} & faces for fact in chains.far)
    view.folded = False
    assert view.shown() == [*chains.near, *chains.far]


def test_every_chain_goes_back_in_time_to_a_root(chains: Chains) -> None:
    for key in chains.keys:
        links = chains.chain(key.event, {})
        events = [link.fact.event for link in links]
        assert events == sorted(events, reverse=True)
        assert len(links) > 1 and (not chains.causes(events[-1]) or len(links) == 14)


def test_some_chain_leads_to_a_decision_of_the_office(chains: Chains) -> None:
    reached = [key for key in chains.keys if any(link.own for link in chains.chain(key.event, {})[1:])]
    assert reached
    assert all(chains.steps(key.event) < FAR for key in reached)


def test_another_branch_can_be_followed(chains: Chains) -> None:
    for key in chains.keys:
        first = chains.chain(key.event, {})
        forks = [link for link in first if link.others]
        if forks:
            fork = forks[0]
            other = fork.others[0].event
            events = [link.fact.event for link in chains.chain(key.event, {fork.fact.event: other})]
            assert other in events
            return
    raise AssertionError("no chain forks")


def test_what_the_office_never_learned_is_marked(chains: Chains) -> None:
    links = [link for key in chains.keys for link in chains.chain(key.event, {})]
    for link in links:
        assert link.own == bool(own_kind(link.fact))
        assert (link.belief.fact is None) == (chains.office.fact(link.fact.event) is None)
    assert any(link.belief.fact is None for link in links) and any(link.belief.whole for link in links)


def test_figures_add_up_day_by_day(chains: Chains) -> None:
    for figure in chains.figures():
        assert sum(figure.by_day) == figure.total >= figure.known >= 0


def test_days_at_the_end_on_which_nothing_happened_are_left_out(chains: Chains) -> None:
    figures = chains.figures()
    assert len({len(figure.by_day) for figure in figures}) == 1
    assert any(figure.by_day[-1] for figure in figures)


def test_every_wound_comes_either_from_a_fight_or_from_a_scuffle(chains: Chains) -> None:
    counted = {figure.key: figure.total for figure in chains.figures()}
    wounds = sum(fact.kind == "Wounded" for fact in chains.facts)
    assert counted["in_fights"] + counted["in_scuffles"] == wounds
    assert counted["assaults"] or not counted["in_fights"]


def test_decisions_are_followed_by_what_happened_in_the_prison(world: World, chains: Chains) -> None:
    decisions = read_course(chains).decisions
    told = [decision for decision in decisions if decision.followed or decision.felt]
    assert len(decisions) >= 6 and len(told) >= 2 * len(decisions) / 3
    for decision in decisions:
        assert len(decision.followed) <= CONSEQUENCES + 1
        for fact in decision.followed:
            assert fact.kind not in TURNS and fact.event > decision.fact.event
            assert goes_back(world, fact.event, decision.fact.event)


def goes_back(world: World, event: int, root: int) -> bool:
    """Whether an event has another among its causes."""
    seen, left = {event}, [event]
    while left:
        for cause in world.chronicle.causes(left.pop()):
            if cause.event not in seen:
                seen.add(cause.event)
                left.append(cause.event)
    return root in seen

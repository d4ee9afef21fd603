"""A scenario's own sense: every beat, option and person there is, every beat reachable, every time in order."""

from collections.abc import Iterable, Iterator

from game.sim.house.plan import PrisonPlan
from game.sim.world import START
from game.story.casting import merged
from game.story.names import BeatName, CastName, ObjectiveName, OutcomeName
from game.story.numbers import check_numbers
from game.story.people_file import CastEntry, PeopleFile
from game.story.prison.format import PrisonFile
from game.story.reading.bind import Path
from game.story.reading.scalars import Name
from game.story.references import (
    Checked,
    check_cell,
    check_complete,
    check_names,
    check_texts,
    check_verbs,
    people_scope,
    places,
)
from game.story.scenario_file import Beat, ScenarioFile
from game.story.verbs.base import AnyCondition, Condition
from game.story.verbs.course import BeatDone, Chose
from game.story.verbs.levers import ComeIn
from game.story.verbs.logic import All
from game.story.walk import walk


def check_scenario(
    file: Checked,
    scenario: ScenarioFile,
    people: PeopleFile | None,
    plan: PrisonPlan | None,
    prison: PrisonFile | None,
) -> None:
    """All that can be wrong with a scenario whose parts are each well-formed."""
    scope: dict[type[Name], list[str]] = {
        BeatName: list(scenario.beats),
        ObjectiveName: list(scenario.objectives),
        OutcomeName: list(scenario.outcomes),
    }
    if people is not None:
        cast = merged(people, scenario)
        met = [str(name) for beat in scenario.beats.values() for name in beat.meets]
        scope[CastName] = [*cast, *met]
        _check_cast(file, scenario, cast, plan)
        check_texts(file, [*cast, *met])
        _check_met(file, scenario, cast)
    check_names(file, places(plan, prison) | people_scope(people) | scope)
    check_verbs(file)
    check_numbers(file, scenario.rules)
    _check_options(file, scenario)
    _check_reach(file, scenario)
    _check_outcomes(file, scenario)
    for key, beat in scenario.beats.items():
        _check_times(file, key, beat, START + scenario.start.length)


def _check_cast(
    file: Checked, scenario: ScenarioFile, cast: dict[str, CastEntry], plan: PrisonPlan | None
) -> None:
    for key in scenario.cast:
        check_complete(file, key, cast[key])
        check_cell(file, key, cast[key], plan)
    _check_arrivals(file, {key: entry.present for key, entry in cast.items()})


def _check_met(file: Checked, scenario: ScenarioFile, cast: Iterable[str]) -> None:
    """Who is met has a name of his own, once in the file."""
    taken = list(cast)
    for key, beat in scenario.beats.items():
        for name in beat.meets:
            if str(name) in taken:
                help = "give whom the beat meets a name that nobody has yet"
                file.report(("beats", key, "meets", name, "[key]"), "E108", f"'{name}' is taken", help)
            taken.append(str(name))


def _check_arrivals(file: Checked, present: dict[str, bool]) -> None:
    for path, value in walk(file.model):
        if isinstance(value, ComeIn) and present.get(value.who, False):
            help = f"say `present: false` of '{value.who}' in the cast"
            file.report(
                (*path, "who"), "E107", f"'{value.who}' is here from the start, and can't arrive", help
            )


def _check_options(file: Checked, scenario: ScenarioFile) -> None:
    """Answers that are named have to be among the options of their question."""
    options = {str(key): list(beat.ask.options) for key, beat in scenario.beats.items() if beat.ask}
    for key, beat in scenario.beats.items():
        if beat.ask and beat.ask.default not in beat.ask.options:
            file.unknown(("beats", key, "ask", "default"), "option", beat.ask.default, beat.ask.options)
    named: list[tuple[Path, str, str]] = [
        ((*path, "option"), value.beat, value.option)
        for path, value in walk(file.model)
        if isinstance(value, Chose)
    ]
    for key, trial in scenario.tests.items():
        named += [(("tests", key, "choose", beat), beat, option) for beat, option in trial.choose.items()]
    for path, beat_name, option in named:
        if beat_name in scenario.beats and beat_name not in options:
            file.report(path, "E107", f"the beat '{beat_name}' asks nothing")
        elif option not in options.get(beat_name, [option]):
            file.unknown(path, "option", option, options[beat_name])


def _check_times(file: Checked, key: str, beat: Beat, end: int) -> None:
    path: Path = ("beats", key)
    if beat.at is not None and beat.by is not None and beat.by <= beat.at:
        file.report((*path, "by"), "E108", "'by' has to be later than 'at'")
    if beat.at is not None and beat.at >= end:
        file.report((*path, "at"), "W302", "this is after the end of the scenario")
    if beat.steer and beat.by is None:
        file.report((*path, "steer"), "E108", "'steer' needs 'by': it counts the time until then")
    if beat.missed and beat.by is None and not beat.cancel_if:
        file.report((*path, "missed"), "W302", "without 'by' or 'cancel_if' this beat is never missed")


def _check_reach(file: Checked, scenario: ScenarioFile) -> None:
    """Warns of beats that wait, in the end, for themselves or for something that can't be."""
    reachable: set[str] = set()
    found = True
    while found:
        found = False
        for key, beat in scenario.beats.items():
            if key not in reachable and all(name in reachable for name in _waits_for(beat)):
                reachable.add(str(key))
                found = True
    for key in scenario.beats:
        if key not in reachable:
            waits = ", ".join(sorted(set(_waits_for(scenario.beats[key])) - reachable))
            file.report(
                ("beats", key, "[key]"), "W302", f"the beat '{key}' can't be reached: it waits for {waits}"
            )


def _waits_for(beat: Beat) -> Iterator[str]:
    yield from beat.after
    yield from _done_before(beat.when)


def _done_before(conditions: list[AnyCondition]) -> Iterator[str]:
    for each in conditions:
        yield from _needed(each)


def _needed(condition: Condition) -> Iterator[str]:
    if isinstance(condition, BeatDone | Chose):
        yield condition.beat
    elif isinstance(condition, All):
        yield from _done_before(condition.of)


def _check_outcomes(file: Checked, scenario: ScenarioFile) -> None:
    last = list(scenario.outcomes)[-1]
    if scenario.outcomes[last].when:
        help = "add a last outcome without `when`"
        file.report(("outcomes", last, "[key]"), "W303", "it can be that no outcome holds at the end", help)
    for key, outcome in scenario.outcomes.items():
        if outcome.early and not outcome.when:
            file.report(
                ("outcomes", key, "early"), "E108", "an early outcome needs `when`: it would end at once"
            )

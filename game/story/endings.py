"""Objectives and outcomes: what was asked of the warden, and how it ends."""

from game.sim.commands import Mark
from game.sim.events import Kind
from game.sim.storyboard import Goal, Measure, Storyboard
from game.story.scenario_file import Objective, Outcome
from game.story.telling import Telling

KINDS = {"kept": Kind.ObjectiveKept, "done": Kind.ObjectiveKept, "failed": Kind.ObjectiveFailed}


def settle_objectives(story: Telling) -> None:
    """Puts opened objectives on the desk, and notes those that are decided now."""
    goals = {goal.key: goal for goal in board_of(story).goals}
    for key, objective in story.scenario.file.objectives.items():
        if key not in story.state.objectives:
            continue
        goal = goals.get(key) or open_goal(story, str(key))
        if goal.state == "open":
            board_of(story).measures[goal.key] = _measures(story, objective)
            state, causes = _state(story, objective)
            if state != "open":
                _decide(story, goal, state, causes)


def open_goal(story: Telling, key: str) -> Goal:
    """Puts an objective on the desk."""
    objective, board = story.scenario.file.objectives[key], board_of(story)
    goal = Goal(key, story.text(objective.text))
    board.goals.append(goal)
    board.measures[key] = _measures(story, objective)
    return goal


def _measures(story: Telling, objective: Objective) -> list[Measure]:
    """The figures it hangs on."""
    found = [each.measure(story) for each in (*objective.keep, *objective.reach)]
    return [each for each in found if each is not None]


def _state(story: Telling, objective: Objective) -> tuple[str, list[int]]:
    """Where an objective stands: `until` comes before `keep`."""
    if objective.until is not None and story.done(objective.until):
        return "failed" if objective.reach else "kept", story.events_of(objective.until)
    broken = [each for each in objective.keep if not each.holds(story)]
    if broken:
        return "failed", [event for each in broken for event in each.causes(story)]
    if objective.reach and all(each.holds(story) for each in objective.reach):
        return "done", [event for each in objective.reach for event in each.causes(story)]
    return "open", []


def _decide(story: Telling, goal: Goal, state: str, causes: list[int]) -> None:
    """Notes it by its place on the board: that is what the desk knows it by."""
    number = 1 + board_of(story).goals.index(goal)
    story.state.objectives[goal.key] = goal.state = state
    goal.because = _mark(story, KINDS[state], number, causes)


def settle_outcome(story: Telling) -> None:
    """Ends the scenario when its time is over, an early outcome holds, or an effect has called for one."""
    state, board = story.state, board_of(story)
    if state.outcome:
        return
    over = story.now >= board.ends
    for number, (key, outcome) in enumerate(story.scenario.file.outcomes.items(), 1):
        called = state.ending == key
        if called or (not state.ending and (over or outcome.early) and _holds(story, outcome)):
            _end(story, board, str(key), outcome, number)
            return


def _holds(story: Telling, outcome: Outcome) -> bool:
    return all(each.holds(story) for each in outcome.when)


def _end(story: Telling, board: Storyboard, key: str, outcome: Outcome, number: int) -> None:
    for goal in board.goals:
        if goal.state == "open":
            unreached = bool(story.scenario.file.objectives[goal.key].reach)
            _decide(story, goal, "failed" if unreached else "kept", [])
    causes = [event for each in outcome.when for event in each.causes(story)] + [story.state.ending_because]
    board.because = _mark(story, Kind.Ended, number, causes if any(causes) else _course(story))
    story.state.outcome = board.outcome = key
    board.outcome_title, board.outcome_text = story.text(outcome.title), story.text(outcome.text)
    board.grade, board.canon = outcome.grade, outcome.canon


def _course(story: Telling) -> list[int]:
    """What an end comes of that asks for nothing: all that was decided on the way."""
    return [event for beat in story.state.answered for event in story.events_of(beat)]


def board_of(story: Telling) -> Storyboard:
    """The storyboard of the telling's world."""
    board = story.world.component("story", 1, Storyboard)
    if board is None:
        raise LookupError("this world has no storyboard; did its director begin?")
    return board


def _mark(story: Telling, kind: Kind, number: int, causes: list[int]) -> int:
    """Writes a turn of the story into the chronicle; returns the event."""
    story.order(Mark(int(kind), number, tuple(dict.fromkeys(event for event in causes if event))))
    return len(story.world.chronicle)

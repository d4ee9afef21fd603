"""The director: tells a scenario in a world, as a guest who looks on after each tick.

He looks at the beats when something has happened, at the moments they name, and hourly. All he knows is in the
world's `Story`, so that forks and saves carry it along; he himself keeps nothing but the scenario.
"""

from game.sim.commands import AskDecision, Mark
from game.sim.events import Event, Kind
from game.sim.office import Decision, Effect, Option, Text
from game.sim.storyboard import Storyboard
from game.sim.world import World
from game.story.endings import open_goal, settle_objectives, settle_outcome
from game.story.events import EVENTS
from game.story.scenario import Scenario
from game.story.scenario_file import Ask, Beat, Encounter
from game.story.scenario_file import Option as Choice
from game.story.state import Story
from game.story.telling import Telling
from game.story.verbs import Effect as Lever

HOUR = 60


class Director:
    """A guest of worlds that play one scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario

    def begin(self, world: World) -> None:
        """Puts the scenario on the desk of a new world: title, faces, objectives, length."""
        file, tick = self.scenario.file, world.tick
        board = Storyboard(self.scenario.id, Text(file.title.key), ends=tick + self.scenario.length)
        board.faces = [world.id_of(spec.key) for spec in self.scenario.cast.people if spec.known]
        state = Story(self.scenario.id)
        state.objectives = {str(key): "open" for key, each in file.objectives.items() if not each.later}
        world.attach("story", 1, board, state)
        story = Telling(world, self.scenario, state)
        for key in state.objectives:
            open_goal(story, key)

    def process(self, world: World) -> None:
        """Looks whether there is anything to do, and does it."""
        state = world.component("story", 1, Story)
        if state is None or (len(world.chronicle) == state.looked and world.tick < state.next_look):
            return
        story = Telling(world, self.scenario, state)
        self._take_answers(story)
        for _ in range(1 + len(self.scenario.file.beats)):
            if not self._look_at_beats(story):
                break
        settle_objectives(story)
        settle_outcome(story)
        state.looked = len(world.chronicle)
        state.next_look = self._next_look(story)

    # answers

    def _take_answers(self, story: Telling) -> None:
        """Lets what was answered follow; the answer is the cause of what does."""
        state = story.state
        for key, number in list(state.asked.items()):
            decision = story.world.component("decision", number, Decision)
            if key in state.answered or decision is None or not decision.chosen:
                continue
            state.chosen[key] = decision.chosen
            state.answered[key] = decision.answer
            state.done_at[key] = story.now
            ask = self.scenario.file.beats[key].ask
            option = ask.options.get(decision.chosen) if ask else None
            self._bring_about(story.within(key, (decision.answer,)), option.do if option else [])

    # beats

    def _look_at_beats(self, story: Telling) -> bool:
        """Goes through the beats once, in the order of the file; tells whether anything changed."""
        changed = False
        for key, beat in self.scenario.file.beats.items():
            if key not in story.state.fired and key not in story.state.missed:
                changed |= self._look_at(story.within(key), key, beat)
        return changed

    def _look_at(self, story: Telling, key: str, beat: Beat) -> bool:
        state = story.state
        called_off = key in state.called_off or any(each.holds(story) for each in beat.cancel_if)
        if called_off or (beat.by is not None and story.now >= beat.by):
            self._miss(story, key, beat)
            return True
        if not all(story.done(name) for name in beat.after) or (beat.at is not None and story.now < beat.at):
            return False
        state.open_since.setdefault(key, story.now)
        if all(each.holds(story) for each in beat.when):
            self._fire(story, key, beat)
            return True
        self._steer(story, key, beat)
        return False

    def _fire(self, story: Telling, key: str, beat: Beat) -> None:
        causes = [event for name in beat.after for event in story.events_of(name)]
        causes += [event for each in beat.when for event in each.causes(story)]
        event = self._mark(story, Kind.BeatFired, key, causes)
        story.state.fired[key] = event
        story = story.within(key, (event,))
        for name, encounter in beat.meets.items():
            story.state.met[str(name)] = _met(story, encounter)
        if beat.ask is None:
            story.state.done_at[key] = story.now
        self._bring_about(story, beat.do)
        if beat.ask is not None:
            self._ask(story, key, beat, beat.ask)

    def _miss(self, story: Telling, key: str, beat: Beat) -> None:
        causes = [event for each in beat.cancel_if if each.holds(story) for event in each.causes(story)]
        event = self._mark(story, Kind.BeatMissed, key, causes)
        story.state.missed[key] = event
        self._bring_about(story.within(key, (event,)), beat.missed)

    def _steer(self, story: Telling, key: str, beat: Beat) -> None:
        """Pulls the levers whose time has come, each once."""
        if beat.by is None:
            return
        since, pulled = story.state.open_since[key], story.state.steered.get(key, 0)
        for steer in beat.steer[pulled:]:
            if (story.now - since) * 100 < steer.at * (beat.by - since):
                return
            story.state.steered[key] = story.state.steered.get(key, 0) + 1
            causes = tuple(event for name in beat.after for event in story.events_of(name))
            self._bring_about(story.within(key, causes), steer.do)

    def _ask(self, story: Telling, key: str, beat: Beat, ask: Ask) -> None:
        """Puts the question of a beat to the warden."""
        title = story.text(ask.title or beat.title or ask.text)
        options = tuple(_option(story, name, each) for name, each in ask.options.items())
        place = story.room(ask.room) if ask.room else 0
        about = tuple(story.person(name) for name in ask.about)
        question = (key, title, story.text(ask.text), options, ask.wait, ask.default, place, about)
        before = {number for number, _ in story.world.each(Decision)}
        story.order(AskDecision(*question, because=story.because))
        opened = [number for number, _ in story.world.each(Decision) if number not in before]
        story.state.asked[key] = opened[0]

    # small steps

    def _mark(self, story: Telling, kind: Kind, key: str, causes: list[int]) -> int:
        """Writes a turn of the story into the chronicle; returns the event."""
        because = tuple(dict.fromkeys(event for event in causes if event))
        story.order(Mark(int(kind), self.scenario.beat_number[key], because))
        return len(story.world.chronicle)

    def _bring_about(self, story: Telling, levers: list[Lever]) -> None:
        for lever in levers:
            lever.apply(story)

    def _next_look(self, story: Telling) -> int:
        """The next full hour, or the first moment before it that a beat names."""
        state, now = story.state, story.now
        ends = story.world.component("story", 1, Storyboard)
        moments = [(now // HOUR + 1) * HOUR, ends.ends if ends else 0]
        for key, beat in self.scenario.file.beats.items():
            if key not in state.fired and key not in state.missed:
                moments += [moment for moment in (beat.at, beat.by) if moment is not None]
        return min(moment for moment in moments if moment > now)


def _met(story: Telling, encounter: Encounter) -> int:
    """Who last did one of some things with a person, the last time it was."""
    person, kinds = story.person(encounter.who), [EVENTS[name] for name in encounter.of]
    events = [event for kind in kinds for event in story.events(kind, encounter.since)]
    others = [(event.id, _other(event, person)) for event in events if person in (event.who, event.whom)]
    found = [other for _, other in sorted(others) if other]
    return found[-1] if found else story.person(encounter.otherwise)


def _other(event: Event, person: int) -> int:
    """The other of the two whom an event is about; 0 for none."""
    return event.whom if event.who == person else event.who


def _option(story: Telling, key: str, option: Choice) -> Option:
    """A way to answer, as the desk shows it."""
    signs = tuple(Effect(sign.icon, story.text(sign.text), sign.tone) for sign in option.effects)
    return Option(key, story.text(option.text), story.text(option.hint) if option.hint else None, signs)

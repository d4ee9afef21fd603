"""Policies: stand-ins for the player in headless runs. Data: which answers, and whom to watch, in which scenario."""

from collections.abc import Iterable
from typing import Literal

from game.sim.commands import Decide, SetEye
from game.sim.office import Decision
from game.sim.world import World
from game.story.names import BeatName, CastName
from game.story.reading.bind import Model
from game.story.reading.scalars import Key


class Play(Model):
    """How a policy plays one scenario. Questions it has no answer for take their default in the end."""

    answers: dict[BeatName, Key] = {}
    """The option taken, by the beat that asks."""
    watch: list[CastName] = []
    """On whom the office's eyes are set, the first first, every day."""


class Policy(Model):
    """A way to run the prison."""

    about: str
    """What it is like, in a sentence."""
    plays: dict[Key, Play] = {}
    """By scenario."""


class PoliciesFile(Model):
    """A policies.yaml."""

    format: Literal[1]
    """Version of the format."""
    policies: dict[Key, Policy]
    """By name."""


class Stand:
    """Plays a scenario by answers given beforehand: a guest of a world, with no state of its own."""

    def __init__(self, answers: dict[str, str], watch: Iterable[str] = ()) -> None:
        self.answers = answers
        self.watch = tuple(watch)

    def process(self, world: World) -> None:
        """Answer what is asked; set the eyes that are free."""
        for number, decision in world.each(Decision):
            if not decision.chosen and decision.key in self.answers:
                world.order(Decide(number, self.answers[decision.key]))
        desk = world.desk()
        for key in self.watch[: desk.eyes_free]:
            person = world.id_of(key)
            if desk.allows(SetEye("person", person)) is None:
                world.order(SetEye("person", person))


def stand_of(policy: Policy, scenario: str, answers: dict[str, str]) -> Stand:
    """Return the stand-in for a policy; answers given by hand come before its own."""
    name = scenario.rpartition(".")[2]
    play = policy.plays.get(name, Play())
    given = {str(beat): str(option) for beat, option in play.answers.items()}
    return Stand(given | answers, [str(key) for key in play.watch])
